"""Protokoll: front page with signatures and anslagsbevis, contents, and the §§ (KL 5:65–67)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from namndstod.domain.approval_phrases import approved_separately, correction_line
from namndstod.domain.content import (
    Block,
    Contents,
    Fields,
    Group,
    Heading,
    PageBreak,
    Paper,
    Signature,
    Signatures,
)
from namndstod.domain.findings.writing import PART_NAMES
from namndstod.domain.presence import Serving
from namndstod.domain.records import MeetingState, Role, SectionOrder, TextRole
from namndstod.domain.swedish import (
    EN_DASH,
    NBSP,
    clock,
    clock_span,
    iso_date,
    section_range,
    weekday_date,
)
from namndstod.domain.view import MeetingView, SectionView

from .call import ROLE_NAMES
from .common import Images, blocks_of, bullets, furniture, lines, logo_images, masthead, paragraph

_PROPOSAL_FIRST = (
    TextRole.ATTENDANCE,
    TextRole.POINTS,
    TextRole.SUMMARY,
    TextRole.PROPOSAL,
    TextRole.MOTIONS,
    TextRole.PROCEDURE,
    TextRole.DECISION,
    TextRole.RESERVATIONS,
    TextRole.REMARKS,
)
_DECISION_FIRST = (
    TextRole.ATTENDANCE,
    TextRole.DECISION,
    TextRole.RESERVATIONS,
    TextRole.POINTS,
    TextRole.SUMMARY,
    TextRole.PROPOSAL,
    TextRole.MOTIONS,
    TextRole.PROCEDURE,
    TextRole.REMARKS,
)
PART_ORDER = {SectionOrder.PROPOSAL_FIRST: _PROPOSAL_FIRST, SectionOrder.DECISION_FIRST: _DECISION_FIRST}
_WITHOUT_HEADING = (TextRole.ATTENDANCE, TextRole.POINTS)


def minutes_paper(
    view: MeetingView, images: Images, approved_on: date | None = None, *, final: bool = False
) -> Paper:
    """Return the protokoll; «UTKAST – ej justerat» stands on each page until it is justerat.

    `approved_on` is the day of justering when the paper is made to be justerat now. `final` is the paper that
    goes out for signing: it is no draft, and has no day yet.
    """
    if approved_on is not None:
        meeting = replace(view.meeting, state=MeetingState.APPROVED, approval_date=approved_on)
        view = replace(view, meeting=meeting)
    meeting = view.meeting
    done = final or meeting.state is MeetingState.APPROVED or meeting.sent_for_signing is not None
    blocks: list[Block] = [*front_page(view), PageBreak(), Contents("Innehåll"), PageBreak()]
    for section in view.sections:
        blocks += section_blocks(view, section)
    if view.meeting.closed_at is not None:
        at = clock(view.meeting.closed_at, view.customs.time_separator)
        blocks.append(paragraph(f"Ordföranden förklarar sammanträdet avslutat kl.{NBSP}{at}."))
    of_all = [c for c in view.corrections if c.section_id is None]
    blocks += [paragraph(correction_line(c, None)) for c in of_all]
    return _paper(view, images, "Protokoll", blocks, draft=not done)


def immediate_paper(view: MeetingView, images: Images, section_ids: Sequence[str], day: date) -> Paper:
    """Return the protokoll of §§ justerade omedelbart: who served up to them, and only those §§."""
    view = replace(view, meeting=replace(view.meeting, approval_date=day))
    chosen = [s for s in view.sections if s.section.id in section_ids]
    last = max((s.section.position for s in chosen), default=0)
    so_far = [s for s in view.sections if s.section.position <= last]
    blocks: list[Block] = [*front_page(view, so_far, chosen), PageBreak()]
    for section in chosen:
        blocks += section_blocks(view, section)
    return _paper(view, images, "Protokoll, omedelbart justerat", blocks, draft=False)


def _paper(view: MeetingView, images: Images, name: str, blocks: Sequence[Block], *, draft: bool) -> Paper:
    watermark = "UTKAST – ej justerat" if draft else ""
    return Paper(
        title=f"{name} {view.term.name} {iso_date(view.meeting.day)}",
        blocks=tuple(blocks),
        furniture=furniture(view, name, watermark=watermark, signed=not view.customs.digital_signing),
        masthead=masthead(view, name),
        subject=f"Sammanträde {iso_date(view.meeting.day)}",
        author=view.customs.letterhead.organisation or view.term.name,
        images=logo_images(view, images),
    )


def section_blocks(view: MeetingView, section: SectionView) -> list[Block]:
    """Return one § with its parts in the body's order."""
    label = f"§{NBSP}{section.number}" if section.number is not None else "Utan §"
    diary = f" ({section.diary_number})" if section.diary_number else ""
    anchor = f"paragraf-{section.section.position}"
    blocks: list[Block] = [
        Heading(1, f"{section.heading}{diary}", anchor=anchor, label=label, in_contents=True)
    ]
    if section.section.approved is not None:
        blocks.append(paragraph(approved_separately(section.section.approved)))
    for role in PART_ORDER[view.customs.section_order]:
        part = section.parts[role]
        if part.blank or (role is TextRole.PROPOSAL and _repeats_decision(section)):
            continue
        if role not in _WITHOUT_HEADING:
            blocks.append(Heading(2, PART_NAMES[role]))
        blocks += blocks_of(part.drafts)
    if section.item is not None and section.item.documents:
        blocks += [
            Heading(2, "Beslutsunderlag"),
            bullets(d.document.title for d in section.item.documents),
        ]
    if section.item is not None and section.item.recipients:
        blocks += [Heading(2, "Expedieras till"), bullets(r.name for r in section.item.recipients)]
    of_this = [c for c in view.corrections if c.section_id == section.section.id]
    return [*blocks, *(paragraph(correction_line(c, section.number)) for c in of_this)]


def _repeats_decision(section: SectionView) -> bool:
    """A formal § (Protokollsjustering) states its decision only, not the same words as a proposal first."""
    purpose = section.item is not None and section.item.item.purpose is not None
    return purpose and not section.parts[TextRole.DECISION].blank


@dataclass(frozen=True, slots=True)
class _Service:
    """Who sat in a seat and in which §§."""

    serving: Serving
    sections: tuple[int, ...]
    always: bool


def _services(view: MeetingView, sections: Sequence[SectionView]) -> list[_Service]:
    """Return each pair of person and seat with their §§, in the order of the seats."""
    found: dict[Serving, list[int]] = {}
    counted = [s for s in sections if s.number is not None]
    for section in counted:
        for serving in section.presence.serving:
            found.setdefault(serving, []).append(section.number or 0)
    if not view.held or not counted:
        found = {s: [] for s in view.opening_presence.serving}
    seats = {m.person_id: rank for rank, m in enumerate(view.members)}
    services = [_Service(s, tuple(n), len(n) == len(counted)) for s, n in found.items()]
    return sorted(services, key=lambda s: (seats.get(s.serving.seat_of, 99), s.serving.is_substitute))


def front_page(
    view: MeetingView,
    so_far: Sequence[SectionView] | None = None,
    only: Sequence[SectionView] | None = None,
) -> tuple[Block, ...]:
    """Return the first page of the protokoll (documents.md).

    `so_far` are the §§ that attendance is told of and `only` those that the protokoll holds; else all.
    """
    meeting = view.meeting
    sections = view.sections if so_far is None else so_far
    services = _services(view, sections)
    members = [s for s in services if not s.serving.is_substitute]
    standing_in = [s for s in services if s.serving.is_substitute]
    served = {s.serving.person_id for s in services}
    there = {p for s in sections for p in s.presence.present} | view.opening_presence.present
    idle = [m for m in view.substitutes if m.person_id in there and m.person_id not in served]
    facts: list[tuple[str, tuple[Block, ...]]] = [("Plats och tid", _place_and_time(view))]
    facts.append(("Beslutande", lines(_member_line(view, s) for s in members) or _nobody()))
    if standing_in:
        facts.append(("Tjänstgörande ersättare", lines(_substitute_line(view, s) for s in standing_in)))
    if idle:
        facts.append(("Ej tjänstgörande ersättare", lines(view.label(m.person_id) for m in idle)))
    if meeting.others_present or meeting.secretary:
        others = [f"{meeting.secretary}, {meeting.secretary_title}"] if meeting.secretary else []
        facts.append(("Övriga närvarande", lines((*others, *meeting.others_present))))
    facts.append(("Utses att justera", _approvers(view)))
    facts.append(("Justeringens plats och tid", _approval(view)))
    numbers = [s.number for s in (sections if only is None else only) if s.number is not None]
    facts.append(("Paragrafer", (paragraph(section_range(numbers) or EN_DASH),)))
    return (
        Heading(1, view.term.name),
        Fields(tuple(facts)),
        *(() if view.customs.digital_signing else (Signatures(_signatures(view)),)),
        notice_certificate(view),
    )


def _nobody() -> tuple[Block, ...]:
    return (paragraph(EN_DASH),)


def _place_and_time(view: MeetingView) -> tuple[Block, ...]:
    meeting, separator = view.meeting, view.customs.time_separator
    starts, ends = meeting.opened_at or meeting.starts, meeting.closed_at or meeting.ends
    when = f"{weekday_date(meeting.day)}, {clock_span(starts, ends, separator)}".rstrip(", ")
    return lines((meeting.place, when))


def _member_line(view: MeetingView, service: _Service) -> str:
    mandate = next((m for m in view.members if m.person_id == service.serving.person_id), None)
    role = ""
    if mandate is not None and mandate.role not in (Role.MEMBER, Role.SUBSTITUTE):
        role = f", {ROLE_NAMES[mandate.role]}"
    return f"{view.label(service.serving.person_id)}{role}{_where(service)}"


def _substitute_line(view: MeetingView, service: _Service) -> str:
    person, seat = service.serving.person_id, service.serving.seat_of
    where = "" if service.always or not service.sections else f" {section_range(service.sections)}"
    return f"{view.label(person)} ersätter {view.label(seat)}{where}"


def _where(service: _Service) -> str:
    return "" if service.always or not service.sections else f", {section_range(service.sections)}"


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


def notice_certificate(view: MeetingView) -> Group:
    """Return Anslag/bevis: that the justering was made known on the notice board (KL 8:12)."""
    facts: Iterable[tuple[str, str]] = (
        ("Organ, sammanträdesdatum", f"{view.term.name}, {iso_date(view.meeting.day)}"),
        ("Datum för anslags uppsättande", ""),
        ("Datum för anslags nedtagande", ""),
        ("Förvaringsplats för protokollet", view.customs.storage_place),
    )
    return Group(
        (
            Heading(2, "Anslag/bevis"),
            paragraph("Protokollet är justerat. Justeringen har tillkännagivits genom anslag."),
            Fields(tuple((label, (paragraph(value),)) for label, value in facts)),
            Signatures((Signature("Underskrift", ""),)),
        ),
        keep=True,
        framed=True,
    )
