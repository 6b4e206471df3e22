"""Kallelse, föredragningslista and protokoll of the real meeting are PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

from pathlib import Path

from namndstod.domain.records import PaperKind
from namndstod.services.reading import meeting_view
from namndstod.services.workplace import create_workplace

from ..documents.validators import PROFILES, second_opinion, verapdf
from .loader import load
from .place import REAL, needs_real_input

pytestmark = needs_real_input


def test_the_papers_of_the_real_meeting_pass_both(tmp_path: Path) -> None:
    workplace = create_workplace(tmp_path / "pärm", "Verklig", "Prov")
    view = workplace.session.ask(meeting_view, load(workplace, REAL).meeting_id)
    kinds = (PaperKind.CALL, PaperKind.AGENDA, PaperKind.MINUTES)
    files = {kind.value: workplace.papers.pdf(kind, view).pdf for kind in kinds}
    workplace.close()
    assert verapdf(files, tmp_path) == {name: {profile: [] for profile in PROFILES} for name in files}
    assert [rule for pdf in files.values() for rule in second_opinion(pdf)] == []
