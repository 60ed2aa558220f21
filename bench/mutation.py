"""Sentences that can be said again in other words: pieces that come back as they are, and gaps for new words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random
from typing import NamedTuple

from bench import corpus, recurrence
from bench.corpus import Document, Exchange
from briefings.text import tokens

FROM = 4
"""Documents of the source from which a sequence may be repeated word for word: some become rarer by chance."""
COMMON = 120
"""Most frequent words of the source, which are never replaced: they hold the sentences together."""
SHORTEST = 4
NEW = 0.5
"""Share of the replaced words that no source has; the others come from the same place in other sentences."""
SWAPPED = 0.6
"""Share of the sentences that are taken from another exchange on the same topic."""
WORDS, HEAD = 200_000, 20
"""How many new words there are, and how many places the commonest of them share."""
ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kr", "st", "tr")
SYLLABLES = tuple(onset + vowel for onset in ONSETS for vowel in "aeiou")
ENDINGS = ("ing", "ed", "s", "ly", "ion")


class Gap(NamedTuple):
    """A word that may be replaced, the text before it, and the words that stand in the same place elsewhere."""

    before: str
    word: str
    others: Sequence[str]


class Piece(NamedTuple):
    """A run of words which recurs as far as `level` says (0: not at all), with its gaps."""

    level: int
    text: str
    gaps: tuple[Gap, ...]
    tail: str


Sentence = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Turns:
    """An exchange made ready to be said anew."""

    topic: int
    question: tuple[Sentence, ...]
    answer: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """How much of the source is kept."""

    replaced: float
    """Share of the words of a changed piece that are replaced."""
    kept: Mapping[int, float]
    """Share of the recurring pieces said word for word, by level."""


def ready(documents: Sequence[Document]) -> list[list[Turns]]:
    """Every exchange of the source with its pieces and gaps, by document."""
    stream = recurrence.stream([corpus.cells(document) for document in documents])
    level = iter(recurrence.levels(stream, FROM).tolist())
    counted = Counter(token for document in documents for text in texts(document) for token, _, _ in tokens(text))
    common = frozenset(word for word, _ in counted.most_common(COMMON))
    slots: defaultdict[tuple[str, bool, str], list[str]] = defaultdict(list)

    def turn(sentences: Sequence[str]) -> tuple[Sentence, ...]:
        made = tuple(tuple(pieces(text, level, common, slots)) for text in sentences)
        if sentences:
            next(level)  # the break behind each cell
        return made

    return [[Turns(each.topic, turn(each.question), turn(each.answer)) for each in document] for document in documents]


def texts(document: Document) -> Iterator[str]:
    """The sentences of a document."""
    return (text for each in document for text in (*each.question, *each.answer))


def pieces(
    text: str, levels: Iterator[int], common: frozenset[str], slots: defaultdict[tuple[str, bool, str], list[str]]
) -> Iterator[Piece]:
    """A sentence cut where the level changes; its replaceable words are filed under their slots."""
    words = [(next(levels), *token) for token in tokens(text)]
    runs = [list(run) for _, run in groupby(words, key=lambda word: word[0])]
    before = ""
    starts = [0, *(run[0][2] for run in runs[1:]), len(text)]
    for run, start, end in zip(runs, starts, starts[1:], strict=False):
        gaps, done = [], start
        for _, token, first, last in run:
            if replaceable(token, common):
                others = slots[slot(before, text[first:last])]
                others.append(text[first:last])
                gaps.append(Gap(text[done:first], text[first:last], others))
                done = last
            before = token
        yield Piece(run[0][0], text[start:end], tuple(gaps), text[done:end])


def replaceable(token: str, common: frozenset[str]) -> bool:
    """Whether a word carries content."""
    return len(token) >= SHORTEST and token.isalpha() and token not in common


def slot(before: str, word: str) -> tuple[str, bool, str]:
    """What words that can stand in each other's place share: the word before, the capital, the ending."""
    return before, word[0].isupper(), next((ending for ending in ENDINGS if word.endswith(ending)), "")


def new_words() -> list[str]:
    """Invented words, the most frequent first: two syllables and more, no two alike."""
    size = len(SYLLABLES)
    made = []
    for number in range(size, size + WORDS):
        word, rest = "", number
        while rest:
            word, rest = SYLLABLES[rest % size] + word, rest // size
        made.append(word + "n")
    return made


class Speech:
    """Says the exchanges of a source anew."""

    def __init__(self, documents: Sequence[Document]) -> None:
        source = ready(documents)
        self.lengths = [len(document) for document in source]
        self.exchanges = [each for document in source for each in document]
        self.words = new_words()
        self.pools: defaultdict[tuple[int, bool], list[Sentence]] = defaultdict(list)
        for each in self.exchanges:
            self.pools[each.topic, True].extend(each.question)
            self.pools[each.topic, False].extend(each.answer)

    def document(self, rates: Rates, chance: Random, share: float = 1) -> Document:
        """A briefing of as many exchanges as one of the source has, or a share of them, each recombined."""
        wanted = max(1, round(share * chance.choice(self.lengths)))
        return tuple(self.exchange(chance.choice(self.exchanges), rates, chance) for _ in range(wanted))

    def exchange(self, source: Turns, rates: Rates, chance: Random) -> Exchange:
        """An exchange with some of its sentences taken from others on the same topic, all of them changed."""
        said = []
        for asks, sentences in ((True, source.question), (False, source.answer)):
            pool = self.pools[source.topic, asks]
            chosen = (chance.choice(pool) if chance.random() < SWAPPED else sentence for sentence in sentences)
            said.append(tuple(self.sentence(sentence, rates, chance) for sentence in chosen))
        return Exchange(source.topic, *said)

    def sentence(self, source: Sentence, rates: Rates, chance: Random) -> str:
        """A sentence whose recurring pieces are kept as often as the rates say, with new words in the others."""
        said: list[str] = []
        random = chance.random
        for level, text, gaps, tail in source:
            if level and random() < rates.kept[level]:
                said.append(text)
                continue
            for before, word, others in gaps:
                said.append(before)
                said.append(self.other(word, others, chance) if random() < rates.replaced else word)
            said.append(tail)
        return "".join(said)

    def other(self, word: str, others: Sequence[str], chance: Random) -> str:
        """A word in the place of another: one from the same slot, or a new one (Zipf: the nth as rare as 1/n)."""
        if chance.random() >= NEW:
            return others[int(chance.random() * len(others))]
        rank = int(HEAD * (WORDS / HEAD) ** chance.random()) - HEAD
        new = self.words[rank]
        return new.capitalize() if word[0].isupper() else new
