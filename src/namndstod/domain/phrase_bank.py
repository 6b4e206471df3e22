"""The phrase bank (frasbank): sentences that a secretary writes again and again."""

from __future__ import annotations

from dataclasses import dataclass

from .records import Record, TextRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Record):
    """Fras: a sentence of the bank, with placeholders. No `role`: for every text; no body: for all bodies."""

    text: str
    position: int
    role: TextRole | None = None
    body_id: str | None = None
