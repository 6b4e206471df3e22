"""The next meeting after last month's, and a whole year of meetings at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.frames import framed, without_sections
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    BodyTerm,
    Meeting,
    Recipient,
    TextBlock,
    TextRole,
    new_id,
)
from namndstod.domain.texts import Draft, drafts_of
from namndstod.services.terms import term_on

from .base import Command, Desk
from .meetings import PlanMeeting, add_standard, refuse_taken
from .texts import store_text


@dataclass(frozen=True)
class CopyMeeting(Command):
    """Plan a meeting with the frame of another: place, gruppmöten, notices, secretary, others present, list.

    The list gets the body's standing items and the items named in `items` with heading, ärende, presenters,
    proposal and recipients; nothing of what was said or decided, and no files.
    """

    label: ClassVar[str] = "nytt sammanträde"
    source_id: str
    day: date
    starts: time | None
    ends: time | None
    place: str
    items: tuple[str, ...] = ()

    def run(self, desk: Desk) -> str:
        """Return the id of the meeting."""
        source = desk.work.get(Meeting, self.source_id)
        term = term_on(desk.work, source.body_id, self.day)
        refuse_taken(desk, source.body_id, self.day)
        people = (without_sections(person) for person in source.others_present)
        meeting = desk.work.add(
            Meeting(
                id=new_id(),
                body_id=source.body_id,
                day=self.day,
                starts=self.starts,
                ends=self.ends,
                place=self.place,
                secretary=source.secretary,
                secretary_title=source.secretary_title,
                secretary_email=source.secretary_email,
                secretary_phone=source.secretary_phone,
                group_meetings=source.group_meetings,
                notices=source.notices or term.customs.notices,
                others_present=tuple(dict.fromkeys(filter(None, people))),
                approval_place=source.approval_place,
            )
        )
        self._fill(desk, meeting, source, term)
        return meeting.id

    def _fill(self, desk: Desk, meeting: Meeting, source: Meeting, term: BodyTerm) -> None:
        stood = sorted(desk.work.find(AgendaItem, meeting_id=source.id), key=lambda i: i.number)
        was = term_on(desk.work, source.body_id, source.day).name
        listed = framed(term.customs.standard_items, stood, self.items)
        for number, item in enumerate(listed, 1):
            if item.standing is not None:
                presenters = item.stood.presenters if item.stood else ()
                add_standard(desk, meeting.id, number, item.standing, term.name, presenters)
            elif item.stood is not None:
                _copy_item(desk, item.stood, meeting.id, number, (was, term.name))


def _copy_item(desk: Desk, item: AgendaItem, meeting_id: str, number: int, names: tuple[str, str]) -> None:
    copy = desk.work.add(
        AgendaItem(
            id=new_id(),
            meeting_id=meeting_id,
            number=number,
            kind=item.kind,
            title=item.title,
            purpose=item.purpose,
            matter_id=item.matter_id,
            presenters=item.presenters,
            authority=item.authority,
            staff_excluded=item.staff_excluded,
            secret=item.secret,
            secrecy_ground=item.secrecy_ground,
            neutral_heading=item.neutral_heading,
        )
    )
    blocks = desk.work.find(TextBlock, item_id=item.id, role=TextRole.PROPOSAL)
    drafts = tuple(_renamed(replace(d, id=None), names) for d in drafts_of(blocks))
    store_text(desk, drafts, TextRole.PROPOSAL, item_id=copy.id)
    for recipient in desk.work.find(Recipient, item_id=item.id):
        desk.work.add(replace(recipient, id=new_id(), item_id=copy.id, version=0))


def _renamed(draft: Draft, names: tuple[str, str]) -> Draft:
    """Return the line «… beslutar» with the name that the body has on the new day."""
    if draft.kind is BlockKind.DECIDER:
        return replace(draft, text=draft.text.replace(*names))
    return draft


@dataclass(frozen=True)
class YearMeeting:
    """A meeting of a year's plan."""

    day: date
    starts: time | None = None
    ends: time | None = None
    place: str = ""


@dataclass(frozen=True)
class PlanYear(Command):
    """Plan a body's meetings of a year in one go, each with the standing items.

    With `source_id` they get the frame of that meeting, else secretary and place as PlanMeeting gives them.
    """

    label: ClassVar[str] = "årsplan"
    body_id: str
    meetings: tuple[YearMeeting, ...]
    source_id: str | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the first of the meetings."""
        if not self.meetings:
            raise RuleBroken("Det finns inga datum att lägga in.")
        made = [self._plan(each).run(desk) for each in sorted(self.meetings, key=lambda m: m.day)]
        return made[0]

    def _plan(self, each: YearMeeting) -> PlanMeeting | CopyMeeting:
        if self.source_id is None:
            return PlanMeeting(self.body_id, each.day, each.starts, each.ends, each.place)
        return CopyMeeting(self.source_id, each.day, each.starts, each.ends, each.place)
