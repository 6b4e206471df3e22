"""The editor of an item of the föredragningslista."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from namndstod.domain.findings import Place
from namndstod.domain.records import AgendaItem, ItemKind, TextRole
from namndstod.domain.texts import is_blank
from namndstod.domain.view import ItemView, MeetingView
from namndstod.services.commands.agenda import SetDiaryNumber, SetRecipients
from namndstod.ui.kit.basics import Label
from namndstod.ui.kit.fields import Combo, FieldRow, Form, LineEdit
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .clock_fields import ClockFields
from .presenting import KINDS, written_by_itself
from .recipient_rows import RecipientRows
from .secrecy_fields import SecrecyFields
from .step_view import Page
from .stored_fields import LinesEdit, RecordForm, Typed, freeze
from .texts import StoredText

_PLACEHOLDERS = {
    TextRole.PROPOSAL: "Skriv ”att” och mellanslag, så blir det en att-sats.",
    TextRole.SUMMARY: "Bakgrunden i korthet.",
    TextRole.POINTS: "En punkt på varje rad.",
}


class ItemForm(Page):
    """Everything about one item. What is typed is stored by itself."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Ärende", parent)
        self._actions = actions
        self._item: ItemView | None = None
        self._heading = Label("", Type.HEADING, wrap=True)
        self._origin = Label("", Type.BODY, "muted", wrap=True)
        self.title = LineEdit(placeholder="Ärendets rubrik")
        self.kind = Combo(tuple(KINDS.items()))
        self.diary = LineEdit(placeholder="Diarienummer")
        self.presenters = LinesEdit("En person på varje rad")
        form = Form()
        form.add("title", "Rubrik", self.title)
        form.add_beside(("kind", "Slag", self.kind), ("diary_number", "Diarienummer", self.diary))
        self.clock = ClockFields(actions)
        form.add("presenters", "Föredragande", self.presenters)
        self.authority = Combo(((False, "nej"), (True, "ja")))
        self.staff = Combo(((False, "får vara med"), (True, "får inte vara med")))
        form.add_beside(
            ("authority", "Myndighetsutövning mot enskild", self.authority),
            ("staff_excluded", "Personalföreträdare", self.staff),
        )
        self.secrecy = SecrecyFields(form)
        form.add_widget(self.clock)
        self._form = form
        self._record: RecordForm[AgendaItem] = RecordForm(form, actions)
        self.secrecy.tie(self._record)
        self._record.typed("title", self.title)
        self._record.typed("presenters", self.presenters)
        self._record.picked("kind", self.kind)
        self._record.picked("authority", self.authority)
        self._record.picked("staff_excluded", self.staff)
        self._diary = Typed(self.diary)
        self._diary.wanted.connect(self._store_diary)
        self.texts = {
            role: StoredText(actions, role, placeholder=_PLACEHOLDERS[role], min_lines=2)
            for role in (TextRole.POINTS, TextRole.PROPOSAL, TextRole.SUMMARY)
        }
        self.recipients = LinesEdit("En mottagare på varje rad")
        self._recipients = Typed(self.recipients)
        self._recipients.wanted.connect(self._store_recipients)
        self._recipients_row = FieldRow("Skickas till", self.recipients)
        self.reach = RecipientRows(actions)
        self._proposed = Label("", Type.SMALL, "muted", wrap=True)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._origin)
        self.body.addWidget(form)
        self.body.addWidget(self.secrecy.note)
        for text in self.texts.values():
            self.body.addWidget(text)
            if text.role is TextRole.PROPOSAL:
                self.body.addWidget(self._proposed)
        self.body.addWidget(self._recipients_row)
        self.body.addWidget(self.reach)
        self.body.addStretch(1)

    def show_item(self, view: MeetingView, item: ItemView, *, frozen: bool) -> None:
        """Show an item; what is being typed in the same one stays."""
        other = self._item is not None and self._item.item.id != item.item.id
        if other:
            self.flush()
            self.verticalScrollBar().setValue(0)
        self._item = item
        self._heading.setText(f"Ärende {item.item.number}")
        self._origin.setText(item.origin.words if item.origin is not None else "")
        self._origin.setVisible(item.origin is not None)
        self._record.show(item.item)
        self.clock.show_matter(item.matter if item.item.kind is not ItemKind.FORMAL else None)
        for watcher, value in (
            (self._diary, item.diary_number),
            (self._recipients, tuple(r.name for r in item.recipients)),
        ):
            (watcher.replace if other else watcher.show)(value)
        kind = item.item.kind
        matter = kind in (ItemKind.DECISION, ItemKind.ELECTION)
        informs = kind in (ItemKind.INFORMATION, ItemKind.REPORT)
        wanted = {
            TextRole.POINTS: informs,
            TextRole.PROPOSAL: kind is not ItemKind.INFORMATION,
            TextRole.SUMMARY: matter,
        }
        for role, text in self.texts.items():
            drafts = item.text(role)
            text.show_item(item.item.id, drafts)
            text.editor.set_frozen(frozen)
            text.setVisible(wanted[role] or not is_blank(drafts))
        proposed = written_by_itself(view, item)
        self._proposed.setText(proposed)
        self._proposed.setVisible(bool(proposed))
        self._recipients_row.setVisible(matter or bool(item.recipients))
        self.reach.show_recipients(item.recipients)
        freeze(self.inside, frozen)
        freeze(self.clock, frozen=False)  # days of the ärende, which goes on
        freeze(self.reach, frozen=False)  # how a recipient is reached stands in no minutes
        for combo in (self.kind, self.authority, self.staff):
            combo.setEnabled(not frozen)
        self.secrecy.show_record(item.item)
        for name in ("authority", "staff_excluded"):
            self._form.rows[name].setVisible(matter)

    def flush(self) -> None:
        """Store everything typed."""
        self._record.flush()
        self._diary.flush()
        for text in self.texts.values():
            text.flush()
        self._recipients.flush()
        self.reach.flush()

    def go_to(self, place: Place) -> None:
        """Put the focus on a text or a field."""
        target: QWidget = self.title
        if place.role in self.texts:
            target = self.texts[place.role].editor
        elif place.field == "diary_number":
            target = self.diary
        elif place.field in ("received", "answer_by"):
            target = self.clock.rows[place.field].field
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(target)

    def _store_diary(self, value: object) -> None:
        if self._item is not None:
            self._actions.do(SetDiaryNumber(self._item.item.id, str(value)))

    def _store_recipients(self, value: object) -> None:
        if self._item is not None and isinstance(value, tuple):
            self._actions.do(SetRecipients(self._item.item.id, value))
