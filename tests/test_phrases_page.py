"""The Phrases page: its three parts, with and without filters, and what it says where there is nothing to show."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from briefings.alignment import redline as changes
from briefings.app import wordings
from briefings.app.charts.keyness import NAMED, keyness
from briefings.app.charts.life import life
from briefings.app.charts.look import Look
from tests.test_pages import opened, words

KNOWN = "open door and a level table"
Link = dict[str, str | list[str]]


@pytest.fixture(autouse=True)
def on_the_sample(sample_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dashboard shows the sample's database."""
    monkeypatch.setenv("BRIEFINGS_DB", str(sample_database))


def phrases(**link: str | list[str]) -> AppTest:
    """The page as a link opens it."""
    return opened("pages/phrases.py", link)


def shown(app: AppTest) -> str:
    """All text of the page: notices, captions, headings, HTML."""
    html = " ".join(str(each.proto.body) for each in app.get("html"))
    return f"{words(app)} {' '.join(each.value for each in app.subheader)} {html}"


@pytest.mark.parametrize(
    "link",
    [
        {"ranking": "newest", "length": "2", "unfold": "yes", "names": "yes"},
        {"ranking": "briefings", "ministry": "os-mfa", "whose": "all"},
        {"ranking": "uses", "size": "200", "speaker": "Anders Vole", "dates": "year"},
        {"looking": "level table"},
        {"part": "one", "phrase": KNOWN},
        {"part": "one", "phrase": KNOWN, "split": "spokesperson", "measure": "per_1000_words", "grain": "week"},
        {"part": "one", "phrase": KNOWN, "whose": "all", "ministry": "os-mfa"},
        {"part": "compare", "from": "2023-07-01", "b_to": "2023-06-30"},
        {"part": "compare", "ministry": "os-mfa", "b_ministry": "va-mfa", "length": "2", "names": "yes"},
        {"part": "compare", "topic": "technology", "b_topic": "climate", "whose": "all"},
    ],
)
def test_a_part_draws_under_filters(link: Link) -> None:
    app = phrases(**link)
    assert not app.exception and not app.warning
    assert "nan" not in shown(app).lower().split()
    for name, value in link.items():
        assert app.query_params[name] == value or name in ("b_to", "from")


def test_the_list_leaves_no_cell_that_a_reader_sees_empty() -> None:
    [table] = phrases().dataframe
    assert 10 < len(table.value) <= 50
    assert table.value[["wording", "briefings", "uses", "per_1000_words", "dispersion", "status"]].notna().all().all()
    assert (table.value["words"] >= 3).all()


def test_the_sentences_behind_a_phrase_are_all_counted() -> None:
    app = phrases(length="2", ranking="uses")
    [table] = app.dataframe
    uses = table.value.set_index("phrase")["uses"]
    assert uses.max() > 50
    app = phrases(length="2", ranking="uses", behind="phrases/list", row=f"phrase={uses.idxmax()}")
    [told] = [each.value for each in app.caption if each.value.endswith(" statements")]
    assert int(told.split("\u00b7")[1].split()[0]) > 50
    [button] = [each for each in app.button if each.label == "Open this formulation"]
    button.click().run()
    assert (app.query_params["phrase"], app.query_params["part"]) == (uses.idxmax(), "one")


def test_looking_for_words_finds_short_phrases_and_parts() -> None:
    [table] = phrases(looking="press briefing", whose="all").dataframe
    assert table.value["phrase"].str.contains("press briefing").all()
    assert table.value["words"].min() == 2


def test_words_that_no_phrase_holds_are_told() -> None:
    assert "zyzzyva" in words(phrases(looking="zyzzyva"))


def test_one_formulation_tells_its_life_and_shows_its_sentences() -> None:
    app = phrases(part="one", phrase=KNOWN.upper())
    text = shown(app)
    assert "First by" in text and KNOWN in text.lower()
    assert text.count("open in reader") > 3
    assert len(app.dataframe) == 3


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ({"phrase": ""}, "Type a formulation"),
        ({"phrase": "zyzzyva of the north"}, "does not recur"),
        ({"phrase": "?!"}, "Type a formulation"),
        ({"phrase": KNOWN, "from": "2022-01-01", "to": "2022-01-10"}, "not used in this slice"),
        ({"phrase": KNOWN, "said": "zyzzyva"}, "Nothing is left with the filter"),
    ],
)
def test_a_formulation_that_cannot_be_shown_is_told(link: Link, told: str) -> None:
    app = phrases(part="one", **link)
    assert not app.exception
    assert told in words(app)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ({}, "Both slices are the same"),
        ({"ministry": "va-mfa", "b_ministry": "va-mfa"}, "Both slices are the same"),
        ({"b_ministry": ["os-mfa", "va-mfa"]}, "hold the same words"),
        ({"b_from": "2022-01-01", "b_to": "2022-01-02"}, "Slice B is empty"),
        ({"from": "2022-01-08", "to": "2022-01-09"}, "Nothing is left with the filter"),
        ({"b_from": "2022-01-04", "b_to": "2022-01-04"}, "hardly any difference"),
        ({"b_speaker": "Nobody Known"}, "in slice B, speaker"),
    ],
)
def test_slices_that_cannot_be_compared_are_told(link: Link, told: str) -> None:
    app = phrases(part="compare", **link)
    assert not app.exception
    assert told in words(app)


def test_both_sides_of_a_comparison_show_their_sentences() -> None:
    link: Link = {"part": "compare", "ministry": "os-mfa", "b_ministry": "va-mfa"}
    [table] = phrases(**link).dataframe
    row = next(row for row in table.value.to_dict("records") if row["uses"] and row["uses_b"])
    app = phrases(**link, behind="phrases/compare", row=f"phrase={row['phrase']}")
    assert not app.exception
    labels = [each.value for each in app.markdown if each.value.startswith(("**Slice A:**", "**Slice B:**"))]
    assert ["Ostmere" in labels[0], "Valdoria" in labels[1]] == [True, True]
    told = [each.value for each in app.caption if each.value.endswith((" statements", " statement"))]
    assert len(told) == 2
    assert len(app.get("download_button")) == 3  # the numbers, and the sentences of either side


def test_a_comparison_is_printed_as_it_is_said() -> None:
    [table] = phrases(part="compare", ministry="os-mfa", b_ministry="va-mfa").dataframe
    assert not table.value["wording"].str.contains(" 's|nan").any()
    assert table.value["wording"].str.contains("[A-Z]").any()


def test_words_that_only_a_report_says_are_offered_with_everyone() -> None:
    assert "choose \u201cEveryone\u201d" in words(phrases(looking="press briefing"))


def test_leading_small_words_may_be_typed() -> None:
    assert "First by" in shown(phrases(part="one", phrase=f"an {KNOWN}"))


def test_an_example_of_a_comparison_sets_both_slices() -> None:
    app = phrases(part="compare")
    [button, *_] = [each for each in app.button if "against" in each.label]
    button.click().run()
    assert not app.exception
    assert "from" in app.query_params and "b_to" in app.query_params
    assert len(app.dataframe) == 1


def test_home_links_new_formulations_to_their_life() -> None:
    app = opened("dashboard.py", {})
    assert {"Became recurring", "Came back", "Said for the first time"} <= {each.value for each in app.subheader}
    assert "phrases?part=one" in shown(app)


def test_a_redline_marks_what_was_added_and_dropped() -> None:
    steps = changes(("a", "fair", "<deal>"), ("a", "fair", "and", "open", "deal"))
    html = wordings.redline(steps)
    assert "<ins>" in html and "<del>" in html and "&lt;deal&gt;" in html and "<deal>" not in html


def compared(count: int) -> pd.DataFrame:
    """A made-up comparison; every other phrase is one of the second slice."""
    rows = [
        {
            "phrase": f"phrase {n}",
            "wording": f"Phrase {n}",
            "log_ratio": 3.0 * (-1) ** n,
            "g2": (40.0 + n) * (-1) ** n,
            "keyness": 1.0 * (-1) ** n,
        }
        for n in range(count)
    ]
    return pd.DataFrame(rows).assign(uses=4, uses_b=2, per_1000_words=0.4, per_1000_words_b=0.2)


def named(figure: go.Figure) -> list[go.layout.Annotation]:
    """The names that the picture gives to points."""
    return [each for each in figure.layout.annotations if each.name == "extreme"]


def test_keyness_names_the_extremes_of_both_sides_apart() -> None:
    figure = keyness(compared(60), Look(title="A against B", keys=("phrase",)))
    names = named(figure)
    assert len(names) == 2 * NAMED
    low, high = figure.layout.yaxis.range
    room = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    right = sorted(room * (each.y - low) / (high - low) - each.ay for each in names if each.x > 0)
    assert min(b - a for a, b in zip(right, right[1:], strict=False)) > 10
    assert [cell for [cell] in figure.data[0].customdata] == [f"phrase {n}" for n in range(60)]


def test_keyness_of_one_phrase_without_evidence_draws() -> None:
    figure = keyness(compared(1).assign(keyness=0.0, g2=0.0, log_ratio=0.0), Look(title="A against B"))
    assert named(figure) == [] and len(figure.data[0].x) == 1


def test_a_silence_that_seemed_final_is_shaded() -> None:
    periods = pd.to_datetime([f"2030-{month:02}-01" for month in range(1, 13)])
    uses = [2, 3, 2, 2, 0, 0, 0, 0, 0, 0, 1, 2]
    frame = pd.DataFrame({"period": periods, "phrase": "x y", "series": "", "uses": uses, "words": 900})
    silences = pd.DataFrame(
        {
            "from_day": pd.to_datetime(["2030-04-20", "2030-02-01"]),
            "to_day": pd.to_datetime(["2030-11-05", None]),
            "briefings": [40, 2],
            "lasts": [False, True],
            "dormant": [True, False],
        }
    )
    look = Look(title="x y", measure="uses", unit="Uses", keys=("period",))
    figure = life(frame.assign(incomplete=False), look, silences)
    assert [shape.x0 for shape in figure.layout.shapes] == ["2030-04-20"]
    assert any("40 briefings" in str(each.text) for each in figure.layout.annotations)
