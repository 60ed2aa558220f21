"""Results as files: CSV that Excel opens right, and Parquet."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pandas as pd

RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


def csv(frame: pd.DataFrame) -> bytes:
    """The frame as CSV (RFC 4180, UTF-8 with a byte-order mark); text that a spreadsheet would run is defused."""
    texts = {name: frame[name].map(defused) for name in frame.columns if frame[name].dtype.kind not in "biufMm"}
    return frame.assign(**texts).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def defused(value: object) -> object:
    """A text that a spreadsheet would take for a formula, behind an apostrophe; lists joined with semicolons."""
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        value = "; ".join(str(item) for item in value)
    return f"'{value}" if isinstance(value, str) and runs(value) else value


def restored(text: str) -> str:
    """A text as it was before it was defused."""
    return text[1:] if text.startswith("'") and runs(text) else text


def runs(text: str) -> bool:
    """Whether a spreadsheet would run the text, or it begins like one that was defused: so each can be told back."""
    return text.lstrip("'").startswith(RUN_BY_SPREADSHEETS)


def parquet(frame: pd.DataFrame) -> bytes:
    """The frame as a Parquet file."""
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False)
    return buffer.getvalue()
