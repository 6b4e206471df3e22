"""Opens the window once, on a binder, and closes it again: is everything there that it needs?"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from .application import Application, make_qt
from .memory import Memory

PATIENCE = 30_000  # milliseconds until a window that shows nothing is given up


def try_window(binder: Path) -> str:
    """Open the window on `binder` and return what it showed: its size and title.

    Raises RuntimeError when the binder is not on the screen in time, or when Swedish texts are missing.
    """
    qt = make_qt()
    with tempfile.TemporaryDirectory(prefix="namndstod-", ignore_cleanup_errors=True) as place:
        memory = Memory(QSettings(str(Path(place) / "trial.ini"), QSettings.Format.IniFormat))
        application = Application(qt, memory, binder)
        application.frame.show()
        shown = wait_for(lambda: application.shell is not None and application.shell.workplace is not None)
        title, size = application.frame.windowTitle(), application.frame.size()
        swedish = qt.translate("QPlatformTheme", "Cancel")
        application.frame.close()
    if not shown:
        raise RuntimeError("fönstret visade aldrig pärmen")
    if swedish != "Avbryt":
        raise RuntimeError("Qt:s svenska texter saknas")
    return f"{size.width()}×{size.height()}, {title}"


def wait_for(condition: Callable[[], bool]) -> bool:
    """Let the window work until `condition` holds; False when it never does."""
    loop, ticks = QEventLoop(), QTimer()
    ticks.timeout.connect(lambda: loop.quit() if condition() else None)
    QTimer.singleShot(PATIENCE, loop.quit)
    ticks.start(20)
    loop.exec()
    return condition()
