"""`namndstod --self-test`: does this installation work? What it runs on, one line per step, the sum last.

A program without a console (`namndstodw`) writes the same to a file in the folder of the log and shows it.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .folders import log_folder, program_folder, settings_folder

if TYPE_CHECKING:
    from .self_test_steps import Trial

FOLDER = "Självtest åäö"
"""What the temporary folder is called: letters and a space that a path must bear."""

Say = Callable[[str], object]


def run_self_test(window: bool = True, report: Path | None = None) -> int:
    """Run all steps; one that fails does not stop those after it. Returns 0 when all went well.

    Without `window` nothing of Qt is loaded. With `report` the lines are written to that file too.
    """
    lines: list[str] = []

    def say(line: str) -> None:
        lines.append(line)
        if sys.stdout is not None:
            print(line, flush=True)

    failed = run_steps(window, say)
    text = "".join(f"{line}\n" for line in lines)
    if report is not None:
        try:
            report.write_text(text, encoding="utf-8")
        except OSError as error:
            say(f"FEL rapporten kunde inte skrivas: {report}: {error.strerror}")
            failed += 1
    elif sys.stdout is None:
        _show(text, bool(failed))
    return 1 if failed else 0


def run_steps(window: bool, say: Say) -> int:
    """Say what the program runs on, and how each step went; return how many failed."""
    from .self_test_steps import STEPS, WINDOW_STEPS, Trial

    begun, failed = time.perf_counter(), 0
    for line in surroundings():
        say(line)
    steps = STEPS + WINDOW_STEPS if window else STEPS
    with tempfile.TemporaryDirectory(prefix="namndstod-", ignore_cleanup_errors=True) as folder:
        say(f"    tillfälligt: {folder}")
        trial = Trial(Path(folder) / FOLDER)
        trial.folder.mkdir()
        try:
            for label, step in steps:
                failed += not _try(trial, label, step, say)
        finally:
            trial.close()
    total = time.perf_counter() - begun
    say(f"{len(steps) - failed} av {len(steps)} steg gick bra ({total:.1f} s)".replace(".", ","))
    return failed


def surroundings() -> Iterator[str]:
    """Yield what the program is and where it and its own files lie."""
    kind = "installerat program" if getattr(sys, "frozen", False) else "Python"
    yield f"Nämndstöd {__version__}, självtest {datetime.now():%Y-%m-%d %H.%M}"
    yield (
        f"    Python {platform.python_version()} ({kind}), {platform.system()} {platform.release()} "
        f"{platform.machine()}"
    )
    yield f"    programmet: {program_folder()}"
    yield f"    inställningar: {settings_folder()}"
    yield f"    logg: {log_folder()}"


def _try(trial: Trial, label: str, step: Callable[[Trial], str], say: Say) -> bool:
    started = time.perf_counter()
    try:
        note, verdict = step(trial), "ok"
    except Exception as error:  # a self-test reports whatever goes wrong
        note, verdict = f"{type(error).__name__}: {error}", "FEL"
    took = f"{time.perf_counter() - started:.2f}".replace(".", ",")
    say(f"{verdict:4}{label} ({took} s){f': {note}' if note else ''}")
    return verdict == "ok"


def _show(text: str, failed: bool) -> None:
    """Write the lines where the log lies and show them: there is no console."""
    from .startup import show_message

    place = log_folder() / "självtest.txt"
    with suppress(OSError):  # what is shown is what matters
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        text += f"\n{place}"
    show_message("Självtest: något gick fel" if failed else "Självtest: allt fungerar", text, error=failed)
