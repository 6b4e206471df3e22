"""The FöredragningsPM of an item: its head in one row, its parts as on paper, who signs and who gets it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.findings import Place
from namndstod.domain.findings.writing import PART_NAMES
from namndstod.domain.memoranda import supporting_titles
from namndstod.domain.papers import NAMES
from namndstod.domain.records import MEMORANDUM_ROLES, Memorandum, PaperKind, TextRole
from namndstod.domain.texts import is_blank
from namndstod.domain.view import ItemView, MeetingView
from namndstod.services.commands.agenda import SetRecipients
from namndstod.ui.kit.basics import Button, ButtonKind, Label, SectionLabel
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import FieldRow, Form, LineEdit
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.keys import add_key
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .step_view import Page
from .stored_fields import LinesEdit, RecordForm, Typed, freeze
from .texts import StoredText

PARTS = (TextRole.PROPOSAL, TextRole.SUMMARY, *MEMORANDUM_ROLES)
_ALWAYS = (TextRole.PROPOSAL, TextRole.SUMMARY)
_PLACEHOLDERS = {
    TextRole.PROPOSAL: "Skriv ”att” och mellanslag, så blir det en att-sats.",
    TextRole.SUMMARY: "Ärendet i korthet. Samma text står i föredragningslistan och i protokollet.",
    TextRole.BACKGROUND: "Vad ärendet gäller, vad som har hänt och hur det har beretts.",
    TextRole.ASSESSMENT: "Varför förslaget ser ut som det gör.",
    TextRole.IMPACT: "Vad beslutet betyder för miljön, för barn, och för kvinnor och män.",
    TextRole.ECONOMY: "Vad det kostar och hur det betalas. En tabell klistras in från Excel eller Word.",
    TextRole.FOLLOW_UP: "När och hur beslutet följs upp.",
}


class MemorandumPage(Page):
    """The editor of a FöredragningsPM. What is typed is stored by itself."""

    left = Signal()  # back to the documents
    removeRequested = Signal(str)  # memorandum id
    partEntered = Signal(object)  # the TextRole that is being written

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(NAMES[PaperKind.MEMORANDUM], parent)
        self._actions = actions
        self._item: ItemView | None = None
        self._opened: set[TextRole] = set()  # empty parts that a person has opened in this one
        self._editors: dict[QWidget | None, TextRole] = {}
        self._make_head(actions)
        self.texts = {role: self._text(actions, role) for role in PARTS}
        for text in self.texts.values():
            self.body.addWidget(text)
        self._make_adds()
        self._make_foot(actions)
        self.body.addStretch(1)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._tell_entered)

    def _make_head(self, actions: Actions) -> None:
        self._heading = Label("", Type.HEADING, wrap=True)
        self._meta = Label("", Type.BODY, "muted")
        self.remove = Button("Ta bort", ButtonKind.QUIET, small=True)
        self.remove.setAccessibleName(f"Ta bort {NAMES[PaperKind.MEMORANDUM]}")
        self.back = Button("Till handlingarna", ButtonKind.QUIET, hint="Esc", small=True)
        self.back.clicked.connect(self.left)
        self.remove.clicked.connect(self._remove)
        add_key(self, "Esc", self.left.emit)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._meta, 1)
        line.addWidget(self.remove)
        line.addWidget(self.back)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(line)
        head.addWidget(self._heading)
        self.body.addLayout(head)
        self.unit, self.officer, self.day = LineEdit(), LineEdit(), DateEdit()
        form = Form()
        form.add_beside(
            ("unit", "Tjänsteställe", self.unit),
            ("officer", "Handläggare", self.officer),
            ("day", "Datum", self.day),
        )
        self._head: RecordForm[Memorandum] = RecordForm(form, actions)
        self._head.typed("unit", self.unit)
        self._head.typed("officer", self.officer)
        self._head.chosen("day", self.day.set_date, self.day.dateChanged)
        self.body.addWidget(form)

    def _text(self, actions: Actions, role: TextRole) -> StoredText:
        text = StoredText(actions, role, placeholder=_PLACEHOLDERS[role], min_lines=2)
        self._editors[text.editor] = role
        return text

    def _make_adds(self) -> None:
        self._add_row = QWidget()
        flow = FlowLayout(self._add_row, spacing=6)
        self.adds: dict[TextRole, Button] = {}
        for role in MEMORANDUM_ROLES:
            button = Button(PART_NAMES[role], ButtonKind.QUIET, icon="plus", small=True)
            button.setAccessibleName(f"Lägg till {PART_NAMES[role]}")
            button.clicked.connect(lambda _=False, r=role: self.open_part(r))
            self.adds[role] = button
            flow.addWidget(button)
        self.body.addWidget(self._add_row)

    def _make_foot(self, actions: Actions) -> None:
        self._underlay = Label("", Type.BODY, wrap=True)
        underlay = QVBoxLayout()
        underlay.setSpacing(6)
        underlay.addWidget(SectionLabel("Beslutsunderlag"))
        underlay.addWidget(self._underlay)
        self.body.addLayout(underlay)
        self.signatory, self.title = LineEdit(), LineEdit()
        form = Form()
        form.add_beside(
            ("signatory", "Undertecknas av", self.signatory), ("signatory_title", "Titel", self.title)
        )
        self._foot: RecordForm[Memorandum] = RecordForm(form, actions)
        self._foot.typed("signatory", self.signatory)
        self._foot.typed("signatory_title", self.title)
        self.recipients = LinesEdit("En mottagare på varje rad")
        self._recipients = Typed(self.recipients)
        self._recipients.wanted.connect(self._store_recipients)
        self.body.addWidget(form)
        self.body.addWidget(FieldRow("Skickas till", self.recipients))

    def show_item(self, view: MeetingView, item: ItemView, *, frozen: bool) -> None:
        """Show the FöredragningsPM of an item that has one; what is being typed in the same one stays."""
        assert item.memorandum is not None
        other = self._item is None or self._item.item.id != item.item.id
        if other:
            self.flush()
            self._opened.clear()
            self.verticalScrollBar().setValue(0)
        self._item = item
        self._heading.setText(f"{item.item.number}. {item.item.title or 'Utan rubrik'}")
        told = (NAMES[PaperKind.MEMORANDUM], item.diary_number)
        self._meta.setText(", ".join(t for t in told if t))
        self._head.show(item.memorandum)
        self._foot.show(item.memorandum)
        names = tuple(r.name for r in item.recipients)
        (self._recipients.replace if other else self._recipients.show)(names)
        self._underlay.setText("\n".join(f"• {title}" for title in supporting_titles(view, item)))
        for role, text in self.texts.items():
            drafts = item.text(role)
            text.show_item(item.item.id, drafts)
            text.editor.set_frozen(frozen)
            text.setVisible(role in _ALWAYS or role in self._opened or not is_blank(drafts))
        for role, button in self.adds.items():
            button.setVisible(not frozen and self.texts[role].isHidden())
        self._add_row.setVisible(any(not b.isHidden() for b in self.adds.values()))
        freeze(self.inside, frozen)
        self.day.setEnabled(not frozen)
        self.remove.setVisible(not frozen)

    def begin(self) -> None:
        """Put the focus where there is something to write: the first empty field, or the proposal."""
        fields = ((self.unit, self.unit.text()), (self.officer, self.officer.text()))
        empty = next((field for field, text in fields if not text), None)
        self._enter(empty or self.texts[TextRole.PROPOSAL].editor)

    def open_part(self, role: TextRole) -> None:
        """Show a part, also an empty one, and go into it."""
        self._opened.add(role)
        self.texts[role].show()
        if role in self.adds:
            self.adds[role].hide()
        self._enter(self.texts[role].editor)

    def go_to(self, place: Place) -> None:
        """Go into a part or to a field of the head."""
        if place.role in self.texts:
            self.open_part(place.role)
        else:
            fields = {"officer": self.officer, "day": self.day}
            fields |= {"signatory": self.signatory, "signatory_title": self.title}
            self._enter(fields.get(place.field, self.unit))

    def flush(self) -> None:
        """Store what is typed."""
        self._head.flush()
        self._foot.flush()
        for text in self.texts.values():
            text.flush()
        self._recipients.flush()

    def _tell_entered(self, _: QWidget | None, entered: QWidget | None) -> None:
        if entered in self._editors:
            self.partEntered.emit(self._editors[entered])

    def _enter(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(field)

    def _remove(self) -> None:
        if self._item is not None and self._item.memorandum is not None:
            self.removeRequested.emit(self._item.memorandum.id)

    def _store_recipients(self, value: object) -> None:
        if self._item is not None and isinstance(value, tuple):
            self._actions.do(SetRecipients(self._item.item.id, value))
