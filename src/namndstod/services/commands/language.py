"""Taking språkförslag in the parts of a §."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain.language import mended
from namndstod.domain.records import TextRole

from .base import Command, Desk
from .texts import section_part, store_section_text


@dataclass(frozen=True)
class TakeHints(Command):
    """Write a part of a § as the språkförslag say, wherever there is nothing to choose."""

    label: ClassVar[str] = "ta språkförslag"
    section_id: str
    role: TextRole

    def run(self, desk: Desk) -> None:
        """Store the part as a hand change; marks of secrecy stay on their words."""
        written = section_part(desk, self.section_id, self.role)
        drafts = mended(written.drafts)
        if drafts != written.drafts:
            store_section_text(desk, self.section_id, self.role, drafts, written)
