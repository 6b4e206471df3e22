"""Build .app and .dmg, on a Mac: `python3 installer/build.py macos`. **Untried**: no Mac has run it.

Needs the Python of python.org (3.11 or newer) and Xcode's command line tools. NAMNDSTOD_SIGN is a «Developer
ID Application» identity, NAMNDSTOD_NOTARY a profile that `xcrun notarytool store-credentials` made; without
them the app runs on this Mac alone.
"""

from __future__ import annotations

import argparse
import os
import platform
import plistlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer import environments, inventory, product
from installer.freeze import freezing
from installer.macos import bundle

TARGET = "macos"
MACH_O = {bytes.fromhex(magic) for magic in ("cffaedfe", "cafebabe", "feedfacf")}


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the disk image; return the exit code."""
    parser = argparse.ArgumentParser(prog="build.py macos", description="Build .app and .dmg, on a Mac.")
    parser.add_argument("-o", "--output", type=Path, default=product.ROOT / "dist" / TARGET)
    out: Path = parser.parse_args(arguments).output.resolve()
    if sys.platform != "darwin":
        print("An .app can only be built on a Mac.", file=sys.stderr)
        return 2
    work = product.ROOT / "build" / TARGET
    shutil.rmtree(out, ignore_errors=True)
    app = _app(work, out)
    if app is None:
        return 1
    subprocess.run([str(app / "Contents/MacOS" / product.COMMAND), "--self-test"], check=True)
    _sign(app, work)
    image = _image(app, work, out)
    inventory.write_sums([path for path in out.iterdir() if path.name != "SHA256SUMS"])
    print(f"{image} ({image.stat().st_size / 1e6:.1f} MB)")
    return 0


def mach_o(app: Path) -> list[Path]:
    """Return the libraries and programs in an app that are signed one by one."""
    return [path for path in app.rglob("*") if path.is_file() and not path.is_symlink() and _is_mach_o(path)]


def _app(work: Path, out: Path) -> Path | None:
    """Freeze the program as an app, with its licences; None when it may not be shipped."""
    program = environments.program(environments.make_wheel(work / "wheel"))
    freezing.freeze(program, work)
    app = work / f"{product.NAME}.app"
    resources = app / "Contents/Resources"
    shutil.copyfile(product.ICONS / "binder.icns", resources / "binder.icns")
    inside = resources / product.COMMAND
    told = ["--site", program.packages, "--tree", app, "--target", TARGET, "--program", inside, "--out", out]
    return None if inventory.main([str(word) for word in told]) else app


def _sign(app: Path, work: Path) -> None:
    entitlements = work / "entitlements.plist"
    entitlements.write_bytes(plistlib.dumps(bundle.ENTITLEMENTS))
    identity = os.environ.get("NAMNDSTOD_SIGN", "-")
    for command in bundle.signing(app, mach_o(app), identity, entitlements):
        subprocess.run(command, check=True)


def _image(app: Path, work: Path, out: Path) -> Path:
    """Pack the app beside a link to the programs' folder; have it notarised where that is set up."""
    folder = work / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copytree(app, folder / app.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    image = out / f"{product.COMMAND}-{product.version()}-{platform.machine()}.dmg"
    subprocess.run(bundle.packing(folder, image), check=True)
    if identity := os.environ.get("NAMNDSTOD_SIGN"):
        subprocess.run(["codesign", "--sign", identity, "--timestamp", str(image)], check=True)
    if profile := os.environ.get("NAMNDSTOD_NOTARY"):
        for command in bundle.notarising(image, profile):
            subprocess.run(command, check=True)
    return image


def _is_mach_o(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in MACH_O
