"""Old minutes on their way into the archive: read, compared with the binder, mended by a person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from namndstod.domain.errors import NamndstodError
from namndstod.domain.intake.found import FoundMinutes, FoundParagraph
from namndstod.domain.swedish import section_range
from namndstod.domain.swedish_sort import fold
from namndstod.services.archive import body_name_on, in_the_binder
from namndstod.services.commands.archive import OldMinutes, OldSection
from namndstod.services.commands.supporting import IncomingFile
from namndstod.storage.store import Reader

from .calls import body_named
from .papers import READABLE, Understand, contents

_STATUTE: Final = re.compile(r"\bOSL\b")


class OldState(StrEnum):
    """Whether minutes can be taken in."""

    NEW = "new"
    UNCLEAR = "unclear"  # body or day must be said by a person
    THERE = "there"  # they are in the binder already


@dataclass(frozen=True, slots=True)
class OldFile:
    """A file with what was read of it, and every doubt about that in Swedish."""

    path: Path
    sha256: str = ""
    body_name: str = ""
    day: date | None = None
    sections: tuple[OldSection, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OldRow:
    """A line of the preview: the file, what it is understood as, and what stands in the way."""

    file: OldFile
    state: OldState
    body_id: str | None
    body_name: str
    day: date | None
    reason: str = ""  # why they are in the binder already

    @property
    def key(self) -> str:
        """What tells the line from others."""
        return str(self.file.path)


def read_old(path: Path, understand: Understand) -> OldFile:
    """Return a file with its minutes. Raises nothing for what is wrong with the file itself."""
    data, sha256, problem = contents(path)
    if problem:
        return OldFile(path, doubts=(problem,))
    if path.suffix.casefold() not in READABLE:
        return OldFile(path, sha256, doubts=("Det är varken PDF, Word eller text.",))
    try:
        made = understand(data, path.name)
    except NamndstodError as error:
        return OldFile(path, sha256, doubts=(str(error),))
    found = made.found if isinstance(made.found, FoundMinutes) else FoundMinutes()
    return understood(path, sha256, found, made.doubts)


def understood(path: Path, sha256: str, found: FoundMinutes, doubts: tuple[str, ...] = ()) -> OldFile:
    """Return a file with the minutes that were found in it; `doubts` are of the file as a whole."""
    sections = tuple(_section(p) for p in found.paragraphs)
    said = (*doubts, *(d.message for d in found.doubts), *_doubts(sections))
    return OldFile(path, sha256, found.body, found.day, sections, tuple(dict.fromkeys(said)))


def plan_old(reader: Reader, files: Iterable[OldFile]) -> tuple[OldRow, ...]:
    """Compare what was read with the binder, and the files with each other; earliest first."""
    seen: dict[str, str] = {}
    rows = []
    for file in files:
        if file.sha256 and file.sha256 in seen:
            row = replace(
                _row(reader, file), state=OldState.THERE, reason=f"samma fil som ”{seen[file.sha256]}”."
            )
        else:
            row = _row(reader, file)
            seen[file.sha256] = file.path.name
        rows.append(row)
    return tuple(sorted(rows, key=lambda r: (r.day or date.min, fold(r.body_name), r.file.path.name)))


def understood_as(
    reader: Reader, row: OldRow, body_id: str | None, body_name: str, day: date | None
) -> OldRow:
    """Return the line as a person says that it is."""
    name = body_name_on(reader, body_id, day) if body_id else body_name.strip()
    return _judged(reader, replace(row, body_id=body_id, body_name=name, day=day))


def _row(reader: Reader, file: OldFile) -> OldRow:
    term = body_named(reader, file.body_name) if file.body_name else None
    body_id = term.body_id if term else None
    return _judged(reader, OldRow(file, OldState.NEW, body_id, file.body_name, file.day))


def _judged(reader: Reader, row: OldRow) -> OldRow:
    numbers = [s.number for s in row.file.sections]
    reason = in_the_binder(reader, row.file.sha256, row.body_id, row.body_name, row.day, numbers)
    if reason:
        return replace(row, state=OldState.THERE, reason=reason)
    clear = bool(row.body_name and row.day and row.file.sha256)
    return replace(row, state=OldState.NEW if clear else OldState.UNCLEAR, reason="")


def _doubts(sections: tuple[OldSection, ...]) -> list[str]:
    """Say what the archive makes of the §§, besides the reader's own doubts."""
    numbers = [s.number for s in sections]
    said = []
    twice = sorted({n for n in numbers if numbers.count(n) > 1})
    if twice:
        said.append(f"{section_range(twice)} står två gånger.")
    secret = [s.number for s in sections if s.secret]
    if secret:
        said.append(f"{section_range(secret)} nämner sekretess: rubriken visas inte i listor och sökning.")
    return said


def _section(found: FoundParagraph) -> OldSection:
    text = "\n".join(found.text)
    return OldSection(
        number=found.number,
        title=found.title,
        diary_number=found.diary_number,
        decision="\n".join(found.decision),
        text=text,
        secret="sekretess" in f"{found.title} {text}".lower() or bool(_STATUTE.search(text)),
    )


def as_minutes(row: OldRow, file: IncomingFile) -> OldMinutes:
    """Return what TakeInMinutes stores of a line. Raises ValueError for one that is not clear."""
    if row.state is not OldState.NEW or row.day is None:
        raise ValueError(f"{row.key} cannot be taken in")
    return OldMinutes(file, row.body_name, row.day, row.body_id, row.file.sections)
