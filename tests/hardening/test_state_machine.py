"""Random sessions of two persons who do, undo and redo, with restarts: every way back and forth is exact."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from namndstod.domain.errors import NotFound, Refused, RuleBroken
from namndstod.domain.proceedings import Choice, Vote
from namndstod.domain.records import Outcome as Decision
from namndstod.domain.records import Record
from namndstod.services.commands.base import Command
from namndstod.services.commands.pauses import Adjourn
from namndstod.services.commands.sitting import CloseMeeting, Decide
from namndstod.services.commands.voting import CastBallot
from namndstod.services.session import Outcome, Session, UndoRefused
from namndstod.storage.binder import Binder
from namndstod.storage.journal import Step

from ..services.cases_voting import asked as ask_for_vote
from ..services.cases_voting import prepare as prepare_vote
from ..services.helpers import Clock, Facts, facts, furnish, three_matters
from .actions import ACTIONS, NothingToDo, command_of
from .helpers import FULL, begin_long_run, require_order, require_whole
from .meeting_actions import AT_THE_TABLE, KNOWN_BEFORE

Diff = dict[tuple[str, str], tuple[Record | None, Record | None]]

EXAMPLES, STEPS = (200, 60) if FULL else (8, 30)
STAGES = PLANNED, OPEN, CLOSED = "planerat", "öppet", "avslutat"
VOTING = "omröstning"  # in a pause: as many ja as nej in one §, a vote requested in another
AT_A_MEETING = (
    "add_section", "approve", "close_meeting", "compare_text", "correct_presence", "decide", "move_section",
    "presence", "remove_section", "reopen", "serve_for", "take_roll", "write_section_text",
)  # fmt: skip
FOUNDER = "Grund"  # made what every example begins with; never undone


def difference(before: Facts, after: Facts) -> Diff:
    keys = before.keys() | after.keys()
    return {k: (before.get(k), after.get(k)) for k in keys if before.get(k) != after.get(k)}


def applied(state: Facts, diff: Diff, *, back: bool) -> Facts | None:
    """The state with a difference made or taken back; None when it is not what it was made upon."""
    new = dict(state)
    for key, (before, after) in diff.items():
        old, wanted = (after, before) if back else (before, after)
        if new.get(key) != old:
            return None
        if wanted is None:
            del new[key]
        else:
            new[key] = wanted
    return new


@dataclass
class Did:
    """A step as the test saw it from outside: differences of the whole binder, not images of the journal."""

    order: int
    person: str
    label: str
    barrier: bool
    key: str | None
    diffs: list[Diff]
    meetings: frozenset[str]

    def undone(self, state: Facts) -> Facts | None:
        current: Facts | None = state
        for diff in reversed(self.diffs):
            current = None if current is None else applied(current, diff, back=True)
        return current

    def redone(self, state: Facts) -> Facts | None:
        current: Facts | None = state
        for diff in self.diffs:
            current = None if current is None else applied(current, diff, back=False)
        return current


@dataclass
class Memory:
    """What each person has done and undone, as a model of the journal."""

    did: list[Did] = field(default_factory=list)
    undone: dict[str, list[Did]] = field(default_factory=dict)
    open_key: dict[str, str | None] = field(default_factory=dict)  # of a step that typing goes on in
    count: int = 0

    def add(self, person: str, command: Command, diff: Diff, meetings: frozenset[str]) -> None:
        self.undone[person] = []
        mine = self.latest(person)
        key = command.coalesce()
        if mine and key is not None and self.open_key.get(person) == key and not command.barrier:
            mine.diffs.append(diff)
            mine.meetings |= meetings
        else:
            self.count += 1
            self.did.append(Did(self.count, person, command.label, command.barrier, key, [diff], meetings))
        self.open_key[person] = None if command.barrier else key

    def latest(self, person: str) -> Did | None:
        return next((d for d in reversed(self.did) if d.person == person), None)

    def after(self, step: Did) -> list[Did]:
        return [d for d in self.did if d.order > step.order]

    def frozen(self, step: Did) -> bool:
        return step.barrier or any(d.barrier and d.meetings & step.meetings for d in self.after(step))

    def take_back(self, step: Did) -> None:
        self.did.remove(step)
        self.undone.setdefault(step.person, []).append(step)
        self.open_key[step.person] = None

    def make_again(self, step: Did) -> None:
        self.undone[step.person].remove(step)
        self.did = sorted([*self.did, step], key=lambda d: d.order)
        self.open_key[step.person] = None


class TwoPersons(RuleBasedStateMachine):
    """Sessions on one binder. `now` is the state of the binder as it was last seen."""

    templates: ClassVar[dict[str, Path]]
    happened: ClassVar[Counter[str]] = Counter()
    offered: Step | None = None  # by the last undo that was refused

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory(prefix="namndstod-test-")
        self.folder = Path(self.place.name) / "pärm"
        self.clock = Clock()
        self.memory = Memory()

    @initialize(stage=st.sampled_from((*STAGES, VOTING)))
    def begin(self, stage: str) -> None:
        """Begin with a meeting that is planned, under way, voting or closed."""
        shutil.copytree(self.templates[stage], self.folder)
        self.session = self.start("Ada")
        self.now = facts(self.session)

    def start(self, person: str) -> Session:
        binder = Binder.open(self.folder, actor=person, clock=self.clock, backup=False)
        return Session(binder, person, self.clock)

    def teardown(self) -> None:
        if hasattr(self, "session"):
            require_whole(self.session)
            self.session.close()
        self.place.cleanup()

    def require_unchanged(self) -> None:
        assert facts(self.session) == self.now

    @rule(name=st.sampled_from(sorted(ACTIONS)), number=st.integers(0, 2**32 - 1))
    def act(self, name: str, number: int) -> None:
        """Do one thing; when it is refused nothing has changed."""
        self.do(name, number)

    @rule(name=st.sampled_from(AT_A_MEETING), number=st.integers(0, 2**32 - 1))
    def act_at_a_meeting(self, name: str, number: int) -> None:
        """Do one of the things that only an opened meeting has."""
        self.do(name, number)

    @rule(number=st.integers(0, 2**64 - 1))
    def deliberate(self, number: int) -> None:
        """Do several of the things that are done while a § is dealt with: one leads to the next."""
        random = Random(number)
        for name in random.choices(AT_THE_TABLE, k=12):
            self.do(name, random.getrandbits(32))

    @rule(number=st.integers(0, 2**64 - 1))
    def act_for_a_while(self, number: int) -> None:
        """Do several things of the whole journey, each as likely as the others."""
        random = Random(number)
        for name in random.choices(sorted(KNOWN_BEFORE), k=6):
            self.do(name, random.getrandbits(32))

    def do(self, name: str, number: int) -> None:
        try:
            command = command_of(name, Random(number), self.session)
            outcome = self.session.do(command)
        except NothingToDo:
            return
        except (RuleBroken, NotFound):
            self.happened["refused"] += 1
            self.require_unchanged()
            return
        after = facts(self.session)
        if diff := difference(self.now, after):
            self.memory.add(self.session.person, command, diff, outcome.meetings)
            self.happened[name] += 1
        self.now = after

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        """Take back one's latest steps: exactly, or not at all and for a reason."""
        for _ in range(times):
            mine = self.memory.latest(self.session.person)
            if mine is None:
                assert self.session.undo() is None
                return
            if not self.take_back(mine, None):
                return

    def take_back(self, mine: Did, step: Step | None) -> bool:
        expected = mine.undone(self.now)
        later = self.memory.after(mine)
        try:
            outcome = self.session.undo(step)
        except UndoRefused as refused:
            self.happened["undo refused"] += 1
            self.offered = refused.next_step
            self.require_unchanged()
            if not (self.memory.frozen(mine) or later):
                raise AssertionError("refused without a reason") from refused
            return False
        assert not self.memory.frozen(mine)
        assert outcome is not None
        assert outcome.label == f"ångra {mine.label}"
        self.now = facts(self.session)
        assert self.now == expected
        self.memory.take_back(mine)
        self.happened["undo"] += 1
        return True

    @rule()
    def undo_what_is_offered(self) -> None:
        """When the latest step is refused, the one that is named instead is one's own, and not frozen."""
        self.offered = None
        mine = self.memory.latest(self.session.person)
        if mine is None or self.take_back(mine, None) or self.offered is None:
            return
        own = [d for d in self.memory.did if d.person == self.session.person and d.order < mine.order]
        free = [d for d in own if not self.memory.frozen(d)]
        assert free, "something frozen was offered"
        assert self.offered.label == free[-1].label
        self.take_back(free[-1], self.offered)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        """Do again what was undone last: exactly, or not at all."""
        for _ in range(times):
            waiting = self.memory.undone.get(self.session.person, [])
            if not waiting:
                assert self.session.redo() is None
                return
            expected = waiting[-1].redone(self.now)
            try:
                outcome: Outcome | None = self.session.redo()
            except (Refused, NotFound):
                self.happened["redo refused"] += 1
                self.require_unchanged()
                if not (expected is None or self.memory.after(waiting[-1])):
                    raise
                return
            assert outcome is not None
            self.now = facts(self.session)
            assert self.now == expected
            self.memory.make_again(waiting[-1])
            self.happened["redo"] += 1

    @rule(person=st.sampled_from(("Ada", "Ada", "Bo")))
    def restart(self, person: str) -> None:
        """The program is closed and opened again, perhaps by somebody else."""
        self.session.close()
        self.session = self.start(person)
        self.require_unchanged()

    @invariant()
    def in_order(self) -> None:
        require_order(self.session)


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Binders to begin with, made by somebody whose steps nobody else undoes."""
    place = tmp_path_factory.mktemp("mallar")
    clock = Clock()
    binder = Binder.create(place / PLANNED, "Skärgårdsnämnden", actor=FOUNDER, clock=clock)
    house = furnish(Session(binder, FOUNDER, clock))
    meeting = three_matters(house)
    house.approvers(meeting)
    house.attach(house.view(meeting).items[0].item.id, b"ett", b"annat")
    house.session.close()
    for before, stage in (*pairwise(STAGES), (OPEN, VOTING)):
        shutil.copytree(place / before, place / stage)
        binder = Binder.open(place / stage, actor=FOUNDER, clock=clock, backup=False)
        house = replace(house, session=Session(binder, FOUNDER, clock))
        if stage == OPEN:
            house.open(meeting)
        elif stage == VOTING:
            prepare_vote(house, meeting)
            vote = house.find(Vote)[0].id
            house.session.do(CastBallot(vote, house.people["Fyrmark"], Choice.ABSTAINS))  # who leads it
            house.session.do(CastBallot(vote, house.people["Isborg"], Choice.NO))  # 2–2
            ask_for_vote(house, meeting)
            house.session.do(Adjourn(meeting, time(10, 30)))
        else:
            for section in house.sections(meeting):
                house.session.do(Decide(section.id, Decision.APPROVED))
            house.session.do(CloseMeeting(meeting))
        house.session.close()
    return {stage: place / stage for stage in (*STAGES, VOTING)}


@pytest.mark.slow
def test_random_sessions_come_back_exactly(
    templates: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    number = begin_long_run(20260312)
    with capsys.disabled():
        print(f"\nrandom sessions: NAMNDSTOD_SEED={number}, {EXAMPLES} of {STEPS} steps")
    machine = seed(number)(type("Machine", (TwoPersons,), {"templates": templates}))
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            derandomize=False,  # the seed says which they are
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )
    happened = TwoPersons.happened
    assert happened["undo"]
    if FULL:  # few sessions do not get everywhere
        with capsys.disabled():
            print(", ".join(f"{what} {count}" for what, count in sorted(happened.items())))
        assert {*ACTIONS, "refused", "undo refused", "redo"} <= happened.keys()
