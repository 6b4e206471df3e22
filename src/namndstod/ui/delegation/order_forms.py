"""The forms of the delegationsordning: a point, a delegate, and the last day of either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from namndstod.domain.amounts import parse_kronor
from namndstod.domain.delegation import Delegate, DelegateKind, DelegationPoint
from namndstod.domain.delegation_names import APPEALS, DELEGATE_KINDS, delegate_name
from namndstod.domain.records import Appeal
from namndstod.domain.swedish import whole_number

from ..kit.dates import DateEdit
from ..kit.fields import Combo, LineEdit
from ..kit.theme import font
from ..kit.tokens import Type
from ..workspace.inline_form import ENTER, InlineForm

_LINES = 3  # of the text of a point


class PointForm(InlineForm):
    """Asks for a point. `written` gives it and the day from which a change holds, None where it is none."""

    written = Signal(object, object)  # DelegationPoint, date | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Spara punkten", parent)
        self._shown: DelegationPoint | None = None
        self.number = LineEdit("", "3.2")
        self.begins, self.ends, self.from_day = DateEdit(), DateEdit(), DateEdit()
        self.amount = LineEdit("", "ingen gräns")
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.text = QPlainTextEdit()
        self.text.setFont(font(Type.BODY))
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self.text.setFixedHeight(QFontMetrics(self.text.font()).lineSpacing() * _LINES + 24)
        self.kinds = LineEdit("", "alla, eller till exempel Mikrobidrag, Konsultstöd")
        self.terms, self.law = LineEdit(), LineEdit("", "till exempel 6 kap. 37 § KL")
        self.appeal = Combo(tuple(APPEALS.items()))
        self.urgent = QCheckBox("Brådskande ärenden")
        self.urgent.setToolTip("Ordförandebeslut (KL 6 kap. 39 §), som anmäls vid nästa sammanträde.")
        self.reported = QCheckBox("Anmäls till nämnden")
        self.reported.setToolTip("Beslut som inte anmäls protokollförs särskilt (KL 6 kap. 40 §).")
        self.add_line(
            ("number", "Punkt", self.number, 2),
            ("max_amount", "Gräns, kr", self.amount, 2),
            ("valid_from", "Gäller från", self.begins, 3),
            ("valid_to", "Till och med", self.ends, 3),
        )
        self.add_line(("text", "Vad som får beslutas", self.text, 1))
        self.add_line(("kinds", "Gäller bara beslut om", self.kinds, 1), ("terms", "Villkor", self.terms, 1))
        self.add_line(("law", "Lagrum", self.law, 1), ("appeal", "Överklagas genom", self.appeal, 1))
        self.add_line(
            ("urgent", "Särskilt", self.urgent, 1), ("reported", "Efter beslutet", self.reported, 1)
        )
        self.add_line(("from_day", "Ändringen gäller från (tomt: det som stod var fel)", self.from_day, 0))

    def begin(self, point: DelegationPoint | None, body_id: str, day: date, number: str = "") -> None:
        """Ask for changes to a point, or for a new one from `day`."""
        stored = point is not None
        shown = point or DelegationPoint(
            id="", body_id=body_id, number=number, position=0, text="", valid_from=day
        )
        self._shown = shown
        self.number.setText(shown.number)
        self.begins.set_date(shown.valid_from)
        self.ends.set_date(shown.valid_to)
        self.from_day.set_date(None)
        self.rows["from_day"].setVisible(stored)
        self.amount.setText("" if shown.max_amount is None else whole_number(shown.max_amount))
        self.text.setPlainText(shown.text)
        self.kinds.setText(", ".join(shown.kinds))
        self.terms.setText(shown.terms)
        self.law.setText(shown.law)
        for line in (self.kinds, self.terms, self.law):
            line.setCursorPosition(0)  # a long one is read from its beginning
        self.appeal.set_value(shown.appeal)
        self.urgent.setChecked(shown.urgent)
        self.reported.setChecked(shown.reported)
        self.enter(self.text if stored else self.number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on from the text too: a point is one paragraph."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in ENTER:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def missing(self) -> str:
        """Say which field is empty or cannot be read."""
        for field in (self.begins, self.ends, self.from_day):
            if not field.is_valid():
                return _no_day(field)
        if not self.number.text().strip():
            return "Skriv punktens nummer, till exempel 3.2."
        if not self.text.toPlainText().strip():
            return "Skriv vad som får beslutas enligt punkten."
        if self.begins.date() is None:
            return "Skriv vilken dag punkten börjar gälla."
        return _no_amount(self.amount)

    def hand_over(self) -> None:
        """Give the point, and the day of the change."""
        begins = self.begins.date()
        if self._shown is None or begins is None:
            return
        point = replace(
            self._shown,
            number=self.number.text().strip(),
            text=" ".join(self.text.toPlainText().split()),
            valid_from=begins,
            valid_to=self.ends.date(),
            max_amount=parse_kronor(self.amount.text()),
            kinds=tuple(k.strip() for k in self.kinds.text().split(",") if k.strip()),
            terms=self.terms.text().strip(),
            law=self.law.text().strip(),
            appeal=Appeal(str(self.appeal.value())),
            urgent=self.urgent.isChecked(),
            reported=self.reported.isChecked(),
        )
        self.written.emit(point, self.from_day.date() if self._shown.id else None)


class DelegateForm(InlineForm):
    """Asks for a delegate of a point. `written` gives it."""

    written = Signal(object)  # Delegate

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Spara delegaten", parent)
        self._shown: Delegate | None = None
        self.kind = Combo(tuple(DELEGATE_KINDS.items()))
        self.title = LineEdit("", "Områdeschef")
        self.name = LineEdit("", "vem som än har titeln")
        self.amount = LineEdit("", "punktens gräns")
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.begins, self.ends = DateEdit(), DateEdit()
        self.giver = Combo()
        self.add_line(
            ("kind", "Slag", self.kind, 2), ("title", "Titel", self.title, 3), ("name", "Namn", self.name, 3)
        )
        self.add_line(
            ("given_by", "Delegation av", self.giver, 3), ("max_amount", "Egen gräns, kr", self.amount, 2)
        )
        self.add_line(("valid_from", "Från", self.begins, 1), ("valid_to", "Till och med", self.ends, 1))
        for combo in (self.kind, self.giver):
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.activated.connect(lambda _: self._suggest_title())

    def begin(
        self, delegate: Delegate | None, point: DelegationPoint, givers: Sequence[Delegate], day: date
    ) -> None:
        """Ask for changes to a delegate (one without an id is new), or for one from `day` by nämnden."""
        shown = delegate or Delegate(
            id="", point_id=point.id, position=0, kind=DelegateKind.EMPLOYEE, title="", valid_from=day
        )
        self._shown = shown
        self.giver.clear()
        self.giver.addItem("nämnden", None)
        for giver in givers:
            if giver.id != shown.id:
                self.giver.addItem(f"vidaredelegerad av {delegate_name(giver)}", giver.id)
        self.giver.set_value(shown.given_by)
        self.kind.set_value(shown.kind)
        self.title.setText(shown.title)
        self.name.setText(shown.name)
        self.amount.setText("" if shown.max_amount is None else whole_number(shown.max_amount))
        self.begins.set_date(shown.valid_from)
        self.ends.set_date(shown.valid_to)
        self.enter(self.title)

    def missing(self) -> str:
        """Say which field is empty or cannot be read."""
        for field in (self.begins, self.ends):
            if not field.is_valid():
                return _no_day(field)
        if not (self.title.text().strip() or self.name.text().strip()):
            return "Skriv delegatens titel eller namn."
        if self.begins.date() is None:
            return "Skriv vilken dag delegationen börjar."
        return _no_amount(self.amount)

    def hand_over(self) -> None:
        """Give the delegate."""
        begins = self.begins.date()
        if self._shown is None or begins is None:
            return
        giver = self.giver.value()
        self.written.emit(
            replace(
                self._shown,
                kind=DelegateKind(str(self.kind.value())),
                title=self.title.text().strip(),
                name=self.name.text().strip(),
                max_amount=parse_kronor(self.amount.text()),
                valid_from=begins,
                valid_to=self.ends.date(),
                given_by=str(giver) if giver else None,
            )
        )

    def _suggest_title(self) -> None:
        """Nobody has to write «Ordförande» after having chosen it."""
        titles = {DelegateKind.CHAIR: "Ordförande", DelegateKind.PRESIDIUM: "Presidiet"}
        if not self.title.text().strip():
            self.title.setText(titles.get(DelegateKind(str(self.kind.value())), ""))


class EndForm(InlineForm):
    """Asks for the last day of a point or a delegation; an empty day lets it go on. `written` gives it."""

    written = Signal(object)  # date | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Spara sista dagen", parent)
        self.last = DateEdit()
        self.add_line(("last", "Sista dag (tomt: tills vidare)", self.last, 0))

    def begin(self, last: date | None) -> None:
        """Ask for the day."""
        self.last.set_date(last)
        self.enter(self.last)
        self.last.select_all()

    def missing(self) -> str:
        """Say that it is no day."""
        return "" if self.last.is_valid() else _no_day(self.last)

    def hand_over(self) -> None:
        """Give the day."""
        self.written.emit(self.last.date())


def _no_day(field: DateEdit) -> str:
    return f"”{field.text()}” är inget datum. Skriv till exempel 2027-05-14."


def _no_amount(field: LineEdit) -> str:
    try:
        parse_kronor(field.text())
    except ValueError:
        return f"”{field.text()}” är inget belopp. Skriv hela kronor, till exempel 70 000."
    return ""
