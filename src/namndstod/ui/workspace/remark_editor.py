"""The form for what is said of a decision: a reservation, a remark, who takes no part, an uppdrag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from namndstod.domain.deliberation import Deliberation
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.names_field import Name, NamesField

from .inline_form import InlineForm
from .remark_words import KINDS, PARTY, Said

_SPOKEN = (Said.STATEMENT, Said.NOTE)
_PERMITS: tuple[tuple[object, str], ...] = (
    (True, "medges"),
    (None, "inte sagt"),
    (False, "medges inte"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from in a §."""

    names: tuple[Name, ...]
    speakers: tuple[Name, ...]
    held: tuple[tuple[str, str], ...]  # what a reservation can be in favour of
    closed: bool  # whether the meeting is over, so that a reservation may have come too late


@dataclass(frozen=True, slots=True)
class Written:
    """What the form holds when it is stored. `id` is of the record that is changed, nothing for a new one."""

    kind: Said
    id: str = ""
    persons: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    option: str | None = None
    words: str = ""
    written: bool = False
    late: bool = False
    day: date | None = None
    permitted: bool | None = None
    to: str = ""


class RemarkEditor(InlineForm):
    """One form for the five kinds; it shows the fields that each has. `stored` gives what is written."""

    stored = Signal(object)  # Written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._id = ""
        self._offer = Offer((), (), (), closed=False)
        self.kind = Combo(KINDS)
        self.who = NamesField("några bokstäver av namnet")
        self.held = Combo()
        self.words = LineEdit()
        self.to = LineEdit(placeholder="förvaltningen")
        self.day = DateEdit()
        self.permitted = Combo(_PERMITS)
        self.written = QCheckBox("Lämnas skriftligt, som bilaga")
        self.late = QCheckBox("Anmäldes efter sammanträdet")
        self.add_line(
            ("kind", "Vad", self.kind, 1), ("who", "Vem", self.who, 2), ("to", "Till vem", self.to, 2)
        )
        self.add_line(("held", "Till förmån för", self.held, 1), ("words", "Ord", self.words, 2))
        self.add_line(("day", "Daterat", self.day, 1), ("permitted", "Medgivande", self.permitted, 1))
        checks = QWidget()
        flow = FlowLayout(checks, spacing=12)
        flow.addWidget(self.written)
        flow.addWidget(self.late)
        self._checks = checks
        self.add_widget(checks)
        for combo in (self.kind, self.held, self.permitted):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self.kind.currentIndexChanged.connect(lambda _: self._fit())

    def open_new(self, kind: Said, offer: Offer) -> None:
        """Write something new of that kind."""
        self._open(Written(kind, permitted=True), offer)

    def open_row(self, kind: Said, id_: str, said: Deliberation, offer: Offer) -> None:
        """Change what is stored."""
        self._open(_stored(kind, id_, said), offer)

    def _open(self, shown: Written, offer: Offer) -> None:
        self._id, self._offer = shown.id, offer
        self.store.setText("Ändra" if shown.id else "Lägg till")
        self.kind.set_value(shown.kind)
        self.kind.setEnabled(not shown.id)
        self.held.clear()
        for key, words in offer.held:
            self.held.addItem(words, key)
        self.held.set_value(shown.option or "")
        self._fit()
        self.who.set_chosen((*shown.persons, *(f"{PARTY}{p}" for p in shown.parties)))
        self.words.setText(shown.words)
        self.to.setText(shown.to)
        self.day.set_date(shown.day)
        self.permitted.set_value(shown.permitted)
        self.written.setChecked(shown.written)
        self.late.setChecked(shown.late)
        self.enter(self.to if shown.kind is Said.ASSIGNMENT else self.who)

    def _kind(self) -> Said:
        return Said(str(self.kind.value()))

    def _fit(self) -> None:
        """Show the fields that this kind has, in its own words."""
        kind = self._kind()
        self.who.set_names(self._offer.speakers if kind in _SPOKEN else self._offer.names)
        shown = {
            "who": kind is not Said.ASSIGNMENT,
            "to": kind is Said.ASSIGNMENT,
            "held": kind is Said.RESERVATION and self.held.count() > 1,
            "words": kind not in (Said.NO_PART, Said.STATEMENT),
            "day": kind in (*_SPOKEN, Said.ASSIGNMENT),
            "permitted": kind in _SPOKEN and not self._id,  # stored ones are permitted with a button
        }
        for key, row in self.rows.items():
            row.setVisible(shown.get(key, True))
        labels = {
            Said.RESERVATION: ("Med andra ord", "i enlighet med …"),
            Said.NOTE: ("Antecknat att", "…"),
            Said.ASSIGNMENT: ("Ska", "återkomma med …"),
        }
        label, hint = labels.get(kind, ("Ord", ""))
        self.rows["words"].set_label(label)
        self.words.setPlaceholderText(hint)
        self.rows["day"].set_label("Åter senast" if kind is Said.ASSIGNMENT else "Daterat")
        self._checks.setVisible(kind is Said.RESERVATION)
        self.late.setVisible(self._offer.closed)

    def missing(self) -> str:
        """Say what is missing."""
        kind = self._kind()
        if kind is Said.ASSIGNMENT:
            if not self.words.text().strip():
                return "Vad ska göras? Skriv vad uppdraget gäller."
        elif self.who.unknown():
            return f"”{self.who.unknown()}” är ingen som är med på sammanträdet."
        elif not self.who.chosen():
            return "Vem gäller det? Skriv några bokstäver av namnet."
        return "" if self.day.is_valid() else "Dagen ska skrivas åååå-mm-dd."

    def hand_over(self) -> None:
        """Give what is written."""
        self.stored.emit(self._written())

    def flush(self) -> None:
        """Store what is written when the § is left, if it is whole; else leave it."""
        if self.isHidden():
            return
        if self.missing():
            self.left.emit()
        else:
            self.hand_over()

    def _written(self) -> Written:
        kind = self._kind()
        chosen: Sequence[str] = self.who.chosen() if kind is not Said.ASSIGNMENT else ()
        permitted = self.permitted.value()
        return Written(
            kind,
            self._id,
            persons=tuple(c for c in chosen if not c.startswith(PARTY)),
            parties=tuple(c.removeprefix(PARTY) for c in chosen if c.startswith(PARTY)),
            option=str(self.held.value() or "") or None,
            words=self.words.text().strip().removeprefix("att "),
            written=self.written.isChecked(),
            late=self.late.isChecked(),
            day=self.day.date(),
            permitted=permitted if isinstance(permitted, bool) else None,
            to=self.to.text().strip(),
        )


def _stored(kind: Said, id_: str, said: Deliberation) -> Written:
    """Return what is stored, as the form holds it."""
    if kind is Said.RESERVATION:
        one = next(r for r in said.reservations if r.id == id_)
        return Written(kind, id_, one.persons, (), one.option, one.words, one.written, one.late, one.received)
    if kind is Said.NO_PART:
        return Written(kind, id_, tuple(said.not_taking_part))
    if kind is Said.ASSIGNMENT:
        task = next(t for t in said.assignments if t.id == id_)
        return Written(kind, id_, words=task.what, day=task.due, to=task.to)
    note = next(r for r in said.remarks if r.id == id_)
    return Written(
        kind, id_, note.persons, note.parties, None, note.words, day=note.dated, permitted=note.permitted
    )
