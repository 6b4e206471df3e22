"""How long it takes until a changed § of a protokoll of 60 §§ is seen in the preview; whether typing stalls.

python -m benchmarks.preview [REPETITIONS]

In the real window, in the step Protokoll with the preview beside the text: the summary of a § in the middle
is written anew by the command that the editor sends. From before the command until the new page has been
painted, whatever waits included: at most 300 ms at the 95th percentile of 200. From the command's return on a
timer asks every 5 ms how long the event loop has not answered: at most 50 ms at that percentile. The command
itself, with the new reading of the meeting that it leads to, is told beside it, as are one fsync and one
repaint of an empty window.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time as clock
from collections.abc import Callable
from datetime import date, time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if "DISPLAY" not in os.environ else "")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.actions import fsync, opened, timed
from benchmarks.documents import sentence
from namndstod.domain.findings import Step
from namndstod.domain.records import BlockKind, ItemKind, TextRole
from namndstod.domain.texts import Draft
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.sitting import OpenMeeting
from namndstod.services.commands.texts import WriteText
from namndstod.services.reading import meeting_view, meetings
from namndstod.services.session import Session
from namndstod.ui.application import Application, make_qt
from namndstod.ui.main_window import MainWindow
from namndstod.ui.memory import Memory
from namndstod.ui.workspace.minutes_step import MinutesStep
from namndstod.ui.workspace.preview import PaperPreview

BAR, STALL_BAR = 0.300, 0.050
REPETITIONS = 200
ITEMS = 60
PAUSE = 0.030  # seconds between two changes: an update never falls into the same beat of anything


def main(repetitions: int) -> int:
    """Measure, print, and return 1 when a bar is missed."""
    from benchmarks.big_binder import make

    with tempfile.TemporaryDirectory() as folder:
        binder = make(Path(folder) / "big", date.today())
        memory = Memory(QSettings(str(Path(folder) / "memory.ini"), QSettings.Format.IniFormat))
        memory.scheme = "light"
        application = Application(make_qt(), memory, binder)
        application.frame.resize(1366, 768)
        application.frame.show()
        window = opened(application)
        seconds = _measure(window, repetitions, Path(folder) / "probe")
        application.frame.close()
    p95 = {name: statistics.quantiles(values, n=20)[-1] for name, values in seconds.items()}
    for name, values in seconds.items():
        print(
            f"{name:8} median {statistics.median(values) * 1000:6.1f} ms, p95 {p95[name] * 1000:6.1f} ms, "
            f"most {max(values) * 1000:6.1f} ms"
        )
    seen, stalled = p95["update"], p95["stall"]
    print(f"a changed § of {ITEMS} seen, p95 of {repetitions}: {seen * 1000:.0f} ms (bar {BAR * 1000:.0f})")
    print(f"the event loop stalls, p95: {stalled * 1000:.0f} ms (bar {STALL_BAR * 1000:.0f})")
    return 0 if seen <= BAR and stalled <= STALL_BAR else 1


def _measure(window: MainWindow, repetitions: int, probe: Path) -> dict[str, list[float]]:
    """Return the seconds of each update, of the longest silence of the event loop within it, and the rest."""
    chance = random.Random(60)
    session = window.session
    meeting = _large_meeting(session, chance)
    sections = session.ask(meeting_view, meeting).sections
    changed = sections[ITEMS // 2].section.id
    window.open_meeting(meeting, Step.MINUTES.value, changed)
    step = window.findChild(MinutesStep)
    assert step is not None
    preview = step.preview
    pulse = Pulse()
    wait_until(lambda: preview.canvas.page_count() > ITEMS // 2 and preview.canvas.is_sharp())
    beside = QWidget()
    beside.resize(1366, 768)
    beside.show()
    seconds: dict[str, list[float]] = {n: [] for n in ("fsync", "repaint", "command", "update", "stall")}
    for number in range(repetitions):
        QTest.qWait(round(chance.uniform(1, 20) * PAUSE * 1000))
        text = (Draft(BlockKind.PARAGRAPH, f"{sentence(chance, 8, 40)} Version {number}."),)
        seconds["fsync"].append(timed(lambda: fsync(probe)))
        seconds["repaint"].append(timed(beside.repaint))
        shown = preview.canvas.loads
        begun = clock.perf_counter()
        session.do(WriteText(TextRole.SUMMARY, text, section_id=changed))
        seconds["command"].append(clock.perf_counter() - begun)
        pulse.begin()
        wait_until(partial(_is_newer, preview, shown))
        preview.canvas.viewport().repaint()
        seconds["update"].append(clock.perf_counter() - begun)
        seconds["stall"].append(pulse.longest)
    beside.close()
    return seconds


def _is_newer(preview: PaperPreview, shown: int) -> bool:
    return preview.canvas.loads > shown and preview.canvas.is_sharp()


class Pulse:
    """Asks every 5 ms how long it is since it last could."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = clock.perf_counter()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self.longest, self._last = 0.0, clock.perf_counter()

    def _beat(self) -> None:
        now = clock.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def wait_until(until: Callable[[], bool]) -> None:
    """Let the event loop run until something is so. Raises TimeoutError after two minutes."""
    limit = clock.perf_counter() + 120
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # the pulse wakes it
        if clock.perf_counter() > limit:
            raise TimeoutError("what was waited for never came")


def _large_meeting(session: Session, chance: random.Random) -> str:
    """Open a meeting of 60 ärenden, each with a page or so of text."""
    body = session.ask(meetings)[0].meeting.body_id
    meeting = session.do(PlanMeeting(body, date(date.today().year + 1, 1, 15), time(9), place="Salen")).result
    assert meeting is not None
    for number in range(ITEMS):
        item = session.do(AddItem(meeting, f"Ärende {number}", ItemKind.DECISION, f"27RG{number:03d}")).result
        proposal = (
            Draft(BlockKind.DECIDER, "Nämnden beslutar"),
            *(Draft(BlockKind.CLAUSE, sentence(chance, 12, 30).lower(), 1) for _ in range(3)),
        )
        told = tuple(
            Draft(BlockKind.PARAGRAPH, " ".join(sentence(chance, 8, 20) for _ in range(4))) for _ in range(4)
        )
        session.do(WriteText(TextRole.PROPOSAL, proposal, item_id=item))
        session.do(WriteText(TextRole.SUMMARY, told, item_id=item))
    view = session.ask(meeting_view, meeting)
    session.do(OpenMeeting(meeting, tuple(m.person_id for m in view.members), at=time(9)))
    return meeting


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS))
