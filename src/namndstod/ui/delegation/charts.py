"""The register as diagrams: sums or numbers per month, kind, municipality, decider and gender."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.swedish import MONTHS, NBSP, counted, whole_number
from namndstod.services.delegation.facets import Facet
from namndstod.services.delegation.selecting import Group, grouped

from ..kit.bar_chart import Bar, BarChart
from ..kit.basics import Label
from ..kit.fields import Combo
from ..kit.theme import set_area
from ..kit.tokens import Type
from ..view import scrolled
from .shown import Shown

_MONTHS: Final = 24  # the latest ones
_MOST: Final = 7  # bars of a chart; the rest are one more
_PLACES: Final = (
    (Facet.MONTH, "Per månad", 0, 0, 2),
    (Facet.KIND, "Per vad det gäller", 1, 0, 1),
    (Facet.MUNICIPALITY, "Per kommun", 1, 1, 1),
    (Facet.DECIDER, "Per beslutsfattare", 2, 0, 1),
    (Facet.GENDER, "Per kön", 2, 1, 1),
)
_WIDE: Final = 720  # narrower, the charts stand under each other
_MILLION: Final = 1_000_000


class ChartsPane(QWidget):
    """Draws what is shown. They follow one after the other, a moment later than the table."""

    valueChosen = Signal(object, str)  # Facet, key

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._shown = shown
        self.measure = Combo(((True, "Belopp i kronor"), (False, "Antal beslut")))
        self.measure.setAccessibleName("Vad staplarna visar")
        self.charts = {facet: BarChart(title, upright=facet is Facet.MONTH) for facet, title, *_ in _PLACES}
        self._waiting: list[Facet] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_next)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.measure)
        head.addWidget(
            Label("Klicka på en stapel, eller välj den med Enter, för att filtrera.", Type.SMALL, "muted")
        )
        head.addStretch(1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(16)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(48)
        self._grid.setVerticalSpacing(20)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._two: bool | None = None
        self._place(two=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))
        self.measure.currentIndexChanged.connect(lambda _: self.follow(0))
        for facet, chart in self.charts.items():
            chart.barChosen.connect(lambda key, facet=facet: self.valueChosen.emit(facet, key))
        self.setFocusProxy(self.charts[Facet.MONTH])

    def follow(self, wait: int = 80) -> None:
        """Draw what is shown now, after `wait` ms without another change."""
        self._waiting = list(self.charts)
        self._timer.start(wait)

    def resizeEvent(self, event: object) -> None:
        """Stand under each other where there is little room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place(two=self.width() >= _WIDE)

    def _place(self, *, two: bool) -> None:
        if two is self._two:
            return
        self._two = two
        for number, (facet, _, row, column, span) in enumerate(_PLACES):
            chart = self.charts[facet]
            self._grid.removeWidget(chart)
            if two:
                self._grid.addWidget(chart, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            else:
                self._grid.addWidget(chart, number, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        for number in (0, 1):
            self._grid.setColumnStretch(number, 1)

    def _draw_next(self) -> None:
        if not self._waiting:
            return
        facet = self._waiting.pop(0)
        self.charts[facet].set_bars(self._bars(facet))
        if self._waiting:
            self._timer.start(0)

    def _bars(self, facet: Facet) -> list[Bar]:
        kronor = bool(self.measure.value())
        groups = grouped(self._shown.register, self._shown.slots, facet)
        chosen = self._shown.wanted.choice(facet)
        if facet is Facet.MONTH:
            latest = [g for g in groups if g.key][:_MONTHS]
            return [_month(g, kronor=kronor, chosen=chosen == g.key) for g in reversed(latest)]
        ranked = sorted(groups, key=lambda g: _measure(g, kronor=kronor), reverse=True)
        whole = sum(_measure(g, kronor=kronor) for g in groups) if facet is Facet.GENDER else 0
        shown = ranked if len(ranked) == _MOST + 1 else ranked[:_MOST]
        bars = [_bar(g, kronor=kronor, chosen=chosen == g.key, whole=whole) for g in shown]
        rest = ranked[len(shown) :]
        return [*bars, _others(rest, kronor=kronor)] if rest else bars


def _measure(group: Group, *, kronor: bool) -> int:
    return (group.total or 0) if kronor else len(group.slots)


def _bar(group: Group, *, kronor: bool, chosen: bool, whole: int) -> Bar:
    value = _measure(group, kronor=kronor)
    count, sum_ = counted(len(group.slots), "beslut", "beslut"), f"{whole_number(group.total or 0)}{NBSP}kr"
    text, note = (sum_, count) if kronor else (count, sum_)
    if whole:
        text = f"{round(100 * value / whole)}{NBSP}%  {text}"
    return Bar(group.key, group.label, value, text, note, chosen)


def _others(groups: Sequence[Group], *, kronor: bool) -> Bar:
    slots = [slot for group in groups for slot in group.slots]
    together = Group(0, "", f"{whole_number(len(groups))} andra", slots, sum(g.total or 0 for g in groups))
    bar = _bar(together, kronor=kronor, chosen=False, whole=0)
    return Bar(None, bar.label, bar.value, bar.text, bar.note)


def _month(group: Group, *, kronor: bool, chosen: bool) -> Bar:
    year, month = group.key.split("-")
    value = _measure(group, kronor=kronor)
    count, sum_ = counted(len(group.slots), "beslut", "beslut"), f"{whole_number(group.total or 0)}{NBSP}kr"
    note = f"{sum_}, {count}"
    text = _thousands(value) if kronor else whole_number(value)
    return Bar(group.key, group.label, value, text, note, chosen, f"{MONTHS[int(month) - 1][:3]} {year[2:]}")


def _thousands(value: int) -> str:
    """«1,2 mn» or «340 tkr»: what there is room for over a bar."""
    if abs(value) >= _MILLION:
        return f"{value / _MILLION:.1f}{NBSP}mn".replace(".", ",")
    return f"{whole_number(round(value / 1000))}{NBSP}tkr"
