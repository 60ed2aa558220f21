"""Generated briefings: the same for the same seed, new for another, repeating themselves as much as their source.

The source is made up here: sentences about nothing, put together from word lists by chance.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pyarrow import parquet

from bench import checking, generate, mutation, recurrence, tuning
from bench.corpus import Document, Exchange
from briefings import inputs, sources
from briefings.models import Page

STEMS = [
    first + last for first in ("bram", "clov", "dast", "fenn", "gorl", "hest", "jupp") for last in ("a", "e", "i", "o")
]
WORDS = [stem + ending for stem in STEMS for ending in ("king", "ber", "den", "lin", "mar", "nor", "sip", "tel", "vax")]
LINKS = ("the", "of", "and", "to", "in", "for", "with", "on")


def sentence(chance: Random) -> str:
    """A sentence of invented words with small ones between them."""
    words = [chance.choice(WORDS if place % 2 else LINKS) for place in range(chance.randint(12, 20))]
    return f"{' '.join(words).capitalize()}."


@pytest.fixture(scope="module")
def source() -> list[Document]:
    """A hundred briefings; every third sentence is one of sixty stock phrases, the nth as rare as 1/n."""
    chance = Random(7)
    stock = [sentence(chance) for _ in range(60)]
    weights = [1 / rank for rank in range(1, 61)]

    def said() -> str:
        return chance.choices(stock, weights)[0] if chance.random() < 0.33 else sentence(chance)

    def exchange() -> Exchange:
        return Exchange(chance.randint(0, 3), (said(),), tuple(said() for _ in range(6)))

    return [tuple(exchange() for _ in range(chance.randint(2, 6))) for _ in range(100)]


def content(folder: Path) -> dict[str, list[list[object]]]:
    """Every row of every file of a folder."""
    return {
        path.name: [list(row.values()) for row in parquet.read_table(path).to_pylist()]
        for path in sorted(folder.iterdir())
    }


@pytest.fixture(scope="module")
def made(source: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred briefings made from the source."""
    folder = tmp_path_factory.mktemp("made") / "out"
    generate.generate(source, folder, 200, seed=1)
    return folder


def test_a_seed_gives_the_same_briefings_again_and_another_gives_others(
    source: list[Document], made: Path, tmp_path: Path
) -> None:
    generate.generate(source, tmp_path / "again", 200, seed=1)
    generate.generate(source, tmp_path / "other", 200, seed=2)
    assert content(tmp_path / "again") == content(made)
    assert content(tmp_path / "other") != content(made)


def test_recurrence_stays_near_the_sources(
    source: list[Document], made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checking.checked(source, made, seed=1)
    assert "within 20%" in capsys.readouterr().out


def test_plain_copies_of_the_source_do_not_pass(
    source: list[Document], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speech = mutation.Speech(source)
    copying = mutation.Rates(0.0, dict.fromkeys(recurrence.WIDTHS, 1.0))
    generate.write(tmp_path, generate.briefings(speech, copying, 100, seed=1))
    assert not checking.checked(source, tmp_path, seed=1)
    assert "NOT within" in capsys.readouterr().out


def test_every_generated_page_is_a_briefing_of_an_invented_ministry(made: Path) -> None:
    pages = [page for page in inputs.pages([made]) if isinstance(page, Page)]
    parsed = [sources.parse(page) for page in pages]
    assert len(parsed) == 200
    assert {each.ministry for each in parsed} == set(generate.CAST)
    assert {each.language for each in parsed} == {"en"}
    assert all(each.exchanges and each.spokespersons for each in parsed)
    days = [each.briefing_date for each in parsed if each.briefing_date]
    assert (min(days).year, max(days).year) == (2002, 2024)


def test_a_folder_that_holds_files_is_left_alone(source: list[Document], made: Path) -> None:
    with pytest.raises(SystemExit, match="name a new folder"):
        generate.generate(source, made, 10, seed=1)


@pytest.mark.parametrize(
    ("documents", "counts"),
    [
        ([["a b c d"]] * 5, {3: 2, 5: 0, 8: 0}),
        ([["a b c d"]] * 4, {3: 0, 5: 0, 8: 0}),
        ([["a b c", "a b c", "a b c", "a b c", "a b c"]], {3: 0, 5: 0, 8: 0}),
        ([["a b", "c d"]] * 5, {3: 0, 5: 0, 8: 0}),
        ([["a b c d e f g h i"]] * 6, {3: 7, 5: 5, 8: 2}),
    ],
    ids=["five documents", "four", "five times in one", "never across cells", "every width"],
)
def test_sequences_recur_by_documents(documents: list[list[str]], counts: dict[int, int]) -> None:
    assert recurrence.recurring(recurrence.stream(documents)) == counts


def test_levels_cover_the_words_of_recurring_sequences() -> None:
    stream = recurrence.stream([[f"a b c x{number} d e f g h"] for number in range(4)])
    assert recurrence.levels(stream, 4)[:10].tolist() == [3, 3, 3, 0, 5, 5, 5, 5, 5, 0]


def test_more_is_kept_where_too_little_recurs() -> None:
    rates = mutation.Rates(0.5, {3: 0.5, 5: 0.5, 8: 0.5})
    moved = tuning.moved(rates, {3: 50.0, 5: 100.0, 8: 400.0}, {3: 100, 5: 100, 8: 100})
    assert moved.kept[3] > 0.5
    assert moved.kept[5] == 0.5
    assert moved.kept[8] == 0.0


def test_new_words_are_all_different_and_the_first_ones_are_the_commonest() -> None:
    words = mutation.new_words()
    assert len(set(words)) == len(words) == mutation.WORDS
    speech = mutation.Speech([(Exchange(0, (), ("Nothing is said here about anything else.",)),)])
    drawn = [speech.other("other", ["other"], chance) for chance in [Random(1)] for _ in range(20000)]
    commonest, common, rare = (
        sum(word in part for word in drawn) for part in map(set, (words[:20], words[20:60], words[9000:9040]))
    )
    assert commonest > common / 2 > rare
