"""What a tree of the program is made of: licences, SBOM, and the check that nothing in it is under the GPL.

    python installer/inventory.py --site DIR --target windows|linux|macos --out DIR [--tree DIR]
                                  [--program DIR] [--python VERSION]
    python installer/inventory.py --sums FILE…

`--site` is the folder with the metadata of what is shipped (site-packages), `--tree` the whole of what is
installed (default: the same). Writes licences.json, LICENCES.txt and sbom.cdx.json (CycloneDX 1.6, validated)
to `--out`, and licences.json where the program in `--program` (its package folder) looks for it. Exit code 1,
and nothing written, when a part may not be shipped, is not locked, or is not known. `--sums` writes
SHA256SUMS beside files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / part) for part in ("", "src")]

from installer import environments, natives, product
from installer.leave_out import NEVER_SHIPPED
from namndstod.parts.distributions import (
    PROGRAM,
    canonical,
    parts_of,
    python_as_part,
    resources_as_parts,
)
from namndstod.parts.installed import FILE
from namndstod.parts.judging import ABSENT, objection
from namndstod.parts.known import RUNTIME
from namndstod.parts.model import Inventory, Part, Text, as_json, in_order

FROZEN = ("linux", "macos")  # where PyInstaller makes the program
LOCK = product.ROOT / "requirements.lock"
_OF_A_TREE = re.compile(r"(licen[cs]e|copying|gpl)", re.IGNORECASE)
_GPL = re.compile(r"\s*GNU (AFFERO )?GENERAL PUBLIC LICENSE")
# Wordings of the GPL that are no part's licence.
_NEEDED_GPL = {
    "GPL-3.0.txt": "what LGPL-3.0 adds to; pikepdf's own copy is for its musl wheels",
    "LICENSE-GPL-3.txt": "what the dictionary's LGPL-3.0 adds to",
    "libgcc_and_libstdc++.txt": "of pypdfium2's musl wheels, with the run-time exception",
}
_PROOF = {("pillow", "libimagequant"): ("PIL/_imaging.*", b"liq_attr_create")}


def inventory_of(site: Path, target: str, version: str, licence: str, tree: Path | None = None) -> Inventory:
    """Return all parts of the program whose packages lie in `site`; `version` and `licence` are Python's."""
    found = list(distributions(path=[str(site)]))
    parts = [*parts_of(found, target), *resources_as_parts(), *python_as_part(version, target, licence)]
    if target in FROZEN:
        parts.append(_bootloader())
    if target == "linux":
        parts += natives.system_parts(tree or site, found)
    made = datetime.fromtimestamp(product.epoch(), UTC).date().isoformat()
    return Inventory(product.version(), target, made, in_order(parts))


def problems(inventory: Inventory, site: Path, tree: Path) -> list[str]:
    """Return why this tree may not be shipped."""
    found = list(distributions(path=[str(site)]))
    return [
        *filter(None, (objection(p.name, p.licence, p.declared) for p in inventory.parts)),
        *(f"{part.name} comes without its terms" for part in inventory.parts if not part.texts),
        *_not_locked(found),
        *_not_absent(found),
        *_never_shipped(tree),
        *_gpl_texts(tree),
        *natives.unknown(tree, found, inventory.target),
    ]


def as_text(inventory: Inventory) -> str:
    """Return the licences of all parts for a reader; the same wording stands once, at its first part."""
    lines = [f"{product.NAME} {inventory.version}: delar och licenser ({inventory.target})", ""]
    seen: dict[str, str] = {}
    for part in inventory.parts:
        within = f" (i {part.inside})" if part.inside else ""
        lines += ["=" * 100, f"{part.name} {part.version}".rstrip() + within, f"Licens: {part.licence}"]
        lines += [f"Anges som: {part.declared}"] if part.declared else []
        lines += [part.note] if part.note else []
        for text in part.texts:
            known = seen.setdefault(text.body, part.name)
            lines += ["-" * 100, text.title]
            lines += ["", text.body.strip()] if known == part.name else [f"Samma text som hos {known}."]
        lines.append("")
    return "\n".join(lines)


def write_sums(files: Sequence[Path]) -> Path:
    """Write SHA256SUMS beside files, in the form that `sha256sum -c` reads; return it."""
    target = files[0].parent / "SHA256SUMS"
    lines = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in sorted(files)]
    target.write_bytes("".join(lines).encode())
    return target


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what was asked for."""
    options = _parser().parse_args(arguments)
    if options.sums:
        print(write_sums(options.sums))
        return 0
    if not (options.site and options.target and options.out):
        print("--site, --target and --out belong together", file=sys.stderr)
        return 2
    tree = options.tree or options.site
    licence = _python_licence(tree)
    made = inventory_of(options.site, options.target, options.python, licence, tree)
    wrong = problems(made, options.site, tree)
    if not licence:
        wrong.append("no LICENSE.txt of Python found")
    for line in wrong:
        print(f"FEL {line}", file=sys.stderr)
    if wrong:
        return 1
    _write(made, options.out, options.program)
    print(f"{len(made.parts)} parts, none under the GPL or AGPL: {options.out}")
    return 0


def _write(made: Inventory, out: Path, program: Path | None) -> None:
    out.mkdir(parents=True, exist_ok=True)
    content = json.dumps(as_json(made), ensure_ascii=False, indent=1, sort_keys=True)
    target = out / "licences.json"
    target.write_bytes(content.encode())
    (out / "LICENCES.txt").write_bytes(as_text(made).encode())
    environments.inventory().run(product.INSTALLER / "sbom.py", target, out / "sbom.cdx.json")
    if program is not None:
        place = program / "resources" / FILE
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="inventory.py", description="Licences, SBOM and hashes of a build.")
    parser.add_argument("--site", type=Path)
    parser.add_argument("--tree", type=Path)
    parser.add_argument("--target", choices=("windows", "linux", "macos"))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--program", type=Path, help="the package folder of the program, to write into")
    parser.add_argument(
        "--python", default=platform.python_version(), help="the version of the Python shipped"
    )
    parser.add_argument("--sums", type=Path, nargs="+", metavar="FILE")
    return parser


def _bootloader() -> Part:
    """Return the program that starts the frozen one."""
    tools = distributions(name="pyinstaller", path=[str(environments.tools().packages)])
    found = next(iter(tools))
    terms = next(file for file in found.files or () if file.name == "COPYING.txt")
    return Part(
        "PyInstaller, startprogram", found.version, "GPL-2.0-or-later WITH Bootloader-exception", RUNTIME,
        (Text("COPYING.txt", Path(terms.locate()).read_text(encoding="utf-8")),),
        note="Undantaget låter programmet delas ut utan villkor från GPL.",
        home="https://pyinstaller.org",
    )  # fmt: skip


def _python_licence(tree: Path) -> str:
    """Return the licence that Python's own build brings, else that of the Python that builds."""
    here = Path(json.__file__).parents[1]
    for folder in (tree, *tree.parents[:2], here, Path(sys.base_prefix)):
        for name in ("LICENSE.txt", "LICENSE"):
            file = folder / name
            if file.is_file() and "PYTHON SOFTWARE FOUNDATION" in (text := file.read_text(errors="replace")):
                return text
    return ""


def _not_locked(found: Iterable[Distribution]) -> list[str]:
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    there = {canonical(d.metadata["Name"]): d.version for d in found}
    there.pop(PROGRAM, None)
    return [
        f"{name} {version} is not what requirements.lock has: {locked.get(name, 'nothing')}"
        for name, version in sorted(there.items())
        if locked.get(name) != version
    ]


def _not_absent(found: Iterable[Distribution]) -> list[str]:
    """Return what is in a wheel although it is told not to be (judging.ABSENT)."""
    there = {canonical(d.metadata["Name"]): d for d in found}
    wrong = []
    for name, inner in ABSENT:
        pattern, sign = _PROOF[name, inner]
        if name in there:
            root = Path(str(there[name].locate_file("")))
            binaries = list(root.glob(pattern))
            if not binaries or any(sign in b.read_bytes() for b in binaries):
                wrong.append(f"{name} may hold {inner}")
    return wrong


def _never_shipped(tree: Path) -> list[str]:
    return [
        f"{path.relative_to(tree)} may not be shipped"
        for pattern in NEVER_SHIPPED
        for path in sorted(tree.rglob(pattern))
    ]


def _gpl_texts(tree: Path) -> list[str]:
    """Return the files that hold the GPL and are not known to be there for another reason."""
    wrong = []
    for path in sorted(tree.rglob("*")):
        if _OF_A_TREE.search(path.name) and path.name not in _NEEDED_GPL and path.is_file():
            with path.open("rb") as file:
                head = file.read(400).decode("latin-1")
            if _GPL.match(head):
                wrong.append(f"{path.relative_to(tree)} is the GPL: whose licence is it?")
    return wrong


def part_named(inventory: Inventory, name: str) -> Part | None:
    """Return a part by its name."""
    return next((p for p in inventory.parts if p.name == name), None)


if __name__ == "__main__":
    sys.exit(main())
