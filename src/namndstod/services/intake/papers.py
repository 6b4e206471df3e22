"""The files that somebody brings: found in folders, read, and understood as one kind of paper or another."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from namndstod.domain.errors import NamndstodError
from namndstod.domain.intake.kinds import PaperType
from namndstod.domain.intake.understanding import Found, Understood
from namndstod.exchange.sources.beginnings import MOST_PAGES

_log = logging.getLogger(__name__)
Understand = Callable[[bytes, str], Understood]
"""Says what a file is: its content, its name. Raises NamndstodError when its text cannot be had."""

READABLE: Final = frozenset({".docx", ".pdf", ".txt", ".doc", ".odt", ".rtf"})
"""The endings of files that may be a paper to understand; all others are handlingar to attach."""
MOST: Final = 500
"""Files that are taken at once; more is a whole disk dropped by mistake."""
_SKIPPED: Final = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


@dataclass(frozen=True, slots=True)
class IncomingPaper:
    """A file and what was understood of it; `doubts` are of the file as a whole.

    `problem` says why it could not be read; it may be attached all the same. Nothing of it is stored:
    `sha256` tells later whether the file is still the one that was read.
    """

    path: Path
    sha256: str = ""
    kind: PaperType | None = None
    found: Found | None = None
    doubts: tuple[str, ...] = ()
    problem: str = ""

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


def gathered(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files among `paths` and in folders among them, by name, without those that systems leave."""
    found: dict[Path, None] = {}
    for path in paths:
        for file in _files(path):
            found.setdefault(file)
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        for inside in sorted(path.iterdir(), key=lambda p: (p.is_dir(), p.name.casefold())):
            if not inside.is_symlink():
                yield from _files(inside)
    elif not path.name.startswith((".", "~$")) and path.name.casefold() not in _SKIPPED:
        yield path


def contents(path: Path) -> tuple[bytes, str, str]:
    """Return what a file holds, its sha256, and in Swedish why there is nothing to read, if so."""
    try:
        data = path.read_bytes()
    except OSError:
        return b"", "", "Filen går inte att läsa. Stäng den om den är öppen i ett annat program."
    return data, hashlib.sha256(data).hexdigest(), "" if data else "Filen är tom."


def read_paper(path: Path, understand: Understand) -> IncomingPaper:
    """Return a file with what is understood of it. Raises nothing for what is wrong with the file itself."""
    data, sha256, problem = contents(path)
    if problem:
        return IncomingPaper(path, sha256, problem=problem)
    if path.suffix.casefold() not in READABLE:
        return IncomingPaper(path, sha256)
    try:
        made = understand(data, path.name)
    except NamndstodError as error:
        return IncomingPaper(path, sha256, problem=str(error))
    except Exception:  # likewise, in the process that reads files
        _log.exception("a file was not read")
        return IncomingPaper(path, sha256, problem="Filen gick inte att läsa. Den kan bifogas som den är.")
    doubts = made.doubts
    if made.kind is PaperType.PACKET:
        told = f"Filen har {made.pages} sidor med flera ärenden: det är hela handlingarna, inte ett PM."
        doubts = (*doubts, told)
    elif made.kind is not None and made.pages > MOST_PAGES and path.suffix.casefold() == ".pdf":
        doubts = (*doubts, f"Filen har {made.pages} sidor. De första {MOST_PAGES} är lästa.")
    return IncomingPaper(path, sha256, made.kind, made.found, doubts)
