"""A small made-up committee with a meeting, and ways to look at a whole binder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    BodyKind,
    BodyTerm,
    Customs,
    ItemKind,
    Mandate,
    Meeting,
    Outcome,
    PaperKind,
    Person,
    Record,
    Role,
    Section,
    TextBlock,
    TextRole,
)
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.approval import Approve, SetApprovers
from namndstod.services.commands.meetings import CallMeeting, PlanMeeting, SentPaper
from namndstod.services.commands.register import CreateBody, MemberRow, TakeInMembers
from namndstod.services.commands.sitting import CloseMeeting, Decide, OpenMeeting
from namndstod.services.commands.supporting import AttachFiles, IncomingFile
from namndstod.services.commands.texts import WriteText
from namndstod.services.reading import meeting_view
from namndstod.services.session import Session
from namndstod.storage.kinds import DERIVED, NAMES

R = TypeVar("R", bound=Record)
Facts = dict[tuple[str, str], Record]

SINCE = date(2023, 1, 1)
DAY = date(2026, 3, 12)
NAME = "Regional skärgårdsnämnd"

MEMBERS = (
    MemberRow("Saga", "Ekdal", "S", Role.CHAIR, email="saga@region.example"),
    MemberRow("Åke", "Fyrmark", "M", Role.VICE_CHAIR),
    MemberRow("Tuva", "Grönvik", "S", Role.MEMBER),
    MemberRow("Otto", "Holmsjö", "C", Role.MEMBER),
    MemberRow("Maj", "Isborg", "M", Role.MEMBER),
    MemberRow("Nils", "Jordås", "S", Role.SUBSTITUTE),
    MemberRow("Vera", "Kvistrum", "M", Role.SUBSTITUTE),
    MemberRow("Ebbe", "Ljungdal", "C", Role.SUBSTITUTE),
)
SEATED = tuple(m.surname for m in MEMBERS if m.role is not Role.SUBSTITUTE)


class Clock:
    """Goes one second further each time somebody looks."""

    def __init__(self, start: datetime = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def facts(session: Session) -> Facts:
    """Every journalled record of the binder, apart from its version."""
    with session.reading() as reader:
        return {
            (kind.__name__, record.id): replace(record, version=0)
            for kind in NAMES
            if kind not in DERIVED
            for record in reader.find(kind)
        }


def made(result: str | None) -> str:
    """The id that a command made."""
    assert result is not None
    return result


def clauses(*texts: str) -> tuple[Draft, ...]:
    """A proposal with att-satser."""
    return (
        Draft(BlockKind.DECIDER, f"{NAME} beslutar"),
        *(Draft(BlockKind.CLAUSE, text, 1) for text in texts),
    )


def paragraphs(*texts: str) -> tuple[Draft, ...]:
    return tuple(Draft(BlockKind.PARAGRAPH, text) for text in texts)


@dataclass
class House:
    """A session with its committee, and short ways to do what many tests begin with."""

    session: Session
    body_id: str
    people: dict[str, str]  # surname → person id

    def plan(self, day: date = DAY) -> str:
        return made(self.session.do(PlanMeeting(self.body_id, day, time(10), place="Sal Fyren")).result)

    def item(
        self, meeting_id: str, title: str, diary_number: str = "", kind: ItemKind = ItemKind.DECISION
    ) -> str:
        return made(self.session.do(AddItem(meeting_id, title, kind, diary_number)).result)

    def write(self, item_id: str, *texts: str) -> None:
        self.session.do(WriteText(TextRole.PROPOSAL, clauses(*texts), item_id=item_id))

    def open(self, meeting_id: str, *surnames: str, at: time | None = time(10, 0)) -> None:
        present = tuple(self.people[name] for name in surnames or SEATED)
        self.session.do(OpenMeeting(meeting_id, present, at=at))

    def approvers(self, meeting_id: str) -> None:
        self.session.do(SetApprovers(meeting_id, ((self.people["Fyrmark"], self.people["Isborg"]),)))

    def paper(self, kind: PaperKind, content: bytes = b"%PDF-made-up") -> SentPaper:
        return SentPaper(kind, self.session.binder.files.keep(content).sha256, 2)

    def call(self, meeting_id: str) -> None:
        self.session.do(CallMeeting(meeting_id, (self.paper(PaperKind.CALL),)))

    def hold(self, meeting_id: str, outcome: Outcome = Outcome.APPROVED) -> None:
        """Open the meeting, decide every §, close."""
        self.open(meeting_id)
        for section in self.view(meeting_id).sections:
            self.session.do(Decide(section.section.id, outcome))
        self.session.do(CloseMeeting(meeting_id, time(11, 30)))

    def approve(self, meeting_id: str) -> None:
        minutes = self.paper(PaperKind.MINUTES, b"%PDF-protokoll " + meeting_id.encode())
        self.session.do(Approve(meeting_id, self.get(Meeting, meeting_id).day + timedelta(7), minutes))

    def incoming(self, content: bytes, name: str) -> IncomingFile:
        kept = self.session.binder.files.keep(content)
        return IncomingFile(kept.sha256, kept.size, "text/plain", name)

    def attach(self, item_id: str, *contents: bytes) -> None:
        files = tuple(self.incoming(c, f"{n} Underlag.txt") for n, c in enumerate(contents, 1))
        self.session.do(AttachFiles(item_id, files))

    def view(self, meeting_id: str) -> MeetingView:
        return self.session.ask(meeting_view, meeting_id)

    def get(self, kind: type[R], id: str) -> R:
        with self.session.reading() as reader:
            return reader.get(kind, id)

    def find(self, kind: type[R], **equals: object) -> list[R]:
        with self.session.reading() as reader:
            return reader.find(kind, **equals)

    def titles(self, meeting_id: str) -> list[str]:
        """The list as printed; fails when its numbers are not 1, 2, 3 …"""
        items = self.find(AgendaItem, meeting_id=meeting_id)
        assert [i.number for i in items] == list(range(1, len(items) + 1))
        return [i.title for i in items]

    def sections(self, meeting_id: str) -> list[Section]:
        return self.find(Section, meeting_id=meeting_id)

    def numbers(self, meeting_id: str) -> list[int | None]:
        """The numbers of the §§ as shown now."""
        return [s.number for s in self.view(meeting_id).sections]

    def fixed(self, meeting_id: str) -> list[int | None]:
        """The numbers of the §§ as stored."""
        return [s.number for s in self.sections(meeting_id)]

    def texts(self, role: TextRole, **owner: str) -> list[str]:
        return [b.text for b in self.find(TextBlock, role=role, **owner)]


def furnish(session: Session, customs: Customs = Customs()) -> House:  # noqa: B008  (frozen)
    """Make the committee in an empty binder."""
    body_id = made(
        session.do(CreateBody(NAME, BodyKind.COMMITTEE, len(SEATED), SINCE, customs=customs)).result
    )
    session.do(TakeInMembers(body_id, MEMBERS, SINCE))
    with session.reading() as reader:
        ids = [m.person_id for m in reader.find(Mandate, body_id=body_id)]
        return House(session, body_id, {p.surname: p.id for p in reader.find(Person, id=ids)})


def three_matters(house: House) -> str:
    """Plan a meeting with three matters to decide."""
    meeting_id = house.plan()
    for number, title in enumerate(("Bidrag till bryggor", "Färjetider", "Fyrarnas skötsel"), 1):
        house.write(house.item(meeting_id, title, f"SKN 2026/{number}"), f"godkänna {title.lower()}.")
    return meeting_id


def set_customs(house: House, **changes: object) -> None:
    """Change the customs of the committee's first term."""
    from namndstod.services.commands.register import ChangeTerm

    term = house.find(BodyTerm, body_id=house.body_id)[0]
    house.session.do(ChangeTerm(replace(term, customs=replace(term.customs, **changes))))  # type: ignore[arg-type]
