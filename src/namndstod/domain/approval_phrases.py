"""What the program writes of justering: omedelbar justering in a decision, and rättelser (documents.md)."""

from __future__ import annotations

from datetime import date

from .proceedings import Correction
from .records import BlockKind
from .swedish import iso_date, long_date
from .texts import Draft, clauses, is_blank, punctuated


def declared_immediate(decision: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Return a decision with its last clause, that the § is declared justerad at once."""
    if is_blank(decision):
        return decision
    if not clauses(decision):
        return (*decision, Draft(BlockKind.PARAGRAPH, "Paragrafen förklaras omedelbart justerad."))
    last = next(d for d in reversed(decision) if d.kind in (BlockKind.CLAUSE, BlockKind.NUMBERED))
    words = "paragrafen förklaras omedelbart justerad."
    if last.kind is BlockKind.NUMBERED:
        return (*decision, Draft(BlockKind.NUMBERED, words.capitalize(), last.depth))
    return punctuated((*decision, Draft(BlockKind.CLAUSE, words, last.depth)))


def approved_separately(day: date) -> str:
    """«Särskilt justerad 2026-05-03»: the main protokoll repeats a § that was justerad at once."""
    return f"Särskilt justerad {iso_date(day)}"


def correction_line(correction: Correction, number: int | None) -> str:
    """«Rättelse den 3 maj 2026: i § 7 ska ”fel” vara ”rätt”. Ada Berg»."""
    where = f"i § {number} ska" if number is not None else "i protokollet ska"
    day = long_date(correction.day)
    return f"Rättelse {day}: {where} ”{correction.wrong}” vara ”{correction.right}”. {correction.person}"
