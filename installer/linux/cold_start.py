"""How fast the frozen program starts, beside a reference frozen in the same way: ratios of the same run.

The reference (benchmarks/startup.py) imports PySide6 and sqlalchemy.orm, maps 25 tables, runs a query and
shows an empty window; ours shows the overview of a binder with 200 meetings. They take turns, with the files
of both in memory, and then put out of it before each start.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from installer import environments, product
from installer.freeze import freezing
from installer.linux.debian import run_with_its_python

BAR = 1.5
ROUNDS = 11
MEASURED = product.INSTALLER / "freeze" / "measured"
WORK = product.ROOT / "build" / "start"
MAKE_BINDER = (
    "import sys, datetime, pathlib; from benchmarks.big_binder import make;"
    " print(make(pathlib.Path(sys.argv[1]), datetime.date.today()))"
)


def main() -> int:
    """Freeze both, measure, print; 1 when the bar is missed."""
    code = run_with_its_python(product.INSTALLER / "measure.py", "start")
    if code is not None:
        return code
    program = environments.program(environments.make_wheel(WORK / "wheel"))
    ours = freezing.freeze(program, WORK, name="ours", begin=MEASURED / "ours.py")
    theirs = freezing.freeze(program, WORK, name="reference", begin=MEASURED / "reference.py", whole=False)
    with tempfile.TemporaryDirectory() as folder:
        binder = Path(folder) / "big"
        program.run("-c", MAKE_BINDER, binder, more={"PYTHONPATH": str(product.ROOT)})
        database = next(binder.glob(f"*{product.FILE_SUFFIX}"))
        kept = [_ratio(theirs, ours, folder, database, cold=cold) <= BAR for cold in (False, True)]
    return 0 if all(kept) else 1


def _ratio(theirs: Path, ours: Path, folder: str, binder: Path, *, cold: bool) -> float:
    """Measure in turns and print; return the ratio of the medians."""
    seconds: dict[str, list[float]] = {"reference": [], "usable": []}
    for number in range(ROUNDS + 1):
        for tree, arguments in ((theirs, []), (ours, [folder, str(binder)])):
            if cold:
                _put_out_of_memory(tree)
            for key, value in _seconds(tree / tree.name, arguments).items():
                if number and key in seconds:  # the first round finds what a first start has to make
                    seconds[key].append(value)
    median = {key: statistics.median(values) for key, values in seconds.items()}
    ratio = median["usable"] / median["reference"]
    verdict = "ok " if ratio <= BAR else "FEL"
    told = "files not in memory" if cold else "files in memory"
    print(
        f"{verdict} frozen start, {told}: usable {median['usable']:.3f} s,"
        f" reference {median['reference']:.3f} s: {ratio:.2f} ×, at most {BAR} wanted"
        f" ({ROUNDS} rounds, medians)",
        flush=True,
    )
    return ratio


def _seconds(program: Path, arguments: list[str]) -> dict[str, float]:
    """Start a program; return the seconds until each of its stamps."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **environments.clean_environment()}
    start = time.time()
    done = subprocess.run(
        [str(program), *arguments], stdout=subprocess.PIPE, text=True, check=True, env=environment
    )
    stamps: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {key: stamp - start for key, stamp in stamps.items()}


def _put_out_of_memory(tree: Path) -> None:
    """Let the system forget what it has read of these files."""
    for path in tree.rglob("*"):
        if path.is_file() and not path.is_symlink():
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(descriptor)
