"""What hits weigh together, and which topics that makes."""

from __future__ import annotations

import pytest

from briefings import weighing
from briefings.weighing import Use, about, fading, score


def use(term: int = 0, part: int = 0, leads: bool = False, replies: bool = False, weight: float = 2.0) -> Use:
    """A hit somewhere in the answer."""
    return Use(term, part, leads, replies, 0, 1, weight)


def test_a_question_counts_more_than_the_reply_and_the_reply_more_than_the_rest() -> None:
    values = [score([each], 200) for each in (use(leads=True), use(replies=True), use())]
    assert values == [4.0, 3.0, 2.0]


def test_repeats_and_company_and_further_statements_count_less_each_time() -> None:
    once = score([use()], 200)
    assert once < score([use(), use(part=1)], 200) < score([use(), use(term=1, part=1)], 200) < 2 * once
    assert score([use(), use(term=1)], 200) < score([use(), use(term=1, part=1)], 200)


def test_a_longer_exchange_asks_for_more() -> None:
    assert score([use()], 800) < score([use()], 200) < score([use()], 50)


def test_fading_takes_the_largest_in_full_whatever_the_order() -> None:
    assert fading([1.0, 4.0, 2.0], 0.5) == fading([4.0, 2.0, 1.0], 0.5) == 4.0 + 1.0 + 0.25


@pytest.mark.parametrize(
    ("strengths", "topics"),
    [
        ({}, []),
        ({0: 1.0}, [0]),
        ({0: 0.95}, [0]),
        ({0: 0.95, 1: 0.94}, [0]),
        ({0: 0.5}, []),
        ({0: 1.2, 1: 2.0}, [1, 0]),
        ({0: 1.0, 1: 2.9}, [1]),
        ({0: 1.4, 1: 50.0}, [1, 0]),
        ({0: 3.0, 1: 2.0, 2: 1.7}, [0, 1]),
        ({0: 3.0, 1: 2.0, 2: 1.9}, [0, 1, 2]),
    ],
)
def test_a_topic_counts_from_its_threshold_unless_others_overshadow_it(
    strengths: dict[int, float], topics: list[int]
) -> None:
    assert about(strengths, [(), (), ()]) == topics


def test_a_topic_yields_to_a_stronger_one_and_not_to_a_weaker_one() -> None:
    assert about({0: 1.5, 1: 2.0}, [(1,), ()]) == [1]
    assert about({0: 2.0, 1: 1.5}, [(1,), ()]) == [0, 1]
    assert weighing.YIELDING < 1
