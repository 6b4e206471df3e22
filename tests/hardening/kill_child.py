"""A program that works in a binder until somebody kills it; run by test_kill.py.

Before each step of writing it says on a pipe where it is («P kind phase»), and after each command what is
confirmed («C json»). At the phase that its plan names it stands still («S kind phase») until it is killed.
Only this script is in the way of the production code's calls; the code itself is as it always is.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, event

from namndstod.domain.errors import NamndstodError
from namndstod.domain.records import AgendaItem, Body, Meeting, MeetingState, PaperKind, StoredFile
from namndstod.domain.records import Conversion as ConversionRecord
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.supporting import AttachFiles
from namndstod.services.conversions import Conversions
from namndstod.services.reading import meeting_view
from namndstod.services.workplace import Workplace, open_workplace
from namndstod.services.writing import write_file
from namndstod.storage import folder, sqlite
from namndstod.storage.backup import Backups

from ..services.helpers import Clock
from .actions import ACTIONS, NothingToDo, command_of

MOST_ACTIONS = 250
OF_FILES = {"attach": "attachment", "call_meeting": "PDF", "approve": "PDF"}  # actions that keep files
FACTS = "facts"


@dataclass
class Plan:
    """What the parent wants: a binder, an output folder, and where to stand still, if anywhere."""

    binder: str
    output: str
    seed: str
    round: int
    pipe: int
    still: int
    kind: str = ""
    phase: str = ""
    times: int = 1

    def encode(self) -> str:
        return json.dumps(asdict(self))


class Reporter:
    """Says where the program is, and stands still where the plan says."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.kinds = [FACTS]
        self.left = plan.times

    def say(self, line: str) -> None:
        os.write(self.plan.pipe, f"{line}\n".encode())

    def at(self, phase: str) -> None:
        kind = self.kinds[-1]
        if (kind, phase) == (self.plan.kind, self.plan.phase):
            self.left -= 1
            if self.left == 0:
                self.say(f"S {kind} {phase}")
                os.read(self.plan.still, 1)  # never comes
        self.say(f"P {kind} {phase}")

    @contextmanager
    def doing(self, kind: str) -> Iterator[None]:
        self.kinds.append(kind)
        try:
            yield
        finally:
            self.kinds.pop()


class HalfWritten:
    """A file whose every write is seen when half of it is on disk."""

    def __init__(self, file: Any, reporter: Reporter) -> None:
        self._file, self._reporter = file, reporter

    def write(self, data: bytes) -> int:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._reporter.at("half written")
        self._file.write(data[len(data) // 2 :])
        return len(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> HalfWritten:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()


def watch(reporter: Reporter) -> None:
    """Put the reporter in the way of what writes: files, renames, flushes and transactions."""
    real_fsync, real_replace, real_connect = os.fsync, os.replace, sqlite.connect

    def opening(path: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        file = open(path, mode, *rest, **more)  # noqa: SIM115  (for the caller)
        if mode != "xb":
            return file
        reporter.at("temporary made")
        return HalfWritten(file, reporter)

    def flushing(descriptor: int) -> None:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            reporter.at("written")
        real_fsync(descriptor)

    def renaming(source: Any, target: Any) -> None:
        reporter.at("flushed")
        real_replace(source, target)
        reporter.at("renamed")

    def connecting(database: Path, **parts: bool) -> Any:
        raw = real_connect(database, **parts)
        if parts.get("create"):
            reporter.at("temporary made")
        return raw

    vars(folder)["open"] = opening
    vars(os).update(fsync=flushing, replace=renaming)
    vars(sqlite)["connect"] = connecting

    def executed(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement == sqlite.WRITE:
            reporter.at("begun")
        elif statement.startswith(("INSERT", "UPDATE", "DELETE")):
            reporter.at("changed")

    event.listen(Engine, "after_cursor_execute", executed)
    event.listen(Engine, "commit", lambda _: reporter.at("committing"))
    _name(reporter, Backups, "make", "backup")
    _name(reporter, Conversions, "_convert", "conversion")


def _name(reporter: Reporter, owner: type, method: str, kind: str) -> None:
    """Let what a method writes be counted as of a kind."""
    real: Callable[..., Any] = getattr(owner, method)

    def named(*arguments: Any, **parts: Any) -> Any:
        with reporter.doing(kind):
            return real(*arguments, **parts)

    setattr(owner, method, named)


class Secretary:
    """Does random things and says what is confirmed."""

    def __init__(self, plan: Plan, reporter: Reporter, workplace: Workplace) -> None:
        self.plan, self.reporter, self.workplace = plan, reporter, workplace
        self.session = workplace.session
        self.random = Random(f"{plan.seed}/{plan.round}/child")
        self.count = 0
        self.by_kind: dict[str, list[Callable[[], None]]] = {
            FACTS: [self.fact, self.undo_or_redo],
            "attachment": [self.attach],
            "conversion": [self.convert],
            "backup": [self.back_up],
            "PDF": [self.write_paper, self.send, self.approve],
        }

    def work(self) -> None:
        """Do things, half of them of the kind that is waited for."""
        every = [self.fact] * 4 + [act for acts in self.by_kind.values() for act in acts]
        wanted = self.by_kind.get(self.plan.kind, every)
        for _ in range(MOST_ACTIONS):
            try:
                self.random.choice(self.random.choice((every, wanted)))()
            except (NothingToDo, NamndstodError):
                with suppress(NamndstodError):
                    self.begin_again()

    def begin_again(self) -> None:
        """Plan a meeting with something on its list, so that there is always something to do."""
        with self.session.reading() as reader:
            body = self.random.choice(reader.find(Body))
        day = date(2026, 1, 1) + timedelta(days=self.random.randrange(1000))
        meeting = self.session.do(PlanMeeting(body.id, day)).result or ""
        self.session.do(AddItem(meeting, "Bryggor"))
        self.confirm(action="plan")

    def confirm(self, **what: Any) -> None:
        """Say what was done, with the journal's latest entry, after the command has returned."""
        self.count += 1
        (entry,) = self.session.binder.journal.entries(limit=1)
        journal = [entry.copy_id, entry.number, entry.hash]
        self.reporter.say("C " + json.dumps({"id": self.count, "journal": journal, **what}))

    def fact(self) -> None:
        name = self.random.choice(sorted(ACTIONS))
        with self.reporter.doing(OF_FILES.get(name, FACTS)):
            self.session.do(command_of(name, self.random, self.session))
        self.confirm(action=name)

    def undo_or_redo(self) -> None:
        self.random.choice((self.session.undo, self.session.redo))()
        self.confirm(action="undo or redo")

    def attach(self) -> None:
        with self.session.reading() as reader:
            items = reader.find(AgendaItem)
        if not items:
            raise NothingToDo
        self.count += 1
        text = f"Rad {self.plan.round}.{self.count} åäö\n" * self.random.choice((1, 40, 4000))
        name = f"{self.plan.round}-{self.count}.{self.random.choice(('txt', 'html', 'csv'))}"
        with self.reporter.doing("attachment"):
            files = self.workplace.conversions.take_in([(name, text.encode())])
            self.session.do(AttachFiles(self.random.choice(items).id, files))
        self.confirm(action="attach", files=[f.sha256 for f in files])

    def convert(self) -> None:
        with self.session.reading() as reader:
            known = {c.sha256 for c in reader.find(ConversionRecord)}
            waiting = [f.sha256 for f in reader.find(StoredFile) if f.sha256 not in known]
        if not waiting:
            self.attach()
            return
        made = self.workplace.conversions.convert(self.random.choice(waiting), "fil.txt")
        self.confirm(action="convert", conversion=[made.sha256, made.pdf_sha])

    def back_up(self) -> None:
        backup = self.session.binder.backups.make()
        self.confirm(action="backup", backup=backup.path.name)

    def write_paper(self) -> None:
        meeting = self.meeting(*MeetingState)
        kind = self.random.choice((PaperKind.CALL, PaperKind.MINUTES))
        view = self.session.ask(meeting_view, meeting)
        with self.reporter.doing("PDF"):
            pdf = self.workplace.papers.pdf(kind, view).pdf
            name = f"{self.plan.round}-{self.count}.pdf"
            write_file(Path(self.plan.output, name), pdf)
        self.confirm(action="write", output=[name, sha256(pdf).hexdigest()])

    def send(self) -> None:
        with self.reporter.doing("PDF"):
            self.workplace.sending.call(self.meeting(MeetingState.PLANNED, MeetingState.CALLED))
        self.confirm(action="send")

    def approve(self) -> None:
        meeting = self.meeting(MeetingState.CLOSED)
        day = self.session.ask(meeting_view, meeting).meeting.day + timedelta(days=7)
        with self.reporter.doing("PDF"):
            self.workplace.papers.approve(meeting, day)
        self.confirm(action="approve")

    def meeting(self, *states: MeetingState) -> str:
        with self.session.reading() as reader:
            found = [m.id for m in reader.find(Meeting) if m.state in states]
        if not found:
            raise NothingToDo
        return self.random.choice(found)


def clock_of(round: int) -> Clock:
    """The clock of a round: each is a day of its own, so that each begins with a backup."""
    return Clock(datetime(2026, 2, 2, 9, 0, tzinfo=UTC) + timedelta(days=round))


def main() -> None:
    plan = Plan(**json.loads(sys.argv[1]))
    reporter = Reporter(plan)
    watch(reporter)
    workplace = open_workplace(Path(plan.binder), "Ada", clock_of(plan.round))
    Secretary(plan, reporter, workplace).work()
    reporter.say("E end")
    os.read(plan.still, 1)


if __name__ == "__main__":
    main()
