"""Why a screen reader can't read a PDF: said in Swedish, of each file that goes into a packet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary, String

from .cleaning import listed
from .conformance import conforms
from .inspection import PdfState, inspect_pdf, open_pdf

_MOST_ELEMENTS = 200_000  # looked at; what is larger is judged by these
_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


def accessibility(source: bytes | Path) -> str:
    """Return why a PDF is not accessible, as «saknar taggar, saknar språk»; empty when nothing is found.

    Told is what can be seen without a person who reads: that a file has tags does not make them right.
    """
    state = inspect_pdf(source).state
    if state is PdfState.PROTECTED:
        return "är krypterad"
    try:
        with open_pdf(source) as pdf:
            return ", ".join(_reasons(pdf))
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        return "är skadad"


def _reasons(pdf: pikepdf.Pdf) -> Iterator[str]:
    if not len(pdf.pages):
        yield "är skadad"
        return
    if conforms(pdf):
        return
    pages = [page.obj for page in pdf.pages]
    scanned = sum(_is_picture(page) for page in pages)
    tagged = _tagged(pdf)
    if scanned == len(pages):
        yield "är inskannad: sidorna är bilder utan text"
    elif scanned and not tagged:
        yield f"har inskannade sidor utan text ({scanned} av {len(pages)})"
    if not tagged and scanned < len(pages):
        yield "saknar taggar"
    if tagged:
        without = sum("/StructParents" not in page and "/Contents" in page for page in pages)
        if without:
            yield f"saknar taggar på {without} av {len(pages)} sidor"
        if _figures_without_words(pdf.Root.StructTreeRoot):
            yield "har bilder utan beskrivning"
    if not str(pdf.Root.get("/Lang", "")).strip():
        yield "saknar språk"
    if any(_has_loose_font(page) for page in pages):
        yield "typsnitt är inte inbäddade"
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and listed(form.get("/Fields")):
        yield "har ett formulär, vars fält blir text utan taggar"


def _tagged(pdf: pikepdf.Pdf) -> bool:
    mark, tree = pdf.Root.get("/MarkInfo"), pdf.Root.get("/StructTreeRoot")
    marked = isinstance(mark, Dictionary) and bool(mark.get("/Marked", False))
    return marked and isinstance(tree, Dictionary) and bool(listed(tree.get("/K")))


def _resources(page: Any) -> Any:
    """Return the resources of a page, its own or those of a node above it."""
    node, steps = page, 0
    while isinstance(node, Dictionary) and "/Resources" not in node and steps < 50:
        node, steps = node.get("/Parent"), steps + 1
    found = node.get("/Resources") if isinstance(node, Dictionary) else None
    return found if isinstance(found, Dictionary) else Dictionary()


def _is_picture(page: Any) -> bool:
    """Tell whether a page shows pictures and has no typeface to write anything with."""
    waiting, seen, pictures = [_resources(page)], set[tuple[int, int]](), False
    while waiting:
        resources = waiting.pop()
        if _values(resources.get("/Font")):
            return False
        for one in _values(resources.get("/XObject")):
            if not isinstance(one, pikepdf.Stream) or one.objgen in seen:
                continue
            seen.add(one.objgen)
            pictures = pictures or str(one.get("/Subtype")) == "/Image"
            if isinstance(inner := one.get("/Resources"), Dictionary):
                waiting.append(inner)
    return pictures


def _values(entries: Any) -> list[Any]:
    """Return the values of a dictionary; none of anything else."""
    return list(entries.values()) if isinstance(entries, Dictionary) else []


def _has_loose_font(page: Any) -> bool:
    return any(
        isinstance(font, Dictionary) and not _is_embedded(font)
        for font in _values(_resources(page).get("/Font"))
    )


def _is_embedded(font: Any) -> bool:
    if str(font.get("/Subtype")) == "/Type3":
        return True
    for one in listed(font.get("/DescendantFonts")) or [font]:
        about = one.get("/FontDescriptor") if isinstance(one, Dictionary) else None
        if not isinstance(about, Dictionary) or not any(key in about for key in _EMBEDDED):
            return False
    return True


def _figures_without_words(tree: Any) -> bool:
    waiting, seen = listed(tree.get("/K")), set[tuple[int, int]]()
    while waiting and len(seen) < _MOST_ELEMENTS:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        if str(node.get("/S")) == "/Figure" and not any(
            isinstance(node.get(key), String) and str(node.get(key)).strip()
            for key in ("/Alt", "/ActualText")
        ):
            return True
        waiting += listed(node.get("/K"))
    return False
