"""The page of the upprop, before the meeting opens: arrows and space mark who is there, Enter opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from namndstod.domain.records import Mandate
from namndstod.domain.view import MeetingView
from namndstod.ui.kit import icons
from namndstod.ui.kit.basics import Card, KeyHint, Label
from namndstod.ui.kit.fields import Combo
from namndstod.ui.kit.paint import focus_ring, rounded, text_width, write
from namndstod.ui.kit.theme import font, is_theme_change, tokens
from namndstod.ui.kit.tokens import Type

from .presenting import mandate_note
from .reply_words import reply_note
from .roll_call import NOBODY, RollCall
from .step_view import Page

_PREFILLED = (
    "Förifyllt efter svaren. Markera bara det som avviker: den som inte är här, och vem som kom i stället. "
    "Ersättare föreslås i nämndens ordning."
)
_CORRECTING = (
    "Det som gällde när sammanträdet öppnades. Varje ändring sparas direkt. Den som kom eller gick senare "
    "markeras bland platserna i sin paragraf (F6)."
)
_NEXT = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class RollCallPage(Page):
    """Who is there. `changed` after each mark; the step reads `roll`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Upprop", parent)
        self.roll: RollCall | None = None
        self._rows: dict[str, _Row] = {}
        self._order: tuple[str, ...] = ()
        self._members, self._substitutes = Card("Ledamöter"), Card("Ersättare")
        self._grids = {}
        for card in (self._members, self._substitutes):
            grid = QVBoxLayout()
            grid.setSpacing(0)
            card.body.addLayout(grid)
            card.body.addStretch(1)
            self._grids[card] = grid
        heading = QVBoxLayout()
        heading.setSpacing(4)
        self._title = Label("", Type.HEADING)
        self._advice = Label("", Type.BODY, "muted", wrap=True)
        heading.addWidget(self._title)
        heading.addWidget(self._advice)
        self.body.addLayout(heading)
        self.body.addLayout(_hints())
        cards = QGridLayout()
        cards.setHorizontalSpacing(16)
        cards.addWidget(self._members, 0, 0, Qt.AlignmentFlag.AlignTop)
        cards.addWidget(self._substitutes, 0, 1, Qt.AlignmentFlag.AlignTop)
        cards.setColumnStretch(0, 3)
        cards.setColumnStretch(1, 2)
        self.body.addLayout(cards)
        self.body.addStretch(1)

    def show_view(self, view: MeetingView) -> None:
        """Show the upprop as it is stored, or go on with it."""
        if self.roll is None or self.roll.view.meeting.id != view.meeting.id or not self.roll.says(view):
            self.roll = RollCall.of(view)
        else:
            self.roll.follow(view)
        self._title.setText("Rätta uppropet" if view.held else "Upprop")
        self._advice.setText(_CORRECTING if view.held else _PREFILLED)
        self._show_rows()

    def focus_first(self) -> None:
        """Put the focus on the first person."""
        for row in self._rows.values():
            row.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between people with the arrow keys."""
        step = _NEXT.get(Qt.Key(event.key()))
        people = list(self._rows.values())
        at = next((n for n, row in enumerate(people) if row.box.hasFocus()), None)
        if at is not None and event.text().upper() == "D" and not event.modifiers():
            self.toggle_remote(list(self._rows)[at])
            return
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        people[(at + step) % len(people)].box.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(people[(at + step) % len(people)])

    def toggle(self, person_id: str) -> None:
        """Mark somebody as there, or as not there."""
        roll = self.roll
        if roll is None:
            return
        if any(m.person_id == person_id for m in roll.view.members):
            roll.toggle_member(person_id)
        else:
            roll.toggle_substitute(person_id)
        self._show_rows()
        self.changed.emit()

    def toggle_remote(self, person_id: str) -> None:
        """Mark somebody as there on distance, or in the room."""
        if self.roll is not None:
            self.roll.toggle_remote(person_id)
            self._show_rows()
            self.changed.emit()

    def choose(self, seat: str, person_id: str) -> None:
        """Let somebody take a seat."""
        if self.roll is not None:
            self.roll.choose(seat, person_id)
            self._show_rows()
            self.changed.emit()

    def row(self, person_id: str) -> _Row:
        """The row of a person."""
        return self._rows[person_id]

    def _show_rows(self) -> None:
        roll = self.roll
        if roll is None:
            return
        view = roll.view
        wanted = [(self._members, m) for m in view.members]
        wanted += [(self._substitutes, m) for m in view.substitutes]
        order = tuple(m.person_id for _, m in wanted)
        if order != self._order:
            self._order = order
            for row in self._rows.values():
                row.hide()
                row.deleteLater()
            self._rows = {}
            for card, mandate in wanted:
                made = _Row(mandate.person_id)
                made.box.clicked.connect(lambda _=False, p=mandate.person_id: self.toggle(p))
                made.chosen.connect(self.choose)
                self._grids[card].addWidget(made)
                self._rows[mandate.person_id] = made
        seats = {who: seat for seat, who in roll.serving().items()}
        for card, mandate in wanted:
            self._show_row(roll, mandate, seats, substitute=card is self._substitutes)

    def _show_row(self, roll: RollCall, mandate: Mandate, seats: dict[str, str], *, substitute: bool) -> None:
        row = self._rows[mandate.person_id]
        name = roll.view.label(mandate.person_id)
        there = roll.is_there(mandate.person_id)
        words = [mandate_note(mandate)]
        if substitute:
            seat = seats.get(mandate.person_id)
            words = [f"för {roll.view.people[seat].name}"] if seat else ["tjänstgör inte"] if there else []
        words.append("på distans" if mandate.person_id in roll.remote else "")
        words.append(reply_note(roll.view, mandate.person_id))
        note = " · ".join(filter(None, words))
        row.box.set(name, note, there)
        if substitute or there:
            row.show_choice((), NOBODY)
            return
        choices = tuple(
            (c.person_id, roll.view.label(c.person_id)) for c in roll.candidates(mandate.person_id)
        )
        row.show_choice(choices, roll.serving().get(mandate.person_id, NOBODY))


class _Row(QWidget):
    """A person: a box to tick, and for an empty seat the choice of who serves."""

    chosen = Signal(str, str)  # seat, person

    def __init__(self, person_id: str) -> None:
        super().__init__()
        self._id = person_id
        self.box = _PersonBox()
        self.combo = Combo()
        self.combo.setMaximumWidth(240)
        self.combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(16)
        self.combo.activated.connect(lambda _: self.chosen.emit(self._id, str(self.combo.value())))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 3)
        row.addWidget(self.combo, 2)
        self.setFixedHeight(36)
        self.combo.hide()

    def show_choice(self, choices: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Offer these people for the seat; nothing to choose hides it."""
        entries = [*choices, (NOBODY, "ingen tjänstgör")] if choices else []
        if [self.combo.itemData(n) for n in range(self.combo.count())] != [e[0] for e in entries]:
            self.combo.clear()
            for person_id, text in entries:
                self.combo.addItem(text, person_id)
        self.combo.set_value(chosen)
        self.combo.setAccessibleName(f"Vem tjänstgör för {self.box.text()}")
        self.combo.setVisible(bool(entries))


class _PersonBox(QAbstractButton):
    """A tick box with a name and a muted note after it."""

    def __init__(self) -> None:
        super().__init__()
        self._note = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, name: str, note: str, there: bool) -> None:
        self.setText(name)
        self._note = note
        self.setChecked(there)
        self.setAccessibleName(", ".join(filter(None, (name, note))))
        self.update()

    def nextCheckState(self) -> None:
        """A click asks; the page says who is there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _NEXT:
            event.ignore()  # the page moves between people
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(180, 32)

    def changeEvent(self, event: QEvent) -> None:
        if is_theme_change(event):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, 6, t.hover)
        box = QRectF(6, (rect.height() - 18) / 2, 18, 18)
        here = self.isChecked()
        rounded(painter, box, 5, t.accent if here else t.surface, None if here else t.line_strong, 1.5)
        if here:
            icons.draw(painter, "check", box.adjusted(2, 2, -2, -2), t.on_accent)
        colour = t.text if here else t.muted
        name = QRectF(34, 0, rect.width() - 36, rect.height())
        write(painter, name, self.text(), font(Type.MEDIUM), colour)
        if self._note:
            name.setLeft(name.left() + text_width(self.text(), font(Type.MEDIUM)) + 8)
            write(painter, name, self._note, font(Type.SMALL), t.muted)
        if self.hasFocus():
            focus_ring(painter, rect, 6, t.accent)
        painter.end()


def _hints() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for key, text in (("↑ ↓", "nästa person"), ("Blanksteg", "här eller inte här"), ("D", "på distans")):
        row.addWidget(KeyHint(key))
        row.addWidget(Label(text, Type.SMALL, "muted"))
        row.addSpacing(10)
    row.addStretch(1)
    return row
