"""A binder of every released schema opens in this program, on a backup, with all that it held.

`released/*.sql` are dumps of binders that the released programs made; nothing in them is ever changed.
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.errors import UpgradeFailed
from namndstod.domain.records import MeetingState, Outcome, TextRole
from namndstod.domain.texts import clauses
from namndstod.services.commands.editing import Edit
from namndstod.services.reading import mandates, meeting_view, meetings
from namndstod.services.session import Session
from namndstod.storage import migrate
from namndstod.storage.backup import Reason
from namndstod.storage.binder import Binder
from namndstod.storage.check import check
from namndstod.storage.migrate import REVISION, REVISIONS

from . import helpers
from .helpers import Clock, restored

RELEASED = sorted(helpers.RELEASED.glob("*.sql"))


OLDER = [dump for dump in RELEASED if dump.stem != REVISION]


def test_every_released_revision_has_its_binder() -> None:
    """The newest may still be in the making."""
    stems = [dump.stem for dump in RELEASED]
    assert stems in (list(REVISIONS), list(REVISIONS[:-1]))


@pytest.mark.parametrize("dump", RELEASED, ids=lambda dump: dump.stem)
def test_an_older_binder_opens_with_all_that_it_held(dump: Path, tmp_path: Path, clock: Clock) -> None:
    database = restored(dump, tmp_path / "pärm")
    assert migrate.examine(database) == dump.stem
    with Binder.open(database, actor="Ada", clock=clock) as binder:
        assert migrate.examine(binder.database) == REVISION
        made = [b for b in binder.backups.list() if b.reason is Reason.MIGRATION]
        assert made == ([binder.upgraded] if dump in OLDER else [])
        assert [migrate.examine(b.path) for b in made] == [dump.stem] * len(made)
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
        with binder.read() as reader:
            delegated = reader.find(DelegatedDecision, body_id=view.body.id)
        assert [d.recipient for d in delegated] == (["Bryggan AB"] if dump.stem >= "0005" else [])


@pytest.mark.parametrize("dump", OLDER, ids=lambda dump: dump.stem)
def test_a_binder_that_cannot_be_brought_up_to_date_is_as_it_was(
    dump: Path, tmp_path: Path, clock: Clock
) -> None:
    database = restored(dump, tmp_path / "pärm")
    with closing(sqlite3.connect(database)) as raw:
        raw.execute("CREATE TABLE delegation_point (i_vagen)")  # in the last migration's way
    before = database.read_bytes()
    with pytest.raises(UpgradeFailed, match="Den är som den var") as raised:
        Binder.open(database, actor="Ada", clock=clock)
    assert "backup" in raised.value.way_on
    assert database.read_bytes() == before
    (made,) = database.parent.glob("backup/*-migration.kopia")
    assert migrate.examine(made) == migrate.examine(database) == dump.stem
