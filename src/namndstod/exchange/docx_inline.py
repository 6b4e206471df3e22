"""What stands inside a Word paragraph: text with emphasis, field results, pictures, text boxes, symbols."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from ..domain.content import Block, Figure, Group, PageBreak, Run
from .docx_styles import Styles, bullet, child, child_list, child_switch, child_value, number
from .image_reader import Pictures
from .package import Package, Relation
from .pieces import TAB, Piece, note, without_breaks
from .plain import clean, one_line

_EMU = 12700  # per point
_THROUGH = frozenset(
    f"w:{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo", "rubyBase")
)
_SYMBOLS = {0xF0FC: "✓", 0xF0FE: "✓", 0xF0A8: "□", 0xF06F: "□", 0xF0E0: "→", 0xF0B7: "•", 0xF0A7: "▪"}
_BOXES = str.maketrans({"☐": "□", "☒": "✓", "☑": "✓"})
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_PAGE_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_LINK_FIELD = re.compile(r'HYPERLINK\s+"(https?://[^"]+|mailto:[^"]+)"', re.IGNORECASE)
_STYLE_SIZE = re.compile(r"(width|height):\s*([\d.]+)(pt|in|px|cm|mm)?")
_TO_POINTS = {"pt": 1.0, "in": 72.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "": 0.75}


@dataclass(slots=True)
class Field:
    """A complex field that is open: its code so far, and whether its result has begun."""

    code: str = ""
    result: bool = False


@dataclass(slots=True)
class Story:
    """One text of the document (body, a header, the notes): its part's relations and open fields."""

    relations: dict[str, Relation]
    furniture: bool = False  # a header or footer: page numbers in it are left to the layout
    fields: list[Field] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Look:
    """What a run inherits from around it."""

    strong: bool = False
    emphasis: bool = False
    link: str | None = None


@dataclass(slots=True)
class Found:
    """What was met on the way through a document, for its notes and its closing remarks."""

    pictures: Pictures
    remarks: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str, str]] = field(default_factory=list)  # (kind, id, label)
    page_numbers: bool = False
    watermark: str = ""


class Inline:
    """Reads the inside of paragraphs. `blocks_of` reads the inside of a text box."""

    def __init__(
        self,
        package: Package,
        styles: Styles,
        found: Found,
        blocks_of: Callable[[Element, Story], tuple[Block, ...]],
    ) -> None:
        self._package, self._styles, self._found, self._blocks_of = package, styles, found, blocks_of

    def pieces(self, paragraph: Element, story: Story, *, plain: bool = False) -> Iterator[Piece]:
        """Yield the runs and blocks of a paragraph in order; `plain` ignores its style's bold and italic."""
        style = child_value(child(paragraph, "w:pPr"), "w:pStyle") or self._styles.default("paragraph")
        look = Look() if plain else Look(self._styled(style, "w:b"), self._styled(style, "w:i"))
        for node in paragraph:
            yield from self._node(node, story, look)

    def _styled(self, style: str | None, tag: str) -> bool:
        return bool(self._styles.first(style, lambda s: child_switch(s, "w:rPr", tag)))

    def _node(self, node: Element, story: Story, look: Look) -> Iterator[Piece]:
        tag = node.tag
        if tag == "w:r":
            yield from self._run(node, story, look)
        elif tag in _THROUGH or tag == "w:sdt":
            for inner in node:
                yield from self._node(inner, story, look)
        elif tag == "w:hyperlink":
            relation = story.relations.get(node.get("r:id", ""))
            link = relation.target if relation is not None and relation.external else None
            for inner in node:
                yield from self._node(inner, story, replace(look, link=link))
        elif tag == "w:fldSimple":
            if not self._is_page_field(node.get("w:instr", ""), story):
                for inner in node:
                    yield from self._node(inner, story, look)
        elif tag == "mc:AlternateContent":
            yield from self._alternative(node, story, look)
        elif tag in ("m:oMath", "m:oMathPara"):
            text = "".join(t.text or "" for t in node.iter("m:t"))
            yield Run(clean(text), emphasis=True)
        elif tag in ("w:del", "w:moveFrom"):
            self._found.remarks["deleted"] += 1

    def _run(self, run: Element, story: Story, look: Look) -> Iterator[Piece]:
        properties = child(run, "w:rPr")
        if self._property(properties, "w:vanish"):
            self._found.remarks["hidden"] += 1
            return
        strong, slanted = self._property(properties, "w:b"), self._property(properties, "w:i")
        underlined = child_value(properties, "w:u") not in (None, "none", "") and look.link is None
        own = replace(
            look,
            strong=look.strong if strong is None else strong,
            emphasis=(look.emphasis if slanted is None else slanted) or underlined,
        )
        struck = bool(self._property(properties, "w:strike") or self._property(properties, "w:dstrike"))
        position = child_value(properties, "w:vertAlign")
        content = [piece for node in run for piece in self._content(node, story, own)]
        if struck and any(isinstance(piece, Run) and piece.text.strip() for piece in content):
            self._found.remarks["struck"] += 1
            content = [_run_of("[struket: ", own), *content, _run_of("]", own)]
        for piece in content:
            yield _shifted(piece, position) if isinstance(piece, Run) else piece

    def _property(self, properties: Element | None, tag: str) -> bool | None:
        """Return an on–off property of a run or of its character style; None = not stated."""
        state = child_switch(properties, tag)
        if state is None and (style := child_value(properties, "w:rStyle")) is not None:
            state = self._styles.first(style, lambda s: child_switch(s, "w:rPr", tag))
        return state

    def _content(self, node: Element, story: Story, look: Look) -> Iterator[Piece]:
        """Yield what one element of a run prints."""
        tag = node.tag
        if tag == "w:fldChar":
            yield from self._field(node, story, look)
        elif tag == "w:instrText":
            if story.fields:
                story.fields[-1].code += node.text or ""
        elif not self._in_result(story):
            return
        elif tag == "mc:AlternateContent":
            yield from self._alternative(node, story, look)
        elif tag in ("w:drawing", "w:pict", "w:object"):
            yield from self._drawing(node, story)
        elif tag in ("w:footnoteReference", "w:endnoteReference"):
            yield from self._note_mark(node, look)
        elif tag == "w:br" and node.get("w:type") == "page":
            yield PageBreak()
        elif tag == "w:ruby":
            for inner in child_list(child(node, "w:rubyBase"), "w:r"):
                yield from self._run(inner, story, look)
        elif (text := _printed(node)) != "":
            yield _run_of(text, _linked(look, story))

    def _in_result(self, story: Story) -> bool:
        return all(f.result and not self._is_page_field(f.code, story) for f in story.fields)

    def _is_page_field(self, code: str, story: Story) -> bool:
        if not story.furniture or code.strip().upper().split(" ")[0] not in _PAGE_FIELDS:
            return False
        self._found.page_numbers = True
        return True

    def _field(self, node: Element, story: Story, look: Look) -> Iterator[Piece]:
        kind = node.get("w:fldCharType")
        if kind == "begin":
            story.fields.append(Field())
            yield from _form_field(child(node, "w:ffData"), look)
        elif kind == "separate" and story.fields:
            story.fields[-1].result = True
        elif kind == "end" and story.fields:
            self._is_page_field(story.fields.pop().code, story)

    def _note_mark(self, node: Element, look: Look) -> Iterator[Piece]:
        kind = node.tag.removeprefix("w:").removesuffix("Reference")
        count = 1 + sum(k == kind for k, _, _ in self._found.notes)
        label = str(count).translate(_SUPERSCRIPT) if kind == "footnote" else f"[{count}]"
        self._found.notes.append((kind, node.get("w:id", ""), str(count)))
        yield _run_of(label, look)

    def _alternative(self, node: Element, story: Story, look: Look) -> Iterator[Piece]:
        """Yield one of the alternatives, never both: the first that says anything."""
        for choice in node:
            pieces = [p for inner in choice for p in self._alternate_child(inner, story, look)]
            if pieces:
                yield from pieces
                return

    def _alternate_child(self, node: Element, story: Story, look: Look) -> Iterator[Piece]:
        yield from self._content(node, story, look) if node.tag != "w:r" else self._run(node, story, look)

    def _drawing(self, drawing: Element, story: Story) -> Iterator[Block]:
        properties = next((n for n in drawing.iter("wp:docPr")), None)
        alternative = "" if properties is None else properties.get("descr") or properties.get("title") or ""
        extent = next((n for n in drawing.iter("wp:extent")), None)
        size: tuple[float, float] | None = None
        if extent is not None:
            size = (number(extent.get("cx")) / _EMU, number(extent.get("cy")) / _EMU)
        yield from self._shapes(drawing, story, one_line(alternative) or "Bild", size)

    def _shapes(
        self, node: Element, story: Story, alternative: str, size: tuple[float, float] | None
    ) -> Iterator[Block]:
        """Yield pictures, text boxes and what stands for charts, in the order of the drawing."""
        for inner in node:
            if inner.tag == "w:txbxContent":
                if blocks := without_breaks(self._blocks_of(inner, Story(story.relations, story.furniture))):
                    yield Group(blocks, framed=not story.furniture)
            elif inner.tag == "mc:AlternateContent":
                yield from (p for p in self._alternative(inner, story, Look()) if not isinstance(p, Run))
            elif inner.tag in ("a:blip", "v:imagedata"):
                reference = inner.get("r:embed") or inner.get("r:id") or inner.get("r:link") or ""
                yield self._picture(story.relations.get(reference), alternative, size)
            elif inner.tag == "v:textpath":
                self._found.watermark = self._found.watermark or one_line(inner.get("string", ""))
            elif inner.tag == "c:chart" or inner.tag == "x:chart":
                self._found.remarks["chart"] += 1
                yield note("[Här finns ett diagram som inte visas.]")
            elif inner.tag == "dgm:relIds":
                yield self._diagram(story.relations.get(inner.get("r:dm", "")))
            else:
                yield from self._shapes(
                    inner, story, alternative, _style_size(inner.get("style", "")) or size
                )

    def _picture(
        self, relation: Relation | None, alternative: str, size: tuple[float, float] | None
    ) -> Block:
        data = None if relation is None or relation.external else self._package.part(relation.target)
        key = None if data is None else self._found.pictures.add(data)
        if key is None:
            self._found.remarks["picture"] += 1
            return note(f"[Här finns en bild som inte kan visas: {alternative}]")
        width, height = size if size is not None and min(size) >= 1 else (None, None)
        return Figure(key, alternative, width, height)

    def _diagram(self, relation: Relation | None) -> Block:
        """Return the texts of a SmartArt diagram: its shape is lost, its words are not."""
        self._found.remarks["chart"] += 1
        root = None if relation is None else self._package.xml(relation.target)
        lines = []
        for paragraph in root.iter("a:p") if root is not None else ():
            text = one_line("".join(t.text or "" for t in paragraph.iter("a:t")))
            lines += [text] if text else []
        return note("[Här finns en figur, av vilken bara texten visas: " + "; ".join(lines) + "]")


def _run_of(text: str, look: Look) -> Run:
    return Run(text, strong=look.strong, emphasis=look.emphasis, link=look.link)


def _linked(look: Look, story: Story) -> Look:
    """Return the look with the address of an enclosing HYPERLINK field."""
    for open_field in reversed(story.fields):
        if match := _LINK_FIELD.search(open_field.code):
            return replace(look, link=match[1])
    return look


def _printed(node: Element) -> str:
    """Return the text that an element of a run prints: «» for everything that prints none."""
    match node.tag:
        case "w:t":
            return clean(node.text or "").translate(_BOXES)
        case "w:tab" | "w:ptab":
            return TAB
        case "w:br":
            return "\n" if node.get("w:type", "textWrapping") == "textWrapping" else ""
        case "w:cr":
            return "\n"
        case "w:noBreakHyphen":
            return "\u2011"
        case "w:softHyphen":
            return "\u00ad"
        case "w:sym":
            return _symbol(node.get("w:char", ""))
    return ""


def _symbol(code: str) -> str:
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if point in _SYMBOLS:
        return _SYMBOLS[point]
    return bullet(chr(point)).translate(_BOXES) if 0x20 <= point <= 0xFFFF else ""


def _form_field(data: Element | None, look: Look) -> Iterator[Run]:
    """Yield what an old form field shows that has no result of its own: a box or a choice."""
    if (box := child(data, "w:checkBox")) is not None:
        checked = child_switch(box, "w:checked")
        ticked = child_switch(box, "w:default") if checked is None else checked
        yield _run_of("✓" if ticked else "□", look)
    elif (choices := child(data, "w:ddList")) is not None:
        entries = [clean(entry.get("w:val", "")) for entry in child_list(choices, "w:listEntry")]
        chosen = number(child_value(choices, "w:result"))
        if 0 <= chosen < len(entries):
            yield _run_of(entries[chosen], look)


def _shifted(run: Run, position: str | None) -> Run:
    """Return digits set above or below the line as such: «m²», «CO₂»."""
    if position in ("superscript", "subscript") and run.text.isascii() and run.text.isdigit():
        return replace(
            run, text=run.text.translate(_SUPERSCRIPT if position == "superscript" else _SUBSCRIPT)
        )
    return run


def _style_size(style: str) -> tuple[float, float] | None:
    """Return width and height in points of a VML shape's style."""
    sizes = {name: float(size) * _TO_POINTS[unit] for name, size, unit in _STYLE_SIZE.findall(style)}
    return (sizes["width"], sizes["height"]) if len(sizes) == 2 else None
