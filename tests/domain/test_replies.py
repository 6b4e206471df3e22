from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from namndstod.domain.presence import Serving
from namndstod.domain.proceedings import Reply, Summons
from namndstod.domain.records import Person
from namndstod.domain.replies import (
    away_at,
    call_in_proposals,
    candidates_to_call,
    expected_roll,
    places_filled,
)
from namndstod.domain.view import MeetingView

from .factory import NAMES, key, mandates, meeting
from .who_serves import CROSSING, HUGO

LEDAMÖTER = tuple(key(n) for n in NAMES)


def reply(person: str, **fields: object) -> Reply:
    return Reply(id=f"r-{person}", meeting_id="meeting", person_id=person, **fields)  # type: ignore[arg-type]


def coming(*replies: Reply) -> MeetingView:
    view = meeting(members=[*mandates(), HUGO], customs=CROSSING)
    hugo = Person(id="hugo", given_name="Hugo", surname="Ny")
    return replace(view, replies=replies, people={**view.people, "hugo": hugo})


@pytest.mark.parametrize(
    ("said", "at_ten", "at_noon"),
    [
        (reply("dag"), False, False),
        (reply("dag", absent=True), True, True),
        (reply("dag", from_at=time(10, 30)), True, False),  # kommer ca 10.30
        (reply("dag", absent=True, from_at=time(11)), False, True),
        (reply("dag", absent=True, until_at=time(11)), True, False),
        (reply("dag", absent=True, from_at=time(11), until_at=time(12)), False, False),
        (reply("dag", absent=True, from_at=time(11), until_at=time(13)), False, True),
    ],
)
def test_away_as_a_whole_or_from_to(said: Reply, at_ten: bool, at_noon: bool) -> None:
    assert (away_at(said, time(10)), away_at(said, time(12))) == (at_ten, at_noon)


def test_places_are_filled_by_who_comes_and_who_has_said_yes() -> None:
    assert str(places_filled(coming())).replace("\u00a0", " ") == "5 av 5 platser fyllda"
    away = reply("dag", absent=True)
    assert places_filled(coming(away)).filled == 4
    called = reply("frida", summons=Summons.CALLED, serves_for_id="dag")
    assert places_filled(coming(away, called)).filled == 4
    assert places_filled(coming(away, replace(called, summons=Summons.ACCEPTED))).filled == 5
    assert places_filled(coming(reply("dag", from_at=time(11)))).filled == 5


def test_the_next_in_turn_is_proposed_for_who_has_forhinder() -> None:
    away = reply("dag", absent=True)
    assert call_in_proposals(coming(away)) == (Serving("frida", "dag"),)
    no = reply("frida", summons=Summons.DECLINED, serves_for_id="dag")
    assert call_in_proposals(coming(away, no)) == (Serving("hugo", "dag"),)
    sick = [reply(p, absent=True) for p in ("frida", "hugo")]
    assert call_in_proposals(coming(away, *sick)) == (Serving("göte", "dag"),)
    asked = reply("frida", summons=Summons.CALLED, serves_for_id="dag")
    assert call_in_proposals(coming(away, asked)) == ()
    assert candidates_to_call(coming(away, asked)) == {"hugo", "göte"}


def test_uppropet_begins_with_what_people_have_said() -> None:
    view = coming(
        reply("dag", absent=True),
        reply("eva", from_at=time(10, 30)),
        reply("bo", remote=True),
        reply("frida", summons=Summons.DECLINED, serves_for_id="dag"),
        reply("hugo", summons=Summons.ACCEPTED, serves_for_id="dag"),
    )
    roll = expected_roll(view)
    assert roll.away == {"dag", "eva"}
    assert roll.unavailable == {"frida"}
    assert roll.serving == (("hugo", "dag"), ("göte", "eva"))
    assert roll.present == ("ada", "bo", "cilla", "göte", "hugo")
    assert roll.remote == ("bo",)


def test_without_replies_everybody_is_expected() -> None:
    roll = expected_roll(coming())
    assert roll.present == LEDAMÖTER
    assert roll.serving == ()


def test_who_said_yes_sits_before_who_is_next_in_turn_but_in_one_seat() -> None:
    view = coming(
        reply("ada", absent=True),
        reply("dag", absent=True),
        reply("hugo", summons=Summons.ACCEPTED, serves_for_id="ada"),
    )
    roll = expected_roll(view)
    assert roll.serving == (("hugo", "ada"), ("frida", "dag"))
