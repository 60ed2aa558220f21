"""The scorer of the parser: a right answer scores full marks, and each kind of wrong answer lowers the right number.

The gold, the pages and the people are invented.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefings import inputs
from briefings.evaluate import parse, report
from briefings.evaluate.report import Report

Json = dict[str, Any]

OPENING = "The ferry will sail from the harbour at nine on Monday."
MORE = "All passengers are asked to bring a warm coat with them."
QUESTION = "Can you tell us why the old ferry was sold so soon?"
ANSWER = "The old ferry was slow, (Laughter.) and the “new one” is quick."


def turn(role: str, text: str, speaker: str | None, **more: Any) -> Json:
    """A gold turn of that text."""
    words = text.replace("(Laughter.) ", "").split()
    first, last = " ".join(words[:8]), " ".join(words[-8:])
    return {
        "role": role,
        "speaker": speaker,
        "outlet": None,
        "first": first,
        "last": last,
        "n_words": len(words),
        **more,
    }


def transcript() -> Json:
    """The gold of a transcript with every leniency."""
    return {
        "file": "a.html",
        "headline": "Ferries",
        "publication_date": None,
        "briefing_date": "2021-05-03",
        "spokespersons": ["Ada Quill"],
        "language": "en",
        "city": None,
        "city_accept": [None, "Port Aurel"],
        "turn_counts": {"announcement": 1, "question": 1, "answer": 1},
        "turns": [
            turn("announcement", f"{OPENING} {MORE}", "Ada Quill", split_ok=True),
            turn("question", QUESTION, None, outlet="Gull TV", outlet_accept=["Gull"]),
            turn("answer", ANSWER, "Ada Quill", optional=["(Laughter.)"], speaker_accept=["MS. QUILL"], hard=True),
        ],
        "must_not_contain": ["Share this page"],
        "editorial_lines": ["***"],
    }


def told(role: str, text: str, speaker: str | None, outlet: str | None = None) -> Json:
    """A parsed turn of one statement."""
    statement = {"text": text, "speaker": speaker, "role": "spokesperson", "mode": "transcript"}
    return {"role": role, "text": text, "speaker": speaker, "outlet": outlet, "statements": [statement]}


def right() -> Json:
    """What a perfect parser says of it."""
    turns = [
        told("announcement", f"{OPENING} {MORE}", "Ada Quill"),
        told("question", QUESTION, None, "Gull TV"),
        told("answer", ANSWER, "Ada Quill"),
    ]
    facts = ("headline", "publication_date", "briefing_date", "spokespersons", "language", "city")
    known = {name: transcript()[name] for name in facts}
    return {**known, "date_source": "title", "ministry": "va-mfa", "exchanges": [{"turns": turns}], "quarantine": None}


def scored(gold: Json, got: Json) -> dict[str, float]:
    """The share of each measure."""
    result = Report(1, tuple(parse.checks(gold, got)))
    return {score.measure: score.share for score in result.scores}


def wrong(scores: dict[str, float]) -> set[str]:
    """The measures that are not full marks."""
    return {measure for measure, share in scores.items() if share < 1}


def turns(got: Json) -> list[Json]:
    return got["exchanges"][0]["turns"]  # type: ignore[no-any-return]


def test_a_right_answer_scores_full_marks_on_every_measure() -> None:
    scores = scored(transcript(), right())
    assert wrong(scores) == set()
    assert set(scores) >= {"briefing date", "spokespersons", "turns F1", "outlets", "speakers", "chrome kept out"}


def set_fact(name: str, value: Any) -> Callable[[Json], None]:
    return lambda got: got.update({name: value})


def set_turn(number: int, **values: Any) -> Callable[[Json], None]:
    return lambda got: turns(got)[number].update(values)


def join_all(got: Json) -> None:
    turns(got)[1:] = [told("question", f"{QUESTION} {ANSWER}", None, "Gull TV")]


TURN = {"turns found", "turns right", "turns F1"}


@pytest.mark.parametrize(
    ("spoil", "measures"),
    [
        (set_fact("briefing_date", "2021-05-04"), {"briefing date"}),
        (set_fact("briefing_date", None), {"briefing date"}),
        (set_fact("publication_date", "2021-05-04"), {"publication date"}),
        (set_fact("spokespersons", []), {"spokespersons"}),
        (set_fact("spokespersons", ["Ada Quill", "Bram Osk"]), {"spokespersons"}),
        (set_fact("headline", "Trains"), {"headline"}),
        (set_fact("city", "Lindhaven"), {"city"}),
        (set_turn(0, role="answer"), {*TURN, "turn counts"}),
        (set_turn(0, text=f"{OPENING} {OPENING} {MORE}"), TURN),
        (set_turn(1, text=QUESTION.replace("Can", "Will")), TURN),
        (set_turn(1, text=QUESTION.replace("soon?", "late?")), TURN),
        (set_turn(1, outlet="Tidewater Daily"), {"outlets"}),
        (set_turn(1, outlet=None), {"outlets"}),
        (set_turn(2, speaker="Bram Osk"), {"speakers"}),
        (set_turn(2, speaker=None), {"speakers"}),
        (set_turn(1, speaker="Someone"), {"speakers"}),
        (lambda got: turns(got).pop(2), {"turns found", "turns F1", "hard turns found", "turn counts"}),
        (lambda got: turns(got).append(told("question", "Really?", None)), {"turns right", "turns F1", "turn counts"}),
        (join_all, {*TURN, "hard turns found", "turn counts"}),
        (lambda got: turns(got)[0]["statements"].append({"text": "Share  this page"}), {"chrome kept out"}),
        (lambda got: turns(got)[1]["statements"].append({"text": "***"}), {"editors kept out"}),
    ],
)
def test_each_wrong_thing_lowers_the_measure_it_belongs_to(spoil: Callable[[Json], Any], measures: set[str]) -> None:
    got = right()
    spoil(got)
    assert wrong(scored(transcript(), got)) == measures


def split_announcement(got: Json) -> None:
    turns(got)[:1] = [told("announcement", OPENING, "Ada Quill"), told("announcement", MORE, "Ada Quill")]


@pytest.mark.parametrize(
    "vary",
    [
        split_announcement,
        set_turn(1, outlet="Gull"),
        set_turn(2, speaker="MS. QUILL"),
        set_turn(2, text=ANSWER.replace("(Laughter.) ", "")),
        set_turn(2, text=ANSWER.replace("“", '"').replace("”", '"').replace(" and", "\xa0and")),
        set_fact("city", "Port Aurel"),
    ],
)
def test_what_gold_allows_costs_nothing(vary: Callable[[Json], None]) -> None:
    got = right()
    vary(got)
    assert wrong(scored(transcript(), got)) == set()


def test_an_announcement_may_only_be_split_where_gold_says_so() -> None:
    gold, got = transcript(), right()
    del gold["turns"][0]["split_ok"]
    split_announcement(got)
    assert wrong(scored(gold, got)) == TURN


def test_two_announcements_that_may_be_split_may_be_given_as_one() -> None:
    gold = transcript()
    gold["turns"][:1] = [turn("announcement", part, "Ada Quill", split_ok=True) for part in (OPENING, MORE)]
    assert wrong(scored(gold, right())) == set()


def test_a_turn_may_stay_in_the_one_before_only_where_gold_says_so() -> None:
    gold, got = transcript(), right()
    gold["turns"].append(turn("announcement", MORE, "Ada Quill", merge_ok="previous"))
    turns(got)[2]["text"] += f" {MORE}"
    assert scored(gold, got)["turns F1"] == 1
    del gold["turns"][-1]["merge_ok"]
    assert scored(gold, got)["turns F1"] < 1


def test_another_role_is_right_where_gold_accepts_it() -> None:
    gold, got = transcript(), right()
    gold["turns"][2]["role_accept"] = ["answer", "announcement"]
    turns(got)[2]["role"] = "announcement"
    assert scored(gold, got)["turns F1"] == 1


@pytest.mark.parametrize(("struck", "share"), [([], 0.0), (["very old and slow"], 1.0)])
def test_struck_words_may_be_kept(struck: list[str], share: float) -> None:
    text = " ".join(f"w{number}" for number in range(20))
    gold = {"file": "a.html", "turns": [turn("answer", text, "Ada Quill", struck_optional=struck)]}
    kept = text.replace("w10", "very old and slow w10")
    got = {"exchanges": [{"turns": [told("answer", kept, "Ada Quill")]}], "quarantine": None}
    assert scored(gold, got)["turns F1"] == share


@pytest.mark.parametrize(("extra", "share"), [(3, 1.0), (4, 0.0)])
def test_a_turn_is_found_if_its_length_is_within_three_percent(extra: int, share: float) -> None:
    text = " ".join(f"w{number}" for number in range(100))
    gold = {"file": "a.html", "turns": [turn("answer", text, "Ada Quill")]}
    longer = text.replace("w50", "w50" + " so" * extra)
    got = {"exchanges": [{"turns": [told("answer", longer, "Ada Quill")]}], "quarantine": None}
    assert scored(gold, got)["turns F1"] == share


def test_turns_behind_the_detail_limit_are_not_counted_wrong() -> None:
    gold, got = transcript(), right()
    gold.update(turns_total=5, turn_counts={"question": 2, "spokesperson": 3})
    turns(got).extend([told("question", "Really?", None), told("answer", "Yes.", "Ada Quill")])
    assert wrong(scored(gold, got)) == set()


@pytest.mark.parametrize(("tolerance", "share"), [(0, 2 / 3), (1, 1.0)])
def test_turn_counts_may_differ_by_the_tolerance(tolerance: int, share: float) -> None:
    gold = {**transcript(), "turn_counts_tolerance": tolerance}
    gold["turn_counts"]["question"] = 2
    assert scored(gold, right())["turn counts"] == pytest.approx(share)


@pytest.mark.parametrize(
    ("gold", "got", "share"),
    [
        ({"date_uncertain_ok": True}, {"briefing_date": None, "date_source": "unknown"}, 1),
        ({"date_uncertain_ok": True}, {"briefing_date": None, "date_source": "title"}, 0),
        ({"date_uncertain_ok": True}, {"briefing_date": "2020-05-03", "date_source": "title"}, 0),
        ({}, {"briefing_date": None, "date_source": "unknown"}, 0),
        ({"briefing_date_accept": ["2021-05-02"]}, {"briefing_date": "2021-05-02"}, 1),
        ({"briefing_date_accept": [None]}, {"briefing_date": None}, 1),
    ],
)
def test_an_honest_unknown_date_is_right_where_the_page_prints_no_year(gold: Json, got: Json, share: float) -> None:
    assert scored({**transcript(), **gold}, {**right(), **got})["briefing date"] == share


@pytest.mark.parametrize(
    ("names", "share"), [(["OFFICIAL"], 1), (["Official", "Moderator"], 1), ([], 0), (["Official", "Ada Quill"], 0)]
)
def test_spokespersons_may_be_any_that_gold_accepts(names: list[str], share: float) -> None:
    gold = {**transcript(), "spokespersons": ["Official"], "spokespersons_accept": ["Official", "Moderator"]}
    assert scored(gold, {**right(), "spokespersons": names})["spokespersons"] == share


def test_a_page_that_was_refused_gets_nothing_right() -> None:
    got = {"exchanges": [], "quarantine": {"reason": "no_date", "message": "none"}}
    scores = scored(transcript(), got)
    assert {scores[name] for name in ("pages parsed", "briefing date", "publication date", "city", "turns F1")} == {0}
    assert "chrome kept out" not in scores


@pytest.mark.parametrize(
    ("refusal", "share"),
    [
        ({"reason": "error_page", "message": "says 404"}, 1),
        ({"reason": "error_page", "message": "x"}, 1),
        ({"reason": "no_date", "message": "it has no date"}, 0),
        (None, 0),
    ],
)
def test_a_bad_input_must_be_refused_for_the_right_reason(refusal: Json | None, share: float) -> None:
    gold = {"file": "b.html", "expect": "quarantine", "reason_should_mention": ["not found", "Error page"]}
    assert scored(gold, {"exchanges": [], "quarantine": refusal}) == {"bad inputs": share}


SAID = [
    ("Ada Quill", "direct_quote", "“The ferry is quick,” Quill said."),
    ("Ada Quill", "reported", "She said that it would sail on Monday."),
    (None, "narration", "The harbour is old."),
]


def reported() -> tuple[Json, Json]:
    """The gold of a report and a perfect parse of it."""
    statements = [{"speaker": name, "mode": mode, "text": text} for name, mode, text in SAID]
    whole = {**told("report", " ".join(text for *_, text in SAID), None), "statements": copy.deepcopy(statements)}
    gold = {"file": "c.txt", "statements": statements, "must_not_end_with": "Enditem"}
    return gold, {"exchanges": [{"turns": [whole]}], "quarantine": None}


def test_a_right_report_scores_full_marks() -> None:
    assert wrong(scored(*reported())) == set()


@pytest.mark.parametrize(("field", "value"), [("speaker", "Bram Osk"), ("mode", "narration"), ("speaker", None)])
def test_a_wrong_speaker_or_mode_costs_the_statement_and_its_words(field: str, value: str | None) -> None:
    gold, got = reported()
    turns(got)[0]["statements"][1][field] = value
    scores = scored(gold, got)
    assert scores["report statements"] == pytest.approx(2 / 3)
    assert scores["report words"] == pytest.approx(1 - 8 / 18)
    assert (scores["report text"], scores["report sentences"]) == (1, 1)


def test_accepted_speakers_and_modes_are_right() -> None:
    gold, got = reported()
    gold["statements"][2].update(mode_accept=["reported"], speaker_accept=["harbour master"])
    turns(got)[0]["statements"][2].update(mode="reported", speaker="The harbour master")
    assert wrong(scored(gold, got)) == set()


def test_words_beside_a_quotation_may_be_reported_but_not_the_words_within() -> None:
    gold, got = reported()
    text = SAID[0][2]
    gold["statements"][0]["parts"] = [{"speaker": "Ada Quill", "mode": "direct_quote", "text": "“The ferry is quick,”"}]
    halves = [("“The ferry is quick,”", "direct_quote"), ("Quill said.", "narration")]
    statements = turns(got)[0]["statements"]
    statements[:1] = [{"speaker": "Ada Quill", "mode": mode, "text": half} for half, mode in halves]
    assert " ".join(half for half, _ in halves) == text
    assert wrong(scored(gold, got)) == {"report sentences"}
    statements[0]["mode"] = "reported"
    assert scored(gold, got)["report words"] == pytest.approx(1 - 4 / 18)


@pytest.mark.parametrize(
    ("change", "measure"),
    [
        (lambda said: said.pop(), "report text"),
        (
            lambda said: said.append({"speaker": None, "mode": "narration", "text": "Share this page now."}),
            "report text",
        ),
        (lambda said: said[0].update(text="“The ferry is quick,”"), "report sentences"),
    ],
)
def test_lost_added_or_cut_text_is_noticed(change: Callable[[list[Json]], Any], measure: str) -> None:
    gold, got = reported()
    change(turns(got)[0]["statements"])
    assert measure in wrong(scored(gold, got))


def test_a_report_must_not_end_with_the_agencys_sign() -> None:
    gold, got = reported()
    turns(got)[0]["text"] += " Enditem."
    assert wrong(scored(gold, got)) == {"chrome kept out"}


def test_the_ministry_of_another_body_is_not_the_foreign_ministry() -> None:
    gold = {**reported()[0], "spokesperson_orgs": {"Ada Quill": "Ministry of Defense"}}
    assert scored(gold, {**reported()[1], "ministry": "cn-mfa"})["other ministry"] == 0
    assert scored(gold, {**reported()[1], "ministry": "cn-mnd"})["other ministry"] == 1


def test_f1_is_the_harmonic_mean_of_found_and_right() -> None:
    checks = [report.Check(report.RECALL, "a", 3, 4), report.Check(report.PRECISION, "a", 3, 6)]
    scores = {score.measure: score for score in Report(1, tuple(checks)).scores}
    assert scores["turns F1"].share == pytest.approx(0.6)
    assert not scores["turns F1"].met


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Gold of one unreadable page, with the page."""
    gold, pages = tmp_path / "gold", tmp_path / "pages"
    gold.mkdir()
    pages.mkdir()
    (pages / "b.txt").write_bytes(b"\x00\x01\x02 nothing to read")
    wanted = {"file": "b.txt", "expect": "quarantine", "reason_should_mention": ["binary"]}
    (gold / "b.json").write_text(json.dumps(wanted), encoding="utf-8")
    return gold, pages


def test_a_run_reads_pages_and_prints_a_table(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert parse.run(str(folders[0]), str(folders[1]), False) == 0
    assert "bad inputs           100.00%       1       1   100% met" in capsys.readouterr().out


def test_a_run_below_a_bar_says_so(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    (folders[1] / "b.txt").write_bytes(b"")
    assert parse.run(str(folders[0]), str(folders[1]), True) == 1
    printed = json.loads(capsys.readouterr().out)
    assert (printed["met"], printed["pages"]) == (False, 1)
    assert [failure["file"] for failure in printed["failures"]] == ["b.txt"]


def test_a_page_that_is_not_there_is_named(folders: tuple[Path, Path]) -> None:
    (folders[1] / "b.txt").unlink()
    with pytest.raises(inputs.NoInput, match=r"b\.txt"):
        parse.scores(*folders)
