"""The words that houses set over the parts of their papers, and which part each of them opens.

Papers are written by many houses. What one calls Ärendebeskrivning is Bakgrund or Ärendet in the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from ..records import TextRole
from ..swedish import plain
from .source import SourceLine


class Part(StrEnum):
    """What a heading opens."""

    PROPOSAL = "proposal"  # Förslag till beslut
    SUMMARY = "summary"  # Sammanfattning
    BACKGROUND = "background"  # Ärendebeskrivning
    ASSESSMENT = "assessment"  # Bedömning
    IMPACT = "impact"  # Konsekvenser för …
    ECONOMY = "economy"  # Ekonomiska konsekvenser
    FOLLOW_UP = "follow_up"  # Uppföljning
    PREPARATION = "preparation"  # Beredning: who has handled it, in some houses the beslutsunderlag
    SUPPORT = "support"  # Beslutsunderlag
    ATTACHMENTS = "attachments"  # Bilagor
    RECIPIENTS = "recipients"  # Skickas till
    DECISION = "decision"  # Beslut
    MOTIONS = "motions"  # Yrkanden
    PROCEDURE = "procedure"  # Beslutsgång, propositionsordning
    VOTE = "vote"  # Omröstning
    RESERVATIONS = "reservations"  # Reservationer
    REMARKS = "remarks"  # Protokollsanteckningar
    OTHER = "other"  # a heading of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as written, which part it opens, and what follows it on the same line after a colon."""

    part: Part
    text: str
    rest: str = ""


ROLES: Final[Mapping[Part, TextRole]] = {
    Part.SUMMARY: TextRole.SUMMARY,
    Part.BACKGROUND: TextRole.BACKGROUND,
    Part.ASSESSMENT: TextRole.ASSESSMENT,
    Part.IMPACT: TextRole.IMPACT,
    Part.ECONOMY: TextRole.ECONOMY,
    Part.FOLLOW_UP: TextRole.FOLLOW_UP,
}
"""What the program calls the parts that are texts of a FöredragningsPM."""

_WORDS: Final[Mapping[Part, tuple[str, ...]]] = {
    Part.PROPOSAL: (
        "förslag till beslut",
        "förslag på beslut",
        "förslag till beslutsformulering",
        "förslag till ställningstagande",
        "beslutsförslag",
        "beslutsformulering",
        "förslag",
        "hemställan",
    ),
    Part.SUMMARY: (
        "sammanfattning",
        "sammanfattning av ärendet",
        "sammanfattning av ärende",
        "kort sammanfattning",
        "kortfattad sammanfattning",
        "ärendet i korthet",
        "ärende i korthet",
        "i korthet",
        "kort om ärendet",
        "ärendesammanfattning",
    ),
    Part.BACKGROUND: (
        "ärende",
        "ärendet",
        "ärendebeskrivning",
        "beskrivning av ärendet",
        "beskrivning av ärende",
        "ärendets beskrivning",
        "beskrivning",
        "bakgrund",
        "bakgrund till ärendet",
        "bakgrund och syfte",
        "bakgrund till förslaget",
        "bakgrundsbeskrivning",
        "redogörelse",
        "redogörelse för ärendet",
        "utredning",
        "inledning",
        "nuläge",
        "nulägesbeskrivning",
    ),
    Part.ASSESSMENT: (
        "bedömning",
        "bedömningar",
        "samlad bedömning",
        "övervägande",
        "överväganden",
        "analys",
        "synpunkter",
        "motivering",
        "motivering till beslut",
        "motivering till förslag till beslut",
        "skäl för beslut",
        "skäl till beslut",
        "skäl för beslutet",
        "skälen för beslutet",
        "skäl för förslaget",
        "analys och bedömning",
        "bedömning och motivering",
        "ställningstagande",
    ),
    Part.IMPACT: (
        "konsekvenser",
        "konsekvensanalys",
        "konsekvensbeskrivning",
        "konsekvensbedömning",
        "konsekvenser av beslutet",
        "barnets bästa",
        "prövning av barnets bästa",
        "prövning av barns bästa",
        "barnchecklista",
        "agenda 2030",
        "hållbarhet",
        "hållbar utveckling",
        "jämställdhet",
        "jämställdhetsanalys",
        "jämställdhet och jämlikhet",
        "jämlikhet och jämställdhet",
        "miljö",
        "miljö och klimat",
        "miljöpåverkan",
        "klimatpåverkan",
    ),
    Part.ECONOMY: (
        "ekonomi",
        "ekonomi och finansiering",
        "ekonomiska konsekvenser",
        "ekonomiska konsekvenser och finansiering",
        "ekonomiska förutsättningar",
        "ekonomiska effekter",
        "ekonomiska aspekter",
        "ekonomisk bedömning",
        "ekonomisk kalkyl",
        "ekonomisk påverkan",
        "ekonomisk redovisning",
        "finansiering",
        "finansiella konsekvenser",
        "kostnader",
        "kostnader och finansiering",
        "kostnads- och finansieringsbudget",
        "konsekvenser för ekonomin",
        "budgetkonsekvenser",
    ),
    Part.FOLLOW_UP: (
        "uppföljning",
        "uppföljning och utvärdering",
        "uppföljning av beslutet",
        "utvärdering",
        "utvärdering och uppföljning",
        "fortsatt arbete och uppföljning",
    ),
    Part.PREPARATION: (
        "beredning",
        "beredning av ärendet",
        "ärendets beredning",
        "beredning och samråd",
    ),
    Part.SUPPORT: (
        "beslutsunderlag",
        "beslutsunderlag och bilagor",
        "underlag",
        "underlag för beslut",
        "underlag för beslutet",
        "underlag till beslut",
        "handlingar",
        "handlingar i ärendet",
        "ärendets handlingar",
        "beslutshandlingar",
    ),
    Part.ATTACHMENTS: ("bilaga", "bilagor", "bifogade handlingar", "bilageförteckning"),
    Part.RECIPIENTS: (
        "skickas till",
        "skickas för kännedom till",
        "expedieras",
        "expedieras till",
        "expediering",
        "expediering till",
        "expedieringslista",
        "sändlista",
        "sänds till",
        "delges",
        "delgivning",
        "meddelas",
        "mottagare",
        "mottagare av beslutet",
        "för kännedom",
        "för kännedom till",
        "beslutsexpediering",
        "beslutsmottagare",
    ),
    Part.DECISION: ("beslut", "beslutet", "nämndens beslut", "styrelsens beslut"),
    Part.MOTIONS: ("yrkande", "yrkanden", "yrkanden och förslag", "förslag på sammanträdet"),
    Part.PROCEDURE: ("beslutsgång", "propositionsordning", "proposition", "beslutsgång och omröstning"),
    Part.VOTE: ("omröstning", "omröstningsresultat", "votering", "omröstningsordning"),
    Part.RESERVATIONS: ("reservation", "reservationer", "reservationer och särskilda yttranden"),
    Part.REMARKS: (
        "protokollsanteckning",
        "protokollsanteckningar",
        "särskilt yttrande",
        "särskilda yttranden",
        "anteckning till protokollet",
    ),
}
_EXACT: Final = {word: part for part, words in _WORDS.items() for word in words}
_DECIDING: Final = r"(?:[\wåäöé-]+ ){0,4}[\wåäöé-]*(?:s|etts)"  # whose it is: «kommunstyrelsens», «kontorets»
_LIKE: Final = tuple(
    (re.compile(pattern), part)
    for pattern, part in (
        (r"förslag till beslut (?:i|för|till|från|av)\b.*", Part.PROPOSAL),
        (
            rf"(?:{_DECIDING} )?förslag till"
            r" [\wåäö-]*(?:nämnden|styrelsen?|fullmäktige|utskottet)(?:s beslut)?",
            Part.PROPOSAL,
        ),
        (rf"{_DECIDING} (?:förslag(?: (?:till|på) beslut)?|beslutsförslag)(?: i .*)?", Part.PROPOSAL),
        (
            r"(?:(?:beslut(?:et|en)?|protokoll(?:et|sutdrag(?:et)?)?|utdrag(?:et)?|kopia)"
            r"(?: (?:av|på) beslutet)?(?: (?:ska|skall|bör))? ?)?"
            r"(?:skickas|expedieras|delges|sänds|tillställs|meddelas)(?: även)?"
            r"(?: för (?:kännedom|åtgärd|verkställighet))?(?: till)?",
            Part.RECIPIENTS,
        ),
        (
            r"(?:kopia|kopior|beslut(?:et)?|protokollsutdrag(?:et)?)(?: (?:av|på) beslutet)?"
            r"(?: för kännedom)? till",
            Part.RECIPIENTS,
        ),
        (r"ekonomi(?:sk|ska|n)?(?: .*)?", Part.ECONOMY),
        (r"(?:bedömning|konsekvenser) (?:ur|utifrån) (?:ett )?ekonomisk.*", Part.ECONOMY),
        (r"bedömning (?:ur|utifrån) .*(?:dimension|perspektiv)(?:en|et)?", Part.IMPACT),
        (r"(?:kostnad|kostnader|finansiering|budget) (?:och|samt) [\wåäö]+", Part.ECONOMY),
        (r"(?:barn|jämställd|jämlik|miljö|klimat|hållbar|social)[\wåäö-]* ?(?:.* )?"
         r"(?:konsekvens|analys|prövning|bedömning|påverkan|aspekt|perspektiv)[\wåäö]*(?: .*)?", Part.IMPACT),
        (r"konsekvens(?:er|analys|bedömning) (?:för|av|utifrån|ur)\b.*", Part.IMPACT),
        (r".*(?:konsekvenser|konsekvensanalys|perspektiv|perspektivet|perspektiven)", Part.IMPACT),
        (
            rf"(?:{_DECIDING} )(?:bedömning|överväganden?|synpunkter|ställningstagande|yttrande|analys)",
            Part.ASSESSMENT,
        ),
        (r"(?:\w+ )?bedömning(?:ar|en)?(?: .*)?", Part.ASSESSMENT),
        (r"bakgrund(?: .*)?|(?:fördjupad|utförlig|närmare) beskrivning(?: .*)?", Part.BACKGROUND),
        (r"sammanfattning .*|sammanfattande .*|(?:kortfattad|kort) beskrivning .*", Part.SUMMARY),
        (r"uppföljning(?: .*)?", Part.FOLLOW_UP),
        (r"beslutsunderlag .*|underlag (?:för|till) .*beslut.*|handlingar som .*", Part.SUPPORT),
        (r"reservation(?:er)? .*", Part.RESERVATIONS),
    )
)  # fmt: skip
_NUMBERING: Final = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|§)\s+")
_RUNNING_ON: Final = (".", ",", ";", "!", "?")
_REMEMBERED: Final = 4000  # headings asked about lately
_LONGEST: Final = 110  # letters of a heading
_SURE: Final = 8  # letters of a heading with a full stop: «Bakgrund. Nämnden har …»
_ALONE: Final = 60  # letters of a heading that has nothing but its words


def heading_of(line: SourceLine) -> Heading | None:
    """Return the heading that a line is, None when it is text.

    Words that houses use are known however they are set. Others are headings (Part.OTHER) when Word or bold
    type makes them such.
    """
    text = line.text.strip()
    if not text or len(line.cells) > 1 or (line.label and not line.label[0].isdigit()):
        return None
    shown = line.level > 0 or line.bold
    bare = _NUMBERING.sub("", text)
    if not shown and not bare[:1].isupper():
        return None
    part = _EXACT.get(folded(bare))
    if part is not None and len(text) <= _LONGEST and not text.endswith(_RUNNING_ON):
        return Heading(part=part, text=text)
    before, colon, rest = bare.partition(":")
    if colon and rest.strip() and not line.level and folded(before) not in _NO_RUN_IN:
        part = known_part(before) if len(before) <= _ALONE else None
        return None if part is None else Heading(part=part, text=f"{before.strip()}:", rest=rest.strip())
    before, stop, rest = bare.partition(". ")
    if (
        stop
        and rest[:1].isupper()
        and (line.whole or line.gap)
        and before.casefold() in _EXACT
        and len(before) >= _SURE
    ):
        return Heading(part=_EXACT[before.casefold()], text=before, rest=rest.strip())
    if len(text) > _LONGEST or text.endswith(_RUNNING_ON):
        return None
    part = (
        known_part(bare)
        if shown or ((line.gap or text.endswith(":")) and len(text) <= _ALONE * 1.5)
        else None
    )
    if part is None and shown and not text.endswith(":"):
        part = Part.OTHER
    return None if part is None else Heading(part=part, text=text)


_NO_RUN_IN: Final = ("ärende", "ärendet", "förslag", "mottagare", "beslut", "beslutet", "miljö", "hållbarhet")
"""Words that are followed by a colon in running text and in letterheads too."""


def is_usual(text: str) -> bool:
    """Whether a heading is written as most houses write it, which no title of a matter is."""
    return folded(text) in _EXACT


@lru_cache(maxsize=_REMEMBERED)
def known_part(text: str) -> Part | None:
    """Return the part that a house's heading opens, None when no house known writes so."""
    bare = folded(text)
    if bare in _EXACT or len(bare) > _LONGEST:
        return _EXACT.get(bare)
    return next((part for pattern, part in _LIKE if pattern.fullmatch(bare)), None)


def folded(text: str) -> str:
    """Return words as they are compared: lower case, without number, colon or doubled spaces."""
    bare = _NUMBERING.sub("", " ".join(plain(text).split()))
    return bare.strip(" .:").casefold()
