"""Office programs: found, hidden, and not believed blindly."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from namndstod.exchange.detect import Kind
from namndstod.exchange.office import HIDE, LibreOffice, OfficeFailed, Runner, Word, find_office

from .tools import pdf
from .word_files import body, paragraph

posix = pytest.mark.skipif(sys.platform == "win32", reason="stands in for a program with a shell script")


def program(folder: Path, script: str) -> Path:
    """Return a stand-in for soffice; «$OUT» is where it shall write."""
    path = folder / "soffice"
    find_out = 'while [ $# -gt 1 ]; do [ "$1" = --outdir ] && OUT="$2/fil.pdf"; shift; done\n'
    path.write_text(f"#!/bin/sh\n{find_out}{script}\n")
    path.chmod(0o755)
    return path


def test_hidden_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HIDE, "1")
    assert find_office() is None


@posix
def test_found_on_the_path_with_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HIDE, raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    path = program(tmp_path, 'echo "LibreOffice 24.2.1.5 abc"')
    found = find_office()
    assert isinstance(found, LibreOffice)
    assert (found.program, found.version) == (path, "24.2.1.5")


@posix
def test_a_program_that_does_not_answer_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HIDE, raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    program(tmp_path, "exit 3")
    assert find_office() is None


@posix
@pytest.mark.parametrize(
    "script", ["exit 0", "exit 1", 'echo rubbish > "$OUT"'], ids=["writes nothing", "fails", "writes rubbish"]
)
def test_no_usable_pdf_is_a_failure(tmp_path: Path, script: str) -> None:
    office = LibreOffice(program(tmp_path, script), "1")
    with pytest.raises(OfficeFailed):
        office.convert(body(paragraph("x")), Kind.DOCX)


@posix
def test_pages_with_nothing_on_them_are_not_believed(tmp_path: Path) -> None:
    (tmp_path / "tom.pdf").write_bytes(pdf())
    office = LibreOffice(program(tmp_path, f'cp "{tmp_path}/tom.pdf" "$OUT"'), "1")
    with pytest.raises(OfficeFailed, match="nothing"):
        office.convert(body(paragraph("x")), Kind.DOCX)


@posix
def test_a_broken_package_never_reaches_the_program(tmp_path: Path) -> None:
    office = LibreOffice(program(tmp_path, f'touch "{tmp_path}/asked"'), "1")
    with pytest.raises(OfficeFailed):
        office.convert(body(paragraph("x"))[:4000], Kind.DOCX)
    assert not (tmp_path / "asked").exists()


@posix
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    script = tmp_path / "hang"
    script.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {tmp_path}/child\nwait\n")
    script.chmod(0o755)
    with pytest.raises(OfficeFailed, match="longer"):
        Runner().run([str(script)], tmp_path, timeout=0.5)
    child = int((tmp_path / "child").read_text())
    stat = Path(f"/proc/{child}/stat")
    assert not stat.exists() or stat.read_text().split()[2] == "Z"


def test_a_program_that_is_not_there_fails_politely(tmp_path: Path) -> None:
    with pytest.raises(OfficeFailed):
        Runner().run([str(tmp_path / "saknas")], tmp_path)


def test_each_program_takes_its_own_kinds() -> None:
    assert LibreOffice(Path("x"), "1").accepts(Kind.XLS)
    assert Word("16").accepts(Kind.DOC)
    assert not Word("16").accepts(Kind.XLSX)
    assert not LibreOffice(Path("x"), "1").accepts(Kind.EML)
