"""A report of checks: how many were right of how many, by measure, with every failure named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# What step 1 must reach; a measure that is not named here is shown for information.
BARS = {
    "briefing date": 1.0,
    "publication date": 1.0,
    "spokespersons": 1.0,
    "turns F1": 0.98,
    "outlets": 0.98,
    "speakers": 0.98,
    "report words": 0.92,
    "report statements": 0.92,
    "chrome kept out": 1.0,
    "bad inputs": 1.0,
}
RECALL, PRECISION, F1 = "turns found", "turns right", "turns F1"


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison with gold, or many of one kind on one page."""

    measure: str
    file: str
    right: int
    of: int
    note: str = ""
    """What was expected and what was got, where something is wrong; empty where another check says it."""


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over all pages."""

    measure: str
    right: int
    of: int
    share: float
    bar: float | None

    @property
    def met(self) -> bool:
        """Whether the score reaches its bar, if it has one."""
        return self.bar is None or self.share >= self.bar


@dataclass(frozen=True, slots=True)
class Report:
    """All checks of one run."""

    pages: int
    checks: tuple[Check, ...]

    @property
    def scores(self) -> tuple[Score, ...]:
        """The measures in the order of their first check, F1 behind its recall."""
        return tuple(measured(self.checks))

    @property
    def failures(self) -> tuple[Check, ...]:
        """The checks that are not wholly right and say why."""
        return tuple(check for check in self.checks if check.right < check.of and check.note)

    @property
    def met(self) -> bool:
        """Whether every measure reaches its bar."""
        return all(score.met for score in self.scores)


def measured(checks: tuple[Check, ...]) -> Iterator[Score]:
    """The score of each measure."""
    totals: dict[str, tuple[int, int]] = {}
    for check in checks:
        right, of = totals.get(check.measure, (0, 0))
        totals[check.measure] = (right + check.right, of + check.of)
    for measure, (right, of) in totals.items():
        yield Score(measure, right, of, right / of if of else 1.0, BARS.get(measure))
        if measure == RECALL:
            yield harmonic((right, of), totals.get(PRECISION, (0, 0)))


def harmonic(recall: tuple[int, int], precision: tuple[int, int]) -> Score:
    """F1 of the turns; its n is the number of gold turns."""
    found = recall[0] / recall[1] if recall[1] else 1.0
    right = precision[0] / precision[1] if precision[1] else 1.0
    share = 2 * found * right / (found + right) if found + right else 0.0
    return Score(F1, recall[0], recall[1], share, BARS[F1])


def as_table(report: Report) -> str:
    """The report for reading: one line per measure, then one per failure."""
    lines = [f"{report.pages} gold pages", "", f"{'measure':<20} {'score':>7} {'right':>7} {'n':>7}   bar"]
    for score in report.scores:
        figures = f"{score.share:>7.2%} {score.right:>7} {score.of:>7}"
        lines.append(f"{score.measure:<20} {figures}   {verdict(score)}".rstrip())
    lines += ["", f"{len(report.failures)} checks with something wrong"]
    lines += [f"{check.file}: {check.measure} {check.right}/{check.of}: {check.note}" for check in report.failures]
    return "\n".join(lines)


def verdict(score: Score) -> str:
    """The bar and whether it is met; empty where there is none."""
    if score.bar is None:
        return ""
    return f"{score.bar:.0%} {'met' if score.met else 'MISSED'}"


def as_json(report: Report) -> dict[str, object]:
    """The report for machines."""
    return {
        "pages": report.pages,
        "met": report.met,
        "scores": [
            {"measure": s.measure, "share": s.share, "right": s.right, "n": s.of, "bar": s.bar, "met": s.met}
            for s in report.scores
        ],
        "failures": [
            {"file": c.file, "measure": c.measure, "right": c.right, "n": c.of, "note": c.note} for c in report.failures
        ],
    }


def unread(error: Exception) -> str:
    """Why a file cannot be read or written, in words, with what to do."""
    if isinstance(error, FileNotFoundError):
        return f"{error.filename}: no such file: check the path"
    if isinstance(error, IsADirectoryError):
        return f"{error.filename}: a folder: name a file in it"
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}: check the file and its permissions"
    return str(error)
