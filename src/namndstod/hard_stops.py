"""When the program is stopped hard (a fault in a library): where it was is kept, and told at the next start.

Python's faulthandler writes to a file of the running program in the folder of the log; an orderly end removes
it. What is left by a program that runs no more is taken by `left`. Loads next to nothing: it is begun first
of all, so that a fault of the screen's own driver is seen too.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

_BEGINS, _ENDS = "stopp-", ".txt"


class HardStops:
    """Watches over the running program, and knows what earlier ones left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[str] | None = None

    def begin(self) -> None:
        """Begin to watch. A folder that cannot be written to is no reason not to start."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = open(self._own(), "w", encoding="utf-8")  # noqa: SIM115 (until the program ends)
            faulthandler.enable(self._file, all_threads=False)

    def end(self) -> None:
        """Stop watching: the program ends as it should."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with suppress(OSError):
            self._own().unlink(missing_ok=True)

    def left(self) -> list[str]:
        """Return where earlier programs were stopped, without words of a binder, and forget it."""
        from .ui.reports import stop_in

        return [told for text in self._take() if (told := stop_in(text))]

    def _own(self) -> Path:
        return self._folder / f"{_BEGINS}{os.getpid()}{_ENDS}"

    def _take(self) -> Iterator[str]:
        with suppress(OSError):
            for path in sorted(self._folder.iterdir()):
                number = path.name.removeprefix(_BEGINS).removesuffix(_ENDS)
                if path.name != f"{_BEGINS}{number}{_ENDS}" or not number.isdecimal():
                    continue
                if path != self._own() and not _runs(int(number)):
                    with suppress(OSError):  # Windows does not remove an open file: that program runs
                        text = path.read_text(encoding="utf-8", errors="replace")
                        path.unlink()
                        yield text


def _runs(process: int) -> bool:
    """Say whether a program with that number runs; on Windows its open file answers that."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):  # or a number that no process can have
        return False
    except PermissionError:  # somebody else's
        return True
    return True
