"""Handlingar: own pages and attachments in one PDF with one continuous page number, bookmarks and links.

The own papers are laid out first; with the attachments' pages counted, every number is known before anything
is drawn, and all own papers are drawn into one file that shares its fonts. That file is then the packet:
attachments are added to it with their structure, and pages and structure are put in order, so the links
between own pages stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Name

from ..domain.content import Paper
from ..domain.errors import EnvironmentProblem
from . import withholding
from .cleaning import TooDeep
from .conformance import conforms
from .foreign import put_in_order, take
from .inspection import PdfState, is_signed, open_pdf
from .layout import Entry, Laid, Pending, lay, press
from .merging import Branch, Structure
from .navigation import add_bookmarks, destination, page_labels, tie
from .separating import Entangled
from .stamping import Stamper
from .tagging import write_metadata

Number = Callable[[int], str]


class PartProblem(EnvironmentProblem):
    """A part can't be taken into the packet; `part` is which, `state` why."""

    def __init__(self, part: Part, state: PdfState) -> None:
        why, way_on = {
            PdfState.PROTECTED: (
                "är skyddad med lösenord och kan inte tas med i handlingarna.",
                "Be avsändaren om filen utan lösenord, eller ta bort den från ärendet.",
            ),
            PdfState.ENTANGLED: (
                "har sidor som hänger ihop så att de undantagna inte säkert kan skiljas ut.",
                "Undanta hela handlingen, eller byt den mot en fil utan de sidorna.",
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
    numbers already. `withheld` are pages of a PDF (from 1) that a public edition leaves out: an own page of
    the same size says so with its `ground`, and nothing of them is in the file.
    """

    title: str
    source: Paper | bytes | Path
    label: str = ""
    level: int = 0
    anchor: str = ""
    listed: bool = True
    contents: bool = False
    numbered: bool = False
    withheld: tuple[int, ...] = ()
    ground: str = withholding.GROUND


@dataclass(frozen=True, slots=True)
class PartPlace:
    """Where a part stands: number of its first page and how many it has. `signed`: the original was."""

    part: Part
    first_page: int
    pages: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Packet:
    """The joined file. `conforming`: it is PDF/UA-1 and PDF/A-2a throughout, and says so."""

    pdf: bytes
    pages: int
    places: tuple[PartPlace, ...]
    conforming: bool = False


def assemble(
    parts: Sequence[Part], *, title: str = "Handlingar", author: str = "", number: Number | None = None
) -> Packet:
    """Join `parts` in order. Raises PartProblem for a part that is damaged or asks for a password.

    Attachments keep their structure, and lose scripts, embedded files and actions that leave the file; forms
    and signatures are kept as what they show. `number` gives what is printed on the page with an index from
    0, by default «12 (303)»; of «134b (134)» the first word is the page's label and stands in contents.
    """
    if not parts:
        raise ValueError("a packet needs parts")
    with ExitStack() as stack:
        opened = {
            i: _opened(part, stack) for i, part in enumerate(parts) if not isinstance(part.source, Paper)
        }
        total = 0

        def printed(index: int) -> str:
            return number(index) if number else f"{index + 1} ({total})"

        plan = _plan(parts, opened, printed)
        total = sum(place.pages for place in plan.places)
        binding = _bind(plan, opened, [printed(i) for i in range(total)], title, author, stack)
        conforming = binding.complete and binding.conforming
        write_metadata(binding.pdf, title, author, conforming=conforming)
        out = BytesIO()
        binding.pdf.save(out, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return Packet(out.getvalue(), total, plan.places, conforming)


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


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where every part stands, own papers laid out (by part), and pages withheld (by part and page)."""

    places: tuple[PartPlace, ...]
    laid: dict[int, Laid]
    notices: dict[tuple[int, int], Laid]

    def own(self) -> list[tuple[Laid, int]]:
        """Return all that is drawn by us, in the order of pages, with the number of each one's first page."""
        found: list[tuple[Laid, int]] = []
        for i, place in enumerate(self.places):
            if i in self.laid:
                found.append((self.laid[i], place.first_page))
            withheld = sorted(page for part, page in self.notices if part == i)
            found += [(self.notices[i, page], place.first_page + page - 1) for page in withheld]
        return found


def _plan(parts: Sequence[Part], opened: dict[int, pikepdf.Pdf], printed: Number) -> _Plan:
    """Count pages and number them; the contents list last, when it knows the numbers."""
    laid = {
        i: lay(part.source, _entries(parts, [""] * len(parts)) if part.contents else None)
        for i, part in enumerate(parts)
        if isinstance(part.source, Paper)
    }
    notices = {
        (i, page): lay(
            withholding.notice(page, len(pdf.pages), parts[i].ground, numbered=not parts[i].numbered)
        )
        for i, pdf in opened.items()
        for page in set(parts[i].withheld)
        if 1 <= page <= len(pdf.pages)
    }
    places, first = [], 1
    for i, part in enumerate(parts):
        pages = len(opened[i].pages) if i in opened else len(laid[i].pages)
        places.append(PartPlace(part, first, pages, i in opened and is_signed(opened[i])))
        first += pages
    entries = _entries(parts, [printed(place.first_page - 1).partition(" ")[0] for place in places])
    for i, part in enumerate(parts):
        if part.contents and isinstance(part.source, Paper):
            laid[i] = lay(part.source, entries)  # numbers have a column of their own: not a page more or less
    return _Plan(tuple(places), laid, notices)


def _entries(parts: Sequence[Part], pages: Sequence[str]) -> list[Entry]:
    return [
        Entry(part.title, _anchor(i, part), part.label, part.level + 1, page)
        for i, (part, page) in enumerate(zip(parts, pages, strict=True))
        if part.listed and not part.contents
    ]


def _anchor(index: int, part: Part) -> str:
    return part.anchor or f"del:{index}"


@dataclass(slots=True)
class _Binding:
    """The packet while it grows: pages and parts of the structure as they are to be read."""

    pdf: pikepdf.Pdf
    structure: Structure
    own: list[pikepdf.Object]
    sheets: list[pikepdf.Object] = field(default_factory=list)
    reading: list[Branch | pikepdf.Object] = field(default_factory=list)
    complete: bool = True  # everything is in the structure
    conforming: bool = True  # every part says that it is PDF/UA-1 and PDF/A-2a


def _bind(
    plan: _Plan,
    opened: dict[int, pikepdf.Pdf],
    printed: Sequence[str],
    title: str,
    author: str,
    stack: ExitStack,
) -> _Binding:
    """Draw the own papers, add the attachments, and put everything in order."""
    pdf, pending = _own_pages(plan.own(), printed, title, author)
    stack.enter_context(pdf)
    structure = Structure(pdf, len(plan.own()))
    binding = _Binding(pdf, structure, [page.obj for page in pdf.pages])
    if plan.own():
        binding.complete, binding.conforming = bool(structure.parts), conforms(pdf)
    pages, own_parts = iter(binding.own), iter(structure.parts)
    stamper = Stamper(pdf)
    for i, place in enumerate(plan.places):
        if i in opened:
            instead = {n - 1: next(pages) for n in range(1, place.pages + 1) if (i, n) in plan.notices}
            taken = _attach(binding, place, opened[i], instead, [next(own_parts, None) for _ in instead])
            if not place.part.numbered:
                for index, page in taken.items():
                    stamper.stamp(page, printed[place.first_page - 1 + index])
        else:
            binding.sheets += [next(pages) for _ in range(place.pages)]
            binding.reading += [part for part in (next(own_parts, None),) if part is not None]
    put_in_order(pdf, binding.sheets)
    _link(binding, pending, plan)
    structure.finish(binding.reading, complete=binding.complete)
    add_bookmarks(
        pdf,
        binding.sheets,
        [(f"{p.part.label} {p.part.title}".strip(), p.part.level, p.first_page - 1, plan.laid.get(i))
         for i, p in enumerate(plan.places)],
    )  # fmt: skip
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.PageLabels = page_labels(printed)
    return binding


def _own_pages(
    own: Sequence[tuple[Laid, int]], printed: Sequence[str], title: str, author: str
) -> tuple[pikepdf.Pdf, list[Pending]]:
    """Draw the own papers into one file and open it; the packet grows in it."""
    if not own:
        return pikepdf.new(), []
    (first, at), *others = own
    first = replace(first, paper=replace(first.paper, title=title, author=author))
    data, pending = press(
        [(first, at), *others],
        len(printed),
        bookmarks=False,
        number=lambda page: printed[page - 1],
        keep_pending=True,
    )
    return pikepdf.open(BytesIO(data)), pending


def _attach(
    binding: _Binding,
    place: PartPlace,
    source: pikepdf.Pdf,
    instead: dict[int, pikepdf.Object],
    notices: Sequence[pikepdf.Object | None],
) -> dict[int, pikepdf.Object]:
    """Add an attachment's pages, and return them by index.

    `instead` are our pages for those left out, `notices` their parts of the structure.
    """
    binding.conforming = binding.conforming and conforms(source)
    try:
        taken = take(binding.pdf, binding.structure, source, place.part.title, frozenset(instead))
    except Entangled as error:
        raise PartProblem(place.part, PdfState.ENTANGLED) from error
    except (TooDeep, pikepdf.PdfError, ValueError, TypeError, RuntimeError) as error:
        raise PartProblem(place.part, PdfState.DAMAGED) from error
    for index, page in instead.items():
        withholding.fit(binding.pdf, page, taken.left_out[index])
    binding.sheets += [instead.get(n) or taken.pages[n] for n in range(place.pages)]
    branch = taken.branch
    binding.complete = binding.complete and (branch is not None or not taken.pages)
    if branch is None and any(part is not None for part in notices):
        branch = Branch(binding.structure.part(place.part.title))
    for index, part in zip(instead, notices, strict=True):
        if branch is not None and part is not None:
            branch.insert(part, index)
    if branch is not None:
        binding.reading.append(branch)
    return taken.pages


def _link(binding: _Binding, pending: Sequence[Pending], plan: _Plan) -> None:
    """Tie links of own pages to what they name in other parts; what is nowhere stays plain text."""
    targets: dict[str, Array] = {}
    for i, place in enumerate(plan.places):
        first = place.first_page - 1
        targets.setdefault(_anchor(i, place.part), destination(binding.sheets, first, None))
        for anchor, spot in plan.laid[i].anchors.items() if i in plan.laid else ():
            targets.setdefault(anchor, destination(binding.sheets, first + spot.page, spot.y))
    tie(binding.structure, binding.own, pending, targets)
