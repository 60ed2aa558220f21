"""Every mistake in a lexicon file is told with its line and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings import faults

RIGHT = """[[topic]]
id = "harbours"
title = "Harbours"

[[topic.terms]]
weight = 2
any = [
    "harbour*",
    "port of call",
]
examples = ["The harbour is full.", "The ship made a port of call."]
counterexample = "The river is full."
"""


def mistakes(folder: Path, text: str) -> list[str]:
    """What is said about one file, without its folder."""
    path = folder / "topics.toml"
    path.write_text(text)
    return [each.removeprefix(f"{folder}/") for each in faults.found([path])]


def test_a_right_file_has_none(tmp_path: Path) -> None:
    assert mistakes(tmp_path, RIGHT) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("weight = 2", "wieght = 2", "topics.toml:6: unknown key `wieght`: did you mean `weight`?"),
        ("weight = 2", "wieght = 2", "topics.toml:5: this term group lacks `weight`"),
        ("weight = 2", "weight = 99", "topics.toml:6: `weight` must be a number from 0.1 to 10"),
        ("weight = 2", 'weight = "two"', "topics.toml:6: `weight` must be a number from 0.1 to 10"),
        ("weight = 2", "weight = true", "topics.toml:6: `weight` must be a number from 0.1 to 10"),
        ('title = "Harbours"', 'titel = "Harbours"', "topics.toml:3: unknown key `titel`: did you mean `title`?"),
        ('title = "Harbours"', "", "topics.toml:1: a topic needs `title`, a text in quotes"),
        ('"harbours"', '"har bours"', "topics.toml:2: `id` is `har bours`: use small letters, digits and hyphens"),
        ('"port of call"', '"po*"', "topics.toml:9: term `po*` in `any`: `*` needs three letters or more before it"),
        (
            '"port of call"',
            '"port*al"',
            "topics.toml:9: term `port*al` in `any`: `*` may stand only at the end of a word",
        ),
        ('"port of call"', '"port  of"', "topics.toml:9: term `port  of` in `any`: has blanks at an edge or in a row"),
        ('"port of call"', '"(a+)+$"', "topics.toml:9: term `(a+)+$` in `any`: is no plain word or phrase"),
        ('"port of call"', '"port .*"', "topics.toml:9: term `port .*` in `any`: is no plain word or phrase"),
        ('"port of call"', '""', "topics.toml:9: term `` in `any`: is empty"),
        ('"port of call"', "7", "topics.toml:7: `any` holds 7: put every term in quotes"),
        ('"port of call"', '"harbour*"', "topics.toml:9: term `harbour*` stands twice in `any`"),
        (
            '["The harbour is full.", "The ship made a port of call."]',
            '["One."]',
            "topics.toml:11: `examples` must be a list",
        ),
        ('"The river is full."', '""', "topics.toml:12: `counterexample` must be a sentence"),
        ("[[topic]]", "[[topci]]\n[[topic]]", "topics.toml:1: unknown key `topci`: did you mean `topic`?"),
        (
            "[[topic.terms]]",
            'yields_to = ["harbuors"]\n[[topic.terms]]',
            "topics.toml:5: `yields_to` names unknown topic ",
        ),
        (
            "[[topic.terms]]",
            "threshold = -1\n[[topic.terms]]",
            "topics.toml:5: `threshold` must be a number from 0.1 to 100",
        ),
        ("weight = 2", "weight = = 2", "topics.toml: not TOML: Invalid value (at line 6, column 10)"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in RIGHT
    assert any(each.startswith(said) for each in mistakes(tmp_path, RIGHT.replace(old, new)))


def test_a_topic_defined_twice_is_told_with_both_places(tmp_path: Path) -> None:
    (said,) = mistakes(tmp_path, RIGHT + RIGHT)
    assert said.startswith("topics.toml:14: topic `harbours` is defined twice, first at ")
    assert "topics.toml:2:" in said


def test_the_second_topic_of_a_file_keeps_its_own_lines(tmp_path: Path) -> None:
    second = RIGHT.replace("harbours", "bridges").replace('"port of call"', '"po*"')
    assert mistakes(tmp_path, RIGHT + second) == [
        "topics.toml:21: term `po*` in `any`: `*` needs three letters or more before it"
    ]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "topics.toml"
    path.write_bytes(RIGHT.replace("Harbours", "Häfen").encode("latin-1"))
    (said,) = faults.found([path])
    assert "not UTF-8" in said
