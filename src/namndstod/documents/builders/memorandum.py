"""FöredragningsPM (tjänsteskrivelse): what an ärende is about and what is proposed (documents.md)."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.content import Block, Group, Heading, Paper, ParagraphRole, SideBySide
from namndstod.domain.errors import NotFound
from namndstod.domain.findings.writing import PART_NAMES
from namndstod.domain.items import ItemView
from namndstod.domain.memoranda import part_anchor, supporting_titles
from namndstod.domain.papers import NAMES
from namndstod.domain.phrases import proposal
from namndstod.domain.records import MEMORANDUM_ROLES, Memorandum, PaperKind, TextRole
from namndstod.domain.swedish import iso_date
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView

from .common import Images, blocks_of, bullets, furniture, lines, logo_images, masthead, paragraph

_NAME = NAMES[PaperKind.MEMORANDUM]


def memorandum_paper(view: MeetingView, images: Images, of: Sequence[str]) -> Paper:
    """Return the FöredragningsPM of the item whose id is in `of`. Raises NotFound when it has none."""
    item = view.item(of[0]) if of else None
    if item is None or item.memorandum is None:
        raise NotFound("Ärendet har inget FöredragningsPM." if item else "Inget ärende är valt.")
    return Paper(
        title=f"{_NAME} {item.item.title} {item.diary_number}".rstrip(),
        blocks=tuple(_blocks(view, item, item.memorandum)),
        furniture=furniture(view, _NAME),
        masthead=masthead(view, _NAME),
        subject=item.item.title,
        author=item.memorandum.officer or view.customs.letterhead.organisation or view.term.name,
        images=logo_images(view, images),
    )


def _blocks(view: MeetingView, item: ItemView, memorandum: Memorandum) -> list[Block]:
    blocks = [*_head(view, item, memorandum), Heading(1, item.item.title or "Utan rubrik")]
    blocks += _part(item, TextRole.PROPOSAL, proposal(view, item))
    for role in (TextRole.SUMMARY, *MEMORANDUM_ROLES):
        blocks += _part(item, role, item.text(role))
    underlay = (Heading(2, "Beslutsunderlag"), bullets(supporting_titles(view, item)))
    signed = [t for t in (memorandum.signatory, memorandum.signatory_title) if t]
    if signed:  # never alone on a page
        blocks.append(Group((*underlay, paragraph("\n".join(signed), ParagraphRole.SIGNED)), keep=True))
    else:
        blocks += underlay
    if item.recipients:
        blocks += [Heading(2, "Skickas till"), bullets(r.name for r in item.recipients)]
    return blocks


def _part(item: ItemView, role: TextRole, drafts: Sequence[Draft]) -> list[Block]:
    text = blocks_of(drafts)
    anchor = part_anchor(item.item.number, role)
    return [Heading(2, PART_NAMES[role], anchor=anchor), *text] if text else []


def _head(view: MeetingView, item: ItemView, memorandum: Memorandum) -> list[Block]:
    """Return who writes, for which meeting and body, and the numbers of the ärende."""
    matter = item.matter
    external = matter.external_diary_number if matter else ""
    rows = (
        (
            ("Tjänsteställe, handläggare", (memorandum.unit, memorandum.officer)),
            ("Sammanträdesdatum", (iso_date(view.meeting.day),)),
            ("Dnr", (item.diary_number, f"Externt dnr {external}" if external else "")),
        ),
        (
            ("Organ", (view.term.name,)),
            ("Datum", (iso_date(memorandum.day) if memorandum.day else "",)),
            ("", ()),
        ),
    )
    return [SideBySide(tuple(_field(label, texts) for label, texts in row)) for row in rows]


def _field(label: str, texts: Sequence[str]) -> tuple[Block, ...]:
    found = lines(texts)
    return (paragraph(label, ParagraphRole.LABEL), *found) if found else ()
