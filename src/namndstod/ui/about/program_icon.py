"""The program's own picture, for the window and for «Om Nämndstöd»."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap

from namndstod.resources import resource

SIZES = (16, 24, 32, 48, 128)


def program_icon() -> QIcon:
    """Return the picture in all its sizes."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(_picture(size))
    return icon


def program_pixmap(size: int, scale: float) -> QPixmap:
    """Return the picture, `size` logical pixels wide on a screen of `scale`."""
    wanted = round(size * scale)
    smooth, whole = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
    pixmap = _picture(SIZES[-1]).scaled(wanted, wanted, whole, smooth)
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _picture(size: int) -> QPixmap:
    pixmap = QPixmap()
    pixmap.loadFromData(resource(f"icons/program/{size}.png").read_bytes())
    return pixmap
