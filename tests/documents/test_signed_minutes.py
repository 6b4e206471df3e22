"""A protokoll that is signed invisibly is still PDF/UA and PDF/A, and still the frozen document."""

from __future__ import annotations

from pathlib import Path

from namndstod.documents.builders import minutes_paper
from namndstod.documents.layout import draw
from namndstod.exchange.signed_pdf import verify

from ..domain.after_the_decision import held
from ..signed_files import Service, identity
from .validators import PROFILES, verapdf


def test_two_signatures_leave_the_protokoll_what_it_is(tmp_path: Path) -> None:
    frozen = draw(minutes_paper(held(), {}, final=True)).pdf
    service = Service(stamps=True)
    signed = service.sign(service.sign(frozen, identity("Karin Ek")), identity("Olle Sand"))
    verdict = verify(signed, frozen)
    assert verdict.same_document
    assert [s.problem for s in verdict.signers] == ["", ""]
    assert verapdf({"undertecknat": signed}, tmp_path) == {"undertecknat": {p: [] for p in PROFILES}}
