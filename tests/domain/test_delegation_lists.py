"""Delegationslista: groups, period, table and sum, and what a public edition leaves out."""

from __future__ import annotations

from dataclasses import replace
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
    point_texts,
    public_edition,
    report_lines,
    table,
    total,
)
from namndstod.domain.delegation_order import Order
from namndstod.domain.recorded import RecordedView
from namndstod.domain.records import BodyTerm
from namndstod.domain.swedish import plain

from .delegating import point

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
    head, *rows, last = [r for r in table(DECISIONS).rows if not r[0].startswith("Summa punkt")]
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
    assert table([DelegatedDecision(id="x", body_id="b", position=1)]).rows == ((), ())


def test_a_public_edition_has_no_gender_and_no_private_names() -> None:
    head, *rows = table([public_edition(d) for d in DECISIONS]).rows
    assert "Kön" not in head
    assert "Ada Berg" not in str(rows)
    assert "Privatperson" in rows[0]
    assert "Fyrens Bageri AB" in rows[1]


def test_each_point_has_its_sum_where_they_are_several() -> None:
    made_of = table(DECISIONS)
    told = [[plain(c) for c in made_of.rows[n] if c] for n in sorted(made_of.sums)]
    assert told == [["Summa punkt 3.2", "90 000"], ["Summa punkt 3.10", "10 000"], ["Summa", "100 000"]]
    alone = table(DECISIONS[1:3])
    assert [alone.rows[n][0] for n in alone.sums] == ["Summa"]


def test_an_ordforandebeslut_is_told_as_one_and_last() -> None:
    chair = made(
        9, urgent=True, decided_by="Otto Holm", decided_by_title="Ordförande", note="Båten går i dag."
    )
    *_, last = groups((chair, *DECISIONS))
    assert plain(group_text(last)) == (
        "Ordförandebeslut om mikrobidrag av ordförande Otto Holm enligt punkt 3.2, i brådskande ärende "
        "(6 kap. 39 § kommunallagen): Dnr 27SK009"
    )


def test_headings_are_those_of_what_was_decided() -> None:
    other = made(
        5, kind="Beslut om anställning av enhetschef", recipient="Ada Berg", amount=None, serial="D 5"
    )
    assert table([other, other]).rows[0][3:5] == ("Gäller", "Mottagare")
    assert table([other, *DECISIONS]).rows[0][3:5] == ("Stöd", "Företag")
    unnumbered = replace(other, diary_number="")
    assert plain(group_text(groups([unnumbered])[0])) == (
        "Beslut om anställning av enhetschef av områdeschef Ines Falk enligt punkt 3.2: Nr D 5"
    )


def test_one_point_is_one_however_its_number_is_written() -> None:
    (one,) = groups([made(1), made(2, point="punkt 3,2"), made(3, point=" 3.2. ")])
    assert one.point == "3.2"
    assert [g.point for g in groups([made(1, point="Reglementet")])] == ["Reglementet"]


def test_many_delegates_are_told_by_their_titles() -> None:
    many = [made(n, decided_by=f"Person {n}") for n in range(1, 8)]
    assert "till områdeschef i enlighet" in introduction(TERM, many)
    all_others = [replace(d, decided_by_title=f"Titel {d.position}") for d in many]
    assert "till delegater i enlighet" in introduction(TERM, all_others)


def test_a_point_is_told_as_it_read_when_the_decision_was_made() -> None:
    old = point("3.2", text="Stöd till företag.", valid_to=date(2027, 4, 2))
    new = point("3.2", id="n", text="Stöd till företag och föreningar.", valid_from=date(2027, 4, 3))
    order = Order((old, new))
    both = (made(1, point="punkt 3,2"), made(4), made(5, point="9.9"))
    assert point_texts(both, order, date(2027, 5, 1)) == (
        ("3.2", "Stöd till företag.\nStöd till företag och föreningar."),
    )
    assert point_texts(DECISIONS[:1], order, date(2027, 5, 1)) == ()


def test_a_public_edition_has_no_personnummer_wherever_it_stands() -> None:
    shown = public_edition(made(1, recipient="Bergs firma 811218-9876", note="Ring 811218-9876."))
    assert (shown.recipient, shown.note) == ("Bergs firma [maskerat]", "Ring [maskerat].")
    assert public_edition(made(1, personal=True, note="Ada ringde.")).note == ""


def test_a_public_edition_does_not_name_a_private_person_in_other_fields_either() -> None:
    careless = made(
        1, personal=True, recipient="Ada Berg", kind="Stöd till ada berg", branch="Ada Bergs hund"
    )
    shown = public_edition(careless)
    assert (shown.recipient, shown.kind, shown.branch) == (
        "Privatperson",
        "Stöd till Privatperson",
        "Privatpersons hund",
    )
    assert public_edition(made(1, personal=True, recipient="Ada Berg", kind="Adaberget")).kind == "Adaberget"


def test_a_record_of_its_own_is_put_up_without_whoever_reads_like_a_person() -> None:
    decisions = (made(1, recipient="Ada Berg"), made(2, recipient="Viks Bageri"))
    shown = RecordedView(TERM, decisions, date(2027, 5, 1)).public()
    assert [d.recipient for d in shown.decisions] == ["Privatperson", "Viks Bageri"]


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
        "Hembygdens Café",
        "Viks Bageri",
        "Granvikens Tryckeri",
    ],
)
def test_an_organisation_is_not_proposed_as_private(name: str) -> None:
    assert not looks_private(name)
