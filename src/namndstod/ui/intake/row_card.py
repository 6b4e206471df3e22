"""A row of the preview: its field, what stands there and what the paper says, and the box that takes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.comparing import Pair, compare
from namndstod.domain.late_papers import marked_words
from namndstod.domain.records import BlockKind
from namndstod.domain.texts import Draft
from namndstod.services.intake.rows import Row
from namndstod.ui.kit.basics import Button, ButtonKind, Label, Pill, Sign
from namndstod.ui.kit.theme import font
from namndstod.ui.kit.tokens import Tone, Type
from namndstod.ui.kit.veil import veil

from .differing import DifferingText, Stretches
from .words import STATES

_SHOWN: Final = 9  # paragraphs of a long text that are shown before «Visa hela texten»
_LONG: Final = 900  # characters, likewise
_STEP: Final = 16  # pixels that a condition is moved in
_BOX: Final = 27  # pixels of a box, for names without one
_NAME: Final = 220  # pixels of the names
_LETTERS: Final = 25  # of a line of a name beside its box, which does not wrap by itself
_READ_OUT: Final = 300  # characters that a screen reader is given at a box
_BULLETS: Final = {BlockKind.BULLET: "• ", BlockKind.CONDITION: "• "}


class RowCard(QWidget):
    """A row. `toggled` when a person takes it or lets it be."""

    toggled = Signal(str, bool)  # key of the row

    def __init__(self, row: Row, *, taken: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.box = self._make_box(taken)
        name = Label(row.name, Type.MEDIUM, wrap=True)
        name.setContentsMargins(_BOX, 2, 0, 0)
        name.setFixedWidth(_NAME)
        (name if row.takes else self.box).hide()
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.box)
        left.addWidget(name)
        left.addStretch(1)
        self._body = QVBoxLayout()
        self._body.setSpacing(4)
        self._body.setContentsMargins(0, 3, 0, 0)
        self._texts = QWidget()
        self._body.addWidget(self._texts)
        self._fill(whole=False)
        for doubt in row.doubts:
            self._body.addWidget(_doubt(doubt.message, doubt.words))
        self._body.addStretch(1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 8, 0, 8)
        columns.setSpacing(12)
        columns.addLayout(left)
        columns.addLayout(self._body, 1)
        columns.addWidget(Pill(*STATES[row.state]), 0, Qt.AlignmentFlag.AlignTop)

    def set_taken(self, taken: bool) -> None:
        """Show whether the row is taken; nothing is signalled."""
        blocker = QSignalBlocker(self.box)
        self.box.setChecked(taken)
        blocker.unblock()

    def _make_box(self, taken: bool) -> QCheckBox:
        row = self.row
        box = QCheckBox(fill(veil.over(row.name), _LETTERS, break_long_words=False))
        box.setFont(font(Type.MEDIUM))
        box.setChecked(taken)
        box.setFixedWidth(_NAME)
        box.toggled.connect(lambda on: self.toggled.emit(row.key, on))
        word, _ = STATES[row.state]
        box.setAccessibleName(veil.over(f"Ta {row.name}: {word}"))
        said = " ".join(d.text for d in row.paper)
        doubts = " ".join(d.message for d in row.doubts)
        box.setAccessibleDescription(veil.over(f"{said[:_READ_OUT]} {doubts}".strip()))
        return box

    def _fill(self, *, whole: bool) -> None:
        """Show what differs; of a text that is long its beginning, with a button for the rest."""
        texts = QWidget()
        grid = QGridLayout(texts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        both = bool(self.row.now) and bool(self.row.paper)
        pairs = [p for p in compare(self.row.now, self.row.paper) if p.differs or not both]
        shown = pairs if whole else _beginning(pairs)
        for number, (theirs, draft, stretches) in enumerate(_lines(shown, marked=both)):
            if both or not theirs:
                pill = Pill(*(("papperet", Tone.INFO) if theirs else ("nu", Tone.NEUTRAL)))
                grid.addWidget(pill, number, 0, Qt.AlignmentFlag.AlignTop)
            text = DifferingText(stretches, goes=not theirs)
            text.setContentsMargins(_STEP * draft.depth, 0, 0, 0)
            grid.addWidget(text, number, 1)
        if len(shown) < len(pairs):
            more = Button("Visa hela texten", ButtonKind.QUIET, small=True)
            more.setAccessibleName(f"Visa hela texten: {self.row.name}")
            more.clicked.connect(self._open)
            grid.addWidget(more, grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        self._body.replaceWidget(self._texts, texts)
        self._texts.hide()
        self._texts.deleteLater()
        self._texts = texts

    def _open(self) -> None:
        self._fill(whole=True)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)


def _beginning(pairs: Sequence[Pair]) -> list[Pair]:
    """Return as much of a text as is read at a glance."""
    shown: list[Pair] = []
    length = 0
    for pair in pairs:
        if len(shown) >= _SHOWN or length > _LONG:
            break
        shown.append(pair)
        length += len(_text(pair.own or pair.new))
    return shown


def _lines(pairs: Sequence[Pair], *, marked: bool) -> Iterator[tuple[bool, Draft, Stretches]]:
    """Yield the lines of the pairs: whether they are the paper's, the block, its stretches."""
    for pair in pairs:
        before, after = marked_words(pair.own, pair.new)
        if pair.own is not None:
            yield False, pair.own, _led(pair.own, [(t, d and marked) for t, d in before])
        if pair.new is not None:
            yield True, pair.new, _led(pair.new, [(t, d and marked) for t, d in after])


def _led(draft: Draft, stretches: Stretches) -> Stretches:
    lead = _BULLETS.get(draft.kind, "")
    return [(lead, False), *stretches] if lead else stretches


def _text(draft: Draft | None) -> str:
    return "" if draft is None else draft.text or "".join("".join(row) for row in draft.rows)


def _doubt(message: str, words: str) -> QWidget:
    """Return a doubt in words, with the paper's line."""
    pane = QWidget()
    line = QHBoxLayout(pane)
    line.setContentsMargins(0, 2, 0, 0)
    line.setSpacing(6)
    line.addWidget(Sign("warning", Tone.LOOK, 15), 0, Qt.AlignmentFlag.AlignTop)
    said = f"{message} I papperet: ”{words.strip()}”" if words.strip() else message
    line.addWidget(Label(said, Type.SMALL, "look", wrap=True), 1)
    return pane
