"""Rail: the dark strip at the left with the places of the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from namndstod.domain.frozen import frozen

from . import icons
from .basics import Label
from .paint import focus_ring, pill_width, rounded, text_width, write
from .theme import font, is_theme_change, set_area, tokens
from .tokens import RADIUS, Type

WIDTH = 172
NARROW_WIDTH = 56


@frozen
class RailEntry:
    """A place: its key, Swedish name, icon and the key that leads there («Ctrl K»)."""

    key: str
    text: str
    icon: str
    hint: str = ""


class Rail(QWidget):
    """The places of the program. `chosen(key)` when a person picks one; the window answers `set_current`."""

    chosen = Signal(str)

    def __init__(
        self, entries: Sequence[RailEntry], name: str = "Nämndstöd", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_area(self, "rail")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Huvudmeny")
        self._narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 18, 10, 20)
        column.setSpacing(2)
        self._title = Label(name, Type.HEADING, "rail-strong")
        self._title.setContentsMargins(10, 0, 0, 12)
        column.addWidget(self._title)
        self._buttons: dict[str, _Entry] = {}
        for entry in entries:
            button = _Entry(entry)
            button.clicked.connect(lambda _=False, key=entry.key: self.chosen.emit(key))
            self._buttons[entry.key] = button
            column.addWidget(button)
        column.addStretch(1)
        self._binder = Label("", Type.TINY, "rail", wrap=True)
        self._saved = Label("", Type.TINY, "rail")
        for line in (self._binder, self._saved):
            line.setContentsMargins(10, 0, 0, 0)
            column.addWidget(line)

    def current(self) -> str | None:
        """The key of the place where one is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def set_current(self, key: str) -> None:
        """Mark the place where one is."""
        for each, button in self._buttons.items():
            button.setChecked(each == key)

    def is_narrow(self) -> bool:
        """Whether only the icons are shown."""
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        """Show only the icons, or everything."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)
        for words in (self._title, self._binder, self._saved):
            words.setVisible(not narrow)
        for button in self._buttons.values():
            button.set_narrow(narrow)

    def set_badge(self, key: str, text: str) -> None:
        """Show a number at an entry; an empty text takes it away."""
        self._buttons[key].set_badge(text)

    def set_binder(self, name: str) -> None:
        """Say which binder is open."""
        self._binder.setText(f"Pärm: {name}" if name else "")

    def set_saved(self, text: str) -> None:
        """Say when the last action was stored («sparat 11.42.07»)."""
        self._saved.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between the entries with the arrow keys."""
        buttons = list(self._buttons.values())
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        focused = next((i for i, b in enumerate(buttons) if b.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)


class _Entry(QAbstractButton):
    def __init__(self, entry: RailEntry) -> None:
        super().__init__()
        self._entry = entry
        self._badge = ""
        self._narrow = False
        self.setText(entry.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_badge(self, text: str) -> None:
        self._badge = text
        self._name()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._name()
        self.update()

    def nextCheckState(self) -> None:
        """A click asks; only the rail says where one is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the rail moves between entries
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize((NARROW_WIDTH if self._narrow else WIDTH) - 20, 35)

    def changeEvent(self, event: QEvent) -> None:
        if is_theme_change(event):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        here = self.isChecked()
        if here or self.underMouse():
            painter.setOpacity(1.0 if here else 0.55)
            rounded(painter, rect, RADIUS, t.rail_current)
            painter.setOpacity(1.0)
        if self.hasFocus():
            focus_ring(painter, rect, RADIUS, t.rail_strong)
        colour = t.rail_strong if here else t.rail_text
        icons.draw(painter, self._entry.icon, QRectF(10, rect.center().y() - 8, 16, 16), colour)
        if self._narrow:
            painter.end()
            return
        right = rect.right() - 10
        aside = self._badge or self._entry.hint
        if aside:
            width = max(22.0, pill_width(aside) - 4)
            pill = QRectF(right - width, rect.center().y() - 8, width, 16)
            rounded(painter, pill, 8, t.rail_badge)
            write(painter, pill, aside, font(Type.TINY), t.rail_text, Qt.AlignmentFlag.AlignHCenter)
            right = pill.left() - 4
        used = font(Type.STRONG if here else Type.BODY)
        if text_width(self.text(), used) > right - 34:  # a long name must not be cut off
            used.setStretch(94)
        write(painter, QRectF(34, 0, right - 34, rect.height()), self.text(), used, colour)
        painter.end()

    def _name(self) -> None:
        name = f"{self.text()}, {self._badge}" if self._badge else self.text()
        self.setAccessibleName(name)
        hint = f" ({self._entry.hint})" if self._entry.hint else ""
        self.setToolTip(f"{name}{hint}" if self._narrow else "")
        if self._entry.hint:
            self.setAccessibleDescription(f"Tangent: {self._entry.hint}")
