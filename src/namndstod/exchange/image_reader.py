"""Pictures: any kind that Pillow reads becomes a PNG or JPEG that fits a page; scans become one page each."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from ..domain.content import Block, Figure, Furniture, PageBreak, Paper
from .pieces import note
from .problems import CannotShow, damaged, unsupported

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE = 3500  # pixels: A4 at 300 dpi
MOST_PIXELS = 300_000_000
MOST_FRAMES = 500
_ORIENTATION = 0x0112  # EXIF tag


class Pictures:
    """The pictures of a paper by key (their hash): the same picture is kept once."""

    def __init__(self) -> None:
        self.images: dict[str, bytes] = {}
        self._known: dict[bytes, str | None] = {}

    def add(self, data: bytes) -> str | None:
        """Keep a picture, made presentable. Returns its key, or None when it cannot be shown (EMF, SVG …)."""
        original = hashlib.sha256(data).digest()
        if original not in self._known:
            try:
                shown: bytes | None = next(frames(data))
            except CannotShow:
                shown = None
            self._known[original] = None if shown is None else self.keep(shown)
        return self._known[original]

    def keep(self, shown: bytes) -> str:
        """Keep a presentable picture as it is and return its key."""
        key = hashlib.sha256(shown).hexdigest()[:16]
        self.images[key] = shown
        return key


def read_image(data: bytes, name: str) -> tuple[Paper, list[str]]:
    """Return a paper with one picture per page, and remarks. Raises CannotShow."""
    pictures = Pictures()
    blocks: list[Block] = []
    remarks = []
    moving = data[:4] in (b"GIF8", b"RIFF")  # later frames of these are an animation, not pages
    for count, shown in enumerate(frames(data), 1):
        if count > 1 and moving:
            remarks.append("Bilden är rörlig; bara den första bildrutan visas.")
            blocks.append(note(remarks[-1]))
            break
        if count > MOST_FRAMES:
            raise unsupported(f"Bildfilen har fler än {MOST_FRAMES} sidor.")
        blocks += [PageBreak()] if blocks else []
        alternative = f"Bild: {name}" if count == 1 else f"Bild: {name}, sida {count}"
        blocks.append(Figure(pictures.keep(shown), alternative))
    furniture = Furniture(page_numbers=False)
    return Paper(name, tuple(blocks), furniture, images=pictures.images), remarks


def frames(data: bytes) -> Iterator[bytes]:
    """Yield each frame of a picture as PNG or JPEG, upright, flat and of bounded size. Raises CannotShow."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of what is judged here by its size
        try:
            with Image.open(BytesIO(data)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise unsupported("Bilden är för stor för att visas.")
                if _presentable(picture):
                    picture.load()  # a broken one must not reach the paper
                    yield data
                    return
                for frame in ImageSequence.Iterator(picture):
                    yield _made_presentable(frame, photo=picture.format == "JPEG")
        except UnidentifiedImageError as error:
            raise damaged("Bilden är skadad eller av ett slag som inte kan visas.") from error
        except CannotShow:
            raise
        except Exception as error:  # Pillow's decoders raise nearly anything on broken data
            raise damaged("Bilden är skadad och kan inte visas.") from error


def _presentable(picture: Image.Image) -> bool:
    """Tell whether a picture may be used byte for byte."""
    return (
        picture.format in ("JPEG", "PNG")
        and picture.mode in ("RGB", "L", "1")
        and "transparency" not in picture.info
        and max(picture.size) <= LONGEST_SIDE
        and getattr(picture, "n_frames", 1) == 1
        and picture.getexif().get(_ORIENTATION, 1) == 1
    )


def _made_presentable(frame: Image.Image, *, photo: bool) -> bytes:
    from PIL import Image, ImageOps

    upright: Image.Image = ImageOps.exif_transpose(frame)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    flat = _flattened(upright)
    out = BytesIO()
    if photo:
        flat.save(out, "JPEG", quality=88)
    else:
        flat.save(out, "PNG", optimize=False)
    return out.getvalue()


def _flattened(picture: Image.Image) -> Image.Image:
    """Return the picture in RGB, grey or black-and-white, what was transparent on white."""
    from PIL import Image

    if picture.mode in ("RGB", "L", "1") and "transparency" not in picture.info:
        return picture
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        lowest, highest = picture.convert("F").getextrema()
        span = (float(highest) - float(lowest)) or 1.0  # type: ignore[arg-type]
        scaled = picture.convert("F").point(lambda p: p * (255 / span) + -float(lowest) * 255 / span)  # type: ignore[arg-type]
        return scaled.convert("L")
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        white = Image.new("RGBA", layered.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, layered).convert("RGB")
    return picture.convert("RGB")
