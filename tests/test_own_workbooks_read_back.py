"""The workbooks that the program writes it reads back: nothing is lost on the way out and in again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from namndstod.documents.workbooks.members import members_workbook
from namndstod.documents.workbooks.register import register_table, register_workbook
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_standing import NOWHERE, Standing, Stood
from namndstod.domain.exports import DecisionLine, Export, MemberLine
from namndstod.domain.intake.delegated.understanding import read_delegated
from namndstod.domain.intake.found_delegated import DelegatedField, FoundDecision
from namndstod.domain.intake.own_columns import OWN, STANDING
from namndstod.domain.records import Role
from namndstod.exchange.member_files import member_text
from namndstod.exchange.pasted_members import read_members
from namndstod.exchange.workbooks.reading import read_workbook

EXPORT = Export(body="Regional skärgårdsnämnd", organisation="Region Påhitt", made=date(2027, 5, 14))
USUAL = DelegatedDecision(
    id="0",
    body_id="b",
    position=1,
    serial="D 1/2027",
    diary_number="27SK1",
    kind="Mikrobidrag",
    recipient="Fyrens Bageri AB",
    branch="Livsmedel",
    gender="K",
    municipality="Ejderö",
    amount=30_000,
    decided_by="Ines Falk",
    decided_by_title="Områdeschef",
    decided_on=date(2027, 2, 2),
    point="3.2",
    note="Utbetalas i två delar",
)
ODD: dict[str, dict[str, Any]] = {
    "a formula for a name": {"recipient": "=1+1", "note": "=cmd|'/C calc'!A0"},
    "a plus and a minus": {"recipient": "+46 Bolaget AB", "note": "-5 % i år"},
    "an at sign": {"recipient": "@SUM(A1) AB"},
    "quotes": {"recipient": '"Fyren" ”Åsö” \'n AB'},
    "signs of XML": {"recipient": "<r>Bolaget & Söner</r>"},
    "a very long text": {"note": "lång mening " * 400},
    "a negative amount": {"amount": -70_063},
    "nothing in kronor": {"amount": 0},
    "no amount": {"amount": None},
    "a great amount": {"amount": 10**12},
    "no day": {"decided_on": None},
    "a point that looks like a day": {"point": "3.10"},
    "an ordförandebeslut": {"urgent": True, "point": "1.1"},
    "little": {
        "serial": "",
        "gender": "",
        "municipality": "",
        "branch": "",
        "note": "",
        "decided_by_title": "",
    },
    "columns of its own": {"extra": (("Handläggare", "Bo Ek"), ("Projekt", "=A1"))},
    "another line": {"note": "rad ett\nrad två"},
    "a hard space": {"recipient": "Åö\u00a0Handels\u00a0AB"},
}


def lines() -> list[DecisionLine]:
    """A usual decision before, between and after the odd ones."""
    made = [USUAL]
    for number, fields in enumerate(ODD.values(), 2):
        known = {"diary_number": f"27SK{number}", "serial": f"D {number}/2027", **fields}
        made.append(replace(USUAL, id=str(number), position=number, **known))
    made.append(replace(USUAL, id="99", position=99, diary_number="27SK99", serial="D 99/2027"))
    return [DecisionLine(decision, NOWHERE, "lista.xlsx") for decision in made]


@pytest.fixture(scope="module")
def back() -> tuple[FoundDecision, ...]:
    (table,) = read_delegated(read_workbook(register_workbook(lines(), EXPORT), "register.xlsx")).tables
    assert not table.doubts
    return table.rows


def test_a_register_read_again_has_the_same_decisions(back: tuple[FoundDecision, ...]) -> None:
    assert len(back) == len(lines())
    for line, row in zip(lines(), back, strict=True):
        assert not row.doubts
        for field in DelegatedField:
            assert getattr(row, field.value) == getattr(line.decision, field.value), field
        assert row.extra == line.decision.extra


def test_the_cells_themselves_hold_every_text_to_the_letter() -> None:
    _, rows = register_table(lines(), EXPORT)
    workbook = read_workbook(register_workbook(lines(), EXPORT), "register.xlsx")
    shown = workbook.sheets[0].rows[5:]
    for written, read in zip(rows, shown, strict=False):
        texts = [value for value in written if isinstance(value, str) and value]
        assert [cell for cell in read if cell in texts and isinstance(cell, str)] == texts


def test_what_only_the_register_knows_is_not_taken_for_the_senders_own() -> None:
    columns, _ = register_table([DecisionLine(USUAL, Stood(Standing.UNREPORTED))], EXPORT)
    headings = {column.heading for column in columns}
    known = {
        column.heading
        for column in read_delegated(read_workbook(register_workbook(lines(), EXPORT), "r.xlsx"))
        .tables[0]
        .columns
        if column.field is not None
    }
    assert headings - known == {*OWN, *STANDING}


def test_members_come_back_as_they_went_out() -> None:
    def member(given: str, surname: str, party: str, role: Role, order: int, **more: Any) -> MemberLine:
        usual = {"seat": None, "valid_to": None, "email": "", "phone": "", "personal_for": ""}
        return MemberLine(
            body=EXPORT.body,
            given_name=given,
            surname=surname,
            party=party,
            role=role,
            order=order,
            **{"valid_from": date(2023, 1, 1), **usual, **more},
        )

    went = [
        member("Saga", "Ekdal", "S", Role.CHAIR, 1, email="saga@region.example", phone="070-123 45 67"),
        member("Åke", "von Fyrmark", "M", Role.VICE_CHAIR, 2, seat=2),
        member("Tuva", "Grönvik", "", Role.MEMBER, 3, valid_to=date(2024, 12, 31)),
        member("Nils", "Jordås", "S", Role.SUBSTITUTE, 1, personal_for="Saga Ekdal"),
        member("Vera", "Kvistrum", "MP", Role.SUBSTITUTE, 2),
    ]
    found = read_members(member_text(members_workbook(went, EXPORT), "fortroendevalda.xlsx"))
    assert [
        MemberLine(
            m.body,
            m.given_name,
            m.surname,
            m.party,
            m.role,
            m.elected_order if m.elected_order is not None else -1,
            m.seat,
            m.valid_from or date.min,
            m.valid_to,
            m.email,
            m.phone,
            m.personal_for,
        )
        for m in found.members
    ] == went
    assert not found.unclear
