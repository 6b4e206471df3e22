"""A beslutsbrev against the register of delegated decisions: which decision it tells, and what differs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from namndstod.domain.delegation import Budget, DecisionLetter, DelegatedDecision, LetterSigner
from namndstod.domain.delegation_lists import kept_private
from namndstod.domain.intake.found import Doubt, FoundLetter, FoundSection
from namndstod.domain.records import BlockKind, TextRole, new_id
from namndstod.domain.swedish import iso_date, kronor
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView
from namndstod.services.commands.intake import IncomingLetter
from namndstod.services.commands.supporting import IncomingFile
from namndstod.storage.store import Reader

from .matching import same_number
from .papers import IncomingPaper
from .rows import Doubts, Row, line, lines, present, row

_DECISION: Final = "Delegationsbeslutet"
_NAMES: Final = {
    "diary_number": "Diarienummer",
    "kind": "Beslutet gäller",
    "recipient": "Mottagare",
    "amount": "Belopp",
    "decided_on": "Beslutsdatum",
    "decided_by": "Beslutsfattare",
    "decided_by_title": "Titel",
}
_FOUND_FIELDS: Final = {
    "kind": ("title",),
    "amount": ("max_amount",),
    "decided_on": ("date", "day"),
    "decided_by": ("signatories",),
}


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """What an incoming letter would do to the register; `stored` is the decision it tells, if it is there."""

    stored: DelegatedDecision | None
    title: str
    rows: tuple[Row, ...]
    doubts: tuple[str, ...]


def plan_letter(reader: Reader, view: MeetingView, paper: IncomingPaper, found: FoundLetter) -> LetterPlan:
    """Compare a letter with the body's register."""
    known = reader.find(DelegatedDecision, body_id=view.body.id)
    stored = next((d for d in known if same_number(d.diary_number, found.diary_number)), None)
    letter = reader.first(DecisionLetter, decision_id=stored.id) if stored else None
    doubts = Doubts(found.doubts, paper.doubts)
    told = _decision(found)
    rows = [
        row(
            key,
            name,
            line(_shown(stored, key)) if stored else (),
            line(_shown(told, key)),
            doubts.take(key, *_FOUND_FIELDS.get(key, ())),
            _DECISION,
        )
        for key, name in _NAMES.items()
    ]
    whole = row(
        "letter",
        "Beslutsbrevet",
        _letter_lines(letter) if letter else (),
        _letter_lines(_letter(found)),
        doubts.rest(),
        "Beslutsbrevet",
        _budget_doubts(found),
    )
    reported = stored is not None and stored.item_id is not None
    listing = (
        None if reported else row("report", "Anmäls", (), line("på det här sammanträdet"), (), _DECISION)
    )
    title = " · ".join(filter(None, (found.diary_number, found.recipient or found.title)))
    return LetterPlan(stored, title, present((*rows, listing, whole)), paper.doubts)


def taken_letter(
    plan: LetterPlan, found: FoundLetter, chosen: Collection[str], original: IncomingFile | None
) -> IncomingLetter:
    """Return what a command takes of a letter: the rows chosen by their keys."""
    rows = {r.key for r in plan.rows if r.key in chosen and r.takes}
    told = _decision(found)
    base = plan.stored or DelegatedDecision(id=new_id(), body_id="", position=0)
    decision = kept_private(base, replace(base, **{key: getattr(told, key) for key in _NAMES if key in rows}))
    letter = _letter(found) if "letter" in rows else None
    return IncomingLetter(decision, letter, plan.stored is not None, "report" in rows, original)


def _decision(found: FoundLetter) -> DelegatedDecision:
    signer = found.signatories[0] if len(found.signatories) == 1 else None
    return DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number=found.diary_number,
        kind=found.title,
        recipient=found.recipient,
        amount=found.max_amount,
        decided_by=signer.name if signer else "",
        decided_by_title=signer.title if signer else "",
        decided_on=found.day,
    )


def _shown(decision: DelegatedDecision, key: str) -> str:
    if key == "amount":
        return kronor(decision.amount) if decision.amount is not None else ""
    if key == "decided_on":
        return iso_date(decision.decided_on) if decision.decided_on else ""
    return str(getattr(decision, key))


def _letter(found: FoundLetter) -> DecisionLetter:
    share = found.share_percent
    period, budget = found.period, found.budget
    reasons = [s for s in found.sections if s.role is TextRole.ASSESSMENT]
    summaries = [s for s in found.sections if s.role is TextRole.SUMMARY]
    rest = [s for s in found.sections if s.role not in (TextRole.ASSESSMENT, TextRole.SUMMARY)]
    return DecisionLetter(
        id=new_id(),
        decision_id="",
        day=found.day,
        unit=found.unit,
        officer=found.officer,
        recipient=(found.recipient, *found.address) if found.recipient else found.address,
        heading=found.title,
        decision=found.decision,
        share_percent=int(share) if share is not None and share == int(share) else None,
        max_amount=found.max_amount,
        period_from=period.start if period else None,
        period_to=period.end if period else None,
        conditions=found.conditions,
        summary=_text(summaries),
        reasons=_text(reasons),
        description=_text(rest),
        costs=budget.costs if budget else Budget(),
        financing=budget.financing if budget else Budget(),
        signers=tuple(LetterSigner(name=s.name, title=s.title) for s in found.signatories),
    )


def _text(sections: Sequence[FoundSection]) -> str:
    return "\n".join(d.text for s in sections for d in s.drafts if d.text.strip())


def _letter_lines(letter: DecisionLetter) -> tuple[Draft, ...]:
    """Return a letter as a text to compare."""
    tables = tuple(
        Draft(BlockKind.TABLE, "", rows=tuple(_cells(budget)))
        for budget in (letter.costs, letter.financing)
        if budget.rows
    )
    texts = (*letter.decision, *letter.conditions, letter.summary, letter.reasons, letter.description)
    return (
        *lines((letter.heading, ", ".join(letter.recipient))),
        *lines(part for text in texts for part in text.split("\n")),
        *tables,
        *lines(", ".join(filter(None, (s.name, s.title))) for s in letter.signers),
    )


def _cells(budget: Budget) -> Iterator[tuple[str, ...]]:
    if budget.years:
        yield ("", *budget.years)
    for budget_row in budget.rows:
        yield (budget_row.name, *("" if a is None else kronor(a) for a in budget_row.amounts))


def _budget_doubts(found: FoundLetter) -> tuple[Doubt, ...]:
    problems = found.budget.problems if found.budget else ()
    return tuple(Doubt(field="budget", message=problem) for problem in problems)
