"""How large a sheet may be, told by the cells that exist: calamine gives every cell of the area a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

MOST_CELLS: Final = 5_200_000
"""Cells between A1 and the last one that holds something: a million rows of five, 200,000 of 26."""

LOCKED: Final = (
    "Filen är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet och spara den som .xlsx."
)
"""What is said of a file that cannot be read without its password."""


@dataclass(slots=True)
class SheetFacts:
    """What a look at a sheet told before it was read. Rows and columns are counted from 1.

    `last` is the last row and column with a cell, never less than what calamine will find.
    """

    last: tuple[int, int] = (0, 0)
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    uncomputed: list[str] = field(default_factory=list)  # cells with a formula and no value
    errors: list[str] = field(default_factory=list)  # cells that show an error (#REF!)
    unclean: bool = False  # texts have characters that no paper can hold

    @property
    def too_large(self) -> bool:
        """Tell whether the sheet would need more memory than it deserves."""
        return self.last[0] * self.last[1] > MOST_CELLS


def column_number(letters: str) -> int:
    """Return the number of a column, from 1, of its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
