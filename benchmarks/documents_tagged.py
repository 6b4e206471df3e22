"""A protokoll of 60 §§: `draw()` against the same pages drawn without tags, in the same process.

    python -m benchmarks.documents_tagged [repetitions]

Without tags means: the same layout, drawn by a pen that marks nothing, and reportlab's own file without
structure, metadata and colour profile. Prints the medians of interleaved repetitions, their ratio, and the
sizes of both files; exits with 1 when tagging costs more than 1.5 times. Beside them stands, without a limit,
what writing the same structure by pikepdf in a second pass would cost for opening and saving alone.
"""

from __future__ import annotations

import importlib
import io
import statistics
import sys
from typing import Any

import pikepdf

from namndstod.documents.layout import draw, lay
from namndstod.documents.layout import pen as pens
from namndstod.documents.tagging import Node
from namndstod.documents.tagging.content import Tag
from namndstod.domain.content import Paper

from .documents import protokoll, seconds

BAR = 1.5
PRESS: Any = importlib.import_module(
    "namndstod.documents.layout.press"
)  # the package has a function of that name


class BarePen(pens.Pen):
    """Draws the same and tells nobody what it is."""

    def _enter(self, tag: Tag) -> None:
        pass

    def _draw(self, code: str) -> None:
        self._canvas._code.append(code)

    def end_page(self) -> None:
        """Finish the sheet."""
        self._pages += 1
        self._canvas.showPage()

    def finish(self, document: Node) -> bytes:
        """Return the file."""
        pdf: bytes = self._canvas.getpdfdata()
        return pdf


def untagged(paper: Paper) -> bytes:
    """Return the paper without tags."""
    laid = lay(paper)
    PRESS.Pen = BarePen
    try:
        pdf: bytes = PRESS.press([(laid, 1)], len(laid.pages))[0]
    finally:
        PRESS.Pen = pens.Pen
    return pdf


def again(pdf: bytes) -> None:
    """Open a file and save it, as a second pass has to."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(io.BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.generate)


def main() -> int:
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    paper = protokoll()
    sizes = len(draw(paper).pdf), len(untagged(paper))
    tagged, bare, second = [], [], []
    for _ in range(repetitions):
        tagged.append(seconds(lambda: draw(paper)))
        bare.append(seconds(lambda: untagged(paper)))
        pdf = untagged(paper)
        second.append(seconds(lambda pdf=pdf: again(pdf)))  # type: ignore[misc]
    ratio = statistics.median(tagged) / statistics.median(bare)
    print(f"tagged    {statistics.median(tagged) * 1000:7.1f} ms  {sizes[0] / 1000:7.0f} kB")
    print(f"untagged  {statistics.median(bare) * 1000:7.1f} ms  {sizes[1] / 1000:7.0f} kB")
    print(f"ratio     {ratio:7.2f}   (at most {BAR})")
    print(f"opening and saving by pikepdf {statistics.median(second) * 1000:7.1f} ms")
    return 0 if ratio <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
