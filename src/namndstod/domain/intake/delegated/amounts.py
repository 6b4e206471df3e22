"""Belopp: whole kronor in every way people write them in a cell."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from typing import Final

from ...swedish import NBSP, whole_number
from ..found_delegated import DelegatedField, RowDoubt
from ..sheets import Cell
from .texts import is_nothing, quoted, text_of

_LONGEST: Final = 40
_LARGEST: Final = 10**13
_THOUSAND: Final = 1_000
_FACTORS: Final = {
    "tkr": _THOUSAND,
    "ksek": _THOUSAND,
    "kkr": _THOUSAND,
    "tsek": _THOUSAND,
    "tusen": _THOUSAND,
    "tusen kr": _THOUSAND,
    "tusental": _THOUSAND,
    "tusental kr": _THOUSAND,
    "tusental kronor": _THOUSAND,
    "tusen kronor": _THOUSAND,
    "mkr": _THOUSAND**2,
    "mnkr": _THOUSAND**2,
    "msek": _THOUSAND**2,
    "milj": _THOUSAND**2,
    "milj kr": _THOUSAND**2,
    "miljoner": _THOUSAND**2,
    "miljon": _THOUSAND**2,
    "miljoner kr": _THOUSAND**2,
    "miljoner kronor": _THOUSAND**2,
    "kr": 1,
    "kronor": 1,
    "sek": 1,
    "skr": 1,
    ":-": 1,
    "": 1,
}
_WRITTEN: Final = re.compile(
    r"(?P<most>(?:högst|max(?:imalt)?|upp till)\.?\s+)?(?P<before>kr|sek)?\.?\s*"
    r"(?P<open>\()?(?P<sign>[-−–+])?\s*(?P<before2>kr|sek)?\s*"
    r"(?P<number>\d[\d .,'’]*)(?P<dash>[,.]?[-–—]|:[-–—]?|=)?\s*"
    r"(?P<unit>tusen(?:tal)?(?:\s(?:kr|kronor))?|milj(?:on(?:er)?)?\.?(?:\s(?:kr|kronor))?|[tm]n?kr|kkr|[kmt]?sek|kronor|s?kr|:-)?\.?"
    r"(?P<close>\))?",
    re.IGNORECASE,
)
_SIMPLE: Final = re.compile(r"(\d{1,3}(?:\s\d{3}){0,3}|\d{1,12})(?:,00)?(?:\s?(?:kr|kronor|SEK|:-))?")
_SPACED: Final = re.compile(r"\d{1,3}(?:[ '’]\d{3})+(?:[,.](\d{1,2}))?")
_PLAIN: Final = re.compile(r"\d+(?:[,.](\d{1,2}))?")
_POINTS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,(\d{1,2}))?")
_COMMAS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.(\d{1,2}))?")
_DECIMALS: Final = re.compile(r"\d+[,.]\d+")

Amount = tuple[int | None, RowDoubt | None]


def read_amount(cell: Cell, factor: int = 1) -> Amount:
    """Return whole kronor; öre are told and rounded. `factor` is what the heading counts in, tkr 1 000."""
    if type(cell) is float and factor == 1 and cell.is_integer() and abs(cell) < _LARGEST:
        return int(cell), None
    if isinstance(cell, bool):
        return None, _no_amount(cell)
    if isinstance(cell, int | float):
        return _of_number(cell, factor, cell)
    if not isinstance(cell, str):
        return None, _no_amount(cell)
    if factor == 1 and (plain := _SIMPLE.fullmatch(cell)):
        return int("".join(plain[1].split())), None
    text = text_of(cell)
    if is_nothing(text):
        return None, None
    found = _WRITTEN.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None, _no_amount(cell)
    unit = (found["unit"] or "").casefold().replace(".", "")
    times = _FACTORS.get(" ".join(unit.split()), 1)
    times = factor if not unit and not found["before"] and not found["before2"] else times
    number = found["number"].strip(" ,.")
    exact = _decimal(number, scaled=times > 1)
    if exact is None:
        return None, _no_amount(cell)
    dash, sign = found["dash"] or "", found["sign"] or ""
    after = dash in ("-", "–", "—") and not unit and found["number"][-1] not in ",."  # «500-», not «500,-»
    minus = sign in ("-", "−", "–") or after or bool(found["open"])
    kronor, doubt = _of_number(-exact if minus else exact, times, cell)
    if doubt is None and kronor is not None:
        doubt = _how(
            cell, kronor, after=after, brackets=bool(found["open"]), most=bool(found["most"]), number=number
        )
    return kronor, doubt


def _decimal(number: str, *, scaled: bool) -> Decimal | None:
    """Return a written number, None when it can be none or several."""
    if _SPACED.fullmatch(number) or _PLAIN.fullmatch(number):
        return Decimal(re.sub(r"[ '’]", "", number).replace(",", "."))
    if scaled and _DECIMALS.fullmatch(number):  # 1,234 mkr
        return Decimal(number.replace(",", "."))
    if _POINTS.fullmatch(number):
        return Decimal(number.replace(".", "").replace(",", "."))
    if _COMMAS.fullmatch(number):
        return Decimal(number.replace(",", ""))
    return None


def _of_number(number: int | float | Decimal, factor: int, cell: Cell) -> Amount:
    if not isfinite(number) or not -_LARGEST < number < _LARGEST:
        return None, _no_amount(cell)
    if isinstance(number, float):
        number = round(number, 4)
        if factor == 1 and number.is_integer():
            return int(number), None
    exact = Decimal(str(number)) * factor
    whole = int(exact.to_integral_value(ROUND_HALF_UP))
    if abs(exact - whole) < Decimal("0.005"):
        return whole, None
    told = f"{exact:.2f}".replace(".", ",")
    message = f"{told}{NBSP}kr är avrundat till hela kronor: {_kronor(whole)}."
    return whole, _doubt(message, cell)


def _how(cell: Cell, kronor: int, *, after: bool, brackets: bool, most: bool, number: str) -> RowDoubt | None:
    words = quoted(cell)
    if after or brackets:
        return _doubt(f"”{words}” är läst som minus: {_kronor(kronor)}.", cell)
    if most:
        return _doubt(f"”{words}” är läst som {_kronor(kronor)}.", cell)
    if number.count(",") == 1 and "." not in number and _COMMAS.fullmatch(number):
        return _doubt(f"Kommat i ”{words}” är läst som tusental: {_kronor(kronor)}.", cell)
    return None


def _no_amount(cell: Cell) -> RowDoubt:
    return _doubt(f"”{quoted(cell)}” är inget belopp i kronor.", cell)


def _doubt(message: str, cell: Cell) -> RowDoubt:
    return RowDoubt(DelegatedField.AMOUNT, message, quoted(cell))


def _kronor(amount: int) -> str:
    return f"{whole_number(amount)}{NBSP}kronor"
