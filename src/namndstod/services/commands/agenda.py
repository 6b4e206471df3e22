"""The föredragningslista: items, their ärenden and recipients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    BodyTerm,
    ItemKind,
    ItemPurpose,
    Matter,
    MatterKind,
    Meeting,
    MeetingState,
    Memorandum,
    Recipient,
    Section,
    SupportingDocument,
    TextBlock,
    TextRole,
    new_id,
)
from namndstod.domain.texts import Draft
from namndstod.services.terms import term_on

from .base import Command, Desk, moved
from .texts import store_text


@dataclass(frozen=True)
class AddItem(Command):
    """Put an item on the list; without a number it comes before the standing last ones."""

    label: ClassVar[str] = "nytt ärende"
    meeting_id: str
    title: str
    kind: ItemKind = ItemKind.DECISION
    diary_number: str = ""
    number: int | None = None
    presenters: tuple[str, ...] = ()
    purpose: ItemPurpose | None = None
    initiative_by: str | None = None  # the ledamot who raises it at the meeting (KL 4:20)

    def run(self, desk: Desk) -> str:
        """Return the id of the item. During the meeting the item gets its § at once, if its kind has one."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        if meeting.state is MeetingState.CLOSED:
            raise RuleBroken("Sammanträdet är avslutat: ett nytt ärende får vänta till nästa sammanträde.")
        items = desk.work.find(AgendaItem, meeting_id=self.meeting_id)
        at = self.number - 1 if self.number else _before_last(desk, meeting, items)
        item = desk.work.add(
            AgendaItem(
                id=new_id(),
                meeting_id=self.meeting_id,
                number=len(items) + 1,
                kind=self.kind,
                title=self.title.strip(),
                purpose=self.purpose,
                matter_id=_matter(desk, self.diary_number, self.title),
                presenters=self.presenters,
            )
        )
        _renumber(desk, moved([*items, item], item.id, at))
        customs = term_on(desk.work, meeting.body_id, meeting.day).customs
        if meeting.state is MeetingState.OPEN and (
            customs.formal_sections or self.kind is not ItemKind.FORMAL
        ):
            section = add_section(desk, meeting, item.id)
            if self.initiative_by is not None:
                desk.work.change(section, initiative_by=self.initiative_by)
        return item.id


@dataclass(frozen=True)
class MoveItem(Command):
    """Move an item to another number on the list."""

    label: ClassVar[str] = "flytta ärende"
    item_id: str
    number: int

    def run(self, desk: Desk) -> None:
        """Give the items their new numbers."""
        item = desk.work.get(AgendaItem, self.item_id)
        items = desk.work.find(AgendaItem, meeting_id=item.meeting_id)
        _renumber(desk, moved(items, item.id, self.number - 1))


@dataclass(frozen=True)
class RemoveItem(Command):
    """Take an item off the list with its texts and its links to files; the files stay in the binder."""

    label: ClassVar[str] = "ta bort ärende från listan"
    item_id: str

    def run(self, desk: Desk) -> None:
        """Remove the item and what hangs on it. An item that has got a § utgår instead."""
        item = desk.work.get(AgendaItem, self.item_id)
        if desk.work.first(Section, item_id=item.id) is not None:
            raise RuleBroken("Ärendet har en paragraf: låt det utgå i stället.", source="KL 5 kap. 66 §")
        for block in reversed(desk.work.find(TextBlock, item_id=item.id)):
            desk.work.remove(block)
        for memorandum in desk.work.find(Memorandum, item_id=item.id):
            desk.work.remove(memorandum)
        for document in desk.work.find(SupportingDocument, item_id=item.id):
            desk.work.remove(document)
        for recipient in desk.work.find(Recipient, item_id=item.id):
            desk.work.remove(recipient)
        for decision in desk.work.find(DelegatedDecision, item_id=item.id):
            desk.work.change(decision, item_id=None)  # not reported after all
        for later in desk.work.find(AgendaItem, carried_from=item.id):
            desk.work.change(later, carried_from=None)
        rest = [i for i in desk.work.find(AgendaItem, meeting_id=item.meeting_id) if i.id != item.id]
        desk.work.remove(item)
        _renumber(desk, rest)


@dataclass(frozen=True)
class SetDiaryNumber(Command):
    """Give an item its diarienummer, verbatim: an ärende that has it is used again, else one is made."""

    label: ClassVar[str] = "ändra diarienummer"
    item_id: str
    diary_number: str

    def run(self, desk: Desk) -> None:
        """Link the item to its ärende; an empty number unlinks it.

        What was said of an ärende that stood nowhere else (its kind and days) goes over to the new number.
        """
        item = desk.work.get(AgendaItem, self.item_id)
        before = desk.work.get(Matter, item.matter_id) if item.matter_id else None
        new = _matter(desk, self.diary_number, item.title)
        desk.work.change(item, matter_id=new)
        if before is None or new in (None, before.id) or before.kind is MatterKind.ORDINARY:
            return
        matter = desk.work.get(Matter, new)
        if matter.kind is MatterKind.ORDINARY and not desk.work.find(AgendaItem, matter_id=before.id):
            desk.work.change(matter, kind=before.kind, received=before.received, answer_by=before.answer_by)
            desk.work.remove(before)

    def coalesce(self) -> str | None:
        """Typing the number is one step."""
        return f"dnr:{self.item_id}"


@dataclass(frozen=True)
class SetRecipients(Command):
    """Say who gets the decision (Skickas till)."""

    label: ClassVar[str] = "ändra mottagare"
    item_id: str
    names: tuple[str, ...]

    def run(self, desk: Desk) -> None:
        """Replace the list, keeping the records of those who stay."""
        wanted = list(dict.fromkeys(n.strip() for n in self.names if n.strip()))
        stored = {r.name: r for r in desk.work.find(Recipient, item_id=self.item_id)}
        for name, recipient in stored.items():
            if name not in wanted:
                desk.work.remove(recipient)
        for position, name in enumerate(wanted, 1):
            if name in stored:
                desk.work.change(stored[name], position=position)
            else:
                desk.work.add(_as_last_time(desk, name, self.item_id, position))

    def coalesce(self) -> str | None:
        """Typing the list is one step."""
        return f"recipients:{self.item_id}"


def _as_last_time(desk: Desk, name: str, item_id: str, position: int) -> Recipient:
    """Return a new recipient who is reached as the one of that name was the last time."""
    known = [r for r in desk.work.find(Recipient, name=name) if r.address or r.manner]
    items = {i.id: i.meeting_id for i in desk.work.find(AgendaItem, id=[r.item_id for r in known])}
    days = {m.id: m.day for m in desk.work.find(Meeting, id=sorted(set(items.values())))}
    last = max(known, key=lambda r: days[items[r.item_id]], default=None)
    return Recipient(
        id=new_id(),
        item_id=item_id,
        position=position,
        name=name,
        manner=last.manner if last else "",
        address=last.address if last else "",
    )


@dataclass(frozen=True)
class AgendaRow:
    """An item as read from a pasted list. `decider` is the line above the clauses."""

    title: str
    kind: ItemKind
    diary_number: str = ""
    presenters: tuple[str, ...] = ()
    decider: str = ""
    clauses: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class PasteAgenda(Command):
    """Take in a whole list (a meeting that was called elsewhere). `replace` empties the list first."""

    label: ClassVar[str] = "läs in föredragningslista"
    meeting_id: str
    rows: tuple[AgendaRow, ...]
    replace: bool = True

    def run(self, desk: Desk) -> None:
        """Add the rows in order."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        term = term_on(desk.work, meeting.body_id, meeting.day)
        if self.replace:
            for item in reversed(desk.work.find(AgendaItem, meeting_id=self.meeting_id)):
                RemoveItem(item.id).run(desk)
        for row in self.rows:
            item_id = AddItem(
                self.meeting_id,
                row.title,
                row.kind,
                row.diary_number,
                len(desk.work.find(AgendaItem, meeting_id=self.meeting_id)) + 1,
                row.presenters,
            ).run(desk)
            store_text(desk, _proposal(row, term), TextRole.PROPOSAL, item_id=item_id)
            store_text(desk, _lines(row.summary, BlockKind.PARAGRAPH), TextRole.SUMMARY, item_id=item_id)
            store_text(desk, _lines(row.points, BlockKind.BULLET), TextRole.POINTS, item_id=item_id)


def _proposal(row: AgendaRow, term: BodyTerm) -> tuple[Draft, ...]:
    if not row.clauses:
        return ()
    return (
        Draft(BlockKind.DECIDER, row.decider or f"{term.name} beslutar"),
        *(Draft(BlockKind.CLAUSE, text, 1) for text in row.clauses),
        *(Draft(BlockKind.CONDITION, text, 2) for text in row.conditions),
    )


def _lines(texts: tuple[str, ...], kind: BlockKind) -> tuple[Draft, ...]:
    return tuple(Draft(kind, text) for text in texts)


def _before_last(desk: Desk, meeting: Meeting, items: list[AgendaItem]) -> int:
    """Return the index before the standing items that close the list."""
    closing = {
        s.title for s in term_on(desk.work, meeting.body_id, meeting.day).customs.standard_items if s.last
    }
    at = len(items)
    while at and items[at - 1].title in closing:
        at -= 1
    return at


def _renumber(desk: Desk, items: list[AgendaItem]) -> None:
    for number, item in enumerate(items, 1):
        current = desk.work.get(AgendaItem, item.id)
        if current.number != number:
            desk.work.change(current, number=number)


def _matter(desk: Desk, diary_number: str, title: str) -> str | None:
    number = diary_number.strip()
    if not number:
        return None
    known = desk.work.first(Matter, diary_number=number)
    if known is None:
        known = desk.work.add(Matter(id=new_id(), title=title.strip(), diary_number=number))
    return known.id


def add_section(
    desk: Desk, meeting: Meeting, item_id: str | None, heading: str = "", at: int | None = None
) -> Section:
    """Add a § to an open meeting, last or at index `at`."""
    sections = desk.work.find(Section, meeting_id=meeting.id)
    section = desk.work.add(
        Section(
            id=new_id(),
            meeting_id=meeting.id,
            body_id=meeting.body_id,
            year=meeting.day.year,
            position=len(sections) + 1,
            heading=heading,
            item_id=item_id,
        )
    )
    if at is not None:
        reposition(desk, moved([*sections, section], section.id, at))
    return section


def reposition(desk: Desk, sections: list[Section]) -> None:
    """Give the §§ their places in the order given."""
    for position, section in enumerate(sections, 1):
        current = desk.work.get(Section, section.id)
        if current.position != position:
            desk.work.change(current, position=position)
