"""Content trees to PDF. The only package that knows points and typefaces; `..tagging` is what it marks with.

    drawn = draw(paper)                     one paper, one file
    laid = lay(paper); press([(laid, 1)])   several papers in one file, numbered by the caller

`compose` turns blocks into slabs of known height, `flow` fills pages with them, `press` draws the pages
through a `pen`. Nothing is drawn before every page is known: contents lists and «3 (12)» need no second pass.
"""

from .compose import Entry
from .fonts import uncovered
from .pen import Pending, Place
from .pictures import size as picture_size
from .press import Bookmark, Drawn, Glimpse, Laid, draw, glimpse, lay, press
from .tables import column_widths

__all__ = [
    "Bookmark",
    "Drawn",
    "Entry",
    "Glimpse",
    "Laid",
    "Pending",
    "Place",
    "column_widths",
    "draw",
    "glimpse",
    "lay",
    "picture_size",
    "press",
    "uncovered",
]
