"""Above the register: words, where decisions stand, period, grouping, and what else narrows it, as chips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from namndstod.domain.delegation_standing import TOLD, Standing
from namndstod.domain.swedish import EN_DASH, capitalised, whole_number
from namndstod.services.delegation.facets import FACET_NAMES, Facet
from namndstod.services.delegation.selecting import EVERYTHING, Wanted, grouped, quick_periods

from ..kit.basics import Button, ButtonKind, Label
from ..kit.dates import DateEdit
from ..kit.fields import Combo, LineEdit
from ..kit.flow import FlowLayout
from .shown import Shown

_SCOPES: Final[tuple[tuple[frozenset[Standing], str], ...]] = (
    (frozenset(), "Alla beslut"),
    (frozenset({Standing.UNREPORTED}), "Ej anmälda"),
    (frozenset({Standing.LISTED}), "Anmäls"),
    (TOLD, "Anmälda"),
    (frozenset({Standing.RECORDED}), "Särskilt protokollförda"),
    (frozenset({Standing.ANNOUNCED}), "Anslagna"),
    (frozenset({Standing.LEGAL_FORCE}), "Laga kraft"),
)
GROUPINGS: Final[tuple[tuple[Facet | None, str], ...]] = (
    (None, "Utan grupper"),
    *((facet, f"Per {FACET_NAMES[facet]}") for facet in Facet),
)
_IN_MENU: Final = 60  # values of a facet; more are found by their words


class FilterBar(QWidget):
    """Says what is wanted (`changed`) and how it is grouped (`groupingChanged`); `Shown` holds both."""

    changed = Signal()
    groupingChanged = Signal()

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._today = date.min
        self._periods: tuple[tuple[date | None, date | None], ...] = ()
        self.words = LineEdit("", "Sök dnr, mottagare, belopp …   Ctrl F")
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(280)
        self.words.setAccessibleName("Sök bland delegationsbesluten")
        self.scope = Combo(tuple((n, text) for n, (_, text) in enumerate(_SCOPES)))
        self.scope.setAccessibleName("Vilka beslut")
        self.period = Combo()
        self.period.setAccessibleName("Beslutade när")
        self.grouping = Combo(tuple((str(facet or ""), text) for facet, text in GROUPINGS))
        self.grouping.setAccessibleName("Gruppering")
        self.more = Button("Filtrera", hint="F", icon="plus")
        self.charts = Button("Diagram", hint="D")
        self.charts.setCheckable(True)
        self.first, self.last = DateEdit(), DateEdit()
        self.first.setAccessibleName("Beslutade från och med")
        self.last.setAccessibleName("Beslutade till och med")
        self._days = QWidget()
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips, spacing=6)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(6)
        days.addWidget(self.first)
        days.addWidget(Label(EN_DASH, tone="muted"))
        days.addWidget(self.last)
        days.addStretch(1)
        row = FlowLayout()
        for widget in (self.words, self.scope, self.period, self.more, self.grouping, self.charts):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 16, 10)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._days)
        column.addWidget(self._chips)
        self._days.hide()
        self._chips.hide()

    def _wire(self) -> None:
        self.words.textChanged.connect(lambda text: self._want(words=text))
        self.scope.currentIndexChanged.connect(lambda n: self._want(standing=_SCOPES[n][0]))
        self.period.activated.connect(lambda _: self._choose_period())
        self.grouping.currentIndexChanged.connect(lambda _: self._group())
        self.more.clicked.connect(self.open_menu)
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _: self._want(first=self.first.date(), last=self.last.date()))

    def set_today(self, today: date) -> None:
        """Offer the periods around a day."""
        if today == self._today:
            return
        self._today = today
        self.period.clear()
        quick = quick_periods(today)
        self._periods = ((None, None), *((first, last) for _, first, last in quick))
        self.period.addItems(["Hela tiden", *(name for name, *_ in quick), "Välj dagar …"])

    def want_standing(self, standing: Standing) -> None:
        """Show all that stand there, and nothing else."""
        self.clear()
        self.scope.setCurrentIndex(next(n for n, (each, _) in enumerate(_SCOPES) if each == {standing}))

    def clear(self) -> None:
        """Want everything."""
        self._shown.wanted = EVERYTHING  # first: what the fields tell when they are emptied is no news then
        self.words.clear()
        self.scope.setCurrentIndex(0)
        self.period.setCurrentIndex(0)
        self.first.set_date(None)
        self.last.set_date(None)
        self._days.hide()
        self._show_chips()
        self.changed.emit()

    def choose(self, facet: Facet, key: str | None) -> None:
        """Want one value of a facet, or (None) all."""
        self._shown.wanted = self._shown.wanted.with_choice(facet, key)
        self._show_chips()
        self.changed.emit()

    def toggle(self, facet: Facet, key: str) -> None:
        """Want one value of a facet, or all where it is wanted already."""
        self.choose(facet, None if self._shown.wanted.choice(facet) == key else key)

    def group_by(self, facet: Facet | None) -> None:
        """Have groups by a facet, or none."""
        self.grouping.set_value(str(facet or ""))

    def open_menu(self) -> None:
        """Offer the values of each facet, with how many of what is shown have them."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for name, text in (("urgent", "Bara ordförandebeslut"), ("doubtful", "Bara med anmärkning")):
            on = bool(getattr(self._shown.wanted, name))
            act = menu.addAction(text)
            act.setCheckable(True)
            act.setChecked(on)
            act.triggered.connect(lambda _=False, name=name, on=on: self._want(**{name: not on}))
        menu.addSeparator()
        for facet in Facet:
            self._add_values(menu.addMenu(capitalised(FACET_NAMES[facet])), facet)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _add_values(self, menu: QMenu, facet: Facet) -> None:
        def fill() -> None:
            menu.clear()
            groups = grouped(self._shown.register, self._shown.slots, facet)
            if len(groups) > _IN_MENU and facet is not Facet.MONTH:
                groups = sorted(groups, key=lambda g: -len(g.slots))
            for group in groups[:_IN_MENU]:
                name = group.label.replace("&", "&&")
                act = menu.addAction(f"{name}\t{whole_number(len(group.slots))}")
                act.triggered.connect(lambda _=False, key=group.key: self.choose(facet, key))
            if len(groups) > _IN_MENU:
                menu.addAction("Sök på namnet för att hitta fler").setEnabled(False)
            if not groups:
                menu.addAction("Inga beslut visas").setEnabled(False)

        menu.aboutToShow.connect(fill)

    def _choose_period(self) -> None:
        number = self.period.currentIndex()
        own = number >= len(self._periods)
        self._days.setVisible(own)
        if own:
            self.first.setFocus()
            self._want(first=self.first.date(), last=self.last.date())
        else:
            first, last = self._periods[number]
            self._want(first=first, last=last)

    def _group(self) -> None:
        self._shown.group_by(GROUPINGS[self.grouping.currentIndex()][0])
        self.groupingChanged.emit()

    def _want(self, **what: object) -> None:
        wanted: Wanted = replace(self._shown.wanted, **what)  # type: ignore[arg-type]
        if wanted != self._shown.wanted:
            self._shown.wanted = wanted
            self._show_chips()
            self.changed.emit()

    def _show_chips(self) -> None:
        wanted, register = self._shown.wanted, self._shown.register
        while (item := self._chip_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for facet, key in wanted.chosen:
            side = register.sides.get(facet)
            code = side.code(key) if side is not None else None
            label = side.labels[code] if side is not None and code is not None else key
            self._add_chip(label, partial(self.choose, facet, None))
        if wanted.urgent:
            self._add_chip("Ordförandebeslut", lambda: self._want(urgent=False))
        if wanted.doubtful:
            self._add_chip("Med anmärkning", lambda: self._want(doubtful=False))
        if self._chip_row.count():
            clear = Button("Visa alla", ButtonKind.QUIET, small=True, hint="Esc")
            clear.clicked.connect(self.clear)
            self._chip_row.addWidget(clear)
        self._chips.setVisible(self._chip_row.count() > 0)

    def _add_chip(self, label: str, drop: Callable[[], object]) -> None:
        chip = Button(label, small=True, icon="cross", name=f"Ta bort filtret {label}")
        chip.setToolTip("Ta bort filtret")
        chip.clicked.connect(lambda: drop())
        self._chip_row.addWidget(chip)
