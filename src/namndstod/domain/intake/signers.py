"""Who has signed a memorandum: names with their titles below the last part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from .found import FoundSigner
from .namely import is_document, is_person, is_reached, is_title, is_unit
from .source import SourceLine

_AROUND: Final = re.compile(
    r"[_.\s…-]{4,}|e\.?\s?u\.?|enligt uppdrag|på uppdrag av|i tjänsten|underskrift(?:er)?|signatur(?:er)?"
    r"|ort och datum|ansvariga?(?: tjänstepersoner)?"
    r"|(?:(?:(?:detta|det här|denna|den här) )?"
    r"(?:dokument(?:et)?|handling(?:en)?|beslut(?:et)?|skrivelse(?:n)?)"
    r" (?:är|har) (?:blivit )?)?(?:elektroniskt|digitalt)"
    r" (?:signera|undertecknat|undertecknad|godkän).*|för [\wåäö -]{3,60}",
    re.IGNORECASE,
)
_PLACE_AND_DAY: Final = re.compile(
    r"[A-ZÅÄÖ][a-zåäöé]+(?: den|,)? (?:\d{1,2} [a-zåäö]+ \d{4}|\d{4}-\d{2}-\d{2})"
)
_BY_ORDER: Final = re.compile(r"[\s,(]*(?:\be\.\s?u\.?|\be\s?u\b|enligt uppdrag)\)?\s*$", re.IGNORECASE)
_SHORT: Final = 70


class Signed(NamedTuple):
    """Those who signed, and which lines say so."""

    signers: tuple[FoundSigner, ...]
    lines: frozenset[int]


def find_signers(lines: Sequence[SourceLine], *, strict: bool = False) -> Signed:
    """Return the names with titles that stand in the lines of a part, as a rule at its end.

    `strict` where names may stand for something else (recipients): only what stands apart and has a title.
    """
    lines = [
        replace(line, gap=line.gap or (n > 0 and line.page != lines[n - 1].page))
        for n, line in enumerate(lines)
    ]
    signers: list[FoundSigner] = []
    used: set[int] = set()
    number = 0
    while number < len(lines):
        found = _at(lines, number, strict=strict, follows=number - 1 in used)
        if found is None:
            number += 1
            continue
        names, after = found
        signers += names
        used |= set(range(number, after))
        number = after
    if not signers:
        return Signed((), frozenset())
    first = min(used)
    used |= {n for n in range(first, len(lines)) if is_around(lines[n].text)}
    while first and _belongs_above(lines[first - 1], strict=strict):
        first -= 1
        used.add(first)
    return Signed(tuple(signers), frozenset(used))


def is_around(text: str) -> bool:
    """Whether a line only stands around a signature: a rule, «Enligt uppdrag», a place and a day."""
    return bool(_AROUND.fullmatch(text.strip()))


def _belongs_above(line: SourceLine, *, strict: bool) -> bool:
    """Whether a line above a name is of the signature: a rule, the workplace, place and day."""
    text = line.text.strip()
    is_place = line.gap and bool(_PLACE_AND_DAY.fullmatch(text)) and not is_document(text)
    return is_around(text) or is_place or ((line.gap or not strict) and not line.label and is_unit(text))


def _office(text: str) -> str:
    """Return a title without «e.u.» after it."""
    return _BY_ORDER.sub("", text.strip()).strip(" ,")


def _at(
    lines: Sequence[SourceLine], at: int, *, strict: bool, follows: bool
) -> tuple[list[FoundSigner], int] | None:
    """Return who signs from a line on, and the line after them; `follows`: somebody signs right above."""
    line = lines[at]
    cells = [c.strip() for c in line.cells if c.strip()] or [line.text.strip()]
    if len(line.text) > _SHORT * len(cells) or line.label:
        return None
    stacked = [[part.strip() for part in cell.split("\n") if part.strip()] for cell in cells]
    if all(len(parts) > 1 and is_person(parts[0]) and is_title(parts[1]) for parts in stacked):
        return [FoundSigner(name=parts[0], title=_office(parts[1])) for parts in stacked], at + 1
    below = lines[at + 1] if at + 1 < len(lines) else None
    if len(cells) > 1 and all(is_person(c) for c in cells):
        titles = [_office(c) for c in below.cells if c.strip()] if below else []
        if len(titles) == len(cells) and any(is_title(t) for t in titles):
            return [FoundSigner(name=n, title=t) for n, t in zip(cells, titles, strict=True)], at + 2
        return None
    if len(cells) != 1:
        return None
    text = cells[0]
    if is_person(text) and below is not None and _is_title_below(lines, at, strict=strict):
        return [FoundSigner(name=text, title=_office(below.text))], at + 2
    apart = line.gap or follows or (at == 0 and not strict) or (at > 0 and is_around(lines[at - 1].text))
    one = _in_one_line(_office(text)) if apart or (at == len(lines) - 1 and not strict) else None
    return None if one is None else ([one], at + 1)


def _in_one_line(text: str) -> FoundSigner | None:
    """«Karin Ek, stadsdirektör», «Karin Ek Stadsdirektör», «Stadsdirektör Karin Ek»."""
    name, comma, title = (t.strip() for t in text.partition(","))
    if comma and is_person(name) and is_title(title):
        return FoundSigner(name=name, title=title)
    words = text.split()
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(3, 0, -1)]
    for before, after in cuts:
        if is_person(before) and is_title(after):
            return FoundSigner(name=before, title=after)
        if is_title(before) and is_person(after):
            return FoundSigner(name=after, title=before)
    return None


def _is_title_below(lines: Sequence[SourceLine], at: int, *, strict: bool) -> bool:
    """Whether the line below a name is its title; one nobody here knows must end a block."""
    line, below = lines[at], lines[at + 1]
    text = _office(below.text)
    if len(below.cells) > 1 or below.label or len(text) > _SHORT or text.endswith((".", ":")):
        return False
    if is_title(text):
        return line.gap or not strict or all(is_person(after.text) for after in lines[at + 2 : at + 3])
    if strict or not line.gap or is_person(text) or is_reached(text):
        return False
    last = at + 2 >= len(lines) or lines[at + 2].gap or is_around(lines[at + 2].text)
    return last and len(text.split()) <= 4 and not any(c.isdigit() for c in text)
