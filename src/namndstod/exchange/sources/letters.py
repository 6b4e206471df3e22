"""Letters of others' files: composed, mended where a PDF's table of letters is broken, white space folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from ..plain import clean

MENDED = "Bokstäverna å, ä och ö är skadade i filen och har lagats; läs igenom texten."
_LEAST = 5  # damaged letters before a text counts as damaged
_SHARE = 0.2  # of all å, ä and ö
# A broken table gives the letter beneath and then another letter for the sign above it: «foö r», «aå ret».
_DOUBLED = {
    **{"aå": "å", "aä": "ä", "aö": "ä", "oö": "ö", "oä": "ö", "aÅ": "å"},
    **{"AÅ": "Å", "AÄ": "Ä", "AÖ": "Ä", "OÄ": "Ö", "OÖ": "Ö"},
}
_DAMAGE = re.compile(r"([aoAO][åäöÅÄÖ])( (?=\S))?")
_SURE_DAMAGE = re.compile(r"a[åö]|oö|AÅ|OÄ")
_SIGNS = {"¨": "\u0308", "˚": "\u030a", "´": "\u0301", "`": "\u0300"}
_SIGN_BEFORE = re.compile(r"([¨˚]) ?(?=([aouAOUy]))[aouAOUy]")
_SIGN_AFTER = re.compile(r"([aoAO])([¨˚])")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_SPACES = re.compile(r"\s+")
_NO_WORD = re.compile(r"(\S{200})\S{100,}")  # nothing that a person wrote; patterns are slow with it
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u00ad](?=.)")


def folded(text: str) -> str:
    """Return text on one line: letters composed, every white space one plain space, nothing unseen inside.

    A soft hyphen at the very end stays: it tells that the word goes on in the next line.
    """
    text = unicodedata.normalize("NFC", clean(text).translate(_LIGATURES)).replace("\u2011", "-")
    return _NO_WORD.sub(r"\1…", _UNSEEN.sub("", _SPACES.sub(" ", text).strip()))


def mender(text: str) -> Callable[[str], str] | None:
    """Return what mends the letters of a file whose whole text this is, or None when they are sound."""
    text = unicodedata.normalize("NFC", text)
    if sum(text.count(sign) for sign in "¨˚") >= _LEAST:
        return _joined_signs
    sound = sum(text.count(letter) for letter in "åäöÅÄÖ")
    damaged = len(_SURE_DAMAGE.findall(text))
    return _undoubled if damaged >= _LEAST and damaged > _SHARE * sound else None


def _undoubled(text: str) -> str:
    """Return «för» for «foö r» and «på bas» for «paå  bas»: the damage brings a space with it."""
    text = unicodedata.normalize("NFC", text)
    return _DAMAGE.sub(lambda m: _DOUBLED.get(m[1], m[0]), text)


def _joined_signs(text: str) -> str:
    """Return «för» for «f¨or» and for «fo¨r»."""
    text = _SIGN_BEFORE.sub(lambda m: m[0][-1] + _SIGNS[m[1]], text)
    text = _SIGN_AFTER.sub(lambda m: m[1] + _SIGNS[m[2]], text)
    return unicodedata.normalize("NFC", text)
