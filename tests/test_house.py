"""The house itself: what is committed beside the code holds together."""

import ast
import importlib
import importlib.metadata as metadata
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import namndstod
from namndstod.parts.judging import is_copyleft

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")
GENERATED = {".venv", ".git", "__pycache__", ".hypothesis"}
GENERATED_AT_ROOT = {"demo", "build", "dist"}
LINUX = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def committed() -> tuple[Path, ...]:
    """Every file of the project: as git knows them, or as they lie where there is no git."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        names = listed.stdout.decode().split("\0")
        return tuple(path for name in names if name and (path := ROOT / name).is_file())
    found: list[Path] = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name not in GENERATED | (GENERATED_AT_ROOT if Path(folder) == ROOT else set())
            and not name.endswith(("_cache", ".egg-info"))
        ]
        found += [Path(folder, name) for name in files]
    return tuple(found)


def texts() -> Iterator[tuple[Path, str]]:
    for path in committed():
        content = path.read_bytes()
        if b"\0" not in content:
            yield path.relative_to(ROOT), content.decode("utf-8")


# --- versions and entry points -----------------------------------------------------------------------


def test_the_version_stands_in_one_form_everywhere() -> None:
    version = project()["project"]["version"]
    assert namndstod.__version__ == version
    assert f"\n## {version} – " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_entry_points_exist() -> None:
    scripts = project()["project"]["scripts"] | project()["project"]["gui-scripts"]
    assert set(scripts) == {"namndstod", "namndstodw"}
    for target in scripts.values():
        module, _, name = target.partition(":")
        assert callable(getattr(importlib.import_module(module), name))


# --- nothing of one machine in the files -------------------------------------------------------------

# Written so that this file does not match itself. Ada is made up, LibreOffice may lie where it is looked for.
OF_A_MACHINE = re.compile(
    r"pypi\.or[g]|pythonhoste[d]|/simpl[e]\b|[a]rtifactory"
    r"|--(?:extra-)?index-ur[l][ =]http|--find-link[s][ =]"
    r"|(?<![\w.])/(?:hom[e]|roo[t]|wor[k]|op[t])/(?!libreoffice|ada/)\w|[Cc]:\\+User[s]\\+(?!NAME\b|{)\w"
)


def test_no_registry_address_and_no_path_of_a_machine() -> None:
    found = [
        f"{path}: {hit[0]}"
        for path, text in texts()
        for hit in OF_A_MACHINE.finditer(text)
        if path.name != "LICENSE.txt"
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", ["https://pypi.or" + "g/project", "cd /hom" + "e/nn/x", "--index-ur" + "l=https://x"]
)
def test_such_an_address_or_path_is_seen(text: str) -> None:
    assert OF_A_MACHINE.search(text)


# --- scripts -----------------------------------------------------------------------------------------


def test_shell_scripts_parse() -> None:
    scripts = [path for path in committed() if path.suffix == ".sh" or path.parent.name == ".ci"]
    assert {path.name for path in scripts} >= {"setup.sh", "start.sh", "test.sh", "run", "full"}
    for path in scripts:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        shell = {"#!/bin/sh": "sh", "#!/bin/bash": "bash"}[first]
        if shutil.which(shell):
            result = subprocess.run([shell, "-n", str(path)], capture_output=True, text=True)
            assert (result.returncode, result.stderr) == (0, ""), path


def test_powershell_scripts_have_the_mark_that_old_powershell_needs_for_swedish() -> None:
    scripts = [path for path in committed() if path.suffix == ".ps1"]
    assert {path.name for path in scripts} == {"build.ps1", "setup.ps1", "start.ps1", "test.ps1"}
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in scripts)


def test_everything_the_readme_points_at_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^sh (\S+)$", readme, re.MULTILINE)
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in link]
    windows = [name.replace("\\", "/") for name in re.findall(r"-File (\S+)", readme)]
    assert commands == ["scripts/start.sh", "scripts/test.sh"]
    assert links
    assert [name for name in commands + links + windows if not (ROOT / name).is_file()] == []


# --- dependencies ------------------------------------------------------------------------------------


def locked(name: str) -> dict[str, str]:
    """Return name → version of a lock file; an entry without a hash is an error."""
    entries = re.split(r"^(?=[a-z0-9])", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    versions: dict[str, str] = {}
    for entry in entries:
        found = re.match(r"([a-z0-9-]+)==([^ ]+) ", entry)
        assert found, entry
        assert "--hash=sha256:" in entry, entry
        assert found[1] not in versions, entry
        versions[found[1]] = found[2]
    return versions


def needed(wanted: list[str], platform: dict[str, str]) -> dict[str, list[Requirement]]:
    """Return all packages that `wanted` leads to on a platform, each with what is asked of it."""
    here = {key: str(value) for key, value in default_environment().items()}
    environment = {**here, **platform, "extra": ""}
    found: dict[str, list[Requirement]] = {}
    queue = [Requirement(line) for line in wanted]
    seen: set[tuple[str, frozenset[str]]] = set()
    while queue:
        requirement = queue.pop()
        extras = requirement.extras or {""}
        if requirement.marker and not requirement.marker.evaluate(environment):
            continue
        name = canonicalize_name(requirement.name)
        found.setdefault(name, []).append(requirement)
        if (name, frozenset(extras)) in seen:
            continue
        seen.add((name, frozenset(extras)))
        try:
            lines = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            assert platform is WINDOWS, f"{name} is not installed"
            continue
        for line in lines:
            further = Requirement(line)
            if not further.marker or any(
                further.marker.evaluate(environment | {"extra": extra}) for extra in extras
            ):
                further.marker = None
                queue.append(further)
    return found


@pytest.mark.parametrize("platform", [LINUX, WINDOWS], ids=["linux", "windows"])
@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_covers_every_dependency(lock: str, platform: dict[str, str]) -> None:
    table = project()
    wanted = {
        "requirements.lock": table["project"]["dependencies"],
        "requirements-build.lock": table["build-system"]["requires"],
        "requirements-dev.lock": [
            *table["project"]["dependencies"],
            *table["project"]["optional-dependencies"]["dev"],
        ],
    }[lock]
    versions = locked(lock)
    packages = needed(wanted, platform)
    assert set(packages) <= set(versions)
    for name, requirements in packages.items():
        for requirement in requirements:
            assert requirement.specifier.contains(versions[name], prereleases=True), (
                f"{requirement}: {versions[name]}"
            )


BY_ITSELF = {
    "tzdata",  # read by the standard library's zoneinfo, and needed by tzlocal on Windows
    "defusedxml",  # openpyxl reads workbooks with it
}


def test_what_is_declared_is_what_the_program_imports() -> None:
    dependencies = project()["project"]["dependencies"]
    homes = metadata.packages_distributions()
    imported: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                imported.add(node.module.partition(".")[0])
    foreign = imported - sys.stdlib_module_names - {"namndstod"}
    used = {name: {canonicalize_name(home) for home in homes.get(name, ())} for name in foreign}
    shipped = set(needed(dependencies, LINUX))
    assert {name: where for name, where in used.items() if not where & shipped} == {}
    declared = {canonicalize_name(Requirement(line).name) for line in dependencies}
    assert declared - BY_ITSELF <= set().union(*used.values())


def test_the_locks_agree_with_each_other() -> None:
    everything = locked("requirements-dev.lock")
    for lock in LOCKS:
        assert locked(lock).items() <= everything.items()


# --- licences ----------------------------------------------------------------------------------------


def licences(name: str) -> list[str]:
    """What an installed package says about its licence, in each of the places where it may say it."""
    told = metadata.metadata(name)
    statements = (told.get_all("License-Expression") or []) + (told.get_all("License") or [])
    short = [text.splitlines()[0] for text in statements if text.strip()]
    return short + [text for text in told.get_all("Classifier") or [] if text.startswith("License ::")]


def test_no_part_that_is_shipped_is_gpl_or_agpl() -> None:
    examined = 0
    for name in needed(project()["project"]["dependencies"], LINUX):
        told = licences(name)
        assert told, f"{name} does not say its licence"
        assert [text for text in told if is_copyleft(text)] == [], name
        examined += 1
    assert examined > 15


@pytest.mark.parametrize(
    ("licence", "bound"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("GPL-2.0-only OR AGPL-3.0-only", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MPL-2.0", False),
        ("MIT + MPL 1.1/GPL 2.0/LGPL 2.1", False),
        ("MPL 1.1/GPL 2.0", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", False),
        ("GPL-3.0-or-later", True),
    ],
)
def test_what_counts_as_gpl(licence: str, bound: bool) -> None:
    assert is_copyleft(licence) is bound


def test_every_font_has_its_licence_beside_it() -> None:
    fonts = [path for path in committed() if path.suffix in {".ttf", ".otf"}]
    assert fonts
    for font in fonts:
        families = [path.stem.removeprefix("LICENSE-") for path in font.parent.glob("LICENSE-*.txt")]
        assert [family for family in families if font.name.startswith(family)], font


def test_the_dictionary_has_its_licences_beside_it() -> None:
    folder = ROOT / "resources" / "spelling"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (folder / "LICENSE-DSSO.txt").read_text(encoding="utf-8")
    assert "MOZILLA PUBLIC LICENSE" in (folder / "LICENSE-Hunspell.txt").read_text(encoding="utf-8")


# --- words -------------------------------------------------------------------------------------------


def test_the_glossary_has_every_record_and_every_choice() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    records = (ROOT / "src" / "namndstod" / "domain" / "records.py").read_text(encoding="utf-8")
    classes = re.findall(r"^class (\w+)", records, re.MULTILINE)
    assert len(classes) > 20
    assert [name for name in classes if f"`{name}`" not in glossary] == []
