"""Every page draws, with and without filters, and says what is wrong with a link."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from briefings.release import ROOT

PAGES = ["dashboard.py", *sorted(f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py"))]
LINKS: dict[str, dict[str, str | list[str]]] = {
    "nothing": {},
    "a ministry and a topic": {"ministry": "va-mfa", "topic": ["technology", "trade"]},
    "words said by everyone in one year": {"said": '"the European Union"', "whose": "all", "dates": "year"},
    "dates": {"from": "2023-01-01", "to": "2023-03-31", "dates": "custom"},
}


@pytest.fixture(autouse=True)
def on_the_sample(sample_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dashboard shows the sample's database."""
    monkeypatch.setenv("BRIEFINGS_DB", str(sample_database))


def opened(page: str, link: dict[str, str | list[str]]) -> AppTest:
    """A page as a link opens it."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    if page != "dashboard.py":
        app.switch_page(page)
    for name, value in link.items():
        app.query_params[name] = value
    return app.run()


def words(app: AppTest) -> str:
    """All that the page says in its notices and captions."""
    return " ".join(element.value for kind in (app.warning, app.info, app.caption) for element in kind)


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_draws(page: str, link: str) -> None:
    app = opened(page, LINKS[link])
    assert not app.exception
    assert len(app.title) == 1
    assert not app.warning


def test_there_is_a_page_for_every_menu_entry() -> None:
    from briefings.app.navigation import MENU

    assert sorted(script for entries in MENU.values() for script, _, _ in entries) == sorted(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_a_filter_narrows_the_slice_line(page: str) -> None:
    unfiltered = ("pages/sources.py", "pages/add.py")
    assert words(opened(page, {})) != words(opened(page, {"ministry": "va-mfa"})) or page in unfiltered


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ({"topic": "unicorns"}, "unicorns"),
        ({"ministry": "zz-mfa"}, "zz-mfa"),
        ({"from": "2023-13-45"}, "is no date"),
        ({"grain": "fortnight"}, "fortnight"),
    ],
)
def test_a_link_that_does_not_fit_is_told_and_not_replaced_silently(link: dict[str, str], said: str) -> None:
    app = opened("pages/topics.py", dict(link))
    assert not app.exception
    assert said in " ".join(notice.value for notice in app.warning)


def test_an_empty_slice_names_the_filter_and_lifts_it() -> None:
    app = opened("pages/topics.py", {"said": "zyzzyva", "ministry": "va-mfa"})
    assert "zyzzyva" in words(app)
    [lift] = [button for button in app.button if "zyzzyva" in button.label]
    lift.click().run()
    assert not app.exception and "zyzzyva" not in words(app)


def test_the_sample_is_marked_as_synthetic_on_every_page() -> None:
    for page in PAGES:
        app = opened(page, {})
        assert any("Synthetic sample" in str(html.proto.body) for html in app.get("html")), page


def test_filters_stay_when_the_page_is_switched() -> None:
    app = opened("pages/topics.py", {"ministry": "va-mfa"})
    app.switch_page("pages/search.py").run()
    assert app.multiselect(key="filter-ministry").value == ["va-mfa"]
    assert app.query_params["ministry"] == "va-mfa"
