"""Ärenden carried over to later meetings and to the body above; clocks on the board."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from namndstod.domain.carrying import WaitingKind
from namndstod.domain.deadlines import DueKind
from namndstod.domain.errors import RuleBroken
from namndstod.domain.proceedings import MotionKind
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    BodyKind,
    ItemKind,
    Matter,
    MatterKind,
    Outcome,
    SupportingDocument,
    TextRole,
)
from namndstod.domain.texts import Draft
from namndstod.services.carrying import waiting
from namndstod.services.commands.agenda import RemoveItem, SetRecipients
from namndstod.services.commands.carrying import CarryOver, PassOn
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.meetings import CancelMeeting, PlanMeeting
from namndstod.services.commands.memoranda import StartMemorandum
from namndstod.services.commands.motions import AddMotion
from namndstod.services.commands.register import CreateBody
from namndstod.services.commands.remarks import AddAssignment, FinishAssignment
from namndstod.services.commands.sitting import CloseMeeting, Decide
from namndstod.services.commands.texts import WriteText
from namndstod.services.overview import overview

from .cases_carrying import utskott
from .helpers import DAY, NAME, SINCE, House, facts, made, paragraphs

LATER = DAY + timedelta(days=30)


def words(house: House, meeting: str) -> list[str]:
    return [f"{w.words}: {w.title}" for w in house.session.ask(waiting, meeting)]


def keys(house: House, meeting: str) -> tuple[tuple[WaitingKind, str], ...]:
    return tuple(w.key for w in house.session.ask(waiting, meeting))


def held_with(house: House, meeting: str, *outcomes: Outcome) -> None:
    """Hold the meeting; its §§ end as said."""
    house.open(meeting)
    for section, outcome in zip(house.sections(meeting), outcomes, strict=True):
        house.session.do(Decide(section.id, outcome))
    house.session.do(CloseMeeting(meeting))


def test_bordlagda_and_aterremitterade_come_back_once_with_all_that_hangs_on_them(
    house: House, meeting: str
) -> None:
    first, second = (i.item.id for i in house.view(meeting).items[:2])
    house.attach(first, b"underlag")
    house.session.do(SetRecipients(first, ("Hamnbolaget",)))
    house.session.do(StartMemorandum(first))
    house.session.do(WriteText(TextRole.SUMMARY, paragraphs("Bryggorna är gamla."), item_id=first))
    held_with(house, meeting, Outcome.TABLED, Outcome.REMITTED, Outcome.APPROVED)
    later = house.plan(LATER)
    assert words(house, later) == [
        "Bordlagt §\u00a01 2026-03-12: Bidrag till bryggor",
        "Återremitterat §\u00a02 2026-03-12: Färjetider",
    ]
    before = facts(house.session)
    house.session.do(CarryOver(later, keys(house, later)))
    assert house.titles(later) == ["Bidrag till bryggor", "Färjetider"]
    carried, other = house.view(later).items
    assert (carried.item.carried_from, other.item.carried_from) == (first, second)
    assert carried.diary_number == "SKN 2026/1"
    assert [r.name for r in carried.recipients] == ["Hamnbolaget"]
    assert [d.text for d in carried.text(TextRole.PROPOSAL)][1:] == ["godkänna bidrag till bryggor."]
    assert [d.text for d in carried.text(TextRole.SUMMARY)] == ["Bryggorna är gamla."]
    assert carried.memorandum is not None
    assert len(carried.documents) == 1
    assert carried.documents[0].file == house.view(meeting).items[0].documents[0].file
    assert carried.origin is not None
    assert carried.origin.words == "Bordlagt §\u00a01 2026-03-12"
    assert words(house, later) == []
    with pytest.raises(RuleBroken):
        house.session.do(CarryOver(later, ((WaitingKind.TABLED, house.sections(meeting)[0].id),)))
    house.session.undo()
    assert facts(house.session) == before
    house.session.redo()
    house.session.do(RemoveItem(carried.item.id))
    assert words(house, later) == ["Bordlagt §\u00a01 2026-03-12: Bidrag till bryggor"]


def test_what_stands_on_a_later_list_by_hand_waits_no_longer(house: House, meeting: str) -> None:
    held_with(house, meeting, Outcome.TABLED, Outcome.APPROVED, Outcome.APPROVED)
    later = house.plan(LATER)
    assert len(words(house, later)) == 1
    house.item(later, "Bryggorna igen", "SKN 2026/1")
    assert words(house, later) == []


def test_bordlagt_comes_at_the_day_that_was_named(house: House, meeting: str) -> None:
    autumn = house.plan(date(2026, 9, 10))
    june = house.plan(date(2026, 6, 11))
    house.open(meeting)
    first, second, _ = house.sections(meeting)
    for section, until in ((first, "sammanträdet den 10 september 2026"), (second, "nästa sammanträde")):
        house.session.do(AddMotion(section.id, MotionKind.TABLE, (house.people["Ekdal"],), clauses=(until,)))
        house.session.do(Decide(section.id, Outcome.TABLED))
    house.session.do(CloseMeeting(meeting))
    assert [w.title for w in house.session.ask(waiting, june)] == ["Färjetider"]
    assert [w.title for w in house.session.ask(waiting, autumn)] == ["Bidrag till bryggor"]
    house.session.do(CancelMeeting(autumn))
    december = house.plan(date(2026, 12, 10))
    assert [w.title for w in house.session.ask(waiting, december)] == ["Bidrag till bryggor"]


def test_uppdrag_are_reported_at_the_last_meeting_before_they_are_due(house: House, meeting: str) -> None:
    house.open(meeting)
    section = house.sections(meeting)[0].id
    tasks = [
        made(house.session.do(AddAssignment(section, to, what, date(2026, 9, 30))).result)
        for to, what in (("förvaltningen", "räkna bryggorna"), ("", "besiktiga dem"))
    ]
    house.session.do(CloseMeeting(meeting))
    june, september = house.plan(date(2026, 6, 11)), house.plan(date(2026, 9, 10))
    assert words(house, june) == []
    assert len(words(house, september)) == 1
    house.session.do(CarryOver(september, keys(house, september)))
    (item,) = house.view(september).items
    assert item.item.title == "Återrapportering: Bidrag till bryggor"
    assert [d.text for d in item.text(TextRole.POINTS)] == [
        "Uppdrag till förvaltningen §\u00a01 2026-03-12: räkna bryggorna, senast 2026-09-30",
        "Uppdrag §\u00a01 2026-03-12: besiktiga dem, senast 2026-09-30",
    ]
    assert words(house, september) == []
    for task in tasks:
        house.session.do(FinishAssignment(task, date(2026, 5, 1)))
    house.session.do(RemoveItem(item.item.id))
    assert words(house, september) == []


def test_an_utskotts_proposal_becomes_the_namnds_with_one_key(house: House) -> None:
    below = utskott(house, DAY - timedelta(days=10))
    section, own = house.sections(below)
    with pytest.raises(RuleBroken, match="planera"):
        house.session.do(PassOn(section.id))
    meeting = house.plan()
    assert words(house, meeting) == ["Förslag från Arbetsutskottet 2026-03-02: Hamnplan"]
    item = made(house.session.do(PassOn(section.id)).result)
    (passed,) = house.view(meeting).items
    assert passed.item.id == item
    assert [d.text for d in passed.text(TextRole.PROPOSAL)] == [
        "Regional skärgårdsnämnd beslutar",
        "anta den.",
    ]
    assert passed.matter == house.view(below).items[0].matter
    assert len(house.find(SupportingDocument, item_id=item)) == 1
    for wrong in (section.id, own.id):
        with pytest.raises(RuleBroken):
            house.session.do(PassOn(wrong))
    house.session.undo()
    assert house.find(AgendaItem, meeting_id=meeting) == []


def test_a_namnds_proposal_to_fullmaktige_is_known_by_its_words(house: House, meeting: str) -> None:
    session = house.session
    assembly = made(session.do(CreateBody("Regionfullmäktige", BodyKind.ASSEMBLY, 1, SINCE)).result)
    item = house.view(meeting).items[0].item.id
    line = f"{NAME} föreslår regionfullmäktige besluta"
    drafts = (Draft(BlockKind.DECIDER, line), Draft(BlockKind.CLAUSE, "anta taxan.", 1))
    session.do(WriteText(TextRole.PROPOSAL, drafts, item_id=item))
    house.open(meeting)
    section = house.sections(meeting)[0]
    session.do(Decide(section.id, Outcome.APPROVED))
    above = made(session.do(PlanMeeting(assembly, LATER)).result)
    assert len(words(house, above)) == 1
    session.do(PassOn(section.id))
    (passed,) = house.view(above).items
    assert [d.text for d in passed.text(TextRole.PROPOSAL)] == ["Regionfullmäktige beslutar", "anta taxan."]


# --- clocks ------------------------------------------------------------------------------------------


def clocked(house: House, number: str, kind: MatterKind, **days: date) -> Matter:
    matter = house.find(Matter, diary_number=number)[0]
    for field, value in {"kind": kind, **days}.items():
        matter = house.find(Matter, diary_number=number)[0]
        house.session.do(Edit(replace(matter, **{field: value}), field))  # type: ignore[arg-type]
    return house.find(Matter, diary_number=number)[0]


def test_a_remiss_stands_on_the_board_until_it_is_answered(house: House, meeting: str) -> None:
    clocked(house, "SKN 2026/2", MatterKind.REFERRAL, answer_by=DAY + timedelta(days=5))
    clocked(house, "SKN 2026/3", MatterKind.BILL, received=date(2025, 4, 1))

    def due(today: date) -> list[tuple[DueKind, str]]:
        kinds = (DueKind.ANSWER, DueKind.YEAR)
        return [(d.kind, d.detail) for d in house.session.ask(overview, today).due if d.kind in kinds]

    assert due(DAY - timedelta(days=80)) == []
    assert due(DAY - timedelta(days=10)) == [(DueKind.YEAR, "Fyrarnas skötsel")]
    assert due(DAY) == [(DueKind.ANSWER, "Färjetider"), (DueKind.YEAR, "Fyrarnas skötsel")]
    held_with(house, meeting, Outcome.APPROVED, Outcome.TABLED, Outcome.APPROVED)
    assert due(DAY) == [(DueKind.ANSWER, "Färjetider")]
    later = house.plan(LATER)
    house.session.do(CarryOver(later, keys(house, later)))
    held_with(house, later, Outcome.APPROVED)
    assert due(DAY + timedelta(days=40)) == []


def test_information_is_no_answer(house: House, meeting: str) -> None:
    item = house.item(meeting, "Remiss om farleder", "SKN 2026/7", ItemKind.INFORMATION)
    clocked(house, "SKN 2026/7", MatterKind.REFERRAL, answer_by=DAY)
    house.open(meeting)
    section = next(s for s in house.sections(meeting) if s.item_id == item)
    house.session.do(Decide(section.id, Outcome.NOTED))
    found = house.session.ask(overview, DAY).due
    assert DueKind.ANSWER in [d.kind for d in found]
