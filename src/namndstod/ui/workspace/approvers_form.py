"""Who approves the protokoll besides the chair, and who steps in."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.swedish import listed
from namndstod.domain.view import MeetingView
from namndstod.services.approving import candidates, last_approved, rotation
from namndstod.services.commands.approval import SetApprovers
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.fields import Combo
from namndstod.ui.kit.tokens import Type

from .actions import Actions

Chosen = tuple[tuple[str, str | None], ...]


class ApproversForm(QWidget):
    """A row for each justerare, and a proposal while nobody is chosen."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self._rows: list[_Row] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._advice = Label("", Type.BODY, wrap=True)
        self.accept = Button("Välj dem")
        self.add = Button("Lägg till justerare", ButtonKind.QUIET, icon="plus", small=True)
        self.accept.clicked.connect(self.take_proposal)
        self.add.clicked.connect(self._add_row)
        offer = QHBoxLayout()
        offer.setSpacing(12)
        offer.addWidget(self._advice, 1)
        offer.addWidget(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(offer)
        column.addLayout(self._list)
        column.addLayout(foot)

    def show_view(self, view: MeetingView, *, frozen: bool) -> None:
        """Show who is chosen."""
        self._view = view
        chosen: Chosen = tuple((a.person_id, a.substitute_id) for a in view.approvers)
        offer = self._offer(view) if not chosen and not frozen else ()
        offered = bool(offer)
        people = [
            f"{view.label(person)}{f' med {view.label(second)} som ersättare' if second else ''}"
            for person, second in offer
        ]
        self._advice.setText(f"På tur: {listed(people)}.")
        self.accept.setText("Välj" if len(offer) == 1 else "Välj dem")
        self._advice.setVisible(offered)
        self.accept.setVisible(offered)
        while len(self._rows) > len(chosen):
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(chosen):
            self._new_row()
        choices = tuple((p, view.label(p)) for p in candidates(view))
        for row, (person, second) in zip(self._rows, chosen, strict=True):
            row.show_choice(view, choices, person, second, frozen=frozen)
        self.add.setVisible(not frozen)

    def take_proposal(self) -> None:
        """Choose those proposed."""
        offer = self._offer(self._view) if self._view else ()
        if offer:
            self._store(offer)

    def _offer(self, view: MeetingView) -> Chosen:
        """Whom the rotation proposes, as many as is the custom."""
        return rotation(view, self._actions.session.ask(last_approved, view.body.id))

    def choose(self, chosen: Chosen) -> None:
        """Choose these."""
        self._store(chosen)

    def _store(self, chosen: Chosen) -> None:
        if self._view is not None:
            self._actions.do(SetApprovers(self._view.meeting.id, chosen))

    def _add_row(self) -> None:
        view = self._view
        if view is None:
            return
        taken = {a.person_id for a in view.approvers} | {a.substitute_id for a in view.approvers}
        free = next((p for p in candidates(view) if p not in taken), None)
        if free is not None:
            self._store((*((a.person_id, a.substitute_id) for a in view.approvers), (free, None)))

    def _new_row(self) -> None:
        row = _Row()
        row.person.activated.connect(lambda _: self._changed())
        row.second.activated.connect(lambda _: self._changed())
        row.remove.clicked.connect(lambda: self._removed(row))
        self._rows.append(row)
        self._list.addWidget(row)

    def _changed(self) -> None:
        self._store(tuple(row.choice() for row in self._rows))

    def _removed(self, row: _Row) -> None:
        self._store(tuple(r.choice() for r in self._rows if r is not row))


class _Row(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.person, self.second = Combo(), Combo()
        for combo in (self.person, self.second):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
        self.person.setAccessibleName("Justerare")
        self.second.setAccessibleName("Ersättare för justeraren")
        self.remove = Button(kind=ButtonKind.QUIET, icon="cross", name="Ta bort justeraren", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.person, 1)
        row.addWidget(Label("ersättare", Type.SMALL, "muted"))
        row.addWidget(self.second, 1)
        row.addWidget(self.remove)

    def show_choice(
        self,
        view: MeetingView,
        people: tuple[tuple[str, str], ...],
        person: str,
        second: str | None,
        *,
        frozen: bool,
    ) -> None:
        known = {p for p, _ in people}
        chosen = tuple((p, view.label(p)) for p in (person, second) if p and p not in known)
        _fill(self.person, (*people, *chosen), person)
        _fill(self.second, (("", "ingen"), *people, *chosen), second or "")
        self.person.setEnabled(not frozen)
        self.second.setEnabled(not frozen)
        self.remove.setVisible(not frozen)

    def choice(self) -> tuple[str, str | None]:
        second = str(self.second.value() or "")
        person = str(self.person.value())
        return person, second if second and second != person else None


def _fill(combo: Combo, entries: tuple[tuple[str, str], ...], value: str) -> None:
    if [combo.itemData(n) for n in range(combo.count())] != [e[0] for e in entries]:
        combo.clear()
        for entry, text in entries:
            combo.addItem(text, entry)
    combo.set_value(value)
