"""Amounts in kronor as people write them."""

from __future__ import annotations

import re
from typing import Final

_UNIT = re.compile(r"(?:kronor|kr|sek)\.?$", re.IGNORECASE)
_NUMBER = re.compile(r"([-−–]?)(\d{1,3}(?:[ .]\d{3})+|\d+)(?:,(\d{1,2}|-|–)|\.(\d{1,2}))?(?::-|,-)?")
_NONE: Final = ("", "-", "–", "−", "—")


def parse_kronor(text: str) -> int | None:
    """Read whole kronor: 70 063, 70.063,00, «70 063 kr», 70063:-; öre are rounded. None: a dash or nothing.

    Raises ValueError for what is no amount.
    """
    bare = re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()
    bare = _UNIT.sub("", bare).strip()
    if bare in _NONE:
        return None
    found = _NUMBER.fullmatch(bare)
    if found is None:
        raise ValueError(f"no amount: {text!r}")
    sign, digits, comma, point = found.groups()
    kronor = int(re.sub(r"[ .]", "", digits))
    fraction = comma or point or ""
    if fraction.isdigit() and int(fraction.ljust(2, "0")) >= 50:
        kronor += 1
    return -kronor if sign else kronor
