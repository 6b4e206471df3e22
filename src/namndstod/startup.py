"""From the entry point to the window: what goes wrong before there is a window must be seen all the same.

A double click gives the program no console (sys.stderr is None): a report is written and told by a box of the
system's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from .folders import log_folder


def start_window(binder: Path | None) -> int:
    """Open the window, on `binder` or where one was last; return the exit code."""
    sys.excepthook = _give_up  # until the window is there, which tells in its own way
    try:
        from .ui.application import run

        return run(binder)
    except Exception as error:
        _tell_why(error)
        return 1


def _tell_why(error: BaseException) -> None:
    """Write a report of what kept the window from opening, and show it."""
    from .ui.reports import Reports  # not before it is needed: the window is waited for

    report = Reports(log_folder()).write(error)
    show_message(
        "Nämndstöd kunde inte starta",
        "Något gick fel innan fönstret kom fram. Dina pärmar är orörda.\n\n"
        f"{report.text}\n\nRapporten ligger i {report.folder} och innehåller inget ur någon pärm. "
        "Visa den för den som sköter datorn.",
    )


def _give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End the program: a window that could not be filled would only stand empty."""
    if not issubclass(kind, KeyboardInterrupt):
        _tell_why(error.with_traceback(trace))
    os._exit(1)


def show_message(title: str, text: str, *, error: bool = True) -> None:
    """Show a message without Qt: in a box of the system's own, and on standard error where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(f"{title}\n{text}\n")
    with suppress(OSError, subprocess.SubprocessError):  # what cannot be shown is in the log
        _show_box(title, text, error)


def _show_box(title: str, text: str, error: bool) -> None:
    if sys.platform == "win32":
        import ctypes

        kind, in_front = (0x10 if error else 0x40), 0x10000
        ctypes.windll.user32.MessageBoxW(None, text, title, kind | in_front)
    elif sys.platform == "darwin":
        script = "on run argv\ndisplay alert (item 1 of argv) message (item 2 of argv)\nend run"
        subprocess.run(["osascript", "-e", script, title, text], check=False, timeout=600)
    elif _has_screen() and not (sys.stderr is not None and sys.stderr.isatty()):
        boxes = (
            (
                "zenity",
                ["--error" if error else "--info", "--no-markup", f"--title={title}", f"--text={text}"],
            ),
            ("kdialog", [f"--title={title}", "--error" if error else "--msgbox", text]),
            ("xmessage", ["-center", f"{title}\n\n{text}"]),
        )
        for name, arguments in boxes:
            if program := shutil.which(name):
                subprocess.run([program, *arguments], check=False, timeout=600)
                return


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
