"""Looking for what must not stand on the web: personnummer, addresses, phone numbers, «Kön» (rule 41)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PersonalKind(StrEnum):
    """What was found."""

    IDENTITY_NUMBER = "identity_number"  # personnummer or samordningsnummer
    SOLE_TRADER = "sole_trader"  # written as an organisationsnummer, but a person's number
    EMAIL = "email"
    PHONE = "phone"
    GENDER = "gender"  # a column or label «Kön»
    PROTECTED = "protected"  # somebody has skyddade personuppgifter


@dataclass(frozen=True, slots=True)
class PersonalData:
    """A find: the characters [start, end) of the text."""

    kind: PersonalKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Official:
    """What is an authority's own: e-mail domains («granbygden.example») and digits of phone numbers."""

    domains: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


NOBODY = Official()


def find_personal(text: str, today: date, official: Official = NOBODY) -> Iterator[PersonalData]:
    """Yield what is found in `text`, in order within each kind."""
    yield from _identity_numbers(text, today)
    for found in _EMAIL.finditer(text):
        if not _belongs(found[1].casefold(), official.domains):
            yield PersonalData(PersonalKind.EMAIL, *found.span())
    for found in _PHONE.finditer(text):
        digits = _digits(found[0])
        if digits not in official.phones and not digits.startswith(_OFFICES) and 8 <= len(digits) <= 11:
            yield PersonalData(PersonalKind.PHONE, *found.span())
    for kind, pattern in ((PersonalKind.GENDER, _GENDER), (PersonalKind.PROTECTED, _PROTECTED)):
        for found in pattern.finditer(text):
            yield PersonalData(kind, *found.span())


def phone_digits(number: str) -> str:
    """Return a Swedish phone number as its digits, «+46 70 …» as «070 …»."""
    return _digits(number)


# --- personnummer --------------------------------------------------------------------------------------

_HYPHENS = r"\-\u2010\u2011\u2012\u2013\u2212"
_NUMBER = re.compile(
    rf"(?<![\w+])(?<!\d[.,/{_HYPHENS}])"
    rf"(?:(?P<century>18|19|20)(?P<date12>\d{{6}})(?:[{_HYPHENS}+]\s?|[ \u00a0])?(?P<last12>\d{{4}})"
    rf"|(?P<date>\d{{6}})(?P<sign>(?:[{_HYPHENS}+]\s?)?)(?P<last>\d{{4}}))(?![\w{_HYPHENS}])"
)
_COMPANY = re.compile(
    r"(?:org(?:anisations)?\.?\s*-?\s*n(?:umme)?r\.?|organisationsnummer)\W*$", re.IGNORECASE
)
_MOBILE = re.compile(r"07[02369]")
_COORDINATION = 60  # is added to the day of a samordningsnummer


def _identity_numbers(text: str, today: date) -> Iterator[PersonalData]:
    for found in _NUMBER.finditer(text):
        digits = (found["date12"] or found["date"]) + (found["last12"] or found["last"])
        if not checks(digits) or not _is_date(found["century"] or "", digits[:6], today):
            continue
        if not found["century"] and not found["sign"] and _MOBILE.match(digits):
            continue  # a mobile number written in one
        company = _COMPANY.search(text[max(0, found.start() - 30) : found.start()])
        kind = PersonalKind.SOLE_TRADER if company else PersonalKind.IDENTITY_NUMBER
        yield PersonalData(kind, *found.span())


def checks(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of the others (SFS 1967:419; Luhn)."""
    total = 0
    for place, digit in enumerate(digits[:9]):
        product = int(digit) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return (10 - total % 10) % 10 == int(digits[9])


def _is_date(century: str, digits: str, today: date) -> bool:
    """Whether six digits are a day of birth, in the century given or in one that is possible."""
    month, day = int(digits[2:4]), int(digits[4:6])
    if day > _COORDINATION:
        day -= _COORDINATION
    for hundred in (century,) if century else ("20", "19"):
        try:
            born = date(int(hundred + digits[:2]), month, day)
        except ValueError:
            continue
        if born <= today:
            return True
    return False


# --- the others ----------------------------------------------------------------------------------------

_EMAIL = re.compile(r"[\w.+%-]+@((?:[\w-]+\.)+[A-Za-zÅÄÖåäö]{2,})")
_PHONE = re.compile(
    r"(?<![\w.,/+\-\u2011])(?:(?:\+46|0046)[ \u00a0-]?(?:\(0\)[ \u00a0-]?)?[1-9]\d{0,2}|0[1-9]\d{0,2})"
    r"(?:[ \u00a0]?[-\u2011\u2013][ \u00a0]?|[ \u00a0])?\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3}(?![\w\-\u2011])"
)
_OFFICES = ("010", "020", "0771")  # numbers that no private person has
_GENDER = re.compile(r"(?<!\w)(?:Kön|KÖN|Juridiskt kön)(?=\s*(?:[\t\n:|(]|$))", re.MULTILINE)
_PROTECTED = re.compile(
    r"\bskydda(?:d|de)\s+(?:identitet|personuppgifter|folkbokföring|adress)\b"
    r"|\bsekretessmarker\w+|\bkvarskrivning\b",
    re.IGNORECASE,
)


def _belongs(domain: str, official: Collection[str]) -> bool:
    return any(domain == own or domain.endswith(f".{own}") for own in official)


def _digits(number: str) -> str:
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if number.lstrip().startswith("+46"):
        return "0" + digits[2:]
    return "0" + digits[4:] if digits.startswith("0046") else digits
