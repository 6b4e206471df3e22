"""Meetings with a FöredragningsPM, whole and with something missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.findings import Severity
from namndstod.domain.items import ItemView
from namndstod.domain.records import ItemKind, MeetingState, Memorandum, Outcome, TextRole
from namndstod.domain.view import MeetingView

from .factory import DAY, block, item, meeting, section

BEFORE, AFTER = DAY - timedelta(days=30), DAY + timedelta(days=2)
HEAD = Memorandum(id="pm", item_id="item1", unit="Kansliet", officer="Ines Falk", day=BEFORE)


def told(*texts: str, role: TextRole = TextRole.SUMMARY, head: Memorandum | None = HEAD) -> ItemView:
    """Return an item with a FöredragningsPM, a proposal and these texts."""
    bare = item(1, "Medel till hamnen", dnr="27RG1", clauses=("bevilja medel.",))
    blocks = tuple(block(text, role, position=n) for n, text in enumerate(texts, 1))
    return replace(bare, memorandum=head, blocks=(*bare.blocks, *blocks))


def of(shown: ItemView) -> MeetingView:
    return meeting(shown)


def without_proposal() -> ItemView:
    bare = item(1, "Lägesbild", ItemKind.INFORMATION)
    return replace(bare, memorandum=HEAD, blocks=(block("Så ser det ut.", TextRole.SUMMARY),))


def minuted(text: str) -> MeetingView:
    """Return a meeting that was held, whose decision says this."""
    said = block(text, TextRole.DECISION)
    return meeting(
        item(1, "Medel till hamnen", dnr="27RG1", clauses=("bevilja medel.",)),
        state=MeetingState.CLOSED,
        sections=[section(1, 1, "item1", Outcome.APPROVED)],
        section_blocks=[replace(said, item_id=None, section_id="s1")],
    )


SPOILED: dict[str, tuple[Callable[[], MeetingView], date, Severity]] = {
    "memorandum_no_proposal": (lambda: of(without_proposal()), BEFORE, Severity.WARN),
    "memorandum_no_summary": (lambda: of(told()), BEFORE, Severity.WARN),
    "memorandum_head": (lambda: of(told("Hamnen.", head=replace(HEAD, day=None))), BEFORE, Severity.INFORM),
    "template_text": (lambda: of(told("Klicka här för att ange text.")), BEFORE, Severity.WARN),
    "phrase_to_fill_in": (lambda: minuted("Ärendet tas upp den {datum}."), AFTER, Severity.WARN),
    "language": (lambda: minuted("Nämnden beviljar ca 4 kr."), AFTER, Severity.INFORM),
}
