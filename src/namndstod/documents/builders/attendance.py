"""Närvaro- och uppropslista: who was there, who served for whom and in which §§ (KL 5:66, 6:27)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from namndstod.domain.attendance import AttendanceRow, Span, attendance_rows
from namndstod.domain.content import Block, Cell, Fields, Heading, Paper, Table
from namndstod.domain.presence import quorum
from namndstod.domain.proceedings import Adjournment, Reply, Summons
from namndstod.domain.records import BodyKind, Role
from namndstod.domain.replies import expected_roll
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.domain.swedish import (
    EN_DASH,
    NBSP,
    at_clock,
    clock_span,
    iso_date,
    section_range,
)
from namndstod.domain.view import MeetingView

from .common import (
    Images,
    furniture,
    lines,
    logo_images,
    masthead,
    others_there,
    paragraph,
    when_held,
)

_HEAD = ("Namn", "Parti", "Närvaro", "Tjänstgör för", "§§ / kl.", "Anm.")
_WIDTHS = (24.0, 8.0, 15.5, 23.5, 17.0, 12.0)  # room for wider fonts in Word
_GROUPS = (
    ("Ledamöter", (Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR, Role.MEMBER)),
    ("Ersättare", (Role.SUBSTITUTE,)),
    ("Insynsplatser", (Role.OBSERVER,)),
    ("Personalföreträdare", (Role.STAFF,)),
)
_NAMED_ROLES = (Role.CHAIR, Role.VICE_CHAIR, Role.SECOND_VICE_CHAIR)


def attendance_paper(view: MeetingView, images: Images) -> Paper:
    """Return the list; before the meeting it is an uppropslista to tick, with what has been replied."""
    name = "Närvaro- och uppropslista" if view.held else "Uppropslista"
    return Paper(
        title=f"{name} {view.term.name} {iso_date(view.meeting.day)}",
        blocks=(
            Heading(1, view.term.name),
            Fields(tuple(_facts(view))),
            Heading(2, "Upprop"),
            _table(view),
            *_others(view),
        ),
        furniture=furniture(view, name),
        masthead=masthead(view, name),
        subject=f"Sammanträde {iso_date(view.meeting.day)}",
        author=view.customs.letterhead.organisation or view.term.name,
        images=logo_images(view, images),
    )


def _facts(view: MeetingView) -> Iterator[tuple[str, tuple[Block, ...]]]:
    yield "Sammanträde", lines((when_held(view), view.meeting.place))
    if view.adjournments:
        yield "Ajournering", lines(_pause(view, pause) for pause in view.adjournments)
    if view.held and view.chair_id is not None:
        yield "Ordförande", lines(_leaders(view))
    yield "Beslutsförhet", lines(_quorum(view))


def _pause(view: MeetingView, pause: Adjournment) -> str:
    section = view.section(pause.section_id or "")
    where = f" (§{NBSP}{section.number})" if section is not None and section.number is not None else ""
    span = clock_span(pause.began, pause.ended, view.customs.time_separator)
    return f"{span} {pause.purpose.strip().rstrip('.')}".rstrip() + where


def _leaders(view: MeetingView) -> Iterator[str]:
    """Yield who leads, each with the §§ where it is not the same person in all of them."""
    led: dict[str, list[int]] = {}
    for section in view.sections:
        if section.number is not None and section.presence.chair is not None:
            led.setdefault(section.presence.chair, []).append(section.number)
    if len(led) < 2:
        yield view.label(next(iter(led), view.chair_id or ""))
        return
    for person, numbers in led.items():
        yield f"{view.label(person)} {section_range(numbers)}"


def _quorum(view: MeetingView) -> Iterator[str]:
    """Yield how many serve of how many, and in which §§ they are too few."""
    seats, needed = view.term.seats, quorum(view.term.seats)
    source = "KL 5 kap. 46 §" if view.body.kind is BodyKind.ASSEMBLY else "KL 6 kap. 27 §"
    rule = f"minst {needed} krävs ({source})"
    if not view.held:
        yield f"{seats} platser, {rule}"
        return
    serving = {s.number: len(s.presence.serving) for s in view.sections if s.number is not None}
    counts = sorted(set(serving.values())) or [len(view.opening_presence.serving)]
    span = str(counts[0]) if len(counts) == 1 else f"{counts[0]}{EN_DASH}{counts[-1]}"
    yield f"{span} av {seats} tjänstgör, {rule}"
    too_few = [n for n, count in serving.items() if count < needed]
    if too_few:
        yield f"Inte beslutsför i {section_range(too_few)}"


# --- the table -----------------------------------------------------------------------------------------


def _table(view: MeetingView) -> Table:
    rows = attendance_rows(view)
    tell = _told_of(view) if view.held else _asked_of(view)
    body: list[tuple[Cell, ...]] = []
    for name, roles in _GROUPS:
        chosen = [r for r in rows if r.role in roles]
        if chosen:
            body.append((Cell((paragraph(name),), columns=len(_HEAD), head=True),))
            body += [_cells((_name(r), r.party or EN_DASH, *tell(r))) for r in chosen]
    head = tuple(Cell((paragraph(h),)) for h in _HEAD)
    return Table((head, *body), head_rows=1, widths=_WIDTHS)


def _cells(texts: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(Cell((paragraph(text),)) for text in texts)


def _name(row: AttendanceRow) -> str:
    role = ROLE_NAMES[row.role].replace(" ", NBSP)
    return f"{row.name}, {role}" if row.role in _NAMED_ROLES else row.name


def _told_of(view: MeetingView) -> Callable[[AttendanceRow], tuple[str, ...]]:
    """Return what is told of a person at a meeting that is held: Närvaro to Anm."""

    def tell(row: AttendanceRow) -> tuple[str, ...]:
        there = bool(row.present) or row.person_id in view.opening_presence.present
        when = [] if row.always else [section_range(row.present), *(_clock(view, s) for s in row.spans)]
        return (
            "Närvarande" if there else "Frånvarande",
            row.serves_for,
            ", ".join(w for w in when if w),
            ", ".join(row.remarks),
        )

    return tell


def _clock(view: MeetingView, span: Span) -> str:
    """«från kl. 10.40», «till kl. 14.10», «kl. 10.40–14.10»; nothing for the meeting as a whole."""
    meeting, separator = view.meeting, view.customs.time_separator
    came = span[0] if span[0] != meeting.opened_at else None
    went = span[1] if span[1] != meeting.closed_at else None
    if came is not None and went is not None:
        return clock_span(came, went, separator)
    if came is not None:
        return f"från{NBSP}{at_clock(came, separator)}"
    return f"till{NBSP}{at_clock(went, separator)}" if went is not None else ""


def _asked_of(view: MeetingView) -> Callable[[AttendanceRow], tuple[str, ...]]:
    """Return what is known of a person before the meeting, with a box to tick."""
    replies = {r.person_id: r for r in view.replies}
    serving = dict(expected_roll(view).serving)

    def tell(row: AttendanceRow) -> tuple[str, ...]:
        seat = serving.get(row.person_id)
        stands_in = f"ersätter {view.label(seat)}" if seat is not None else ""
        reply = replies.get(row.person_id)
        return (_BOX, stands_in, "", _reply(view, reply) if reply is not None else "")

    return tell


_BOX = "\u2610"
_ANSWERS: Mapping[Summons, str] = {
    Summons.CALLED: "kallad",
    Summons.ACCEPTED: "kommer",
    Summons.DECLINED: "kan inte",
}


def _reply(view: MeetingView, reply: Reply) -> str:
    """«förhinder», «förhinder till kl. 10.30», «kommer kl. 10.30», «kallad», «på distans»."""
    separator = view.customs.time_separator
    words = [_ANSWERS.get(reply.summons, "")]
    if reply.absent:
        between = _between(reply, separator)
        words.append(f"förhinder {between}".rstrip())
    elif reply.from_at is not None:
        words.append(f"kommer {at_clock(reply.from_at, separator)}")
    words.append("på distans" if reply.remote else "")
    return ", ".join(w for w in words if w)


def _between(reply: Reply, separator: str) -> str:
    since = f"från {at_clock(reply.from_at, separator)}" if reply.from_at is not None else ""
    until = f"till {at_clock(reply.until_at, separator)}" if reply.until_at is not None else ""
    return f"{since} {until}".strip()


def _others(view: MeetingView) -> tuple[Block, ...]:
    """Return the secretary and the others who are there without an uppdrag in the body."""
    others = others_there(view)
    return (Heading(2, "Övriga närvarande"), *lines(others)) if others else ()
