"""The tree: everything that lies in the program's folder on a laptop, complete, the same whoever builds it.

- namndstod.exe, namndstodw.exe: what is started (launcher.c)
- python311.dll, python311.zip …: the Python of python.org
- msvcp140.dll, vcruntime140.dll: the run-time libraries of Visual C++, the newest that any part brings
- site-packages/: the locked wheels and ours, with bytecode, without what leave_out.py names
- LICENCES.txt, sbom.cdx.json: what it is made of
- filer.sha256: every file with its hash; the next installer and the uninstaller remove what it names
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

from installer import environments, inventory, product
from installer.leave_out import reason_to_leave_out
from installer.windows import downloads, imports, launcher, signatures

LIST = "filer.sha256"
PACKAGES = "site-packages"
LONGEST = 150  # characters of a path in the tree: C:\Users\NAME\AppData\Local\Programs\Namndstod\ goes before

# Of the embeddable Python: interpreters to start (the launchers are what is started) and what nothing uses.
_NOT_OF_PYTHON = ("python.exe", "pythonw.exe", "python.cat", "python311._pth", "_msi.pyd", "winsound.pyd")
_RUNTIME = ("vcruntime140.dll", "vcruntime140_1.dll", "msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll")
_SEARCH_PATH = "python311.zip\n.\nsite-packages\n"  # without «import site»: nothing else is ever looked at


@dataclass
class Tree:
    """A tree that was built, and what was found out about it."""

    folder: Path
    about: Path  # SBOM and licences, also for beside the installer
    left_out: int = 0  # bytes
    notes: list[str] = field(default_factory=list)


def build(folder: Path, scratch: Path, version: str) -> Tree:
    """Build the tree of `version` in `folder`, made anew. Raises ValueError when something is wrong."""
    for place in (folder, scratch):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
    tree = Tree(folder, scratch / "about")
    _python(tree, scratch)
    packages = folder / PACKAGES
    wheel = environments.make_wheel(scratch / "wheel")
    for path in (*downloads.wheels(), wheel):
        _install(path, packages, tree)
    _gather_runtime(folder)
    _take_inventory(tree)
    compile_all(packages)
    launcher.build(folder, scratch, version)
    sign_unsigned(folder)
    check(tree)
    finish(folder)
    return tree


def sign(path: Path) -> None:
    """Let the command in NAMNDSTOD_SIGN sign a file, when there is one; the path is its last argument."""
    command = os.environ.get("NAMNDSTOD_SIGN")
    if command:
        subprocess.run(f'{command} "{path}"', shell=True, check=True)


def sign_unsigned(folder: Path) -> None:
    """Sign our programs and the parts that nobody has signed, when there is a command that signs.

    So one rule about the publisher is enough where Windows lets nothing unsigned be loaded (WDAC, AppLocker).
    """
    if os.environ.get("NAMNDSTOD_SIGN"):
        for path in files(folder):
            if path.suffix in imports.NATIVE and not signatures.signature(path).signer:
                sign(path)


def check(tree: Tree) -> None:
    """Raise ValueError when a library is missing or a path will not do; note who signed what."""
    if lines := imports.missing(tree.folder):
        raise ValueError("what is imported is missing:\n" + "\n".join(lines))
    names = [path.relative_to(tree.folder).as_posix() for path in files(tree.folder)]
    if bad := [name for name in names if not name.isascii() or "$" in name or len(name) > LONGEST]:
        raise ValueError(f"paths that the installer cannot take: {', '.join(bad)}")
    native = [p for p in files(tree.folder) if p.suffix in imports.NATIVE]
    signers: dict[str, int] = {}
    for path in native:
        found = signatures.signature(path)
        if found.signer and not found.same:
            raise ValueError(f"{path.name}: changed after it was signed by {found.signer}")
        signers[found.signer or "nobody"] = signers.get(found.signer or "nobody", 0) + 1
    told = ", ".join(f"{count} by {name}" for name, count in sorted(signers.items(), key=lambda s: -s[1]))
    tree.notes.append(f"{len(native)} libraries and programs find what they import; signed: {told}")


def finish(folder: Path) -> None:
    """Give every file the same time, and write the list of them."""
    lines = []
    for path in files(folder):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"{digest}  {PureWindowsPath(path.relative_to(folder))}\n")
    (folder / LIST).write_bytes("".join(lines).encode("ascii"))
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (product.epoch(), product.epoch()))


def files(folder: Path) -> list[Path]:
    """Return every file of a tree but its list, sorted by path."""
    return sorted(p for p in folder.rglob("*") if p.is_file() and p != folder / LIST)


def compile_all(packages: Path) -> None:
    """Write bytecode that is never checked against its source: the program's folder may be read-only.

    In a process of its own with a fixed order of sets, so that two builds are alike; places in it are told
    from the tree's root, not from this machine's.
    """
    code = (
        "import compileall, py_compile, sys; sys.exit(not compileall.compile_dir(sys.argv[1], maxlevels=30,"
        " quiet=1, force=True, stripdir=sys.argv[2],"
        " invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH))"
    )
    subprocess.run(
        [sys.executable, "-I", "-c", code, str(packages), str(packages.parent)],
        check=True,
        env=environments.clean_environment(),
    )


def _python(tree: Tree, scratch: Path) -> None:
    """Unpack the embeddable Python, once its signatures are found to be in order."""
    place = scratch / "python"
    with zipfile.ZipFile(downloads.embeddable_python()) as archive:
        archive.extractall(place)
    place /= "cp311"
    signers = signatures.refuse_strangers(place)
    told = ", ".join(f"{count} files by {name}" for name, count in signers.items())
    library = signatures.prove_library(place / "python311.zip", place / "python.cat")
    tree.notes += [
        f"Python's signatures are in order: {told}",
        f"{library.proved} of {library.modules} modules of the standard library proved by its signed"
        " catalogue, the rest by the pinned hash alone",
    ]
    _same_bytecode(place / "python311.zip")
    for path in sorted(place.iterdir()):
        if path.name not in _NOT_OF_PYTHON:
            shutil.copyfile(path, tree.folder / path.name)
    (tree.folder / "python311._pth").write_bytes(_SEARCH_PATH.encode("ascii"))


def _same_bytecode(library: Path) -> None:
    with zipfile.ZipFile(library) as archive:
        magic = archive.read("os.pyc")[:4]
    if magic != importlib.util.MAGIC_NUMBER:
        raise ValueError("the tree's bytecode must be compiled by a Python 3.11; this is another")


def _install(wheel: Path, packages: Path, tree: Tree) -> None:
    """Unpack a wheel and take away what is left out; its RECORD names what remains."""
    gone = set()
    for path in downloads.unpack_wheel(wheel, packages):
        if reason_to_leave_out(path):
            tree.left_out += (packages / path).stat().st_size
            (packages / path).unlink()
            gone.add(path)
        elif path.endswith(".dist-info/RECORD"):
            record = packages / path
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    record.write_bytes("".join(ln for ln in lines if ln.split(",")[0].strip('"') not in gone).encode())
    for folder in sorted((p for p in packages.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _gather_runtime(folder: Path) -> None:
    """Put Visual C++'s libraries beside the program, from Qt, which brings the newest.

    Every part finds them there, also in the worker, where Qt is not loaded.
    """
    for name in _RUNTIME:
        (folder / PACKAGES / "PySide6" / name).replace(folder / name)


def _take_inventory(tree: Tree) -> None:
    """Write licences and SBOM into the tree; raises ValueError when a part may not be shipped."""
    packages = tree.folder / PACKAGES
    asked = ["--site", packages, "--tree", tree.folder, "--target", "windows", "--out", tree.about]
    asked += ["--program", packages / product.COMMAND, "--python", python_version(tree.folder)]
    if inventory.main([str(part) for part in asked]) != 0:
        raise ValueError("the inventory has objections (see above)")
    for name in ("LICENCES.txt", "sbom.cdx.json"):
        shutil.copyfile(tree.about / name, tree.folder / name)


def python_version(folder: Path) -> str:
    """Return the version that the tree's own Python states in its file properties («3.11.9»)."""
    data = (folder / "python311.dll").read_bytes()
    key = "ProductVersion".encode("utf-16-le") + b"\0\0"
    start = data.index(key) + len(key)
    text = data[start : start + 64].decode("utf-16-le", "replace").lstrip("\0")
    return text.split("\0")[0]
