"""English words without their inflection: `exchanges` and `exchange` are one, and so are `deliver` and `delivering`."""

from __future__ import annotations

import re

# Step 1 of Porter (1980), and the final e of its step 5: number, tense and the -ing form, no other derivation.
VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
PLURALS = (("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", ""))
DOUBLED = re.compile(r"([^aeioulsz])\1$")
SHORTEST = 4
"""Letters below which a word is left as it is."""


def stem(word: str) -> str:
    """A word as it is compared, without the endings of number and tense."""
    if len(word) < SHORTEST or not word.isalpha() or not word.islower():
        return word
    bare = unended(singular(word))
    if bare.endswith("y") and VOWEL.search(bare[:-1]):
        bare = f"{bare[:-1]}i"
    return bare[:-1] if bare.endswith("e") and len(bare) > SHORTEST else bare


def singular(word: str) -> str:
    """A word without the -s of number or of the third person."""
    for ending, instead in PLURALS:
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word


def unended(word: str) -> str:
    """A word without -ed or -ing, where a vowel is left."""
    if word.endswith("eed"):
        return word[:-1] if VOWEL.search(word[:-3]) else word
    for ending in ("ed", "ing"):
        bare = word.removesuffix(ending)
        if bare != word and VOWEL.search(bare):
            return bare[:-1] if DOUBLED.search(bare) else bare
    return word
