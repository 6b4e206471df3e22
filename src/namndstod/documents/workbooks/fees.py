"""Arvodesunderlag as a workbook: role, from–to, served or present, gruppmöte, distance and justering."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from namndstod.domain.attendance import FeeRow, Span, fee_rows
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.domain.swedish import EN_DASH, clock_span, plain, weekday_date
from namndstod.domain.view import MeetingView

_COLUMNS = (
    ("Namn", 28),
    ("Parti", 8),
    ("Uppdrag", 20),
    ("Från", 8),
    ("Till", 8),
    ("Tid", 8),
    ("Deltog som", 15),
    ("Alla §§", 9),
    ("Gruppmöte", 12),
    ("Distans", 10),
    ("Justerar", 10),
    ("Anmärkning", 34),
)
_TIMES = ("Från", "Till", "Tid")
_HEAD_ROW = 5
_NO_DAY = datetime(2000, 1, 1)
_LINE = Border(bottom=Side(style="thin"))

Value = str | time | timedelta | None


def fees_workbook(view: MeetingView) -> bytes:
    """Return the arvodesunderlag of a meeting as .xlsx, one row for each who was there."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Arvodesunderlag"
    _head(sheet, view)
    rows = [_values(view, row) for row in fee_rows(view)]
    for number, values in enumerate(rows, _HEAD_ROW + 1):
        for column, value in enumerate(values, 1):
            _put(sheet.cell(number, column), value)
    last = get_column_letter(len(_COLUMNS))
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{last}{_HEAD_ROW + len(rows)}"
    sheet.freeze_panes = f"B{_HEAD_ROW + 1}"
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.properties.title = f"Arvodesunderlag {view.term.name} {view.meeting.day.isoformat()}"
    book.properties.creator = view.customs.letterhead.organisation or view.term.name
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _head(sheet: Worksheet, view: MeetingView) -> None:
    meeting = view.meeting
    span = clock_span(meeting.opened_at, meeting.closed_at, view.customs.time_separator)
    when = plain(", ".join(t for t in (weekday_date(meeting.day), span) if t))
    for number, text in enumerate(("Arvodesunderlag", view.term.name, when), 1):
        _put(sheet.cell(number, 1), text)
        sheet.cell(number, 1).alignment = Alignment()  # goes on over the next cells
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    for column, (name, width) in enumerate(_COLUMNS, 1):
        cell = sheet.cell(_HEAD_ROW, column, name)
        cell.font = Font(bold=True)
        cell.border = _LINE
        cell.alignment = Alignment(horizontal="center" if name in _TIMES else "left")
        sheet.column_dimensions[get_column_letter(column)].width = width


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


def _put(cell: Cell | MergedCell, value: Value) -> None:
    """Write a value; what a person has written is never a formula."""
    assert isinstance(cell, Cell)  # nothing is merged here
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, time):
        cell.number_format = "hh:mm"
    elif isinstance(value, timedelta):
        cell.number_format = "[h]:mm"
    across = "left" if isinstance(value, str) else "center"
    cell.alignment = Alignment(horizontal=across, vertical="top", wrap_text=True)
