"""All rules, in the order in which their findings are shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..records import BodyKind
from ..view import MeetingView
from . import approval, calling, papers, serving, writing
from .engine import Rule, judge_all
from .finding import Finding, Severity, Step

_NOT_ASSEMBLY = frozenset({BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE})

RULES: tuple[Rule, ...] = (
    Rule("quorum", serving.quorum, _NOT_ASSEMBLY),
    Rule("no_chair", serving.no_chair, _NOT_ASSEMBLY),
    Rule("empty_seat", serving.empty_seat),
    Rule("seats_unfilled", serving.seats_unfilled),
    Rule("no_time_or_place", calling.no_time_or_place),
    Rule("empty_list", calling.empty_list),
    Rule("late_call", calling.late_call, _NOT_ASSEMBLY),
    Rule("no_proposal", calling.no_proposal),
    Rule("no_diary_number", calling.no_diary_number),
    Rule("same_diary_number", calling.same_diary_number),
    Rule("clause_ends", calling.clause_ends),
    Rule("no_documents", papers.no_documents),
    Rule("not_turned_into_pages", papers.not_turned_into_pages),
    Rule("pages_leave_out", papers.pages_leave_out),
    Rule("decision_missing", writing.decision_missing),
    Rule("undecided", writing.undecided),
    Rule("to_fill_in", writing.to_fill_in),
    Rule("facts_changed", writing.facts_changed),
    Rule("number_gap", writing.number_gap),
    Rule("waits_for_earlier", writing.waits_for_earlier),
    Rule("no_approver", approval.no_approver),
    Rule("approver_did_not_serve", approval.approver_did_not_serve),
    Rule("approval_deadline", approval.deadline, clock=True),
)


def check(view: MeetingView, today: date) -> tuple[Finding, ...]:
    """Return all findings of a meeting, gravest first."""
    return judge_all(view, today, RULES)


_CLOCKS = frozenset(rule.code for rule in RULES if rule.clock)
_BEHIND = (Step.CALL, Step.PAPERS)  # the kallelse and the handlingar have gone out: nothing to be done there


def hindrances(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stand in the way of justering: to be mended, or to be given a reason."""
    return tuple(
        f
        for f in found
        if f.severity is Severity.BLOCK
        or (f.severity is Severity.WARN and f.code not in _CLOCKS and f.place.step not in _BEHIND)
    )
