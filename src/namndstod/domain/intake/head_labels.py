"""The labels of letterheads of all houses: «Tjänsteställe, handläggare», «Datum», «Vår beteckning» …"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from .headings import folded
from .namely import is_body, is_person
from .values import days_in


class HeadField(StrEnum):
    """What a label of a letterhead asks for."""

    UNIT = "unit"  # tjänsteställe
    OFFICER = "officer"  # handläggare
    UNIT_AND_OFFICER = "unit_and_officer"
    MEETING_DAY = "meeting_day"  # sammanträdesdatum
    DAY = "day"  # the paper's own
    DIARY_NUMBER = "diary_number"
    EXTERNAL = "external"  # somebody else's diarienummer
    BODY = "body"  # organ
    TITLE = "title"  # «Ärende: …»
    NAMELESS = "nameless"  # what kind of paper it is
    OTHER = "other"  # what nobody here asks for: telephone, version


class Labelled(NamedTuple):
    """A label and what stands after it in the same place."""

    field: HeadField
    rest: str


_LABELS: Final[Mapping[HeadField, tuple[str, ...]]] = {
    HeadField.UNIT_AND_OFFICER: (
        "tjänsteställe, handläggare",
        "tjänsteställe/handläggare",
        "tjänsteställe och handläggare",
        "förvaltning, handläggare",
        "förvaltning/handläggare",
        "enhet, handläggare",
        "enhet/handläggare",
        "avdelning/handläggare",
        "avdelning, handläggare",
    ),
    HeadField.UNIT: (
        "tjänsteställe",
        "förvaltning",
        "förvaltning/avdelning",
        "förvaltning/enhet",
        "förvaltning, enhet",
        "ansvarig förvaltning",
        "avdelning",
        "avdelning/enhet",
        "enhet",
        "enhet/avdelning",
        "kontor",
        "sektor",
        "verksamhet",
        "verksamhetsområde",
        "organisationsenhet",
        "avsändare",
        "från",
    ),
    HeadField.OFFICER: (
        "handläggare",
        "ansvarig handläggare",
        "vår handläggare",
        "handläggare/kontaktperson",
        "handläggare, titel",
        "handläggare, telefon",
        "handläggarens namn",
        "upprättad av",
        "upprättat av",
        "utarbetad av",
        "författare",
        "kontaktperson",
        "ansvarig tjänsteperson",
        "ansvarig tjänsteman",
        "tjänsteperson",
        "utredare",
        "föredragande tjänsteperson",
    ),
    HeadField.MEETING_DAY: (
        "sammanträdesdatum",
        "sammanträdesdag",
        "datum för sammanträde",
        "sammanträde",
        "mötesdatum",
        "möte",
        "nämndens sammanträde",
        "till sammanträdet",
        "beslutsdatum",
    ),
    HeadField.DAY: (
        "datum",
        "utfärdat",
        "utfärdad",
        "utskriftsdatum",
        "dokumentdatum",
        "vårt datum",
        "upprättad",
        "upprättat",
        "upprättad den",
        "upprättad datum",
        "datum för upprättande",
        "skapad",
        "daterad",
    ),
    HeadField.DIARY_NUMBER: (
        "dnr",
        "diarienummer",
        "diarienr",
        "diarie nr",
        "diarie-nr",
        "vårt diarienummer",
        "vårt dnr",
        "ärendenummer",
        "ärendenr",
        "ärende nr",
        "ärende-id",
        "ärendebeteckning",
        "beteckning",
        "vår beteckning",
        "dnr/beteckning",
        "vår referens",
        "diarieföringsnummer",
        "diarium",
        "diariebeteckning",
    ),
    HeadField.EXTERNAL: (
        "externt diarienummer",
        "externt dnr",
        "extern diarienummer",
        "er beteckning",
        "er referens",
        "ert dnr",
        "ert diarienummer",
        "ert ärendenummer",
        "motpartens diarienummer",
        "motpartens dnr",
        "avsändarens diarienummer",
        "avsändarens dnr",
        "remissinstansens diarienummer",
    ),
    HeadField.BODY: (
        "organ",
        "nämnd",
        "nämnd/styrelse",
        "instans",
        "beslutsinstans",
        "beslutande organ",
        "beslutande nämnd",
        "beslutsorgan",
        "beslutande",
        "till",
        "mottagare",
        "politisk instans",
    ),
    HeadField.TITLE: (
        "ärende",
        "ärenderubrik",
        "ärendemening",
        "ärendets rubrik",
        "rubrik",
        "titel",
        "ärendetitel",
        "angående",
        "gällande",
        "avseende",
    ),
    HeadField.NAMELESS: (
        "föredragningspm",
        "föredragnings-pm",
        "föredragnings pm",
        "föredragningspromemoria",
        "tjänsteskrivelse",
        "tjänsteutlåtande",
        "beslutsunderlag till nämnd",
        "beslutspromemoria",
        "beslutspm",
        "beslutsärende",
        "beslutsskrivelse",
        "ärendepm",
        "promemoria",
        "pm",
        "skrivelse",
        "missiv",
        "dokumenttyp",
        "tjänsteskrivelse till nämnd",
        "förslag till beslut till nämnd",
    ),
    HeadField.OTHER: (
        "telefon",
        "tfn",
        "tel",
        "mobil",
        "telefonnummer",
        "e-post",
        "epost",
        "mejl",
        "e-postadress",
        "sida",
        "sidan",
        "sid",
        "version",
        "bilaga",
        "bilagor",
        "antal bilagor",
        "status",
        "sekretess",
        "klassning",
        "informationsklass",
        "kopia",
        "ert datum",
        "er handläggare",
        "befattning",
        "chef",
        "ansvarig chef",
        "postadress",
        "besöksadress",
        "adress",
    ),
}
_KNOWN: Final = {word: field for field, words in _LABELS.items() for word in words}
_LONGEST_FIRST: Final = "|".join(re.escape(w) for w in sorted(_KNOWN, key=len, reverse=True))
_BEFORE: Final = re.compile(rf"({_LONGEST_FIRST})(\s*[:.]\s*|\s+[-–]\s+|\s+)(?=\S)", re.IGNORECASE)
_WITH_COLON: Final = re.compile(rf"(?<![\w,/-])(?<!, )(?:{_LONGEST_FIRST})\s*:(?=\s|$)", re.IGNORECASE)
_LABEL: Final = re.compile(rf"(?<![\w,/-])(?:{_LONGEST_FIRST})(?![\w,/-])\s*:?", re.IGNORECASE)
_ONLY_LABELS: Final = re.compile(
    rf"(?:{_LONGEST_FIRST})\s*:?(?:\s+(?:{_LONGEST_FIRST})\s*:?)+", re.IGNORECASE
)
_TO_WHOM: Final = re.compile(
    r"(?:tjänsteskrivelse|tjänsteutlåtande|föredragnings-?\s?pm|skrivelse|missiv|förslag till beslut)"
    r"\s+till\s+(?P<body>.+)",
    re.IGNORECASE,
)
_REACHING: Final = re.compile(
    r"(handläggare|förvaltning|enhet)"
    r"(?:(?:, | och |/)(?:titel|befattning|telefon|tfn|tel|e-post|epost|mejl))+\s*:?\s*",
    re.IGNORECASE,
)
_LONGEST: Final = 400  # letters of a line of labels with their values
_NEEDS_COLON: Final = (HeadField.UNIT, HeadField.TITLE, HeadField.NAMELESS, HeadField.OTHER)


def labelled(text: str) -> Labelled | None:
    """Return the label that a text is, or begins with. None when it is no label."""
    bare = text.strip()
    if not bare or len(bare) > 200:
        return None
    if found := _REACHING.match(bare):
        return Labelled(_KNOWN[found[1].casefold()], bare[found.end() :].strip())
    if (found := _TO_WHOM.fullmatch(bare)) and is_body(found["body"][:1].upper() + found["body"][1:]):
        return Labelled(HeadField.BODY, found["body"])
    word = folded(bare).rstrip(",")
    if word in _KNOWN:
        return Labelled(_KNOWN[word], "")
    found = _BEFORE.match(bare)
    if found is None:
        return None
    field, mark, rest = _KNOWN[found[1].casefold()], found[2].strip(), bare[found.end() :].strip()
    if mark in (":", "."):
        return None if mark == "." and field in (*_NEEDS_COLON, HeadField.BODY) else Labelled(field, rest)
    if field is HeadField.NAMELESS and mark:
        return Labelled(HeadField.TITLE, rest)  # «Tjänsteskrivelse – Svar på motion»
    return Labelled(field, rest) if not mark and _fits(field, rest) else None


def split_labels(text: str) -> list[str]:
    """Part a line at its labels: «Datum: 2024-01-02 Dnr: KS 2024/1», «Datum Diarienummer»."""
    if len(text) > _LONGEST:
        return [text]
    if _ONLY_LABELS.fullmatch(text):
        return [m[0].strip() for m in _LABEL.finditer(text)]
    starts = [m.start() for m in _WITH_COLON.finditer(text)]
    if len(starts) < 2 or starts[0]:
        return [text]
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def _fits(field: HeadField, rest: str) -> bool:
    """Whether words with no colon before them are what the label asks for."""
    if field in (HeadField.DAY, HeadField.MEETING_DAY):
        return bool(days_in(rest)) and len(rest) <= 40
    if field in (HeadField.DIARY_NUMBER, HeadField.EXTERNAL):
        return any(c.isdigit() for c in rest) and len(rest) <= 40
    if field is HeadField.OFFICER:
        return any(is_person(" ".join(rest.replace(",", " ").split()[:n])) for n in (2, 3))
    if field is HeadField.BODY:
        return is_body(rest[:1].upper() + rest[1:])
    if field is HeadField.OTHER:
        return rest[:1].isdigit() or "@" in rest
    return False
