"""What the long runs share: their size, their seed, and the marks of a binder that is whole."""

from __future__ import annotations

import faulthandler
import os
from itertools import groupby

from sqlalchemy import select

from namndstod.domain.records import AgendaItem, Body, Meeting, MeetingState, Record, Section
from namndstod.services.reading import meeting_view
from namndstod.services.session import Session
from namndstod.storage.check import check
from namndstod.storage.images import recorded
from namndstod.storage.journal_tables import journal_entry, journal_image
from namndstod.storage.kinds import DERIVED, NAMES
from namndstod.storage.store import Reader

FULL = os.environ.get("NAMNDSTOD_FULL", "") not in ("", "0")


def begin_long_run(usual: int) -> int:
    """Return the seed of a run: NAMNDSTOD_SEED, else a new one in a full run, else always the same.

    A full run takes longer than a test may before it counts as hanging.
    """
    if FULL:
        faulthandler.cancel_dump_traceback_later()
    given = os.environ.get("NAMNDSTOD_SEED")
    if given:
        return int(given)
    return int.from_bytes(os.urandom(4)) if FULL else usual


def require_whole(session: Session) -> None:
    """The binder is undamaged, and its tables say exactly what the journal says was done."""
    assert check(session.binder) == []
    with session.reading() as reader:
        assert stored(reader) == journalled(reader)


def stored(reader: Reader) -> dict[str, Record]:
    """Every fact, with its version."""
    return {r.id: r for kind in NAMES if kind not in DERIVED for r in reader.find(kind)}


def journalled(reader: Reader) -> dict[str, Record]:
    """Every fact as the journal's images leave it, in the order in which they were written."""
    entry, image = journal_entry.c, journal_image.c
    query = (
        select(image.kind, image.record_id, image.before, image.after)
        .join(journal_entry, (entry.copy_id == image.copy_id) & (entry.number == image.number))
        .where(image.position > 0)
        .order_by(entry.sequence, image.position)
    )
    found: dict[str, Record] = {}
    for change in recorded(reader.connection.execute(query).all()):
        if change.after is None:
            del found[change.id]
        else:
            found[change.id] = change.after
    return found


def require_order(session: Session) -> None:
    """Lists and §§ count 1, 2, 3 …; numbers have no gap; nobody serves twice and no seat is served twice."""
    with session.reading() as reader:
        for meeting in reader.find(Meeting):
            _require_order_of(reader, meeting)
        for body in reader.find(Body):
            fixed = [s for s in reader.find(Section, body_id=body.id) if s.number is not None]
            for _, of_year in groupby(fixed, key=lambda s: s.year):
                numbers = sorted(s.number or 0 for s in of_year)
                assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _require_order_of(reader: Reader, meeting: Meeting) -> None:
    items = [i.number for i in reader.find(AgendaItem, meeting_id=meeting.id)]
    assert items == list(range(1, len(items) + 1))
    sections = reader.find(Section, meeting_id=meeting.id)
    assert [s.position for s in sections] == list(range(1, len(sections) + 1))
    view = meeting_view(reader, meeting.id)
    if meeting.state in (MeetingState.CLOSED, MeetingState.APPROVED):
        numbers = [s.number for s in sections if s.number is not None]
    else:
        assert all(s.number is None for s in sections)
        numbers = [s.number for s in view.sections if s.number is not None]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    for shown in view.sections:
        seats = [s.seat_of for s in shown.presence.serving]
        people = [s.person_id for s in shown.presence.serving]
        assert len(set(seats)) == len(seats)
        assert len(set(people)) == len(people)
        assert set(people) <= shown.presence.present
