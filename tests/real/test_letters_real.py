"""The real letters of decisions, as PDF and as text, against what a careful reader got out of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from namndstod.domain.intake.as_json import letter_json
from namndstod.domain.intake.letters import read_letter
from namndstod.domain.swedish import plain
from namndstod.exchange.sources import read_source

from .place import REAL, needs_real_input

pytestmark = needs_real_input

FILES = {
    "19RS9565": (
        "text/beslutsbrev-nora.txt",
        "meeting-2020-02-14/12/02-beslutsbrev-19rs9565-nora-kommun.pdf",
    ),
    "19RS9282": (
        "text/beslutsbrev-ansp.txt",
        "meeting-2020-02-14/12/03-beslutsbrev-19rs9282-alfred-nobel-scienc.pdf",
    ),
}


def normal(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(plain(value).split()).rstrip(":")
    if isinstance(value, list):
        return [normal(each) for each in value]
    return {k: normal(v) for k, v in value.items()} if isinstance(value, dict) else value


def truth(number: str) -> dict[str, Any]:
    told = json.loads((REAL / "truth" / "decision_letters.json").read_text(encoding="utf-8"))
    return next(dict(each) for each in told if each["dnr"] == number)


def got(name: str) -> dict[str, Any]:
    return dict(letter_json(read_letter(read_source((REAL / name).read_bytes(), name))))


@pytest.mark.parametrize(("number", "name"), [(n, f) for n, files in FILES.items() for f in files])
def test_every_field_agrees(number: str, name: str) -> None:
    want, found = truth(number), got(name)
    pairs = {
        "diary_number": want["dnr"],
        "unit": want["tjanstestalle"],
        "officer": want["handlaggare"],
        "date": want["date"],
        "recipient": want["recipient"],
        "address": want["address"],
        "title": want["title"],
        "decision": want["beslut"],
        "share_percent": want["share_percent"],
        "max_amount": want["max_amount_kr"],
        "period": {end: want["project_period"][end] for end in ("from", "to")},
        "conditions": want["villkor"],
        "signatories": want["signers"],
    }
    assert {key: normal(found[key]) for key in pairs} == normal(pairs)


@pytest.mark.parametrize(("number", "name"), [(n, f) for n, files in FILES.items() for f in files])
def test_every_cell_of_the_budgets_agrees(number: str, name: str) -> None:
    want, found = truth(number)["budget"], got(name)["budget"]
    for table, rows in (
        ("costs", want["costs"]),
        ("financing", want["financing"]),
        ("in_kind", want.get("in_kind")),
    ):
        cells = [[r["name"], *r["amounts"], r["total"]] for r in (found[table] or {"rows": []})["rows"]]
        assert cells == (rows or [])
    assert found["costs"]["stated"] == want["cost_sum_row"]
    assert found["financing"]["stated"] == want["financing_sum_row"]
    wrong = not all(v for v in want["checks"].values() if isinstance(v, bool))
    assert bool(found["findings"]) == wrong
    if wrong:  # the cell is named, and what it should be
        (told,) = normal(found["findings"])
        assert all(
            part in told for part in ("684 120", "648 120", want["financing"][-1][0], want["years"][1])
        )


def test_the_third_letter_has_its_tables_side_by_side() -> None:
    found = got("meeting-2020-02-14/12/04-beslutsbrev-19rs10387-almi.pdf")
    sums = [sum(row["amounts"][0] for row in found["budget"][t]["rows"]) for t in ("costs", "financing")]
    assert sums == [1_289_547, 1_289_547]
    assert [len(found["budget"][t]["rows"]) for t in ("costs", "financing")] == [4, 5]
    assert found["budget"]["findings"] == []
    assert (found["share_percent"], found["max_amount"]) == (16, 200_000)
