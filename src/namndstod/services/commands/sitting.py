"""The meeting itself: opening, presence, decisions, closing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import ClassVar

from namndstod.domain import states
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.records import (
    Anchor,
    Mandate,
    Meeting,
    MeetingState,
    Outcome,
    Person,
    PresenceEvent,
    PresenceKind,
    Role,
    Section,
    SectionState,
    TextBlock,
    TextRole,
    new_id,
)
from namndstod.domain.swedish import long_date
from namndstod.domain.texts import is_blank
from namndstod.domain.view import plan_sections
from namndstod.services.reading import in_force, meeting_view

from .agenda import add_section, reposition
from .base import Command, Desk, moved
from .texts import section_part, store_generated, store_text


@dataclass(frozen=True)
class OpenMeeting(Command):
    """The chair opens the meeting: the upprop and the §§ are laid out."""

    label: ClassVar[str] = "öppna sammanträdet"
    meeting_id: str
    present: tuple[str, ...]  # person ids
    serving: tuple[tuple[str, str], ...] = ()  # (ersättare, ledamot)
    at: time | None = None

    def run(self, desk: Desk) -> None:
        """Store the upprop and one § for each item that gets one."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        states.require(meeting, MeetingState.OPEN)
        planned = plan_sections(meeting_view(desk.work, meeting.id))
        desk.work.change(meeting, state=MeetingState.OPEN, opened_at=self.at)
        for section in planned:
            desk.work.add(replace(section, id=new_id()))
        TakeRoll(meeting.id, self.present, self.serving).run(desk)


@dataclass(frozen=True)
class TakeRoll(Command):
    """The upprop as a whole: who is there, and which ersättare serve for whom. Replaces an earlier one."""

    label: ClassVar[str] = "ändra uppropet"
    meeting_id: str
    present: tuple[str, ...]  # person ids
    serving: tuple[tuple[str, str], ...] = ()  # (ersättare, ledamot)

    def run(self, desk: Desk) -> None:
        """Store the upprop; events at a § stand."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        for event in desk.work.find(PresenceEvent, meeting_id=meeting.id, section_id=None):
            desk.work.remove(event)
        for person_id in self.present:
            add_event(desk, meeting.id, person_id, PresenceKind.ARRIVES)
        for substitute, seat in self.serving:
            _require_seat(desk, meeting, substitute, seat)
            add_event(desk, meeting.id, substitute, PresenceKind.SERVES_FOR, serves_for_id=seat)


@dataclass(frozen=True)
class RemovePresence(Command):
    """Take away a presence event that was entered by mistake."""

    label: ClassVar[str] = "ta bort närvarohändelse"
    event_id: str

    def run(self, desk: Desk) -> None:
        """Remove the event; who serves is derived anew."""
        desk.work.remove(desk.work.get(PresenceEvent, self.event_id))


@dataclass(frozen=True)
class RecordPresence(Command):
    """Somebody comes or goes; without a § at the upprop."""

    label: ClassVar[str] = "ändra närvaro"
    meeting_id: str
    person_id: str
    present: bool
    section_id: str | None = None
    anchor: Anchor = Anchor.BEFORE
    at: time | None = None

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
            if not self.present:
                return
        kind = PresenceKind.ARRIVES if self.present else PresenceKind.LEAVES
        add_event(desk, self.meeting_id, self.person_id, kind, self.section_id, self.anchor, self.at)


@dataclass(frozen=True)
class ServeFor(Command):
    """An ersättare steps in for a ledamot, from a § on or at the upprop."""

    label: ClassVar[str] = "sätt in ersättare"
    meeting_id: str
    person_id: str
    serves_for_id: str
    section_id: str | None = None
    anchor: Anchor = Anchor.BEFORE
    at: time | None = None

    def run(self, desk: Desk) -> None:
        """Store the event; at the upprop the same seat is given once."""
        _require_seat(desk, desk.work.get(Meeting, self.meeting_id), self.person_id, self.serves_for_id)
        if self.section_id is None:
            for event in desk.work.find(PresenceEvent, meeting_id=self.meeting_id, section_id=None):
                same = event.serves_for_id == self.serves_for_id or event.person_id == self.person_id
                if event.kind is PresenceKind.SERVES_FOR and same:
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
        )


@dataclass(frozen=True)
class Decide(Command):
    """The klubba falls: the § ends with this outcome, and the decision's text stands from now on."""

    label: ClassVar[str] = "klubba beslut"
    section_id: str
    outcome: Outcome

    def run(self, desk: Desk) -> None:
        """Fix the decision: the proposal's text, or what the outcome says. A text of one's own is kept."""
        section = _changeable(desk, self.section_id)
        before = section_part(desk, section.id, TextRole.DECISION)
        desk.work.change(section, state=SectionState.DECIDED, outcome=self.outcome)
        if self.outcome is Outcome.CHANGED and not is_blank(before.drafts):
            return
        written = section_part(desk, section.id, TextRole.DECISION).generated
        store_text(desk, (), TextRole.DECISION, section_id=section.id)
        store_generated(desk, section.id, TextRole.DECISION, written)


@dataclass(frozen=True)
class Reopen(Command):
    """Take back the klubba: the § is open again."""

    label: ClassVar[str] = "ta upp paragrafen igen"
    section_id: str

    def run(self, desk: Desk) -> None:
        """Open the § and drop the decision the program wrote."""
        section = _changeable(desk, self.section_id)
        desk.work.change(section, state=SectionState.OPEN, outcome=None)
        store_text(desk, (), TextRole.DECISION, section_id=section.id)


@dataclass(frozen=True)
class AddSection(Command):
    """Add a § without an item, or one more § for an item, after another § or last."""

    label: ClassVar[str] = "ny paragraf"
    meeting_id: str
    heading: str
    item_id: str | None = None
    after_id: str | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the §."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        if meeting.state is not MeetingState.OPEN:
            raise RuleBroken("Sammanträdet måste vara öppnat för att få en ny paragraf.")
        at = desk.work.get(Section, self.after_id).position if self.after_id else None
        return add_section(desk, meeting, self.item_id, self.heading, at).id


@dataclass(frozen=True)
class MoveSection(Command):
    """Handle a § at another place in the order (1, 2 …); «ta upp nu»."""

    label: ClassVar[str] = "flytta paragraf"
    section_id: str
    position: int

    def run(self, desk: Desk) -> None:
        """Give the §§ their new places; provisional numbers follow."""
        section = desk.work.get(Section, self.section_id)
        sections = desk.work.find(Section, meeting_id=section.meeting_id)
        reposition(desk, moved(sections, section.id, self.position - 1))


@dataclass(frozen=True)
class RemoveSection(Command):
    """Take away a § that has no item and was made by mistake."""

    label: ClassVar[str] = "ta bort paragraf"
    section_id: str

    def run(self, desk: Desk) -> None:
        """Remove the § with its texts. The last § of an item utgår instead."""
        section = desk.work.get(Section, self.section_id)
        if section.item_id and len(desk.work.find(Section, item_id=section.item_id)) == 1:
            raise RuleBroken("Ärendet står på listan: låt det utgå i stället.", source="KL 5 kap. 66 §")
        if desk.work.first(PresenceEvent, section_id=section.id) is not None:
            raise RuleBroken("Någon kom eller gick under paragrafen: flytta den händelsen först.")
        blocks = {b.role for b in desk.work.find(TextBlock, section_id=section.id)}
        for role in blocks:
            store_text(desk, (), role, section_id=section.id)
        rest = [s for s in desk.work.find(Section, meeting_id=section.meeting_id) if s.id != section.id]
        desk.work.remove(section)
        reposition(desk, rest)


@dataclass(frozen=True)
class CloseMeeting(Command):
    """«Sammanträdet är avslutat»: all §§ get their numbers in one step, never given back."""

    label: ClassVar[str] = "avsluta sammanträdet"
    barrier: ClassVar[bool] = True
    meeting_id: str
    at: time | None = None

    def run(self, desk: Desk) -> None:
        """Fix the numbers. Refused while an earlier meeting of the year is open."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        states.require(meeting, MeetingState.CLOSED)
        view = meeting_view(desk.work, meeting.id)
        if view.waits_for is not None:
            earlier = long_date(view.waits_for.day)
            raise Refused(
                f"Sammanträdet {earlier} är inte avslutat. "
                "Avsluta det först, så att paragraferna följer på varandra."
            )
        for section in view.sections:
            if section.number is not None and section.section.number is None:
                desk.work.change(section.section, number=section.number)
        desk.work.change(meeting, state=MeetingState.CLOSED, closed_at=self.at)


def _changeable(desk: Desk, section_id: str) -> Section:
    """Return a § whose outcome may change: one that got no number when the meeting closed has had its say."""
    section = desk.work.get(Section, section_id)
    if section.number is None and desk.work.get(Meeting, section.meeting_id).state is MeetingState.CLOSED:
        raise RuleBroken("Ärendet utgick och fick inget nummer: ta upp det på nästa sammanträde.")
    return section


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
) -> None:
    """Append a presence event to the meeting."""
    position = max((e.position for e in desk.work.find(PresenceEvent, meeting_id=meeting_id)), default=0) + 1
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
        )
    )
