"""Text of a cell, what people write for nothing and for «the same as above», and readings kept by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, Generic, TypeVar

from ...swedish import plain
from ..found_delegated import RowDoubt
from ..sheets import Cell

Value = TypeVar("Value")
Reader = Callable[[Cell], tuple[Value, RowDoubt | None]]

LONGEST_WORDS: Final = 60  # of a cell that a doubt quotes
_NOTHING: Final = frozenset(
    [
        "",
        "-",
        "–",
        "—",
        "−",
        "--",
        "n/a",
        "na",
        "n.a.",
        "#n/a",
        "#saknas!",
        "ingen",
        "inget",
        "inga",
        "saknas",
        "uppgift saknas",
        "uppgift saknas.",
        "uppg. saknas",
        "ej angivet",
        "ej angiven",
        "ej aktuellt",
        "ej tillämpligt",
        "null",
        "none",
        "nan",
        "…",
        "...",
        ".",
        "/",
        "(tom)",
        "tomt",
    ]
)
_NOTHING_SAID: Final = {form: "" for text in _NOTHING for form in (text, text.upper(), text.capitalize())}
_QUOTES: Final = ('"', "”", "“", "″", "„", "''", "’’", "´´", ",,", "'", "´")
_DITTO: Final = frozenset(
    [
        form.format(mark)
        for mark in _QUOTES
        for form in ("{}", "-{}-", "- {} -", "–{}–", "– {} –", "—{}—", "-{}", "{}-")
    ]
    + ["d:o", "D:o", "D:O", "d.o.", "d.o", "do.", "dito", "Dito", "DITO", "ditto", "Ditto", "idem", "Idem"]
)
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f]")


class Readings(dict[Cell, Value], Generic[Value]):
    """What each cell of a column was read as, read once; `doubts` of the cells that are unclear."""

    def __init__(self, read: Reader[Value]) -> None:
        super().__init__()
        self._read = read
        self.doubts: dict[Cell, RowDoubt] = {}

    def __missing__(self, cell: Cell) -> Value:
        value, doubt = self._read(cell)
        self[cell] = value
        if doubt is not None:
            self.doubts[cell] = doubt
        return value

    def column(self, cells: Iterable[Cell]) -> list[Value]:
        """Return the readings of a column's cells."""
        return list(map(self.__getitem__, cells))


def text_of(cell: Cell) -> str:
    """Return a cell as text: white space folded, what is not seen dropped, whole numbers without decimals."""
    if isinstance(cell, str):
        if cell.isprintable():  # no other white space than spaces, nothing unseen
            text = " ".join(cell.split()) if "  " in cell else cell.strip()
        else:
            text = " ".join(_UNSEEN.sub("", cell).split())
        return text[1:] if text[:1] == "'" and text[1:2].isdigit() else text
    if isinstance(cell, bool):
        return "Ja" if cell else "Nej"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell).replace(".", ",")
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def is_nothing(text: str) -> bool:
    """Whether a text stands for nothing: «-», «saknas», «n/a»."""
    return len(text) < 18 and text.casefold() in _NOTHING


def said(cell: Cell) -> str:
    """Return the text of a cell, nothing where it says that there is none."""
    text = text_of(cell)
    return "" if is_nothing(text) else text


def all_said(cells: Sequence[Cell]) -> tuple[list[str], str] | None:
    """Return the texts of a column, and all as one, when they are texts that need no closer look; else None.

    A column of a hundred thousand names is looked at in one go.
    """
    try:
        joined = "|".join(cells)  # type: ignore[arg-type]  # that all are texts is what is tried
    except TypeError:
        return None
    if (
        not joined.isprintable()
        or any(sign in joined for sign in ("  ", " |", "| ", "|'"))
        or joined[:1] in " '"
    ):
        return None
    if joined[-1:] == " ":
        return None
    texts: list[str] = list(cells)  # type: ignore[arg-type]
    return texts if _NOTHING_SAID.keys().isdisjoint(texts) else [
        _NOTHING_SAID.get(t, t) for t in texts
    ], joined


def is_blank(cell: Cell) -> bool:
    """Whether nothing stands in a cell."""
    return cell == "" or (isinstance(cell, str) and not cell.strip(" \t\n\r\u00a0\u200b\ufeff"))


def with_dittos_filled(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return the cells of a column, those that say «as above» (”, d:o) as the ones above them."""
    if _DITTO.isdisjoint(cells):
        return cells
    filled: list[Cell] = []
    for cell in cells:
        filled.append(filled[-1] if filled and cell in _DITTO else cell)
    return filled


def quoted(cell: Cell) -> str:
    """Return the words of a cell for a doubt, cut where they are many."""
    text = plain(text_of(cell))
    return text if len(text) <= LONGEST_WORDS else text[: LONGEST_WORDS - 1] + "…"


def has_letters(text: str) -> bool:
    """Whether there are letters in a text."""
    return any(map(str.isalpha, text))


def is_number(cell: Cell) -> bool:
    """Whether a cell is a number and no truth value."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def is_day(cell: Cell) -> bool:
    """Whether a cell is a day or a time of the workbook's own."""
    return isinstance(cell, date | time | timedelta)
