"""Handlingar: kallelse, list, and each ärende's documents behind a divider, as one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from namndstod.domain.manifest import Manifest, Span, manifest
from namndstod.domain.papers import NAMES
from namndstod.domain.records import PaperKind
from namndstod.domain.swedish import iso_date
from namndstod.domain.view import DocumentView, MeetingView

from .worker_client import Place


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


def make_packet(
    view: MeetingView, images: Mapping[str, bytes], pages_of: Callable[[DocumentView], bytes]
) -> Packet:
    """Join everything into one file. `pages_of` gives the pages of a document. Raises EnvironmentProblem."""
    from namndstod.documents import builders  # not before the window is usable
    from namndstod.documents.packet import Part, assemble

    name = f"Handlingar {view.term.name} {iso_date(view.meeting.day)}"
    parts = [
        Part("Innehåll", builders.packet_contents(view, images), anchor="innehall", contents=True),
        Part("Kallelse och föredragningslista", builders.call_paper(view, images), anchor="kallelse"),
    ]
    owners: list[tuple[str | None, str | None]] = [(None, None), (None, None)]
    for item in view.items:
        if not (item.documents or item.delegated or item.memorandum):
            continue
        label = f"{item.item.number}."
        divider = builders.divider_paper(view, item)
        parts.append(Part(item.item.title, divider, label=label, anchor=f"arende-{item.item.number}"))
        owners.append((item.item.id, None))
        if item.memorandum is not None:
            written = builders.memorandum_paper(view, images, (item.item.id,))
            parts.append(Part(NAMES[PaperKind.MEMORANDUM], written, level=1))
            owners.append((item.item.id, None))
        if item.delegated:
            told = builders.delegated_paper(view, images, (item.item.id,))
            parts.append(Part(NAMES[PaperKind.DELEGATED], told, level=1))
            owners.append((item.item.id, None))
        for document in item.documents:
            parts.append(Part(document.document.title, pages_of(document), level=1))
            owners.append((item.item.id, document.document.id))
    packet = assemble(parts, title=name, author=view.customs.letterhead.organisation or view.term.name)
    return Packet(
        packet.pdf,
        packet.pages,
        tuple(
            PacketPart(place.part.title, place.first_page, place.pages, *owner)
            for place, owner in zip(packet.places, owners, strict=True)
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
