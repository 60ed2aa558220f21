"""The measured quality of the stance classifier: scores, calibration, what it takes for what, and limits."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from briefings import measured
from briefings.measured import LABELS, Quality
from briefings.selection import counted, written

LIMITS = """
- **The unit is one sentence and one target that it names.** What only the sentences around it express is not counted;
  neither is a target that goes by \u201cthey\u201d.
- **Neutral is the refuge.** No label without words that carry it: where the model finds none, the label is neutral.
- **Corrected is not right.** The correction knows how the model errs on labelled sentences of other days. A target of
  another kind may be misjudged otherwise; that is in the interval as far as the labelled targets lie apart.
- **Labelled by language models** that followed a written codebook. How well two of them agree (94.8% of 433 statements,
  Krippendorff\u2019s alpha 0.92) is the most that a measured quality can mean, not a proof of it.
- **The words of a spokesperson are not a government\u2019s policy.** A transcript is what a ministry chose to publish.
"""
SCORES = {
    "measure": st.column_config.TextColumn("Measure", width=170),
    "value": st.column_config.NumberColumn("Value", format="%.3f", width=70),
    "low": st.column_config.NumberColumn("95% from", format="%.3f", width=80),
    "high": st.column_config.NumberColumn("to", format="%.3f", width=70),
}
BINS = {
    "sure": st.column_config.NumberColumn("Says", format="%.2f", width=70, help="Mean probability of the label given"),
    "right": st.column_config.NumberColumn("Is right", format="%.2f", width=80),
    "pairs": st.column_config.NumberColumn("Pairs", format="localized", width=70),
}


def draw(model: str) -> None:
    """The quality of a model, in words and in numbers."""
    st.subheader("How well the classifier does", anchor=False)
    quality = measured.quality(model)
    if quality is None:
        st.info(f"The quality of the model `{model}` was not measured: its counts are shown, and nothing is corrected.")
        return
    st.markdown(sentence(quality), width=760)
    scores, cells = st.columns([1, 1], gap="large")
    with scores:
        rows = [{"measure": s.measure, "value": s.value, "low": s.low, "high": s.high} for s in quality.scores]
        st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=SCORES)
    with cells:
        st.caption("What it calls (across) the statements whose label is known (down)")
        st.dataframe(table(quality))
        calibration(quality)
    with st.expander("How this is measured, and its limits", icon=":material/info:"):
        st.markdown(LIMITS, width=760)


def sentence(quality: Quality) -> str:
    """The quality in a sentence or two: how good, on how many, when, labelled by whom."""
    scores = {each.measure: each for each in quality.scores}
    f1, flips = scores["macro-F1"], scores["sign flips"]
    when = f", {written(date.fromisoformat(quality.made))}" if quality.made else ""
    pairs, documents = counted(quality.pairs, "labelled pairs"), counted(quality.documents, "documents")
    return (
        f"Model `{quality.model}`, on {pairs} of {documents} that it had not seen{when}: "
        f"macro-F1 **{f1.value:.2f}** ({f1.low:.2f}\u2013{f1.high:.2f}), "
        f"sign flips **{flips.value:.1%}** ({flips.low:.1%}\u2013{flips.high:.1%}): supportive taken for opposed or "
        f"the other way round. It has learnt from {counted(quality.labels, 'labels')} since. "
        f"Labelled by {quality.labelled_by}. Intervals: bootstrap over documents."
    )


def table(quality: Quality) -> pd.DataFrame:
    """True labels down, given ones across."""
    return pd.DataFrame(quality.cells, index=[f"truly {label}" for label in LABELS], columns=list(LABELS))


def calibration(quality: Quality) -> None:
    """How sure the model is against how often it is right."""
    if not quality.calibration:
        st.caption("How sure the model is against how often it is right was not kept when it was trained.")
        return
    st.caption("How sure it is, and how often it is right")
    rows = [{"sure": each.sure, "right": each.right, "pairs": each.pairs} for each in quality.calibration]
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=BINS)
