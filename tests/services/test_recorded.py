"""Delegated decisions that are not anmälda: recorded separately, announced, and their paper (KL 8:10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from namndstod.documents.builders import recorded_paper
from namndstod.domain.content import Paper, to_json
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.errors import NotFound, RuleBroken
from namndstod.domain.letters import first_letter
from namndstod.domain.records import Appeal
from namndstod.domain.swedish import plain
from namndstod.services.commands.base import Command
from namndstod.services.commands.delegation import (
    AddDelegated,
    ChangeDelegated,
    ChangeTogether,
    RemoveDelegated,
    ReportDelegated,
    WriteLetter,
)
from namndstod.services.commands.delegation_letters import TakeFromLetter
from namndstod.services.commands.delegation_records import DropRecord, RecordDelegated
from namndstod.services.delegation.decisions import delegated, unreported
from namndstod.services.delegation.recorded import record_of, record_of_day

from .cases_delegation import NUMBERS, decided
from .helpers import House
from .test_delegation import go_through

MADE = date(2026, 2, 2)
RECORDED = date(2026, 2, 9)
ANNOUNCED = date(2026, 2, 10)
FORCE = date(2026, 3, 4)  # three weeks and a day later


@pytest.fixture
def ids(house: House) -> tuple[str, ...]:
    appeals = (Appeal.LEGALITY, Appeal.ADMINISTRATIVE, Appeal.NONE)
    made = tuple(replace(decided(n), appeal=a) for n, a in zip(NUMBERS, appeals, strict=True))
    house.session.do(AddDelegated(house.body_id, made))
    return tuple(d.id for d in house.find(DelegatedDecision))


def standing(house: House, today: date) -> list[str]:
    return [plain(r.standing_text) for r in house.session.ask(delegated, house.body_id, today)]


def words(paper: Paper) -> str:
    return plain(to_json(paper))


def test_what_is_recorded_and_announced_gets_laga_kraft_and_waits_no_more(
    house: House, ids: tuple[str, ...]
) -> None:
    house.session.do(RecordDelegated(ids[:2], RECORDED))
    assert standing(house, FORCE) == ["särskilt protokollförd", "särskilt protokollförd", "ej anmäld"]
    assert [d.id for d in house.session.ask(unreported, house.body_id)] == [ids[2]]
    house.session.do(RecordDelegated(ids[:2], RECORDED, ANNOUNCED))
    assert standing(house, date(2026, 3, 3))[0] == "anslagen 2026-02-10"
    # from when the party got it the other one's time is counted, which nobody here knows
    assert standing(house, FORCE)[:2] == ["laga kraft 2026-03-04", "anslagen 2026-02-10"]
    with pytest.raises(RuleBroken, match="redan särskilt protokollfört och anslaget"):
        house.session.do(RemoveDelegated(ids[:1]))
    with pytest.raises(RuleBroken, match="anslaget 2026-02-10"):
        house.session.do(DropRecord(ids[:2]))
    house.session.do(RecordDelegated(ids[:2], RECORDED))  # the anslag was a mistake
    house.session.do(DropRecord(ids[:2]))
    assert standing(house, FORCE) == ["ej anmäld"] * 3


@pytest.mark.parametrize(
    ("number", "day", "reason"),
    [(2, RECORDED, "kan inte överklagas"), (0, date(2026, 2, 1), "är fattat 2026-02-02")],
)
def test_what_needs_no_record_is_refused(
    house: House, ids: tuple[str, ...], number: int, day: date, reason: str
) -> None:
    with pytest.raises(RuleBroken, match=reason):
        house.session.do(RecordDelegated((ids[number],), day))


def test_what_stands_on_the_announced_paper_stays(house: House, ids: tuple[str, ...]) -> None:
    first = ids[0]
    letter = first_letter(house.find(DelegatedDecision)[0], ANNOUNCED)
    house.session.do(WriteLetter(replace(letter, max_amount=4_711)))
    house.session.do(RecordDelegated(ids[:1], RECORDED))
    house.session.do(ChangeTogether((first,), "kind", "Konsultcheck"))  # nobody has seen it yet
    house.session.do(RecordDelegated(ids[:1], RECORDED, ANNOUNCED))
    now = house.find(DelegatedDecision)[0]
    refused: tuple[Command, ...] = (
        ChangeDelegated(replace(now, amount=7)),
        ChangeDelegated(replace(now, recorded_on=None, announced_on=None)),
        ChangeTogether((ids[1], first), "appeal", Appeal.NONE),
        TakeFromLetter(first, ("amount",)),
        RecordDelegated(ids[:1], MADE, ANNOUNCED),
    )
    for command in refused:
        with pytest.raises(RuleBroken, match="det som står i protokollet ändras inte"):
            house.session.do(command)
    assert house.find(DelegatedDecision)[0] == now
    house.session.do(ChangeDelegated(replace(now, note="Fel i e-posten.", personal=True)))
    house.session.do(RecordDelegated(ids[:1], RECORDED, FORCE))  # the day was written wrong
    changed = house.find(DelegatedDecision)[0]
    assert (changed.note, changed.announced_on, changed.kind) == ("Fel i e-posten.", FORCE, "Konsultcheck")


def test_what_was_reported_is_not_recorded(house: House, meeting: str, ids: tuple[str, ...]) -> None:
    house.session.do(ReportDelegated(meeting, ids))
    go_through(house, meeting)
    with pytest.raises(RuleBroken, match="redan anmält"):
        house.session.do(RecordDelegated(ids[:1], RECORDED))


def test_the_anslag_is_not_earlier_than_the_record(house: House, ids: tuple[str, ...]) -> None:
    with pytest.raises(RuleBroken, match="före protokollföringen"):
        house.session.do(RecordDelegated(ids[:1], RECORDED, MADE))


def test_the_paper_says_what_is_recorded_and_until_when_it_can_be_appealed(
    house: House, ids: tuple[str, ...]
) -> None:
    with pytest.raises(NotFound, match="inte särskilt"):
        house.session.ask(record_of, ids)
    with pytest.raises(NotFound, match="Inga delegationsbeslut är särskilt protokollförda 2026-02-09"):
        house.session.ask(record_of_day, RECORDED)
    house.session.do(RecordDelegated(ids[:2], RECORDED))
    before = words(recorded_paper(house.session.ask(record_of, ids[:1]), {}))
    assert "SKN 2026/70, SKN 2026/71" in before  # all that are recorded that day stand together
    assert "Sista dag att överklaga" not in before
    house.session.do(RecordDelegated(ids[:2], RECORDED, ANNOUNCED))
    after = words(recorded_paper(house.session.ask(record_of_day, None), {}))
    assert "tidigast 2026-03-04" in after
    assert "Sista dag att överklaga" in after
    assert "2026-03-03" in after
    assert "SKN 2026/71: tre veckor från den dag då parten fick del av beslutet" in after


def test_what_is_put_up_tells_nothing_of_private_persons(house: House) -> None:
    private = replace(
        decided("SKN 2026/73"),
        recipient="Siv Bergkvist",
        gender="Kvinna",
        branch="Eget företag 811218-9876",
        personal=True,
        appeal=Appeal.LEGALITY,
    )
    house.session.do(AddDelegated(house.body_id, (private,)))
    house.session.do(RecordDelegated((house.find(DelegatedDecision)[0].id,), RECORDED))
    whole = house.session.ask(record_of_day, None)
    secret = ("Siv Bergkvist", "Kvinna", "811218-9876")
    before, shown = (words(recorded_paper(view, {})) for view in (whole, whole.public()))
    assert [word in before for word in secret] == [True] * 3
    assert [word in shown for word in secret] == [False] * 3
    assert "SKN 2026/73" in shown
    assert "Privatperson" in shown
