"""Whether a PDF can be used, before anybody relies on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path

import pikepdf

_SOURCE = bytes | Path
_SERIOUS = ("damaged", "recover", "reconstruct", "xref", "expected endstream", "unexpected eof", "trailer")


class PdfState(StrEnum):
    """What a PDF is good for."""

    OK = "ok"
    DAMAGED = "damaged"  # unreadable, or mended with what could be found
    PROTECTED = "protected"  # asks for a password
    ENTANGLED = "entangled"  # sound, but its pages cannot be told apart


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was found. A damaged file with `pages` could be mended, perhaps not wholly."""

    pages: int
    state: PdfState
    signed: bool = False


def inspect_pdf(source: _SOURCE) -> Inspected:
    """Look at a PDF (its bytes or its path). Raises OSError only when the file can't be read at all."""
    try:
        with open_pdf(source) as pdf:
            pages = len(pdf.pages)
            warnings = " ".join(map(str, pdf.get_warnings())).lower()
            signed = is_signed(pdf)
    except pikepdf.PasswordError:
        return Inspected(0, PdfState.PROTECTED)
    except pikepdf.PdfError:
        return Inspected(0, PdfState.DAMAGED)
    broken = pages == 0 or any(word in warnings for word in _SERIOUS)
    return Inspected(pages, PdfState.DAMAGED if broken else PdfState.OK, signed)


def open_pdf(source: _SOURCE) -> pikepdf.Pdf:
    """Open a PDF, mending what can be mended, quietly."""
    return pikepdf.open(BytesIO(source) if isinstance(source, bytes) else source, suppress_warnings=True)


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Return whether the file carries a digital signature, which a copy of its pages breaks."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return False
    flags = form.get("/SigFlags")
    return isinstance(flags, int) and bool(flags & 1)
