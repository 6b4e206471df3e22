"""The register in memory: what is found and summed in it, and that changes bring it where reading would."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_standing import TOLD, Standing
from namndstod.domain.swedish import plain
from namndstod.services.commands.delegation import (
    AddDelegated,
    ChangeDelegated,
    RemoveDelegated,
    ReportDelegated,
    WithdrawDelegated,
)
from namndstod.services.commands.delegation_records import RecordDelegated
from namndstod.services.delegation.facets import Facet
from namndstod.services.delegation.register import Register, changed, judged, read_register, refreshed
from namndstod.services.delegation.selecting import (
    EVERYTHING,
    Selector,
    Wanted,
    grouped,
    quick_periods,
    total,
)

from .helpers import House
from .test_delegation import go_through

TODAY = date(2026, 3, 1)
COLUMNS = ("diary_number", "decided_on", "amount", "standing", "kind")


def decision(number: int, **facts: object) -> DelegatedDecision:
    made: dict[str, object] = {
        "id": f"d{number}",
        "body_id": "b",
        "position": number,
        "diary_number": f"26RG{number}",
        "kind": ("Mikrobidrag", "mikrobidrag ", "Konsultstöd")[number % 3],
        "recipient": f"Åkeriet {number} AB",
        "municipality": ("Ejderö", "", "Storvik")[number % 3],
        "amount": None if number % 5 == 0 else number * 1000,
        "decided_by": "Ines Falk",
        "decided_on": date(2026, 1, 30) + timedelta(days=number),
        "point": ("3.2", "3,2", "3.10")[number % 3],
    }
    return DelegatedDecision(**(made | facts))  # type: ignore[arg-type]


@pytest.fixture
def house_with(house: House, meeting: str) -> House:
    house.session.do(AddDelegated(house.body_id, tuple(decision(n) for n in range(1, 13))))
    return house


def read(house: House) -> Register:
    return house.session.ask(read_register, house.body_id, TODAY)


def numbers(register: Register, slots: list[int]) -> list[str]:
    return [d.diary_number for d in register.of(slots)]


def find(register: Register, wanted: Wanted) -> list[str]:
    return numbers(register, Selector().select(register, wanted, register.live))


def test_words_facets_days_and_signs_narrow_what_is_shown(house_with: House) -> None:
    register = read(house_with)
    assert find(register, EVERYTHING) == [f"26RG{n}" for n in range(12, 0, -1)]
    assert find(register, Wanted(words="åkeriet STORVIK 26rg11")) == ["26RG11"]
    kind = EVERYTHING.with_choice(Facet.KIND, "mikrobidrag")
    assert len(find(register, kind)) == 8  # however it is written
    both = kind.with_choice(Facet.MUNICIPALITY, "")
    assert find(register, both) == ["26RG10", "26RG7", "26RG4", "26RG1"]
    assert both.with_choice(Facet.KIND, None).choice(Facet.KIND) is None
    assert find(register, EVERYTHING.with_choice(Facet.POINT, "3.2"))[:2] == ["26RG12", "26RG10"]
    assert find(register, Wanted(first=date(2026, 2, 10))) == ["26RG12", "26RG11"]
    assert find(register, EVERYTHING.with_choice(Facet.MONTH, "2026-01")) == ["26RG1"]
    assert find(register, EVERYTHING.with_choice(Facet.KIND, "aldrig")) == []


def test_growing_words_are_looked_for_in_what_was_found_and_shorter_ones_in_all(house_with: House) -> None:
    register, selector = read(house_with), Selector()
    for words in ("k", "ko", "kon", "kons 26rg1", "kon", "", "ej", "storvik"):
        found = selector.select(register, Wanted(words=words), register.live)
        assert numbers(register, found) == find(register, Wanted(words=words)), words


@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from("AaBbåÅ é"), st.booleans()), max_size=40))
def test_the_sum_of_groups_is_the_sum_of_all(facts: list[tuple[int, str, bool]]) -> None:
    decisions = [
        decision(n, kind=kind, municipality=kind * 2, amount=amount if known else None)
        for n, (amount, kind, known) in enumerate(facts)
    ]
    register = in_memory(decisions)
    for facet in Facet:
        groups = grouped(register, register.live, facet)
        assert sorted(s for g in groups for s in g.slots) == sorted(register.live)
        assert sum(g.total or 0 for g in groups) == (total(register, register.live) or 0)
        assert len({g.label for g in groups}) == len(groups)


def in_memory(decisions: list[DelegatedDecision]) -> Register:
    from namndstod.services.delegation.facets import side

    return Register(
        "b",
        TODAY,
        decisions,
        list(range(len(decisions))),
        amounts=[d.amount or 0 for d in decisions],
        sides={facet: side(facet, decisions, {}) for facet in Facet},
    )


def test_months_come_latest_first_points_as_numbers_and_what_is_not_said_last(house_with: House) -> None:
    register = read(house_with)
    assert [g.label for g in grouped(register, register.live, Facet.MONTH)] == [
        "februari 2026",
        "januari 2026",
    ]
    assert [g.label for g in grouped(register, register.live, Facet.POINT)] == ["Punkt 3.2", "Punkt 3.10"]
    towns = grouped(register, register.live, Facet.MUNICIPALITY)
    assert [(g.label, g.total) for g in towns] == [
        ("Ejderö", 30_000),
        ("Storvik", 21_000),
        ("Utan kommun", 12_000),
    ]


def test_changes_bring_the_register_where_reading_it_anew_would(house_with: House, meeting: str) -> None:
    session = house_with.session
    register = with_orders(read(house_with))
    ids = [d.id for d in register.of(register.live)]
    acts = [
        AddDelegated(house_with.body_id, (decision(50, kind="Årsbidrag"), decision(51, decided_on=None))),
        ReportDelegated(meeting, tuple(ids[:3])),
        WithdrawDelegated((ids[0],)),
        RemoveDelegated((ids[5], ids[6])),
    ]
    stored = register.decisions[register.slots[ids[7]]]
    acts.append(
        ChangeDelegated(decision(9, id=stored.id, diary_number="26RG0", amount=7, version=stored.version))
    )
    outcomes = [session.do(act) for act in acts]
    undone = [session.undo(), session.undo()]
    for outcome in (*outcomes, *undone):
        assert outcome is not None
        after = session.ask(changed, register, outcome.changes)
        assert after is not None
        register = with_orders(after)
    same(register, with_orders(read(house_with)))
    assert "26RG0" not in numbers(register, register.live)


def with_orders(register: Register) -> Register:
    for column in COLUMNS:
        register.order(column)
    return register


def same(one: Register, other: Register) -> None:
    for column in ("", *COLUMNS):
        ours, theirs = (
            [(getattr(d, column, d.id) if column else d.id) for d in r.of(r.order(column))]
            for r in (one, other)
        )
        assert ours == theirs, column
    facts = [
        {
            d.id: (
                d.diary_number,
                r.texts[s],
                r.amounts[s],
                r.stood[s].text,
                r.sides[Facet.KIND].labels[code],
            )
            for s in r.live
            for d in [r.decisions[s]]
            for code in [r.sides[Facet.KIND].codes[s]]
        }
        for r in (one, other)
    ]
    assert facts[0] == facts[1]


def test_random_orders_are_the_same_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    from namndstod.services.delegation import register as module

    monkeypatch.setattr(module, "_PART", 7)
    values = [Random(4).randrange(30) for _ in range(100)]
    assert module._sorted(values, lambda v: v) == sorted(values)


def test_standing_follows_the_meeting_and_findings_come_by_themselves(
    house_with: House, meeting: str
) -> None:
    session = house_with.session
    ids = tuple(d.id for d in read(house_with).of(read(house_with).live))
    session.do(ReportDelegated(meeting, ids[:2]))
    register = read(house_with)
    assert find(register, Wanted(standing=frozenset({Standing.LISTED}))) == ["26RG12", "26RG11"]
    assert plain(register.stood[register.slots[ids[0]]].text).startswith("anmäls ")
    again = session.ask(refreshed, register, TODAY)
    assert [s.text for s in again.stood] == [s.text for s in register.stood]
    found = session.ask(judged, register)
    assert all(found.values())
    assert found.keys() <= set(ids)


def test_what_was_only_recorded_separately_is_not_among_the_reported(house_with: House, meeting: str) -> None:
    session = house_with.session
    recorded, reported = (d.id for d in house_with.find(DelegatedDecision)[:2])
    session.do(RecordDelegated((recorded,), date(2026, 2, 11), date(2026, 2, 12)))
    session.do(ReportDelegated(meeting, (reported,)))
    assert find(read(house_with), Wanted(standing=TOLD)) == []
    go_through(house_with, meeting)
    assert find(read(house_with), Wanted(standing=TOLD)) == ["26RG2"]
    announced = frozenset({Standing.ANNOUNCED, Standing.LEGAL_FORCE})
    assert find(read(house_with), Wanted(standing=announced)) == ["26RG1"]


def test_quick_periods_are_whole_months_and_years() -> None:
    names = {name: (first, last) for name, first, last in quick_periods(date(2026, 1, 31))}
    assert names["Denna månad"] == (date(2026, 1, 1), date(2026, 1, 31))
    assert names["Förra månaden"] == (date(2025, 12, 1), date(2025, 12, 31))
    assert names["Förra året"] == (date(2025, 1, 1), date(2025, 12, 31))
    assert {n: b for n, _, b in quick_periods(date(2028, 2, 5))}["Denna månad"] == date(2028, 2, 29)
