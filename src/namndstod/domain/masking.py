"""Taking marked words out of texts, and the same words wherever else they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .marks import SECRECY, Span, joined, marked, readable
from .records import BlockKind, MarkKind
from .swedish import plain
from .texts import Draft

if TYPE_CHECKING:
    from .content import Run

T = TypeVar("T")

MASKED: Final = "[maskerat]"
"""What stands in the place of words that were taken out."""
LONG: Final = 10
"""Characters from which marked words are taken out wherever they stand, even inside other words."""
_SHORT: Final = 3  # shorter ones are taken out only where they are marked
_ENDS: Final = " ,.;:!?()\n\t\u00a0”\"'"


def masked(draft: Draft, kinds: Collection[MarkKind]) -> Draft:
    """Return the block with its marked words replaced by MASKED; emphasis stays on what is left."""
    spans = marked(draft, kinds)
    rest = tuple(m for m in draft.marks if m.kind not in SECRECY)
    if not spans:
        return replace(draft, marks=rest)
    text = without(readable(draft), spans, keep="\t\n" if draft.kind is BlockKind.TABLE else "")
    if draft.kind is BlockKind.TABLE:
        return replace(draft, rows=tuple(tuple(line.split("\t")) for line in text.split("\n")), marks=())
    moved = (replace(m, start=_moved(m.start, spans), end=_moved(m.end, spans)) for m in rest)
    return replace(draft, text=text, marks=tuple(m for m in moved if m.start < m.end))


def without(text: str, spans: Iterable[Span], *, keep: str = "") -> str:
    """Return `text` with each span replaced by MASKED; characters in `keep` within them stay."""
    out, at = [], 0
    for start, end in spans:
        pieces = re.split(f"([{keep}])", text[start:end]) if keep else [text[start:end]]
        out += [text[at:start], *(p if p in keep else MASKED for p in pieces)]
        at = end
    return "".join([*out, text[at:]])


def _moved(place: int, spans: Iterable[Span]) -> int:
    """Return where a place in a text stands after its spans have been replaced."""
    shift = 0
    for start, end in spans:
        if place >= end:
            shift += len(MASKED) - (end - start)
        elif place > start:
            return start + shift + len(MASKED)
    return place + shift


@dataclass(frozen=True)
class Words:
    """Words to take out wherever they stand: long ones anywhere, short ones as words of their own.

    Non-breaking spaces and hyphens, other quotes and capitals make no difference.
    """

    phrases: frozenset[str] = frozenset()

    @staticmethod
    def of(texts: Iterable[str]) -> Words:
        """Return the words of marked passages, without the signs at their ends."""
        bare = (" ".join(plain(text).strip(_ENDS).split()) for text in texts)
        return Words(frozenset(t for t in bare if len(t) >= _SHORT and any(map(str.isalnum, t))))

    @property
    def long(self) -> Words:
        """The words that are taken out anywhere in a paper."""
        return Words(frozenset(p for p in self.phrases if len(p) >= LONG))

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where in `text` the words stand."""
        if self._pattern is None or len(text) < _SHORT:
            return ()
        return joined(found.span() for found in self._pattern.finditer(text))

    def clean(self, text: str) -> str:
        """Return `text` without the words."""
        spans = self.spans(text)
        return without(text, spans) if spans else text

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self.phrases:
            return None
        longest_first = sorted(self.phrases, key=lambda p: (-len(p), p))
        return re.compile("|".join(map(_expression, longest_first)), re.IGNORECASE)


_LIKE = {" ": r"[\s\u00a0\u202f]+", "-": r"[-\u2010-\u2012\u2212]\u00ad?", '"': '["”“]', "”": '["”“]'}


def _expression(phrase: str) -> str:
    inner = "".join(_LIKE.get(c) or re.escape(c) for c in phrase)
    return inner if len(phrase) >= LONG else rf"(?<!\w){inner}(?!\w)"


_KEYS = frozenset({"id", "images", "logo", "pdf_sha", "page_texts"})


def cleaned(value: T, words: Words) -> T:
    """Return records, views or content trees with the words taken out of every text in them.

    What nothing was taken out of is the very same object. Ids, hashes and what attachments say are no texts
    of ours.
    """
    if not words.phrases:
        return value
    done: T = _cleaned(value, words)
    return done


def _cleaned(value: Any, words: Words) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else words.clean(value)
    if isinstance(value, tuple):
        from .content import Run  # not before a paper is made

        if value and all(isinstance(v, Run) for v in value):
            return _clean_runs(value, words)
        return _same_or(value, tuple(_cleaned(v, words) for v in value))
    if isinstance(value, Mapping):
        made = {key: _cleaned(v, words) for key, v in value.items()}
        return value if all(made[key] is value[key] for key in made) else made
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for field in fields(value):
            if field.name in _KEYS or field.name.endswith(("_id", "sha256")):
                continue
            old = getattr(value, field.name)
            new = _cleaned(old, words)
            if new is not old:
                changed[field.name] = new
        return replace(value, **changed) if changed else value
    return value


def _same_or(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    return old if all(a is b for a, b in zip(old, new, strict=True)) else new


def _clean_runs(runs: tuple[Run, ...], words: Words) -> tuple[Run, ...]:
    """Take words out of a stretch of runs, also where they go from one run into the next."""
    spans = words.spans("".join(run.text for run in runs))
    if not spans:
        return runs
    made, at = [], 0
    for run in runs:
        end = at + len(run.text)
        here = [(max(a, at), min(b, end), at <= a) for a, b in spans if a < end and b > at]
        text, place = "", at
        for start, stop, begins in here:
            text += run.text[place - at : start - at] + (MASKED if begins else "")
            place = stop
        text += run.text[place - at :]
        made.append(replace(run, text=text))
        at = end
    return tuple(run for run in made if run.text)
