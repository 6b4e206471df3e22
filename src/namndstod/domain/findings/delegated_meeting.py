"""Rules 35–38 at a meeting: what is reported there, and what should be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from ..deadlines import call_by
from ..delegation import DelegatedDecision, called
from ..records import MeetingState, SectionState
from ..swedish import counted
from ..view import ItemView, MeetingView
from .finding import Finding, Mend, MendKind, Place, Severity, Step

if TYPE_CHECKING:
    from .delegated_finding import RowFinding

_SHOWN: Final = 4  # decisions that are told one by one
_CHAIN: Final = "chain_invalid"
_NEXT_MEETING: Final = "KL 6 kap. 40 §"


class _Faulty(NamedTuple):
    item: ItemView
    decision: DelegatedDecision
    finding: RowFinding


def not_allowed(view: MeetingView, today: date) -> Iterator[Finding]:
    """What is reported was decided by somebody who had it delegated, by a point and within it (rule 36)."""
    yield from _told(view, "delegated_not_allowed", [f for f in _faulty(view) if f.finding.code != _CHAIN])


def chain(view: MeetingView, today: date) -> Iterator[Finding]:
    """What is reported was decided by somebody to whom it was passed on in a valid way (rule 37)."""
    yield from _told(view, "delegated_chain", [f for f in _faulty(view) if f.finding.code == _CHAIN])


def urgent_not_reported(view: MeetingView, today: date) -> Iterator[Finding]:
    """An ordförandebeslut is reported at the next meeting (rule 35)."""
    facts, day = view.delegation, view.meeting.day
    if not _goes_on(view):
        return
    for one in facts.urgent:
        if _is_for(view, one.decided_on, day - timedelta(days=1)):  # what is decided that day: the next one
            said = f"Ordförandebeslut {called(one)} ska anmälas {day.isoformat()}."
            mends = () if _is_decided(view) else (Mend("Anmäl", MendKind.REPORT_DELEGATED, (one.id,)),)
            yield Finding(
                "urgent_not_reported",
                Severity.WARN,
                Place(_step(view), field="delegated"),
                said,
                _NEXT_MEETING,
                mends,
                subject=one.id,
            )
    for item in view.items:
        for one in item.delegated:
            if one.urgent and one.decided_on and facts.previous and one.decided_on < facts.previous:
                said = f"Ordförandebeslut {called(one)} skulle ha anmälts {facts.previous.isoformat()}."
                place = _place(view, item)
                yield Finding(
                    "urgent_not_reported", Severity.WARN, place, said, _NEXT_MEETING, subject=one.id
                )


def not_recorded(view: MeetingView, today: date) -> Iterator[Finding]:
    """Decisions that can be appealed are reported, or recorded separately (rule 38)."""
    last = call_by(view.meeting.day, view.customs.notice_days)
    days = view.delegation.unreported.items()
    count = sum(number for day, number in days if _is_for(view, day, last))
    if count and _goes_on(view):
        from .delegated import Unreported  # with all that judges rows

        told = Unreported(count).finding()
        place = Place(_step(view), field="delegated")
        yield Finding("delegated_not_recorded", Severity.WARN, place, told.message, told.source)


def _faulty(view: MeetingView) -> Iterator[_Faulty]:
    """Yield what is reported against the delegationsordning, where the body has one."""
    if not view.delegation.order or not _goes_on(view):
        return
    from .delegated import judge_rows  # not before a meeting with delegated decisions is looked at

    for item in view.items:
        judged = judge_rows(item.delegated, view.delegation.order)
        for decision, findings in zip(item.delegated, judged, strict=True):
            grave = next((f for f in findings if f.severity is Severity.BLOCK), None)
            if grave is not None:
                yield _Faulty(item, decision, grave)


def _told(view: MeetingView, code: str, found: list[_Faulty]) -> Iterator[Finding]:
    """Tell of the first decisions one by one, and of the rest together."""
    for one in found[:_SHOWN]:
        mends = _withdrawing(view, one.item, (one.decision.id,))
        said = f"{called(one.decision)}: {one.finding.message}"
        yield Finding(
            code,
            Severity.BLOCK,
            _place(view, one.item),
            said,
            one.finding.source,
            mends,
            subject=one.decision.id,
        )
    rest = found[_SHOWN:]
    if rest:
        ids = tuple(one.decision.id for one in rest)
        many = counted(len(rest), "anmält beslut till", "anmälda beslut till")
        said = f"{many} strider mot delegationsordningen."
        mends = _withdrawing(view, rest[0].item, ids)
        yield Finding(
            code,
            Severity.BLOCK,
            _place(view, rest[0].item),
            said,
            rest[0].finding.source,
            mends,
            subject="rest",
        )


def _withdrawing(view: MeetingView, item: ItemView, ids: tuple[str, ...]) -> tuple[Mend, ...]:
    section = _section_of(view, item)
    if section is not None and section[1]:
        return ()  # what was told stays told
    return (Mend("Ta bort från anmälan", MendKind.WITHDRAW_DELEGATED, ids),)


def _section_of(view: MeetingView, item: ItemView) -> tuple[str, bool] | None:
    """Return the id of the item's § and whether it is decided."""
    section = next((s for s in view.stored_sections if s.item_id == item.item.id), None)
    return None if section is None else (section.id, section.state is SectionState.DECIDED)


def _is_decided(view: MeetingView) -> bool:
    """Whether the § where decisions are reported is decided: nothing can be added."""
    sections = (_section_of(view, i) for i in view.items if i.delegated)
    return any(s is not None and s[1] for s in sections)


def _is_for(view: MeetingView, day: date | None, last: date) -> bool:
    """Whether a decision of `day` is to be reported here: not earlier than those of the meeting before."""
    since = view.delegation.since
    return day is not None and day <= last and (since is None or day >= since)


def _goes_on(view: MeetingView) -> bool:
    return view.meeting.state not in (MeetingState.APPROVED, MeetingState.CANCELLED)


def _step(view: MeetingView) -> Step:
    return Step.MEETING if view.held else Step.PAPERS


def _place(view: MeetingView, item: ItemView) -> Place:
    section = _section_of(view, item)
    return Place(_step(view), item.item.id, section[0] if section is not None else None, field="delegated")
