"""What «Åtgärda» writes in texts: the body's one name, and who decides above the att-satser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from namndstod.domain.body_names import with_name
from namndstod.domain.facts import decider
from namndstod.domain.records import AgendaItem, BlockKind, Meeting, Section, TextBlock, TextRole
from namndstod.domain.texts import Draft, drafts_of
from namndstod.services.terms import term_on

from .base import Command, Desk
from .texts import section_part, store_section_text, store_text


@dataclass(frozen=True)
class UseBodyName(Command):
    """Write the body's canonical name in a text. Exactly one of `item_id` and `section_id` is given."""

    label: ClassVar[str] = "skriv nämndens namn"
    role: TextRole
    item_id: str = ""
    section_id: str = ""

    def run(self, desk: Desk) -> None:
        """Replace the names that are written otherwise."""
        if self.section_id:
            section = desk.work.get(Section, self.section_id)
            name = _name(desk, section.meeting_id)
            written = section_part(desk, self.section_id, self.role)
            drafts = tuple(with_name(d, name) for d in written.drafts)
            if drafts != written.drafts:
                store_section_text(desk, self.section_id, self.role, drafts, written)
            return
        name = _name(desk, desk.work.get(AgendaItem, self.item_id).meeting_id)
        before = drafts_of(desk.work.find(TextBlock, item_id=self.item_id, role=self.role))
        drafts = tuple(with_name(d, name) for d in before)
        if drafts != before:
            store_text(desk, drafts, self.role, item_id=self.item_id)


@dataclass(frozen=True)
class AddDecider(Command):
    """Write «{Nämnd} beslutar» above an item's att-satser."""

    label: ClassVar[str] = "skriv vem som beslutar"
    item_id: str

    def run(self, desk: Desk) -> None:
        """Put the line above the first clause, and the clauses and what hangs on them below it."""
        before = drafts_of(desk.work.find(TextBlock, item_id=self.item_id, role=TextRole.PROPOSAL))
        first = next((n for n, d in enumerate(before) if d.kind is BlockKind.CLAUSE), None)
        if first is None or any(d.kind is BlockKind.DECIDER for d in before[:first]):
            return
        meeting = desk.work.get(Meeting, desk.work.get(AgendaItem, self.item_id).meeting_id)
        line = Draft(BlockKind.DECIDER, decider(term_on(desk.work, meeting.body_id, meeting.day)))
        down = 1 - before[first].depth
        below = tuple(replace(d, depth=max(0, d.depth + down)) for d in before[first:])
        store_text(desk, (*before[:first], line, *below), TextRole.PROPOSAL, item_id=self.item_id)


def _name(desk: Desk, meeting_id: str) -> str:
    meeting = desk.work.get(Meeting, meeting_id)
    return term_on(desk.work, meeting.body_id, meeting.day).name
