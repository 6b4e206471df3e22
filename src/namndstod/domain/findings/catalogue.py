"""All rules, in the order in which their findings are shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ..records import BodyKind
from ..view import REMOTE_LAW_CHANGED, MeetingView
from . import (
    amounts,
    approval,
    calling,
    clocks,
    dates,
    delegated_meeting,
    doors,
    expediting,
    language,
    memoranda,
    motions,
    naming,
    notices,
    papers,
    recusal,
    remarks,
    remote,
    secrecy,
    serving,
    substitutes,
    voting,
    writing,
)
from .engine import Rule, judge_all
from .finding import Finding, Severity, Step

_REMOTE_AS_KNOWN = REMOTE_LAW_CHANGED - timedelta(days=1)
_NOT_ASSEMBLY = frozenset({BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE})

RULES: tuple[Rule, ...] = (
    Rule("quorum", serving.quorum, _NOT_ASSEMBLY),
    Rule("quorum_after_recusal", serving.quorum_after_recusal, _NOT_ASSEMBLY),
    Rule("quorum_assembly", serving.quorum_assembly, frozenset({BodyKind.ASSEMBLY})),
    Rule("recusal", recusal.still_there),
    Rule("no_chair", serving.no_chair, _NOT_ASSEMBLY),
    Rule("empty_seat", serving.empty_seat),
    Rule("order_of_service", substitutes.order_of_service),
    Rule("came_back", substitutes.came_back),
    Rule("bumped", substitutes.bumped),
    Rule("balance", substitutes.balance),
    Rule("without_effect", substitutes.without_effect),
    Rule("closed_doors", doors.closed_doors, _NOT_ASSEMBLY),
    Rule("staff", doors.staff, _NOT_ASSEMBLY),
    Rule("remote_not_allowed", remote.not_allowed, valid_to=_REMOTE_AS_KNOWN),
    Rule("remote_to_confirm", remote.to_confirm, valid_to=_REMOTE_AS_KNOWN),
    Rule("remote_law_changed", remote.law_may_have_changed, valid_from=REMOTE_LAW_CHANGED),
    Rule("seats_unfilled", serving.seats_unfilled),
    Rule("not_serving", motions.not_serving),
    Rule("motion_without_words", motions.no_words),
    Rule("formal_first", motions.formal_first),
    Rule("not_tried", motions.not_tried),
    Rule("counter_wanted", motions.counter_wanted, _NOT_ASSEMBLY),
    Rule("vote_after_gavel", voting.after_gavel),
    Rule("closed_vote", voting.closed_vote),
    Rule("tie", voting.tie),
    Rule("tie_not_broken", voting.tie_not_broken),
    Rule("vote_sums", voting.sums),
    Rule("vote_unfinished", voting.vote_unfinished),
    Rule("chair_votes_last", voting.chair_votes_last),
    Rule("minority_vote", voting.minority, _NOT_ASSEMBLY),
    Rule("no_time_or_place", calling.no_time_or_place),
    Rule("empty_list", calling.empty_list),
    Rule("late_call", calling.late_call, _NOT_ASSEMBLY),
    Rule("no_proposal", calling.no_proposal),
    Rule("no_diary_number", calling.no_diary_number),
    Rule("same_diary_number", calling.same_diary_number),
    Rule("matter_late", clocks.matter_late, clock=True),
    Rule("clock_not_set", clocks.clock_not_set),
    Rule("clause_ends", calling.clause_ends),
    Rule("no_documents", papers.no_documents),
    Rule("not_turned_into_pages", papers.not_turned_into_pages),
    Rule("pages_leave_out", papers.pages_leave_out),
    Rule("not_accessible", papers.not_accessible),
    Rule("memorandum_no_proposal", memoranda.no_proposal),
    Rule("memorandum_no_summary", memoranda.no_summary),
    Rule("memorandum_head", memoranda.no_officer),
    Rule("template_text", memoranda.left_of_template),
    Rule("memorandum_day", dates.memorandum_day),
    Rule("period_reversed", dates.period_reversed),
    Rule("wrong_year", dates.wrong_year),
    Rule("decided_after_meeting", dates.decided_after_meeting),
    Rule("budget_sums", amounts.budget_sums),
    Rule("amount_in_words", amounts.amount_in_words),
    Rule("reference_missing", naming.reference_missing),
    Rule("body_name", naming.body_name),
    Rule("no_decider", naming.no_decider),
    Rule("diary_number_form", naming.diary_number_form),
    Rule("signatory_titles", naming.signatory_titles),
    Rule("authority_must_decide", remarks.authority),
    Rule("remit_incomplete", remarks.remit_incomplete),
    Rule("initiative", remarks.initiative, _NOT_ASSEMBLY),
    Rule("list_changed", remarks.list_changed),
    Rule("may_not_reserve", remarks.may_not_reserve),
    Rule("reasons_missing", remarks.reasons_missing),
    Rule("remark_not_permitted", remarks.remark_not_permitted),
    Rule("remark_by_outsider", remarks.remark_by_outsider),
    Rule("incomplete", writing.incomplete),
    Rule("decision_changed", writing.decision_changed),
    Rule("undecided", writing.undecided),
    Rule("to_fill_in", writing.to_fill_in),
    Rule("phrase_to_fill_in", language.to_fill_in),
    Rule("language", language.language),
    Rule("facts_changed", writing.facts_changed),
    Rule("number_gap", writing.number_gap),
    Rule("waits_for_earlier", writing.waits_for_earlier),
    Rule("no_approver", approval.no_approver),
    Rule("approver_did_not_serve", approval.approver_did_not_serve),
    Rule("approval_deadline", approval.deadline, clock=True),
    Rule("immediate_unfinished", approval.immediate_unfinished),
    Rule("refused_section", approval.refused_section),
    Rule("draft_note", approval.draft_note),
    Rule("not_the_frozen_document", approval.not_the_frozen_document),
    Rule("no_signed_file", approval.no_signed_file, clock=True),
    Rule("notice_due", notices.notice_due, clock=True),
    Rule("appeal_period", notices.appeal),
    Rule("notice_up", notices.notice_up, clock=True),
    Rule("notice_early", notices.notice_early),
    Rule("carried_out", notices.carried_out),
    Rule("correction_incomplete", notices.correction_incomplete),
    Rule("secret_by_mail", expediting.secret_by_mail),
    Rule("no_address", expediting.no_address),
    Rule("no_court", expediting.no_court),
    Rule("not_expedited", expediting.not_expedited, clock=True),
    Rule("delegated_not_allowed", delegated_meeting.not_allowed),
    Rule("delegated_chain", delegated_meeting.chain),
    Rule("urgent_not_reported", delegated_meeting.urgent_not_reported, clock=True),
    Rule("delegated_not_recorded", delegated_meeting.not_recorded, clock=True),
    Rule("mark_lost", secrecy.mark_lost),
    Rule("not_encrypted", secrecy.not_encrypted),
)


def check(view: MeetingView, today: date) -> tuple[Finding, ...]:
    """Return all findings of a meeting, gravest first."""
    return judge_all(view, today, RULES)


_CLOCKS = frozenset(rule.code for rule in RULES if rule.clock)
_ELSEWHERE = (Step.CALL, Step.PAPERS, Step.EXPEDITING)  # what has gone out, or goes out after justering


def hindrances(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stand in the way of justering: to be mended, or to be given a reason."""
    return tuple(
        f
        for f in found
        if f.severity is Severity.BLOCK
        or (f.severity is Severity.WARN and f.code not in _CLOCKS and f.place.step not in _ELSEWHERE)
    )
