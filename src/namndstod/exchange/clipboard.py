"""The clipboard: text pasted from Word, Outlook and other programs as blocks, and blocks copied out again.

Att-lists, bullets, numbering, tables and emphasis stay; fonts, colours and padding go.
"""

from __future__ import annotations

import dataclasses
import html as html_library
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..domain.content import Block, Heading, ListBlock, ListKind, Paragraph, Run, Table
from ..domain.records import BlockKind, Mark, MarkKind
from .html_reader import Html
from .html_tree import parse_html
from .image_reader import Pictures
from .pieces import TAB, plain
from .plain import clean

_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL | re.IGNORECASE)
_GAP = re.compile(r"[ \t\u2003\u00a0]{2,}|[\t\u2003]")
_ATT = re.compile(r"(?:att[\s\u00a0]+|A(?i:tt)(?:\t|[ \u00a0\u2003]{2,})\s*)(?=\S)")  # «Att tänka på» is none
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-zåäö][.)])[\s\u00a0]+(?=\S)")
_BULLET = re.compile(r"(?:[•·▪◦●*][\s\u00a0]*|[-–][\s\u00a0]+|o(?:\t|[ \u00a0]{2,}|\u2003)\s*)(?=\S)")
_DECIDER = re.compile(r"(?:\bbeslutar(?: för egen del)?|\bföreslår .{1,80} besluta)\s*:?$", re.IGNORECASE)
_UNENDED = re.compile(r"[^\s.,;:!?]$")
_LISTED = frozenset((BlockKind.CLAUSE, BlockKind.NUMBERED, BlockKind.BULLET, BlockKind.CONDITION))


@dataclass(frozen=True, slots=True)
class PastedBlock:
    """A block of text: `depth` 0 is outermost, `rows` are the cells of a table; a clause has no «att»."""

    kind: BlockKind
    text: str = ""
    depth: int = 0
    marks: tuple[Mark, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def from_clipboard(html: str | None, text: str) -> tuple[PastedBlock, ...]:
    """Return what the clipboard holds: its HTML where it has any with content, else its plain text."""
    blocks = from_html(html) if html else ()
    return blocks or from_text(text)


def from_html(html: str) -> tuple[PastedBlock, ...]:
    """Return the blocks of an HTML fragment, as Word, Outlook or a browser leaves on the clipboard."""
    match = _FRAGMENT.search(html)
    reader = Html(Pictures(), lambda source: None)
    blocks = reader.blocks(parse_html(match[1] if match else html))
    return _related([line for block in blocks for line in _pasted(block, 0)])


def from_text(text: str) -> tuple[PastedBlock, ...]:
    """Return the blocks of plain text: one per line; labels typed or pasted as text are recognised."""
    found: list[PastedBlock] = []
    lines = clean(text).split("\n")
    for columns, group in groupby(lines, key=_columns):
        rows = list(group)
        if columns > 1 and len(rows) > 1:
            cells = tuple(tuple(cell.strip(" \u00a0") for cell in row.split("\t")) for row in rows)
            found.append(PastedBlock(BlockKind.TABLE, rows=cells))
            continue
        for line in rows:
            _add_line(found, line)
    return _related(found)


def _columns(line: str) -> int:
    """Return how many columns a line of a copied table has; 1 for any other line."""
    if not line.strip() or _labelled(line.strip()) is not None or line.startswith("\t"):
        return 1
    return line.count("\t") + 1


def _add_line(found: list[PastedBlock], line: str) -> None:
    """Add a line of plain text as a block, or to the block that it continues."""
    indent = len(line.replace("\t", "    ")) - len(line.replace("\t", "    ").lstrip(" \u00a0"))
    text = line.strip(" \t\u00a0\u2003")
    if not text:
        return
    last = found[-1] if found else None
    if last is not None and _continues(last, text):
        found[-1] = dataclasses.replace(last, text=f"{last.text} {_tidy(text)}")
        return
    labelled = _labelled(text)
    if labelled is None:
        found.append(PastedBlock(BlockKind.PARAGRAPH, _tidy(text)))
        return
    kind, end = labelled
    depth = 1 if indent >= 4 and any(b.kind in _LISTED for b in found[-1:]) else 0
    found.append(PastedBlock(kind, _tidy(text[end:]), depth if kind is not BlockKind.CLAUSE else 0))


def _continues(last: PastedBlock, text: str) -> bool:
    """Tell whether a line is the rest of the one before: cut in the middle of a sentence."""
    if not _UNENDED.search(last.text) or last.text.lower().endswith(
        (" samt", " och", " beslutar", " besluta")
    ):
        return False
    if last.kind is BlockKind.CLAUSE:
        return text[:1].islower() and _labelled(text) is None
    # «att» within running text that was cut before it is no att-sats.
    cut = last.kind is BlockKind.PARAGRAPH and len(last.text) > 60 and _GAP.match(text, 3) is None
    return cut and _ATT.match(text) is not None


def _labelled(text: str) -> tuple[BlockKind, int] | None:
    """Return the kind of a line that begins with a label, and where its text begins."""
    for pattern, kind in (
        (_ATT, BlockKind.CLAUSE),
        (_BULLET, BlockKind.BULLET),
        (_NUMBER, BlockKind.NUMBERED),
    ):
        if match := pattern.match(text):
            return kind, match.end()
    return None


def _pasted(block: Block, depth: int) -> Iterator[PastedBlock]:
    """Yield a block of a content tree as pasted blocks."""
    match block:
        case Heading():
            yield PastedBlock(
                BlockKind.PARAGRAPH, block.text, 0, (_mark(MarkKind.STRONG, 0, len(block.text)),)
            )
        case Paragraph():
            for line in _lines(block.runs):
                yield from _of_runs(line, depth)
        case Table():
            cells = tuple(tuple(_cell_text(cell.blocks) for cell in row) for row in block.rows)
            yield PastedBlock(BlockKind.TABLE, rows=cells)
        case ListBlock():
            for item in block.items:
                yield from _item(block.kind, item.blocks, depth)


def _item(kind: ListKind, blocks: Sequence[Block], depth: int) -> Iterator[PastedBlock]:
    kinds = {ListKind.CLAUSES: BlockKind.CLAUSE, ListKind.NUMBERED: BlockKind.NUMBERED}
    own = kinds.get(kind, BlockKind.BULLET)
    for at, block in enumerate(blocks):
        if isinstance(block, ListBlock):
            yield from _pasted(block, depth + 1)
            continue
        for piece in _pasted(block, depth):
            first = at == 0 and piece.kind is not BlockKind.TABLE
            if first and piece.kind is BlockKind.PARAGRAPH:
                piece = dataclasses.replace(piece, kind=own, depth=depth)
            yield piece


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    """Return the runs of each line of a paragraph when its lines are labelled, else all as one line."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(dataclasses.replace(run, text=first))
        lines += [[dataclasses.replace(run, text=part)] for part in rest]
    if sum(_labelled(plain(line).strip()) is not None for line in lines) > 0:
        return lines
    return [[dataclasses.replace(run, text=run.text) for run in runs]]


def _of_runs(runs: Sequence[Run], depth: int) -> Iterator[PastedBlock]:
    """Yield the block that runs make, its marks counted in the tidied text."""
    text, marks = "", list[Mark]()
    for run in runs:
        part = _tidy_inside(run.text)
        if text.endswith(" ") or not text:
            part = part.lstrip(" \u00a0")
        for look, on in ((MarkKind.STRONG, run.strong), (MarkKind.EMPHASIS, run.emphasis)):
            if on and part.strip():
                marks.append(_mark(look, len(text), len(text) + len(part)))
        text += part
    text = text.rstrip(" \u00a0\n")
    labelled = _labelled(text)
    start = 0 if labelled is None else labelled[1]
    kind = BlockKind.PARAGRAPH if labelled is None else labelled[0]
    if text[start:]:
        yield PastedBlock(kind, text[start:], depth, _joined(marks, start, len(text)))


def _joined(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Return the marks within [start, end), counted from `start`, those of a kind that meet as one."""
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.kind, m.start)):
        first, last = max(mark.start, start) - start, min(mark.end, end) - start
        if first >= last:
            continue
        if found and found[-1].kind is mark.kind and found[-1].end == first:
            found[-1] = dataclasses.replace(found[-1], end=last)
        else:
            found.append(_mark(mark.kind, first, last))
    return tuple(found)


def _related(blocks: Sequence[PastedBlock]) -> tuple[PastedBlock, ...]:
    """Return the blocks with deciders and conditions recognised by what stands beside them."""
    found: list[PastedBlock] = []
    under_clause = False  # what is listed next are conditions of the clause before
    for at, block in enumerate(blocks):
        following = blocks[at + 1].kind if at + 1 < len(blocks) else None
        if block.kind is BlockKind.PARAGRAPH and _DECIDER.search(block.text):
            if following in (BlockKind.CLAUSE, BlockKind.NUMBERED):
                block = dataclasses.replace(block, kind=BlockKind.DECIDER, text=block.text.rstrip(": "))
        elif block.kind in (BlockKind.BULLET, BlockKind.NUMBERED) and under_clause:
            block = dataclasses.replace(block, kind=BlockKind.CONDITION, depth=1)
        if block.kind is not BlockKind.CONDITION:
            under_clause = block.kind is BlockKind.CLAUSE and (
                block.text.endswith(":") or (at + 1 < len(blocks) and blocks[at + 1].depth > 0)
            )
        found.append(block)
    return tuple(found)


def _cell_text(blocks: Iterable[Block]) -> str:
    return "\n".join(piece.text for block in blocks for piece in _pasted(block, 0))


def _tidy(text: str) -> str:
    return _tidy_inside(text).strip(" \u00a0")


def _tidy_inside(text: str) -> str:
    """Return text with padding as one space; a single non-breaking space is meant and stays."""
    return _GAP.sub(" ", text.replace(TAB, "\t"))


def _mark(kind: MarkKind, start: int, end: int) -> Mark:
    return Mark(kind=kind, start=start, end=end)


# --- copying out --------------------------------------------------------------------------------------

_HANGING = "margin:0 0 0 {left}cm;text-indent:-1cm"


def to_text(blocks: Iterable[PastedBlock]) -> str:
    """Return blocks as plain text, as `from_text` reads it."""
    lines, count = [], 0
    for block in blocks:
        count = count + 1 if block.kind is BlockKind.NUMBERED else 0
        if block.kind is BlockKind.TABLE:
            lines += ["\t".join(cell.replace("\n", " ") for cell in row) for row in block.rows]
        else:
            label = _label(block, count)
            lines.append("\t" * block.depth + (f"{label}\t" if label else "") + block.text)
    return "\n".join(lines)


def to_html(blocks: Iterable[PastedBlock]) -> str:
    """Return blocks as HTML that Word and Outlook take in, with labels as text and hanging indents."""
    parts, count = [], 0
    for block in blocks:
        count = count + 1 if block.kind is BlockKind.NUMBERED else 0
        if block.kind is BlockKind.TABLE:
            rows = ("".join(f"<td>{_escaped(cell)}</td>" for cell in row) for row in block.rows)
            parts.append(f'<table border="1">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>')
        elif label := _label(block, count):
            style = _HANGING.format(left=block.depth + 1)
            level = f"l0 level{block.depth + 1} lfo1"
            mark = f'<span style="mso-list:Ignore">{label}<span>&nbsp;&nbsp; </span></span>'
            parts.append(f'<p style="{style};mso-list:{level}">{mark}{_marked(block)}</p>')
        else:
            parts.append(f"<p>{_marked(block)}</p>")
    return "".join(parts)


def _label(block: PastedBlock, count: int) -> str:
    labels = {BlockKind.CLAUSE: "att", BlockKind.BULLET: "•", BlockKind.CONDITION: "•"}
    return f"{count}." if block.kind is BlockKind.NUMBERED else labels.get(block.kind, "")


def _marked(block: PastedBlock) -> str:
    """Return the text with its marks as tags, cut where any mark begins or ends so that tags never cross."""
    tags = {MarkKind.STRONG: "b", MarkKind.EMPHASIS: "i"}
    marks = [mark for mark in block.marks if mark.kind in tags]
    edges = sorted({0, len(block.text), *(edge for m in marks for edge in (m.start, m.end))})
    html = ""
    for start, end in pairwise(edges):
        on = [tags[m.kind] for m in marks if m.start <= start and m.end >= end]
        inner = _escaped(block.text[start:end])
        html += "".join(f"<{tag}>" for tag in on) + inner + "".join(f"</{tag}>" for tag in reversed(on))
    return html


def _escaped(text: str) -> str:
    return html_library.escape(text).replace("\u00a0", "&nbsp;").replace("\n", "<br>")
