"""Who decided, for whom and by which point, as they stand in one cell; and the numbers of the diary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from ...delegation_lists import organisation_like
from ..found_delegated import DelegatedField, RowDoubt
from ..namely import is_body, is_person, is_title, is_unit
from ..sheets import Cell
from .municipalities import is_municipality
from .texts import has_letters, is_day, is_number, quoted, said, text_of

_LONGEST_NAME: Final = 120
_MOST_OF_TITLE: Final = 6  # words
_LONGEST_PARTY: Final = 3
_SHORT_TITLE: Final = re.compile(r"(?P<title>[A-ZÅÄÖa-zåäö-]{4,}\.)\s+(?P<name>.+)")
_NO_TITLE: Final = re.compile(
    r"(?:för|genom|på|i|vid|av|om|från|till|ej|inte|enligt|född|frånvarande|the|on|by)\b", re.IGNORECASE
)
_LABEL: Final = re.compile(r"(?:beslutsfattare|delegat|beslutat av|beslut av)\s*:\s*", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"(?P<first>[^()]+?)\s*\((?P<second>[^()]+)\)")
_PARTED: Final = re.compile(r"\s*[,/;]\s*|\s+[-–—]\s+|\s*\n\s*|\s*:\s+")
_NO_OFFICE: Final = frozenset(["och", "samt", "genom", "av", "åt", "via", "efter", "enligt", "på", "från"])
_SEVERAL: Final = re.compile(r"\s+och\s+|\s*[&+,/;]\s*", re.IGNORECASE)
_INITIALED: Final = re.compile(r"(?:[A-ZÅÄÖ]\.\s?){1,3}[A-ZÅÄÖ][\wåäöé-]+(?:\s[A-ZÅÄÖ][\wåäöé-]+)?")
_ONE_NAME: Final = re.compile(
    r"(?:(?:von|af|de|van|der|den|al|el)\s){0,2}[A-ZÅÄÖÉ][\wåäöéü-]+(?:\s[A-ZÅÄÖÉ][\wåäöéü-]+)?"
)
_PLAIN_NUMBER: Final = re.compile(r"(?=\S*\d)[^\s,;()':]{3,24}")
_DIARY_LABEL: Final = re.compile(r"(?:dnr|diarienr|diarienummer|ärendenr)\.?\s*:?\s+(?=\S*\d)", re.IGNORECASE)
_SEVERAL_NUMBERS: Final = re.compile(r"\S*\d\S*\s*(?:[,;+&]|\boch\b)\s*\S*\d\S*")
_NUMBER_AND_WORDS: Final = re.compile(
    r"((?:[A-ZÅÄÖ]{1,8}[ -])?(?=\S*\d)[\w/.:-]{3,24}?)[,:;]?\s+(?:[-–—]\s*)?([A-ZÅÄÖa-zåäö][\wåäö]{3,}.*)"
)
_PERSON_NUMBER: Final = re.compile(
    r"(?<!\d)(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|[67]\d|8\d|9[01])[-+ ]?\d{4}(?!\d)"
)
_NOUGHTS: Final = bytes.maketrans(b"123456789", b"0" * 9)
_FORMS: Final = [
    b"000000%b0000" % sign for sign in (b"", b"-", b"+", b" ")
]  # of any personnummer: found sooner
_NUMBER: Final = r"(?:[A-ZÅÄÖ]{1,3}\s?[-.]?)?\d{1,3}(?:[.:]\d{1,3}){0,4}(?:(?:[a-zåäö]|\s[a-h])\b\)?)?"
_POINT: Final = re.compile(
    rf"(?:(?:enligt|enl\.?|i|do|delo|delegations?(?:ordningen|ordning|bestämmelser(?:na)?)?s?|del\.?ordn?\.?)\s+)*"
    rf"(?:(?:delegations?)?punkt(?:en)?|pkt\.?|p\.?|nr\.?|§)?\s*(?P<point>{_NUMBER})\s*[.:)]?(?:\s*§)?"
    r"(?P<rest>\s+\D.*|\s*[-–—,:;]\s*.*)?",
    re.IGNORECASE,
)
_IN_ORDER: Final = re.compile(r"\s*,?\s*(?:i|enligt|enl\.?)\s+.*del(?:egat|\.|ordn).*", re.IGNORECASE)
_GENDERS: Final = {
    "k": "K",
    "kv": "K",
    "kvinna": "K",
    "kvinnor": "K",
    "kvinne": "K",
    "female": "K",
    "f": "K",
    "m": "M",
    "man": "M",
    "män": "M",
    "mann": "M",
    "male": "M",
    "j": "J",
    "jämn": "J",
    "jämnt": "J",
    "jamn": "J",
    "jevn": "J",
    "blandat": "J",
    "lika": "J",
    "50/50": "J",
    "m/k": "J",
    "k/m": "J",
    "kvinde": "K",
    "mand": "M",
    "nainen": "K",
    "mies": "M",
    "♀": "K",
    "♂": "M",
}
_YES: Final = frozenset(
    ["ja", "j", "x", "1", "yes", "y", "sant", "true", "ordförandebeslut", "ordf", "ordf.", "✓", "√"]
)
_NO: Final = frozenset(["nej", "n", "0", "no", "falskt", "false", ""])
URGENT: Final = re.compile(r"ordförande\s?beslut|\bordf\.?\s?beslut|brådskande", re.IGNORECASE)
"""Words for decisions in brådskande ärenden (KL 6:39)."""

Decider = tuple[str, str]


def read_text(cell: Cell) -> tuple[str, RowDoubt | None]:
    """Return the text of a cell."""
    return said(cell), None


def read_plain(cell: Cell) -> tuple[str, RowDoubt | None]:
    """Return the text of a cell of which 0 is nothing."""
    text = said(cell)
    return "" if text == "0" else text, None


def read_recipient(cell: Cell) -> tuple[str, RowDoubt | None]:
    """Return who a decision concerns; a personnummer among the words is told."""
    text = said(cell)
    if len(text) > 9 and _PERSON_NUMBER.search(text):
        message = "Ett personnummer står i cellen. Ta bort det innan listan blir offentlig."
        return text, RowDoubt(DelegatedField.RECIPIENT, message, quoted(cell))
    return text, None


def has_person_number(text: str) -> bool:
    """Whether something like a personnummer stands in a text, which may be a whole column."""
    digits = text.encode(errors="replace").translate(_NOUGHTS)
    return any(form in digits for form in _FORMS) and _PERSON_NUMBER.search(text) is not None


def person_numbers(text: str) -> Iterator[str]:
    """Yield what may be personnummer in a text."""
    return (found[0] for found in _PERSON_NUMBER.finditer(text))


def read_gender(cell: Cell) -> tuple[str, RowDoubt | None]:
    """Return «K», «M» or «J» (jämn), or the words as they stand."""
    text = said(cell)
    return _GENDERS.get(text.casefold().rstrip("."), "" if text == "0" else text), None


def is_gender(text: str) -> bool:
    """Whether a word is one for a gender."""
    return text.casefold().rstrip(".") in _GENDERS


def read_urgent(cell: Cell) -> tuple[bool, RowDoubt | None]:
    """Return whether a cell says that a decision is an ordförandebeslut."""
    text = said(cell).casefold()
    if text in _YES or URGENT.search(text):
        return True, None
    if text in _NO:
        return False, None
    message = f"”{quoted(cell)}” är varken ja eller nej om ordförandebeslut."
    return False, RowDoubt(DelegatedField.URGENT, message, quoted(cell))


def is_yes_or_no(text: str) -> bool:
    """Whether a text is an answer."""
    return text.casefold() in _YES | _NO


def read_decider(cell: Cell) -> tuple[Decider, RowDoubt | None]:
    """Return name and title: «Områdeschef Karin Ek», «Karin Ek, områdeschef», «K. Ek (områdeschef)»."""
    if isinstance(cell, str) and len(lines := cell.strip().splitlines()) == 2:
        decider = _named_and_titled(*(_in_order(line.strip(" ,")) for line in lines))
        if decider is not None and is_person(decider[0]):
            return decider, None  # name and title on a line each
    text = _LABEL.sub("", said(cell), count=1)
    if text == "0" or not text:
        return ("", ""), None
    if len(text) > _LONGEST_NAME:
        return (text, ""), None
    decider = _split(text)
    if decider is not None:
        return decider, None
    names = [part for part in _SEVERAL.split(text) if part]
    if len(names) > 1 and all(map(_is_name, names)):
        message = f"”{quoted(cell)}” är mer än en beslutsfattare."
        return (text, ""), RowDoubt(DelegatedField.DECIDED_BY, message, quoted(cell))
    return (text, ""), None


def _split(text: str) -> Decider | None:
    if found := _IN_BRACKETS.fullmatch(text):
        first, second = _in_order(found["first"]), found["second"]
        return _named_and_titled(first, second) or _person_and_words(first, second)
    parts = _PARTED.split(text)
    if len(parts) == 3 and is_title(parts[2]) and _turned_round(parts[0], parts[1]):
        return f"{parts[1]} {parts[0]}", _capital(parts[2])  # «Ek, Karin, områdeschef»
    if len(parts) == 2:
        first, second = parts
        if (decider := _named_and_titled(first, second)) is not None:
            return decider
        if "," in text and _turned_round(first, second):
            return f"{second} {first}", ""  # «Ek, Karin»
        return _person_and_words(first, second) if "," in text and not second.istitle() else None
    words = text.split()
    for at in range(len(words) - 1, 0, -1):
        title, name = " ".join(words[:at]), " ".join(words[at:])
        if _begins_as_title(words[:at]) and _is_name(name) and not (at > 1 and is_title(words[at])):
            return name, _capital(title)
    if is_title(text):
        name, title = " ".join(words[:2]), " ".join(words[2:])
        if title[:1].islower() and is_person(name) and is_title(title):
            return name, _capital(title)  # «Karin Ek områdeschef»
        return "", _capital(text)
    if (found := _SHORT_TITLE.fullmatch(text)) and is_person(found["name"]):
        return found["name"], _capital(found["title"])  # «Miljöinsp. Moa Järv»
    return None


def _named_and_titled(first: str, second: str) -> Decider | None:
    """Return the two parts as name and title, whichever stands first."""
    if is_title(second) and not is_title(first):
        return first, _capital(second)
    if is_title(first) and not is_title(second):
        return second, _capital(first)
    return None


def _in_order(text: str) -> str:
    """Return «Karin Ek» of «Ek, Karin»."""
    first, sign, second = (part.strip() for part in text.partition(","))
    return f"{second} {first}" if sign and _turned_round(first, second) else text


def _begins_as_title(words: Sequence[str]) -> bool:
    """Whether words before a name are a title, with what it is of: «Områdeschef näringsliv»."""
    more = words[1:]
    return is_title(" ".join(words)) or (
        is_title(words[0])
        and all(w.islower() and w.isalpha() for w in more)
        and not _NO_OFFICE.intersection(more)
    )


def _turned_round(first: str, second: str) -> bool:
    """Whether a family name stands before the other; «Karin Ek, Per Alm» are two persons."""
    two = _is_name(first) and _is_name(second)
    return not two and bool(_ONE_NAME.fullmatch(first) and _ONE_NAME.fullmatch(second))


def _person_and_words(first: str, second: str) -> Decider | None:
    """Return a name and what stands after it as a title that no list of titles has: «Head of unit».

    «(S)» is a party and «(Ekby)» a place.
    """
    words = second.split()
    titled = (
        is_person(first)
        and 1 <= len(words) <= _MOST_OF_TITLE
        and not second.isupper()
        and second.replace(" ", "").replace("-", "").isalpha()
        and not _NO_TITLE.match(second)
        and len(second) > _LONGEST_PARTY
        and not (is_person(second) or is_municipality(second) or is_unit(second) or is_body(second))
        and not organisation_like(second)
    )
    return (first, _capital(second)) if titled else None


def _is_name(text: str) -> bool:
    return is_person(text) or _INITIALED.fullmatch(text) is not None


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]


def read_title(cell: Cell) -> tuple[str, RowDoubt | None]:
    """Return a title of office, with a capital."""
    text = said(cell)
    return "" if text == "0" else _capital(text), None


is_plain_number: Final = _PLAIN_NUMBER.fullmatch
"""Whether a text is one word with a digit, as nearly all diary numbers are, and needs no closer look."""


def read_diary_number(cell: Cell) -> tuple[str, RowDoubt | None]:
    """Return a diary number as it stands, without «Dnr» before it."""
    if isinstance(cell, str) and is_plain_number(cell):
        return cell, None
    if isinstance(cell, date | datetime) or is_day(cell):
        message = f"Excel har gjort ett datum av diarienumret: {quoted(cell)}."
        return "", RowDoubt(DelegatedField.DIARY_NUMBER, message, quoted(cell))
    text = said(cell)
    if text == "0":
        return "", None
    text = _DIARY_LABEL.sub("", text, count=1)
    if text and not any(map(str.isdigit, text)):
        message = f"”{quoted(cell)}” är inget diarienummer."
        return "", RowDoubt(DelegatedField.DIARY_NUMBER, message, quoted(cell))
    if is_number(cell) and "," in text:
        message = f"Excel har gjort ett tal av diarienumret: {quoted(cell)}."
        return "", RowDoubt(DelegatedField.DIARY_NUMBER, message, quoted(cell))
    if len(text) < _LONGEST_NAME and _SEVERAL_NUMBERS.fullmatch(text):
        message = f"”{quoted(cell)}” är mer än ett diarienummer."
        return text, RowDoubt(DelegatedField.DIARY_NUMBER, message, quoted(cell))
    return text, None


def part_diary_number(text: str) -> tuple[str, str]:
    """Return the number of «27SK12 Mikrobidrag» and the words with it; a number alone is left as it is."""
    found = _NUMBER_AND_WORDS.fullmatch(text) if len(text) < 200 else None
    return (found[1], found[2]) if found else (text, "")


def read_point(cell: Cell) -> tuple[tuple[str, str], RowDoubt | None]:
    """Return the number of a point, and what stands with it: («3.2», «Mikrobidrag»)."""
    if is_day(cell):
        message = f"Excel har gjort ett datum av punkten: {quoted(cell)}."
        return ("", ""), RowDoubt(DelegatedField.POINT, message, quoted(cell))
    if is_number(cell):
        return (text_of(cell).replace(",", "."), ""), None
    text = said(cell)
    if not text or text == "0":
        return ("", ""), None
    found = _POINT.fullmatch(text) if len(text) < 300 else None
    if found is None:
        if any(map(str.isdigit, text)) or len(text) > 30 or " " in text:
            message = f"”{quoted(cell)}” är ingen punkt i en delegationsordning."
            return ("", ""), RowDoubt(DelegatedField.POINT, message, quoted(cell))
        return (text, ""), None  # «B», «IV»
    rest = _IN_ORDER.sub("", found["rest"] or "").strip(" -–—,:;.")
    return (" ".join(found["point"].split()).rstrip(")"), rest if has_letters(rest) else ""), None
