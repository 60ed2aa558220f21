"""Pairs in word pieces: the target marked, names masked for a government the model does not know. Made-up sentences."""

from __future__ import annotations

import pytest

from briefings import marking, targets
from briefings.marking import ACTOR, CLOSE, END, LONGEST, OPEN, OTHER, OWN, START, Marked, Pair
from briefings.release import data_folder
from briefings.stance import opened
from briefings.targets import Target

SHIPPED = targets.load(data_folder() / "lexicon" / "targets.toml")
TOKENIZER = opened(data_folder() / "models" / "stance" / "tokenizer.json")


def pair(government: str, target: str, sentence: str) -> Pair:
    return Pair(government, SHIPPED.named(target) or Target(target, target, "", ()), sentence)


def marked(government: str, target: str, sentence: str, mask: bool) -> Marked:
    return marking.marked([pair(government, target, sentence)], SHIPPED, TOKENIZER, [mask])[0]


def words(row: Marked) -> list[str]:
    names = {OWN: "<own>", ACTOR: "<target>", OTHER: "<other>"}
    return [names.get(number) or TOKENIZER.id_to_token(number) for number in row.ids]


@pytest.mark.parametrize(
    ("government", "mask", "expected"),
    [
        ("Canada", False, "[CLS] canada on russia : canada thanks [ russia ] , not japan [SEP]"),
        ("Canada", True, "[CLS] <target> : <own> thanks [ <target> ] , not <other> [SEP]"),
    ],
)
def test_names_are_shown_or_masked(government: str, mask: bool, expected: str) -> None:
    row = marked(government, "russia", "Canada thanks Russia, not Japan", mask)
    assert " ".join(words(row)) == expected


def test_a_government_without_an_entry_is_masked_by_its_name() -> None:
    row = marked("Brannock", "russia", "Brannock thanks Russia", True)
    assert words(row) == ["[CLS]", "<target>", ":", "<own>", "thanks", "[", "<target>", "]", "[SEP]"]


def test_a_dispute_keeps_its_title() -> None:
    row = marked("Canada", "hong-kong-interference", "Hands off Hong Kong", True)
    assert "interference" in words(row) and "hong" in words(row)


def test_an_unknown_target_is_marked_where_it_is_spelt() -> None:
    row = marked("Canada", "Lake Ennor", "We care for lake Ennor.", False)
    assert row.ids.index(OPEN) < row.ids.index(CLOSE) and any(row.target)


def test_a_target_that_is_not_named_is_marked_in_the_heading() -> None:
    row = marked("Canada", "Lake Ennor", "We care.", False)
    assert OPEN not in row.ids and any(row.target[: row.ids.index(marking.COLON)])


def test_pieces_keep_their_places_in_the_sentence() -> None:
    sentence = "We thank Russia."
    row = marked("Canada", "russia", sentence, False)
    assert "".join(sentence[start:end] for start, end in row.spans) == "WethankRussia."


def test_a_long_statement_is_cut_around_its_target() -> None:
    row = marked("Canada", "russia", "so " * 300 + "we thank Russia " + "now " * 300, False)
    assert len(row.ids) == LONGEST and any(row.target)
    assert (row.ids[0], row.ids[-1]) == (START, END)


def test_a_batch_reads_like_one_by_one() -> None:
    pairs = [pair("Canada", "russia", "We thank Russia."), pair("Brannock", "japan", "Japan erred.")]
    together = marking.marked(pairs, SHIPPED, TOKENIZER, [False, True])
    apart = [
        marking.marked([each], SHIPPED, TOKENIZER, [mask])[0] for each, mask in zip(pairs, (False, True), strict=True)
    ]
    assert together == apart
