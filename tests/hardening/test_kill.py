"""The program is killed in the middle of its work, again and again: nothing is lost, nothing is half done.

«Confirmed» means that the child wrote the action to a pipe after the command had returned.
"""

from __future__ import annotations

import hashlib
import json
import os
import select
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest

from namndstod.domain.records import Conversion
from namndstod.services.session import Session
from namndstod.storage import sqlite
from namndstod.storage.binder import Binder

from ..services.helpers import Clock, furnish, three_matters
from .helpers import FULL, begin_long_run, require_order, require_whole
from .kill_child import Plan, clock_of

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200 if FULL else 10
KILLS_OF_A_BINDER = 20  # then a new one: so that the whole run stays quick
PATIENCE = 180  # seconds; only a defect takes that long

OF_A_FILE = ("temporary made", "half written", "written", "flushed")  # and not yet renamed
OF_A_TRANSACTION = ("begun", "changed", "committing")  # and not yet committed
INSIDE = {
    "attachment": OF_A_FILE + OF_A_TRANSACTION,
    "conversion": OF_A_FILE + OF_A_TRANSACTION,
    "PDF": OF_A_FILE + OF_A_TRANSACTION,
    "backup": ("temporary made", "written", "flushed"),  # SQLite writes it, in one go
}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")


@dataclass
class Confirmed:
    """Everything that was ever confirmed of a binder."""

    journal: dict[tuple[str, int], str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    conversions: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    backup: str = ""
    actions: int = 0

    def add(self, said: dict[str, Any]) -> None:
        self.actions += 1
        copy_id, number, digest = said["journal"]
        self.journal[copy_id, number] = digest
        self.files.update(said.get("files", ()))
        if "conversion" in said:
            sha256, pdf = said["conversion"]
            self.conversions[sha256] = pdf
        if "output" in said:
            name, digest = said["output"]
            self.outputs[name] = digest
        self.backup = max(self.backup, said.get("backup", ""))


@dataclass
class Child:
    """The program that is going to be killed, what it has said, and the processes that it has started."""

    process: subprocess.Popen[bytes]
    pipe: int
    lines: list[str] = field(default_factory=list)
    rest: bytes = b""

    def read(self) -> bool:
        """Take in what the child says; False when there will be no more."""
        ready, _, _ = select.select([self.pipe], [], [], PATIENCE)
        assert ready, "the child has stopped saying anything"
        data = os.read(self.pipe, 1 << 16)
        *whole, self.rest = (self.rest + data).split(b"\n")
        self.lines += [line.decode() for line in whole]
        return bool(data)

    def offspring(self) -> list[int]:
        """The processes that the child has started, as descriptors that tell when they end."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        children = [pid for task in tasks for pid in _children(task)]
        return [os.pidfd_open(int(pid)) for pid in children]


@contextmanager
def started(plan: Plan, errors: Path) -> Iterator[Child]:
    told, tell = os.pipe()
    wait, hold = os.pipe()
    plan.pipe, plan.still = tell, wait
    paths = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    environment = {**os.environ, "PYTHONPATH": paths, "NAMNDSTOD_NO_OFFICE": "1"}
    with errors.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.hardening.kill_child", plan.encode()],
            cwd=ROOT,
            env=environment,
            pass_fds=(tell, wait),
            stderr=log,
        )
    os.close(tell)
    os.close(wait)
    try:
        yield Child(process, told)
    finally:
        process.kill()
        process.wait()
        os.close(told)
        os.close(hold)


@dataclass
class Killing:
    """Where the child was killed, and whether it stood still there."""

    kind: str
    phase: str
    still: bool
    workers: int


def choose(random: Random, plan: Plan) -> int:
    """Choose where the child is to stand still, or after how many lines it is killed on the run."""
    if random.random() < 0.7:
        plan.kind = random.choice(sorted(INSIDE))
        plan.phase = random.choice(INSIDE[plan.kind])
        plan.times = random.randrange(1, 4)
        return sys.maxsize
    if random.random() < 0.4:  # just as a transaction is stored
        plan.kind = random.choice(("attachment", "conversion", "PDF", "facts"))
    return random.randrange(10, 400)


def _children(task: Path) -> list[str]:
    """The processes that a thread has started; none when the thread has ended since it was listed."""
    try:
        return (task / "children").read_text().split()
    except FileNotFoundError:
        return []


def kill(child: Child, plan: Plan, after: int, confirmed: Confirmed, errors: Path) -> Killing:
    """Let the child work, kill it where it is to be killed, and take in what it had confirmed."""
    on_the_run = plan.kind and not plan.phase
    while True:
        assert child.read(), f"the child ended by itself: {errors.read_text()[-3000:]}"
        if child.lines and child.lines[-1][0] in "SE":
            break
        if len(child.lines) >= after and (not on_the_run or child.lines[-1] == f"P {plan.kind} committing"):
            break
    workers = child.offspring()
    child.process.send_signal(signal.SIGKILL)
    child.process.wait()
    while child.read():
        pass
    require_gone(workers)
    for line in child.lines:
        if line.startswith("C "):
            confirmed.add(json.loads(line[2:]))
    said, *where = child.lines[-1].split(" ", 2)
    if said != "P" and said != "S":  # a command has returned, or there was nothing more to do
        return Killing("between actions", "", False, len(workers))
    return Killing(where[0], where[1], said == "S", len(workers))


def require_gone(workers: list[int]) -> None:
    """No worker outlives the program."""
    for worker in workers:
        ended, _, _ = select.select([worker], [], [], PATIENCE)
        os.close(worker)
        assert ended, "a worker outlived the program"


def require_nothing_lost(folder: Path, output: Path, clock: Clock, confirmed: Confirmed) -> None:
    """The binder opens, is whole, has everything that was confirmed and nothing half done."""
    binder = Binder.open(folder, actor="Ada", clock=clock, backup=False)
    session = Session(binder, "Ada", clock)
    try:
        require_whole(session)
        require_order(session)
        entries = {(e.copy_id, e.number): e.hash for e in binder.journal.entries()}
        assert {place: entries.get(place) for place in confirmed.journal} == confirmed.journal
        assert confirmed.files <= set(binder.files.all())
        for sha256 in binder.files.all():
            binder.files.verify(sha256)
        with session.reading() as reader:
            known = {c.sha256: c.pdf_sha for c in reader.find(Conversion)}
        assert known.items() >= confirmed.conversions.items()
        require_sound_backups(binder, confirmed.backup)
        whole = {f.name: digest(f) for f in output.iterdir() if not f.name.startswith(".")}
        assert whole.items() >= confirmed.outputs.items()
        assert all(f.read_bytes().rstrip().endswith(b"%%EOF") for f in output.glob("*.pdf"))
        require_no_leavings(folder)
    finally:
        binder._worked = False  # no backup of this visit
        binder.close()


def require_sound_backups(binder: Binder, latest: str) -> None:
    names = []
    for backup in binder.backups.list():
        with closing(sqlite.connect(backup.path, read_only=True)) as raw:
            assert sqlite.is_sound(raw)
            assert sqlite.is_marked_as_binder(raw)
        names.append(backup.path.name)
    assert not latest or max(names) >= latest
    assert {p.name for p in binder.database.parent.joinpath("backup").iterdir()} == set(names)


def require_no_leavings(folder: Path) -> None:
    """Nothing temporary is left in the binder, and no rollback journal that SQLite would still play back.

    One that was never flushed begins with a zero; SQLite passes over it and writes the next one in its place.
    """
    assert list((folder / "cache" / "tmp").iterdir()) == []
    assert list(folder.rglob("*.tmp")) == []
    assert all(p.read_bytes()[:1] in (b"", b"\0") for p in folder.rglob("*-journal"))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def table(killings: list[Killing], confirmed: int) -> str:
    """The counts, as printed at the end."""
    counts = Counter((k.kind, k.phase, k.still) for k in killings)
    lines = [
        f"  {kind:<16}{phase:<16}{'standing still' if still else 'on the run':<16}{count:>4}"
        for (kind, phase, still), count in sorted(counts.items())
    ]
    within = sum(inside(k) for k in killings)
    alive = sum(k.workers > 0 for k in killings)
    return "\n".join(
        [
            *lines,
            f"  {len(killings)} kills, {within} between BEGIN and commit or a temporary file and its rename "
            f"of an attachment, conversion, backup or PDF; {alive} with a worker alive; "
            f"{confirmed} confirmed actions",
        ]
    )


def inside(killing: Killing) -> bool:
    return killing.phase in INSIDE.get(killing.kind, ())


@pytest.mark.slow
def test_nothing_is_lost_however_often_the_program_is_killed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = begin_long_run(1912)
    killings: list[Killing] = []
    actions = 0
    try:
        for first in range(0, KILLS, KILLS_OF_A_BINDER):
            numbers = range(first, min(first + KILLS_OF_A_BINDER, KILLS))
            actions += life_of_a_binder(tmp_path / str(first), seed, numbers, killings)
    finally:
        with capsys.disabled():
            print(f"\nkills: NAMNDSTOD_SEED={seed}\n{table(killings, actions)}")
    assert actions > 0
    assert 2 * sum(inside(k) for k in killings) >= len(killings)
    assert any(k.workers for k in killings)


def life_of_a_binder(place: Path, seed: int, numbers: range, killings: list[Killing]) -> int:
    """Kill the program time and again in one binder; return how many actions were confirmed."""
    folder, output, errors = place / "pärm", place / "ut", place / "errors.txt"
    begin(folder)
    output.mkdir()
    confirmed = Confirmed()
    for number in numbers:
        plan = Plan(str(folder), str(output), str(seed), number, -1, -1)
        after = choose(Random(f"{seed}/{number}/parent"), plan)
        with started(plan, errors) as child:
            killings.append(kill(child, plan, after, confirmed, errors))
        require_nothing_lost(folder, output, clock_of(number), confirmed)
    return confirmed.actions


def begin(folder: Path) -> None:
    """Make a binder with a committee and a meeting."""
    clock = Clock()
    house = furnish(
        Session(Binder.create(folder, "Skärgårdsnämnden", actor="Ada", clock=clock), "Ada", clock)
    )
    three_matters(house)
    house.session.close()
