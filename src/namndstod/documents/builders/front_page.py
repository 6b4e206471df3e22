"""The first page of the protokoll: who, when and where, signatures and anslagsbevis (documents.md).

Jäv in a secret § stands here by its number: the protokoll is to say who took part in each ärende (KL 5:66),
and the number says nothing of the matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from namndstod.domain.attendance import AttendanceRow, attendance_rows
from namndstod.domain.content import Block, Fields, Group, Heading, Signature, Signatures
from namndstod.domain.records import Role
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.domain.swedish import EN_DASH, clock_span, iso_date, listed, section_range
from namndstod.domain.view import MeetingView, SectionView

from .common import lines, others_there, paragraph, when_held


def front_page(
    view: MeetingView,
    so_far: Sequence[SectionView] | None = None,
    only: Sequence[SectionView] | None = None,
) -> tuple[Block, ...]:
    """Return the first page of the protokoll; who was there derives from the närvaroliggare.

    `so_far` are the §§ that attendance is told of and `only` those that the protokoll holds; else all.
    """
    sections = view.sections if so_far is None else so_far
    numbers = [s.number for s in (sections if only is None else only) if s.number is not None]
    facts = [
        ("Plats och tid", _place_and_time(view, sections)),
        *_attendance(view, sections),
        ("Utses att justera", _approvers(view)),
        ("Justeringens plats och tid", _approval(view)),
        ("Paragrafer", (paragraph(section_range(numbers) or EN_DASH),)),
    ]
    return (
        Heading(1, view.term.name),
        Fields(tuple(facts)),
        *(() if view.customs.digital_signing else (Signatures(_signatures(view)),)),
        notice_certificate(view),
    )


def _nobody() -> tuple[Block, ...]:
    return (paragraph(EN_DASH),)


def _place_and_time(view: MeetingView, sections: Sequence[SectionView]) -> tuple[Block, ...]:
    """Return where and when, and when the meeting stood still."""
    separator = view.customs.time_separator
    known = {s.section.id for s in sections} | {None}
    stopped = [clock_span(a.began, a.ended, separator) for a in view.adjournments if a.section_id in known]
    return lines((view.meeting.place, when_held(view), f"Ajournering {listed(stopped)}" if stopped else ""))


def _attendance(
    view: MeetingView, sections: Sequence[SectionView]
) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield who decides, who serves instead, who is there without serving, and the others."""
    rows = attendance_rows(view, sections)
    yield from deciding(view, sections, rows)
    total = sum(s.number is not None for s in sections)
    there = [r for r in rows if r.present or r.person_id in view.opening_presence.present]
    idle = [r for r in there if r.role is Role.SUBSTITUTE and not r.serves]
    if idle:
        yield "Ej tjänstgörande ersättare", lines(_listener(view, r, total) for r in idle)
    others = (*others_there(view), *(_listener(view, r, total) for r in there if r.role in _OTHERS))
    if others:
        yield "Övriga närvarande", lines(others)


def deciding(
    view: MeetingView, sections: Sequence[SectionView], rows: Sequence[AttendanceRow]
) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield who decides in the §§ and, where there are any, who serves instead of whom; `rows` are theirs."""
    total = sum(s.number is not None for s in sections)
    members = (_member(view, r, total) for r in rows if r.role.has_seat and r.serves)
    yield "Beslutande", lines(members) or _nobody()
    standing_in = [r for r in rows if r.role is Role.SUBSTITUTE and r.serves]
    if standing_in:
        yield "Tjänstgörande ersättare", lines(_substitute(view, r) for r in standing_in)


_OTHERS = (Role.OBSERVER, Role.STAFF)


def _member(view: MeetingView, row: AttendanceRow, total: int) -> str:
    """«Olle Sandell (C), vice ordförande, §§ 41–46, leder § 45»."""
    role = ROLE_NAMES[row.role] if row.role is not Role.MEMBER else ""
    return _told(view.label(row.person_id), role, _where(row.served, total), *row.remarks)


def _substitute(view: MeetingView, row: AttendanceRow) -> str:
    """«Tova Lindros (S) ersätter Per-Olof Nymark (S) §§ 41–46»."""
    return _told(f"{view.label(row.person_id)} {row.serves_for}", *row.remarks)


def _listener(view: MeetingView, row: AttendanceRow, total: int) -> str:
    """«Göran Häll (S), §§ 41–46»; who is neither ledamot nor ersättare with what they are."""
    who = view.label(row.person_id) if row.party or row.role is Role.SUBSTITUTE else row.name
    role = ROLE_NAMES[row.role] if row.role in _OTHERS else ""
    return _told(who, role, _where(row.present, total), *row.remarks)


def _where(numbers: Sequence[int], total: int) -> str:
    return "" if len(numbers) == total else section_range(numbers)


def _told(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _approvers(view: MeetingView) -> tuple[Block, ...]:
    chosen = []
    for approver in view.approvers:
        line = view.label(approver.person_id)
        if approver.substitute_id is not None:
            line += f" med {view.label(approver.substitute_id)} som ersättare"
        chosen.append(line)
    return lines(chosen) or _nobody()


def _approval(view: MeetingView) -> tuple[Block, ...]:
    meeting = view.meeting
    when = iso_date(meeting.approval_date) if meeting.approval_date else ""
    return (paragraph(", ".join(t for t in (meeting.approval_place, when) if t) or EN_DASH),)


def _signatures(view: MeetingView) -> tuple[Signature, ...]:
    chair = view.people[view.chair_id].name if view.chair_id else ""
    return (
        Signature("Sekreterare", view.meeting.secretary),
        Signature("Ordförande", chair),
        *(Signature("Justerande", view.people[a.person_id].name) for a in view.approvers),
    )


def notice_certificate(
    view: MeetingView,
    more: Iterable[tuple[str, str]] = (),
    posted: str = "",
    taken_down: str = "",
) -> Group:
    """Return Anslag/bevis: that the justering was made known on the notice board (KL 8:12).

    In the protokoll the days are left to be filled in by hand; `more` is what it says besides.
    """
    facts: Iterable[tuple[str, str]] = (
        ("Organ, sammanträdesdatum", f"{view.term.name}, {iso_date(view.meeting.day)}"),
        *more,
        ("Datum för anslags uppsättande", posted),
        ("Datum för anslags nedtagande", taken_down),
        ("Förvaringsplats för protokollet", view.customs.storage_place),
    )
    return certificate("Protokollet är justerat. Justeringen har tillkännagivits genom anslag.", facts)


def certificate(told: str, facts: Iterable[tuple[str, str]]) -> Group:
    """Return a bevis that something was announced; what is not known yet is filled in by hand."""
    return Group(
        (
            Heading(2, "Anslag/bevis"),
            paragraph(told),
            Fields(tuple((label, (paragraph(value),)) for label, value in facts)),
            Signatures((Signature("Underskrift", ""),)),
        ),
        keep=True,
        framed=True,
    )
