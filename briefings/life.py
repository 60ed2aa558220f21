"""When phrases were used: how often, from when to when, and how long the silences were, counted in briefings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from briefings.chain import Array

SIGHTINGS = 5
"""Briefings with a use before a silence can tell anything."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The briefings in order, each with its source, and which have a place in time: those that count and have a day."""

    source: Array
    counted: Array
    placed: Array

    def ranks(self) -> Array:
        """For every source and briefing, how many briefings of the source with a place were held by then."""
        ranks = np.zeros((int(self.source.max(initial=0)) + 1, len(self.source)), np.int32)
        ranks[self.source[self.placed], np.flatnonzero(self.placed)] = 1
        return ranks.cumsum(axis=1, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Lives:
    """For every phrase: uses, the briefings with one, and the places of these among the briefings of their sources."""

    uses: Array
    briefings: Array
    sightings: Array
    """Briefings with a use that have a place."""
    first_place: Array
    """Place of the first, from 1 on; 0 where no briefing has a place."""
    last_place: Array
    held: Array
    """Briefings, with a place, of the sources that use the phrase."""
    silence: Array
    """Most briefings between two uses."""
    return_p: Array
    """Least p of a silence that ended, times how many were tried; infinite where none was."""
    first: Array
    """The first briefing with a place that has a use, -1 where there is none."""
    last: Array


def lives(phrases: int, phrase: Array, briefing: Array, calendar: Calendar, ranks: Array) -> Lives:
    """The lives of so many phrases, from the phrase and the briefing of every use that counts, sorted by both."""
    seen = np.ones(len(phrase), bool)
    seen[1:] = (phrase[1:] != phrase[:-1]) | (briefing[1:] != briefing[:-1])
    uses, briefings = np.bincount(phrase, minlength=phrases), np.bincount(phrase[seen], minlength=phrases)
    seen &= calendar.placed[briefing]
    phrase, briefing = phrase[seen], briefing[seen]
    place, held = places(phrases, phrase, briefing, calendar, ranks)
    sightings = np.bincount(phrase, minlength=phrases)
    begun = np.concatenate([[0], np.cumsum(sightings)])[:-1]
    ended = begun + sightings - 1
    some = sightings > 0
    silence, return_p = silences(phrases, phrase, place, begun)

    def at(column: Array, rows: Array, absent: int) -> Array:
        result = np.full(phrases, absent, np.int64)
        result[some] = column[rows[some]]
        return result

    return Lives(
        *(uses, briefings, sightings, at(place, begun, 0), at(place, ended, 0), held, silence, return_p),
        *(at(briefing, begun, -1), at(briefing, ended, -1)),
    )


def places(phrases: int, phrase: Array, briefing: Array, calendar: Calendar, ranks: Array) -> tuple[Array, Array]:
    """Each sighting's place among the briefings of the sources that use its phrase, and how many of these there are."""
    place, held = np.zeros(len(phrase), np.int64), np.zeros(phrases, np.int64)
    for source in range(len(ranks)):
        uses_it = np.zeros(phrases, bool)
        uses_it[phrase[calendar.source[briefing] == source]] = True
        if uses_it.any():
            place += ranks[source, briefing] * uses_it[phrase]
            held += uses_it * int(ranks[source, -1])
    return place, held


def silences(phrases: int, phrase: Array, place: Array, begun: Array) -> tuple[Array, Array]:
    """The longest silence of each phrase, and the p of the one most unlike its use before, for as many as it had."""
    longest, least, tried = np.zeros(phrases, np.int64), np.full(phrases, np.inf), np.zeros(phrases, np.int64)
    rows = np.flatnonzero(phrase[1:] == phrase[:-1])
    if len(rows):
        since = place[begun[phrase[rows]]]
        before = rows - begun[phrase[rows]] + 1
        chance = ((place[rows] - since) / (place[rows + 1] - since)) ** (before - 1)
        chance[before < SIGHTINGS] = np.inf
        groups = phrase[rows]
        starts = np.flatnonzero(np.concatenate([[True], groups[1:] != groups[:-1]]))
        longest[groups[starts]] = np.maximum.reduceat(place[rows + 1] - place[rows] - 1, starts)
        least[groups[starts]] = np.minimum.reduceat(chance, starts)
        tried = np.bincount(groups[before >= SIGHTINGS], minlength=phrases)
    return longest, least * np.maximum(tried, 1)
