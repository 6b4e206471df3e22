"""Föredragningslista: per item number, heading, diarienummer, proposal, summary and supporting documents."""

from __future__ import annotations

from namndstod.domain.content import Block, Fields, Heading, Paper, ParagraphRole
from namndstod.domain.memoranda import supporting_titles
from namndstod.domain.phrases import proposal, summary
from namndstod.domain.records import TextRole
from namndstod.domain.view import ItemView, MeetingView

from .common import Images, blocks_of, bullets, called_to, paragraph, sheet


def agenda_paper(view: MeetingView, images: Images) -> Paper:
    """Return the föredragningslista as a paper of its own."""
    blocks = (Heading(1, view.term.name), Fields(tuple(called_to(view))), *_items(view))
    return sheet(view, images, "Föredragningslista", blocks)


def agenda_blocks(view: MeetingView) -> tuple[Block, ...]:
    """Return the list with its heading, as it stands in another paper."""
    return Heading(1, "Föredragningslista", anchor="lista", in_contents=True), *_items(view)


def _items(view: MeetingView) -> tuple[Block, ...]:
    return tuple(block for item in view.items for block in item_blocks(view, item))


def item_blocks(view: MeetingView, item: ItemView) -> list[Block]:
    """Return one item of the list."""
    anchor = f"punkt-{item.item.number}"
    blocks: list[Block] = [
        Heading(2, item.item.title, anchor=anchor, label=f"{item.item.number}.", in_contents=True)
    ]
    meta = meta_line(item)
    if meta:
        blocks.append(paragraph(meta, ParagraphRole.META))
    blocks += blocks_of(item.text(TextRole.POINTS))
    proposed = proposal(view, item)
    if proposed:
        blocks += [Heading(3, "Förslag till beslut"), *blocks_of(proposed)]
    told = summary(view, item)
    if told:
        blocks += [Heading(3, "Sammanfattning"), *blocks_of(told)]
    underlay = supporting_titles(view, item)
    if underlay:
        blocks += [Heading(3, "Beslutsunderlag"), bullets(underlay)]
    return blocks


def meta_line(item: ItemView) -> str:
    """Return «Diarienummer: 27RT118    Föredragande: …», or nothing."""
    parts = [f"Diarienummer: {item.diary_number}"] if item.diary_number else []
    if item.item.presenters:
        parts.append(f"Föredragande: {', '.join(item.item.presenters)}")
    return "\u2003".join(parts)
