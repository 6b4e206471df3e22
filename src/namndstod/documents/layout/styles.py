"""How papers look: the page, the type scale and the colours, all in points.

Running text is Charis SIL: drawn for laser printers and for copies of copies, with open counters and a large
x-height, it is read quickly in long stretches and tells I, l and 1 apart. Headings, labels, tables, heads and
feet are Inter, which stays clear in small sizes and has figures of equal width. Running text is 11 points,
ragged right and never hyphenated: even word spaces and whole words are what guidance on accessible documents
asks for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from ...domain.content import ParagraphRole
from .fonts import Face, face

MM = 72 / 25.4
PAGE = (210 * MM, 297 * MM)

Colour = tuple[float, float, float]
INK: Colour = (0.09, 0.11, 0.15)
MUTED: Colour = (0.33, 0.37, 0.44)
LINK: Colour = (0.10, 0.33, 0.62)
RULE: Colour = (0.72, 0.75, 0.80)
STRONG_RULE: Colour = (0.25, 0.28, 0.34)
GHOST: Colour = (0.925, 0.935, 0.95)


@dataclass(frozen=True, slots=True)
class Geometry:
    """A sheet and the area for text on it, measured from the top left corner."""

    width: float
    height: float
    left: float
    right: float
    top: float  # of the text area on pages without a masthead
    bottom: float  # height kept free below the text area

    @property
    def measure(self) -> float:
        """Width of the text area."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """Height of the text area on pages without a masthead."""
        return self.height - self.top - self.bottom


UPRIGHT = Geometry(*PAGE, left=30 * MM, right=28 * MM, top=31 * MM, bottom=30 * MM)
TURNED = Geometry(PAGE[1], PAGE[0], left=22 * MM, right=22 * MM, top=28 * MM, bottom=26 * MM)
HEAD_LINE = 20 * MM  # where the hairline below the head stands
FOOT_LINE = 21 * MM  # the hairline above the foot, from the lower edge

_FACES = {
    # family: regular, strong, emphasis, both
    "text": ("CharisSIL-Regular", "CharisSIL-Bold", "CharisSIL-Italic", "CharisSIL-BoldItalic"),
    "plain": ("Inter-Regular", "Inter-SemiBold", "Inter-Italic", "Inter-SemiBold"),
    "semibold": ("Inter-SemiBold", "Inter-Bold", "Inter-Italic", "Inter-Bold"),
    "bold": ("Inter-Bold", "Inter-Bold", "Inter-Italic", "Inter-Bold"),
    "italic": ("Inter-Italic", "Inter-SemiBold", "Inter-Regular", "Inter-SemiBold"),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set. `drop` is the distance from the top of a line to its baseline."""

    family: str
    size: float
    leading: float
    colour: Colour = INK
    before: float = 0.0
    after: float = 0.0
    drop: float = 0.0

    def __post_init__(self) -> None:
        if not self.drop:
            cap = 0.69  # of the size, near enough for both families; puts capitals in the middle of the line
            object.__setattr__(self, "drop", round((self.leading + cap * self.size) / 2, 3))

    def face(self, strong: bool = False, emphasis: bool = False) -> Face:
        """Return the face for a run with this emphasis."""
        return face(_FACES[self.family][strong + 2 * emphasis])

    def sized(self, size: float) -> Style:
        """Return this style in another size, on the same lines."""
        return replace(self, size=size)

    def beside(self, other: Style) -> Style:
        """Return this style on the lines of `other`, so that both stand on one baseline."""
        return replace(self, leading=other.leading, drop=other.drop)


BODY = Style("text", 11, 15.5, after=6.5)
META = Style("plain", 8.5, 12.5, MUTED, after=5)
NOTE = Style("plain", 8, 11.5, MUTED, after=5)
LABEL = Style("semibold", 8.5, 12, MUTED, before=8, after=3)
FIELD = Style("semibold", 8.5, 12, MUTED)
HEADINGS = (
    Style("bold", 17, 22, before=24, after=8),
    Style("semibold", 12.5, 17, before=20, after=5),
    Style("semibold", 10, 14, before=12, after=2.5),
    Style("semibold", 9, 13, MUTED, before=10, after=2),
    Style("italic", 9, 13, before=8, after=2),
    Style("italic", 8.5, 12, MUTED, before=8, after=2),
)
CELL = Style("plain", 8.75, 12.25, after=3)
CELL_HEAD = Style("semibold", 8.25, 11.5, after=3)
CELL_META = Style("plain", 8, 11.5, MUTED, after=3)
CAPTION = Style("semibold", 8.75, 12.5, before=6, after=4)
CONTENTS = (
    Style("plain", 9.5, 14, before=3.5),
    Style("plain", 9, 13, before=1.5),
    Style("plain", 8.5, 12.5, MUTED, before=1),
)
HEAD = Style("plain", 8, 11, MUTED)
NUMBER = Style("semibold", 8, 11, INK)
FOOT = Style("plain", 7.5, 10.5, MUTED)
NAME = Style("bold", 22, 27)
ORGANISATION = Style("semibold", 11, 15)
ADDRESS = Style("plain", 7.75, 11, MUTED)
WATERMARK = Style("bold", 110, 110, GHOST)
SMALLEST_CELL = 6.5  # a wide table is not set smaller than this; rather the sheet is turned


def scaled(style: Style, scale: float) -> Style:
    """Return `style` in another size."""
    return replace(
        style,
        size=style.size * scale,
        leading=style.leading * scale,
        before=style.before * scale,
        after=style.after * scale,
        drop=0.0,
    )


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of running text somewhere: in the paper itself or, smaller, in a table."""

    body: Style = BODY
    meta: Style = META
    note: Style = NOTE
    label: Style = LABEL
    scale: float = 1.0  # of headings and gaps

    def of(self, role: ParagraphRole) -> Style:
        """Return the style of a paragraph with that role."""
        return _paragraph_style(self, role)

    def smaller(self, scale: float) -> Look:
        """Return this look in other sizes."""
        body, meta, note, label = (
            scaled(style, scale) for style in (self.body, self.meta, self.note, self.label)
        )
        return Look(body, meta, note, label, self.scale * scale)

    def strong(self) -> Look:
        """Return this look for the heads of rows and columns."""
        return replace(self, body=replace(self.body, family="semibold"))


@lru_cache
def _paragraph_style(look: Look, role: ParagraphRole) -> Style:
    match role:
        case ParagraphRole.META:
            return look.meta
        case ParagraphRole.NOTE:
            return look.note
        case ParagraphRole.LABEL:
            return look.label
        case ParagraphRole.DECIDER:
            return replace(look.body, after=look.body.after * 0.6)
        case ParagraphRole.SIGNED:
            return replace(look.body, before=2 * look.body.leading)
        case ParagraphRole.BODY:
            return look.body


RUNNING = Look()
IN_CELL = Look(CELL, CELL_META, CELL_META, replace(CELL_HEAD, before=2), 0.82)
