"""Starts the window: one QApplication, the frame at once, everything else when the frame is on the screen.

Works without a console (sys.stdout is None). Settings and log lie in the user's own place.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from .frame import Frame, commit_typing
from .memory import Memory, open_memory

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from ..hard_stops import HardStops
    from .shell import Shell

SWITCH = 0.001
"""Seconds that a busy thread keeps Python from the window, which asks for it many times while it paints."""


class Application:
    """The running program: Qt, the frame, and the shell that fills it."""

    def __init__(
        self, qt: QApplication, memory: Memory, binder: Path | None, stops: HardStops | None = None
    ) -> None:
        self.qt = qt
        self.stops = stops
        self.memory = memory
        self.shell: Shell | None = None
        self._binder = binder
        self.frame = Frame(_dark(qt, memory), self._fill)
        self._as_it_was = self.frame.restoreGeometry(memory.geometry)
        self.frame.before_close(self.close)
        qt.commitDataRequest.connect(self._commit)

    def open(self) -> None:
        """Show the window: as it was left, or so that it fits on the screen.

        Qt does not restore what was left on a screen of quite another size, or at another scale.
        """
        if not self._as_it_was:
            self.frame.fit()
        self.frame.show()

    def close(self) -> None:
        """Store what is being typed and let go of the binder."""
        self.memory.geometry = self.frame.saveGeometry()
        if self.shell is not None:
            self.shell.close()
        self.memory.save()

    def _fill(self) -> None:
        from ..folders import log_folder
        from .about.program_icon import program_icon
        from .reports import Reports
        from .shell import Shell

        reports = Reports(log_folder())
        self.shell = Shell(self.qt, self.frame, self.memory, reports)
        reports.catch_everything(self._caught)
        self.shell.start(self._binder)
        if self.stops is not None:
            self.shell.tell_of_stops(self.stops.left())
        self.frame.setWindowIcon(program_icon())
        gc.freeze()  # what is loaded stays; no later search for garbage goes through it
        sys.setswitchinterval(SWITCH)  # not before: while starting, threads that take turns only cost

    def _caught(self, error: BaseException) -> None:
        """Show what nobody caught, from any thread."""
        shell = self.shell
        if shell is not None:
            shell.background.tell(lambda: shell.faces.show(error))

    def _commit(self, manager: QSessionManager) -> None:
        """The session ends (logout, shutdown): store what is typed; the rest is stored already."""
        commit_typing()
        if self.shell is not None:
            self.shell.remember_place()
        self.memory.save()


def run(binder: Path | None = None) -> int:
    """Open the window, on `binder` or where one was last; return the exit code."""
    from ..folders import log_folder  # not above: PySide reads the source of what is loaded before the kit
    from ..hard_stops import HardStops

    stops = HardStops(log_folder())
    stops.begin()
    try:
        qt = make_qt()
        application = Application(qt, open_memory(), binder, stops)
        application.open()
        return qt.exec()
    finally:
        stops.end()


def make_qt() -> QApplication:
    """Make the application object, named so that every platform finds its window and its settings.

    Scale factors like 125 % are taken as they are, which is what Qt 6 does by itself.
    """
    gc.disable()  # starting makes no garbage worth a search; the window's Sweeper takes over
    qt = QApplication(["namndstod"])
    qt.setOrganizationName("Namndstod")
    qt.setApplicationName("namndstod")
    qt.setApplicationDisplayName("Nämndstöd")
    qt.setDesktopFileName("namndstod")
    return qt


def _dark(qt: QApplication, memory: Memory) -> bool:
    """Say whether the frame is dark. Asks nothing of the namespace Qt: loading it delays the first frame."""
    if memory.scheme == "system":
        return qt.palette().window().color().lightness() < 128
    return memory.scheme == "dark"


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
