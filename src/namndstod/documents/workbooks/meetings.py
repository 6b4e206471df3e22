"""Sammanträden as a workbook. It holds nothing that is secret: days, times, places and numbers of §§."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.exports import Export, MeetingLine

from .about import about, begin
from .writer import Column, Kind, Totals

_COLUMNS = (
    Column(heading="Nämnd"),
    Column(heading="Dag", kind=Kind.DAY),
    Column(heading="Börjar", kind=Kind.CLOCK),
    Column(heading="Slutar", kind=Kind.CLOCK),
    Column(heading="Plats"),
    Column(heading="Läge"),
    Column(heading="Sekreterare"),
    Column(heading="Ärenden", kind=Kind.WHOLE, total=True),
    Column(heading="Paragrafer", kind=Kind.WHOLE, total=True),
    Column(heading="Första §", kind=Kind.NUMBER),
    Column(heading="Sista §", kind=Kind.NUMBER),
    Column(heading="Kallelsen utsänd", kind=Kind.DAY),
    Column(heading="Öppnat", kind=Kind.CLOCK),
    Column(heading="Avslutat", kind=Kind.CLOCK),
    Column(heading="Justerat", kind=Kind.DAY),
    Column(heading="Anslaget", kind=Kind.DAY),
    Column(heading="Sista dag att överklaga", kind=Kind.DAY),
    Column(heading="Laga kraft", kind=Kind.DAY),
    Column(heading="Sista dagen", kind=Kind.DAY),
    Column(heading="Dag för justering", kind=Kind.DAY),
    Column(heading="Plats för justering"),
    Column(heading="Gruppmöten", kind=Kind.LONG),
    Column(heading="Sekreterarens titel"),
    Column(heading="Sekreterarens e-post"),
    Column(heading="Sekreterarens telefon"),
    Column(heading="Meddelanden", kind=Kind.LONG),
    Column(heading="Övriga närvarande", kind=Kind.LONG),
    Column(heading="Skickat för underskrift", kind=Kind.DAY),
    Column(heading="Återtaget för att", kind=Kind.LONG),
)
_HOW = (
    (
        "Laga kraft",
        "Räknas från anslaget av protokollet (13 kap. 5 § kommunallagen), om ingen har överklagat. "
        "Paragrafer som justerades omedelbart har anslag och tid för sig; de står i uttaget av beslut.",
    ),
)


def meetings_workbook(lines: Sequence[MeetingLine], export: Export) -> bytes:
    """Return the meetings as .xlsx, a row each, in the order given."""
    book = begin("Sammanträden", export)
    sheet = book.sheet("Sammanträden", ("Sammanträden", export.line))
    sheet.table(_COLUMNS, lines, totals=Totals.ABOVE, name="Sammantraden", hold=2)
    about(book, export, _HOW)
    return book.close()
