"""Delegationslista: the decisions made by delegation that are reported at a meeting (KL 6:40, 7:8)."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.content import Align, Block, Heading, Paper, ParagraphRole
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_lists import columns, period_text, report_lines, table
from namndstod.domain.phrases import report_proposal
from namndstod.domain.swedish import iso_date, weekday_date
from namndstod.domain.view import MeetingView

from .common import Images, blocks_of, furniture, logo_images, masthead, paragraph, summed_table

_NAME = "Delegationslista"


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
    return Paper(
        title=f"{_NAME} {view.term.name} {iso_date(view.meeting.day)}",
        blocks=tuple(blocks),
        furniture=furniture(view, _NAME),
        masthead=masthead(view, _NAME),
        subject=f"Sammanträde {iso_date(view.meeting.day)}",
        author=view.customs.letterhead.organisation or view.term.name,
        images=logo_images(view, images),
    )


def _report(view: MeetingView, decisions: Sequence[DelegatedDecision]) -> list[Block]:
    days = period_text(decisions)
    chosen = columns(decisions)
    told: list[Block] = [*blocks_of(report_lines(view.term, decisions))]
    told += [Heading(2, "Förslag till beslut"), *blocks_of(report_proposal(view))]
    told += [Heading(2, f"Besluten {days}" if days else "Besluten")]
    aligns = tuple(Align.RIGHT if c.number else Align.LEFT for c in chosen)
    return [*told, summed_table(table(decisions), (), aligns)]
