"""How long Kontroll takes in a meeting of 60 §§, and a key of a roll call, beside one fsync and one repaint.

python -m benchmarks.meeting [REPETITIONS]

In the real window on a binder with 200 meetings: a meeting of 60 ärenden, a third of them with yrkanden, a
proposition and a vote. After each action all findings are computed anew from the view just read: at most
30 ms at the 95th percentile of 200. A key of the roll call is stored and shown, and the window is ready for
the next one, before a person could press it: at most 100 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import date, time
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if "DISPLAY" not in os.environ else "")

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.actions import fsync, opened, timed
from namndstod.domain.findings import Step, check
from namndstod.domain.proceedings import Choice, MotionKind
from namndstod.domain.records import BlockKind, ItemKind, TextRole
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.motions import AddMotion
from namndstod.services.commands.sitting import OpenMeeting
from namndstod.services.commands.texts import WriteText
from namndstod.services.commands.voting import CastBallot, OpenVote, PutProposition, RequestVote
from namndstod.services.reading import meeting_view, meetings
from namndstod.services.session import Session
from namndstod.ui.application import Application, make_qt
from namndstod.ui.main_window import MainWindow
from namndstod.ui.memory import Memory

FINDINGS_BAR, KEY_BAR = 0.030, 0.100
REPETITIONS = 200
ITEMS = 60


def main(repetitions: int) -> int:
    """Measure, print, and return 1 when a bar is missed."""
    from benchmarks.big_binder import make

    with tempfile.TemporaryDirectory() as folder:
        binder = make(Path(folder) / "big", date.today())
        memory = Memory(QSettings(str(Path(folder) / "memory.ini"), QSettings.Format.IniFormat))
        memory.scheme = "light"
        application = Application(make_qt(), memory, binder)
        application.frame.show()
        window = opened(application)
        beside = QWidget()
        beside.resize(1366, 768)
        beside.show()
        meeting = _large_meeting(window.session)
        find, key = _findings(window.session, meeting), _roll_call(window, meeting)
        seconds: dict[str, list[float]] = {"fsync": [], "repaint": [], "findings": [], "key": []}
        for _ in range(repetitions):
            seconds["fsync"].append(timed(lambda: fsync(Path(folder) / "probe")))
            seconds["repaint"].append(timed(beside.repaint))
            seconds["key"].append(timed(key))
            seconds["findings"].append(find())
        application.frame.close()
    p95 = {name: statistics.quantiles(values, n=20)[-1] for name, values in seconds.items()}
    for name, values in seconds.items():
        print(f"{name:10} median {statistics.median(values) * 1000:6.1f} ms, p95 {p95[name] * 1000:6.1f} ms")
    print(f"findings of {ITEMS} §§, p95 of {repetitions}: {p95['findings'] * 1000:.1f} ms (bar 30)")
    print(f"a key of the roll call, p95 of {repetitions}: {p95['key'] * 1000:.1f} ms (bar 100)")
    return 0 if p95["findings"] <= FINDINGS_BAR and p95["key"] <= KEY_BAR else 1


def _large_meeting(session: Session) -> str:
    """Open a meeting of 60 ärenden with yrkanden in every third, and votes in those."""
    body = session.ask(meetings)[0].meeting.body_id
    meeting = session.do(PlanMeeting(body, date(date.today().year + 1, 1, 15), time(9), place="Salen")).result
    assert meeting is not None
    for number in range(ITEMS):
        item = session.do(AddItem(meeting, f"Ärende {number}", ItemKind.DECISION, f"27RG{number:03d}")).result
        drafts = (Draft(BlockKind.DECIDER, "Nämnden beslutar"), Draft(BlockKind.CLAUSE, "bifalla.", 1))
        session.do(WriteText(TextRole.PROPOSAL, drafts, item_id=item))
    view = session.ask(meeting_view, meeting)
    present = tuple(m.person_id for m in view.members)
    session.do(OpenMeeting(meeting, present, (), time(9)))
    for section in session.ask(meeting_view, meeting).sections[::3]:
        key = section.section.id
        session.do(AddMotion(key, MotionKind.REJECTION, (present[3],)))
        session.do(AddMotion(key, MotionKind.APPROVAL, (present[1], present[2])))
        put = session.do(PutProposition(key, carried="proposal")).result or ""
        session.do(RequestVote(put))
        vote = session.do(OpenVote(put)).result or ""
        for person, choice in zip(present, cycle((Choice.YES, Choice.NO, Choice.YES)), strict=False):
            session.do(CastBallot(vote, person, choice))
    return meeting


def _findings(session: Session, meeting: str) -> Callable[[], float]:
    """Return what reads the meeting anew and times the findings alone."""

    def find() -> float:
        view: MeetingView = session.ask(meeting_view, meeting)
        return timed(lambda: check(view, session.today))

    return find


def _roll_call(window: MainWindow, meeting: str) -> Callable[[], None]:
    """Return one key of a roll call in the window, stored and shown; J and N take turns."""
    view = window.session.ask(meeting_view, meeting)
    section = view.sections[0]
    window.open_meeting(meeting, Step.MEETING.value, section.section.id)
    QTest.qWait(50)
    assert window.workspace is not None
    live = window.workspace.sitting.live
    live.choose(section.section.id)
    live.page.deliberation.voteWanted.emit(section.deliberation.votes[0].vote.id)
    pane = live.voting.pane
    people = cycle([voter.person_id for voter in pane.voters()])
    keys = cycle((Qt.Key.Key_J, Qt.Key.Key_N))  # 15 people: each answers otherwise than the last time

    def key() -> None:
        pane.list.set_current_id(next(people))
        QTest.keyClick(pane.list, next(keys))
        QApplication.processEvents()

    return key


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # also when run by its path
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS))
