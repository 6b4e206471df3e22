"""read-delegation on the command line: alone, and held against the delegationsordning of a binder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from namndstod.cli import main

LIST = """Dnr;Stöd;Företag;Belopp;Punkt;Beslutsfattare;Beslutsdatum
27XX1;Mikrobidrag;Fyren AB;30 000 kr;99.9;Områdeschef Karin Ek;2027-04-02
27XX2;Mikrobidrag;Vågen AB;många;99.9;Områdeschef Karin Ek;2027-04-03
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "april 2027.csv"
    path.write_bytes(LIST.encode("cp1252"))
    return path


def test_a_list_is_shown_for_people_and_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read-delegation", str(file)]) == 0
    report = capsys.readouterr().out
    assert "Period: 2027-04-01 – 2027-04-30" in report
    assert "Rad 3: ”många” är inget belopp i kronor." in report
    assert main(["read-delegation", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["status"] for row in found["rows"]] == ["ok", "error"]


def test_with_a_binder_its_delegationsordning_judges_the_rows(
    file: Path, demonstration: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["read-delegation", str(file), "--json", "--parm", str(demonstration)]
    assert main(command) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["rows"][0]["status"] != "ok"
    assert any("99.9" in words for words in found["rows"][0]["findings"])
    assert main([*command, "--namnd", "Ingen sådan"]) == 1
    assert "ingen nämnd som heter Ingen sådan" in capsys.readouterr().err


def test_what_is_no_list_is_an_error(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "tom.xlsx"
    empty.write_bytes(b"")
    assert main(["read-delegation", str(empty)]) == 1
    assert "Filen är tom." in capsys.readouterr().err
    assert main(["read-delegation", str(file), "--namnd", "X"]) == 2
