"""The first pages of a long PDF: enough to tell what it is, and all of a paper that is to be read in."""

from __future__ import annotations

import io
from typing import Final

MOST_PAGES: Final = 20
"""Pages of a PDF that are read: a paper of an ärende is shorter, and a longer file is told by its first."""


def beginning(data: bytes, most: int) -> tuple[bytes, int]:
    """Return a PDF's first `most` pages as a PDF, and how many it has in all.

    Anything else, a short PDF and one that cannot be taken apart comes back as it is, with 0 pages.
    """
    if not data[:1024].lstrip().startswith(b"%PDF"):
        return data, 0
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as whole:
            count = len(whole.pages)
            if count <= most:
                return data, 0
            with pikepdf.new() as part:
                part.pages.extend(whole.pages[:most])
                made = io.BytesIO()
                part.save(made)
                return made.getvalue(), count
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError):
        return data, 0  # the reader says what is wrong with it
