"""How each recipient of an ärende is reached, below the list of their names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from namndstod.domain.records import Recipient
from namndstod.services.commands.expediting import ChangeRecipient
from namndstod.ui.kit.basics import Label
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .reach_fields import ReachFields


class RecipientRows(QWidget):
    """One row for each recipient; what is typed is stored by itself."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_recipients(self, recipients: Sequence[Recipient]) -> None:
        """Show these; what is being typed for the same one stays."""
        self.setVisible(bool(recipients))
        while len(self.rows) > len(recipients):
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(recipients):
            row = _Row(self._actions)
            self.rows.append(row)
            self._column.addWidget(row)
        for row, recipient in zip(self.rows, recipients, strict=True):
            row.show_recipient(recipient)

    def flush(self) -> None:
        """Store what is typed."""
        for row in self.rows:
            row.reach.flush()


class _Row(QWidget):
    """The name, and below it how that recipient is reached."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._recipient: Recipient | None = None
        self._name = Label("", Type.MEDIUM, wrap=True)
        self.reach = ReachFields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self.reach)
        self.reach.changed.connect(self._store)

    def show_recipient(self, recipient: Recipient) -> None:
        """Show a recipient."""
        other = self._recipient is None or self._recipient.id != recipient.id
        if other:
            self.reach.flush()
        self._recipient = recipient
        self._name.setText(recipient.name)
        self.reach.show_reach(
            recipient.name, recipient.manner, recipient.address, party=recipient.party, other=other
        )

    def _store(self, manner: str, address: str, party: bool) -> None:
        if self._recipient is not None:
            self._actions.do(ChangeRecipient(self._recipient.id, manner, address, party))
