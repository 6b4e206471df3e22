"""Try wheel and sdist as a developer would: `python installer/wheel/trial.py [dist/wheel]`.

Each in an environment of its own outside the checkout: with the locked packages, and as `pipx install` takes
the newest ones. Prints each check; exit code 1 when one fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installer import environments, product


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried, and where."""

    wheel: Path
    sdist: Path
    place: Path

    def run(self, *command: str | Path, more: Mapping[str, str] | None = None) -> str:
        """Run a command outside the checkout and return what it printed."""
        pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        without_screen = {"QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [str(word) for word in command],
            check=True,
            cwd=self.place,
            env={**environments.clean_environment(), **pip, **without_screen, **(more or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return done.stdout

    def use(self, programs: Path) -> str:
        """Test the installation in `programs`, and open the demonstration with it; return the verdict."""
        program = programs / product.COMMAND
        verdict = self.run(program, "--self-test").splitlines()[-1]
        binder = self.place / f"demo-{programs.parent.name}"
        self.run(program, "demo", binder)
        self.run(program, "make", "protokoll", binder, "-o", "protokoll.pdf")
        self.run(program, "check", binder)
        return verdict


def alike(trial: Trial) -> str:
    """The wheel from the sdist is, byte for byte, the one from the checkout."""
    tools = environments.tools()
    unpacked = trial.place / "sdist"
    unpacked.mkdir()
    trial.run("tar", "-xzf", trial.sdist, "-C", unpacked)
    (source,) = unpacked.iterdir()
    build = (tools.python, "-m", "build", "--no-isolation", "--wheel", "--outdir")
    for place, folder in (("from-sdist", source), ("from-checkout", product.ROOT)):
        trial.run(*build, trial.place / place, folder)
        if (trial.place / place / trial.wheel.name).read_bytes() != trial.wheel.read_bytes():
            raise AssertionError(f"the wheel {place} differs")
    return f"{trial.wheel.stat().st_size / 1e6:.1f} MB"


def locked(trial: Trial) -> str:
    """In a fresh environment with the locked packages it passes and makes the demonstration."""
    environment = environments.Environment(trial.place / "locked")
    trial.run(sys.executable, "-m", "venv", environment.folder)
    pip = (environment.python, "-m", "pip", "-q", "--disable-pip-version-check", "install")
    trial.run(*pip, "--only-binary=:all:", "--require-hashes", "-r", environments.PROGRAM_LOCK)
    trial.run(*pip, "--no-index", "--no-deps", trial.wheel)
    return trial.use(environment.python.parent)


def by_pipx(trial: Trial) -> str:
    """`pipx install` of the wheel gives both commands, with the newest packages."""
    home = {"PIPX_HOME": str(trial.place / "pipx"), "PIPX_BIN_DIR": str(trial.place / "pipx/bin")}
    home["PIPX_MAN_DIR"] = str(trial.place / "pipx/man")
    tools = environments.tools()
    trial.run(tools.python, "-m", "pipx", "install", "--python", sys.executable, trial.wheel, more=home)
    programs = Path(home["PIPX_BIN_DIR"])
    if sorted(p.name for p in programs.iterdir()) != [product.COMMAND, product.WINDOW_COMMAND]:
        raise AssertionError(f"commands: {[p.name for p in programs.iterdir()]}")
    return trial.use(programs)


STEPS: tuple[Callable[[Trial], str], ...] = (alike, locked, by_pipx)


def main(arguments: list[str]) -> int:
    """Run all steps; return the exit code."""
    folder = Path(arguments[0] if arguments else product.ROOT / "dist" / "wheel").resolve()
    wheel, sdist = next(folder.glob("*.whl"), None), next(folder.glob("*.tar.gz"), None)
    if wheel is None or sdist is None:
        print("Nothing is built: python installer/build.py wheel", file=sys.stderr)
        return 2
    failed = 0
    with tempfile.TemporaryDirectory(prefix="namndstod-trial-") as place:
        for step in STEPS:
            begun = time.monotonic()
            try:
                told, verdict = step(Trial(wheel, sdist, Path(place))), "ok"
            except subprocess.CalledProcessError as error:
                told, verdict, failed = f"{error}\n{error.stdout}", "FEL", failed + 1
            except AssertionError as error:
                told, verdict, failed = str(error), "FEL", failed + 1
            print(f"{verdict:4}{step.__doc__} ({time.monotonic() - begun:.1f} s) {told}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
