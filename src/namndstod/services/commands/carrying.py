"""Ärenden carried over: from earlier meetings onto a list, and from an utskott to the body above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from namndstod.domain.carrying import Waiting, WaitingKind
from namndstod.domain.errors import RuleBroken
from namndstod.domain.proposing import as_proposal, proposed
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    Body,
    ItemKind,
    Meeting,
    Memorandum,
    Recipient,
    Section,
    SupportingDocument,
    TextBlock,
    TextRole,
    new_id,
)
from namndstod.domain.swedish import NBSP
from namndstod.domain.texts import Draft, drafts_of
from namndstod.services.carrying import passage, waiting
from namndstod.services.terms import term_on

from .agenda import AddItem
from .base import Command, Desk
from .texts import store_text

_ON_A_LIST = "Ärendet står redan på en lista, eller väntar inte längre."


@dataclass(frozen=True)
class CarryOver(Command):
    """Put waiting ärenden on a meeting's list with their texts, documents and recipients, in the order given.

    `chosen` are keys of `services.carrying.waiting`.
    """

    label: ClassVar[str] = "lägg till från tidigare sammanträden"
    meeting_id: str
    chosen: tuple[tuple[WaitingKind, str], ...]

    def run(self, desk: Desk) -> str | None:
        """Return the id of the first new item. Raises RuleBroken for what does not wait for this meeting."""
        known = {each.key: each for each in waiting(desk.work, self.meeting_id)}
        made: list[str] = []
        for key in self.chosen:
            if key not in known:
                raise RuleBroken(_ON_A_LIST)
            made.append(_carry(desk, self.meeting_id, known[key]))
        return made[0] if made else None


@dataclass(frozen=True)
class PassOn(Command):
    """What an utskott (or a nämnd) proposes goes onto the list of the next meeting of the body above it."""

    label: ClassVar[str] = "lägg förslaget på listan"
    section_id: str

    def run(self, desk: Desk) -> str:
        """Return the id of the new item. Raises RuleBroken with what is missing."""
        section = desk.work.get(Section, self.section_id)
        blocks = desk.work.find(TextBlock, section_id=section.id, role=TextRole.DECISION)
        way = passage(desk.work, section, drafts_of(blocks))
        if way is None:
            raise RuleBroken("Paragrafen föreslår inget för ett organ i pärmen.")
        if way.meeting is None:
            raise RuleBroken(f"{way.body_name} har inget kommande sammanträde: planera det först.")
        found = [w for w in waiting(desk.work, way.meeting.id) if w.key == (WaitingKind.PROPOSED, section.id)]
        if not found:
            raise RuleBroken(_ON_A_LIST)
        return _carry(desk, way.meeting.id, found[0])


def _carry(desk: Desk, meeting_id: str, one: Waiting) -> str:
    if one.kind is WaitingKind.ASSIGNMENT:
        return _report(desk, meeting_id, one)
    assert one.item_id is not None  # only an uppdrag is given in a § without an item
    earlier = desk.work.get(AgendaItem, one.item_id)
    item = _new_item(desk, meeting_id, earlier.title, earlier.kind, earlier, earlier.presenters)
    desk.work.change(
        item,
        authority=earlier.authority,
        staff_excluded=earlier.staff_excluded,
        secret=earlier.secret,
        secrecy_ground=earlier.secrecy_ground,
        neutral_heading=earlier.neutral_heading,
    )
    _copy_texts(desk, earlier.id, item.id)
    _copy_papers(desk, earlier.id, item.id)
    if one.kind is WaitingKind.PROPOSED:
        _propose(desk, one, item)
    return item.id


def _report(desk: Desk, meeting_id: str, one: Waiting) -> str:
    """An item of information for the uppdrag of one §, a point for each."""
    earlier = desk.work.get(AgendaItem, one.item_id) if one.item_id else None
    title = f"Återrapportering: {one.title}"
    item = _new_item(desk, meeting_id, title, ItemKind.INFORMATION, earlier, ())
    if earlier is not None and earlier.secret:
        desk.work.change(
            item,
            secret=True,
            secrecy_ground=earlier.secrecy_ground,
            neutral_heading=f"Återrapportering: {one.title}",
        )
    section = f"§{NBSP}{one.number} " if one.number is not None else ""
    points = []
    for task in one.tasks:
        to = f" till {task.to}" if task.to else ""
        due = f", senast {task.due.isoformat()}" if task.due else ""
        said = f"Uppdrag{to} {section}{one.day.isoformat()}: {task.what}{due}"
        points.append(Draft(BlockKind.BULLET, said))
    store_text(desk, tuple(points), TextRole.POINTS, item_id=item.id)
    return item.id


def _new_item(
    desk: Desk,
    meeting_id: str,
    title: str,
    kind: ItemKind,
    earlier: AgendaItem | None,
    presenters: tuple[str, ...],
) -> AgendaItem:
    made = AddItem(meeting_id, title, kind, presenters=presenters).run(desk)
    item = desk.work.get(AgendaItem, made)
    if earlier is None:
        return item
    return desk.work.change(item, matter_id=earlier.matter_id, carried_from=earlier.id)


def _copy_texts(desk: Desk, from_id: str, to_id: str) -> None:
    blocks = desk.work.find(TextBlock, item_id=from_id)
    for role in dict.fromkeys(b.role for b in blocks):
        store_text(desk, _fresh(drafts_of(b for b in blocks if b.role is role)), role, item_id=to_id)


def _fresh(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    return tuple(replace(draft, id=None) for draft in drafts)


def _copy_papers(desk: Desk, from_id: str, to_id: str) -> None:
    """Documents, recipients and the officer's report follow; the files are stored once."""
    copies: dict[str, str] = {}
    for document in desk.work.find(SupportingDocument, item_id=from_id):
        copies[document.id] = new_id()
        desk.work.add(replace(document, id=copies[document.id], version=0, item_id=to_id))
    for recipient in desk.work.find(Recipient, item_id=from_id):
        desk.work.add(replace(recipient, id=new_id(), version=0, item_id=to_id))
    memorandum = desk.work.first(Memorandum, item_id=from_id)
    if memorandum is not None:
        read_from = copies.get(memorandum.document_id or "")
        desk.work.add(replace(memorandum, id=new_id(), version=0, item_id=to_id, document_id=read_from))


def _propose(desk: Desk, one: Waiting, item: AgendaItem) -> None:
    """The proposal of the body below becomes the förslag till beslut of this one."""
    decision = drafts_of(desk.work.find(TextBlock, section_id=one.section_id, role=TextRole.DECISION))
    said = proposed(decision)
    meeting = desk.work.get(Meeting, item.meeting_id)
    body = desk.work.get(Body, meeting.body_id)
    if said is not None:
        drafts = as_proposal(said, body, term_on(desk.work, body.id, meeting.day))
        store_text(desk, drafts, TextRole.PROPOSAL, item_id=item.id)
