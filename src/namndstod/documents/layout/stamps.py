"""The page number that a packet puts on other people's pages: its font and its drawing code."""

from __future__ import annotations

from functools import cache

from .furniture import page_number
from .pen import Pen
from .styles import NUMBER, UPRIGHT
from .text import line

SIZE = NUMBER.size


@cache
def font_sheet() -> bytes:
    """Return a PDF of one page whose only font has the signs of a page number, at their ASCII codes."""
    pen = Pen(title="", author="", subject="", language="sv-SE")
    pen.begin_page(UPRIGHT.width, UPRIGHT.height)
    pen.text(0, SIZE, line("0123456789 ()", NUMBER), SIZE, NUMBER.colour)
    pen.end_page()
    return pen.finish()


def width(number: int, total: int) -> float:
    """Return the width in points of «12 (303)» in size `SIZE`."""
    return line(page_number(number, total), NUMBER).width


def code(number: int, total: int, font: str, x: float, y: float) -> str:
    """Return the operators that write «12 (303)» with its baseline's left end at (x, y)."""
    text = page_number(number, total).replace("(", r"\(").replace(")", r"\)")
    red, green, blue = NUMBER.colour
    return f"BT {red} {green} {blue} rg {font} {SIZE} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({text}) Tj ET"
