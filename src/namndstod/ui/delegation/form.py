"""The form of a delegated decision: Enter goes on, and from the last field to the next decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QCompleter, QWidget

from namndstod.domain import delegation_names
from namndstod.domain.amounts import parse_kronor
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_lists import looks_private
from namndstod.domain.records import Appeal
from namndstod.domain.swedish import capitalised, whole_number

from ..kit.basics import Button, ButtonKind
from ..kit.dates import DateEdit
from ..kit.fields import Combo, LineEdit
from ..workspace.inline_form import InlineForm

_BLANK = DelegatedDecision(id="", body_id="", position=0)
_TEXTS = (
    "diary_number",
    "kind",
    "recipient",
    "branch",
    "gender",
    "municipality",
    "decided_by",
    "decided_by_title",
    "point",
    "serial",
    "note",
)
_KEPT = ("kind", "decided_on", "decided_by", "decided_by_title", "point")
"""What the next decision most likely has in common with the one before."""
_MORE = ("serial", "urgent", "appeal", "recorded_on", "announced_on", "note")
"""What most decisions do not have: shown when asked for, or where something stands."""
APPEALS = tuple((appeal, capitalised(name)) for appeal, name in delegation_names.APPEALS.items())
_SUGGESTED = ("kind", "branch", "municipality", "decided_by", "decided_by_title", "point")


class DelegatedForm(InlineForm):
    """Asks for a decision, or for changes to one. `written` hands it over."""

    written = Signal(object)  # DelegatedDecision
    letterWanted = Signal(object)  # a new DelegatedDecision, whose letter is to be written too

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Spara beslutet", parent)
        self._shown = _BLANK
        self._known: tuple[DelegatedDecision, ...] = ()
        self.fields = {name: LineEdit() for name in _TEXTS}
        self.amount = LineEdit("", "0")
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.day = DateEdit()
        self.personal = QCheckBox("Privatperson")
        self.personal.setToolTip("Namnet lämnas bort i det som publiceras.")
        self.urgent = QCheckBox("Ordförandebeslut")
        self.urgent.setToolTip(
            "Beslut i ett brådskande ärende (KL 6 kap. 39 §). Anmäls på nästa sammanträde."
        )
        self.appeal = Combo(APPEALS)
        self.recorded, self.announced = DateEdit(), DateEdit()
        self.more = Button("Fler uppgifter", ButtonKind.QUIET, small=True, icon="chevron-down")
        f = self.fields
        self.add_line(
            ("diary_number", "Dnr", f["diary_number"], 2),
            ("decided_on", "Beslutsdatum", self.day, 2),
            ("point", "Punkt", f["point"], 1),
            ("kind", "Gäller", f["kind"], 3),
            ("amount", "Belopp, kr", self.amount, 2),
        )
        self.add_line(
            ("recipient", "Mottagare", f["recipient"], 4),
            ("branch", "Bransch eller prioritering", f["branch"], 3),
            ("gender", "Kön", f["gender"], 1),
            ("municipality", "Kommun", f["municipality"], 2),
        )
        self.add_line(
            ("decided_by", "Beslutsfattare", f["decided_by"], 3),
            ("decided_by_title", "Titel", f["decided_by_title"], 3),
            ("personal", "Personuppgift", self.personal, 2),
        )
        self.add_line(
            ("serial", "Löpnummer", f["serial"], 2),
            ("urgent", "Brådskande", self.urgent, 2),
            ("appeal", "Överklagas genom", self.appeal, 2),
            ("recorded_on", "Särskilt protokollfört", self.recorded, 2),
            ("announced_on", "Anslaget", self.announced, 2),
        )
        self.add_line(("note", "Anmärkning", f["note"], 1))
        self.chair = Button("Ordförandebeslut", ButtonKind.QUIET, small=True, hint="Alt O")
        self.with_letter = Button("Spara och skriv brev", small=True, icon="pen", hint="Ctrl B")
        for button in (self.with_letter, self.chair, self.more):
            self.add_to_foot(button)
        self.chair.clicked.connect(self.make_urgent)
        self.with_letter.clicked.connect(self.accept_with_letter)
        for keys, act in (("Alt+O", self.make_urgent), ("Ctrl+B", self.accept_with_letter)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.urgent.toggled.connect(
            lambda on: self.rows["note"].set_label("Varför det inte kunde vänta" if on else "Anmärkning")
        )
        self.more.clicked.connect(lambda: self._show_more(self.rows["serial"].isHidden()))
        f["recipient"].textEdited.connect(lambda text: self.personal.setChecked(looks_private(text)))
        f["decided_by"].editingFinished.connect(self._fill_in_title)

    def set_known(self, decisions: Iterable[DelegatedDecision]) -> None:
        """Offer what stands in other decisions while one types."""
        self._known = tuple(decisions)
        for name in _SUGGESTED:
            words = sorted({str(getattr(d, name)) for d in self._known} - {""})
            completer = QCompleter(words, self.fields[name])
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.fields[name].setCompleter(completer)

    def begin(self, decision: DelegatedDecision | None = None) -> None:
        """Show the form for a decision that is stored, or for a new one like the one before."""
        if decision is None:
            decision = self._like_the_one_before()
        self._show(decision)
        self.enter(self.fields["diary_number"])

    def _like_the_one_before(self) -> DelegatedDecision:
        """Return a new decision like the latest by a delegate; what the chair decides is never like it."""
        before = next((d for d in reversed(self._known) if not d.urgent), _BLANK)
        return replace(_BLANK, **{name: getattr(before, name) for name in _KEPT})

    def make_urgent(self) -> None:
        """Make it an ordförandebeslut (KL 6:39): by whom and by which point as the one before, and why."""
        before = next((d for d in reversed(self._known) if d.urgent), None)
        texts = {
            "decided_by": before.decided_by if before is not None else "",
            "decided_by_title": before.decided_by_title if before is not None else "Ordförande",
            "point": before.point if before is not None else "",
        }
        for name, text in texts.items():
            self.fields[name].setText(text)
        if self.fields["kind"].text() == self._shown.kind and not self._shown.id:
            self.fields["kind"].clear()  # what a delegate decided on last is not what could not wait
        self.urgent.setChecked(True)
        self._show_more(True)
        self.enter(self.fields["note" if self.fields["diary_number"].text().strip() else "diary_number"])

    def accept_with_letter(self) -> None:
        """Hand over a new decision whose beslutsbrev is to be written at once."""
        if self._shown.id:
            return
        problem = self.missing()
        self.say(problem)
        if not problem:
            self.letterWanted.emit(self._written())

    def shown_id(self) -> str:
        """The id of the decision that is changed; empty for a new one."""
        return self._shown.id

    def missing(self) -> str:
        """Say which field cannot be read, or that nothing says which decision it is."""
        for day in (self.day, self.recorded, self.announced):
            if not day.is_valid():
                return f"”{day.text()}” är inget datum. Skriv till exempel 2027-05-14."
        if self.announced.date() is not None and self.recorded.date() is None:
            return "Skriv när beslutet protokollfördes särskilt, innan det anslogs."
        try:
            parse_kronor(self.amount.text())
        except ValueError:
            return f"”{self.amount.text()}” är inget belopp. Skriv hela kronor, till exempel 70 063."
        if not any(self.fields[n].text().strip() for n in ("diary_number", "kind", "recipient")):
            return "Skriv diarienummer, vad beslutet gäller eller vem det gäller."
        return ""

    def hand_over(self) -> None:
        """Give the decision, as it stands in the form."""
        self.written.emit(self._written())

    def _written(self) -> DelegatedDecision:
        texts: dict[str, Any] = {name: field.text().strip() for name, field in self.fields.items()}
        return replace(
            self._shown,
            **texts,
            amount=parse_kronor(self.amount.text()),
            decided_on=self.day.date(),
            personal=self.personal.isChecked(),
            urgent=self.urgent.isChecked(),
            appeal=self._appeal(),
            recorded_on=self.recorded.date(),
            announced_on=self.announced.date(),
        )

    def _show(self, decision: DelegatedDecision) -> None:
        self._shown = decision
        for button in (self.chair, self.with_letter):
            button.setVisible(not decision.id)
        for name, field in self.fields.items():
            field.setText(getattr(decision, name))
        self.amount.setText("" if decision.amount is None else whole_number(decision.amount))
        self.day.set_date(decision.decided_on)
        self.personal.setChecked(decision.personal)
        self.urgent.setChecked(decision.urgent)
        self.appeal.set_value(decision.appeal)
        self.recorded.set_date(decision.recorded_on)
        self.announced.set_date(decision.announced_on)
        self._show_more(any(getattr(decision, name) != getattr(_BLANK, name) for name in _MORE))

    def _show_more(self, shown: bool) -> None:
        for name in _MORE:
            self.rows[name].setVisible(shown)
        self.more.setText("Färre uppgifter" if shown else "Fler uppgifter")
        self.more.set_icon("chevron-up" if shown else "chevron-down")

    def _appeal(self) -> Appeal:
        return Appeal(str(self.appeal.value()))

    def _fill_in_title(self) -> None:
        """A delegate who is known has a title that is known."""
        name, title = self.fields["decided_by"].text().strip(), self.fields["decided_by_title"]
        titles = [d.decided_by_title for d in self._known if d.decided_by == name and d.decided_by_title]
        if name and titles:
            title.setText(titles[-1])
