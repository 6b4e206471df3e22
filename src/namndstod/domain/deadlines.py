"""Time limits of kallelse, justering, anslag and appeal, and the board of what is due (rules 25, 29–33)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from .calendar_days import next_working_day
from .clocks import last_day
from .frozen import frozen
from .proceedings import Assignment, Notice
from .records import Customs, Matter, MatterKind, Meeting, MeetingState
from .swedish import counted

_NOTICE_DAYS: Final = 2  # andra dagen efter justeringen (KL 8:12)
_APPEAL_WEEKS: Final = 3  # KL 13:5
_IMMEDIATE: Final = "omedelbart justerat"
LATE_AFTER: Final = 7
"""Days after justering from which what is not yet expedierat is warned of (practice)."""
LOOKS_BACK: Final = 92
"""So many days back the board asks for an anslag that was never noted; older ones show in their meeting."""


@frozen
class Limit:
    """A last day: `planned` as the days are counted, `last` where lag 1930:173 may move it (M).

    Plan by the earlier; show both where they differ.
    """

    planned: date
    last: date

    @property
    def moved(self) -> bool:
        """Whether the last day falls on a Saturday, Sunday, helgdag or afton."""
        return self.planned != self.last


@frozen
class AppealPeriod:
    """Överklagandetid of a laglighetsprövning, from the day of the anslag (KL 13:5)."""

    posted: date
    last: date  # the last day to appeal

    @property
    def legal_force(self) -> date:
        """The day of laga kraft, if nobody appeals."""
        return self.last + timedelta(days=1)

    @property
    def may_come_down(self) -> date:
        """The earliest day to take the anslag down: the day after the last day (KL 8:12)."""
        return self.last + timedelta(days=1)


def limit(planned: date) -> Limit:
    """Return a limit that ends on `planned`, with the shift (lag 1930:173 2 §)."""
    return Limit(planned, next_working_day(planned))


def call_by(meeting_day: date, notice_days: int) -> date:
    """Return the last day on which the kallelse goes out by the body's own rule."""
    return meeting_day - timedelta(days=notice_days)


def approval_limit(meeting_day: date, days: int) -> Limit:
    """Return by when the protokoll is justerat: 14 days after the meeting (KL 5:69)."""
    return limit(meeting_day + timedelta(days=days))


def approval_deadline(meeting_day: date, days: int) -> date:
    """Return the day by which justering is planned: the earlier one, before any shift (KL 5:69)."""
    return approval_limit(meeting_day, days).planned


def notice_limit(approved: date) -> Limit:
    """Return by when the anslag is up: the second day after justering (KL 8:12)."""
    return limit(approved + timedelta(days=_NOTICE_DAYS))


def appeal_period(posted: date) -> AppealPeriod:
    """Return the three weeks from the anslag, which end on the same weekday or the next working day."""
    return AppealPeriod(posted, next_working_day(posted + timedelta(weeks=_APPEAL_WEEKS)))


def came_down_early(notice: Notice) -> bool:
    """Whether the anslag was taken down before the appeal period had ended, so that it does not count."""
    if notice.posted is None or notice.taken_down is None:
        return False
    return notice.taken_down < appeal_period(notice.posted).may_come_down


Unposted = tuple[tuple[str, ...], date]
"""§§ (ids; none: the whole protokoll) without a valid anslag, and the day when they were justerade."""


def unposted(
    meeting: Meeting, immediate: Iterable[tuple[str, date]], notices: Iterable[Notice]
) -> tuple[Unposted, ...]:
    """Return what is justerat and has no anslag that is up, or was up for the whole time (KL 8:12)."""
    valid = [n for n in notices if n.posted is not None and not came_down_early(n)]
    posted = {section for n in valid for section in n.sections}
    missing: dict[date, list[str]] = {}
    for section_id, day in immediate:
        if section_id not in posted:
            missing.setdefault(day, []).append(section_id)
    found: list[Unposted] = [(tuple(ids), day) for day, ids in sorted(missing.items())]
    approved = meeting.approval_date if meeting.state is MeetingState.APPROVED else None
    if approved is not None and all(n.sections for n in valid):
        found.append(((), approved))
    return tuple(found)


# --- the board ---------------------------------------------------------------------------------------


class DueKind(StrEnum):
    """What has to be done by a day, or happens on it."""

    CALL = "call"  # the kallelse goes out
    HOLD = "hold"  # the meeting itself
    APPROVE = "approve"  # the minutes are justerade
    POST = "post"  # the anslag goes up
    TAKE_DOWN = "take_down"  # the anslag may come down
    LEGAL_FORCE = "legal_force"  # the decisions get laga kraft
    ASSIGNMENT = "assignment"  # an uppdrag is to be reported
    ANSWER = "answer"  # svarsdag of a remiss
    YEAR = "year"  # a motion or medborgarförslag was väckt a year ago
    URGENT = "urgent"  # ordförandebeslut are reported at the next meeting (rule 35)
    REPORT = "report"  # delegated decisions that stand on no list
    DISPATCH = "dispatch"  # utdrag that are still to be sent


@frozen
class Due:
    """Something on the board. `last` is the day that lag 1930:173 allows, where it is a later one.

    An ärende's own day has its `matter`; it may have stood at no meeting yet.
    """

    day: date
    kind: DueKind
    meeting: Meeting | None
    body_name: str
    last: date | None = None
    detail: str = ""  # which §§ an anslag is of, what an uppdrag is about and to whom, an ärende's title
    section_id: str | None = None
    matter: Matter | None = None
    body_id: str = ""  # whose delegated decisions
    decision_id: str = ""  # where it is about one of them


@frozen
class Unreported:
    """What a body's delegates have decided and no list holds: ordförandebeslut with their meeting, others.

    `coming` is the next meeting, to which `notice_days` before it a kallelse goes out.
    """

    body_id: str
    body_name: str
    urgent: tuple[tuple[str, Meeting | None, str], ...] = ()  # name, where it is reported, id
    count: int = 0  # of the others
    coming: Meeting | None = None
    notice_days: int = 0


@frozen
class Running:
    """An ärende with a clock that is near or over: what it is called, and where it stood last."""

    matter: Matter
    title: str
    meeting: Meeting | None = None
    body_name: str = ""


@frozen
class Watched:
    """What the board needs to know of one meeting."""

    meeting: Meeting
    body_name: str
    customs: Customs
    notices: tuple[Notice, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    immediate: tuple[tuple[str, date], ...] = ()  # §§ (ids) justerade omedelbart, and when
    left: int = 0  # utdrag of justerade minutes that are still to be sent


def board(
    watched: Iterable[Watched],
    today: date,
    running: Iterable[Running] = (),
    unreported: Iterable[Unreported] = (),
) -> tuple[Due, ...]:
    """Return what is due in all the meetings and ärenden, earliest first. What is done is not on it."""
    found = [due for one in watched for due in _due(one, today)]
    found += [due for one in running for due in _of_matter(one)]
    found += [due for one in unreported for due in _of_delegates(one, today)]
    return tuple(sorted(found, key=lambda d: d.day))


def _of_matter(one: Running) -> Iterator[Due]:
    day = last_day(one.matter)
    if day is not None:
        kind = DueKind.ANSWER if one.matter.kind is MatterKind.REFERRAL else DueKind.YEAR
        yield Due(day, kind, one.meeting, one.body_name, None, one.title, matter=one.matter)


def _of_delegates(one: Unreported, today: date) -> Iterator[Due]:
    by_meeting: dict[str, tuple[Meeting | None, list[tuple[str, str]]]] = {}
    for name, meeting, decision_id in one.urgent:
        by_meeting.setdefault(meeting.id if meeting else "", (meeting, []))[1].append((name, decision_id))
    for meeting, named in by_meeting.values():
        day = meeting.day if meeting is not None else today  # with none planned it is to be seen to at once
        many = counted(len(named), "ordförandebeslut", "ordförandebeslut")
        told, which = (f"Ordförandebeslut {named[0][0]}", named[0][1]) if len(named) == 1 else (many, "")
        yield Due(
            day, DueKind.URGENT, meeting, one.body_name, None, told, body_id=one.body_id, decision_id=which
        )
    coming = one.coming
    if one.count and coming is not None:
        called = coming.state is MeetingState.CALLED
        day = coming.day if called else call_by(coming.day, one.notice_days)
        told = counted(one.count, "delegationsbeslut är inte anmält", "delegationsbeslut är inte anmälda")
        yield Due(day, DueKind.REPORT, coming, one.body_name, None, told, body_id=one.body_id)


def _due(one: Watched, today: date) -> Iterator[Due]:
    meeting, name = one.meeting, one.body_name
    if meeting.state is MeetingState.PLANNED and meeting.day >= today:
        yield Due(call_by(meeting.day, one.customs.notice_days), DueKind.CALL, meeting, name)
    elif meeting.state is MeetingState.CALLED and meeting.day >= today:
        yield Due(meeting.day, DueKind.HOLD, meeting, name)
    elif meeting.state is MeetingState.CLOSED:
        until = approval_limit(meeting.end_day or meeting.day, one.customs.approval_days)
        yield Due(until.planned, DueKind.APPROVE, meeting, name, until.last if until.moved else None)
    yield from _to_post(one, today)
    for notice in one.notices:
        yield from _of_notice(notice, meeting, name, today)
    approved = meeting.approval_date if meeting.state is MeetingState.APPROVED else None
    if one.left and approved is not None:
        left = counted(one.left, "utdrag", "utdrag")
        yield Due(approved + timedelta(days=LATE_AFTER), DueKind.DISPATCH, meeting, name, None, left)
    for task in one.assignments:
        if task.done is None and task.due is not None:
            detail = f"{task.what} ({task.to})" if task.to else task.what
            yield Due(task.due, DueKind.ASSIGNMENT, meeting, name, None, detail, task.section_id)


def _to_post(one: Watched, today: date) -> Iterator[Due]:
    for sections, day in unposted(one.meeting, one.immediate, one.notices):
        if (today - day).days > LOOKS_BACK:
            continue
        until = notice_limit(day)
        where = _IMMEDIATE if sections else ""
        section = sections[0] if sections else None
        yield Due(until.last, DueKind.POST, one.meeting, one.body_name, None, where, section)


def _of_notice(notice: Notice, meeting: Meeting, name: str, today: date) -> Iterator[Due]:
    if notice.posted is None:
        return
    period = appeal_period(notice.posted)
    where = _IMMEDIATE if notice.sections else ""
    if notice.taken_down is None:
        yield Due(period.may_come_down, DueKind.TAKE_DOWN, meeting, name, None, where)
    if not came_down_early(notice) and period.legal_force >= today:
        yield Due(period.legal_force, DueKind.LEGAL_FORCE, meeting, name, None, where)
