"""Protokoll: front page with signatures and anslagsbevis, contents, and the §§ (KL 5:65–67)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from namndstod.domain.approval_phrases import approved_separately, correction_line
from namndstod.domain.content import Block, Contents, Group, Heading, PageBreak, Paper
from namndstod.domain.editions import open_part
from namndstod.domain.findings.writing import part_name
from namndstod.domain.memoranda import supporting_titles
from namndstod.domain.records import MeetingState, SectionOrder, TextRole
from namndstod.domain.swedish import NBSP, clock, iso_date
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView, SectionView

from .common import Images, blocks_of, bullets, furniture, logo_images, masthead, paragraph
from .front_page import front_page

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
    TextRole.REMARKS,
    TextRole.POINTS,
    TextRole.SUMMARY,
    TextRole.PROPOSAL,
    TextRole.MOTIONS,
    TextRole.PROCEDURE,
)
PART_ORDER = {SectionOrder.PROPOSAL_FIRST: _PROPOSAL_FIRST, SectionOrder.DECISION_FIRST: _DECISION_FIRST}
_WITHOUT_HEADING = (TextRole.ATTENDANCE, TextRole.POINTS)
_POINTS, _VOTE = "Information", "Omröstning"


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
    view = open_part(view)
    meeting = view.meeting
    done = final or meeting.state is MeetingState.APPROVED or meeting.sent_for_signing is not None
    blocks: list[Block] = [*front_page(view), Group((Contents("Innehåll"),), keep=True), PageBreak()]
    for section in view.sections:
        blocks += section_blocks(view, section)
    if view.meeting.closed_at is not None:
        at = clock(view.meeting.closed_at, view.customs.time_separator)
        said = f"Ordföranden förklarar sammanträdet avslutat kl.{NBSP}{at}."
        blocks += [Heading(2, "Sammanträdets avslutande"), paragraph(said)]
    of_all = [c for c in view.corrections if c.section_id is None]
    blocks += [paragraph(correction_line(c, None)) for c in of_all]
    return _paper(view, images, "Protokoll", blocks, draft=not done)


def immediate_paper(view: MeetingView, images: Images, section_ids: Sequence[str], day: date) -> Paper:
    """Return the protokoll of §§ justerade omedelbart: who served up to them, and only those §§."""
    view = open_part(replace(view, meeting=replace(view.meeting, approval_date=day)))
    chosen = [s for s in view.sections if s.section.id in section_ids]
    last = max((s.section.position for s in chosen), default=0)
    so_far = [s for s in view.sections if s.section.position <= last]
    blocks: list[Block] = [*front_page(view, so_far, chosen)]
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
    order = view.customs.section_order
    headed = False
    for role in PART_ORDER[order]:
        part = section.parts[role]
        if part.blank or (role is TextRole.PROPOSAL and _repeats_decision(section)):
            continue
        if role not in _WITHOUT_HEADING:
            blocks.append(Heading(2, part_name(role, order)))
            headed = True
        elif headed:  # below a heading of another part it needs one of its own
            blocks.append(Heading(2, _POINTS))
        if role is TextRole.PROCEDURE and order is SectionOrder.DECISION_FIRST:
            blocks += _course(part.drafts)
        else:
            blocks += blocks_of(part.drafts)
    underlay = supporting_titles(view, section.item) if section.item is not None else ()
    if underlay:
        blocks += [Heading(2, "Beslutsunderlag"), bullets(underlay)]
    if section.item is not None and section.item.recipients:
        blocks += [Heading(2, "Expedieras till"), bullets(r.name for r in section.item.recipients)]
    of_this = [c for c in view.corrections if c.section_id == section.section.id]
    return [*blocks, *(paragraph(correction_line(c, section.number)) for c in of_this)]


def _course(drafts: Sequence[Draft]) -> list[Block]:
    """Return Beslutsgång, with a single omröstning below a heading of its own."""
    votes = [n for n, draft in enumerate(drafts) if _begins_vote(draft)]
    if len(votes) != 1:
        return list(blocks_of(drafts))
    before, after = drafts[: votes[0]], drafts[votes[0] :]
    if after[0].text == _VOTE:
        after = after[1:]  # the heading says it
    return [*blocks_of(before), Heading(2, _VOTE), *blocks_of(after)]


def _begins_vote(draft: Draft) -> bool:
    return draft.text == _VOTE or "godkänner följande omröstningsordning" in draft.text


def _repeats_decision(section: SectionView) -> bool:
    """A formal § (Protokollsjustering) states its decision only, not the same words as a proposal first."""
    purpose = section.item is not None and section.item.item.purpose is not None
    return purpose and not section.parts[TextRole.DECISION].blank
