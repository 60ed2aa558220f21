"""Measured quality that is kept: the scores of the topics on labelled sets, for the page on sources."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefings.release import data_folder

Json = dict[str, Any]


class Undescribed(Exception):
    """Scores of a set that `sets.toml` does not describe."""


def kept(folder: Path | None = None) -> Json:
    """The scores that were kept, as `{"sets": [...], "others": [...]}`; empty lists where none were."""
    path = (folder or home()) / "topics.json"
    if not path.exists():
        return {"sets": [], "others": []}
    found: Json = json.loads(path.read_text(encoding="utf-8"))
    return found


def keep(name: str, measured: Mapping[str, Any], folder: Path | None = None) -> Path:
    """Writes the scores of one labelled set beside those of the others, and says where.

    Raises:
        Undescribed: nothing tells who labelled the set.
    """
    place = folder or home()
    described = tomllib.loads((place / "sets.toml").read_text(encoding="utf-8"))
    sets = {each["id"]: each for each in described["set"]}
    if name not in sets:
        known = ", ".join(sets)
        raise Undescribed(f"{place / 'sets.toml'} does not say who labelled `{name}` (it knows {known}): add it there")
    before = {each["id"]: each for each in kept(place)["sets"]}
    before[name] = sets[name] | dict(measured)
    ordered = [before[each] for each in sets if each in before]
    path = place / "topics.json"
    whole = {"sets": ordered, "others": [other(each) for each in described["other"]]}
    path.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def other(table: Mapping[str, Any]) -> Json:
    """The figures of another method, as far as they are known."""
    return {key: table.get(key) for key in ("name", "set", "precision", "recall", "f1")}


def home() -> Path:
    """Where the scores are kept."""
    return data_folder() / "quality"
