"""Handlingar: kallelse, list, and each ärende's documents behind a divider, as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from namndstod.domain.editions import swept
from namndstod.domain.manifest import Manifest, Span, manifest
from namndstod.domain.papers import NAMES, speaking_name
from namndstod.domain.records import PaperKind
from namndstod.domain.swedish import iso_date
from namndstod.domain.view import DocumentView, ItemView, MeetingView

from .worker_client import Place

if TYPE_CHECKING:
    from namndstod.documents.packet import Part

_LONGEST_NAME = 120
"""Characters of a file's name: paths on Windows end at 260."""
PagesOf = Callable[[DocumentView], bytes]
"""Gives the PDF pages of a document."""


@dataclass(frozen=True, slots=True)
class PacketPart:
    """Where something stands in the packet: number of its first page (from 1) and how many pages it has."""

    title: str
    first_page: int
    pages: int
    item_id: str | None = None
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Spot:
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Packet:
    """The packet: the PDF, its number of pages, and its parts in order."""

    pdf: bytes
    pages: int
    parts: tuple[PacketPart, ...]

    @property
    def anchors(self) -> Mapping[str, Place]:
        """Where each item begins: «item:» and its id → page from 0 and height over its lower edge."""
        top = 800.0
        first = {p.item_id: p.first_page for p in reversed(self.parts) if p.item_id}
        return {f"item:{item_id}": _Spot(page - 1, top) for item_id, page in first.items()}


@dataclass(frozen=True, slots=True)
class Planned:
    """A part before the packet is put together, and what it is of."""

    part: Part
    item_id: str | None = None
    document_id: str | None = None


def make_packet(view: MeetingView, images: Mapping[str, bytes], pages_of: PagesOf) -> Packet:
    """Join everything into one file. `pages_of` gives the pages of a document. Raises EnvironmentProblem."""
    from namndstod.documents import builders  # not before the window is usable
    from namndstod.documents.packet import Part

    planned = [
        Planned(Part("Innehåll", builders.packet_contents(view, images), anchor="innehall", contents=True)),
        Planned(
            Part("Kallelse och föredragningslista", builders.call_paper(view, images), anchor="kallelse")
        ),
    ]
    for item in view.items:
        if item.has_papers:
            planned += item_parts(view, images, item, pages_of)
    return _assembled(view, planned)


def item_parts(
    view: MeetingView, images: Mapping[str, bytes], item: ItemView, pages_of: PagesOf
) -> Iterator[Planned]:
    """Yield what a packet has of one ärende: divider, FöredragningsPM, delegationslista, documents."""
    from namndstod.documents import builders
    from namndstod.documents.packet import Part

    id, number = item.item.id, item.item.number
    divider = builders.divider_paper(view, item)
    yield Planned(Part(item.item.title, divider, label=f"{number}.", anchor=f"arende-{number}"), id)
    if item.printed_memorandum is not None:
        written = builders.memorandum_paper(view, images, (id,))
        yield Planned(Part(NAMES[PaperKind.MEMORANDUM], written, level=1), id)
    if item.delegated:
        told = builders.delegated_paper(view, images, (id,))
        yield Planned(Part(NAMES[PaperKind.DELEGATED], told, level=1), id)
    for document in item.documents:
        yield Planned(document_part(view, document, pages_of), id, document.document.id)


def document_part(
    view: MeetingView, document: DocumentView, pages_of: PagesOf, *, label: str = "", level: int = 1
) -> Part:
    """Return the pages of a document as the edition shows them: whole, without some, or a page instead."""
    from namndstod.documents import builders
    from namndstod.documents.packet import Part

    title = document.document.title
    if document.withheld:
        return Part(title, builders.withheld_paper(view, document), label, level)
    ground = document.document.secrecy_ground or "personuppgifter"
    return Part(title, pages_of(document), label, level, withheld=document.left_out, ground=ground)


@dataclass(frozen=True, slots=True)
class ItemFile:
    """All pages of one ärende as a file of its own; `name` is «03 Färjetider TN 2027-4.pdf»."""

    name: str
    pdf: bytes


def item_files(view: MeetingView, images: Mapping[str, bytes], pages_of: PagesOf) -> Iterator[ItemFile]:
    """Yield one file per ärende with handlingar, for reading apps; pages are numbered as in the packet."""
    from namndstod.documents.packet import assemble

    whole = make_packet(view, images, pages_of)
    known = manifest_of(view, whole)
    author = view.customs.letterhead.organisation or view.term.name
    for item in view.items:
        first = next((p.first_page for p in whole.parts if p.item_id == item.item.id), None)
        if first is None:
            continue
        planned = item_parts(view, images, item, pages_of)
        title = f"{item.item.number}. {item.item.title}"
        packet = assemble(
            [swept(p.part, view) for p in planned],
            title=title,
            author=author,
            number=partial(_number, first, known.pages),
        )
        name = speaking_name(f"{item.item.number:02} {item.item.title} {item.diary_number}".strip())
        yield ItemFile(f"{name[:_LONGEST_NAME].rstrip(' .')}.pdf", packet.pdf)


def _number(first: int, total: int, index: int) -> str:
    return f"{first + index} ({total})"


def _assembled(view: MeetingView, planned: Sequence[Planned]) -> Packet:
    from namndstod.documents.packet import assemble

    name = f"Handlingar {view.term.name} {iso_date(view.meeting.day)}"
    author = view.customs.letterhead.organisation or view.term.name
    packet = assemble([swept(p.part, view) for p in planned], title=name, author=author)
    return Packet(
        packet.pdf,
        packet.pages,
        tuple(
            PacketPart(place.part.title, place.first_page, place.pages, p.item_id, p.document_id)
            for place, p in zip(packet.places, planned, strict=True)
        ),
    )


def manifest_of(view: MeetingView, packet: Packet) -> Manifest:
    """Return what stands in a packet and where, to be kept beside it when it goes out."""
    spans: dict[str, Span] = {}
    for part in packet.parts:
        if part.document_id is not None:
            spans[part.document_id] = Span(part.first_page, part.pages)
        if part.item_id is not None:
            first = spans.get(part.item_id, Span(part.first_page, 0)).first
            spans[part.item_id] = Span(first, part.first_page + part.pages - first)
    return manifest(view, packet.pages, spans)
