"""What the tests share: where the real corpora are, if they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real corpora and labelled sets; the test is skipped by name where it is absent."""
    folder = Path(os.environ.get("BRIEFINGS_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the real corpora are not here (../shared or $BRIEFINGS_SHARED)")
    return folder
