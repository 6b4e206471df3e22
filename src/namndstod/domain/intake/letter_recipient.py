"""To whom a letter goes: the name above a postal address, after a label, or as the decision has it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from ..swedish import plain
from .namely import is_reached
from .source import SourceLine

_POSTAL: Final = re.compile(r"(?:.*,\s*)?(?:SE?-)?\d{3} ?\d{2}\s+[A-ZÅÄÖ][\wåäöÅÄÖ -]*")
_REACHED: Final = re.compile(
    r"(?:tel|tfn|telefon|växel|e-?post|fax|org\.?|www\.|webb|besöksadress|postadress)\b|.*@", re.IGNORECASE
)
_LABEL: Final = re.compile(
    r"(?:mottagare|sökande|stödmottagare|bidragsmottagare|adressat|stipendiat|till|beslutet gäller)"
    r"\s*(?::\s*|$)",
    re.IGNORECASE,
)
_BOX: Final = re.compile(r"box\s\d", re.IGNORECASE)  # which a recipient has too
_COMMAS: Final = 2  # of an address on one line with a name: name, street, town
_MOST_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Addressed:
    """The recipient and the lines of the address; `lines` are those of all addresses, also the sender's."""

    recipient: str = ""
    address: tuple[str, ...] = ()
    lines: frozenset[int] = frozenset()
    possible: tuple[str, ...] = ()


def find_addressed(lines: Sequence[SourceLine], used: Collection[int]) -> Addressed:
    """Find the recipient among the lines above the text. Of several addresses the last is the recipient's."""
    labelled = _after_label(lines, used)
    blocks = [b for b in _blocks(lines, used) if not set(b) & set(labelled)]
    senders = {n for b in blocks if _is_sender(lines, b, used) for n in _around(lines, b, used)}
    own = [b for b in blocks if not set(b) & senders]
    taken = frozenset((*senders, *(n for b in own for n in b), *labelled))
    chosen = labelled or (own[-1] if own else ())
    texts = [_LABEL.sub("", plain(lines[n].text)).strip() for n in chosen]
    if len(chosen) == 1 and not labelled:  # name, street and town on one line
        texts = texts[0].split(",")
    texts = [text.strip() for text in texts if text.strip()]
    if not texts:
        return Addressed(lines=taken)
    return Addressed(texts[0], tuple(texts[1:]), taken)


def _after_label(lines: Sequence[SourceLine], used: Collection[int]) -> tuple[int, ...]:
    """The lines after «Mottagare:» or «Sökande», down to where they stand apart."""
    for number, line in enumerate(lines):
        found = _LABEL.match(plain(line.text))
        if found is None or number in used:
            continue
        end = number + 1
        while end < len(lines) and end - number < _MOST_LINES and end not in used and not lines[end].gap:
            end += 1
        return tuple(range(number, end))
    return ()


def _blocks(lines: Sequence[SourceLine], used: Collection[int]) -> list[tuple[int, ...]]:
    """Return the lines down to each postal address, from where they stand apart."""
    found: list[tuple[int, ...]] = []
    for number, line in enumerate(lines):
        if number in used or not _POSTAL.fullmatch(plain(line.text).strip()):
            continue
        start = number
        while (
            start
            and not lines[start].gap
            and number - start < _MOST_LINES
            and _may_be_of(lines, start - 1, used)
        ):
            if found and start - 1 in found[-1]:
                break
            start -= 1
        found.append(tuple(range(start, number + 1)))
    return found


def _may_be_of(lines: Sequence[SourceLine], at: int, used: Collection[int]) -> bool:
    return at not in used or _BOX.match(lines[at].text) is not None


def _is_sender(lines: Sequence[SourceLine], block: Sequence[int], used: Collection[int]) -> bool:
    """Whether an address is the house's own: it tells how the house is reached, or has no name."""
    around = range(block[0], min(len(lines), block[-1] + 3))
    unnamed = len(block) == 1 and lines[block[0]].text.count(",") < _COMMAS
    return unnamed or any(
        _REACHED.match(lines[n].text) or (is_reached(lines[n].text) and not _BOX.match(lines[n].text))
        for n in around
        if n not in used
    )


def _around(lines: Sequence[SourceLine], block: Sequence[int], used: Collection[int]) -> set[int]:
    """The lines of the sender: above its address to the top, and how it is reached below."""
    own = {n for n in range(block[-1] + 1) if n not in used}
    for number in range(block[-1] + 1, len(lines)):
        if number in used or not (_REACHED.match(lines[number].text) or is_reached(lines[number].text)):
            break
        own.add(number)
    return own
