"""Papers to PDF: lay them out first, then draw them, one or several into one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...domain.content import Paper
from .. import trees
from ..tagging import Node
from .compose import Composer, Entry
from .flow import Page, marks, paginate
from .furniture import Head, draw_furniture, draw_masthead, masthead, page_number
from .pen import Pen, Pending, Place
from .styles import TURNED, UPRIGHT

_BEFORE, _AFTER = 1, 2  # pages around a place that a glimpse of it shows


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: level from 0, page index from 0, y from the lower edge of the sheet."""

    title: str
    level: int
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A paper whose pages are known but not drawn. `structure` holds what it says in reading order."""

    paper: Paper
    pages: tuple[Page, ...]
    head: Head | None
    structure: Node
    anchors: dict[str, Place]
    bookmarks: tuple[Bookmark, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn paper. `pending` are links to anchors outside it, for the packet to tie up."""

    pdf: bytes
    pages: int
    anchors: dict[str, Place]
    bookmarks: tuple[Bookmark, ...]
    pending: tuple[Pending, ...]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Some pages of a paper: `pdf` holds those in `shown`, by index; `sizes` are of all, in points."""

    pdf: bytes
    shown: range
    sizes: tuple[tuple[float, float], ...]
    anchors: dict[str, Place]


def lay(paper: Paper, contents: Sequence[Entry] | None = None) -> Laid:
    """Lay a paper out. `contents` are the entries of its contents list; None: its own headings."""
    anchors = trees.anchors(paper.blocks)
    if contents is None:
        contents = [
            Entry(heading.text.replace("\n", " "), anchors[id(heading)], heading.label, heading.level)
            for heading in trees.headings(paper.blocks)
            if heading.in_contents
        ]
    structure = Node("Part")
    head = masthead(paper.masthead, paper.images, structure) if paper.masthead else None
    composer = Composer(paper.images, contents, anchors)
    slabs = composer.column(paper.blocks, structure, UPRIGHT.measure, top=True)
    first_depth = UPRIGHT.height - UPRIGHT.bottom - (head.text_top if head else UPRIGHT.top)

    def depth(index: int, turned: bool) -> float:
        if turned:
            return TURNED.depth
        return first_depth if index == 0 else UPRIGHT.depth

    pages = tuple(paginate(slabs, depth))
    places: dict[str, Place] = {}
    bookmarks: list[Bookmark] = []
    for number, y, mark in marks(pages):
        place = Place(number, _sheet_height(pages[number]) - _top(number, pages[number], head) - y)
        places.setdefault(mark.anchor, place)
        if mark.level:
            bookmarks.append(Bookmark(mark.title, mark.level, place.page, place.y))
    return Laid(paper, pages, head, structure, places, _nested(bookmarks))


def draw(
    paper: Paper,
    *,
    first_page: int = 1,
    total_pages: int | None = None,
    contents: Sequence[Entry] | None = None,
) -> Drawn:
    """Draw a paper as PDF.

    `first_page` and `total_pages` are for pages that go into something larger; `contents` replaces the
    paper's own headings in its contents list. The same tree always gives the same bytes.
    """
    laid = lay(paper, contents)
    total = total_pages if total_pages is not None else first_page - 1 + len(laid.pages)
    pdf, pending = press([(laid, first_page)], total)
    return Drawn(pdf, len(laid.pages), laid.anchors, laid.bookmarks, tuple(pending))


def glimpse(paper: Paper, anchor: str, further: int) -> Glimpse:
    """Draw the pages around a place alone, for a preview.

    The place is `further` pages after that of `anchor`, or after the first where it is unknown. Each page
    looks as `draw` would draw it; there are no bookmarks and no links.
    """
    laid = lay(paper)
    place = laid.anchors.get(anchor)
    middle = max(0, min((place.page if place else 0) + further, len(laid.pages) - 1))
    shown = range(max(0, middle - _BEFORE), min(len(laid.pages), middle + _AFTER + 1))
    pdf, _ = press([(laid, 1)], len(laid.pages), bookmarks=False, shown=shown)
    sheets = (TURNED if page.turned else UPRIGHT for page in laid.pages)
    return Glimpse(pdf, shown, tuple((sheet.width, sheet.height) for sheet in sheets), laid.anchors)


def press(
    papers: Sequence[tuple[Laid, int]],
    total: int,
    *,
    bookmarks: bool = True,
    number: Callable[[int], str] | None = None,
    keep_pending: bool = False,
    shown: range | None = None,
) -> tuple[bytes, list[Pending]]:
    """Draw papers one after the other into one file, so that they share their fonts.

    Each comes with the number of its first page. Returns the file and the links that lead out of their paper,
    with pages counted through the file. `number` gives what is printed on a page; by default «3 (12)».

    A link that leads out is plain text, or, with `keep_pending`, a tagged link whose
    annotation has a name (NM, «pending:ANCHOR») and no destination yet.

    `shown` names the pages, by index, that are drawn; the file has no others, and no links.

    In the structure tree the blocks of a single paper stand right under the document; of several, each paper
    is a Part of it, in their order.
    """
    printed = number or (lambda page: page_number(page, total))
    first = papers[0][0].paper
    pen = Pen(
        title=first.title,
        author=first.author,
        subject=first.subject,
        language=first.language,
        keep_pending=keep_pending,
        links=shown is None,
    )
    offset = 0
    for laid, first_page in papers:
        pen.begin_paper(offset, laid.anchors, first_page)
        for index, page in enumerate(laid.pages):
            if shown is None or offset + index in shown:
                _draw_page(pen, laid, index, page, printed(first_page + index))
        for mark in laid.bookmarks if bookmarks else ():
            pen.bookmark(mark.title, mark.level, Place(mark.page, mark.y))
        offset += len(laid.pages)
    document = Node("Document")
    structures = [laid.structure for laid, _ in papers]
    document.kids = structures if len(structures) > 1 else structures[0].kids
    return pen.finish(document), pen.pending


def _draw_page(pen: Pen, laid: Laid, index: int, page: Page, number: str) -> None:
    sheet = TURNED if page.turned else UPRIGHT
    pen.begin_page(sheet.width, sheet.height)
    head = laid.head if index == 0 and not page.turned else None
    draw_furniture(pen, laid.paper.furniture, sheet, number, masthead=head is not None)
    if head:
        draw_masthead(pen, head)
    top = _top(index, page, laid.head)
    for y, slab in page.placed:
        slab.draw(pen, sheet.left, top + y)
    pen.end_page()


def _sheet_height(page: Page) -> float:
    return TURNED.height if page.turned else UPRIGHT.height


def _top(index: int, page: Page, head: Head | None) -> float:
    if page.turned:
        return TURNED.top
    return head.text_top if head and index == 0 else UPRIGHT.top


def _nested(bookmarks: Sequence[Bookmark]) -> tuple[Bookmark, ...]:
    """Count levels from 0 and without gaps, as an outline needs them."""
    above: list[int] = []
    nested = []
    for mark in bookmarks:
        while above and above[-1] >= mark.level:
            above.pop()
        nested.append(Bookmark(mark.title, len(above), mark.page, mark.y))
        above.append(mark.level)
    return tuple(nested)
