"""Workbooks out of the binder (uttag): the register of delegated decisions, members, meetings, decisions.

Everything here is slow: call it off the UI thread.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from namndstod.domain.delegation import DelegatedDecision, DelegationImport
from namndstod.domain.editions import Edition, edition_of, shown_heading, swept
from namndstod.domain.errors import NotFound
from namndstod.domain.exports import (
    EXPORT_NAMES,
    OUTCOME_NAMES,
    DecisionLine,
    Deviation,
    Export,
    ExportKind,
    MeetingLine,
    MemberLine,
    SectionLine,
)
from namndstod.domain.papers import speaking_name
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    Mandate,
    Meeting,
    MeetingState,
    Person,
    Section,
    TextRole,
)
from namndstod.domain.swedish import counted, plain
from namndstod.domain.swedish_sort import swedish_key
from namndstod.domain.view import MeetingView, SectionView
from namndstod.storage.store import Reader

from .reading import bodies, by_id, mandates, meeting_view, meetings

if TYPE_CHECKING:
    from .session import Session

ALL_BODIES = "Alla nämnder"
_HELD = (MeetingState.OPEN, MeetingState.CLOSED, MeetingState.APPROVED)


def make_export(
    session: Session,
    kind: ExportKind,
    body_id: str | None,
    first: date | None = None,
    last: date | None = None,
    *,
    public: bool = False,
    only: Collection[str] | None = None,
) -> bytes:
    """Return the workbook of a body (None: of all, for members, meetings and decisions) in a period.

    `only` are ids of delegated decisions that the register is narrowed to, in their order. Raises NotFound
    when there is no such body.
    """
    export = session.ask(_export, body_id, session.today, first, last, public)
    match kind:
        case ExportKind.REGISTER | ExportKind.YEAR | ExportKind.LIST | ExportKind.ORDER if body_id is None:
            raise NotFound("Välj en nämnd: delegationsbesluten hör till en nämnd.")
        case ExportKind.REGISTER:
            return _register(session, body_id or "", export, only)
        case ExportKind.YEAR:
            return _year(session, body_id or "", export)
        case ExportKind.ORDER:
            from namndstod.documents.workbooks.delegation_order import order_workbook

            from .delegation.order import order_of

            return order_workbook(session.ask(order_of, body_id or ""), export)
        case ExportKind.MEMBERS:
            from namndstod.documents.workbooks.members import members_workbook

            return members_workbook(session.ask(_members, body_id, export), export)
        case ExportKind.MEETINGS:
            from namndstod.documents.workbooks.meetings import meetings_workbook

            return meetings_workbook(session.ask(_meetings, body_id, export), export)
        case ExportKind.DECISIONS:
            from namndstod.documents.workbooks.decisions import decisions_workbook

            return decisions_workbook(session.ask(_sections, body_id, export), export)
    raise NotFound("Delegationslistan hör till ett sammanträde.")


def make_list(session: Session, view: MeetingView, *, public: bool = False) -> bytes:
    """Return the delegationslista of a meeting as a workbook."""
    from namndstod.documents.workbooks.meeting_list import list_workbook

    if public:
        view = edition_of(view, Edition.PUBLIC)
    chosen = f"sammanträdet {view.meeting.day.isoformat()}"
    organisation = view.customs.letterhead.organisation
    export = Export(
        body=view.term.name, organisation=organisation, made=session.today, public=public, chosen=chosen
    )
    decisions = tuple(d for item in view.items for d in item.delegated)
    return list_workbook(swept(decisions, view) if public else decisions, export)


def report_years(reader: Reader, body_id: str) -> tuple[int, ...]:
    """Return the years in which delegated decisions were made, the latest first."""
    days = reader.tally(DelegatedDecision, "decided_on", body_id=body_id)
    return tuple(sorted({date.fromisoformat(day).year for day in days if day}, reverse=True))


def report_period(reader: Reader, body_id: str, today: date) -> tuple[date, date]:
    """Return the year that a yearly report is of when nobody says: the latest with decisions in it."""
    year = next(iter(report_years(reader, body_id)), today.year)
    return date(year, 1, 1), date(year, 12, 31)


def export_stem(kind: ExportKind, body_name: str, period: str) -> str:
    """Return a file name without ending: «Delegationsbeslut Regional tillväxtnämnd 2027»."""
    return speaking_name(f"{EXPORT_NAMES[kind]} {body_name} {plain(period)}".strip())


def _export(
    reader: Reader, body_id: str | None, today: date, first: date | None, last: date | None, public: bool
) -> Export:
    found = [b for b in bodies(reader, last or today) if body_id in (None, b.body.id)]
    if not found:
        raise NotFound("Nämnden finns inte i pärmen.")
    named = found[0].term.name if len(found) == 1 else ALL_BODIES
    organisations = (b.term.customs.letterhead.organisation for b in found)
    return Export(
        body=named,
        organisation=next((o for o in organisations if o), ""),
        made=today,
        first=first,
        last=last,
        public=public,
    )


# --- delegated decisions ------------------------------------------------------------------------------


def _register(session: Session, body_id: str, export: Export, only: Collection[str] | None) -> bytes:
    from namndstod.documents.workbooks.register import register_workbook

    lines = session.ask(decision_lines, body_id, session.today)
    if only is not None:
        chosen = {line.decision.id: line for line in lines}
        lines = [chosen[id] for id in only if id in chosen]
        export = replace(export, chosen=counted(len(lines), "valt beslut", "valda beslut"))
    return register_workbook([line for line in lines if export.holds(line.decision.decided_on)], export)


def decision_lines(reader: Reader, body_id: str, today: date) -> list[DecisionLine]:
    """Return all delegated decisions of a body as they were entered, with where they stand."""
    from namndstod.domain.delegation_standing import stood_of

    from .delegation.decisions import places_of

    decisions = sorted(reader.find(DelegatedDecision, body_id=body_id), key=lambda d: d.position)
    places = places_of(reader, {d.item_id for d in decisions if d.item_id is not None})
    names = {i.id: i.name for i in reader.find(DelegationImport, body_id=body_id)}
    return [
        DecisionLine(d, stood_of(d, places.get(d.item_id or ""), today), names.get(d.import_id or "", ""))
        for d in decisions
    ]


def _year(session: Session, body_id: str, export: Export) -> bytes:
    from namndstod.documents.workbooks.year import year_workbook

    lines = session.ask(decision_lines, body_id, session.today)
    found = session.ask(_deviations, body_id, [line.decision for line in lines], session.today)
    inside = [line for line in lines if export.holds(line.decision.decided_on)]
    known = {id(line.decision) for line in inside}
    told = [d for d in found if d.decision is None or id(d.decision) in known]
    undated = sum(line.decision.decided_on is None for line in lines) if len(inside) < len(lines) else 0
    return year_workbook(inside, told, undated, export)


def _deviations(
    reader: Reader, body_id: str, decisions: Sequence[DelegatedDecision], today: date
) -> list[Deviation]:
    """Return what is found about the decisions, the gravest first, and then about the register as a whole."""
    from namndstod.domain.findings.delegated import judge_list, judge_rows
    from namndstod.domain.findings.finding import Severity

    from .delegation.known import known_of
    from .delegation.order import order_of

    order, known = order_of(reader, body_id), known_of(reader, body_id, today, decisions=False)
    rows = judge_rows(decisions, order, known, today)
    told = [Deviation(d, finding) for d, found in zip(decisions, rows, strict=True) for finding in found]
    told.sort(key=lambda d: list(Severity).index(d.finding.severity))
    return [*told, *(Deviation(None, finding) for finding in judge_list(decisions, order, known, today))]


# --- members and meetings -----------------------------------------------------------------------------


def _members(reader: Reader, body_id: str | None, export: Export) -> list[MemberLine]:
    lines: list[MemberLine] = []
    for body in bodies(reader, export.made):
        if body_id not in (None, body.body.id):
            continue
        found = [v for v in mandates(reader, body.body.id) if _overlaps(v.mandate, export)]
        wanted = sorted({v.mandate.personal_for for v in found if v.mandate.personal_for})
        people = by_id(reader.find(Person, id=wanted)) if wanted else {}
        for view in found:
            mandate, person = view.mandate, view.person
            personal = people.get(mandate.personal_for or "")
            lines.append(
                MemberLine(
                    body.term.name,
                    person.given_name,
                    person.surname,
                    mandate.party,
                    mandate.role,
                    mandate.elected_order,
                    mandate.seat,
                    mandate.valid_from,
                    mandate.valid_to,
                    "" if export.public else person.email,
                    "" if export.public else person.phone,
                    personal.name if personal else "",
                )
            )
    return lines


def _overlaps(mandate: Mandate, export: Export) -> bool:
    begins = export.last is None or mandate.valid_from <= export.last
    return begins and (export.first is None or mandate.valid_to is None or mandate.valid_to >= export.first)


def _chosen(reader: Reader, body_id: str | None, export: Export) -> list[tuple[Meeting, str]]:
    """Return the meetings of the period with the names of their bodies, by body and day."""
    found = [(s.meeting, s.body_name) for s in meetings(reader, body_id) if export.holds(s.meeting.day)]
    return sorted(found, key=lambda pair: (swedish_key(pair[1]), pair[0].day))


def _meetings(reader: Reader, body_id: str | None, export: Export) -> list[MeetingLine]:
    return [_meeting_line(reader, meeting, name) for meeting, name in _chosen(reader, body_id, export)]


def _meeting_line(reader: Reader, meeting: Meeting, name: str) -> MeetingLine:
    from namndstod.domain.deadlines import appeal_period, came_down_early
    from namndstod.domain.proceedings import Notice

    sections = reader.find(Section, meeting_id=meeting.id)
    numbers = [s.number for s in sections if s.number is not None]
    notices = [n for n in reader.find(Notice, meeting_id=meeting.id) if not n.sections]
    posted = min((n.posted for n in notices if n.posted and not came_down_early(n)), default=None)
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
    )


def _state(state: MeetingState) -> str:
    from namndstod.domain.states import NAMES

    return NAMES[state]


# --- decisions of §§ ----------------------------------------------------------------------------------


def _sections(reader: Reader, body_id: str | None, export: Export) -> list[SectionLine]:
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
    ground = section.item.item.secrecy_ground if section.item else record.secrecy_ground
    return SectionLine(
        body=body,
        day=view.meeting.day,
        number=section.number,
        provisional=section.provisional,
        heading=shown_heading(section) if export.public else section.heading,
        diary_number="" if hidden else section.diary_number,
        outcome="" if hidden else OUTCOME_NAMES.get(record.outcome, "") if record.outcome else "",
        decision="" if hidden else _text(section, TextRole.DECISION),
        motions="" if hidden else _text(section, TextRole.MOTIONS),
        votes="" if hidden else "\n".join(_votes(view, section)),
        reservations="" if hidden else _text(section, TextRole.RESERVATIONS),
        remarks="" if hidden else _text(section, TextRole.REMARKS),
        immediate=record.immediate,
        approved=approved_day(view, section),
        legal_force=period.legal_force if period else None,
        secrecy=(ground or "Sekretess, lagrum saknas") if section.secret else "",
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
