"""The dates of the meetings shown, out of the program: a calendar file, and text to paste."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMenu, QWidget

from namndstod.domain.records import MeetingState
from namndstod.domain.swedish import counted
from namndstod.services.calendars import calendar_of, dates_as_text
from namndstod.services.reading import MeetingSummary
from namndstod.services.writing import write_file

from .kit.basics import Button, ButtonKind, Label
from .kit.dialogs import Sheet
from .kit.theme import font
from .kit.tokens import Type

if TYPE_CHECKING:
    from .workspace.actions import Actions


class DatesOut(QObject):
    """A button with a menu for the dates of the meetings shown; those called off are left out."""

    def __init__(self, actions: Actions, owner: QWidget) -> None:
        super().__init__(owner)
        self._actions = actions
        self._owner = owner
        self._meetings: tuple[MeetingSummary, ...] = ()
        self.button = Button("Datum", ButtonKind.QUIET, icon="calendar")
        self.button.setToolTip("Datumen i listan som text eller kalenderfil")
        self.menu = QMenu(self.button)
        self.menu.setFont(font(Type.BODY))
        self.menu.addAction("Kopiera som text, att klistra in", self.copy_dates)
        self.menu.addAction("Spara som kalenderfil för Outlook …", self.ask)
        self.button.clicked.connect(self._show_menu)

    def set_meetings(self, meetings: Sequence[MeetingSummary]) -> None:
        """Be about these meetings."""
        self._meetings = tuple(m for m in meetings if m.meeting.state is not MeetingState.CANCELLED)
        self.button.setVisible(bool(self._meetings))

    def _show_menu(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def copy_dates(self) -> None:
        """Put the dates on the clipboard as lines."""
        text = self._actions.session.ask(dates_as_text, self._meetings)
        QGuiApplication.clipboard().setText(text)
        self._actions.toast(f"Kopierat: {self._counted()}. Klistra in med Ctrl+V.")

    def ask(self) -> None:
        """Ask what the calendar shall hold, then where it goes."""
        sheet = Sheet(self._owner, "Kalenderfil för Outlook", ok="Spara …")
        text = f"{self._counted()} ur listan. Öppna sedan filen i Outlook eller en annan kalender."
        sheet.body.addWidget(Label(text, Type.BODY, wrap=True))
        deadlines = QCheckBox("Ta med sista dag för kallelsen och för justeringen")
        deadlines.setFont(font(Type.BODY))
        sheet.body.addWidget(deadlines)
        sheet.accepted.connect(lambda: self._choose_file(deadlines.isChecked()))
        sheet.open()

    def _counted(self) -> str:
        return counted(len(self._meetings), "sammanträde", "sammanträden")

    def _choose_file(self, deadlines: bool) -> None:
        from .workspace.exporting import documents_folder

        dialog = QFileDialog(self._owner, "Spara kalenderfil", documents_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Kalender (*.ics)")
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(f"{self._stem()}.ics")
        dialog.fileSelected.connect(lambda path: self.write(Path(path), deadlines=deadlines))
        dialog.open()

    def _stem(self) -> str:
        bodies = {m.body_name for m in self._meetings}
        years = sorted({m.meeting.day.year for m in self._meetings})
        when = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        return f"{bodies.pop() if len(bodies) == 1 else 'Sammanträden'} {when}"

    def write(self, path: Path, *, deadlines: bool) -> None:
        """Write the calendar and say so."""
        session, chosen = self._actions.session, self._meetings

        def work() -> None:
            with session.reading() as reader:
                data = calendar_of(reader, chosen, session.clock(), deadlines=deadlines)
            write_file(path, data)

        def done(_: None) -> None:
            url = QUrl.fromLocalFile(str(path))
            self._actions.toast(f"Sparat: {path.name}", "Öppna", lambda: QDesktopServices.openUrl(url))

        self._actions.background.run(work, owner=self, done=done, failed=self._actions.errorRaised.emit)
