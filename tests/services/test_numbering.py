"""§ numbers: where they start, when they are provisional, and that a fixed one is never given back."""

from __future__ import annotations

from datetime import date

import pytest

from namndstod.domain.errors import Refused
from namndstod.domain.records import AgendaItem, ItemKind, Meeting, Outcome
from namndstod.services.commands.agenda import RemoveItem
from namndstod.services.commands.meetings import CancelMeeting
from namndstod.services.commands.sitting import (
    AddSection,
    CloseMeeting,
    Decide,
    MoveSection,
    OpenMeeting,
    RemoveSection,
    Reopen,
)
from namndstod.services.session import UndoRefused

from .helpers import DAY, House, set_customs
from .test_register import refused

APRIL = date(2026, 4, 9)
MAY = date(2026, 5, 7)
NEXT_YEAR = date(2027, 2, 11)


def planned(house: House, day: date, count: int) -> str:
    meeting = house.plan(day)
    for number in range(1, count + 1):
        house.item(meeting, f"Ärende {number}")
    return meeting


def test_numbers_begin_at_one_each_year(house: House, meeting: str) -> None:
    assert house.numbers(meeting) == [1, 2, 3]
    house.hold(meeting)
    later = planned(house, NEXT_YEAR, 2)
    house.hold(later)
    assert house.fixed(later) == [1, 2]


def test_a_binder_may_begin_in_the_middle_of_a_year(house: House, meeting: str) -> None:
    set_customs(house, first_section=41, first_section_year=2026)
    assert house.numbers(meeting) == [41, 42, 43]
    house.hold(meeting)
    april, next_year = planned(house, APRIL, 1), planned(house, NEXT_YEAR, 1)
    house.hold(april)
    house.hold(next_year)
    assert (house.fixed(meeting), house.fixed(april), house.fixed(next_year)) == ([41, 42, 43], [44], [1])


def test_numbers_go_on_from_meeting_to_meeting(house: House, meeting: str) -> None:
    april, may = planned(house, APRIL, 2), planned(house, MAY, 1)
    assert (house.numbers(april), house.numbers(may)) == ([4, 5], [6])
    house.hold(meeting)
    house.hold(april)
    house.hold(may)
    assert (house.fixed(meeting), house.fixed(april), house.fixed(may)) == ([1, 2, 3], [4, 5], [6])


def test_a_later_meeting_stays_provisional_while_an_earlier_one_is_open(house: House, meeting: str) -> None:
    house.open(meeting)
    april = planned(house, APRIL, 1)
    house.open(april)
    assert house.numbers(april) == [4]
    house.session.do(AddSection(meeting, "Ett till"))
    assert house.numbers(april) == [5]
    error = refused(house, CloseMeeting(april), "12.mars 2026 är inte avslutat. Avsluta det först", Refused)
    assert isinstance(error, Refused)
    assert house.view(april).waits_for == house.get(Meeting, meeting)
    house.session.do(CloseMeeting(meeting))
    house.session.do(CloseMeeting(april))
    assert (house.fixed(meeting), house.fixed(april)) == ([1, 2, 3, 4], [5])


@pytest.mark.parametrize("cancelled", [True, False])
def test_a_meeting_that_was_never_held_leaves_no_gap(house: House, meeting: str, cancelled: bool) -> None:
    april = planned(house, APRIL, 2)
    if cancelled:
        house.session.do(CancelMeeting(meeting))
        assert house.numbers(april) == [1, 2]
    else:
        assert house.numbers(april) == [4, 5]  # it may still be held
    house.hold(april)
    assert house.fixed(april) == [1, 2]
    if not cancelled:
        house.hold(meeting)  # held late after all
        assert house.fixed(meeting) == [3, 4, 5]


def test_provisional_numbers_count_only_what_gets_a_section(house: House, meeting: str) -> None:
    set_customs(house, formal_sections=False, opening_section=True, withdrawn_sections=False)
    house.item(meeting, "Upprop", kind=ItemKind.FORMAL)
    april = planned(house, APRIL, 1)
    assert (house.numbers(meeting), house.numbers(april)) == ([1, 2, 3, 4], [5, 6])
    house.open(meeting)
    house.session.do(Decide(house.sections(meeting)[1].id, Outcome.WITHDRAWN))
    assert (house.numbers(meeting), house.numbers(april)) == ([1, None, 2, 3], [4, 5])


def test_numbers_follow_the_order_in_which_things_are_handled(house: House, meeting: str) -> None:
    house.open(meeting)
    last = house.sections(meeting)[-1].id
    house.session.do(MoveSection(last, 1))
    assert house.view(meeting).sections[0].heading == "Fyrarnas skötsel"
    assert house.numbers(meeting) == [1, 2, 3]
    house.session.do(CloseMeeting(meeting))
    assert house.sections(meeting)[0].id == last
    assert house.fixed(meeting) == [1, 2, 3]


@pytest.mark.parametrize(("with_section", "numbers"), [(True, [1, 2, 3]), (False, [1, None, 2])])
def test_whether_an_item_that_utgar_gets_a_section_is_a_custom(
    house: House, meeting: str, with_section: bool, numbers: list[int | None]
) -> None:
    set_customs(house, withdrawn_sections=with_section)
    house.open(meeting)
    second = house.sections(meeting)[1].id
    house.session.do(Decide(second, Outcome.WITHDRAWN))
    assert house.numbers(meeting) == numbers
    house.session.do(CloseMeeting(meeting))
    assert house.fixed(meeting) == numbers
    april = planned(house, APRIL, 1)
    assert house.numbers(april) == [max(n or 0 for n in numbers) + 1]


def test_what_got_no_number_gets_no_decision_afterwards(house: House, meeting: str) -> None:
    set_customs(house, withdrawn_sections=False)
    house.open(meeting)
    second = house.sections(meeting)[1].id
    house.session.do(Decide(second, Outcome.WITHDRAWN))
    house.session.do(CloseMeeting(meeting))
    refused(house, Decide(second, Outcome.APPROVED), "fick inget nummer")
    refused(house, Reopen(second), "fick inget nummer")
    house.session.do(Decide(house.sections(meeting)[0].id, Outcome.REJECTED))
    assert house.numbers(meeting) == [1, None, 2]


def test_a_fixed_number_is_never_given_back(house: House, meeting: str) -> None:
    house.open(meeting)
    extra = house.session.do(AddSection(meeting, "Avslutning")).result or ""
    house.session.do(CloseMeeting(meeting))
    refused(house, RemoveSection(extra), "§ 4 har fått sitt nummer, som aldrig lämnas tillbaka", Refused)
    refused(house, RemoveItem(house.find(AgendaItem, meeting_id=meeting)[0].id), "låt det utgå")
    with pytest.raises(UndoRefused, match="avsluta sammanträdet” kan inte ångras"):
        house.session.undo()
    house.session.do(Decide(house.sections(meeting)[0].id, Outcome.WITHDRAWN))
    assert house.fixed(meeting) == [1, 2, 3, 4]


def test_two_bodies_number_apart(house: House, meeting: str) -> None:
    from namndstod.domain.records import BodyKind
    from namndstod.services.commands.register import CreateBody

    house.hold(meeting)
    other = house.session.do(CreateBody("Kustutskottet", BodyKind.SUBCOMMITTEE, 3, DAY)).result or ""
    second = House(house.session, other, house.people)
    day = second.plan(DAY)
    second.item(day, "Ett")
    house.session.do(OpenMeeting(day, ()))
    house.session.do(CloseMeeting(day))
    assert second.fixed(day) == [1]
