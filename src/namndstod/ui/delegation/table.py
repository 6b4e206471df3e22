"""The table of the register: a hundred thousand decisions, in groups that open and close."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from namndstod.domain.delegation_standing import Standing
from namndstod.domain.swedish import counted, whole_number
from namndstod.domain.swedish_sort import swedish_key

from ..kit.data_table import Column, DataTable, TableModel, TableRole
from ..kit.item_model import Index, PillSpec
from ..kit.paint import pill_width
from ..kit.tokens import Tone
from .painting import RowPainter
from .shown import Shown

TONES = {
    Standing.UNREPORTED: Tone.LOOK,
    Standing.LISTED: Tone.INFO,
    Standing.RECORDED: Tone.INFO,
    Standing.REPORTED: Tone.NEUTRAL,
    Standing.ANNOUNCED: Tone.NEUTRAL,
    Standing.LEGAL_FORCE: Tone.DONE,
}
SORTED_AS = {
    "number": "diary_number", "day": "decided_on", "point": "point", "kind": "kind",
    "recipient": "recipient", "municipality": "municipality", "branch": "branch", "amount": "amount",
    "by": "decided_by", "standing": "standing",
}  # fmt: skip
"""The order of the register (`Register.order`) behind each column."""
LATE, TO_REPORT = "skulle ha anmälts", "ska anmälas"
_SIGNS = 48
_AROUND_PILL = 20


def standing_pill(shown: Shown, slot: int) -> PillSpec:
    """Return the pill that says where a decision stands; an ordförandebeslut has its own deadline."""
    register = shown.register
    stood, due = register.stood[slot], register.due(slot)
    if due is not None:
        said = LATE if due < register.today else TO_REPORT
        return PillSpec(f"{said} {due.isoformat()}", Tone.MEND if due < register.today else Tone.LOOK)
    return PillSpec(stood.text, TONES[stood.standing])


def signs(shown: Shown, slot: int) -> str:
    """Say what the signs before a row mean: how much Kontroll has found, that it is an ordförandebeslut."""
    decision = shown.register.decisions[slot]
    found = len(shown.register.findings.get(decision.id, ()))
    said = [counted(found, "anmärkning", "anmärkningar")] if found else []
    return ", ".join([*said, *(["ordförandebeslut"] if decision.urgent else [])])


def columns(shown: Shown) -> tuple[Column[int], ...]:
    """Return the columns, which ask the register as it is at that moment."""

    def fact(name: str) -> Callable[[int], str]:
        return lambda slot: str(getattr(shown.read(slot), name))

    def amount(slot: int) -> str:
        kronor = shown.register.decisions[slot].amount
        return "" if kronor is None else whole_number(kronor)

    def day(slot: int) -> str:
        decided = shown.register.decisions[slot].decided_on
        return decided.isoformat() if decided is not None else ""

    def enclosed(slot: int) -> str:
        register = shown.register
        id = register.decisions[slot].id
        files = register.files.get(id, 0)
        parts = ["brev"] if id in register.letters else []
        return ", ".join([*parts, *([counted(files, "fil", "filer")] if files else [])])

    return (
        Column("signs", "", lambda slot: signs(shown, slot), width=_SIGNS),
        Column("number", "Dnr", fact("diary_number"), width=96),
        Column("day", "Datum", day, width=96),
        Column("point", "Punkt", fact("point"), width=60),
        Column("kind", "Gäller", fact("kind"), stretch=True),
        Column("recipient", "Mottagare", fact("recipient"), stretch=True),
        Column("enclosed", "Brev och filer", enclosed, muted=True, width=96, spare=True),
        Column("municipality", "Kommun", fact("municipality"), width=100, spare=True),
        Column("amount", "Belopp, kr", amount, number=True, width=100),
        Column("branch", "Bransch", fact("branch"), muted=True, width=112, spare=True),
        Column("by", "Beslutsfattare", fact("decided_by"), muted=True, width=112, spare=True),
        Column(
            "standing",
            "Läge",
            lambda slot: standing_pill(shown, slot).text,
            pill=lambda slot: standing_pill(shown, slot),
            width=196,
        ),
    )


class RegisterModel(TableModel[int]):
    """The rows of what is shown: slots of decisions, and groups as -1, -2 … Shown anew as a whole."""

    orderWanted = Signal(str, bool)  # of SORTED_AS, and whether descending

    def __init__(self, shown: Shown) -> None:
        super().__init__(columns(shown), self._id_of, swedish_key)
        self.shown = shown
        self.register = shown.register  # whose slots the rows are; `shown` may have another one already
        self._sort_by: dict[int, str] = {
            n: SORTED_AS[c.name] for n, c in enumerate(self.columns) if c.name in SORTED_AS
        }

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell by role; a group says its name, how many it has and their sum."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        line = self._rows[index.row()]
        if line >= 0 or role == TableRole.ROW:
            return super().data(index, role)
        if role == TableRole.ID:
            return ""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.group_text(line) if index.column() == 0 else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.group_text(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Decisions can be chosen, groups opened and closed."""
        if index.isValid() and self._rows[index.row()] < 0:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def group_text(self, line: int) -> str:
        """«Ejderö, 12 beslut, 340 000 kr, stängd»."""
        group = self.shown.groups[-1 - line]
        parts = [group.label, counted(len(group.slots), "beslut", "beslut")]
        parts += [f"{whole_number(group.total)} kr"] if group.total is not None else []
        return ", ".join([*parts, "stängd" if group.key in self.shown.folded else "öppen"])

    def renew(self) -> None:
        """Show what is shown now."""
        self.beginResetModel()
        self.register = self.shown.register
        self._rows = self.shown.lines()
        self.endResetModel()

    def line(self, row: int) -> int | None:
        """What stands in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def lines(self) -> Sequence[int]:
        """What stands in all rows."""
        return self._rows

    def row_of(self, row_id: str) -> int | None:
        """The row of the decision with this id, if it is shown."""
        slot = self.register.find(row_id)
        return None if slot is None else self.row_of_line(slot)

    def row_of_line(self, line: int) -> int | None:
        """The row of a slot or group, if it is shown."""
        try:
            return self._rows.index(line)
        except ValueError:
            return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order: it may have to be worked out first."""
        if column in self._sort_by:
            self.orderWanted.emit(self._sort_by[column], order == Qt.SortOrder.DescendingOrder)

    def _id_of(self, slot: int) -> str:
        return self.register.decisions[slot].id


class RegisterTable(DataTable[int]):
    """The decisions that are shown. Several may be chosen; Space or a click opens and closes a group."""

    selectionMoved = Signal()
    groupToggled = Signal(str)  # its key

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        self._shown = shown
        self._register_model = RegisterModel(shown)
        super().__init__(
            "Delegationsbeslut",
            self._register_model.columns,
            lambda slot: shown.register.decisions[slot].id,
            model=self._register_model,
            parent=parent,
        )
        self._register_model.setParent(self)
        self.setSelectionMode(DataTable.SelectionMode.ExtendedSelection)
        self._painter = RowPainter(shown, self._register_model.columns)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().selectionChanged.connect(lambda *_: self._moved())
        self._quiet = False
        self._fitted = False

    def register_model(self) -> RegisterModel:
        """The model behind the table."""
        return self._register_model

    def renew(self) -> None:
        """Show what is shown now, with the same decisions chosen where they still are."""
        current, chosen = self.current_id(), self.chosen_slots()
        at_group = self._register_model.line(self.currentIndex().row())
        place = self.verticalScrollBar().value()
        before = self._register_model.register
        ids = [before.decisions[slot].id for slot in chosen[:500]]
        self._quiet = True
        self._register_model.renew()
        self._quiet = False
        if not self._fitted and self._shown.slots:
            self._fitted = True
            self._fit_columns()
        self._choose_again(current, ids, at_group)
        self.verticalScrollBar().setValue(place)
        self._moved()

    def _choose_again(self, current: str | None, ids: list[str], line: int | None) -> None:
        model = self._register_model
        flag = QItemSelectionModel.SelectionFlag
        row = model.row_of(current) if current else None
        if row is None and line is not None and line < 0:
            row = model.row_of_line(line)
        if row is None:
            row = next((n for n in range(min(2, model.rowCount())) if (model.line(n) or 0) >= 0), None)
        if row is None:
            return
        self.selectionModel().setCurrentIndex(model.index(row, 1), flag.ClearAndSelect | flag.Rows)
        if len(ids) > 1:
            for id in ids:
                at = model.row_of(id)
                if at is not None:
                    self.selectionModel().select(model.index(at, 0), flag.Select | flag.Rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight that something was asked of."""
        model, area = self._register_model, event.rect()
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        count = model.rowCount()
        if first < 0 or not count:
            return
        numbers = range(first, (last if last >= 0 else count - 1) + 1)
        header = self.horizontalHeader()
        places = [
            (n, float(self.columnViewportPosition(n)), float(self.columnWidth(n)))
            for n in range(len(model.columns))
            if not header.isSectionHidden(n)
        ]
        tops = {number: float(self.rowViewportPosition(number)) for number in numbers}
        rows = [(model.lines()[number], top) for number, top in tops.items()]
        chosen = self.selectionModel()
        selected = {top for n, top in tops.items() if chosen.isSelected(model.index(n, 1))}
        at = self.currentIndex()
        current = (tops[at.row()], at.column()) if self.hasFocus() and at.row() in tops else None
        painter = QPainter(self.viewport())
        width = float(self.viewport().width())
        self._painter.paint(painter, places, rows, selected.__contains__, current, width)
        painter.end()

    def chosen_slots(self) -> list[int]:
        """Return the slots of the decisions that are chosen, as they stand under each other."""
        model, found = self._register_model, []
        for part in self.selectionModel().selection().toList():
            for row in range(part.top(), part.bottom() + 1):
                line = model.line(row)
                if line is not None and line >= 0:
                    found.append((row, line))
        return [line for _, line in sorted(set(found))]

    def sizeHintForColumn(self, column: int) -> int:
        """Have room for the longest pill there may be: what is in sight changes with filters and groups."""
        hint = super().sizeHintForColumn(column)
        if self._register_model.columns[column].pill is None:
            return hint
        register = self._shown.register
        late = any(due < register.today for slot in register.live if (due := register.due(slot)) is not None)
        text = f"{LATE if late else TO_REPORT} {register.today.isoformat()}"
        return max(hint, round(pill_width(text)) + _AROUND_PILL)

    def id_after(self, slots: Iterable[int]) -> str:
        """Return the decision below the last of these, else the one above them all; empty for none."""
        model = self._register_model
        wanted = set(slots)
        rows = [row for row, line in enumerate(model.lines()) if line in wanted]
        if not rows:
            return ""
        after = range(rows[-1] + 1, model.rowCount())
        for row in (*after, *range(rows[0] - 1, -1, -1)):
            line = model.line(row)
            if line is not None and line >= 0:
                return self._shown.register.decisions[line].id
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open and close a group; Left and Right do one of both."""
        line = self._register_model.line(self.currentIndex().row())
        key = event.key()
        if line is not None and line < 0:
            closed = self._shown.groups[-1 - line].key in self._shown.folded
            toggles = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            if toggles or (key == Qt.Key.Key_Left and not closed) or (key == Qt.Key.Key_Right and closed):
                self._toggle(line)
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a group opens or closes it."""
        super().mouseReleaseEvent(event)
        line = self._register_model.line(self.indexAt(event.position().toPoint()).row())
        if line is not None and line < 0 and event.button() is Qt.MouseButton.LeftButton:
            self._toggle(line)

    def _toggle(self, line: int) -> None:
        self.groupToggled.emit(self._shown.groups[-1 - line].key)

    def _moved(self) -> None:
        if not self._quiet:
            self.selectionMoved.emit()


def ids_of(shown: Shown, slots: Iterable[int]) -> tuple[str, ...]:
    """Return the ids of the decisions in some slots."""
    return tuple(d.id for d in shown.register.of(slots))
