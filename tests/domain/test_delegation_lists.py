"""Delegationslista: groups, period, table and sum, and what a public edition leaves out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_lists import (
    group_text,
    groups,
    introduction,
    looks_private,
    period_text,
    public_edition,
    report_lines,
    table,
    total,
)
from namndstod.domain.records import BodyTerm
from namndstod.domain.swedish import plain

TERM = BodyTerm(id="t", body_id="b", valid_from=date(2020, 1, 1), name="Skärgårdsnämnden", seats=5)


def made(number: int, /, **fields: object) -> DelegatedDecision:
    values: dict[str, object] = {
        "id": f"d{number}",
        "body_id": "b",
        "position": number,
        "diary_number": f"27SK{number:03}",
        "kind": "Mikrobidrag",
        "recipient": "Fyrens Bageri AB",
        "decided_by": "Ines Falk",
        "decided_by_title": "Områdeschef",
        "decided_on": date(2027, 4, number),
        "amount": 10_000 * number,
        "point": "3.2",
    }
    return DelegatedDecision(**(values | fields))  # type: ignore[arg-type]


DECISIONS = (
    made(1, point="3.10"),
    made(2, kind="Konsultstöd", gender="K", municipality="Ejderö"),
    made(3, recipient="Ada Berg", personal=True, gender="M", decided_on=date(2027, 3, 30)),
    made(4, decided_by="Otto Holm", decided_by_title="Ordförande", kind="EU-medel"),
)


def test_decisions_are_grouped_by_point_and_delegate() -> None:
    assert [(g.point, g.decided_by, [d.position for d in g.decisions]) for g in groups(DECISIONS)] == [
        ("3.2", "Ines Falk", [3, 2]),
        ("3.2", "Otto Holm", [4]),
        ("3.10", "Ines Falk", [1]),
    ]


def test_a_group_is_told_with_kinds_delegate_point_and_numbers() -> None:
    assert [plain(group_text(g)) for g in groups(DECISIONS)] == [
        "Beslut om mikrobidrag och konsultstöd av områdeschef Ines Falk enligt punkt 3.2: "
        "Dnr 27SK003, 27SK002",
        "Beslut om EU-medel av ordförande Otto Holm enligt punkt 3.2: Dnr 27SK004",
        "Beslut om mikrobidrag av områdeschef Ines Falk enligt punkt 3.10: Dnr 27SK001",
    ]


def test_what_is_not_known_leaves_no_hole_in_the_sentence() -> None:
    bare = DelegatedDecision(id="x", body_id="b", position=1)
    assert [group_text(g) for g in groups([bare])] == ["Beslut"]
    assert "till delegater i enlighet" in introduction(TERM, [bare])
    assert plain(introduction(TERM, DECISIONS)).startswith(
        "Skärgårdsnämnden har överlåtit sin beslutanderätt till områdeschef Ines Falk och ordförande Otto "
        "Holm i enlighet med gällande delegationsordning. Dessa beslut ska redovisas till nämnden. Nu anmäls"
    )


def test_the_lines_of_the_item_end_with_period_and_sum() -> None:
    lines = report_lines(TERM, DECISIONS)
    assert plain(lines[-1].text) == "Perioden: 2027-03-30 – 2027-04-04. Summa: 100 000 kronor."
    assert report_lines(TERM, ()) == ()


def test_the_table_has_the_columns_in_which_anything_stands() -> None:
    head, *rows, last = table(DECISIONS)
    assert head == (
        "Dnr",
        "Beslutsdatum",
        "Punkt",
        "Stöd",
        "Företag",
        "Kön",
        "Kommun",
        "Belopp, kr",
        "Beslutsfattare",
    )
    assert [r[0] for r in rows] == ["27SK003", "27SK002", "27SK004", "27SK001"]
    assert plain(last[7]) == "100 000"
    assert last[0] == "Summa"
    assert table([DelegatedDecision(id="x", body_id="b", position=1)]) == ((), ())


def test_a_public_edition_has_no_gender_and_no_private_names() -> None:
    head, *rows = table([public_edition(d) for d in DECISIONS])
    assert "Kön" not in head
    assert "Ada Berg" not in str(rows)
    assert "Privatperson" in rows[0]
    assert "Fyrens Bageri AB" in rows[1]


@given(st.lists(st.one_of(st.none(), st.integers(-(10**9), 10**9)), max_size=30))
def test_the_sum_is_of_all_amounts_whatever_the_groups(amounts: list[int | None]) -> None:
    found = [made(1 + n % 28, amount=a, point=f"{n % 3}.{n}") for n, a in enumerate(amounts)]
    assert (total(found) or 0) == sum(a or 0 for a in amounts)
    assert (total(found) is None) == all(a is None for a in amounts)
    assert sorted(d.id for g in groups(found) for d in g.decisions) == sorted(d.id for d in found)


def test_a_period_of_one_day_is_that_day() -> None:
    assert plain(period_text(DECISIONS[:1])) == "2027-04-01"
    assert period_text(()) == ""


@pytest.mark.parametrize("name", ["Ada Berg", "Éva-Lis af Ek", "Karl Åke Öst"])
def test_a_name_of_a_person_is_proposed_as_private(name: str) -> None:
    assert looks_private(name)


@pytest.mark.parametrize(
    "name",
    [
        "Fyrens Bageri AB",
        "Ejderö kommun",
        "Båtklubben Viken",
        "Ek & Berg",
        "Butik 24",
        "Fyrbåken",
        "Norra Byskolan",
    ],
)
def test_an_organisation_is_not_proposed_as_private(name: str) -> None:
    assert not looks_private(name)
