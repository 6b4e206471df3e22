from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.order_of_service import OrderOfService, propose_substitutes
from namndstod.domain.presence import Serving
from namndstod.domain.records import Customs, PartyOrder, Role

from .factory import mandates
from .who_serves import HUGO, mandate

KIM = mandate("kim", Role.SUBSTITUTE, "MP", 40)
ALL = (*mandates(), HUGO, KIM)
CROSSING = Customs(service_order=(PartyOrder(party="S", then=("MP", "KD")),))
PERSONAL = tuple(replace(m, personal_for="dag") if m.person_id == "hugo" else m for m in ALL)


def turn(seat: str, *available: str, customs: Customs = CROSSING) -> list[tuple[str, str]]:
    return [(c.person_id, c.why) for c in OrderOfService(ALL, customs).candidates(seat, available)]


def test_own_party_in_elected_order_then_the_committees_list() -> None:
    assert turn("dag", "kim", "göte", "hugo", "frida") == [
        ("frida", "Nästa i tur för S i valordning"),
        ("hugo", "Nummer 2 i tur för S i valordning"),
        ("kim", "Nummer 3 i tur för S: MP enligt nämndens inkallelseordning"),
        ("göte", "Nummer 4 i tur för S: KD enligt nämndens inkallelseordning"),
    ]
    assert turn("dag", "kim") == [("kim", "Nästa i tur för S: MP enligt nämndens inkallelseordning")]


def test_who_is_not_in_the_order_stands_last_and_is_not_proposed() -> None:
    assert turn("cilla", "kim") == [("kim", "Står inte i inkallelseordningen för M")]
    assert propose_substitutes(ALL, ["cilla"], ["kim"], CROSSING) == []
    assert turn("nobody", "kim") == []


def test_a_personal_substitute_comes_first_where_that_is_the_custom() -> None:
    customs = Customs(personal_substitutes=True)
    first = OrderOfService(PERSONAL, customs).candidates("dag", ["frida", "hugo"])[0]
    assert (first.person_id, first.why) == ("hugo", "Personlig ersättare för ledamoten")
    assert propose_substitutes(PERSONAL, ["ada", "dag"], ["hugo", "frida"], customs) == [
        Serving("frida", "ada"),
        Serving("hugo", "dag"),
    ]
    assert propose_substitutes(PERSONAL, ["dag"], ["frida", "hugo"]) == [Serving("frida", "dag")]


def test_each_partys_own_are_given_to_its_own_seats_first() -> None:
    both = Customs(service_order=(PartyOrder(party="M", then=("S",)),))
    absent, available = ["cilla", "dag"], ["frida"]  # M stands before S in the list
    assert propose_substitutes(ALL, absent, available, both) == [Serving("frida", "dag")]
    assert propose_substitutes(ALL, absent, ["frida", "hugo"], both) == [
        Serving("hugo", "cilla"),
        Serving("frida", "dag"),
    ]


@pytest.mark.parametrize("party", ["", "S"])
def test_without_a_party_nobody_is_of_the_same(party: str) -> None:
    lone = mandate("lo", Role.MEMBER, party)
    other = mandate("ulf", Role.SUBSTITUTE, party)
    expected = [Serving("ulf", "lo")] if party else []
    assert propose_substitutes([lone, other], ["lo"], ["ulf"]) == expected


PEOPLE = [m.person_id for m in ALL]


@given(st.sets(st.sampled_from(PEOPLE)), st.sets(st.sampled_from(PEOPLE)), st.booleans())
def test_nobody_is_proposed_twice_or_without_being_there(
    absent: set[str], available: set[str], personal: bool
) -> None:
    customs = replace(CROSSING, personal_substitutes=personal)
    proposed = propose_substitutes(PERSONAL, absent, available, customs)
    assert len({s.person_id for s in proposed}) == len({s.seat_of for s in proposed}) == len(proposed)
    assert {s.person_id for s in proposed} <= available
    assert {s.seat_of for s in proposed} <= absent
    assert all(s.is_substitute for s in proposed)
