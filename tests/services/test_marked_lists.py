"""A list goes back marked: in the sender's workbook, or in a new one with its cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from namndstod.cli import main
from namndstod.documents.workbooks.marked_copy import marked_copy
from namndstod.domain.findings.delegated_finding import RowFinding
from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake.cell_marks import CellMark
from namndstod.domain.intake.found_delegated import (
    DelegatedField,
    FoundColumn,
    FoundDecision,
    FoundDelegated,
    FoundTable,
    RowDoubt,
)
from namndstod.domain.intake.sheets import Sheet, Workbook
from namndstod.exchange.problems import CannotShow
from namndstod.services.delegation.marking import Marked, marked, marks_of
from namndstod.services.delegation.planning import DelegationPlan, PlanRow, PlanState
from namndstod.services.worker_client import WorkerClient

OVER = RowFinding("over_limit", Severity.BLOCK, "Beloppet är över gränsen.", "KL 6 kap. 37 §", "amount")
NO_DAY = RowFinding("missing_day", Severity.WARN, "Beslutsdatum saknas.", "praxis", "decided_on")
TOLD = RowFinding("urgent_due", Severity.INFORM, "Ska anmälas 2027-05-14.", "KL 6 kap. 40 §", "decided_on")
GAP = RowFinding("series_gap", Severity.WARN, "Löpnummer 3 saknas.", "praxis", "serial")
CSV = b"Nr;Belopp;Datum\n1;70 063;2027-03-02\n2;=1+1;\n"
MARKS = (
    CellMark(sheet="lista", row=2, column=2, message="Fel belopp.", source="Punkt 3.2", heading="Belopp"),
    CellMark(sheet="lista", row=3, column=3, severity=Severity.WARN, message="Datum saknas."),
)


def list_plan(
    rows: list[PlanRow], table: FoundTable, findings: tuple[RowFinding, ...] = ()
) -> DelegationPlan:
    found = FoundDelegated(name="lista.xlsx", kind="xlsx", tables=(table,))
    return DelegationPlan("b", found, "", tuple(rows), None, 0, {}, findings, (), None, (0, 0))


TABLE = FoundTable(
    sheet="Blad1",
    heading_rows=(7,),
    columns=(
        FoundColumn(place=2, heading="Summa kr", field=DelegatedField.AMOUNT),
        FoundColumn(place=3, heading="Beslutat", field=DelegatedField.DECIDED_ON),
        FoundColumn(place=4, heading="Beslutat igen", field=DelegatedField.DECIDED_ON),
        FoundColumn(place=5, heading="Övrigt"),
    ),
    doubts=(
        RowDoubt("amount", "Rad 12: Summan stämmer inte."),
        RowDoubt("amount", "Belopp är i tkr."),
        RowDoubt("kind", "Kolumnen ärende saknas."),
    ),
)


def test_what_the_sender_is_asked_to_mend() -> None:
    unclear = FoundDecision(9, doubts=(RowDoubt("decided_on", "Datumet går inte att läsa.", "32/13"),))
    rows = [
        PlanRow(FoundDecision(8), 0, PlanState.ERROR, findings=(OVER, TOLD)),
        PlanRow(unclear, 0, PlanState.WARNING, findings=(NO_DAY,)),
        PlanRow(FoundDecision(10), 0, PlanState.WARNING, findings=(GAP,)),
        PlanRow(FoundDecision(11), 0, PlanState.NEW),
    ]
    block, warn = Severity.BLOCK, Severity.WARN
    assert [
        (m.sheet, m.row, m.column, m.severity, m.message, m.source, m.heading)
        for m in marks_of(list_plan(rows, TABLE, (GAP, TOLD)))
    ] == [
        ("", 0, None, warn, "Löpnummer 3 saknas.", "praxis", ""),
        ("Blad1", 12, 2, warn, "Summan stämmer inte.", "", "Summa kr"),
        ("Blad1", 7, 2, warn, "Belopp är i tkr.", "", "Summa kr"),
        ("Blad1", 0, None, warn, "Kolumnen ärende saknas.", "", ""),
        ("Blad1", 8, 2, block, "Beloppet är över gränsen.", "KL 6 kap. 37 §", "Summa kr"),
        ("Blad1", 9, 3, warn, "Datumet går inte att läsa.", "", "Beslutat"),  # and not that it is missing
        ("Blad1", 10, None, warn, "Löpnummer 3 saknas.", "praxis", ""),  # no column: the row
    ]


@pytest.fixture
def worker() -> Iterator[WorkerClient]:
    made = WorkerClient()
    yield made
    made.close()


def test_a_text_file_comes_back_as_a_new_workbook_by_way_of_the_worker(worker: WorkerClient) -> None:
    made = worker.mark(CSV, "lista.csv", MARKS)
    assert (made.name, made.new_workbook) == ("lista att rätta.xlsx", True)
    assert "ny arbetsbok med samma celler" in made.reason
    book = openpyxl.load_workbook(BytesIO(made.data))
    assert book.sheetnames == ["lista", "Att rätta"]
    cells = book["lista"]
    assert [cell.data_type for cell in cells["B"]] == ["s", "s", "s"]  # «=1+1» is no formula
    assert cells["B2"].fill.fgColor.rgb == "FFF8B4AE"
    assert cells["C3"].comment is not None
    assert cells["C3"].comment.text == "Nämndstöd:\nKontrollera: Datum saknas."
    assert [row[:4] for row in book["Att rätta"].iter_rows(min_row=2, values_only=True)] == [
        (2, "Belopp", "B2", "Fel belopp."),
        (3, "C", "C3", "Kontrollera: Datum saknas."),
    ]
    assert book["Att rätta"]["C2"].hyperlink.location == "'lista'!B2"
    with pytest.raises(CannotShow, match="ingen arbetsbok"):
        worker.mark(b"%PDF-1.7\n", "lista.xlsx", MARKS)


def workbook(*sheets: Sheet) -> Workbook:
    return Workbook(name="lista.ods", kind="ods", sheets=sheets)


def test_excel_files_come_back_themselves_and_again() -> None:
    rows: list[list[Any]] = [["Nr", "Belopp"], [1.0, 500.0]]
    sent = marked_copy(workbook(Sheet(name="lista", rows=rows)), ())
    made = marked(sent, "LISTA.XLSX", MARKS)
    assert (made.name, made.reason) == ("LISTA att rätta.XLSX", "")
    assert marked(made.data, made.name, MARKS).name == "LISTA att rätta.XLSX"


def test_a_workbook_that_cannot_be_marked_is_copied() -> None:
    rows: list[list[Any]] = [["Nr", "Belopp"], [1.0, 500.0]]
    sent = marked_copy(workbook(Sheet(name="lista", rows=rows)), ())
    made: Marked = marked(_without_types(sent), "lista.xlsm", MARKS)
    assert (made.name, made.new_workbook) == ("lista att rätta.xlsx", True)
    assert "ny arbetsbok med samma celler" in made.reason
    assert openpyxl.load_workbook(BytesIO(made.data))["lista"]["B2"].value == 500


def _without_types(data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name).replace(b"<Types ", b"<Types\t").replace(b"</Types>", b"</Typer>")
            )
    return out.getvalue()


def test_cells_keep_their_types_and_hidden_sheets_stay_hidden() -> None:
    values: list[Any] = [
        "text", "=A1", "https://exempel.invalid", 5, 2.5, True, date(2027, 3, 2), datetime(2027, 3, 2, 13, 5),
        time(9, 30), timedelta(hours=30), date(1850, 1, 1), datetime(1850, 1, 1, 9), float("inf"), "",
    ]  # fmt: skip
    hidden = Sheet(name="Dolt: [1]", rows=[["x"]], hidden=True)
    mark = CellMark(sheet="Dolt: [1]", row=4, message="Raden saknas.")
    made = marked_copy(workbook(hidden, Sheet(name="Historik/2027", rows=[values])), [mark])
    book = openpyxl.load_workbook(BytesIO(made))
    assert book.sheetnames == ["Dolt   1", "Historik 2027", "Att rätta"]
    assert [sheet.sheet_state for sheet in book] == ["hidden", "visible", "visible"]
    assert book.active is book["Historik 2027"]
    cells = [*book["Historik 2027"][1]]
    assert [cell.data_type for cell in cells] == [
        "s",
        "s",
        "s",
        "n",
        "n",
        "b",
        "d",
        "d",
        "d",
        "d",
        "s",
        "s",
        "s",
    ]
    assert [cell.value for cell in cells][3:8] == [
        5,
        2.5,
        True,
        datetime(2027, 3, 2),
        datetime(2027, 3, 2, 13, 5),
    ]
    assert all(cell.hyperlink is None for cell in cells)
    assert book["Att rätta"]["C2"].hyperlink.location == "'Dolt   1'!A4"
    read = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_name("Historik 2027").to_python()
    assert read[0][6] == date(2027, 3, 2)
    assert re.fullmatch("A4", book["Dolt   1"].dimensions.split(":")[-1])


def test_the_command_line_writes_the_list_to_be_mended(
    demonstration: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = tmp_path / "december.csv"
    rows = ["Dnr;Ärende;Belopp;Beslutsdatum;Punkt", "TVN 1;Bidrag;12 000;2026-13-30;99.9"]
    sent.write_text("\n".join([*rows, "TVN 2;Bidrag;5;2026-11-02;3.2"]), encoding="utf-8")
    binder = next(demonstration.glob("*.namndstod"))
    assert main(["read-delegation", str(sent), "--parm", str(binder), "--att-ratta", str(tmp_path)]) == 0
    assert "december att rätta.xlsx. Märkningar kan inte skrivas i en .csv-fil." in capsys.readouterr().err
    book = openpyxl.load_workbook(tmp_path / "december att rätta.xlsx")
    said = {row[2]: row[3] for row in book["Att rätta"].iter_rows(min_row=2, values_only=True)}
    assert said["E2"] == "Punkt 99.9 finns inte i delegationsordningen."
    assert "2026-13-30" in str(said["D2"])
    assert main(["read-delegation", str(sent), "--att-ratta", str(tmp_path)]) == 2
    assert main(["read-delegation", str(sent), "--parm", str(binder), "--att-ratta", str(sent)]) == 1
