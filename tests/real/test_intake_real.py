"""The real meeting comes in by itself: its kallelse, then every PM to the ärende that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from namndstod.domain.intake.found import FoundCall
from namndstod.domain.intake.kinds import PaperType
from namndstod.exchange.sources.understanding import understand_file
from namndstod.services.commands.supporting import IncomingFile
from namndstod.services.intake.calls import plan_call, taken_call
from namndstod.services.intake.papers import IncomingPaper, read_paper
from namndstod.services.intake.planning import Mode, command, plan
from namndstod.services.reading import meeting_view
from namndstod.services.session import Session
from namndstod.storage.binder import Binder

from ..services.helpers import Clock
from .place import REAL, needs_real_input

MEETING = REAL / "meeting-2020-02-14"
NUMBERS = range(3, 13)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    binder = Binder.create(tmp_path / "pärm", "Verklig", actor="Ada", clock=Clock())
    return Session(binder, "Ada", Clock())


@needs_real_input
def test_kallelse_and_pms_find_each_other_and_what_differs_is_shown(session: Session) -> None:
    call = read_paper(MEETING / "kallelse.docx", understand_file)
    assert isinstance(call.found, FoundCall)
    planned = session.ask(plan_call, call, call.found)
    assert planned.refused == ""
    meeting = session.do(taken_call(planned, call.found, {r.key for r in planned.rows if r.chosen})).result
    assert meeting is not None
    view = session.ask(meeting_view, meeting)
    assert [i.item.number for i in view.items] == list(range(1, 14))
    assert (len(view.members), len(view.substitutes)) == (
        len(call.found.members),
        len(call.found.substitutes),
    )
    papers = [read_paper(MEETING / f"{n:02}" / "foredragningspm.docx", understand_file) for n in NUMBERS]
    assert {p.kind for p in papers} == {PaperType.MEMORANDUM}
    plans = session.ask(plan, meeting, papers, {})
    numbers = {i.item.id: i.item.number for i in view.items}
    assert [numbers.get(p.target) for p in plans] == list(NUMBERS)
    assert all(p.mode is Mode.READ for p in plans)
    assert any(r.key == "title" and r.state == "changed" for r in plans[0].rows)  # both are shown
    chosen = {p.key: {r.key for r in p.rows if r.chosen} for p in plans}
    session.do(session.ask(command, meeting, plans, chosen, {p.path: _kept(session, p) for p in papers}))
    after = session.ask(meeting_view, meeting)
    assert [i.item.title for i in after.items] == [i.item.title for i in view.items]  # nothing unasked
    assert all(after.items[n - 1].memorandum for n in NUMBERS)
    session.undo()
    assert session.ask(meeting_view, meeting).items == view.items
    session.close()


def _kept(session: Session, paper: IncomingPaper) -> IncomingFile:
    kept = session.binder.files.keep(paper.path)
    return IncomingFile(kept.sha256, kept.size, "application/octet-stream", paper.name)
