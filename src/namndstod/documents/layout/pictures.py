"""Reading the size of pictures."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError

_SCREEN = 96.0  # dots per inch of a picture that doesn't say


def size(data: bytes) -> tuple[float, float] | None:
    """Return (width, height) in points as the picture asks to be printed, None when it can't be read."""
    try:
        with Image.open(BytesIO(data)) as image:
            width, height = image.size
            dots = image.info.get("dpi", (_SCREEN, _SCREEN))
            image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    across, down = (float(d) if 30 <= float(d) <= 2400 else _SCREEN for d in dots)
    return max(1.0, width * 72 / across), max(1.0, height * 72 / down)


def wanted(natural: tuple[float, float], width: float | None, height: float | None) -> tuple[float, float]:
    """Return the size asked for; the side that isn't said follows the picture's proportions."""
    if width and height:
        return width, height
    if width:
        return width, natural[1] * width / natural[0]
    if height:
        return natural[0] * height / natural[1], height
    return natural
