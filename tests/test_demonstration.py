"""The demonstration's held meeting has a course, and its papers are made on the command line."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
from openpyxl import load_workbook

from namndstod.cli import PAPERS, main
from namndstod.demo.delegated import LETTER_OF
from namndstod.documents.word import to_docx
from namndstod.domain.content import LANGUAGE, Paper
from namndstod.domain.findings import Severity, check
from namndstod.domain.records import MeetingState, Outcome
from namndstod.domain.swedish import plain
from namndstod.domain.view import MeetingView
from namndstod.services.papers import Papers
from namndstod.services.reading import meeting_view, meetings
from namndstod.services.workplace import open_workplace

from .documents.printed import PAGE, printed
from .documents.test_word import docx_texts

DISPUTED = 44
IN_WORD = [paper for paper in PAPERS if paper not in ("handlingar", "arvodesunderlag")]
OF = {"foredragningspm": ("--arende", "5"), "beslutsbrev": ("--dnr", LETTER_OF)}


@pytest.fixture(scope="module")
def binder(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "p"
    shutil.copytree(demonstration, folder)
    return folder


@pytest.fixture(scope="module")
def held(binder: Path) -> Iterator[MeetingView]:
    workplace = open_workplace(binder, "Ada", read_only=True)
    first = min(workplace.session.ask(meetings), key=lambda s: s.meeting.day)
    yield workplace.session.ask(meeting_view, first.meeting.id)
    workplace.close()


def text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        pages = [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    finally:
        document.close()
    return " ".join(plain(" ".join(pages)).split())


def make(binder: Path, out: Path, paper: str, *more: str) -> int:
    return main(["make", paper, str(binder), *more, "-o", str(out)])


def test_the_held_meeting_has_a_real_course(held: MeetingView) -> None:
    sections = {s.number: s for s in held.sections}
    disputed = sections[DISPUTED]
    assert held.meeting.state is MeetingState.APPROVED
    assert len(disputed.deliberation.motions) == 2
    assert len(disputed.deliberation.votes) == 1
    assert disputed.deliberation.reservations[0].persons
    assert disputed.presence.recused
    assert any(s.is_substitute for s in disputed.presence.serving)
    assert Outcome.TABLED in {s.section.outcome for s in held.sections}
    assert any(s.deliberation.remarks for s in held.sections)
    found = check(held, held.meeting.day)
    assert [f.message for f in found if f.severity is Severity.BLOCK] == []


def test_the_attendance_list_of_the_last_held_meeting(binder: Path, tmp_path: Path) -> None:
    assert make(binder, tmp_path / "n.pdf", "narvarolista") == 0
    said = text(tmp_path / "n.pdf")
    assert "Närvaro- och uppropslista" in said
    assert "från kl. 10.25" in said
    assert make(binder, tmp_path / "n.docx", "narvarolista") == 0
    assert zipfile.is_zipfile(tmp_path / "n.docx")


def test_the_vote_list_of_a_section(binder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make(binder, tmp_path / "o.pdf", "omrostningslista", "--paragraf", str(DISPUTED)) == 0
    assert f"Omröstningslista nr 1, § {DISPUTED}" in text(tmp_path / "o.pdf")
    assert make(binder, tmp_path / "o2.pdf", "omrostningslista", "--paragraf", "41") == 0
    assert "Ingen omröstning har genomförts." in text(tmp_path / "o2.pdf")
    assert make(binder, tmp_path / "x.pdf", "omrostningslista", "--paragraf", "999") == 1
    assert "ingen § 999" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_utdrag_anslagsbevis_and_expedieringslista(
    binder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make(binder, tmp_path / "u.pdf", "utdrag", "--paragraf", str(DISPUTED)) == 0
    said = text(tmp_path / "u.pdf")
    assert "Rätt utdraget intygar" in said
    assert f"Hur man överklagar § {DISPUTED}" in said  # one of its recipients is a party
    assert "Förvaltningsrätten i Granköping" in said
    assert make(binder, tmp_path / "två.pdf", "utdrag", "--paragraf", "41", "--paragraf", "43") == 0
    assert "§§ 41, 43" in text(tmp_path / "två.pdf")
    assert make(binder, tmp_path / "a.pdf", "anslag") == 0
    assert "Datum för anslags uppsättande" in text(tmp_path / "a.pdf")
    assert make(binder, tmp_path / "e.pdf", "expedieringslista") == 0
    assert "Kollektivtrafiknämnden" in text(tmp_path / "e.pdf")
    for paper in ("utdrag", "anslag", "expedieringslista"):
        assert make(binder, tmp_path / f"{paper}.docx", paper) == 0
        assert zipfile.is_zipfile(tmp_path / f"{paper}.docx")
    assert make(binder, tmp_path / "x.pdf", "utdrag", "--paragraf", "999") == 1
    assert "ingen § 999" in capsys.readouterr().err


def test_a_foredragningspm_of_the_coming_meeting(
    binder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make(binder, tmp_path / "pm.pdf", "foredragningspm", "--arende", "5") == 0
    said = text(tmp_path / "pm.pdf")
    assert "Projektmedel till Digital verkstad" in said
    assert "Ekonomiska konsekvenser" in said
    assert make(binder, tmp_path / "pm.docx", "foredragningspm", "--arende", "5") == 0
    assert make(binder, tmp_path / "x.pdf", "foredragningspm", "--arende", "3") == 1
    assert "inget FöredragningsPM" in capsys.readouterr().err
    assert make(binder, tmp_path / "x.pdf", "foredragningspm", "--arende", "99") == 1
    assert "inget ärende 99" in capsys.readouterr().err


def test_the_delegationslista_and_a_beslutsbrev(
    binder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make(binder, tmp_path / "d.pdf", "delegationslista") == 0
    said = text(tmp_path / "d.pdf")
    assert "punkt 3.2: Dnr 26RG081, 26RG085." in said
    assert "Summa: 212 500 kronor." in said
    assert make(binder, tmp_path / "r.pdf", "sarskilt-protokollforda", "--utgava", "webb") == 0
    assert "Dnr 26RG064, 26RG065." in text(tmp_path / "r.pdf")
    assert make(binder, tmp_path / "b.pdf", "beslutsbrev", "--dnr", "26rg122") == 0
    said = text(tmp_path / "b.pdf")
    assert "Summa bokförda kostnader 227 000 691 000 918 000" in said
    assert "punkt 3.4 i nämndens delegationsordning" in said
    assert make(binder, tmp_path / "b.docx", "beslutsbrev", "--dnr", "26RG122") == 0
    assert make(binder, tmp_path / "x.pdf", "beslutsbrev", "--dnr", "26RG103") == 1
    assert "inget beslutsbrev" in capsys.readouterr().err


def test_the_workbook_of_arvoden(binder: Path, tmp_path: Path) -> None:
    assert make(binder, tmp_path / "a.xlsx", "arvodesunderlag") == 0
    sheet = load_workbook(io.BytesIO((tmp_path / "a.xlsx").read_bytes())).active
    assert sheet is not None
    assert sheet["A1"].value == "Arvodesunderlag"


@pytest.mark.parametrize(
    ("paper", "out", "more"),
    [
        ("arvodesunderlag", "a.pdf", ()),
        ("narvarolista", "n.xlsx", ()),
        ("handlingar", "h.docx", ()),
        ("protokoll", "p.pdf", ("--paragraf", "44")),
        ("foredragningspm", "pm.pdf", ()),
        ("kallelse", "k.pdf", ("--arende", "5")),
        ("beslutsbrev", "b.pdf", ()),
        ("delegationslista", "d.pdf", ("--dnr", "26RG122")),
        ("beslutsbrev", "b.pdf", ("--dnr", "26RG122", "--utgava", "webb")),
        ("protokoll-sekretess", "s.pdf", ("--utgava", "utan-sekretess")),
        ("sarskilt-protokollforda", "r.pdf", ("--utgava", "utan-sekretess")),
        ("protokoll", "p.pdf", ("--utgava", "sekretess")),
    ],
)
def test_wrong_use_is_told(binder: Path, tmp_path: Path, paper: str, out: str, more: tuple[str, ...]) -> None:
    assert make(binder, tmp_path / out, paper, *more) == 2
    assert not (tmp_path / out).exists()


@pytest.mark.parametrize("paper", IN_WORD)
def test_every_text_paper_says_the_same_in_word(
    binder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paper: str
) -> None:
    trees: list[Paper] = []

    def as_word(self: Papers, tree: Paper) -> bytes:
        trees.append(tree)
        return to_docx(tree)

    monkeypatch.setattr(Papers, "as_word", as_word)
    assert make(binder, tmp_path / "w.docx", paper, *OF.get(paper, ())) == 0
    (tree,) = trees
    data = (tmp_path / "w.docx").read_bytes()
    said, wanted = list(docx_texts(data)), printed(tree)
    assert [
        re.sub(r" \d+$", PAGE, t) if w.endswith(PAGE) else t for t, w in zip(said, wanted, strict=False)
    ] == wanted
    assert len(said) == len(wanted) > 5
    document = docx.Document(io.BytesIO(data))
    assert (document.core_properties.title, document.core_properties.language) == (tree.title, LANGUAGE)
    assert [p for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    for table in document.element.body.iter("{*}tbl"):
        heads = [bool(row.xpath("w:trPr/w:tblHeader")) for row in table.findall("{*}tr")]
        assert heads == sorted(heads, reverse=True)
