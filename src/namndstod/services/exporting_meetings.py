"""Meetings and the decisions of their §§, as they go out in workbooks (uttag)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from namndstod.domain.delegation_names import APPEALS
from namndstod.domain.editions import Edition, edition_of, shown_heading, swept
from namndstod.domain.exports import OUTCOME_NAMES, Export, MeetingLine, SectionLine
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    GroupMeeting,
    Meeting,
    MeetingState,
    Section,
    TextRole,
)
from namndstod.domain.swedish import plain
from namndstod.domain.swedish_sort import swedish_key
from namndstod.domain.view import MeetingView, SectionView
from namndstod.storage.store import Reader

from .reading import meeting_view, meetings

_HELD = (MeetingState.OPEN, MeetingState.CLOSED, MeetingState.APPROVED)


def _chosen(reader: Reader, body_id: str | None, export: Export) -> list[tuple[Meeting, str]]:
    """Return the meetings of the period with the names of their bodies, by body and day."""
    found = [(s.meeting, s.body_name) for s in meetings(reader, body_id) if export.holds(s.meeting.day)]
    return sorted(found, key=lambda pair: (swedish_key(pair[1]), pair[0].day))


def meeting_lines(reader: Reader, body_id: str | None, export: Export) -> list[MeetingLine]:
    """Return the meetings of a body (None: of all) in the period, with their days, places and numbers."""
    return [
        _meeting_line(reader, meeting, name, export) for meeting, name in _chosen(reader, body_id, export)
    ]


def _meeting_line(reader: Reader, meeting: Meeting, name: str, export: Export) -> MeetingLine:
    from namndstod.domain.deadlines import appeal_period
    from namndstod.domain.notices import posted_day
    from namndstod.domain.proceedings import Notice

    sections = reader.find(Section, meeting_id=meeting.id)
    numbers = [s.number for s in sections if s.number is not None]
    posted = posted_day(reader.find(Notice, meeting_id=meeting.id))
    period = appeal_period(posted) if posted else None
    return MeetingLine(
        name,
        meeting.day,
        meeting.starts,
        meeting.ends,
        meeting.place,
        _state(meeting.state),
        meeting.secretary,
        reader.count(AgendaItem, meeting_id=meeting.id),
        len(sections),
        min(numbers, default=None),
        max(numbers, default=None),
        meeting.called_at.astimezone().date() if meeting.called_at else None,
        meeting.opened_at,
        meeting.closed_at,
        meeting.approval_date if meeting.state is MeetingState.APPROVED else None,
        posted,
        period.last if period else None,
        period.legal_force if period else None,
        meeting.end_day,
        meeting.approval_date,
        meeting.approval_place,
        "\n".join(map(_group_text, meeting.group_meetings)),
        *_for_ourselves(meeting, export),
    )


def _for_ourselves(meeting: Meeting, export: Export) -> tuple[str, str, str, str, str, date | None, str]:
    """Return what is left out for others: how to reach people, who came, what was noted on the way."""
    if export.public:
        return (meeting.secretary_title, "", "", "", "", None, "")
    return (
        meeting.secretary_title,
        meeting.secretary_email,
        meeting.secretary_phone,
        "\n".join(meeting.notices),
        "\n".join(meeting.others_present),
        meeting.sent_for_signing.astimezone().date() if meeting.sent_for_signing else None,
        meeting.withdrawn_because,
    )


def _group_text(group: GroupMeeting) -> str:
    """«S, V: Sal Fyren 08.30 (kaffe)»."""
    where = " ".join(filter(None, (group.room, group.time)))
    comment = f" ({group.comment})" if group.comment else ""
    return f"{', '.join(group.parties)}: {where}{comment}"


def _state(state: MeetingState) -> str:
    from namndstod.domain.states import NAMES

    return NAMES[state]


# --- decisions of §§ ----------------------------------------------------------------------------------


def section_lines(reader: Reader, body_id: str | None, export: Export) -> list[SectionLine]:
    """Return the §§ of the meetings that are held, with what was decided in them."""
    lines: list[SectionLine] = []
    for meeting, name in _chosen(reader, body_id, export):
        if meeting.state not in _HELD:
            continue
        view = meeting_view(reader, meeting.id)
        if export.public:
            view = edition_of(view, Edition.PUBLIC)
        lines += (_swept(_section_line(view, section, name, export), view) for section in view.sections)
    return lines


def _swept(line: SectionLine, view: MeetingView) -> SectionLine:
    """Return a line without the words that the view's edition takes out."""
    return SectionLine._make(swept(tuple(line), view))


def _section_line(view: MeetingView, section: SectionView, body: str, export: Export) -> SectionLine:
    from namndstod.domain.notices import approved_day, period_of

    record = section.section
    hidden = section.secret and export.public
    period = None if hidden else period_of(view, section)
    raised = view.people.get(record.initiative_by or "")
    ground = section.item.item.secrecy_ground if section.item else record.secrecy_ground

    def text(role: TextRole) -> str:
        return "" if hidden else _text(section, role)

    return SectionLine(
        body=body,
        day=view.meeting.day,
        number=section.number,
        provisional=section.provisional,
        heading=shown_heading(section) if export.public else section.heading,
        diary_number="" if hidden else section.diary_number,
        outcome="" if hidden else OUTCOME_NAMES.get(record.outcome, "") if record.outcome else "",
        decision=text(TextRole.DECISION),
        motions=text(TextRole.MOTIONS),
        votes="" if hidden else "\n".join(_votes(view, section)),
        reservations=text(TextRole.RESERVATIONS),
        remarks=text(TextRole.REMARKS),
        immediate=record.immediate,
        approved=approved_day(view, section),
        legal_force=period.legal_force if period else None,
        secrecy=(ground or "Sekretess, lagrum saknas") if section.secret else "",
        summary=text(TextRole.SUMMARY),
        proposal=text(TextRole.PROPOSAL),
        points=text(TextRole.POINTS),
        attendance=text(TextRole.ATTENDANCE),
        procedure=text(TextRole.PROCEDURE),
        closed_doors=record.closed_doors,
        raised_by=raised.name if raised is not None else "",
        appeal=APPEALS[record.appeal],
    )


def _text(section: SectionView, role: TextRole) -> str:
    """Return a part of a § as lines of plain text."""
    lines: list[str] = []
    number = 0
    for draft in section.parts[role].drafts:
        number = number + 1 if draft.kind is BlockKind.NUMBERED else 0
        if draft.kind is BlockKind.TABLE:
            lines += ("\t".join(row) for row in draft.rows)
        elif draft.text.strip():
            lines.append(_BEFORE.get(draft.kind, "").format(number) + draft.text)
    return plain("\n".join(lines))


_BEFORE = {
    BlockKind.CLAUSE: "att ",
    BlockKind.NUMBERED: "{}. ",
    BlockKind.CONDITION: "– ",
    BlockKind.BULLET: "– ",
}


def _votes(view: MeetingView, section: SectionView) -> Iterator[str]:
    """Yield a line for each omröstning: «Ja 7, nej 4, avstår 1», or the names and votes of a closed one."""
    course = view.courses.get(section.section.id)
    for vote in section.deliberation.votes:
        tally = course.tallies.get(vote.vote.id) if course else None
        if vote.vote.closed:
            yield _counted((count.name, count.votes) for count in vote.vote.counts)
        elif tally is not None:
            sides = (
                ("ja", len(tally.yes)),
                ("nej", len(tally.no)),
                ("avstår", len(tally.abstain)),
                ("deltar inte", len(tally.no_part)),
                ("frånvarande", len(tally.absent)),
            )
            yield _counted((name, number) for name, number in sides if number or name in ("ja", "nej"))


def _counted(sides: Iterable[tuple[str, int]]) -> str:
    text = ", ".join(f"{name} {number}" for name, number in sides)
    return text[:1].upper() + text[1:]
