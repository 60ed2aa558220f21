# Two commands: `make run` opens the dashboard, `make test` runs every check. Needs Python 3.11.
PYTHON ?= python3.11
VENV := .venv
PORT ?= 8501

run: $(VENV)/run-ready
	$(VENV)/bin/streamlit run dashboard.py --server.port $(PORT) --server.address localhost

test: $(VENV)/dev-ready browser
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/sqlfmt --check queries
	$(VENV)/bin/mypy
	$(VENV)/bin/python -m pytest

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run-ready: requirements.txt | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/dev-ready: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/run-ready

# An installed Chromium or Chrome, else Debian's when we are root, else Playwright's own; fails where none can be had.
browser: $(VENV)/dev-ready
	$(VENV)/bin/python -m tests.browser.chromium

.PHONY: run test browser
