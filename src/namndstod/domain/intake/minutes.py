"""Protokoll out of the lines of any file: body, day, every § with its heading, decision and text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from ..swedish import EN_DASH, numbers_in, section_range
from .found import Doubt, FoundMinutes, FoundParagraph
from .headings import Part, heading_of
from .list_words import FURNITURE, decider_of
from .mending import paragraphs
from .namely import is_body
from .section_heads import SectionHead, heads_decision, opens_part, section_heads
from .source import Source, SourceLine
from .titles import printed
from .values import days_in, days_said

_SIGNING: Final = re.compile(
    r".*\b(?:justera(?:nde|re)s?|ordförandens?|sekreterarens?)s?\.?\s*(?:sign(?:atur)?|signum)\b.*"
    r"|.*utdragsbestyrkande.*|(?:protokoll(?:sutdrag)?|sammanträdesprotokoll|protokoll nr .{1,12}|mötesdatum"
    r"|sammanträdesdatum)",
    re.IGNORECASE,
)
_OF_MEETING: Final = re.compile(
    r"(?:sammanträdesdatum|mötesdatum|sammanträdesdag|datum)\s*:?\s*\S.*", re.IGNORECASE
)
_BEGIN: Final = re.compile(
    r"(?:sammanträdesdatum|mötesdatum|sammanträdesdag|plats och tid|tid och plats|datum|sammanträde(?: den)?"
    r"|tid)\b",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"(?:underskrifter|anslag\s?/\s?bevis|anslagsbevis|bevis om (?:anslag|justering)|anslag och bevis"
    r"|tillkännagivande|vid protokollet.*|justera(?:s|t|re|nde)(?:\s+den\b.*|:.*|$)"
    r"|protokollet (?:är )?justera[st]\b.*|(?:sammanträdets|mötets) avslut(?:ande|ning)"
    r"|(?:sammanträdet|mötet) avslutas\b.*|omröstningslista(?:or)? nr .*"
    r"|sekreterare\s*_*|ordförande\s*_*)",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(rf"§§\s*(?P<span>\d{{1,4}}(?:\s*[-{EN_DASH},]\s*\d{{1,4}}|\s+och\s+\d{{1,4}})*)")
_BEFORE_NAME: Final = re.compile(
    r"(?:utdrag ur\s+)?(?:sammanträdes)?protokoll(?:sutdrag)?(?:\s+nr\s+\S+)?(?:\s+(?:från|för))?\s*:?\s*"
    r"|\b(?:mötesdatum|sammanträdesdatum|organ|datum)\b\s*:?\s*",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(
    r"\b(?:sid(?:a|an)?\.?\s*)?\d{1,4}\s*(?:\(\d{1,4}\)|av\s\d{1,4})|\bsid(?:a|an)?\.?\s*\d{1,4}"
)
_OTHER_HEADS: Final = re.compile(
    r"(?:tidigare behandling|handling(?:ar)?|jäv|(?:omedelbar )?justering"
    r"|deltar (?:inte|ej) i beslutet|ajournering"
    r"|(?:protokolls)?anteckning(?:ar)?|närvarande vid ärendet|dagens sammanträde|upplysningar?|tillägg)",
    re.IGNORECASE,
)
_RUNNING: Final = re.compile(r"(?:enligt|i enlighet med|på förslag av|med bifall till)\b", re.IGNORECASE)
_HEADING_WIDTH: Final = 36  # characters
_HEAD_LEVEL: Final = 99  # marks the head of a § among paragraphs
_NEAR: Final = 3  # lines around the head of a page in which the body's name belongs to it
_FEW: Final = 5  # §§ below which minutes are an extract, where numbers may be missing
_LONGEST_NAME: Final = 300  # characters of a line that has a body's name and days, numbers, pages around it
_FRONT: Final = 60  # lines
_TOP: Final = 15  # lines in which a day without any label is the meeting's, if it is the only one


@dataclass(slots=True)
class _Part:
    """A part of a §: its heading (or none), and its paragraphs."""

    heading: str = ""
    decides: bool = False
    proposes: bool = False
    texts: list[SourceLine] = field(default_factory=list)


def read_minutes(source: Source) -> FoundMinutes:
    """Return the §§ of minutes, or of an extract of them. What is not there is empty, with a doubt."""
    lines, edge = _without_furniture(source)
    heads = section_heads(lines)
    front = lines[: heads[0].start] if heads else lines
    body = _body(front, edge)
    day = _day(front, edge)
    found = tuple(_sections(lines, heads, body))
    return FoundMinutes(
        body=body,
        day=day,
        paragraphs=found,
        doubts=tuple(_doubts(source, front, body, day, [each.number for each in found])),
    )


def _without_furniture(source: Source) -> tuple[tuple[SourceLine, ...], tuple[SourceLine, ...]]:
    """Return the lines that are text, and those of the heads and feet of pages."""
    edge: list[SourceLine] = list(source.furniture)
    marks = [
        index
        for index, line in enumerate(source.lines)
        if _SIGNING.fullmatch(printed(line)) or FURNITURE.fullmatch(printed(line))
    ]
    first = next((i for i, line in enumerate(source.lines) if printed(line).startswith("§")), 0)
    dated = [i for i, line in enumerate(source.lines) if i > first and _OF_MEETING.fullmatch(printed(line))]
    taken = {*marks, *dated}
    names = Counter(printed(line) for line in source.lines if is_body(printed(line)))
    for index, line in enumerate(source.lines):
        text = printed(line)
        beside = any(place in taken for place in range(index - _NEAR, index + _NEAR + 1))
        if beside and index > first and names[text] > 1 and is_body(text):
            edge.append(line)
            taken.add(index)
    edge += [source.lines[index] for index in sorted(taken)]
    return tuple(line for index, line in enumerate(source.lines) if index not in taken), tuple(edge)


def _sections(
    lines: Sequence[SourceLine], heads: Sequence[SectionHead], body: str
) -> Iterator[FoundParagraph]:
    """Yield each §; the lines of all are mended together, so that it is known how long a full line is."""
    marked: list[SourceLine] = []
    for at, head in enumerate(heads):
        end = heads[at + 1].start if at + 1 < len(heads) else len(lines)
        marked.append(SourceLine(text=f"§ {head.number}", level=_HEAD_LEVEL, whole=True))
        content = lines[head.end : end]
        marked += content[: _end(content)] if at + 1 == len(heads) else content
    mended: list[list[SourceLine]] = []
    for line in paragraphs(marked):
        if line.level == _HEAD_LEVEL:
            mended.append([])
        elif line.text:
            mended[-1].append(line)
    for head, texts in zip(heads, mended, strict=True):
        yield FoundParagraph(
            number=head.number,
            title=head.title,
            diary_number=head.diary_number,
            decision=tuple(_decision(_parts(texts, body))),
            text=tuple(printed(line) for line in texts),
        )


def _end(content: Sequence[SourceLine]) -> int:
    """Return where the last § ends: at the signatures, the anslagsbevis or the end of the meeting."""
    for index, line in enumerate(content):
        text = printed(line).strip(" :")
        alone = line.gap or line.bold or line.level or line.whole or len(line.cells) > 1 or text.isupper()
        if (
            alone
            and len(text) < 90
            and (_ENDS.fullmatch(text) or (line.cells and _ENDS.fullmatch(line.cells[0])))
        ):
            return index
    return len(content)


def _parts(texts: Sequence[SourceLine], body: str) -> list[_Part]:
    """Part the paragraphs of a § by the headings among them."""
    found = [_Part()]
    for at, line in enumerate(texts):
        text = printed(line)
        known = None if _RUNNING.match(text) else heading_of(replace(line, whole=False))
        own = bool(body) and text.casefold().startswith(f"{body.casefold().rstrip('s')}s förslag till ")
        if heads_decision(text) or (own and len(text) < 90 and not text.endswith(".")):
            found.append(_Part(text, decides=True))
        elif known is not None and known.rest and known.part is Part.DECISION:
            found.append(_Part(known.text, decides=True, texts=[replace(line, text=known.rest)]))
        elif _RUNNING.match(text):
            found[-1].texts.append(line)
        elif (
            (known is not None and not known.rest)
            or opens_part(text)
            or _is_bare_heading(texts, at, found[-1])
        ):
            part = known.part if known is not None else Part.OTHER
            found.append(
                _Part(text, part is Part.DECISION, part in (Part.PROPOSAL, Part.SUMMARY, Part.BACKGROUND))
            )
        else:
            found[-1].texts.append(line)
    return found


def _is_bare_heading(texts: Sequence[SourceLine], at: int, part: _Part) -> bool:
    """Tell whether a few words that stand apart from what is above and below them are a heading."""
    line = texts[at]
    if _OTHER_HEADS.fullmatch(line.text.rstrip(" :")):
        return True
    below = texts[at + 1] if at + 1 < len(texts) else None
    return (
        below is not None
        and line.gap
        and below.gap
        and not (line.whole and line.level == 0 and line.size > 0)
        and bool(part.texts or not part.heading)
        and not line.label
        and not decider_of(line.text)[0]
        and len(line.text) <= _HEADING_WIDTH
        and line.text[:1].isupper()
        and line.text[-1:].isalpha()
    )


def _decision(parts: Sequence[_Part]) -> Iterator[str]:
    """Yield what was decided, without the numbers and bullets before it."""
    deciding = [part for part in parts if part.decides and part.texts]
    if deciding:
        for part in deciding:
            yield from (line.text for line in part.texts)
        return
    for part in parts:  # no heading says it: «Kommunstyrelsen beslutar» and what follows
        if part.proposes:
            continue
        for index, line in enumerate(part.texts):
            if decider_of(line.text)[0]:
                yield from (each.text for each in part.texts[index:])
                return


def _body(front: Sequence[SourceLine], edge: Sequence[SourceLine]) -> str:
    """Return the body that stands most often at the edges of pages, or first on the front page."""
    texts = [*map(printed, edge), *(printed(line) for line in front[:_FRONT])]
    texts += [cell for line in front[:_FRONT] for cell in line.cells]
    names = [name for text in texts if (name := _body_name(text))]
    return names[0] if names else ""


def _body_name(text: str) -> str:
    if len(text) > _LONGEST_NAME:
        return ""
    for said in reversed(list(days_said(text))):
        text = f"{text[: said.start]} {text[said.end :]}"
    bare = _BEFORE_NAME.sub(" ", _PAGE.sub(" ", text))
    bare = " ".join(bare.split()).strip(" ,.:-–")
    return bare if is_body(bare) else ""


def _day(front: Sequence[SourceLine], edge: Sequence[SourceLine]) -> date | None:
    """Return the day that the front page, or the edges of pages, say to be the meeting's."""
    texts = [printed(line) for line in front[:_FRONT]]
    labelled = [
        day
        for index, text in enumerate(texts)
        if _BEGIN.match(text)
        for day in days_in(" ".join(texts[index : index + 3]))[:1]
    ]
    at_edge = [day for line in edge for day in days_in(printed(line))[:1]]
    if labelled or at_edge:
        return (labelled or at_edge)[0]
    said = {day for text in texts[:_TOP] for day in days_in(text)}
    return said.pop() if len(said) == 1 else None


def _doubts(
    source: Source, front: Sequence[SourceLine], body: str, day: date | None, numbers: Sequence[int]
) -> Iterator[Doubt]:
    for message in source.doubts:
        yield Doubt(field="", message=message)
    if not body:
        yield Doubt(field="body", message="Det framgår inte vilken nämnds protokoll det är.")
    if day is None:
        yield Doubt(field="date", message="Det framgår inte vilken dag sammanträdet var.")
    if not numbers:
        yield Doubt(field="paragraphs", message="Ingen paragraf hittades.")
        return
    stated = _stated(front)
    missing = stated - set(numbers)
    if not stated and len(numbers) >= _FEW:
        missing = set(range(numbers[0], numbers[-1] + 1)) - set(numbers)
    if missing and len(missing) <= max(len(numbers), _FEW):
        yield Doubt(field="paragraphs", message=f"{section_range(missing)} hittades inte i protokollet.")


def _stated(front: Sequence[SourceLine]) -> set[int]:
    """Return the §§ that the front page says the minutes have."""
    for line in front:
        text = printed(line)
        found = _SPAN.search(text)
        if found is not None and text.casefold().startswith("paragraf") and len(text) <= _LONGEST_NAME:
            try:
                return set(numbers_in(found["span"]))
            except ValueError:  # «§§ 20–3»
                return set()
    return set()
