"""What is doubtful in a paper as a whole: nothing to read, set in columns; its language the file tells."""

from __future__ import annotations

from typing import Final

from ..memoranda import leftovers
from .found import Doubt
from .source import Source

_COLUMNS: Final = 0.4
_ENOUGH_LINES: Final = 12


def paper_doubts(source: Source) -> tuple[Doubt, ...]:
    """Return what is doubtful in a paper whatever kind it is, beginning with what its file told."""
    found = [Doubt(field="", message=message) for message in source.doubts]
    texts = [line.text for line in source.lines if line.text.strip()]
    if not texts:
        if not found:
            found.append(Doubt(field="", message="Filen har ingen text att läsa. Är den en bild?"))
        return tuple(found)
    beside = [line for line in source.lines if len(line.cells) > 1 and not line.table and len(line.text) > 60]
    if len(texts) >= _ENOUGH_LINES and len(beside) > _COLUMNS * len(texts) and not source.doubts:
        message = "Texten står i spalter. Se efter att raderna hamnade i rätt ordning."
        found.append(Doubt(field="", message=message))
    left = tuple(dict.fromkeys(words for text in texts for words in leftovers(text)))
    found += [
        Doubt(field="", message=f"Mallens text står kvar: ”{words}”.", words=words) for words in left[:5]
    ]
    return tuple(found)
