"""Makes a binder of 200 meetings and 4,000 §§ for the measurements; the same one each time.

python -m benchmarks.big_binder FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    BodyKind,
    ItemKind,
    Matter,
    Meeting,
    MeetingState,
    Outcome,
    PresenceEvent,
    PresenceKind,
    Record,
    Role,
    Section,
    SectionState,
    TextBlock,
    TextRole,
)
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import CreateBody, MemberRow, TakeInMembers
from namndstod.services.reading import mandates
from namndstod.services.session import Session
from namndstod.services.usual import usual_customs
from namndstod.storage.binder import Binder
from namndstod.storage.journal import Operation

MEETINGS = 200
SECTIONS = 20  # of each meeting
COMING = 2
SEATS = 15
FIRST_DAY = date(2009, 1, 15)
_GIVEN = (
    "Karin",
    "Olle",
    "Mia",
    "Hasan",
    "Lena",
    "Per",
    "Åsa",
    "Jan",
    "Eva",
    "Nils",
    "Siv",
    "Ulf",
    "Rut",
    "Örjan",
)
_SURNAMES = (
    "Ek",
    "Sandell",
    "Frid",
    "Demir",
    "Ask",
    "Nyman",
    "Öberg",
    "Rask",
    "Holm",
    "Åkerö",
    "Dahl",
    "Brandt",
)
_PARTIES = ("S", "M", "C", "SD", "V", "KD", "L", "MP")
_WORDS = (
    *("bidrag", "till", "föreningen", "för", "utveckling", "av", "bygdens"),
    *("näringsliv,", "kultur", "och", "kollektivtrafik", "under", "året"),
)


def make(folder: Path, today: date) -> Path:
    """Make the binder in `folder` and return the path of its database."""
    with Binder.create(folder, "Stora pärmen", actor="mätning") as binder:
        session = Session(binder, "mätning", lambda: datetime.combine(today, time(9), tzinfo=UTC))
        kind = BodyKind.COMMITTEE
        body = (
            session.do(CreateBody("Stora nämnden", kind, SEATS, FIRST_DAY, customs=usual_customs())).result
            or ""
        )
        session.do(TakeInMembers(body, tuple(_people()), FIRST_DAY))
        seated = [m.person.id for m in session.ask(mandates, body) if m.mandate.role is not Role.SUBSTITUTE]
        with binder.work(Operation(name="fill", label="mätning")) as work:
            for number in range(MEETINGS - COMING):
                for record in _meeting(number, body, seated, today):
                    work.add(record)
        for number in range(COMING):
            session.do(
                PlanMeeting(body, today + timedelta(days=10 + 30 * number), time(9), time(15), "Sal Linden")
            )
        return binder.database


def _people() -> Iterator[MemberRow]:
    for number in range(SEATS + 10):
        role = Role.SUBSTITUTE if number >= SEATS else Role.CHAIR if number == 0 else Role.MEMBER
        given, surname = _GIVEN[number % len(_GIVEN)], f"{_SURNAMES[number % len(_SURNAMES)]}-{number}"
        yield MemberRow(given, surname, _PARTIES[number % len(_PARTIES)], role)


def _meeting(number: int, body: str, seated: list[str], today: date) -> Iterator[Record]:
    """Yield one held meeting with its items, §§, texts and presence; the ids follow from the numbers."""
    back = (MEETINGS - COMING - number) * 30 + 20
    day = today - timedelta(days=back)
    meeting = f"m{number:04d}"
    yield Meeting(
        id=meeting,
        body_id=body,
        day=day,
        starts=time(9),
        ends=time(15),
        place="Sal Linden",
        state=MeetingState.APPROVED,
        secretary="Ines Falk",
        opened_at=time(9, 2),
        closed_at=time(14, 40),
        approval_date=day + timedelta(days=10),
    )
    for position, person in enumerate(seated, 1):
        yield PresenceEvent(
            id=f"{meeting}e{position}",
            meeting_id=meeting,
            person_id=person,
            kind=PresenceKind.ARRIVES,
            position=position,
        )
    for place in range(1, SECTIONS + 1):
        yield from _section(meeting, body, number, place, day)


def _section(meeting: str, body: str, number: int, place: int, day: date) -> Iterator[Record]:
    title = " ".join(_WORDS[(number + place + n) % len(_WORDS)] for n in range(6)).capitalize()
    matter, item, section = (f"{meeting}{kind}{place:02d}" for kind in "ais")
    yield Matter(id=matter, title=title, diary_number=f"{day:%y}RG{number * SECTIONS + place:04d}")
    yield AgendaItem(
        id=item, meeting_id=meeting, number=place, kind=ItemKind.DECISION, title=title, matter_id=matter
    )
    yield Section(
        id=section,
        meeting_id=meeting,
        body_id=body,
        year=day.year,
        position=place,
        heading="",
        item_id=item,
        number=number * SECTIONS + place,  # unique in any year
        state=SectionState.DECIDED,
        outcome=Outcome.APPROVED,
    )
    text = " ".join(_WORDS[(place + n) % len(_WORDS)] for n in range(60))
    yield TextBlock(
        id=f"{item}t", role=TextRole.SUMMARY, kind=BlockKind.PARAGRAPH, position=1, item_id=item, edited=text
    )
    yield TextBlock(
        id=f"{item}d", role=TextRole.PROPOSAL, kind=BlockKind.DECIDER, position=1, item_id=item,
        edited="Stora nämnden beslutar",
    )  # fmt: skip
    yield TextBlock(
        id=f"{item}c", role=TextRole.PROPOSAL, kind=BlockKind.CLAUSE, position=1, item_id=item,
        parent_id=f"{item}d", edited=f"bevilja {title.lower()} högst {place * 10_000} kronor.",
    )  # fmt: skip


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), date.today()))
