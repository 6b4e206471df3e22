"""Word documents (.docx, .docm) to content trees: everything that Word would print, nothing skipped silently.

Left out, as Word leaves it out of print, but stated in a closing note: comments, deleted text, hidden text.
Lost for want of a means in the tree: fonts, colours, columns, exact positions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from ..domain.content import (
    Block,
    Furniture,
    Heading,
    ListBlock,
    ListItem,
    ListKind,
    PageBreak,
    Paper,
    Paragraph,
    ParagraphRole,
    Run,
)
from ..domain.content import Inline as Runs
from .docx_inline import Found, Inline, Story
from .docx_parts import Parts, flat, sections
from .docx_styles import child, child_list, child_switch, child_value
from .docx_table import read_table
from .image_reader import Pictures
from .package import Package
from .pieces import Entry, Piece, merged, nested, note, paragraph_or_entry, plain, tidy_breaks, without_breaks
from .plain import one_line
from .problems import damaged

_REMARKS = {
    "comments": "Dokumentet har kommentarer ({}), som inte visas.",
    "deleted": "Dokumentet har spårade ändringar; det visas som om de vore godkända.",
    "hidden": "Dokumentet har dold text, som inte visas.",
    "struck": "Genomstruken text visas som [struket: …].",
    "chart": "Dokumentet har diagram eller figurer ({}) som inte kan visas.",
    "picture": "Dokumentet har bilder ({}) som inte kan visas.",
    "chunk": "Dokumentet har infogat innehåll ({}) som inte kan visas.",
}
_PAGE_WORDS = frozenset(("", "sida", "sid", "sid.", "av", "page", "of", "/", "-", "–", "(", ")", "()"))


def read_docx(data: bytes, name: str) -> tuple[Paper, list[str]]:
    """Return the tree of a Word document and Swedish remarks on what it does not show. Raises CannotShow."""
    try:
        return _Document(Package(data)).paper(name)
    except RecursionError as error:
        raise damaged("Filen är skadad: innehållet är orimligt djupt nästlat.") from error


class _Document:
    def __init__(self, package: Package) -> None:
        self._parts = Parts(package)
        self._found = Found(Pictures())
        self._inline = Inline(package, self._parts.styles, self._found, self._inside)

    def paper(self, name: str) -> tuple[Paper, list[str]]:
        """Return the paper and the remarks."""
        printed = sections(self._parts.body())
        heads, feet = self._furniture(printed)
        blocks: list[Block] = []
        for (content, properties), head in zip(printed, heads, strict=True):
            if blocks and child_value(properties, "w:type") != "continuous":
                blocks.append(PageBreak())
            blocks += head + list(self.blocks(content, self._parts.story))
        blocks += [*self._notes(), *feet]
        remarks = self._remarks()
        blocks += [note(remark) for remark in remarks]
        furniture = Furniture(page_numbers=self._found.page_numbers, watermark=self._found.watermark)
        paper = Paper(name, tidy_breaks(blocks), furniture, images=self._found.pictures.images)
        return paper, remarks

    # --- blocks ---------------------------------------------------------------------------------------

    def _inside(self, container: Element, story: Story) -> tuple[Block, ...]:
        return self.blocks(container, story, inner=True)

    def blocks(
        self, container: Sequence[Element] | Element, story: Story, *, inner: bool = False
    ) -> tuple[Block, ...]:
        """Return the blocks of a body, cell, text box or note; `inner` ones have no headings or breaks."""
        entries: list[Block | Entry] = []
        carried: list[Piece] = []  # of a paragraph whose end is deleted: it continues in the next
        for node in flat(container):
            if node.tag == "w:tbl":
                table = read_table(node, self._parts.styles, lambda cell: self._inside(cell, story))
                entries += [] if table is None else [table]
            elif node.tag == "w:altChunk":
                self._found.remarks["chunk"] += 1
                entries.append(note("[Här finns infogat innehåll som inte visas.]"))
            elif child(node, "w:pPr", "w:rPr", "w:del") is not None:
                self._found.remarks["deleted"] += 1
                carried += self._inline.pieces(node, story)
            else:
                entries += self._paragraph(node, story, carried, inner=inner)
                carried = []
        entries += _split(carried, paragraph_or_entry)
        found = nested(entries)
        return without_breaks(found) if inner else found

    def _paragraph(
        self, node: Element, story: Story, carried: list[Piece], *, inner: bool
    ) -> Iterator[Block | Entry]:
        properties = child(node, "w:pPr")
        style = self._parts.style_of(properties)
        level = None if inner else self._parts.heading_level(properties, style)
        pieces = carried + list(self._inline.pieces(node, story, plain=level is not None))
        label = self._parts.label(properties, style) if any(_says(piece) for piece in pieces) else None
        breaks = child_switch(properties, "w:pageBreakBefore")
        if breaks is None:
            breaks = self._parts.styles.first(style, lambda s: child_switch(s, "w:pPr", "w:pageBreakBefore"))
        if breaks:
            yield PageBreak()
        if level is not None:
            yield from _split(pieces, lambda runs: _heading(level, runs, label[1] if label else ""))
        elif label is not None:
            yield from _entry(label, list(_split(pieces, Paragraph)))
        else:
            yield from _split(pieces, paragraph_or_entry)

    # --- headers, footers, notes ----------------------------------------------------------------------

    def _furniture(
        self, printed: Sequence[tuple[list[Element], Element | None]]
    ) -> tuple[list[list[Block]], list[Block]]:
        """Return the head of each section and all feet: each distinct text once, where it is first seen."""
        seen: set[str] = set()
        heads: list[list[Block]] = []
        feet: list[Block] = []
        for _, properties in printed:
            head: list[Block] = []
            for place, root, story in self._parts.printed_furniture(properties):
                blocks = tuple(b for b in self.blocks(root, story, inner=True) if not _is_page_number(b))
                if repr(blocks) not in seen:
                    seen.add(repr(blocks))
                    (head if place == "header" else feet).extend(blocks)
            heads.append(head)
        return heads, [_small(block) for block in feet]

    def _notes(self) -> Iterator[Block]:
        """Yield footnotes and endnotes with the labels that the text refers to them by."""
        for kind, title in (("footnote", "Fotnoter"), ("endnote", "Slutnoter")):
            root = self._parts.part(f"{kind}s")
            texts = {node.get("w:id", ""): node for node in child_list(root, f"w:{kind}")}
            related = self._parts.story.relations.values()
            target = next((r.target for r in related if r.kind == f"{kind}s"), "")
            story = Story(self._parts.package.relations(target) if target else {})
            items = [
                ListItem(f"{label}.", self.blocks(texts[note_id], story, inner=True))
                for note_kind, note_id, label in self._found.notes
                if note_kind == kind and note_id in texts
            ]
            if items:
                yield Paragraph((Run(title, strong=True),), ParagraphRole.LABEL)
                yield ListBlock(ListKind.NUMBERED, tuple(items))

    def _remarks(self) -> list[str]:
        comments = len(child_list(self._parts.part("comments"), "w:comment"))
        if comments:
            self._found.remarks["comments"] = comments
        counts = self._found.remarks
        return [text.format(counts[key]) for key, text in _REMARKS.items() if counts[key]]


def _split(pieces: Sequence[Piece], make: Callable[[Runs], Block | Entry]) -> Iterator[Block | Entry]:
    """Yield what `make` makes of each stretch of runs, and between them the pictures and breaks."""
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, Run):
            runs.append(piece)
            continue
        if text := merged(runs):
            yield make(text)
        runs = []
        yield piece
    if text := merged(runs):
        yield make(text)


def _says(piece: Piece) -> bool:
    return not isinstance(piece, PageBreak) and not (isinstance(piece, Run) and not piece.text.strip())


def _heading(level: int, runs: Sequence[Run], label: str) -> Heading:
    return Heading(level, one_line(plain(runs)), label=label)


def _entry(label: tuple[int, str, ListKind], blocks: list[Block | Entry]) -> Iterator[Block | Entry]:
    """Yield a list entry, a page break before or after it standing outside."""
    depth, text, kind = label
    inside = tuple(block for block in blocks if not isinstance(block, (PageBreak, Entry)))
    if blocks and isinstance(blocks[0], PageBreak):
        yield PageBreak()
    yield Entry(depth, kind, text, inside)
    if any(isinstance(block, PageBreak) for block in blocks[1:]):
        yield PageBreak()


def _small(block: Block) -> Block:
    """Return a paragraph of a foot as small print."""
    return Paragraph(block.runs, ParagraphRole.NOTE) if isinstance(block, Paragraph) else block


def _is_page_number(block: Block) -> bool:
    """Tell whether a paragraph of a head or foot says nothing but «Sida av», the numbers being fields."""
    if not isinstance(block, Paragraph):
        return False
    return all(word.lower() in _PAGE_WORDS for word in plain(block.runs).split())
