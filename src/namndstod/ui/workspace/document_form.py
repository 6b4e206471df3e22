"""What is known of a chosen document: title, secrecy, which item it belongs to, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from namndstod.domain.editions import shown_title
from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import ConversionState, SupportingDocument
from namndstod.domain.swedish import number_ranges, numbers_in
from namndstod.domain.view import DocumentView, MeetingView
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.fields import Combo, Form, LineEdit
from namndstod.ui.kit.theme import set_area, set_property
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .step_view import Page
from .stored_fields import RecordForm, Typed, freeze


class DocumentForm(QWidget):
    """The fields of a document. What is typed is stored by itself."""

    openRequested = Signal(str)  # document id
    removeRequested = Signal(str)
    againRequested = Signal(str)  # SHA-256
    moveRequested = Signal(str, str)  # document id, item id

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "background")
        self._shown: DocumentView | None = None
        self._pages_of = ""
        self._name = Label("", Type.SMALL, "muted", wrap=True)
        self._message = Label("", Type.BODY, "look", wrap=True)
        self.title = LineEdit()
        self.secrecy = LineEdit(placeholder="Till exempel OSL 21 kap. 1 §")
        self.item = Combo()
        self.item.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.item.setMinimumContentsLength(12)
        form = Form()
        form.add("title", "Titel", self.title)
        form.add_beside(
            ("secrecy_ground", "Sekretess, lagrum", self.secrecy), ("item", "Hör till", self.item)
        )
        self.personal = Combo(((False, "nej"), (True, "ja")))
        self.pages = LineEdit(placeholder="Till exempel 2–4, 7")
        form.add_beside(
            ("personal", "Personuppgifter", self.personal),
            ("withheld_pages", "Sidor som undantas", self.pages),
        )
        self._form = form
        self._record: RecordForm[SupportingDocument] = RecordForm(form, actions)
        self._record.picked("personal", self.personal)
        self._pages = Typed(self.pages)
        self._pages.wanted.connect(self._store_pages)
        self._record.typed("title", self.title)
        self._record.typed("secrecy_ground", self.secrecy)
        self.open = Button("Öppna originalet", icon="document")
        self.again = Button("Försök igen")
        self.remove = Button("Ta bort", ButtonKind.DANGER, hint="Delete")
        acts = QWidget()
        buttons = QHBoxLayout(acts)
        buttons.setSpacing(8)
        for button in (self.open, self.again, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_Scrolling(self._name, self._message, form, acts))
        self.open.clicked.connect(lambda: self._ask(self.openRequested))
        self.remove.clicked.connect(lambda: self._ask(self.removeRequested))
        self.again.clicked.connect(self._again)
        self.item.activated.connect(self._move)

    def show_document(self, view: MeetingView, document: DocumentView, *, frozen: bool) -> None:
        """Show a document, with why its pages are not there or what they leave out."""
        if other := self._pages_of != document.document.id:
            self._pages.flush()
        self._shown = document
        self._record.show(document.document)
        added = document.document
        self._name.setText(
            f"{added.original_name} · {size_text(document.file.size)} · tillagd av {added.added_by}"
        )
        conversion = document.conversion
        message = conversion.message if conversion else ""
        shown = conversion is None or conversion.state is ConversionState.DONE
        self._message.setText(message)
        self._message.set_tone("muted" if shown else "look")
        self._message.setVisible(bool(message))
        self.again.setVisible(not shown and not frozen)
        entries = [(i.item.id, f"{i.item.number}. {shown_title(i)}") for i in view.items]
        if entries != [(self.item.itemData(n), self.item.itemText(n)) for n in range(self.item.count())]:
            self.item.clear()
            for item_id, text in entries:
                self.item.addItem(text, item_id)
        self.item.set_value(added.item_id)
        self._pages_of = added.id
        (self._pages.replace if other else self._pages.show)(number_ranges(added.withheld_pages))
        freeze(self, frozen)
        for line in (self.secrecy, self.pages):  # no word of the minutes: after justering too
            line.setReadOnly(False)
            set_property(line, "frozen", "false")
        self.item.setEnabled(not frozen)
        self.remove.setVisible(not frozen)

    def flush(self) -> None:
        """Store what is typed."""
        self._record.flush()
        self._pages.flush()

    def edit(self) -> None:
        """Go to the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def _ask(self, signal: object) -> None:
        if self._shown is not None:
            signal.emit(self._shown.document.id)  # type: ignore[attr-defined]

    def _store_pages(self, value: object) -> None:
        self._form.clear_errors()
        try:
            self._record.store("withheld_pages", numbers_in(str(value)))
        except ValueError:
            self._form.show_error(RuleBroken("Skriv sidorna så här: 2–4, 7.", field="withheld_pages"))

    def _again(self) -> None:
        if self._shown is not None:
            self.againRequested.emit(self._shown.file.sha256)

    def _move(self) -> None:
        if self._shown is not None and self.item.value() != self._shown.document.item_id:
            self.moveRequested.emit(self._shown.document.id, str(self.item.value()))


def size_text(size: int) -> str:
    """«214 kB», «1,3 MB»."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


class _Scrolling(Page):
    """Widgets under each other, as high as they need; where there is less room they scroll."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__("Uppgifter om handlingen")
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(12)
        for widget in widgets:
            self.body.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(64)

    def sizeHint(self) -> QSize:
        height = self.body.totalHeightForWidth(max(self.viewport().width(), 200))
        return QSize(300, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # words wrap: the height follows from the width

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A scroll area watches what is in it, but says nothing of a new size to what it is in.
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
