"""What is done after justering: anslag up and down, and rättelse (KL 8:12, 13:5; JO 581-2013)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.proceedings import Correction, Notice
from namndstod.domain.records import Meeting, MeetingState, Section, new_id

from .base import Command, Desk


@dataclass(frozen=True)
class PostNotice(Command):
    """The anslag goes up: of the whole protokoll, or of the §§ that were justerade at once."""

    label: ClassVar[str] = "anslå"
    meeting_id: str
    day: date
    section_ids: tuple[str, ...] = ()

    def run(self, desk: Desk) -> str:
        """Return the id of the anslag. Refused for what is not justerat, or before it was."""
        approved = self._approved(desk)
        if self.day < approved:
            raise RuleBroken(
                "Anslaget kan inte sättas upp före justeringen.", source="KL 8 kap. 12 §", field="day"
            )
        notice = Notice(
            id=new_id(),
            meeting_id=self.meeting_id,
            sections=self.section_ids,
            approved=approved,
            posted=self.day,
        )
        return desk.work.add(notice).id

    def _approved(self, desk: Desk) -> date:
        meeting = desk.work.get(Meeting, self.meeting_id)
        if not self.section_ids:
            if meeting.state is not MeetingState.APPROVED or meeting.approval_date is None:
                raise RuleBroken(
                    "Protokollet är inte justerat: det kan inte anslås än.", source="KL 8 kap. 12 §"
                )
            return meeting.approval_date
        days = [desk.work.get(Section, s).approved for s in self.section_ids]
        known = [day for day in days if day is not None]
        if len(known) < len(days):
            raise RuleBroken("Paragrafen är inte justerad: den kan inte anslås än.", source="KL 8 kap. 12 §")
        return max(known)


@dataclass(frozen=True)
class TakeDownNotice(Command):
    """The anslag is taken down. Too early is stored and marked: it must go up again."""

    label: ClassVar[str] = "ta ned anslag"
    notice_id: str
    day: date

    def run(self, desk: Desk) -> None:
        """Note the day."""
        notice = desk.work.get(Notice, self.notice_id)
        if notice.posted is not None and self.day < notice.posted:
            raise RuleBroken("Anslaget kan inte tas ned innan det sattes upp.", field="day")
        desk.work.change(notice, taken_down=self.day)


@dataclass(frozen=True)
class AddCorrection(Command):
    """Rättelse: after justering a mistake in writing is corrected so that it shows (JO 581-2013)."""

    label: ClassVar[str] = "rättelse"
    meeting_id: str
    section_id: str | None
    day: date
    wrong: str
    right: str
    person: str = ""  # who makes it; else who is at the program

    def run(self, desk: Desk) -> str:
        """Return the id of the rättelse. Before justering the text itself is changed."""
        meeting = desk.work.get(Meeting, self.meeting_id)
        section = desk.work.get(Section, self.section_id) if self.section_id else None
        at_once = section is not None and section.approved is not None
        if meeting.state is not MeetingState.APPROVED and not at_once:
            raise RuleBroken("Protokollet är inte justerat: ändra texten i stället.")
        if not (self.wrong.strip() and self.right.strip()):
            raise RuleBroken("Ange vad som är fel och vad det ska vara.", source="JO 581-2013", field="wrong")
        correction = Correction(
            id=new_id(),
            meeting_id=meeting.id,
            section_id=self.section_id,
            day=self.day,
            wrong=self.wrong.strip(),
            right=self.right.strip(),
            person=self.person.strip() or desk.person,
        )
        return desk.work.add(correction).id
