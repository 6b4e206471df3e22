"""Letting a warning of Kontroll stand, with the reason that is kept (law.md: W needs a reason)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain.errors import NotFound, RuleBroken
from namndstod.domain.findings import Severity, check
from namndstod.domain.proceedings import Waiver
from namndstod.domain.records import new_id
from namndstod.services.reading import meeting_view

from .base import Command, Desk


@dataclass(frozen=True)
class Waive(Command):
    """Let a warning stand. `subject` is the finding's key; a new reason replaces an earlier one."""

    label: ClassVar[str] = "godta varning"
    meeting_id: str
    code: str
    subject: str
    reason: str

    def run(self, desk: Desk) -> None:
        """Keep the reason. What must be mended is refused, and so is an empty reason."""
        reason = self.reason.strip()
        if not reason:
            raise RuleBroken("Ange varför varningen godtas.", field="reason")
        found = check(meeting_view(desk.work, self.meeting_id), desk.now.astimezone().date())
        same = [f for f in found if f.code == self.code and f.key == self.subject]
        if not same:
            raise NotFound("Varningen finns inte längre.")
        if any(f.severity is Severity.BLOCK for f in same):
            raise RuleBroken(f"Detta måste åtgärdas och kan inte godtas: {same[0].message}")
        if all(f.severity is Severity.INFORM and not f.waived for f in same):
            raise RuleBroken("En upplysning behöver inte godtas.")
        known = desk.work.first(Waiver, meeting_id=self.meeting_id, code=self.code, subject=self.subject)
        if known is not None:
            desk.work.change(known, reason=reason)
            return
        desk.work.add(
            Waiver(
                id=new_id(),
                meeting_id=self.meeting_id,
                code=self.code,
                subject=self.subject,
                reason=reason,
            )
        )


@dataclass(frozen=True)
class Unwaive(Command):
    """Take back that a warning was let stand."""

    label: ClassVar[str] = "visa varningen igen"
    meeting_id: str
    code: str
    subject: str

    def run(self, desk: Desk) -> None:
        """Remove the reason; the warning is shown as before."""
        known = desk.work.first(Waiver, meeting_id=self.meeting_id, code=self.code, subject=self.subject)
        if known is None:
            raise NotFound("Varningen är inte godtagen.")
        desk.work.remove(known)
