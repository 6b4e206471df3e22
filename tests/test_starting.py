"""Around the window: where things are kept, and what is told when the program breaks or is stopped."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from namndstod import folders, startup
from namndstod.hard_stops import HardStops
from namndstod.ui import reports
from namndstod.ui.reports import Reports, places_in, stop_in

SECRET = "Karin Ek yrkar avslag"


# --- folders


@pytest.mark.parametrize(
    ("platform", "settings", "logs"),
    [
        ("linux", ".config/Namndstod/namndstod.ini", ".local/state/Namndstod/logg"),
        ("win32", "AppData/Roaming/Namndstod/namndstod.ini", "AppData/Local/Namndstod/logg"),
        ("darwin", "Library/Application Support/Namndstod/namndstod.ini", "Library/Logs/Namndstod"),
    ],
)
def test_settings_and_logs_lie_where_the_system_wants_them(
    platform: str, settings: str, logs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert folders.settings_file() == tmp_path / settings
    assert folders.log_folder() == tmp_path / logs


def test_the_system_may_say_another_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", "relative is no place")
    assert folders.settings_folder() == tmp_path / "Namndstod"
    assert folders.log_folder().is_relative_to(Path.home())


# --- reports


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Reports]:
    made = Reports(tmp_path / "logg")
    yield made
    made.close()


def read(kept: Reports) -> str:
    return "".join(p.read_text(encoding="utf-8") for p in sorted(kept.folder.iterdir()))


def test_neither_log_nor_report_holds_messages_values_or_paths(kept: Reports, tmp_path: Path) -> None:
    def break_down(secret: str) -> None:
        raise FileNotFoundError(2, f"{secret} saknas", str(tmp_path / secret))

    try:
        break_down(SECRET)
    except FileNotFoundError as error:
        report = kept.write(error)
    for text in (read(kept), report.text):
        assert "FileNotFoundError at test_starting.py" in text
        assert report.id in text
        assert "Karin" not in text
        assert str(tmp_path) not in text
        assert os.sep + "tests" not in text


def test_a_bug_of_the_worker_is_told_by_its_places(kept: Reports) -> None:
    class WorkerBug(Exception):
        pass

    trace = (
        "Traceback (most recent call last):\n"
        '  File "D:\\karin\\namndstod\\worker.py", line 60, in answer\n'
        f"    return self._draw(x)\nnamndstod.Odd: {SECRET}\nEk: mer text\nTraceback\n"
    )
    report = kept.write(WorkerBug(trace))
    assert "namndstod.Odd at worker.py:60:answer" in report.text
    assert "arin" not in report.text + read(kept)
    assert "Ek" not in report.text
    assert places_in(f"{SECRET}: {SECRET}") == "error at ?"


def test_what_modules_log_is_in_the_file_without_what_they_quote(kept: Reports) -> None:
    log = logging.getLogger("namndstod.exchange.prov")
    try:
        raise ValueError(SECRET)
    except ValueError:
        log.exception("reading of %s failed", SECRET)
    text = read(kept)
    assert "namndstod.exchange.prov: reading of %s failed ValueError at test_starting.py" in text
    assert "Karin" not in text
    assert "Traceback" not in text


def test_the_worker_logs_without_what_it_reads() -> None:
    program = (
        "import logging, sys; from namndstod import worker; worker._log_quietly()\n"
        "try: int(sys.argv[1])\n"
        "except ValueError: logging.getLogger('namndstod.x').exception('odd %s', sys.argv[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, SECRET], capture_output=True, text=True, check=True, timeout=60
    )
    assert "namndstod.x: odd %s ValueError at" in done.stderr
    assert "Karin" not in done.stderr


def test_the_log_rotates(kept: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "_SIZE", 300)
    for _ in range(20):
        kept.write(ValueError())
    files = sorted(p.name for p in kept.folder.iterdir())
    assert files == ["namndstod.log", "namndstod.log.1", "namndstod.log.2"]
    assert all(p.stat().st_size < 1000 for p in kept.folder.iterdir())
    assert logging.getLogger("namndstod").propagate is False


# --- hard stops

STOP = """
import faulthandler, sys
from pathlib import Path
from namndstod.hard_stops import HardStops
HardStops(Path(sys.argv[1])).begin()
if sys.argv[2] == "stop":
    faulthandler._sigsegv()
"""


def run(folder: Path, how: str) -> int:
    return subprocess.run([sys.executable, "-c", STOP, str(folder), how], check=False, timeout=60).returncode


def test_a_hard_stop_is_told_at_the_next_start_and_once(tmp_path: Path) -> None:
    assert run(tmp_path, "stop") != 0
    (told,) = HardStops(tmp_path).left()
    assert told.startswith("Hard stop (Segmentation fault) at <string>:7:<module>")
    assert HardStops(tmp_path).left() == []
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_was_killed_leaves_nothing_to_tell(tmp_path: Path) -> None:
    assert run(tmp_path, "end") == 0  # without `end()`: as when the power goes
    assert len(list(tmp_path.iterdir())) == 1
    assert HardStops(tmp_path).left() == []
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_no_possible_program_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / f"stopp-{'9' * 20}.txt").write_text("")
    assert HardStops(tmp_path).left() == []
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_runs_keeps_its_file(tmp_path: Path) -> None:
    other = tmp_path / f"stopp-{os.getppid()}.txt"
    other.write_text("Fatal Python error: Aborted\n")
    (tmp_path / "namndstod.log").write_text("Fatal Python error: Aborted\n")
    assert HardStops(tmp_path).left() == []
    assert len(list(tmp_path.iterdir())) == 2


def test_what_faulthandler_writes_is_read_without_folders() -> None:
    text = (
        "Windows fatal exception: code 0x8001010d\n\nCurrent thread 0x1 (most recent call first):\n"
        '  File "D:\\karin\\AppData\\x.py", line 3 in hold\n'
    )
    assert stop_in(text) == ""
    assert stop_in(text + "Windows fatal exception: access violation\n" + text.partition("\n")[2]) == (
        "Hard stop (access violation) at x.py:3:hold < x.py:3:hold"
    )


# --- before the window

BREAK = """
import sys
from pathlib import Path
told = Path(sys.argv.pop(1))
sys.stderr = sys.stdout = None
from namndstod import cli, startup
startup._show_box = lambda title, text, error: told.write_text(title + text, encoding="utf-8")
import namndstod.ui.application as application
def broken(binder):
    if binder is None:
        raise ValueError("Karin Ek")
    sys.excepthook(ValueError, ValueError("Karin Ek"), None)
application.run = broken
sys.exit(cli.main_window())
"""


@pytest.mark.parametrize("more", [[], ["pärm"]], ids=["while starting", "in the event loop"])
def test_a_bug_before_the_window_is_shown_without_a_console(tmp_path: Path, more: list[str]) -> None:
    told = tmp_path / "visat"
    environment = os.environ | {"XDG_STATE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", BREAK, str(told), *more], check=False, timeout=60, env=environment
    )
    assert ended.returncode == 1
    text = told.read_text(encoding="utf-8")
    assert text.startswith("Nämndstöd kunde inte starta")
    assert "ValueError at" in text
    assert "Karin" not in text
    (log,) = tmp_path.rglob("namndstod.log")
    assert "Karin" not in log.read_text(encoding="utf-8")


def test_a_message_goes_to_standard_error_where_there_is_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(startup, "_show_box", lambda title, text, error: shown.append(text))
    startup.show_message("Rubrik", "text")
    assert capsys.readouterr().err == "Rubrik\ntext\n"
    assert shown == ["text"]
