"""The secret part of the protokoll: the §§ that stand in the ordinary one by a neutral heading (rule 42)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from namndstod.domain.content import Block, Group, Paper, ParagraphRole
from namndstod.domain.records import MeetingState
from namndstod.domain.swedish import iso_date
from namndstod.domain.view import MeetingView

from .common import Images, furniture, logo_images, masthead, paragraph
from .front_page import front_page
from .minutes import section_blocks

_NAME = "Protokoll, sekretessdel"
_TOLD = "Sekretess. Delen lämnas bara till den som har rätt att ta del av den."
_NOTICE = Group((paragraph(_TOLD, ParagraphRole.LABEL),), keep=True, framed=True)


def secret_minutes_paper(
    view: MeetingView,
    images: Images,
    approved_on: date | None = None,
    *,
    final: bool = False,
    of: Sequence[str] = (),
) -> Paper:
    """Return the secret §§ whole, with who served in them; `approved_on` and `final` as of the protokoll.

    `of` are the §§ justerade omedelbart, as of their own protokoll: the part holds the secret ones of them,
    and `approved_on` is their day.
    """
    if approved_on is not None:
        state = view.meeting.state if of else MeetingState.APPROVED
        meeting = replace(view.meeting, state=state, approval_date=approved_on)
        view = replace(view, meeting=meeting)
    meeting = view.meeting
    done = final or bool(of) or meeting.state is MeetingState.APPROVED or meeting.sent_for_signing is not None
    chosen = [s for s in view.sections if s.secret and (not of or s.section.id in of)]
    last = max((s.section.position for s in view.sections if s.section.id in of), default=None)
    so_far = None if last is None else [s for s in view.sections if s.section.position <= last]
    name, *front = front_page(view, so_far, chosen)
    blocks: list[Block] = [name, _NOTICE, *front]
    if not chosen:
        blocks.append(paragraph("Inget ärende omfattas av sekretess."))
    for section in chosen:
        blocks += section_blocks(view, section)
        ground = section.item.item.secrecy_ground if section.item else section.section.secrecy_ground
        if ground:
            blocks.append(paragraph(f"Paragrafen omfattas av sekretess enligt {ground}."))
    usual = furniture(
        view, _NAME, watermark="" if done else "UTKAST – ej justerat", signed=not view.customs.digital_signing
    )
    return Paper(
        title=f"{_NAME} {view.term.name} {iso_date(meeting.day)}",
        blocks=tuple(blocks),
        furniture=replace(usual, head_left=f"{usual.head_left} · SEKRETESS"),
        masthead=masthead(view, _NAME),
        subject=f"Sammanträde {iso_date(meeting.day)}",
        author=view.customs.letterhead.organisation or view.term.name,
        images=logo_images(view, images),
    )
