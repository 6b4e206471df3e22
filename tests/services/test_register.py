"""Bodies, people, mandates: what is stored and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from namndstod.domain.errors import NotFound, RuleBroken
from namndstod.domain.records import Body, BodyKind, BodyTerm, Mandate, Person, Role, Setting
from namndstod.services.commands.base import Command
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.register import (
    AddMember,
    ChangeTerm,
    CreateBody,
    EndMandate,
    MemberRow,
    RemoveMandate,
    TakeInMembers,
)
from namndstod.services.commands.settings import SetSetting
from namndstod.services.reading import mandates
from namndstod.services.terms import term_on

from .helpers import DAY, MEMBERS, NAME, SINCE, House, facts, made

NEW_YEAR = date(2027, 1, 1)


def refused(house: House, command: Command, match: str, kind: type[Exception] = RuleBroken) -> Exception:
    """The command raises, and nothing at all has changed."""
    before = facts(house.session)
    with pytest.raises(kind, match=match) as raised:
        house.session.do(command)
    assert facts(house.session) == before
    return raised.value


def seated(house: House, day: date) -> list[tuple[str, Role, str]]:
    found = house.session.ask(mandates, house.body_id, day)
    return [(m.person.surname, m.mandate.role, m.mandate.party) for m in found]


def test_a_body_has_kind_parent_and_a_dated_name(house: House) -> None:
    command = CreateBody(" Arbetsutskottet ", BodyKind.SUBCOMMITTEE, 3, DAY, "utskottet", house.body_id)
    body_id = made(house.session.do(command).result)
    body = house.get(Body, body_id)
    assert (body.kind, body.parent_id) == (BodyKind.SUBCOMMITTEE, house.body_id)
    (term,) = house.find(BodyTerm, body_id=body_id)
    assert (term.name, term.short_name, term.seats, term.valid_from) == (
        "Arbetsutskottet",
        "utskottet",
        3,
        DAY,
    )


@pytest.mark.parametrize(
    ("name", "seats", "match", "field"),
    [
        ("  ", 5, "behöver ett namn", "name"),
        ("Ny", 0, "minst 1", "seats"),
        (NAME.upper(), 5, "redan", "name"),
    ],
)
def test_a_body_without_name_or_seats_or_of_a_taken_name_is_refused(
    house: House, name: str, seats: int, match: str, field: str
) -> None:
    error = refused(house, CreateBody(name, BodyKind.COMMITTEE, seats, DAY), match)
    assert isinstance(error, RuleBroken)
    assert error.field == field
    assert error.source == ("KL 6 kap. 27 §" if field == "seats" else "")


def test_a_body_of_a_parent_that_is_gone_is_refused(house: House) -> None:
    refused(house, CreateBody("Ny", BodyKind.COMMITTEE, 5, DAY, parent_id="borta"), "finns inte", NotFound)


def test_a_term_changes_the_body_from_a_day_on(house: House) -> None:
    (first,) = house.find(BodyTerm)
    house.session.do(ChangeTerm(replace(first, valid_from=NEW_YEAR, name="Regional kustnämnd", seats=7)))
    with house.session.reading() as reader:
        assert term_on(reader, house.body_id, date(2026, 12, 31)).name == NAME
        assert term_on(reader, house.body_id, NEW_YEAR).seats == 7
        assert term_on(reader, house.body_id, date(1999, 1, 1)).name == NAME
    house.session.do(ChangeTerm(replace(first, seats=9)))  # the same day: that very term
    assert [t.seats for t in house.find(BodyTerm)] == [9, 7]
    refused(house, ChangeTerm(replace(first, name=" ")), "behöver ett namn")
    refused(house, ChangeTerm(replace(first, seats=0)), "minst en plats")


def test_members_come_in_the_elected_order(house: House) -> None:
    order = {m.person_id: m.elected_order for m in house.find(Mandate)}
    assert [order[house.people[row.surname]] for row in MEMBERS] == [1, 2, 3, 4, 5, 1, 2, 3]
    assert [name for name, _, _ in seated(house, DAY)] == [row.surname for row in MEMBERS]
    assert house.get(Person, house.people["Ekdal"]).email == "saga@region.example"


def test_a_person_of_the_register_is_used_again(house: House) -> None:
    body_id = made(house.session.do(CreateBody("Styrelsen", BodyKind.BOARD, 5, SINCE)).result)
    row = MemberRow(" Saga ", "Ekdal", " s ", Role.MEMBER)
    mandate = house.get(Mandate, made(house.session.do(AddMember(body_id, row, DAY)).result))
    assert mandate.person_id == house.people["Ekdal"]
    assert (mandate.party, mandate.elected_order, mandate.valid_from) == ("S", 1, DAY)
    assert len(house.find(Person)) == len(MEMBERS)


def test_a_member_twice_in_a_body_or_without_a_name_is_refused(house: House) -> None:
    refused(house, AddMember(house.body_id, MEMBERS[0], DAY), "Saga Ekdal har redan ett uppdrag")
    nameless = MemberRow("Liv", " ", "C", Role.MEMBER)
    refused(house, AddMember(house.body_id, nameless, DAY), "Efternamn saknas")
    refused(house, TakeInMembers(house.body_id, (nameless,), DAY), "Efternamn saknas")


def test_a_new_set_of_people_takes_over_on_a_day(house: House) -> None:
    new = (
        MemberRow("Åke", "Fyrmark", "M", Role.CHAIR),  # stays, in another role
        MemberRow("Iris", "Månsbo", "S", Role.VICE_CHAIR),
        MemberRow("Nils", "Jordås", "S", Role.MEMBER),  # was ersättare
        MemberRow("Hugo", "Norrö", "C", Role.SUBSTITUTE),
    )
    before = seated(house, date(2026, 12, 31))
    house.session.do(TakeInMembers(house.body_id, new, NEW_YEAR, replace=True))
    assert seated(house, date(2026, 12, 31)) == before
    assert seated(house, NEW_YEAR) == [(r.surname, r.role, r.party) for r in new]
    assert len(house.find(Person)) == len(MEMBERS) + 2
    old = house.find(Mandate, person_id=house.people["Ekdal"])
    assert [m.valid_to for m in old] == [date(2026, 12, 31)]


def test_a_later_set_replaces_one_that_never_began(house: House) -> None:
    first = (MemberRow("Iris", "Månsbo", "S", Role.CHAIR),)
    second = (MemberRow("Hugo", "Norrö", "C", Role.CHAIR),)
    house.session.do(TakeInMembers(house.body_id, first, NEW_YEAR, replace=True))
    house.session.do(TakeInMembers(house.body_id, second, NEW_YEAR, replace=True))
    assert [name for name, _, _ in seated(house, NEW_YEAR)] == ["Norrö"]
    assert len(seated(house, DAY)) == len(MEMBERS)


def test_a_whole_list_is_refused_for_one_bad_row(house: House) -> None:
    rows = (MemberRow("Iris", "Månsbo", "S", Role.CHAIR), MEMBERS[0])
    refused(house, TakeInMembers(house.body_id, rows, NEW_YEAR), "Saga Ekdal har redan")
    double = (rows[0], rows[0])
    refused(house, TakeInMembers(house.body_id, double, NEW_YEAR, replace=True), "Iris Månsbo har redan")


def test_a_mandate_ends_on_a_day_and_not_before_it_began(house: House) -> None:
    (mandate,) = house.find(Mandate, person_id=house.people["Holmsjö"])
    house.session.do(EndMandate(mandate.id, DAY))
    assert "Holmsjö" in [name for name, _, _ in seated(house, DAY)]
    assert "Holmsjö" not in [name for name, _, _ in seated(house, date(2026, 3, 13))]
    refused(house, EndMandate(mandate.id, date(2022, 12, 31)), "innan det började")
    bad = replace(house.get(Mandate, mandate.id), valid_to=date(2022, 1, 1))
    refused(house, Edit(bad), "innan det började")
    refused(house, Edit(bad, "valid_to"), "innan det började")


def test_a_mandate_of_a_mistake_goes_and_the_person_stays(house: House) -> None:
    (mandate,) = house.find(Mandate, person_id=house.people["Ljungdal"])
    house.session.do(RemoveMandate(mandate.id))
    assert house.find(Mandate, person_id=house.people["Ljungdal"]) == []
    assert house.get(Person, house.people["Ljungdal"]).surname == "Ljungdal"
    refused(house, RemoveMandate(mandate.id), "finns inte", NotFound)


def test_only_fields_of_a_form_are_edited(house: House) -> None:
    (mandate,) = house.find(Mandate, person_id=house.people["Isborg"])
    other = house.people["Ekdal"]
    house.session.do(Edit(replace(mandate, party="L", person_id=other, seat=4)))
    stored = house.get(Mandate, mandate.id)
    assert (stored.party, stored.seat, stored.person_id) == ("L", 4, house.people["Isborg"])
    house.session.do(Edit(replace(stored, party="V", seat=9), "seat"))  # typing in one field
    assert (house.get(Mandate, mandate.id).party, house.get(Mandate, mandate.id).seat) == ("L", 9)
    assert house.session.do(Edit(house.get(Mandate, mandate.id))).changes == ()


def test_a_setting_is_kept_once_by_key(house: House) -> None:
    for value in ("mörkt", {"bredd": [1, 2.5, None, True]}):
        house.session.do(SetSetting("utseende", value))
        assert [s.value for s in house.find(Setting)] == [value]


def test_overlapping_mandates_give_a_person_one_seat(house: House, meeting: str) -> None:
    first = next(m for m in house.view(meeting).mandates if m.role is Role.MEMBER)
    person = house.view(meeting).people[first.person_id]
    house.session.do(EndMandate(first.id, first.valid_from))
    row = MemberRow(person.given_name, person.surname, "S", Role.SUBSTITUTE)
    house.session.do(AddMember(first.body_id, row, first.valid_from + timedelta(days=1)))
    house.session.do(EndMandate(first.id, DAY))  # put right again: now both are in force
    held = [m.role for m in house.view(meeting).mandates if m.person_id == person.id]
    assert held == [Role.MEMBER]


def test_a_register_may_give_each_uppdrag_its_own_time(house: House) -> None:
    last = date(2027, 12, 31)
    rows = (
        MemberRow("Ada", "Ny", "S", Role.MEMBER, valid_from=NEW_YEAR, valid_to=last),
        MemberRow("Ada", "Ny", "S", Role.MEMBER, valid_from=date(2028, 1, 1)),
        MemberRow("Bo", "Sen", "M", Role.SUBSTITUTE),
    )
    house.session.do(TakeInMembers(house.body_id, rows, DAY))
    (ada,) = house.find(Person, given_name="Ada", surname="Ny")
    periods = [(m.valid_from, m.valid_to) for m in house.find(Mandate, person_id=ada.id)]
    assert sorted(periods) == [(NEW_YEAR, last), (date(2028, 1, 1), None)]
    (bo,) = house.find(Person, given_name="Bo", surname="Sen")
    assert [m.valid_from for m in house.find(Mandate, person_id=bo.id)] == [DAY]
    backwards = MemberRow("Eva", "Bak", "S", Role.MEMBER, valid_from=last, valid_to=NEW_YEAR)
    refused(house, TakeInMembers(house.body_id, (backwards,), DAY), "slutar innan det börjar")
