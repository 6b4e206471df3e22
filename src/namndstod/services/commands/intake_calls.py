"""Taking in a kallelse that was made elsewhere: the body, its people, the meeting and its list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, ClassVar

from namndstod.domain.records import (
    BodyKind,
    GroupMeeting,
    Mandate,
    Meeting,
    Person,
    Role,
    new_id,
)

from .base import Command, Desk
from .intake import IncomingItem, refuse_late, take_item
from .meetings import PlanMeeting
from .register import AddMember, CreateBody, MemberRow


@dataclass(frozen=True)
class IncomingBody:
    """A body that is not in the binder: its name, what it is, and its number of seats."""

    name: str
    kind: BodyKind
    seats: int


@dataclass(frozen=True)
class IncomingMandate:
    """Somebody of the kallelse: a new uppdrag, or `mandate_id` with what is to be changed in it.

    `ends`: the uppdrag ends the day before the meeting.
    """

    row: MemberRow | None = None
    mandate_id: str | None = None
    ends: bool = False


@dataclass(frozen=True)
class IncomingMeeting:
    """What is taken in of the meeting itself; None leaves what stands there."""

    day: date
    starts: time | None = None
    ends: time | None = None
    place: str | None = None
    group_meetings: tuple[GroupMeeting, ...] | None = None
    notices: tuple[str, ...] | None = None
    secretary: str | None = None
    secretary_title: str | None = None
    secretary_email: str | None = None
    secretary_phone: str | None = None


@dataclass(frozen=True)
class TakeInCall(Command):
    """Take in what a person has chosen of a kallelse; what has no id yet is made."""

    label: ClassVar[str] = "läs in kallelse"
    meeting: IncomingMeeting
    body_id: str | None = None
    new_body: IncomingBody | None = None
    meeting_id: str | None = None
    mandates: tuple[IncomingMandate, ...] = ()
    items: tuple[IncomingItem, ...] = ()

    def run(self, desk: Desk) -> str:
        """Return the id of the meeting."""
        body_id = self.body_id or _body(desk, self.new_body, self.meeting.day)
        for mandate in self.mandates:
            _take_mandate(desk, body_id, mandate, self.meeting.day)
        meeting_id = self.meeting_id
        if meeting_id is None:
            planned = PlanMeeting(
                body_id,
                self.meeting.day,
                self.meeting.starts,
                self.meeting.ends,
                self.meeting.place or "",
                standard_items=not self.items,
            )
            meeting_id = planned.run(desk)
        meeting = desk.work.get(Meeting, meeting_id)
        refuse_late(meeting)
        _change(desk, meeting, self.meeting)
        for item in self.items:
            take_item(desk, meeting_id, item)
        return meeting_id


def _body(desk: Desk, body: IncomingBody | None, day: date) -> str:
    assert body is not None, "a kallelse is of a body"
    return CreateBody(body.name, body.kind, max(1, body.seats), day).run(desk)


def _change(desk: Desk, stored: Meeting, meeting: IncomingMeeting) -> None:
    wanted: dict[str, Any] = {
        "starts": meeting.starts,
        "ends": meeting.ends,
        "place": meeting.place,
        "group_meetings": meeting.group_meetings,
        "notices": meeting.notices,
        "secretary": meeting.secretary,
        "secretary_title": meeting.secretary_title,
        "secretary_email": meeting.secretary_email,
        "secretary_phone": meeting.secretary_phone,
    }
    changed = {k: v for k, v in wanted.items() if v is not None and v != getattr(stored, k)}
    if changed:
        desk.work.change(stored, **changed)


def _take_mandate(desk: Desk, body_id: str, incoming: IncomingMandate, day: date) -> None:
    if incoming.mandate_id is None:
        if incoming.row is not None:
            _add(desk, body_id, incoming.row, day)
        return
    mandate = desk.work.get(Mandate, incoming.mandate_id)
    if incoming.ends:
        if mandate.valid_from >= day:
            desk.work.remove(mandate)
        else:
            desk.work.change(mandate, valid_to=day - timedelta(days=1))
    elif incoming.row is not None:
        _replace(desk, mandate, incoming.row, day)


def _add(desk: Desk, body_id: str, row: MemberRow, day: date) -> None:
    """Add somebody; an uppdrag of theirs that begins later in the same body begins on `day` instead."""
    person = desk.work.first(Person, given_name=row.given_name, surname=row.surname)
    known = desk.work.find(Mandate, body_id=body_id, person_id=person.id) if person else []
    later = min((m for m in known if m.valid_from > day), key=lambda m: m.valid_from, default=None)
    if later is not None and (later.role, later.party) == (row.role, row.party.upper()):
        desk.work.change(later, valid_from=day)
    elif later is not None and person is not None:
        order = max((m.elected_order for m in desk.work.find(Mandate, body_id=body_id)), default=0) + 1
        desk.work.add(
            Mandate(
                id=new_id(),
                person_id=person.id,
                body_id=body_id,
                role=row.role,
                party=row.party.upper(),
                valid_from=day,
                valid_to=later.valid_from - timedelta(days=1),
                elected_order=order,
            )
        )
    else:
        AddMember(body_id, row, day).run(desk)


def _replace(desk: Desk, mandate: Mandate, row: MemberRow, day: date) -> None:
    """Let an uppdrag be another from `day` on; what it was before stays."""
    if mandate.valid_from >= day:
        desk.work.change(mandate, role=row.role, party=row.party.upper())
        return
    desk.work.change(mandate, valid_to=day - timedelta(days=1))
    substitute = row.role is Role.SUBSTITUTE
    desk.work.add(
        Mandate(
            id=new_id(),
            person_id=mandate.person_id,
            body_id=mandate.body_id,
            role=row.role,
            party=row.party.upper(),
            valid_from=day,
            valid_to=mandate.valid_to,
            seat=None if substitute else mandate.seat,
            elected_order=mandate.elected_order,
        )
    )
