"""How a recipient is reached, in one line: the manner, the address, and whether it is a party."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from namndstod.domain.expediting import E_MAIL, MANNERS, manner_for
from namndstod.domain.swedish import capitalised
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.theme import font
from namndstod.ui.kit.tokens import Type

from .stored_fields import Typed

_PARTY = "Får veta hur beslutet överklagas (FL 33 §)."


class ReachFields(QWidget):
    """`changed(manner, address, party)` when a person has changed something and rests."""

    changed = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.manner = Combo((("", "Välj sätt"), *((m, capitalised(m)) for m in MANNERS)))
        self.address = LineEdit(placeholder="E-postadress")
        self.party = QCheckBox("Part")
        self.party.setFont(font(Type.BODY))
        self.party.setToolTip(_PARTY)
        self.party.setAccessibleDescription(_PARTY)
        self._typed = Typed(self.address)
        self._typed.wanted.connect(lambda _: self._address_typed())
        self.manner.activated.connect(lambda _: self._tell())
        self.party.clicked.connect(lambda _: self._tell())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.manner)
        row.addWidget(self.address, 1)
        row.addWidget(self.party)

    def show_reach(self, name: str, manner: str, address: str, *, party: bool, other: bool = False) -> None:
        """Show how somebody is reached; `other`: another one than before, so that no typing is kept."""
        for field, what in ((self.manner, "sätt"), (self.address, "adress"), (self.party, "part")):
            field.setAccessibleName(f"{name}: {what}")
        if self.manner.findData(manner) < 0:
            self.manner.addItem(capitalised(manner), manner)
        self.manner.set_value(manner)
        (self._typed.replace if other else self._typed.show)(address)
        self.party.setChecked(party)
        self.address.setPlaceholderText("E-postadress" if manner in ("", E_MAIL) else "Adress, om den behövs")

    def reach(self) -> tuple[str, str, bool]:
        """Manner, address and party as they stand."""
        return str(self.manner.value() or ""), self.address.text().strip(), self.party.isChecked()

    def flush(self) -> None:
        """Tell at once of what is typed."""
        self._typed.flush()

    def _address_typed(self) -> None:
        """An e-mail address speaks for e-mail, until somebody has chosen otherwise."""
        if not self.manner.value():
            self.manner.set_value(manner_for(self.address.text()))
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(*self.reach())
