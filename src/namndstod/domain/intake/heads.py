"""The letterhead of a memorandum: from tables, columns, «label: value» or values that need no label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from typing import Final

from .found import Doubt
from .head_labels import HeadField, Labelled, labelled, split_labels
from .head_values import compact_day, diary_number, officer_name, parted_at_days, placed, suit
from .mending import joined
from .namely import is_body, is_person, is_reached, is_title, is_unit, without_reach
from .source import SourceLine
from .values import day_in, days_in, days_said, is_diary_number

_PAGE: Final = re.compile(
    r"\s*(?:sid(?:a|an)?\s*)?\b\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av \d{1,3})\s*$", re.IGNORECASE
)
_BIGGER: Final = 1.2  # of the size of running text: no letterhead
_UNFINISHED: Final = ("-", ",", "&", " och", " för", " samt")
_LONGEST_DAY: Final = 40
_LONGEST_BESIDE: Final = 200  # characters of a day and what stands beside it
_WORDS: Final = {
    HeadField.UNIT: "unit",
    HeadField.OFFICER: "officer",
    HeadField.DAY: "day",
    HeadField.MEETING_DAY: "day",
    HeadField.DIARY_NUMBER: "diary_number",
    HeadField.EXTERNAL: "external_diary_number",
    HeadField.BODY: "body",
    HeadField.TITLE: "title",
}


@dataclass(slots=True)
class Head:
    """What a letterhead says. `used` are the lines of the body's beginning that belong to it."""

    unit: str = ""
    officer: str = ""
    meeting_day: date | None = None
    day: date | None = None
    diary_number: str = ""
    external_diary_number: str = ""
    body: str = ""
    title: str = ""
    used: set[int] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def is_missing(self) -> bool:
        """Whether there is no letterhead at all."""
        return not (
            self.unit or self.officer or self.diary_number or self.meeting_day or self.day or self.body
        )


def read_head(
    furniture: Sequence[SourceLine], beginning: Sequence[SourceLine], body_size: float = 0.0
) -> Head:
    """Read the letterhead from the heads of pages and from the lines above the first part."""
    head = Head()
    _Reader(head, body_size).read(beginning, head.used)
    _Reader(head, 0.0).read(furniture, set())
    return head


class _Reader:
    """Goes through lines and remembers which labels still wait for their values."""

    def __init__(self, head: Head, body_size: float) -> None:
        self._head = head
        self._body_size = body_size
        self._waiting: list[HeadField] = []
        self._columns: list[HeadField | None] = []  # the same with the empty cells of their row
        self._row_taken = False  # values have come under the labels that wait
        self._officer_below = False  # a workplace stood alone where a name was to stand too

    def read(self, lines: Sequence[SourceLine], used: set[int]) -> None:
        """Take the lines in; the numbers of those that are of the letterhead go into `used`."""
        for number, line in enumerate(lines):
            if any("\n" in cell for cell in line.cells) and self._stacked(line):
                used.add(number)
                continue
            cells = [c.strip() for c in line.cells] if line.cells else split_labels(line.text.strip())
            if any(cells) and self._line(line, cells):
                used.add(number)
        if self._officer_below and not self._head.officer:
            self._doubt(HeadField.OFFICER, "Handläggarens namn går inte att skilja ut.", self._head.unit)

    def _stacked(self, line: SourceLine) -> bool:
        """Take in a row whose cells hold several lines: each cell a column, if it begins with a label."""
        if not any(labelled(cell.split("\n")[0]) for cell in line.cells if "\n" in cell):
            return False
        for cell in line.cells:
            column = [SourceLine(text=text) for text in cell.split("\n") if text.strip()]
            _Reader(self._head, 0.0).read(column, set())
        return True

    def _line(self, line: SourceLine, places: list[str]) -> bool:
        """Take one line in; whether it belongs to the letterhead."""
        cells = [c for c in places if c]
        if self._is_title(line) and not any(labelled(c) for c in cells):
            self._waiting = []
            return False
        found = [labelled(_PAGE.sub("", c) or c) for c in cells]
        pure = [f.field for f in found if f is not None and not f.rest]
        if len(pure) == len(cells):
            known = iter(pure)
            return self._labels(pure, cells, [next(known) if c else None for c in places])
        if self._waiting and not any(pure):
            return self._values(line, cells, places)
        if self._waiting and self._below_others(cells, found):
            return True
        self._waiting = []
        taken = [self._beside(cells, found, number) for number in range(len(cells))]
        last = list(takewhile(lambda f: f is not None and not f.rest, reversed(found)))
        if last:
            self._waiting, self._row_taken = [f.field for f in reversed(last) if f is not None], False
            self._columns = []
        return any(taken)

    def _below_others(self, cells: Sequence[str], found: Sequence[Labelled | None]) -> bool:
        """Take a row of values for the labels above with a label of its own: «Handläggare | 2027-06-15»."""
        values = [cell for cell, label in zip(cells, found, strict=True) if label is None]
        own = [label.field for label in found if label is not None and not label.rest]
        places = placed(self._waiting, values)
        if len(own) + len(values) != len(cells) or not values or not suit(places, values):
            return False
        for which, value in zip(places, values, strict=True):
            if which is not None:
                self._take(which, value)
        self._waiting, self._columns, self._row_taken = own, [*own], False
        return True

    def _beside(self, cells: Sequence[str], found: Sequence[Labelled | None], number: int) -> bool:
        """Take a cell in that has its label in it or before it."""
        label, before = found[number], found[number - 1] if number else None
        if label is not None:
            return not label.rest or self._take(label.field, label.rest)
        if before is not None and not before.rest:
            return self._take(before.field, cells[number])
        return self._unlabelled(cells[number], of_many=len(cells) > 1)

    def _is_title(self, line: SourceLine) -> bool:
        return line.level > 0 or 0 < self._body_size * _BIGGER < line.size

    def _labels(self, fields: list[HeadField], cells: list[str], columns: list[HeadField | None]) -> bool:
        broken = self._waiting and not self._row_taken and len(cells) == 1 and cells[0][:1].islower()
        if broken and HeadField.UNIT in self._waiting and fields == [HeadField.OFFICER]:
            for labels in (self._waiting, self._columns):
                labels[labels.index(HeadField.UNIT)] = HeadField.UNIT_AND_OFFICER  # over two lines
            return True
        if self._waiting and not self._row_taken and len(cells) == 1 and fields[0] is HeadField.NAMELESS:
            return True  # the kind of paper below its labels
        self._waiting, self._columns, self._row_taken = fields, columns, False
        return True

    def _values(self, line: SourceLine, cells: list[str], row: list[str]) -> bool:
        waiting = self._waiting
        if self._row_taken and len(cells) == 1 and self._ends_first_value(waiting[0], cells[0]):
            return True
        if len(waiting) == 1:
            if self._row_taken and waiting[0] is HeadField.OFFICER and is_title(cells[0]):
                return True
            if self._row_taken and not is_reached(cells[0]):
                self._waiting = []
                return self._plain(cells)
            self._row_taken = True
            done = [self._take(waiting[0], c) if n == 0 else self._cell(c) for n, c in enumerate(cells)]
            if not done[0]:
                self._waiting = []
            return any(done)
        if (
            len(cells) == 1
            and len(waiting) > 1
            and (self._row_taken or line.gap)
            and not self._cell_fits(cells[0])
        ):
            self._waiting = []
            return self._plain(cells)
        self._row_taken = True
        if len(cells) < len(waiting) and len(parted := parted_at_days(cells)) == len(waiting):
            cells, row = parted, []
        if row and len(row) == len(self._columns):
            under = [(field, cell) for field, cell in zip(self._columns, row, strict=True) if cell]
        else:
            under = list(zip(placed(waiting, cells), cells, strict=True))
        named = (None, HeadField.NAMELESS)
        taken = [self._cell(cell) if field in named else self._take(field, cell) for field, cell in under]
        return any(taken) or len(cells) > 1

    def _ends_first_value(self, which: HeadField, text: str) -> bool:
        """«Kultur- och» / «fritidsförvaltningen»: a value that runs over in its narrow column."""
        name = _WORDS.get(which, "")
        said = getattr(self._head, name) if which in (HeadField.UNIT, HeadField.BODY) else ""
        if not said or not text[:1].islower() or not said.endswith(_UNFINISHED):
            return False
        setattr(self._head, name, joined((said, text)))
        return True

    def _cell_fits(self, cell: str) -> bool:
        is_day = bool(days_in(cell)) and len(cell) <= _LONGEST_DAY
        return labelled(cell) is not None or is_day or is_diary_number(cell)

    def _plain(self, cells: list[str]) -> bool:
        taken = [self._cell(c, of_many=len(cells) > 1) for c in cells]
        return any(taken)

    def _cell(self, cell: str, *, of_many: bool = True) -> bool:
        label = labelled(cell)
        if label is not None:
            return not label.rest or self._take(label.field, label.rest)
        return self._unlabelled(cell, of_many=of_many)

    def _take(self, which: HeadField, text: str) -> bool:
        """Put a value into its field unless the field has one; whether it was a value of the letterhead."""
        text, *below = text.split("\n")
        if below and which is HeadField.UNIT_AND_OFFICER:
            text = ", ".join((text, *below))
        elif below:
            return any([self._take(which, text), *(self._unlabelled(b, of_many=True) for b in below)])
        inner = labelled(text)
        if inner is not None and inner.rest and which is not HeadField.TITLE:
            return self._take(inner.field, inner.rest)
        text = _PAGE.sub("", text).strip() if which is not HeadField.TITLE else text
        if not text:
            return True
        if "klicka" in text.casefold() and " här" in text.casefold():
            self._doubt(which, "I brevhuvudet står mallens text kvar.", text)
            return True
        if which is HeadField.TITLE and is_diary_number(text):
            which = HeadField.DIARY_NUMBER  # «Ärende: HSN 0112-2026»
        if which in (HeadField.DAY, HeadField.MEETING_DAY):
            return self._day(which, text)
        if which is HeadField.UNIT_AND_OFFICER:
            return self._unit_and_officer(text)
        if which in (HeadField.NAMELESS, HeadField.OTHER):
            return self._unlabelled(text, of_many=True) or which is HeadField.OTHER
        if which is HeadField.OFFICER:
            if day_in(text) is not None and len(text) <= _LONGEST_DAY:
                return self._unlabelled(text, of_many=True)  # a day beside the label is another column's
            text = officer_name(text)
            if not text:
                return True
        if which is HeadField.BODY:
            text = text[:1].upper() + text[1:]
            if not is_body(text):
                body = text.split(",")[0].strip()
                if not is_body(body):
                    return False
                text = body
        if which is HeadField.DIARY_NUMBER:
            text = diary_number(text)
        name = _WORDS[which]
        if not text:
            return False
        if not getattr(self._head, name):
            setattr(self._head, name, text)
        elif which is HeadField.DIARY_NUMBER and getattr(self._head, name) != text:
            self._doubt(which, f"Brevhuvudet har flera diarienummer; {self._head.diary_number} togs.", text)
        return True

    def _day(self, which: HeadField, text: str) -> bool:
        day = day_in(text) or compact_day(text)
        name = "meeting_day" if which is HeadField.MEETING_DAY else "day"
        if day is None:
            body = text[:1].upper() + text[1:]
            if is_body(body):
                return self._take(HeadField.BODY, body)
            self._doubt(which, "Datumet i brevhuvudet går inte att läsa.", text)
            return True
        if getattr(self._head, name) is None:
            setattr(self._head, name, day)
            self._beside_day(text)
        return True

    def _beside_day(self, text: str) -> None:
        """«2024-04-02 KS 2024/87» is a day and a diary number."""
        for said in days_said(text) if len(text) <= _LONGEST_BESIDE else ():
            beside = f"{text[: said.start]} {text[said.end :]}".strip(" ,")
            if is_diary_number(beside):
                self._take(HeadField.DIARY_NUMBER, beside)

    def _unit_and_officer(self, text: str) -> bool:
        before, _, last = without_reach(text).rpartition(",")
        if before and is_person(last.strip()):
            self._head.unit = self._head.unit or before.strip()
            self._head.officer = self._head.officer or last.strip()
        elif before and is_person(before.split(",")[-1].strip()):
            self._take(HeadField.OFFICER, before.split(",")[-1].strip())
            self._take(HeadField.UNIT, before.rpartition(",")[0].strip())
        elif is_person(last.strip()):
            self._head.officer = self._head.officer or last.strip()
        elif not is_reached(text):
            self._head.unit = self._head.unit or text
            self._officer_below = True
        return True

    def _unlabelled(self, text: str, *, of_many: bool) -> bool:
        """Take what needs no label: a body, a workplace, a day or a diary number on its own."""
        if (day := day_in(text)) is not None and len(text) <= _LONGEST_DAY:
            self._head.day = self._head.day or day
            self._beside_day(text)
            return True
        if is_reached(text):
            return True
        if self._officer_below and not self._head.officer and is_person(officer_name(text)):
            self._head.officer = officer_name(text)
            return True
        if is_diary_number(text) and any(c in text for c in "/-:.") and text[:1].isalpha():
            return self._take(HeadField.DIARY_NUMBER, text)
        bare = re.sub(r"^till\s+(?:den\s+)?", "", text, flags=re.IGNORECASE)
        if is_body(bare[:1].upper() + bare[1:]):
            return self._take(HeadField.BODY, bare)
        if is_unit(text):
            return self._take(HeadField.UNIT, text)
        if of_many and (parts := text.rpartition(","))[0] and is_person(parts[2].strip()):
            self._doubt(
                HeadField.OFFICER, "Tjänsteställe och handläggare saknar ledtext och togs inte in.", text
            )
            return True
        return False

    def _doubt(self, which: HeadField, message: str, words: str) -> None:
        self._head.doubts.append(Doubt(field=_WORDS.get(which, ""), message=message, words=words))
