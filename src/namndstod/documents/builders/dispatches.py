"""Expedieringslista: what was decided, who was to get it, how, when and who sent it."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.content import Block, Cell, Heading, Paper, Table
from namndstod.domain.editions import shown_heading
from namndstod.domain.expediting import Line, can_be_expedited, lines, progress
from namndstod.domain.swedish import NBSP, counted, iso_date, weekday_date
from namndstod.domain.view import MeetingView, SectionView

from .common import Images, paragraph, sheet

NAME = "Expedieringslista"
_HEAD = ("§", "Beslut", "Mottagare", "Sätt", "Datum", "Sign.")
_WIDTHS = (8.0, 29.0, 30.0, 11.0, 13.0, 9.0)  # room for wider fonts in Word


def dispatches_paper(view: MeetingView, images: Images, of: Sequence[str] = ()) -> Paper:
    """Return the list of the §§ in `of`, or of the whole meeting; what is not sent has room to fill in."""
    chosen = [s for s in view.sections if can_be_expedited(s) and (not of or s.section.id in of)]
    found = [(s, lines(view, s)) for s in chosen]
    rows = [row for section, told in found for row in _rows(section, told)]
    total = progress([line for _, told in found for line in told])
    blocks: list[Block] = [
        Heading(1, view.term.name),
        paragraph(f"Sammanträde {weekday_date(view.meeting.day)}"),
    ]
    if rows:
        head = tuple(Cell((paragraph(text),)) for text in _HEAD)
        said = f"{total.sent} av {counted(total.total, 'expediering', 'expedieringar')} är gjorda."
        blocks += [Table((head, *rows), head_rows=1, widths=_WIDTHS), paragraph(said)]
    else:
        blocks.append(paragraph("Inga beslut har någon mottagare."))
    return sheet(view, images, NAME, blocks)


def _rows(section: SectionView, told: Sequence[Line]) -> list[tuple[Cell, ...]]:
    """Return a row for each recipient; the § and its decision stand once, beside all of them."""
    number = f"§{NBSP}{section.number}" if section.number is not None else "–"
    rows: list[tuple[Cell, ...]] = []
    for line in told:
        own = tuple(Cell((paragraph(text),)) for text in _told(line))
        if not rows:
            own = (
                Cell((paragraph(number),), rows=len(told), head=True),
                Cell((paragraph(_decision(section)),), rows=len(told)),
                *own,
            )
        rows.append(own)
    return rows


def _decision(section: SectionView) -> str:
    """The heading with its diarienummer; of a secret § the neutral one."""
    if section.secret:
        return shown_heading(section)
    return f"{section.heading} ({section.diary_number})" if section.diary_number else section.heading


def _told(line: Line) -> tuple[str, ...]:
    who = f"{line.name} (part)" if line.party else line.name
    sent = line.dispatch.sent if line.dispatch is not None else None
    by = line.dispatch.by if line.dispatch is not None else ""
    return who, line.manner, iso_date(sent) if sent is not None else "", by
