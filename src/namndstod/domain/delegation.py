"""The stored facts of decisions made by delegation (KL 6:37–40, 7:5–8) and of the letters about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .records import Outcome, Record

NOTHING_REPORTED = (Outcome.TABLED, Outcome.REMITTED, Outcome.WITHDRAWN)
"""The outcomes of a § in which nothing was reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatedDecision(Record):
    """Delegationsbeslut. Reported at the item `item_id`, None until it is put on a list (KL 6:40, 7:8)."""

    body_id: str
    position: int
    diary_number: str = ""
    kind: str = ""  # what is decided on: «Företagsstöd»
    recipient: str = ""  # the company or person it concerns
    personal: bool = False  # a private person: public editions leave the name out
    branch: str = ""  # bransch or prioritering
    gender: str = ""  # as the list says it: «K», «M»
    municipality: str = ""
    amount: int | None = None  # whole kronor
    decided_by: str = ""
    decided_by_title: str = ""
    decided_on: date | None = None
    point: str = ""  # of the delegationsordning: «3.2»
    item_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRow:
    """A row of a budget table: what, and whole kronor for each year. `stated` is its sum as written."""

    name: str
    amounts: tuple[int | None, ...]
    stated: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Kostnads- or finansieringsbudget. `stated` are the sums as somebody wrote them: by year, and in all."""

    years: tuple[str, ...] = ()
    rows: tuple[BudgetRow, ...] = ()
    stated: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSigner:
    """Who signs a letter, with title."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLetter(Record):
    """Beslutsbrev: the letter that tells a delegated decision (documents.md)."""

    decision_id: str
    day: date | None = None
    unit: str = ""  # tjänsteställe
    officer: str = ""  # handläggare
    recipient: tuple[str, ...] = ()  # name and address, line by line
    heading: str = ""
    applied_for: str = ""  # what is applied for
    decision: tuple[str, ...] = ()  # paragraphs
    share_percent: int | None = None  # of booked costs
    max_amount: int | None = None  # whole kronor
    period_from: date | None = None
    period_to: date | None = None
    conditions: tuple[str, ...] = ()
    summary: str = ""
    reasons: str = ""  # skäl till beslut
    description: str = ""  # beskrivning av ärendet
    costs: Budget = Budget()
    financing: Budget = Budget()
    signers: tuple[LetterSigner, ...] = ()
