"""Delegated decisions on their way to nämnden: entered, listed, reported, carried over; their letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from namndstod.documents.builders import agenda_paper, delegated_paper, letter_paper, minutes_paper
from namndstod.documents.trees import headings
from namndstod.domain.content import Paper, Table, to_json
from namndstod.domain.delegation import BudgetRow, DecisionLetter, DelegatedDecision, LetterSigner
from namndstod.domain.delegation_standing import Standing
from namndstod.domain.errors import NotFound, RuleBroken
from namndstod.domain.letters import first_letter, over_period
from namndstod.domain.records import Appeal, ItemKind, ItemPurpose, Meeting, MeetingState, Outcome, TextRole
from namndstod.domain.swedish import iso_date, plain
from namndstod.services.commands.agenda import RemoveItem
from namndstod.services.commands.delegation import (
    AddDelegated,
    ChangeDelegated,
    ChangeTogether,
    RemoveDelegated,
    ReportDelegated,
    WithdrawDelegated,
    WriteLetter,
)
from namndstod.services.commands.delegation_letters import BeginLetter, TakeFromLetter
from namndstod.services.commands.delegation_order import AddPoint
from namndstod.services.commands.sitting import CloseMeeting, Decide
from namndstod.services.delegation.decisions import (
    delegated,
    delegated_at,
    letter_by_number,
    letter_view,
    next_meeting,
    report_item,
    unreported,
)

from . import cases_after
from .cases_delegation import NUMBERS, decided, point, stored
from .helpers import DAY, House


@pytest.fixture
def register(house: House, meeting: str) -> House:
    """Three decisions that are reported nowhere, and the meeting of three matters."""
    house.session.do(AddDelegated(house.body_id, tuple(decided(n) for n in NUMBERS)))
    return house


def waiting(house: House) -> list[str]:
    return [d.diary_number for d in house.session.ask(unreported, house.body_id)]


def report(house: House, meeting: str) -> str:
    ids = tuple(d.id for d in house.session.ask(unreported, house.body_id))
    return house.session.do(ReportDelegated(meeting, ids)).result or ""


def standing(house: House) -> list[str]:
    return [plain(r.standing_text) for r in house.session.ask(delegated, house.body_id, house.session.today)]


def go_through(house: House, meeting: str, outcome: Outcome = Outcome.APPROVED) -> None:
    """Hold the meeting; `outcome` is that of the § of the delegated decisions."""
    house.approvers(meeting)
    house.open(meeting)
    for section in house.view(meeting).sections:
        told = section.item is not None and section.item.item.purpose is ItemPurpose.DELEGATED
        house.session.do(Decide(section.section.id, outcome if told else Outcome.APPROVED))
    house.session.do(CloseMeeting(meeting))


def words(paper: Paper) -> str:
    return plain(to_json(paper))


def test_all_that_waits_comes_to_one_item_that_is_made_once(register: House, meeting: str) -> None:
    assert waiting(register) == list(NUMBERS)
    item_id = report(register, meeting)
    item = register.session.ask(report_item, meeting)
    assert item is not None
    assert (item.id, item.kind, item.title) == (item_id, ItemKind.REPORT, "Anmälan av delegationsbeslut")
    assert waiting(register) == []
    register.session.do(AddDelegated(register.body_id, (decided("SKN 2026/90"),)))
    assert report(register, meeting) == item_id
    assert [
        r.decision.diary_number for r in register.session.ask(delegated_at, item_id, register.session.today)
    ] == [
        *NUMBERS,
        "SKN 2026/90",
    ]
    assert standing(register) == ["anmäls 2026-03-12"] * 4


def test_the_list_the_agenda_and_the_protokoll_say_what_is_reported(register: House, meeting: str) -> None:
    report(register, meeting)
    view = register.view(meeting)
    told = (
        "Regional skärgårdsnämnd har överlåtit sin beslutanderätt till områdeschef Ines Falk i enlighet med"
    )
    line = "Beslut om mikrobidrag av områdeschef Ines Falk enligt punkt 3.2: Dnr SKN 2026/70, SKN 2026/71"
    for paper in (delegated_paper(view, {}), agenda_paper(view, {})):
        assert told in words(paper)
        assert line in words(paper)
        assert "godkänna redovisningen." in words(paper)
    go_through(register, meeting)
    view = register.view(meeting)
    section = view.sections[-1]
    assert [d.text for d in section.parts[TextRole.DECISION].drafts] == ["Redovisningen godkänns."]
    minutes = words(minutes_paper(view, {}))
    assert told in minutes
    assert "Redovisningen godkänns." in minutes
    assert "Delegationslista" in minutes  # among the beslutsunderlag
    assert standing(register) == [f"anmäld § {section.number} 2026-03-12"] * 3


def test_the_table_holds_each_decision_once_and_their_sum(register: House, meeting: str) -> None:
    item_id = report(register, meeting)
    view = register.view(meeting)
    (table,) = [b for b in delegated_paper(view, {}, (item_id,)).blocks if isinstance(b, Table)]
    assert table.head_rows == 1
    assert len(table.rows) == 1 + len(NUMBERS) + 1
    paper = delegated_paper(view, {}, (item_id,))
    assert "Summa: 90 000 kronor." in words(paper)
    assert words(paper).count("90 000") == 2
    none = delegated_paper(view, {}, (view.items[0].item.id,))
    assert not any("Ordförandebeslut" in h.text for h in headings(paper.blocks))
    assert "Inga delegationsbeslut anmäls." in words(none)


def test_an_ordforandebeslut_has_a_part_of_its_own_with_its_reason(register: House, meeting: str) -> None:
    chair = replace(decided("SKN 2026/91"), urgent=True, note="Färjan läggs ned i dag.", point="1.1")
    register.session.do(AddDelegated(register.body_id, (chair,)))
    report(register, meeting)
    paper = delegated_paper(register.view(meeting), {})
    assert [h.text for h in headings(paper.blocks)][-2:] == [
        f"Ordförandebeslut {iso_date(date(2026, 2, 2))}",
        "Varför besluten inte kunde vänta",
    ]
    first, second = [b for b in paper.blocks if isinstance(b, Table)]
    assert (len(first.rows), len(second.rows)) == (1 + len(NUMBERS) + 1, 1 + 1 + 1)
    assert "Färjan läggs ned i dag." in words(paper)
    assert "6 kap. 39 § kommunallagen" in words(paper)


def test_what_was_reported_is_neither_removed_nor_taken_back(register: House, meeting: str) -> None:
    report(register, meeting)
    go_through(register, meeting)
    which = (stored(register).id,)
    for command in (RemoveDelegated(which), WithdrawDelegated(which), ReportDelegated(meeting, which)):
        with pytest.raises(RuleBroken, match="redan anmält"):
            register.session.do(command)
    register.session.do(AddDelegated(register.body_id, (decided("SKN 2026/90"),)))
    with pytest.raises(RuleBroken, match="redan beslutad"):
        report(register, meeting)


@pytest.mark.parametrize("outcome", [Outcome.TABLED, Outcome.WITHDRAWN])
def test_a_report_that_was_put_off_waits_for_the_next_meeting(
    register: House, meeting: str, outcome: Outcome
) -> None:
    report(register, meeting)
    go_through(register, meeting, outcome)
    cases_after.waive_all(register, meeting)
    register.approve(meeting)
    assert waiting(register) == list(NUMBERS)
    later = register.plan(DAY + timedelta(days=28))
    report(register, later)
    assert standing(register) == ["anmäls 2026-04-09"] * 3
    assert register.session.undo() is not None
    assert waiting(register) == list(NUMBERS)


def test_an_item_or_a_meeting_that_goes_leaves_the_decisions_waiting(register: House, meeting: str) -> None:
    item_id = report(register, meeting)
    register.session.do(RemoveItem(item_id))
    assert waiting(register) == list(NUMBERS)
    register.session.undo()
    assert waiting(register) == []


def test_the_next_meeting_is_the_first_to_come_of_the_body(register: House, meeting: str) -> None:
    later = register.plan(DAY + timedelta(days=28))
    ask = register.session.ask
    assert ask(next_meeting, register.body_id, DAY) == register.get(Meeting, meeting)
    assert ask(next_meeting, register.body_id, DAY + timedelta(days=1)) == register.get(Meeting, later)
    register.open(meeting)
    assert register.get(Meeting, meeting).state is MeetingState.OPEN
    assert ask(next_meeting, register.body_id, DAY) == register.get(Meeting, later)
    assert ask(next_meeting, register.body_id, DAY + timedelta(days=99)) is None


def test_a_decision_that_says_nothing_is_refused_and_nothing_of_a_paste_is_stored(house: House) -> None:
    with pytest.raises(RuleBroken) as refused:
        house.session.do(
            AddDelegated(
                house.body_id,
                (decided("A"), decided("", "", 5).__class__(id="", body_id="", position=0, amount=5)),
            )
        )
    assert refused.value.field == "kind"
    assert house.find(DelegatedDecision) == []


def test_a_letter_says_what_its_facts_say_until_somebody_writes(register: House) -> None:
    decision = stored(register)
    facts = replace(
        first_letter(decision, DAY),
        share_percent=50,
        max_amount=30_000,
        period_from=DAY,
        period_to=date(2027, 3, 1),
    )
    register.session.do(WriteLetter(facts))
    view = register.session.ask(letter_by_number, "skn 2026/70")
    said = words(letter_paper(view, {}))
    assert (
        "Fyrens Bageri AB beviljas 50 procent av de bokförda kostnaderna, dock högst 30 000 kronor, "
        "i mikrobidrag."
    ) in said
    assert "Projektet får påbörjas tidigast 2026-03-12 och avslutas senast 2027-03-01." in said
    assert "områdeschef Ines Falk med stöd av punkt 3.2 i nämndens delegationsordning." in said
    assert [h.text for h in headings(letter_paper(view, {}).blocks)] == ["Beslut om mikrobidrag", "Beslutet"]
    own = replace(view.letter, decision=("Ansökan avslås.",), description="Bakgrund\nOrd.\n– ett\n– två")
    register.session.do(WriteLetter(own))
    paper = letter_paper(register.session.ask(letter_by_number, NUMBERS[0]), {})
    assert "Ansökan avslås." in words(paper)
    assert "bokförda" not in words(paper)
    assert [h.text for h in headings(paper.blocks)][-2:] == ["Beskrivning av ärendet", "Bakgrund"]


def test_empty_budgets_of_a_letter_follow_its_period(register: House) -> None:
    first = first_letter(stored(register), DAY)
    long = over_period(replace(first, period_from=date(2027, 3, 1), period_to=date(2029, 2, 1)))
    assert long.costs.years == long.financing.years == ("2027", "2028", "2029")
    assert over_period(replace(first, period_to=date(2028, 3, 1))).costs.years == ("2028",)
    turned = replace(first, period_from=date(2028, 3, 1), period_to=date(2027, 3, 1))
    assert over_period(turned) == turned
    written = replace(long, costs=replace(long.costs, rows=(BudgetRow(name="Båt", amounts=(1, None, None)),)))
    later = replace(written, period_to=date(2030, 2, 1))
    assert over_period(later) == later


def test_a_letter_that_cannot_be_is_refused_at_its_field(register: House) -> None:
    first = first_letter(stored(register), DAY)
    wrong = (("period_to", replace(first, period_from=DAY, period_to=date(2020, 1, 1))),)
    for field, letter in (*wrong, ("share_percent", replace(first, share_percent=101))):
        with pytest.raises(RuleBroken) as refused:
            register.session.do(WriteLetter(letter))
        assert refused.value.field == field
    assert register.find(DecisionLetter) == []
    with pytest.raises(NotFound, match="inget beslutsbrev"):
        register.session.ask(letter_by_number, NUMBERS[0])
    with pytest.raises(NotFound, match="inget delegationsbeslut"):
        register.session.ask(letter_by_number, "finns inte")


def test_standing_is_a_word_the_register_shows(register: House) -> None:
    rows = register.session.ask(delegated, register.body_id, register.session.today)
    assert {(r.standing, r.standing_text) for r in rows} == {(Standing.UNREPORTED, "ej anmäld")}


def test_a_letter_without_a_decision_makes_it_in_one_step(register: House) -> None:
    before = register.find(DelegatedDecision)
    which = register.session.do(BeginLetter(register.body_id, decided("SKN 2026/85"))).result or ""
    view = register.session.ask(letter_view, which)
    assert (view.decision.diary_number, view.letter.max_amount) == ("SKN 2026/85", 30_000)
    assert [s.name for s in view.letter.signers] == ["Ines Falk"]
    assert waiting(register)[-1] == "SKN 2026/85"
    register.session.undo()
    assert register.find(DelegatedDecision) == before
    assert register.find(DecisionLetter) == []


def test_what_the_letter_says_otherwise_is_told_and_taken_only_when_asked(register: House) -> None:
    decision = stored(register)
    written = replace(
        first_letter(decision, DAY),
        max_amount=25_000,
        recipient=("Fyrens Bageri AB", "Hamngatan 1"),
        signers=(LetterSigner(name="Otto Holm", title="Ordförande"),),
        financed_by="anslaget för bryggor.",
    )
    register.session.do(WriteLetter(written))
    view = register.session.ask(letter_view, decision.id)
    assert "Finansieringen sker inom ramen för anslaget för bryggor." in view.decided
    assert [(d.field, plain(d.registered), plain(d.written)) for d in view.differences] == [
        ("amount", "30 000 kronor", "25 000 kronor"),
        ("decided_by", "Ines Falk", "Otto Holm"),
    ]
    assert stored(register).amount == 30_000
    register.session.do(TakeFromLetter(decision.id, ("amount", "decided_by")))
    assert (stored(register).amount, stored(register).decided_by_title) == (25_000, "Ordförande")
    with pytest.raises(RuleBroken, match="samma sak"):
        register.session.do(TakeFromLetter(decision.id, ("amount",)))


def test_a_decision_is_appealed_as_its_point_says_unless_somebody_says_otherwise(house: House) -> None:
    for number, appeal in (("3.2", Appeal.ADMINISTRATIVE), ("3.3", Appeal.NONE)):
        house.session.do(AddPoint(replace(point(house, number), appeal=appeal)))
    said = replace(decided(NUMBERS[1]), point="3.2", appeal=Appeal.NONE)
    house.session.do(AddDelegated(house.body_id, (replace(decided(NUMBERS[0]), point="3.2"), said)))
    first, second = house.find(DelegatedDecision)
    assert (first.appeal, second.appeal) == (Appeal.ADMINISTRATIVE, Appeal.NONE)
    house.session.do(ChangeDelegated(replace(first, point="3.3")))
    assert house.find(DelegatedDecision)[0].appeal is Appeal.NONE
    house.session.do(ChangeTogether((first.id, second.id), "point", "3.2"))
    assert [d.appeal for d in house.find(DelegatedDecision)] == [Appeal.ADMINISTRATIVE, Appeal.NONE]
    house.session.do(ChangeTogether((first.id,), "appeal", Appeal.LEGALITY))
    house.session.do(ChangeTogether((first.id,), "municipality", "Vik"))
    assert house.find(DelegatedDecision)[0].appeal is Appeal.LEGALITY
