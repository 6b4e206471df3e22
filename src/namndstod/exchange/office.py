"""Office programs that turn documents into PDF where one is installed: LibreOffice, or Word on Windows."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from .detect import Kind
from .package import Package
from .pdf_check import CheckedPdf, check_pdf
from .problems import CannotShow

HIDE = "NAMNDSTOD_NO_OFFICE"  # environment variable: «1» = as if no office program were installed
TIMEOUT = 120.0  # seconds for one file
# Not XLSX: LibreOffice cuts a text that is wider than its cell; our own pages hold all of it.
LIBREOFFICE_KINDS = frozenset(
    (
        Kind.DOCX,
        Kind.DOC,
        Kind.XLSB,
        Kind.XLS,
        Kind.PPTX,
        Kind.PPT,
        Kind.ODT,
        Kind.ODS,
        Kind.ODP,
        Kind.RTF,
    )
)
WORD_KINDS = frozenset((Kind.DOCX, Kind.DOC, Kind.ODT, Kind.RTF))
_WRITES = {
    **dict.fromkeys((Kind.XLS, Kind.XLSB, Kind.ODS), "calc"),
    **dict.fromkeys((Kind.PPT, Kind.PPTX, Kind.ODP), "impress"),
}
# With tags, and typefaces within the file (2 = PDF/A-2). Versions before 7.4 take no notice of what is in {}.
_TAGGED = (
    'pdf:{}_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"true"}},'
    '"PDFUACompliance":{{"type":"boolean","value":"true"}},"SelectPdfVersion":{{"type":"long","value":"2"}}}}'
)
_LIBREOFFICE_PLACES = (
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice*/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice*/program/soffice.com",
)
_WORD_PLACES = tuple(
    f"{base}/Microsoft Office{root}/Office{number}/WINWORD.EXE"
    for base in ("C:/Program Files", "C:/Program Files (x86)")
    for root in ("/root", "")
    for number in (16, 15, 14)
)
# The document is opened read-only, without macros (3 = forbidden), and never shown.
_WORD_SCRIPT = """
$ErrorActionPreference = 'Stop'
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false; $word.DisplayAlerts = 0; $word.AutomationSecurity = 3
  $document = $word.Documents.Open($env:NAMNDSTOD_SOURCE, $false, $true, $false, 'x')
  $document.ExportAsFixedFormat($env:NAMNDSTOD_TARGET, 17)
  $document.Close(0)
} finally { $word.Quit(0) }
"""


class OfficeFailed(Exception):
    """The office program gave no usable PDF; our own renderer takes over. The text is for the log."""


@dataclass(slots=True)
class Runner:
    """Runs one program at a time to its end; `stop` ends it from another thread."""

    _process: subprocess.Popen[bytes] | None = None

    def run(
        self, command: list[str], folder: Path, places: dict[str, str] | None = None, timeout: float = TIMEOUT
    ) -> str:
        """Return what the program printed. Raises OfficeFailed when it fails or takes too long."""
        try:
            process = self._process = subprocess.Popen(
                command,
                cwd=folder,
                env={**os.environ, **(places or {})},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                start_new_session=sys.platform != "win32",
            )
        except OSError as error:
            raise OfficeFailed(f"{command[0]} did not start") from error
        with process:
            try:
                out, _ = process.communicate(timeout=timeout)
            except subprocess.TimeoutExpired as error:
                raise OfficeFailed(f"{command[0]} took longer than {timeout:.0f} s") from error
            finally:
                self.stop()
        if process.returncode != 0:
            raise OfficeFailed(f"{command[0]} ended with {process.returncode}")
        return out.decode("utf-8", "replace")

    def stop(self) -> None:
        """End the program that runs and its whole family: soffice is a script that starts another."""
        process = self._process
        if process is not None and process.poll() is None:
            end_family(process)


def end_family(process: subprocess.Popen[bytes]) -> None:
    """Kill a process that leads a session of its own, and everything that it has started."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True, creationflags=subprocess.CREATE_NO_WINDOW)
    else:
        import signal

        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


class OfficeConverter(Protocol):
    """An office program."""

    @property
    def name(self) -> str:
        """What is stored as the converter: «libreoffice», «word»."""

    @property
    def version(self) -> str:
        """Version of the program."""

    def accepts(self, kind: Kind) -> bool:
        """Tell whether the program reads files of this kind."""

    def convert(self, data: bytes, kind: Kind) -> CheckedPdf:
        """Return the file as PDF. Raises OfficeFailed."""

    def stop(self) -> None:
        """End a conversion that runs in another thread."""


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """LibreOffice, run without a window and with a profile of its own: two runs may not share one."""

    program: Path
    version: str
    name: str = "libreoffice"
    runner: Runner = field(default_factory=Runner)

    def accepts(self, kind: Kind) -> bool:
        """Tell whether LibreOffice reads files of this kind."""
        return kind in LIBREOFFICE_KINDS

    def convert(self, data: bytes, kind: Kind) -> CheckedPdf:
        """Return the file as PDF. Raises OfficeFailed."""
        _refuse_broken(data, kind)
        with _folder() as folder:
            source = folder / f"fil.{kind.value}"
            source.write_bytes(data)
            profile = (folder / "profil").as_uri()
            command = [str(self.program), "--headless", "--norestore", "--nolockcheck", "--nodefault"]
            command += [
                f"-env:UserInstallation={profile}",
                "--convert-to",
                _TAGGED.format(_WRITES.get(kind, "writer")),
                "--outdir",
                str(folder),
                str(source),
            ]
            self.runner.run(command, folder)
            return _checked(folder / "fil.pdf")

    def stop(self) -> None:
        """End a conversion that runs in another thread."""
        self.runner.stop()


@dataclass(frozen=True, slots=True)
class Word:
    """Microsoft Word on Windows, driven by a PowerShell child. Untried on a real Windows."""

    version: str
    name: str = "word"
    runner: Runner = field(default_factory=Runner)

    def accepts(self, kind: Kind) -> bool:
        """Tell whether Word reads files of this kind."""
        return kind in WORD_KINDS

    def convert(self, data: bytes, kind: Kind) -> CheckedPdf:
        """Return the file as PDF. Raises OfficeFailed."""
        _refuse_broken(data, kind)
        with _folder() as folder:
            source, target = folder / f"fil.{kind.value}", folder / "fil.pdf"
            source.write_bytes(data)
            command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", _WORD_SCRIPT]
            places = {"NAMNDSTOD_SOURCE": str(source), "NAMNDSTOD_TARGET": str(target)}
            self.runner.run(command, folder, places)
            return _checked(target)

    def stop(self) -> None:
        """End a conversion that runs in another thread."""
        self.runner.stop()


def find_office() -> OfficeConverter | None:
    """Return the office program to use, or None: LibreOffice first, which reads most kinds, else Word."""
    if os.environ.get(HIDE, "") not in ("", "0"):
        return None
    program = _libreoffice()
    if program is not None and (version := _libreoffice_version(program)):
        return LibreOffice(program, version)
    if sys.platform == "win32":
        for place in _WORD_PLACES:
            if Path(place).exists():
                return Word(Path(place).parent.name.removeprefix("Office"))
    return None


def _libreoffice() -> Path | None:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    for place in _LIBREOFFICE_PLACES:
        path = Path(place)
        root = Path(path.anchor)
        # A pattern of a foreign system has no anchor here and finds nothing.
        matches = sorted(root.glob(str(path.relative_to(root)))) if path.is_absolute() else []
        if matches:
            return matches[-1]
    return None


def _libreoffice_version(program: Path) -> str:
    """Return «7.4.7.2», or «» when the program does not answer."""
    with _folder() as folder:
        command = [str(program), f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--version"]
        try:
            answer = Runner().run(command, folder, timeout=60)
        except OfficeFailed:
            return ""
    match = re.search(r"\d+(\.\d+)+", answer)
    return match[0] if match else ""


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    """A folder of its own for one run; what a program still holds open in it is left to the system."""
    with tempfile.TemporaryDirectory(prefix="namndstod-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _refuse_broken(data: bytes, kind: Kind) -> None:
    """Raise OfficeFailed for a broken package: office programs make pages of garbage without a word."""
    if kind in (Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS, Kind.ODP):
        try:
            package = Package(data)
            for part in package.names:
                package.part(part)
        except CannotShow as error:
            raise OfficeFailed(str(error)) from error


def _checked(path: Path) -> CheckedPdf:
    """Return the PDF that an office program wrote, if it is one with something on its pages."""
    try:
        pdf = check_pdf(path.read_bytes())
    except (OSError, CannotShow) as error:
        raise OfficeFailed("no usable PDF was written") from error
    if pdf.empty:
        raise OfficeFailed("the PDF has nothing on its pages")
    return pdf
