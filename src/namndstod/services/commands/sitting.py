"""The meeting itself: opening, decisions, closing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import ClassVar

from namndstod.domain import states
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.procedure import procedure
from namndstod.domain.proceedings import Adjournment, Proposition
from namndstod.domain.records import (
    LostMark,
    Meeting,
    MeetingState,
    Outcome,
    PresenceEvent,
    Section,
    SectionState,
    TextBlock,
    TextRole,
    new_id,
)
from namndstod.domain.script import WAITS
from namndstod.domain.swedish import long_date
from namndstod.domain.texts import is_blank
from namndstod.domain.view import plan_sections
from namndstod.services.reading import meeting_view, section_in_view

from .agenda import add_section, reposition
from .base import Command, Desk, moved
from .presence import TakeRoll
from .texts import lift_marks, put_back, section_part, store_text


@dataclass(frozen=True)
class OpenMeeting(Command):
    """The chair opens the meeting: the upprop and the §§ are laid out."""

    label: ClassVar[str] = "öppna sammanträdet"
    meeting_id: str
    present: tuple[str, ...]  # person ids
    serving: tuple[tuple[str, str], ...] = ()  # (ersättare, ledamot)
    at: time | None = None
    remote: tuple[str, ...] = ()

    def run(self, desk: Desk) -> None:
        """Store the upprop and one § for each item that gets one."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        states.require(meeting, MeetingState.OPEN)
        planned = plan_sections(meeting_view(desk.work, meeting.id))
        desk.work.change(meeting, state=MeetingState.OPEN, opened_at=self.at)
        for section in planned:
            desk.work.add(replace(section, id=new_id()))
        TakeRoll(meeting.id, self.present, self.serving, self.remote).run(desk)


@dataclass(frozen=True)
class Decide(Command):
    """The klubba falls: the § ends with this outcome, and the decision's text stands from now on.

    Without an outcome it is the one that the procedure came to: what won, or the proposal where nobody
    yrkade anything else.
    """

    label: ClassVar[str] = "klubba beslut"
    section_id: str
    outcome: Outcome | None = None

    def run(self, desk: Desk) -> None:
        """Fix the decision: the proposal's text, what won, or what the outcome says.

        A text of one's own is kept. Raises RuleBroken when the outcome is left to a procedure not at its end.
        """
        section = _changeable(desk, self.section_id)
        view, shown = section_in_view(desk.work, section.id)
        course = procedure(shown.facts, view.customs)
        outcome = self.outcome or course.outcome
        if outcome is None:
            waits = WAITS.get(course.next.stage, "Ange hur paragrafen slutar.")
            raise RuleBroken(waits, source="KL 5 kap. 53 §")
        desk.work.change(section, state=SectionState.DECIDED, outcome=outcome)
        own_words = not course.settled or course.outcome is not outcome
        if outcome is Outcome.CHANGED and own_words and not is_blank(shown.parts[TextRole.DECISION].drafts):
            return
        part = section_part(desk, section.id, TextRole.DECISION)
        lift_marks(desk, section.id, TextRole.DECISION, part.drafts)
        store_text(desk, (), TextRole.DECISION, section_id=section.id)
        put_back(desk, section.id, TextRole.DECISION, part.generated, always=True)


@dataclass(frozen=True)
class Reopen(Command):
    """Take back the klubba: the § is open again, and a vote requested after that klubba may be taken."""

    label: ClassVar[str] = "ta upp paragrafen igen"
    section_id: str

    def run(self, desk: Desk) -> None:
        """Open the § and drop the decision the program wrote."""
        section = _changeable(desk, self.section_id)
        desk.work.change(section, state=SectionState.OPEN, outcome=None)
        for proposition in desk.work.find(Proposition, section_id=section.id):
            desk.work.change(proposition, after_gavel=False)
        part = section_part(desk, section.id, TextRole.DECISION)
        lift_marks(desk, section.id, TextRole.DECISION, part.drafts)
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
        if desk.work.first(Adjournment, section_id=section.id) is not None:
            raise RuleBroken("Sammanträdet ajournerades under paragrafen: ta bort ajourneringen först.")
        blocks = {b.role for b in desk.work.find(TextBlock, section_id=section.id)}
        for role in blocks:
            store_text(desk, (), role, section_id=section.id)
        for mark in desk.work.find(LostMark, section_id=section.id):
            desk.work.remove(mark)
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
