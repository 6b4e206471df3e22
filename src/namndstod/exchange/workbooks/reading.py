"""Other people's workbooks as cells: .xlsx, .xlsm, .xls and .ods through calamine, .csv by ourselves.

What a file is, is told by its content; its name only settles kinds of text. Formulas are never computed and
macros never run: a cell is what was stored in it. Nothing outside the file is fetched.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ...domain.intake.sheets import Cell, Sheet, Workbook, column_letters
from ..detect import Kind, delimiter, detect
from ..plain import clean, decode, one_line
from ..problems import CannotShow, damaged, protected, unsupported
from .limits import LOCKED, MOST_CELLS, SheetFacts

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_SAVE: Final = "Öppna den i Excel och spara den som .xlsx."
_TEXT_NAMES: Final = (".csv", ".tsv", ".tab", ".txt", ".skv", "")
_BOOK_NAMES: Final = (".xls", ".xlsx", ".xlsm", ".ods")
_NAMED: Final = 3  # cells that a doubt names


def read_workbook(data: bytes, name: str) -> Workbook:
    """Return the cells of a workbook; `name` is the file's. Raises CannotShow with what to do about it."""
    kind = detect(data, name).kind
    match kind:
        case Kind.XLSX:
            return _xlsx(data, name)
        case Kind.ODS:
            return _ods(data, name)
        case Kind.XLS:
            return _xls(data, name)
        case Kind.CSV | Kind.TEXT if _is_table(data, name):
            return _csv(data, name)
    raise _refusal(kind, data, name)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _is_table(data: bytes, name: str) -> bool:
    """Tell whether a text is meant as a table; registers write one and name it .xls."""
    text = decode(data[:65_536]) or ""
    if text.lstrip("\ufeff\n\r ")[:1] in ("<", "{"):
        return False
    return _suffix(name) in _TEXT_NAMES or (_suffix(name) in _BOOK_NAMES and delimiter(text) is not None)


def _refusal(kind: Kind, data: bytes, name: str) -> CannotShow:
    """Return the error for a file that is no workbook to be read."""
    from .xls_stream import is_older, refuse_older

    match kind:
        case Kind.EMPTY:
            return unsupported("Filen är tom.")
        case Kind.ENCRYPTED:
            return protected(LOCKED)
        case Kind.XLSB:
            return unsupported(f"Filen är en binär Excel-arbetsbok (.xlsb), som inte kan läsas. {_SAVE}")
        case Kind.HTML if _suffix(name) in _BOOK_NAMES:
            return unsupported(f"Filen heter {_suffix(name)} men är en webbsida. {_SAVE}")
        case Kind.UNKNOWN if is_older(data):
            return refuse_older()
        case Kind.TEXT if b"office:spreadsheet" in data[:4096]:
            return unsupported(f"Filen är en arbetsbok i XML-form, som inte kan läsas. {_SAVE}")
        case Kind.UNKNOWN | Kind.ZIP:
            return unsupported(
                f"Filen är ingen arbetsbok som kan läsas, eller så är den skadad. {_SAVE} "
                "Går den inte att öppna där heller, be avsändaren om en ny."
            )
    what = detect(data, name).description
    return unsupported(f"Filen är ingen arbetsbok ({what}). Be om listan som .xlsx, .xls, .ods eller .csv.")


def _csv(data: bytes, name: str) -> Workbook:
    from .separated import read_separated

    rows, doubts = read_separated(data)
    if not rows:
        raise unsupported("Filen har inga rader.")
    sheet = Sheet(name=PurePath(name).stem, rows=rows)
    return Workbook(name=name, kind="csv", sheets=(sheet,), doubts=doubts)


def _xlsx(data: bytes, name: str) -> Workbook:
    from .xlsx_package import prepare

    prepared = prepare(data)
    kind = "xlsm" if prepared.macros else "xlsx"
    return _read(prepared.data, name, kind, prepared.facts, prepared.author)


def _ods(data: bytes, name: str) -> Workbook:
    from .ods_content import prepare_ods

    prepared = prepare_ods(data)
    return _read(prepared.data, name, "ods", prepared.facts, prepared.author)


def _xls(data: bytes, name: str) -> Workbook:
    from .xls_stream import compound, look_at_stream, workbook_stream

    stream = workbook_stream(data)
    seen = look_at_stream(stream)
    return _read(compound(stream), name, "xls", seen)


def _read(
    data: bytes, name: str, kind: str, facts: Mapping[str, SheetFacts] | list[SheetFacts], author: str = ""
) -> Workbook:
    """Read what was looked at. `facts` are by name, or in the order of the sheets."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    sheets: list[Sheet] = []
    doubts: list[str] = []
    refused: list[str] = []
    room = MOST_CELLS
    with _calamine(), _collector_at_rest():
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for place, about in enumerate(book.sheets_metadata):
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            seen = facts.get(about.name) if isinstance(facts, Mapping) else facts[place]
            if seen is None:
                continue
            title = one_line(about.name)
            if seen.too_large:
                refused.append(_too_large(title, seen.last))
                continue
            sheet = book.get_sheet_by_name(about.name)
            last_row, last_column = sheet.end or (-1, -1)
            room -= (last_row + 1) * (last_column + 1)
            if room < 0:
                raise unsupported(
                    "Arbetsboken har för många celler för att läsas in. Dela den i flera filer, eller ta "
                    "bort det som står långt utanför tabellerna."
                )
            rows = _rows(sheet, seen.unclean)
            hidden = about.visible is not SheetVisibleEnum.Visible
            merged = _merged(sheet) if kind != "ods" else seen.merged
            sheets.append(
                Sheet(name=title, rows=rows, hidden=hidden, hidden_rows=seen.hidden_rows, merged=merged)
            )
            doubts += _doubts(title, seen)
    if refused and not any(sheet.rows for sheet in sheets):
        raise unsupported(f"{refused[0]} Ta bort det i Excel och spara filen som .xlsx.")
    doubts += [f"{words} Bladet är inte läst." for words in refused]
    if not any(sheet.rows for sheet in sheets):
        raise unsupported("Arbetsboken har inga celler med innehåll.")
    return Workbook(name=name, kind=kind, sheets=tuple(sheets), author=author, doubts=tuple(doubts))


def _rows(sheet: CalamineSheet, unclean: bool) -> list[list[Cell]]:
    """Return the rows of a sheet from A1, without empty ones below and empty columns to the right."""
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    if unclean:
        rows = [[clean(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    while rows and rows[-1] == [""] * len(rows[-1]):
        rows.pop()
    width = len(rows[0]) if rows else 0
    while width and all(row[width - 1] == "" for row in rows):
        width -= 1
    if rows and width < len(rows[0]):
        for row in rows:
            del row[width:]
    return rows


def _merged(sheet: CalamineSheet) -> tuple[tuple[int, int, int, int], ...]:
    ranges = sheet.merged_cell_ranges or ()
    return tuple((a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in ranges)


def _too_large(title: str, last: tuple[int, int]) -> str:
    return f"Bladet ”{title}” har celler ända till {column_letters(min(last[1], 16_384))}{last[0]}."


def _doubts(title: str, seen: SheetFacts) -> Iterator[str]:
    """Yield what a sheet's formulas leave open."""
    if seen.uncomputed:
        yield (
            f"Bladet ”{title}” har formler utan uträknat värde ({_some(seen.uncomputed)}): "
            "öppna filen i Excel, spara den och läs in den igen."
        )
    if seen.errors:
        yield f"Bladet ”{title}” har celler som visar fel i stället för ett värde ({_some(seen.errors)})."


def _some(places: list[str]) -> str:
    rest = len(places) - _NAMED
    return ", ".join(places[:_NAMED]) + (f" och {rest} till" if rest > 0 else "")


@contextmanager
def _calamine() -> Iterator[None]:
    """Make one known error of all ways in which calamine fails; a Rust panic is no Exception."""
    from python_calamine import PasswordError

    try:
        yield
    except CannotShow:
        raise
    except PasswordError as error:
        raise protected(LOCKED) from error
    except Exception as error:
        raise damaged(f"Filen är skadad och kan inte läsas. {_SAVE}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(f"Filen är skadad och kan inte läsas. {_SAVE}") from error


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Search for no garbage while millions of cells are made, of which none can be any."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
