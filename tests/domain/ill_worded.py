"""Meetings whose texts have a wrong day, sum, name or reference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.findings import Severity
from namndstod.domain.items import ItemView
from namndstod.domain.records import BlockKind, ConversionState, TextBlock, TextRole
from namndstod.domain.references import Reference, references_in
from namndstod.domain.view import MeetingView

from .factory import DAY, block, item, meeting
from .ill_written import BEFORE, HEAD, told

ROWS = (
    ("Kostnader", "2027", "2028", "Totalt"),
    ("Lön", "10 000", "20 000", "30 000"),
    ("Resor", "1 000", "2 000", "3 000"),
)


def proposing(*clauses: str, title: str = "Medel till hamnen") -> MeetingView:
    return meeting(item(1, title, dnr="27RG1", clauses=clauses, documents=(ConversionState.DONE,)))


def dated(day: date) -> MeetingView:
    return meeting(told("Hamnen.", head=replace(HEAD, day=day)))


def numbered(*numbers: str) -> MeetingView:
    papers = (ConversionState.DONE,)
    return meeting(
        *(item(n, f"Ärende {n}", dnr=d, clauses=("x.",), documents=papers) for n, d in enumerate(numbers, 1))
    )


def signed(*titles: str) -> MeetingView:
    return meeting(*(_signed(number, title) for number, title in enumerate(titles, 1)))


def _signed(number: int, title: str) -> ItemView:
    shown = told("Hamnen.", head=replace(HEAD, signatory="Ines Falk", signatory_title=title))
    matter = replace(shown.matter, diary_number=f"27RG{number}") if shown.matter else None
    own = replace(shown.item, id=f"item{number}", number=number)
    return replace(shown, item=own, matter=matter)


def budgeted(*last: str, clause: str = "bevilja medel.") -> MeetingView:
    shown = replace(told("Hamnen."), blocks=proposing(clause).items[0].blocks)
    summary = block("Hamnen.", TextRole.SUMMARY)
    rows = (*ROWS, ("Summa", *last))
    table = TextBlock(
        id="b", role=TextRole.ECONOMY, kind=BlockKind.TABLE, position=1, item_id="item1", rows=rows
    )
    return meeting(replace(shown, blocks=(*shown.blocks, summary, table)))


def named(text: str) -> MeetingView:
    view = meeting(told(text))
    return replace(view, term=replace(view.term, name="Regional hamnnämnd"))


def referring(text: str, *, found: bool) -> MeetingView:
    missing = frozenset[Reference]() if found else frozenset(references_in(text))
    return replace(meeting(told(text)), unfound=missing)


def undecided() -> MeetingView:
    shown = told("Hamnen.")
    clause = block("bevilja medel.", TextRole.PROPOSAL, BlockKind.CLAUSE)
    rest = tuple(b for b in shown.blocks if b.role is not TextRole.PROPOSAL)
    return meeting(replace(shown, blocks=(clause, *rest)))


def reported(day: date) -> MeetingView:
    shown = item(1, "Beslut på delegation", dnr="27RG1", clauses=("godkänna.",))
    decision = DelegatedDecision(id="d", body_id="body", position=1, diary_number="27RG9", decided_on=day)
    return meeting(replace(shown, delegated=(decision,)))


REFERENCE = "Nämnden beslutade detta (2026-11-28 § 83)."

SPOILED: dict[str, tuple[Callable[[], MeetingView], date, Severity]] = {
    "memorandum_day": (lambda: dated(DAY + timedelta(days=1)), BEFORE, Severity.WARN),
    "period_reversed": (
        lambda: proposing("projektet pågår från 2028-01-01 till 2027-12-31."),
        BEFORE,
        Severity.WARN,
    ),
    "wrong_year": (lambda: proposing("svaret lämnas senast den 30 juni 2026."), BEFORE, Severity.WARN),
    "decided_after_meeting": (lambda: reported(DAY + timedelta(days=1)), BEFORE, Severity.WARN),
    "budget_sums": (lambda: budgeted("11 000", "22 000", "32 000"), BEFORE, Severity.WARN),
    "amount_in_words": (
        lambda: proposing("bevilja 200 000 (tvåhundratjugo tusen) kronor."),
        BEFORE,
        Severity.WARN,
    ),
    "reference_missing": (lambda: referring(REFERENCE, found=False), BEFORE, Severity.WARN),
    "body_name": (lambda: named("Regionala hamnnämnden har ansvaret."), BEFORE, Severity.INFORM),
    "no_decider": (undecided, BEFORE, Severity.INFORM),
    "diary_number_form": (
        lambda: numbered("27RG1", "27RG2", "27RG3", "27GR4", "27RG5"),
        BEFORE,
        Severity.INFORM,
    ),
    "signatory_titles": (lambda: signed("Direktör", "Chef"), BEFORE, Severity.INFORM),
}

KEPT: dict[str, tuple[Callable[[], MeetingView], ...]] = {
    "memorandum_day": (
        lambda: dated(DAY),
        lambda: dated(DAY - timedelta(days=200)),
        lambda: dated(DAY - timedelta(days=800)),
    ),
    "period_reversed": (
        lambda: proposing("projektet pågår från 2027-01-01 till 2027-12-31."),
        lambda: proposing("se besluten 2027-01-01 och 2026-01-01."),
    ),
    "wrong_year": (
        lambda: proposing("svaret lämnas senast den 30 juni 2027."),
        lambda: proposing("godkänna redovisningen den 31 december 2026."),
        lambda: proposing("policyn, senast ändrad den 30 juni 2026, gäller."),
        lambda: proposing("svaret skulle lämnas senast den 1 mars 2026."),
    ),
    "decided_after_meeting": (lambda: reported(DAY),),
    "budget_sums": (
        lambda: budgeted("11 000", "22 000", "33 000"),
        lambda: budgeted(
            "11 000", "22 000", "33 000", clause="bevilja 50 procent av kostnaderna, högst 16 500 kronor."
        ),
    ),
    "amount_in_words": (
        lambda: proposing("bevilja 200 000 (tvåhundra tusen) kronor."),
        lambda: proposing("bevilja 2 (två) personer stöd."),
    ),
    "reference_missing": (lambda: referring(REFERENCE, found=True),),
    "body_name": (
        lambda: named("Regional hamnnämnd och den regionala hamnnämnden."),
        lambda: named("Regional hamnnämnds ansvar."),
    ),
    "no_decider": (lambda: proposing("bevilja medel."),),
    "diary_number_form": (
        lambda: numbered("27RG1", "26RG2", "27RG33", "27RG4"),
        lambda: numbered("27RG1", "KS 2027/1", "27RG3", "KS 2027/2"),
        lambda: numbered("27RG1", "27RG2", "X3"),
    ),
    "signatory_titles": (lambda: signed("Direktör", "direktör"),),
}
