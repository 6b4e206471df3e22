"""The real list of delegated decisions, cell by cell against what a careful reader got out of it."""

from __future__ import annotations

import json

import pytest

from namndstod.cli import main
from namndstod.domain.swedish import plain

from .place import REAL, needs_real_input

FIELDS = {
    "Dnr": "diary_number",
    "Stöd": "kind",
    "Företag": "recipient",
    "Bransch/Prioritering": "branch",
    "Kön": "gender",
    "Kommun": "municipality",
    "Belopp": "amount",
    "Beslutsfattare": "decided_by",
}


@needs_real_input
def test_every_cell_agrees(capsys: pytest.CaptureFixture[str]) -> None:
    want = json.loads((REAL / "truth" / "delegation_table.json").read_text(encoding="utf-8"))
    assert (
        main(["read-delegation", str(REAL / "meeting-2020-02-14" / "foretagsstod-2019-12.xlsx"), "--json"])
        == 0
    )
    found = json.loads(capsys.readouterr().out)
    for row, other in zip(want["rows"], found["rows"], strict=True):
        told = {name: other[field] for name, field in FIELDS.items()}
        cells = {name: None if row[name] == "-" else row[name] for name in FIELDS}
        assert {n: plain(v) if isinstance(v, str) else v for n, v in told.items()} == cells
        assert (other["decided_by_title"], other["status"]) == (want["beslutsfattare_title"], "ok")
    assert found["total"] == want["sum_belopp_kr"]
    assert found["title"] == want["title"]
    assert found["period"] == {end: want["period"][end] for end in ("from", "to")}
    assert [column["heading"] for column in found["columns"]] == want["columns"]
    assert found["findings"] == []
