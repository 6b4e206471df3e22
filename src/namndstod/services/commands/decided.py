"""Taking back what was changed in a decision after the klubba."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain.records import TextBlock, TextRole
from namndstod.domain.texts import drafts_of

from .base import Command, Desk
from .texts import lift_marks, marked_again, store_text


@dataclass(frozen=True)
class TakeDecided(Command):
    """Let the decision say again what it said at the klubba (JO 3339-2013)."""

    label: ClassVar[str] = "ta beslutet som det klubbades"
    section_id: str

    def run(self, desk: Desk) -> None:
        """Drop the hand changes of what was decided, and the blocks that came afterwards."""
        blocks = desk.work.find(TextBlock, section_id=self.section_id, role=TextRole.DECISION)
        if not any(b.fingerprint for b in blocks):
            return
        if all(b.generated is None for b in blocks):
            store_text(desk, (), TextRole.DECISION, section_id=self.section_id)
            return
        lift_marks(desk, self.section_id, TextRole.DECISION, drafts_of(blocks))
        ordered = sorted(blocks, key=lambda b: b.position)
        for block in reversed([b for b in ordered if b.generated is None]):  # children stand after parents
            desk.work.remove(block)
        for position, block in enumerate((b for b in ordered if b.generated is not None), 1):
            desk.work.change(block, edited=None, position=position, marks=())
        left = desk.work.find(TextBlock, section_id=self.section_id, role=TextRole.DECISION)
        for draft in marked_again(desk, self.section_id, TextRole.DECISION, drafts_of(left)):
            block = next(b for b in left if b.id == draft.id)
            if block.marks != draft.marks:
                desk.work.change(block, marks=draft.marks)
