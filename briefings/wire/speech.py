"""Clauses of saying: where a sentence says that somebody said something, and who that is by the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefings.wire import names
from briefings.wire.quotes import FILLER

# Verbs that report words whoever their subject is.
SAY = (
    "said says say told tells added adds noted notes stressed stresses emphasized emphasised emphasizes "
    "explained explains "
    "stated states argued argues claimed claims confirmed confirms acknowledged admitted insisted insists warned "
    "warns remarked "
    "reiterated reiterates reaffirmed replied replies responded answered asserted alleged declared commented disclosed "
    "revealed cautioned contended complained affirmed countered retorted indicated hinted implied "
    "pointed points urged urges accused condemned condemns denounced "
    "criticized "
    "criticised denied denies welcomed rejected voiced expressed described predicted maintained recalled wrote"
)
# Verbs that do so when a person is the subject.
PERSON = (
    "announced announces asked asks observed concluded clarified elaborated continued concurred joked tweeted "
    "called calls "
    "requested demanded appealed extended conveyed thanked thanks praised praises hailed hails lauded commended "
    "applauded congratulated "
    "deplored slammed blasted blamed refuted rebutted dismissed opposed opposes objected protested pledged vowed "
    "promised proposed "
    "suggested suggests recommended advised encouraged hopes hoped believes believed expects wished underscored "
    "underlined underlines "
    "highlighted highlights mentioned mentions cited introduced briefed listed outlined spoke referred repeated "
    "assured disagreed "
    "compared likened advocated defended expounded quipped apologized apologised quoted went put made laid "
    "reported invited offered informed hit fired reminded signaled signalled threatened lambasted lashed "
    "ridiculed mocked scoffed decried lamented regretted branded labeled labelled questioned "
    "challenged attributed ruled brushed drew gave took sent shed spelled shared summed "
    "summarized enumerated elucidated proclaimed conceded "
    "testified interjected concurred exhorted counselled guaranteed exclaimed commiserated"
)
VERB = re.compile(rf"\b(?P<verb>{'|'.join((*SAY.split(), *PERSON.split()))})\b")
SAY_VERBS = frozenset(SAY.split())
# Verbs that say something only with the right words behind them.
WISHES = (
    r"\s(?:\w+\s){0,3}(?:condolences|congratulations|explanation|sympath\w+|greetings|thanks|gratitude|wishes|"
    r"concerns?)"
)
OUT = r"\s(?:\w+\s)?out\b|\sto\b"
THAT = r"\sthat\b"
NEEDS = {
    "added": r"(?!\s(?:\d\S*|two|three|four|five|six|more|another|several|dozens)\s(?:\S+\s){0,6}to\s(?:its|the|a)\b)",
    "called": r"\s(?!off\b)",
    "calls": r"\s(?:on|for|it)\b",
    "claims": r"\s(?:that|to)\b",
    "continued": r"[.,]|$|\s?\ue000",
    "conveyed": WISHES,
    "extended": WISHES,
    "fired": r"\sback\b",
    "drew": r"\s(?:\w+\s)?attention\b",
    "gave": r"\s(?:\w+\s){0,2}(?:account|assurances?|briefing|details|explanation|introduction|overview|update)\b",
    "hit": r"\sback\b",
    "lashed": r"\s(?:back|out)\b",
    "brushed": r"\s(?:aside|off)\b",
    "ruled": r"\sout\b",
    "sent": WISHES,
    "shared": r"\s(?:\S+\s){0,3}(?:views?|positions?|information|details)\b",
    "shed": r"\s(?:\w+\s)?light\b",
    "spelled": r"\sout\b",
    "summed": r"\sup\b",
    "took": r"\s(?:issue|exception|aim)\b",
    "informed": r"\s",
    "invited": r"\s(?:all|both|other|the)\b",
    "laid": r"\sout\b",
    "made": r"\s(?:it\s)?(?:clear|known|plain)\b",
    "maintained": THAT,
    "notes": THAT,
    "offered": r"\s(?:\w+\s)?(?:explanation|condolences|congratulations|apolog|assurances|thanks)",
    "pointed": OUT,
    "points": OUT,
    "put": r"\sit\b",
    "quoted": r"\s",
    "recalled": r"\s(?:that|how|the)\b",
    "referred": r"\sto\b",
    "reported": THAT,
    "say": r"\s",
    "spoke": r"\s(?:highly\s)?(?:of|about|out)\b",
    "states": THAT,
    "went": r"\son\b",
}
PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|get|got)\s(?:\w+ly\s)?$", re.I)
QUOTED_AS = re.compile(r"\b(?:was|were)\s(?:\w+ly\s)?(?:quoted|cited|reported)\s(?:by\s[^,]{2,40}\s)?as\ssaying\b")
# What may stand between a subject and its verb.
ADVERB = re.compile(
    r"\s(?:also|then|further|furthermore|later|repeatedly|again|once|has|had|have|earlier|however|meanwhile|"
    r"reportedly|just|recently|"
    r"publicly|therefore|still|even|today|yesterday|did|does|in\sturn|at\sthe\stime|\w+ly|"
    r"(?:(?:on|late|early|last|this)\s)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|"
    r"evening|night))?|"
    r"on\s[A-Z][a-z]+\.?\s\d{1,2}|(?:at|during)\s(?:a|an|the|his|her)\s[^,\ue000]*?(?:briefing|conference|meeting|"
    r"interview|session)|"
    r"in\s(?:a|an|his|her|its|the)\s(?:\w+\s){0,3}(?:statement|interview|letter|speech|report|message|post|"
    r"response|reply|note))$"
)
BOUNDARY = re.compile(
    rf"[,;:—–()]\s|[—–,;:]$|--|{FILLER}|\b(?:[Tt]hat|[Ww]hen|[Ww]hile|[Aa]s|[Aa]fter|[Bb]efore|[Bb]ecause|[Ww]hich|"
    rf"[Ww]ho|whom|[Ww]here|"
    r"[Ww]hether|[Ii]f|[Aa]lthough|[Tt]hough|than|[Ww]hat|[Hh]ow|[Ww]hy|[Uu]ntil|[Ss]ince|[Bb]ut|[Ss]o|[Bb]oth|"
    r"said|says)(?![\w.’'-])"
)
RELATIVE = re.compile(r"\b(?:which|who|that|whom|to|not|never|and|or|but)\s*$")
OPENER = re.compile(
    r"^(?:(?:But|And|Yet|So|Still|However|Meanwhile|Earlier|Later|Separately|Also|Then|Instead|Moreover|"
    r"Furthermore|Besides|Nevertheless)[,\s]+|"
    r"(?:On|Late|Early|Last)\s(?:(?:on|late|early)\s)?(?:\w+day|\w+\.?\s\d{1,2})\s|In response\s|For (?:his|her|"
    r"its) part\s)+"
)
INTRO = re.compile(
    r"^(?:When|Asked|While|After|As|Although|Though|Responding|Noting|Commenting|Speaking|Referring|Citing|"
    r"Stressing|Calling|"
    r"Describing|Answering|Regarding|Concerning|On|In|At|With|To|About|If|Since|Because|Turning|Recalling|Quoting|"
    r"Saying|Adding|"
    r"Pointing|Addressing|Touching|Reacting|Replying|Pressed|Questioned|Following|Despite|Given|By|During|For|"
    r"Emphasizing|Urging|\w+ing)\b"
)
INVERTED = re.compile(
    rf"(?:{FILLER},?\s?(?P<verb>said|says|added|asked|wrote|noted|replied|explained|stressed|warned|announced|"
    rf"insisted)|,\s(?P<plain>said|says|added|noted))"
    r"\s(?P<subject>(?:(?:the|a|an)\s)?[^\s,.;:]+[^,.;:\ue000]*?)(?=[,;:.]\s|[.]?$|\s?\ue000|\s(?:at|on|in|when|"
    r"during|while|after|as)\s|\s\w+day\b)"
)
BRACKETS = re.compile(r"\s\([^()]*\)$")
ENDED = re.compile(r"[.]?$")
NO_SUBJECT = re.compile(r"(?:on\s|late\s|earlier\s)*(?:\w+day|here|so|this|that|it|no|yes|there)\b")
ACCORDING = re.compile(
    r"\b[Aa]ccording to (?P<subject>[^,;:\ue000]+?)(?=,|;|[.]?$|\s\ue000)|"
    r"\b[Ii]n the words of (?P<words>[^,;:\ue000]+?)(?=,|[.]?$)"
)
NAME_ONLY = re.compile(
    r"(?:[A-Z][\w.'’-]+|de|da|van|von|der|al|bin|del|la)(?:\s(?:[A-Z][\w.'’-]+|de|da|van|von|der|al|bin|del|la)){1,4}$"
)
LONGEST_SUBJECT = 16
# Nobody writes longer ones; a page that holds one must not cost more time for it.
LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of saying: its subject as printed, its verb, and where they stand in the sentence."""

    subject: str
    verb: str
    start: int
    end: int
    final: bool = False
    """Whether the sentence ends with it: `..., Mao said on Monday.`"""
    after_comma: bool = False


def clauses(sentence: str) -> Iterator[Clause]:
    """Every clause of saying in a sentence whose quotations are filled, in order."""
    sentence = sentence[:LONGEST_SENTENCE]
    for match in INVERTED.finditer(sentence):
        last = ENDED.match(sentence[match.end() :]) and not NO_SUBJECT.match(match["subject"])
        if match["verb"] or last or not phrase(sentence[: match.start("plain")].rstrip())[1]:
            yield Clause(
                match["subject"].strip(),
                match["verb"] or match["plain"],
                match.start(),
                match.end("subject"),
                True,
                True,
            )
    for match in VERB.finditer(sentence):
        if clause := before(sentence, match):
            yield clause
    for match in QUOTED_AS.finditer(sentence):
        start, subject = phrase(sentence[: match.start()])
        if subject:
            yield Clause(subject, "said", start, match.end())


def before(sentence: str, match: re.Match[str]) -> Clause | None:
    """The clause of a verb whose subject stands before it."""
    verb, left = match["verb"], sentence[: match.start()]
    rest = sentence[match.end() :]
    if PASSIVE.search(left) or re.match(r"\sby\s(?!\w+ing\b)", rest) or not re.match(NEEDS.get(verb, ""), rest):
        return None
    start, subject = phrase(left.rstrip())
    if not subject or len(subject.split()) > LONGEST_SUBJECT:
        return None
    final = re.match(r"[^,\ue000]{0,90}\.?$", rest) is not None and not re.match(r"\s(?:that|\w+\sthat)\b", rest)
    comma = sentence[:start].rstrip()[-1:] in (",", FILLER, "—", "-", "–")
    return Clause(subject, verb, start, match.end(), final, comma)


def phrase(left: str) -> tuple[int, str]:
    """The noun phrase at the end of a text and where it starts; empty where a clause has no subject of its own."""
    left = BRACKETS.sub("", left)
    while match := ADVERB.search(left):
        left = left[: match.start()].rstrip()
    if left.endswith(","):
        left = without_apposition(left)
        while match := ADVERB.search(left):
            left = left[: match.start()].rstrip()
    if not left or RELATIVE.search(left):
        return (0, "") if not re.search(r"\b(?:and|or|but)\s*$", left) else joined(left)
    cuts = list(BOUNDARY.finditer(left))
    if cuts and cuts[-1].group().lower() == "who":
        # "A diplomat who asked not to be named said": the subject stands before its relative clause.
        return phrase(left[: cuts[-1].start()].rstrip())
    start = cuts[-1].end() if cuts else 0
    if opener := OPENER.match(left[start:].lstrip()) if not left[:start].strip() else None:
        start += opener.end()
    subject = left[start:]
    return start + len(subject) - len(subject.lstrip()), subject.strip()


def joined(left: str) -> tuple[int, str]:
    """The subject of a second verb, `Mao shrugged and said`: what the sentence begins with."""
    match = re.match(r"(?P<subject>(?:[Hh]e|[Ss]he|(?:[Tt]he\s)?[^\s,]+))[\s,]", left)
    return (0, match["subject"]) if match else (0, "")


def without_apposition(left: str) -> str:
    """The text before `, an apposition,`; empty where the comma closes none."""
    inner = left[:-1]
    comma = max(inner.rfind(", "), inner.rfind(FILLER))
    while comma > 0:
        between = inner[comma + 1 :].strip()
        head = inner[:comma].rstrip()
        if NAME_ONLY.match(between) and names.person(between):
            # "Chile's mining minister, Pablo Errazuriz, told": the name is the better half of the subject.
            return f"{head[: head.rfind(', ') + 2] if ', ' in head else ''}{between}"
        if re.match(r"(?:an?|the|its|who|whose|which|also|one|deputy|chief|head|director|[a-z]\w+|[A-Z])", between):
            earlier = head.rfind(", ")
            # Lists inside an apposition ("director of trade, customs and transport") are not worth a grammar.
            return head if earlier < 0 or len(head[earlier:].split()) < 14 else head
        comma = inner.rfind(", ", 0, comma)
    return ""


def chosen(sentence: str, found: list[Clause]) -> Clause | None:
    """The clause that carries the sentence: one at its end, one behind an introduction, else the first."""
    last = next((clause for clause in found if clause.final and clause.after_comma), None)
    if last:
        return last
    if INTRO.match(sentence):
        behind = next((clause for clause in found if clause.after_comma), None)
        if behind:
            return behind
    return min(found, key=lambda clause: clause.start, default=None)
