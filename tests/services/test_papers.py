"""Papers that are sent or justerade: what is kept is what is stored, at that very moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from namndstod.domain.content import Paper, to_json
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.records import AgendaItem, Meeting, MeetingState, PaperKind, TextRole
from namndstod.domain.records import Paper as KeptPaper
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.texts import WriteText
from namndstod.services.conversions import Conversions
from namndstod.services.papers import Papers
from namndstod.services.sending import Sending
from namndstod.services.worker_client import DRAW_TIMEOUT, DrawnPages, WorkerClient

from .helpers import DAY, House, paragraphs

WEEK = timedelta(days=7)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
)
PDF += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


class Drawer(WorkerClient):
    """Draws an empty page, and does something else meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: Callable[[], object] = lambda: None
        self.drawn: list[Paper] = []

    def draw(
        self, paper: Paper, *, around: tuple[str, int] | None = None, timeout: float = DRAW_TIMEOUT
    ) -> DrawnPages:
        self.drawn.append(paper)
        self.meanwhile()
        return DrawnPages(PDF, 1, {})


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def papers(house: House, drawer: Drawer) -> Papers:
    return Papers(house.session, Conversions(house.session, drawer), drawer)


@pytest.fixture
def sending(house: House, drawer: Drawer, papers: Papers) -> Sending:
    return Sending(house.session, Conversions(house.session, drawer), papers)


def test_the_tree_and_the_pages_of_what_is_justerat_are_kept(
    house: House, meeting: str, papers: Papers, drawer: Drawer
) -> None:
    house.approvers(meeting)
    house.hold(meeting)
    papers.approve(meeting, DAY + WEEK)
    (kept,) = house.find(KeptPaper, meeting_id=meeting)
    files = house.session.binder.files
    assert files.read(kept.pdf_sha, verify=True) == PDF
    assert kept.tree_sha is not None
    assert files.read(kept.tree_sha, verify=True).decode() == to_json(drawer.drawn[-1])
    assert papers.kept(PaperKind.MINUTES, house.view(meeting)) == PDF


def test_minutes_that_were_changed_while_they_were_drawn_are_not_frozen(
    house: House, meeting: str, papers: Papers, drawer: Drawer
) -> None:
    house.approvers(meeting)
    house.hold(meeting)
    section = house.sections(meeting)[0].id
    late = WriteText(TextRole.REMARKS, paragraphs("Sent tillägg."), section_id=section)
    drawer.meanwhile = lambda: house.session.do(late)
    with pytest.raises(Refused, match="ändrades medan"):
        papers.approve(meeting, DAY + WEEK)
    assert house.get(Meeting, meeting).state is MeetingState.CLOSED
    assert house.find(KeptPaper) == []
    drawer.meanwhile = lambda: None
    papers.approve(meeting, DAY + WEEK)
    assert "Sent tillägg." in to_json(drawer.drawn[-1])


def test_a_list_that_was_changed_while_it_was_drawn_is_not_sent(
    house: House, meeting: str, sending: Sending, drawer: Drawer
) -> None:
    drawer.meanwhile = lambda: house.session.do(AddItem(meeting, "Isvägar"))
    with pytest.raises(Refused, match="ändrades medan"):
        sending.call(meeting)
    assert house.get(Meeting, meeting).state is MeetingState.PLANNED


def test_an_empty_list_is_not_sent(house: House, sending: Sending) -> None:
    meeting = house.plan()
    with pytest.raises(RuleBroken, match="är tom"):
        sending.call(meeting)
    assert house.find(AgendaItem) == []
