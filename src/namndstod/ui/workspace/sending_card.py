"""Utskick: what is chosen, how it is put together, the day; how far it has come, and where the files lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from namndstod.domain.expediting import Line
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, Form
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .dispatch_words import outcome_words, summary


class SendingCard(Card):
    """`oneRequested`: only the § shown is to be sent; `cancelRequested`: stop what is under way."""

    oneRequested = Signal()
    cancelRequested = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Utskick")
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._folder: Path | None = None
        self.said = Label("", Type.BODY, wrap=True)
        self.joint = Combo(((False, "En fil för varje paragraf"), (True, "Ett gemensamt utdrag")))
        self.day = DateEdit()
        form = Form()
        form.add_beside(("joint", "Flera §§ till samma mottagare", self.joint), ("day", "Dag", self.day))
        self.one = Button("Expediera bara den här", hint="Ctrl Shift Enter")
        self.one.clicked.connect(self.oneRequested)
        self.progress = self._make_progress()
        self.done = Label("", Type.BODY, "done", wrap=True)
        self.open = Button("Öppna mappen", small=True)
        self.open.clicked.connect(self._open)
        only, after = QHBoxLayout(), QHBoxLayout()
        only.addWidget(self.one)
        only.addStretch(1)
        after.addWidget(self.open)
        after.addStretch(1)
        self.body.addWidget(self.said)
        self.body.addWidget(form)
        self.body.addLayout(only)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.done)
        self.body.addLayout(after)
        self.forget()

    def _make_progress(self) -> QWidget:
        pane = QWidget()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.now = Label("", Type.SMALL, "muted")
        self.cancel = Button("Avbryt", ButtonKind.QUIET, small=True)
        self.cancel.clicked.connect(self.cancelRequested)
        row = QHBoxLayout(pane)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.now)
        row.addWidget(self.cancel)
        pane.hide()
        return pane

    def show_chosen(self, every: list[Line], here: list[Line], label: str, *, busy: bool) -> None:
        """Show what would be sent of the meeting, and of the § shown (`label`)."""
        self.said.setText(summary(every))
        self.said.set_tone("" if every else "muted")
        self.one.setText(f"Expediera bara {label} …")
        self.one.setVisible(bool(here) and len(here) < len(every))
        self.one.setEnabled(not busy)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far the sending has come; a total of 0 means that none is under way."""
        self.progress.setVisible(total > 0)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.now.setText(f"{done} av {total} utdrag")
        self.now.setToolTip(text)

    def show_done(self, drafts: int, prints: int, folder: Path) -> None:
        """Say where the files lie."""
        self._folder = folder
        self.done.setText(outcome_words(drafts, prints, folder.name))
        self.done.setToolTip(str(folder))
        self.done.show()
        self.open.show()

    def forget(self) -> None:
        """Say nothing of an earlier sending."""
        self._folder = None
        self.done.hide()
        self.open.hide()

    def _open(self) -> None:
        if self._folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._actions.toast(f"Filerna ligger i {self._folder}.")
