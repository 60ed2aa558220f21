"""A Chromium to test with: an installed one, else Debian's package when root, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoBrowser(Exception):
    """No browser could be had, with what to do."""


def installed() -> str | None:
    """The path of a browser on this machine."""
    named = [shutil.which(name) for name in NAMES]
    mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    return next((path for path in [*named, mac, own()] if path and Path(path).exists()), None)


def own() -> str | None:
    """The path of Playwright's own browser, if it has been fetched."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def fetched() -> str:
    """The path of a browser, installed now if there is none.

    Raises:
        NoBrowser: none can be had.
    """
    for install in (None, debian, playwrights):
        if install:
            install()
        if path := installed():
            return path
    raise NoBrowser("no Chromium or Chrome here and none could be installed: install one, then run the tests again")


def debian() -> None:
    """Installs Debian's package, where we may."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "chromium"],
            check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )


def playwrights() -> None:
    """Fetches Playwright's own browser."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    try:
        print(f"browser: {fetched()}")
    except NoBrowser as error:
        sys.exit(str(error))
