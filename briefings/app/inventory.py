"""Sources: what was loaded, when nothing was said, what was published twice, what was refused, how it is counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import streamlit as st

from briefings.app import classifier, database, methods, show, topic_quality, versions, weekdays
from briefings.app.evidence import present
from briefings.app.page import View
from briefings.selection import Selection, counted, written

METHOD = "What this database was made of, all of it: the filters at the left do not change this page."

DATE = "D MMM YYYY"
LOADED = {
    "source_name": st.column_config.TextColumn("Source", width=165),
    "ministry_name": st.column_config.TextColumn("Ministry", width=194),
    "pages": st.column_config.NumberColumn("Pages", format="localized", width=52, help="Copies included"),
    "briefings": st.column_config.NumberColumn("Briefings", format="localized", width=72, help="That count"),
    "undated": st.column_config.NumberColumn("Undated", format="localized", width=66),
    "first_day": st.column_config.DateColumn("First", format=DATE, width=96),
    "last_day": st.column_config.DateColumn("Last", format=DATE, width=96),
    "exchanges": st.column_config.NumberColumn("Exchanges", format="localized", width=78),
    "statements": st.column_config.NumberColumn("Statements", format="localized", width=80),
}
QUALITY = {
    "source_name": st.column_config.TextColumn("Source", width=160),
    "briefings": st.column_config.NumberColumn("Briefings", format="localized", width=72),
    "without_exchanges": st.column_config.NumberColumn("No exchange", format="localized", width=96),
    "share_in_statements": st.column_config.ProgressColumn(
        "Words in statements",
        format="percent",
        width=145,
        min_value=0.0,
        max_value=1.0,
        help="Of the words on the pages; the rest is menus, labels and headings",
    ),
    "questions": st.column_config.NumberColumn("Questions", format="localized", width=78),
    "answers": st.column_config.NumberColumn("Answers", format="localized", width=70),
    "announcements": st.column_config.NumberColumn("Announced", format="localized", width=85),
    "outlets_named": st.column_config.NumberColumn(
        "Outlet named", format="localized", width=105, help="Questions whose outlet the page names"
    ),
    "statements": st.column_config.NumberColumn("Statements", format="localized", width=80),
}
COVERED = {
    "name": st.column_config.TextColumn("Ministry", width=230),
    "first": st.column_config.DateColumn("First", format=DATE, width=96),
    "last": st.column_config.DateColumn("Last", format=DATE, width=96),
    "weekdays": st.column_config.NumberColumn("Weekdays", format="localized", width=80),
    "without": st.column_config.NumberColumn("Without", format="localized", width=70, help="Without a briefing"),
    "free": st.column_config.NumberColumn("Holidays", format="localized", width=75, help="Public, of those without"),
    "share": st.column_config.ProgressColumn("Held", format="percent", min_value=0.0, max_value=1.0, width=130),
    "weekend": st.column_config.NumberColumn("On weekends", format="localized", width=95),
}
GAPS = {
    "first": st.column_config.DateColumn("From", format=DATE),
    "last": st.column_config.DateColumn("To", format=DATE),
    "weekdays": st.column_config.NumberColumn("Weekdays", format="localized"),
    "free": st.column_config.NumberColumn("Public holidays", format="localized"),
    "holidays": st.column_config.ListColumn("Which", width="large"),
}
REFUSED = {
    "file": st.column_config.TextColumn("File", width="medium"),
    "reason": st.column_config.TextColumn("Reason"),
    "message": st.column_config.TextColumn("What is wrong, and the remedy", width="large"),
    "excerpt": st.column_config.TextColumn("Beginning of the page", width="medium"),
    "size": st.column_config.NumberColumn("Bytes", format="localized"),
}


def draw(view: View) -> None:
    """One part of the page at a time."""
    parts: dict[str, tuple[str, Callable[[View], None]]] = {
        "loaded": ("Loaded", loaded),
        "days": ("Days without a briefing", days),
        "versions": ("Versions", versions.draw),
        "refused": ("Refused pages", refused),
        "labelled": ("Labelled sets", labelled),
        "methods": ("Methods and limits", told),
    }
    part = view.choose("part", "Part", {name: label for name, (label, _) in parts.items()}, "loaded")
    parts[part][1](whole(view))


def whole(view: View) -> View:
    """The view of everything that counts, whoever said it."""
    everything = Selection(whose="all")
    held = database.frame("home/totals", everything.scope(view.known)).iloc[0]
    return replace(view, selection=everything, whole=everything, held=held)


def loaded(view: View) -> None:
    """What was loaded, how well it was read, and the release."""
    st.subheader("What was loaded", anchor=False)
    show.table(view, "sources/loaded", columns=LOADED)
    st.subheader("How well it was read", anchor=False)
    show.table(view, "sources/quality", columns=QUALITY)
    st.subheader("This release", anchor=False)
    release(view.release)


def release(facts: pd.Series) -> None:
    """What the database was made of and by, in words."""
    totals = ", ".join(counted(int(facts[name]), name) for name in ("briefings", "exchanges", "statements", "words"))
    when = f"{written(facts['loaded_at'])} at {facts['loaded_at']:%H:%M} UTC"
    st.markdown(
        f"Loaded on {when} by version {facts['code_version']}: {counted(int(facts['pages']), 'pages')} read, "
        f"in which {totals} are counted.\n\n"
        f"- **Rows** `{facts['row_hash']}`: databases with this hash hold the same rows, in whatever order loaded.\n"
        f"- **Pages** `{facts['input_digest']}`: the same for the same files.\n"
        f"- **Parser** `{facts['parser_digest']}`: the code and the lists of people and sources that read them.\n"
        f"- **Lexicon** `{facts['lexicon_digest']}`: the terms that decide what an exchange is about.\n" + judged(facts)
    )


def judged(facts: pd.Series) -> str:
    """What judged the stances, in words."""
    if not isinstance(facts["stance_model"], str):
        return "- **Stances**: none were judged."
    return (
        f"- **Stances** `{facts['stance_digest']}`: the model `{facts['stance_model']}` and the code that reads it.\n"
        f"- **Targets** `{facts['targets_digest']}`: the actors and issues looked for, and the cues of opposition."
    )


def labelled(view: View) -> None:
    """How the topics and the classifier did on labelled sets."""
    topic_quality.draw(view)
    model = view.release["stance_model"]
    if isinstance(model, str):
        classifier.draw(model)
    else:
        st.info("No stances were judged in this database.")


def days(view: View) -> None:
    """Each ministry's weekdays without a briefing, and when they were."""
    st.subheader("Weekdays without a briefing", anchor=False)
    st.caption("From a ministry\u2019s first briefing to its last, by the dates of its pages in this database.")
    found = [ministry(str(name), rows) for name, rows in database.frame("sources/days", view.scope).groupby("name")]
    if not found:
        st.info("No dated briefing was loaded.")
        return
    found.sort(key=lambda each: -len(each.days))
    st.dataframe(pd.DataFrame([summary(each) for each in found]), hide_index=True, column_config=COVERED)
    name = view.select("days_of", "When they were, for", [each.name for each in found])
    shown = next(each for each in found if each.name == name)
    if shown.calendar is None:
        st.caption(f"No calendar of public holidays is known for {name}.")
    st.dataframe(pd.DataFrame(shown.gaps, columns=list(GAPS)), hide_index=True, column_config=GAPS)


@dataclass(frozen=True, slots=True)
class Ministry:
    """One ministry's days."""

    name: str
    days: tuple[date, ...]
    calendar: Mapping[date, str] | None
    """Its country's public holidays, null where none are known."""
    gaps: tuple[weekdays.Gap, ...]


def ministry(name: str, rows: pd.DataFrame) -> Ministry:
    """A ministry's days, and the gaps between them."""
    held = tuple(day.date() for day in rows["day"])
    span = range(min(held).year, max(held).year + 1)
    country = rows["country"].iloc[0]
    calendar = weekdays.public_holidays(country if present(country) else None, span)
    return Ministry(name, held, calendar, tuple(weekdays.gaps(held, calendar or {})))


def summary(each: Ministry) -> dict[str, object]:
    """One ministry's row of the table."""
    count = weekdays.coverage(each.days, each.gaps)
    return {
        "name": each.name,
        "first": min(each.days),
        "last": max(each.days),
        "weekdays": count.weekdays,
        "without": count.without,
        "free": None if each.calendar is None else count.free,
        "share": (count.weekdays - count.without) / count.weekdays if count.weekdays else None,
        "weekend": count.weekend,
    }


def refused(view: View) -> None:
    """The pages that became no briefing, and why."""
    rows = database.frame("sources/quarantine", view.scope)
    if rows.empty:
        st.info("No page was refused.")
        return
    reasons = rows["reason"].str.replace("_", " ").value_counts()
    by_reason = ", ".join(f"{count:,} {reason}" for reason, count in reasons.items())
    st.write(f"{counted(len(rows), 'pages')} refused: {by_reason}. Mended pages can be loaded again.")
    st.dataframe(rows, hide_index=True, column_config=REFUSED, column_order=list(REFUSED))


def told(view: View) -> None:
    """How the numbers are made, and their limits."""
    texts = {
        "Counting": methods.COUNTING,
        "Topics and search": methods.TOPICS,
        "Phrases": methods.PHRASES + methods.LEFT_OUT,
        "Stance": methods.STANCE,
        "Limits": methods.LIMITS,
    }
    for title, text in texts.items():
        st.subheader(title, anchor=False)
        st.markdown(text, width=720)
    st.caption(f"Lexicon {view.release['lexicon_digest']} \u00b7 program {view.release['code_version']}")
