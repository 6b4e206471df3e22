"""The sheet that takes in a föredragningslista written elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from namndstod.domain.swedish import counted
from namndstod.domain.view import MeetingView
from namndstod.services.commands.agenda import AgendaRow, PasteAgenda
from namndstod.services.importing_agenda import read_agenda
from namndstod.ui.kit.basics import Label
from namndstod.ui.kit.dialogs import Sheet
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.item_model import ItemRow
from namndstod.ui.kit.theme import font
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .presenting import KINDS

_REST = 250
_SAID = 4  # so many unclear things are said; more would hide the list


class PasteAgendaSheet(Sheet):
    """What is pasted at the top, how it is understood below; nothing is stored before «Läs in»."""

    def __init__(self, parent: QWidget, actions: Actions, view: MeetingView) -> None:
        super().__init__(parent, "Klistra in föredragningslista", ok="Läs in")
        self._actions = actions
        self._view = view
        self._rows: tuple[AgendaRow, ...] = ()
        self.text = QPlainTextEdit()
        self.text.setFont(font(Type.BODY))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText("Klistra in listan från Word, Outlook eller en kallelse (Ctrl+V).")
        self.text.setAccessibleName("Listan som text")
        self.text.setMinimumHeight(150)
        self._found = Label("", Type.STRONG)
        self._unclear = Label("", Type.SMALL, "look", wrap=True)
        self.list = ItemList("Så här förstås listan", number_width=30)
        self.list.setMinimumHeight(170)
        self.replace = QCheckBox("Ersätt ärendena som redan står på listan")
        self.replace.setFont(font(Type.BODY))
        self.replace.setChecked(True)
        self.replace.setVisible(bool(view.items))
        for widget in (self.text, self._found, self._unclear, self.list, self.replace):
            self.body.addWidget(widget)
        self.setMinimumSize(620, 560)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.read)
        self.text.textChanged.connect(self._rest.start)
        self.text.setPlainText(_on_clipboard())
        self.text.selectAll()
        self.read()
        self.text.setFocus()

    def read(self) -> None:
        """Understand what stands in the text and show it."""
        self._rest.stop()
        found = read_agenda(self.text.toPlainText())
        self._rows = found.rows
        self.list.set_rows([_row(number, row) for number, row in enumerate(self._rows, 1)])
        written = bool(self.text.toPlainText().strip())
        self._found.setText(f"{counted(len(self._rows), 'ärende', 'ärenden')} hittades" if written else "")
        self._unclear.setText("\n".join(found.unclear[:_SAID]) if written else "")
        self._unclear.setVisible(written and bool(found.unclear))
        self.ok_button.setEnabled(bool(self._rows))

    def accept(self) -> None:
        """Store the list."""
        self.read()
        if not self._rows:
            return
        command = PasteAgenda(self._view.meeting.id, self._rows, replace=self.replace.isChecked())
        text = f"{counted(len(self._rows), 'ärende', 'ärenden')} lästes in."
        if self._actions.do_with_undo(command, text) is not None:
            super().accept()


def _row(number: int, row: AgendaRow) -> ItemRow:
    clauses = counted(len(row.clauses), "att-sats", "att-satser") if row.clauses else ""
    note = " · ".join(filter(None, (KINDS[row.kind], row.diary_number, clauses)))
    return ItemRow(str(number), str(number), row.title, note)


def _on_clipboard() -> str:
    text = QGuiApplication.clipboard().text()
    return text if text.count("\n") >= 1 else ""
