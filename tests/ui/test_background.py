"""Work in the background: results, errors and progress come to the UI thread, or not at all."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from namndstod.ui.background import Background, Task


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    assert made.close()


def test_result_comes_to_the_thread_that_asked(qtbot: QtBot, background: Background) -> None:
    seen: list[tuple[int, bool, bool]] = []

    def work(a: int, b: int) -> tuple[int, int]:
        return a + b, threading.get_ident()

    def done(result: tuple[int, int]) -> None:
        seen.append(
            (result[0], result[1] != threading.get_ident(), QThread.currentThread() is background.thread())
        )

    background.run(work, 2, 3, owner=background, done=done)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(5, True, True)]
    assert not background.busy()


def test_errors_come_to_the_caller_or_to_everybody(qtbot: QtBot, background: Background) -> None:
    mine: list[Exception] = []
    everybodys: list[Exception] = []
    background.failed.connect(everybodys.append)

    def work() -> None:
        raise OSError("borta")

    background.run(work, owner=background, failed=mine.append)
    qtbot.waitUntil(lambda: bool(mine))
    background.run(work, owner=background)
    qtbot.waitUntil(lambda: bool(everybodys))
    assert [str(mine[0]), str(everybodys[0])] == ["borta", "borta"]
    assert mine[0].__traceback__ is not None


def test_progress_and_cancel(qtbot: QtBot, background: Background) -> None:
    steps: list[tuple[int, int, str]] = []
    results: list[int] = []
    stopped = threading.Event()

    def work(task: Task, total: int) -> int:
        try:
            for n in range(total):
                task.report(n, total, "räknar")
                if n == 2:
                    waiting.wait(5)
        finally:
            stopped.set()
        return total

    waiting = threading.Event()
    task = background.run_long(
        work, 1000, owner=background, done=results.append, progress=lambda a, b, c: steps.append((a, b, c))
    )
    qtbot.waitUntil(lambda: len(steps) == 3)
    task.cancel()
    waiting.set()
    qtbot.waitUntil(lambda: task.finished)
    assert stopped.is_set()
    assert steps[0] == (0, 1000, "räknar")
    assert len(steps) == 3
    assert results == []


def test_result_is_dropped_when_the_owner_is_gone(qtbot: QtBot, background: Background) -> None:
    results: list[int] = []
    gate = threading.Event()
    owner = QObject()

    def work() -> int:
        gate.wait(5)
        return 1

    task = background.run(work, owner=owner, done=results.append)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: task.finished)
    assert results == []


def test_garbage_is_collected_in_the_ui_thread_only(qtbot: QtBot, background: Background) -> None:
    """A widget in a cycle that a background thread happened to collect would crash Qt."""

    class Ring:
        def __init__(self) -> None:
            self.ring = self

        def __del__(self) -> None:
            collected_in.add(threading.get_ident())

    collected_in: set[int] = set()
    done: list[int] = []

    def work() -> int:
        for _ in range(5000):
            Ring()
        return len([{} for _ in range(50_000)])

    background.run(work, owner=background, done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert not collected_in
    qtbot.waitUntil(lambda: bool(collected_in))
    assert collected_in == {threading.get_ident()}
    background.close()
    assert gc.isenabled()
