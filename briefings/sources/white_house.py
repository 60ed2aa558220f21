"""White House transcripts: Markdown of 2021-2023 and the site's own HTML of 2020, every turn under its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from briefings import dates, exchanges, people
from briefings.models import Briefing, Document, Line, Refused, Statement, Turn, TurnKind

ID = "white-house"
MINISTRY = "us-white-house"
AGENCY = "White House"
HOSTS = ("whitehouse.gov", "bidenwhitehouse.archives.gov", "trumpwhitehouse.archives.gov")

CAPS = r"[^\W\d_a-zà-öø-ÿ]"
NAME = rf"(?:{CAPS}|(?<=M)c)[\w]?{CAPS}*(?:[-'’.]{CAPS}+)*"
TITLE = r"(?:M[RS]S?|Mr|Mrs|Ms|DR|Dr)"
OFFICE = (
    r"(?:THE |ACTING |DEPUTY |ASSISTANT |VICE |SENIOR |FIRST )*"
    r"(?:PRESIDENT|LADY|SECRETARY(?:[ -]GENERAL)?|ADMIN\w+|AMBASSADOR|DIRECTOR|ADVIS[EO]R|GENERAL|CHAIR(?:MAN)?|"
    r"GOVERNOR|MAYOR|REPRESENTATIVE|SENATOR|ADMIRAL|COLONEL|COACH|CHIEF|MINISTER|OFFICIAL|SPOKESPERSON|"
    r"MO\w*RA?TOR|OPERATOR|AIDE|PRESS|MEMBER)"
)
Q = r"Q(?P<q>MS\. |MR\. )?"

# A label in capitals at the start of a paragraph; whether it is one is decided by `is_label`.
LABEL = re.compile(rf"(?P<label>{CAPS}[^:a-z\n]{{1,60}}?|{TITLE}\.? [A-Z][A-Z’'-]+)\s?:(?!\d)\s*")
# The point or dash after `DR. WALENSKY` that should have been a colon.
NO_COLON = re.compile(rf"(?P<label>{TITLE}\.? {CAPS}[{CAPS[1:-1]}’'-]+)(?:\.|(?= —))\s+")
QUESTION = re.compile(r"(?P<label>Q)(?:[:.`]\s*|\s+|(?=[–—])|$)(?:Q\s+)*")
STUCK = re.compile(r"Q(?=M[RS]S?\. )")
WITHIN = re.compile(
    rf"(?<=\s)(?P<label>{TITLE}\.? [A-Z][A-Z’'-]+|(?:SENIOR )?ADMINISTRATION OFFICIAL|MODERATOR|THE PRESIDENT):\s+"
    rf"|(?<=[.?!”)—:] )(?P<q>Q) (?![A-Z]{{2}})(?=[A-Z(“—\[])"
)
"""

