"""The language of Search: what is understood, and what is told of a mistake. Every sentence is invented."""

from __future__ import annotations

import pytest

from briefings.search import Clause, Element, Unclear, mistake, parsed, spans, words
from briefings.sought import sought


def run(*tokens: str) -> tuple[Element, ...]:
    """Words in a row, a star behind the beginning of one."""
    return tuple(Element(token.rstrip("*"), token.endswith("*")) for token in tokens)


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("trade Deal", [Clause((run("trade"),)), Clause((run("deal"),))]),
        ('"Trade deal"', [Clause((run("trade", "deal"),))]),
        ("\u201cTrade deal\u201d", [Clause((run("trade", "deal"),))]),
        ("trade trade", [Clause((run("trade"),))]),
        ("agree*", [Clause((run("agree*"),))]),
        ('"trade agree*"', [Clause((run("trade", "agree*"),))]),
        ("win-*", [Clause((run("win-*"),))]),
        ("win-win", [Clause((run("win-win"),))]),
        ("trade -war", [Clause((run("trade"),)), Clause((run("war"),), excluded=True)]),
        ('trade -"oil price"', [Clause((run("trade"),)), Clause((run("oil", "price"),), excluded=True)]),
        ("trade NEAR/5 deal", [Clause((run("trade"), run("deal")), 5)]),
        ("trade near/5 deal", [Clause((run("trade"), run("deal")), 5)]),
        ('"a deal" NEAR/0 agree* on', [Clause((run("a", "deal"), run("agree*")), 0), Clause((run("on"),))]),
        ("a NEAR/1 b b NEAR/2 c", [Clause((run("a"), run("b")), 1), Clause((run("b"), run("c")), 2)]),
        ("near the sea", [Clause((run(word),)) for word in ("near", "the", "sea")]),
        ("U.S. us", [Clause((run("US"),)), Clause((run("us"),))]),
        ("u.s. u.s.a. usa US", [Clause((run("US"),))]),
        ("US-*", [Clause((run("US-*"),))]),
        # A possessive ending is a word of its own, typed as it is said or apart as lists of phrases have it.
        ("harbour's", [Clause((run("harbour", "'s"),))]),
        ('"harbour \'s gate"', [Clause((run("harbour", "'s", "gate"),))]),
        ('"\'s gate"', [Clause((run("'s", "gate"),))]),
        ("trade & - deal", [Clause((run("trade"),)), Clause((run("deal"),))]),
    ],
)
def test_a_query_is_understood(typed: str, clauses: list[Clause]) -> None:
    assert list(parsed(typed)) == clauses


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("?", "holds no word"),
        ('""', "holds no word"),
        ('"trade deal', "quotation mark is missing"),
        ("-trade -deal", "only leaves sentences out"),
        ("a*", "at least 2 letters"),
        ("* deal", "behind the beginning of a word"),
        ("tr*de", "behind the beginning of a word"),
        ("trade NEAR deal", "needs a number"),
        ("trade NEAR/ deal", "needs a number"),
        ("NEAR/5 deal", "both sides"),
        ("trade NEAR/5", "both sides"),
        ("trade NEAR/5 ?", "both sides"),
        ("trade NEAR/5 NEAR/5 deal", "both sides"),
        ("a NEAR/5 b NEAR/5 c", "joins two"),
        ("trade NEAR/100 deal", "99 words at most"),
        ("-trade NEAR/5 deal", "not a NEAR"),
        ("trade NEAR/5 -deal", "not a NEAR"),
        (" ".join(f"w{number}" for number in range(31)), "Too long"),
        (f'"{"a " * 101}"', "Too long"),
    ],
)
def test_a_mistake_is_told(typed: str, told: str) -> None:
    assert told in (mistake(typed) or "")
    assert sought([typed]) is None
    with pytest.raises(Unclear, match=told):
        parsed(typed)


def test_nothing_typed_is_no_mistake() -> None:
    assert mistake("  ") is None and sought([" "]) is None


TEXT = "The U.S. harbour\u2019s old gate, an old gate, and us: they agreed."


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("OLD", ["old", "old"]),
        ('"old gate"', ["old gate", "old gate"]),
        ("USA", ["U.S."]),
        ("us", ["us"]),
        ("harbour's", ["harbour\u2019s"]),
        ("agree* -trade", ["agreed"]),
        # Of a NEAR only the hits that are near each other.
        ("old NEAR/1 harbour", ["harbour", "old"]),
        ("gate NEAR/2 us", ["gate", "us"]),
        ("gate NEAR/0 gate", []),
        ("unheard", []),
    ],
)
def test_the_words_found_are_marked(typed: str, marked: list[str]) -> None:
    assert [TEXT[first:last] for first, last in spans(TEXT, typed)] == marked


def test_a_phrase_with_its_ending_apart_is_the_same_phrase() -> None:
    assert words("harbour 's gate") == words("harbour\u2019s gate") == " harbour 's gate "


def test_links_are_numbered_by_query_and_leave_out_what_is_unclear() -> None:
    links = sought(["trade", "a*", '"one of the"'])
    assert links is not None
    assert [(link[0], *link[-2:]) for link in links] == [
        ("0", "trade", None),
        ("2", "one", "of"),
        ("2", "of", "the"),
    ]
