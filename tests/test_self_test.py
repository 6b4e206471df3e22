"""The self-test: it does all that it says, tells what fails, and nothing is written but where it may be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import namndstod
from namndstod import self_test, self_test_steps, startup
from namndstod.cli import main
from namndstod.self_test_steps import Trial

WATCHED = """
import json, os, sys
written = set()

def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path, mode, flags = arguments
        changes = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
        if (flags or 0) & changes or (mode and set(str(mode)) & set("wax+")):
            written.add(os.path.abspath(os.fsdecode(path)))
    elif event in ("os.mkdir", "os.rename", "sqlite3.connect") and isinstance(arguments[0], (str, bytes)):
        written.add(os.path.abspath(os.fsdecode(arguments[0]).removeprefix("file:").partition("?")[0]))

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name)

sys.meta_path.insert(0, NoQt())
sys.addaudithook(watch)
from namndstod.cli import main
result = main(["--self-test", "--no-window"])
with open(sys.argv[1], "w") as file:
    json.dump([result, sorted(written)], file)
"""


def test_without_a_window_it_loads_no_qt_and_writes_nothing_outside_its_folders(tmp_path: Path) -> None:
    mine = ("tmp", "config", "state")
    for name in mine:
        (tmp_path / name).mkdir()
    environment = os.environ | {
        "TMPDIR": str(tmp_path / "tmp"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "NAMNDSTOD_NO_OFFICE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "cp1252",
    }
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path / "told")],
        capture_output=True,
        check=True,
        timeout=120,
        env=environment,
    )
    lines = done.stdout.decode("utf-8").splitlines()
    steps = [line for line in lines if not line.startswith((" ", "Nämndstöd"))]
    assert len(steps) == len(self_test_steps.STEPS) + 1
    assert [line for line in steps[:-1] if not line.startswith("ok ")] == []
    assert "14 av 14 steg gick bra" in steps[-1]
    result, written = json.loads((tmp_path / "told").read_text())
    assert result == 0
    allowed = (str(tmp_path), os.devnull)
    assert [path for path in written if not path.startswith(allowed)] == []
    assert any("tmp/namndstod-" in path for path in written)
    assert list((tmp_path / "tmp").glob("namndstod-*")) == []


def fails(trial: Trial) -> str:
    raise OSError("disken är borta")


def test_what_fails_is_told_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (("första", fails), ("andra", lambda trial: "3 s."))
    monkeypatch.setattr(self_test_steps, "STEPS", steps)
    assert main(["--self-test", "--no-window", "--report", str(tmp_path / "ut.txt")]) == 1
    lines = (tmp_path / "ut.txt").read_text(encoding="utf-8").splitlines()
    assert lines[-3].startswith("FEL första (0,00 s): OSError: disken är borta")
    assert lines[-2].startswith("ok  andra (0,00 s): 3 s.")
    assert lines[-1].startswith("1 av 2 steg gick bra")
    assert capsys.readouterr().out.splitlines() == lines


def test_without_a_console_it_is_shown_and_kept_beside_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, str, bool]] = []
    monkeypatch.setattr(self_test_steps, "STEPS", (("första", lambda trial: ""),))
    monkeypatch.setattr(self_test, "log_folder", lambda: tmp_path / "logg")
    monkeypatch.setattr(
        startup, "show_message", lambda title, text, error: shown.append((title, text, error))
    )
    monkeypatch.setattr(sys, "stdout", None)
    assert self_test.run_self_test(window=False) == 0
    ((title, text, error),) = shown
    assert (title, error) == ("Självtest: allt fungerar", False)
    assert namndstod.__version__ in text
    assert (tmp_path / "logg" / "självtest.txt").read_text(encoding="utf-8") in text


def test_a_report_that_cannot_be_written_is_a_failure_that_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(self_test_steps, "STEPS", ())
    missing = tmp_path / "finns inte" / "ut.txt"
    assert main(["--self-test", "--no-window", "--report", str(missing)]) == 1
    assert "rapporten kunde inte skrivas" in capsys.readouterr().out
