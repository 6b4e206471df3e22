"""Handlingar: own pages and attachments in one PDF with one continuous page number, bookmarks and links.

The own papers are laid out first; with the attachments' pages counted, every number is known before anything
is drawn, and all own papers are drawn into one file that shares its fonts. That file is then the packet:
attachments are added to it and the pages put in order, so the links between own pages stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from ..domain.content import Paper
from ..domain.errors import EnvironmentProblem
from .foreign import Stamper, add_pages
from .inspection import PdfState, is_signed, open_pdf
from .layout import Bookmark, Entry, Laid, Pending, lay, press


class PartProblem(EnvironmentProblem):
    """A part can't be taken into the packet; `part` is which, `state` why."""

    def __init__(self, part: Part, state: PdfState) -> None:
        why, way_on = {
            PdfState.PROTECTED: (
                "är skyddad med lösenord och kan inte tas med i handlingarna.",
                "Be avsändaren om filen utan lösenord, eller ta bort den från ärendet.",
            ),
        }.get(
            state,
            (
                "är skadad och kan inte tas med i handlingarna.",
                "Be avsändaren om en hel fil, eller ta bort den från ärendet.",
            ),
        )
        super().__init__(f"”{part.title}” {why}", way_on=way_on)
        self.part = part
        self.state = state


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a packet: an own paper, or the bytes or path of a PDF.

    `title` and `label` («3.») are its bookmark and its line in the contents list, `level` how deep they stand
    (0 = outermost). Links «#anchor» on own pages lead to its first page. A paper with `contents` gets its
    `Contents` block filled with the parts that are `listed`. `numbered` is for a PDF whose pages carry their
    numbers already.
    """

    title: str
    source: Paper | bytes | Path
    label: str = ""
    level: int = 0
    anchor: str = ""
    listed: bool = True
    contents: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class PartPlace:
    """Where a part stands: number of its first page and how many it has. `signed`: the original was."""

    part: Part
    first_page: int
    pages: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Packet:
    """The joined file."""

    pdf: bytes
    pages: int
    places: tuple[PartPlace, ...]


def assemble(parts: Sequence[Part], *, title: str = "Handlingar", author: str = "") -> Packet:
    """Join `parts` in order. Raises PartProblem for a part that is damaged or asks for a password.

    Attachments lose scripts, embedded files and actions that leave the file; forms and signatures are kept as
    what they show.
    """
    if not parts:
        raise ValueError("a packet needs parts")
    with ExitStack() as stack:
        opened = {
            i: _opened(part, stack) for i, part in enumerate(parts) if not isinstance(part.source, Paper)
        }
        places, laid = _plan(parts, opened)
        total = sum(place.pages for place in places)
        pdf, pending = _own_pages(places, laid, total, title, author)
        stack.enter_context(pdf)
        own = list(pdf.pages)
        stamper = Stamper(pdf)
        sheets: list[pikepdf.Object] = []
        for i, place in enumerate(places):
            if i in opened:
                added = add_pages(pdf, opened[i])
                if not place.part.numbered:
                    for number, sheet in enumerate(added, place.first_page):
                        stamper.stamp(sheet, f"{number} ({total})")
                sheets += added
            else:
                sheets += [page.obj for page in own[: place.pages]]
                del own[: place.pages]
        _order(pdf, sheets)
        _link(pdf, pending, places, laid, sheets)
        _bookmarks(pdf, places, laid, sheets)
        out = BytesIO()
        pdf.save(out)
    return Packet(out.getvalue(), total, tuple(places))


def _opened(part: Part, stack: ExitStack) -> pikepdf.Pdf:
    assert not isinstance(part.source, Paper)
    try:
        pdf = stack.enter_context(open_pdf(part.source))
        if not len(pdf.pages):
            raise PartProblem(part, PdfState.DAMAGED)
    except pikepdf.PasswordError as error:
        raise PartProblem(part, PdfState.PROTECTED) from error
    except pikepdf.PdfError as error:
        raise PartProblem(part, PdfState.DAMAGED) from error
    return pdf


def _plan(parts: Sequence[Part], opened: dict[int, pikepdf.Pdf]) -> tuple[list[PartPlace], dict[int, Laid]]:
    """Count pages and number them; the contents list last, when it knows the numbers."""
    laid = {
        i: lay(part.source, _entries(parts, [0] * len(parts)) if part.contents else None)
        for i, part in enumerate(parts)
        if isinstance(part.source, Paper)
    }
    places, first = [], 1
    for i, part in enumerate(parts):
        pages = len(opened[i].pages) if i in opened else len(laid[i].pages)
        places.append(PartPlace(part, first, pages, i in opened and is_signed(opened[i])))
        first += pages
    entries = _entries(parts, [place.first_page for place in places])
    for i, part in enumerate(parts):
        if part.contents and isinstance(part.source, Paper):
            laid[i] = lay(part.source, entries)  # numbers have a column of their own: not a page more or less
    return places, laid


def _entries(parts: Sequence[Part], first_pages: Sequence[int]) -> list[Entry]:
    return [
        Entry(part.title, _anchor(i, part), part.label, part.level + 1, str(first))
        for i, (part, first) in enumerate(zip(parts, first_pages, strict=True))
        if part.listed and not part.contents
    ]


def _anchor(index: int, part: Part) -> str:
    return part.anchor or f"del:{index}"


def _own_pages(
    places: Sequence[PartPlace], laid: dict[int, Laid], total: int, title: str, author: str
) -> tuple[pikepdf.Pdf, list[Pending]]:
    """Draw the own papers into one file and open it; the packet grows in it."""
    if not laid:
        pdf, pending = pikepdf.new(), list[Pending]()
    else:
        numbered = [(laid[i], places[i].first_page) for i in sorted(laid)]
        first = numbered[0][0]
        numbered[0] = (replace(first, paper=replace(first.paper, title=title, author=author)), numbered[0][1])
        data, pending = press(numbered, total, bookmarks=False)
        pdf = pikepdf.open(BytesIO(data))
    root = pdf.Root
    root.Lang = pikepdf.String("sv-SE")
    root.PageMode = Name.UseOutlines
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=1)]))
    if not laid:
        pdf.docinfo["/Title"] = title
        pdf.docinfo["/Author"] = author
    return pdf, pending


def _order(pdf: pikepdf.Pdf, sheets: Sequence[pikepdf.Object]) -> None:
    """Make `sheets` the pages, in their order: a flat page tree written at once."""
    tree = pdf.Root.Pages
    for sheet in sheets:
        sheet.Parent = tree
    tree.Kids = Array(list(sheets))
    tree.Count = len(sheets)


def _link(
    pdf: pikepdf.Pdf,
    pending: Sequence[Pending],
    places: Sequence[PartPlace],
    laid: dict[int, Laid],
    sheets: Sequence[pikepdf.Object],
) -> None:
    """Tie links of own pages to what they name in other parts; what is nowhere stays plain text."""
    targets: dict[str, Array] = {}
    for i, place in enumerate(places):
        targets.setdefault(_anchor(i, place.part), _destination(sheets, place.first_page - 1, None))
        for anchor, spot in laid[i].anchors.items() if i in laid else ():
            targets.setdefault(anchor, _destination(sheets, place.first_page - 1 + spot.page, spot.y))
    own = [
        sheet
        for i in sorted(laid)
        for sheet in sheets[places[i].first_page - 1 : places[i].first_page - 1 + places[i].pages]
    ]
    for link in pending:
        target = targets.get(link.anchor)
        if target is None:
            continue
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array(list(link.rectangle)),
            Border=Array([0, 0, 0]),
            Dest=target,
        )
        sheet = own[link.page]
        if "/Annots" not in sheet:
            sheet.Annots = Array([])
        sheet.Annots.append(pdf.make_indirect(annotation))


def _destination(sheets: Sequence[pikepdf.Object], index: int, y: float | None) -> Array:
    if y is None:
        return Array([sheets[index], Name.Fit])
    return Array([sheets[index], Name.XYZ, None, round(y + 12, 1), None])


def _bookmarks(
    pdf: pikepdf.Pdf, places: Sequence[PartPlace], laid: dict[int, Laid], sheets: Sequence[pikepdf.Object]
) -> None:
    """Write the outline: the parts by level, and below an own paper its headings."""
    above: list[tuple[int, list[pikepdf.OutlineItem]]] = []
    with pdf.open_outline() as outline:
        outline.root.clear()
        for i, place in enumerate(places):
            title = f"{place.part.label} {place.part.title}".strip()
            target = _destination(sheets, place.first_page - 1, None)
            _hang(outline.root, above, place.part.level, title, target)
            for mark in _headings(laid.get(i), title):
                spot = _destination(sheets, place.first_page - 1 + mark.page, mark.y)
                _hang(outline.root, above, place.part.level + 1 + mark.level, mark.title, spot)


def _headings(laid: Laid | None, title: str) -> Sequence[Bookmark]:
    """Return the headings to hang below a part: not a single one that says the same again."""
    if laid is None or [mark.title for mark in laid.bookmarks] == [title]:
        return ()
    return laid.bookmarks


def _hang(
    root: list[pikepdf.OutlineItem],
    above: list[tuple[int, list[pikepdf.OutlineItem]]],
    level: int,
    title: str,
    target: Array,
) -> None:
    while above and above[-1][0] >= level:
        above.pop()
    item = pikepdf.OutlineItem(title, target)
    (above[-1][1] if above else root).append(item)
    above.append((level, item.children))
