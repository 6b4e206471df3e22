"""The rules about rows of delegated decisions, 35–38: 100,000 rows are judged in well under half a second.

What is judged is worked out once for all rows that are alike in who, title, point, kind and stretch of days
between two changes of the delegationsordning. `judge_rows` takes rows of a list and decisions of the register
alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Final, NamedTuple

from ..deadlines import call_by
from ..delegation import DelegatedDecision
from ..delegation_order import Order
from ..records import Appeal
from ..swedish import counted
from .delegated_finding import NOTHING_KNOWN, Known, KnownDecision, Row, RowFinding
from .delegated_rules import CASE_RULES, ON_DAY, Case, Limit, limit_of, over_limit, without_amount
from .delegated_series import gaps
from .delegated_twice import Twice
from .finding import Severity

__all__ = ["NOTHING_KNOWN", "Known", "KnownDecision", "Row", "RowFinding", "judge_list", "judge_rows"]

REPORTING: Final = "KL 6 kap. 40 § och 7 kap. 8 §"
RECORDED: Final = "KL 6 kap. 40 §, 7 kap. 8 § och 8 kap. 10 §"
NEXT_MEETING: Final = "KL 6 kap. 40 §"
_NEEDED: Final = (
    ("diary_number", "missing_diary_number", "Diarienummer saknas"),
    ("decided_on", "missing_day", "Beslutsdatum saknas"),
    ("decided_by", "missing_decider", "Beslutsfattare saknas"),
    ("point", "missing_point", "Punkt i delegationsordningen saknas"),
)
_NOTHING: Final[tuple[RowFinding, ...]] = ()


class _Verdict(NamedTuple):
    findings: tuple[RowFinding, ...]
    limit: Limit | None
    urgent: bool


class _Day(NamedTuple):
    stretch: int
    words: str  # « 2027-03-02»
    findings: tuple[RowFinding, ...]
    due: date | None  # the first meeting whose list could have it
    next: date | None  # the first meeting at all
    late: bool  # the meeting has been held


def judge_rows(
    rows: Sequence[Row], order: Order, known: Known = NOTHING_KNOWN, today: date = date.max
) -> list[tuple[RowFinding, ...]]:
    """Return what is found about each row, in the order of the rows.

    A fact that no row of several has is told by `judge_list`, once.
    """
    verdicts: dict[tuple[object, ...], _Verdict] = {}
    days = {day: _day(day, order, known, today) for day in {row.decided_on for row in rows}}
    twice = Twice(rows, known)
    missing = _missing(rows)
    seldom = twice.places | missing.keys()
    found: list[tuple[RowFinding, ...]] = []
    for place, row in enumerate(rows):
        day = days[row.decided_on]
        key = (row.point, row.decided_by, row.decided_by_title, row.kind, row.urgent, day.stretch)
        verdict = verdicts.get(key)
        if verdict is None:
            verdict = verdicts[key] = _judge(row, order, known)
        amount, limit = row.amount, verdict.limit
        over = limit is not None and (amount is None or amount > limit.amount)
        told = verdict.urgent or day.late
        if not (verdict.findings or day.findings or over or told or place in seldom):
            found.append(_NOTHING)
            continue
        here = [f._replace(message=f.message.replace(ON_DAY, day.words)) for f in verdict.findings]
        here += day.findings
        if limit is not None and over:
            here.append(without_amount(limit) if amount is None else over_limit(limit, amount))
        if place in seldom:
            here += (f for f in missing.get(place, ()) if not _is_told(f, row, verdict))
            here += twice.findings(place)
        if told:
            here += _reporting(row, verdict.urgent, day, known, today)
        found.append(tuple(here))
    return found


def judge_list(
    rows: Sequence[Row], order: Order, known: Known = NOTHING_KNOWN, today: date = date.max
) -> tuple[RowFinding, ...]:
    """Return what is found about the rows as a whole: gaps in series, what none of them has, rule 38."""
    return (
        *_without_order(rows, order),
        *_all_missing(rows),
        *gaps(rows, known),
        *_unreported(rows, known, today),
    )


@dataclass(frozen=True, slots=True)
class Unreported:
    """Rule 38 counted: decisions that can be appealed and are neither reported nor recorded."""

    count: int

    def finding(self) -> RowFinding:
        """Say it as the law does."""
        said = counted(
            self.count,
            "delegationsbeslut är varken anmält eller särskilt protokollfört",
            "delegationsbeslut är varken anmälda eller särskilt protokollförda",
        )
        return RowFinding("not_recorded", Severity.WARN, f"{said}.", RECORDED, "")


def _judge(row: Row, order: Order, known: Known) -> _Verdict:
    case = Case(
        order,
        known,
        row.point,
        row.decided_by,
        row.decided_by_title,
        row.kind,
        row.urgent,
        row.decided_on,
    )
    findings = tuple(f for rule in CASE_RULES for f in rule.judge(case)) if order else ()
    urgent = row.urgent or (case.point is not None and case.point.urgent)
    return _Verdict(findings, limit_of(case), urgent)


def _day(day: date | None, order: Order, known: Known, today: date) -> _Day:
    if day is None:
        return _Day(-1, "", _NOTHING, None, None, False)
    future = _NOTHING
    if day > today:
        said = f"Beslutsdatum {day.isoformat()} har inte varit än."
        future = (RowFinding("in_future", Severity.WARN, said, "praxis", "decided_on"),)
    after = [m for m in known.meetings if m > day]
    in_time = [m for m in after if call_by(m, known.notice_days) >= day]
    due = in_time[0] if in_time else None
    late = due is not None and due < today
    return _Day(order.stretch(day), f" {day.isoformat()}", future, due, after[0] if after else None, late)


def _reporting(row: Row, urgent: bool, day: _Day, known: Known, today: date) -> Iterator[RowFinding]:
    """Decisions are reported at the meeting after; an ordförandebeslut at the very next one (rule 35)."""
    stored = isinstance(row, DelegatedDecision)
    reported = known.reported.get(row.item_id or "") if isinstance(row, DelegatedDecision) else None
    if urgent:
        if day.next is None or (reported is not None and reported <= day.next):
            return
        said = f"Ordförandebeslut {row.diary_number} ska anmälas {day.next.isoformat()}.".replace("  ", " ")
        waits = not stored and day.next >= today
        yield RowFinding(
            "urgent_due", Severity.INFORM if waits else Severity.WARN, said, NEXT_MEETING, "decided_on"
        )
    elif day.due is not None and (reported is None or reported > day.due):
        if isinstance(row, DelegatedDecision) and row.recorded_on is not None:
            return
        said = f"Beslutet skulle ha anmälts {day.due.isoformat()}."
        yield RowFinding("reported_late", Severity.WARN, said, REPORTING, "decided_on")


def _missing(rows: Sequence[Row]) -> dict[int, list[RowFinding]]:
    """Return what rows lack, by their place; what none of several has is told of the list instead."""
    found: dict[int, list[RowFinding]] = {}
    for name, code, said in _NEEDED:
        get = attrgetter(name)
        places = [place for place, value in enumerate(map(get, rows)) if not value]
        if len(places) < max(len(rows), 2):
            finding = RowFinding(code, Severity.WARN, f"{said}.", "praxis", name)
            for place in places:
                found.setdefault(place, []).append(finding)
    return found


def _is_told(finding: RowFinding, row: Row, verdict: _Verdict) -> bool:
    """Whether what is missing is known all the same: whoever has the title, the point for what is urgent."""
    if finding.field == "decided_by":
        return bool(row.decided_by_title.strip())
    return finding.field == "point" and verdict.urgent


def _without_order(rows: Sequence[Row], order: Order) -> Iterator[RowFinding]:
    if rows and not order:
        said = "Nämnden har ingen delegationsordning i pärmen: delegater, punkter och gränser prövas inte."
        yield RowFinding("no_order", Severity.INFORM, said, "KL 6 kap. 37 §")


def _all_missing(rows: Sequence[Row]) -> Iterator[RowFinding]:
    if len(rows) < 2:
        return
    for name, code, said in _NEEDED:
        if not any(getattr(row, name) for row in rows):
            yield RowFinding(code, Severity.WARN, f"{said} på alla rader.", "praxis", name)


def _unreported(rows: Sequence[Row], known: Known, today: date) -> Iterator[RowFinding]:
    """Decisions of the register that can be appealed are reported, or recorded separately (rule 38)."""
    dues: dict[date, date | None] = {}
    count = 0
    for row in rows:
        if not isinstance(row, DelegatedDecision) or row.recorded_on is not None or row.appeal is Appeal.NONE:
            continue
        if row.item_id in known.reported or row.decided_on is None:
            continue
        if row.decided_on not in dues:
            late = (m for m in known.meetings if call_by(m, known.notice_days) >= row.decided_on)
            dues[row.decided_on] = next((m for m in late if m > row.decided_on), None)
        due = dues[row.decided_on]
        count += due is not None and due < today
    if count:
        yield Unreported(count).finding()
