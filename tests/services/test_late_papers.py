"""Tilläggshandlingar through the real worker: the pages, their numbers, and what recipients then have."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import PaperKind, RecipientGroup
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.supporting import AttachFiles
from namndstod.services.conversions import Conversions
from namndstod.services.papers import Papers
from namndstod.services.sending import Sending
from namndstod.services.worker_client import WorkerClient

from .helpers import House, set_customs


@pytest.fixture
def sending(house: House) -> Iterator[Sending]:
    worker = WorkerClient()
    conversions = Conversions(house.session, worker)
    yield Sending(house.session, conversions, Papers(house.session, conversions, worker))
    worker.close()


@pytest.fixture
def papers(sending: Sending) -> Papers:
    return sending._papers


def pages(pdf: bytes) -> list[str]:
    """The text of each page in one line."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_what_comes_after_the_packet_goes_out_beside_it(
    house: House, meeting: str, sending: Sending, papers: Papers
) -> None:
    items = [i.item.id for i in house.view(meeting).items]
    house.attach(items[0], b"Ritningen av bryggan.")
    house.attach(items[2], b"Fyrens besiktning.")
    with pytest.raises(RuleBroken, match="inte utsända"):
        papers.supplement(house.view(meeting))
    sending.call(meeting)
    with pytest.raises(RuleBroken, match="Inget har ändrats"):
        papers.supplement(house.view(meeting))
    (sent,) = [p for p in house.view(meeting).papers if p.kind is PaperKind.PACKET]
    before = papers.kept(PaperKind.PACKET, house.view(meeting))
    last = papers.last_sent(house.view(meeting))
    assert last is not None
    first = last.known.items[0].documents[0].span
    assert first is not None

    late = (house.incoming(b"Kostnaden blev lite till.", "Kalkyl.txt"),)
    house.session.do(AttachFiles(items[0], late))
    house.write(items[1], "ändra tiderna från sommaren.")
    made = papers.supplement(house.view(meeting))
    assert made.numbers == ("1a", f"{first.last}a")
    told, pages_of_it = pages(made.pdf)
    assert "Ändringar sedan handlingarna skickades ut" in told
    assert f"Ny handling, ”Kalkyl”: s. {first.last}a." in told
    assert "Utsänd lydelse" in told
    assert "ändra tiderna från sommaren" in told
    assert "Fyrarnas skötsel" not in told
    assert "Kostnaden blev lite till." in pages_of_it
    assert f"{first.last}a" in pages_of_it

    sending.supplement(meeting)
    kept = [p for p in house.view(meeting).papers if p.kind is PaperKind.SUPPLEMENT]
    assert [p.pages for p in kept] == [2]
    assert papers.kept(PaperKind.PACKET, house.view(meeting)) == before
    assert sent in house.view(meeting).papers
    with pytest.raises(RuleBroken, match="Inget har ändrats"):
        papers.supplement(house.view(meeting))

    house.session.do(AddItem(meeting, "Isvägar"))
    house.attach(items[0], b"Ett brev.")
    again = papers.supplement(house.view(meeting))
    assert again.numbers == ("1b", f"{first.last}b")
    told = pages(again.pdf)[0]
    assert "sedan tilläggshandlingarna skickades ut" in told
    assert "Isvägar" in told
    assert "Nytt ärende på föredragningslistan." in told
    assert "Kalkyl" not in told


def test_a_group_without_secrets_gets_an_edition_of_its_own(
    house: House, meeting: str, sending: Sending, papers: Papers
) -> None:
    items = [i.item for i in house.view(meeting).items]
    house.attach(items[0].id, b"Ritningen.")
    house.attach(items[1].id, b"Den hemliga utredningen.")
    groups = (RecipientGroup(name="Ledamöter", secret=True), RecipientGroup(name="Massmedia"))
    set_customs(house, recipient_groups=groups)
    house.session.do(Edit(replace(items[1], secret=True, neutral_heading="Avtalsfråga")))
    sending.call(meeting)
    packets = {p.edition: p for p in house.view(meeting).papers if p.kind is PaperKind.PACKET}
    assert set(packets) == {"", "Massmedia"}
    read = {n: " ".join(pages(house.session.binder.files.read(p.pdf_sha))) for n, p in packets.items()}
    assert "Färjetider" in read[""]
    assert "Den hemliga utredningen." in read[""]
    assert "Färjetider" not in read["Massmedia"]
    assert "hemliga" not in read["Massmedia"]
    assert "Avtalsfråga" in read["Massmedia"]

    house.attach(items[1].id, b"Mer om det hemliga.")
    sending.supplement(meeting)
    late = [p.edition for p in house.view(meeting).papers if p.kind is PaperKind.SUPPLEMENT]
    assert late == [""]


def test_one_file_for_each_ärende_numbered_as_the_packet(house: House, meeting: str, papers: Papers) -> None:
    items = [i.item for i in house.view(meeting).items]
    house.attach(items[0].id, b"Ritningen.")
    house.attach(items[2].id, b"Besiktningen.")
    view = house.view(meeting)
    whole = pages(papers.packet(view).pdf)
    files = list(papers.item_files(view))
    assert [f.name for f in files] == [
        "01 Bidrag till bryggor SKN 2026-1.pdf",
        "03 Fyrarnas skötsel SKN 2026-3.pdf",
    ]
    for file in files:
        own = pages(file.pdf)
        assert len(own) == 2
        assert set(own) <= set(whole)
