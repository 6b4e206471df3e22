"""What was understood of a beslutsbrev as Swedish text, for the command line."""

from __future__ import annotations

from collections.abc import Iterator

from ..delegation import Budget
from ..swedish import kronor, plain, whole_number
from .found import FoundLetter


def letter_report(found: FoundLetter) -> str:
    """Return the facts of a letter, its budget, what does not add up and what was unclear."""
    return plain("\n".join(_lines(found)))


def _lines(found: FoundLetter) -> Iterator[str]:
    day = found.day.isoformat() if found.day else "okänd dag"
    yield f"Beslutsbrev {found.diary_number or '(diarienummer saknas)'}, {day}: {found.title or '–'}"
    yield f"Mottagare: {', '.join(filter(None, (found.recipient, *found.address))) or '–'}"
    yield f"Handläggare: {', '.join(filter(None, (found.officer, found.unit))) or '–'}"
    yield "Beslut:"
    yield from (f"  • {text}" for text in found.decision)
    share = (
        f"{found.share_percent:g}".replace(".", ",") + " procent" if found.share_percent is not None else "–"
    )
    yield f"Andel: {share}. Högst: {'–' if found.max_amount is None else kronor(found.max_amount)}"
    if found.period is not None:
        ends = (end.isoformat() if end else "?" for end in (found.period.start, found.period.end))
        yield f"Tid: {' – '.join(ends)}"
    if found.conditions:
        yield "Villkor:"
        yield from (f"  • {text}" for text in found.conditions)
    if found.budget is not None:
        yield from _table("Kostnader", found.budget.costs)
        yield from _table("Finansiering", found.budget.financing)
        yield from _table("Direktfinansierade kostnader", found.budget.in_kind)
        yield from (f"! {problem}" for problem in found.budget.problems)
    signers = (", ".join(filter(None, (s.name, s.title))) for s in found.signatories)
    yield f"Undertecknat: {'; '.join(signers) or '–'}"
    for doubt in found.doubts:
        yield f"? {doubt.message}{f' ”{doubt.words}”' if doubt.words else ''}"


def _table(name: str, table: Budget) -> Iterator[str]:
    if not table.rows:
        return
    yield f"{name} {', '.join(table.years)}:"
    for row in table.rows:
        amounts = ("–" if a is None else whole_number(a) for a in row.amounts)
        total = f" = {whole_number(row.stated)}" if row.stated is not None else ""
        yield f"  {row.name}: {' | '.join(amounts)}{total}"
    if table.stated:
        yield f"  Summa: {' | '.join('–' if s is None else whole_number(s) for s in table.stated)}"
