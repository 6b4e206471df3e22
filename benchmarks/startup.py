"""How fast the window starts with a large binder, beside windows that do nothing: ratios of the same run.

python -m benchmarks.startup [ROUNDS]

First painted frame: at most 1.5 × an empty PySide6 window. Usable (the overview of a binder with 200
meetings and 4,000 §§ is painted): at most 1.5 × a program that imports PySide6 and sqlalchemy.orm, maps 25
tables, runs a query and shows an empty window. Each is a process of its own; they take turns, and all have
their bytecode stored, as an installed program has.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

BAR = 1.5
ROUNDS = 9
TABLES = 25


def main(rounds: int) -> int:
    """Measure, print, and return 1 when a bar is missed."""
    from benchmarks.big_binder import MEETINGS, SECTIONS, make

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if "DISPLAY" not in os.environ else "")
    with tempfile.TemporaryDirectory() as folder:
        binder = make(Path(folder) / "big", date.today())
        seconds: dict[str, list[float]] = {"empty": [], "painted": [], "reference": [], "usable": []}
        for number in range(rounds + 1):
            found = {
                **_child("empty", folder),
                **_child("reference", folder),
                **_child("ours", folder, str(binder)),
            }
            if number:  # the first round warms the disk
                for key, value in found.items():
                    seconds[key].append(value)
    median = {key: statistics.median(values) for key, values in seconds.items()}
    frame, usable = median["painted"] / median["empty"], median["usable"] / median["reference"]
    print(f"{MEETINGS} meetings, {MEETINGS * SECTIONS} §§, {rounds} rounds, medians")
    for ours, theirs, ratio in (("painted", "empty", frame), ("usable", "reference", usable)):
        print(f"{ours} {median[ours]:.3f} s, {theirs} {median[theirs]:.3f} s: {ratio:.2f} × (bar {BAR})")
    return 0 if frame <= BAR and usable <= BAR else 1


def _child(what: str, folder: str, *arguments: str) -> dict[str, float]:
    """Run one child and return its seconds from the start of the process."""
    start = time.time()
    done = subprocess.run(
        [sys.executable, __file__, "--child", what, folder, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=_as_installed(folder),
    )
    stamps: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {key: stamp - start for key, stamp in stamps.items()}


def _as_installed(folder: str) -> dict[str, str]:
    """Return an environment in which modules are compiled once, into `folder`, whatever is set here."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode")}


def empty() -> None:
    """Show a window that does nothing."""
    _bare("empty", lambda: None)


def reference() -> None:
    """Import what a program with a database needs, map tables, ask once, and show a window."""
    from sqlalchemy import String, create_engine, select
    from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

    class Base(DeclarativeBase):
        pass

    mapped: list[type[Base]] = []
    for number in range(TABLES):
        columns = {f"c{n}": mapped_column(String, default="") for n in range(8)}
        notes = {"id": Mapped[str], **dict.fromkeys(columns, Mapped[str])}
        made = type(
            f"T{number}",
            (Base,),
            {
                "__tablename__": f"t{number}",
                "__annotations__": notes,
                "id": mapped_column(primary_key=True),
                **columns,
            },
        )
        mapped.append(made)

    def ask() -> None:
        engine = create_engine("sqlite://")
        Base.metadata.create_all(engine)
        with Session(engine) as session:
            session.execute(select(mapped[7])).all()

    _bare("reference", ask)


def _bare(name: str, work: Callable[[], None]) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, painted)

    def painted() -> None:
        print(json.dumps({name: time.time()}))
        qt.exit()

    qt = QApplication([])
    work()
    window = Window()
    window.resize(1366, 768)
    window.show()
    qt.exec()


def ours(folder: str, binder: str) -> None:
    """Start Nämndstöd on a binder."""
    from PySide6.QtCore import QSettings, QTimer

    from namndstod.ui.application import Application, make_qt
    from namndstod.ui.memory import Memory

    stamps: dict[str, float] = {}

    class Timed(Application):
        def _fill(self) -> None:
            stamps["painted"] = time.time()
            super()._fill()
            look()

    def look() -> None:
        main = application.shell.main if application.shell else None
        if main is None or not main.isVisible():
            QTimer.singleShot(2, look)
            return
        main.repaint()
        stamps["usable"] = time.time()
        print(json.dumps(stamps), flush=True)
        application.frame.close()
        qt.exit()

    qt = make_qt()
    memory = Memory(QSettings(str(Path(folder) / "memory.ini"), QSettings.Format.IniFormat))
    memory.scheme = "light"
    application = Timed(qt, memory, Path(binder))
    application.frame.show()
    qt.exec()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when run by its path
    if sys.argv[1:2] == ["--child"]:
        if sys.argv[2] == "ours":
            ours(*sys.argv[3:5])
        else:
            {"empty": empty, "reference": reference}[sys.argv[2]]()
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
