"""Kinds of ärende with a clock: remiss (svarsdag), motion and medborgarförslag (a year, KL 5:35 and 6:34)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from .proposing import proposes
from .records import BlockKind, Body, BodyKind, Matter, MatterKind, Outcome
from .texts import Draft, clauses

KIND_NAMES: Final[dict[MatterKind, str]] = {
    MatterKind.ORDINARY: "Vanligt ärende",
    MatterKind.REFERRAL: "Remiss",
    MatterKind.BILL: "Motion",
    MatterKind.CITIZEN_PROPOSAL: "Medborgarförslag",
}
CLOCKED: Final = tuple(kind for kind in MatterKind if kind is not MatterKind.ORDINARY)
SOURCES: Final[dict[MatterKind, str]] = {
    MatterKind.REFERRAL: "praxis",
    MatterKind.BILL: "KL 5 kap. 35 §",
    MatterKind.CITIZEN_PROPOSAL: "KL 5 kap. 35 § och 6 kap. 34 §",
}
_NEAR: Final[dict[MatterKind, timedelta]] = {
    MatterKind.REFERRAL: timedelta(days=14),
    MatterKind.BILL: timedelta(days=90),
    MatterKind.CITIZEN_PROPOSAL: timedelta(days=90),
}
_LONG_PAST: Final = timedelta(days=3 * 365)  # what was never settled until then is seen in Ärenden alone
_FINAL: Final = (Outcome.APPROVED, Outcome.CHANGED, Outcome.REJECTED)
# What fullmäktige does with a motion on the day it is väckt: it is not decided by that.
_HANDED_ON = re.compile(r"(över)?(remittera|lämna|låta|sända|skicka)\w*\b", re.IGNORECASE)


def last_day(matter: Matter) -> date | None:
    """Return the last day of an ärende with a clock: its svarsdag, or a year after it was väckt."""
    if matter.kind is MatterKind.REFERRAL:
        return matter.answer_by
    if matter.kind is MatterKind.ORDINARY or matter.received is None:
        return None
    return a_year_after(matter.received)


def a_year_after(day: date) -> date:
    """Return the same day of the next year; 29 February gives 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 2, 28)


def reminds_on(matter: Matter, today: date) -> bool:
    """Whether the board reminds of an unsettled ärende: from a fortnight before, or three months."""
    until = last_day(matter)
    return until is not None and until - _NEAR[matter.kind] <= today <= until + _LONG_PAST


def settles(
    kind: MatterKind, body: Body, outcome: Outcome | None, decision: Iterable[Draft], *, assembly: bool
) -> bool:
    """Whether a § ended an ärende with a clock: decided by the body that ends it, and not handed on.

    A motion is ended by fullmäktige where the binder has it (`assembly`), else by what the nämnd said of it.
    What a body proposes to the one above it has not ended anything.
    """
    drafts = tuple(decision)
    if outcome not in _FINAL or _handed_on(drafts):
        return False
    if kind is MatterKind.BILL:
        right = BodyKind.ASSEMBLY if assembly else None
        return body.kind is right if right else body.kind is not BodyKind.SUBCOMMITTEE
    return not (proposes(drafts) and (body.parent_id is not None or assembly))


def _handed_on(drafts: tuple[Draft, ...]) -> bool:
    said = clauses(drafts) or tuple(d.text for d in drafts if d.kind is BlockKind.PARAGRAPH)
    return bool(said) and all(_HANDED_ON.match(text.strip()) for text in said)
