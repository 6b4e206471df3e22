"""The marks of an earlier round, taken away before a corrected workbook is marked again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from namndstod.domain.intake.cell_marks import MARKS_AUTHOR, MEND_NAME, MEND_SHEET

from .comments import BOX, Cell, place_of
from .limits import column_number
from .parts import EditedPackage
from .styles_xml import Styles
from .xml_text import Node, XmlText

_LINE = rb"(?:\r?\n|&#10;|&#x[aA];)"
_OURS = re.compile(MARKS_AUTHOR.encode() + rb":" + _LINE)  # a program that drops authors keeps the words
_AFTER = re.compile(_LINE + _LINE + _OURS.pattern)
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})$")


def earlier_sheet(book: XmlText, names: list[str]) -> str:
    """Return the name of the sheet «Att rätta» of an earlier round; «» when there is none."""
    defined = book.root.child("definedNames")
    for node in defined.all("definedName") if defined is not None else ():
        place = node.get("localSheetId")
        if node.get("name") == MEND_NAME and place.isdecimal() and int(place) < len(names):
            name = names[int(place)]
            if name.startswith(MEND_SHEET):
                return name
    return ""


def forget_marks(package: EditedPackage, parts: Iterable[str], styles: Styles) -> None:
    """Take our colours and comments away from sheets; what others have written stays."""
    plain = styles.without_marks()
    for part in parts:
        data = package.xml_bytes(part)
        if data is not None and plain:
            cells = re.compile(
                rb'(<(?:[^\s:/<>]+:)?c(?:\s[^<>]*?)?\ss=")('
                + b"|".join(b"%d" % n for n in plain)
                + rb')(?=")'
            )
            made = cells.sub(lambda found: found[1] + b"%d" % plain[int(found[2])], data)
            if made != data:
                package.put(part, made)
        _forget_comments(package, part)


def _forget_comments(package: EditedPackage, part: str) -> None:
    known = package.relations(part).values()
    comments = next((r.target for r in known if r.kind == "comments" and not r.external), "")
    data = package.xml_bytes(comments) if comments else None
    if data is None:
        return
    text = XmlText(data)
    gone = _without_ours(text)
    made = b"".join(text.pieces())
    if made != data:
        package.put(comments, made)
    for drawing in (r.target for r in known if r.kind == "vmlDrawing" and not r.external):
        boxes = package.part(drawing)
        if gone and boxes is not None:
            package.put(drawing, BOX.sub(lambda box: b"" if place_of(box[0]) in gone else box[0], boxes))


def _without_ours(text: XmlText) -> set[Cell]:
    """Take our comments away, and what we wrote after others'. Returns the cells that had ours alone."""
    gone: set[Cell] = set()
    authors, comments = text.root.child("authors"), text.root.child("commentList")
    if authors is None or comments is None:
        return gone
    ours = [
        str(at) for at, node in enumerate(authors.all("author")) if _said(text, node) == MARKS_AUTHOR.encode()
    ]
    for node in comments.all("comment"):
        cell, words = _CELL.match(node.get("ref")), _words(node)
        said = b"".join(_said(text, word) for word in words)
        if cell is not None and (node.get("authorId") in ours or _OURS.match(said)):
            text.replace(node.start, node.end, "")
            gone.add((int(cell[2]), column_number(cell[1])))
        elif (found := _AFTER.search(said)) is not None:
            _cut(text, words, found.start())
    return gone


def _words(comment: Node) -> list[Node]:
    """Return the texts of a comment, of whatever looks."""
    body = comment.child("text")
    if body is None:
        return []
    return [*body.all("t"), *(word for run in body.all("r") for word in run.all("t"))]


def _cut(text: XmlText, words: list[Node], at: int) -> None:
    """Take away what is said from a place on."""
    for word in words:
        length = word.close - word.inner
        if length > at:
            text.replace(word.inner + at, word.close, "")
        at = max(0, at - length)


def _said(text: XmlText, node: Node) -> bytes:
    return text.data[node.inner : node.close]
