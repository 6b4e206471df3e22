"""Looks into a PDF before it is used: can it be opened, how many pages has it, what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pikepdf

from ..domain.records import ConversionState
from .pdf_limits import cut_to_size, heavy_page, open_bombs
from .problems import damaged, protected, unsupported

_TOO_LARGE = "PDF-filen blir orimligt stor när den packas upp och öppnas därför inte."
_RECOVERED = "PDF-filen är skadad och har lagats; kontrollera att alla sidor är med."


@dataclass(frozen=True, slots=True)
class CheckedPdf:
    """A PDF that can be joined with others. `state` is DAMAGED when pages had to be rescued."""

    data: bytes
    pages: int
    state: ConversionState = ConversionState.DONE
    remarks: tuple[str, ...] = ()
    empty: bool = False  # nothing is painted on any page


def check_pdf(data: bytes) -> CheckedPdf:
    """Return a PDF as it can be used: its own bytes when sound. Raises CannotShow (protected, damaged)."""
    if open_bombs(data):
        raise unsupported(_TOO_LARGE)
    try:
        with pikepdf.open(BytesIO(data), password="", attempt_recovery=True) as pdf:
            pages = len(pdf.pages)
            if (heavy := heavy_page(pdf)) is not None:
                raise unsupported(f"Sida {heavy} i PDF-filen blir orimligt stor när den packas upp.")
            cut = cut_to_size(pdf)
            repaired = bool(pdf.get_warnings())
            remarks = _remarks(pdf)
            empty = not any(_paints(page) for page in pdf.pages)
            if pages == 0:
                raise damaged("PDF-filen är skadad: den har inga sidor som går att läsa.")
            if cut:
                remarks.append(f"Sidor utan rimlig storlek visas som A4 ({cut}).")
            if cut or repaired or pdf.is_encrypted or not data.startswith(b"%PDF-"):
                data = _rewritten(pdf)
    except pikepdf.PasswordError as error:
        raise protected("PDF-filen är skyddad med lösenord och kan inte visas.") from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, OSError) as error:
        raise damaged("PDF-filen är skadad och kan inte öppnas.") from error
    if repaired:
        return CheckedPdf(data, pages, ConversionState.DAMAGED, (_RECOVERED, *remarks), empty)
    return CheckedPdf(data, pages, remarks=tuple(remarks), empty=empty)


def count_pages(data: bytes) -> int:
    """Return the number of pages of a PDF that the program made or has checked."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def _paints(page: pikepdf.Page) -> bool:
    """Tell whether a page has text, pictures or forms: fonts or objects among its resources."""
    resources = page.obj.get("/Resources")
    if resources is None:
        return "/Annots" in page.obj
    return any(len(resources.get(name) or ()) > 0 for name in ("/Font", "/XObject")) or "/Annots" in page.obj


def _rewritten(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, encryption=False)
    return out.getvalue()


def _remarks(pdf: pikepdf.Pdf) -> list[str]:
    """Return what a reader of the pages alone would miss."""
    remarks = []
    form = pdf.Root.get("/AcroForm")
    if pdf.Root.get("/NeedsRendering") or (form is not None and "/XFA" in form and len(pdf.pages) == 1):
        remarks.append(
            "PDF-filen är ett dynamiskt formulär (XFA), vars innehåll kanske inte syns i utskriften."
        )
    if count := len(pdf.attachments):
        remarks.append(f"PDF-filen innehåller inbäddade filer ({count}), som inte visas.")
    return remarks
