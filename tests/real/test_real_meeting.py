"""The real meeting, end to end: kallelse, packet and protokoll hold everything that came in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from namndstod.domain.findings.papers import not_accessible
from namndstod.domain.records import PaperKind
from namndstod.domain.view import MeetingView
from namndstod.exchange.office import HIDE
from namndstod.services.packets import Packet
from namndstod.services.reading import meeting_view
from namndstod.services.workplace import create_workplace

from ..documents.structures import require_sound, stretches
from ..documents.validators import qpdf_check
from .extraction import (
    docx_texts,
    is_page_field,
    mail_parts,
    pdf_texts,
    pixels,
    squeezed,
    xlsx_cells,
)
from .loader import Loaded, load
from .place import REAL, needs_real_input

pytestmark = needs_real_input


@dataclass
class Made:
    """The meeting with its papers, made once per converter."""

    view: MeetingView
    loaded: Loaded
    packet: Packet
    pages: list[str]
    call: list[str]
    minutes: list[str]

    def part(self, number: int, position: int) -> tuple[list[str], int]:
        """Return the texts of the packet's pages of an item's document (from 0), and the index of the first.

        The texts are squeezed and without the page number that the packet stamped.
        """
        document = self.view.items[number - 1].documents[position].document
        place = next(p for p in self.packet.parts if p.document_id == document.id)
        first = place.first_page - 1
        stamps = [f"{number}({self.packet.pages})" for number in range(first + 1, first + place.pages + 1)]
        texts = map(squeezed, self.pages[first : first + place.pages])
        return [t.replace(s, "", 1) for t, s in zip(texts, stamps, strict=True)], first


@pytest.fixture(scope="module", params=["own renderer", "LibreOffice"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "own renderer":
            patch.setenv(HIDE, "1")
        else:
            from namndstod.exchange.office import find_office

            if find_office() is None:
                pytest.skip("no LibreOffice on this machine")
        workplace = create_workplace(tmp_path_factory.mktemp("real") / "pärm", "Verklig", "Prov")
        loaded = load(workplace, REAL)
        view = workplace.session.ask(meeting_view, loaded.meeting_id)
        packet = workplace.papers.packet(view)
        call = workplace.papers.pdf(PaperKind.CALL, view)
        minutes = workplace.papers.pdf(PaperKind.MINUTES, view)
        yield Made(view, loaded, packet, pdf_texts(packet.pdf), pdf_texts(call.pdf), pdf_texts(minutes.pdf))
        workplace.close()


def files(made: Made) -> list[tuple[int, int, Path]]:
    return [(n, i, path) for n, paths in made.loaded.files.items() for i, path in enumerate(paths)]


def missing(wanted: list[str], pages: list[str]) -> list[str]:
    """Return the texts that stand on no page, nor over the turn from one page to the next."""
    bare = [squeezed(p) for p in pages]
    return [
        t for t in wanted if (s := squeezed(t)) and not any(s in p for p in bare) and not _over_turn(s, bare)
    ]


def _over_turn(text: str, pages: list[str]) -> bool:
    """Whether the text begins on one page and goes on upon the next ones."""
    for start in range(len(pages)):
        rest = text
        for page in pages[start:]:
            taken = next((n for n in range(len(rest), 0, -1) if rest[:n] in page), 0)
            rest = rest[taken:]
            if not rest:
                return True
            if not taken:
                break
    return False


def test_every_attachment_is_in_the_packet(made: Made) -> None:
    documents = [d for item in made.view.items for d in item.documents]
    assert len(documents) == len(files(made)) == 33
    assert {d.document.id for d in documents} == {p.document_id for p in made.packet.parts if p.document_id}
    assert all(d.conversion is not None and d.conversion.state.value == "done" for d in documents)


def test_the_packet_is_whole_and_every_page_that_kontroll_does_not_name_is_tagged(
    made: Made, tmp_path: Path
) -> None:
    assert qpdf_check(made.packet.pdf, tmp_path) == ""
    named = {f.place.document_id: f.message for f in not_accessible(made.view, made.view.meeting.day)}
    with pikepdf.open(BytesIO(made.packet.pdf)) as pdf:
        require_sound(pdf)
        tagged = {page for page, _, _ in stretches(pdf)}
        for part in made.packet.parts:
            if part.document_id not in named:
                assert set(range(part.first_page - 1, part.first_page - 1 + part.pages)) <= tagged, part.title
        assert bool(pdf.Root.MarkInfo.Suspects)
        assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()
    assert len(tagged) < made.packet.pages


def test_kontroll_names_each_attachment_that_is_not_accessible_with_its_reason(made: Made) -> None:
    documents = {d.document.id: d for item in made.view.items for d in item.documents}
    said = {f.place.document_id: f.message for f in not_accessible(made.view, made.view.meeting.day)}
    for number, position, path in files(made):
        id = made.view.items[number - 1].documents[position].document.id
        if path.suffix != ".pdf":
            continue
        with pikepdf.open(path) as pdf:
            assert ("saknar taggar" in said[id] or "inskannad" in said[id]) == ("/MarkInfo" not in pdf.Root)
        assert said[id].startswith(
            f"”{documents[id].document.original_name}” kan inte läsas med skärmläsare: "
        )


def test_pdf_attachments_keep_their_pages_and_text(made: Made) -> None:
    checked = 0
    for number, position, path in files(made):
        if path.suffix != ".pdf":
            continue
        original = pdf_texts(path)
        pages, first = made.part(number, position)
        assert len(pages) == len(original), path.name
        for offset, (before, after) in enumerate(zip(original, pages, strict=True)):
            assert squeezed(before) in squeezed(after), f"{path.name} p. {offset + 1}"
            if not squeezed(before):
                one = pixels(path.read_bytes(), offset)
                other = pixels(made.packet.pdf, first + offset)
                assert len(one) == len(other)
                difference = sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
                assert difference < 3, f"{path.name} p. {offset + 1}"
            checked += 1
    assert checked > 200


def test_every_paragraph_and_cell_of_word_files(made: Made) -> None:
    for number, position, path in files(made):
        if path.suffix == ".docx":
            wanted = [t for t in docx_texts(path.read_bytes()) if not is_page_field(t)]
            assert missing(wanted, made.part(number, position)[0]) == [], path


def test_every_cell_of_workbooks(made: Made) -> None:
    for number, position, path in files(made):
        if path.suffix == ".xlsx":
            text = squeezed("".join(made.part(number, position)[0]))
            lost = [forms for forms in xlsx_cells(path.read_bytes()) if not any(f in text for f in forms)]
            assert lost == [], path.name


def test_mails_with_their_attachments(made: Made) -> None:
    for number, position, path in files(made):
        if path.suffix == ".eml":
            lines, attachments = mail_parts(path.read_bytes())
            pages = made.part(number, position)[0]
            assert missing(lines, pages) == [], path.name
            for name, data in attachments:
                if name.endswith(".pdf"):
                    assert missing(["".join(pdf_texts(data))], pages) == [] or all(
                        missing([t], pages) == [] for t in pdf_texts(data)
                    )
                elif name.endswith(".docx"):
                    assert missing([t for t in docx_texts(data) if not is_page_field(t)], pages) == []
                elif name.endswith(".xlsx"):
                    text = squeezed("".join(pages))
                    assert [f for f in xlsx_cells(data) if not any(s in text for s in f)] == []
                else:
                    assert squeezed(name) in squeezed("".join(pages))


def test_page_numbers_run_through_the_whole_packet(made: Made) -> None:
    total = len(made.pages)
    assert total == made.packet.pages
    for number, text in enumerate(made.pages, 1):
        assert f"{number}({total})" in squeezed(text), f"page {number}"


def test_kallelse_says_what_the_secretary_wrote(made: Made) -> None:
    text = squeezed("".join(made.call))
    for mandate in (*made.view.members, *made.view.substitutes):
        assert squeezed(made.view.label(mandate.person_id)) in text
    for item in made.view.items:
        assert squeezed(item.item.title) in text
        for draft in (d for role in {b.role for b in item.blocks} for d in item.text(role)):
            assert missing([draft.text], made.call) == []


def test_protokoll_has_a_section_for_each_item(made: Made) -> None:
    text = squeezed("".join(made.minutes))
    for number, item in enumerate(made.view.items, 1):
        assert squeezed(f"§{number}{item.item.title}") in text
    assert all("UTKAST" in squeezed(page) for page in made.minutes)
