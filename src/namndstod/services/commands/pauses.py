"""The meeting pauses and goes on (ajournering)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.proceedings import Adjournment
from namndstod.domain.records import Anchor, new_id

from .base import Command, Desk


@dataclass(frozen=True)
class Adjourn(Command):
    """The chair adjourns the meeting, at a time, in a § («för gruppöverläggningar»)."""

    label: ClassVar[str] = "ajournera"
    meeting_id: str
    at: time
    section_id: str | None = None
    anchor: Anchor = Anchor.DURING
    purpose: str = ""

    def run(self, desk: Desk) -> str:
        """Return the id of the pause. One that is still going on ends where the new one begins."""
        for running in desk.work.find(Adjournment, meeting_id=self.meeting_id, ended=None):
            desk.work.change(running, ended=self.at)
        pause = Adjournment(
            id=new_id(),
            meeting_id=self.meeting_id,
            began=self.at,
            section_id=self.section_id,
            anchor=self.anchor,
            purpose=self.purpose,
        )
        return desk.work.add(pause).id


@dataclass(frozen=True)
class Resume(Command):
    """The meeting goes on after a pause."""

    label: ClassVar[str] = "återuppta sammanträdet"
    meeting_id: str
    at: time

    def run(self, desk: Desk) -> None:
        """End the pause. RuleBroken when there is none."""
        pause = desk.work.first(Adjournment, meeting_id=self.meeting_id, ended=None)
        if pause is None:
            raise RuleBroken("Sammanträdet är inte ajournerat.")
        desk.work.change(pause, ended=self.at)


@dataclass(frozen=True)
class RemoveAdjournment(Command):
    """Take away a pause that was entered by mistake."""

    label: ClassVar[str] = "ta bort ajournering"
    adjournment_id: str

    def run(self, desk: Desk) -> None:
        """Remove it."""
        desk.work.remove(desk.work.get(Adjournment, self.adjournment_id))
