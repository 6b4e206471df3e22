from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
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


def test_a_javig_is_out_in_that_section_alone_and_so_is_who_sits_in() -> None:
    events = [
        *[event(PresenceKind.ARRIVES, p) for p in (*SEATS, "frida")],
        event(PresenceKind.RECUSED, "bo", "s2"),
        event(PresenceKind.SERVES_FOR, "frida", "s2", seat="bo"),
    ]
    presence = derive(SEATS, events, SECTIONS)
    assert who(presence, "s1") == who(presence, "s3") == [(p, p) for p in SEATS]
    assert who(presence, "s2") == [("ada", "ada"), ("frida", "bo"), ("cilla", "cilla")]
    assert "bo" not in presence["s2"].present
    assert presence["s2"].recused == {"bo"}
    assert presence["s2"].out == (Serving("bo", "bo"),)
    assert "bo" in presence["s3"].present
    assert presence["s3"].recused == presence["s3"].resumed == frozenset()


def test_a_serving_substitute_may_be_javig_and_comes_back_to_the_seat() -> None:
    events = [
        *roll_call(),
        event(PresenceKind.ARRIVES, "göte"),
        event(PresenceKind.RECUSED, "frida", "s2"),
        event(PresenceKind.SERVES_FOR, "göte", "s2", Anchor.DURING, seat="cilla"),
    ]
    presence = derive(SEATS, events, SECTIONS)
    assert [who(presence, s)[-1] for s in SECTIONS] == [
        ("frida", "cilla"),
        ("göte", "cilla"),
        ("frida", "cilla"),
    ]
    assert presence["s2"].replaced == ()


def test_a_javig_seat_stands_empty_when_nobody_sits_in() -> None:
    presence = derive(SEATS, [*roll_call(), event(PresenceKind.RECUSED, "ada", "s1")], SECTIONS)
    assert presence["s1"].empty == presence["s1"].vacated == ("ada",)


def test_an_announcement_alone_takes_nobody_out() -> None:
    announced = event(PresenceKind.ANNOUNCES_RECUSAL, "bo", "s2")
    presence = derive(SEATS, [*roll_call(), announced], SECTIONS)
    assert presence["s2"].serves("bo")
    assert [presence[s].announced for s in SECTIONS] == [frozenset(), {"bo"}, frozenset()]
    out = derive(SEATS, [*roll_call(), announced, event(PresenceKind.RECUSED, "bo", "s2")], SECTIONS)
    assert out["s2"].announced == frozenset()


def chairs(events: list[PresenceEvent]) -> list[str | None]:
    presence = derive(SEATS, events, SECTIONS, presidium=["ada", "bo"])
    return [presence[s].chair for s in SECTIONS]


def test_who_leads_follows_from_who_is_there() -> None:
    everybody = [event(PresenceKind.ARRIVES, p) for p in SEATS]
    assert chairs(everybody) == ["ada"] * 3
    assert chairs([*everybody, event(PresenceKind.RECUSED, "ada", "s2")]) == ["ada", "bo", "ada"]
    assert chairs([*everybody, event(PresenceKind.LEAVES, "ada", "s2")]) == ["ada", "bo", "bo"]
    both = [event(PresenceKind.RECUSED, p, "s2") for p in ("ada", "bo")]
    assert chairs([*everybody, *both]) == ["ada", None, "ada"]


def test_another_may_lead_from_a_section_on_or_in_it_alone() -> None:
    everybody = [event(PresenceKind.ARRIVES, p) for p in SEATS]
    assert chairs([*everybody, event(PresenceKind.CHAIRS, "cilla", "s2")]) == ["ada", "cilla", "cilla"]
    alone = [event(PresenceKind.CHAIRS, "cilla", "s2"), event(PresenceKind.RECUSED, "ada", "s2")]
    assert chairs([*everybody, *alone]) == ["ada", "cilla", "ada"]
    after = event(PresenceKind.CHAIRS, "cilla", "s1", Anchor.AFTER)
    assert chairs([*everybody, after]) == ["ada", "cilla", "cilla"]
    assert chairs([*everybody, event(PresenceKind.CHAIRS, "frida", "s2")]) == ["ada"] * 3  # does not serve


def test_who_is_on_distance_is_there_until_in_the_room() -> None:
    events = [*roll_call(), event(PresenceKind.REMOTE, "bo", "s2"), event(PresenceKind.ARRIVES, "bo", "s3")]
    presence = derive(SEATS, events, SECTIONS)
    assert [presence[s].remote for s in SECTIONS] == [frozenset(), {"bo"}, frozenset()]
    assert all(presence[s].serves("bo") for s in SECTIONS)
    uncounted = derive(SEATS, events, SECTIONS, remote_counts=False)
    assert [uncounted[s].serves("bo") for s in SECTIONS] == [True, False, True]


def test_who_went_and_came_back_is_told_apart() -> None:
    gone = [event(PresenceKind.LEAVES, "bo", "s1", Anchor.DURING), event(PresenceKind.ARRIVES, "bo", "s3")]
    presence = derive(SEATS, [*roll_call(), *gone], SECTIONS)
    assert [presence[s].resumed for s in SECTIONS] == [frozenset(), frozenset(), {"bo"}]


def test_who_went_for_jav_may_come_back_but_not_who_stayed_away() -> None:
    jav = [event(PresenceKind.LEAVES, "bo", "s1"), event(PresenceKind.RECUSED, "bo", "s1")]
    back_at_once = event(PresenceKind.ARRIVES, "bo", "s2")
    presence = derive(SEATS, [*roll_call(), *jav, back_at_once], SECTIONS)
    assert presence["s1"].events == tuple(jav)
    assert presence["s2"].serves("bo")
    assert presence["s2"].resumed == frozenset()
    late = event(PresenceKind.ARRIVES, "bo", "s3")
    assert derive(SEATS, [*roll_call(), *jav, late], SECTIONS)["s3"].resumed == {"bo"}


def test_who_steps_in_during_a_section_takes_the_seat_that_was_left_in_it() -> None:
    events = [
        *roll_call(),
        event(PresenceKind.ARRIVES, "göte"),
        event(PresenceKind.LEAVES, "bo", "s2", Anchor.DURING),
        event(PresenceKind.SERVES_FOR, "göte", "s2", Anchor.DURING, seat="bo"),
    ]
    presence = derive(SEATS, events, SECTIONS)
    assert ("göte", "bo") in who(presence, "s2")
    assert ("göte", "bo") in who(presence, "s3")


def test_stepping_in_for_somebody_who_is_there_has_no_effect() -> None:
    steps_in = event(PresenceKind.SERVES_FOR, "göte", "s2", seat="bo")
    leaves = event(PresenceKind.LEAVES, "bo", "s2")
    with_both = derive(SEATS, [*roll_call(), steps_in, leaves], SECTIONS)  # typed in the wrong order
    assert ("göte", "bo") in who(with_both, "s2")
    assert with_both["s2"].events == (steps_in, leaves)
    presence = derive(SEATS, [*roll_call(), steps_in], SECTIONS)
    assert presence["s2"].events == ()
    assert presence["s2"].present == presence["s1"].present
    assert who(presence, "s3") == who(presence, "s1")


def test_somebody_who_is_new_in_the_register_was_not_at_the_upprop() -> None:
    presence = derive([*SEATS, "dag"], roll_call(), SECTIONS)
    assert presence["s1"].empty == ("dag",)
    later = derive([*SEATS, "frida"], roll_call(), SECTIONS)  # an ersättare who has become a ledamot
    assert who(later, "s1") == [("ada", "ada"), ("bo", "bo"), ("frida", "frida")]
    gone = derive(["ada", "bo"], roll_call(), SECTIONS)  # the seat was taken out of the register
    assert who(gone, "s1") == [("ada", "ada"), ("bo", "bo")]
    assert "frida" in gone["s1"].present


PEOPLE = ["ada", "bo", "cilla", "frida", "göte"]
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(list(PresenceKind)),
        st.sampled_from(PEOPLE),
        st.sampled_from([None, *SECTIONS, "gone"]),
        st.sampled_from(list(Anchor)),
        st.sampled_from([*SEATS, "göte", None]),
    ),
    max_size=30,
)
Happened = list[tuple[PresenceKind, str, str | None, Anchor, str | None]]


@settings(max_examples=400)
@given(EVENTS, st.booleans())
def test_whatever_happens_nobody_sits_in_two_seats(given_events: Happened, remote_counts: bool) -> None:
    events = [event(kind, p, s, a, seat) for kind, p, s, a, seat in given_events]
    presence = derive(SEATS, events, SECTIONS, presidium=["ada", "bo"], remote_counts=remote_counts)
    for section, here in presence.items():
        persons = [s.person_id for s in here.serving]
        seats = [s.seat_of for s in here.serving]
        assert len(set(persons)) == len(persons)
        assert len(set(seats)) == len(seats)
        assert sorted([*seats, *here.empty]) == sorted(SEATS)  # the sums are those who serve
        assert set(persons) <= here.present
        assert not here.recused & here.present
        assert here.chair is None or here.serves(here.chair)
        assert here.resumed <= set(persons)
        assert all(s.person_id not in SEATS or s.person_id == s.seat_of for s in here.serving)
        assert {e.section_id for e in here.events} <= {section}
        if not remote_counts:
            assert not here.remote & set(persons)


@given(EVENTS, st.randoms(use_true_random=False))
def test_only_the_positions_count_not_the_order_of_reading(given_events: Happened, random: Random) -> None:
    events = [event(kind, p, s, a, seat) for kind, p, s, a, seat in given_events]
    shuffled = list(events)
    random.shuffle(shuffled)
    assert derive(SEATS, events, SECTIONS) == derive(SEATS, shuffled, SECTIONS)


def test_every_seat_is_filled_through_sixty_sections() -> None:
    seats = [f"ledamot{n}" for n in range(15)]
    sections = [f"§{n}" for n in range(60)]
    events = [event(PresenceKind.ARRIVES, p) for p in (*seats, "e1", "e2", "e3")]
    for number in range(0, 60, 2):
        javig = seats[number % 15]
        events.append(event(PresenceKind.RECUSED, javig, sections[number]))
        events.append(event(PresenceKind.SERVES_FOR, f"e{number % 3 + 1}", sections[number], seat=javig))
    presence = derive(seats, events, sections, presidium=seats[:3])
    assert all(len(presence[s].serving) == 15 for s in sections)
