"""A föredragningslista as a table: which column is what, and its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .list_words import split_bullet
from .source import SourceLine
from .titles import split_diary_number, without_time
from .values import is_diary_number

_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "number": ("nr", "nr.", "§", "punkt", "ärendenr", "ärende nr", "p", "pkt", "paragraf", "nummer", "§ nr"),
    "title": ("ärende", "ärenden", "rubrik", "ärendemening", "ämne", "ärenderubrik", "innehåll", "vad"),
    "diary": ("dnr", "dnr.", "diarienr", "diarienummer", "ärendenummer", "diarie nr", "diariebeteckning"),
    "presenters": ("föredragande", "föredragare", "informatör", "föredragning", "vem", "ansvarig"),
    "time": ("tid", "kl", "kl.", "klockan", "klockslag"),
    "documents": ("handlingar", "handling", "bilagor", "bilaga", "underlag", "beslutsunderlag"),
    "kind": ("typ", "ärendetyp", "anteckning", "anteckningar", "anm", "anm.", "sida", "sid"),
}
_NAMED: Final = {word: name for name, words in _COLUMNS.items() for word in words}
_NUMBER: Final = re.compile(r"(?:§|punkt)?\s*(?P<number>\d{1,3})\s*[.):]?", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"(?:§\s*)?(?P<number>\d{1,3})[.):]?\s+(?P<rest>[^\W\d_].*)$")
_NAME: Final = re.compile(r"[A-ZÅÄÖÉ][\w´'’-]+(?:\s[A-ZÅÄÖÉ][\w´'’-]+)+(?:,.*)?$")


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says of an item; one without a number may go on with the item above."""

    number: int | None
    title: str
    diary_number: str = ""
    presenters: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    time: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds, by its heading; `rigid` when all rows have the same columns (a real table)."""

    names: tuple[str, ...]
    table: int

    @property
    def numbered(self) -> bool:
        """Whether the items have numbers."""
        return "number" in self.names

    def row(self, line: SourceLine) -> Row | None:
        """Return what a row says, None when it is no row of this list."""
        if self.table and line.table and len(line.cells) == len(self.names):
            return self._by_place(line.cells)
        return self._by_content(line.cells)

    def _by_place(self, cells: tuple[str, ...]) -> Row | None:
        held: dict[str, str] = {}
        for name, cell in zip(self.names, cells, strict=True):
            if name and cell.strip():
                held[name] = f"{held[name]}\n{cell.strip()}" if name in held else cell.strip()
        if not held:
            return None
        number, title = _number(held.get("number", "")), held.get("title", "")
        if number is None and (match := _NUMBERED.match(title)) is not None:
            number, title = int(match["number"]), match["rest"]
        return _row(number, title, held)

    def _by_content(self, cells: tuple[str, ...]) -> Row | None:
        """Take a line with wide gaps, where an empty column leaves no trace: by what its cells look like."""
        rest = [cell.strip() for cell in cells if cell.strip()]
        held: dict[str, str] = {}
        if rest and (number := _number(rest[0])) is not None:
            rest = rest[1:]
        elif rest and (match := _NUMBERED.match(rest[0])) is not None:
            number, rest[0] = int(match["number"]), match["rest"]
        else:
            return None
        titles: list[str] = []
        for cell in rest:
            if "time" in self.names and "time" not in held and without_time(f"{cell} x")[0] == "x":
                held["time"] = cell
            elif is_diary_number(cell) and "diary" not in held:
                held["diary"] = cell
            elif titles and "presenters" in self.names and "presenters" not in held and _NAME.match(cell):
                held["presenters"] = cell
            elif without_time(f"{cell} x")[0] == "x":
                held["time"] = cell
            else:
                titles.append(cell)
        return _row(number, " ".join(titles), held) if titles else None


def columns_of(line: SourceLine) -> Columns | None:
    """Return what the columns hold when the line is the heading of such a table."""
    names = tuple(_NAMED.get(cell.strip(" :").casefold(), "") for cell in line.cells)
    known = {name for name in names if name}
    return Columns(names, line.table) if "title" in known and len(known) > 1 else None


def _row(number: int | None, cell: str, held: dict[str, str]) -> Row:
    title, points = _title_and_points(cell)
    title, time = without_time(title)
    title, in_title = split_diary_number(title)
    return Row(
        number=number,
        title=title,
        diary_number=_one_line(held.get("diary", "")) or in_title,
        presenters=tuple(held["presenters"].split("\n")) if "presenters" in held else (),
        documents=tuple(split_bullet(p)[1] for p in held.get("documents", "").split("\n") if p.strip()),
        points=points,
        time=time or held.get("time", ""),
    )


def _title_and_points(cell: str) -> tuple[str, tuple[str, ...]]:
    """Return the heading of a cell, and the bullets below it."""
    title: list[str] = []
    points: list[str] = []
    for line in cell.split("\n"):
        bullet, text = split_bullet(line.strip())
        if bullet and title:
            points.append(text)
        elif points:
            points[-1] += f" {line.strip()}"
        else:
            title.append(line.strip())
    return " ".join(title), tuple(points)


def _number(text: str) -> int | None:
    found = _NUMBER.fullmatch(text.strip())
    return int(found["number"]) if found else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
