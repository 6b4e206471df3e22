"""Who comes, goes, serves, leads and is jävig: one command for each thing that the secretary marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.order_of_service import OrderOfService
from namndstod.domain.presence import SectionPresence
from namndstod.domain.records import (
    Anchor,
    Mandate,
    Meeting,
    Person,
    PresenceEvent,
    PresenceKind,
    Role,
    Section,
    new_id,
)
from namndstod.domain.view import MeetingView
from namndstod.services.reading import in_force, meeting_view

from .base import Command, Desk

NOBODY = ""
"""Instead of a person's id: the seat is to stand empty."""


@dataclass(frozen=True)
class TakeRoll(Command):
    """The upprop as a whole: who is there, which ersättare serve for whom, who is there on distance.

    It replaces an earlier one; what it says as before stands with its reasons, and so do events at a §.
    """

    label: ClassVar[str] = "ändra uppropet"
    meeting_id: str
    present: tuple[str, ...]  # person ids
    serving: tuple[tuple[str, str], ...] = ()  # (ersättare, ledamot)
    remote: tuple[str, ...] | None = None  # None: those of an earlier upprop who are still there

    def run(self, desk: Desk) -> None:
        """Store the upprop."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        stored = desk.work.find(PresenceEvent, meeting_id=meeting.id, section_id=None)
        there = {*self.present, *(substitute for substitute, _ in self.serving)}
        remote = self.remote
        if remote is None:
            remote = tuple(e.person_id for e in stored if e.kind is PresenceKind.REMOTE)
        wanted: list[_Said] = [(PresenceKind.ARRIVES, p, None) for p in self.present]
        wanted += [(PresenceKind.SERVES_FOR, substitute, seat) for substitute, seat in self.serving]
        wanted += [(PresenceKind.REMOTE, p, None) for p in remote if p in there]
        wanted += [_said(e) for e in stored if e.kind is PresenceKind.CHAIRS and e.person_id in there]
        for substitute, seat in self.serving:
            _require_seat(desk, meeting, substitute, seat)
        kept: set[_Said] = set()
        for event in stored:
            if _said(event) in wanted and _said(event) not in kept:
                kept.add(_said(event))
            else:
                desk.work.remove(event)
        for kind, person_id, seat_of in dict.fromkeys(wanted):
            if (kind, person_id, seat_of) not in kept:
                add_event(desk, meeting.id, person_id, kind, serves_for_id=seat_of)


@dataclass(frozen=True)
class RemovePresence(Command):
    """Take away a presence event that was entered by mistake, with what only followed from it."""

    label: ClassVar[str] = "ta bort närvarohändelse"
    event_id: str

    def run(self, desk: Desk) -> None:
        """Remove the event, and an ersättare or chair who by then has nobody to sit in for in that §."""
        event = desk.work.get(PresenceEvent, self.event_id)
        before = _effective(desk, event)
        desk.work.remove(event)
        if event.section_id is None:
            return
        after = _effective(desk, event)
        for idle in before - after - {event.id}:
            follower = desk.work.get(PresenceEvent, idle)
            if follower.kind in (PresenceKind.SERVES_FOR, PresenceKind.CHAIRS):
                desk.work.remove(follower)


@dataclass(frozen=True)
class RecordPresence(Command):
    """Somebody comes or goes; without a § at the upprop. With `fill` the next in turn takes the seat."""

    label: ClassVar[str] = "ändra närvaro"
    meeting_id: str
    person_id: str
    present: bool
    section_id: str | None = None
    anchor: Anchor = Anchor.BEFORE
    at: time | None = None
    fill: bool = False  # the empty seat of who goes, or one for an ersättare who comes

    def run(self, desk: Desk) -> None:
        """Store the event. At the upprop it replaces what was said there of the person."""
        if self.section_id is None:
            said = desk.work.find(PresenceEvent, meeting_id=self.meeting_id, section_id=None)
            for event in said:
                if self.person_id in (
                    event.person_id,
                    None if self.present is False else event.serves_for_id,
                ):
                    desk.work.remove(event)
        if self.section_id is not None or self.present:
            kind = PresenceKind.ARRIVES if self.present else PresenceKind.LEAVES
            add_event(desk, self.meeting_id, self.person_id, kind, self.section_id, self.anchor, self.at)
        if self.fill:
            self._fill(desk)

    def _fill(self, desk: Desk) -> None:
        """Let the next in turn of those in the room take an empty seat from where it is empty."""
        view = meeting_view(desk.work, self.meeting_id)
        here = _after(view, self.section_id, self.anchor)
        if here is None:
            return
        order = OrderOfService(view.mandates, view.customs)
        idle = here.present - {s.person_id for s in here.serving} - here.announced
        seats = [m.person_id for m in view.members if m.person_id in set(here.empty) - here.recused]
        for serving in order.propose(seats, idle):
            if self.present and serving.person_id != self.person_id:
                continue
            add_event(
                desk,
                self.meeting_id,
                serving.person_id,
                PresenceKind.SERVES_FOR,
                self.section_id,
                self.anchor,
                self.at,
                serving.seat_of,
            )


@dataclass(frozen=True)
class ServeFor(Command):
    """An ersättare steps in for a ledamot, from a § on or at the upprop; for a jävig in the § alone."""

    label: ClassVar[str] = "sätt in ersättare"
    meeting_id: str
    person_id: str
    serves_for_id: str
    section_id: str | None = None
    anchor: Anchor = Anchor.BEFORE
    at: time | None = None
    reason: str = ""  # why another than the next in turn

    def run(self, desk: Desk) -> None:
        """Store the event; at one point of the meeting the same seat is given once."""
        _require_seat(desk, desk.work.get(Meeting, self.meeting_id), self.person_id, self.serves_for_id)
        for event in _said_at(desk, self.meeting_id, self.section_id, PresenceKind.SERVES_FOR):
            same = event.serves_for_id == self.serves_for_id or event.person_id == self.person_id
            if same and event.anchor is self.anchor:
                desk.work.remove(event)
        add_event(
            desk,
            self.meeting_id,
            self.person_id,
            PresenceKind.SERVES_FOR,
            self.section_id,
            self.anchor,
            self.at,
            self.serves_for_id,
            self.reason,
        )


@dataclass(frozen=True)
class GiveReason(Command):
    """Say why another ersättare than the next in turn stepped in, or that distance was checked."""

    label: ClassVar[str] = "ange skäl"
    event_id: str
    reason: str

    def run(self, desk: Desk) -> None:
        """Keep the reason with the event."""
        desk.work.change(desk.work.get(PresenceEvent, self.event_id), reason=self.reason.strip())


@dataclass(frozen=True)
class ChangeChair(Command):
    """Somebody else leads from a § on (at the upprop without one), or in it alone for a jävig chair."""

    label: ClassVar[str] = "byt ordförande"
    meeting_id: str
    person_id: str
    section_id: str | None = None
    anchor: Anchor = Anchor.BEFORE
    at: time | None = None

    def run(self, desk: Desk) -> None:
        """Store who leads; an earlier choice at the same point is replaced."""
        for event in _said_at(desk, self.meeting_id, self.section_id, PresenceKind.CHAIRS):
            if event.anchor is self.anchor:
                desk.work.remove(event)
        kind = PresenceKind.CHAIRS
        add_event(desk, self.meeting_id, self.person_id, kind, self.section_id, self.anchor, self.at)


@dataclass(frozen=True)
class TakePartRemotely(Command):
    """Somebody takes part on distance (KL 6:24), from a § on or from the upprop."""

    label: ClassVar[str] = "deltar på distans"
    meeting_id: str
    person_id: str
    section_id: str | None = None
    anchor: Anchor = Anchor.BEFORE
    at: time | None = None

    def run(self, desk: Desk) -> None:
        """Store it; ARRIVES in a later § ends it."""
        kind = PresenceKind.REMOTE
        add_event(desk, self.meeting_id, self.person_id, kind, self.section_id, self.anchor, self.at)


@dataclass(frozen=True)
class AnnounceRecusal(Command):
    """Somebody announces jäv in coming §§, several at once (KL 6:30). It replaces what they said before."""

    label: ClassVar[str] = "anmäl jäv"
    meeting_id: str
    person_id: str
    section_ids: tuple[str, ...]

    def run(self, desk: Desk) -> None:
        """Store the announcements; §§ that are no longer named lose theirs."""
        kind = PresenceKind.ANNOUNCES_RECUSAL
        said = desk.work.find(PresenceEvent, meeting_id=self.meeting_id, person_id=self.person_id)
        before = {e.section_id: e for e in said if e.kind is kind}
        for section_id, event in before.items():
            if section_id not in self.section_ids:
                desk.work.remove(event)
        for section_id in self.section_ids:
            if section_id not in before:
                add_event(desk, self.meeting_id, self.person_id, kind, section_id)


@dataclass(frozen=True)
class TakeOutRecused(Command):
    """A § opens: who is jävig goes out, the next in turn sits in, and somebody else leads; for that § alone.

    Without `persons` it is all who have announced jäv in the §. `substitutes` says who takes whose seat
    (ledamot, ersättare or NOBODY); the other seats go to the next in turn. Without `chair_id` the first of
    the presidium who serves leads.
    """

    label: ClassVar[str] = "jäv"
    section_id: str
    persons: tuple[str, ...] = ()
    substitutes: tuple[tuple[str, str], ...] = ()
    chair_id: str | None = None
    at: time | None = None
    reason: str = ""

    def run(self, desk: Desk) -> None:
        """Store the exits, the ersättare and, where given, the chair. RuleBroken when nobody is jävig."""
        section = desk.work.get(Section, self.section_id)
        persons = self.persons or self._announced(desk, section.meeting_id)
        if not persons:
            raise RuleBroken("Ingen har anmält jäv i paragrafen.", source="KL 6 kap. 30 §")
        for person_id in persons:
            self._add(desk, section, person_id, PresenceKind.RECUSED)
        view = meeting_view(desk.work, section.meeting_id)
        shown = view.section(section.id)
        if shown is not None:
            for seat, substitute in self._seats(view, shown.presence).items():
                if substitute != NOBODY:
                    _require_seat(desk, view.meeting, substitute, seat)
                    self._add(desk, section, substitute, PresenceKind.SERVES_FOR, seat)
        if self.chair_id is not None:
            self._add(desk, section, self.chair_id, PresenceKind.CHAIRS)

    def _announced(self, desk: Desk, meeting_id: str) -> tuple[str, ...]:
        said = _said_at(desk, meeting_id, self.section_id, PresenceKind.ANNOUNCES_RECUSAL)
        out = {e.person_id for e in _said_at(desk, meeting_id, self.section_id, PresenceKind.RECUSED)}
        return tuple(dict.fromkeys(e.person_id for e in said if e.person_id not in out))

    def _seats(self, view: MeetingView, here: SectionPresence) -> dict[str, str]:
        chosen = {seat: who for seat, who in self.substitutes if seat in here.vacated}
        idle = here.present - {s.person_id for s in here.serving} - here.announced - set(chosen.values())
        seats = [seat for seat in here.vacated if seat not in chosen]
        proposed = OrderOfService(view.mandates, view.customs).propose(seats, idle)
        return chosen | {s.seat_of: s.person_id for s in proposed}

    def _add(
        self, desk: Desk, section: Section, person_id: str, kind: PresenceKind, seat: str | None = None
    ) -> None:
        reason = self.reason if seat is not None else ""
        meeting_id, before = section.meeting_id, Anchor.BEFORE
        add_event(desk, meeting_id, person_id, kind, section.id, before, self.at, seat, reason)


@dataclass(frozen=True)
class StepOut(Command):
    """Persons who may not be there in a § leave before it and come back after it."""

    label: ClassVar[str] = "lämna under paragrafen"
    section_id: str
    persons: tuple[str, ...]

    def run(self, desk: Desk) -> None:
        """Store that they leave and come back."""
        meeting_id = desk.work.get(Section, self.section_id).meeting_id
        for person_id in self.persons:
            add_event(desk, meeting_id, person_id, PresenceKind.LEAVES, self.section_id, Anchor.BEFORE)
            add_event(desk, meeting_id, person_id, PresenceKind.ARRIVES, self.section_id, Anchor.AFTER)


# --- shared by the commands --------------------------------------------------------------------------

_Said = tuple[PresenceKind, str, str | None]


def _said(event: PresenceEvent) -> _Said:
    return event.kind, event.person_id, event.serves_for_id


def _said_at(desk: Desk, meeting_id: str, section_id: str | None, kind: PresenceKind) -> list[PresenceEvent]:
    return desk.work.find(PresenceEvent, meeting_id=meeting_id, section_id=section_id, kind=kind)


def _effective(desk: Desk, event: PresenceEvent) -> set[str]:
    """Return the ids of the events at the same § that make a difference."""
    view = meeting_view(desk.work, event.meeting_id)
    section = view.section(event.section_id or "")
    return {e.id for e in section.presence.events} if section is not None else set()


def _after(view: MeetingView, section_id: str | None, anchor: Anchor) -> SectionPresence | None:
    """Return the presence in which an event at that point first shows; None after the last §."""
    if section_id is None:
        return view.opening_presence
    ids = [s.section.id for s in view.sections]
    index = ids.index(section_id) + (anchor is Anchor.AFTER)
    return view.sections[index].presence if index < len(ids) else None


def _require_seat(desk: Desk, meeting: Meeting, person_id: str, serves_for_id: str) -> None:
    """Raise RuleBroken unless the person is an ersättare that day and the other one a ledamot."""
    mandates = desk.work.find(Mandate, body_id=meeting.body_id, person_id=[person_id, serves_for_id])
    roles = {m.person_id: m.role for m in mandates if in_force(m, meeting.day)}
    if roles.get(person_id) is not Role.SUBSTITUTE:
        name = desk.work.get(Person, person_id).name
        what = "är själv ledamot" if person_id in roles else "är inte ersättare i nämnden"
        raise RuleBroken(f"{name} {what} och kan inte träda in för någon annan.", source="KL 6 kap. 17 §")
    if roles.get(serves_for_id) in (None, Role.SUBSTITUTE):
        name = desk.work.get(Person, serves_for_id).name
        raise RuleBroken(f"{name} har ingen plats i nämnden att träda in på.", source="KL 6 kap. 17 §")


def add_event(
    desk: Desk,
    meeting_id: str,
    person_id: str,
    kind: PresenceKind,
    section_id: str | None = None,
    anchor: Anchor = Anchor.BEFORE,
    at: time | None = None,
    serves_for_id: str | None = None,
    reason: str = "",
) -> None:
    """Append a presence event to the meeting."""
    position = (desk.work.maximum(PresenceEvent, "position", meeting_id=meeting_id) or 0) + 1
    desk.work.add(
        PresenceEvent(
            id=new_id(),
            meeting_id=meeting_id,
            person_id=person_id,
            kind=kind,
            position=position,
            serves_for_id=serves_for_id,
            anchor=anchor,
            section_id=section_id,
            at=at,
            reason=reason,
        )
    )
