"""Logo and colour of the letterhead: choose them, see them, take them away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QColorDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from namndstod.domain.colours import colour_code, readable

from .kit.basics import Button, ButtonKind, Label
from .kit.fields import FieldRow, LineEdit
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


class ColourField(QWidget):
    """The colour of the paper's name and the line below it: written or picked, shown as it is on paper."""

    chosen = Signal(str)  # «#1F5FAE», or empty
    refused = Signal(str)  # what was written and is no colour

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self._swatch = QLabel()
        self._swatch.setFixedSize(44, 32)
        self.code = LineEdit()
        self.code.setPlaceholderText("#1F5FAE")
        self.code.setMaximumWidth(120)
        self.code.setAccessibleName("Färg")
        choose = Button("Välj färg …")
        self._remove = Button("Ta bort", ButtonKind.QUIET)
        self.note = Label("", Type.SMALL, "muted", wrap=True)
        self.code.editingFinished.connect(lambda: self._put(self.code.text()))
        choose.clicked.connect(self._browse)
        self._remove.clicked.connect(lambda: self._put(""))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._swatch, self.code, choose, self._remove):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.note)
        self.setFocusProxy(self.code)

    def show_colour(self, colour: str) -> None:
        """Show a colour as it will be on paper, and say when that is not quite the one that was chosen."""
        self._stored = colour
        if not (self.code.hasFocus() and self.code.isModified()):  # being written in
            self.code.setText(colour)
        self._remove.setVisible(bool(colour))
        drawn = readable(colour) if colour else LIGHT.text
        self._swatch.setStyleSheet(
            f"background: {drawn}; border: 1px solid {LIGHT.line_strong}; border-radius: 4px;"
        )
        if not colour:
            self.note.setText("Handlingens namn och linjen under brevhuvudet är svarta.")
        elif drawn == colour:
            self.note.setText("Handlingens namn och linjen under brevhuvudet.")
        else:
            self.note.setText(
                f"För ljus för att läsas på vitt papper: i handlingarna blir den mörkare, {drawn}."
            )

    def _put(self, text: str) -> None:
        code = colour_code(text)
        if code is None and text.strip():
            self.refused.emit(text)
        elif (code or "") != self._stored:
            self.code.setModified(False)
            self.chosen.emit(code or "")
        else:
            self.show_colour(self._stored)

    def _browse(self) -> None:
        dialog = QColorDialog(QColor(self._stored or LIGHT.accent), self)
        dialog.setWindowTitle("Välj färg")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self._put(colour.name()))
        dialog.open()


def colour_row() -> tuple[FieldRow, ColourField]:
    """Return the field with its label."""
    field = ColourField()
    row = FieldRow("Färg", field)
    field.refused.connect(
        lambda text: row.set_error(f"”{text}” är ingen färg. Skriv # och sex tecken, till exempel #1F5FAE.")
    )
    field.chosen.connect(row.clear_error)
    return row, field
