"""Is the binder whole? Examines the database, the journal and the kept files; changes nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Text, select

from namndstod.domain.records import BodyTerm, Paper, SignedFile, StoredFile

from . import sqlite
from .binder import Binder
from .chain import verify
from .schema import every_table
from .store import Reader

_SHA = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


class DamageKind(StrEnum):
    """What is damaged."""

    DATABASE = "database"
    REFERENCE = "reference"
    JOURNAL = "journal"
    FILE_MISSING = "file_missing"
    FILE_CHANGED = "file_changed"


@dataclass(frozen=True, slots=True)
class Damage:
    """Something in the binder that is not what it should be; `detail` is technical (hash, table)."""

    kind: DamageKind
    message: str  # Swedish
    detail: str = ""


def check(binder: Binder) -> list[Damage]:
    """Examine everything, reading all of it (seconds in a large binder)."""
    with binder.read() as reader:
        structure = [
            Damage(DamageKind.DATABASE, "Databasen är skadad. Återställ en säkerhetskopia.", text)
            for text in sqlite.damages(reader.connection)
        ]
        if structure:
            return structure  # nothing that is read further on could be trusted
        found = [
            Damage(
                DamageKind.REFERENCE, "En uppgift hänvisar till något som inte finns.", f"{table} → {parent}"
            )
            for table, parent in sqlite.broken_references(reader.connection)
        ]
        found += [Damage(DamageKind.JOURNAL, text) for text in verify(reader.connection)]
        wanted = needed_files(reader)
    for problem in binder.files.check(iter(sorted(wanted))):
        name = wanted[problem.sha256]
        if problem.missing:
            found.append(Damage(DamageKind.FILE_MISSING, f"{name} saknas i mappen bilagor.", problem.sha256))
        else:
            found.append(
                Damage(DamageKind.FILE_CHANGED, f"{name} har ändrats eller skadats.", problem.sha256)
            )
    return found


def needed_files(reader: Reader) -> dict[str, str]:
    """Return the SHA-256 of each file that the present facts need, and what it is (Swedish)."""
    needed = {stored.sha256: "En bilaga" for stored in reader.find(StoredFile)}
    for term in reader.find(BodyTerm):
        if term.customs.letterhead.logo:
            needed[term.customs.letterhead.logo] = f"Logotypen för {term.name}"
    for paper in reader.find(Paper):
        for sha in filter(None, (paper.pdf_sha, paper.tree_sha, paper.manifest_sha)):
            needed[sha] = f"En sparad handling ({paper.kind})"
    for signed in reader.find(SignedFile):
        needed[signed.file_sha] = "Ett undertecknat protokoll"
    return needed


def mentioned_files(reader: Reader) -> set[str]:
    """Return every SHA-256 that stands anywhere in the database, the journal's images included."""
    found: set[str] = set()
    for table in every_table():
        columns = [column for column in table.c if isinstance(column.type, Text)]
        for row in reader.connection.execute(select(*columns)):
            for value in row:
                if value is not None and len(value) >= 64:
                    found.update(_SHA.findall(value))
    return found
