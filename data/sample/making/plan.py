"""The plan of the sample: who speaks on which day, about what, and where the plants go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from making.asking import Asked, Said, asked, outlet, slots
from making.days import LAST, briefing_days, span
from making.ledger import Ledger
from making.words import Event, Material, said

TRANSCRIPTS, REPORTS = 150, 125
# Ten pages with four questions, twenty with five, twenty with six: 5.2 on average.
QUESTIONS = (4, 5, 5, 6, 6)


@dataclass(slots=True)
class Planned:
    """One briefing: the day, the speaker, the announcements and the exchanges."""

    id: str
    ministry: str
    day: date
    speaker: dict[str, Any]
    announcements: list[str] = field(default_factory=list)
    exchanges: list[Asked] = field(default_factory=list)


@dataclass(slots=True)
class Quota:
    """Spreads a share evenly over a run of draws."""

    owed: float = 0.5

    def due(self, share: float) -> bool:
        """Whether the next draw is one of the share's."""
        return self.owed + share >= 1

    def settle(self, share: float, turns: int, hit: bool) -> None:
        """Count the turns that a draw took: a follow-up is a turn of its own."""
        self.owed += turns * (share - hit)


@dataclass(slots=True)
class Planner:
    """Plans page after page in order of date."""

    material: Material
    ledger: Ledger
    quota: dict[str, Quota] = field(default_factory=lambda: {"va": Quota(), "os": Quota()})

    def page(self, ministry: str, day: date, count: int, forced: Sequence[str]) -> Planned:
        """One briefing with so many exchanges; `forced` begins the id of an event that must be among them."""
        name = f"{ministry}-{day:%Y%m%d}"
        rng = Random(f"page {name}")
        self.ledger.open()
        planned = Planned(name, ministry, day, self.speaker(ministry, day))
        jump = self.material.plants["jump"]
        share = jump["after"] if day >= date.fromisoformat(jump["day"]) else jump["before"]
        quota = self.quota[ministry]
        for _ in range(count):
            technical = quota.due(share)
            wanted = "" if technical else next((start for start in forced if not self.holds(planned, start)), "")
            made = self.exchange(planned, technical, wanted, rng)
            quota.settle(share, 1 + bool(made.follow_up), technical)
            planned.exchanges.append(made)
        rng.shuffle(planned.exchanges)
        for made in planned.exchanges:
            made.outlet = outlet(self.material, made.event, [one.outlet for one in planned.exchanges], rng)
        return planned

    def holds(self, planned: Planned, start: str) -> bool:
        """Whether a page already speaks of an event."""
        return any(made.event.id.startswith(start) for made in planned.exchanges)

    def speaker(self, ministry: str, day: date) -> dict[str, Any]:
        """The spokesperson whose week it is."""
        present = [
            person
            for person in self.material.world["person"]
            if person["ministry"] == ministry and person["on"][0] <= day.isoformat() <= person["on"][1]
        ]
        found: dict[str, Any] = present[day.isocalendar().week % len(present)]
        return found

    def exchange(self, planned: Planned, technical: bool, wanted: str, rng: Random) -> Asked:
        """An exchange about an event of the day whose words are not worn out."""
        ranked = list(self.ranked(planned, technical, wanted, rng))
        stages = [(event, event.beat(planned.day)) for event in ranked]
        # Where every stage of the day is worn out, one that came before or comes after will do.
        stages += [(event, beat) for event in ranked for beat in event.beats]
        for event, beat in stages:
            made = asked(self.material, self.ledger, event, planned.ministry, beat, rng)
            if made:
                return made
        raise LookupError(f"{planned.id}: no event left to speak of (technical: {technical}): write more events")

    def ranked(self, planned: Planned, technical: bool, wanted: str, rng: Random) -> Iterator[Event]:
        """The events of the day, drawn one by one without replacement by their weight."""
        seen = {made.event.id for made in planned.exchanges}
        left = [
            event
            for event in self.material.events
            if event.first <= planned.day <= event.last
            and event.who in (planned.ministry, "both")
            and event.id not in seen
            and ("technology" in event.topics) == technical
        ]
        called = [event for event in left if wanted and event.id.startswith(wanted)]
        if called:
            event = min(called, key=lambda event: self.ledger.uses[planned.ministry, event.id])
            left.remove(event)
            yield event
        while left:
            event = rng.choices(left, [self.weight(event, planned) for event in left])[0]
            left.remove(event)
            yield event

    def weight(self, event: Event, planned: Planned) -> float:
        """How strongly an event asks to be spoken of: less once it has been, and beside its like."""
        uses = self.ledger.uses[planned.ministry, event.id] / len(event.beats)
        alike = any(made.event.topics[0] == event.topics[0] for made in planned.exchanges)
        standing = (event.last - event.first).days > 500
        return event.heat * (0.25 if alike else 1.0) * (0.5 if standing else 1.0) / (1 + 0.4 * uses)


def plans(material: Material) -> tuple[list[Planned], list[Planned]]:
    """The transcripts of one ministry and the reports of the other, in order of date."""
    planner = Planner(material, Ledger())
    anchors = {date.fromisoformat(material.plants["jump"]["day"]), LAST}
    transcripts = briefing_days(TRANSCRIPTS, anchors, Random("transcript days"))
    reports = briefing_days(REPORTS, anchors, Random("report days"))
    made: dict[str, list[Planned]] = {"va": [], "os": []}
    for day, ministry in sorted([(day, "va") for day in transcripts] + [(day, "os") for day in reports]):
        rng = Random(f"size {ministry} {day}")
        if ministry == "va":
            page = planner.page("va", day, rng.choice(QUESTIONS), forced(material, transcripts, day))
            page.announcements = announcements(material, planner.ledger, page, rng)
            plant(material, planner.ledger, page, transcripts, rng)
        else:
            page = planner.page("os", day, 1 + (rng.random() < 0.4), ())
        made[ministry].append(page)
    return made["va"], made["os"]


def forced(material: Material, days: Sequence[date], day: date) -> list[str]:
    """Events that must be spoken of on a day because a plant belongs to them."""
    plants = [*material.plants["formulation"], material.plants["stance"]]
    rows = (row for row in plants if "with" in row and due(row, days, day))
    return [row["with"] for row in rows]


def due(row: dict[str, Any], days: Sequence[date], day: date) -> bool:
    """Whether a planted formulation is said on a day: every so many briefings of its spans, ends included."""
    for first, last in row["on"]:
        inside = [one for one in days if first <= one.isoformat() <= last]
        if day in inside:
            return day == inside[-1] or inside.index(day) % row["every"] == 0
    return False


def plant(material: Material, ledger: Ledger, page: Planned, days: Sequence[date], rng: Random) -> None:
    """Put the planted sentences of the day into a page's answers."""
    for row in material.plants["formulation"]:
        if due(row, days, page.day):
            fit = [made for made in page.exchanges if made.event.id.startswith(row.get("with", ""))]
            made = rng.choice(fit or page.exchanges)
            names = slots(material, page.ministry, made.event, made.beat)
            made.more.append(Said(said(rng.choice(row["wordings"]), names, rng), planted=True))
    for made in page.exchanges:
        if made.event.eu:
            made.more.insert(0, Said(stance(material, ledger, page, made, rng), planted=True))


def stance(material: Material, ledger: Ledger, page: Planned, made: Asked, rng: Random) -> str:
    """A sentence that takes the stance of the day toward the target that turns."""
    row = material.plants["stance"]
    kind = "supportive" if page.day.isoformat() <= row["last_supportive"] else "opposed"
    names = slots(material, page.ministry, made.event, made.beat)
    return next(words for _ in range(99) if (words := ledger.draw(rng.choice(row[kind]), names, rng)))


def announcements(material: Material, ledger: Ledger, page: Planned, rng: Random) -> list[str]:
    """The announcements that open a briefing, often none."""
    if page.day == LAST:
        return [" ".join(material.plants["latest"]["never_said"])]
    table = material.world["announcements"]
    kinds = rng.choice(("", "", "", "visits", "visits", "visits", "visits", "closings", "visits visits"))
    names = {key: rng.choice(table[plural]) for key, plural in PLACES.items()}
    names |= {"host": material.world["hosts"][page.ministry], "span": span(page.day, rng)}
    here = material.world["ministry"][page.ministry]
    names |= {"M": here["country"], "A": here["adjective"], "CAP": here["capital"]}
    drawn = [ledger.draw(template, names, rng) for kind in kinds.split() for template in [rng.choice(table[kind])]]
    return [words for words in drawn if words]


PLACES = {
    "visitor": "visitors",
    "purpose": "purposes",
    "place": "places",
    "deputy": "deputies",
    "agency2": "agencies",
    "reason": "reasons",
}
