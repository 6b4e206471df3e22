"""Reading the files that somebody brings, one after the other, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from namndstod.domain.intake.kinds import paper_kind
from namndstod.domain.intake.source import Source

from .papers import MOST_PAGES, IncomingPaper, gathered, read_paper

if TYPE_CHECKING:
    from namndstod.services.workplace import Workplace

LARGEST_LOOKED_AT: Final = 3_000_000
"""Bytes of a file that is looked at when it is dropped on an ärende; larger ones are attachments."""

_AT_ONCE: Final = frozenset({".docx", ".pdf", ".txt"})  # others are made into PDF first, which takes time
_GLANCE: Final = 4  # pages that are looked at then
Told = Callable[[int, int, str], None]
"""Hears how many files are read, of how many, and which comes next; what it raises stops the reading."""


class PaperReader:
    """Reads files."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def lines(self, data: bytes, name: str) -> Source:
        """Return the lines of a file, read where it can do no harm. Raises NamndstodError."""
        return self._workplace.reader.read(data, name)

    def read(self, paths: Sequence[Path], told: Told) -> Iterator[IncomingPaper]:
        """Yield the papers among files and folders, understood."""
        files = gathered(paths)
        for number, path in enumerate(files):
            told(number, len(files), path.name)
            yield read_paper(path, self._beginning)

    def papers_among(self, paths: Sequence[Path]) -> tuple[IncomingPaper, ...]:
        """Return the files of which something more can be made than to attach them."""
        looked_at = [p for p in paths if p.suffix.casefold() in _AT_ONCE and _size(p) <= LARGEST_LOOKED_AT]
        read = (read_paper(p, self._glance) for p in looked_at)
        return tuple(p for p in read if p.found is not None)

    def _beginning(self, data: bytes, name: str) -> Source:
        source = self._glance(data, name)
        if source.pages <= _GLANCE or paper_kind(source) is None or not data.startswith(b"%PDF"):
            return source  # all of it, or an attachment that nobody needs to understand
        return self._workplace.reader.read(data, name, most_pages=MOST_PAGES)

    def _glance(self, data: bytes, name: str) -> Source:
        return self._workplace.reader.read(data, name, most_pages=_GLANCE)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
