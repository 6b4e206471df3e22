"""The binder's own phrases: a list that one adds to, changes and reorders."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from namndstod.domain.findings.writing import PART_NAMES
from namndstod.domain.phrase_bank import Phrase
from namndstod.domain.records import TextRole
from namndstod.services.commands.base import Command
from namndstod.services.commands.phrases import AddPhrase, ChangePhrase, MovePhrase, RemovePhrase
from namndstod.services.reading import BodyView

from .kit.basics import Button, ButtonKind, Card, Label
from .kit.dialogs import FormSheet
from .kit.fields import Combo
from .kit.item_list import ItemList
from .kit.item_model import ItemRow
from .kit.text_completion import KEYS
from .kit.theme import font
from .kit.tokens import Type

_EVERYWHERE = "alla texter"
_LONG = "Konsekvenser"  # the part with the longest name, shorter in a list
ROLES: dict[TextRole, str] = PART_NAMES | {
    TextRole.IMPACT: _LONG,
    TextRole.TERMS: "Villkor i beslutsbrev",
}


class PhrasesCard(Card):
    """The phrases that a house has added. `wanted(command)` is what a person does with them."""

    wanted = Signal(object)  # Command

    def __init__(self, do: Callable[[Command], object], parent: QWidget | None = None) -> None:
        super().__init__("Fraser", parent)
        self._do = do
        self._phrases: tuple[Phrase, ...] = ()
        self._bodies: tuple[BodyView, ...] = ()
        self.list = ItemList("Egna fraser", number_width=30, reorder=True)
        self.list.setMinimumHeight(120)
        self.body.addWidget(
            Label(
                "Föreslås när du har skrivit tre bokstäver av dem, eller med "
                f"{KEYS}, före Nämndstöds egna fraser. Tab tar frasen och går mellan det som ska fyllas i.",
                tone="muted",
                wrap=True,
            )
        )
        self.body.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.add = Button("Ny fras", ButtonKind.SECONDARY, icon="plus")
        self._change = Button("Ändra", ButtonKind.QUIET, hint="Enter")
        self._remove = Button("Ta bort", ButtonKind.QUIET, hint="Del")
        for button in (self.add, self._change, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add.clicked.connect(lambda: self._open(None))
        self._change.clicked.connect(lambda: self._open(self.list.current_id()))
        self._remove.clicked.connect(lambda: self._away(self.list.current_id() or ""))
        self.list.activatedId.connect(self._open)
        self.list.removeRequested.connect(self._away)
        self.list.moveRequested.connect(lambda which, to: self.wanted.emit(MovePhrase(which, to)))

    def show_phrases(self, phrases: Sequence[Phrase], bodies: Sequence[BodyView]) -> None:
        """Show these, in their order."""
        self._phrases, self._bodies = tuple(phrases), tuple(bodies)
        names = {b.body.id: b.term.name for b in bodies} if len(bodies) > 1 else {}
        self.list.set_rows([_row(n, p, names) for n, p in enumerate(self._phrases, 1)])
        self.list.setVisible(bool(phrases))
        for button in (self._change, self._remove):
            button.setVisible(bool(phrases))
        if phrases and self.list.current_id() is None:
            self.list.set_current_id(self._phrases[0].id)

    def _open(self, which: str | None) -> None:
        known = next((p for p in self._phrases if p.id == which), None)
        PhraseSheet(self, known, self._bodies, self._do).open()

    def _away(self, which: str) -> None:
        if which:
            self.wanted.emit(RemovePhrase(which))


class PhraseSheet(FormSheet):
    """One phrase: its words, and the texts and the body that it is for."""

    def __init__(
        self,
        parent: QWidget,
        known: Phrase | None,
        bodies: Sequence[BodyView],
        do: Callable[[Command], object],
    ) -> None:
        super().__init__(parent, "Fras", self._submit_form, ok="Spara")
        self._known = known
        self._do = do
        self.text = QPlainTextEdit(known.text if known else "")
        self.text.setFont(font(Type.BODY))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(72)
        self.role = Combo((("", _EVERYWHERE), *((role.value, name) for role, name in ROLES.items())))
        self.role.set_value(known.role.value if known and known.role else "")
        self.of = Combo((("", "alla nämnder"), *((b.body.id, b.term.name) for b in bodies)))
        self.of.set_value(known.body_id or "" if known else "")
        self.form.add(
            "text",
            "Frasen",
            self.text,
            "Skriv det som ska fyllas i inom klamrar: {NN (P)} föreslår ledamöterna, {datum} sammanträdets "
            "dagar, {Nämnd} blir nämndens namn, {…} är vad som helst.",
        )
        self.form.add("role", "Används i", self.role)
        if len(bodies) > 1:
            self.form.add("body", "Nämnd", self.of)
        self.text.setFocus()

    def _submit_form(self) -> None:
        role = TextRole(str(self.role.value())) if self.role.value() else None
        body = str(self.of.value()) or None
        text = self.text.toPlainText()
        self._do(
            ChangePhrase(self._known.id, text, role, body)
            if self._known is not None
            else AddPhrase(text, role, body)
        )


def _row(number: int, phrase: Phrase, bodies: dict[str, str]) -> ItemRow:
    where = [ROLES[phrase.role] if phrase.role else _EVERYWHERE]
    if phrase.body_id in bodies:
        where.append(bodies[phrase.body_id])
    return ItemRow(phrase.id, str(number), phrase.text, " · ".join(where))
