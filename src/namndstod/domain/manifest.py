"""What stood in handlingar that went out, kept beside the packet: what comes late is told from it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from .items import ItemView
from .records import MEMORANDUM_ROLES, BlockKind, TextRole
from .swedish import clock_span, listed, weekday_date
from .texts import Draft
from .view import MeetingView

SENT_ROLES = (TextRole.PROPOSAL, TextRole.SUMMARY, TextRole.POINTS, *MEMORANDUM_ROLES)
"""The texts of an item that a recipient has read."""


@dataclass(frozen=True, slots=True)
class Span:
    """Pages in the packet, from `first` (counted from 1)."""

    first: int
    pages: int

    @property
    def last(self) -> int:
        """The last of them."""
        return self.first + self.pages - 1


@dataclass(frozen=True, slots=True)
class SentDocument:
    """A handling as it went out: which file, and on which pages. `late` names the pages of a supplement."""

    id: str
    title: str
    sha256: str
    span: Span | None = None
    late: str = ""  # «134a–134c»


@dataclass(frozen=True, slots=True)
class SentItem:
    """An item as it went out. `last_page` is where pages that come late are put after."""

    id: str
    number: int
    title: str
    diary_number: str
    last_page: int
    texts: Mapping[str, tuple[Draft, ...]] = field(default_factory=dict)  # by TextRole
    documents: tuple[SentDocument, ...] = ()
    memorandum: bool = False  # with a FöredragningsPM written in the program
    delegated: tuple[str, ...] = ()  # the delegated decisions reported, a line each


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that recipients of one edition have. `letters` counts the late pages after each page."""

    facts: tuple[str, ...]  # day, time and place as the kallelse says them
    pages: int
    items: tuple[SentItem, ...]
    letters: Mapping[int, int] = field(default_factory=dict)

    def item(self, id: str) -> SentItem | None:
        """Return the item as it went out, or None."""
        return next((i for i in self.items if i.id == id), None)


def meeting_facts(view: MeetingView) -> tuple[str, ...]:
    """Return day, times and place as they are printed."""
    meeting = view.meeting
    days = [weekday_date(day) for day in (meeting.day, meeting.end_day) if day is not None]
    times = clock_span(meeting.starts, meeting.ends, view.customs.time_separator)
    return listed(days), times, meeting.place


def sent_texts(item: ItemView) -> dict[str, tuple[Draft, ...]]:
    """Return the texts of an item without what only the store knows."""
    found = {role: item.text(role) for role in SENT_ROLES}
    return {role.value: tuple(_bare(d) for d in drafts) for role, drafts in found.items() if drafts}


def sent_delegated(item: ItemView) -> tuple[str, ...]:
    """Return what the delegationslista says of each decision, for comparing."""
    return tuple(
        f"{d.diary_number} {d.kind} {d.recipient} {d.amount} {d.decided_by} {d.decided_on} {d.point}"
        for d in item.delegated
    )


def sent_item(item: ItemView, last_page: int, documents: tuple[SentDocument, ...]) -> SentItem:
    """Return an item as it goes out now."""
    return SentItem(
        item.item.id,
        item.item.number,
        item.item.title,
        item.diary_number,
        last_page,
        sent_texts(item),
        documents,
        item.printed_memorandum is not None,
        sent_delegated(item),
    )


def manifest(view: MeetingView, pages: int, spans: Mapping[str, Span]) -> Manifest:
    """Return what goes out now. `spans` are the pages of items and documents by id; some have none."""
    items: list[SentItem] = []
    before = 1
    for item in view.items:
        whole = spans.get(item.item.id)
        before = whole.last if whole else before
        documents = tuple(
            SentDocument(d.document.id, d.document.title, d.file.sha256, spans.get(d.document.id))
            for d in item.documents
        )
        items.append(sent_item(item, before, documents))
    return Manifest(meeting_facts(view), pages, tuple(items))


def to_json(sent: Manifest) -> str:
    """Return the manifest as canonical JSON."""
    return json.dumps(asdict(sent), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Manifest:
    """Read what `to_json` wrote. Raises ValueError on anything else."""
    try:
        found = json.loads(text)
        return Manifest(
            facts=tuple(found["facts"]),
            pages=found["pages"],
            items=tuple(_item(i) for i in found["items"]),
            letters={int(page): count for page, count in found["letters"].items()},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a manifest") from error


def _item(found: dict[str, Any]) -> SentItem:
    texts = {role: tuple(_draft(d) for d in drafts) for role, drafts in found["texts"].items()}
    documents, delegated = tuple(_documents(found["documents"])), tuple(found["delegated"])
    return SentItem(**{**found, "texts": texts, "documents": documents, "delegated": delegated})


def _documents(found: Iterable[dict[str, Any]]) -> Iterable[SentDocument]:
    return (SentDocument(**{**d, "span": Span(**d["span"]) if d["span"] else None}) for d in found)


def _draft(found: dict[str, Any]) -> Draft:
    rows = tuple(tuple(row) for row in found["rows"])
    return Draft(BlockKind(found["kind"]), found["text"], found["depth"], rows=rows)


def _bare(draft: Draft) -> Draft:
    return Draft(draft.kind, draft.text, draft.depth, rows=draft.rows)
