"""Make the icons of program and binder from the drawings beside it: `python installer/icons.py`.

Needs PySide6 and Pillow, which the program uses too. The result is stored in the repository, so that no
build draws anything. Up to 24 pixels another drawing is used: the large one is a blur there.
"""

from __future__ import annotations

import io
import os
import struct
import sys
from pathlib import Path

from PIL import Image

PLACE = Path(__file__).resolve().parent / "icons"
WINDOW_PLACE = PLACE.parent.parent / "resources" / "icons" / "program"

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # 20 and 40: Windows at 125 %
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOW_SIZES = (16, 24, 32, 48, 128)
SIDE = (164, 314)  # pixels, as makensis wants them
SMALL = 24  # pixels: up to here the small drawing
_BITMAP = 48  # pixels: up to here bitmaps in .ico, which old readers of icons want


def draw(name: str, size: int) -> Image.Image:
    """Return the drawing `name` («namndstod», «binder») as a picture of `size` × `size` pixels."""
    return _rendered(f"{name}-small.svg" if size <= SMALL else f"{name}.svg", size, size)


def side() -> bytes:
    """Return the picture beside the last page of Windows' installer, as a bitmap."""
    out = io.BytesIO()
    _rendered("side.svg", *SIDE).convert("RGB").quantize(256).save(out, "BMP")
    return out.getvalue()


def _rendered(drawing: str, width: int, height: int) -> Image.Image:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(PLACE / drawing)).render(painter, QRectF(0, 0, width, height))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # a buffer is a device
    return Image.open(io.BytesIO(data.data())).convert("RGBA")


def png(name: str, size: int) -> bytes:
    """Return the drawing as a PNG file."""
    out = io.BytesIO()
    draw(name, size).save(out, "PNG", optimize=True)
    return out.getvalue()


def ico(name: str) -> bytes:
    """Return the drawing as an icon of Windows with all its sizes."""
    entries: list[bytes] = []
    images: list[bytes] = []
    offset = 6 + 16 * len(ICO_SIZES)
    for size in ICO_SIZES:
        one = io.BytesIO()
        kind = "bmp" if size <= _BITMAP else "png"
        draw(name, size).save(one, "ICO", sizes=[(size, size)], bitmap_format=kind)
        image = bytearray(one.getvalue()[22:])  # after the head and the only entry
        if kind == "bmp":
            image[20:32] = bytes(12)  # Pillow states a size and a resolution that are not those of an icon,
            image += bytes((size + 31) // 32 * 4 * size)  # and leaves out the mask that must follow
        entries.append(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset))
        images.append(bytes(image))
        offset += len(image)
    return struct.pack("<HHH", 0, 1, len(ICO_SIZES)) + b"".join(entries) + b"".join(images)


def icns(name: str) -> bytes:
    """Return the drawing as an icon of macOS."""
    out = io.BytesIO()
    sizes = [draw(name, size) for size in (32, 64, 128, 256, 512)]
    draw(name, 1024).save(out, "ICNS", append_images=sizes)
    return out.getvalue()


def main() -> int:
    """Write every icon anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    WINDOW_PLACE.mkdir(parents=True, exist_ok=True)
    for name in ("namndstod", "binder"):
        (PLACE / f"{name}.ico").write_bytes(ico(name))
        (PLACE / f"{name}.icns").write_bytes(icns(name))
        for size in PNG_SIZES:
            (PLACE / f"{name}-{size}.png").write_bytes(png(name, size))
    (PLACE / "side.bmp").write_bytes(side())
    for size in WINDOW_SIZES:
        (WINDOW_PLACE / f"{size}.png").write_bytes(png("namndstod", size))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
