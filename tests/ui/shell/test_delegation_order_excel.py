"""A delegationsordning from Excel in the window: looked at, taken in as one act, taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from pytestqt.qtbot import QtBot

from namndstod.domain.delegation import DelegationPoint
from namndstod.services.commands.delegation_order import AddPoint
from namndstod.ui.kit.item_model import ItemRole
from namndstod.ui.workbooks_out import Offer

from .conftest import House
from .test_delegation_order import delegates, point, points, shown
from .test_small_screens import AT_150_PER_CENT, outside


def table(folder: Path) -> Path:
    path = folder / "ny ordning.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for at, row in enumerate(
        (
            ("Nr", "Ärendegrupp", "Delegat", "Lagrum"),
            ("3.2", "Bevilja stöd till företag.", "Förvaltningschef", "KL 6:37"),
            ("3.3", "Yttra sig över planer.", "Ordföranden, förvaltningschef", ""),
            ("3.4", "", "Enhetschef", ""),
        )
    ):
        sheet.write_row(at, 0, row)
    book.close()
    return path


def test_an_order_is_looked_at_and_taken_in(
    house: House, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = shown(house)
    assert view.empty.isVisible()
    body = view.intake._body()
    assert body is not None
    house.session.do(AddPoint(point(house, "3.2", "Bevilja stöd.")))
    house.session.do(AddPoint(point(house, "9.1", "Svara på enkäter.")))
    house.frame.resize(AT_150_PER_CENT.width(), AT_150_PER_CENT.height())
    intake = view.intake
    with qtbot.waitSignal(intake.arrived, timeout=10_000):
        intake.begin(table(tmp_path), body.body.id)
    house.idle()
    qtbot.waitUntil(lambda: outside(house.main, house.frame) == [])
    assert intake.summary.text() == "1 ny, 1 ändrad, 1 upphör och 1 oklar."
    assert intake.take.text() == "Läs in 3\u00a0punkter"
    noted = intake.points.item_model().index(1, 0).data(ItemRole.ROW).note
    assert noted == "Från 2027-05-07. Ordföranden och förvaltningschef"
    intake.ending.setChecked(False)
    assert intake.take.text() == "Läs in 2\u00a0punkter"
    intake.ending.setChecked(True)
    intake.day.set_date(date(2027, 6, 1))
    intake.take_in()
    house.idle()
    assert view.points.isVisible()

    def found(number: str) -> list[DelegationPoint]:
        return sorted((p for p in points(house) if p.number == number), key=lambda p: p.valid_from)

    assert [(p.text, p.valid_from) for p in found("3.2")][1] == (
        "Bevilja stöd till företag.",
        date(2027, 6, 1),
    )
    assert [p.valid_to for p in found("9.1")] == [date(2027, 5, 31)]
    assert len(found("3.3")) == 1
    assert len(delegates(house)) == 3
    house.session.undo()
    assert [p.text for p in found("3.2")] == ["Bevilja stöd."]
    offered = view.intake._offered()
    assert [offer.text for group in offered for offer in group] == ["Delegationsordningen"]
    saved: list[Offer] = []
    monkeypatch.setattr(intake.workbooks, "save", saved.append)
    intake.workbooks.open()
    assert saved == [offered[0][0]]  # what is alone needs no menu
    assert not intake.workbooks.menu.isVisible()


def test_a_file_without_an_order_is_said(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    view = shown(house)
    body = view.intake._body()
    assert body is not None
    path = tmp_path / "lista.csv"
    path.write_text("Dnr;Belopp\n1;2\n", encoding="utf-8")
    view.intake.begin(path, body.body.id)
    qtbot.waitUntil(lambda: "Ingen delegationsordning" in house.shell.toast.text(), timeout=10_000)
    assert view.empty.isVisible()
