"""References to earlier decisions: «2018-11-28 § 83», «§ 83 den 28 november 2018», «§ 83/2018»."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from .frozen import frozen
from .swedish import plain

_AFTER: Final = re.compile(r"[\s,;(]*(?:i\s+)?(?:protokoll\w*[\s,]*)?§{1,2}\s*(\d{1,4})(?![\d/-])")
_BEFORE: Final = re.compile(
    r"§{1,2}\s*(\d{1,4})(?:\s*[-\u2013]\s*\d{1,4})?[\s,;(]*(?:(?:från|av|vid|i|på)\s+)?"
    r"(?:(?:sammanträdet|mötet|protokollet)\s+)?(?:från\s+)?(?:den\s+)?$"
)
_OF_YEAR: Final = re.compile(r"§\s*(\d{1,4})\s?/\s?((?:19|20)\d\d)(?!\d)")
_BODY: Final = re.compile(
    r"\b[\wåäöé-]*(?:nämnd(?:en)?|styrelsen?|fullmäktige|utskott(?:et)?|beredning(?:en)?|direktion(?:en)?"
    r"|regeringen|riksdagen|förvaltningsrätt(?:en)?|kammarrätt(?:en)?)s?\b",
    re.IGNORECASE,
)
_NEAR: Final = 110  # characters before a reference in which whose decision it is may stand


@frozen
class Reference:
    """A § of a meeting by its day, or of a year. `body` is the word for whose it is, where that stands."""

    number: int
    words: str
    day: date | None = None
    year: int = 0
    body: str = ""


@lru_cache(maxsize=4000)
def references_in(text: str) -> tuple[Reference, ...]:
    """Return the references to earlier decisions in a text."""
    if "§" not in text:
        return ()
    from .intake.values import days_said  # its patterns are made when the first text asks for them

    flat = plain(text)
    found: list[Reference] = []
    for said in days_said(flat):
        after = _AFTER.match(flat, said.end)
        before = _BEFORE.search(flat[max(0, said.start - 60) : said.start]) if after is None else None
        if after is not None:
            words = flat[said.start : after.end()]
            found.append(Reference(int(after[1]), words, said.day, said.day.year, _whose(flat, said.start)))
        elif before is not None:
            start = max(0, said.start - 60) + before.start()
            words = flat[start : said.end]
            found.append(Reference(int(before[1]), words, said.day, said.day.year, _whose(flat, start)))
    of_years = (
        Reference(int(match[1]), match[0], None, int(match[2]), _whose(flat, match.start()))
        for match in _OF_YEAR.finditer(flat)
    )
    return (*found, *of_years)


def is_own(reference: Reference, names: tuple[str, ...]) -> bool:
    """Whether a reference is to the body with these names: it says so, or names none."""
    word = reference.body.casefold()
    if not word or word in ("nämnd", "nämnden", "nämndens"):
        return True
    return any(word.removesuffix("s").removesuffix("en") in name.casefold() for name in names if name)


def _whose(text: str, before: int) -> str:
    """The last body that is named in the sentence before a reference."""
    near = re.split(r"[.!?:](?=\s)", text[max(0, before - _NEAR) : before])[-1]
    named = _BODY.findall(near)
    return named[-1] if named else ""
