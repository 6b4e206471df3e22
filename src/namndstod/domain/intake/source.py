"""The lines of a file, as every reader gets them, whatever the file was (Word, PDF, plain text)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line as printed, or a whole paragraph where the file has such, or a row of a table.

    White space in `text` is folded and letters are composed and mended; soft hyphens and breaks at the end of
    the line stand as they were printed.
    """

    text: str
    cells: tuple[str, ...] = ()  # of a table's row, or of a line with wide gaps; empty: a single stretch
    label: str = ""  # set before the text by Word or by hand: «•», «1.», «a)»; never «att»
    level: int = 0  # of a heading by its style or outline; 0: none
    bold: bool = False  # the whole line
    size: float = 0.0  # points; 0: unknown
    indent: float = 0.0  # from the left edge of the text: points, or characters in plain text
    page: int = 1
    gap: bool = False  # stands apart from the line above: an empty line, or more than the usual distance
    whole: bool = False  # a paragraph of Word; otherwise it may go on in the next line
    table: int = 0  # the number of the table it is a row of; 0: none


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The lines of a file in reading order.

    `furniture` is what stands at the head and foot of pages, each text once, page numbers left out.
    `doubts` are Swedish sentences about the file as a whole: no text but pictures, letters that were mended.
    """

    name: str
    lines: tuple[SourceLine, ...] = ()
    furniture: tuple[SourceLine, ...] = ()
    pages: int = 1
    doubts: tuple[str, ...] = ()
