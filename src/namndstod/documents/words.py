"""What the pages of a PDF say, as running text: to be searched before anything is published."""

from __future__ import annotations

import pypdfium2


def words_of_pages(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page, empty for one without any (a scanned picture).

    Words that a hyphen divides at the end of a line are put together. Raises ValueError for a damaged file.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ValueError("not a readable PDF") from error
    try:
        return tuple(_words(page) for page in document)
    finally:
        document.close()


def _words(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        found: str = text.get_text_range()
    finally:
        text.close()
        page.close()
    return found.replace("\ufffe", "").replace("\r\n", "\n").replace("\x02", "")
