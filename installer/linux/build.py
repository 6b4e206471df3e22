"""Build the .deb: `python installer/build.py linux`.

Needs Debian 12 or newer with binutils, dpkg-dev, python3-venv and libpython3-dev. The Python that goes along
is Debian's own, whichever runs this; what is linked with the system's libraries asks for those of the Debian
it was built on, or newer.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from installer import environments, inventory, product
from installer.freeze import freezing
from installer.linux import deb
from installer.linux.debian import run_with_its_python

TARGET = "linux"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build what was asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="build.py linux", description="Build the .deb.")
    parser.add_argument("-o", "--output", type=Path, default=product.ROOT / "dist" / TARGET)
    parser.add_argument("--quick", action="store_true", help="compress little: to try, not to ship")
    options = parser.parse_args(arguments)
    quick = ["--quick"] if options.quick else []
    script = product.INSTALLER / "build.py"
    code = run_with_its_python(script, TARGET, "-o", options.output.resolve(), *quick)
    if code is not None:
        return code
    missing = [name for name in ("objdump", "strip", "dpkg-deb", "dpkg-shlibdeps") if not shutil.which(name)]
    if missing:
        print(f"Missing here: {', '.join(missing)} (binutils, dpkg-dev)", file=sys.stderr)
        return 2
    work, out = product.ROOT / "build" / TARGET, options.output.resolve()
    shutil.rmtree(out, ignore_errors=True)
    frozen = frozen_program(work, out)
    if frozen is None:
        return 1
    package = deb.pack(frozen, copyright_text(out / "LICENCES.txt"), work / "deb", out, quick=options.quick)
    inventory.write_sums([path for path in out.iterdir() if path.name != "SHA256SUMS"])
    print(f"{package} ({package.stat().st_size / 1e6:.1f} MB)")
    return 0


def frozen_program(work: Path, out: Path) -> Path | None:
    """Freeze the program in `work`, its licences and SBOM in `out`; None when it may not be shipped."""
    wheel = environments.make_wheel(work / "wheel")
    program = environments.program(wheel)
    frozen = freezing.freeze(program, work)
    inside = frozen / "_internal" / product.COMMAND
    told = [
        "--site",
        program.packages,
        "--tree",
        frozen,
        "--target",
        TARGET,
        "--program",
        inside,
        "--out",
        out,
    ]
    return None if inventory.main([str(word) for word in told]) else frozen


def copyright_text(licences: Path) -> str:
    """Return the copyright file of the package: our own terms, then those of all parts."""
    own = f"{product.NAME} {product.version()}\nCopyright {product.COPYRIGHT}. All rights reserved.\n"
    return (
        f"{own}\nThe parts that come with it, with their licences:\n\n{licences.read_text(encoding='utf-8')}"
    )
