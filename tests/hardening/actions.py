"""Random things that a secretary does, as commands. Choices are numbers; each picks among what there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random
from typing import TypeVar

from namndstod.domain.records import (
    AgendaItem,
    Anchor,
    BlockKind,
    Body,
    BodyKind,
    BodyTerm,
    ItemKind,
    Mandate,
    Meeting,
    MeetingState,
    Outcome,
    PaperKind,
    Person,
    PresenceEvent,
    Role,
    Section,
    SupportingDocument,
    TextBlock,
    TextRole,
)
from namndstod.domain.texts import Draft, drafts_of
from namndstod.services.commands.agenda import (
    AddItem,
    AgendaRow,
    MoveItem,
    PasteAgenda,
    RemoveItem,
    SetDiaryNumber,
    SetRecipients,
)
from namndstod.services.commands.approval import Approve, SetApprovers
from namndstod.services.commands.base import Command
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.meetings import CallMeeting, CancelMeeting, PlanMeeting, SentPaper
from namndstod.services.commands.presence import RecordPresence, RemovePresence, ServeFor, TakeRoll
from namndstod.services.commands.register import (
    AddMember,
    ChangeTerm,
    CreateBody,
    EndMandate,
    MemberRow,
    TakeInMembers,
)
from namndstod.services.commands.sitting import (
    AddSection,
    CloseMeeting,
    Decide,
    MoveSection,
    OpenMeeting,
    RemoveSection,
    Reopen,
)
from namndstod.services.commands.supporting import AttachFiles, IncomingFile, MoveDocument, RemoveDocument
from namndstod.services.commands.texts import KeepEdited, Punctuate, TakeGenerated, WriteText
from namndstod.services.session import Session
from namndstod.storage.store import Reader

T = TypeVar("T")

DAYS = tuple(date(2026, 1, 15) + timedelta(days=70 * n) for n in range(7))  # of two years
WORDS = ("godkänna bidraget", "avslå ansökan,", "uppdra åt förvaltningen", "samt", "", "åäö Ö", "punkt.")
NAMES = ("Mars", "Norrö", "Odenholm", "Pilvik", "Rågskär")


class NothingToDo(Exception):
    """There is nothing in the binder that the action could be done to."""


@dataclass
class Chooser:
    """Draws from a source of randomness, and looks in the binder as it is now."""

    random: Random
    reader: Reader
    session: Session

    def one(self, among: Sequence[T]) -> T:
        if not among:
            raise NothingToDo
        return among[self.random.randrange(len(among))]

    def some(self, among: Sequence[T]) -> list[T]:
        return [x for x in among if self.random.random() < 0.6]

    def number(self, most: int = 6) -> int:
        return self.random.randrange(most)

    def meeting(self, *states: MeetingState) -> Meeting:
        found = self.reader.find(Meeting)
        wanted = [m for m in found if m.state in states]
        return self.one(wanted or found)

    def item(self) -> AgendaItem:
        return self.one(self.reader.find(AgendaItem, meeting_id=self.meeting().id))

    def section(self) -> Section:
        return self.one(self.reader.find(Section, meeting_id=self.meeting(MeetingState.OPEN).id))

    def body(self) -> Body:
        terms = sorted(self.reader.find(BodyTerm), key=lambda t: (t.name, t.valid_from))
        return self.reader.get(Body, self.one(terms).body_id)

    def mandate(self, body_id: str) -> Mandate:
        names = {p.id: (p.surname, p.given_name) for p in self.reader.find(Person)}
        found = self.reader.find(Mandate, body_id=body_id)
        return self.one(sorted(found, key=lambda m: (names[m.person_id], m.valid_from)))

    def row(self) -> MemberRow:
        name = self.one(NAMES)
        return MemberRow("Liv", name, self.one(("S", "M", "C", "")), self.one(list(Role)))

    def drafts(self, known: Sequence[Draft] = ()) -> tuple[Draft, ...]:
        """A text: what is there, in another order, with new blocks among it."""
        kept = self.some(known)
        self.random.shuffle(kept)
        new = [self.block() for _ in range(self.number(4))]
        return tuple(kept[:1] + new + [replace(d, text=self.one(WORDS)) for d in kept[1:]])

    def block(self) -> Draft:
        rows = (("a", "b"),) * self.number(2)
        return Draft(self.one(list(BlockKind)), self.one(WORDS), self.number(3), rows=rows)

    def paper(self, kind: PaperKind) -> SentPaper:
        content = f"%PDF {kind} {self.number(4)}".encode()
        return SentPaper(kind, self.session.binder.files.keep(content).sha256, 1)


Act = Callable[[Chooser], Command]
ACTIONS: dict[str, Act] = {}


def action(make: Act) -> Act:
    ACTIONS[make.__name__] = make
    return make


@action
def create_body(x: Chooser) -> Command:
    return CreateBody(f"Nämnd {x.number(2)}", x.one(list(BodyKind)), 1 + x.number(), DAYS[0])


@action
def change_term(x: Chooser) -> Command:
    term = x.one(sorted(x.reader.find(BodyTerm), key=lambda t: (t.name, t.valid_from)))
    customs = replace(term.customs, opening_section=bool(x.number(2)), formal_sections=bool(x.number(2)))
    return ChangeTerm(replace(term, customs=customs, valid_from=x.one((term.valid_from, *DAYS))))


@action
def add_member(x: Chooser) -> Command:
    return AddMember(x.body().id, x.row(), x.one(DAYS))


@action
def take_in_members(x: Chooser) -> Command:
    rows = tuple({r.surname: r for r in (x.row() for _ in range(4))}.values())
    return TakeInMembers(x.body().id, rows, x.one(DAYS), replace=bool(x.number(2)))


@action
def end_mandate(x: Chooser) -> Command:
    return EndMandate(x.mandate(x.body().id).id, x.one(DAYS))


@action
def edit_person(x: Chooser) -> Command:
    return Edit(replace(x.one(x.reader.find(Person)), phone=str(x.number())), "phone")


@action
def plan_meeting(x: Chooser) -> Command:
    return PlanMeeting(x.body().id, x.one(DAYS), time(9), standard_items=bool(x.number(2)))


@action
def edit_meeting(x: Chooser) -> Command:
    meeting = x.meeting()
    if x.number(3):
        return Edit(replace(meeting, place=x.one(WORDS)), "place")
    return Edit(replace(meeting, day=x.one(DAYS), end_day=x.one((None, *DAYS))))


@action
def add_item(x: Chooser) -> Command:
    kind = x.one(list(ItemKind))
    return AddItem(x.meeting().id, x.one(WORDS), kind, x.one(("", "A 1", "A 2")), x.one((None, 1, 2, 99)))


@action
def move_item(x: Chooser) -> Command:
    return MoveItem(x.item().id, x.number())


@action
def remove_item(x: Chooser) -> Command:
    return RemoveItem(x.item().id)


@action
def paste_agenda(x: Chooser) -> Command:
    rows = tuple(
        AgendaRow(x.one(WORDS), x.one(list(ItemKind)), x.one(("", "A 1")), clauses=tuple(x.some(WORDS)))
        for _ in range(x.number(3))
    )
    return PasteAgenda(x.meeting().id, rows, replace=bool(x.number(2)))


@action
def write_item_text(x: Chooser) -> Command:
    item, role = x.item(), x.one((TextRole.PROPOSAL, TextRole.SUMMARY))
    known = drafts_of(x.reader.find(TextBlock, item_id=item.id, role=role))
    return WriteText(role, x.drafts(known), item.id)


@action
def write_section_text(x: Chooser) -> Command:
    section, role = x.section(), x.one((TextRole.PROPOSAL, TextRole.DECISION, TextRole.MOTIONS))
    known = drafts_of(x.reader.find(TextBlock, section_id=section.id, role=role))
    return WriteText(role, x.drafts(known), section_id=section.id)


@action
def compare_text(x: Chooser) -> Command:
    kind = x.one((KeepEdited, TakeGenerated))
    return kind(x.section().id, x.one((TextRole.PROPOSAL, TextRole.DECISION)))


@action
def punctuate(x: Chooser) -> Command:
    return Punctuate(x.item().id)


@action
def set_diary_number(x: Chooser) -> Command:
    return SetDiaryNumber(x.item().id, x.one(("", "A 1", "A 2", "A 3")))


@action
def set_recipients(x: Chooser) -> Command:
    return SetRecipients(x.item().id, tuple(x.one(WORDS) for _ in range(x.number(4))))


@action
def attach(x: Chooser) -> Command:
    contents = [bytes([65 + x.number(4)]) for _ in range(1 + x.number(3))]
    kept = [x.session.binder.files.keep(content) for content in contents]
    files = tuple(IncomingFile(k.sha256, k.size, "text/plain", f"{n}.txt") for n, k in enumerate(kept))
    return AttachFiles(x.item().id, files)


@action
def move_document(x: Chooser) -> Command:
    document = x.one(x.reader.find(SupportingDocument, item_id=x.item().id))
    return MoveDocument(document.id, x.number(), x.one((None, x.item().id)))


@action
def remove_document(x: Chooser) -> Command:
    return RemoveDocument(x.one(x.reader.find(SupportingDocument, item_id=x.item().id)).id)


@action
def set_approvers(x: Chooser) -> Command:
    people = x.reader.find(Person)
    return SetApprovers(x.meeting().id, tuple((x.one(people).id, None) for _ in range(x.number(3))))


@action
def call_meeting(x: Chooser) -> Command:
    meeting = x.meeting(MeetingState.PLANNED)
    return CallMeeting(meeting.id, (x.paper(PaperKind.CALL), x.paper(PaperKind.PACKET)))


@action
def cancel_meeting(x: Chooser) -> Command:
    return CancelMeeting(x.meeting(MeetingState.PLANNED).id)


@action
def open_meeting(x: Chooser) -> Command:
    meeting = x.meeting(MeetingState.PLANNED, MeetingState.CALLED)
    present = tuple(p.id for p in x.some(x.reader.find(Person)))
    pair = (x.mandate(meeting.body_id).person_id, x.mandate(meeting.body_id).person_id)
    return OpenMeeting(meeting.id, present, (pair,) * x.number(2), x.one((None, time(9))))


@action
def presence(x: Chooser) -> Command:
    section, person = x.section(), x.one(x.reader.find(Person))
    at = x.one((None, section.id))
    return RecordPresence(section.meeting_id, person.id, bool(x.number(2)), at, x.one(list(Anchor)))


@action
def serve_for(x: Chooser) -> Command:
    section = x.section()
    who, seat = x.mandate(section.body_id).person_id, x.mandate(section.body_id).person_id
    return ServeFor(section.meeting_id, who, seat, x.one((None, section.id)), x.one(list(Anchor)))


@action
def take_roll(x: Chooser) -> Command:
    section, people = x.section(), x.some(x.reader.find(Person))
    pair = (x.mandate(section.body_id).person_id, x.mandate(section.body_id).person_id)
    return TakeRoll(section.meeting_id, tuple(p.id for p in people), (pair,) * x.number(2))


@action
def correct_presence(x: Chooser) -> Command:
    event = x.one(x.reader.find(PresenceEvent, meeting_id=x.meeting(MeetingState.OPEN).id))
    if x.number(2):
        return RemovePresence(event.id)
    return Edit(replace(event, at=x.one((None, time(10))), anchor=x.one(list(Anchor))))


@action
def decide(x: Chooser) -> Command:
    return Decide(x.section().id, x.one(list(Outcome)))


@action
def reopen(x: Chooser) -> Command:
    return Reopen(x.section().id)


@action
def add_section(x: Chooser) -> Command:
    meeting = x.meeting(MeetingState.OPEN)
    items: list[str | None] = [i.id for i in x.reader.find(AgendaItem, meeting_id=meeting.id)]
    after: list[str | None] = [s.id for s in x.reader.find(Section, meeting_id=meeting.id)]
    return AddSection(meeting.id, x.one(WORDS), x.one([None, *items]), x.one([None, *after]))


@action
def move_section(x: Chooser) -> Command:
    return MoveSection(x.section().id, x.number())


@action
def remove_section(x: Chooser) -> Command:
    return RemoveSection(x.section().id)


@action
def close_meeting(x: Chooser) -> Command:
    return CloseMeeting(x.meeting(MeetingState.OPEN).id)


@action
def approve(x: Chooser) -> Command:
    meeting = x.meeting(MeetingState.CLOSED)
    return Approve(meeting.id, meeting.day, x.paper(PaperKind.MINUTES))


def command_of(name: str, random: Random, session: Session) -> Command:
    """The command that an action is just now. Raises NothingToDo."""
    with session.reading() as reader:
        return ACTIONS[name](Chooser(random, reader, session))
