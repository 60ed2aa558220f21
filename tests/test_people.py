"""Who speaks: labels resolve by ministry and day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefings import people
from briefings.people import Speaker

WH, CN = "us-white-house", "cn-mfa"


@pytest.mark.parametrize(
    ("label", "ministry", "on", "name", "role"),
    [
        ("MS. PSAKI", WH, date(2021, 3, 1), "Jen Psaki", "spokesperson"),
        ("S. PSAKI", WH, date(2021, 3, 1), "Jen Psaki", "spokesperson"),
        ("MR. JEAN-PIERRE", WH, date(2022, 8, 1), "Karine Jean-Pierre", "spokesperson"),
        ("SULLIAN", WH, date(2022, 6, 1), "Jake Sullivan", "spokesperson"),
        ("MR. SULLIVCAN", WH, date(2023, 3, 1), "Jake Sullivan", "spokesperson"),
        ("ADMINSITRATOR CRISWELL", WH, date(2023, 8, 1), "Deanne Criswell", "spokesperson"),
        ("DR. FAUCI", WH, date(2020, 4, 4), "Anthony Fauci", "spokesperson"),
        ("THE PRESIDENT", WH, date(2020, 4, 4), "Donald Trump", "spokesperson"),
        ("THE PRESIDENT", WH, date(2021, 1, 20), "Joe Biden", "spokesperson"),
        ("LEADER MCCARTHY", WH, date(2020, 4, 3), "Kevin McCarthy", "third_party"),
        ("ADVISOR MCCARTHY", WH, date(2022, 4, 3), "Gina McCarthy", "spokesperson"),
        ("MODERATOR", WH, None, "Moderator", "spokesperson"),
        ("MODEARTOR", WH, None, "Moderator", "spokesperson"),
        ("SENIOR ADMINISTRATION OFFIAL", WH, None, "Senior Administration Official", "spokesperson"),
        ("AUDIENCE MEMBER", WH, None, "Audience Member", "third_party"),
        ("OPERATOR", WH, None, "Operator", "third_party"),
        ("PRIME MINISTER KISHIDA", WH, date(2023, 7, 12), "Fumio Kishida", "third_party"),
        ("PRIME MINISTER LINDQUIST", WH, date(2023, 7, 12), "PRIME MINISTER LINDQUIST", "third_party"),
        ("MS. VARNHAM", WH, date(2023, 7, 12), "MS. VARNHAM", "spokesperson"),
        ("Q", WH, None, None, "reporter"),
        ("Hua chunying", CN, date(2019, 1, 3), "Hua Chunying", "spokesperson"),
        ("Geng Shaung", CN, date(2019, 1, 3), "Geng Shuang", "spokesperson"),
        ("Lu Kang", CN, date(2018, 7, 1), "Lu Kang", "spokesperson"),
        ("Mao", CN, date(2023, 1, 30), "Mao Ning", "spokesperson"),
        ("Wang", CN, date(2021, 1, 30), "Wang Wenbin", "spokesperson"),
        ("Wang Yu", CN, date(2021, 1, 30), "Wang Yu", "third_party"),
        ("Marsk", "va-mfa", None, "Ilen Marsk", "spokesperson"),
        ("Calloway-Brandt", "os-mfa", None, "Rhea Calloway-Brandt", "spokesperson"),
    ],
)
def test_a_label_resolves_by_ministry_and_day(
    label: str, ministry: str, on: date | None, name: str | None, role: people.Role
) -> None:
    assert people.resolve(label, ministry, on) == Speaker(name, role)


def test_a_name_close_to_somebody_out_of_office_is_kept_as_printed() -> None:
    assert people.resolve("MS. PSAAKI", WH, date(2021, 5, 1)).name == "Jen Psaki"
    assert people.resolve("MS. PSAAKI", WH, date(2023, 5, 1)).name == "MS. PSAAKI"


@pytest.mark.parametrize(("label", "expected"), [("MODERATOR", True), ("OPERATOR", True), ("MS. PSAKI", False)])
def test_hosts_run_the_line(label: str, expected: bool) -> None:
    assert people.hosts(label) is expected


@pytest.mark.parametrize(("label", "expected"), [("RM", True), ("PSAKI", True), ("NATO", False), ("COVID-19", False)])
def test_a_word_in_capitals_is_known_or_not(label: str, expected: bool) -> None:
    assert people.known(label, WH) is expected


def test_the_people_file_has_no_problems() -> None:
    assert people.problems() == []


BASE = """
[kind]
spokesperson = true
[unknown]
us-white-house = "spokesperson"
[[person]]
id = "ada-quill"
name = "Ada Quill"
posts = [{ ministry = "us-white-house", kind = "spokesperson", title = "Clerk", from = 2021-01-01, to = 2022-01-01 }]
"""
POST = '{ ministry = "us-white-house", kind = "spokesperson", title = "Clerk", from = 2021-06-01, to = 2021-07-01 }'


@pytest.mark.parametrize(
    ("added", "message"),
    [
        (f'[[person]]\nid = "ada-quill"\nname = "Bo Reed"\nposts = [{POST}]', "stands twice"),
        (f'[[person]]\nid = "cy-quill"\nname = "Cy Quill"\nposts = [{POST}]', "quill means both"),
        (f'[[person]]\nid = "bo"\nname = "Bo Reed"\nnickname = "B"\nposts = [{POST}]', "unknown key nickname"),
        (f'[[person]]\nid = "bo"\nname = "Bo Reed"\nposts = [{POST.replace("07-01", "05-01")}]', "before entering"),
        (f'[[person]]\nid = "bo"\nname = "Bo Reed"\nposts = [{POST.replace("spokesp", "p")}]', "unknown kind"),
        ('[[label]]\nrole = "singer"\nnames = ["Choir"]', "no role"),
    ],
)
def test_a_fault_in_the_people_file_is_named(
    added: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "people.toml").write_text(f"{BASE}\n{added}\n", encoding="utf-8")
    monkeypatch.setenv("BRIEFINGS_DATA", str(tmp_path))
    problems = people.problems()
    assert len(problems) == 1
    assert message in problems[0]
