"""Förtroendevalda as a workbook taken into an empty body: the same people, uppdrag, order and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from namndstod.domain.exports import ExportKind
from namndstod.domain.records import BodyKind, Mandate, Person, Role
from namndstod.exchange.member_files import member_text
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.register import AddMember, CreateBody, EndMandate, MemberRow, TakeInMembers
from namndstod.services.exporting import make_export
from namndstod.services.importing import read_members
from namndstod.services.reading import mandates

from .helpers import NAME, House

OTHER = "Fyrnämnden"


def known(house: House, body: str) -> list[tuple[object, ...]]:
    """All that is known of the uppdrag of a body."""
    found = house.session.ask(mandates, body)
    with house.session.reading() as reader:
        names = {person.id: person.name for person in reader.find(Person)}
    return [
        (
            *(v.person.name, v.person.email, v.person.phone),
            *(m.role, m.party, m.seat, m.elected_order, m.valid_from, m.valid_to),
            names.get(m.personal_for or ""),
        )
        for v in found
        if (m := v.mandate)
    ]


def empty(house: House, name: str = "Nya nämnden") -> str:
    made = house.session.do(CreateBody(name, BodyKind.COMMITTEE, 5, date(2019, 1, 1)))
    assert isinstance(made.result, str)
    return made.result


def add(
    house: House, body: str, given: str, surname: str, *, since: date = date(2023, 1, 1), **more: object
) -> str:
    row = MemberRow(given, surname, "FP", Role.SUBSTITUTE)
    return str(house.session.do(AddMember(body, replace(row, **more), since)).result)  # type: ignore[arg-type]


def test_everything_of_the_uppdrag_comes_back(house: House) -> None:
    chair = house.session.ask(mandates, house.body_id)[0]
    house.session.do(Edit(replace(chair.mandate, seat=3, elected_order=0)))
    add(house, house.body_id, "Malin", "af Ö-Vik", personal_for=chair.person.id, phone="+46 70 123")
    house.session.do(
        EndMandate(add(house, house.body_id, "Nora", "Udd", since=date(2019, 1, 1)), date(2022, 12, 31))
    )
    last = add(house, house.body_id, "Nora", "Udd", role=Role.SECOND_VICE_CHAIR)
    house.session.do(Edit(replace(house.get(Mandate, last), elected_order=17, party="")))
    for role in (Role.OBSERVER, Role.STAFF):
        add(house, house.body_id, "Kim", f"Holme {role}", role=role)
    text = member_text(make_export(house.session, ExportKind.MEMBERS, house.body_id), "fortroendevalda.xlsx")
    found = read_members(text)
    assert found.unclear == ()
    body = empty(house)
    house.session.do(TakeInMembers(body, found.rows, date(2026, 1, 1)))
    assert known(house, body) == known(house, house.body_id)


def test_of_a_workbook_of_all_bodies_only_those_of_the_body_are_taken(house: House) -> None:
    other = empty(house, OTHER)
    add(house, other, "Vera", "Solvik")
    text = member_text(make_export(house.session, ExportKind.MEMBERS, None), "alla.xlsx")
    found = read_members(text, OTHER)
    assert [row.surname for row in found.rows] == ["Solvik"]
    assert found.unclear == (f"Bara raderna om {OTHER} togs med. Listan har också {NAME}.",)


def test_a_personal_substitute_of_somebody_who_is_not_listed_is_told(house: House) -> None:
    found = read_members(
        "Förnamn\tEfternamn\tParti\tUppdrag\tPersonlig ersättare för\nNora\tUdd\tS\tersättare\tAda Vik\n"
    )
    assert found.unclear == ("Ada Vik, som har en personlig ersättare, finns inte i listan.",)
    body = empty(house)
    house.session.do(TakeInMembers(body, found.rows, date(2026, 1, 1)))
    assert known(house, body)[0][-1] is None
