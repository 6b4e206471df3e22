"""A protokoll of 60 §§: `draw()` against the same paragraphs through bare platypus, in the same process.

    python benchmarks/documents.py [repetitions]

Both sides use the same embedded fonts and sizes. Prints the medians of interleaved repetitions and their
ratio; exits with 1 when `draw()` costs more than 1.3 times bare platypus. Beside them stand, without a limit,
the same two as commands started cold, and the program's own command on a meeting of the demonstration.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, SimpleDocTemplate
from reportlab.platypus import Paragraph as PlatypusParagraph

from namndstod.documents.layout import draw
from namndstod.documents.layout.fonts import face
from namndstod.domain.content import (
    Block,
    Contents,
    Furniture,
    Heading,
    ListBlock,
    ListItem,
    ListKind,
    Masthead,
    Paper,
    Paragraph,
    ParagraphRole,
    inline,
)

BAR = 1.3
WORDS = """
nämnden beslutar förslag ärendet regionen kommunerna kostnader bidrag verksamhet utveckling projekt medel att
och i för som med den av på under enligt samt inom till det är har ska vid sammanträde kollektivtrafik hälso-
ansökan bedömning perspektiv avtal period högst kronor procent 480_000 2027\u201105\u201114 §_92
""".replace("_", "\u00a0").strip(" \n").replace("\n", " ").split(" ")  # fmt: skip


def sentence(chance: random.Random, low: int, high: int) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(low, high))]
    return " ".join(words).capitalize() + "."


def protokoll(paragraphs: int = 60) -> Paper:
    """Return a protokoll with a heading, meta, decision with clauses, text and bullets for each §."""
    chance = random.Random(92)
    blocks: list[Block] = [Contents()]
    for number in range(1, paragraphs + 1):
        blocks += [
            Heading(2, sentence(chance, 3, 9)[:-1], f"p{number}", f"§\u00a0{number}", in_contents=True),
            Paragraph(inline(sentence(chance, 4, 6)), ParagraphRole.META),
            Paragraph(inline("Tillväxtnämnden beslutar"), ParagraphRole.DECIDER),
            ListBlock(
                ListKind.CLAUSES,
                tuple(ListItem("att", (Paragraph(inline(sentence(chance, 12, 30))),)) for _ in range(3)),
            ),
            *(Paragraph(inline(sentence(chance, 35, 90))) for _ in range(4)),
            ListBlock(
                ListKind.BULLETS,
                tuple(ListItem("•", (Paragraph(inline(sentence(chance, 4, 12))),)) for _ in range(2)),
            ),
        ]
    return Paper(
        "Protokoll",
        tuple(blocks),
        Furniture("Tillväxtnämnden", "Protokoll 2027-05-14", "Justerandes sign", "Utdragsbestyrkande"),
        Masthead("Region Storsjön", ("Hamngatan 1",), name="Protokoll"),
    )


def texts(paper: Paper) -> Iterator[tuple[str, str, str]]:
    """Yield (style, label, text) of every paragraph of the paper."""
    for block in paper.blocks:
        if isinstance(block, Heading):
            yield "heading", "", f"{block.label} {block.text}"
        elif isinstance(block, Paragraph):
            yield ("meta" if block.role is ParagraphRole.META else "body"), "", block.runs[0].text
        elif isinstance(block, ListBlock):
            for item in block.items:
                for inner in item.blocks:
                    assert isinstance(inner, Paragraph)
                    yield "item", item.label, inner.runs[0].text


def platypus(paragraphs: list[tuple[str, str, str]]) -> bytes:
    """Typeset the paragraphs the plain way: no contents, heads, links or keeping together."""
    text, head, meta = face("CharisSIL-Regular"), face("Inter-SemiBold"), face("Inter-Regular")
    styles = {
        "body": ParagraphStyle("body", fontName=text.name, fontSize=11, leading=15.5, spaceAfter=6.5),
        "item": ParagraphStyle(
            "item", fontName=text.name, fontSize=11, leading=15.5, leftIndent=24, spaceAfter=3
        ),
        "heading": ParagraphStyle("head", fontName=head.name, fontSize=12.5, leading=17, spaceBefore=20),
        "meta": ParagraphStyle("meta", fontName=meta.name, fontSize=8.5, leading=12.5, spaceAfter=5),
    }
    for style in styles.values():
        style.bulletFontName = text.name
    story: list[Flowable] = [
        PlatypusParagraph(escape(content), styles[style], bulletText=label or None)
        for style, label, content in paragraphs
    ]
    out = BytesIO()
    SimpleDocTemplate(out, initialFontName=meta.name, leftMargin=85, rightMargin=79, topMargin=88).build(
        story
    )
    return out.getvalue()


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def cold(*command: str) -> float:
    """Return the seconds of a command from start to end, the median of five."""
    run = partial(subprocess.run, [sys.executable, *command], check=True, capture_output=True)
    run()  # warms the disk
    return statistics.median(seconds(run) for _ in range(5))


def print_cold() -> None:
    """Print what the commands cost when nothing is loaded."""
    print(f"cold draw()         {cold(__file__, '--ours') * 1000:7.0f} ms")
    print(f"cold bare platypus  {cold(__file__, '--bare') * 1000:7.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        binder, out = str(Path(folder) / "demo"), str(Path(folder) / "protokoll.pdf")
        subprocess.run([sys.executable, "-m", "namndstod", "demo", binder], check=True, capture_output=True)
        took = cold("-m", "namndstod", "make", "protokoll", binder, "-o", out)
        print(f"cold namndstod make protokoll (demonstration) {took * 1000:7.0f} ms")


def main() -> int:
    if sys.argv[1:] in (["--ours"], ["--bare"]):
        paper = protokoll()
        draw(paper) if sys.argv[1] == "--ours" else platypus(list(texts(paper)))
        return 0
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    paper = protokoll()
    plain = list(texts(paper))
    ours, bare = [], []
    drawn = draw(paper)
    platypus(plain)
    for _ in range(repetitions):
        ours.append(seconds(lambda: draw(paper)))
        bare.append(seconds(lambda: platypus(plain)))
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"{len(plain)} paragraphs, {drawn.pages} pages, {repetitions} repetitions")
    print(f"draw()         {statistics.median(ours) * 1000:7.1f} ms")
    print(f"bare platypus  {statistics.median(bare) * 1000:7.1f} ms")
    print(f"ratio          {ratio:7.2f}   (at most {BAR})")
    print_cold()
    return 0 if ratio <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
