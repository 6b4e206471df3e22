"""«Om Nämndstöd»: what this program is, where it keeps what is its own, and whether it works."""

from __future__ import annotations

import platform
from collections.abc import Callable
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from namndstod import __version__
from namndstod.folders import log_folder, program_folder, settings_folder
from namndstod.parts.installed import built_on
from namndstod.ui.background import Background, Cancelled, Task
from namndstod.ui.kit.basics import Button, ButtonKind, Label, announce
from namndstod.ui.kit.dialogs import Sheet
from namndstod.ui.kit.fields import LineEdit
from namndstod.ui.kit.tokens import Type

from .program_icon import program_pixmap

ICON = 56  # pixels


class AboutSheet(Sheet):
    """Version, folders, self-test and the way to the licences."""

    def __init__(self, parent: QWidget, background: Background) -> None:
        super().__init__(parent, "Om Nämndstöd", ok="Stäng", cancel="")
        self._background = background
        self._task: Task | None = None
        self.body.addLayout(self._head())
        self.body.addLayout(self._folders())
        self.try_button = Button("Pröva installationen")
        self.try_button.clicked.connect(self.try_installation)
        self.licences_button = Button("Delar och licenser …")
        self.licences_button.clicked.connect(self.show_licences)
        self.copy_button = Button("Kopiera uppgifterna", ButtonKind.QUIET, icon="document")
        self.copy_button.clicked.connect(self.copy)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.try_button, self.licences_button, self.copy_button):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.verdict = Label("", wrap=True)
        self.verdict.hide()
        self.body.addWidget(self.verdict)
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName("Vad som prövades")
        self.told.setFixedHeight(170)
        self.told.hide()
        self.body.addWidget(self.told)
        self.setMinimumWidth(620)
        self.ok_button.setFocus()

    def facts(self) -> str:
        """Return what there is to tell whoever helps: nothing of any binder."""
        return (
            f"Nämndstöd {__version__} ({built_on()})\n"
            f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}\n"
            f"{platform.system()} {platform.release()}, {platform.machine()}, "
            f"{QGuiApplication.platformName()}"
        )

    def copy(self) -> None:
        """Copy the versions, and what a trial has told."""
        tried = self.told.toPlainText()
        QGuiApplication.clipboard().setText(f"{self.facts()}\n\n{tried}" if tried else self.facts())
        self.copy_button.setText("Kopierat")
        announce(self, "Uppgifterna är kopierade.")

    def show_licences(self) -> None:
        """Show the licences of all parts."""
        from .licences_sheet import LicencesSheet

        LicencesSheet(self, self._background).open()

    def try_installation(self) -> None:
        """Run the self-test in the background, in a binder of its own; the window's steps are left out."""
        self.try_button.setEnabled(False)
        self.copy_button.setText("Kopiera uppgifterna")
        self.told.clear()
        self.told.show()
        self._say("Prövar. Det brukar ta en halv minut. Stäng, om du vill avbryta.", "muted")
        self._task = self._background.run_long(
            _tried, owner=self, done=self._tried, failed=self._not_tried, progress=self._went_on
        )

    def done(self, result: int) -> None:
        """Close; a trial that runs is given up."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(program_pixmap(ICON, self.devicePixelRatioF()))
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(Label(f"Version {__version__}", Type.MEDIUM))
        versions = Label(self.facts().partition("\n")[2], Type.SMALL, "muted")
        text.addWidget(Label(f"Byggd {built_on()}", Type.SMALL, "muted"))
        text.addWidget(versions)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        return row

    def _folders(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        rows = (
            ("Programmet", program_folder()),
            ("Inställningar", settings_folder()),
            ("Felrapporter", log_folder()),
        )
        for number, (title, folder) in enumerate(rows):
            place = LineEdit(str(folder))
            place.setReadOnly(True)
            place.setCursorPosition(0)
            place.setAccessibleName(title)
            show = Button("Visa", name=f"Visa mappen {title}")
            show.clicked.connect(_opener(folder))
            grid.addWidget(Label(title, tone="muted"), number, 0)
            grid.addWidget(place, number, 1)
            grid.addWidget(show, number, 2)
        grid.setColumnStretch(1, 1)
        return grid

    def _went_on(self, done: int, total: int, text: str) -> None:
        self.told.appendPlainText(text)

    def _tried(self, failed: int) -> None:
        self.try_button.setEnabled(True)
        if failed:
            self._say(
                f"{failed} steg gick inte. Kopiera uppgifterna och skicka dem till den som sköter datorn.",
                "mend",
            )
        else:
            self._say("✓ Installationen fungerar.", "done")
        announce(self, self.verdict.text())

    def _not_tried(self, error: Exception) -> None:
        self.try_button.setEnabled(True)
        self._say("Provet kunde inte genomföras.", "mend")

    def _say(self, text: str, tone: str) -> None:
        self.verdict.set_tone(tone)
        self.verdict.setText(text)
        self.verdict.show()


def _tried(task: Task) -> int:
    """Run the steps; each line is told as it comes. Raises Cancelled."""
    from namndstod.self_test import run_steps

    def say(line: str) -> None:
        if task.cancelled():
            raise Cancelled
        task.report(0, 0, line)

    return run_steps(False, say)


def _opener(folder: Path) -> Callable[[], object]:
    def show() -> None:
        there = next((p for p in (folder, *folder.parents) if p.exists()), folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    return show
