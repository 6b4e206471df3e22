"""Plain text and tables in text form (CSV) to content trees."""

from __future__ import annotations

import csv
import io
import re

from ..domain.content import Align, Block, Furniture, PageBreak, Paper, Paragraph, Run, Table
from .detect import delimiter
from .pieces import nested, paragraph_or_entry, text_cell, tidy_breaks, unbroken_gaps
from .plain import clean, decode
from .problems import unsupported

MOST_CHARACTERS = 3_000_000  # some thousand pages
MOST_CELLS = 200_000
_NUMBER = re.compile(r"[-−+]?[\d\s\u00a0\u202f.,]*\d\s?(%|kr)?$")


def read_text(data: bytes, name: str) -> tuple[Paper, list[str]]:
    """Return the tree of a text file. Raises CannotShow when it is no text or too long."""
    blocks: list[Block] = []
    for page in _decoded(data).split("\f"):
        blocks += [PageBreak()] if blocks else []
        blocks += text_blocks(page)
    return Paper(name, tidy_breaks(blocks), Furniture(page_numbers=False)), []


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return paragraphs (parted by empty lines; line ends within them kept), typed lists as lists."""
    entries = []
    for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", clean(text).strip("\n")):
        lines = [unbroken_gaps(line.rstrip()) for line in part.split("\n")]
        if not any(line.strip() for line in lines):
            continue
        if len(lines) > 1 and all(_is_entry(line) for line in lines):
            entries += [paragraph_or_entry((Run(line),)) for line in lines]
        else:
            entries.append(paragraph_or_entry((Run("\n".join(lines)),)))
    return nested(entries)


def _is_entry(line: str) -> bool:
    return not isinstance(paragraph_or_entry((Run(line),)), Paragraph)


def read_csv(data: bytes, name: str) -> tuple[Paper, list[str]]:
    """Return a table in text form as a table, its first row as head. Raises CannotShow."""
    text = clean(_decoded(data))
    mark = delimiter(text)
    if mark is None:
        return read_text(data, name)
    try:
        lines = [row for row in csv.reader(io.StringIO(text), delimiter=mark) if any(c.strip() for c in row)]
    except csv.Error:  # a stray quote mark over the whole file: a field beyond the library's limit
        return read_text(data, name)
    columns = max(len(line) for line in lines)
    if columns * len(lines) > MOST_CELLS:
        raise unsupported(f"Tabellen har för många celler ({columns * len(lines)}) för att visas.")
    rows = tuple(
        tuple(text_cell(line[at].strip() if at < len(line) else "", strong=n == 0) for at in range(columns))
        for n, line in enumerate(lines)
    )
    aligns = tuple(_align([line[at] for line in lines[1:] if at < len(line)]) for at in range(columns))
    table = Table(rows, head_rows=1 if len(rows) > 1 else 0, aligns=aligns)
    return Paper(name, (table,), Furniture(page_numbers=False)), []


def _align(values: list[str]) -> Align:
    filled = [value.strip() for value in values if value.strip()]
    numbers = bool(filled) and all(_NUMBER.match(value) for value in filled)
    return Align.RIGHT if numbers else Align.LEFT


def _decoded(data: bytes) -> str:
    text = decode(data)
    if text is None:
        raise unsupported("Filen innehåller inte läsbar text.")
    if len(text) > MOST_CHARACTERS:
        raise unsupported("Textfilen är för lång för att visas.")
    return text
