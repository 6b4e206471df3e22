"""How long it takes to mark 500 cells in somebody's workbook of 100,000 rows, and what memory that needs.

python -m benchmarks.marked_list [ROWS]

At most 6 × the time that it takes to unpack the sheet and pack it again, best of three, and at most 200 MB
more than before.
"""

from __future__ import annotations

import random
import sys
import time as clock
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import xlsxwriter

from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake.cell_marks import CellMark
from namndstod.exchange.workbooks.marking import mark

RATIO_BAR, MEMORY_BAR = 6.0, 200.0  # times the reference, MB
ROWS, COLUMNS, MARKS, REPETITIONS = 100_000, 10, 500, 3


def main(rows: int) -> int:
    """Measure, print, and return 1 when a bar is missed."""
    sent = _sent(rows)
    chance = random.Random(6)
    marks = [
        CellMark(
            sheet="Beslut",
            row=chance.randint(2, rows + 1),
            column=chance.randint(1, COLUMNS),
            severity=chance.choice((Severity.BLOCK, Severity.WARN)),
            message="Beloppet är över gränsen 50 000 kronor i punkt 3.2.",
        )
        for _ in range(MARKS)
    ]
    before = _peak()
    marking = _best(lambda: mark(sent, marks))
    memory = _peak() - before
    packing = _best(lambda: _packed_again(sent))
    ratio = marking / packing
    print(f"{rows:,} rows, {len(sent) / 1e6:.1f} MB, {MARKS} marks")
    print(f"marked in {marking:.2f} s: {ratio:.1f} × unpacking and packing, bar {RATIO_BAR:.0f}")
    print(f"{memory:.0f} MB more at the most, bar {MEMORY_BAR:.0f}")
    return 0 if ratio <= RATIO_BAR and memory <= MEMORY_BAR else 1


def _sent(rows: int) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    sheet = book.add_worksheet("Beslut")
    for row in range(rows + 1):
        for column in range(COLUMNS):
            sheet.write(row, column, f"Mottagare {row % 977} {column}" if column % 2 else row * column)
    book.close()
    return file.getvalue()


def _packed_again(data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return zlib.compress(package.read("xl/worksheets/sheet1.xml"), 6)


def _best(work: Callable[[], bytes]) -> float:
    times = []
    for _ in range(REPETITIONS):
        begun = clock.perf_counter()
        work()
        times.append(clock.perf_counter() - begun)
    return min(times)


def _peak() -> float:
    """Return the most memory that this process has had, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
