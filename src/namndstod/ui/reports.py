"""Reports of bugs: a rotating log in the user's place, with an id that the person can pass on.

A report holds where in the program something broke, never what was in the binder: the message of an unknown
error may quote a text, so only its type is written.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from namndstod import __version__
from namndstod.domain.frozen import frozen

LOG = logging.getLogger("namndstod")
_SIZE = 512_000  # bytes a file, of which there are three


@frozen
class Report:
    """A bug that was written down."""

    id: str
    when: datetime
    folder: Path


class Reports:
    """Writes reports to `folder`/namndstod.log."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handler: logging.Handler | None = None
        LOG.setLevel(logging.INFO)
        LOG.propagate = False
        LOG.addHandler(logging.NullHandler())

    def write(self, error: BaseException) -> Report:
        """Write down a bug and return its report."""
        self._open()
        report = Report(uuid.uuid4().hex[:8].upper(), datetime.now().astimezone(), self.folder)
        LOG.error(
            "%s version=%s python=%s %s", report.id, __version__, sys.version.split()[0], _places(error)
        )
        return report

    def close(self) -> None:
        """Let go of the file."""
        if self._handler is not None:
            LOG.removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def note(self, what: str) -> None:
        """Write down something that went wrong and was dealt with; `what` quotes nothing of a binder."""
        self._open()
        LOG.warning(what)

    def _open(self) -> None:
        """Begin to write, at the first report: most days there is none."""
        if self._handler is not None:
            return
        from logging.handlers import RotatingFileHandler

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                self.folder / "namndstod.log", maxBytes=_SIZE, backupCount=2, encoding="utf-8", delay=True
            )
        except OSError:  # a program that cannot write its log must still run
            return
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(self._handler)

    def catch_everything(self, show: Callable[[BaseException], object]) -> None:
        """Hand every error that nobody caught, in any thread, to `show`."""

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
                return
            error.__traceback__ = trace
            show(error)

        sys.excepthook = hook
        threading.excepthook = lambda a: hook(a.exc_type, a.exc_value or a.exc_type(), a.exc_traceback)


def _places(error: BaseException) -> str:
    """Return the kinds of errors and where they were raised, without their messages or source lines."""
    lines = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = [
            f"{Path(f.filename).name}:{f.lineno}:{f.name}"
            for f in traceback.extract_tb(current.__traceback__, limit=60)
        ]
        lines.append(f"{type(current).__name__} at {' > '.join(frames) or '?'}")
        current = current.__cause__ or current.__context__
    return " / because of ".join(lines)
