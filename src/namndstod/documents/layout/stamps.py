"""The page number that a packet puts on other people's pages: its font and its drawing code."""

from __future__ import annotations

from functools import cache

from ..tagging import Artifact, Node
from .pen import Pen
from .styles import NUMBER, UPRIGHT
from .text import line

SIZE = NUMBER.size
SIGNS = "0123456789 ()abcdefghijklmnopqrstuvwxyz"  # what a page number may be made of


@cache
def font_sheet() -> bytes:
    """Return a PDF of one page whose only font has the signs of a page number, at their ASCII codes."""
    pen = Pen(title="", author="", subject="", language="sv-SE")
    pen.begin_page(UPRIGHT.width, UPRIGHT.height)
    pen.text(Artifact.HEAD, 0, SIZE, line(SIGNS, NUMBER), SIZE, NUMBER.colour)
    pen.end_page()
    return pen.finish(Node("Document"))


def width(number: str) -> float:
    """Return the width in points of «12 (303)» in size `SIZE`."""
    return line(number, NUMBER).width


def code(number: str, font: str, x: float, y: float) -> str:
    """Return the operators that write «12 (303)» with its baseline's left end at (x, y)."""
    text = number.replace("(", r"\(").replace(")", r"\)")
    red, green, blue = NUMBER.colour
    return f"BT {red} {green} {blue} rg {font} {SIZE} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({text}) Tj ET"
