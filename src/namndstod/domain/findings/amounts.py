"""Rules about money in texts: budget tables that do not add up, amounts that words and digits tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ..number_words import differing
from ..phrases import proposal
from ..records import BlockKind
from ..swedish import whole_number
from ..texts import clauses
from ..view import MeetingView
from .finding import Finding, Severity
from .written import written

_NO_DIGIT = re.compile(r"[^\d-]")
_BUDGET = re.compile(r"kostnad|utgift|finansi|intäkt|in natura", re.IGNORECASE)
_SHARE = re.compile(r"%|\bprocent\b")


def budget_sums(view: MeetingView, today: date) -> Iterator[Finding]:
    """The tables of a budget add up, agree with each other and with what is proposed."""
    if view.held:
        return
    for text in written(view):
        if not any(d.kind is BlockKind.TABLE and len(d.rows) > 2 for d in text.drafts):
            continue
        item = view.item(text.owner)
        proposed = clauses(proposal(view, item)) if item is not None else ()
        lines = tuple((d.text, d.rows) for d in text.drafts)
        for number, problem in enumerate(_problems(lines, proposed)):
            yield Finding(
                "budget_sums",
                Severity.WARN,
                text.place,
                f"{text.name}: {problem}",
                "räkning",
                subject=f"{text.owner}:{text.role}:{number}" if number else "",
            )


def amount_in_words(view: MeetingView, today: date) -> Iterator[Finding]:
    """An amount that is told in digits and in words is the same one."""
    said: set[tuple[str, str]] = set()
    for text in written(view):
        for amount in (a for t in text.texts for a in differing(t)):
            if (text.owner, amount.text) in said:
                continue
            said.add((text.owner, amount.text))
            yield Finding(
                "amount_in_words",
                Severity.WARN,
                text.place,
                f"{text.name}: i ”{amount.text}” är orden {whole_number(amount.in_words)}.",
                "räkning",
                subject=f"{text.owner}:{amount.text}",
            )


@lru_cache(maxsize=64)
def _problems(
    lines: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...], proposed: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what does not add up; nothing where it is unclear which amounts belong where."""
    if not any(
        _BUDGET.search(text) for line, rows in lines for text in (line, *(c for r in rows for c in r))
    ):
        return ()
    tables = [rows for _, rows in lines if rows]
    if len(tables) == 1 and _adds_up(tables[0]) and not any(_SHARE.search(text) for text in proposed):
        return ()  # as most do: nothing more needs to be loaded
    from ..intake.budget_tables import budget_of
    from ..intake.granted import max_amount
    from ..intake.settled import settled_in
    from ..intake.source import SourceLine

    source = []
    for number, (text, rows) in enumerate(lines, start=1):
        if rows:
            source += [SourceLine(text=" ".join(row), cells=row, table=number, whole=True) for row in rows]
        else:
            source.append(SourceLine(text=text, whole=True))
    found = budget_of(source, settled_in(proposed).share_percent, max_amount(proposed))
    return found.problems if found is not None and not found.unclear else ()


def _adds_up(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the last row is the sum of the others, and the last column of those before it."""
    numbers = [[int(d) if (d := _NO_DIGIT.sub("", c).strip("-")) else 0 for c in row[1:]] for row in rows[1:]]
    if len({len(row) for row in rows}) != 1 or not numbers or not numbers[0]:
        return False
    *above, last = numbers
    columns = all(sum(column) == total for column, total in zip(zip(*above, strict=True), last, strict=True))
    return bool(above) and columns and all(len(row) == 1 or sum(row[:-1]) == row[-1] for row in numbers)
