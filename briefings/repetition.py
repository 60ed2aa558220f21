"""Statements that were said before, nearly word for word: found by MinHash, checked on all their word shingles."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from rensa import RMinHash, RMinHashLSH

from briefings import novelty, query
from briefings.chain import Array
from briefings.sketch import WIDTH, scrambled, word_hash

LIKE = 0.8
"""Least Jaccard likeness of the word shingles of two statements that say nearly the same."""
HASHES, BANDS = 80, 16
"""Two statements of that likeness meet in a band but for one pair in 500."""
NEAR = 2
"""How many of those before it, in a band, a statement is compared with; and with the first."""
DOUBT = 0.15
"""How far a likeness estimated from the digests may be from the true one."""
ROWS = 100_000
DIGESTS = 500
"""Texts whose digests are read at a time."""
LATER = 0xFFFFFFFF
"""The bits of a pair that number its later text."""
MIXER = np.uint64(0x100000001B3)


def build(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes which statements of the `built` database were said before, and how new every briefing is."""
    reader = connection.sql(query.text("load/6_wordings")).to_arrow_reader(ROWS)
    batches = [(batch["statement"].to_numpy(), *shingles(batch["tokens"])) for batch in reader]
    if batches:
        statement = np.concatenate([batch[0] for batch in batches])
        one, other, likeness = alike([batch[1:] for batch in batches])
        near = {"statement": statement[other], "earlier": statement[one], "likeness": likeness}
        connection.register("near_to_stage", pa.table(near))
        connection.execute("insert into staged.near by name select * from near_to_stage")
        connection.unregister("near_to_stage")
    query.script(connection, "load/6_said_before")
    if batches:
        novelty.build(connection, statement, *(np.concatenate([batch[side] for batch in batches]) for side in (1, 2)))


def shingles(tokens: pa.Array) -> tuple[Array, Array]:
    """The hashes of the word shingles of texts of three words and more, and how many each has."""
    lists = pc.split_pattern(tokens, " ")
    encoded = lists.flatten().dictionary_encode()
    hashes = np.array([word_hash(word) for word in encoded.dictionary.to_pylist()], np.uint64)
    words = hashes[encoded.indices.to_numpy()]
    mixed = np.zeros(len(words) - WIDTH + 1, np.uint64)
    for place in range(WIDTH):
        mixed = mixed * MIXER + words[place : len(mixed) + place]
    lengths = np.diff(lists.offsets.to_numpy())
    text = np.repeat(np.arange(len(lists)), lengths)
    return scrambled(mixed)[text[: len(mixed)] == text[WIDTH - 1 :]], lengths - WIDTH + 1


def alike(batches: list[tuple[Array, Array]]) -> tuple[Array, Array, Array]:
    """Pairs of texts that are alike, the earlier first, with their likeness; texts are numbered over all batches."""
    hashes, sizes = (np.concatenate([batch[side] for batch in batches]) for side in (0, 1))
    starts = np.cumsum(sizes) - sizes
    some = meeting(hashes, sizes)
    digest = digests(hashes[spread(starts[some], sizes[some])], sizes[some])
    met = np.unique(np.concatenate([pairs for band in range(BANDS) for pairs in candidates(digest, band)]))
    kept = [estimated(digest, pairs) >= LIKE - DOUBT for pairs in parts(met)]
    likely = met[np.concatenate([np.zeros(0, bool), *kept])]
    found = [checked(hashes, starts, sizes, some[pairs >> 32] << 32 | some[pairs & LATER]) for pairs in parts(likely)]
    pairs = np.concatenate([np.zeros(0, np.int64), *(pairs for pairs, _ in found)])
    likeness = np.concatenate([np.zeros(0), *(likeness for _, likeness in found)])
    return pairs >> 32, pairs & LATER, likeness


def meeting(hashes: Array, sizes: Array) -> Array:
    """The texts that meet another one in a band; a digest is slow to read, and only theirs are needed."""
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets(sizes), HASHES, 1)
    return np.flatnonzero(RMinHashLSH(LIKE, HASHES, BANDS).query_duplicate_flags_matrix_one_shot(matrix))


def offsets(sizes: Array) -> Array:
    """Where each of some neighbouring ranges begins, and where the last ends."""
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.uint64)


def parts(pairs: Array) -> Iterator[Array]:
    """The pairs in portions that fit in memory."""
    return (pairs[begin : begin + ROWS] for begin in range(0, len(pairs), ROWS))


def digests(hashes: Array, sizes: Array) -> Array:
    """The MinHash digest of every text, a few at a time: so their numbers find memory just given back."""
    result = np.empty((len(sizes), HASHES), np.uint32)
    ends = offsets(sizes)
    for row in range(0, len(sizes), DIGESTS):
        own = ends[row : row + DIGESTS + 1]
        part = hashes[int(own[0]) : int(own[-1])]
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(part, own - own[0], HASHES, 1)
        result[row : row + DIGESTS] = matrix.to_rows()
    return result


def candidates(digest: Array, band: int) -> Iterator[Array]:
    """Pairs of texts that meet in a band, as the earlier times 2**32 plus the later."""
    width = HASHES // BANDS
    keys = np.zeros(len(digest), np.uint64)
    for place in range(band * width, band * width + width):
        keys = scrambled(keys * MIXER + digest[:, place])
    # The number of the text in the lowest bits of its key: sorted at once, the earlier first.
    bits = np.uint64(len(keys).bit_length())
    packed = np.sort(keys >> bits << bits | np.arange(len(keys), dtype=np.uint64))
    order, keys = (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64), packed >> bits
    fresh = np.concatenate([np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1]])
    start = np.maximum.accumulate(np.where(fresh, np.arange(len(keys)), 0))
    rows = np.flatnonzero(~fresh)
    yield order[start[rows]] << 32 | order[rows]
    for lag in range(1, NEAR + 1):
        rows = rows[rows - lag > start[rows]]
        yield order[rows - lag] << 32 | order[rows]


def estimated(digest: Array, pairs: Array) -> Array:
    """The likeness of the pairs as their digests have it."""
    equal = digest[pairs >> 32] == digest[pairs & LATER]
    share: Array = np.count_nonzero(equal, axis=1) / HASHES
    return share


def checked(hashes: Array, starts: Array, sizes: Array, pairs: Array) -> tuple[Array, Array]:
    """The pairs whose shingles are alike enough, with their Jaccard likeness."""
    sides = (pairs >> 32, pairs & LATER)
    number = np.concatenate([np.repeat(np.arange(len(pairs)), sizes[side]) for side in sides])
    held = np.concatenate([hashes[spread(starts[side], sizes[side])] for side in sides])
    later = np.repeat([0, 1], [int(sizes[side].sum()) for side in sides])
    order = np.lexsort((later, held, number))
    number, held, later = number[order], held[order], later[order]
    same = (number[1:] == number[:-1]) & (held[1:] == held[:-1])
    kinds = np.bincount(number[np.concatenate([[True], ~same])], minlength=len(pairs)) if len(pairs) else number
    shared = np.bincount(number[1:][same & (later[1:] != later[:-1])], minlength=len(pairs))
    likeness = shared / np.maximum(kinds, 1)
    enough = likeness >= LIKE
    return pairs[enough], likeness[enough]


def spread(starts: Array, sizes: Array) -> Array:
    """All places of ranges that begin at the starts and are so long."""
    ends = np.cumsum(sizes)
    places: Array = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + sizes, sizes)
    return places
