"""Web pages and HTML mails to blocks: text, lists, tables and enclosed pictures; nothing is fetched."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from ..domain.content import Block, Cell, Figure, Furniture, Heading, ListKind, Paper, Paragraph, Run, Table
from .docx_styles import formatted, number
from .html_tree import Node, parse_html
from .image_reader import Pictures
from .pieces import (
    Entry,
    Piece,
    merged,
    nested,
    note,
    paragraph_or_entry,
    plain,
    unbroken_gaps,
    without_breaks,
)
from .plain import clean, decode, one_line
from .problems import damaged

_STRONG = frozenset(("b", "strong", "th"))
_EMPHASIS = frozenset(("i", "em", "u", "cite", "ins"))
_FLOW = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "center", "address", "blockquote", "form"}
    | {"fieldset", "figure", "figcaption", "dl", "dt", "dd", "pre", "nav", "aside", "summary", "details"}
)
_NUMBERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_WORD_LEVEL = re.compile(r"\blevel(\d)\b")
_DATA_IMAGE = re.compile(r"data:image/[\w.+-]+;base64,(.*)", re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)

PictureOf = Callable[[str], bytes | None]


@dataclass(slots=True)
class Html:
    """Reads a tree of HTML. `picture_of` gives the bytes of a picture («cid:…») or None."""

    pictures: Pictures
    picture_of: PictureOf
    missing: int = 0
    _pre: bool = field(default=False)

    def blocks(self, root: Node) -> tuple[Block, ...]:
        """Return the blocks of a page."""
        return nested(self._entries(root, 0))

    def _entries(self, node: Node, depth: int) -> Iterator[Block | Entry]:
        """Yield the blocks of an element: inline stretches as paragraphs, block elements by their kind."""
        pieces: list[Piece] = []
        for child in node.children:
            if isinstance(child, Node) and not child.hidden and _is_block(child):
                yield from self._paragraphs(pieces)
                pieces = []
                yield from self._block(child, depth)
            else:
                pieces += self._inline(child, Run(""))
        yield from self._paragraphs(pieces)

    def _block(self, node: Node, depth: int) -> Iterator[Block | Entry]:
        if node.tag in ("ul", "ol"):
            yield from self._list(node, depth)
        elif (match := _WORD_LEVEL.search(node.style.get("mso-list", ""))) is not None:
            yield from self._word_item(node, int(match[1]) - 1)
        elif node.tag == "table":
            yield from self._table(node)
        elif node.tag[0] == "h" and node.tag[1:].isdigit():
            text = one_line(plain(p for p in self._inline_all(node) if isinstance(p, Run)))
            if text:
                yield Heading(number(node.tag[1:], 6), text)
        elif node.tag == "pre":
            before, self._pre = self._pre, True
            yield from self._entries(node, depth)
            self._pre = before
        else:
            yield from self._entries(node, depth)

    def _inline_all(self, node: Node) -> Iterator[Piece]:
        for child in node.children:
            yield from self._inline(child, Run(""))

    def _inline(self, node: Node | str, look: Run) -> Iterator[Piece]:
        """Yield runs and pictures of an inline stretch."""
        if isinstance(node, str):
            text = clean(node)
            yield replace(look, text=text if self._pre else re.sub(r"[ \t\n\f]+", " ", text))
            return
        if node.hidden or node.style.get("mso-list") == "ignore" or node.tag in ("input", "select", "button"):
            return
        if node.tag == "br":
            yield replace(look, text="\n")
        elif node.tag == "img":
            yield from self._picture(node)
        else:
            inner = _look(node, look)
            for child in node.children:
                yield from self._inline(child, inner)
            if node.tag in _FLOW or node.tag in ("li", "tr"):
                yield replace(look, text="\n")

    def _picture(self, node: Node) -> Iterator[Piece]:
        if number(node.attributes.get("width"), 99) <= 2 or number(node.attributes.get("height"), 99) <= 2:
            return  # a tracking or spacing pixel
        source, alternative = node.attributes.get("src", ""), one_line(node.attributes.get("alt", ""))
        data = _data_url(source) or self.picture_of(source)
        key = None if data is None else self.pictures.add(data)
        if key is not None:
            width = number(node.attributes.get("width"))
            yield Figure(key, alternative or "Bild", width * 0.75 if width > 2 else None)
            return
        self.missing += 1
        yield Run(f"[Bild: {alternative}]" if alternative else "[Bild]", emphasis=True)

    def _paragraphs(self, pieces: list[Piece]) -> Iterator[Block | Entry]:
        """Yield paragraphs of a stretch, the pictures between them."""
        runs: list[Run] = []
        for piece in [*pieces, None]:
            if isinstance(piece, Run):
                runs.append(piece)
                continue
            if self._pre and (text := tuple(replace(r, text=unbroken_gaps(r.text)) for r in merged(runs))):
                yield Paragraph(text)
            elif text := tidy_lines(runs):
                yield paragraph_or_entry(text)
            runs = []
            if piece is not None:
                yield piece

    def _list(self, node: Node, depth: int) -> Iterator[Entry | Block]:
        count = number(node.attributes.get("start"), 1)
        kind = ListKind.NUMBERED if node.tag == "ol" else ListKind.BULLETS
        form = _NUMBERS.get(node.attributes.get("type", ""), "decimal")
        for child in node.children:
            if isinstance(child, str) or child.tag not in ("ul", "ol", "li"):  # misplaced, but said
                yield from self._entries(Node("div", children=[child]), depth)
            elif child.tag in ("ul", "ol"):  # Outlook puts inner lists beside the items
                yield from self._list(child, depth + 1)
            else:
                count = number(child.attributes.get("value"), count)
                label = f"{formatted(count, form)}." if kind is ListKind.NUMBERED else "•"
                inside = list(self._entries(child, depth + 1))
                own = [block for block in inside if not isinstance(block, Entry)]
                yield Entry(depth, kind, label, tuple(own))
                yield from (_below(entry, depth) for entry in inside if isinstance(entry, Entry))
                count += 1

    def _word_item(self, node: Node, depth: int) -> Iterator[Entry | Block]:
        """Yield a list paragraph as Word and Outlook write it: its label is text, marked to be ignored."""
        marks = (span.text() for span in node.find("span") if span.style.get("mso-list") == "ignore")
        label = one_line(next(marks, "").replace("\u00a0", " "))
        runs = tidy_lines([piece for piece in self._inline_all(node) if isinstance(piece, Run)])
        if not runs:
            return
        if label.lower() == "att":
            yield Entry(depth, ListKind.CLAUSES, label, (Paragraph(runs),))
        elif label.isdigit() or (len(label) > 1 and label[-1] in ".)"):
            yield Entry(depth, ListKind.NUMBERED, label, (Paragraph(runs),))
        else:
            yield Entry(depth, ListKind.BULLETS, "–" if label in ("-", "–") else "•", (Paragraph(runs),))

    def _table(self, node: Node) -> Iterator[Block | Entry]:
        """Yield a table; one that only places things on a screen is read cell by cell."""
        rows = [row for row in node.find("tr") if not _in_inner_table(node, row)]
        grid = [[c for c in row.children if isinstance(c, Node) and c.tag in ("td", "th")] for row in rows]
        grid = [row for row in grid if row]
        if not grid:
            yield from self._entries(replace(node, tag="div"), 0)
        elif max(len(row) for row in grid) == 1 or any(True for _ in node.find("table")):
            for row in grid:
                for cell in row:
                    yield from self._entries(cell, 0)
        else:
            heads = next((i for i, row in enumerate(grid) if any(c.tag != "th" for c in row)), 0)
            yield Table(tuple(tuple(self._cell(c) for c in row) for row in grid), min(heads, len(grid) - 1))

    def _cell(self, node: Node) -> Cell:
        spans = [min(max(1, number(node.attributes.get(n), 1)), 100) for n in ("colspan", "rowspan")]
        blocks = without_breaks(_without_headings(nested(self._entries(node, 0))))
        return Cell(blocks, spans[0], spans[1], head=node.tag == "th")


def tidy_lines(runs: list[Run]) -> tuple[Run, ...]:
    """Return the runs without white space around line ends."""
    tidy: list[Run] = []
    for run in merged(runs):
        text = re.sub(r" *\n *", "\n", run.text)
        if tidy and tidy[-1].text.endswith(("\n", " ")):
            text = text.lstrip(" ")
        tidy.append(replace(run, text=re.sub(r"\n{3,}", "\n\n", text)))
    return merged(tidy)


def _is_block(node: Node) -> bool:
    if node.tag in ("ul", "ol", "table", "hr", *(f"h{n}" for n in range(1, 7))) or node.tag in _FLOW:
        return True
    return any(_is_block(child) for child in node.children if isinstance(child, Node))


def _look(node: Node, look: Run) -> Run:
    style = node.style
    weight = style.get("font-weight", "")
    if node.tag in _STRONG or weight in ("bold", "bolder", "600", "700", "800", "900"):
        look = replace(look, strong=True)
    elif weight in ("normal", "400"):
        look = replace(look, strong=False)
    if node.tag in _EMPHASIS or style.get("font-style") == "italic":
        look = replace(look, emphasis=True)
    address = node.attributes.get("href", "")
    if node.tag == "a" and address.startswith(("http://", "https://", "mailto:")):
        look = replace(look, link=address)
    return look


def _below(entry: Entry, depth: int) -> Entry:
    return replace(entry, depth=max(entry.depth, depth + 1))


def _in_inner_table(table: Node, row: Node) -> bool:
    return any(row is inner for deeper in table.find("table") for inner in deeper.find("tr"))


def _without_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(Paragraph((Run(b.text, strong=True),)) if isinstance(b, Heading) else b for b in blocks)


def _data_url(source: str) -> bytes | None:
    match = _DATA_IMAGE.match(source)
    try:
        return None if match is None else base64.b64decode(match[1])
    except (binascii.Error, ValueError):
        return None


def decode_html(data: bytes) -> str:
    """Return the text of a web page in the encoding that it states, else as any text."""
    match = _CHARSET.search(data[:4096])
    if match is not None and match[1].lower() not in (b"utf-16", b"unicode"):
        try:
            return data.decode(match[1].decode("ascii"), errors="replace")
        except LookupError:
            pass
    text = decode(data)
    if text is None:
        raise damaged("Webbsidan är skadad och kan inte visas.")
    return text


def read_html(data: bytes, name: str) -> tuple[Paper, list[str]]:
    """Return the tree of a web page and remarks on what it does not show. Raises CannotShow."""
    html = Html(Pictures(), lambda source: None)
    blocks = html.blocks(parse_html(decode_html(data)))
    remarks = missing_pictures(html.missing)
    paper = Paper(name, blocks + tuple(note(r) for r in remarks), Furniture(page_numbers=False))
    return replace(paper, images=html.pictures.images), remarks


def missing_pictures(count: int) -> list[str]:
    """Return the remark on pictures that are not in the file."""
    return [f"Bilder ({count}) som ligger utanför filen visas inte."] if count else []
