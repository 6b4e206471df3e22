"""Changing plain fields of a record."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import (
    AgendaItem,
    Mandate,
    Matter,
    Meeting,
    Person,
    Record,
    Section,
    SupportingDocument,
)

from .base import Command, Desk

# What a form may change; everything else has a command of its own.
EDITABLE: dict[type[Record], frozenset[str]] = {
    Person: frozenset({"given_name", "surname", "email", "phone"}),
    Mandate: frozenset({"role", "party", "valid_from", "valid_to", "seat", "elected_order"}),
    Matter: frozenset({"title", "diary_number", "external_diary_number"}),
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
    AgendaItem: frozenset({"kind", "title", "presenters"}),
    Section: frozenset({"heading"}),
    SupportingDocument: frozenset({"title", "secrecy_ground"}),
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
        if isinstance(stored, Meeting) and "day" in changed and stored.opened_at is not None:
            raise RuleBroken("Sammanträdet är öppnat: dagen kan inte ändras.", field="day")
        if changed:
            desk.work.change(stored, **changed)

    def coalesce(self) -> str | None:
        """Typing in the same field is one step."""
        return f"edit:{self.record.id}:{self.field}" if self.field else None
