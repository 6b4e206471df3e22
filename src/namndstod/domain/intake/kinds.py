"""Which paper a file is, from its headings and the words that stand in every paper of that kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from .source import Source


class PaperType(StrEnum):
    """What kind of paper somebody else has written."""

    MEMORANDUM = "memorandum"  # FöredragningsPM, tjänsteskrivelse, tjänsteutlåtande
    CALL = "call"  # kallelse med föredragningslista
    LETTER = "letter"  # beslutsbrev
    MINUTES = "minutes"  # protokoll, protokollsutdrag
    PACKET = "packet"  # whole handlingar: kallelse and many memoranda in one file


_HEAD: Final = 25  # lines in which a paper says what it is
_LONG: Final = 25  # pages from which many proposals are a packet
_ENOUGH: Final = 4
_LEAD: Final = 2  # points by which one kind must be ahead of the next

_NAMES: Final[Mapping[PaperType, re.Pattern[str]]] = {
    PaperType.MEMORANDUM: re.compile(
        r"(föredragnings-?\s?pm|tjänste-?(skrivelse|utlåtande)|beslutspromemoria|föredragningspromemoria)\b"
        r"(?! (till|daterad|från|den)\b)"
    ),
    PaperType.CALL: re.compile(
        r"kallelse\b(?! (till|har|ska)\b)|kallelse till|föredragningslista$|dagordning$|ärendelista$"
        r"|sammanträde med:"
    ),
    PaperType.LETTER: re.compile(
        r"(besluts-?brev|bidragsbeslut|delegationsbeslut|beslut om (stöd|bidrag))\b"
    ),
    PaperType.MINUTES: re.compile(
        r"(sammanträdes)?protokoll(s-?utdrag)?$|(sammanträdes)?protokoll(s-?utdrag)?\b(?! (från|den|ska)\b)"
        r"|utdrag ur protokoll"
    ),
}
"""What the head of a paper calls it."""

_SIGNS: Final[Mapping[PaperType, tuple[re.Pattern[str], ...]]] = {
    PaperType.MEMORANDUM: tuple(
        map(
            re.compile,
            (
                r"(.{0,40}\b)?(förslag till (beslut|yttrande)|beslutsförslag|förslag)\s*:?$",
                r"(ärende-?beskrivning|bakgrund|ärendet|beskrivning av ärendet)\s*:?$",
                r"(bedömning|överväganden|förvaltningens bedömning)\s*:?$",
                r"(beslutsunderlag|handlingar i ärendet|beredning|underlag för beslut)\s*:?$",
                r"(beslutet )?(skickas|expedieras|sänds|delges)( till)?\s*:|(skickas|expedieras) till$",
                r"(ekonomiska )?konsekvenser\b.{0,60}$",
                r"sammanfattning( av ärendet)?\s*:?$",
                r"tjänsteställe\b|handläggare\b",
            ),
        )
    ),
    PaperType.CALL: tuple(
        map(
            re.compile,
            (
                r".*\bledamöter kallas\b|kallade\s*:?$|.*\bersättare underrättas\b",
                r"(meddela|anmäl|anmälan om).{0,12}(förhinder|frånvaro)"
                r"|.*\bförhindra[dt] att (delta|närvara)",
                r"gruppmöte|förmöte",
                r"(tid|plats|sammanträdesdatum|tid och plats)\s*:?\b",
                r".*\bföredragande\s*:",
                r"protokollsjustering|val av justera(re|nde)|justering$|upprop$|föredragningslista",
            ),
        )
    ),
    PaperType.LETTER: tuple(
        map(
            re.compile,
            (
                r"(skäl|motivering) (till|för) beslut(et)?\s*:?$|motivering\s*:?$",
                r".*\b(beviljas|bevilja[rt]|avslår|avslås)\b.*\b(kr|kronor|procent|%|ansökan)",
                r".*\b\d{3} ?\d{2} [A-ZÅÄÖ]?[a-zåäö]{2,}",
                r"(beslutet|beslut)\s*:?$",
                r"kostnads-? ?(och|/) ?finansierings-?(budget|plan)|finansieringsbudget",
                r"(hur man överklagar|så överklagar|överklagandehänvisning)|.*\bni har ansökt\b"
                r"|.*\bansöker om\b.*\bkr",
                r".*\bbeslut(et)? har fattats\b|.*\benligt delegation",
            ),
        )
    ),
    PaperType.MINUTES: tuple(
        map(
            re.compile,
            (
                r".*\b(justerandes|justerarnas?|justerares?) (sign|underskrift)|.*\butdragsbestyrkande",
                r"§\s?\d+\b",
                r"(beslutande|ej tjänstgörande|övriga närvarande|närvarande)\b",
                r"(utses|utsedd) att justera|.*\bjusteringens (plats|tid)",
                r"anslag ?/ ?bevis|bevis om anslag|.*\btillkännagi(vits|vets) genom anslag",
                r"(yrkanden?|propositionsordning|beslutsgång|reservation(er)?|omröstning(sresultat)?)\s*:?$",
                r"(protokolls)?utdrag skickas till|mötesdatum|paragrafer\b",
            ),
        )
    ),
}
"""What stands in a paper of that kind, each sign a point."""

_PROPOSAL: Final = _SIGNS[PaperType.MEMORANDUM][0]


def paper_kind(source: Source) -> PaperType | None:
    """Return what kind of paper it is, or None: something else, or not to be told."""
    texts = [text.strip().casefold() for line in source.lines for text in (line.cells or (line.text,))]
    if not any(texts):
        return None
    furniture = [line.text.strip().casefold() for line in source.furniture]
    head = texts[:_HEAD] + furniture
    points = {kind: _points(kind, head, texts + furniture) for kind in _NAMES}
    proposals = sum(1 for text in texts if _PROPOSAL.match(text))
    if source.pages >= _LONG and proposals >= 4:
        return PaperType.PACKET
    (best, most), (_, next_most) = sorted(points.items(), key=lambda p: -p[1])[:2]
    return best if most >= _ENOUGH and most - next_most >= _LEAD else _tied(points, texts)


def _points(kind: PaperType, head: list[str], texts: list[str]) -> int:
    named = any(_NAMES[kind].match(text) for text in head if len(text) < 90)
    signs = sum(any(sign.match(text) for text in texts) for sign in _SIGNS[kind])
    return 3 * named + signs


def _tied(points: Mapping[PaperType, int], texts: list[str]) -> PaperType | None:
    """Tell apart what looks like two kinds: §§ are of minutes, a memorandum has no list of those called."""
    most = max(points.values())
    close = {kind for kind, count in points.items() if count >= _ENOUGH - 1 and most - count < _LEAD}
    if PaperType.CALL in close and _SIGNS[PaperType.CALL][0].match("\n".join(texts)):
        return PaperType.CALL
    sections = sum(bool(re.match(r"§\s?\d+\b", text)) for text in texts)
    if PaperType.MINUTES in close and sections >= 2:
        return PaperType.MINUTES
    if PaperType.LETTER in close and points[PaperType.LETTER] >= _ENOUGH:
        proposes = any(_PROPOSAL.match(text) for text in texts)
        return PaperType.MEMORANDUM if proposes and PaperType.MEMORANDUM in close else PaperType.LETTER
    if PaperType.MEMORANDUM in close and any(_PROPOSAL.match(text) for text in texts):
        return PaperType.MEMORANDUM
    return None
