"""Särskild protokollföring of the chosen decisions: its day, the day of the anslag, and its paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.content import Paper
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.papers import NAMES, speaking_name
from namndstod.domain.recorded import is_announced
from namndstod.domain.records import PaperKind
from namndstod.services.commands.delegation_records import DropRecord, RecordDelegated
from namndstod.services.delegation.recorded import record_of

from ..kit.basics import Button, ButtonKind, Label
from ..kit.dates import DateEdit
from ..kit.tokens import Type
from ..workspace.exporting import Exporter
from ..workspace.inline_form import InlineForm

if TYPE_CHECKING:
    from ..workspace.actions import Actions

_WHY = "För beslut som kan överklagas men inte anmäls (KL 8 kap. 10 §)."


class RecordForm(InlineForm):
    """Lies beside the register, below all about the decision."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Protokollför", parent)
        self._actions = actions
        self._chosen: tuple[DelegatedDecision, ...] = ()
        self._exporter = Exporter(actions, self)
        self.recorded, self.announced = DateEdit(), DateEdit()
        self.pdf = Button("PDF", small=True, icon="pdf", name="Spara protokollet som PDF")
        self.word = Button("Word", small=True, icon="word", name="Spara protokollet som Word")
        self.drop = Button("Ta bort dagarna", ButtonKind.QUIET, small=True, icon="trash")
        self.public = QCheckBox("Webbversion, för anslagstavlan")
        self.public.setToolTip("Utan privatpersoners namn, kön och personnummer.")
        self._of_record = QWidget()
        lines = QVBoxLayout(self._of_record)
        lines.setContentsMargins(0, 0, 0, 0)
        tools = QHBoxLayout()
        lines.addWidget(self.public)
        lines.addLayout(tools)
        for button in (self.pdf, self.word, self.drop):
            tools.addWidget(button)
        tools.addStretch(1)
        self.add_widget(Label("Särskild protokollföring", Type.STRONG))
        self._why = Label(_WHY, Type.SMALL, "muted", wrap=True)
        self.add_widget(self._why)
        self.add_line(
            ("recorded_on", "Protokollfört", self.recorded, 1),
            ("announced_on", "Anslaget", self.announced, 1),
        )
        self.add_widget(self._of_record)
        self.left.connect(self.hide)
        self.drop.clicked.connect(self.take_back)
        papers = actions.workplace.papers
        self.pdf.clicked.connect(lambda: self._save("pdf", lambda tree: papers.draw(tree).pdf))
        self.word.clicked.connect(lambda: self._save("docx", papers.as_word))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for every line of the reason: a form beside a scrolled pane gets its least height."""
        super().resizeEvent(event)
        self._why.setMinimumHeight(self._why.heightForWidth(self._why.width()))

    def begin(self, chosen: Sequence[DelegatedDecision]) -> None:
        """Ask for the days of these decisions."""
        self._chosen = tuple(chosen)
        first = chosen[0]
        there = all(d.recorded_on is not None for d in chosen)
        self.recorded.set_date(first.recorded_on or self._actions.session.today)
        self.announced.set_date(first.announced_on)
        self._of_record.setVisible(there)
        announced = any(map(is_announced, chosen))
        self.drop.setEnabled(not announced)
        self.drop.setToolTip(
            "Protokollet är anslaget. Har det inte anslagits, ta först bort dagen och spara."
            if announced
            else "Besluten ska anmälas som andra."
        )
        self.public.setChecked(False)
        self.store.setText("Spara" if there else "Protokollför")
        self.enter(self.announced if there else self.recorded)

    def missing(self) -> str:
        """Say which day cannot be read, or is missing."""
        for edit in (self.recorded, self.announced):
            if not edit.is_valid():
                return f"”{edit.text()}” är inget datum. Skriv till exempel 2027-05-14."
        return "" if self.recorded.date() is not None else "Ange dagen för protokollföringen."

    def hand_over(self) -> None:
        """Store the days."""
        day = self.recorded.date()
        if day is None:
            return
        ids = tuple(d.id for d in self._chosen)
        command = RecordDelegated(ids, day, self.announced.date())
        many = "Beslutet är" if len(ids) == 1 else f"{len(ids)} beslut är"
        said = f"{many} särskilt protokollför{'t' if len(ids) == 1 else 'da'}."
        if self._actions.do_with_undo(command, said) is not None:
            self.left.emit()

    def take_back(self) -> None:
        """Let the decisions be recorded no more."""
        command = DropRecord(tuple(d.id for d in self._chosen))
        if self._actions.do_with_undo(command, "Protokollföringen är borttagen.") is not None:
            self.left.emit()

    def _save(self, suffix: str, make: Callable[[Paper], bytes]) -> None:
        ids = [d.id for d in self._chosen]
        view = self._actions.attempt(lambda: self._actions.session.ask(record_of, ids))
        if view is not None:
            name = speaking_name(f"{NAMES[PaperKind.RECORDED]} {view.term.name} {view.day.isoformat()}")
            if self.public.isChecked():
                view, name = view.public(), f"{name} webbversion"
            tree = self._actions.workplace.papers.recorded_tree(view)
            self._exporter.save_file(name, suffix, lambda: make(tree))
