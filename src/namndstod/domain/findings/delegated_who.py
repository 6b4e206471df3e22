"""Whether a decision is by a certain delegate: names and titles are written in many ways."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ..delegation import Delegate
from ..swedish import plain
from ..swedish_sort import fold

_WORD: Final = re.compile(r"[^\W_]+")
_PIECES: Final = re.compile(r"[,;/()\n]+")
_ACTING: Final = re.compile(r"^(?:t\.?\s?f\.?|tillförordnad|vik(?:\.|\b)|vikarierande)\s+")
_OF_BODY: Final = re.compile(r"^\w+(?:nämndens|styrelsens|utskottets|kommunens|regionens)\s+|^nämndens\s+")
_FIRST: Final = re.compile(r"^(?:1:e|1:a|förste|första)\s+")
_SHORT: Final = {"ordf": "ordförande", "bitr": "biträdande", "v": "vice"}
_ENDINGS: Final = ("", "n", "en", "et", "t", "s")


@lru_cache(maxsize=8192)
def is_by(delegate_name: str, delegate_title: str, who: str, titles: tuple[str, ...]) -> bool:
    """Whether somebody called `who` with one of `titles` is the delegate, who is a person or has a title.

    A delegate with a name is that person, or who writes nothing but the title; one without is whoever has
    the title.
    """
    pieces = [piece for piece in _PIECES.split(who) if piece.strip()]
    by_title = any(_title_fits(title, delegate_title) for title in titles) or any(
        _begins_with(piece, delegate_title) for piece in pieces
    )
    if not delegate_name:
        return by_title
    if not who.strip():
        return by_title
    return name_fits(who, delegate_name) or _same_title(who, delegate_title)


def name_fits(written: str, name: str) -> bool:
    """Whether `written` is a way of writing a person's name.

    «Ek, Karin», «K. Ek», «Karin Maria Ek», «områdeschef Karin Ek» and a bare surname are.
    """
    words, wanted = _name(written), _name(name)
    if not words or not wanted:
        return False
    if len(words) == 1 or len(wanted) == 1:
        return words[-1] == wanted[-1]
    if len(set(words) & set(wanted)) > 1 and (wanted[-1] in words or words[-1] in wanted):
        return True
    initials = {w for w in words if len(w) == 1}
    rest = [w for w in words if len(w) > 1]
    return bool(initials) and wanted[-1] in rest and initials <= {w[0] for w in wanted[:-1]}


def delegate_label(delegate: Delegate) -> str:
    """«områdeschef Karin Ek», «områdeschef» or «Karin Ek», as inside a sentence."""
    from ..delegation_lists import delegate as said

    return said(delegate.title, delegate.name)


@lru_cache(maxsize=2048)
def _name(text: str) -> tuple[str, ...]:
    """Return the words of a name, given names first."""
    bare = re.sub(r"\([^)]*\)", " ", text)
    last, comma, given = bare.partition(",")
    if comma and len(_WORD.findall(last)) == 1 and _WORD.findall(given):
        bare = f"{given} {last}"
    return tuple(_WORD.findall(fold(bare)))


@lru_cache(maxsize=2048)
def _title(text: str) -> tuple[str, ...]:
    said = fold(plain(text)).strip()
    for pattern in (_ACTING, _OF_BODY, _FIRST):
        said = pattern.sub("", said)
    return tuple(_SHORT.get(word, word) for word in _WORD.findall(said))


def _title_fits(written: str, wanted: str) -> bool:
    """Whether one title is the other, or its beginning: «områdeschef» and «Områdeschef Regional tillväxt»."""
    one, other = _title(written), _title(wanted)
    return bool(one and other) and all(map(_same_word, one, other))


def _same_title(written: str, wanted: str) -> bool:
    one, other = _title(written), _title(wanted)
    return bool(one) and len(one) == len(other) and all(map(_same_word, one, other))


def _begins_with(written: str, wanted: str) -> bool:
    one, other = _title(written), _title(wanted)
    return bool(other) and len(one) >= len(other) and all(map(_same_word, one, other))


def _same_word(one: str, other: str) -> bool:
    """Whether two words are one, in any of its forms: «chef» and «chefen»."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.startswith(short) and long[len(short) :] in _ENDINGS
