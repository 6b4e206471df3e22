"""Taking in what was chosen of papers that others wrote: ärenden, handlingar, letters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from namndstod.domain.delegation import DecisionLetter, DelegatedDecision
from namndstod.domain.errors import RuleBroken
from namndstod.domain.marks import carried
from namndstod.domain.records import (
    AgendaItem,
    ItemKind,
    ItemPurpose,
    Matter,
    Meeting,
    MeetingState,
    Memorandum,
    StoredFile,
    SupportingDocument,
    TextBlock,
    TextRole,
    new_id,
)
from namndstod.domain.texts import Draft, drafts_of

from .agenda import AddItem, SetDiaryNumber, SetRecipients
from .base import Command, Desk
from .delegation import AddDelegated, ChangeDelegated, ReportDelegated, WriteLetter
from .supporting import AttachFiles, IncomingFile, MoveDocument
from .texts import store_text


@dataclass(frozen=True)
class IncomingText:
    """A text of an ärende, in the place of what stands there."""

    role: TextRole
    drafts: tuple[Draft, ...]


@dataclass(frozen=True)
class IncomingHead:
    """The head of a FöredragningsPM and who signs it; None leaves what stands there."""

    unit: str | None = None
    officer: str | None = None
    day: date | None = None
    signatory: str | None = None
    signatory_title: str | None = None


@dataclass(frozen=True)
class IncomingItem:
    """What is taken in of an ärende; None leaves what stands there. Without `item_id` it is a new one.

    `head` makes it have a FöredragningsPM, whose file is `original`. `renamed` gives documents that are
    attached already the names that the paper calls them (id → title).
    """

    item_id: str | None = None
    number: int | None = None  # place of a new one on the list; None: before the standing last ones
    kind: ItemKind = ItemKind.DECISION  # of a new one
    purpose: ItemPurpose | None = None  # likewise
    title: str | None = None
    diary_number: str | None = None
    external_diary_number: str | None = None
    presenters: tuple[str, ...] | None = None
    texts: tuple[IncomingText, ...] = ()
    recipients: tuple[str, ...] | None = None
    head: IncomingHead | None = None
    original: IncomingFile | None = None
    documents: tuple[IncomingFile, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class IncomingLetter:
    """A decision by delegation with its letter; a `decision` with the id of a stored one changes that.

    `reported`: it is put on the list of the meeting (KL 6:40), with its file among the documents there.
    """

    decision: DelegatedDecision
    letter: DecisionLetter | None = None
    stored: bool = False
    reported: bool = False
    original: IncomingFile | None = None


@dataclass(frozen=True)
class TakeInPapers(Command):
    """Take in what a person has chosen of some papers for a meeting."""

    label: ClassVar[str] = "läs in handlingar"
    meeting_id: str
    items: tuple[IncomingItem, ...] = ()
    letters: tuple[IncomingLetter, ...] = field(default=())

    def run(self, desk: Desk) -> str | None:
        """Return the id of the first ärende that was made or changed."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        refuse_late(meeting)
        made: list[str | None] = [take_item(desk, meeting.id, item) for item in self.items]
        made += [_take_letter(desk, meeting, letter) for letter in self.letters]
        return next(filter(None, made), None)


def refuse_late(meeting: Meeting) -> None:
    """Raise RuleBroken when the minutes are justerade or out for signing."""
    if meeting.state is MeetingState.CANCELLED:
        raise RuleBroken("Sammanträdet är inställt: inget kan läsas in där.")
    if meeting.state is MeetingState.APPROVED or meeting.sent_for_signing is not None:
        raise RuleBroken("Protokollet är justerat eller låst: läs in på ett senare sammanträde.")


def take_item(desk: Desk, meeting_id: str, item: IncomingItem) -> str:
    """Make or change an ärende as chosen, and return its id."""
    item_id = item.item_id
    if item_id is None:
        item_id = AddItem(
            meeting_id,
            item.title or "",
            item.kind,
            item.diary_number or "",
            item.number,
            item.presenters or (),
            item.purpose,
        ).run(desk)
    else:
        stored = desk.work.get(AgendaItem, item_id)
        _change(desk, stored, title=item.title, presenters=item.presenters)
        if item.diary_number is not None:
            SetDiaryNumber(item_id, item.diary_number).run(desk)
    _set_external(desk, item_id, item.external_diary_number)
    for text in item.texts:
        standing = drafts_of(desk.work.find(TextBlock, item_id=item_id, role=text.role))
        drafts, _ = carried(standing, text.drafts)  # what was marked as secret is marked again
        store_text(desk, drafts, text.role, item_id=item_id)
    if item.recipients is not None:
        SetRecipients(item_id, item.recipients).run(desk)
    _take_files(desk, item_id, item)
    return item_id


def _change(desk: Desk, record: Any, **fields: Any) -> None:
    changed = {k: v for k, v in fields.items() if v is not None and v != getattr(record, k)}
    if changed:
        desk.work.change(record, **changed)


def _set_external(desk: Desk, item_id: str, number: str | None) -> None:
    """Note somebody else's diary number at the ärende, which is made if the item has none."""
    if not number:
        return
    item = desk.work.get(AgendaItem, item_id)
    if item.matter_id is None:
        matter = desk.work.add(Matter(id=new_id(), title=item.title, external_diary_number=number))
        desk.work.change(item, matter_id=matter.id)
    else:
        _change(desk, desk.work.get(Matter, item.matter_id), external_diary_number=number)


def _take_files(desk: Desk, item_id: str, item: IncomingItem) -> None:
    """Attach the files, the original of the PM first, and let the FöredragningsPM know it."""
    for document_id, title in item.renamed:
        _change(desk, desk.work.get(SupportingDocument, document_id), title=title)
    original = _attached(desk, item_id, item.original)
    new = tuple(f for f in item.documents if _known(desk, item_id, f) is None)
    if new:
        AttachFiles(item_id, new).run(desk)
    if item.head is None:
        return
    memorandum = desk.work.first(Memorandum, item_id=item_id) or desk.work.add(
        Memorandum(id=new_id(), item_id=item_id)
    )
    head = item.head
    _change(
        desk,
        memorandum,
        unit=head.unit,
        officer=head.officer,
        day=head.day,
        signatory=head.signatory,
        signatory_title=head.signatory_title,
        document_id=original,
    )


def _attached(desk: Desk, item_id: str, file: IncomingFile | None) -> str | None:
    """Return the id of the document that a file is; attached first in the list if it is not there."""
    if file is None:
        return None
    known = _known(desk, item_id, file)
    if known is None:
        AttachFiles(item_id, (file,)).run(desk)
        known = _known(desk, item_id, file)
        assert known is not None
        MoveDocument(known.id, 1).run(desk)
    return known.id


def _known(desk: Desk, item_id: str, file: IncomingFile) -> SupportingDocument | None:
    """Return the item's document with that content, if there is one."""
    stored = desk.work.first(StoredFile, sha256=file.sha256)
    return desk.work.first(SupportingDocument, item_id=item_id, file_id=stored.id) if stored else None


def _take_letter(desk: Desk, meeting: Meeting, incoming: IncomingLetter) -> str | None:
    """Enter a delegated decision with its letter; return the item it is reported at, if it is."""
    decision = incoming.decision
    if incoming.stored:
        ChangeDelegated(decision).run(desk)
        decision_id = decision.id
    else:
        decision_id = AddDelegated(meeting.body_id, (decision,)).run(desk) or ""
    if incoming.letter is not None:
        WriteLetter(replace(incoming.letter, decision_id=decision_id)).run(desk)
    item_id = desk.work.get(DelegatedDecision, decision_id).item_id
    if incoming.reported and item_id is None:
        item_id = ReportDelegated(meeting.id, (decision_id,)).run(desk)
    original = incoming.original
    if item_id is not None and original is not None and _known(desk, item_id, original) is None:
        AttachFiles(item_id, (original,)).run(desk)
    return item_id
