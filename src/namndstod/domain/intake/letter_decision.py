"""What a letter decides, and on which conditions: from printed lines to one paragraph for each point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ..swedish import plain
from .listings import Marked, marked
from .mending import joined
from .proposals import is_decider
from .source import SourceLine

_ENDED: Final = re.compile(r"(?:[.!?:;]|\bm\.m)[”\")]*$")
_CLAUSE: Final = re.compile(r"att\s", re.IGNORECASE)
_CLAUSE_ENDED: Final = re.compile(r"(?:[,;.:]|\b(?:samt|och))$")
_CONDITIONS: Final = re.compile(
    r"(?:(?:särskilda|allmänna|följande|övriga) )?villkor(?:en)?(?: (?:för|som|i|till|gäller)\b[^.]{0,80})?:?"
    r"|[^.]{0,90}\bföljande (?:särskilda )?villkor\b[^.]{0,80}:|[^.]{0,60}\bgäller följande:",
    re.IGNORECASE,
)

_ROOM: Final = 0.75  # of a full line


@dataclass(slots=True)
class _Point:
    mark: str
    indent: float
    texts: list[str] = field(default_factory=list)
    before: SourceLine | None = None

    @property
    def text(self) -> str:
        return joined(self.texts).strip()


@dataclass(frozen=True, slots=True)
class Decided:
    """The paragraphs of a decision, and its conditions."""

    decision: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


def is_condition_heading(line: SourceLine) -> bool:
    """Whether a line opens the conditions: «Villkor», «Följande villkor gäller för stödet:»."""
    text = plain(line.text).strip()
    alone = len(text) <= 60 and (line.gap or line.bold or line.level > 0 or line.whole or text.endswith(":"))
    return (
        not line.label
        and text[:1].isupper()
        and bool(_CONDITIONS.fullmatch(text))
        and (alone or text.endswith(":"))
    )


def read_decided(lines: Sequence[SourceLine], *, conditions_only: bool = False) -> Decided:
    """Read the lines below «Beslut» (or below «Villkor»)."""
    decision: list[_Point] = []
    conditions: list[_Point] = []
    own = not conditions_only
    full = max((len(line.text) for line in lines if not line.whole), default=0)
    for line in lines:
        if is_condition_heading(line):
            own = False
            continue
        mark = marked(line)
        into = decision if own else conditions
        last = into[-1] if into else None
        if last is not None and _goes_on(last, line, mark.kind, full):
            last.texts.append(_with_dash(line, mark))
            last.before = line
            continue
        if own and decision and _is_condition_of(decision[-1], line, mark.kind):
            conditions.append(_Point(mark.kind, line.indent, [mark.text], line))
            own = False
            continue
        if (
            not own
            and decision
            and mark.kind
            and mark.kind == decision[-1].mark
            and _returns(conditions, line, mark.kind)
        ):
            own, into = True, decision
        into.append(_Point(mark.kind, line.indent, [mark.text], line))
    return Decided(tuple(p.text for p in decision if p.text), tuple(p.text for p in conditions if p.text))


def _goes_on(last: _Point, line: SourceLine, mark: str, full: int) -> bool:
    """Whether a line goes on with the point above it; `full` is how long the longest printed line is."""
    before, text = last.before, last.texts[-1].rstrip()
    if (
        before is None
        or (mark and line.label not in ("-", "–", "—"))
        or line.table
        or (before.whole and line.whole)
    ):
        return False
    if mark:  # «Växthus» «– fokus norr» on two lines
        return last.mark != mark and line.text[:1].islower() and not _ENDED.search(text)
    if is_decider(text) or (_CLAUSE.match(line.text) and (line.gap or _CLAUSE_ENDED.search(text))):
        return False
    if _CLAUSE.match(line.text) and last.texts[0][:3].casefold() == "att" and len(text) < _ROOM * full:
        return False  # «att» would have had room above, had it not begun a clause
    small = line.text[:1].islower() or line.text[:1].isdigit()
    if _ENDED.search(text):
        return line.text[:1].islower() and not line.gap
    return small or not line.gap


def _with_dash(line: SourceLine, mark: Marked) -> str:
    return f"{line.label} {mark.text}" if mark.kind else line.text


def _is_condition_of(above: _Point, line: SourceLine, mark: str) -> bool:
    """A list below «… beviljas på följande villkor:» holds conditions."""
    opened = "villkor" in above.text.casefold() and above.text.endswith(":")
    return opened and bool(mark) and (mark != above.mark or line.indent > above.indent + 1)


def _returns(conditions: Sequence[_Point], line: SourceLine, mark: str) -> bool:
    """Whether a marked line is a point of the decision again, after the conditions of the one above."""
    return bool(conditions) and (conditions[-1].mark != mark or conditions[-1].indent > line.indent + 1)
