"""Is everything there that the window needs? Texts, fonts and icons; and the window, once, on a binder."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import PySide6
from PySide6.QtCore import QEventLoop, QSettings, QTimer, qVersion
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from .application import Application, make_qt
from .memory import Memory

PATIENCE = 30_000  # milliseconds until a window that shows nothing is given up


def try_texts() -> str:
    """Load Qt's Swedish texts; return the versions. Raises RuntimeError when they are missing."""
    from .kit.theme import Theme

    qt = _qt()
    Theme(qt)
    if qt.translate("QPlatformTheme", "Cancel") != "Avbryt":
        raise RuntimeError("Qt:s svenska texter saknas")
    return f"PySide6 {PySide6.__version__}, Qt {qVersion()}, {qt.platformName()}"


def try_fonts() -> str:
    """Load our fonts; return their names. Raises RuntimeError when one is missing."""
    from .kit.theme import load_fonts

    _qt()
    families = load_fonts()
    if missing := {"Inter"} - set(families):
        raise RuntimeError(f"saknas: {', '.join(missing)}")
    return ", ".join(families)


def try_icons() -> str:
    """Draw every icon, and the program's own; return how many. Raises RuntimeError when one stays empty."""
    from .kit import icons

    _qt()
    names = icons.names()
    blank = [name for name in names if not _has_ink(icons.pixmap(name, "#000000").toImage())]
    if blank or not names:
        raise RuntimeError(f"tomma: {', '.join(blank) or 'alla'}")
    return f"{len(names)} st."


def try_window(binder: Path) -> str:
    """Open the window on `binder` and return what it showed: its size and title.

    Raises RuntimeError when the binder is not on the screen in time.
    """
    qt = _qt()
    with tempfile.TemporaryDirectory(prefix="namndstod-", ignore_cleanup_errors=True) as place:
        memory = Memory(QSettings(str(Path(place) / "trial.ini"), QSettings.Format.IniFormat))
        application = Application(qt, memory, binder)
        application.frame.show()
        shown = wait_for(lambda: application.shell is not None and application.shell.workplace is not None)
        title, size = application.frame.windowTitle(), application.frame.size()
        application.frame.close()
    if not shown:
        raise RuntimeError("fönstret visade aldrig pärmen")
    return f"{size.width()}×{size.height()}, {title}"


def _qt() -> QApplication:
    """Return the application object, made at the first call."""
    made = QApplication.instance()
    return made if isinstance(made, QApplication) else make_qt()


def _has_ink(image: QImage) -> bool:
    return any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def wait_for(condition: Callable[[], bool]) -> bool:
    """Let the window work until `condition` holds; False when it never does."""
    loop, ticks = QEventLoop(), QTimer()
    ticks.timeout.connect(lambda: loop.quit() if condition() else None)
    QTimer.singleShot(PATIENCE, loop.quit)
    ticks.start(20)
    loop.exec()
    return condition()
