"""Bodies made of the people named in real minutes, and roll calls as the window takes them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

from namndstod.domain.proceedings import Choice
from namndstod.domain.records import (
    BlockKind,
    BodyKind,
    Customs,
    ItemKind,
    Mandate,
    Person,
    Role,
    TextRole,
    VoteStyle,
)
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.base import Command
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import CreateBody, MemberRow, TakeInMembers
from namndstod.services.commands.sitting import OpenMeeting
from namndstod.services.commands.texts import WriteText
from namndstod.services.commands.voting import CastBallot
from namndstod.services.reading import meeting_view
from namndstod.services.session import Session
from namndstod.storage.binder import Binder

from .names_style import Voter

CUSTOMS = Customs(
    vote_style=VoteStyle.NAMES,
    proposal_name="stadsledningskontorets förslag",
    proposal_always_put=False,
)
SINCE = date(2022, 1, 1)
CHOICES = {
    "ja": Choice.YES,
    "nej": Choice.NO,
    "avstår": Choice.ABSTAINS,
    "deltar inte": Choice.NO_PART,
    "frånvarande": Choice.ABSENT,
}


def open_session(folder: Path) -> Session:
    """Make an empty binder."""
    now = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    binder = Binder.create(folder, "Verkliga omröstningar", actor="Ada", clock=lambda: now)
    return Session(binder, "Ada", lambda: now)


def seating(lists: Iterable[Sequence[str]]) -> list[str]:
    """Return an order in which all the lists run; where they don't agree, the order of first mention."""
    graph: dict[str, set[str]] = {}
    for names in lists:
        for name in names:
            graph.setdefault(name, set())
        for before, after in pairwise(names):
            graph[after].add(before)
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError:
        return list(graph)


@dataclass
class Seats:
    """Who sits where: ledamöter in order, ersättare each with a made-up absent ledamot, who leads."""

    members: list[Voter]
    substitutes: list[Voter]
    leader: Voter
    chair_absent: bool = False
    outsiders: list[Voter] = field(default_factory=list)  # ersättare who are there and do not serve

    def rows(self) -> list[MemberRow]:
        def row(voter: Voter, role: Role) -> MemberRow:
            given, _, surname = voter.name.rpartition(" ")
            return MemberRow(given, surname, voter.party, role)

        leader = row(self.leader, Role.VICE_CHAIR if self.chair_absent else Role.CHAIR)
        absent = [MemberRow("Frånvarande", "Ordförande", "S", Role.CHAIR)] if self.chair_absent else []
        away = [
            MemberRow("Frånvarande", f"Ledamot{n}", v.party, Role.MEMBER)
            for n, v in enumerate(self.substitutes)
        ]
        return [
            *absent,
            leader,
            *(row(v, Role.MEMBER) for v in self.members),
            *away,
            *(row(v, Role.SUBSTITUTE) for v in (*self.substitutes, *self.outsiders)),
        ]


@dataclass
class Council:
    """A body with one open meeting."""

    session: Session
    meeting_id: str
    people: dict[str, str]  # name → person id
    seats: Seats

    def do(self, command: Command) -> str:
        """Run a command and return the id of what it made."""
        return self.session.do(command).result or ""

    @property
    def view(self) -> MeetingView:
        return self.session.ask(meeting_view, self.meeting_id)

    def section(self, number: int = 0) -> SectionView:
        return self.view.sections[number]

    def text(self, section: SectionView, role: TextRole) -> str:
        return "\n".join(d.text for d in section.parts[role].drafts)

    def roll_call(self, vote_id: str, sides: dict[str, tuple[Voter, ...]], seed: str) -> None:
        """One key a name, in a seeded shuffle, the one who leads last."""
        keys = [(v.name, CHOICES[side]) for side, people in sides.items() for v in people]
        random.Random(seed).shuffle(keys)
        keys.sort(key=lambda key: key[0] == self.seats.leader.name)
        for name, choice in keys:
            self.do(CastBallot(vote_id, self.people[name], choice))


def assemble(
    session: Session, name: str, day: date, seats: Seats, items: Sequence[tuple[str, str]]
) -> Council:
    """Make the body and its meeting with these items (title, words of its förslag, if any); open it."""
    rows = seats.rows()
    size = sum(r.role.has_seat for r in rows)
    made = CreateBody(name, BodyKind.BOARD, size, SINCE, "kommunstyrelsen", customs=CUSTOMS)
    body_id = session.do(made).result or ""
    session.do(TakeInMembers(body_id, tuple(rows), SINCE))
    meeting_id = session.do(PlanMeeting(body_id, day, standard_items=False)).result or ""
    for title, proposal in items:
        item_id = session.do(AddItem(meeting_id, title, ItemKind.DECISION)).result or ""
        if proposal:
            drafts = (Draft(BlockKind.PARAGRAPH, proposal),)
            session.do(WriteText(TextRole.PROPOSAL, drafts, item_id=item_id))
    with session.reading() as reader:
        ids = [m.person_id for m in reader.find(Mandate, body_id=body_id)]
        people = {p.name: p.id for p in reader.find(Person, id=ids)}
    serving = [(people[v.name], people[f"Frånvarande Ledamot{n}"]) for n, v in enumerate(seats.substitutes)]
    there = [seats.leader, *seats.members, *seats.substitutes, *seats.outsiders]
    session.do(OpenMeeting(meeting_id, tuple(people[v.name] for v in there), tuple(serving)))
    return Council(session, meeting_id, people, seats)
