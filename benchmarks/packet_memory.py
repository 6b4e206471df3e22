"""Memory of packets of 250, 500 and 1,000 pages, each assembled in a process of its own.

    python -m benchmarks.packet_memory

Half of the attachments are tagged pages of ours, half are text with scans, some 60 kB a page. What counts is
the most that the process held at any time (resident, with Python and all libraries), from which the packet of
one page is told apart. Exits with 1 above 400 MB at 1,000 pages, or when the second 500 pages cost half as
much again as the first.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.documents import protokoll
from namndstod.documents.layout import draw
from namndstod.documents.packet import Part, assemble
from namndstod.domain.content import Contents, Furniture, Heading, Paper

MOST = 400.0  # megabytes
STEEPER = 1.5
SIZES = (1, 250, 500, 1000)
EACH = 25  # pages of a file


def scans(path: Path, pages: int, chance: random.Random) -> None:
    """Write a file of text and scans."""
    canvas = Canvas(str(path), invariant=1)
    for _ in range(pages):
        noise = Image.frombytes("L", (300, 400), chance.randbytes(120_000))
        out = BytesIO()
        noise.save(out, "JPEG", quality=80)
        canvas.drawImage(ImageReader(out), 40, 60, 500, 640)
        canvas.drawString(60, 780, "Inskannad handling")
        canvas.showPage()
    canvas.save()


def files(folder: Path) -> list[Path]:
    """Write one file of each kind of 25 pages, copied for as many as are needed."""
    chance = random.Random(7)
    ours = draw(protokoll(60))
    with_scans = folder / "skannad.pdf"
    scans(with_scans, EACH, chance)
    ours_path = folder / "egen.pdf"
    ours_path.write_bytes(ours.pdf)
    print(f"tagged file: {ours.pages} pages, {len(ours.pdf) / 1e6:.2f} MB; "
          f"scans: {EACH} pages, {with_scans.stat().st_size / 1e6:.2f} MB")  # fmt: skip
    return [with_scans, ours_path]


def parts(folder: Path, pages: int) -> list[Part]:
    """Return parts of so many pages, as many of each kind of file as fit."""
    found = [
        Part("Innehåll", Paper("Innehåll", (Contents(),), Furniture("Nämnden")), contents=True),
    ]
    sizes = []
    for name in ("skannad.pdf", "egen.pdf"):
        with pikepdf.open(folder / name) as pdf:
            sizes.append((folder / name, len(pdf.pages)))
    count, number = 1, 0
    while count < pages:
        path, size = sizes[number % 2]
        divider = Paper("Ärende", (Heading(1, f"Ärende {number + 1}"),), Furniture("Nämnden"))
        found += [Part(f"Ärende {number + 1}", divider), Part(path.stem, path, level=1)]
        count, number = count + size + 1, number + 1
    return found


def child(folder: Path, pages: int) -> None:
    """Assemble, and print the pages and the most memory held in kilobytes."""
    packet = assemble(parts(folder, pages))
    print(packet.pages, len(packet.pdf), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main() -> int:
    if "--child" in sys.argv:
        child(Path(sys.argv[1]), int(sys.argv[2]))
        return 0
    with tempfile.TemporaryDirectory() as name:
        files(Path(name))
        held: list[tuple[int, float]] = []
        for pages in SIZES:
            run = subprocess.run(
                [sys.executable, "-m", "benchmarks.packet_memory", name, str(pages), "--child"],
                check=True, capture_output=True, text=True, cwd=Path(__file__).parent.parent,
            )  # fmt: skip
            made, size, most = (int(word) for word in run.stdout.split())
            held.append((made, most / 1024))
            print(f"  {made:5} pages, {size / 1e6:6.1f} MB: {most / 1024:6.1f} MB held")
    (_, empty), *_, (half_pages, half), (whole_pages, whole) = held
    first, second = (half - empty) / half_pages, (whole - half) / (whole_pages - half_pages)
    print(f"  a page of the first half costs {first * 1024:.0f} kB, of the second {second * 1024:.0f} kB")
    print(f"  {whole:.0f} MB at {whole_pages} pages (at most {MOST:.0f})")
    return 0 if whole <= MOST and second <= STEEPER * first else 1


if __name__ == "__main__":
    sys.exit(main())
