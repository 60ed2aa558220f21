"""Hits and topics of exchanges. Every sentence and every person here is invented."""

from __future__ import annotations

import pickle

import pytest

from briefings import topics
from briefings.lexicon import Entry, Group, Lexicon
from briefings.models import Briefing, Exchange, ExchangeKind, Statement, Turn, TurnKind

LEXICON = Lexicon(
    "invented",
    (
        Entry("fish", "Fishing", (Group(("cod", "cod war*", "trawler*", "Cod Commission"), 3),)),
        Entry("rail", "Railways", (Group(("railway*", "night train*"), 3), Group(("station*",), 1, ("railway*",)))),
        Entry("sea", "Sea", (Group(("harbour*",), 3, (), ("air harbour",)), Group(("trawler*",), 2)), 7.5, ("fish",)),
    ),
)


def turn(kind: TurnKind, text: str, sentences: list[str]) -> Turn:
    """A turn that says the sentences, at their place in the text."""
    spans = [(text.index(each), text.index(each) + len(each)) for each in sentences]
    return Turn(
        kind, None, "narrator", None, None, tuple(Statement(a, b, None, "narrator", "narration") for a, b in spans)
    )


def briefing(kind: ExchangeKind, headline: str = "", chrome: str = "Menu", **said: list[str]) -> Briefing:
    """A briefing of one exchange, whose turns are given by kind."""
    text = "\n".join([chrome, *(" ".join(each) for each in said.values())])
    turns = tuple(turn(name, text, each) for name, each in said.items())  # type: ignore[arg-type]
    exchanges = (Exchange(kind, turns),)
    return Briefing("wire-report", "va-mfa", "en", headline, None, None, "", None, None, (), None, text, exchanges)


def only(given: Briefing) -> topics.ExchangeTopics:
    """The topics of a briefing's one exchange."""
    (found,) = topics.annotated(given, LEXICON)
    return found


def test_every_hit_has_its_topic_its_term_and_its_span() -> None:
    given = briefing("qa", question=["Will the cod wars return?"], answer=["No trawler has left."])
    hits = only(given).hits
    assert [(hit.topic, hit.term, given.text[hit.start : hit.end]) for hit in hits] == [
        ("fish", "cod war*", "cod wars"),
        ("fish", "trawler*", "trawler"),
        ("sea", "trawler*", "trawler"),
    ]


def test_a_topic_asked_about_counts_and_one_named_in_passing_does_not() -> None:
    filler = [f"This is sentence {number} of a patient answer about the accord." for number in range(30)]
    asked = only(briefing("qa", question=["What about the railways and the night trains?"], answer=filler))
    passing = only(briefing("qa", question=["What about the accord?"], answer=[*filler, "He came by railway."]))
    assert asked.topics == ("rail",)
    assert passing.topics == ()
    assert [hit.topic for hit in passing.hits] == ["rail"]


def test_the_headline_of_a_report_counts_like_a_question_and_is_not_stored() -> None:
    filler = [f"The ministry made remark {number} on this matter of great patience." for number in range(8)]
    with_headline = only(briefing("report", "Night trains and railways return", report=filler))
    assert with_headline.topics == ("rail",)
    assert with_headline.hits == ()


def test_the_headline_of_a_transcript_does_not_count() -> None:
    assert (
        only(briefing("qa", "Night trains and railways return", question=["Why?"], answer=["We do not know."])).topics
        == ()
    )


def test_an_announcement_counts_by_its_text_alone() -> None:
    assert only(briefing("announcement", announcement=["The railway opens.", "Night trains follow."])).topics == (
        "rail",
    )


def test_chrome_is_never_hit() -> None:
    assert only(briefing("qa", "", "Railway timetable", question=["Why?"], answer=["We do not know."])).hits == ()


def test_a_required_context_may_stand_anywhere_in_the_exchange() -> None:
    near = only(briefing("qa", question=["Is the railway late?"], answer=["The station is closed."]))
    far = only(briefing("qa", question=["Is the bus late?"], answer=["The station is closed."]))
    assert [hit.term for hit in near.hits] == ["railway*", "station*"]
    assert far.hits == ()


def test_an_excluded_context_counts_in_its_own_statement_only() -> None:
    same = only(briefing("qa", question=["Is the air harbour a harbour?"], answer=["No."]))
    other = only(briefing("qa", question=["Is it an air harbour?"], answer=["The harbour is full."]))
    assert same.hits == ()
    assert [hit.term for hit in other.hits] == ["harbour*"]


def test_a_phrase_across_two_statements_is_no_hit() -> None:
    assert only(briefing("qa", question=["They like the night", "trains they do not like."], answer=["No."])).hits == ()


def test_a_topic_yields_to_the_one_it_names() -> None:
    filler = [f"The guild made remark {number} on this matter of great patience." for number in range(12)]
    yielding = briefing("qa", question=["How many trawlers and how much cod is there?"], answer=["Much cod.", *filler])
    stronger = briefing(
        "qa", question=["Is the harbour deep, and the trawler old?"], answer=["The harbour is.", *filler]
    )
    assert only(yielding).topics == ("fish",)
    assert only(stronger).topics == ("sea",)


def test_an_exchange_without_words_has_no_topics() -> None:
    assert topics.annotated(briefing("qa"), LEXICON) == (topics.ExchangeTopics((), ()),)


def test_an_empty_lexicon_finds_nothing() -> None:
    given = briefing("qa", question=["Is the railway late?"], answer=["Yes."])
    assert topics.annotated(given, Lexicon("empty", ())) == (topics.ExchangeTopics((), ()),)


def test_a_lexicon_sent_to_another_process_gives_the_same() -> None:
    given = briefing("qa", question=["Is the railway late?"], answer=["Yes."])
    assert topics.annotated(given, pickle.loads(pickle.dumps(LEXICON))) == topics.annotated(given, LEXICON)


@pytest.mark.parametrize(
    ("text", "about", "words"),
    [
        ("Is the railway late?", True, ["railway"]),
        (
            "The trip by boat, by bus and on foot, over the hills and through the woods, ended by railway. " * 3,
            True,
            ["railway"] * 3,
        ),
    ],
)
def test_an_explanation_shows_the_words_that_matched(text: str, about: bool, words: list[str]) -> None:
    (said,) = topics.explain(text, LEXICON)
    assert (said.topic, said.title, said.about) == ("rail", "Railways", about)
    assert [match.words for match in said.matches] == words
    assert {(match.term, match.weight) for match in said.matches} == {("railway*", 3)}


def test_an_explanation_tells_a_topic_that_is_only_touched() -> None:
    text = "Cod, more cod and the Cod Commission, and at the end of a long and winding question, a word on a trawler."
    said = topics.explain(text, LEXICON)
    assert [(each.topic, each.about) for each in said] == [("fish", True), ("sea", False)]
