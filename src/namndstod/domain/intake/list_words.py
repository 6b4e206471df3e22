"""The words by which the lines of a föredragningslista are known."""

from __future__ import annotations

import re
from typing import Final

from .headings import Part, known_part
from .values import DIARY_WORD

LIST_HEADS: Final = frozenset(
    {"föredragningslista", "dagordning", "ärendelista", "föredragningslistan", "ärenden på dagordningen"}
    | {"ärenden", "ärendeförteckning", "förteckning över ärenden", "dagordning/ärendelista"}
    | {"föredragningslista/dagordning", "ärenden att behandla", "ärenden vid sammanträdet"}
)
# A heading begins with a letter, a quote or a bracket, or with a year («2024 års redovisning»).
AFTER_NUMBER: Final = r"(?=[^\W\d_]|[”\"'(]|(?:19|20)\d\d\s[^\W\d_]).+"
FURNITURE: Final = re.compile(
    r"\d{1,4} ?\(\d{1,4}\)|(?:sida|sid\.?)\s\d{1,4}(?:\s?(?:av|\(|/)\s?\d{1,4}\)?)?|www\.\S+|\f",
    re.IGNORECASE,
)
DIARY_LINE: Final = re.compile(rf"{DIARY_WORD}\b\s*(?:[.:]\s*)*(?=\S|$)", re.IGNORECASE)
PRESENTERS: Final = re.compile(
    r"(?:föredragande|föredragare|föredragning|föredras av|informatör(?:er)?|informerar)"
    r"\s*(?::|$)\s*(?P<names>.*)$",
    re.IGNORECASE,
)
_BULLET: Final = re.compile(
    r"(?:[•·▪◦●○■►\u2023\u25aa\uf0b7\uf0a7\uf02d][\s\u00a0]*|[-–—*][\s\u00a0]+|[a-zåäö]\)[\s\u00a0]+)(?=\S)"
)
_DECIDER: Final = re.compile(
    r"(?P<who>[^\s.:;][^.:;]{1,120}?\bbeslutar(?: för (?:egen|sin) del)?(?: följande)?"
    r"|[^\s.:;][^.:;]{1,60}?\bföreslår(?: att)? [^.:;]{1,80}? beslutar?(?: följande)?)"
    r"(?::$|$|:?\s+(?=att\s)(?P<rest>att\s.*)$)",
    re.IGNORECASE,
)
_PARTS: Final = {
    Part.PROPOSAL: "proposal",
    Part.SUMMARY: "summary",
    Part.BACKGROUND: "summary",
    Part.SUPPORT: "documents",
    Part.PREPARATION: "documents",
    Part.ATTACHMENTS: "documents",
}
_RUN_IN: Final = re.compile(r"(?P<head>[^:]{4,60}):\s+(?P<rest>\S.*)$")
_LONGEST_HEAD: Final = 60  # characters
_WIDEST_DECIDER: Final = 14  # words


def head_of(text: str) -> tuple[str, str]:
    """Return the part of an item that a line heads (or ""), and what follows on the same line."""
    if len(text) <= _LONGEST_HEAD and (part := _part(text.rstrip(" :"))):
        return part, ""
    if (found := _RUN_IN.match(text)) is not None and (part := _part(found["head"].strip())):
        proposes = found["rest"].startswith("att ") or decider_of(found["rest"])[0]
        if found["head"].casefold() != "förslag" or proposes:  # «Förslag: Ada Ek (S)» names a person
            return part, found["rest"]
    return "", text


def _part(words: str) -> str:
    if words.endswith((".", ",")) or not words[:1].isupper() or any(c.isdigit() for c in words):
        return ""
    known = known_part(words)
    return _PARTS.get(known, "") if known is not None else ""


def split_bullet(text: str) -> tuple[str, str]:
    """Return the bullet that a line begins with (or ""), and its text."""
    found = _BULLET.match(text)
    return (found[0].strip(), text[found.end() :]) if found else ("", text)


def decider_of(text: str) -> tuple[str, str]:
    """Return «Nämnden beslutar» and the clause that follows on the same line; empty when it is none."""
    found = _DECIDER.match(text.strip())
    if found is None or len(found["who"].split()) > _WIDEST_DECIDER or found["who"].startswith("att "):
        return "", text
    return found["who"].strip(), found["rest"] or ""
