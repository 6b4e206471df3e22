"""Tilläggshandlingar: what came after the packet went out, numbered 134a, 134b …; the packet stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from namndstod.domain.content import Paper
from namndstod.domain.errors import RuleBroken
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
from namndstod.domain.papers import NAMES
from namndstod.domain.records import PaperKind
from namndstod.domain.swedish import iso_date
from namndstod.domain.view import MeetingView

from .packets import PagesOf, document_part, item_parts

if TYPE_CHECKING:
    from namndstod.documents.builders.common import Images
    from namndstod.documents.packet import Part


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
    packet = assemble(parts, title=name, author=author, number=lambda index: printed[index])
    places = {p.change.now.item.id: p.after for p in pieces if p.change.now and p.change.sent is None}
    known = after_supplement(sent, view, numbers.used, late, {**_bare_places(view, sent, found), **places})
    return Supplement(packet.pdf, printed, known)


def _pieces(
    view: MeetingView, images: Images, sent: Manifest, change: ItemChange, pages_of: PagesOf
) -> list[_Late]:
    """Return what goes out of one ärende: all of a new one, else what is new in it."""
    from namndstod.documents.builders import delegated_key, delegated_paper, memorandum_paper
    from namndstod.documents.packet import Part

    item = change.now
    if item is None:
        return []
    if change.sent is None and not item.has_papers:
        return []
    if change.sent is None:
        after = page_before(sent, view, change, None)
        planned = list(item_parts(view, images, item, pages_of))
        return [_late(p.document_id or item.item.id, change, p.part, after) for p in planned]
    label = f"{item.item.number}."
    pieces: list[_Late] = []
    if change.late_memorandum:
        paper = memorandum_paper(view, images, (item.item.id,))
        part = Part(NAMES[PaperKind.MEMORANDUM], paper, label=label)
        pieces.append(_late(item.item.id, change, part, page_before(sent, view, change, None)))
    if change.late_delegated:
        listed = delegated_paper(view, images, (item.item.id,))
        part = Part(NAMES[PaperKind.DELEGATED], listed, label=label)
        pieces.append(_late(delegated_key(item.item.id), change, part, page_before(sent, view, change, None)))
    for document in change.late_documents:
        part = document_part(view, document, pages_of, label=label, level=0)
        pieces.append(_late(document.document.id, change, part, page_before(sent, view, change, document)))
    return pieces


def _late(owner: str, change: ItemChange, part: Part, after: int) -> _Late:
    from namndstod.documents.inspection import inspect_pdf
    from namndstod.documents.layout import lay

    source = part.source
    pages = len(lay(source).pages) if isinstance(source, Paper) else inspect_pdf(source).pages
    return _Late(owner, change, part, pages, after)


def _owned(pieces: list[_Late], given: list[list[str]]) -> dict[str, str]:
    """Return the numbers of the pages of each document, and of each ärende's own pages, as printed."""
    numbers: dict[str, list[str]] = {}
    for piece, own in zip(pieces, given, strict=True):
        numbers.setdefault(piece.owner, []).extend(own)
    return {owner: number_span(own) for owner, own in numbers.items() if own}


def _bare_places(view: MeetingView, sent: Manifest, found: Changes) -> Mapping[str, int]:
    """Return where new ärenden without any pages stand."""
    new = [c for c in found.items if c.now is not None and c.sent is None]
    return {c.now.item.id: page_before(sent, view, c, None) for c in new if c.now is not None}
