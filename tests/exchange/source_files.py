"""Helpers: PDF files printed line by line, as an officer's program would print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from namndstod.domain.intake.source import Source, SourceLine
from namndstod.exchange.sources import read_source

MARGIN, TOP = 70.0, 770.0
Draw = Callable[[Canvas], object]


def pdf_of(*pages: Draw) -> bytes:
    """Return a PDF of A4 pages, each drawn by a function."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def printed(
    *lines: str, at: tuple[float, float] = (MARGIN, TOP), size: float = 11, bold: bool = False
) -> Draw:
    """Return what prints lines below each other; an empty one leaves the usual gap, «\\t» 120 points."""

    def draw(canvas: Canvas) -> None:
        x, y = at
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        for line in lines:
            for column, text in enumerate(line.split("\t")):
                canvas.drawString(x + 120 * column, y, text)
            y -= 1.25 * size

    return draw


def together(*draws: Draw) -> Draw:
    """Return what draws all of these on one page."""

    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def read(data: bytes, name: str = "pm.pdf") -> Source:
    """Return the lines of a file."""
    return read_source(data, name)


def texts(lines: Iterable[SourceLine]) -> list[str]:
    """Return the texts of lines, with their labels."""
    return [f"{line.label} {line.text}".strip() for line in lines]
