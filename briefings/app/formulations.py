"""The Phrases page: the formulations that recur, one of them, and two slices compared."""

from __future__ import annotations

from briefings.app import comparison, formulation, recurring
from briefings.app.page import View

METHOD = "Runs of words that at least three briefings hold: how often they are used, since when, and by whom."
PARTS = {"list": "Recurring", "one": "One formulation", "compare": "Compare"}
DRAWN = {"list": recurring.draw, "one": formulation.draw, "compare": comparison.draw}


def draw(view: View) -> None:
    """The part of the page that was chosen."""
    DRAWN[view.choose("part", "Part", PARTS, "list")](view)
