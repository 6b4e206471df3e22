"""Changing a mandate with its person in one step, and its place in the elected order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import Mandate, Person, Role
from namndstod.services.reading import mandates

from .base import Command, Desk, moved
from .register import MemberRow


@dataclass(frozen=True)
class ChangeMember(Command):
    """Change a mandate and what is known of its person."""

    label: ClassVar[str] = "ändra förtroendevald"
    mandate_id: str
    row: MemberRow
    valid_from: date
    valid_to: date | None = None

    def run(self, desk: Desk) -> None:
        """Store both. Refused when the mandate would end before it begins."""
        if not self.row.surname.strip():
            raise RuleBroken("Efternamn saknas.", field="surname")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise RuleBroken("Uppdraget kan inte sluta innan det började.", field="valid_to")
        mandate = desk.work.get(Mandate, self.mandate_id)
        desk.work.change(
            mandate,
            role=self.row.role,
            party=self.row.party.strip().upper(),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            personal_for=self.row.personal_for if self.row.role is Role.SUBSTITUTE else None,
        )
        desk.work.change(
            desk.work.get(Person, mandate.person_id),
            given_name=self.row.given_name.strip(),
            surname=self.row.surname.strip(),
            email=self.row.email.strip(),
            phone=self.row.phone.strip(),
        )


@dataclass(frozen=True)
class MoveMandate(Command):
    """Move a mandate within the elected order of those with the same uppdrag (KL 6:16–17, practice)."""

    label: ClassVar[str] = "ändra valordning"
    mandate_id: str
    place: int  # index among those with the same uppdrag on `day`
    day: date

    def run(self, desk: Desk) -> None:
        """Give those with the same uppdrag their new order."""
        mandate = desk.work.get(Mandate, self.mandate_id)
        same = [
            v.mandate
            for v in mandates(desk.work, mandate.body_id, self.day)
            if v.mandate.role is mandate.role
        ]
        for order, each in enumerate(moved(same, mandate.id, self.place), 1):
            desk.work.change(each, elected_order=order)
