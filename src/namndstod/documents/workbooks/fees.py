"""Arvodesunderlag as a workbook: role, from–to, served or present, gruppmöte, distance and justering."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from namndstod.domain.attendance import FeeRow, Span, fee_rows
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.domain.swedish import EN_DASH, clock_span, plain, weekday_date
from namndstod.domain.view import MeetingView

from .writer import Book, Column, Kind, Value

_COLUMNS = (
    Column(heading="Namn", width=28),
    Column(heading="Parti", width=9),
    Column(heading="Uppdrag", width=20),
    Column(heading="Från", kind=Kind.CLOCK, width=9),
    Column(heading="Till", kind=Kind.CLOCK, width=9),
    Column(heading="Tid", kind=Kind.LENGTH, width=9),
    Column(heading="Deltog som", width=15),
    Column(heading="Alla §§", width=10),
    Column(heading="Gruppmöte", width=13),
    Column(heading="Distans", width=11),
    Column(heading="Justerar", width=11),
    Column(heading="Anmärkning", kind=Kind.LONG, width=34),
)
_NO_DAY = datetime(2000, 1, 1)


def fees_workbook(view: MeetingView) -> bytes:
    """Return the arvodesunderlag of a meeting as .xlsx, one row for each who was there."""
    meeting, name = view.meeting, view.term.name
    span = clock_span(meeting.opened_at, meeting.closed_at, view.customs.time_separator)
    when = plain(", ".join(t for t in (weekday_date(meeting.day), span) if t))
    book = Book(
        f"Arvodesunderlag {name} {meeting.day.isoformat()}",
        author=view.customs.letterhead.organisation or name,
        made=meeting.day,
    )
    sheet = book.sheet("Arvodesunderlag", ("Arvodesunderlag", name, when))
    sheet.table(_COLUMNS, [_values(view, row) for row in fee_rows(view)], hold=1)
    return book.close()


def _values(view: MeetingView, row: FeeRow) -> tuple[Value, ...]:
    """Return a row's cells; times are real ones, so that they can be reckoned with."""
    begun = row.spans[0][0] if row.spans else None
    ended = row.spans[-1][1] if row.spans else None
    return (
        row.name,
        row.party or EN_DASH,
        ROLE_NAMES[row.role],
        begun,
        ended,
        _length(row.spans),
        "tjänstgörande" if row.served else "närvarande",
        _yes(row.all_sections),
        _yes(row.group_meeting),
        _yes(row.remote),
        _yes(row.approves),
        _remark(view, row),
    )


def _remark(view: MeetingView, row: FeeRow) -> str:
    """Return the times in the room where somebody went and came back."""
    if len(row.spans) < 2:
        return ""
    spans = (clock_span(a, b, view.customs.time_separator) for a, b in row.spans)
    return plain(", ".join(s for s in spans if s))


def _length(spans: Sequence[Span]) -> timedelta | None:
    """Return the time in the room; None where a clock time is not known."""
    total = timedelta()
    for begun, ended in spans:
        if begun is None or ended is None:
            return None
        total += (datetime.combine(_NO_DAY, ended) - datetime.combine(_NO_DAY, begun)) % timedelta(days=1)
    return total


def _yes(value: bool) -> str:
    return "ja" if value else ""
