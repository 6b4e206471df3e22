"""A memorandum cut at its headings: what stands above the first one, and the lines below each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from .head_labels import HeadField, labelled
from .headings import Heading, Part, folded, heading_of, is_usual, known_part
from .listings import full_width, marked
from .mending import joined
from .namely import is_body, is_person, is_reached, is_title, is_unit
from .proposals import is_decider, opens_clause
from .source import SourceLine
from .values import days_in

LISTS: Final = (Part.SUPPORT, Part.ATTACHMENTS, Part.RECIPIENTS)
"""Parts that are lists of short things, in which headings look like entries."""
MOST_ABOVE: Final = 200
"""Lines in which letterhead and title stand, if anywhere."""
_BIGGER: Final = 1.07  # of the size of running text: a heading
_LONGEST: Final = 100  # letters of a heading that only its size or place tells
_PROSE: Final = 45
_FILLED: Final = 0.8  # of a full line
_SHORT: Final = 0.85
_PAGE_HEAD: Final = re.compile(r".{0,90}\b\d{1,3} ?\(\d{1,3}\)")  # of a single page: «Nämnden 2 (2)»
_NAMES_A_PAPER: Final = re.compile(
    r"(?:analys|kalkyl|checklista|utredning|redovisning|redogörelse|uppföljning|utvärdering|synpunkter|beslut|förslag"
    r"|agenda 2030|budget|prövning\b.*)$",
    re.IGNORECASE,
)
_ALONE: Final = 40  # letters of a heading in plain text among clauses
_NEVER_FIRST: Final = (Part.RECIPIENTS, Part.ATTACHMENTS)
_IMPRINT: Final = re.compile(
    r"(?:(?:post|besöks|faktura|leverans)adress|telefon|tfn|växel|fax|org(?:anisations)?\.?-?\s?(?:nr|nummer)|bankgiro"
    r"|plusgiro|webbplats|hemsida|internet)\b|www\.\S+$|https?:\S+$|sid(?:a|an)?\s\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A heading and the lines below it."""

    heading: Heading
    lines: tuple[SourceLine, ...]


def parts_of(lines: Sequence[SourceLine]) -> tuple[tuple[SourceLine, ...], tuple[PaperPart, ...]]:
    """Return the lines above the first heading that is no title, and the parts."""
    above = (None, *lines)
    kept = [
        line
        for line, before in zip(lines, above, strict=False)
        if line.text.strip() and not (before and line.page != before.page and _PAGE_HEAD.fullmatch(line.text))
    ]
    return _Cutter(kept).cut()


class _Cutter:
    def __init__(self, lines: list[SourceLine]) -> None:
        self._lines = lines
        self._body = body_size(lines)
        self._full = full_width(lines)
        known = [line for line in lines if (h := heading_of(line)) is not None and h.part is not Part.OTHER]
        self._styled = sum(self._shown(line) for line in known) * 2 > len(known)
        self._looks = {_look(line) for line in known if self._shown(line)}
        self._plain = not any(line.level or line.bold or line.size for line in lines)
        self._part: Part | None = None
        self._titled = False  # a title of the first level has gone by

    def cut(self) -> tuple[tuple[SourceLine, ...], tuple[PaperPart, ...]]:
        """Go through the lines."""
        beginning: list[SourceLine] = []
        parts: list[tuple[Heading, list[SourceLine]]] = []
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            heading, taken = self._heading(at)
            if heading is not None:
                rest = [replace(line, text=heading.rest, cells=(), gap=False)] if heading.rest else []
                parts.append((heading, rest))
                self._part = heading.part
            else:
                (parts[-1][1] if parts else beginning).append(line)
                self._titled = (
                    self._titled
                    or self._shown(line)
                    or (at < MOST_ABOVE and self._plain and self._stands_alone(at))
                )
                taken = 1
            at += taken
        return tuple(beginning), tuple(PaperPart(h, _without_imprint(below)) for h, below in parts)

    def _shown(self, line: SourceLine) -> bool:
        """Whether style, weight or size makes it a heading."""
        return line.level > 0 or line.bold or self._is_big(line)

    def _is_big(self, line: SourceLine) -> bool:
        return self._body > 0 and line.size > self._body * _BIGGER

    def _heading(self, at: int) -> tuple[Heading | None, int]:
        """Return the heading that begins at a line, if one does, and how many lines it takes."""
        line = self._lines[at]
        two = self._over_two_lines(at)
        if two is not None and (heading := self._known(two, at)) is not None:
            return heading, 2
        heading = self._known(line, at)
        if heading is None and self._is_other(line, at):
            heading = Heading(part=Part.OTHER, text=two.text if two else line.text.strip())
            return heading, 2 if two is not None else 1
        return heading, 1

    def _over_two_lines(self, at: int) -> SourceLine | None:
        """Return a heading that runs over into the next line as one line."""
        if at + 1 >= len(self._lines):
            return None
        line, below = self._lines[at], self._lines[at + 1]
        alike = (line.level, line.bold, line.size) == (below.level, below.bold, below.size)
        if below.gap or not alike or below.label or len(line.cells) > 1 or len(below.cells) > 1:
            return None
        both = joined((line.text, below.text))
        unfinished = (
            line.text.rstrip().endswith(("-", ",", " och", " för", " till", " i")) or below.text[:1].islower()
        )
        if not unfinished or len(both) > _LONGEST:
            return None
        if not self._shown(line) and known_part(both) is None:
            return None
        return replace(line, text=both)

    def _known(self, line: SourceLine, at: int) -> Heading | None:
        """Return the heading of a known part."""
        heading = heading_of(line)
        if heading is None and self._is_big(line) and (part := known_part(line.text)) is not None:
            heading = Heading(part=part, text=line.text.strip())
        if heading is None or heading.part is Part.OTHER:
            return None
        shown = self._shown(line)
        if self._part is None and (heading.part in _NEVER_FIRST or not self._may_be_first(heading, line)):
            return None
        if self._part is None and self._is_of_head(heading, at):
            return None
        if at and not line.gap and self._runs_into(self._lines[at - 1], line):
            return None
        if shown:
            return heading if not (self._part in LISTS and line.label) else None
        sure = bool(heading.rest) and (line.whole or line.gap) and is_usual(heading.text)
        run_in = sure or heading.part is Part.RECIPIENTS or (bool(heading.rest) and heading.part in LISTS)
        if self._styled and not run_in and self._part is not None:
            return None
        if heading.rest:
            return heading
        if self._part in LISTS:
            of_tail = heading.part in (*LISTS, Part.PROPOSAL)
            no_entry = line.gap and is_usual(heading.text) and not _NAMES_A_PAPER.search(heading.text)
            return heading if of_tail or no_entry or (line.gap and self._prose_below(at)) else None
        return heading

    def _may_be_first(self, heading: Heading, line: SourceLine) -> bool:
        """Whether the first heading is one: «Uppföljning av planen» may be what the matter is called."""
        if is_usual(heading.text) or heading.rest or heading.part is Part.PROPOSAL:
            return True
        return line.level != 1 and self._titled and not self._plain

    def _is_of_head(self, heading: Heading, at: int) -> bool:
        """Words of headings that name the paper or label its title, above the first part."""
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        if below is None:
            return False
        label = labelled((below.cells or (below.text,))[0])
        if self._lines[at].text.isupper() and label is not None and label.field is not HeadField.TITLE:
            return True
        if folded(heading.text) != "ärende" or len(below.text) > _LONGEST * 1.5 or below.text.endswith("."):
            return False
        return any(
            (h := heading_of(line)) is not None and h.part is not Part.OTHER
            for line in self._lines[at + 2 : at + 4]
        )

    def _is_other(self, line: SourceLine, at: int) -> bool:
        """Whether a line is a heading that no known house writes."""
        text = line.text.strip()
        if (
            line.label.strip(".").isalpha()
            or (line.label and not line.label[0].isdigit())
            or len(line.cells) > 1
        ):
            return False
        if (
            len(text) > _LONGEST
            or text.endswith((".", ",", ";", ":"))
            or not text[:1].isupper()
            or line.table
        ):
            return False
        if is_decider(text) or opens_clause(text):
            return False
        if self._part is None:
            return self._titled and line.level != 1 and self._other_first(line, at)
        if self._part in LISTS:
            return (line.level > 0 or _look(line) in self._looks) and not is_person(text)
        if self._part is Part.PROPOSAL and (self._plain and len(text) > _ALONE):
            return False
        if self._part is Part.PROPOSAL and (is_body(text) or self._opens_below(at)):
            return False
        if self._shown(line):
            below = self._lines[at + 1 : at + 2]
            return bool(below) and not (is_person(text) and not line.level)
        if len(text) > _SHORT * self._full:
            return False
        return self._plain and line.gap and not is_person(text) and self._prose_below(at)

    def _runs_into(self, above: SourceLine, line: SourceLine) -> bool:
        """Whether a printed line is full and unfinished: the next goes on with it, whatever it looks like."""
        alike = (above.level, above.bold, round(above.size)) == (line.level, line.bold, round(line.size))
        ended = above.text.rstrip().endswith((".", ":", "!", "?", "”"))
        return alike and not above.whole and not ended and len(above.text) > _FILLED * self._full

    def _other_first(self, line: SourceLine, at: int) -> bool:
        """Whether a line between the title and the first heading that is known is a heading itself."""
        if line.level > 1:
            return True
        if labelled(line.text) is not None or is_body(line.text) or is_unit(line.text) or not line.gap:
            return False
        return (self._plain or self._shown(line)) and self._prose_below(at)

    def _stands_alone(self, at: int) -> bool:
        """Whether a line in plain text may be the title: no letterhead, and apart from what follows."""
        line = self._lines[at]
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        text = line.text
        named = labelled(text) is not None or is_body(text) or is_unit(text) or len(line.cells) > 1
        named = named or is_reached(text) or is_person(text) or is_title(text)
        return not named and not days_in(line.text) and below is not None and below.gap

    def _opens_below(self, at: int) -> bool:
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        return below is not None and (opens_clause(below.text) or bool(marked(below).kind))

    def _prose_below(self, at: int) -> bool:
        """Whether the next line is of running text that follows at once."""
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        if below is None or below.label or not below.text[:1].isupper():
            return False
        return len(below.text) >= _PROSE or (not below.gap and below.text.endswith("."))


def _look(line: SourceLine) -> tuple[int, bool, float]:
    return line.level, line.bold, round(line.size, 1)


def body_size(lines: Sequence[SourceLine]) -> float:
    """Return the size of the running text in points; 0 when sizes are unknown."""
    letters: Counter[float] = Counter()
    for line in lines:
        if line.size:
            letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _without_imprint(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Drop the house's address where it stands at the foot of the only page."""
    for number, line in enumerate(lines):
        if _IMPRINT.match(line.text) and number >= len(lines) - 8:
            return tuple(lines[:number])
    return tuple(lines)
