"""Protokollsutdrag: one or many §§ as they stand in the protokoll, certified by the secretary (FL 33 §)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from namndstod.domain.attendance import attendance_rows
from namndstod.domain.content import (
    Block,
    Fields,
    Furniture,
    Group,
    Heading,
    PageBreak,
    Paper,
    ParagraphRole,
    Signature,
    Signatures,
)
from namndstod.domain.errors import RuleBroken
from namndstod.domain.expediting import holds_secrets, secrecy_ground
from namndstod.domain.findings.sections import named
from namndstod.domain.marks import readable
from namndstod.domain.masking import MASKED
from namndstod.domain.notices import approved_day, is_final
from namndstod.domain.swedish import iso_date, listed, section_range
from namndstod.domain.view import MeetingView, SectionView

from .appeals import how_to_appeal, not_appealable
from .common import Images, dated, furniture, lines, paragraph, sheet
from .front_page import deciding
from .minutes import section_blocks

NAME = "Utdrag ur protokoll"
_DRAFT = "UTKAST – ej justerat"


def extract_paper(
    view: MeetingView, images: Images, of: Sequence[str] = (), *, party: bool | None = None
) -> Paper:
    """Return the utdrag of the §§ in `of`, or of all that are not secret.

    A `party` is told how to appeal; None: when one of the recipients is a party. What is not justerat is
    marked as a draft and certified by nobody. Raises RuleBroken for a secret § together with others.
    """
    sections = _chosen(view, of)
    secret = [s for s in sections if holds_secrets(s)]
    if secret and len(sections) > 1:
        raise RuleBroken(
            f"{named(secret[0])} är sekretessmarkerad och tas bara ut för sig.", source="OSL; praxis"
        )
    if party is None:
        party = any(r.party for s in sections if s.item for r in s.item.recipients)
    draft = not all(is_final(view, s) for s in sections) or not sections
    blocks: list[Block] = [
        Heading(1, view.term.name),
        *_secrecy(secret),
        *_masked(sections),
        Fields(tuple(_facts(view, sections))),
    ]
    for section in sections:
        blocks += section_blocks(view, section)
    blocks += not_appealable(sections) if party else ()
    blocks.append(_not_certified() if draft else _certificate(view))
    appeal = how_to_appeal(view, sections) if party else []
    if appeal:
        blocks += [PageBreak(), *appeal]
    return sheet(view, images, NAME, blocks, _on_pages(view, draft=draft, secret=bool(secret)))


def _chosen(view: MeetingView, of: Sequence[str]) -> list[SectionView]:
    if of:
        return [s for s in view.sections if s.section.id in of]
    return [s for s in view.sections if not holds_secrets(s)]


def _on_pages(view: MeetingView, *, draft: bool, secret: bool) -> Furniture:
    usual = furniture(view, NAME, watermark=_DRAFT if draft else "")
    signed = not view.customs.digital_signing and not draft
    return replace(
        usual,
        head_left=f"{usual.head_left} · SEKRETESS" if secret else usual.head_left,
        foot_right="Utdragsbestyrkande" if signed else "",
    )


def _secrecy(secret: Sequence[SectionView]) -> Iterator[Block]:
    for section in secret:
        ground = secrecy_ground(section)
        told = f"enligt {ground}" if ground else "gäller för uppgifter i paragrafen"
        text = f"Sekretess {told}. Utdraget lämnas bara till den som har rätt att ta del av det."
        yield Group((paragraph(text, ParagraphRole.LABEL),), keep=True, framed=True)


def _masked(sections: Sequence[SectionView]) -> Iterator[Block]:
    """Say that words are missing, which a reader has the right to know (OSL 6:3)."""
    texts = (d for s in sections for part in s.parts.values() for d in part.drafts)
    if any(MASKED in readable(draft) for draft in texts):
        yield paragraph(f"Där det står {MASKED} är uppgifter borttagna ur utdraget.", ParagraphRole.NOTE)


def _facts(view: MeetingView, sections: Sequence[SectionView]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    yield "Sammanträdesdatum", (paragraph(dated(view)),)
    numbers = [s.number for s in sections if s.number is not None]
    yield "Utdraget avser", (paragraph(section_range(numbers) or "–"),)
    yield from deciding(view, sections, attendance_rows(view, sections))
    led = dict.fromkeys(s.facts.leads for s in sections if s.facts.leads is not None)
    if led:
        yield "Ordförande", lines([listed([view.label(p) for p in led])])
    days = sorted({day for s in sections if (day := approved_day(view, s)) is not None})
    if days:
        yield "Justerat", (paragraph(listed([iso_date(day) for day in days])),)


def _certificate(view: MeetingView) -> Block:
    """«Rätt utdraget intygar NN, titel», with a line to sign unless the body signs digitally."""
    meeting = view.meeting
    who = ", ".join(t for t in (meeting.secretary, meeting.secretary_title) if t)
    if view.customs.digital_signing:
        return paragraph(f"Rätt utdraget intygar {who}".rstrip())
    return Signatures((Signature("Rätt utdraget intygar", who),))


def _not_certified() -> Block:
    return paragraph(
        "Protokollet är inte justerat. Utdraget är ett utkast, och texten kan ändras.", ParagraphRole.NOTE
    )
