"""Line icons, 20×20, drawn from resources/icons in the colour asked for: crisp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from namndstod.resources import resource

SIZE = 20
"""Side of an icon as it was drawn, in pixels at 100 %."""

_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0, 3.0)


def names() -> list[str]:
    """Return the name of every icon."""
    return sorted(p.name.removesuffix(".svg") for p in resource("icons").iterdir() if p.name.endswith(".svg"))


def draw(painter: QPainter, name: str, rect: QRectF, colour: str) -> None:
    """Draw an icon as vectors into `rect`."""
    _renderer(name, colour).render(painter, rect)


def pixmap(name: str, colour: str, size: int = SIZE, scale: float = 1.0) -> QPixmap:
    """Return the icon as a picture of `size` logical pixels for a screen of `scale`."""
    side = round(size * scale)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, QRectF(0, 0, side, side), colour)
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


def icon(name: str, colour: str, size: int = SIZE) -> QIcon:
    """Return the icon for what only takes a QIcon (menus), at every usual scale."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, colour, size, scale))
    return made


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", QColor(colour).name()).encode()))
    if not renderer.isValid():
        raise ValueError(f"icon {name!r} cannot be drawn")
    return renderer
