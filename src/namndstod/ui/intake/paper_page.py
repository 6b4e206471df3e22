"""One paper of the preview: what it is, where it belongs, its doubts, and its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.swedish import capitalised, counted, listed
from namndstod.services.intake.papers import IncomingPaper
from namndstod.services.intake.planning import Mode
from namndstod.services.intake.rows import Row, RowState
from namndstod.ui.kit.basics import Card, Hairline, Label, Sign
from namndstod.ui.kit.fields import Combo
from namndstod.ui.kit.tokens import Tone, Type
from namndstod.ui.kit.veil import veil
from namndstod.ui.workspace.step_view import Page

from .row_card import RowCard
from .words import KINDS


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of a paper; `modes` and `targets` are what there is to choose between."""

    key: str
    paper: IncomingPaper
    title: str
    rows: tuple[Row, ...]
    doubts: tuple[str, ...]
    mode: Mode
    modes: tuple[tuple[Mode, str], ...]
    target: str = ""
    targets: tuple[tuple[str, str], ...] = ()
    refused: str = ""
    waits: bool = False  # until a kallelse has made the meeting that it may belong to


class PaperPage(Page):
    """The rows of the chosen paper."""

    ticked = Signal(str, bool)  # key of a row
    modeChosen = Signal(object)  # Mode
    targetChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Vad papperet säger", parent)
        self._shown: Shown | None = None
        self._taken: frozenset[str] = frozenset()
        self._veiled = veil.changes
        self._cards: list[RowCard] = []
        self._left: Iterator[None] = iter(())  # builds the rows that are not here yet
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.timeout.connect(self._build_one)
        self._kind = Label("", Type.BODY, "muted", wrap=True)
        self._title = Label("", Type.HEADING, wrap=True)
        self.mode = Combo()
        self.mode.setAccessibleName("Vad som görs med filen")
        self.target = Combo()
        self.target.setAccessibleName("Vilket ärende filen hör till")
        self.target.setMinimumContentsLength(20)
        self.mode.activated.connect(lambda _: self.modeChosen.emit(self.mode.value()))
        self.target.activated.connect(lambda _: self.targetChosen.emit(str(self.target.value())))
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._kind)
        head.addWidget(self._title)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.mode)
        choices.addWidget(self.target, 1)
        self.body.addLayout(head)
        self.body.addLayout(choices)
        self._doubts = QWidget()
        self._doubts_column = QVBoxLayout(self._doubts)
        self._doubts_column.setContentsMargins(0, 0, 0, 0)
        self._doubts_column.setSpacing(4)
        self.body.addWidget(self._doubts)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(16)
        self.body.addLayout(self._groups)
        self.body.addStretch(1)

    def show_paper(self, shown: Shown, taken: Collection[str]) -> None:
        """Show a paper with the rows that are taken; the place on the page stays while it is the same one."""
        before, self._shown = self._shown, shown
        other = before is None or before.key != shown.key
        self._kind.setText(f"{capitalised(KINDS[shown.paper.kind])} · {shown.paper.name}")
        self._title.setText(shown.title)
        _fill(self.mode, shown.modes, shown.mode)
        _fill(self.target, shown.targets, shown.target)
        self.mode.setVisible(len(shown.modes) > 1)
        self.target.setVisible(bool(shown.targets) and shown.mode is not Mode.LEAVE)
        self._taken = frozenset(taken)
        if before is not None and self._veiled == veil.changes and _says(before) == _says(shown):
            self._tick()
            return
        self._veiled = veil.changes
        self._show_doubts((*filter(None, (shown.refused,)), *shown.doubts))
        self._show_rows(shown.rows if shown.mode is Mode.READ else (), other=other)
        if other:
            self.verticalScrollBar().setValue(0)

    def _tick(self) -> None:
        """Tick what is taken of the rows that stand here already."""
        for card in self._cards:
            card.set_taken(card.row.key in self._taken)

    def _show_doubts(self, doubts: Sequence[str]) -> None:
        _clear(self._doubts_column)
        for text in doubts:
            pane = QWidget()
            line = QHBoxLayout(pane)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            line.addWidget(Sign("warning", Tone.LOOK, 15), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(text, Type.BODY, "look", wrap=True), 1)
            self._doubts_column.addWidget(pane)
        self._doubts.setVisible(bool(doubts))

    @property
    def cards(self) -> list[RowCard]:
        """The rows that differ, all of them."""
        self._build_all()
        return self._cards

    def _show_rows(self, rows: Sequence[Row], *, other: bool) -> None:
        _clear(self._groups)
        self._cards = []
        self._left = self._build(rows)
        if other:
            self._build_one()
        else:
            self._build_all()  # else the page would move under the eyes

    def _build_one(self) -> None:
        """Build a row, which takes milliseconds to be styled; the next when the window has had its turn."""
        for _ in self._left:
            self._go_on.start(0)
            break

    def _build_all(self) -> None:
        for _ in self._left:
            pass

    def _build(self, rows: Sequence[Row]) -> Iterator[None]:
        differing = [r for r in rows if r.state is not RowState.SAME]
        for group, members in groupby(differing, key=lambda r: r.group):
            card = Card(group)
            card.follow_width()
            card.body.setSpacing(0)
            self._groups.addWidget(card)
            for number, row in enumerate(members):
                if number:
                    card.body.addWidget(Hairline())
                made = RowCard(row, taken=row.key in self._taken)
                made.toggled.connect(self.ticked)
                self._cards.append(made)
                card.body.addWidget(made)
                yield
        same = [r.name for r in rows if r.state is RowState.SAME]
        if same:
            self._groups.addWidget(_alike(same))

    def first(self) -> QWidget:
        """Where work on the paper begins: its first box, or what is done with it."""
        boxes = [c.box for c in self._cards if c.row.takes]
        return boxes[0] if boxes else self.mode


def _says(shown: Shown) -> tuple[object, ...]:
    """Return what the rows and doubts on the page come from."""
    return shown.key, shown.mode, shown.refused, shown.doubts, shown.rows


def _alike(names: Sequence[str]) -> QWidget:
    """Return the line that tells what is the same in both."""
    if len(names) > 8:
        return Label(
            f"{counted(len(names), 'uppgift', 'uppgifter')} är lika på båda ställena.",
            tone="muted",
            wrap=True,
        )
    return Label(f"Lika på båda ställena: {listed(list(names))}.", tone="muted", wrap=True)


def _fill(combo: Combo, entries: Sequence[tuple[object, str]], value: object) -> None:
    known = [(combo.itemData(n), combo.itemText(n)) for n in range(combo.count())]
    if known != list(entries):
        combo.clear()
        for data, text in entries:
            combo.addItem(text, data)
    combo.set_value(value)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
