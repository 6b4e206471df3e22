"""The archive (arkivet) as it is shown, and whether minutes are in the binder already."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.editions import SECRET_HEADING
from namndstod.domain.records import Meeting, Section, StoredFile
from namndstod.domain.swedish import long_date, section_range
from namndstod.domain.swedish_sort import fold
from namndstod.storage.store import Reader

from .terms import all_terms


@dataclass(frozen=True, slots=True)
class ArchivedSummary:
    """A line of the list of archived minutes. The body is called as the minutes call it."""

    minutes: ArchivedMinutes
    sections: int


@dataclass(frozen=True, slots=True)
class ArchivedView:
    """Archived minutes with their file and their §§ in order."""

    minutes: ArchivedMinutes
    file: StoredFile
    sections: tuple[ArchivedSection, ...]


def archived(reader: Reader) -> tuple[ArchivedSummary, ...]:
    """Return all archived minutes, the latest first."""
    counts = reader.tally(ArchivedSection, "minutes_id")
    found = sorted(reader.find(ArchivedMinutes), key=lambda m: m.day or date.min, reverse=True)
    return tuple(ArchivedSummary(m, counts.get(m.id, 0)) for m in found)


def archived_view(reader: Reader, minutes_id: str) -> ArchivedView:
    """Return archived minutes whole. Raises NotFound."""
    minutes = reader.get(ArchivedMinutes, minutes_id)
    sections = reader.find(ArchivedSection, minutes_id=minutes_id)
    return ArchivedView(minutes, reader.get(StoredFile, minutes.file_id), tuple(sections))


def shown_title(section: ArchivedSection) -> str:
    """Return what lists and the search call an archived §: a secret one's heading is neutral."""
    return SECRET_HEADING if section.secret else section.title or "Utan rubrik"


def in_the_binder(
    reader: Reader,
    sha256: str,
    body_id: str | None,
    body_name: str,
    day: date | None,
    numbers: Collection[int],
) -> str:
    """Say in Swedish why minutes are in the binder already; nothing when they are not.

    They are when the file is archived, or minutes of that body and day, its own or archived, unless these
    hold none of the §§: §§ justerade omedelbart have minutes of their own.
    """
    file = reader.first(StoredFile, sha256=sha256)
    if file is not None and (known := reader.first(ArchivedMinutes, file_id=file.id)) is not None:
        return f"filen finns redan i arkivet, som ”{known.name}”."
    if day is None:
        return ""
    if body_id is not None:
        own = {
            s.number
            for m in reader.find(Meeting, body_id=body_id, day=day)
            for s in reader.find(Section, meeting_id=m.id)
        }
        if own and (not numbers or own & set(numbers)):
            return f"sammanträdet {long_date(day)} finns i pärmen."
    for other in reader.find(ArchivedMinutes, day=day):
        same = other.body_id == body_id if body_id else fold(other.body_name) == fold(body_name)
        there = {s.number for s in reader.find(ArchivedSection, minutes_id=other.id)}
        if same and (not numbers or not there or there & set(numbers)):
            which = section_range(there & set(numbers)) or "protokollet"
            return f"{which} från {long_date(day)} finns redan i arkivet, i ”{other.name}”."
    return ""


def body_name_on(reader: Reader, body_id: str, day: date | None) -> str:
    """Return the name that a body of the binder had on a day, or has now."""
    return all_terms(reader)(body_id, day or date.max).name
