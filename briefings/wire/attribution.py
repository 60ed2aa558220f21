"""Who speaks in a sentence: subjects of saying become persons, offices or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.models import Role
from briefings.wire import names
from briefings.wire.cast import Cast, Person
from briefings.wire.mentions import SPOKES
from briefings.wire.speech import ACCORDING, SAY_VERBS, Clause, chosen, clauses

PRONOUN = re.compile(r"(?:He|She|he|she)$")
REFERENCE = re.compile(r"(?:the|this|our)\s(?:\w+\s){0,2}?(?:spokes(?:person|man|woman)|official|diplomat)$", re.I)
# Whom a report has introduced with a title it later calls by the title alone.
TITLE_ONLY = re.compile(r"(?:the|this)\s(?:[\w.'’-]+\s){0,3}?(?P<title>[a-z]+)$", re.I)
FOREIGN_OWNER = re.compile(r"\b(?:neighbou?ring|other|foreign|host|rival)\s\w+[’']s\b", re.I)
OWN_MINISTRY = re.compile(r"\b[Mm]inistry$|\bMinistry of [A-Z][\w ]+$|\b[Dd]epartment$")
ROLE_NOUN = re.compile(
    r"\b(?:officials?|ministers?|ministry|presidents?|ambassadors?|envoys?|diplomats?|experts?|analysts?|"
    r"scholars?|professors?|"
    r"economists?|secretary|secretar(?:y-general|iat)|director|chair(?:man|woman|person)?|head|chief|leaders?|"
    r"governments?|department|"
    r"commission|committee|council|agency|agencies|organi[sz]ations?|union|association|company|companies|embassy|"
    r"office|bureau|"
    r"authorit(?:y|ies)|police|side|sources?|witness(?:es)?|residents?|reporters?|journalists?|observers?|"
    r"lawmakers?|negotiators?|"
    r"researchers?|scientists?|delegates?|delegation|party|court|bank|team|institute|university|farmers?|workers?|"
    r"captain|"
    r"commander|military|army|navy|media|newspaper|think tanks?|group|critics|mayor|governor|adviser|parliament|"
    r"senator|readers?|mission|"
    r"operator|firm|board|foundation|federation|charity|teachers?|students?|manager|engineer|hydrologist|"
    r"representatives?|person)\b",
    re.I,
)
HUMAN = re.compile(
    r"\b(?:officials?|ministers?|presidents?|ambassadors?|envoys?|diplomats?|experts?|analysts?|scholars?|professors?|"
    r"secretary|director|chair(?:man|woman|person)?|chief|leaders?|mayor|governor|lawmakers?|senators?|reporters?)$"
)
# These say nothing themselves: what follows is background.
PAPER = re.compile(
    r"\b(?:reports?|data|figures|statistics|surveys?|polls?|documents?|statements?|study|studies|article|letters?|"
    r"remarks?|comments?|"
    r"words?|agreement|law|text|communique|move|decision|visit|talks|trip|incident|numbers?|position|plans?)$",
    re.I,
)
REMARKS = re.compile(
    r"\b(?:made|makes|issued|gave)\s(?:the|these|those|this|his|her|such|that)?\s?(?:\w+\s)?(?:remarks?|comments?|"
    r"statements?|announcement|responses?)\b|"
    r"\b(?:remarks?|comments?|statement|response|announcement)\s(?:came|comes|followed|was\smade|were\smade)\b|"
    r"\bwas\s(?:responding|replying|reacting|commenting|referring|answering|speaking)\b"
)
SILENT = re.compile(
    r"\b(?:declined|refused)\s(?:to|comment)\b|\bdid\snot\s(?:say|comment|elaborate|give|answer|specify|name|"
    r"explain)\b|\bgave\sno\b"
)
YET_SAID = re.compile(r"\b(?:but|and|though)\s(?:\w+\s)?(?:said|added|noted|stressed|told|urged)\b")
OWN_STANCE = re.compile(
    r"^(?:The\s)?(?P<who>[A-Z][\w.]+(?:\s(?:side|government))?)\s(?:has\s|had\s)?(?:(?:on|late|"
    r"early)\s)*(?:\w+day\s)?(?:\w+ly\s)?(?:also\s|once\sagain\s|again\s)?"
    r"(?P<verb>urged|urges|called|calls|said|says|expressed|expresses|voiced|condemned|condemns|denied|denies|"
    r"rejected|rejects|welcomed|"
    r"welcomes|warned|warns|opposed|opposes|refuted|reiterated|reiterates|reaffirmed|hopes|hoped|pledged|vowed|"
    r"announced|criticized|slammed|"
    r"praised|hailed|lauded|thanked|congratulated|lodged|protested|demanded|demands|dismissed|confirmed|stressed|"
    r"appealed|supports|backed|"
    r"extended|deplored|denounced|commended|accused|asked|proposed|promised|advised|offered|declared|defended|"
    r"regrets|regretted)\b"
)
OWN_PRESENT = re.compile(r"(?:urge|call|oppose|hope|demand|support|reiterate|expresse|condemn|reject|welcome|regret)s$")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a person or an office by its label, in which role."""

    name: str
    role: Role
    person: bool = True


@dataclass(slots=True)
class Scene:
    """Who has spoken so far, so that `she` and `it` find their person."""

    company: Cast
    last: Voice | None = None
    body: Voice | None = None
    """The last office or group that spoke: what `it` and `they` stand for."""
    place: int = -1
    """The paragraph in which `last` spoke."""

    def main(self) -> Voice | None:
        """The briefing's spokesperson, by label where the report gives no name."""
        if self.company.main:
            return Voice(self.company.main, "spokesperson")
        own = next((mention for mention in self.company.mentions if mention.home), None)
        return Voice(names.label(f"{own.office} spokesperson".strip()), "spokesperson") if own else None

    def heard(self, voice: Voice, paragraph: int) -> Voice:
        """The voice, remembered."""
        if voice.person:
            self.last, self.place = voice, paragraph
        else:
            self.body = voice
        return voice

    def seen(self, sentence: str, paragraph: int) -> None:
        """Remembers whom a sentence of background is about: `she` may be them in the next."""
        if person := self.company.first_in(sentence):
            self.heard(Voice(person.name, role(person)), paragraph)


def role(person: Person) -> Role:
    """In which role a person speaks in this report."""
    return "spokesperson" if person.spokes and person.home else "third_party"


def attribution(sentence: str, scene: Scene, paragraph: int) -> Voice | None:
    """Who says a sentence by its own words, its quotations filled; null where it attributes nothing."""
    if SILENT.search(sentence) and not YET_SAID.search(sentence):
        return None
    found = [(clause, voice) for clause in clauses(sentence) if (voice := voiced(clause, scene, paragraph))]
    clause = chosen(sentence, [clause for clause, _ in found])
    if clause:
        voice = next(voice for one, voice in found if one is clause)
        if PRONOUN.match(clause.subject) and voice.person:
            scene.company.pronoun(voice.name, clause.subject.lower())
        return scene.heard(voice, paragraph)
    return according(sentence, scene, paragraph)


def according(sentence: str, scene: Scene, paragraph: int) -> Voice | None:
    """Who `according to` names, where that is somebody and not a paper."""
    for match in ACCORDING.finditer(sentence):
        subject = match["subject"] or match["words"]
        voice = voiced(Clause(subject, "said", match.start(), match.end()), scene, paragraph)
        if voice and voice.person:
            return scene.heard(voice, paragraph)
    return None


def voiced(clause: Clause, scene: Scene, paragraph: int) -> Voice | None:
    """Whom the subject of a clause stands for; null where it is nobody who can speak."""
    subject = clause.subject
    company = scene.company
    if subject in ("him", "her"):
        return pronoun("he" if subject == "him" else "she", scene, paragraph)
    if PRONOUN.match(subject):
        return surname_he(clause, scene, paragraph) or pronoun(subject, scene, paragraph)
    if subject.lower() in ("it", "they"):
        return scene.body if clause.verb in SAY_VERBS else None
    if SPOKES.search(subject):
        return spokes(subject, scene)
    if names.label(subject).removesuffix(" side").removesuffix(" government") in company.home:
        return None
    known = company.called(names.label(subject)) or company.called(names.bare(subject))
    name = names.person(subject)
    if known is None and name:
        known = company.called(name) or company.learn(Person(name, gender=names.gender(name), title=subject))
    known = known or titled(subject, scene)
    if known:
        return Voice(known.name, role(known))
    if REFERENCE.match(subject):
        return scene.last or scene.main()
    if OWN_MINISTRY.search(subject) and at_home(subject, company) and not company.other_office(subject):
        return scene.main()
    return office(clause)


def titled(subject: str, scene: Scene) -> Person | None:
    """Whom a title alone stands for, `the minister`: who spoke last with it, else the first introduced with it."""
    match = TITLE_ONLY.fullmatch(subject)
    if not match or not HUMAN.search(subject):
        return None
    nation = next(iter(names.nations_in(subject)), "")
    title = re.compile(rf"\b{match['title']}\b", re.I)
    fitting = [
        person
        for person in scene.company.persons.values()
        if title.search(person.title) and (not nation or nation_fits(nation, person.title))
    ]
    last = scene.last.name if scene.last else None
    return min(fitting, key=lambda person: person.name != last, default=None)


def at_home(subject: str, company: Cast) -> bool:
    """Whether an office in a subject is the home country's."""
    return company.at_home(subject) and not FOREIGN_OWNER.search(subject)


def nation_fits(nation: str, title: str) -> bool:
    """Whether a title names the nation, by its noun or its adjective."""
    return any(found[:4] == nation[:4] for found in names.nations_in(title))


def surname_he(clause: Clause, scene: Scene, paragraph: int) -> Voice | None:
    """The spokesperson whose surname looks like a pronoun: `He` inside a sentence, or beginning a new paragraph."""
    main = scene.main()
    if main is None or main.name.split()[0] != clause.subject:
        return None
    return main if clause.start > 0 or scene.place != paragraph else None


def pronoun(said: str, scene: Scene, paragraph: int) -> Voice | None:
    """Whom `he` or `she` stands for: who spoke last if the pronoun fits, else the spokesperson."""
    main, last = scene.main(), scene.last
    if last is None or main is None or last.name == main.name:
        return main or last
    gender = said.lower()
    theirs, own = (scene.company.persons.get(voice.name) for voice in (last, main))
    theirs_fits = theirs.gender if theirs else None
    own_fits = own.gender if own else None
    if theirs_fits:
        return last if theirs_fits == gender else main
    if own_fits and own_fits != gender:
        return last
    # Nothing tells them apart: within a paragraph the nearer one, in a new paragraph the report's own spokesperson.
    return last if scene.place == paragraph or own_fits is None else main


def spokes(subject: str, scene: Scene) -> Voice | None:
    """Whom `spokesperson` stands for in a subject: a named one, this report's own, or another office's."""
    company = scene.company
    match = SPOKES.search(subject)
    assert match is not None
    for mention in company.mentions:
        if mention.name and mention.name in subject and (person := company.called(mention.name)):
            return Voice(person.name, "spokesperson" if person.home else "third_party")
    name = names.person(subject)
    if name and (person := company.called(name)):
        return Voice(person.name, role(person))
    phrase = names.label(subject[: match.start()])
    return unnamed(subject, phrase, scene)


def unnamed(subject: str, phrase: str, scene: Scene) -> Voice | None:
    """A spokesperson without a name in the subject itself."""
    if not scene.company.at_home(subject):
        nation = next(iter(names.nations_in(subject)), "")
        abroad = [mention for mention in scene.company.mentions if not mention.home and mention.name]
        same = [
            mention.name
            for mention in abroad
            if nation and nation in mention.office or phrase and phrase in mention.office
        ]
        return Voice(same[0] or "", "third_party") if same else Voice(names.label(subject), "third_party")
    if phrase.strip() and scene.company.other_office(subject):
        return Voice(names.label(subject), "spokesperson")
    return scene.main()


def office(clause: Clause) -> Voice | None:
    """An office, a group or an unnamed person as it is printed, where it can be said to speak."""
    subject = clause.subject
    if PAPER.search(subject) or len(subject.split()) > 12:
        return None
    titled = ROLE_NOUN.search(subject) is not None
    proper = names.label(subject)[:1].isupper() and all(
        token[:1].isupper() or token in ("of", "the", "and", "for", "on") for token in subject.split()
    )
    if (
        clause.verb not in SAY_VERBS
        and not HUMAN.search(subject)
        and not (titled and clause.verb in ("believes", "believed", "asked", "wrote", "called", "suggested"))
    ):
        return None
    return Voice(names.label(subject), "third_party", person=False) if titled or proper else None
