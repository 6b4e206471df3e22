"""Files kept with a delegated decision: the signed beslutsbrev, an application. Stored before the command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain.delegation import DecisionDocument, DelegatedDecision
from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import new_id

from .base import Command, Desk
from .supporting import IncomingFile, speaking_title, stored_file


@dataclass(frozen=True)
class KeepWithDecision(Command):
    """Keep files with a delegated decision, last and in the order given."""

    label: ClassVar[str] = "lägg till fil till delegationsbeslut"
    decision_id: str
    files: tuple[IncomingFile, ...]

    def run(self, desk: Desk) -> None:
        """Link the files; one that is kept with the decision already is not kept twice."""
        desk.work.get(DelegatedDecision, self.decision_id)
        there = desk.work.find(DecisionDocument, decision_id=self.decision_id)
        position = max((d.position for d in there), default=0)
        kept = {d.file_id for d in there}
        for incoming in self.files:
            stored = stored_file(desk, incoming)
            if stored.id in kept:
                continue
            kept.add(stored.id)
            position += 1
            desk.work.add(
                DecisionDocument(
                    id=new_id(),
                    decision_id=self.decision_id,
                    file_id=stored.id,
                    position=position,
                    title=incoming.title or speaking_title(incoming.original_name),
                    original_name=incoming.original_name,
                    added_by=desk.person,
                    added_at=desk.now,
                )
            )


@dataclass(frozen=True)
class RenameDecisionFile(Command):
    """Call a file of a delegated decision something else."""

    label: ClassVar[str] = "byt namn på fil till delegationsbeslut"
    document_id: str
    title: str

    def run(self, desk: Desk) -> None:
        """Store the title."""
        if not self.title.strip():
            raise RuleBroken("Filen ska ha ett namn.", field="title")
        desk.work.change(desk.work.get(DecisionDocument, self.document_id), title=self.title.strip())


@dataclass(frozen=True)
class DropDecisionFile(Command):
    """Take a file off a delegated decision; it stays as long as the journal refers to it."""

    label: ClassVar[str] = "ta bort fil till delegationsbeslut"
    document_id: str

    def run(self, desk: Desk) -> None:
        """Remove the link."""
        desk.work.remove(desk.work.get(DecisionDocument, self.document_id))
