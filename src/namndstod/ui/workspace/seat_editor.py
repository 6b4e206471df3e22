"""What can be done with the chosen person of the seats: one button and one key for each thing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.findings.substitutes import REASONS
from namndstod.domain.presence import SectionPresence
from namndstod.domain.records import Anchor
from namndstod.ui.kit.basics import Button, ButtonKind, KeyHint, Label
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

from .presence_card import ANCHORS
from .seat_words import Standing


class SeatEditor(QWidget):
    """Buttons of the chosen person, and who serves on the seat. It asks; the seats send the commands."""

    chosen = Signal(str)  # an ersättare for the seat, nothing for nobody
    reasonGiven = Signal(str)
    left = Signal()  # the focus may go back to the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self.when = Combo(ANCHORS)
        self.when.setAccessibleName("Före, under eller efter paragrafen")
        self.go = Button("Går", hint="Blanksteg", small=True)
        self.recuse = Button("Jäv", hint="J", small=True)
        self.lead = Button("Leder", hint="L", small=True)
        self.remote = Button("Distans", hint="D", small=True)
        self.announce = Button("Jäv längre fram …", hint="Shift J", small=True)
        self.remove = Button("Ta bort", ButtonKind.QUIET, hint="Delete", small=True)
        self.serve = Combo()
        self.serve.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.serve.setMinimumContentsLength(10)
        self.serve.setAccessibleName("Vem tjänstgör på platsen")
        self.serve.setAccessibleDescription("Tangent: T")
        self.reason = LineEdit(placeholder=f"t.ex. {REASONS[0]}")
        self.reason.setAccessibleName("Skäl för avvikelse från inkallelseordningen")
        completer = QCompleter(list(REASONS), self.reason)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.reason.setCompleter(completer)
        self._who = Label("", Type.STRONG, wrap=True)
        self._why = Label("", Type.SMALL, "muted", wrap=True)
        self._seat = QWidget()
        self._reason = QWidget()
        self._lay_out()
        self.serve.activated.connect(lambda _: self._choose())
        self.reason.editingFinished.connect(self._give_reason)

    def _lay_out(self) -> None:
        buttons = FlowLayout(spacing=6)
        for widget in (
            self.when, self.go, self.recuse, self.lead, self.remote, self.announce, self.remove,
        ):  # fmt: skip
            buttons.addWidget(widget)
        seat = QVBoxLayout(self._seat)
        seat.setContentsMargins(0, 0, 0, 0)
        seat.setSpacing(4)
        label = QHBoxLayout()
        label = QHBoxLayout()
        label.addWidget(Label("Tjänstgör på platsen", Type.SMALL, "muted"), 1)
        label.addWidget(KeyHint("T"))
        seat.addLayout(label)
        seat.addWidget(self.serve)
        seat.addWidget(self._why)
        reason = QVBoxLayout(self._reason)
        reason.setContentsMargins(0, 0, 0, 0)
        reason.setSpacing(4)
        reason.addWidget(Label("Skäl för avvikelsen", Type.SMALL, "muted"))
        reason.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._who)
        column.addLayout(buttons)
        column.addWidget(self._seat)
        column.addWidget(self._reason)

    def anchor(self) -> Anchor:
        """Before, during or after the §."""
        return Anchor(str(self.when.value()))

    def show_person(
        self, label: str, person: str, here: SectionPresence, *, there: bool, removable: str
    ) -> None:
        """Show a person; `removable` is what «Ta bort» takes away, in words, or nothing."""
        self._who.setText(label)
        self.go.setText("Går" if there else "Kommer")
        self.recuse.setText("Inte jävig" if person in here.recused else "Jäv")
        self.remote.setText("Inte distans" if person in here.remote else "Distans")
        self.lead.setVisible(here.serves(person))
        self.remove.setVisible(bool(removable))
        self.remove.setAccessibleName(f"Ta bort: {removable}")

    def show_standing(self, stands: Standing) -> None:
        """Show who serves on the seat, by which rule, and who else could."""
        self.serve.clear()
        if not stands.sitting:
            self.serve.addItem("ingen", "")
        for person, words in stands.choices:
            self.serve.addItem(words, person)
        self.serve.set_value(stands.sitting)
        self._why.setText(stands.why)
        self._why.setVisible(bool(stands.why))
        self._seat.setVisible(bool(stands.seat))
        said = stands.event.reason if stands.event is not None else ""
        if not self.reason.hasFocus():
            self.reason.setText(said)
        self._reason.setVisible(stands.out_of_turn or self.reason.hasFocus())

    def set_enabled(self, enabled: bool) -> None:
        """Let everything be used, or nothing (the protokoll is justerat)."""
        for widget in (
            self.when, self.go, self.recuse, self.lead, self.remote, self.announce, self.remove, self.serve,
            self.reason,
        ):  # fmt: skip
            widget.setEnabled(enabled)

    def open_choice(self) -> bool:
        """Show who could serve on the seat; False when there is nobody to choose."""
        if self._seat.isHidden() or not self.serve.isEnabled():
            return False
        self.serve.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.serve.showPopup()
        return True

    def flush(self) -> None:
        """Store a reason that is being written."""
        if self.reason.hasFocus():
            self._give_reason()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after a reason goes back to the list, and is no klubba."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.reason.hasFocus():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.left.emit()
        self.chosen.emit(str(self.serve.value() or ""))

    def _give_reason(self) -> None:
        self.reasonGiven.emit(self.reason.text().strip())
