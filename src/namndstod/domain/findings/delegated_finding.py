"""What is found about a row of delegated decisions, and what the register knows when rows are judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..delegation import DelegatedDecision
from ..intake.found_delegated import FoundDecision
from ..swedish_sort import fold
from .finding import Severity


class RowFinding(NamedTuple):
    """A finding about a row, or about a list as a whole. `field` is the decision's (`DelegatedField`)."""

    code: str
    severity: Severity
    message: str
    source: str
    field: str = ""


Row = FoundDecision | DelegatedDecision
"""A row of a list, or a decision of the register: the rules look at what they have in common."""


class KnownDecision(NamedTuple):
    """A decision of the register, as light as it can be: what tells it from others."""

    id: str
    diary_number: str
    kind: str = ""
    point: str = ""
    amount: int | None = None
    recipient: str = ""
    decided_on: date | None = None
    serial: str = ""


@dataclass(frozen=True)
class Known:
    """What the binder knows beside the list.

    `titles` are by folded name (`person_key`); `meetings` are the days of the body's meetings that were held
    or are planned, in order; `reported` the day of the meeting by the id of the item where decisions stand;
    `notice_days` the body's rule for the kallelse: what is decided later waits for the meeting after.
    """

    decisions: tuple[KnownDecision, ...] = ()
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meetings: tuple[date, ...] = ()
    reported: Mapping[str, date] = field(default_factory=dict)
    notice_days: int = 0


NOTHING_KNOWN = Known()


def person_key(name: str) -> str:
    """Return a person's name for looking it up, whatever the order and case of its words."""
    return " ".join(sorted(fold(name).replace(",", " ").split()))


def titles_of(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the titles by `person_key`, from pairs of name and title."""
    found: dict[str, dict[str, None]] = {}
    for name, title in set(pairs):
        if name.strip() and title.strip():
            found.setdefault(person_key(name), {})[title.strip()] = None
    return {key: tuple(sorted(titles)) for key, titles in found.items()}
