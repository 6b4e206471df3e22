"""Text pasted from Word, Outlook and other programs, as blocks for an editor."""

from __future__ import annotations

from namndstod.domain.texts import Draft
from namndstod.exchange.clipboard import from_clipboard
from namndstod.exchange.pasted_decisions import PastedDecisions, read_decisions


def parse_pasted(html: str, text: str) -> tuple[Draft, ...]:
    """Return the blocks of what was pasted; `html` is empty when there was none."""
    return tuple(Draft(b.kind, b.text, b.depth, b.marks, b.rows) for b in from_clipboard(html, text))


def parse_decisions(text: str) -> PastedDecisions:
    """Return the delegated decisions of rows copied from a spreadsheet, and what was unclear in them."""
    return read_decisions(text)
