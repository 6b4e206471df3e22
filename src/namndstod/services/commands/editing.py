"""Changing plain fields of a record."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.proceedings import Adjournment, Assignment, Remark, Reservation
from namndstod.domain.records import (
    AgendaItem,
    Mandate,
    Matter,
    Meeting,
    MeetingState,
    Memorandum,
    Person,
    PresenceEvent,
    Record,
    Section,
    SupportingDocument,
)

from .base import Command, Desk

# What only editions look at: no word of the minutes, so that it may be said after justering too.
_OF_A_MATTER = frozenset({"secret", "secrecy_ground", "neutral_heading"})
SECRECY_FIELDS: dict[type[Record], frozenset[str]] = {
    AgendaItem: _OF_A_MATTER,
    Section: _OF_A_MATTER,
    SupportingDocument: frozenset({"secrecy_ground", "personal", "withheld_pages"}),
}

# What a form may change; everything else has a command of its own.
EDITABLE: dict[type[Record], frozenset[str]] = {
    Person: frozenset({"given_name", "surname", "email", "phone"}),
    Mandate: frozenset({"role", "party", "valid_from", "valid_to", "seat", "elected_order"}),
    Matter: frozenset({"title", "diary_number", "external_diary_number", "kind", "received", "answer_by"}),
    Meeting: frozenset(
        {
            "day",
            "end_day",
            "starts",
            "ends",
            "place",
            "secretary",
            "secretary_title",
            "secretary_email",
            "secretary_phone",
            "group_meetings",
            "notices",
            "others_present",
            "opened_at",
            "closed_at",
            "approval_place",
            "approval_date",
        }
    ),
    AgendaItem: frozenset(
        {"kind", "title", "presenters", "authority", "staff_excluded", *SECRECY_FIELDS[AgendaItem]}
    ),
    Section: frozenset({"heading", "appeal", "closed_doors", *SECRECY_FIELDS[Section]}),
    PresenceEvent: frozenset({"at", "anchor"}),
    Adjournment: frozenset({"began", "ended", "purpose", "anchor"}),
    SupportingDocument: frozenset({"title", *SECRECY_FIELDS[SupportingDocument]}),
    Memorandum: frozenset({"unit", "officer", "day", "signatory", "signatory_title"}),
    Reservation: frozenset({"persons", "option", "words", "written", "appendix", "received", "late"}),
    Remark: frozenset({"persons", "parties", "words", "dated", "appendix"}),
    Assignment: frozenset({"to", "what", "due"}),
}


@dataclass(frozen=True)
class Edit(Command):
    """Change the plain fields of a record to those of `record`, which carries its stored id.

    Only fields that a form may change are looked at. `field` names the one being typed in, so that typing in
    one field is one step of undo.
    """

    label: ClassVar[str] = "ändra uppgift"
    record: Record
    field: str = ""

    def run(self, desk: Desk) -> None:
        """Store the fields that differ."""
        allowed = EDITABLE[type(self.record)]
        stored: Record = desk.work.get(type(self.record), self.record.id)
        changed: dict[str, Any] = {
            f.name: getattr(self.record, f.name)
            for f in fields(self.record)
            if f.name in allowed and (not self.field or f.name == self.field)
            if getattr(self.record, f.name) != getattr(stored, f.name)
        }
        wanted = replace(stored, **changed)
        if isinstance(wanted, Mandate) and wanted.valid_to and wanted.valid_to < wanted.valid_from:
            raise RuleBroken("Uppdraget kan inte sluta innan det började.", field="valid_to")
        if isinstance(wanted, Meeting) and changed.keys() & {"day", "end_day"}:
            _require_possible_days(desk, wanted, moved="day" in changed)
        if changed:
            desk.work.change(stored, **changed)

    def coalesce(self) -> str | None:
        """Typing in the same field is one step."""
        return f"edit:{self.record.id}:{self.field}" if self.field else None


def _require_possible_days(desk: Desk, meeting: Meeting, *, moved: bool) -> None:
    """Raise RuleBroken when the meeting cannot be held on its days; `moved`: the first one is new."""
    if meeting.end_day is not None and meeting.end_day < meeting.day:
        raise RuleBroken("Sammanträdet kan inte sluta före den första dagen.", field="end_day")
    if not moved:
        return
    if meeting.state not in (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.CANCELLED):
        raise RuleBroken("Sammanträdet är öppnat: dagen kan inte ändras.", field="day")
    if desk.work.first(Meeting, body_id=meeting.body_id, day=meeting.day) is not None:
        raise RuleBroken("Nämnden har redan ett sammanträde den dagen.", field="day")
