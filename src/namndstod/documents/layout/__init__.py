"""Content trees to PDF. The only package that knows reportlab, points and typefaces.

    drawn = draw(paper)                     one paper, one file
    laid = lay(paper); press([(laid, 1)])   several papers in one file, numbered by the caller

`compose` turns blocks into slabs of known height, `flow` fills pages with them, `press` draws the pages
through a `pen`. Nothing is drawn before every page is known: contents lists and «3 (12)» need no second pass.
"""

from .compose import Entry
from .pen import Pending, Place
from .press import Bookmark, Drawn, Laid, draw, lay, press

__all__ = ["Bookmark", "Drawn", "Entry", "Laid", "Pending", "Place", "draw", "lay", "press"]
