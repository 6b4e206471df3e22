"""The logo of the letterhead: choose a picture, see it, take it away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from .kit.basics import Button, ButtonKind, Label
from .kit.fields import FieldRow
from .kit.tokens import LIGHT, Type


class LogoField(QWidget):
    """Shows the logo on white, as on paper."""

    chosen = Signal(str)  # path
    removed = Signal()

    SIZE = QSize(180, 72)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._picture.setFixedSize(self.SIZE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        paper = LIGHT  # white in the dark too, as paper is
        self._picture.setStyleSheet(
            f"background: {paper.paper}; color: {paper.muted}; border: 1px solid {paper.line_strong}; "
            "border-radius: 4px;"
        )
        choose = Button("Välj bild …")
        self._remove = Button("Ta bort", ButtonKind.QUIET)
        choose.clicked.connect(self._browse)
        self._remove.clicked.connect(self.removed)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        side = QVBoxLayout()
        side.addLayout(buttons)
        side.addWidget(Label("PNG eller JPEG, helst minst 600 punkter bred.", Type.SMALL, "muted", wrap=True))
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(side, 1)
        self.setFocusProxy(choose)

    def show_picture(self, data: bytes) -> None:
        """Show a picture, or that there is none."""
        self._remove.setVisible(bool(data))
        picture = QPixmap()
        if data and picture.loadFromData(data):
            scale = self.devicePixelRatioF()
            fitted = picture.scaled(
                (self.SIZE - QSize(16, 12)) * scale,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            fitted.setDevicePixelRatio(scale)
            self._picture.setPixmap(fitted)
            self._picture.setAccessibleName("Logotypen")
        else:
            self._picture.setText("ingen logotyp" if not data else "bilden går inte att visa")

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Välj logotyp", "", "Bilder (*.png *.jpg *.jpeg)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()


def logo_row() -> tuple[FieldRow, LogoField]:
    """Return the field with its label."""
    field = LogoField()
    return FieldRow("Logotyp", field), field
