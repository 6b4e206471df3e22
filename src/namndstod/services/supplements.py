"""Tilläggshandlingar: what came after the packet went out, numbered 134a, 134b …; the packet stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from namndstod.domain.errors import RuleBroken
from namndstod.domain.items import DocumentView
from namndstod.domain.late_papers import (
    Changes,
    ItemChange,
    LastSent,
    Numbers,
    after_supplement,
    changes,
    number_span,
    page_before,
)
from namndstod.domain.manifest import Manifest
from namndstod.domain.records import PaperKind
from namndstod.domain.swedish import iso_date
from namndstod.domain.view import MeetingView

if TYPE_CHECKING:
    from namndstod.documents.builders.common import Images
    from namndstod.documents.packet import Part

PagesOf = Callable[[DocumentView], bytes]


@dataclass(frozen=True, slots=True)
class Supplement:
    """A supplement: the PDF, the number printed on each page, and what recipients then have."""

    pdf: bytes
    numbers: tuple[str, ...]
    known: Manifest


@dataclass(frozen=True, slots=True)
class _Late:
    """Pages that came late: where they go, of which ärende, and whose numbers they are (an id)."""

    owner: str
    change: ItemChange
    part: Part
    pages: int
    after: int


def make_supplement(view: MeetingView, images: Images, last: LastSent, pages_of: PagesOf) -> Supplement:
    """Return what recipients of `last` lack. Raises RuleBroken when that is nothing, EnvironmentProblem."""
    from namndstod.documents.builders import supplement_paper
    from namndstod.documents.layout import lay
    from namndstod.documents.packet import Part, assemble

    sent = last.known
    found = changes(sent, view)
    if not found:
        raise RuleBroken("Inget har ändrats sedan handlingarna skickades ut.")
    pieces = [p for change in found.items for p in _pieces(view, images, sent, change, pages_of)]
    front_pages = 1
    while True:  # how long the front page gets depends on the numbers in it, and these on how long it gets
        numbers = Numbers(sent.letters)
        front_numbers = numbers.after(1, front_pages)
        given = [numbers.after(piece.after, piece.pages) for piece in pieces]
        late = _owned(pieces, given)
        front = supplement_paper(view, images, found, last, late)
        needed = len(lay(front).pages)
        if needed <= front_pages:
            break
        front_pages = needed
    printed = (*front_numbers[:needed], *(number for each in given for number in each))
    parts = [Part("Ändringar", front, anchor="andringar"), *(piece.part for piece in pieces)]
    name = f"Tilläggshandlingar {view.term.name} {iso_date(view.meeting.day)}"
    author = view.customs.letterhead.organisation or view.term.name
    packet = assemble(parts, title=name, author=author, number=lambda index: printed[index - 1])
    places = {p.change.now.item.id: p.after for p in pieces if p.change.now and p.change.sent is None}
    known = after_supplement(sent, view, numbers.used, late, {**_bare_places(view, sent, found), **places})
    return Supplement(packet.pdf, printed, known)


def _pieces(
    view: MeetingView, images: Images, sent: Manifest, change: ItemChange, pages_of: PagesOf
) -> list[_Late]:
    """Return what goes out of one ärende: a divider for a new one, its FöredragningsPM, its documents."""
    from namndstod.documents import builders
    from namndstod.documents.inspection import inspect_pdf
    from namndstod.documents.layout import lay
    from namndstod.documents.packet import Part

    item = change.now
    if item is None:
        return []
    label = f"{item.item.number}."
    pieces: list[_Late] = []
    if change.sent is None:
        divider = builders.divider_paper(view, item)
        after = page_before(sent, view, change, None)
        part = Part(item.item.title, divider, label=label)
        pieces.append(_Late(f"divider:{item.item.id}", change, part, len(lay(divider).pages), after))
    if change.late_memorandum:
        paper = builders.BUILDERS[PaperKind.MEMORANDUM](view, images, (item.item.id,))
        part = Part("FöredragningsPM", paper, label=label)
        after = page_before(sent, view, change, None)
        pieces.append(_Late(item.item.id, change, part, len(lay(paper).pages), after))
    for document in change.late_documents:
        pdf = pages_of(document)
        part = Part(document.document.title, pdf, label=label)
        after = page_before(sent, view, change, document)
        pieces.append(_Late(document.document.id, change, part, inspect_pdf(pdf).pages, after))
    return pieces


def _owned(pieces: list[_Late], given: list[list[str]]) -> dict[str, str]:
    """Return the numbers of each document's and memorandum's pages as they are printed."""
    return {p.owner: number_span(n) for p, n in zip(pieces, given, strict=True) if n}


def _bare_places(view: MeetingView, sent: Manifest, found: Changes) -> Mapping[str, int]:
    """Return where new ärenden without any pages stand."""
    new = [c for c in found.items if c.now is not None and c.sent is None]
    return {c.now.item.id: page_before(sent, view, c, None) for c in new if c.now is not None}
