"""One meeting that breaks each rule of yrkanden and omröstning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from namndstod.domain.deliberation import VoteView
from namndstod.domain.findings import Severity
from namndstod.domain.proceedings import PROPOSAL, Count, MotionKind, PropositionKind, Vote
from namndstod.domain.records import Outcome
from namndstod.domain.view import MeetingView

from .factory import DAY
from .proceeding import ABSTAINS, NO, YES, asked, contested, counted, held, motion, put

_OWN = motion(MotionKind.OWN, "Cilla Dal", clauses=("vänta",))
_OTHER = motion(MotionKind.OWN, "Dag Ek", id="other", clauses=("skynda",))
_AMONG_THREE = put(PropositionKind.MATTER, PROPOSAL, "own", "other", carried=PROPOSAL, vote_requested=True)
_SECRET = VoteView(Vote(id="c", section_id="s1", closed=True, counts=(Count(name="Siv", votes=5),)))
_TIED = (YES, NO, NO, YES, ABSTAINS)


def _voted(*choices: object, **fields: object) -> MeetingView:
    vote = counted(*choices, **fields)  # type: ignore[arg-type]
    return held(*contested(), propositions=[asked()], votes=[vote], outcome=Outcome.APPROVED)


def _chair_first() -> MeetingView:
    vote = counted(YES, YES, YES, YES, YES)
    early = replace(vote, ballots=(vote.ballots[-1], *vote.ballots[:-1]))
    return held(*contested(), propositions=[asked()], votes=[early])


SPOILED: dict[str, tuple[Callable[[], MeetingView], date, Severity]] = {
    "not_serving": (lambda: held(motion(MotionKind.REJECTION, "Frida Gran")), DAY, Severity.BLOCK),
    "motion_without_words": (lambda: held(motion(MotionKind.OWN, "Cilla Dal")), DAY, Severity.WARN),
    "formal_first": (
        lambda: held(motion(MotionKind.REMIT, "Eva Fors"), propositions=[asked()]),
        DAY,
        Severity.WARN,
    ),
    "not_tried": (lambda: held(*contested(), outcome=Outcome.APPROVED), DAY, Severity.WARN),
    "counter_wanted": (lambda: held(_OWN, _OTHER, propositions=[_AMONG_THREE]), DAY, Severity.INFORM),
    "vote_after_gavel": (
        lambda: held(*contested(), propositions=[asked(after_gavel=True)], outcome=Outcome.APPROVED),
        DAY,
        Severity.BLOCK,
    ),
    "closed_vote": (lambda: held(votes=[_SECRET]), DAY, Severity.BLOCK),
    "tie": (lambda: _voted(*_TIED, casting=PROPOSAL), DAY, Severity.INFORM),
    "tie_not_broken": (lambda: _voted(*_TIED), DAY, Severity.BLOCK),
    "vote_sums": (lambda: _voted(YES, NO, NO, YES, None), DAY, Severity.BLOCK),
    "vote_unfinished": (
        lambda: held(*contested(), propositions=[asked()], outcome=Outcome.APPROVED),
        DAY,
        Severity.BLOCK,
    ),
    "chair_votes_last": (_chair_first, DAY, Severity.INFORM),
    "minority_vote": (lambda: _voted(YES, YES, NO, NO, YES, minority=True), DAY, Severity.BLOCK),
}
