"""Swedish order and case folding without any system locale: the same in SQL, in lists and on paper.

å, ä and ö come after z; w is a letter of its own; é is sorted as e, ü as y, æ as ä, ø as ö (Svenska
skrivregler); digits are compared as numbers («§ 9» before «§ 10»); signs come before digits, digits
before letters. Case and accents decide only between texts that are otherwise the same, so that the order
is total: two texts are equal in it only when they are the same text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_OWN_LETTERS = "åäö"
_PLAIN = {"æ": "ä", "ø": "ö", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "œ": "oe", "ı": "i"}
_SORTED_AS = {"ü": "y", "ű": "y"}
_WEIGHTS = str.maketrans({"å": "{", "ä": "|", "ö": "}"})  # the three characters after z in ASCII
_DIGITS = re.compile(r"\d+")
_LONGEST_NUMBER = 0xD7FF  # digits; the length must be one character


def fold(text: str) -> str:
    """Return `text` for searching: lower case and without accents, but with å, ä and ö as they are.

    «Åsa» and «ÅSA» give «åsa» (never «asa»); «Renée» gives «renee».
    """
    return "".join(_folded(character) for character in unicodedata.normalize("NFC", text).casefold())


@lru_cache(maxsize=32_768)
def swedish_key(text: str) -> tuple[str, str]:
    """Return the key that `sorted` and `min` want; the second part settles ties (case, accents)."""
    letters = unicodedata.normalize("NFC", text).casefold()
    primary = "".join(_SORTED_AS.get(c) or _folded(c) for c in letters)
    pieces = _DIGITS.split(primary)
    numbers = _DIGITS.findall(primary)
    weighed = [_weigh(pieces[0])]
    for number, piece in zip(numbers, pieces[1:], strict=True):
        weighed += [_weigh_number(number), _weigh(piece)]
    return "".join(weighed), text


def compare(left: str, right: str) -> int:
    """Return -1, 0 or 1: the form that a database collation wants."""
    a, b = swedish_key(left), swedish_key(right)
    return (a > b) - (a < b)


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character.isascii() or character in _OWN_LETTERS:
        return character
    if character in _PLAIN:
        return _PLAIN[character]
    bare = "".join(c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c))
    return bare or character


def _weigh(piece: str) -> str:
    """Give white space weight 1, other signs 2 and letters their place in the alphabet."""
    if piece.isalpha():
        return piece.translate(_WEIGHTS)
    return "".join(
        "\x01" if c.isspace() else c.translate(_WEIGHTS) if c.isalpha() else "\x02" + c for c in piece
    )


def _weigh_number(digits: str) -> str:
    """Write a number so that text order is number order: «0», its length, its digits."""
    plain = "".join(str(unicodedata.decimal(c)) for c in digits).lstrip("0")
    return f"0{chr(min(len(plain), _LONGEST_NUMBER))}{plain}"


def fold_all(texts: Sequence[str]) -> list[str]:
    """Return `fold` of each text, line breaks as spaces; many at once, for each alone would take long."""
    whole = "\n".join([text.replace("\n", " ") for text in texts])
    folded = unicodedata.normalize("NFC", whole).casefold()
    odd = {c for c in set(folded) if not c.isascii() and c not in _OWN_LETTERS}
    if odd:
        folded = folded.translate({ord(c): _folded(c) for c in odd})
    return folded.split("\n") if texts else []
