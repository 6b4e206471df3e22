"""What a PDF says of itself (PDF/UA, PDF/A), and what a screen reader makes of it."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Dictionary

_UA = re.compile(rb"pdfuaid:part\s*(?:=\s*[\"']|>)\s*1\b")
_A = re.compile(rb"pdfaid:part\s*(?:=\s*[\"']|>)\s*2\b")
_LEVEL = re.compile(rb"pdfaid:conformance\s*(?:=\s*[\"']|>)\s*A\b")


def conforms(pdf: pikepdf.Pdf) -> bool:
    """Return whether a file has a structure and says that it is both PDF/UA-1 and PDF/A-2a.

    What a file says is believed: nothing here could try it. Whether a packet may say so of itself depends on
    this of every part.
    """
    metadata = pdf.Root.get("/Metadata")
    if not isinstance(metadata, pikepdf.Stream) or not isinstance(
        pdf.Root.get("/StructTreeRoot"), Dictionary
    ):
        return False
    try:
        text = metadata.read_bytes()
    except pikepdf.PdfError:
        return False
    return all(claim.search(text) for claim in (_UA, _A, _LEVEL))
