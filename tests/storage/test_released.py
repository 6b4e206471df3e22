"""A binder of every released schema opens in this program, on a backup, with all that it held.

`released/*.sql` are dumps of binders that the released programs made; nothing in them is ever changed.
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from namndstod.domain.records import MeetingState, Outcome, TextRole
from namndstod.domain.texts import clauses
from namndstod.services.commands.editing import Edit
from namndstod.services.reading import mandates, meeting_view, meetings
from namndstod.services.session import Session
from namndstod.storage import migrate, sqlite
from namndstod.storage.backup import Reason
from namndstod.storage.binder import Binder
from namndstod.storage.check import check
from namndstod.storage.migrate import REVISION, REVISIONS

from .helpers import Clock

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))


def restored(dump: Path, folder: Path) -> Path:
    """Return a binder's folder with the database that the dump describes."""
    for name in ("bilagor", "backup", "cache"):
        (folder / name).mkdir(parents=True)
    database = folder / "Skärnämnden.namndstod"
    with closing(sqlite3.connect(database)) as raw:
        raw.create_collation("swedish", lambda a, b: (a > b) - (a < b))
        raw.executescript(dump.read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    return database


def test_every_released_revision_has_its_binder() -> None:
    assert [dump.stem for dump in RELEASED] == list(REVISIONS[:-1])


@pytest.mark.parametrize("dump", RELEASED, ids=lambda dump: dump.stem)
def test_an_older_binder_opens_with_all_that_it_held(dump: Path, tmp_path: Path, clock: Clock) -> None:
    database = restored(dump, tmp_path / "pärm")
    assert migrate.examine(database) == dump.stem
    with Binder.open(database, actor="Ada", clock=clock) as binder:
        assert migrate.examine(binder.database) == REVISION
        (made,) = (b for b in binder.backups.list() if b.reason is Reason.MIGRATION)
        assert migrate.examine(made.path) == dump.stem
        assert check(binder) == []
        session = Session(binder, "Ada", clock)
        summary = session.ask(meetings)[0]
        view = session.ask(meeting_view, summary.meeting.id)
        assert view.meeting.state is MeetingState.CLOSED
        section = view.sections[-1]
        assert (section.number, section.section.outcome) == (1, Outcome.APPROVED)
        assert clauses(section.parts[TextRole.DECISION].drafts) == ("bevilja bidraget.",)
        serving = [view.label(s.person_id) for s in section.presence.serving]
        assert [name.split("\u00a0")[0] for name in serving] == ["Karin Ek", "Olle Sand", "Bo Gran"]
        session.do(Edit(replace(view.meeting, place="Sal Linden"), "place"))
        assert binder.journal.verify() == []
        assert len(session.ask(mandates, view.body.id)) == 4
