"""The archive: minutes from before the binder are taken in, taken out, and their secret §§ marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import new_id
from namndstod.services.archive import in_the_binder

from .base import Command, Desk
from .supporting import IncomingFile, stored_file


@dataclass(frozen=True)
class OldSection:
    """A § as it was read."""

    number: int
    title: str
    diary_number: str = ""
    decision: str = ""
    text: str = ""
    secret: bool = False


@dataclass(frozen=True)
class OldMinutes:
    """Minutes as they were read, or as a person has mended what was unclear."""

    file: IncomingFile
    body_name: str
    day: date
    body_id: str | None
    sections: tuple[OldSection, ...] = ()


@dataclass(frozen=True)
class TakeInMinutes(Command):
    """Put old minutes in the archive, each with its file and its §§. None comes in twice."""

    label: ClassVar[str] = "läs in äldre protokoll"
    minutes: tuple[OldMinutes, ...]

    def run(self, desk: Desk) -> str:
        """Return the id of the first. Raises RuleBroken, and stores nothing, when one is in the binder."""
        if not self.minutes:
            raise RuleBroken("Det finns inga protokoll att läsa in.")
        stored = [_store(desk, each) for each in self.minutes]
        return stored[0]


def _store(desk: Desk, old: OldMinutes) -> str:
    if not old.body_name.strip():
        raise RuleBroken(f"”{old.file.original_name}”: välj vilken nämnd protokollet hör till.")
    numbers = [s.number for s in old.sections]
    reason = in_the_binder(desk.work, old.file.sha256, old.body_id, old.body_name, old.day, numbers)
    if reason:
        raise RuleBroken(f"”{old.file.original_name}”: {reason}")
    kept = desk.work.add(
        ArchivedMinutes(
            id=new_id(),
            body_name=old.body_name.strip(),
            file_id=stored_file(desk, old.file).id,
            name=old.file.original_name,
            day=old.day,
            body_id=old.body_id,
        )
    )
    for each in old.sections:
        desk.work.add(
            ArchivedSection(
                id=new_id(),
                minutes_id=kept.id,
                number=each.number,
                title=each.title,
                diary_number=each.diary_number,
                decision=each.decision,
                text=each.text,
                secret=each.secret,
            )
        )
    return kept.id


@dataclass(frozen=True)
class RemoveArchived(Command):
    """Take minutes out of the archive; the file stays as long as the journal refers to it."""

    label: ClassVar[str] = "ta bort ur arkivet"
    minutes_id: str

    def run(self, desk: Desk) -> None:
        """Remove the minutes with their §§."""
        minutes = desk.work.get(ArchivedMinutes, self.minutes_id)
        for section in desk.work.find(ArchivedSection, minutes_id=minutes.id):
            desk.work.remove(section)
        desk.work.remove(minutes)


@dataclass(frozen=True)
class MarkArchivedSecret(Command):
    """Say that an archived § is secret, or that it is not: lists and the search show no heading of it."""

    label: ClassVar[str] = "sekretess i arkivet"
    section_id: str
    secret: bool

    def run(self, desk: Desk) -> None:
        """Mark the §."""
        desk.work.change(desk.work.get(ArchivedSection, self.section_id), secret=self.secret)
