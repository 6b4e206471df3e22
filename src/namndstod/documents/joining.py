"""Several PDFs as one, with their structure and without what is active: a mail and what came with it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO

import pikepdf

from .conformance import conforms
from .foreign import put_in_order, take
from .inspection import open_pdf
from .merging import Structure
from .tagging import write_metadata


def join(parts: Sequence[bytes]) -> bytes:
    """Return one PDF with the pages of all; its title is that of the first.

    It is what a packet would take of them: a file that can't be joined here would not go into one either.
    Raises pikepdf.PdfError, cleaning.TooDeep and what else broken files give rise to.
    """
    with ExitStack() as stack:
        sources = [stack.enter_context(open_pdf(part)) for part in parts]
        whole = stack.enter_context(pikepdf.new())
        conforming = all(conforms(source) for source in sources)
        titles = [str(source.docinfo.get("/Title", "")) for source in sources]
        structure = Structure(whole)
        taken = [
            take(whole, structure, source, title, frozenset())
            for source, title in zip(sources, titles, strict=True)
        ]
        put_in_order(whole, [page for one in taken for page in one.pages.values()])
        branches = [one.branch for one in taken if one.branch is not None]
        complete = len(branches) == len(taken)
        structure.finish(branches, complete=complete)
        write_metadata(whole, titles[0], conforming=conforming and complete)
        out = BytesIO()
        whole.save(out, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
