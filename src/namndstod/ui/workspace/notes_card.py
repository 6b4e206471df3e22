"""What the justerare say of the draft, § by §, until it has been dealt with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain import signing
from namndstod.domain.records import MeetingState
from namndstod.domain.view import MeetingView
from namndstod.services.commands.signing import NoteOnDraft, SettleNote
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label, Pill
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions
from .inline_form import InlineForm


class NotesCard(Card):
    """The notes with «Hanterad», and the form for one more; from the end of the meeting to justering."""

    sectionRequested = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Justerarnas synpunkter på utkastet")
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self.rows: list[NoteRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.form = NoteForm()
        self.new = Button("Ny synpunkt", ButtonKind.QUIET, icon="plus", small=True)
        foot = QHBoxLayout()
        foot.addWidget(self.new)
        foot.addStretch(1)
        self.body.addLayout(self._list)
        self.body.addWidget(self.form)
        self.body.addLayout(foot)
        self.new.clicked.connect(self._begin)
        self.form.written.connect(self._store)
        self.form.left.connect(self._leave)

    def show_view(self, view: MeetingView) -> None:
        """Show the notes."""
        self._view = view
        draft = view.meeting.state is MeetingState.CLOSED and view.meeting.sent_for_signing is None
        notes = view.draft_notes
        self.setVisible(view.meeting.state is MeetingState.CLOSED and (draft or bool(notes)))
        while len(self.rows) > len(notes):
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(notes):
            row = NoteRow()
            row.settled.connect(lambda key, done: self._actions.do(SettleNote(key, done)))
            row.goes.connect(self.sectionRequested)
            self.rows.append(row)
            self._list.addWidget(row)
        for row, note in zip(self.rows, notes, strict=True):
            section = view.section(note.section_id)
            number = f"§ {section.number}" if section is not None and section.number is not None else "–"
            words = f"{number}, {view.label(note.person_id)}: {note.words}"
            row.show_note(note.id, note.section_id, words, settled=note.settled, draft=draft)
        self.new.setVisible(draft and self.form.isHidden())

    def _begin(self) -> None:
        if self._view is not None:
            self.new.hide()
            self.form.open_for(self._view)

    def _leave(self) -> None:
        self.form.hide()
        self.new.show()

    def _store(self, command: NoteOnDraft) -> None:
        if self._actions.do(command) is not None:
            self._leave()


class NoteRow(QWidget):
    """One note."""

    settled = Signal(str, bool)
    goes = Signal(str)  # section id

    def __init__(self) -> None:
        super().__init__()
        self._id = self._section_id = ""
        self._settled = False
        self.words = Label("", Type.BODY, wrap=True)
        self.pill = Pill()
        self.settle = Button("Hanterad", small=True)
        self.go = Button("Till paragrafen", ButtonKind.QUIET, small=True)
        self.settle.clicked.connect(lambda: self.settled.emit(self._id, not self._settled))
        self.go.clicked.connect(lambda: self.goes.emit(self._section_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.pill)
        row.addWidget(self.go)
        row.addWidget(self.settle)

    def show_note(self, id_: str, section_id: str, words: str, *, settled: bool, draft: bool) -> None:
        """Show a note."""
        self._id, self._section_id, self._settled = id_, section_id, settled
        self.words.setText(words)
        self.words.set_tone("muted" if settled else "")
        self.pill.set("hanterad" if settled else "", Tone.DONE)
        self.settle.setText("Inte hanterad" if settled else "Hanterad")
        self.settle.set_kind(ButtonKind.QUIET if settled else ButtonKind.SECONDARY)
        self.settle.setVisible(draft)
        self.settle.setAccessibleName(f"{self.settle.text()}: {words}")
        self.go.setAccessibleName(f"Till paragrafen: {words}")


class NoteForm(InlineForm):
    """Whose, of which §, and the words."""

    written = Signal(object)  # NoteOnDraft

    def __init__(self) -> None:
        super().__init__()
        self.person, self.section = Combo(), Combo()
        self.words = LineEdit()
        for combo in (self.person, self.section):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.setMinimumContentsLength(12)
        self.section.setMinimumContentsLength(5)
        self.add_line(("person", "Vem", self.person, 2), ("section", "Paragraf", self.section, 1))
        self.add_line(("words", "Synpunkt", self.words, 1))

    def open_for(self, view: MeetingView) -> None:
        """Write a new one."""
        self.person.clear()
        for person in dict.fromkeys(p for who in signing.signers(view) for p in who):
            self.person.addItem(view.label(person), person)
        self.section.clear()
        for section in view.sections:
            if section.number is not None:
                self.section.addItem(f"§ {section.number}", section.section.id)
        self.words.clear()
        self.enter(self.person)

    def missing(self) -> str:
        """Say what is missing."""
        if self.person.value() is None or self.section.value() is None:
            return "Välj justerare först."
        return "" if self.words.text().strip() else "Skriv vad synpunkten gäller."

    def hand_over(self) -> None:
        """Give the note."""
        self.written.emit(NoteOnDraft(str(self.section.value()), str(self.person.value()), self.words.text()))
