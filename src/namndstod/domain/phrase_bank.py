"""The phrase bank (frasbank): sentences that a secretary writes again and again.

The program's own are data (`BANK`, from documents.md «Phrases»); those that a house adds are records of its
binder. Both hold placeholders in braces, which are filled in where the phrase is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from .frozen import frozen
from .records import BodyTerm, Record, TextRole
from .swedish import capitalised, plain


@frozen(kw_only=True)
class Phrase(Record):
    """Fras: a sentence of the bank, with placeholders. No `role`: for every text; no body: for all bodies."""

    text: str
    position: int
    role: TextRole | None = None
    body_id: str | None = None


@frozen
class Placeholder:
    """A place to fill in, characters `start` to `end` of a text: «{NN (P)}»."""

    start: int
    end: int
    text: str

    @property
    def name(self) -> str:
        """What belongs there: «NN (P)»."""
        return self.text[1:-1]


@frozen
class Offer:
    """A phrase that goes on where a person is writing, in the place of the last `replaces` characters."""

    text: str
    replaces: int


LEAST = 3
"""Letters from which phrases are offered unasked."""
MOST = 8
"""Phrases that are offered at once, unasked."""

_PLACEHOLDER = re.compile(r"\{[^{}\n]{1,40}\}")
_SENTENCE = re.compile(r"(?:^|[.!?:]\s+|\n)(?=\S)")
_ATT = "att "


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """Return the places that are still to be filled in."""
    return tuple(Placeholder(*m.span(), m[0]) for m in _PLACEHOLDER.finditer(text))


def phrases_for(role: TextRole, term: BodyTerm, own: Iterable[Phrase] = ()) -> tuple[str, ...]:
    """Return the phrases for a text of a body, with the body's names in them: the house's own first."""
    mine = [
        p.text
        for p in sorted(own, key=lambda p: p.position)
        if p.role in (None, role) and p.body_id in (None, term.body_id)
    ]
    from .phrase_data import BANK  # not before somebody writes

    ours = [text for text, roles in BANK if role in roles]
    return tuple(dict.fromkeys(_named(text, term) for text in (*mine, *ours)))


def _named(text: str, term: BodyTerm) -> str:
    for place, name in (("nämnd", term.name), ("nämnden", term.short_name)):
        text = text.replace(f"{{{place}}}", name).replace(f"{{{capitalised(place)}}}", capitalised(name))
    return text


def offers(
    before: str, phrases: Sequence[str], names: Sequence[str], *, asked: bool = False, clause: bool = False
) -> tuple[Offer, ...]:
    """Return the phrases that what is written before the cursor begins.

    A phrase that begins with a placeholder is met by what follows it, and by one of the `names` in its place
    («Karin Ek (S) yrk…»). In a `clause` the «att» of a phrase is left out, since it hangs before the text.
    When they were `asked` for, one letter is enough, a word inside the phrase fits too, and nothing written
    fits everything.
    """
    fitting = [_without_att(p) if clause else p for p in phrases]
    written = plain(before[_sentence_start(before) :])
    wanted = written.casefold()
    if not wanted.strip():
        return tuple(Offer(p, len(written)) for p in fitting) if asked else ()
    if not asked and len(wanted.strip()) < LEAST:
        return ()
    rest, name = _after_name(written, names)
    found = [o for p in fitting if (o := _begun(p, written, rest, name)) is not None]
    if asked:
        begun = {o.text for o in found}
        inside = [p for p in fitting if p not in begun and f" {wanted.strip()}" in plain(p).casefold()]
        found += [Offer(p, len(written)) for p in inside]
    return tuple(found if asked else found[:MOST])


def _after_name(written: str, names: Sequence[str]) -> tuple[str, str]:
    """Return what is written after a name at its beginning, and the name; nothing without one."""
    wanted = written.casefold()
    for name in names:
        begun = f"{plain(name)} ".casefold()
        if wanted.startswith(begun) and len(wanted) > len(begun):
            return written[len(begun) :], name
    return "", ""


def _begun(phrase: str, written: str, after_name: str, name: str) -> Offer | None:
    """Return the phrase when `written` is its beginning and not the whole of it."""
    whole, rest = _beginnings(phrase)
    if _fits(whole, written) or (rest and _fits(rest, written)):
        return Offer(phrase, len(written))
    if rest and after_name and _fits(rest, after_name):
        return Offer(f"{name} {plain(phrase)[-len(rest) :]}", len(written))
    return None


@lru_cache(maxsize=1000)
def _beginnings(phrase: str) -> tuple[str, str]:
    """Return how a phrase may begin: as it is, and after the placeholder that it begins with."""
    bare = plain(phrase)
    first = placeholders(bare)[:1]
    return bare.casefold(), bare[first[0].end :].lstrip().casefold() if first and not first[0].start else ""


def _fits(text: str, written: str) -> bool:
    wanted = written.casefold()
    return text.startswith(wanted) and len(text) > len(wanted.rstrip())


def _sentence_start(before: str) -> int:
    starts = [m.end() for m in _SENTENCE.finditer(before)]
    return starts[-1] if starts else len(before)


def _without_att(phrase: str) -> str:
    return phrase.removeprefix(_ATT)
