"""Omedelbar justering: §§ justerade while the meeting goes on, as a protokoll of their own (practice)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.findings import Severity, check
from namndstod.domain.findings.approval import unfinished
from namndstod.domain.findings.sections import named
from namndstod.domain.records import Meeting, MeetingState, Section, SectionState, TextRole
from namndstod.domain.swedish import long_date
from namndstod.domain.texts import Source
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.reading import meeting_view

from .base import Command, Desk
from .meetings import SentPaper, keep_paper
from .texts import lift_marks, put_back, section_part, store_text

_UNDER_WAY = (MeetingState.OPEN, MeetingState.CLOSED)


@dataclass(frozen=True)
class DeclareImmediate(Command):
    """The meeting declares that a § is justerad at once, or takes that back."""

    label: ClassVar[str] = "omedelbar justering"
    section_id: str
    immediate: bool = True

    def run(self, desk: Desk) -> None:
        """Mark the §. A decision that nobody has changed gets the clause that says so."""
        section = desk.work.get(Section, self.section_id)
        if desk.work.get(Meeting, section.meeting_id).state not in _UNDER_WAY:
            raise RuleBroken("Omedelbar justering beslutas vid sammanträdet.", source="praxis")
        before = section_part(desk, section.id, TextRole.DECISION)
        desk.work.change(section, immediate=self.immediate)
        if section.state is SectionState.DECIDED and before.source is Source.GENERATED:
            written = section_part(desk, section.id, TextRole.DECISION).generated
            lift_marks(desk, section.id, TextRole.DECISION, before.drafts)
            store_text(desk, (), TextRole.DECISION, section_id=section.id)
            put_back(desk, section.id, TextRole.DECISION, written, always=True)


@dataclass(frozen=True)
class ApproveImmediately(Command):
    """The §§ are justerade now: numbers up to and including theirs are fixed, and they are frozen."""

    label: ClassVar[str] = "justera omedelbart"
    barrier: ClassVar[bool] = True
    meeting_id: str
    section_ids: tuple[str, ...]
    day: date
    minutes: SentPaper
    secret: SentPaper | None = None  # the secret part, where one of the §§ is secret

    def run(self, desk: Desk) -> None:
        """Freeze the §§. Refused while a text is not finished (rule 30) or an earlier meeting is open."""
        view = meeting_view(desk.work, self.meeting_id)
        chosen = require_immediate(view, self.section_ids, self.day)
        last = max(s.section.position for s in chosen)
        for section in view.sections:
            if section.section.position > last:
                break
            if section.section.number is None and section.number is not None:
                desk.work.change(section.section, number=section.number)
        for section in chosen:
            stored = desk.work.get(Section, section.section.id)
            desk.work.change(stored, approved=self.day, immediate=True)
        keep_paper(desk, self.meeting_id, self.minutes)
        if self.secret is not None:
            keep_paper(desk, self.meeting_id, replace(self.secret, of=self.section_ids))


def require_immediate(view: MeetingView, section_ids: tuple[str, ...], day: date) -> tuple[SectionView, ...]:
    """Return the §§ to be justerade at once. Raises RuleBroken where that cannot be done yet (rule 30)."""
    if view.meeting.state is MeetingState.APPROVED:
        raise Refused(f"Protokollet {long_date(view.meeting.day)} är justerat.", source="KL 5 kap. 69 §")
    if view.meeting.state not in _UNDER_WAY:
        raise RuleBroken("Omedelbar justering görs vid sammanträdet.", source="praxis")
    if view.waits_for is not None:
        raise Refused(
            f"Sammanträdet {long_date(view.waits_for.day)} är inte avslutat: numren är preliminära än."
        )
    chosen = tuple(s for s in view.sections if s.section.id in section_ids)
    if not chosen:
        raise RuleBroken("Välj de paragrafer som ska justeras omedelbart.")
    for section in chosen:
        if section.section.approved is not None:
            raise RuleBroken(f"{named(section)} är redan justerad.")
        if not section.section.immediate:
            raise RuleBroken(f"{named(section)}: nämnden har inte förklarat paragrafen omedelbart justerad.")
        why = unfinished(section)
        if why or section.number is None:
            message = "Paragrafen måste finnas färdig i skrift och justeras nu"
            raise RuleBroken(
                f"{named(section)}: {message}; {why or 'den har inget nummer'}.", source="praxis"
            )
    for finding in check(view, day):
        own = finding.place.section_id in section_ids and finding.code != "immediate_unfinished"
        if own and finding.severity is Severity.BLOCK:
            raise RuleBroken(f"Kan inte justeras än: {finding.message}", source=finding.source)
    return chosen
