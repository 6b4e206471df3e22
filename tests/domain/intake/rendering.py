"""Made-up papers as the lines of files: Word, PDF and plain text give the same words differently."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from namndstod.domain.intake.source import Source, SourceLine

WIDTH = 84  # characters of a printed line


def as_word(paper: str) -> Source:
    """Return a paper as a Word document gives it: whole paragraphs, headings by style."""
    return Source(name="pm.docx", lines=tuple(_lines(paper, printed=False)))


def as_pdf(paper: str) -> Source:
    """Return a paper as a PDF gives it: printed lines with sizes, headings bigger and bold."""
    return Source(name="pm.pdf", lines=tuple(_printed(paper, sized=True)))


def as_text(paper: str) -> Source:
    """Return a paper as plain text gives it: printed lines with nothing but their words."""
    return Source(name="pm.txt", lines=tuple(_printed(paper, sized=False)))


def _printed(paper: str, *, sized: bool) -> Iterator[SourceLine]:
    for line in _lines(paper, printed=True):
        size = {0: 11.0, 1: 16.0}.get(line.level, 13.0) if sized else 0.0
        shown = replace(line, level=0, size=size, bold=sized and bool(line.level or line.bold), whole=False)
        if shown.cells:
            yield shown
            continue
        for number, text in enumerate(textwrap.wrap(shown.text, WIDTH, break_on_hyphens=False)):
            yield (
                shown
                if not number and text == shown.text
                else replace(
                    shown, text=text, gap=shown.gap and not number, label="" if number else shown.label
                )
            )


def _lines(paper: str, *, printed: bool) -> Iterator[SourceLine]:
    """«# » is the title, «## » a heading, «** » bold, «| a | b |» a row; «• » and «1. » are labels.

    A line that ends in a backslash goes on in the next.
    """
    gap, table = False, 0
    for raw in paper.strip("\n").replace("\\\n", " ").split("\n"):
        text = raw.strip()
        if not text:
            gap, table = True, 0
            continue
        if text.startswith("|"):
            table = table or 1
            cells = tuple(c.strip() for c in text.strip("|").split("|"))
            joined = " ".join(c for c in cells if c)
            yield SourceLine(text=joined, cells=cells, table=table, gap=gap, whole=not printed)
            gap = False
            continue
        mark, _, rest = text.partition(" ")
        indent = float(len(raw) - len(raw.lstrip()))
        line = SourceLine(text=text, gap=gap, whole=not printed, indent=indent)
        if mark and set(mark) == {"#"}:
            line = replace(line, text=rest, level=len(mark))
        elif mark == "**":
            line = replace(line, text=rest, bold=True)
        elif (
            mark in ("•", "–", "-")
            or (mark[:-1].isdigit() and mark[-1] in ".)")
            or mark in ("a)", "b)", "c)")
        ):
            line = replace(line, text=rest, label=mark)
        yield line
        gap = False
