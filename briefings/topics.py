"""What an exchange is about: the lexicon's hits in it, and the topics whose hits weigh enough."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefings.learned import SURE, Heard, Piece, heard
from briefings.lexicon import Lexicon
from briefings.matching import Found, Matcher
from briefings.models import Briefing, Exchange
from briefings.weighing import LEAD, Use, about, score

OPENING = 2
"""Statements of an announcement that count as its opening."""
LETTERS = 6.0
"""Characters to a word, blanks included: lengths are measured without splitting the text again."""


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


class Match(NamedTuple):
    """A term of a topic in a text, and what it weighs."""

    term: str
    words: str
    """The words it matched."""
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a text is about a topic, or touches it only."""

    topic: str
    title: str
    about: bool
    score: float
    threshold: float
    matches: tuple[Match, ...]


class _Rule(NamedTuple):
    """One term group made ready: whose it is, what it weighs, the numbers of its context terms."""

    topic: int
    weight: float
    required: frozenset[int]
    excluded: frozenset[int]


class _Plan(NamedTuple):
    """A lexicon made ready: the automaton, the rules that each term serves, the topics that each topic yields to."""

    matcher: Matcher
    rules: tuple[tuple[_Rule, ...], ...]
    yields: tuple[tuple[int, ...], ...]
    contextual: bool


class _Part(NamedTuple):
    """One statement of a briefing: its span, its exchange, its number there, and its place in the argument."""

    start: int
    end: int
    exchange: int
    number: int
    leads: bool
    replies: bool


def annotated(briefing: Briefing, lexicon: Lexicon) -> tuple[ExchangeTopics, ...]:
    """The topics and hits of each exchange of a briefing, in the order of its exchanges."""
    plan = _plan(lexicon)
    parts = sorted(_parts(briefing.exchanges))
    words = _lengths(parts, len(briefing.exchanges))
    pieces = _pieces(briefing, parts)
    uses: list[list[tuple[_Part, Found]]] = [[] for _ in briefing.exchanges]
    for part, found in _placed(plan.matcher.found(briefing.text), parts):
        uses[part.exchange].append((part, found))
    for number, exchange in enumerate(briefing.exchanges):
        if exchange.kind == "report":
            headline = _Part(0, len(briefing.headline), number, -1, True, False)
            uses[number].extend((headline, found) for found in plan.matcher.found(briefing.headline))
            words[number] += LEAD * len(briefing.headline) / LETTERS
    return tuple(
        _exchange(own, length, said, plan, lexicon) for own, length, said in zip(uses, words, pieces, strict=True)
    )


def explain(text: str, lexicon: Lexicon) -> list[Explanation]:
    """Every topic that a text touches, read as a question: those it is about first, with the words that matched."""
    plan = _plan(lexicon)
    part = _Part(0, len(text), 0, 0, True, False)
    hits = _hits([(part, found) for found in plan.matcher.found(text)], plan)
    strengths = _strengths(hits, LEAD * len(text) / LETTERS, lexicon)
    chosen = about(strengths, plan.yields)
    order = chosen + sorted(set(hits) - set(chosen), key=lambda topic: (-strengths[topic], topic))
    more = _more([Piece(text, 0, LEAD)], [lexicon.topics[topic] for topic in chosen], lexicon)
    explained = [_by_ear(each, text, lexicon) for each in more]
    heard_of = {each.topic for each in more}
    for topic in (each for each in order if lexicon.topics[each] not in heard_of):
        entry = lexicon.entries[topic]
        matches = tuple(Match(plan.matcher.terms[u.term], text[u.start : u.end], u.weight) for u in hits[topic])
        reached = strengths[topic] * entry.threshold
        explained.append(Explanation(entry.topic, entry.title, topic in chosen, reached, entry.threshold, matches))
    return explained


def _by_ear(found: Heard, text: str, lexicon: Lexicon) -> Explanation:
    """Why a text is about a topic by its learned words."""
    entry = lexicon.entries[lexicon.topics.index(found.topic)]
    matches = tuple(Match("learned word", text[each.start : each.end], each.says) for each in found.words)
    return Explanation(entry.topic, entry.title, True, found.probability, SURE, matches)


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
    place = {entry.topic: number for number, entry in enumerate(lexicon.entries)}
    yields = tuple(tuple(place[other] for other in entry.yields_to) for entry in lexicon.entries)
    contextual = any(group.excluded for _, group in groups)
    return _Plan(matcher, tuple(map(tuple, rules)), yields, contextual)


def _parts(exchanges: Sequence[Exchange]) -> Iterator[_Part]:
    """Every statement of a briefing with its place."""
    for number, exchange in enumerate(exchanges):
        part, answered = 0, False
        for turn in exchange.turns:
            for statement in turn.statements:
                leads = turn.kind == "question" or (turn.kind == "announcement" and part < OPENING)
                replies = turn.kind == "answer" and not answered
                answered = answered or replies
                yield _Part(statement.start, statement.end, number, part, leads, replies)
                part += 1


def _lengths(parts: Sequence[_Part], exchanges: int) -> list[float]:
    """The words of each exchange, those that lead counted more, as they count more in the score."""
    words = [0.0] * exchanges
    for part in parts:
        words[part.exchange] += (part.end - part.start) / LETTERS * (LEAD if part.leads else 1.0)
    return words


def _placed(found: Sequence[Found], parts: Sequence[_Part]) -> Iterator[tuple[_Part, Found]]:
    """Each find with the statement it lies in; finds outside statements or across two are left out."""
    starts = [part.start for part in parts]
    for each in found:
        place = bisect_right(starts, each.start) - 1
        if place >= 0 and each.end <= parts[place].end:
            yield parts[place], each


def _hits(uses: Sequence[tuple[_Part, Found]], plan: _Plan) -> dict[int, list[Use]]:
    """The hits of each topic in one exchange, in reading order, by context and without those inside a longer one."""
    there = {found.term for _, found in uses}
    nearby: defaultdict[int, set[int]] = defaultdict(set)
    if plan.contextual:
        for part, found in uses:
            nearby[part.number].add(found.term)
    hits: defaultdict[int, list[Use]] = defaultdict(list)
    for part, (term, start, end) in uses:
        for topic, weight, required, excluded in plan.rules[term]:
            if required and required.isdisjoint(there):
                continue
            if excluded and not excluded.isdisjoint(nearby[part.number]):
                continue
            hits[topic].append(Use(term, part.number, part.leads, part.replies, start, end, weight))
    return {topic: _longest(each) for topic, each in hits.items()}


def _longest(hits: list[Use]) -> list[Use]:
    """The hits of one topic in reading order, without those that lie inside another."""
    if len(hits) == 1:
        return hits
    kept: list[Use] = []
    part, last = -2, -1
    for hit in sorted(hits, key=lambda hit: (hit.part, hit.start, -hit.end, -hit.weight)):
        if hit.part != part or hit.end > last:
            kept.append(hit)
            part, last = hit.part, hit.end
    return kept


def _strengths(hits: dict[int, list[Use]], words: float, lexicon: Lexicon) -> dict[int, float]:
    """The score of each topic in units of its threshold."""
    return {topic: score(uses, words) / lexicon.entries[topic].threshold for topic, uses in hits.items()}


def _exchange(
    uses: Sequence[tuple[_Part, Found]], words: float, pieces: Sequence[Piece], plan: _Plan, lexicon: Lexicon
) -> ExchangeTopics:
    """The topics of one exchange and the hits that are stored: those in its statements."""
    hits = _hits(uses, plan)
    names, terms = lexicon.topics, plan.matcher.terms
    chosen = [names[topic] for topic in about(_strengths(hits, words, lexicon), plan.yields)]
    more = _more(pieces, chosen, lexicon)
    stored = [(u.start, u.end, topic, terms[u.term]) for topic, each in hits.items() for u in each if u.part >= 0]
    place = {name: number for number, name in enumerate(names)} if more else {}
    stored += [(word.start, word.end, place[each.topic], word.word) for each in more for word in each.words]
    return ExchangeTopics(
        (*chosen, *(each.topic for each in more)),
        tuple(Hit(names[topic], term, start, end) for start, end, topic, term in sorted(set(stored))),
    )


def _more(pieces: Sequence[Piece], chosen: Collection[str], lexicon: Lexicon) -> list[Heard]:
    """The topics that the terms leave out and the learned words speak for."""
    if lexicon.learned is None:
        return []
    return heard(lexicon.learned, pieces, [topic for topic in lexicon.topics if topic not in chosen])


def _pieces(briefing: Briefing, parts: Sequence[_Part]) -> list[list[Piece]]:
    """What is said in each exchange, piece by piece; the headline of a report is not in its text."""
    pieces = [
        [Piece(briefing.headline, -1, LEAD)] if exchange.kind == "report" else [] for exchange in briefing.exchanges
    ]
    for part in parts:
        said = briefing.text[part.start : part.end]
        pieces[part.exchange].append(Piece(said, part.start, LEAD if part.leads else 1.0))
    return pieces
