"""Betrodda utfärdare: the issuers of certificates whose electronic signatures the binder trusts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.swedish import long_date
from namndstod.services.signed_files import TrustedIssuer

from .kit.basics import Button, ButtonKind, Card, Label, Pill
from .kit.tokens import Tone, Type


class IssuersCard(Card):
    """The issuers with their last day, and how one is added or taken away."""

    chosen = Signal(str)  # path
    removed = Signal(object)  # TrustedIssuer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Elektroniska underskrifter", parent)
        self.body.addWidget(
            Label(
                "Betrodda utfärdare. En underskrift i ett undertecknat protokoll visas som betrodd när dess "
                "certifikat leder till någon av dem. Be signeringstjänsten om rotcertifikatet. Programmet "
                "frågar aldrig nätet om ett certifikat är spärrat.",
                Type.BODY,
                "muted",
                wrap=True,
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._none = Label("Inga utfärdare är inlagda.", Type.BODY)
        self.add = Button("Lägg till certifikat …")
        self.removes: list[Button] = []
        self._rows: list[QWidget] = []
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)
        self.body.addLayout(row)
        self.add.clicked.connect(self._browse)

    def show_issuers(self, issuers: tuple[TrustedIssuer, ...], today: date) -> None:
        """Show the issuers."""
        self._none.setVisible(not issuers)
        for gone in self._rows:
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows, self.removes = [], []
        for issuer in issuers:
            self._add_row(issuer, today)

    def _add_row(self, issuer: TrustedIssuer, today: date) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(issuer.name, Type.MEDIUM, wrap=True), 1)
        row.addWidget(Label(f"gäller till {long_date(issuer.valid_to)}", Type.BODY, "muted"))
        if issuer.valid_to < today:
            row.addWidget(Pill("har gått ut", Tone.LOOK))
        remove = Button("Ta bort", ButtonKind.QUIET, small=True)
        remove.setAccessibleName(f"Ta bort utfärdaren {issuer.name}")
        remove.clicked.connect(lambda: self.removed.emit(issuer))
        row.addWidget(remove)
        self._rows.append(line)
        self.removes.append(remove)
        self._list.addWidget(line)

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Lägg till certifikat", "", "Certifikat (*.pem *.cer *.crt)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()
