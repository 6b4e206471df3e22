"""Try the installer as a laptop would get it, under wine: `xvfb-run -a python installer/windows/trial.py`.

Needs `python installer/build.py windows` before it, wine (64 bits) and a display. Installs an older
version, works in it, upgrades, uninstalls, reads wine's registry, and runs the program itself. One line
per check; exit code 1 when one fails. Wine is no Windows: what it cannot show is printed last.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installer import product
from installer.leave_out import reason_to_leave_out
from installer.windows import build, downloads, launcher, pack
from installer.windows.tree import LIST, PACKAGES, finish
from installer.windows.wine import Wine

OLDER = "0.0.1"
OLD_ONLY = f"{PACKAGES}/namndstod/removed_since.py"  # a file that the next version no longer has
RUNNING = 32  # exit codes of namndstod.nsi
ARP = rf"software\microsoft\windows\currentversion\uninstall\{product.SHORT_NAME}".lower()
CLASSES = r"software\classes"
TYPE = rf"{CLASSES}\{product.FILE_TYPE_KEY}".lower()
SUFFIX = rf"{CLASSES}\{product.FILE_SUFFIX}"
UNINSTALLER = "avinstallera.exe"
LINK = f"{product.NAME}.lnk"
QT_OF_WINE = Path(__file__).resolve().parent / "requirements-wine.lock"

NOT_SHOWN = """Not shown here, because wine is not Windows:
- the window on a screen: Qt's part for Windows asks for what wine 8 lacks; offscreen it opens. Two libraries
  that wine 8 lacks altogether (Windows' ICU and random numbers) are put in their place: wine_lacks.c
- the question of Windows for an administrator, SmartScreen, AppLocker and WDAC, antivirus, the taskbar
- signatures: Windows checks them itself; here osslsigncode has looked at those of the parts
- printing, dropping from Outlook, Word as converter, OneDrive, other people signed in at the same time"""


class Trial:
    """The checks, and what they hand on to each other."""

    def __init__(self, scratch: Path, newest: Path) -> None:
        self.scratch = scratch
        self.newest = newest
        self.version = product.version()
        self.wine = Wine(scratch / "prefix")
        self.failed = 0
        self.binders = scratch / "Mina pärmar"
        self.before: dict[str, str] = {}

    def check(self, what: str, holds: bool, otherwise: str = "") -> None:
        """Print a line; count it when it does not hold."""
        print(
            f"{'ok ' if holds else 'FEL'} {what}{f': {otherwise}' if otherwise and not holds else ''}",
            flush=True,
        )
        self.failed += not holds

    @property
    def folder(self) -> Path:
        """Where the program is installed for one person."""
        return self.wine.here(self.registered("user", ARP, "InstallLocation") or r"C:\nowhere")

    @property
    def program(self) -> Path:
        """The program with a console."""
        return self.folder / f"{product.COMMAND}.exe"

    def registered(self, hive: str, key: str, name: str = "") -> str:
        """Return a value of the registry, "" when there is none."""
        return self.wine.registry(hive).get((key, name), "")

    def install(self, installer: Path, *switches: str) -> int:
        """Run an installer silently; return its exit code."""
        code = self.wine.run_silently(installer, "/S", *switches)
        self.wine.wait()
        return code

    def uninstall(self, folder: Path) -> None:
        """Run the uninstaller silently; it goes on in a copy of itself, which is waited for."""
        self.wine.run_silently(folder / UNINSTALLER, "/S")
        self.wine.wait()


def first_installation(trial: Trial) -> None:
    """An older version is installed, without a switch: for this person alone."""
    older = _older_installer(trial)
    trial.check("the older version is installed silently, without switches", trial.install(older) == 0)
    told = trial.registered("user", ARP, "DisplayVersion")
    trial.check(f"Windows' list of programs says {OLDER}", told == OLDER, told)
    home = trial.folder
    local = trial.wine.drive / "users"
    per_user = home.is_relative_to(local) and home.parts[-4:-1] == ("AppData", "Local", "Programs")
    trial.check("it lies in the person's own folder", per_user, str(home))
    trial.check("a file of the older version is there", (home / OLD_ONLY).is_file())
    _all_there(trial, "every file is as it was packed")


def work_in_it(trial: Trial) -> None:
    """Something of the person's own comes into being: a binder and settings."""
    trial.binders.mkdir()
    binder = trial.binders / "Tillväxtnämnden"
    made = trial.wine.run(trial.program, "demo", trial.wine.there(binder))
    trial.check("a binder is made by the installed program", made.code == 0, made.said)
    settings = (
        next((trial.wine.drive / "users").glob("*/AppData/Roaming")) / product.SHORT_NAME / "namndstod.ini"
    )
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("[person]\nnamn=Åsa Öberg\n", encoding="utf-8")
    own = trial.folder / "eget" / "anteckning.txt"  # nobody should, but somebody will
    own.parent.mkdir()
    own.write_text("mitt", encoding="utf-8")
    trial.before = _hashes(trial.binders) | _hashes(settings.parent)


def refuse_while_running(trial: Trial) -> None:
    """The program is not replaced under somebody's hands."""
    packages = trial.folder / PACKAGES  # the last to be loaded
    running = trial.wine.start(trial.program, "--worker")
    try:
        loaded = _wait_for(packages)
        code = trial.wine.run_silently(trial.newest, "/S")
        trial.check(
            "the installer refuses while the program runs", loaded and code == RUNNING, f"exit code {code}"
        )
    finally:
        assert running.stdin is not None
        running.stdin.close()
        running.wait(60)
    told = trial.registered("user", ARP, "DisplayVersion")
    trial.check("and has changed nothing", told == OLDER and (trial.folder / OLD_ONLY).is_file(), told)


def upgrade(trial: Trial) -> None:
    """The next file is run over it."""
    trial.check("the new version is installed over the older", trial.install(trial.newest) == 0)
    told = trial.registered("user", ARP, "DisplayVersion")
    trial.check(f"Windows' list of programs says {trial.version}", told == trial.version, told)
    trial.check("what only the older version had is gone", not (trial.folder / OLD_ONLY).exists())
    _all_there(trial, "every file is as it was packed, and nothing else but what was put there")
    _own_untouched(trial)


def read_back(trial: Trial) -> None:
    """Start menu, file type and list of programs, as wine's registry has them."""
    menus = list(
        (trial.wine.drive / "users").glob(f"*/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/{LINK}")
    )
    trial.check("it stands in the start menu", len(menus) == 1)
    kind = trial.registered("user", SUFFIX)
    trial.check(f"{product.FILE_SUFFIX} is a binder", kind == product.FILE_TYPE_KEY, kind)
    called = trial.registered("user", TYPE)
    trial.check(f"which is called {product.FILE_TYPE_NAME}", called == product.FILE_TYPE_NAME, called)
    window = trial.wine.there(trial.folder / f"{product.WINDOW_COMMAND}.exe")
    opened = trial.registered("user", rf"{TYPE}\shell\open\command")
    trial.check("which the window opens", opened.lower() == f'"{window}" "%1"'.lower(), opened)
    icon = trial.registered("user", rf"{TYPE}\defaulticon")
    trial.check("which has an icon of its own", icon.lower() == f"{window},1".lower(), icon)
    quiet = trial.registered("user", ARP, "QuietUninstallString")
    trial.check("it can be uninstalled silently", quiet.endswith(f'{UNINSTALLER}" /S'), quiet)
    size = trial.registered("user", ARP, "EstimatedSize")
    trial.check("its size is told", size.startswith("dword:") and int(size[6:], 16) > 100_000, size)
    keys = {key for key, _ in trial.wine.registry("system")}
    trial.check("nothing stands among what is for all users", ARP not in keys and TYPE not in keys)


def run_it(trial: Trial) -> None:
    """The program tests itself, and writes nothing beside itself."""
    before = _hashes(trial.folder)
    for what, switches in (("--self-test --no-window", ("--no-window",)), ("--self-test, offscreen", ())):
        done = trial.wine.run(trial.program, "--self-test", *switches)
        print("    " + "\n    ".join(done.said.splitlines()))
        trial.check(f"{what}, with the locked versions", done.code == 0)
    # nothing of the machine's own Python counts: a wrong one is put in its way
    strange = trial.scratch / "strange"
    strange.mkdir()
    (strange / "json.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    path = trial.wine.there(strange)
    done = trial.wine.run(trial.program, "--version", PYTHONPATH=path, PYTHONHOME=path)
    trial.check("another Python's settings are not looked at", done.code == 0, done.said)
    binder = trial.wine.there(trial.binders / "Tillväxtnämnden")
    target = trial.scratch / "protokoll.pdf"
    made = trial.wine.run(trial.program, "make", "protokoll", binder, "-o", trial.wine.there(target))
    trial.check(
        "a protokoll is made, by the worker",
        made.code == 0 and target.read_bytes()[:5] == b"%PDF-",
        made.said,
    )
    trial.check("nothing is written beside the program", _hashes(trial.folder) == before)


def open_window(trial: Trial) -> None:
    """The window opens with the last Qt that wine runs as it is."""
    folder = trial.scratch / "with an older Qt"
    shutil.copytree(trial.folder, folder)
    packages = folder / PACKAGES
    for name in ("PySide6", "shiboken6"):
        shutil.rmtree(packages / name)
    for wheel in downloads.wheels(QT_OF_WINE):
        for path in downloads.unpack_wheel(wheel, packages):
            of_addons = wheel.name.startswith("pyside6_addons") and "Pdf" not in path
            if of_addons or reason_to_leave_out(path):
                (packages / path).unlink()
    done = trial.wine.run(folder / f"{product.COMMAND}.exe", "--self-test")
    print("    " + "\n    ".join(done.said.splitlines()))
    trial.check("--self-test with the window, offscreen, with PySide6 6.9.3", done.code == 0)


def uninstall(trial: Trial) -> None:
    """It goes as it came; what is the person's own stays."""
    home = trial.folder
    trial.uninstall(home)
    left = sorted(p.relative_to(home).as_posix() for p in home.rglob("*") if p.is_file())
    trial.check(
        "the program is gone, and nothing but the program",
        left == ["eget/anteckning.txt"],
        ", ".join(left[:5]),
    )
    keys = {key for key, _ in trial.wine.registry("user")}
    trial.check("it is gone from the list of programs", ARP not in keys)
    trial.check("the file type is gone", TYPE not in keys and SUFFIX not in keys)
    menus = list((trial.wine.drive / "users").rglob(LINK))
    trial.check("it is gone from the start menu and the desktop", not menus)
    _own_untouched(trial)


def for_all_users(trial: Trial) -> None:
    """An administrator rolls it out."""
    trial.check("/ALLUSERS /S", trial.install(trial.newest, "/ALLUSERS", "/DESKTOP") == 0)
    place = trial.registered("system", ARP, "InstallLocation")
    trial.check(
        "it lies among the programs of the computer",
        place == rf"C:\Program Files\{product.SHORT_NAME}",
        place,
    )
    kind = trial.registered("system", SUFFIX)
    trial.check("the file type is everybody's", kind == product.FILE_TYPE_KEY, kind)
    links = [p.relative_to(trial.wine.drive).as_posix() for p in trial.wine.drive.rglob(LINK)]
    everybody = all(link.lower().startswith(("programdata", "users/public")) for link in links)
    trial.check("start menu and desktop are everybody's", len(links) == 2 and everybody, ", ".join(links))
    done = trial.wine.run(trial.wine.here(place) / f"{product.COMMAND}.exe", "--version")
    trial.check("it starts from there", done.code == 0 and trial.version in done.said, done.said)
    trial.uninstall(trial.wine.here(place))
    gone = not trial.wine.here(place).exists() and not trial.registered("system", ARP, "DisplayName")
    trial.check("it is uninstalled for everybody", gone)


def elsewhere(trial: Trial) -> None:
    """Another folder, with Swedish letters, blanks and a long name."""
    place = "C:\\Program på prov\\" + "\\".join(["en mapp med ett långt namn"] * 3)
    # as words of their own: wine would put quotation marks around, and those NSIS does not take
    code = trial.install(trial.newest, *f"/D={place}".split(" "))
    home = trial.wine.here(place)
    trial.check(
        "/D= with å, blanks and a long name", code == 0 and (home / LIST).is_file(), f"exit code {code}"
    )
    done = trial.wine.run(home / f"{product.COMMAND}.exe", "--self-test", "--no-window")
    trial.check("--self-test --no-window from there", done.code == 0, done.said)
    trial.uninstall(home)
    trial.check(
        "it is uninstalled from there, and its folder alone", home.parent.is_dir() and not home.exists()
    )


STEPS: tuple[Callable[[Trial], None], ...] = (
    first_installation, work_in_it, refuse_while_running, upgrade, read_back, run_it, open_window, uninstall,
    for_all_users, elsewhere,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Do every step; return 1 when a check failed."""
    parser = argparse.ArgumentParser(prog="trial.py", description="Try the installer of Windows under wine.")
    parser.add_argument("--installer", type=Path, default=build.OUT / pack.file_name(product.version()))
    parser.add_argument("--scratch", type=Path, help="a folder to work in, kept afterwards")
    parser.add_argument("--only", nargs="+", choices=[step.__name__ for step in STEPS], default=[])
    options = parser.parse_args(arguments)
    scratch = options.scratch or Path(tempfile.mkdtemp(prefix="namndstod-wine-"))
    trial = Trial(scratch.resolve(), options.installer.resolve())
    trial.wine.begin()
    try:
        for step in STEPS:
            if not options.only or step.__name__ in options.only:
                print(f"== {step.__doc__}")
                step(trial)
    finally:
        trial.wine.end()
        if options.scratch is None:
            shutil.rmtree(scratch, ignore_errors=True)
    print(NOT_SHOWN)
    print(f"{trial.failed} checks failed" if trial.failed else "all checks hold")
    return 1 if trial.failed else 0


def _older_installer(trial: Trial) -> Path:
    """Pack an older version of the same tree, with a file that the newer lacks."""
    folder = trial.scratch / "older"
    shutil.copytree(build.TREE, folder)
    launcher.build(folder, trial.scratch, OLDER)
    (folder / OLD_ONLY).write_text("# removed in the next version\n", encoding="ascii")
    finish(folder)
    return pack.pack(folder, trial.scratch / "packing", trial.scratch, OLDER, quick=True)


def _hashes(folder: Path) -> dict[str, str]:
    files = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def _all_there(trial: Trial, what: str) -> None:
    """Compare what is installed with its list."""
    home = trial.folder
    lines = (home / LIST).read_text("ascii").splitlines()
    wanted = {line[66:]: line[:64] for line in lines}
    there = {Path(p).relative_to(home).as_posix().replace("/", "\\"): h for p, h in _hashes(home).items()}
    more = set(there) - set(wanted) - {LIST, UNINSTALLER, "eget\\anteckning.txt"}
    wrong = [path for path, digest in wanted.items() if there.get(path) != digest]
    trial.check(f"{what} ({len(wanted)} files)", not more and not wrong, f"{sorted(more)[:3]} {wrong[:3]}")


def _wait_for(folder: Path) -> bool:
    """Wait until a process has loaded a library of a folder; at most two minutes."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                started = product.COMMAND.encode() in (process / "cmdline").read_bytes()
                if started and f"{folder}/" in (process / "maps").read_text(errors="replace"):
                    return True
        time.sleep(0.2)
    return False


def _own_untouched(trial: Trial) -> None:
    settings = (trial.wine.drive / "users").glob(f"*/AppData/Roaming/{product.SHORT_NAME}")
    now = _hashes(trial.binders)
    for folder in settings:
        now |= _hashes(folder)
    trial.check(f"binders and settings are untouched ({len(now)} files)", now == trial.before)


if __name__ == "__main__":
    sys.exit(main())
