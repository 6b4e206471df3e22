"""FindingsPanel («Kontroll»): what is missing or wrong, with its law and a way to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .basics import Button, ButtonKind, Hairline, Label, Pill, Sign
from .finding_reasons import Reasons
from .flow import FlowLayout
from .theme import font, is_theme_change, set_area, tokens
from .tokens import Tone, Type

_SIGN = {Tone.MEND: "block-filled", Tone.LOOK: "warning-filled", Tone.INFO: "info-filled"}
_WORD = {Tone.MEND: "Måste rättas", Tone.LOOK: "Att titta på", Tone.INFO: "Upplysning"}
TEXT_WIDTH = 260
"""Where the text would be narrower than this, the buttons of a finding stand under it."""

_INDENT = 30  # of the text, after the sign
_WHOLE = 24  # characters up to which a source («KL 5 kap. 69 §») stands in one line
MOST = 12  # findings laid out before somebody asks for all

_ORDER = (Tone.MEND, Tone.LOOK, Tone.INFO)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as shown. `tone` is MEND, LOOK or INFO; `mends` are the texts of the buttons that mend it.

    With `reasons` it can be let stand, for one of these or another; `waived` when it has been.
    """

    id: str
    tone: Tone
    message: str
    source: str = ""  # «KL 6 kap. 30 §»
    go_to: bool = True
    mends: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    waived: bool = False


class FindingsPanel(QWidget):
    """Kontroll, below a SplitPane or Hairline. New findings never take the focus."""

    goToRequested = Signal(str)
    meaningRequested = Signal(str)
    mendRequested = Signal(str, int)  # id, which of its ways to mend
    waiveRequested = Signal(str, str)  # id, the reason
    unwaiveRequested = Signal(str)
    collapsedChanged = Signal(bool)
    grown = Signal()  # a finding needs more room, or less

    def __init__(
        self, findings: Sequence[FindingRow] = (), title: str = "Kontroll", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._rows: dict[str, _Finding] = {}
        self._all_findings: tuple[FindingRow, ...] = ()
        self._shows_all = False
        self._toggle = Button(
            kind=ButtonKind.QUIET, icon="chevron-down", name="Visa eller dölj kontrollen", small=True
        )
        self._toggle.clicked.connect(lambda: self.set_collapsed(not self.is_collapsed()))
        self._counts = {tone: Pill() for tone in _ORDER}
        self._nothing = Label("Inget att titta på", Type.BODY, "muted")
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 12, 6)
        head.setSpacing(8)
        head.addWidget(Label(title, Type.STRONG))
        for pill in self._counts.values():
            head.addWidget(pill)
        head.addWidget(self._nothing)
        head.addStretch(1)
        head.addWidget(self._toggle)
        self._list = QWidget()
        set_area(self._list, "surface")
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._all = Button("", ButtonKind.QUIET, parent=self._list)
        self._all.clicked.connect(self._show_all)
        self._column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self._collapsed = False
        self.set_findings(findings)

    def set_findings(self, findings: Sequence[FindingRow]) -> None:
        """Show these findings, gravest first; those already there keep their widgets and the focus.

        Of a long list only the beginning is laid out until somebody asks for all of it.
        """
        self._all_findings = tuple(sorted(findings, key=lambda f: _ORDER.index(f.tone)))
        wanted = self._all_findings if self._shows_all else self._all_findings[:MOST]
        for gone in self._rows.keys() - {f.id for f in wanted}:
            widget = self._rows.pop(gone)
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, finding in enumerate(wanted):
            widget = self._rows.get(finding.id) or self._new_row(finding)
            widget.set_finding(finding)
            if self._column.indexOf(widget) != place:
                self._column.removeWidget(widget)
                self._column.insertWidget(place, widget)
        self._all.setText(f"Visa alla {len(self._all_findings)}")
        self._all.setVisible(len(wanted) < len(self._all_findings))
        for tone, pill in self._counts.items():
            number = sum(f.tone is tone for f in self._all_findings)
            pill.set(str(number) if number else "", tone)
            pill.setAccessibleName(f"{_WORD[tone]}: {number}")
            pill.setToolTip(f"{_WORD[tone]}: {number}")
        self._nothing.setVisible(not wanted)
        self._toggle.setVisible(bool(wanted))
        self._scroll.setVisible(bool(wanted) and not self._collapsed)
        self.updateGeometry()

    def _show_all(self) -> None:
        self._shows_all = True
        self.set_findings(self._all_findings)

    def count(self) -> int:
        """Number of findings."""
        return len(self._all_findings)

    def is_collapsed(self) -> bool:
        """Whether only the head is shown."""
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Show only the head, or everything."""
        if collapsed != self._collapsed:
            self._collapsed = collapsed
            self._toggle.set_icon("chevron-up" if collapsed else "chevron-down")
            self._scroll.setVisible(bool(self._rows) and not collapsed)
            self.updateGeometry()
            self.collapsedChanged.emit(collapsed)

    def sizeHint(self) -> QSize:
        """Room for about two findings, and for the reasons that are open."""
        rows = min(2, len(self._rows)) if not self._collapsed else 0
        asked = sum(
            w.reasons.sizeHint().height() + 9 for w in self._rows.values() if not w.reasons.isHidden()
        )
        return QSize(360, 42 + rows * 62 + (asked if rows else 0))

    def minimumSizeHint(self) -> QSize:
        """The head, and a little of the first finding."""
        return QSize(240, 42 + (50 if self._rows and not self._collapsed else 0))

    def _new_row(self, finding: FindingRow) -> _Finding:
        widget = _Finding(finding)
        widget.mended.connect(lambda which, key=finding.id: self.mendRequested.emit(key, which))
        widget.go.clicked.connect(lambda _=False, key=finding.id: self.goToRequested.emit(key))
        widget.reasons.chosen.connect(lambda why, key=finding.id: self.waiveRequested.emit(key, why))
        widget.meaning.clicked.connect(lambda _=False, key=finding.id: self.meaningRequested.emit(key))
        widget.again.clicked.connect(lambda _=False, key=finding.id: self.unwaiveRequested.emit(key))
        widget.accept.clicked.connect(lambda _=False, w=widget: self._ask_reason(w))
        self._rows[finding.id] = widget
        return widget

    def _ask_reason(self, widget: _Finding) -> None:
        """Open the reasons of a finding, or fold them."""
        asks = widget.reasons.isHidden()
        for other in self._rows.values():
            other.reasons.setVisible(asks and other is widget)
        self.grown.emit()
        self.updateGeometry()
        if asks:
            widget.reasons.focus_first()
            QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget.reasons))


class _Finding(QWidget):
    mended = Signal(int)  # which of the ways to mend

    def __init__(self, finding: FindingRow) -> None:
        super().__init__()
        self._finding: FindingRow | None = None
        self._sign = Sign("info-filled", size=18)
        self._text = QLabel()
        self._text.setFont(font(Type.BODY))
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(80)
        self.mends: list[Button] = []
        self.go = Button("Gå till", ButtonKind.QUIET)
        self.accept = Button("Godta …", ButtonKind.QUIET)
        self.again = Button("Ångra godtagandet", ButtonKind.QUIET)
        self.meaning = Button(kind=ButtonKind.QUIET, icon="help", name="Vad betyder det?", small=True)
        self.reasons = Reasons()
        self.reasons.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(14, 9, 14, 9)
        self._row.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        aside = QVBoxLayout()
        aside.setContentsMargins(0, 7, 4, 0)
        aside.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(aside)
        row.setAlignment(aside, Qt.AlignmentFlag.AlignTop)
        self._text.setContentsMargins(0, 6, 0, 0)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignTop)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, spacing=8)
        for button in (self.go, self.accept, self.again, self.meaning):
            self._flow.addWidget(button)
        self._row.addLayout(row, 1)
        self._under = QHBoxLayout()
        self._under.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._under)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        below = QHBoxLayout()
        below.setContentsMargins(14 + _INDENT, 0, 14, 9)
        below.addWidget(self.reasons)
        column.addLayout(below)
        column.addWidget(Hairline())
        self.set_finding(finding)

    def set_finding(self, finding: FindingRow) -> None:
        if finding == self._finding:
            return
        self._finding = finding
        self._sign.set(_SIGN[finding.tone], finding.tone, _WORD[finding.tone])
        self._write()
        self._show_mends(finding)
        self.reasons.set_reasons(finding.reasons)
        if not finding.reasons:
            self.reasons.hide()
        self.accept.setVisible(bool(finding.reasons))
        self.again.setVisible(finding.waived)
        for button in (self.accept, self.again, self.meaning):
            button.setAccessibleDescription(finding.message)
        self.go.setVisible(finding.go_to)
        self.go.kind = ButtonKind.QUIET if finding.mends else ButtonKind.SECONDARY
        self.go.setAccessibleDescription(finding.message)
        self.setAccessibleName(f"{_WORD[finding.tone]}: {finding.message} {finding.source}".strip())
        self._turn(self.width())

    def _show_mends(self, finding: FindingRow) -> None:
        """Show a button for each way to mend; buttons already there stay, and with them the focus."""
        while len(self.mends) < len(finding.mends):
            button = Button(kind=ButtonKind.SECONDARY, parent=self._buttons)
            which = len(self.mends)
            button.clicked.connect(lambda _=False, which=which: self.mended.emit(which))
            self.mends.append(button)
            tail = (self.go, self.accept, self.again, self.meaning)
            for widget in tail:
                self._flow.removeWidget(widget)
            for widget in (button, *tail):
                self._flow.addWidget(widget)
        before: QWidget | None = None
        for number, button in enumerate(self.mends):
            shown = number < len(finding.mends)
            button.setText(finding.mends[number] if shown else "")
            button.setAccessibleDescription(finding.message)
            button.setVisible(shown)
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button
        if before is not None:
            QWidget.setTabOrder(before, self.go)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        """Put the buttons beside the text, or under it where both would not have room."""
        ways = QBoxLayout.Direction
        narrow = width - self._flow.sizeHint().width() < TEXT_WIDTH
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._under.setContentsMargins(_INDENT if narrow else 0, 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        if is_theme_change(event):
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        if self._finding is None:
            return
        message = escape(self._finding.message)
        if self._finding.source:
            source = escape(self._finding.source)
            if len(self._finding.source) <= _WHOLE:
                source = source.replace(" ", "&nbsp;")
            message += f" <span style='color:{tokens().muted}'>{source}</span>"
        shown = f"<p style='line-height:118%; margin:0'>{message}</p>"
        if self._text.text() != shown:
            self._text.setText(shown)
