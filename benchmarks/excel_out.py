"""How long it takes to write the register of 100,000 delegated decisions as a workbook.

    python -m benchmarks.excel_out [DECISIONS]

From the open binder to the file on disk, reading and standing included, against openpyxl's write-only mode
writing the same values as plain cells, in processes of their own that take turns; the median of three each.
At most 1.5 times; the memory of both is said. Exits with 1 when it takes longer, or when the sum stored in
the workbook is not that of the register.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

DECISIONS, RUNS, BAR = 100_000, 3, 1.5
_KINDS = ("Mikrobidrag", "Konsultstöd", "Såddbidrag", "Stöd till kommersiell service")
_PLACES = ("Almnäs", "Grankoping", "Lövåsen", "Ytterby", "Åkerby")
_WHO = (("Malin Sjögård", "Enhetschef", "3.2"), ("Tor Bergqvist", "Utvecklingschef", "3.3"))


def main(number: int) -> int:
    """Make the binder, let both write, print, and return 1 when the bar is missed."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        binder, total = _binder(folder, number)
        found: dict[str, list[dict[str, float]]] = {"ours": [], "openpyxl": []}
        for _ in range(RUNS):
            for who, runs in found.items():
                told = subprocess.run(
                    [
                        sys.executable,
                        "-m",
                        "benchmarks.excel_out",
                        who,
                        str(binder),
                        str(folder / f"{who}.xlsx"),
                    ],
                    cwd=Path(__file__).parent.parent,
                    check=True,
                    capture_output=True,
                    text=True,
                )
                runs.append(json.loads(told.stdout))
        stored = _stored_sum(folder / "ours.xlsx")
        size = (folder / "ours.xlsx").stat().st_size / 1e6
    seconds = {who: statistics.median(run["seconds"] for run in runs) for who, runs in found.items()}
    memory = {who: max(run["memory"] for run in runs) for who, runs in found.items()}
    ratio = seconds["ours"] / seconds["openpyxl"]
    print(f"{number} decisions, {size:.1f} MB, the sum stored {stored:,.0f} kr of {total:,.0f}")
    for who, taken in seconds.items():
        print(f"{who:9} {taken:6.2f} s, {memory[who]:4.0f} MB at the most")
    print(f"ratio {ratio:.2f} (bar {BAR})")
    return 0 if ratio <= BAR and stored == total else 1


def _binder(folder: Path, number: int) -> tuple[Path, int]:
    """Return a binder with so many decisions, and the sum of their amounts."""
    from namndstod.demo import make_demo
    from namndstod.domain.delegation import DelegatedDecision
    from namndstod.domain.records import Body, new_id
    from namndstod.services.workplace import open_workplace
    from namndstod.storage.journal import Operation

    path = make_demo(folder / "parm")
    workplace = open_workplace(path, "mätning")
    try:
        with workplace.session.binder.read() as reader:
            body = reader.find(Body)[0].id
            there = reader.find(DelegatedDecision, body_id=body)
        first, made = date(2016, 1, 1), []
        for at in range(len(there), number):
            name, title, point = _WHO[at % len(_WHO)]
            made.append(
                DelegatedDecision(
                    id=new_id(),
                    body_id=body,
                    position=at + 1,
                    serial=f"D {at}",
                    diary_number=f"{at % 90 + 10}RG{at}",
                    kind=_KINDS[at % len(_KINDS)],
                    recipient=f"Påhittade bolaget {at} AB",
                    branch="Tillverkning",
                    gender="KM"[at % 2],
                    municipality=_PLACES[at % len(_PLACES)],
                    amount=1000 + at % 400 * 250,
                    decided_by=name,
                    decided_by_title=title,
                    decided_on=first + timedelta(days=at % 3650),
                    point=point,
                )
            )
        with workplace.session.binder.work(Operation(name="Fill", label="fyll registret")) as work:
            work.add_all(made)
        return path, sum(d.amount or 0 for d in (*there, *made))
    finally:
        workplace.close()


def _ours(binder: Path, out: Path) -> float:
    """Write the register as the program does; return the seconds from the open binder on."""
    from namndstod.domain.exports import ExportKind
    from namndstod.services.exporting import make_export
    from namndstod.services.reading import bodies
    from namndstod.services.workplace import open_workplace
    from namndstod.services.writing import write_file

    workplace = open_workplace(binder, "mätning", read_only=True)
    try:
        session = workplace.session
        begun = time.perf_counter()
        body = session.ask(bodies, session.today)[0].body.id
        write_file(out, make_export(session, ExportKind.REGISTER, body))
        return time.perf_counter() - begun
    finally:
        workplace.close()


def _openpyxl(binder: Path, out: Path) -> float:
    """Write the same values with openpyxl; return the seconds of the writing alone."""
    from openpyxl import Workbook

    from namndstod.documents.workbooks.register import register_table
    from namndstod.domain.exports import Export
    from namndstod.services.exporting import decision_lines
    from namndstod.services.reading import bodies
    from namndstod.services.workplace import open_workplace

    workplace = open_workplace(binder, "mätning", read_only=True)
    try:
        session = workplace.session
        body = session.ask(bodies, session.today)[0].body.id
        lines = session.ask(decision_lines, body, session.today)
    finally:
        workplace.close()
    columns, rows = register_table(lines, Export(body="", organisation="", made=date(2027, 1, 1)))
    begun = time.perf_counter()
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Register")
    sheet.append([column.heading for column in columns])
    for row in rows:
        sheet.append(row)
    book.save(out)
    return time.perf_counter() - begun


def _stored_sum(path: Path) -> float:
    """Return the sum that stands in the workbook, as a program sees it that reckons nothing."""
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Register").to_python(nrows=5)
    return max(float(value) for value in rows[3] if isinstance(value, float))


if __name__ == "__main__":
    if len(sys.argv) == 4:
        taken = {"ours": _ours, "openpyxl": _openpyxl}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": taken, "memory": peak}))
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else DECISIONS))
