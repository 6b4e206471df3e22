"""What stands around the words of a heading: its diary number, a clock time, labels before a line."""

from __future__ import annotations

import re
from typing import Final

from .source import SourceLine
from .values import DIARY_WORD, is_diary_number

_CLOCK: Final = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_LEADING_TIME: Final = re.compile(
    rf"(?:ca\.?|cirka|kl\.?|klockan)?\s*{_CLOCK}(?:\s*[-–—]\s*{_CLOCK})?(?![.:\d])\s*[,:–—-]?\s+(?=\S)",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    rf"\s*[(\[,–—-]{{0,4}}\s*\b{DIARY_WORD}\b\.?\s*:?\s*(?P<rest>.*)$", re.IGNORECASE
)
_IN_BRACKETS: Final = re.compile(r"\s*[(\[]\s*(?P<inside>[^()\[\]]{4,40}?)\s*[)\]]\s*(?P<point>\.?)\s*$")
_AT_END: Final = re.compile(
    r"(?:\s*[,–—]\s*|\s+-\s*|\s+)(?P<number>[A-ZÅÄÖ]{2,6}[ /-]?\d{2,4}[/-]\d{1,6})\s*$"
)
_AT_START: Final = re.compile(
    r"(?P<number>[A-ZÅÄÖ]{2,6}[ /-]?\d{2,4}[/-]\d{1,6})\s*[,:–—-]?\s+(?P<rest>\D.*)$"
)
_NO_DIARY: Final = re.compile(
    r"(?:sou|ds|sfs|prop|bet|rskr|dir|eu|eg|skr|gdpr|osl|kl|fl|agenda|covid|iso)\b|.*\b(?:19|20)\d\d-(?:19|20)\d\d$",
    re.IGNORECASE,
)


def printed(line: SourceLine) -> str:
    """Return the text of a line with its label before it, as it was printed."""
    return f"{line.label} {line.text}".strip() if line.label else line.text.strip()


def split_diary_number(title: str) -> tuple[str, str]:
    """Return a heading and the diary number that stands in it: «Budget (KS 2024/12)», «…, dnr KS 2024/12»."""
    if (found := _LABELLED.search(title)) is not None:
        number, _, rest = found["rest"].partition(")")
        number = number.strip(" .,)]")
        if is_diary_number(number) and not rest.strip(" ."):
            return title[: found.start()].rstrip(" ,–—-"), number
    if (found := _IN_BRACKETS.search(title)) is not None and _is_own(found["inside"]):
        return title[: found.start()] + found["point"], found["inside"]
    if (found := _AT_END.search(title)) is not None and _is_own(found["number"]):
        return title[: found.start()].rstrip(" ,–—-"), found["number"]
    if (found := _AT_START.match(title)) is not None and _is_own(found["number"]):
        return found["rest"], found["number"]
    return title, ""


def without_time(text: str) -> tuple[str, str]:
    """Return a text without the clock time that it begins with, and that time: «kl. 9.00–9.30 Upprop»."""
    found = _LEADING_TIME.match(text)
    return (text[found.end() :], found[0].strip(" ,:–—-")) if found else (text, "")


def _is_own(number: str) -> bool:
    return is_diary_number(number) and _NO_DIARY.match(number) is None and not number.isdigit()
