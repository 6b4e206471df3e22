"""Slow work off the UI thread: results, errors and progress come back to the UI thread as calls."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple, Unpack

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal

from .sweeping import Sweeper

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")

Progress = Callable[[int, int, str], object]  # done, total (0 = unknown), Swedish text


class Cancelled(Exception):
    """Raised inside a task that was asked to stop."""


class Task:
    """One piece of work under way. `cancel()` may be called at any time; its result is then dropped."""

    def __init__(self, owner: QObject, tell: Callable[[Callable[[], object]], None]) -> None:
        self._owner = owner
        self._tell = tell
        self._cancelled = threading.Event()
        self._progress: Progress | None = None
        self.finished = False

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for the result."""
        return not self._cancelled.is_set() and shiboken6.isValid(self._owner)

    def cancel(self) -> None:
        """Ask the work to stop. What it was about to deliver is dropped."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Whether the work was asked to stop; work that can stop half-way looks here."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Say from inside the work how far it has come. Raises Cancelled when it should stop."""
        if self._cancelled.is_set():
            raise Cancelled
        progress = self._progress
        if progress is not None:
            self._tell(lambda: progress(done, total, text) if self.wanted else None)


class Background(QObject):
    """Runs functions in a few threads. Make it in the UI thread, and `close()` it before the binder.

    `failed` gets every error that its caller gave no `failed` for.
    """

    failed = Signal(object)  # Exception
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None, threads: int = 3) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._tasks: set[Task] = set()
        self._sweeper = Sweeper(self)
        self._arrived.connect(self._take)

    def run(
        self,
        function: Callable[[Unpack[Arguments]], T],
        *args: *Arguments,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Call `function(*args)` in another thread, then `done(result)` or `failed(error)` in this one.

        Nothing is called once `owner` is gone or the task was cancelled.
        """
        return self._start(Task(owner, self.tell), lambda: function(*args), done, failed)

    def run_long(
        self,
        function: Callable[[Task, Unpack[Arguments]], T],
        *args: *Arguments,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        progress: Progress | None = None,
    ) -> Task:
        """Like `run`, for work that says how far it has come: `function(task, *args)` calls `task.report`."""
        task = Task(owner, self.tell)
        task._progress = progress
        return self._start(task, lambda: function(task, *args), done, failed)

    def tell(self, call: Callable[[], object]) -> None:
        """Have `call()` made in the UI thread: at once from there, else when it gets to it."""
        if shiboken6.isValid(self):
            self._arrived.emit(call)

    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._tasks)

    def cancel_all(self) -> None:
        """Cancel everything that is under way or waits."""
        for task in list(self._tasks):
            task.cancel()

    def close(self, seconds: float = 10.0) -> bool:
        """Cancel everything and wait for the threads; False when some did not end in time."""
        self.cancel_all()
        self._pool.clear()
        done = self._pool.waitForDone(round(seconds * 1000))
        if done:
            self._sweeper.rest()
        return done

    def _start(
        self,
        task: Task,
        work: Callable[[], T],
        done: Callable[[T], object] | None,
        failed: Callable[[Exception], object] | None,
    ) -> Task:
        def perform() -> None:
            try:
                if not task.wanted:
                    raise Cancelled
                result = work()
            except Cancelled:
                self.tell(lambda: self._end(task))
            except Exception as error:
                kept = error  # the name `error` is gone when the call is made
                self.tell(lambda: self._end(task, (failed or self.failed.emit), kept))
            else:
                self.tell(lambda: self._end(task, done, result))

        self._tasks.add(task)
        self._pool.start(perform)
        return task

    def _end(self, task: Task, deliver: Callable[..., object] | None = None, *what: object) -> None:
        self._tasks.discard(task)
        self._sweeper.hold((task, deliver, what))  # the thread that did it may let go of it last
        task.finished = True
        if deliver is not None and task.wanted:
            deliver(*what)

    def _take(self, call: Callable[[], object]) -> None:
        call()
