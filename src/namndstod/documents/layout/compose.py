"""From blocks of a content tree to slabs of known height."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...domain.content import (
    Block,
    Contents,
    Fields,
    Figure,
    Group,
    Heading,
    ListBlock,
    ListKind,
    PageBreak,
    Paragraph,
    ParagraphRole,
    SideBySide,
    Signatures,
    Table,
    inline,
)
from .. import trees
from ..tagging import Artifact, Levels, Node
from ..tagging.content import Tag
from . import pictures, tables
from .flow import Break, Mark, Slab, Tie, stacked
from .slabs import Column, ContentsLine, Framed, Picture, Row, SignLine, Space, TextLine
from .stack import Stack
from .styles import (
    BODY,
    CAPTION,
    CONTENTS,
    FIELD,
    HEADINGS,
    IN_CELL,
    RUNNING,
    TURNED,
    UPRIGHT,
    Geometry,
    Look,
    Style,
    scaled,
)
from .tags import UNNUMBERED, Nest, list_attributes
from .text import Line, balanced, line, lines, spaced

_GUTTER = 7.0  # between a label and what it labels
_ITEM_GAP = 3.0
_LIST_GAP = 8.0
_NUMBER = 40.0  # width of the column for page numbers in the contents list
_SHORT_DECISION = 0.22  # of a page
_SHORT_TABLE = 0.42
_ABOVE_SIGNATURES = 18.0
_HOLDS_TEXT = ("LBody", "TH", "TD")
_GAPS = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list. `number` is the page printed; empty: that of the heading `anchor`."""

    title: str
    anchor: str
    label: str = ""
    level: int = 1
    number: str = ""


class Composer:
    """Sets blocks into columns. One for each paper."""

    def __init__(
        self, images: Mapping[str, bytes], entries: Sequence[Entry], anchors: Mapping[int, str]
    ) -> None:
        """`anchors` gives the anchors of headings by identity, also of those that have none of their own."""
        self._images = images
        self._entries = entries
        self._anchors = anchors
        self._levels = Levels()

    def column(
        self,
        blocks: Sequence[Block],
        node: Node,
        measure: float,
        look: Look = RUNNING,
        *,
        indent: float = 0.0,
        depth: float = UPRIGHT.depth,
        top: bool = False,
    ) -> list[Slab]:
        """Set `blocks`, which are read in `node`, into a column `measure` wide, `indent` from its left edge.

        `depth` is the height of an empty page; `top` tells that the column is the page itself, where a sheet
        may be turned and a new page begun.
        """
        single = len(blocks) == 1 and isinstance(blocks[0], Paragraph)
        stack = Stack(node, direct=single and node.tag in _HOLDS_TEXT)
        for number, block in enumerate(blocks):
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            match block:
                case Heading():
                    self._heading(stack, block, measure, look, indent, number == 0)
                case Paragraph():
                    self._paragraph(stack, block, measure, look, indent, following)
                case ListBlock():
                    self._list(stack, block, measure, look, indent, depth)
                case Table():
                    self._table(stack, block, measure, look, indent, depth, top)
                case Figure():
                    self._figure(stack, block, measure, look, indent, depth)
                case Fields():
                    self._fields(stack, block, measure, look, indent, depth)
                case SideBySide():
                    self._side_by_side(stack, block, measure, look, indent, depth)
                case Group():
                    self._group(stack, block, measure, look, indent, depth)
                case Signatures():
                    self._signatures(stack, block, measure, look, indent)
                case Contents():
                    self._contents(stack, block, measure, look, indent)
                case PageBreak():
                    if top:
                        stack.add(Break())
        return stack.slabs

    # ---- text

    def _heading(
        self, stack: Stack, block: Heading, measure: float, look: Look, indent: float, first: bool
    ) -> None:
        style = HEADINGS[min(max(block.level, 1), len(HEADINGS)) - 1]
        if look.scale != 1.0:
            style = scaled(style, look.scale)
        label = line(block.label, style) if block.label else None
        hang = label.width + max(_GUTTER, style.size * 0.6) if label else 0.0
        if hang > measure / 2:
            label, hang = None, 0.0
        text = block.text if label or not block.label else f"{block.label} {block.text}"
        node = stack.node.add(self._levels.tag(block.level))
        set_lines = balanced(inline(text), style, measure - hang)
        for i, one in enumerate(set_lines):
            slab = TextLine(one, style, indent + hang, node)
            if i == 0:
                slab.label, slab.label_indent = spaced(label) if label else None, indent
                slab.mark = self._mark(block)
            stack.add(slab, style.before if i == 0 else 0.0, style.after if one is set_lines[-1] else 0.0)
            stack.tie(Tie.FIRM)

    def _mark(self, block: Heading) -> Mark | None:
        anchor = self._anchors.get(id(block))
        if not anchor:
            return None
        title = f"{block.label} {block.text}".strip().replace("\n", " ")
        return Mark(anchor, title, block.level if block.in_contents else 0)

    def _paragraph(
        self,
        stack: Stack,
        block: Paragraph,
        measure: float,
        look: Look,
        indent: float,
        following: Block | None,
    ) -> None:
        role = block.role
        style = look.of(role)
        runs = block.runs
        if role is ParagraphRole.META:  # «Dnr …   Föredragande …»: the gap between the facts stays
            runs = tuple(replace(run, text=_GAPS.sub("\xa0\xa0\xa0 ", run.text)) for run in runs)
        node = stack.node if stack.direct else stack.node.add("P")
        self._lines(stack, lines(runs, style, measure), style, indent, node)
        if role in (ParagraphRole.LABEL, ParagraphRole.META) or trees.introduces(block, following):
            stack.tie(Tie.FIRM)

    def _lines(
        self, stack: Stack, set_lines: Sequence[Line], style: Style, indent: float, node: Node
    ) -> None:
        """Add the lines of a paragraph; never one alone at the foot or the head of a page."""
        last = len(set_lines) - 1
        for i, one in enumerate(set_lines):
            slab = TextLine(one, style, indent, node)
            if i < last and i in (0, last - 1):
                slab.tie = Tie.FIRM
            stack.add(slab, style.before if i == 0 else 0.0, style.after if i == last else 0.0)

    def _list(
        self, stack: Stack, block: ListBlock, measure: float, look: Look, indent: float, depth: float
    ) -> None:
        labels = [line(item.label, look.body) for item in block.items]
        gap = _GUTTER * look.body.size / BODY.size
        widest = max((label.width for label in labels), default=0.0)
        hang = min(max(widest + gap, look.body.size * 1.4), measure * 0.4) if widest else 0.0
        begin = len(stack.slabs)
        listed = stack.node.add("L", list_attributes(block))
        for number, (item, label) in enumerate(zip(block.items, labels, strict=True)):
            entry = listed.add("LI")
            name, body = entry.add("Lbl"), entry.add("LBody", kept=True)
            slabs = self.column(item.blocks, body, measure - hang, look, indent=indent + hang, depth=depth)
            slabs = _labelled(slabs, [label], look.body, indent, name)
            last = number == len(labels) - 1
            stack.extend(slabs, _ITEM_GAP * look.scale, look.body.after if last else _ITEM_GAP * look.scale)
        own = stack.slabs[begin:]
        if block.kind is ListKind.CLAUSES and stacked(own)[1] < _SHORT_DECISION * depth:
            for slab in own[:-1]:  # a short decision is read on one page
                slab.tie = max(slab.tie, Tie.KEPT)

    # ---- columns

    def _fields(
        self, stack: Stack, block: Fields, measure: float, look: Look, indent: float, depth: float
    ) -> None:
        style = FIELD if look is RUNNING else look.label
        style = replace(style, before=0.0, after=0.0).beside(look.body)
        widest = max((line(label, style).width for label, _ in block.pairs), default=0.0)
        hang = min(max(widest + 2 * _GUTTER, measure * 0.2), measure * 0.36)
        listed = stack.node.add("L", UNNUMBERED)  # a list of terms (ISO 32000-1, table 336, Lbl)
        for label, blocks in block.pairs:
            entry = listed.add("LI")
            name, body = entry.add("Lbl"), entry.add("LBody", kept=True)
            slabs = self.column(blocks, body, measure - hang, look, indent=indent + hang, depth=depth)
            slabs = _labelled(slabs, lines(inline(label), style, hang - _GUTTER), style, indent, name)
            stack.extend(slabs, _ITEM_GAP, look.body.after if blocks is block.pairs[-1][1] else _ITEM_GAP)

    def _side_by_side(
        self, stack: Stack, block: SideBySide, measure: float, look: Look, indent: float, depth: float
    ) -> None:
        count = len(block.groups)
        if not count:
            return
        gutter = 22.0 if count < 4 else 12.0
        each = (measure - gutter * (count - 1)) / count
        columns = [
            Column(
                indent + i * (each + gutter),
                stacked(self.column(group, stack.node, each, look, depth=depth))[0],
            )
            for i, group in enumerate(block.groups)
        ]
        wanted = max((column.placed[0].slab.gap for column in columns if column.placed), default=0.0)
        stack.add(Row(columns), max(wanted, _LIST_GAP / 2), look.body.after)

    def _group(
        self, stack: Stack, block: Group, measure: float, look: Look, indent: float, depth: float
    ) -> None:
        if block.framed:
            padding = 10.0
            node = stack.node.add("Sect")
            inner = self.column(block.blocks, node, measure - 2 * padding, look, depth=depth - 2 * padding)
            placed, height = stacked(inner)
            framed: Slab = Framed(placed, measure, padding)
            if indent:
                framed = Row([Column(indent, stacked([framed])[0])])
            if block.keep and height < depth * 0.98:
                for slab in inner[:-1]:
                    slab.tie = max(slab.tie, Tie.FIRM)
            stack.add(framed, _LIST_GAP, _LIST_GAP)
            return
        slabs = self.column(block.blocks, stack.node, measure, look, indent=indent, depth=depth)
        if block.keep and stacked(slabs)[1] < depth:  # a taller one breaks where its parts may
            for slab in slabs[:-1]:
                slab.tie = max(slab.tie, Tie.KEPT)
        stack.extend(slabs, 0.0, look.body.after)

    def _signatures(self, stack: Stack, block: Signatures, measure: float, look: Look, indent: float) -> None:
        per_row = 1 if measure < 260 else 3 if measure > 400 and len(block.lines) not in (1, 2, 4) else 2
        gutter = 28.0 if per_row == 2 else 20.0
        each = (measure - gutter * (per_row - 1)) / per_row
        role_style = replace(FIELD, after=0.0)
        name_style = replace(look.body, after=0.0)
        for at in range(0, len(block.lines), per_row):
            columns = []
            for i, signature in enumerate(block.lines[at : at + per_row]):
                node = stack.node.add("Div")
                role, name = node.add("P"), node.add("P")
                inner: list[Slab] = [
                    TextLine(one, role_style, 0, role) for one in _one(signature.role, role_style, each)
                ]
                inner.append(SignLine(each, 30.0))
                inner += [
                    TextLine(one, name_style, 0, name) for one in _one(signature.name, name_style, each)
                ]
                columns.append(Column(indent + i * (each + gutter), stacked(inner)[0]))
            stack.add(Row(columns, whole=1.0), 10.0 if at else _ABOVE_SIGNATURES, 10.0)

    # ---- tables and pictures

    def _table(
        self, stack: Stack, block: Table, measure: float, look: Look, indent: float, depth: float, top: bool
    ) -> None:
        setter = tables.Setter(self.column, block, IN_CELL if look is RUNNING else look)
        room: Geometry | None = None
        if top and setter.wants_turning(measure):
            room = TURNED
            measure, depth, indent = room.measure, room.depth, 0.0
            moved: list[Slab] = []  # headings that introduce the table turn with it
            while stack.slabs and stack.slabs[-1].tie is Tie.FIRM:
                moved.insert(0, stack.slabs.pop())
            stack.add(Break(turned=True))
            stack.slabs += moved
        node = stack.node.add("Table")
        if block.caption:
            caption = node.add("Caption") if block.rows else stack.node.add("P")
            self._lines(stack, lines(inline(block.caption), CAPTION, measure), CAPTION, indent, caption)
            stack.tie(Tie.FIRM)
        rows = setter.rows(node, measure, indent, depth)
        if stacked(rows)[1] < _SHORT_TABLE * depth:
            for slab in rows[:-1]:  # a short table is read on one page
                slab.tie = max(slab.tie, Tie.KEPT)
        stack.extend(rows, _LIST_GAP / 2 if block.rules else 0.0, _LIST_GAP)
        if room:
            stack.add(Break(turned=False))

    def _figure(
        self, stack: Stack, block: Figure, measure: float, look: Look, indent: float, depth: float
    ) -> None:
        data = self._images.get(block.image)
        natural = pictures.size(data) if data else None
        if data is None or natural is None:
            text = f"[Bild: {block.alternative or block.image}]"
            self._lines(
                stack, lines(inline(text), look.note, measure), look.note, indent, stack.node.add("P")
            )
            return
        width, height = pictures.wanted(natural, block.width, block.height)
        shrink = min(1.0, measure / width, depth * 0.92 / height)
        tag: Tag = Artifact.LAYOUT  # what has nothing to tell is decoration
        if block.alternative.strip():
            tag = stack.node.add("Figure", alternative=block.alternative)
        stack.add(Picture(data, width * shrink, height * shrink, indent, tag), _LIST_GAP / 2, _LIST_GAP)

    # ---- contents

    def _contents(self, stack: Stack, block: Contents, measure: float, look: Look, indent: float) -> None:
        if block.title:
            title = HEADINGS[1]
            node = stack.node.add(self._levels.tag(2))
            for one in lines(inline(block.title), title, measure):
                stack.add(TextLine(one, title, indent, node), title.before, title.after)
                stack.tie(Tie.FIRM)
        least = min((entry.level for entry in self._entries), default=1)
        widest: dict[int, float] = {}
        for entry in self._entries:
            depth = min(entry.level - least, len(CONTENTS) - 1)
            label = line(entry.label, CONTENTS[depth])
            widest[depth] = max(widest.get(depth, 0.0), label.width)
        hangs = [
            min(widest[d] + _GUTTER, measure / 4) if widest.get(d) else 0.0 for d in range(len(CONTENTS))
        ]
        listed = Nest(stack.node)
        for entry in self._entries:
            reference = listed.entry(entry.level)
            depth = min(entry.level - least, len(CONTENTS) - 1)
            style = CONTENTS[depth]
            step = sum(max(hang, 2 * _GUTTER) for hang in hangs[:depth])
            hang = hangs[depth] if entry.label else 0.0
            room = max(measure - step - hang - _NUMBER, measure / 3)
            own = lines(inline(entry.title), style, room)
            for i, one in enumerate(own):
                slab = ContentsLine(
                    one, style, entry.anchor, indent + step + hang, indent + measure, reference
                )
                slab.label_indent = indent + step
                slab.label = line(entry.label, style) if entry.label and i == 0 else None
                slab.number = entry.number if one is own[-1] else None
                stack.add(slab, style.before if i == 0 else 0.0)
                if one is not own[-1]:
                    stack.tie(Tie.FIRM)
        stack.add(Space(0.0), 0.0, _LIST_GAP)


def _one(text: str, style: Style, measure: float) -> list[Line]:
    return lines(inline(text), style, measure) if text else []


def _labelled(slabs: list[Slab], label: list[Line], style: Style, indent: float, node: Node) -> list[Slab]:
    """Put `label`, the content of `node`, before a column: on its first line, or beside it where that is no
    plain line.
    """
    first = slabs[0] if slabs else None
    if len(label) == 1 and isinstance(first, TextLine) and first.label is None:
        first.label, first.label_indent, first.label_style = label[0], indent, style.beside(first.style)
        first.label_node = node
        return slabs
    beside = [TextLine(one, style, indent, node) for one in label]
    return [Row([Column(0.0, stacked(beside)[0]), Column(0.0, stacked(slabs)[0])])]
