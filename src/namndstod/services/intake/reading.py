"""Reading the files that somebody brings, one after the other, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from namndstod.domain.intake.kinds import PaperType
from namndstod.domain.intake.understanding import Understood

from .papers import IncomingPaper, gathered, read_paper

if TYPE_CHECKING:
    from namndstod.services.workplace import Workplace

LARGEST_LOOKED_AT: Final = 3_000_000
"""Bytes of a file that is looked at when it is dropped on an ärende; larger ones are attachments."""

_AT_ONCE: Final = frozenset({".docx", ".pdf", ".txt"})  # others are made into PDF first, which takes time
Told = Callable[[int, int, str], None]
"""Hears how many files are read, of how many, and which comes next; what it raises stops the reading."""


class PaperReader:
    """Reads files."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def minutes(self, data: bytes, name: str) -> Understood:
        """Read a file as protokoll, all of it. Raises NamndstodError."""
        return self._workplace.reader.understand(data, name, only=PaperType.MINUTES)

    def read(self, paths: Sequence[Path], told: Told) -> Iterator[IncomingPaper]:
        """Yield the papers among files and folders, understood."""
        files = gathered(paths)
        for number, path in enumerate(files):
            told(number, len(files), path.name)
            yield read_paper(path, self._workplace.reader.understand)

    def papers_among(self, paths: Sequence[Path]) -> tuple[IncomingPaper, ...]:
        """Return the files of which something more can be made than to attach them."""
        looked_at = [p for p in paths if p.suffix.casefold() in _AT_ONCE and _size(p) <= LARGEST_LOOKED_AT]
        read = (read_paper(p, self._brief) for p in looked_at)
        return tuple(p for p in read if p.found is not None)

    def _brief(self, data: bytes, name: str) -> Understood:
        return self._workplace.reader.understand(data, name, brief=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
