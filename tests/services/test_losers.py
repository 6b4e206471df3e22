"""Reservations in one step of those whose yrkande fell without an omröstning."""

from __future__ import annotations

import pytest

from namndstod.domain.errors import RuleBroken
from namndstod.domain.proceedings import MotionKind, Reservation
from namndstod.services.commands.motions import AddMotion, TakeNoPart
from namndstod.services.commands.remarks import Reserve, ReserveFallen
from namndstod.services.commands.voting import PutProposition

from .cases_after import fallen
from .helpers import House, made


def reserved(house: House) -> set[tuple[frozenset[str], str | None]]:
    names = {i: n for n, i in house.people.items()}
    return {(frozenset(names[p] for p in r.persons), r.option) for r in house.find(Reservation)}


def test_each_reserves_for_the_yrkande_of_their_own(house: House, meeting: str) -> None:
    house.open(meeting)
    section = house.sections(meeting)[2].id
    own = AddMotion(section, MotionKind.OWN, (house.people["Grönvik"],), clauses=("vänta.",))
    key = made(house.session.do(own).result)
    house.session.do(AddMotion(section, MotionKind.APPROVAL, (house.people["Fyrmark"],)))
    fallen(house, meeting, "Isborg", "Holmsjö")
    house.session.do(Reserve(section, (house.people["Isborg"],), "rejection"))
    house.session.do(ReserveFallen(section))
    assert reserved(house) == {
        (frozenset({"Isborg"}), "rejection"),
        (frozenset({"Holmsjö"}), "rejection"),
        (frozenset({"Grönvik"}), key),
    }
    with pytest.raises(RuleBroken, match="alla redan reserverat sig"):
        house.session.do(ReserveFallen(section))
    house.session.undo()
    assert reserved(house) == {(frozenset({"Isborg"}), "rejection")}


def test_who_got_something_or_took_no_part_does_not_reserve(house: House, meeting: str) -> None:
    house.open(meeting)
    section = fallen(house, meeting, "Isborg", "Holmsjö")
    second = AddMotion(section, MotionKind.APPROVAL, (house.people["Holmsjö"],), ("proposal",))
    house.session.do(second)
    house.session.do(TakeNoPart(section, (house.people["Isborg"],)))
    with pytest.raises(RuleBroken, match="Inget yrkande har fallit"):
        house.session.do(ReserveFallen(section))


def test_nothing_has_fallen_while_the_chair_has_not_put_it(house: House, meeting: str) -> None:
    house.open(meeting)
    section = house.sections(meeting)[2].id
    house.session.do(AddMotion(section, MotionKind.REJECTION, (house.people["Isborg"],)))
    with pytest.raises(RuleBroken, match="Inget yrkande har fallit"):
        house.session.do(ReserveFallen(section))


def test_an_aterremiss_leaves_the_matter_open(house: House, meeting: str) -> None:
    house.open(meeting)
    section = house.sections(meeting)[2].id
    remit = AddMotion(
        section, MotionKind.REMIT, (house.people["Fyrmark"],), clauses=("förvaltningen", "mer underlag")
    )
    key = made(house.session.do(remit).result)
    house.session.do(AddMotion(section, MotionKind.REJECTION, (house.people["Isborg"],)))
    house.session.do(PutProposition(section, carried=key))
    with pytest.raises(RuleBroken, match="Inget yrkande har fallit"):
        house.session.do(ReserveFallen(section))
