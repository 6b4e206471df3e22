"""What it takes to read in a list of 100,000 delegated decisions, beside python-calamine reading the file.

python -m benchmarks.delegation_import [REPETITIONS [ROWS]]

A made-up workbook of 100,000 rows and ten columns. In a process of its own python-calamine alone reads it; in
another the whole import is made in a binder with a delegationsordning: reading, understanding, judging each
row, comparing with the register, storing all with its journal, the file kept. Four times as long is allowed,
and 400 MB. Garbage is not searched for meanwhile, as in the window, where a timer does it. Also told: how
long undo takes, and how long the event loop stood still while the window did all this.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time as clock
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

BAR, MEMORY_BAR = 4.0, 400.0
REPETITIONS, ROWS = 3, 100_000
HEADINGS = (
    "Dnr", "Stöd", "Företag", "Bransch", "Kön", "Kommun", "Belopp", "Beslutsfattare", "Beslutsdatum", "Punkt",
)  # fmt: skip
_KINDS = ("Mikrobidrag", "Konsultstöd", "Såddbidrag", "Servicestöd")
_TOWNS = ("Granköping", "Almnäs", "Ytterby", "Lövåsen", "Björkvik")
_TRADES = ("Livsmedel", "Trävaror", "Turism", "Energi", "Textil")
_PEOPLE = (("Malin Sjögård", "3.2"), ("Tor Bergqvist", "3.3"), ("Ines Falkman", "3.4"))
_LAST = date(2027, 12, 31)


def main(repetitions: int, rows: int) -> int:
    """Measure, print, and return 1 when a bar is missed."""
    with tempfile.TemporaryDirectory() as place:
        workbook = Path(place) / "lista.xlsx"
        make_workbook(workbook, rows)
        print(f"a workbook of {rows} rows, {workbook.stat().st_size / 1e6:.1f} MB")
        alone, whole, peaks, undos = [], [], [], []
        for number in range(repetitions):
            (seconds,) = _measured("calamine", workbook, Path(place))
            alone.append(seconds)
            taken, undo, peak = _measured("import", workbook, Path(place) / str(number))
            whole.append(taken)
            peaks.append(peak)
            undos.append(undo)
        ratio = statistics.median(w / a for w, a in zip(whole, alone, strict=True))
        print(
            f"python-calamine {statistics.median(alone):.2f} s, the import {statistics.median(whole):.2f} s: "
            f"{ratio:.2f} times (bar {BAR:.0f})"
        )
        print(
            f"most memory {max(peaks):.0f} MB (bar {MEMORY_BAR:.0f}); undo {statistics.median(undos):.2f} s"
        )
        sys.stdout.flush()
        _measured("window", workbook, Path(place) / "window")
    return 0 if ratio <= BAR and max(peaks) <= MEMORY_BAR else 1


def _measured(what: str, workbook: Path, folder: Path) -> list[float]:
    """Return the figures that one run in a process of its own prints last; its other lines are shown."""
    command = [sys.executable, "-m", "benchmarks.delegation_import", what, str(workbook), str(folder)]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
    print(*said[:-1], sep="\n", end="\n" if said[1:] else "")
    return [float(figure) for figure in said[-1].split()]


# --- what is measured -----------------------------------------------------------------------------------


def calamine(workbook: Path, _: Path) -> list[float]:
    """Read the file with python-calamine alone. Returns seconds."""
    import python_calamine

    begun = clock.perf_counter()
    rows = python_calamine.CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).to_python()
    taken = clock.perf_counter() - begun
    assert len(rows) > 1
    return [taken]


def whole_import(workbook: Path, folder: Path) -> list[float]:
    """Read in the list. Returns seconds, seconds of undo, and the most memory in MB."""
    import resource

    from namndstod.domain.delegation import DelegatedDecision
    from namndstod.domain.intake.delegated.understanding import read_delegated
    from namndstod.exchange.workbooks.reading import read_workbook
    from namndstod.services.commands.supporting import IncomingFile
    from namndstod.services.delegation.planning import plan
    from namndstod.services.delegation.taking import taking
    from namndstod.services.session import Session
    from namndstod.storage.binder import Binder

    body_id = make_binder(folder)
    session = Session(Binder.open(folder, actor="Ada", backup=False), "Ada", lambda: datetime.now(UTC))
    times = [clock.perf_counter()]
    data = workbook.read_bytes()
    found = read_delegated(read_workbook(data, workbook.name))
    times.append(clock.perf_counter())
    made = session.ask(plan, body_id, found, _LAST)
    times.append(clock.perf_counter())
    kept = session.binder.files.keep(data)
    file = IncomingFile(kept.sha256, kept.size, "application/vnd.ms-excel", workbook.name)
    chosen = frozenset(n for n, row in enumerate(made.rows) if row.chosen)
    session.do(session.ask(taking, made, chosen, file, None))
    times.append(clock.perf_counter())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with session.reading() as reader:
        assert reader.count(DelegatedDecision) == len(chosen)
    read, compared, stored = (b - a for a, b in pairwise(times))
    print(f"  read {read:.2f} s, judged and compared {compared:.2f} s, stored {stored:.2f} s, {peak:.0f} MB")
    begun = clock.perf_counter()
    session.undo()
    undo = clock.perf_counter() - begun
    return [times[-1] - times[0], undo, peak]


def in_window(workbook: Path, folder: Path) -> list[float]:
    """Read in the list in the window. Returns the longest silence of the event loop in seconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if "DISPLAY" not in os.environ else "")
    from PySide6.QtCore import QSettings

    from benchmarks.actions import opened
    from benchmarks.preview import Pulse, wait_until
    from namndstod.ui.application import Application, make_qt
    from namndstod.ui.delegation.intake_page import DelegatedIntakeView
    from namndstod.ui.memory import Memory

    make_binder(folder)
    application = Application(
        make_qt(), Memory(QSettings(str(folder / "m.ini"), QSettings.Format.IniFormat)), folder
    )
    application.frame.resize(1366, 768)
    application.frame.show()
    window = opened(application)
    window.show_view("delegated")  # where one comes from, and goes back to
    wait_until(lambda: not window.background.busy())
    window.delegation.read_list()
    page = window.stack.currentWidget()
    assert isinstance(page, DelegatedIntakeView)
    wait_until(lambda: not window.background.busy())
    pulse = Pulse()
    silences = []
    rested: Callable[[], bool] = lambda: not window.background.busy()  # noqa: E731
    steps: tuple[tuple[str, Callable[[], None], Callable[[], bool]], ...] = (
        ("until it is shown", lambda: page.begin(workbook), lambda: page.table.rows.rowCount() > 1),
        ("until it is taken in", page.take_in, rested),
        ("until it is undone", window.undoing.undo, rested),
        ("until it is done again", window.undoing.redo, rested),
    )
    for name, act, done in steps:
        begun = clock.perf_counter()
        pulse.begin()
        act()
        wait_until(done)
        wait_until(rested)
        silences.append(pulse.longest)
        print(
            f"in the window, {name}: {clock.perf_counter() - begun:.1f} s, "
            f"the event loop stands still for {pulse.longest * 1000:.0f} ms at most"
        )
    application.frame.close()
    return [max(silences)]


# --- made-up data ---------------------------------------------------------------------------------------


def make_workbook(path: Path, rows: int) -> None:
    """Write a list of made-up decisions, all different."""
    import xlsxwriter

    chance = random.Random(7)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Beslut")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEADINGS)
    for row in range(1, rows + 1):
        person, point = chance.choice(_PEOPLE)
        town = chance.choice(_TOWNS)
        sheet.write_string(row, 0, f"27RG{row:06d}")
        sheet.write_string(row, 1, chance.choice(_KINDS))
        sheet.write_string(row, 2, f"{chance.choice(_TRADES)} {row} i {town} AB")
        sheet.write_string(row, 3, chance.choice(_TRADES))
        sheet.write_string(row, 4, chance.choice("KM"))
        sheet.write_string(row, 5, town)
        sheet.write_number(row, 6, chance.randrange(1, 160) * 500)
        sheet.write_string(row, 7, person)
        made = _LAST - timedelta(days=chance.randrange(1, 360))
        sheet.write_datetime(row, 8, datetime(made.year, made.month, made.day), day)
        sheet.write_string(row, 9, point)
    book.close()


def make_binder(folder: Path) -> str:
    """Make a binder with a delegationsordning; return the id of the body."""
    from namndstod.domain.delegation import Delegate, DelegateKind, DelegationPoint
    from namndstod.domain.records import Body, BodyKind, BodyTerm, new_id
    from namndstod.storage.binder import Binder
    from namndstod.storage.journal import Operation

    since = date(2020, 1, 1)
    with (
        Binder.create(folder, "Mätning", actor="Ada") as binder,
        binder.work(Operation(name="make", label="gör")) as work,
    ):
        body = work.add(Body(id=new_id(), kind=BodyKind.COMMITTEE))
        work.add(BodyTerm(id=new_id(), body_id=body.id, valid_from=since, name="Mätnämnden", seats=0))
        for place, (person, number) in enumerate(_PEOPLE, 1):
            point = work.add(
                DelegationPoint(
                    id=new_id(),
                    body_id=body.id,
                    number=number,
                    position=place,
                    text="Besluta om stöd",
                    valid_from=since,
                    max_amount=100_000,
                )
            )
            work.add(
                Delegate(
                    id=new_id(),
                    point_id=point.id,
                    position=1,
                    kind=DelegateKind.EMPLOYEE,
                    title="Enhetschef",
                    name=person,
                    valid_from=since,
                )
            )
    return body.id


RUNS: dict[str, Callable[[Path, Path], list[float]]] = {
    "calamine": calamine,
    "import": whole_import,
    "window": in_window,
}


def _run(what: str, workbook: Path, folder: Path) -> int:
    gc.disable()
    print(*RUNS[what](workbook, folder))
    return 0


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments and arguments[0] in RUNS:
        sys.exit(_run(arguments[0], Path(arguments[1]), Path(arguments[2])))
    sys.exit(main(*(int(a) for a in arguments), *(REPETITIONS, ROWS)[len(arguments) :]))
