"""Workbooks out of the binder (uttag): the register of delegated decisions, members, meetings, decisions.

Everything here is slow: call it off the UI thread.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from namndstod.domain.delegation import DelegatedDecision, DelegationImport
from namndstod.domain.editions import Edition, edition_of, swept
from namndstod.domain.errors import NotFound
from namndstod.domain.exports import (
    EXPORT_NAMES,
    OF_ONE_BODY,
    WITH_EDITIONS,
    DecisionLine,
    Deviation,
    Export,
    ExportKind,
    MemberLine,
)
from namndstod.domain.papers import speaking_name
from namndstod.domain.records import Mandate, Person
from namndstod.domain.swedish import counted, plain
from namndstod.domain.view import MeetingView
from namndstod.storage.store import Reader

from .reading import bodies, by_id, mandates

if TYPE_CHECKING:
    from .session import Session

ALL_BODIES = "Alla nämnder"


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
    when there is no such body, or (`public`) no such edition.
    """
    if public and kind not in WITH_EDITIONS:
        raise NotFound(f"{EXPORT_NAMES[kind]} finns bara i en utgåva.")
    export = session.ask(_export, body_id, session.today, first, last, public)
    if body_id is None and kind in OF_ONE_BODY:
        raise NotFound("Välj en nämnd: delegationsbesluten hör till en nämnd.")
    match kind:
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

            from .exporting_meetings import meeting_lines

            return meetings_workbook(session.ask(meeting_lines, body_id, export), export)
        case ExportKind.DECISIONS:
            from namndstod.documents.workbooks.decisions import decisions_workbook

            from .exporting_meetings import section_lines

            return decisions_workbook(session.ask(section_lines, body_id, export), export)
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


# --- members -----------------------------------------------------------------------------------------


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
