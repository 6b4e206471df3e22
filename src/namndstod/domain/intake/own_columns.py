"""The columns that the register has in its own workbook beside those of a list: no sender writes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

RECKONED: Final = frozenset(
    {
        "Privatperson",
        "Läge",
        "Sammanträde",
        "Anmäld §",
        "Överklagas genom",
        "Särskilt protokollfört",
        "Anslaget",
        "Sista dag att överklaga",
        "Laga kraft",
        "Inläst ur",
        "Rad i listan",
    }
)
"""Columns of the register's workbook that say what only the register knows: no list tells it anew."""
_ENOUGH: Final = 5  # headings that nobody else has by chance


def not_reckoned(headings: Iterable[str]) -> list[str]:
    """Return the headings of a list without those that our own register adds, when it is our register."""
    kept = list(headings)
    return [h for h in kept if h not in RECKONED] if len(RECKONED.intersection(kept)) > _ENOUGH else kept
