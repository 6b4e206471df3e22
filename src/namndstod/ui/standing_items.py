"""The standing items of a committee's list: an ordered list that one adds to, changes and reorders."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QWidget

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import ItemKind, ItemPurpose, StandardItem

from .kit.basics import Button, ButtonKind, Card, Label
from .kit.dialogs import FormSheet
from .kit.fields import Combo, LineEdit
from .kit.item_list import ItemList
from .kit.item_model import ItemRow
from .kit.theme import font
from .kit.tokens import Type

KINDS: dict[ItemKind, str] = {
    ItemKind.FORMAL: "formalia",
    ItemKind.INFORMATION: "information",
    ItemKind.DECISION: "beslutsärende",
    ItemKind.ELECTION: "val",
    ItemKind.REPORT: "anmälan",
}

_PURPOSES = (
    (None, "Inget"),
    (ItemPurpose.APPROVAL, "Förslaget: vilka som justerar, och senast när"),
    (ItemPurpose.DELEGATED, "Delegationsbesluten som anmäls"),
)


class StandingItems(Card):
    """What stands on every new list. `changed(items)` when a person has changed it."""

    changed = Signal(object)  # tuple[StandardItem, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Stående punkter på föredragningslistan", parent)
        self._items: tuple[StandardItem, ...] = ()
        self.list = ItemList("Stående punkter", number_width=30, reorder=True)
        self.list.setMinimumHeight(150)
        self.body.addWidget(
            Label(
                "Kommer med på varje nytt sammanträde. Dra för att ändra ordning, eller Alt+Upp och Alt+Ned.",
                tone="muted",
                wrap=True,
            )
        )
        self.body.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(8)
        add = Button("Ny punkt", ButtonKind.SECONDARY, icon="plus")
        self._change = Button("Ändra", ButtonKind.QUIET, hint="Enter")
        self._remove = Button("Ta bort", ButtonKind.QUIET, hint="Del")
        for button in (add, self._change, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        add.clicked.connect(lambda: self._open(None))
        self._change.clicked.connect(lambda: self._open(self.list.current_id()))
        self._remove.clicked.connect(lambda: self._away(self.list.current_id() or ""))
        self.list.activatedId.connect(self._open)
        self.list.removeRequested.connect(self._away)
        self.list.moveRequested.connect(self._move)

    def show_items(self, items: tuple[StandardItem, ...]) -> None:
        """Show these; the last ones stand where they will stand, after the matters to decide."""
        self._items = items
        self.list.set_rows([_row(n, item) for n, item in enumerate(items)])
        for button in (self._change, self._remove):
            button.setEnabled(bool(items))
        if items and self.list.current_id() is None:
            self.list.set_current_id("0")

    def _open(self, which: str | None) -> None:
        known = self._items[int(which)] if which is not None else None

        def keep(item: StandardItem) -> None:
            if which is None:
                self.changed.emit((*self._items, item))
            else:
                at = int(which)
                self.changed.emit((*self._items[:at], item, *self._items[at + 1 :]))

        ItemSheet(self, known, keep).open()

    def _away(self, which: str) -> None:
        if which:
            at = int(which)
            self.changed.emit((*self._items[:at], *self._items[at + 1 :]))

    def _move(self, which: str, to: int) -> None:
        rest = list(self._items)
        item = rest.pop(int(which))
        rest.insert(to, item)
        self.changed.emit(tuple(rest))
        self.list.set_current_id(str(to))


class ItemSheet(FormSheet):
    """One standing item."""

    def __init__(
        self, parent: QWidget, known: StandardItem | None, keep: Callable[[StandardItem], object]
    ) -> None:
        super().__init__(parent, "Stående punkt", self._submit_form, ok="Spara")
        self._keep = keep
        self._title = LineEdit(known.title if known else "")
        self._kind = Combo(tuple((kind, text.capitalize()) for kind, text in KINDS.items()))
        self._kind.set_value(known.kind if known else ItemKind.INFORMATION)
        self._clauses = QPlainTextEdit("\n".join(known.clauses) if known else "")
        self._clauses.setFont(font(Type.BODY))
        self._clauses.setTabChangesFocus(True)
        self._clauses.setFixedHeight(84)
        self._last = QCheckBox("Står sist, efter beslutsärendena")
        self._last.setChecked(bool(known and known.last))
        self._last.setFont(font(Type.BODY))
        self._purpose = Combo(_PURPOSES)
        self._purpose.set_value(known.purpose if known else None)
        self.form.add("title", "Rubrik", self._title)
        self.form.add("kind", "Slag", self._kind)
        self.form.add(
            "clauses",
            "Förslag till beslut",
            self._clauses,
            "En att-sats på varje rad, utan ”att”.",
            optional=True,
        )
        self.form.add("purpose", "Programmet skriver", self._purpose)
        self.form.add_widget(self._last)
        self._title.setFocus()

    def _submit_form(self) -> None:
        title = self._title.text().strip()
        if not title:
            raise RuleBroken("Punkten behöver en rubrik.", field="title")
        purpose = self._purpose.value()
        self._keep(
            StandardItem(
                title=title,
                kind=ItemKind(str(self._kind.value())),
                clauses=tuple(t.strip() for t in self._clauses.toPlainText().splitlines() if t.strip()),
                purpose=ItemPurpose(str(purpose)) if purpose is not None else None,
                last=self._last.isChecked(),
            )
        )


def _row(number: int, item: StandardItem) -> ItemRow:
    parts = [KINDS[item.kind]]
    if item.purpose is ItemPurpose.APPROVAL:
        parts.append("förslaget skrivs av programmet")
    if item.purpose is ItemPurpose.DELEGATED:
        parts.append("med delegationsbesluten")
    if item.clauses:
        parts.append(f"att {item.clauses[0].rstrip('.,')}")
    if item.last:
        parts.append("sist")
    return ItemRow(str(number), str(number + 1), item.title, " · ".join(parts))
