"""Arvodesunderlag: what is written is read back by other programs."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from namndstod.documents.workbooks.fees import fees_workbook
from namndstod.domain.records import Approver, Customs, GroupMeeting
from namndstod.domain.view import MeetingView

from ..domain.who_serves import K, event, serves, sitting, there, without

HEAD = 5


def paid() -> MeetingView:
    """Eva comes late and goes for a while; Frida serves for Dag; Göte listens; Bo is there on distance."""
    view = sitting(
        there("frida"),
        serves("Frida Gran", "Dag Ek"),
        there("göte"),
        event(K.REMOTE, "Bo Ceder"),
        event(K.LEAVES, "Eva Fors", "s2", at=time(10, 30)),
        event(K.ARRIVES, "Eva Fors", "s3", at=time(11, 15)),
        present=without("Dag Ek"),
        customs=Customs(remote_allowed=True),
    )
    groups = (GroupMeeting(parties=("S",), room="Sal 1"),)
    return replace(
        view,
        meeting=replace(view.meeting, group_meetings=groups),
        approvers=(Approver(id="a", meeting_id="meeting", position=1, person_id="cilla"),),
    )


def table(data: bytes) -> dict[str, dict[str, Any]]:
    """The rows by name, each by the heads of the columns."""
    sheet = load_workbook(io.BytesIO(data))["Arvodesunderlag"]
    head, *rows = sheet.iter_rows(min_row=HEAD, values_only=True)
    return {str(row[0]): dict(zip(map(str, head), row, strict=True)) for row in rows}


def test_each_who_was_there_has_a_row_with_what_is_reckoned_from() -> None:
    rows = table(fees_workbook(paid()))
    assert list(rows) == ["Ada Berg", "Bo Ceder", "Cilla Dal", "Eva Fors", "Frida Gran", "Göte Hav"]
    assert rows["Ada Berg"] == {
        "Namn": "Ada Berg",
        "Parti": "S",
        "Uppdrag": "ordförande",
        "Från": time(10),
        "Till": time(12),
        "Tid": timedelta(hours=2),
        "Deltog som": "tjänstgörande",
        "Alla §§": "ja",
        "Gruppmöte": "ja",
        "Distans": None,
        "Justerar": "ja",
        "Anmärkning": None,
    }
    assert (rows["Bo Ceder"]["Distans"], rows["Cilla Dal"]["Justerar"]) == ("ja", "ja")
    assert rows["Frida Gran"]["Uppdrag"] == "ersättare"
    assert rows["Göte Hav"]["Deltog som"] == "närvarande"
    assert rows["Göte Hav"]["Alla §§"] is None


def test_who_went_and_came_back_has_the_sum_of_the_times() -> None:
    eva = table(fees_workbook(paid()))["Eva Fors"]
    assert (eva["Från"], eva["Till"]) == (time(10), time(12))
    assert eva["Tid"] == timedelta(hours=1, minutes=15)
    assert eva["Anmärkning"] == "kl. 10.00–10.30, kl. 11.15–12.00"
    assert eva["Alla §§"] is None


def test_a_time_that_is_not_known_is_left_empty() -> None:
    view = paid()
    rows = table(fees_workbook(replace(view, meeting=replace(view.meeting, closed_at=None))))
    assert (rows["Ada Berg"]["Till"], rows["Ada Berg"]["Tid"]) == (None, None)


def test_a_name_is_never_a_formula() -> None:
    view = paid()
    people = {**view.people, "ada": replace(view.people["ada"], given_name="=1+1", surname="")}
    sheet = load_workbook(io.BytesIO(fees_workbook(replace(view, people=people))))["Arvodesunderlag"]
    cell = sheet.cell(HEAD + 1, 1)
    assert (cell.data_type, str(cell.value).strip()) == ("s", "=1+1")


def test_another_program_reads_the_workbook(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("no other office program is installed")
    (tmp_path / "arvoden.xlsx").write_bytes(fees_workbook(paid()))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1"  # comma, quotes, UTF-8
    subprocess.run(
        [
            office,
            profile,
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            tmp_path,
            tmp_path / "arvoden.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with (tmp_path / "arvoden.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][0] == "Arvodesunderlag"
    eva = next(row for row in rows if row[0] == "Eva Fors")
    assert eva[:7] == ["Eva Fors", "KD", "ledamot", "10:00", "12:00", "1:15", "tjänstgörande"]
