"""Several delegated decisions are given the same value in one field."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter, QWidget

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.records import Appeal
from namndstod.domain.swedish import counted

from ..kit.basics import Label
from ..kit.dates import DateEdit
from ..kit.fields import Combo, LineEdit
from ..workspace.inline_form import InlineForm
from .form import APPEALS

_FIELDS = (
    ("point", "Punkt"),
    ("kind", "Gäller"),
    ("branch", "Bransch eller prioritering"),
    ("municipality", "Kommun"),
    ("gender", "Kön"),
    ("decided_by", "Beslutsfattare"),
    ("decided_by_title", "Beslutsfattarens titel"),
    ("decided_on", "Beslutsdatum"),
    ("urgent", "Ordförandebeslut"),
    ("appeal", "Hur det kan överklagas"),
    ("personal", "Privatperson"),
)
_YES_NO = ((True, "Ja"), (False, "Nej"))


class TogetherForm(InlineForm):
    """Asks for a field and its value. `written` gives both."""

    written = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ändra alla valda", parent)
        self.count = Label("", tone="muted")
        self.field = Combo(_FIELDS)
        self.text = LineEdit()
        self.day = DateEdit()
        self.yes = Combo(_YES_NO)
        self.appeal = Combo(APPEALS)
        self.add_line(
            ("field", "Uppgift", self.field, 2),
            ("text", "Ska vara", self.text, 4),
            ("day", "Ska vara", self.day, 4),
            ("yes", "Ska vara", self.yes, 4),
            ("appeal", "Ska vara", self.appeal, 4),
        )
        self.add_to_foot(self.count)
        self._known: tuple[DelegatedDecision, ...] = ()
        self.field.currentIndexChanged.connect(lambda _: self._fit())

    def begin(self, count: int, known: Iterable[DelegatedDecision]) -> None:
        """Ask what so many decisions shall have in common; `known` are examples of what one writes."""
        self._known = tuple(known)
        self.count.setText(counted(count, "beslut är valt", "beslut är valda"))
        self.text.clear()
        self.day.set_date(None)
        self._fit()
        self.enter(self.field)

    def missing(self) -> str:
        """Say that what is typed is no date."""
        if self._name() == "decided_on" and not self.day.is_valid():
            return f"”{self.day.text()}” är inget datum. Skriv till exempel 2027-05-14."
        return ""

    def hand_over(self) -> None:
        """Give the field and its value."""
        self.written.emit(self._name(), self._value())

    def _name(self) -> str:
        return str(self.field.value())

    def _value(self) -> str | bool | date | Appeal | None:
        name = self._name()
        if name == "decided_on":
            return self.day.date()
        if name == "appeal":
            return Appeal(str(self.appeal.value()))
        return bool(self.yes.value()) if name in ("urgent", "personal") else self.text.text().strip()

    def _fit(self) -> None:
        """Show the field that suits what is asked for."""
        name = self._name()
        kind = {"decided_on": "day", "appeal": "appeal", "urgent": "yes", "personal": "yes"}.get(name, "text")
        for each in ("text", "day", "yes", "appeal"):
            self.rows[each].setVisible(each == kind)
        if kind == "text":
            words = sorted({str(getattr(d, name)) for d in self._known} - {""})
            completer = QCompleter(words, self.text)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            self.text.setCompleter(completer)
