"""Parts from the metadata of installed distributions, and what is known to be inside them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from importlib.metadata import Distribution, distribution
from importlib.metadata import PackageNotFoundError as Missing
from pathlib import Path
from typing import Any

from ..resources import resource
from .judging import ABSENT, SPELT_OUT, choice_of
from .known import EVERYWHERE, INSIDE, LIBRARY, OF_PYTHON, PACKAGE, RESOURCES, RUNTIME, Known
from .model import Part, Text

PROGRAM = "namndstod"
_LICENCE = re.compile(r"(licen[cs]es?|copying|notice)([._-].*)?$|licenses/.+", re.IGNORECASE)
_NOT_TEXT = (".json", ".py", ".pyc", ".md.asc")
_OTHER_SYSTEMS = re.compile(r"/(android|musl|pbin_musl|cibw_musl|v8_xfa)/|GPL-3\.0\.txt$|GCC-exception")
_STANDARD = ("MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Zlib", "MPL-1.1", "LGPL-2.1", "LGPL-3.0")


def canonical(name: str) -> str:
    """Return a distribution's name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(find: Callable[[str], Distribution] = distribution) -> list[Distribution]:
    """Return what the program needs on this system, of what is installed: in a checkout there is more."""
    from packaging.requirements import Requirement

    found: dict[str, Distribution] = {}
    queue = [PROGRAM]
    while queue:
        name = canonical(queue.pop())
        if name in found:
            continue
        try:
            found[name] = find(name)
        except Missing:
            continue
        for line in found[name].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                queue.append(requirement.name)
    found.pop(PROGRAM, None)
    return list(found.values())


def parts_of(distributions: Iterable[Distribution], target: str) -> Iterator[Part]:
    """Yield a part for each distribution, and those inside it on that kind of system."""
    shipped = {canonical(d.metadata["Name"]): d for d in distributions}
    shipped.pop(PROGRAM, None)
    texts = {name: _texts(found) for name, found in shipped.items()}
    for name, found in shipped.items():
        own = _part(found, texts[name])
        yield own
        known = [k for k in INSIDE if canonical(k.inside) == name and target in k.on]
        for inner in known:
            yield _with_texts(_known(inner, texts), own)
        told = {k.name.casefold() for k in known}
        for part in _from_sboms(found, own.name):
            if part.name.casefold() not in told:
                told.add(part.name.casefold())
                yield _with_texts(part, own)


def resources_as_parts() -> Iterator[Part]:
    """Yield what others made among our own resources."""
    return (_known(known, {}) for known in RESOURCES)


def python_as_part(version: str, target: str, licence: str) -> Iterator[Part]:
    """Yield Python and the libraries that its build for that kind of system holds."""
    texts = (Text("LICENSE", licence),) if licence else ()
    own = Part("Python", version, "PSF-2.0", RUNTIME, texts, home="https://www.python.org")
    yield own
    for known in OF_PYTHON:
        if target in known.on:
            yield _with_texts(_known(known, {}), own)


def standard_text(licence: str) -> Iterator[Text]:
    """Yield the usual wording of the licences that an expression names."""
    for name in re.split(r"\s+(?:AND|OR|WITH)\s+|[()\s]+", licence):
        short = name.removesuffix("-only").removesuffix("-or-later")
        if short in _STANDARD:
            body = resource(f"licences/{short}.txt").read_text(encoding="utf-8")
            yield Text(f"{short}, licensens text", body)


# --- a distribution


def _part(found: Distribution, texts: dict[str, str]) -> Part:
    told = found.metadata
    name, declared = told["Name"], _declared(found)
    choice = choice_of(name, declared)
    licence = choice.chosen if choice else SPELT_OUT.get(declared, declared)
    own = tuple(Text(_title(path), body) for path, body in texts.items())
    return Part(
        name=name,
        version=found.version,
        licence=licence,
        kind=PACKAGE,
        texts=own or (*standard_text(licence), *_with_lgpl(licence)),
        declared=declared if declared != licence else "",
        note=choice.note if choice else "",
        home=_field(found, "Home-page") or _homepage(told.get_all("Project-URL") or ()),
    )


def _declared(found: Distribution) -> str:
    told = found.metadata
    for field in ("License-Expression", "License"):
        if said := _field(found, field).strip():
            return said.splitlines()[0]
    kinds = [c for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    return kinds[0].rpartition(" :: ")[2] if kinds else ""


def _field(found: Distribution, name: str) -> str:
    return str((found.metadata.get_all(name) or ("",))[0])


def _texts(found: Distribution) -> dict[str, str]:
    """Return path → content of a distribution's licence files."""
    texts = {}
    for file in found.files or ():
        path = file.as_posix()
        inside = path.split("/")
        if path.endswith(_NOT_TEXT) or _OTHER_SYSTEMS.search(path):
            continue
        in_metadata = inside[0].endswith(".dist-info") and _LICENCE.match("/".join(inside[1:]))
        if in_metadata or (len(inside) == 2 and _LICENCE.match(inside[1])):
            place = Path(str(found.locate_file(file)))
            if place.is_file():
                texts[path] = place.read_text(encoding="utf-8", errors="replace")
    return texts


def _title(path: str) -> str:
    """Return a licence file's path without the folders that all have."""
    return re.sub(r"^[^/]+/(licenses/)?(third-party-licenses/|BUILD_LICENSES/|LICENSES/)?", "", path)


def _homepage(lines: Iterable[str]) -> str:
    links = dict(line.partition(", ")[::2] for line in lines)
    return next((links[k] for k in ("Homepage", "homepage", "Source", "Repository") if k in links), "")


def _with_lgpl(licence: str) -> Iterator[Text]:
    """Yield the GPL, which the LGPL of version 3 is written as additions to."""
    if licence.startswith("LGPL-3.0"):
        body = resource("licences/GPL-3.0.txt").read_text(encoding="utf-8")
        yield Text("GPL-3.0, som LGPL-3.0 hänvisar till", body)


# --- what is inside


def _known(known: Known, texts: dict[str, dict[str, str]]) -> Part:
    found = [Text("Upphovsrätt", known.holders)] if known.holders else []
    for pattern in known.texts:
        found += _matching(pattern, known.inside, texts)
    if len(found) == bool(known.holders):
        found += standard_text(known.licence)
    return Part(
        known.name, known.version, known.licence, known.kind, tuple(found),
        inside=known.inside, declared=known.declared, note=known.note,
    )  # fmt: skip


def _with_texts(part: Part, outer: Part) -> Part:
    """Return a part with those of the part around it when it has no terms of its own: they tell of both."""
    return part if part.texts else replace(part, texts=outer.texts)


def _matching(pattern: str, inside: str, texts: dict[str, dict[str, str]]) -> list[Text]:
    where, _, rest = pattern.rpartition(":")
    if where == "resources":
        return [Text(rest.rpartition("/")[2], resource(rest).read_text(encoding="utf-8"))]
    files = texts.get(canonical(where or inside), {})
    return [Text(_title(path), body) for path, body in files.items() if fnmatchcase(path, rest)]


def _from_sboms(found: Distribution, inside: str) -> Iterator[Part]:
    """Yield the components that a wheel's own SBOMs name, with a licence."""
    own = canonical(inside)
    for file in found.files or ():
        if "/sboms/" not in file.as_posix():
            continue
        place = Path(str(found.locate_file(file)))
        if not place.is_file():
            continue
        for component in json.loads(place.read_text(encoding="utf-8")).get("components", ()):
            name, declared = component["name"], _licence_in(component)
            if canonical(name) == own or name.startswith("PIL.") or not declared:
                continue
            if (own, name) in ABSENT:
                continue
            choice = choice_of(name, declared)
            licence = choice.chosen if choice else declared
            texts = tuple(standard_text(licence))
            yield Part(
                name, component.get("version") or "", licence, LIBRARY, texts,
                inside=inside, declared=declared if choice else "",
            )  # fmt: skip


def _licence_in(component: dict[str, Any]) -> str:
    told = [
        entry.get("expression") or entry["license"].get("id") or entry["license"].get("name", "")
        for entry in component.get("licenses", ())
    ]
    return " AND ".join(filter(None, told))


def target_here(platform: str) -> str:
    """Return the kind of system that `sys.platform` names."""
    return {"win32": "windows", "darwin": "macos"}.get(platform, EVERYWHERE[0])
