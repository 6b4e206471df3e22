"""Registers of members in files: a workbook, comma-separated values, a list or a kallelse, as text to read.

The text is what would be pasted from the file; `pasted_members` understands both.
"""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice

from ..domain.intake.member_words import group_of
from .detect import Kind, detect
from .package import Package
from .plain import decode, one_line
from .problems import damaged, protected, unsupported

MOST_ROWS = 5_000
MOST_COLUMNS = 40
_DELIMITERS = "\t;,|"


def member_text(data: bytes, name: str) -> str:
    """Return the rows of a file of members as lines, their cells parted by tabs.

    Raises CannotShow for a file that cannot be read or has none.
    """
    match detect(data, name).kind:
        case Kind.XLSX:
            return _lines(_workbook(data))
        case Kind.CSV | Kind.TEXT:
            text = decode(data)
            if text is None:
                raise unsupported("Filen innehåller inte läsbar text.")
            return _separated(text)
        case Kind.DOCX | Kind.PDF:
            return _called(data, name)
        case Kind.EMPTY:
            raise unsupported("Filen är tom.")
        case Kind.ENCRYPTED:
            raise protected("Filen är skyddad med lösenord och kan inte läsas.")
    raise unsupported("Förtroendevalda läses ur .xlsx, .csv, .txt, .docx och .pdf.")


def _workbook(data: bytes) -> Iterator[Sequence[str]]:
    """Yield the rows of the visible sheets; a sheet's name is a row where it heads a group («Ersättare»)."""
    from openpyxl import load_workbook

    package = Package(data)
    for part in package.names:
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in (package.part(part) or b"")[:4096]:
            raise damaged("Arbetsboken är skadad och kan inte läsas.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that openpyxl does not know
        try:
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                if sheet.sheet_state != "visible":
                    continue
                if group_of(sheet.title) is not None:
                    yield [sheet.title]
                rows = sheet.iter_rows(values_only=True, max_row=MOST_ROWS, max_col=MOST_COLUMNS)
                yield from ([_shown(value) for value in row] for row in rows)
        except Exception as error:  # openpyxl raises nearly anything on a workbook it does not understand
            raise damaged("Arbetsboken är skadad och kan inte läsas.") from error


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else one_line(str(value))


def _separated(text: str) -> str:
    """Return comma-separated values with tabs, and other text as it is."""
    lines = [line for line in text.splitlines() if line.strip()][:10]
    counts = {mark: [line.count(mark) for line in lines] for mark in _DELIMITERS}
    marks = [mark for mark in _DELIMITERS if lines and min(counts[mark]) > 0]
    if not marks or ("(" in lines[0] and marks == [","]):  # «Ada Ek (S), ordförande» is no row of columns
        return text
    best = max(marks, key=lambda mark: (min(counts[mark]), -_DELIMITERS.index(mark)))
    try:
        return _lines(list(csv.reader(io.StringIO(text), delimiter=best)))
    except csv.Error as error:
        raise damaged("Filen är ingen tabell som går att läsa.") from error


def _lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as lines; those without any cell are left out."""
    kept = ([one_line(cell) for cell in row] for row in islice(rows, MOST_ROWS))
    lines = ["\t".join(row).rstrip("\t") for row in kept if any(row)]
    if not lines:
        raise unsupported("Filen har inga rader.")
    return "\n".join(lines)


def _called(data: bytes, name: str) -> str:
    """Return who is called according to a kallelse, or who is listed in any paper."""
    from ..domain.intake.call_members import read_people
    from ..domain.intake.found import FoundMember
    from .sources import read_source

    people = read_people(read_source(data, name).lines)

    def line(member: FoundMember) -> str:
        role = f", {member.role}" if member.role else ""
        return f"{member.name} ({member.party or '–'}){role}"

    if not people.members and not people.substitutes:
        raise unsupported("I filen hittades inga ledamöter eller ersättare.")
    return "\n".join(
        ["Ledamöter", *map(line, people.members), "", "Ersättare", *map(line, people.substitutes)]
    )
