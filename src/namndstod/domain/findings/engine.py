"""The rule, and the running of those that apply to a body of that kind on that day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ..frozen import frozen
from ..records import BodyKind
from ..view import MeetingView
from .finding import Finding, Severity

Judge = Callable[[MeetingView, date], Iterable[Finding]]

ALL_BODIES = frozenset(BodyKind)
_ORDER = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFORM: 2}


@frozen
class Rule:
    """A rule: its code, the bodies and the days it is valid for, and the function that judges.

    A `clock` warns of a time limit: it needs no reason before justering, which is itself the answer.
    """

    code: str
    judge: Judge
    bodies: frozenset[BodyKind] = ALL_BODIES
    valid_from: date = date.min
    valid_to: date = date.max
    clock: bool = False

    def applies(self, view: MeetingView) -> bool:
        """Whether the rule is judged at all: by the body's kind and the date of the meeting."""
        return view.body.kind in self.bodies and self.valid_from <= view.meeting.day <= self.valid_to


def judge_all(view: MeetingView, today: date, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return the findings of `rules`, gravest first and else in the order of the rules.

    A warning that was waived stays, with its reason, and only informs. What must be mended is never waived.
    """
    reasons = {(w.code, w.subject): w.reason for w in view.waivers}
    found = (_waived(f, reasons) for f in _judge(view, today, rules))
    return tuple(sorted(found, key=lambda f: _ORDER[f.severity]))


def _judge(view: MeetingView, today: date, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if rule.applies(view):
            yield from rule.judge(view, today)


def _waived(finding: Finding, reasons: Mapping[tuple[str, str], str]) -> Finding:
    if finding.severity is not Severity.WARN or not reasons:
        return finding
    reason = reasons.get((finding.code, finding.key))
    if reason is None:
        return finding
    message = f"{finding.message} (godtaget: {reason})"
    return replace(finding, severity=Severity.INFORM, message=message, waived=reason)
