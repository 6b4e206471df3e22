"""PageHeader and StepBar: where one is, and the steps of the work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from namndstod.domain.frozen import frozen

from . import icons
from .basics import Hairline, Label, Pill
from .paint import focus_ring, rounded, text_width, write
from .theme import font, is_theme_change, set_area, tokens
from .tokens import Tone, Type


class PageHeader(QWidget):
    """Head of a view: crumb over the title, pills beside it, actions at the right, perhaps steps below."""

    def __init__(self, title: str, crumb: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._crumb = Label(crumb, Type.SMALL, "muted")
        self._title = Label(title, Type.TITLE)
        for label in (self._crumb, self._title):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            label.setMinimumWidth(0)
        titles = QHBoxLayout()
        titles.setSpacing(12)
        titles.addWidget(self._title)
        self._pill_row = QHBoxLayout()
        self._pill_row.setSpacing(8)
        titles.addLayout(self._pill_row)
        titles.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(3)
        left.addWidget(self._crumb)
        left.addLayout(titles)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 14)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(self._actions)
        row.setAlignment(self._actions, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(row)
        self._column.addWidget(Hairline())
        self._pills: list[Pill] = []
        self._row = row
        self._steps: StepBar | None = None

    def set_crumb(self, text: str) -> None:
        """Change the line over the title."""
        self._crumb.setText(text)

    def set_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)

    def set_pills(self, pills: Sequence[tuple[str, Tone]]) -> None:
        """Show these pills beside the title."""
        while len(self._pills) < len(pills):
            pill = Pill()
            self._pills.append(pill)
            self._pill_row.addWidget(pill)
        for index, pill in enumerate(self._pills):
            text, tone = pills[index] if index < len(pills) else ("", Tone.NEUTRAL)
            pill.set(text, tone)

    def add_action(self, widget: QWidget) -> None:
        """Put a button (or anything) at the right, after those already there."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_steps(self, steps: StepBar) -> None:
        """Put the steps under the title."""
        self._row.setContentsMargins(20, 12, 20, 8)
        self._column.insertWidget(1, steps)
        self._steps = steps

    def free_room(self) -> QRect:
        """Where nothing stands: beside the steps, or between title and actions. In its own coordinates."""
        if self._steps is not None:
            left = self._steps.x() + self._steps.used_width()
            room = self.width() - left - self._steps.end_width()
            return QRect(left, self._steps.y(), room, self._steps.height())
        shown = [self._crumb, self._title, *(p for p in self._pills if not p.isHidden())]
        left = max(w.mapTo(self, w.rect().topRight()).x() for w in shown) + 1
        return QRect(left, 0, self._actions_left() - left, self.height())

    def title_room(self) -> QRect:
        """Where crumb, title and pills stand, which say something but do nothing. In its own coordinates."""
        bottom = self._steps.y() if self._steps is not None else self.height()
        return QRect(0, 0, self._actions_left(), bottom)

    def _actions_left(self) -> int:
        shown = [
            i.geometry().x()
            for n in range(self._actions.count())
            if (i := self._actions.itemAt(n)) and not i.isEmpty()
        ]
        return min(shown, default=self.width())


@frozen
class Step:
    """A step and how it stands: done, or with findings of a tone."""

    key: str
    text: str
    done: bool = False
    findings: int = 0
    tone: Tone = Tone.LOOK


class StepBar(QWidget):
    """The steps of a meeting as tabs. `chosen(key)` when a person picks one; steps are never locked."""

    chosen = Signal(str)

    def __init__(self, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Steg")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(0)
        self._tabs: dict[str, _Tab] = {}
        for step in steps:
            tab = _Tab(step)
            tab.clicked.connect(lambda _=False, key=step.key: self.chosen.emit(key))
            self._tabs[step.key] = tab
            row.addWidget(tab)
        row.addStretch(1)
        self._end: QWidget | None = None

    def set_end(self, widget: QWidget) -> None:
        """Put something at the right end, beside the steps."""
        self._end = widget
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def end_width(self) -> int:
        """The width that it takes, in pixels."""
        return 0 if self._end is None or self._end.isHidden() else self._end.width() + 20

    def set_step(self, step: Step) -> None:
        """Say how a step stands now."""
        self._tabs[step.key].set_step(step)

    def used_width(self) -> int:
        """The width up to where the last tab ends, in pixels."""
        return max(tab.geometry().right() + 1 for tab in self._tabs.values())

    def current(self) -> str | None:
        """The key of the step one is in."""
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), None)

    def set_current(self, key: str) -> None:
        """Mark the step one is in."""
        for each, tab in self._tabs.items():
            tab.setChecked(each == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between the tabs with the arrow keys."""
        tabs = list(self._tabs.values())
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        focused = next((i for i, tab in enumerate(tabs) if tab.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        tabs[(focused + step) % len(tabs)].setFocus(Qt.FocusReason.TabFocusReason)


class _Tab(QAbstractButton):
    SIGN = 16

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._step = step
        self.set_step(step)

    def set_step(self, step: Step) -> None:
        self._step = step
        self.setText(step.text)
        state = ", klar" if step.done and not step.findings else ""
        if step.findings:
            state = f", {step.findings} att {'rätta' if step.tone is Tone.MEND else 'titta på'}"
        self.setAccessibleName(step.text + state)
        self.setToolTip((step.text + state) if state else "")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """A click asks; only the bar says where one is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the bar moves between tabs
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        sign = self.SIGN + 7 if self._signed() else 0
        return QSize(round(text_width(self.text(), font(Type.STRONG))) + sign + 28, 38)

    def changeEvent(self, event: QEvent) -> None:
        if is_theme_change(event):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        here = self.isChecked()
        x = 14.0
        if self._signed():
            self._draw_sign(painter, QRectF(x, rect.center().y() - self.SIGN / 2, self.SIGN, self.SIGN))
            x += self.SIGN + 7
        used = font(Type.STRONG if here else Type.BODY)
        colour = t.text if here or self.underMouse() else t.muted
        write(painter, QRectF(x, 0, rect.width() - x - 6, rect.height()), self.text(), used, colour)
        if here:
            painter.fillRect(QRectF(0, rect.height() - 2, rect.width(), 2), QColor(t.accent))
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(2, 4, -2, -4), 6, t.accent)
        painter.end()

    def _signed(self) -> bool:
        return self._step.done or self._step.findings > 0

    def _draw_sign(self, painter: QPainter, box: QRectF) -> None:
        tone = self._step.tone if self._step.findings else Tone.DONE
        colour, soft = tokens().tone(tone)
        rounded(painter, box, box.height() / 2, soft)
        if self._step.findings:
            number = str(self._step.findings) if self._step.findings < 100 else "…"
            write(painter, box, number, font(Type.PILL), colour, Qt.AlignmentFlag.AlignHCenter)
        else:
            icons.draw(painter, "check", box.adjusted(2.5, 2.5, -2.5, -2.5), colour)
