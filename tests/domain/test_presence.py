from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.order_of_service import propose_substitutes
from namndstod.domain.presence import SectionPresence, Serving, derive, quorum
from namndstod.domain.records import Anchor, PresenceEvent, PresenceKind

from .factory import mandates

SEATS = ["ada", "bo", "cilla"]
SECTIONS = ["s1", "s2", "s3"]
counter = iter(range(10_000))


def event(
    kind: PresenceKind,
    person: str,
    section: str | None = None,
    anchor: Anchor = Anchor.BEFORE,
    seat: str | None = None,
) -> PresenceEvent:
    number = next(counter)
    return PresenceEvent(
        id=str(number),
        meeting_id="m",
        person_id=person,
        kind=kind,
        position=number,
        serves_for_id=seat,
        anchor=anchor,
        section_id=section,
    )


def who(presence: dict[str | None, SectionPresence], section: str | None) -> list[tuple[str, str]]:
    return [(s.person_id, s.seat_of) for s in presence[section].serving]


def roll_call() -> list[PresenceEvent]:
    return [event(PresenceKind.ARRIVES, p) for p in ("ada", "bo")] + [
        event(PresenceKind.ARRIVES, "frida"),
        event(PresenceKind.SERVES_FOR, "frida", seat="cilla"),
    ]


def test_a_substitute_serves_in_an_empty_seat() -> None:
    presence = derive(SEATS, roll_call(), SECTIONS)
    assert who(presence, "s1") == [("ada", "ada"), ("bo", "bo"), ("frida", "cilla")]


def test_an_arriving_member_takes_the_seat_back_between_matters() -> None:
    late = event(PresenceKind.ARRIVES, "cilla", "s2", Anchor.DURING)
    presence = derive(SEATS, [*roll_call(), late], SECTIONS)
    assert ("frida", "cilla") in who(presence, "s2")
    assert ("cilla", "cilla") in who(presence, "s3")
    assert "frida" in presence["s3"].present


@pytest.mark.parametrize(
    ("anchor", "first_without"), [(Anchor.BEFORE, "s2"), (Anchor.DURING, "s2"), (Anchor.AFTER, "s3")]
)
def test_who_leaves_does_not_serve_from_there(anchor: Anchor, first_without: str) -> None:
    presence = derive(SEATS, [*roll_call(), event(PresenceKind.LEAVES, "bo", "s2", anchor)], SECTIONS)
    absent = [s for s in SECTIONS if ("bo", "bo") not in who(presence, s)]
    assert absent == SECTIONS[SECTIONS.index(first_without) :]
    assert presence[first_without].empty == ("bo",)


def test_the_order_of_sections_decides_not_the_order_of_typing() -> None:
    gone = event(PresenceKind.LEAVES, "bo", "s2")
    presence = derive(SEATS, [gone, *roll_call()], ["s3", "s2", "s1"])
    assert ("bo", "bo") in who(presence, "s3")
    assert ("bo", "bo") not in who(presence, "s1")


def test_quorum_is_more_than_half_of_the_seats() -> None:
    assert [quorum(n) for n in (3, 5, 14, 15)] == [2, 3, 8, 8]


def test_own_party_steps_in_by_elected_order() -> None:
    proposed = propose_substitutes(mandates(), absent=["ada", "dag", "cilla"], available=["frida", "göte"])
    assert proposed == [Serving("frida", "ada")]


PEOPLE = ["ada", "bo", "cilla", "frida", "göte"]
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(list(PresenceKind)),
        st.sampled_from(PEOPLE),
        st.sampled_from([None, *SECTIONS]),
        st.sampled_from(list(Anchor)),
        st.sampled_from(SEATS),
    ),
    max_size=30,
)


@given(EVENTS)
def test_whatever_happens_nobody_sits_in_two_seats(
    given_events: list[tuple[PresenceKind, str, str | None, Anchor, str]],
) -> None:
    events = [event(kind, p, s, a, seat) for kind, p, s, a, seat in given_events]
    for here in derive(SEATS, events, SECTIONS).values():
        persons = [s.person_id for s in here.serving]
        seats = [s.seat_of for s in here.serving]
        assert len(set(persons)) == len(persons)
        assert len(set(seats)) == len(seats)
        assert sorted([*seats, *here.empty]) == sorted(SEATS)
        assert set(persons) <= here.present
