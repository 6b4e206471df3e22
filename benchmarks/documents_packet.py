"""A packet of some 300 pages: `assemble()` against qpdf's bare join of the same PDFs, by CPU time.

    python -m benchmarks.documents_packet [repetitions] [--real FOLDER]

Modules are loaded and attachments are PDFs already; the own pages (kallelse with föredragningslista,
contents, a divider for each of 13 items) are laid out within the time. The join is `qpdf --empty --pages …`
over the attachments and the own pages drawn beforehand. Made up: half of the pages are dense tagged protokoll
of our own layout, half text and scans without tags. Real: every attachment of a folder of real meetings,
found by --real, NAMNDSTOD_REAL or beside the checkout; what is no PDF is converted by our own layout, as in a
running program before anybody asks for the packet. Exits with 1 above 2.5 times the join.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.documents import protokoll
from namndstod.documents.joining import join as join_pages
from namndstod.documents.layout import draw
from namndstod.documents.packet import Part, assemble
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
    inline,
)
from namndstod.exchange.convert import convert

BAR = 2.5
ITEMS = 13
FURNITURE = Furniture("Tillväxtnämnden", "Handlingar 2027-05-14")
TEXT = (
    "Förvaltningen bedömer att insatserna vid småbåtshamnarna är angelägna och att de stämmer med regionens "
    "utvecklingsstrategi. Föreningen söker 50\u00a0procent av projektets bokförda kostnader. "
)


def kallelse() -> Paper:
    """Return a kallelse with föredragningslista of about eight pages."""
    blocks: list[Block] = [Paragraph(inline(TEXT * 3))]
    for number in range(1, ITEMS + 1):
        clauses = tuple(ListItem("att", (Paragraph(inline(TEXT[:140])),)) for _ in range(3))
        blocks += [
            Heading(2, f"Ett ärende om något i regionen nummer {number}", f"p{number}", f"{number}.", True),
            Paragraph(inline("Tillväxtnämnden beslutar")),
            ListBlock(ListKind.CLAUSES, clauses),
            Paragraph(inline(TEXT * 4)),
            Paragraph(inline(TEXT * 4)),
        ]
    return Paper("Kallelse", tuple(blocks), FURNITURE, Masthead("Region Storsjön", name="Kallelse"))


def divider(number: int) -> Paper:
    heading = Heading(1, f"Ett ärende om något i regionen nummer {number}", f"d{number}", f"{number}.")
    return Paper("Ärende", (heading, Paragraph(inline(f"Diarienummer 27RT{100 + number}"))), FURNITURE)


def parts(attachments: list[Path]) -> list[Part]:
    """Spread the attachments over the items."""
    found = [
        Part("Kallelse och föredragningslista", kallelse(), anchor="kallelse"),
        Part("Innehåll", Paper("Innehåll", (Contents(),), FURNITURE), contents=True),
    ]
    for number in range(1, ITEMS + 1):
        found.append(Part(f"Ärende {number}", divider(number), f"{number}.", anchor=f"arende{number}"))
        found += [Part(path.stem, path, level=1) for path in attachments[number - 1 :: ITEMS]]
    return found


def made_up(folder: Path) -> list[Path]:
    """Write some 30 PDFs of 280 pages: text pages and scans, some turned, and tagged protokoll."""
    chance = random.Random(12)
    paths = []
    for number in range(20):
        path = folder / f"bilaga-{number:02}.pdf"
        canvas = Canvas(str(path), invariant=1)
        for page in range(5 + number % 5):
            if (number + page) % 3 == 0:
                noise = Image.frombytes("L", (500, 640), chance.randbytes(320_000))
                out = BytesIO()
                noise.save(out, "JPEG", quality=75)
                canvas.drawImage(ImageReader(out), 40, 60, 500, 640)
            for line in range(50):
                canvas.drawString(60, 780 - 14 * line, TEXT[line : line + 80])
            canvas.setPageRotation(90 if number % 7 == 0 else 0)
            canvas.showPage()
        canvas.save()
        paths.append(path)
    pages = 0
    while pages < 140:
        drawn = draw(protokoll(12 + len(paths) - 20))
        paths.append(folder / f"protokoll-{pages:03}.pdf")
        paths[-1].write_bytes(drawn.pdf)
        pages += drawn.pages
    return paths


def real(folder: Path) -> list[Path]:
    """Write the pages of every real attachment: PDFs as they are, what else there is as we convert it."""
    named = (
        sys.argv[sys.argv.index("--real") + 1] if "--real" in sys.argv else os.environ.get("NAMNDSTOD_REAL")
    )
    place = Path(named) if named else Path(__file__).parent.parent.parent / "shared" / "data"
    paths: list[Path] = []
    for path in sorted((*place.glob("meeting-*/*/*"), *place.glob("meeting-*/*.xlsx"))):
        if not path.is_file() or path.parent.name == "inkommet":
            continue
        made = convert(
            path.read_bytes(), path.name, draw=lambda paper: draw(paper).pdf, join=join_pages, office=None
        )
        paths.append(folder / f"verklig-{len(paths):02}.pdf")
        paths[-1].write_bytes(made.pdf)
    return paths


def seconds(action: Callable[[], object]) -> float:
    """Return the CPU time of `action`, with that of the programs that it ran: others may use the machine."""
    start = _used()
    action()
    return _used() - start


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def compare(name: str, attachments: list[Path], folder: Path, repetitions: int) -> float:
    """Time both ways in turns; print and return the ratio."""
    wanted = parts(attachments)
    files = []
    for i, part in enumerate(wanted):
        if isinstance(part.source, Paper):
            files.append(folder / f"eget-{i}.pdf")
            files[-1].write_bytes(draw(part.source).pdf)
        else:
            assert isinstance(part.source, Path)
            files.append(part.source)
    command = ["qpdf", "--empty", "--pages", *map(str, files), "--", str(folder / "joined.pdf")]

    def join() -> None:
        subprocess.run(command, check=False, capture_output=True)

    target = folder / "packet.pdf"

    def ours() -> None:
        target.write_bytes(assemble(wanted).pdf)

    packet = assemble(wanted)
    join()
    joined, made = [], []
    for _ in range(repetitions):
        made.append(seconds(ours))
        joined.append(seconds(join))
    ratio = statistics.median(made) / statistics.median(joined)
    size = sum(path.stat().st_size for path in attachments) / 1e6
    print(
        f"{name}: {packet.pages} pages, {len(attachments)} attachments of {size:.1f} MB, {repetitions} times"
    )
    print(f"  assemble()     {statistics.median(made) * 1000:7.1f} ms")
    print(f"  qpdf's join    {statistics.median(joined) * 1000:7.1f} ms")
    print(f"  ratio          {ratio:7.2f}   (at most {BAR})")
    return ratio


def main() -> int:
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 9
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ratios = [compare("made up", made_up(folder), folder, repetitions)]
        if found := real(folder):
            ratios.append(compare("real", found, folder, repetitions))
    return 0 if max(ratios) <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
