"""Comments on the cells of a sheet, and the drawing that old and new Excel show them by (VML)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from namndstod.domain.intake.cell_marks import MARKS_AUTHOR, comment_size
from namndstod.domain.intake.sheets import cell_name

from ..problems import damaged
from .xml_text import Node, XmlText, text_of

Cell = tuple[int, int]  # row and column, from 1

COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_ROW_HEIGHT = 20  # pixels of a row
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576
_BLOCK = 1024  # shape ids of a drawing, per number in its list
BOX = re.compile(rb"<v:shape\s.*?</v:shape>\s*", re.DOTALL)
_PLACE = re.compile(rb"<x:(Row|Column)>\s*(\d{1,7})\s*</x:(?:Row|Column)>")
_BOTTOM = re.compile(rb"(<x:Anchor>\s*(?:\d+,\s*){6})(\d{1,7})(,\s*\d+\s*</x:Anchor>)")
_VML_NAMES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_NEW_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">\n'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>\n</xml>'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>\n'
)
_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
    'margin-top:2pt;width:{width}pt;height:{height}pt;z-index:{order};visibility:hidden"'
    ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData>"
    "</v:shape>\n"
)


def new_comments(namespace: str) -> XmlText:
    """Return an empty part of comments."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    body = f'<comments xmlns="{namespace}"><authors></authors><commentList></commentList></comments>'
    return XmlText((head + body).encode())


def write_comments(text: XmlText, wanted: Mapping[Cell, str]) -> tuple[dict[Cell, str], dict[Cell, str]]:
    """Add comments. Returns those that need a box, and those written after somebody else's words.

    A cell that has a comment gets ours after it; a thread is left as it is.
    """
    root = text.root
    authors, known = root.child("authors"), root.child("commentList")
    if authors is None or known is None:
        raise damaged("Arbetsboken är skadad: kommentarerna går inte att tolka.")
    names = ["".join(_texts(text, node)) for node in authors.all("author")]
    there = {node.get("ref").replace("$", ""): node for node in known.all("comment")}
    shapes: dict[Cell, str] = {}
    longer: dict[Cell, str] = {}
    author = _author(text, authors, names)
    for (row, column), words in sorted(wanted.items()):
        node = there.get(cell_name(row, column))
        if node is None:
            text.append(known, _comment(root, cell_name(row, column), author, words))
            shapes[row, column] = words
        elif not _of_a_thread(node, names):
            body = node.child("text")
            if body is None:
                raise damaged("Arbetsboken är skadad: kommentarerna går inte att tolka.")
            _continue(text, root, body, words)
            longer[row, column] = words
    return shapes, longer


def place_of(box: bytes) -> Cell | None:
    """Return the cell that the box of a comment belongs to."""
    if b'ObjectType="Note"' not in box:
        return None
    found = {kind: int(number) + 1 for kind, number in _PLACE.findall(box)}
    return (found[b"Row"], found[b"Column"]) if len(found) == 2 else None


def grown(data: bytes, longer: Mapping[Cell, str]) -> bytes:
    """Return the drawing with room in the boxes of comments that have become longer."""

    def grow(found: re.Match[bytes]) -> bytes:
        words = longer.get(place_of(found[0]) or (0, 0))
        if words is None:
            return found[0]
        rows = 2 + comment_size(words)[1] // _ROW_HEIGHT
        return _BOTTOM.sub(lambda at: at[1] + b"%d" % (int(at[2]) + rows) + at[3], found[0], count=1)

    return BOX.sub(grow, data)


def write_shapes(data: bytes | None, wanted: Mapping[Cell, str], width: Callable[[int], int]) -> bytes:
    """Return the drawing with a box for each comment added. `width` tells a column's width in pixels.

    The drawing is not always XML that a strict reader takes; so the boxes go in before its last end tag.
    """
    data = _NEW_VML.encode() if data is None else data
    closed = re.search(rb"</[^<>/]*xml\s*>\s*(?:<!--(?:(?!-->).)*-->\s*)*$", data[-4096:], re.DOTALL)
    if closed is None or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise damaged("Arbetsboken är skadad: kommentarernas rutor går inte att tolka.")
    at = max(0, len(data) - 4096) + closed.start()
    number = max((int(n) for n in re.findall(rb"_x0000_s(\d{1,7})\b", data)), default=_BLOCK)
    added = [] if b'"_x0000_t202"' in data else [_SHAPE_TYPE]
    for order, ((row, column), words) in enumerate(sorted(wanted.items()), 1):
        size = comment_size(words)
        added.append(
            _SHAPE.format(
                number=number + order,
                order=order,
                width=size[0] * 3 // 4,
                height=size[1] * 3 // 4,
                anchor=_anchor(row, column, size, width),
                row=row - 1,
                column=column - 1,
            )
        )
    xml = _declared("".join(added), data)
    made = data[:at] + xml.encode() + data[at:]
    return _with_blocks(made, number + len(wanted))


def _author(text: XmlText, authors: Node, names: list[str]) -> int:
    if MARKS_AUTHOR in names:
        return names.index(MARKS_AUTHOR)
    tag = authors.tag("author")
    text.append(authors, f"<{tag}>{MARKS_AUTHOR}</{tag}>")
    return len(names)


def _of_a_thread(node: Node, names: list[str]) -> bool:
    """Return whether a comment stands in for a thread, which newer Excel shows instead."""
    author = node.get("authorId")
    return author.isdecimal() and int(author) < len(names) and names[int(author)].startswith("tc=")


def _comment(root: Node, cell: str, author: int, words: str) -> str:
    tag, text = root.tag("comment"), root.tag("text")
    body = _run(root, f"{MARKS_AUTHOR}:", bold=True) + _run(root, f"\n{words}")
    return f'<{tag} ref="{cell}" authorId="{author}"><{text}>{body}</{text}></{tag}>'


def _continue(text: XmlText, root: Node, body: Node, words: str) -> None:
    """Write after what somebody has said; plain text becomes a run before ours."""
    ours = _run(root, f"\n\n{MARKS_AUTHOR}:", bold=True) + _run(root, f"\n{words}")
    plain = body.child("t")
    if plain is not None:
        run = root.tag("r")
        was = text.data[plain.start : plain.end].decode()
        text.replace(plain.start, plain.end, f"<{run}>{was}</{run}>{ours}")
        return
    runs = body.all("r")
    if runs:
        text.replace(runs[-1].end, runs[-1].end, ours)
    else:
        text.append(body, ours)


def _run(root: Node, words: str, *, bold: bool = False) -> str:
    run, look, value = root.tag("r"), root.tag("rPr"), root.tag("t")
    mark = f"<{root.tag('b')}/>" if bold else ""
    font = (
        f'<{root.tag("sz")} val="9"/><{root.tag("color")} indexed="81"/><{root.tag("rFont")} val="Tahoma"/>'
    )
    text = f'<{value} xml:space="preserve">{text_of(words)}</{value}>'
    return f"<{run}><{look}>{mark}{font}</{look}>{text}</{run}>"


def _texts(text: XmlText, node: Node) -> list[str]:
    return [] if node.empty else [text.data[node.inner : node.close].decode()]


def _anchor(row: int, column: int, size: tuple[int, int], width: Callable[[int], int]) -> str:
    """Return where a box stands: beside its cell; columns and rows from 0, each with pixels into it."""
    left, inset = column, 12
    if column + 4 > _LAST_COLUMN:
        left, inset = max(0, column - 6), 0
    right, rest = left, size[0] + inset
    while rest > width(right + 1) and right < _LAST_COLUMN - 1 and right < left + 60:
        rest -= width(right + 1)
        right += 1
    height = size[1]
    down = -(-height // _ROW_HEIGHT)
    top = min(max(0, row - 2), max(0, _LAST_ROW - 2 - down))
    return f"{left}, {inset}, {top}, 4, {right}, {rest}, {top + down}, {height - (down - 1) * _ROW_HEIGHT}"


def _declared(xml: str, data: bytes) -> str:
    """Return the boxes with their prefixes declared, unless the drawing's first element does so."""
    head = data[:4096]
    missing = "".join(
        f' xmlns:{prefix}="{name}"'
        for prefix, name in _VML_NAMES.items()
        if not re.search(rf"xmlns:{prefix}\s*=\s*[\"']{re.escape(name)}".encode(), head)
    )
    return re.sub(r"<v:shape(type)?(?= )", lambda found: found[0] + missing, xml) if missing else xml


def _with_blocks(data: bytes, last: int) -> bytes:
    """Return the drawing with the blocks of ids that its boxes need in its list."""
    found = re.search(rb"<o:idmap\b[^<>]*?\bdata\s*=\s*\"([\d,\s]*)\"", data)
    if found is None:
        return data
    known = [int(number) for number in re.findall(rb"\d{1,6}", found[1])]
    used = {int(n) // _BLOCK for n in re.findall(rb"_x0000_s(\d{1,7})\b", data)} | {last // _BLOCK}
    needed = [*known, *sorted(used - set(known) - {0})]
    return data[: found.start(1)] + ",".join(map(str, needed)).encode() + data[found.end(1) :]
