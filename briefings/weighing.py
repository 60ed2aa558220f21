"""What the hits of an exchange weigh: a score for each topic, and the topics that the exchange is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

# Chosen by cross-validation on labelled exchanges, and rounded; METHODS: the question counts more than the answer.
LEAD = 2.0
"""How much more a question, a headline and the opening of an announcement count than the rest."""
REPLY = 1.5
"""How much more the first sentence of the answer counts than the rest."""
REPEAT = 0.75
"""What a further use of the same term counts, as a part of the use before."""
COMPANY = 0.65
"""What a further term in the same statement counts: a list of ten countries is not ten times a country."""
SPREAD = 0.9
"""What a further statement counts."""
USUAL = 200
"""Words of an exchange, the question counted twice, at which a score stands as it is."""
SHORTEST = 50.0
"""Shorter exchanges are weighed as if they had so many words."""
LENGTH = 0.5
"""How fast a longer exchange asks for more: 0 not at all, 1 in proportion."""
PASSING = 0.45
"""A topic weaker than this part of the strongest one is named in passing."""
CEILING = 3.0
"""However strong the strongest is, it overshadows no more than this, in units of its threshold."""
ALONE = 0.9
"""Where no topic reaches its threshold, the strongest still counts from this part of it: few exchanges have none."""
CROWD = 0.6
"""The same from the third topic on."""
YIELDING = 0.85
"""A topic is dropped below this part of one that it yields to."""


class Use(NamedTuple):
    """One hit of a topic, ready to be weighed."""

    term: int
    part: int
    """The statement that holds it, numbered within the exchange; -1 for the headline."""
    leads: bool
    """It stands in a question, a headline or the opening of an announcement."""
    replies: bool
    """It stands in the first sentence of the answer."""
    start: int
    end: int
    weight: float


def score(uses: Sequence[Use], words: float) -> float:
    """What the hits of one topic add up to in an exchange of so many words (those that lead counted twice)."""
    seen: Counter[tuple[int, bool]] = Counter()
    parts: defaultdict[tuple[bool, int], list[float]] = defaultdict(list)
    for use in uses:
        key = (use.term, use.leads)
        place = LEAD if use.leads else REPLY if use.replies else 1.0
        again: float = REPEAT ** seen[key]
        parts[use.leads, use.part].append(place * use.weight * again)
        seen[key] += 1
    leading = fading((fading(part, COMPANY) for (leads, _), part in parts.items() if leads), SPREAD)
    rest = fading((fading(part, COMPANY) for (leads, _), part in parts.items() if not leads), SPREAD)
    length: float = (max(words, SHORTEST) / USUAL) ** LENGTH
    return (leading + rest) / length


def fading(values: Iterable[float], factor: float) -> float:
    """The sum of the values, the largest in full and each smaller one by a factor less than the one before."""
    total, share = 0.0, 1.0
    for value in sorted(values, reverse=True):
        total += value * share
        share *= factor
    return total


def about(strengths: Mapping[int, float], yields: Sequence[Sequence[int]]) -> list[int]:
    """The topics of an exchange, strongest first, from scores in units of each topic's threshold."""
    order = sorted(strengths, key=lambda topic: (-strengths[topic], topic))
    chosen: list[int] = []
    for topic in order:
        strength = strengths[topic]
        passing = min(strengths[order[0]], CEILING) * (PASSING if len(chosen) < 2 else CROWD)
        if strength < max(1.0, passing):
            break
        if all(min(strengths.get(other, 0.0), CEILING) * YIELDING <= strength for other in yields[topic]):
            chosen.append(topic)
    return chosen or [topic for topic in order[:1] if strengths[topic] >= ALONE]
