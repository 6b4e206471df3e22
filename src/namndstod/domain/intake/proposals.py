"""Förslag till beslut: who decides, the att-satser or numbered sentences, the conditions below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from ..records import BlockKind
from ..texts import Draft
from .listings import marked
from .namely import is_body
from .source import SourceLine

_VERB: Final = r"(?:beslutar|besluta|beslutade|föreslås besluta|fattar följande beslut|fatta följande beslut)"
_AFTER: Final = r"(?: för (?:egen|sin) del| följande| att)*"
_PROVIDED: Final = r"(?:,? (?:under förutsättning|med förbehåll|med stöd av|i enlighet med|enligt)\b[^.]*)?"
_DECIDER: Final = re.compile(rf"[^.]*\b{_VERB}{_AFTER}{_PROVIDED},?\s*:?", re.IGNORECASE)
_DECIDER_ENDS: Final = re.compile(
    r".*\b(?:föreslår|föreslås)(?:\s[\wåäö-]+){0,4}(?: att)?\s*:?",
    re.IGNORECASE,
)
_IN_ONE: Final = re.compile(
    r"(?P<decider>[^.:]*?\b(?:beslutar|besluta)(?: för (?:egen|sin) del)?):?\s+(?P<clause>att\s.+)",
    re.IGNORECASE,
)
_ATT: Final = re.compile(r"att(?=\s|$)\s*", re.IGNORECASE)
_ATT_LAST: Final = re.compile(r"\s+att\s*:?$", re.IGNORECASE)
_CONDITIONS: Final = re.compile(
    r"(?:(?:särskilda|allmänna|följande|övriga) )?villkor(?:en)?"
    r"(?: (?:för|som|i|till|gäller)\b[^.]{0,80})?:?",
    re.IGNORECASE,
)
_IN_PLACE: Final = re.compile(r"I (?:den )?(?P<body>[^.:;,]{4,60}?):?")
_LONGEST_DECIDER: Final = 220
_CLAUSES: Final = (BlockKind.CLAUSE, BlockKind.NUMBERED)
_LAST_LETTER: Final = 25
_LONGEST_PLACE: Final = 60  # letters of «I nämnden:»; a longer one is a sentence with conditions below it


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: BlockKind
    text: str
    mark: str = ""
    indent: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal. `clauses` keep «att»; `drafts` are all of it in order as the program stores it."""

    deciders: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    drafts: tuple[Draft, ...] = field(default=())


def is_decider(text: str) -> bool:
    """Whether a line says who decides and nothing more: «Nämnden föreslår fullmäktige besluta att»."""
    bare = text.strip()
    return (
        len(bare) <= _LONGEST_DECIDER
        and not _ATT.match(bare)
        and bare[:1].isupper()
        and bool(_DECIDER.fullmatch(bare) or (bare.endswith((":", " att")) and _DECIDER_ENDS.fullmatch(bare)))
    )


def opens_clause(text: str) -> bool:
    """Whether a text begins with the «att» of an att-sats."""
    return bool(_ATT.match(text))


def read_proposal(lines: Sequence[SourceLine]) -> Proposal:
    """Read the paragraphs below «Förslag till beslut»."""
    reader = _Reader()
    for line, below in zip_longest(lines, lines[1:]):
        reader.take(line, below)
    return reader.proposal()


class _Reader:
    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._last: _Entry | None = None  # clause of the last decider
        self._last_att: bool = False  # whether it has one with «att»
        self._indents: dict[str, float] = {}  # the deepest of its clauses with each mark
        self._conditions = False  # below a heading «Villkor»

    def take(self, line: SourceLine, below: SourceLine | None) -> None:
        """Take the next paragraph in."""
        text = line.text.strip()
        kind, bare = marked(line)
        last = self._entries[-1] if self._entries else None
        if not text:
            return
        if not kind and self._entries and _CONDITIONS.fullmatch(text) and text[0].isupper():
            self._conditions = True  # «Villkor för bidraget» above a list
        elif not kind and (is_decider(text) or _opens_list(text, below)):
            self._add(BlockKind.DECIDER, text, line)
        elif not kind and (found := _IN_ONE.fullmatch(text)) and not _ATT.match(text):
            self._add(BlockKind.DECIDER, found["decider"], line)
            self._add(BlockKind.CLAUSE, found["clause"], line)
        elif kind:
            self._add(self._of_list(kind, bare, line), bare, line, kind)
        elif _ATT.match(text):
            self._add(BlockKind.CLAUSE, text, line)
        else:
            self._add(self._of_text(last), text, line)

    def proposal(self) -> Proposal:
        """Return what was read."""
        found = [e for e in self._entries if e.text]
        whole = _with_letters(found)
        return Proposal(
            deciders=tuple(e.text for e in found if e.kind is BlockKind.DECIDER),
            clauses=tuple(_with_att(e.text) for e in whole if e.kind in _CLAUSES),
            conditions=tuple(e.text for e in whole if e.kind is BlockKind.CONDITION),
            drafts=_drafts(found),
        )

    def _add(self, kind: BlockKind, text: str, line: SourceLine, mark: str = "") -> None:
        entry = _Entry(kind, text.strip(), mark, line.indent)
        self._entries.append(entry)
        if kind is BlockKind.DECIDER:
            self._last, self._last_att, self._indents, self._conditions = None, False, {}, False
        elif kind is not BlockKind.CONDITION:
            self._last = entry
            self._last_att = self._last_att or kind is BlockKind.CLAUSE
            self._indents[mark] = max(line.indent, self._indents.get(mark, line.indent))

    def _of_list(self, mark: str, text: str, line: SourceLine) -> BlockKind:
        """A marked line is a clause, or a condition below one."""
        if self._conditions and not _ATT.match(text):
            return BlockKind.CONDITION
        own = BlockKind.CLAUSE if _ATT.match(text) else BlockKind.NUMBERED
        last = self._last
        if last is None:
            return own
        opened = last.text.rstrip().endswith(":")
        if last.mark != mark:
            same_before = self._indents.get(mark, -1.0) >= line.indent
            return own if same_before and not opened else BlockKind.CONDITION
        deeper = line.indent > last.indent + 1
        return BlockKind.CONDITION if deeper or (opened and not last.mark) else own

    def _of_text(self, last: _Entry | None) -> BlockKind:
        """A paragraph without mark is a sentence of its own, or a condition whose bullet was lost."""
        if last is not None and last.kind is BlockKind.CONDITION and not last.mark:
            return BlockKind.CONDITION
        if (
            last is not None
            and last.kind is BlockKind.CLAUSE
            and last.text.rstrip().endswith(":")
            and self._last_att
        ):
            return BlockKind.CONDITION
        return BlockKind.NUMBERED


def _with_letters(entries: Sequence[_Entry]) -> list[_Entry]:
    """Return the entries with a list below «… i uppdrag att» as a part of that clause: no conditions."""
    found: list[tuple[_Entry, list[str]]] = []  # with what belongs to it
    for entry in entries:
        above, listed = found[-1] if found else (None, [])
        below = entry.kind is BlockKind.CONDITION and above is not None and above.kind in _CLAUSES
        if above and below and not listed:
            opened = entry.mark == "letter" or above.text.endswith((" att", " att:"))
            below = opened and "villkor" not in above.text.casefold()
        if below:
            letter = chr(ord("a") + min(len(listed), _LAST_LETTER))
            listed.append(f"{'–' if entry.mark == 'bullet' else f'{letter})'} {entry.text}")
        else:
            found.append((entry, []))
    return [replace(e, text=" ".join((e.text, *listed))) if listed else e for e, listed in found]


def _opens_list(text: str, below: SourceLine | None) -> bool:
    """«Förvaltningen föreslår nämnden», «I nämnden:»: an unfinished line right above the clauses."""
    if below is None or _ATT.match(text) or len(text) > _LONGEST_DECIDER or not text[:1].isupper():
        return False
    if (place := _IN_PLACE.fullmatch(text)) is not None and is_body(place["body"].capitalize()):
        return True  # «I kultur- och fritidsnämnden» above its sentences
    listed = bool(marked(below).kind) and text.endswith(":") and len(text) <= _LONGEST_PLACE
    return listed or (bool(_ATT.match(below.text)) and not text.endswith((".", ",", ";")))


def _with_att(text: str) -> str:
    """«att   bevilja» has one blank."""
    found = _ATT.match(text)
    return f"{text[:3]} {text[found.end() :]}" if found else text


def _drafts(found: Sequence[_Entry]) -> tuple[Draft, ...]:
    """Return all of it as the program stores it: clauses have no «att» and stand below who decides."""
    drafts: list[Draft] = []
    base, att_above = 0, False
    for entry in found:
        text = entry.text
        begins = _ATT.match(text)
        if entry.kind is BlockKind.DECIDER:
            base, att_above = 1, bool(_ATT_LAST.search(text))
            drafts.append(Draft(BlockKind.DECIDER, _ATT_LAST.sub("", text).rstrip(" :")))
        elif entry.kind is BlockKind.CONDITION:
            drafts.append(Draft(BlockKind.CONDITION, text, base + 1))
        elif begins or (att_above and text[:1].islower()):
            drafts.append(Draft(BlockKind.CLAUSE, text[begins.end() :] if begins else text, base))
        else:
            drafts.append(Draft(BlockKind.NUMBERED if entry.mark else BlockKind.PARAGRAPH, text, base))
    return tuple(drafts)
