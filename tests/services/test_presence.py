"""Marking who comes, goes, serves and is jävig, through the commands."""

from __future__ import annotations

import random
from datetime import date, time

import pytest

from namndstod.domain import findings
from namndstod.domain.errors import RuleBroken
from namndstod.domain.findings import Finding
from namndstod.domain.presence import SectionPresence
from namndstod.domain.proceedings import Adjournment, Reply, Summons
from namndstod.domain.records import Anchor, PresenceEvent, PresenceKind, Role, TextRole
from namndstod.domain.replies import expected_roll
from namndstod.services.commands.base import Command
from namndstod.services.commands.pauses import Adjourn, RemoveAdjournment, Resume
from namndstod.services.commands.presence import (
    NOBODY,
    AnnounceRecusal,
    ChangeChair,
    GiveReason,
    RecordPresence,
    RemovePresence,
    ServeFor,
    StepOut,
    TakeOutRecused,
    TakePartRemotely,
    TakeRoll,
)
from namndstod.services.commands.register import AddMember, MemberRow
from namndstod.services.commands.replies import CallIn, ProposeSubstitutes, RecordReply
from namndstod.services.commands.sitting import AddSection, OpenMeeting, RemoveSection
from namndstod.services.mending import command_for

from .helpers import DAY, SEATED, House, facts, made


def sections(house: House, meeting: str) -> list[str]:
    return [s.id for s in house.sections(meeting)]


def who(house: House, meeting: str, number: int = 0) -> list[str]:
    """Who serves, by surname («Jordås för Ekdal»), in a § or (0) at the upprop."""
    view = house.view(meeting)
    here = view.sections[number - 1].presence if number else view.opening_presence
    name = {p.id: p.surname for p in view.people.values()}
    return [
        f"{name[s.person_id]} för {name[s.seat_of]}" if s.is_substitute else name[s.person_id]
        for s in here.serving
    ]


def told(house: House, meeting: str, number: int) -> list[str]:
    drafts = house.view(meeting).sections[number - 1].parts[TextRole.ATTENDANCE].drafts
    return [d.text.replace("\u00a0", " ") for d in drafts]


def happened(house: House, kind: PresenceKind, section_id: str | None) -> list[PresenceEvent]:
    return [e for e in house.find(PresenceEvent, section_id=section_id) if e.kind is kind]


def found(house: House, meeting: str, code: str) -> list[Finding]:
    return [f for f in findings.check(house.view(meeting), DAY) if f.code == code]


def mend(house: House, meeting: str, finding: Finding, number: int = 0) -> None:
    command = command_for(house.view(meeting), finding.mends[number])
    assert command is not None
    house.session.do(command)


@pytest.fixture
def opened(house: House, meeting: str) -> str:
    """A meeting with all ledamöter and two ersättare: Jordås (S) and Kvistrum (M)."""
    house.open(meeting, *SEATED, "Jordås", "Kvistrum")
    return meeting


def test_one_key_takes_all_javiga_out_and_puts_the_next_in_turn_in(house: House, opened: str) -> None:
    people, do = house.people, house.session.do
    first, second, third = sections(house, opened)
    do(AnnounceRecusal(opened, people["Ekdal"], (second, third)))
    do(AnnounceRecusal(opened, people["Isborg"], (second,)))
    assert house.view(opened).sections[1].presence.announced == {people["Ekdal"], people["Isborg"]}
    assert who(house, opened, 2) == list(SEATED)
    do(TakeOutRecused(second))
    assert who(house, opened, 2) == [
        "Jordås för Ekdal",
        "Fyrmark",
        "Grönvik",
        "Holmsjö",
        "Kvistrum för Isborg",
    ]
    assert who(house, opened, 1) == who(house, opened, 3) == list(SEATED)
    assert told(house, opened, 2) == [
        "Saga Ekdal (S) och Maj Isborg (M) anmäler jäv och deltar inte i handläggning eller beslut i "
        "ärendet.",
        "Nils Jordås (S) ersätter Saga Ekdal (S).",
        "Vera Kvistrum (M) ersätter Maj Isborg (M).",
        "Under § 2 leder vice ordföranden Åke Fyrmark (M) sammanträdet.",
    ]
    house.session.undo()
    assert who(house, opened, 2) == list(SEATED)
    assert told(house, opened, 2) == []
    assert first != second


def test_one_may_choose_who_sits_in_and_who_leads(house: House, opened: str) -> None:
    people, do = house.people, house.session.do
    second = sections(house, opened)[1]
    do(
        TakeOutRecused(
            second,
            (people["Ekdal"], people["Isborg"]),
            ((people["Ekdal"], people["Kvistrum"]), (people["Isborg"], NOBODY)),
            chair_id=people["Grönvik"],
            reason="Nils Jordås avstår",
        )
    )
    assert who(house, opened, 2) == ["Kvistrum för Ekdal", "Fyrmark", "Grönvik", "Holmsjö"]
    assert house.view(opened).sections[1].presence.chair == people["Grönvik"]
    assert house.view(opened).sections[2].presence.chair == people["Ekdal"]
    assert found(house, opened, "order_of_service") == []
    with pytest.raises(RuleBroken, match="Ingen har anmält jäv"):
        do(TakeOutRecused(sections(house, opened)[0]))


def test_an_announcement_is_replaced_by_the_next_one(house: House, opened: str) -> None:
    first, second, third = sections(house, opened)
    do, grönvik = house.session.do, house.people["Grönvik"]
    do(AnnounceRecusal(opened, grönvik, (first, second)))
    do(AnnounceRecusal(opened, grönvik, (second, third)))
    announced = [s.presence.announced for s in house.view(opened).sections]
    assert announced == [frozenset(), {grönvik}, {grönvik}]
    do(AnnounceRecusal(opened, grönvik, ()))
    assert happened(house, PresenceKind.ANNOUNCES_RECUSAL, second) == []


def test_the_finding_takes_the_javig_out(house: House, opened: str) -> None:
    house.session.do(AnnounceRecusal(opened, house.people["Ekdal"], (sections(house, opened)[0],)))
    (finding,) = found(house, opened, "recusal")
    mend(house, opened, finding)
    assert found(house, opened, "recusal") == []
    assert who(house, opened, 1)[0] == "Jordås för Ekdal"


def test_taking_away_that_somebody_left_takes_the_ersattare_away_too(house: House, opened: str) -> None:
    people, do = house.people, house.session.do
    second = sections(house, opened)[1]
    do(RecordPresence(opened, people["Grönvik"], False, second, at=time(11), fill=True))
    assert told(house, opened, 2) == [
        "Tuva Grönvik (S) lämnar sammanträdet kl. 11.00.",
        "Nils Jordås (S) ersätter Tuva Grönvik (S) kl. 11.00.",
    ]
    before = facts(house.session)
    left = happened(house, PresenceKind.LEAVES, second)[0]
    do(RemovePresence(left.id))
    assert house.find(PresenceEvent, section_id=second) == []
    assert told(house, opened, 2) == []
    assert who(house, opened, 2) == list(SEATED)
    house.session.undo()
    assert facts(house.session) == before


def test_taking_away_jav_takes_away_who_sat_in_and_who_led(house: House, opened: str) -> None:
    people, do = house.people, house.session.do
    second = sections(house, opened)[1]
    do(TakeOutRecused(second, (people["Ekdal"],), chair_id=people["Grönvik"]))
    jav = happened(house, PresenceKind.RECUSED, second)[0]
    do(RemovePresence(jav.id))
    kinds = {e.kind for e in house.find(PresenceEvent, section_id=second)}
    assert PresenceKind.SERVES_FOR not in kinds
    assert who(house, opened, 2) == list(SEATED)


def test_an_ersattare_who_comes_takes_the_empty_seat_in_turn(house: House, meeting: str) -> None:
    house.open(meeting, "Ekdal", "Fyrmark", "Holmsjö", "Isborg")
    second = sections(house, meeting)[1]
    house.session.do(RecordPresence(meeting, house.people["Jordås"], True, second, fill=True))
    assert "Jordås för Grönvik" in who(house, meeting, 2)
    house.session.do(RecordPresence(meeting, house.people["Kvistrum"], True, second, fill=True))
    assert who(house, meeting, 3) == who(house, meeting, 2)  # no seat is left for M


def test_a_seat_is_filled_after_the_section_too(house: House, opened: str) -> None:
    people, do = house.people, house.session.do
    first, _, third = sections(house, opened)
    do(RecordPresence(opened, people["Grönvik"], False, first, Anchor.AFTER, fill=True))
    assert (who(house, opened, 1)[2], who(house, opened, 2)[2]) == ("Grönvik", "Jordås för Grönvik")
    do(RecordPresence(opened, people["Isborg"], False, third, Anchor.AFTER, fill=True))  # nothing comes after
    assert who(house, opened, 3)[4] == "Isborg"


def test_serving_out_of_turn_is_mended_or_explained(house: House, meeting: str) -> None:
    house.session.do(
        AddMember(house.body_id, MemberRow("Liv", "Mars", "S", Role.SUBSTITUTE), date(2026, 1, 1))
    )
    mars = next(p for p in house.view(meeting).people.values() if p.surname == "Mars").id
    house.open(meeting, "Ekdal", "Fyrmark", "Holmsjö", "Isborg", "Jordås")
    people, do = house.people, house.session.do
    second = sections(house, meeting)[1]
    do(RecordPresence(meeting, mars, True, second))
    do(ServeFor(meeting, mars, people["Grönvik"], second))
    (finding,) = found(house, meeting, "order_of_service")
    mend(house, meeting, finding)
    assert "Jordås för Grönvik" in who(house, meeting, 2)
    assert found(house, meeting, "order_of_service") == found(house, meeting, "bumped") == []
    house.session.undo()
    event = happened(house, PresenceKind.SERVES_FOR, second)[0]
    do(GiveReason(event.id, " Nils Jordås avstår "))
    assert found(house, meeting, "order_of_service") == []
    assert house.get(PresenceEvent, event.id).reason == "Nils Jordås avstår"


def test_a_ledamot_new_in_the_register_is_away_until_marked(house: House, meeting: str) -> None:
    house.open(meeting)
    house.session.do(AddMember(house.body_id, MemberRow("Liv", "Mars", "KD", Role.MEMBER), date(2026, 1, 1)))
    view = house.view(meeting)
    mars = next(p for p in view.people.values() if p.surname == "Mars").id
    assert view.opening_presence.empty == (mars,)
    house.session.do(RecordPresence(meeting, mars, True))
    assert house.view(meeting).sections[2].presence.serves(mars)


def test_the_upprop_is_corrected_and_keeps_what_it_still_says(house: House, opened: str) -> None:
    people, do = house.people, house.session.do
    present = tuple(people[n] for n in ("Ekdal", "Fyrmark", "Holmsjö", "Isborg", "Jordås", "Kvistrum"))
    serving = ((people["Jordås"], people["Grönvik"]),)
    do(TakeRoll(opened, present, serving, remote=(people["Isborg"],)))
    kept = happened(house, PresenceKind.SERVES_FOR, None)[0]
    do(GiveReason(kept.id, "enligt överenskommelse"))
    do(ChangeChair(opened, people["Fyrmark"]))
    without_holmsjö = tuple(p for p in present if p != people["Holmsjö"])
    do(TakeRoll(opened, without_holmsjö, serving))
    assert house.get(PresenceEvent, kept.id).reason == "enligt överenskommelse"
    view = house.view(opened)
    assert people["Isborg"] in view.opening_presence.remote
    assert view.chair_id == people["Fyrmark"]
    do(TakeRoll(opened, without_holmsjö, serving, remote=()))
    assert house.view(opened).opening_presence.remote == frozenset()
    do(TakeRoll(opened, tuple(people[n] for n in SEATED)))
    assert who(house, opened) == list(SEATED)
    events = house.find(PresenceEvent, section_id=None)
    assert len({(e.kind, e.person_id) for e in events}) == len(events)


def test_coming_and_a_corrected_upprop_leave_no_false_line(house: House, meeting: str) -> None:
    house.open(meeting, "Ekdal", "Fyrmark", "Holmsjö", "Isborg")
    second = sections(house, meeting)[1]
    house.session.do(RecordPresence(meeting, house.people["Grönvik"], True, second))
    assert told(house, meeting, 2) == ["Tuva Grönvik (S) anländer."]
    house.session.do(RecordPresence(meeting, house.people["Grönvik"], True))  # was there from the beginning
    assert told(house, meeting, 2) == []
    (finding,) = found(house, meeting, "without_effect")
    mend(house, meeting, finding)
    assert house.find(PresenceEvent, section_id=second) == []


def test_change_of_chair_and_distance(house: House, opened: str) -> None:
    people, do = house.people, house.session.do
    first, second, third = sections(house, opened)
    do(ChangeChair(opened, people["Fyrmark"], second))
    do(ChangeChair(opened, people["Grönvik"], second))  # a slip is replaced
    assert [s.presence.chair for s in house.view(opened).sections] == [
        people["Ekdal"],
        people["Grönvik"],
        people["Grönvik"],
    ]
    assert told(house, opened, 2) == ["Från och med § 2 leder Tuva Grönvik (S) sammanträdet."]
    do(TakePartRemotely(opened, people["Isborg"], third))
    (finding,) = found(house, opened, "remote_not_allowed")
    assert who(house, opened, 3)[-1] == "Holmsjö"
    mend(house, opened, finding)
    assert who(house, opened, 3)[-1] == "Isborg"
    assert first != second


def test_who_steps_out_comes_back(house: House, opened: str) -> None:
    second = sections(house, opened)[1]
    house.session.do(StepOut(second, (house.people["Jordås"],)))
    there = [house.people["Jordås"] in s.presence.present for s in house.view(opened).sections]
    assert there == [True, False, True]


def test_the_meeting_pauses_and_goes_on(house: House, opened: str) -> None:
    do = house.session.do
    second = sections(house, opened)[1]
    with pytest.raises(RuleBroken, match="inte ajournerat"):
        do(Resume(opened, time(11)))
    do(Adjourn(opened, time(11), second, purpose="för gruppöverläggningar"))
    do(Resume(opened, time(11, 15)))
    assert told(house, opened, 2) == ["Sammanträdet ajourneras kl. 11.00–11.15 för gruppöverläggningar."]
    do(Adjourn(opened, time(11, 30), second))
    do(Adjourn(opened, time(11, 40), second))  # the one going on ends there
    pauses = house.find(Adjournment, meeting_id=opened)
    assert [(p.began, p.ended) for p in sorted(pauses, key=lambda p: p.began)][1:] == [
        (time(11, 30), time(11, 40)),
        (time(11, 40), None),
    ]
    do(Adjourn(opened, time(11, 50), made(do(AddSection(opened, "Avslutning")).result)))
    last = sections(house, opened)[-1]
    with pytest.raises(RuleBroken, match="ajournerades under paragrafen"):
        do(RemoveSection(last))
    for pause in house.find(Adjournment, meeting_id=opened):
        do(RemoveAdjournment(pause.id))
    do(RemoveSection(last))
    assert told(house, opened, 2) == []


def test_replies_lead_to_the_upprop(house: House, meeting: str) -> None:
    people, do = house.people, house.session.do
    do(RecordReply(meeting, people["Grönvik"], absent=True, note="sjuk"))
    do(RecordReply(meeting, people["Isborg"], from_at=time(10, 30), diet="vegansk"))
    do(ProposeSubstitutes(meeting))
    jordås = house.find(Reply, person_id=people["Jordås"])[0]
    assert (jordås.summons, jordås.serves_for_id) == (Summons.PROPOSED, people["Grönvik"])
    do(CallIn(meeting, people["Jordås"], people["Grönvik"], Summons.ACCEPTED))
    roll = expected_roll(house.view(meeting))
    assert roll.away == {people["Grönvik"], people["Isborg"]}
    do(OpenMeeting(meeting, roll.present, roll.serving, time(10), roll.remote))
    assert who(house, meeting) == ["Ekdal", "Fyrmark", "Jordås för Grönvik", "Holmsjö", "Kvistrum för Isborg"]
    with pytest.raises(RuleBroken, match="Ingen plats saknar ersättare"):
        do(ProposeSubstitutes(meeting))


def test_a_reply_taken_back_leaves_nothing(house: House, meeting: str) -> None:
    people, do = house.people, house.session.do
    do(RecordReply(meeting, people["Grönvik"], absent=True))
    do(ProposeSubstitutes(meeting))
    do(RecordReply(meeting, people["Grönvik"]))
    assert house.find(Reply, meeting_id=meeting) == []


def random_command(house: House, meeting: str, dice: random.Random) -> Command:
    person = dice.choice(list(house.people.values()))
    substitute = house.people[dice.choice(["Jordås", "Kvistrum", "Ljungdal"])]
    member = house.people[dice.choice(SEATED)]
    section = dice.choice([*sections(house, meeting)])
    anchor = dice.choice(list(Anchor))
    anywhere = dice.choice([None, section])
    return dice.choice(
        [
            RecordPresence(meeting, person, dice.random() < 0.5, anywhere, anchor, fill=dice.random() < 0.5),
            ServeFor(meeting, substitute, member, anywhere, anchor),
            TakeOutRecused(section, (person,)),
            AnnounceRecusal(meeting, person, (section,)),
            ChangeChair(meeting, person, section, anchor),
            TakePartRemotely(meeting, person, anywhere, anchor),
            TakeRoll(meeting, tuple(house.people[n] for n in dice.sample(SEATED, 4))),
            StepOut(section, (person,)),
            RemovePresence(dice.choice(house.view(meeting).events).id),
        ]
    )


@pytest.mark.parametrize("seed", range(4))
def test_undo_leads_back_through_every_derivation(house: House, opened: str, seed: int) -> None:
    dice = random.Random(seed)

    def derived() -> list[SectionPresence]:
        view = house.view(opened)
        return [view.opening_presence, *(s.presence for s in view.sections)]

    def shape(here: list[SectionPresence]) -> list[object]:
        return [(p.serving, p.present, p.empty, p.chair, p.remote, p.recused, p.announced) for p in here]

    seen = [(facts(house.session), shape(derived()))]
    for _ in range(25):
        outcome = house.session.do(random_command(house, opened, dice))
        if outcome.changes:
            seen.append((facts(house.session), shape(derived())))
        for here in derived():
            assert len({s.person_id for s in here.serving}) == len(here.serving)
            assert len(here.serving) + len(here.empty) == len(SEATED)
    while len(seen) > 1:
        seen.pop()
        house.session.undo()
        assert (facts(house.session), shape(derived())) == seen[-1]
