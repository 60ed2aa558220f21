"""What an exchange is about: the lexicon's hits in it, and the topics whose hits weigh enough."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefings.lexicon import Lexicon
from briefings.matching import Found, Matcher
from briefings.models import Briefing, Exchange

LEAD = 2.0
"""How much more a question, a headline and the opening of an announcement count than the rest."""
OPENING = 2
"""Statements of an announcement that count as its opening."""
REPEAT = 0.5
"""What each further use of the same term adds, as a part of the use before."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A term of a topic where it stands: `briefing.text[start:end]`."""

    topic: str
    term: str
    """The term as the lexicon spells it."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ExchangeTopics:
    """What one exchange is about, strongest first, and every hit in its statements, passing mentions too."""

    topics: tuple[str, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a text is or is not about a topic."""

    topic: str
    title: str
    score: float
    threshold: float
    matches: tuple[tuple[str, str, float], ...]
    """(term, the words it matched, its weight)."""

    @property
    def about(self) -> bool:
        """Whether the score reaches the threshold."""
        return self.score >= self.threshold


class _Rule(NamedTuple):
    """One term group made ready: whose it is, what it weighs, the numbers of its context terms."""

    topic: int
    weight: float
    required: frozenset[int]
    excluded: frozenset[int]


class _Plan(NamedTuple):
    """A lexicon made ready: the automaton, and the rules that each term serves."""

    matcher: Matcher
    rules: tuple[tuple[_Rule, ...], ...]


class _Use(NamedTuple):
    """A term in one part of an exchange: a statement by its number, the headline as -1."""

    part: int
    leads: bool
    found: Found


class _Weighed(NamedTuple):
    """A hit before it is counted."""

    use: _Use
    weight: float


def annotated(briefing: Briefing, lexicon: Lexicon) -> tuple[ExchangeTopics, ...]:
    """The topics and hits of each exchange of a briefing, in the order of its exchanges."""
    plan = _plan(lexicon)
    uses: list[list[_Use]] = [[] for _ in briefing.exchanges]
    for exchange, use in _placed(plan.matcher.found(briefing.text), sorted(_spans(briefing.exchanges))):
        uses[exchange].append(use)
    headline = [_Use(-1, True, found) for found in plan.matcher.found(briefing.headline)]
    for exchange, own in zip(briefing.exchanges, uses, strict=True):
        if exchange.kind == "report":
            own.extend(headline)
    return tuple(_about(_weighed(own, plan), plan.matcher, lexicon) for own in uses)


def explain(text: str, lexicon: Lexicon) -> list[Explanation]:
    """Every topic that a sentence touches, with the words that matched, read as a question: strongest first."""
    plan = _plan(lexicon)
    uses = [_Use(0, True, found) for found in plan.matcher.found(text)]
    explained = []
    for topic, weighed in _weighed(uses, plan).items():
        entry = lexicon.entries[topic]
        matches = tuple(
            (plan.matcher.terms[use.found.term], text[use.found.start : use.found.end], weight) for use, weight in weighed
        )
        explained.append(Explanation(entry.topic, entry.title, _score(weighed), entry.threshold, matches))
    return sorted(explained, key=lambda each: (-each.score / each.threshold, each.topic))


@lru_cache(maxsize=8)
def _plan(lexicon: Lexicon) -> _Plan:
    """The lexicon made ready, once per process."""
    groups = [(number, group) for number, entry in enumerate(lexicon.entries) for group in entry.groups]
    matcher = Matcher(term for _, group in groups for term in (*group.terms, *group.required, *group.excluded))
    numbers = {term: number for number, term in enumerate(matcher.terms)}
    rules: list[list[_Rule]] = [[] for _ in matcher.terms]
    for topic, group in groups:
        required, excluded = (frozenset(numbers[term] for term in terms) for terms in (group.required, group.excluded))
        for term in group.terms:
            rules[numbers[term]].append(_Rule(topic, group.weight, required, excluded))
    return _Plan(matcher, tuple(map(tuple, rules)))


def _spans(exchanges: Sequence[Exchange]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Every statement as (start, end, exchange, number in it, whether it leads)."""
    for number, exchange in enumerate(exchanges):
        part = 0
        for turn in exchange.turns:
            for statement in turn.statements:
                leads = turn.kind == "question" or (turn.kind == "announcement" and part < OPENING)
                yield statement.start, statement.end, number, part, leads
                part += 1


def _placed(
    found: Iterable[Found], spans: Sequence[tuple[int, int, int, int, bool]]
) -> Iterator[tuple[int, _Use]]:
    """Each find with the exchange it is in; finds outside statements or across two are left out."""
    starts = [span[0] for span in spans]
    for each in found:
        place = bisect_right(starts, each.start) - 1
        if place >= 0 and each.end <= spans[place][1]:
            _, _, exchange, part, leads = spans[place]
            yield exchange, _Use(part, leads, each)


def _weighed(uses: Sequence[_Use], plan: _Plan) -> dict[int, list[_Weighed]]:
    """The hits of each topic in one exchange, in reading order, by context and without those inside a longer one."""
    there = frozenset(use.found.term for use in uses)
    nearby: dict[int, set[int]] = defaultdict(set)
    for use in uses:
        nearby[use.part].add(use.found.term)
    hits: dict[int, list[_Weighed]] = defaultdict(list)
    for use in uses:
        for rule in plan.rules[use.found.term]:
            if rule.required and rule.required.isdisjoint(there):
                continue
            if rule.excluded and not rule.excluded.isdisjoint(nearby[use.part]):
                continue
            hits[rule.topic].append(_Weighed(use, rule.weight))
    return {topic: _longest(each) for topic, each in hits.items()}


def _longest(hits: list[_Weighed]) -> list[_Weighed]:
    """The hits of one topic in reading order, without those that lie inside another."""
    if len(hits) == 1:
        return hits
    kept: list[_Weighed] = []
    last, end = -2, -1
    for hit in sorted(hits, key=lambda hit: (hit.use.part, hit.use.found.start, -hit.use.found.end, -hit.weight)):
        if hit.use.part != last or hit.use.found.end > end:
            kept.append(hit)
            last, end = hit.use.part, hit.use.found.end
    return kept


def _about(hits: Mapping[int, list[_Weighed]], matcher: Matcher, lexicon: Lexicon) -> ExchangeTopics:
    """The topics whose hits reach their thresholds, and the hits that are stored."""
    scores = {topic: _score(weighed) / lexicon.entries[topic].threshold for topic, weighed in hits.items()}
    about = sorted((topic for topic, score in scores.items() if score >= 1), key=lambda topic: (-scores[topic], topic))
    stored = sorted(
        (use.found.start, use.found.end, topic, use.found.term)
        for topic, weighed in hits.items()
        for use, _ in weighed
        if use.part >= 0
    )
    return ExchangeTopics(
        tuple(lexicon.entries[topic].topic for topic in about),
        tuple(Hit(lexicon.entries[topic].topic, matcher.terms[term], start, end) for start, end, topic, term in stored),
    )


def _score(hits: Sequence[_Weighed]) -> float:
    """What the hits of one topic add up to: each further use of a term adds less than the one before."""
    seen: dict[tuple[int, bool], int] = defaultdict(int)
    total = 0.0
    for use, weight in hits:
        total += weight * (LEAD if use.leads else 1.0) * REPEAT ** seen[use.found.term, use.leads]
        seen[use.found.term, use.leads] += 1
    return total
