"""Word documents (.docx, .docm): paragraphs with the labels Word would print, tables row by row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from ...domain.content import Block, Group, PageBreak, Run
from ...domain.intake.source import Source, SourceLine
from ..docx_inline import Found, Inline, Story
from ..docx_parts import Parts, flat, sections
from ..docx_styles import child, child_list, child_value, number
from ..image_reader import Pictures
from ..package import Package
from ..pieces import TAB, Piece
from ..problems import damaged, unsupported
from .furniture import is_page_number, key
from .labels import split_label
from .letters import MENDED, folded, mender

_MOST_PARAGRAPHS = 40_000
_DEEPEST = 40  # tables within tables
_STEP = 18.0  # points of indent that a level of a list stands for
_PAGE_WORDS = re.compile(r"\s*(?:sid(?:a|an|\.)?\s*)?(?:\(|av|/|of|\)|\s)*", re.IGNORECASE)
_TABS = re.compile(f"\t+|[{TAB}]+|(?: ){{4,}}")
_CLAUSE = re.compile(r"att", re.IGNORECASE)


def read_word(data: bytes, name: str) -> Source:
    """Return the lines of a Word document, tracked changes taken as accepted. Raises CannotShow."""
    try:
        return _Document(Package(data)).source(name)
    except RecursionError as error:
        raise damaged("Filen är skadad: innehållet är orimligt djupt nästlat.") from error


class _Document:
    def __init__(self, package: Package) -> None:
        self._parts = Parts(package)
        self._found = Found(Pictures())
        self._inline = Inline(package, self._parts.styles, self._found, self._box)
        self._boxes: list[SourceLine] = []  # lines of text boxes met in the paragraph that is read
        self._tables = self._paragraphs = self._depth = 0
        self._page = 1
        self._empty = False  # the paragraph above is empty
        self._sizes: dict[str | None, float] = {}

    def source(self, name: str) -> Source:
        """Return the lines of the body, and of headers, footers and notes as furniture."""
        printed = sections(self._parts.body())
        furniture = self._furniture(properties for _, properties in printed)
        lines: list[SourceLine] = []
        for content, _ in printed:
            lines += self._lines(content, self._parts.story)
        furniture += self._notes()
        doubts: tuple[str, ...] = ()
        if mend := mender("\n".join(line.text for line in lines)):
            lines = [
                replace(line, text=mend(line.text), cells=tuple(mend(cell) for cell in line.cells))
                for line in lines
            ]
            doubts = (MENDED,)
        return Source(
            name=name, lines=tuple(lines), furniture=tuple(furniture), pages=self._page, doubts=doubts
        )

    # --- paragraphs and tables --------------------------------------------------------------------------

    def _lines(self, container: Sequence[Element] | Element, story: Story) -> Iterator[SourceLine]:
        carried: list[Piece] = []  # of a paragraph whose end is deleted: it goes on in the next
        for node in flat(container):
            if node.tag == "w:tbl":
                yield from self._table(node, story)
            elif node.tag == "w:p":
                pieces = [*carried, *self._inline.pieces(node, story)]
                if child(node, "w:pPr", "w:rPr", "w:del") is not None:
                    carried = pieces
                    continue
                carried = []
                yield from self._paragraph(node, pieces)
        if carried:
            yield from self._paragraph(None, carried)

    def _paragraph(self, node: Element | None, pieces: Sequence[Piece]) -> Iterator[SourceLine]:
        """Yield a line for each stretch between breaks, then those of the text boxes anchored here."""
        self._paragraphs += 1
        if self._paragraphs > _MOST_PARAGRAPHS:
            raise unsupported("Dokumentet är för långt för att läsas.")
        properties = child(node, "w:pPr")
        style = self._parts.style_of(properties)
        texts = _stretches(pieces)
        said = any(text.strip() for text, _ in texts)
        numbered = self._parts.label(properties, style) if said else None
        if not said:
            self._empty = self._empty or not any(isinstance(piece, PageBreak) for piece in pieces)
        level = self._parts.heading_level(properties, style) or 0
        depth, label = (0, "") if numbered is None else numbered[:2]
        indent = self._indent(properties, style, depth, labelled=bool(label))
        filled = [(text, bold) for text, bold in texts if text.strip()]
        for at, (text, bold) in enumerate(filled):
            line = _line(text, label if at == 0 else "")
            yield replace(
                line,
                level=level,
                bold=bold,
                size=self._size(node, style),
                indent=indent,
                page=self._page,
                gap=self._empty and at == 0,
                whole=at == len(filled) - 1,
            )
            self._empty = False
        self._page += sum(isinstance(piece, PageBreak) for piece in pieces)
        boxes, self._boxes = self._boxes, []
        yield from boxes

    def _box(self, container: Element, story: Story) -> tuple[Block, ...]:
        """Keep the lines of a text box until its paragraph is done; the answer only says: here is one."""
        outer, self._boxes = self._boxes, []
        lines = list(self._lines(container, story))
        self._boxes = [*outer, *lines]
        return (PageBreak(), Group(())) if lines else ()

    def _table(self, table: Element, story: Story) -> Iterator[SourceLine]:
        """Yield the rows of a table with their cells; one of a single column is but a frame around text."""
        rows = [row for row in flat(table, ("w:tr",)) if child(row, "w:trPr", "w:del") is None]
        self._depth += 1
        if self._depth > _DEEPEST:
            raise damaged("Filen är skadad: innehållet är orimligt djupt nästlat.")
        grid = [list(flat(row, ("w:tc",))) for row in rows]
        if max(map(len, grid), default=0) <= 1:
            for row in grid:
                for cell in row:
                    yield from self._lines(cell, story)
        else:
            self._tables += 1
            number_of_table = self._tables
            for node, cells in zip(rows, grid, strict=True):
                yield from self._row(node, cells, story, number_of_table)
        self._depth -= 1

    def _row(self, row: Element, cells: list[Element], story: Story, table: int) -> Iterator[SourceLine]:
        """Yield a row: paragraphs of a cell parted by line feeds, empty cells where others reach over two."""
        texts = [""] * max(0, number(child_value(row, "w:trPr", "w:gridBefore")))
        inside: list[SourceLine] = []
        for cell in cells:
            lines = list(self._lines(cell, story))
            inside += lines
            texts.append("\n".join(f"{line.label} {line.text}".strip() for line in lines))
            texts += [""] * (max(1, number(child_value(cell, "w:tcPr", "w:gridSpan"), 1)) - 1)
        if inside:
            yield SourceLine(
                text=" ".join(text.replace("\n", " ") for text in texts if text),
                cells=tuple(texts),
                bold=all(line.bold for line in inside),
                size=max(line.size for line in inside),
                level=min(line.level for line in inside),
                page=self._page,
                whole=True,
                table=table,
            )

    # --- looks ------------------------------------------------------------------------------------------

    def _size(self, node: Element | None, style: str | None) -> float:
        """Return the size of most of a paragraph's letters, in points."""
        counts: Counter[float] = Counter()
        for run in node.iter("w:r") if node is not None else ():
            length = sum(len(text.text or "") for text in child_list(run, "w:t"))
            if length:
                own = child_value(run, "w:rPr", "w:sz")
                counts[number(own) / 2 if own else self._style_size(style)] += length
        return counts.most_common(1)[0][0] if counts else 0.0

    def _style_size(self, style: str | None) -> float:
        if style not in self._sizes:
            said = self._parts.styles.first(style, lambda s: child_value(s, "w:rPr", "w:sz"))
            if said is None:
                defaults = child(self._parts.part("styles"), "w:docDefaults", "w:rPrDefault", "w:rPr")
                said = child_value(defaults, "w:sz")
            self._sizes[style] = number(said) / 2
        return self._sizes[style]

    def _indent(self, properties: Element | None, style: str | None, depth: int, *, labelled: bool) -> float:
        """Return how far in a paragraph stands, in points; of a list's level counted, not looked up."""
        own = child(properties, "w:ind")
        if own is None:
            own = self._parts.styles.first(style, lambda s: child(s, "w:pPr", "w:ind"))
        stated = 0 if own is None else number(own.get("w:left", own.get("w:start")))
        return max(stated / 20, 0.0) if stated or not labelled else _STEP * (depth + 1)

    # --- furniture --------------------------------------------------------------------------------------

    def _furniture(self, sections_properties: Iterator[Element | None]) -> list[SourceLine]:
        """Return the lines of headers and footers, each text once, without page numbers."""
        found: dict[str, SourceLine] = {}
        for properties in sections_properties:
            for _, root, story in self._parts.printed_furniture(properties):
                for line in self._lines(root, story):
                    if not _PAGE_WORDS.fullmatch(line.text) and not is_page_number(line.text):
                        found.setdefault(key(line.text), line)
        self._page, self._empty = 1, False
        return list(found.values())

    def _notes(self) -> list[SourceLine]:
        """Return the footnotes that are referred to."""
        story = Story({})
        lines: list[SourceLine] = []
        for kind in ("footnote", "endnote"):
            texts = {
                node.get("w:id", ""): node for node in child_list(self._parts.part(f"{kind}s"), f"w:{kind}")
            }
            for note_kind, note_id, label in list(self._found.notes):
                if note_kind == kind and note_id in texts:
                    lines += [replace(line, label=label) for line in self._lines(texts[note_id], story)]
        return lines


def _stretches(pieces: Sequence[Piece]) -> list[tuple[str, bool]]:
    """Return the text between the breaks of a paragraph, and whether all of it is bold."""
    found: list[tuple[str, bool]] = []
    text, bold = "", True
    for piece in pieces:
        if not isinstance(piece, Run):
            continue
        first, *others = piece.text.split("\n")
        text += first
        bold = bold and (piece.strong or not first.strip())
        for other in others:
            found.append((text, bold))
            text, bold = other, piece.strong or not other.strip()
    return [*found, (text, bold)]


def _line(text: str, label: str) -> SourceLine:
    """Return a line with its typed label set apart, a list's «att» before its text, and tabs as cells."""
    if label.lower() == "att":
        text, label = f"att {text}", ""
    elif not label:
        label, text = split_label(text.strip())
    cells = [cell for cell in (folded(part) for part in _TABS.split(text.strip(" "))) if cell]
    if len(cells) > 1 and _CLAUSE.fullmatch(cells[0]):
        cells[:2] = [f"{cells[0]} {cells[1]}"]
    return SourceLine(text=" ".join(cells), cells=tuple(cells) if len(cells) > 1 else (), label=label)
