"""Reports of bugs: a rotating log in the user's place, and a text that the person can read and pass on.

A report holds where in the program something broke, never what was in the binder: the message of an unknown
error may quote a text, so only its type is written; and of paths only names of the program's own files.
Loads nothing of Qt: it must work when Qt does not.
"""

from __future__ import annotations

import logging
import platform
import re
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
FILE = "namndstod.log"
_SIZE = 512_000  # bytes a file, of which there are three
_FRAME = re.compile(r'^ +File "([^"\n]+)", line (\d+),? in ([\w<>.]+)', re.MULTILINE)
_SLASH = re.compile(r"[/\\]")
_REASON = re.compile(r"^(?:Fatal Python error|Windows fatal exception): ([A-Za-z ]+)", re.MULTILINE)
_HARMLESS = re.compile(r"^Windows fatal exception: code 0x8001\w+$", re.MULTILINE)
"""Windows' refusals of calls between programs: faulthandler tells of them, but nothing has stopped."""


@frozen
class Report:
    """A bug that was written down; `text` is all that is known of it."""

    id: str
    when: datetime
    folder: Path
    text: str = ""


class Quiet(logging.Formatter):
    """Writes of an error only its places, and of what other modules log only the words of their own."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        text = record.getMessage() if record.name == LOG.name else f"{record.name}: {record.msg}"
        error = record.exc_info[1] if record.exc_info else None
        places = places_of(error).replace("\n", " / ") if error is not None else ""
        return " ".join(filter(None, (self.formatTime(record), record.levelname, text, places)))


class _Opening(logging.Handler):
    """Has the file opened at the first thing that is logged: most days there is none."""

    def __init__(self, opened: Callable[[], logging.Handler | None]) -> None:
        super().__init__()
        self._opened = opened

    def emit(self, record: logging.LogRecord) -> None:
        """Hand the record on to the file."""
        handler = self._opened()
        if handler is not None:
            handler.handle(record)


class Reports:
    """Writes reports to `folder`/namndstod.log, and what any module of the program logs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handler: logging.Handler | None = None
        self._opening = _Opening(self._opened)
        LOG.setLevel(logging.INFO)
        LOG.propagate = False
        LOG.addHandler(self._opening)

    def write(self, error: BaseException) -> Report:
        """Write down a bug and return its report."""
        return self.write_places(places_of(error))

    def write_places(self, places: str) -> Report:
        """Write down what is told without words of a binder, and return its report."""
        number, when, where = uuid.uuid4().hex[:8].upper(), datetime.now().astimezone(), surroundings()
        LOG.error("%s %s %s", number, where, places.replace("\n", " / "))
        text = f"Nämndstöd, felrapport {number}\n{when:%Y-%m-%d %H.%M.%S}\n{where}\n{places}"
        return Report(number, when, self.folder, text)

    def close(self) -> None:
        """Let go of the file."""
        LOG.removeHandler(self._opening)
        if self._handler is not None:
            self._handler.close()
            self._handler = None

    def note(self, what: str) -> None:
        """Write down something that went wrong and was dealt with; `what` quotes nothing of a binder."""
        LOG.warning(what)

    def _opened(self) -> logging.Handler | None:
        if self._handler is not None:
            return self._handler
        from logging.handlers import RotatingFileHandler

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                self.folder / FILE, maxBytes=_SIZE, backupCount=2, encoding="utf-8", delay=True
            )
        except OSError:  # a program that cannot write its log must still run
            return None
        self._handler.setFormatter(Quiet())
        return self._handler

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


def surroundings() -> str:
    """Return what the program runs on: versions, nothing of who runs it."""
    qt = getattr(sys.modules.get("PySide6"), "__version__", "inte laddat")
    kind = "installerat" if getattr(sys, "frozen", False) else "Python"
    return (
        f"version={__version__} ({kind}) python={platform.python_version()} qt={qt} "
        f"system={platform.system()} {platform.release()} {platform.machine()}"
    )


def places_of(error: BaseException) -> str:
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
        if type(current).__name__ == "WorkerBug":
            lines.append(f"in the worker {places_in(str(current))}")
        current = current.__cause__ or current.__context__
    return "\nbecause of ".join(lines)


def places_in(trace: str) -> str:
    """Return the kind of an error and where it was raised, out of a printed traceback; never its message."""
    kind, after_frames = "error", False
    for line in trace.splitlines():
        if line.startswith("Traceback "):
            after_frames = True
        elif after_frames and not line.startswith(" "):  # the line after the frames; what follows is message
            kind, after_frames = line.partition(":")[0], False
    return (
        f"{kind if kind.replace('.', '').isidentifier() else 'error'} at {' > '.join(_frames(trace)) or '?'}"
    )


def stop_in(text: str) -> str:
    """Return where the program was when it was stopped hard, of what faulthandler wrote; else nothing."""
    text = _HARMLESS.sub("", text)
    reason = _REASON.search(text)
    if reason is None:
        return ""
    return f"Hard stop ({reason[1].strip()}) at {' < '.join(_frames(text)[:30]) or '?'}"


def _frames(trace: str) -> list[str]:
    """Return file, line and function of a printed traceback; of paths only the last part."""
    found = _FRAME.findall(trace)
    return [f"{_SLASH.split(file)[-1]}:{line}:{function}" for file, line, function in found]
