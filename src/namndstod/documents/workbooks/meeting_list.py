"""A meeting's delegationslista as a workbook: the decisions in the order of the paper, with their sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_lists import heading, in_order, of_aid, period_text
from namndstod.domain.exports import Export

from .about import about, begin
from .writer import Column, Kind, Totals

_COLUMNS = (
    (Column(heading="Löpnummer"), "serial"),
    (Column(heading="Dnr"), "diary_number"),
    (Column(heading="Beslutsdatum", kind=Kind.DAY), "decided_on"),
    (Column(heading="Punkt"), "point"),
    (Column(heading="Stöd"), "kind"),
    (Column(heading="Företag"), "recipient"),
    (Column(heading="Bransch/Prioritering"), "branch"),
    (Column(heading="Kön"), "gender"),
    (Column(heading="Kommun"), "municipality"),
    (Column(heading="Belopp, kr", kind=Kind.KRONOR, total=True), "amount"),
    (Column(heading="Beslutsfattare"), "decided_by"),
    (Column(heading="Beslutsfattarens titel"), "decided_by_title"),
)


def list_workbook(decisions: Sequence[DelegatedDecision], export: Export) -> bytes:
    """Return the decisions that are reported at a meeting as .xlsx, without columns in which nothing stands.

    For a public edition the decisions are those of its view: names of private persons are gone already.
    """
    shown, aid = in_order(decisions), of_aid(decisions)
    chosen = [
        (replace(c, heading=heading(c.heading, aid=aid)), name)
        for c, name in _COLUMNS
        if any(getattr(d, name) not in ("", None) for d in shown)
    ]
    book = begin("Delegationslista", export)
    days = period_text(shown)
    head = ("Delegationslista", export.line, *((f"Beslut {days}",) if days else ()))
    sheet = book.sheet("Delegationslista", head)
    rows = [[getattr(d, name) for _, name in chosen] for d in shown]
    sheet.table([c for c, _ in chosen] or [Column(heading="Dnr")], rows, totals=Totals.BELOW)
    about(book, export, (("Summa", "Summan under listan är en formel som räknar de rader som syns."),))
    return book.close()
