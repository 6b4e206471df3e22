"""What changed since handlingar went out, and how the pages that come late are numbered (134a, 134b …)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from .comparing import Pair, compare
from .items import DocumentView, ItemView
from .manifest import (
    Manifest,
    SentDocument,
    SentItem,
    Span,
    meeting_facts,
    sent_delegated,
    sent_item,
    sent_texts,
)
from .records import MEMORANDUM_ROLES, BlockKind, PaperKind, TextRole
from .swedish import EN_DASH
from .texts import Draft
from .view import MeetingView

FACT_NAMES = ("Dag", "Tid", "Plats")
_FIRST_LETTER = ord("a")


@dataclass(frozen=True, slots=True)
class LastSent:
    """The latest packet or supplement that went out, and what its recipients have."""

    kind: PaperKind
    day: date
    known: Manifest


class DocumentChangeKind(StrEnum):
    """What happened to a handling since it went out."""

    ADDED = "added"
    REPLACED = "replaced"
    REMOVED = "removed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A handling that differs from what went out; `sent` is None for a new one, `now` for a removed one."""

    kind: DocumentChangeKind
    now: DocumentView | None
    sent: SentDocument | None


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text that differs: the paragraphs of both, those that answer to each other beside each other."""

    role: TextRole
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An ärende that differs. `sent` is None for a new one, `now` for one that was taken off the list."""

    now: ItemView | None
    sent: SentItem | None
    texts: tuple[TextChange, ...] = ()
    documents: tuple[DocumentChange, ...] = ()

    @property
    def heading(self) -> str:
        """The ärende's heading, as it is or was."""
        return self.now.item.title if self.now else (self.sent.title if self.sent else "")

    @property
    def late_documents(self) -> tuple[DocumentView, ...]:
        """The handlingar whose pages recipients don't have."""
        kinds = (DocumentChangeKind.ADDED, DocumentChangeKind.REPLACED)
        return tuple(d.now for d in self.documents if d.now is not None and d.kind in kinds)

    @property
    def late_memorandum(self) -> bool:
        """Whether the FöredragningsPM has to go out (again)."""
        if self.now is None or self.now.printed_memorandum is None:
            return False
        if self.sent is None or not self.sent.memorandum:
            return True
        of_it = (TextRole.PROPOSAL, TextRole.SUMMARY, *MEMORANDUM_ROLES)
        return any(t.role in of_it for t in self.texts)

    @property
    def late_delegated(self) -> bool:
        """Whether the delegationslista has to go out (again)."""
        if self.now is None or not self.now.delegated:
            return False
        return self.sent is None or sent_delegated(self.now) != self.sent.delegated


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs from what went out."""

    facts: tuple[tuple[str, str, str], ...]  # name, as sent, as it is
    items: tuple[ItemChange, ...]
    renumbered: tuple[tuple[str, int, int], ...] = ()  # heading, number as sent, as it is

    def __bool__(self) -> bool:
        return bool(self.facts or self.items)


def changes(sent: Manifest, view: MeetingView) -> Changes:
    """Return what recipients of `sent` don't know yet, in the order of the list; what was taken off last."""
    told = zip(FACT_NAMES, sent.facts, meeting_facts(view), strict=True)
    known = {i.item.id for i in view.items}
    found = [_changed(sent.item(i.item.id), i) for i in view.items]
    gone = [ItemChange(None, i) for i in sent.items if i.id not in known]
    numbers = ((i.item.title, sent.item(i.item.id), i.item.number) for i in view.items)
    moved = tuple((title, old.number, now) for title, old, now in numbers if old and old.number != now)
    return Changes(
        tuple(f for f in told if f[1] != f[2]), (*(c for c in found if c is not None), *gone), moved
    )


def _changed(sent: SentItem | None, item: ItemView) -> ItemChange | None:
    if sent is None:
        documents = tuple(DocumentChange(DocumentChangeKind.ADDED, d, None) for d in item.documents)
        return ItemChange(item, None, (), documents)
    change = ItemChange(item, sent, tuple(_texts(sent, item)), tuple(_documents(sent, item)))
    named = (item.item.title, item.diary_number) != (sent.title, sent.diary_number)
    written = item.printed_memorandum is not None and not sent.memorandum
    reported = sent_delegated(item) != sent.delegated
    return change if change.texts or change.documents or named or written or reported else None


def _texts(sent: SentItem, item: ItemView) -> Iterator[TextChange]:
    now = sent_texts(item)
    for role in TextRole:
        before, after = sent.texts.get(role.value, ()), now.get(role.value, ())
        pairs = tuple(p for p in compare(before, after) if p.differs)
        if pairs:
            yield TextChange(role, pairs)


def _documents(sent: SentItem, item: ItemView) -> Iterator[DocumentChange]:
    before = {d.id: d for d in sent.documents if d.sha256}  # of what was withheld nobody is told more
    for document in (d for d in item.documents if not d.withheld):
        old = before.pop(document.document.id, None)
        if old is None:
            yield DocumentChange(DocumentChangeKind.ADDED, document, None)
        elif old.sha256 != document.file.sha256:
            yield DocumentChange(DocumentChangeKind.REPLACED, document, old)
        elif old.title != document.document.title:
            yield DocumentChange(DocumentChangeKind.RENAMED, document, old)
    for old in before.values():
        yield DocumentChange(DocumentChangeKind.REMOVED, None, old)


# --- which words -----------------------------------------------------------------------------------


def marked_words(before: Draft | None, after: Draft | None) -> tuple[list[tuple[str, bool]], ...]:
    """Return both paragraphs as stretches of text with whether the other one has them not."""
    old, new = _words(before), _words(after)
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for tag, a, a_end, b, b_end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        left += [("".join(old[a:a_end]), tag != "equal")] if a_end > a else []
        right += [("".join(new[b:b_end]), tag != "equal")] if b_end > b else []
    return left, right


def _words(draft: Draft | None) -> list[str]:
    if draft is None:
        return []
    text = draft.text or "\n".join(" | ".join(row) for row in draft.rows)
    text = f"att {text}" if draft.kind is BlockKind.CLAUSE else text
    words = text.split(" ")
    return [f"{word} " for word in words[:-1]] + words[-1:]


# --- numbers ---------------------------------------------------------------------------------------


def letter(count: int) -> str:
    """Return «a» for 0, «b» for 1 … «z», «aa», «ab» …"""
    text = ""
    count += 1
    while count:
        count, rest = divmod(count - 1, 26)
        text = chr(_FIRST_LETTER + rest) + text
    return text


class Numbers:
    """Hands out late page numbers after the pages of the sent packet, going on where the last one ended."""

    def __init__(self, used: Mapping[int, int]) -> None:
        self._used = dict(used)

    def after(self, page: int, count: int) -> list[str]:
        """Return `count` numbers after `page`: «134a», «134b»."""
        start = self._used.get(page, 0)
        self._used[page] = start + count
        return [f"{page}{letter(start + n)}" for n in range(count)]

    @property
    def used(self) -> dict[int, int]:
        """How many have been handed out after each page, all supplements together."""
        return dict(self._used)


def number_span(numbers: Sequence[str]) -> str:
    """Return «134a–134c», or the only one."""
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}{EN_DASH}{numbers[-1]}"


def page_before(sent: Manifest, view: MeetingView, change: ItemChange, document: DocumentView | None) -> int:
    """Return the page of the sent packet after which late pages go: of what they replace, or of the item.

    Those of a new ärende come after the ärende that stands before it on the list.
    """
    if document is not None and change.sent is not None:
        old = next((d for d in change.sent.documents if d.id == document.document.id), None)
        if old is not None and old.span is not None:
            return old.span.last
    if change.sent is not None:
        return change.sent.last_page
    assert change.now is not None
    earlier = [i.item.id for i in view.items if i.item.number < change.now.item.number]
    places = [known.last_page for id in earlier if (known := sent.item(id)) is not None]
    return max(places, default=1)


def after_supplement(
    sent: Manifest,
    view: MeetingView,
    letters: Mapping[int, int],
    late: Mapping[str, str],
    places: Mapping[str, int],
) -> Manifest:
    """Return what recipients have when a supplement has gone out too.

    `late` are the numbers of the pages of documents by id, `places` the page after which a new ärende stands.
    """
    items = []
    for item in view.items:
        old = sent.item(item.item.id)
        known = {d.id: d for d in old.documents} if old else {}
        documents = tuple(
            _sent_document(d, known.get(d.document.id), late.get(d.document.id, "")) for d in item.documents
        )
        last = old.last_page if old else places[item.item.id]
        items.append(sent_item(item, last, documents))
    return replace(sent, facts=meeting_facts(view), items=tuple(items), letters=dict(letters))


def _sent_document(document: DocumentView, old: SentDocument | None, late: str) -> SentDocument:
    span: Span | None = old.span if old and not late else None
    numbers = late or (old.late if old else "")
    return SentDocument(document.document.id, document.document.title, document.file.sha256, span, numbers)
