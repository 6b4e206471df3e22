"""A random session of acts, undos, redos and restarts always gives back exactly what was."""

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from namndstod.domain.records import BlockKind, Matter, TextBlock, TextRole, new_id
from namndstod.storage.binder import Binder
from namndstod.storage.check import check
from namndstod.storage.store import Work

from .helpers import Clock, Facts, facts, meeting_with_item, op


class Sessions(RuleBasedStateMachine):
    """`past` and `future` are what undo and redo bring back; a coalesced act adds nothing."""

    template: ClassVar[Path]  # an empty binder

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="sessions"))
        self.clock = Clock()
        self.past: list[Facts] = []
        self.future: list[Facts] = []
        self.last_key: str | None = None  # the coalesce key of the latest act, if it was an act

    @initialize()
    def begin(self) -> None:
        shutil.copytree(self.template, self.place / "pärm")
        self.binder = self.open()
        with self.binder.work(op("möte", barrier=True, person="Grund")) as work:
            self.item = meeting_with_item(work).id
        self.now = facts(self.binder)

    def act(self, work: Work, key: str | None = None) -> None:
        """Remember what was before an act that changed something."""
        if work.changes and not (key is not None and key == self.last_key):
            self.past.append(self.now)
        if work.changes:
            self.future.clear()
            self.last_key = key

    @rule(
        title=st.text(st.characters(codec="utf-8"), max_size=5), key=st.none() | st.sampled_from(["k1", "k2"])
    )
    def write(self, title: str, key: str | None) -> None:
        with self.binder.work(op("skriv", coalesce=key)) as work:
            known = work.first(Matter)
            if known is None:
                work.add(Matter(id=new_id(), title=title))
            else:
                work.change(known, title=title)
            self.act(work, key)
        self.now = facts(self.binder)

    @rule(depth=st.integers(1, 4))
    def grow_tree(self, depth: int) -> None:
        with self.binder.work(op("texter")) as work:
            parent = None
            for position in range(depth):
                block = TextBlock(
                    id=new_id(), role=TextRole.PROPOSAL, kind=BlockKind.CLAUSE, position=position,
                    item_id=self.item, parent_id=parent,
                )  # fmt: skip
                parent = work.add(block).id
            self.act(work)
        self.now = facts(self.binder)

    @rule(choice=st.integers(0, 20))
    def remove_tree(self, choice: int) -> None:
        with self.binder.work(op("ta bort")) as work:
            blocks = work.find(TextBlock)
            doomed = [blocks[choice % len(blocks)]] if blocks else []
            for block in doomed:
                doomed += [b for b in blocks if b.parent_id == block.id]
            for block in reversed(doomed):
                work.remove(block)
            self.act(work)
        self.now = facts(self.binder)

    @rule()
    def fail_half_way(self) -> None:
        try:
            with self.binder.work(op("misslyckas")) as work:
                work.add(Matter(id=new_id(), title="aldrig"))
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass

    @rule()
    def undo(self) -> None:
        step = self.binder.journal.undoable("Ada")
        assert (step is None) == (not self.past)
        if step is not None:
            with self.binder.work(op("ångra")) as work:
                self.binder.journal.revert(work, step)
            self.future.append(self.now)
            self.now = self.past.pop()
            self.last_key = None

    @rule()
    def redo(self) -> None:
        step = self.binder.journal.redoable("Ada")
        assert (step is None) == (not self.future)
        if step is not None:
            with self.binder.work(op("gör om")) as work:
                self.binder.journal.repeat(work, step)
            self.past.append(self.now)
            self.now = self.future.pop()
            self.last_key = None

    @precondition(lambda self: hasattr(self, "binder"))
    @rule()
    def restart(self) -> None:
        self.binder.close()
        self.binder = self.open()

    def open(self) -> Binder:
        return Binder.open(self.place / "pärm", actor="Ada", clock=self.clock)

    @invariant()
    def everything_is_as_expected(self) -> None:
        if hasattr(self, "binder"):
            assert facts(self.binder) == self.now

    def teardown(self) -> None:
        if hasattr(self, "binder"):
            assert check(self.binder) == []
            self.binder.close()
        shutil.rmtree(self.place)


def test_random_sessions_come_back_exactly(empty_binder: Path) -> None:
    machine = type("Machine", (Sessions,), {"template": empty_binder})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=25, stateful_step_count=30, deadline=None)
    )
