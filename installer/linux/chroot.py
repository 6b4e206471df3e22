"""A bare Debian in a folder, to try a package in: nothing of the machine around it can be used there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installer import product

USER = "anna"
MOUNTS = (("proc", "proc"), ("tmpfs", "dev/shm"), ("devpts", "dev/pts"))
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True, slots=True)
class Chroot:
    """The root of a Debian."""

    root: Path

    @property
    def home(self) -> Path:
        """The home of the ordinary user, seen from outside."""
        return self.root / "home" / USER

    def run(
        self, *command: str, root: bool = False, more: Mapping[str, str] | None = None, check: bool = True
    ) -> str:
        """Run a command inside, as the ordinary user or as root, and return what it printed.

        Raises CalledProcessError, with what it printed, when it fails and `check` says so.
        """
        done = subprocess.run(
            self.command(*command, root=root),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=check,
            env=self.environment(root=root, more=more),
        )
        return done.stdout

    def command(self, *command: str, root: bool = False) -> list[str]:
        """Return how a command is run inside."""
        who = [] if root else [f"--userspec={USER}:{USER}"]
        return ["chroot", *who, str(self.root), *command]

    def environment(self, *, root: bool = False, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the environment of a command inside: nothing of the one outside."""
        home = "/root" if root else f"/home/{USER}"
        own = {"DEBIAN_FRONTEND": "noninteractive"} if root else {}
        return {"HOME": home, "PATH": PATH, "LANG": "C.UTF-8", **own, **(more or {})}


@contextmanager
def bare_debian(root: Path, suite: str) -> Iterator[Chroot]:
    """Make a minimal Debian in `root`, with an ordinary user; what is fetched is kept for the next time.

    Run where mounts disappear with the process (`unshare --mount`), should it be killed.
    """
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    kept = product.cache() / f"debian-{suite}.tar"
    if not kept.exists():
        subprocess.run(
            ["debootstrap", "--variant=minbase", suite, str(root)], check=True, stdout=subprocess.DEVNULL
        )
        half = kept.with_suffix(".half")
        subprocess.run(["tar", "-C", str(root), "-cf", str(half), "."], check=True)
        half.rename(kept)
    else:
        subprocess.run(["tar", "-C", str(root), "-xpf", str(kept)], check=True)
    shutil.copyfile("/etc/resolv.conf", root / "etc/resolv.conf")
    try:
        for kind, name in MOUNTS:
            (root / name).mkdir(exist_ok=True)
            subprocess.run(["mount", "-t", kind, kind, str(root / name)], check=True)
        made = Chroot(root)
        made.run("useradd", "--create-home", "--shell", "/bin/bash", USER, root=True)
        yield made
    finally:
        for _, name in MOUNTS:
            subprocess.run(["umount", "--quiet", str(root / name)], check=False)
