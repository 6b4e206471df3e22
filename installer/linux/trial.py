"""Try the .deb as a person would: in a bare Debian, as an ordinary user, and take it away again.

    python installer/linux/trial.py [dist/linux/namndstod_….deb] [--suite bookworm] [--picture window.png]

As root, with debootstrap, Xvfb, xdotool and ImageMagick. Prints each check; exit code 1 when one fails.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installer import product
from installer.linux.chroot import USER, Chroot, bare_debian

NEEDED = ("debootstrap", "dpkg-deb", "unshare", "Xvfb", "xdotool", "import")
PATIENCE = 60.0  # seconds until a window that does not come is given up
BINDER = "Pärmar/Tekniska nämnden å ä ö"
LOG = ".local/state/Namndstod/logg"
PLACE = f"/usr/lib/{product.COMMAND}"


@dataclass
class Trial:
    """What the steps hand on to each other."""

    debian: Chroot
    package: Path
    picture: Path
    before: dict[str, bytes] = field(default_factory=dict)

    def files(self) -> dict[str, bytes]:
        """Return what the user has: binder and settings."""
        return {str(p): p.read_bytes() for p in sorted(self.debian.home.rglob("*")) if p.is_file()}

    def program(self) -> list[str]:
        """Return what lies in the program's folder, with the time of its last change."""
        folder = self.debian.root / PLACE[1:]
        return sorted(f"{p.relative_to(folder)} {p.lstat().st_mtime_ns}" for p in folder.rglob("*"))


def older_version(trial: Trial) -> str:
    """The version before is installed first: the same files under a lower number, and it makes the binder."""
    with tempfile.TemporaryDirectory(dir=trial.debian.root.parent) as place:
        root = Path(place) / "root"
        subprocess.run(["dpkg-deb", "-R", str(trial.package), str(root)], check=True)
        control = root / "DEBIAN/control"
        text = control.read_text(encoding="utf-8")
        control.write_text(text.replace(f"Version: {product.version()}", "Version: 0.0.1"), encoding="utf-8")
        older = trial.debian.root / "tmp/older.deb"
        how = ["--root-owner-group", "-Znone", "--build", str(root), str(older)]
        subprocess.run(["dpkg-deb", *how], check=True, stdout=subprocess.DEVNULL)
    trial.debian.run("apt-get", "update", root=True)
    install = ("apt-get", "install", "-y", "--no-install-recommends", "/tmp/older.deb")
    told = trial.debian.run(*install, root=True)
    older.unlink()
    return next(line for line in told.splitlines() if "newly installed" in line).split(",")[1].strip()


def demonstration(trial: Trial) -> str:
    """An ordinary user makes the demonstration in a folder with a Swedish name."""
    debian = trial.debian
    debian.run("mkdir", "-p", str(Path(f"/home/{USER}/{BINDER}").parent))
    told = debian.run(product.COMMAND, "demo", f"/home/{USER}/{BINDER}")
    trial.before = trial.files()
    return f"{len(told.splitlines())} meetings, {len(trial.before)} files"


def upgrade(trial: Trial) -> str:
    """The next version is installed over it; the binder is untouched."""
    shutil.copyfile(trial.package, trial.debian.root / "tmp/new.deb")
    trial.debian.run("apt-get", "install", "-y", "--no-install-recommends", "/tmp/new.deb", root=True)
    (trial.debian.root / "tmp/new.deb").unlink()
    version = trial.debian.run(product.COMMAND, "--version").split()[-1]
    expect(version == product.version(), f"version {version}")
    expect(trial.files() == trial.before, "the upgrade changed a file of the user's")
    return version


def self_test(trial: Trial) -> str:
    """`namndstod --self-test` passes without a screen."""
    return trial.debian.run(product.COMMAND, "--self-test").splitlines()[-1]


def commands(trial: Trial) -> str:
    """The papers of the demonstration, as PDF, Word and Excel."""
    debian, binder = trial.debian, f"/home/{USER}/{BINDER}"
    made = []
    for words, name in (
        (("make", "kallelse"), "kallelse.pdf"),
        (("make", "handlingar"), "handlingar.pdf"),
        (("make", "protokoll"), "protokoll.pdf"),
        (("make", "protokoll"), "protokoll.docx"),
        (("export", "register"), "register.xlsx"),
    ):
        debian.run(product.COMMAND, *words, binder, "-o", f"/home/{USER}/{name}")
        start = b"%PDF-" if name.endswith(".pdf") else b"PK"
        expect((debian.home / name).read_bytes().startswith(start), name)
        made.append(name)
    debian.run(product.COMMAND, "read-protokoll", f"/home/{USER}/protokoll.pdf")
    debian.run(product.COMMAND, "check", binder)
    return ", ".join(made)


def nothing_beside(trial: Trial) -> str:
    """Root may write there, and nothing is: the program's folder is the same after a run as root."""
    before = trial.program()
    trial.debian.run(product.COMMAND, "--self-test", root=True)
    expect(trial.program() == before, "something was written beside the program")
    wrong = trial.debian.run("dpkg", "--verify", product.COMMAND, root=True)
    expect(not wrong.strip(), wrong)
    return f"{len(before)} files and folders"


def read_only(trial: Trial) -> str:
    """With the program's folder mounted read-only it works as before."""
    folder = str(trial.debian.root) + PLACE
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    try:
        return trial.debian.run(product.COMMAND, "--self-test").splitlines()[-1]
    finally:
        subprocess.run(["umount", folder], check=True)


def desktop(trial: Trial) -> str:
    """The desktop knows the file type, and what opens it."""
    debian, mime = trial.debian, product.FILE_MIME
    tools = ("desktop-file-utils", "shared-mime-info", "libglib2.0-bin", "man-db")
    debian.run("apt-get", "install", "-y", "--no-install-recommends", *tools, root=True)
    binder = next((debian.home / BINDER).glob(f"*{product.FILE_SUFFIX}"))
    told = debian.run("gio", "info", "-a", "standard::content-type", f"/{binder.relative_to(debian.root)}")
    expect(mime in told, told)
    expect(f"{product.COMMAND}.desktop" in debian.run("gio", "mime", mime), "no default program")
    debian.run("desktop-file-validate", f"/usr/share/applications/{product.COMMAND}.desktop")
    return f"{mime} is opened by {product.COMMAND}.desktop"


def window(trial: Trial) -> str:
    """The window opens on a binder, comes forward when that is opened again, and complains of nothing."""
    debian = trial.debian
    sockets = debian.root / "tmp/.X11-unix"
    sockets.mkdir(exist_ok=True)
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-ac"]
    server = subprocess.Popen(screen, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    subprocess.run(["mount", "--bind", "/tmp/.X11-unix", str(sockets)], check=True)
    binder = next((debian.home / BINDER).glob(f"*{product.FILE_SUFFIX}"))
    command = debian.command(product.WINDOW_COMMAND, f"/{binder.relative_to(debian.root)}")
    program = subprocess.Popen(command, env=debian.environment(more={"DISPLAY": display}))
    try:
        outside = {**os.environ, "DISPLAY": display}
        title = _title(outside, program)
        again = subprocess.run(command, env=debian.environment(more={"DISPLAY": display}), timeout=PATIENCE)
        expect(again.returncode == 0, "the binder, double-clicked again, did not bring its window forward")
        time.sleep(5)  # until all of it is drawn, and whatever it does then is done
        subprocess.run(["import", "-window", "root", str(trial.picture)], check=True, env=outside)
        expect(program.poll() is None, "the program ended")
        logged = [
            path.read_text(errors="replace") for path in (debian.home / LOG).glob("*") if path.is_file()
        ]
        expect(not any(logged), f"the program complained, see {trial.picture}:\n" + "\n".join(logged))
        return f"”{title}”, picture: {trial.picture}"
    finally:
        program.terminate()
        program.wait(10)
        server.terminate()
        server.wait(10)
        subprocess.run(["umount", str(sockets)], check=True)


def _title(environment: dict[str, str], program: subprocess.Popen[bytes]) -> str:
    """Return the title of the program's window, when it has come."""
    end = time.monotonic() + PATIENCE
    search = ["xdotool", "search", "--onlyvisible", "--name", f"– {product.NAME}", "getwindowname"]
    while time.monotonic() < end and program.poll() is None:
        found = subprocess.run(search, env=environment, capture_output=True, text=True, check=False)
        if found.stdout.strip():
            return found.stdout.strip()
        time.sleep(0.2)
    raise AssertionError("no window came")


def purge(trial: Trial) -> str:
    """Purged, the program is gone and what the user has is as it was."""
    debian, mine = trial.debian, trial.files()
    debian.run("apt-get", "purge", "-y", product.COMMAND, root=True)
    expect(trial.files() == mine, "purging touched a file of the user's")
    named = f"*{product.COMMAND}*"
    folders = ("usr", "etc", "var", "opt")
    left = [p for name in folders for p in (debian.root / name).rglob(named) if "cache" not in p.parts]
    expect(not left, f"left behind: {left}")
    return f"{len(mine)} files of the user's are as they were"


STEPS: tuple[Callable[[Trial], str], ...] = (
    older_version,
    demonstration,
    upgrade,
    self_test,
    commands,
    nothing_beside,
    read_only,
    desktop,
    window,
    purge,
)


def expect(holds: bool, otherwise: str) -> None:
    """Fail the step unless it holds."""
    if not holds:
        raise AssertionError(otherwise)


def main() -> int:
    """Run all steps in order; the first that fails ends the trial."""
    parser = argparse.ArgumentParser(description="Try the .deb in a bare Debian.")
    default = product.ROOT / "dist/linux" / f"{product.COMMAND}_{product.version()}_amd64.deb"
    parser.add_argument("package", nargs="?", type=Path, default=default)
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--picture", type=Path, default=product.ROOT / "build/linux/window.png")
    parser.add_argument("--own-mounts", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing or os.getuid() != 0:
        print(f"Needs root and: {', '.join(missing or NEEDED)}", file=sys.stderr)
        return 2
    if not options.own_mounts:
        again = ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv, "--own-mounts"]
        return subprocess.run(again, check=False).returncode
    print(f"{options.package.name} in a bare Debian ({options.suite})", flush=True)
    with (
        tempfile.TemporaryDirectory(prefix="namndstod-trial-") as place,
        bare_debian(Path(place) / "root", options.suite) as debian,
    ):
        trial = Trial(debian, options.package.resolve(), options.picture.resolve())
        return 0 if all(_did(step, trial) for step in STEPS) else 1


def _did(step: Callable[[Trial], str], trial: Trial) -> bool:
    begun = time.monotonic()
    try:
        told, verdict = step(trial), "ok"
    except subprocess.CalledProcessError as error:
        told, verdict = f"{error}\n{error.stdout}", "FEL"
    except Exception:
        told, verdict = traceback.format_exc(), "FEL"
    first_line = (step.__doc__ or "").splitlines()[0]
    print(f"{verdict:4}{first_line} ({time.monotonic() - begun:.1f} s) {told}".rstrip(), flush=True)
    return verdict == "ok"


if __name__ == "__main__":
    sys.exit(main())
