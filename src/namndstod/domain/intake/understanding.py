"""The lines of a file understood: which paper it is, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .found import FoundCall, FoundLetter, FoundMemorandum, FoundMinutes
from .kinds import PaperType, paper_kind
from .source import Source

Found = FoundMemorandum | FoundCall | FoundLetter | FoundMinutes
FOUND: Final[Mapping[PaperType, type[Found]]] = {
    PaperType.MEMORANDUM: FoundMemorandum,
    PaperType.CALL: FoundCall,
    PaperType.LETTER: FoundLetter,
    PaperType.MINUTES: FoundMinutes,
}
"""What is found in each kind of paper; the whole handlingar of a meeting are not taken apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a file is; `found` is None where it is no paper that anything reads. `doubts` are of the whole."""

    kind: PaperType | None = None
    found: Found | None = None
    pages: int = 1
    doubts: tuple[str, ...] = ()


def understand(source: Source, only: PaperType | None = None) -> Understood:
    """Return what the lines of a file say; with `only` they are read as that kind in any case."""
    kind = only or paper_kind(source)
    return Understood(kind=kind, found=_found(kind, source), pages=source.pages, doubts=source.doubts)


def _found(kind: PaperType | None, source: Source) -> Found | None:
    """Let the reader of that kind of paper read it; each is loaded when it is first needed."""
    match kind:
        case PaperType.MEMORANDUM:
            from .memoranda import read_memorandum

            return read_memorandum(source)
        case PaperType.CALL:
            from .calls import read_call

            return read_call(source)
        case PaperType.LETTER:
            from .letters import read_letter

            return read_letter(source)
        case PaperType.MINUTES:
            from .minutes import read_minutes

            return read_minutes(source)
    return None
