"""A Windows of its own to try things in: wine with an empty prefix, in a folder that is thrown away.

Programs get pipes: Python, python.org's own too, cannot start under wine with its output in a file. A
display is needed (the installer makes a window even when it is silent): `xvfb-run -a python
installer/windows/trial.py`.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

from installer.windows.launcher import tool

LACKS = ("bcryptprimitives", "icuuc")
LACKS_SOURCE = Path(__file__).resolve().parent / "wine_lacks.c"
_ESCAPED = re.compile(r'\\(x[0-9a-f]{1,4}|[\\"])')
LONGEST = 900  # seconds that one program may take


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a program. Under wine only the last eight bits of an exit code are seen."""

    code: int
    said: str


@dataclass
class Wine:
    """A wine prefix."""

    prefix: Path
    more: dict[str, str] = field(default_factory=dict)

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.prefix / "drive_c"

    def begin(self) -> None:
        """Make the prefix: a Windows 10, with what wine 8 lacks of it, where Qt draws on no screen."""
        self.prefix.mkdir(parents=True)
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win10")
        # in the registry: wine keeps variables of the machine's own Qt to itself
        self.run("reg", "add", r"HKCU\Environment", "/v", "QT_QPA_PLATFORM", "/d", "offscreen", "/f")
        self.wait()
        for name in LACKS:
            target = self.drive / "windows" / "system32" / f"{name}.dll"
            flags = ["-shared", "-Os", "-s", f"-D{name.upper()}", "-o", str(target)]
            subprocess.run([tool("gcc"), str(LACKS_SOURCE), *flags, "-ladvapi32"], check=True)

    def run(self, program: str | Path, *arguments: str, said: str = "", **more: str) -> Done:
        """Run a program of Windows (its path here, or a name in wine) to its end."""
        done = subprocess.run(
            ["wine", str(program), *arguments],
            input=said,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=self._environment(more),
            cwd=self.prefix,
            timeout=LONGEST,
            check=False,
        )
        return Done(done.returncode, (done.stdout + done.stderr).replace("\r", ""))

    def run_silently(self, program: Path, *arguments: str) -> int:
        """Run a program that says nothing; return its exit code.

        It gets no pipes: what wine starts beside it would hold them open long after its end.
        """
        return subprocess.run(
            ["wine", str(program), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._environment({}),
            cwd=self.prefix,
            timeout=LONGEST,
            check=False,
        ).returncode

    def start(self, program: str | Path, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
        """Start a program that goes on; it ends when its input is closed, or is killed."""
        return subprocess.Popen(
            ["wine", str(program), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self._environment(more),
            cwd=self.prefix,
        )

    def wait(self) -> None:
        """Wait until every program has ended, and the registry is written."""
        subprocess.run(["wineserver", "-w"], env=self._environment({}), check=False, timeout=LONGEST)

    def end(self) -> None:
        """End every program of this prefix."""
        subprocess.run(["wineserver", "-k"], env=self._environment({}), check=False)

    def registry(self, hive: str) -> dict[tuple[str, str], str]:
        r"""Return the registry as wine's files have it: («software\classes\.x», «name») → value.

        The name of a key's default is empty. `hive`: «user» (HKEY_CURRENT_USER) or «system»
        (HKEY_LOCAL_MACHINE). Keys in lower case.
        """
        self.wait()
        return parse_registry((self.prefix / f"{hive}.reg").read_text(encoding="utf-8", errors="replace"))

    def here(self, path: str) -> Path:
        """Return where a path of Windows is on this machine."""
        windows = PureWindowsPath(path)
        root = self.drive if windows.drive.lower() == "c:" else Path("/")
        return root.joinpath(*windows.parts[1:])

    def there(self, path: Path) -> str:
        """Return how Windows names a path of this machine."""
        if path.is_relative_to(self.drive):
            return str(PureWindowsPath("C:/", path.relative_to(self.drive)))
        return str(PureWindowsPath("Z:/", path.relative_to("/")))

    def _environment(self, more: dict[str, str]) -> dict[str, str]:
        settings = {
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",  # no downloads, no menus here
            "LC_ALL": "C.UTF-8",
        }
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "QT_"))}
        return kept | settings | self.more | more


def parse_registry(text: str) -> dict[tuple[str, str], str]:
    """Return what one of wine's registry files says."""
    values: dict[tuple[str, str], str] = {}
    key = ""
    for line in text.splitlines():
        if line.startswith("["):
            key = line[1 : line.rindex("]")].replace("\\\\", "\\").lower()
            values[key, "\0"] = ""  # the key itself
        elif line.startswith(('"', "@=")):
            name, _, value = ("@", "=", line[2:]) if line[0] == "@" else _split(line)
            values[key, "" if name == "@" else name] = _value(value)
    return values


def _split(line: str) -> tuple[str, str, str]:
    """Split «"name"="value"» where the name ends."""
    end = line.index('"=', 1)
    return line[1:end], "=", line[end + 2 :]


def _value(text: str) -> str:
    if not text.startswith('"'):
        return text  # dword:…, hex:…
    return _ESCAPED.sub(_plain, text[1 : text.rindex('"')])


def _plain(found: re.Match[str]) -> str:
    r"""Return the letter that wine wrote as «\x00e4», or what a backslash stands before."""
    return chr(int(found[1][1:], 16)) if found[1].startswith("x") else found[1]
