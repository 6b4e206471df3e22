"""A point of the delegationsordning: what it says, who decides by it, what is found, and how it has read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.delegation import Delegate, DelegateKind, DelegationPoint
from namndstod.domain.delegation_names import APPEALS, DELEGATE_KINDS, delegate_name, in_force, limit_text
from namndstod.domain.delegation_order import PointOnDay
from namndstod.domain.findings import Severity
from namndstod.domain.findings.delegated_order import OrderFinding
from namndstod.domain.swedish import counted
from namndstod.services.delegation.order import PointUse

from ..kit.basics import Button, ButtonKind, Card, Label, Pill, Sign
from ..kit.finding_reasons import Reasons
from ..kit.flow import FlowLayout
from ..kit.tokens import Tone, Type
from ..lines import Line
from .order_forms import DelegateForm, EndForm, PointForm

_TONES = {Severity.BLOCK: Tone.MEND, Severity.WARN: Tone.LOOK, Severity.INFORM: Tone.INFO}
_SIGNS = {Tone.MEND: "block-filled", Tone.LOOK: "warning-filled", Tone.INFO: "info-filled"}
_WORDS = {Tone.MEND: "Måste rättas", Tone.LOOK: "Att titta på", Tone.INFO: "Upplysning"}
_REASONS = ("Gäller inte sådana ärenden", "Prövat av nämnden", "Bara beredning och verkställighet")
_STEP = 28  # pixels that a vidaredelegering stands to the right of who gave it


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows: a point on a day, its history, and what is found in it."""

    here: PointOnDay
    history: tuple[DelegationPoint, ...]
    findings: tuple[OrderFinding, ...]


class PointPane(QWidget):
    """Shows a point; the forms lie in its cards. It stores nothing: it tells what a person asks for."""

    endDelegateRequested = Signal(str)
    changeDelegateRequested = Signal(str)
    passOnRequested = Signal(str)
    removeDelegateRequested = Signal(str)
    waived = Signal(str)  # the reason; empty takes it back
    dayRequested = Signal(object)  # date

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.delegate_form, self.end_form = PointForm(), DelegateForm(), EndForm()
        self.change = Button("Ändra", hint="Enter", small=True)
        self.end = Button("Avsluta …", ButtonKind.QUIET, small=True, hint="A")
        self.remove = Button("Ta bort", ButtonKind.QUIET, icon="trash", small=True, hint="Delete")
        self.new_delegate = Button("Ny delegat", icon="plus", small=True, hint="D")
        self.point_card, self.delegate_card = Card(), Card()
        self.history_card = Card("Så har punkten lytt")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(14)
        for card in (self.point_card, self.delegate_card, self.history_card):
            card.follow_width()
            column.addWidget(card)
        column.addStretch(1)
        self._build_point()
        self._build_delegates()
        self._history = QVBoxLayout()
        self._history.setSpacing(0)
        self.history_card.body.addLayout(self._history)

    def _build_point(self) -> None:
        self._number = Label("", Type.HEADING)
        self._days = Pill()
        self._text = Label("", Type.BODY, wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = Label("", Type.BODY, "muted", wrap=True)
        self._use = Label("", Type.SMALL, "muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._number)
        head.addWidget(self._days)
        head.addStretch(1)
        foot = FlowLayout(spacing=4)
        for button in (self.change, self.end, self.remove):
            foot.addWidget(button)
        self._point_findings = QVBoxLayout()
        self.shown = QWidget()
        inner = QVBoxLayout(self.shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(head)
        inner.addWidget(self._text)
        inner.addLayout(self._point_findings)
        inner.addWidget(self._facts)
        inner.addWidget(self._use)
        inner.addLayout(foot)
        for widget in (self.shown, self.form, self.end_form):
            self.point_card.body.addWidget(widget)

    def _build_delegates(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label("Delegater", Type.STRONG))
        head.addStretch(1)
        head.addWidget(self.new_delegate)
        self._delegates = QVBoxLayout()
        self._delegates.setSpacing(2)
        self.delegate_card.body.addLayout(head)
        self.delegate_card.body.addLayout(self._delegates)
        self.delegate_card.body.addWidget(self.delegate_form)

    def show_point(self, shown: Shown) -> None:
        """Show a point on a day; forms that are open stay."""
        point = shown.here.point
        self._number.setText(f"Punkt {point.number}")
        self._days.set(in_force(point), Tone.NEUTRAL)
        self._text.setText(point.text)
        self._use.setText("")
        self._facts.setText("\n".join(_facts(point)))
        of_point = [f for f in shown.findings if not f.delegate_id]
        _fill(self._point_findings, [self._note(f) for f in of_point])
        rows = [row for d, depth in _chains(shown.here.delegates) for row in self._delegate(d, depth, shown)]
        _fill(self._delegates, rows)
        _fill(self._history, [self._version(p, shown) for p in reversed(shown.history)])
        self.history_card.setVisible(len(shown.history) > 1)

    def show_use(self, use: PointUse) -> None:
        """Tell how many decisions are by the point."""
        days = ""
        if use.first and use.last:
            first, last = use.first.isoformat(), use.last.isoformat()
            days = f", {first}" if first == last else f", {first} – {last}"
        said = f"{counted(use.count, 'beslut', 'beslut')} i registret enligt punkten{days}"
        self._use.setText(said if use.count else "Inga beslut i registret enligt punkten")

    def close_forms(self) -> None:
        """Put the forms away."""
        for form in (self.form, self.delegate_form, self.end_form):
            form.hide()
        self.shown.show()
        self.delegate_card.show()

    def open_forms(self) -> bool:
        """Whether something is being written."""
        return any(not form.isHidden() for form in (self.form, self.delegate_form, self.end_form))

    def _note(self, finding: OrderFinding, indent: int = 0) -> QWidget:
        """A finding where it belongs, with its law, and a way to let it stand where only words suggest it."""
        note = FindingNote(finding, indent)
        note.reasons.chosen.connect(self.waived)
        note.again.clicked.connect(lambda: self.waived.emit(""))
        return note

    def _delegate(self, delegate: Delegate, depth: int, shown: Shown) -> list[QWidget]:
        row = DelegateRow(delegate, depth, shown.here.point)
        row.change.clicked.connect(partial(self.changeDelegateRequested.emit, delegate.id))
        row.pass_on.clicked.connect(partial(self.passOnRequested.emit, delegate.id))
        row.end.clicked.connect(partial(self.endDelegateRequested.emit, delegate.id))
        row.remove.clicked.connect(partial(self.removeDelegateRequested.emit, delegate.id))
        found = [f for f in shown.findings if f.delegate_id == delegate.id]
        return [row, *(self._note(f, _STEP * depth) for f in found)]

    def _version(self, point: DelegationPoint, shown: Shown) -> QWidget:
        pill, tone = ("visas", Tone.INFO) if point.id == shown.here.point.id else ("visa", Tone.NEUTRAL)
        note = limit_text(point.max_amount) or "utan gräns"
        differs = point.text != shown.here.point.text
        line = Line(pill, tone, in_force(point), f"{note}, annan text" if differs else note)
        line.setToolTip(point.text)
        line.clicked.connect(partial(self.dayRequested.emit, point.valid_from))
        return line


class DelegateRow(QWidget):
    """A delegate, and from whom; the buttons say what can be done."""

    def __init__(self, delegate: Delegate, depth: int, point: DelegationPoint) -> None:
        super().__init__()
        name = delegate_name(delegate)
        self.change = _small("Ändra", f"Ändra {name}")
        self.pass_on = _small("Vidaredelegera", f"Vidaredelegera från {name}")
        self.end = _small("Avsluta …", f"Avsluta delegationen till {name}")
        self.remove = _small("", f"Ta bort {name}", "trash")
        self.pass_on.setVisible(delegate.kind is DelegateKind.MANAGER and delegate.given_by is None)
        said = [DELEGATE_KINDS[delegate.kind].lower()] if _tells_more(delegate) else []
        said += ["vidaredelegerat"] if delegate.given_by else []
        said += [limit_text(delegate.max_amount)] if delegate.max_amount is not None else []
        said += [in_force(delegate)] if _own_days(delegate, point) else []
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(f"↳ {name}" if depth else name, Type.BODY, wrap=True))
        if said:
            texts.addWidget(Label(", ".join(said), Type.SMALL, "muted", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(_STEP * depth, 3, 0, 3)
        row.setSpacing(2)
        row.addLayout(texts, 1)
        for button in (self.pass_on, self.change, self.end, self.remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class FindingNote(QWidget):
    """A finding under what it is about."""

    def __init__(self, finding: OrderFinding, indent: int = 0) -> None:
        super().__init__()
        tone = _TONES[finding.severity]
        self.reasons = Reasons()
        self.reasons.set_reasons(_REASONS)
        self.reasons.hide()
        self.accept = Button("Godta …", ButtonKind.QUIET, small=True)
        self.accept.setVisible(finding.severity is Severity.WARN and finding.code in WAIVABLE)
        self.again = Button("Ta tillbaka", ButtonKind.QUIET, small=True)
        self.again.setVisible(bool(finding.waived) and finding.severity is Severity.INFORM)
        self.accept.clicked.connect(self._ask)
        label = Label(finding.message, Type.BODY, tone.value if tone is not Tone.INFO else "muted", wrap=True)
        label.setAccessibleName(f"{_WORDS[tone]}: {finding.message} {finding.source}")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Sign(_SIGNS[tone], tone, 16, name=_WORDS[tone]), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label, 1)
        head.addWidget(Label(finding.source, Type.SMALL, "muted"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(indent, 0, 0, 4)
        column.addLayout(head)
        column.addWidget(self.reasons)

    def _ask(self) -> None:
        self.reasons.show()
        self.reasons.focus_first()


WAIVABLE = frozenset({"not_delegable", "group_delegate"})
"""What words alone suggest: a person knows better."""


def _facts(point: DelegationPoint) -> Iterable[str]:
    if point.max_amount is not None:
        yield f"Gräns: {limit_text(point.max_amount)}"
    if point.kinds:
        yield f"Gäller bara: {', '.join(point.kinds)}"
    if point.urgent:
        yield "Brådskande ärenden: anmäls vid nästa sammanträde (KL 6 kap. 39–40 §)"
    if point.terms:
        yield f"Villkor: {point.terms}"
    if point.law:
        yield f"Lagrum: {point.law}"
    yield f"Överklagas: {APPEALS[point.appeal]}"
    if not point.reported:
        yield "Anmäls inte: besluten protokollförs särskilt (KL 6 kap. 40 §)"


def _chains(delegates: Sequence[Delegate]) -> Iterable[tuple[Delegate, int]]:
    """Yield the delegates, each followed by those it was passed on to, with how many steps away."""
    ids = {d.id for d in delegates}
    told: set[str] = set()

    def below(giver: Delegate, depth: int) -> Iterable[tuple[Delegate, int]]:
        if giver.id in told:
            return
        told.add(giver.id)
        yield giver, depth
        for given in delegates:
            if given.given_by == giver.id:
                yield from below(given, depth + 1)

    for delegate in delegates:
        if delegate.given_by not in ids:
            yield from below(delegate, 0 if delegate.given_by is None else 1)
    for delegate in delegates:  # a ring that somebody has entered
        yield from below(delegate, 1)


def _tells_more(delegate: Delegate) -> bool:
    """Whether the kind says something that the title does not."""
    title = delegate.title.casefold()
    return (
        delegate.kind is not DelegateKind.EMPLOYEE
        and DELEGATE_KINDS[delegate.kind].casefold()[:6] not in title
    )


def _own_days(delegate: Delegate, point: DelegationPoint) -> bool:
    return (delegate.valid_from, delegate.valid_to) != (point.valid_from, point.valid_to) and (
        delegate.valid_from > point.valid_from or delegate.valid_to is not None
    )


def _small(text: str, name: str, icon: str = "") -> Button:
    return Button(text, ButtonKind.QUIET, icon=icon, name=name, small=True)


def _fill(layout: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Put these widgets in place of those that stand there."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)
