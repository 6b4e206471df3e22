"""What is known of a part, and of all of them together; as JSON each text is written once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A licence or a notice, as it came."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Part:
    """Something that others made and that is shipped with the program.

    `licence` is what it is used under, as an SPDX expression where there is one; `declared` what it says
    itself, when that is more. `inside` is the part whose files hold it. `note` is for the reader, in Swedish.
    """

    name: str
    version: str
    licence: str
    kind: str
    texts: tuple[Text, ...] = ()
    inside: str = ""
    declared: str = ""
    note: str = ""
    home: str = ""


@dataclass(frozen=True, slots=True)
class Inventory:
    """All parts of one build of the program; `made` is the day of the build, empty in a checkout."""

    version: str
    target: str
    made: str
    parts: tuple[Part, ...]


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return parts by name, each followed by what is inside it."""
    found = list(parts)
    own = {p.name for p in found if not p.inside}

    def key(part: Part) -> tuple[str, bool, str, str]:
        over = part.inside if part.inside in own else part.name
        return (over.casefold(), bool(part.inside), part.name.casefold(), part.version)

    return tuple(sorted(found, key=key))


def as_json(inventory: Inventory) -> dict[str, Any]:
    """Return an inventory for a JSON file."""
    texts: dict[str, str] = {}
    rows = []
    for part in inventory.parts:
        named = []
        for text in part.texts:
            digest = hashlib.sha256(text.body.encode()).hexdigest()[:16]
            texts[digest] = text.body
            named.append([text.title, digest])
        row = {
            "name": part.name, "version": part.version, "licence": part.licence, "kind": part.kind,
            "texts": named, "inside": part.inside, "declared": part.declared, "note": part.note,
            "home": part.home,
        }  # fmt: skip
        rows.append({key: value for key, value in row.items() if value})
    return {
        "format": FORMAT,
        "version": inventory.version,
        "target": inventory.target,
        "made": inventory.made,
        "parts": rows,
        "texts": dict(sorted(texts.items())),
    }


def from_json(said: Mapping[str, Any]) -> Inventory:
    """Return the inventory in a JSON file. Raises KeyError or ValueError when it is none."""
    if said["format"] != FORMAT:
        raise ValueError(f"unknown format {said['format']!r}")
    bodies: Mapping[str, str] = said["texts"]
    parts = [
        Part(
            name=row["name"],
            version=row.get("version", ""),
            licence=row["licence"],
            kind=row["kind"],
            texts=tuple(Text(title, bodies[digest]) for title, digest in row.get("texts", ())),
            inside=row.get("inside", ""),
            declared=row.get("declared", ""),
            note=row.get("note", ""),
            home=row.get("home", ""),
        )
        for row in said["parts"]
    ]
    return Inventory(said["version"], said["target"], said["made"], tuple(parts))
