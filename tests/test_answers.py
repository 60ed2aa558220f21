"""Forms of answers, from their words. Every sentence, name and ministry is invented."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from briefings import answers, query
from briefings.evaluate import answers as measured

FORMS = answers.forms(answers.path())
EVERY = {"grain": "month"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_the_examples_prove_the_form_and_the_counterexample_does_not(form: answers.Form) -> None:
    assert [{cue.form for cue in answers.cues(example)} for example in form.examples] == [{form.id}] * len(
        form.examples
    )
    assert answers.cues(form.counterexample) == []


def test_every_mistake_of_the_file_is_told() -> None:
    first, second, *_ = FORMS
    wrong = replace(second, terms=(*second.terms, first.terms[0]), examples=("The gulls are loud.",))
    told = list(answers.problems([first, wrong]))
    assert any(first.terms[0] in line and "keep it in one" in line for line in told)
    assert any("The gulls are loud." in line for line in told)


def test_a_cue_keeps_its_place_and_each_form_its_first() -> None:
    sentence = "I am not aware of that, have no information, and would refer you to the harbour office."
    found = answers.cues(sentence)
    assert [(cue.form, sentence[cue.start : cue.end]) for cue in found] == [
        ("no-information", "not aware of"),
        ("referral", "refer you to"),
    ]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("As for the specific issue you raised, I refer you to the port.", True),
        ("I refer you to the port.", False),
    ],
)
def test_a_sentence_says_whether_it_speaks_of_what_was_asked(sentence: str, asked: bool) -> None:
    assert [cue.asked for cue in answers.cues(sentence)] == [asked]


def expected(said: list[tuple[str, int, bool]]) -> str:
    """The form of an answer by the rules in words, from its sentences, their lengths, and whether each is old."""
    cues = [(answers.cues(text), words) for text, words, _ in said]
    order = [form.id for form in FORMS]
    firsts = [(min((cue.form for cue in found), key=order.index), words, found) for found, words in cues if found]
    pointed = [form for form, _, found in firsts if any(cue.asked for cue in found)]
    total = sum(words for _, words, _ in said)
    if pointed:
        return min(pointed, key=order.index)
    if firsts and sum(words for _, words, _ in firsts) >= 0.3 * total:
        weight: Counter[str] = Counter()
        for form, words, _ in firsts:
            weight[form] += words
        return min(weight, key=lambda form: (-weight[form], order.index(form)))
    if total < 8:
        return "brief"
    old = sum(words for _, words, before in said if before and words >= 3)
    return "repeated" if old >= 0.8 * total else "substantive"


def test_every_answer_of_the_sample_has_the_form_that_the_rules_say(cursor: duckdb.DuckDBPyConnection) -> None:
    rows = cursor.execute(
        "select s.exchange, s.text, s.words, b.earlier is not null from statement as s join exchange as x "
        "using (exchange) left join said_before as b using (statement) where s.role = 'spokesperson' and x.kind = 'qa' "
        "and s.standing in ('counted', 'echo') order by s.statement"
    ).fetchall()
    said: dict[int, list[tuple[str, int, bool]]] = {}
    for exchange, text, words, old in rows:
        said.setdefault(exchange, []).append((text, words, old))
    forms = dict(cursor.execute("select exchange, form::varchar from answer").fetchall())
    assert forms == {exchange: expected(sentences) for exchange, sentences in said.items()}
    assert len(forms) > 500


def test_forms_over_time_add_up_to_the_answers(cursor: duckdb.DuckDBPyConnection) -> None:
    rows = query.load("answers/forms").run(cursor, EVERY)
    told = cursor.execute(
        "select date_trunc('month', day)::date, count(*), count(*) filter (form = 'referral') from answer "
        "where standing = 'counted' and day is not null group by all"
    ).fetchall()
    referred = rows[rows["form"] == "referral"]
    found = {row.period.date(): (row.answers, row.hits) for row in referred.itertuples()}
    assert found == {day: (answers_, hits) for day, answers_, hits in told}
    assert ((rows["low"] <= rows["share"]) & (rows["share"] <= rows["high"])).all()


def test_lengths_hold_every_answer_once(cursor: duckdb.DuckDBPyConnection) -> None:
    rows = query.load("answers/length").run(cursor, {})
    total = cursor.execute("select count(*) from answer where standing = 'counted'").fetchone()
    assert total is not None and rows["answers"].sum() == total[0]
    assert rows["share"].sum() == pytest.approx(1)


def test_the_score_of_a_form_is_counted_right(tmp_path: Path) -> None:
    pairs = [("referral", "referral")] * 3 + [("referral", "substantive"), ("substantive", "referral")]
    row = measured.score("referral", pairs)
    assert (row["labelled"], row["found"]) == (4, 4)
    assert row["precision"] == row["recall"] == measured.wilson(3, 4)


def test_intervals_of_the_scores_are_scipys() -> None:
    stats = pytest.importorskip("scipy.stats")
    for hits, n in ((0, 4), (3, 4), (19, 24), (107, 128)):
        ends = stats.binomtest(hits, n).proportion_ci(method="wilson")
        assert measured.wilson(hits, n) == pytest.approx([hits / n, ends.low, ends.high], abs=6e-4)
