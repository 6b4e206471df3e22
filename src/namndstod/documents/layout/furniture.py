"""What stands on a page beside its text: head, foot, watermark, and the masthead of the first page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...domain.colours import tinted
from ...domain.content import Furniture, Masthead, inline
from ..tagging import Artifact, Node
from . import pictures
from .flow import Placed, stacked
from .pen import Pen
from .slabs import Picture, TextLine
from .styles import (
    ADDRESS,
    FOOT,
    FOOT_LINE,
    HEAD,
    HEAD_LINE,
    MM,
    NAME,
    NUMBER,
    ORGANISATION,
    RULE,
    STRONG_RULE,
    UPRIGHT,
    WATERMARK,
    Colour,
    Geometry,
    scaled,
)
from .text import fitted, line, lines, widest_word

_LOGO = (58 * MM, 17 * MM)
_TOP = 15 * MM  # of the masthead's left side
_NAME_TOP = 22 * MM  # of the paper's name, below the page's number
_BETWEEN = 16.0  # the sender and the paper's name
_SMALLEST_NAME = 0.68  # of the usual size; a longer name takes several lines
_BELOW = 9 * MM  # from the masthead's line to the text


@dataclass(frozen=True, slots=True)
class Head:
    """The masthead, set: slabs from the top of the sheet, and where the text may begin."""

    placed: tuple[Placed, ...]
    right: tuple[Placed, ...]
    right_edge: float
    line: float
    line_colour: Colour
    text_top: float


def masthead(head: Masthead, images: dict[str, bytes], node: Node) -> Head:
    """Set the masthead: logo or sender on the left, the paper's own name on the right.

    It is read first in `node`; on later pages the head of the page stands for it.
    """
    half = UPRIGHT.measure * 0.56
    left: list[TextLine | Picture] = []
    data = images.get(head.logo) if head.logo else None
    natural = pictures.size(data) if data else None
    if data and natural:
        shrink = min(_LOGO[0] / natural[0], _LOGO[1] / natural[1])
        figure = node.add("Figure", alternative=f"Logotyp {head.organisation}".strip())
        left.append(Picture(data, natural[0] * shrink, natural[1] * shrink, 0.0, figure))
    elif head.organisation:
        sender_node = node.add("P")
        left += [
            TextLine(one, ORGANISATION, 0.0, sender_node)
            for one in lines(inline(head.organisation), ORGANISATION, half)
        ]
    sender = [head.organisation] if data and natural and head.organisation else []
    small = [_packed([*sender, *head.address], half), head.website]
    for text in filter(None, small):
        paragraph = node.add("P")
        for i, one in enumerate(lines(inline(text), ADDRESS, half)):
            slab = TextLine(one, ADDRESS, 0.0, paragraph)
            slab.gap = 6.0 if i == 0 and text is small[0] else 0.0
            left.append(slab)
    taken = max((_width(slab) for slab in left), default=0.0)
    right_measure = UPRIGHT.measure - taken - _BETWEEN
    tint = _tint(head.colour)
    style = scaled(replace(NAME, colour=tint or NAME.colour), _name_scale(head.name, right_measure))
    name = node.add("P")
    right = [
        TextLine(one, style, max(0.0, right_measure - one.width), name)
        for one in (lines(inline(head.name), style, right_measure) if head.name else [])
    ]
    placed, height = stacked(left)
    right_placed, right_height = stacked(right)
    bottom = max(_TOP + height, _NAME_TOP + right_height) + 5 * MM
    return Head(
        tuple(placed),
        tuple(right_placed),
        UPRIGHT.width - UPRIGHT.right - right_measure,
        bottom,
        tint or STRONG_RULE,
        max(bottom + _BELOW, UPRIGHT.top),
    )


def _width(slab: TextLine | Picture) -> float:
    return slab.width if isinstance(slab, Picture) else slab.line.width


def _name_scale(name: str, measure: float) -> float:
    """Return how much smaller the name is set: on one line where that can be, else so that its words fit."""
    whole, widest = line(name, NAME).width, widest_word(inline(name), NAME)
    if whole * _SMALLEST_NAME <= measure:
        return min(1.0, measure / whole) if whole else 1.0
    return min(1.0, max(measure / widest, 0.5))


def _tint(colour: str) -> Colour | None:
    """Return the colour of a letterhead, dark enough for paper; None for none."""
    code = tinted(colour)
    if code is None:
        return None
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _packed(parts: list[str], measure: float) -> str:
    """Join parts of an address with points between, as many on a line as fit."""
    packed: list[str] = []
    for part in filter(None, parts):
        longer = f"{packed[-1]} · {part}" if packed else part
        if packed and line(longer, ADDRESS).width <= measure:
            packed[-1] = longer
        else:
            packed.append(part)
    return "\n".join(packed)


def draw_masthead(pen: Pen, head: Head) -> None:
    """Draw the masthead of the first page."""
    for placed in head.placed:
        placed.slab.draw(pen, UPRIGHT.left, _TOP + placed.y)
    for placed in head.right:
        placed.slab.draw(pen, head.right_edge, _NAME_TOP + placed.y)
    pen.rule(UPRIGHT.left, head.line, UPRIGHT.width - UPRIGHT.right, head.line_colour, 0.7)


def draw_furniture(pen: Pen, furniture: Furniture, sheet: Geometry, number: str, *, masthead: bool) -> None:
    """Draw head, foot and watermark; call it before the page's text, which lies above.

    `number` is the page's number as it is printed («3 (12)»).
    """
    left, right = sheet.left, sheet.width - sheet.right
    if furniture.watermark:
        mark = line(furniture.watermark, WATERMARK)
        size = min(WATERMARK.size, WATERMARK.size * 0.95 * sheet.measure / max(mark.width, 1.0))
        mark = line(furniture.watermark, WATERMARK.sized(size))
        pen.watermark(mark, size, WATERMARK.colour, sheet.width)
    _head(pen, furniture, left, right, number, masthead)
    y = sheet.height - FOOT_LINE
    if furniture.foot_left or furniture.foot_right:
        pen.rule(left, y, right, RULE, 0.5)
        half = (right - left) / 2 - 6
        start = fitted(furniture.foot_left, FOOT, half)
        pen.text(Artifact.FOOT, left, y + 11, start, FOOT.size, FOOT.colour)
        end = fitted(furniture.foot_right, FOOT, half)
        pen.text(Artifact.FOOT, right - end.width, y + 11, end, FOOT.size, FOOT.colour)


def _head(pen: Pen, furniture: Furniture, left: float, right: float, number: str, masthead: bool) -> None:
    y = HEAD_LINE - 6
    end = right
    if furniture.page_numbers:
        numbers = line(number, NUMBER)
        pen.text(Artifact.HEAD, right - numbers.width, y, numbers, NUMBER.size, NUMBER.colour)
        end -= numbers.width + 14
    if masthead:  # which says already who sends and what it is
        return
    start = fitted(furniture.head_left, HEAD, (end - left) * 0.55)
    pen.text(Artifact.HEAD, left, y, start, HEAD.size, HEAD.colour)
    beside = fitted(furniture.head_right, HEAD, end - left - start.width - 12)
    pen.text(Artifact.HEAD, end - beside.width, y, beside, HEAD.size, HEAD.colour)
    if furniture.head_left or furniture.head_right:
        pen.rule(left, HEAD_LINE, right, RULE, 0.5)


def page_number(number: int, total: int) -> str:
    """Return «3 (12)»."""
    return f"{number} ({total})"
