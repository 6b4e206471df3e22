"""What is doubtful about a whole file is told once, though its reader tells it too."""

from datetime import date
from pathlib import Path

import pytest

from namndstod.domain.intake.found import Doubt, FoundCall, FoundLetter, FoundMemorandum
from namndstod.domain.intake.kinds import PaperType
from namndstod.domain.intake.understanding import Found
from namndstod.services.intake.calls import plan_call
from namndstod.services.intake.papers import IncomingPaper
from namndstod.services.intake.planning import plan

from .helpers import NAME, House

ODD = "Texten är tolkad ur bilder av sidorna och kan vara felläst."
OTHER = "En rad gick inte att tolka."
DOUBTS = (Doubt(field="", message=ODD), Doubt(field="", message=OTHER))


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (PaperType.MEMORANDUM, FoundMemorandum(title="Bidrag till bryggor", doubts=DOUBTS)),
        (PaperType.LETTER, FoundLetter(diary_number="SKN 2026/9", title="Bidrag", doubts=DOUBTS)),
        (PaperType.CALL, FoundCall(committee=NAME, day=date(2026, 9, 9), doubts=DOUBTS)),
    ],
)
def test_a_doubt_about_the_whole_file_is_told_once(house: House, kind: PaperType, found: Found) -> None:
    paper = IncomingPaper(Path("/inkommet/papper.pdf"), "sha", kind, found, (ODD,))
    if isinstance(found, FoundCall):
        call = house.session.ask(plan_call, paper, found)
        told = [*call.doubts, *(d.message for r in call.rows for d in r.doubts)]
    else:
        (made,) = house.session.ask(plan, house.plan(), (paper,), {}, "")
        told = [*made.doubts, *(d.message for r in made.rows for d in r.doubts)]
    assert (told.count(ODD), told.count(OTHER)) == (1, 1)
