"""Unlabelled pairs of a database: what spokespersons said of the targets, for a model to learn from another."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

import duckdb

from briefings.marking import Pair
from briefings.targets import Targets, mentions

SPOKEN = """
select m.country, s.text, b.name
from statement as s
join ministry as m using (ministry)
join briefing as b using (briefing)
where s.role = 'spokesperson' and s.words between 5 and 90 and s.standing = 'counted'
order by s.statement
"""


def read(
    databases: Sequence[Path], targets: Targets, count: int, seed: int, without: Container[str] = ()
) -> list[Pair]:
    """Some pairs of the databases, each target as evenly as they allow, none from the documents to leave out."""
    chosen = random.Random(seed)
    piles: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    for database in databases:
        for pair in pairs(database, targets, without):
            piles[pair.government, pair.target.id].append(pair)
    for pile in piles.values():
        chosen.shuffle(pile)
    share = most(sorted(len(pile) for pile in piles.values()), count)
    taken = [pair for _, pile in sorted(piles.items()) for pair in pile[:share]]
    chosen.shuffle(taken)
    return taken[:count]


def pairs(database: Path, targets: Targets, without: Container[str]) -> Iterator[Pair]:
    """Every different pair of one database: a statement, and a target that it names other than the speaker's own."""
    entries = {entry.id: entry for entry in targets.entries}
    seen: set[tuple[str, str]] = set()
    with duckdb.connect(str(database), read_only=True) as connection:
        rows = connection.execute(SPOKEN).fetchall()
    for country, text, name in rows:
        if Path(name).name in without:
            continue
        own = targets.named(country)
        for target in dict.fromkeys(mention.target for mention in mentions(text, targets)):
            if (own is None or target != own.id) and (text, target) not in seen:
                seen.add((text, target))
                yield Pair(country, entries[target], text)


def most(sizes: Sequence[int], count: int) -> int:
    """How many to take of each pile, sizes in order, so that about `count` are taken in all."""
    left = count
    for place, size in enumerate(sizes):
        share = left // (len(sizes) - place)
        if size > share:
            return share + 1
        left -= size
    return sizes[-1] if sizes else 0
