"""Rules about ärenden with a clock: remiss, motion and medborgarförslag (KL 5:35, 6:34)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..clocks import KIND_NAMES, SOURCES, last_day
from ..items import ItemView
from ..records import Matter, MatterKind, MeetingState
from ..swedish import long_date
from ..view import MeetingView
from .finding import Finding, Place, Severity, Step
from .written import item_name

_BEFORE = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.OPEN)


def matter_late(view: MeetingView, today: date) -> Iterator[Finding]:
    """An ärende is decided before its svarsdag, or within a year from when it was väckt."""
    for item, matter in _clocked(view):
        until = last_day(matter)
        if until is None or view.meeting.day <= until:
            continue
        if matter.kind is MatterKind.REFERRAL:
            told = (
                f"svarsdagen {long_date(until)} ligger före sammanträdet. "
                "Begär anstånd, eller låt svaret lämnas dessförinnan."
            )
        else:
            kind = KIND_NAMES[matter.kind].lower()
            the = "motionen" if matter.kind is MatterKind.BILL else f"{kind}et"
            told = (
                f"året sedan {the} väcktes gick ut {long_date(until)}. "
                "Anmäl till fullmäktige varför beredningen inte är klar."
            )
        yield _finding("matter_late", Severity.WARN, item, matter, f"{item_name(item)}: {told}")


def clock_not_set(view: MeetingView, today: date) -> Iterator[Finding]:
    """A remiss has a svarsdag, a motion the day it was väckt: without them nobody is reminded."""
    for item, matter in _clocked(view):
        if last_day(matter) is not None:
            continue
        what = "svarsdag saknas" if matter.kind is MatterKind.REFERRAL else "dagen då ärendet väcktes saknas"
        yield _finding("clock_not_set", Severity.INFORM, item, matter, f"{item_name(item)}: {what}.")


def _clocked(view: MeetingView) -> Iterator[tuple[ItemView, Matter]]:
    """The items of kinds with a clock, until the meeting has been held."""
    if view.meeting.state not in _BEFORE:
        return
    for item in view.items:
        if item.matter is not None and item.matter.kind is not MatterKind.ORDINARY:
            yield item, item.matter


def _finding(code: str, severity: Severity, item: ItemView, matter: Matter, message: str) -> Finding:
    field = "answer_by" if matter.kind is MatterKind.REFERRAL else "received"
    place = Place(Step.CALL, item_id=item.item.id, field=field)
    return Finding(code, severity, place, message, SOURCES[matter.kind])
