"""What stands in the original files, read independently of the program's own readers."""

from __future__ import annotations

import email
import email.policy
import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pypdfium2
from lxml import etree
from openpyxl import load_workbook

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DASHES = str.maketrans({"\u2011": "-", "\u2010": "-", "\u00ad": "", "\u2212": "-"})


def squeezed(text: str) -> str:
    """Return the text without white space and hyphens: what must be found again.

    A reader of PDF takes a hyphen at the end of a line for a division of the word, in ways of its own.
    """
    return re.sub(r"[\s\u00a0\u202f\ufeff\u200b\ufffe\x02-]+", "", text.translate(DASHES))


def docx_texts(data: bytes) -> list[str]:
    """Return the text of every paragraph (also in cells) of body, headers and footers of a docx."""
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml", name):
                tree = etree.fromstring(package.read(name))
                for fallback in tree.iter(
                    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
                ):
                    fallback.clear()
                texts += [_paragraph(p) for p in tree.iter(f"{W}p")]
    return [t for t in texts if squeezed(t)]


def _paragraph(paragraph: etree._Element) -> str:
    """Return the paragraph's own text: not that of paragraphs inside its text boxes, nor of field codes."""
    pieces: list[str] = []
    for node in paragraph.iter(f"{W}t", f"{W}noBreakHyphen", f"{W}tab", f"{W}br"):
        owner = next(a for a in node.iterancestors(f"{W}p"))
        if owner is paragraph:
            pieces.append(
                node.text or "" if node.tag == f"{W}t" else "-" if node.tag.endswith("Hyphen") else " "
            )
    return "".join(pieces)


def is_page_field(paragraph_text: str) -> bool:
    """Whether the text is only a page number, which every renderer counts anew."""
    return re.fullmatch(r"\d*\(?\d*\)?", squeezed(paragraph_text)) is not None


def xlsx_cells(data: bytes) -> list[list[str]]:
    """Return for each cell of a workbook the forms in which it may be shown, without white space."""
    found: list[list[str]] = []
    for sheet in load_workbook(io.BytesIO(data), data_only=True):
        for row in sheet.iter_rows():
            found += [_forms(cell.value) for cell in row if cell.value is not None]
    return [forms for forms in found if any(forms)]


def _forms(value: object) -> list[str]:
    if isinstance(value, bool):
        return ["SANT" if value else "FALSKT", "TRUE" if value else "FALSE"]
    if isinstance(value, int | float):
        number = float(value)
        shapes = {f"{number:.{n}f}" for n in range(3)} | {f"{number:g}"}
        shapes |= {f"{number:,.{n}f}" for n in range(3)} | {f"{number * 100:.{n}f}%" for n in range(3)}
        return sorted(shapes | {s.replace(",", "").replace(".", ",") for s in shapes})
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return [day.isoformat(), day.strftime("%d/%m/%Y"), day.strftime("%m/%d/%y"), day.strftime("%y-%m-%d")]
    return [squeezed(str(value))]


def pdf_texts(data: bytes | Path) -> list[str]:
    """Return the text of each page of a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_page_text(document, n) for n in range(len(document))]
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()


def pixels(data: bytes, number: int, width: int = 120) -> bytes:
    """Return a page as grey pixels, small, without the strip at its edges where numbers are stamped."""
    document = pypdfium2.PdfDocument(data)
    page = document[number]
    try:
        image = page.render(scale=width / page.get_width(), grayscale=True).to_pil().convert("L")
    finally:
        page.close()
        document.close()
    edge = width // 10
    return bytes(image.crop((edge, edge, image.width - edge, image.height - edge)).tobytes())


def mail_parts(data: bytes) -> tuple[list[str], list[tuple[str, bytes]]]:
    """Return the lines of a mail (subject and plain body) and its attachments."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(preferencelist=("plain",))
    lines = [str(message["Subject"] or "")]
    if body is not None:
        lines += str(body.get_content()).splitlines()
    attachments = []
    for part in message.iter_attachments():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            attachments.append((part.get_filename() or "", payload))
    return [line for line in lines if squeezed(line)], attachments
