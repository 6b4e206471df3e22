"""A protokoll that is signed invisibly is still PDF/UA and PDF/A, and still the frozen document."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from namndstod.documents.builders import minutes_paper
from namndstod.documents.layout import draw
from namndstod.exchange.signed_pdf import verify

from ..domain.after_the_decision import held
from ..signed_files import Service, identity

ROOT = Path(__file__).resolve().parents[2]
TOOLS = (ROOT / "tools", ROOT.parent / "shared" / "tools")


def test_two_signatures_leave_the_protokoll_what_it_is(tmp_path: Path) -> None:
    frozen = draw(minutes_paper(held(), {}, final=True)).pdf
    service = Service(stamps=True)
    signed = service.sign(service.sign(frozen, identity("Karin Ek")), identity("Olle Sand"))
    verdict = verify(signed, frozen)
    assert verdict.same_document
    assert [s.problem for s in verdict.signers] == ["", ""]
    tool = next((t / "verapdf" / "verapdf" for t in TOOLS if (t / "verapdf" / "verapdf").exists()), None)
    if tool is None or shutil.which("java") is None:
        pytest.skip("veraPDF or Java is not here")
    path = tmp_path / "undertecknat.pdf"
    path.write_bytes(signed)
    for profile in ("ua1", "2a"):
        done = subprocess.run([tool, profile, path], capture_output=True, text=True, check=False)
        assert done.stdout.startswith("PASS"), done.stdout + done.stderr
