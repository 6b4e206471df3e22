"""Rules about the kallelse and its list (law.md 25 and practice)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..deadlines import call_by
from ..editions import shown_title
from ..records import ItemKind, MeetingState, TextRole
from ..swedish import counted, listed, long_date
from ..texts import clauses, is_blank, is_punctuated
from ..view import ItemView, MeetingView
from .finding import Finding, Mend, MendKind, Place, Severity, Step

_MATTERS = (ItemKind.DECISION, ItemKind.ELECTION)


def _label(item: ItemView) -> str:
    return f"Ärende {item.item.number}, {shown_title(item) or 'utan rubrik'}"


def no_time_or_place(view: MeetingView, today: date) -> Iterator[Finding]:
    """A kallelse says when and where."""
    missing = [
        name for name, value in (("tid", view.meeting.starts), ("plats", view.meeting.place)) if not value
    ]
    if missing:
        yield Finding(
            "no_time_or_place",
            Severity.WARN,
            Place(Step.CALL, field="starts" if "tid" in missing else "place"),
            f"Kallelsen saknar {listed(missing)}.",
            "praxis",
        )


def empty_list(view: MeetingView, today: date) -> Iterator[Finding]:
    """A meeting has something to handle."""
    if not view.items:
        yield Finding("empty_list", Severity.WARN, Place(Step.CALL), "Föredragningslistan är tom.", "praxis")


def late_call(view: MeetingView, today: date) -> Iterator[Finding]:
    """The kallelse goes out so many days before, to ledamöter and ersättare (own rule, KL 6:17)."""
    if view.meeting.state not in (MeetingState.PLANNED, MeetingState.CALLED):
        return
    rule = view.customs.notice_days
    last = call_by(view.meeting.day, rule)
    sent = view.meeting.called_at.date() if view.meeting.called_at else today
    goes = sent if view.meeting.state is MeetingState.CALLED else today
    before = (view.meeting.day - goes).days
    if goes > last and (view.meeting.state is MeetingState.CALLED or before >= 0):
        severity = Severity.WARN
        message = f"Kallelsen går ut {counted(before, 'dag', 'dagar')} före; regeln är {rule}."
    elif view.meeting.state is MeetingState.PLANNED and 0 <= (last - today).days <= 3:
        severity = Severity.INFORM
        message = f"Kallelsen ska gå ut senast {long_date(last)}."
    else:
        return
    yield Finding("late_call", severity, Place(Step.CALL), message, "nämndens egen regel; KL 6 kap. 17 §")


def no_proposal(view: MeetingView, today: date) -> Iterator[Finding]:
    """A matter to decide has a proposal; information and reports need none."""
    for item in view.items:
        if item.item.kind in _MATTERS and is_blank(item.text(TextRole.PROPOSAL)):
            yield Finding(
                "no_proposal",
                Severity.WARN if not view.held else Severity.INFORM,
                Place(Step.CALL, item_id=item.item.id, role=TextRole.PROPOSAL),
                f"{_label(item)}: förslag till beslut saknas.",
                "praxis",
            )


def no_diary_number(view: MeetingView, today: date) -> Iterator[Finding]:
    """A matter to decide is registered (OSL 5 kap. 1 §)."""
    for item in view.items:
        if item.item.kind is ItemKind.DECISION and not item.diary_number:
            yield Finding(
                "no_diary_number",
                Severity.INFORM,
                Place(Step.CALL, item_id=item.item.id, field="diary_number"),
                f"{_label(item)}: diarienummer saknas.",
                "OSL 5 kap. 1–2 §§",
            )


def same_diary_number(view: MeetingView, today: date) -> Iterator[Finding]:
    """The same ärende hardly stands twice on one list."""
    seen: dict[str, ItemView] = {}
    for item in view.items:
        number = item.diary_number
        if number and number in seen:
            yield Finding(
                "same_diary_number",
                Severity.WARN,
                Place(Step.CALL, item_id=item.item.id, field="diary_number"),
                f"Ärende {seen[number].item.number} och {item.item.number} har samma diarienummer, {number}.",
                "praxis",
            )
        elif number:
            seen[number] = item


def clause_ends(view: MeetingView, today: date) -> Iterator[Finding]:
    """Att-satser end with a comma, «samt» before the last, and a full stop."""
    for item in view.items:
        texts = clauses(item.text(TextRole.PROPOSAL))
        if not is_punctuated(texts):
            yield Finding(
                "clause_ends",
                Severity.INFORM,
                Place(Step.CALL, item_id=item.item.id, role=TextRole.PROPOSAL),
                f"{_label(item)}: att-satserna ska skiljas med komma, ”samt” före den sista och punkt sist.",
                "skrivregler",
                (Mend("Sätt skiljetecken", MendKind.PUNCTUATE, (item.item.id,)),),
            )
