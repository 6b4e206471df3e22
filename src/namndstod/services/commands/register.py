"""Bodies, people and their mandates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import (
    Body,
    BodyKind,
    BodyTerm,
    Customs,
    Mandate,
    Person,
    Role,
    new_id,
)
from namndstod.domain.swedish_sort import fold

from .base import Command, Desk

DEFAULT_CUSTOMS = Customs()


@dataclass(frozen=True)
class CreateBody(Command):
    """Make a body with its name, seats and customs from a day on."""

    label: ClassVar[str] = "ny nämnd"
    name: str
    kind: BodyKind
    seats: int
    valid_from: date
    short_name: str = "nämnden"
    parent_id: str | None = None
    customs: Customs = DEFAULT_CUSTOMS

    def run(self, desk: Desk) -> str:
        """Return the id of the body."""
        if not self.name.strip():
            raise RuleBroken("Nämnden behöver ett namn.", field="name")
        if self.seats < 1:
            raise RuleBroken("Antalet platser måste vara minst 1.", field="seats", source="KL 6 kap. 27 §")
        taken = {fold(t.name) for t in desk.work.find(BodyTerm)}
        if fold(self.name.strip()) in taken:
            raise RuleBroken(f"Det finns redan en nämnd som heter {self.name.strip()}.", field="name")
        body = desk.work.add(Body(id=new_id(), kind=self.kind, parent_id=self.parent_id))
        desk.work.add(
            BodyTerm(
                id=new_id(),
                body_id=body.id,
                valid_from=self.valid_from,
                name=self.name.strip(),
                seats=self.seats,
                short_name=self.short_name,
                customs=self.customs,
            )
        )
        return body.id


@dataclass(frozen=True)
class ChangeTerm(Command):
    """Change name, seats or customs of a body from a day on; the same day changes the term itself."""

    label: ClassVar[str] = "ändra nämnden"
    term: BodyTerm  # with its new content; `valid_from` is the day from which it holds

    def run(self, desk: Desk) -> str:
        """Return the id of the term that was changed or made."""
        if not self.term.name.strip() or self.term.seats < 1:
            raise RuleBroken("Nämnden behöver ett namn och minst en plats.", field="name")
        same_day = desk.work.first(BodyTerm, body_id=self.term.body_id, valid_from=self.term.valid_from)
        if same_day is None:
            return desk.work.add(replace(self.term, id=new_id(), version=0)).id
        new = self.term
        desk.work.change(
            same_day, name=new.name, seats=new.seats, short_name=new.short_name, customs=new.customs
        )
        return same_day.id


@dataclass(frozen=True)
class MemberRow:
    """A person as they come in from a form or a pasted list."""

    given_name: str
    surname: str
    party: str
    role: Role
    email: str = ""
    phone: str = ""
    personal_for: str | None = None  # the ledamot (person) whose personal ersättare it is
    valid_from: date | None = None  # its own period, where a register gives one
    valid_to: date | None = None
    elected_order: int | None = None  # valordning; None: after those there are
    seat: int | None = None
    personal_name: str = ""  # the ledamot whose personal ersättare it is, by name, where it has no id yet


@dataclass(frozen=True)
class AddMember(Command):
    """Add a ledamot or ersättare; a person of the same name in the register is used again."""

    label: ClassVar[str] = "ny förtroendevald"
    body_id: str
    row: MemberRow
    valid_from: date

    def run(self, desk: Desk) -> str:
        """Return the id of the mandate."""
        return _add_member(desk, self.body_id, self.row, self.valid_from)


@dataclass(frozen=True)
class TakeInMembers(Command):
    """Take in a whole list from a day on (mandatskifte). `replace` ends earlier mandates the day before."""

    label: ClassVar[str] = "läs in förtroendevalda"
    body_id: str
    rows: tuple[MemberRow, ...]
    valid_from: date
    replace: bool = False

    def run(self, desk: Desk) -> None:
        """Add all rows in the order given, which is the elected order where a row says no other."""
        if self.replace:
            for mandate in desk.work.find(Mandate, body_id=self.body_id):
                if mandate.valid_to is None or mandate.valid_to >= self.valid_from:
                    _end(desk, mandate, self.valid_from - timedelta(days=1))
        made = [_add_member(desk, self.body_id, row, self.valid_from) for row in self.rows]
        for row, mandate_id in zip(self.rows, made, strict=True):
            if row.personal_name.strip() and row.role is Role.SUBSTITUTE:
                person_id = _known_as(desk, self.body_id, row.personal_name)
                desk.work.change(desk.work.get(Mandate, mandate_id), personal_for=person_id)


@dataclass(frozen=True)
class EndMandate(Command):
    """Let a mandate end on a day."""

    label: ClassVar[str] = "avsluta uppdrag"
    mandate_id: str
    last_day: date

    def run(self, desk: Desk) -> None:
        """Set the last day; one before the first day is refused."""
        mandate = desk.work.get(Mandate, self.mandate_id)
        if self.last_day < mandate.valid_from:
            raise RuleBroken("Uppdraget kan inte sluta innan det började.", field="valid_to")
        desk.work.change(mandate, valid_to=self.last_day)


@dataclass(frozen=True)
class RemoveMandate(Command):
    """Take away a mandate that was entered by mistake."""

    label: ClassVar[str] = "ta bort uppdrag"
    mandate_id: str

    def run(self, desk: Desk) -> None:
        """Remove the mandate; the person stays in the register."""
        desk.work.remove(desk.work.get(Mandate, self.mandate_id))


def _known_as(desk: Desk, body_id: str, name: str) -> str | None:
    """Return the one person of a body who has that name; None where there is none, or are several."""
    ids = sorted({m.person_id for m in desk.work.find(Mandate, body_id=body_id)})
    named = {p.id for p in desk.work.find(Person, id=ids) if fold(p.name) == fold(name.strip())}
    return named.pop() if len(named) == 1 else None


def _end(desk: Desk, mandate: Mandate, last_day: date) -> None:
    if last_day < mandate.valid_from:
        desk.work.remove(mandate)
    else:
        desk.work.change(mandate, valid_to=last_day)


def _add_member(desk: Desk, body_id: str, row: MemberRow, valid_from: date) -> str:
    """Add person and mandate. Order: last of those with the same kind of place in the body.

    A period of the row's own goes before `valid_from`.
    """
    valid_from = row.valid_from or valid_from
    if row.valid_to is not None and row.valid_to < valid_from:
        raise RuleBroken(f"Uppdraget för {row.surname.strip()} slutar innan det börjar.", field="valid_to")
    if not row.surname.strip():
        raise RuleBroken("Efternamn saknas.", field="surname")
    same = [m for m in desk.work.find(Mandate, body_id=body_id) if m.valid_from == valid_from]
    same = [m for m in same if (m.role is Role.SUBSTITUTE) is (row.role is Role.SUBSTITUTE)]
    person = desk.work.first(Person, given_name=row.given_name.strip(), surname=row.surname.strip())
    if person is None:
        person = desk.work.add(
            Person(
                id=new_id(),
                given_name=row.given_name.strip(),
                surname=row.surname.strip(),
                email=row.email.strip(),
                phone=row.phone.strip(),
            )
        )
    for mandate in desk.work.find(Mandate, body_id=body_id, person_id=person.id):
        later = row.valid_to is not None and mandate.valid_from > row.valid_to
        if not later and (mandate.valid_to is None or mandate.valid_to >= valid_from):
            raise RuleBroken(f"{person.name} har redan ett uppdrag i nämnden.", field="surname")
    mandate = Mandate(
        id=new_id(),
        person_id=person.id,
        body_id=body_id,
        role=row.role,
        party=row.party.strip().upper(),
        valid_from=valid_from,
        valid_to=row.valid_to,
        seat=row.seat,
        elected_order=(
            max((m.elected_order for m in same), default=0) + 1
            if row.elected_order is None
            else row.elected_order
        ),
        personal_for=row.personal_for if row.role is Role.SUBSTITUTE else None,
    )
    return desk.work.add(mandate).id
