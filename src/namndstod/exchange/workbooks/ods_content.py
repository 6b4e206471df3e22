"""An .ods is looked at before calamine reads it: well-formed, without entities, and of a size to be read.

A repeated cell or row costs a few bytes in the file and a place for each in memory.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from typing import Final
from xml.parsers import expat

from ...domain.intake.sheets import column_letters
from ..package import MOST_XML, Package
from ..plain import one_line
from ..problems import CannotShow, damaged, protected, unsupported
from .limits import LOCKED, MOST_CELLS, SheetFacts
from .made_by import made_by

_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS: Final = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_MOST_SPACES: Final = 10_000  # in a row, in a cell's text
_MOST_TABLES: Final = 1_000
_HIDDEN: Final = ("collapse", "filter")


@dataclass(slots=True)
class _Look:
    """Follows a content.xml; rows and columns are those of calamine, which counts the repeated ones out."""

    facts: dict[str, SheetFacts] = field(default_factory=dict)
    name: str = ""
    row: int = 0  # rows before the one being read
    column: int = 0  # cells before the next one
    repeats: int = 1
    filled: int = 0  # the last cell of the row that holds something
    holds: bool = False  # whether the cell being read has text
    span: int = 1
    depth: int = 0  # of tables within tables
    area: int = 0  # places of the tables so far
    hidden: list[tuple[int, int]] = field(default_factory=list)  # first and last row of each stretch
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def start(self, tag: str, values: dict[str, str]) -> None:
        """Meet an element."""
        if tag == _TABLE + "table":
            self.depth += 1
            if self.depth > 1:
                raise ValueError("a table within a table")
            self.name, self.row = values.get(_TABLE + "name", ""), 0
            if self.name in self.facts or len(self.facts) > _MOST_TABLES:
                raise ValueError("tables")
            self.facts[self.name] = SheetFacts()
            self.hidden, self.merged = [], []
        elif tag == _TABLE + "table-row":
            self.repeats = max(1, int(values.get(_TABLE + "number-rows-repeated", "1")))
            self.column = self.filled = 0
            if values.get(_TABLE + "visibility") in _HIDDEN:
                self.hidden.append((self.row + 1, self.row + self.repeats))
        elif tag in _CELLS:
            self.span = max(1, int(values.get(_TABLE + "number-columns-repeated", "1")))
            self.holds = any(key.startswith(_OFFICE) and "value" in key for key in values)
            self.holds = self.holds or _TABLE + "formula" in values
            self._merge(values)
        elif tag == _TEXT + "s" and int(values.get(_TEXT + "c", "1")) > _MOST_SPACES:
            raise ValueError("spaces")

    def _merge(self, values: dict[str, str]) -> None:
        down = int(values.get(_TABLE + "number-rows-spanned", "1"))
        across = int(values.get(_TABLE + "number-columns-spanned", "1"))
        if down > 1 or across > 1:
            row, column = self.row + 1, self.column + 1
            self.merged.append((row, column, row + max(1, down) - 1, column + max(1, across) - 1))

    def text(self, text: str) -> None:
        """Meet text; in a cell it is its content."""
        self.holds = self.holds or bool(text.strip())

    def end(self, tag: str) -> None:
        """Leave an element."""
        if tag in _CELLS:
            self.column += self.span
            if self.holds:
                self.filled = self.column
        elif tag == _TABLE + "table-row":
            self.row += self.repeats
            if self.filled:
                row, column = self.facts[self.name].last
                self.facts[self.name].last = (max(row, self.row), max(column, self.filled))
        elif tag == _TABLE + "table":
            self.depth -= 1
            seen = self.facts[self.name]
            self.area += seen.last[0] * seen.last[1]
            if self.area > MOST_CELLS:  # calamine reads all tables at once
                raise _too_large(self.name, seen)
            seen.merged = tuple(self.merged)
            rows = (range(first, min(last, seen.last[0]) + 1) for first, last in self.hidden)
            seen.hidden_rows = frozenset(chain.from_iterable(rows))


@dataclass(frozen=True, slots=True)
class PreparedOds:
    """A package of plain parts for calamine, what was seen of each table, by its name, and who made it."""

    data: bytes
    facts: dict[str, SheetFacts]
    author: str


def prepare_ods(data: bytes) -> PreparedOds:
    """Look at an .ods and return what calamine needs of it. Raises CannotShow."""
    package = Package(data)
    manifest = package.part("META-INF/manifest.xml") or b"<manifest/>"
    if b"encryption-data" in manifest:
        raise protected(LOCKED)
    info = package.names.get("content.xml")
    if info is not None and info.file_size > MOST_XML:
        raise unsupported("Arbetsboken är för stor för att läsas in. Spara den som .xlsx.")
    content = package.part("content.xml")
    if content is None:
        raise damaged("Filen är skadad: själva kalkylbladet saknas i den.")
    facts = _facts(content)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        copy.writestr("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")
        copy.writestr("META-INF/manifest.xml", b"<manifest/>")
        copy.writestr("content.xml", content)
    return PreparedOds(out.getvalue(), facts, _author(package))


def _facts(content: bytes) -> dict[str, SheetFacts]:
    look = _Look()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = look.start, look.end
    parser.CharacterDataHandler = look.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged("Filen är skadad: innehållet går inte att tolka.") from error
    return look.facts


def _too_large(name: str, seen: SheetFacts) -> CannotShow:
    where = f"{column_letters(min(seen.last[1], 16_384))}{seen.last[0]}"
    return unsupported(
        f"Bladet ”{one_line(name)}” har celler ända till {where} och kan inte läsas. "
        "Ta bort det som står långt utanför tabellen och spara filen som .xlsx."
    )


def _refuse(*_: object) -> None:
    raise ValueError("document type or entities")


def _author(package: Package) -> str:
    """Return who the file says made it; what is broken there harms nothing."""
    try:
        meta = package.xml("meta.xml")
    except CannotShow:
        return ""
    names = {node.tag: node.text or "" for node in (meta.iter() if meta is not None else ())}
    return made_by(names.get("x:initial-creator"), names.get("x:creator"))
