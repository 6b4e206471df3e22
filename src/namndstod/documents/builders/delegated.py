"""Delegationslista: the decisions made by delegation that are reported at a meeting (KL 6:40, 7:8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from namndstod.domain.content import Align, Block, Cell, Fields, Heading, Paper, ParagraphRole, Table
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_lists import (
    URGENT_SOURCE,
    period_text,
    point_texts,
    report_lines,
    table,
)
from namndstod.domain.phrases import report_proposal
from namndstod.domain.swedish import weekday_date
from namndstod.domain.view import MeetingView

from .common import Images, blocks_of, lines, paragraph, sheet, summed_table

_NAME = "Delegationslista"
_URGENT = (
    "Besluten är fattade på nämndens vägnar i ärenden som var så brådskande att nämndens avgörande inte "
    f"kunde avvaktas ({URGENT_SOURCE})."
)


def delegated_paper(view: MeetingView, images: Images, of: tuple[str, ...] = ()) -> Paper:
    """Return the delegationslista of the items in `of`, or of all decisions that the meeting is told of."""
    items = [i for i in view.items if i.delegated and (not of or i.item.id in of)]
    decisions = [d for item in items for d in item.delegated]
    numbers = [(f"Punkt {i.item.number}. {i.item.title}", ParagraphRole.META) for i in items]
    blocks: list[Block] = [
        Heading(1, "Anmälan av delegationsbeslut", anchor="delegationsbeslut", in_contents=True),
        paragraph(f"{view.term.name}, {weekday_date(view.meeting.day)}", ParagraphRole.META),
        *(paragraph(text, role) for text, role in numbers),
        *(_report(view, decisions) if decisions else (paragraph("Inga delegationsbeslut anmäls."),)),
    ]
    return sheet(view, images, _NAME, blocks)


def _report(view: MeetingView, decisions: Sequence[DelegatedDecision]) -> list[Block]:
    told: list[Block] = [*blocks_of(report_lines(view.term, decisions))]
    told += [Heading(2, "Förslag till beslut"), *blocks_of(report_proposal(view))]
    points = point_texts(decisions, view.delegation.order, view.meeting.day)
    if points:
        pairs = tuple((f"Punkt {number}", lines(text.splitlines())) for number, text in points)
        told += [Heading(2, "Punkterna i delegationsordningen"), Fields(pairs)]
    by_chair = [d for d in decisions if d.urgent]
    told += _listed("Besluten", [d for d in decisions if not d.urgent])
    if by_chair:
        told += _listed("Ordförandebeslut", by_chair, paragraph(_URGENT))
    return told


def listed_table(decisions: Sequence[DelegatedDecision]) -> Table:
    """Return the table of the decisions, by point and with its sums."""
    made = table(decisions)
    aligns = tuple(Align.RIGHT if c.number else Align.LEFT for c in made.columns)
    plain = summed_table(made.rows, (), aligns, made.sums)
    rows = tuple(_spanning(row, made.rows[n]) if n in made.sums else row for n, row in enumerate(plain.rows))
    return replace(plain, rows=rows)


def _listed(name: str, decisions: Sequence[DelegatedDecision], *more: Block) -> list[Block]:
    """Return heading and table of the decisions; nothing for none."""
    if not decisions:
        return []
    days = period_text(decisions)
    heading = Heading(
        2, f"{name} {days}" if days else name, anchor=f"beslut-{name.lower()}", in_contents=True
    )
    return [heading, *more, listed_table(decisions), *_reasons(decisions)]


def _spanning(row: tuple[Cell, ...], texts: Sequence[str]) -> tuple[Cell, ...]:
    """Let the name of a sum reach to the amount, so that it stands on one line."""
    amount = next((n for n, text in enumerate(texts) if n and text), len(row))
    return (replace(row[0], columns=amount), *row[amount:])


def _reasons(decisions: Sequence[DelegatedDecision]) -> list[Block]:
    """Return why ordförandebeslut could not wait, where that is known."""
    found = [
        (d.diary_number or d.serial or d.kind, (paragraph(d.note),)) for d in decisions if d.note.strip()
    ]
    if not found or not all(d.urgent for d in decisions):
        return []
    return [Heading(3, "Varför besluten inte kunde vänta"), Fields(tuple(found))]
