"""PDF: printed lines in reading order, with page furniture taken out, cells and tables told by position."""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2

from ...domain.intake.source import Source, SourceLine
from ...domain.records import ConversionState
from ..pdf_check import check_pdf
from ..problems import damaged, unsupported
from .furniture import (
    furniture_at,
    heads_part,
    is_page_number,
    is_sure_page_number,
    key,
    repeated,
    without_number,
)
from .labels import with_lost_bullets
from .letters import MENDED, folded, mender
from .pdf_rows import Row, rows_of
from .pdf_tables import table_cells
from .pdf_words import page_words

_MOST_SECONDS = 40.0  # spent on reading the pages of one file
_HEAD, _FOOT = 0.78, 0.18  # of the page's height: furniture stands above and below
_APART = 1.3  # of the usual distance between lines: a line that stands apart
_MOST_PITCH = 1.9  # of the size
COLUMNS = "Texten står i spalter; kontrollera att den lästs i rätt ordning."
SCANNED = "Texten är tolkad ur bilder av sidorna och kan vara felläst."


@dataclass(frozen=True, slots=True)
class _Page:
    rows: list[Row]
    height: float
    columns: bool = False
    words: int = 0
    unseen: int = 0  # words that lie unseen under a picture


def read_pdf(data: bytes, name: str) -> Source:
    """Return the lines of a PDF. Raises CannotShow: a password, damage, pictures without text, a bomb."""
    checked = check_pdf(data)
    try:
        document = pypdfium2.PdfDocument(checked.data)
    except pypdfium2.PdfiumError as error:
        raise damaged("PDF-filen är skadad och kan inte öppnas.") from error
    try:
        count = len(document)
        pages = list(_pages(document))
    finally:
        document.close()
    if not any(page.words for page in pages):
        raise unsupported("PDF-filen består av bilder utan text och kan inte läsas.")
    flows, furniture = _without_furniture(pages)
    if not any(flows):  # the same letter to many: what is repeated is the text
        flows, furniture = [page.rows for page in pages], []
    lines = list(with_lost_bullets(_lines(flows)))
    doubts = _doubts(pages, count)
    if checked.state is not ConversionState.DONE:
        doubts = [checked.remarks[0], *doubts]
    if mend := mender("\n".join(line.text for line in lines)):
        lines, furniture = [_mended(line, mend) for line in lines], [_mended(f, mend) for f in furniture]
        doubts.append(MENDED)
    return Source(
        name=name, lines=tuple(lines), furniture=tuple(furniture), pages=count, doubts=tuple(doubts)
    )


def _pages(document: pypdfium2.PdfDocument) -> Iterator[_Page]:
    """Yield the pages; those that there was no time for are left out."""
    limit = time.monotonic() + _MOST_SECONDS
    for number in range(len(document)):
        if time.monotonic() > limit:
            return
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield _Page([], 0.0)
            continue
        try:
            words = page_words(page)
            rows, columns = rows_of(words)
            yield _Page(rows, page.get_height(), columns, len(words), sum(word.unseen for word in words))
        finally:
            page.close()


def _doubts(pages: Sequence[_Page], count: int) -> list[str]:
    doubts = []
    words = sum(page.words for page in pages)
    if sum(page.unseen for page in pages) > 0.8 * words:
        doubts.append(SCANNED)
    empty = [number for number, page in enumerate(pages, 1) if not page.words]
    if empty:
        which = f"Sida {empty[0]} är en bild" if len(empty) == 1 else f"{len(empty)} av sidorna är bilder"
        doubts.append(f"{which} utan text, som inte kunde läsas.")
    if len(pages) < count:
        doubts.append(f"Bara de första {len(pages)} av {count} sidor hann läsas.")
    if any(page.columns for page in pages):
        doubts.append(COLUMNS)
    return doubts


# --- furniture ------------------------------------------------------------------------------------------


def _without_furniture(pages: Sequence[_Page]) -> tuple[list[list[Row]], list[SourceLine]]:
    """Return the rows of each page without what several have at their head and foot, and that itself."""
    edges = [[*_edge(page, head=True), *_edge(page, head=False)] for page in pages]
    often = repeated([[_place(row, page) for row in edge] for edge, page in zip(edges, pages, strict=True)])
    found: dict[str, SourceLine] = {}
    flows = []
    for number, page in enumerate(pages, 1):
        taken: set[int] = set()
        for head in (True, False):
            for row in _edge(page, head=head):
                if _place(row, page) in often and len(pages) > 1 and not heads_part(row.text):
                    if line := _without_numbers(row, number):
                        found.setdefault(key(line.text), line)
                elif not _is_number(row, number, len(pages)):
                    break  # furniture lies outermost
                taken.add(id(row))
        flows.append([row for row in page.rows if id(row) not in taken])
    return _without_marks(flows, found), list(found.values())


def _without_marks(flows: list[list[Row]], found: dict[str, SourceLine]) -> list[list[Row]]:
    """Return the rows without what is left of other papers' furniture within the pages: «291 (303)»."""
    rows = [(number, row) for number, flow in enumerate(flows, 1) for row in flow]
    taken = furniture_at([row.text for _, row in rows])
    kept: list[list[Row]] = [[] for _ in flows]
    for at, (number, row) in enumerate(rows):
        if at not in taken:
            kept[number - 1].append(row)
        elif line := _without_numbers(row, number):
            found.setdefault(key(line.text), line)
    return kept


def _edge(page: _Page, *, head: bool) -> list[Row]:
    """Return the rows at the head or foot of a page, from its edge inwards."""
    if head:
        return [row for row in page.rows if row.base > _HEAD * page.height]
    return [row for row in reversed(page.rows) if row.base < _FOOT * page.height]


def _place(row: Row, page: _Page) -> str:
    """Return what a row of furniture has in common on all pages: its text, numbers aside, and its height."""
    return f"{key(row.text)} {round((page.height - row.base) / 5)}"


def _is_number(row: Row, page: int, pages: int) -> bool:
    """Tell whether a row is a page number: its form, or a lone number that is near the page's own."""
    if is_sure_page_number(row.text):
        return True
    digits = "".join(char for char in row.text if char.isdigit())
    return is_page_number(row.text) and digits.isdigit() and (abs(int(digits[:4]) - page) <= 1 or pages > 2)


def _without_numbers(row: Row, page: int) -> SourceLine | None:
    """Return a row of furniture without its page number, or None when it is nothing else."""
    kept = tuple(
        replace(one, text=without_number(one.text)) for one in row.stretches if not is_page_number(one.text)
    )
    return _line(replace(row, stretches=kept), page=page) if kept else None


# --- lines ----------------------------------------------------------------------------------------------


def _lines(flows: Sequence[Sequence[Row]]) -> list[SourceLine]:
    """Return the rows of all pages as lines: indent from the usual left edge, gaps, cells and tables."""
    edge = _left_edge([row for flow in flows for row in flow])
    pitch = _pitch(flows)
    lines: list[SourceLine] = []
    tables = 0
    for page, flow in enumerate(flows, 1):
        cells = table_cells(flow)
        above: Row | None = None
        for row, (table, columns) in zip(flow, cells, strict=True):
            line = _line(row, page=page, edge=edge)
            if table:
                line = replace(line, table=tables + table, cells=tuple(folded(cell) for cell in columns))
            distance = above.base - row.base if above is not None else 0.0
            usual = min(pitch * row.size, _MOST_PITCH * row.size)
            lines.append(replace(line, gap=distance > _APART * usual))
            above = row
        tables += max((table for table, _ in cells), default=0)
    return lines


def _left_edge(rows: Sequence[Row]) -> float:
    """Return where most lines begin."""
    return Counter(round(row.left) for row in rows).most_common(1)[0][0] if rows else 0.0


def _pitch(flows: Sequence[Sequence[Row]]) -> float:
    """Return the distance between lines of a paragraph, in parts of their size: the least that is common."""
    counts: Counter[float] = Counter()
    for flow in flows:
        for above, row in itertools.pairwise(flow):
            if above.size == row.size and 0.9 * row.size < above.base - row.base < 3 * row.size:
                counts[round((above.base - row.base) / row.size, 1)] += 1
    common = [pitch for pitch, times in counts.items() if times >= max(2, 0.08 * counts.total())]
    return min(common, default=1.25)


def _line(row: Row, *, page: int, edge: float = 0.0) -> SourceLine:
    cells = tuple(text for text in (folded(one.text) for one in row.stretches) if text)
    return SourceLine(
        text=" ".join(cells),
        cells=cells if len(cells) > 1 else (),
        label=row.label,
        bold=row.bold,
        size=row.size,
        indent=max(0.0, round(row.left - edge, 1)),
        page=page,
    )


def _mended(line: SourceLine, mend: Callable[[str], str]) -> SourceLine:
    return replace(line, text=mend(line.text), cells=tuple(mend(cell) for cell in line.cells))
