"""Papers out of the program: to a file, and to a printer (here one that prints to a file)."""

import io
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from namndstod.domain.errors import DiskFull
from namndstod.domain.findings import Step
from namndstod.domain.papers import file_stem
from namndstod.domain.records import PaperKind
from namndstod.ui.workspace import exporting, printing
from namndstod.ui.workspace.printing import open_document, print_pages

from .conftest import Room, blank_pdf


def choose(room: Room, path: Path) -> None:
    """Answer the file dialog of the step Kallelse."""
    dialog = room.space.call.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_the_kallelse_is_saved_as_pdf(room: Room, tmp_path: Path) -> None:
    room.space.call.pdf.click()
    choose(room, tmp_path / "k.pdf")
    room.qtbot.waitUntil(lambda: (tmp_path / "k.pdf").exists())
    room.idle()
    assert (tmp_path / "k.pdf").read_bytes().startswith(b"%PDF")
    assert room.toasts[-1][:2] == ("Sparat: k.pdf", "Öppna")


def test_the_kallelse_is_saved_as_word(room: Room, tmp_path: Path) -> None:
    room.space.call.word.click()
    choose(room, tmp_path / "k.docx")
    room.qtbot.waitUntil(lambda: (tmp_path / "k.docx").exists(), timeout=60_000)
    room.idle()
    assert (tmp_path / "k.docx").read_bytes().startswith(b"PK")


def test_a_full_disk_is_told(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise DiskFull("Disken är full.")

    monkeypatch.setattr(exporting, "write_file", full)
    with room.qtbot.waitSignal(room.space.actions_.errorRaised):
        room.space.call.pdf.click()
        choose(room, tmp_path / "k.pdf")
    assert isinstance(room.errors.pop(), DiskFull)
    assert room.toasts == []


def test_the_arvodesunderlag_is_saved_as_a_workbook(room: Room, tmp_path: Path) -> None:
    room.space.show_step(Step.MINUTES)
    step = room.space.minutes
    step.fees.click()
    dialog = step.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Spara som Excel"
    dialog.fileSelected.emit(str(tmp_path / "a.xlsx"))
    dialog.reject()
    room.qtbot.waitUntil(lambda: (tmp_path / "a.xlsx").exists())
    room.idle()
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert sheet["A2"].value == room.view.term.name


def test_the_paper_that_is_shown_is_the_one_saved(room: Room, tmp_path: Path) -> None:
    room.space.show_step(Step.MINUTES)
    step = room.space.minutes
    chooser = step.preview.chooser
    assert chooser is not None
    shown = [chooser.itemText(n) for n in range(chooser.count())]
    assert shown == ["Protokoll", "Närvarolista", "Omröstningslista"]
    chooser.setCurrentIndex(1)
    step.pdf.click()
    dialog = step.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name.startswith("Närvarolista Skärnämnden")
    dialog.reject()
    room.idle()


def test_file_names_are_such_that_windows_takes_them(room: Room) -> None:
    assert (
        file_stem(PaperKind.CALL, "Skärnämnden", room.view.meeting.day) == "Kallelse Skärnämnden 2027-05-14"
    )


def test_the_chosen_pages_are_printed(room: Room, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ut.pdf"))
    printer.setFromTo(2, 3)
    print_pages(open_document(blank_pdf(4)), printer)
    with pikepdf.open(io.BytesIO((tmp_path / "ut.pdf").read_bytes())) as printed:
        assert len(printed.pages) == 2


def test_ctrl_p_prints_the_paper_that_is_shown(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(printing, "ask_and_print", lambda parent, pdf, title, actions: asked.append(title))
    room.space.show_step(Step.CALL, by_person=True)
    preview = room.space.call.preview
    room.idle()
    room.qtbot.waitUntil(lambda: preview.canvas.page_count() > 0)
    room.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    room.idle()
    assert asked == ["Kallelse 2027-05-14"]
    assert preview.chooser is not None
    preview.chooser.setCurrentIndex(1)
    room.idle()
    room.qtbot.waitUntil(lambda: preview.canvas.page_count() > 0)
    preview.print.click()
    room.idle()
    assert asked[1:] == ["Föredragningslista 2027-05-14"]
