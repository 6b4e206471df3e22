"""How long an action takes until it is on disk and the view shows it, beside one fsync and one empty repaint.

python -m benchmarks.actions [REPETITIONS]

In the real window, on a binder with 200 meetings and 4,000 §§: an item of the coming meeting gets a new
title, and the workspace is painted again; the place of a meeting changes, and Översikt is. The 95th
percentile of 200 may be 50 ms at most.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if "DISPLAY" not in os.environ else "")

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from namndstod.domain.records import ItemKind
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.editing import Edit
from namndstod.services.reading import meeting_view, meetings
from namndstod.ui.application import Application, make_qt
from namndstod.ui.main_window import MainWindow
from namndstod.ui.memory import Memory

BAR = 0.050
REPETITIONS = 200
ITEMS = 20


def main(repetitions: int) -> int:
    """Measure, print, and return 1 when the bar is missed."""
    from benchmarks.big_binder import make

    with tempfile.TemporaryDirectory() as folder:
        binder = make(Path(folder) / "big", date.today())
        qt = make_qt()
        memory = Memory(QSettings(str(Path(folder) / "memory.ini"), QSettings.Format.IniFormat))
        memory.scheme = "light"
        application = Application(qt, memory, binder)
        application.frame.show()
        main = opened(application)
        beside = QWidget()
        beside.resize(1366, 768)
        beside.show()
        acts = {"workspace": _in_workspace(main), "overview": _in_overview(main)}
        seconds: dict[str, list[float]] = {"fsync": [], "repaint": [], **{name: [] for name in acts}}
        for number in range(repetitions):
            seconds["fsync"].append(timed(lambda: fsync(Path(folder) / "probe")))
            seconds["repaint"].append(timed(beside.repaint))
            for name, act in acts.items():
                act(-1)  # shows the view, outside the time
                QTest.qWait(1)
                seconds[name].append(timed(lambda act=act, number=number: act(number)))  # type: ignore[misc]
        application.frame.close()
    worst = 0.0
    for name, values in seconds.items():
        p95 = statistics.quantiles(values, n=20)[-1]
        print(f"{name:10} median {statistics.median(values) * 1000:6.1f} ms, p95 {p95 * 1000:6.1f} ms")
        worst = max(worst, p95) if name in acts else worst
    print(f"action stored and shown, p95 of {repetitions}: {worst * 1000:.1f} ms (bar {BAR * 1000:.0f})")
    return 0 if worst <= BAR else 1


def opened(application: Application) -> MainWindow:
    while application.shell is None or application.shell.main is None:
        QTest.qWait(20)
    return application.shell.main


def _in_workspace(main: MainWindow) -> Callable[[int], None]:
    """Change the title of an item while its meeting is open."""
    session = main.session
    meeting = session.ask(meetings)[0].meeting.id
    for number in range(ITEMS):
        session.do(AddItem(meeting, f"Ärende {number}", ItemKind.DECISION, f"26RG{number:03d}"))

    items = [view.item for view in session.ask(meeting_view, meeting).items]

    def act(number: int) -> None:
        if number < 0:
            main.open_meeting(meeting)
            return
        item = items[number % ITEMS]
        session.do(Edit(replace(item, title=f"Ärende med ny rubrik {number}"), "title"))
        _shown()

    return act


def _in_overview(main: MainWindow) -> Callable[[int], None]:
    """Change the place of the coming meeting while Översikt is shown."""
    session = main.session
    stored = session.ask(meetings)[1].meeting

    def act(number: int) -> None:
        if number < 0:
            main.show_view("overview")
            return
        session.do(Edit(replace(stored, place=f"Sal {number}"), "place"))
        _shown()

    return act


def _shown() -> None:
    """Have all that was asked for laid out and painted."""
    QApplication.processEvents()


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def fsync(path: Path) -> None:
    with open(path, "ab") as file:
        file.write(b"x" * 4096)
        file.flush()
        os.fsync(file.fileno())


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when run by its path
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS))
