"""The register of delegated decisions as a workbook: every field, where it was reported, and laga kraft."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from namndstod.domain.deadlines import appeal_period
from namndstod.domain.delegation_lists import public_edition
from namndstod.domain.delegation_names import APPEALS
from namndstod.domain.delegation_standing import Standing
from namndstod.domain.exports import DecisionLine, Export
from namndstod.domain.intake import own_columns

from .about import about, begin
from .cells import unique_headings
from .writer import Column, Kind, Row, Totals, Value

_KINDS: Final = {
    "decided_on": Kind.DAY,
    "amount": Kind.KRONOR,
    "urgent": Kind.YES,
    "note": Kind.LONG,
}
_OWN: Final = tuple(
    (Column(heading=heading, kind=_KINDS.get(field, Kind.TEXT), total=field == "amount"), field)
    for heading, field in own_columns.FIELDS.items()
)
_READ = attrgetter(*(name for _, name in _OWN))
_NOTE: Final = [name for _, name in _OWN].index("note")
_PERSONAL = Column(heading=own_columns.PERSONAL, kind=Kind.YES)
_STANDING: Final = (
    Column(heading="Läge"),
    Column(heading="Sammanträde", kind=Kind.DAY),
    Column(heading="Anmäld §", kind=Kind.NUMBER),
    Column(heading=own_columns.APPEAL),
    Column(heading=own_columns.RECORDED, kind=Kind.DAY),
    Column(heading=own_columns.ANNOUNCED, kind=Kind.DAY),
    Column(heading="Anslaget", kind=Kind.DAY),
    Column(heading="Sista dag att överklaga", kind=Kind.DAY),
    Column(heading="Laga kraft", kind=Kind.DAY),
)
_SOURCE: Final = (Column(heading="Inläst ur"), Column(heading="Rad i listan", kind=Kind.NUMBER))
HOW: Final = (
    (
        "Summor",
        "Summan och antalet överst i registret är formler. De räknar de rader som syns: filtrera, och de "
        "följer med. Ett belopp som saknas är tomt och räknas inte.",
    ),
    (
        "Läge",
        "Ej anmäld, anmäls, särskilt protokollförd, anmäld, anslagen eller laga kraft, på uttagets dag. Laga "
        "kraft räknas bara vid laglighetsprövning, från anslaget av det protokoll där beslutet anmäldes "
        "(13 kap. 5 § kommunallagen), och förutsätter att ingen har överklagat.",
    ),
)
_LEFT_OUT = (
    "Utelämnat",
    "Namn på privatpersoner, kön, anmärkningar och egna kolumner är inte med i den här utgåvan.",
)


def register_workbook(lines: Sequence[DecisionLine], export: Export) -> bytes:
    """Return the register as .xlsx, in the order of the lines."""
    book = begin("Delegationsbeslut", export)
    sheet = book.sheet("Register", ("Delegationsbeslut", export.line))
    columns, rows = register_table(lines, export)
    sheet.table(columns, rows, totals=Totals.ABOVE, name="Delegationsbeslut", hold=2)
    about(book, export, (*HOW, _LEFT_OUT) if export.public else (*HOW, *told_headings(columns)))
    return book.close()


def register_table(lines: Sequence[DecisionLine], export: Export) -> tuple[tuple[Column, ...], Sequence[Row]]:
    """Return columns and rows of the register; each heading of `extra` is a column of its own."""
    if export.public:
        lines = [line._replace(decision=public_edition(line.decision)) for line in lines]
    extra = () if export.public else _extra_headings(lines)
    inner = () if export.public else (_PERSONAL,)
    source = () if export.public else _SOURCE
    columns = (
        *(column for column, _ in _OWN),
        *inner,
        *_STANDING,
        *source,
        *(Column(heading=heading) for heading, _ in extra),
    )
    places = {key: at for at, key in enumerate(extra)}
    rows: list[Row] = []
    for line in lines:
        decision = line.decision
        row: list[Value] = list(_READ(decision))
        if export.public:
            row[_NOTE] = None
        else:
            row.append(decision.personal)
        row += _standing(line)
        if not export.public:
            row += (line.source, decision.source_row)
            if extra:
                row += _extra(decision.extra, places)
        rows.append(row)
    return columns, rows


def told_headings(columns: Sequence[Column]) -> tuple[tuple[str, str], ...]:
    """Return what is told of columns whose headings Excel does not take as they are: what they are."""
    headings = [column.heading for column in columns]
    return tuple(
        (own_columns.OWN_HEADING.format(shown), f"{own_columns.OWN_HEADING_IS}{heading}")
        for heading, shown in zip(headings, unique_headings(headings), strict=True)
        if heading != shown
    )


def _standing(line: DecisionLine) -> tuple[Value, ...]:
    decision, stood = line.decision, line.stood
    place = stood.place
    force = appeal_period(stood.posted).legal_force if stood.posted and stood.last else None
    listed = stood.standing is not Standing.UNREPORTED and place is not None
    return (
        stood.text.replace("\u00a0", " "),
        place.meeting.day if listed and place else None,
        place.section if listed and place else None,
        APPEALS[decision.appeal],
        decision.recorded_on,
        decision.announced_on,
        stood.posted,
        stood.last,
        force,
    )


def _extra_headings(lines: Sequence[DecisionLine]) -> tuple[tuple[str, int], ...]:
    """Return the headings of the lists' own columns; one that a row has twice is there twice."""
    found: dict[tuple[str, int], None] = {}
    for line in lines:
        if line.decision.extra:
            found.update(dict.fromkeys(_numbered(line.decision.extra)))
    return tuple(found)


def _numbered(extra: Sequence[Sequence[str]]) -> list[tuple[str, int]]:
    seen: dict[str, int] = {}
    keys = []
    for heading, *_ in extra:
        seen[heading] = seen.get(heading, 0) + 1
        keys.append((heading, seen[heading]))
    return keys


def _extra(extra: Sequence[Sequence[str]], places: dict[tuple[str, int], int]) -> list[Value]:
    row: list[Value] = [None] * len(places)
    for key, (_, *texts) in zip(_numbered(extra), extra, strict=True):
        row[places[key]] = " ".join(texts)
    return row
