"""Beslutsbrev: what a letter of a delegated decision says, from its facts (documents.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from .budgets import BudgetProblem, BudgetTable, problems, sums
from .delegation import Budget, DecisionLetter, DelegatedDecision, LetterSigner
from .delegation_lists import delegate, inside
from .records import BodyTerm, Customs, new_id
from .swedish import NBSP, capitalised, iso_date, kronor, whole_number

ROW_HEADS: Final[Mapping[BudgetTable, str]] = {
    BudgetTable.COSTS: "Bokförda kostnader",
    BudgetTable.FINANCING: "Finansiär",
}
SUM_NAMES: Final[Mapping[BudgetTable, str]] = {
    BudgetTable.COSTS: "Summa bokförda kostnader",
    BudgetTable.FINANCING: "Summa finansiering",
}

_MOST_YEARS: Final = 10  # of a budget that follows its period


@dataclass(frozen=True, slots=True)
class Difference:
    """What the register and the letter say of the same thing; `value` is the letter's, for `field`."""

    field: str  # of the decision
    name: str  # «Belopp»
    registered: str
    written: str
    value: str | int


@dataclass(frozen=True)
class LetterView:
    """A letter with its decision, and the body's name and customs on the day of the decision."""

    letter: DecisionLetter
    decision: DelegatedDecision
    term: BodyTerm

    @property
    def customs(self) -> Customs:
        """The body's customs, with the letterhead."""
        return self.term.customs

    @property
    def heading(self) -> str:
        """The heading: the letter's own, or «Beslut om {stöd}»."""
        kind = inside(self.decision.kind)
        return self.letter.heading.strip() or (f"Beslut om {kind}" if kind else "Beslut")

    @property
    def day(self) -> date | None:
        """The day of the letter, or of the decision."""
        return self.letter.day or self.decision.decided_on

    @cached_property
    def decided(self) -> tuple[str, ...]:
        """Beslutet: the letter's own paragraphs, or what its facts say."""
        own = tuple(text for text in self.letter.decision if text.strip())
        return own or decision_paragraphs(self.letter, self.decision)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Where the letter says another thing than the register."""
        return differences(self.letter, self.decision)

    @cached_property
    def problems(self) -> tuple[BudgetProblem, ...]:
        """What does not add up in its budgets, also against what was decided and how that is worded."""
        letter = self.letter
        found = problems(letter.costs, letter.financing, letter.share_percent, letter.max_amount)
        place = (BudgetTable.COSTS, len(letter.costs.rows), len(letter.costs.years))
        told = wrongly_worded(self.letter.decision, letter.max_amount)
        return (*found, *(BudgetProblem(*place, message) for message in told))


def wrongly_worded(decision: Sequence[str], amount: int | None) -> tuple[str, ...]:
    """Return where a decision tells another amount in words than in digits, or than the letter has."""
    from .intake.granted import max_amount
    from .number_words import amounts_in_words

    said = max_amount(decision)
    known = amount if amount is not None else said
    found = []
    if said is not None and said != known:
        found.append(f"I beslutets text är beloppet {kronor(said)} men i uppgifterna {kronor(known or 0)}.")
    for words, text in ((n, w) for paragraph in decision for n, w in amounts_in_words(paragraph)):
        if known is not None and words not in (known, said):
            found.append(f"”{text} kronor” i beslutet är {kronor(words)}, men beloppet är {kronor(known)}.")
    return tuple(found)


def decision_paragraphs(letter: DecisionLetter, decision: DelegatedDecision) -> tuple[str, ...]:
    """Return what the decision says: to whom, the share of booked costs, at most what, and when."""
    who = decision.recipient.strip() or next(iter(letter.recipient), "Sökanden")
    kind = inside(decision.kind)
    amount = letter.max_amount if letter.max_amount is not None else decision.amount
    if letter.share_percent is not None:
        text = f"{who} beviljas {letter.share_percent}{NBSP}procent av de bokförda kostnaderna"
        text += f", dock högst {kronor(amount)}" if amount is not None else ""
        text += f", i {kind}" if kind else ""
    else:
        text = f"{who} beviljas {kind or 'stöd'}"
        text += f" med högst {kronor(amount)}" if amount is not None else ""
    said = [f"{capitalised(text)}."]
    if span := _span(letter):
        said.append(f"Projektet får {span}.")
    if source := letter.financed_by.strip().rstrip("."):
        said.append(f"Finansieringen sker inom ramen för {source}.")
    return tuple(said)


def power(decision: DelegatedDecision) -> str:
    """Return by whom and by which point it was decided, or nothing."""
    by = delegate(decision.decided_by_title, decision.decided_by)
    if not by and not decision.point:
        return ""
    of = f"punkt{NBSP}{decision.point} i nämndens delegationsordning" if decision.point else "delegation"
    return f"Beslutet är fattat{f' av {by}' if by else ''} med stöd av {of}."


def _span(letter: DecisionLetter) -> str:
    first, last = letter.period_from, letter.period_to
    parts = [f"påbörjas tidigast {iso_date(first)}"] if first is not None else []
    parts += [f"avslutas senast {iso_date(last)}"] if last is not None else []
    return " och ".join(parts)


def differences(letter: DecisionLetter, decision: DelegatedDecision) -> tuple[Difference, ...]:
    """Return where the letter says another thing than the register. What it leaves out says nothing."""
    found: list[Difference] = []
    if letter.max_amount is not None and letter.max_amount != decision.amount:
        known = kronor(decision.amount) if decision.amount is not None else ""
        found.append(Difference("amount", "Belopp", known, kronor(letter.max_amount), letter.max_amount))
    to = next((line.strip() for line in letter.recipient if line.strip()), "")
    if to and not _same(to, decision.recipient):
        found.append(Difference("recipient", "Mottagare", decision.recipient, to, to))
    signers = [s for s in letter.signers if s.name.strip()]
    if signers and not any(_same(s.name, decision.decided_by) for s in signers):
        first = signers[0].name.strip()
        found.append(Difference("decided_by", "Beslutsfattare", decision.decided_by, first, first))
    return tuple(found)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def first_letter(decision: DelegatedDecision, day: date) -> DecisionLetter:
    """Return a letter to begin with: what the register knows, and empty budgets of its year."""
    years = (str((decision.decided_on or day).year),)
    signer = LetterSigner(name=decision.decided_by, title=decision.decided_by_title)
    return DecisionLetter(
        id=new_id(),
        decision_id=decision.id,
        day=decision.decided_on or day,
        recipient=(decision.recipient,) if decision.recipient else (),
        max_amount=decision.amount,
        costs=Budget(years=years),
        financing=Budget(years=years),
        signers=(signer,) if decision.decided_by else (),
    )


def over_period(letter: DecisionLetter) -> DecisionLetter:
    """Return the letter with budgets over the years of its period, while nothing is written in them."""
    first, last = letter.period_from or letter.period_to, letter.period_to or letter.period_from
    if first is None or last is None or letter.costs.rows or letter.financing.rows:
        return letter
    if not 0 <= last.year - first.year < _MOST_YEARS:
        return letter
    empty = Budget(years=tuple(map(str, range(first.year, last.year + 1))))
    return replace(letter, costs=empty, financing=empty)


def budget_rows(table: BudgetTable, budget: Budget) -> tuple[tuple[str, ...], ...]:
    """Return a budget as texts: head, rows with sums, line of sums. One year has no column of sums."""
    here, years = sums(budget), budget.years
    whole = len(years) > 1
    rows: list[tuple[str, ...]] = [(ROW_HEADS[table], *years, *(("Totalt",) if whole else ()))]
    for row, total in zip(budget.rows, here.by_row, strict=True):
        amounts = (*row.amounts, *[None] * len(years))[: len(years)]
        shown = ("" if amount is None else whole_number(amount) for amount in amounts)
        rows.append((row.name, *shown, *((whole_number(total),) if whole else ())))
    by_year = tuple(whole_number(s) for s in here.by_year[: len(years)])
    return (*rows, (SUM_NAMES[table], *by_year, *((whole_number(here.total),) if whole else ())))
