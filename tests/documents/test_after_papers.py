"""Protokollsutdrag, anslagsbevis and expedieringslista: as trees, on paper and in Word."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import docx
import pytest
from docx.oxml.ns import qn

from namndstod.documents.builders import dispatches_paper, extract_paper, minutes_paper, notice_paper
from namndstod.documents.layout import draw
from namndstod.documents.word import to_docx
from namndstod.domain.content import Block, Group, Heading, Paper, Signatures, Table
from namndstod.domain.deliberation import Deliberation
from namndstod.domain.errors import RuleBroken
from namndstod.domain.proceedings import Notice, Reservation
from namndstod.domain.records import Appeal, Letterhead, MeetingState
from namndstod.domain.view import MeetingView

from ..domain.expedited import JUSTERAT, MAIL, justerat, recipient, secret, sent
from ..domain.factory import DAY
from .reading import page_texts, paragraphs, plain
from .test_meeting_papers import facts, rows

COURT = ("Förvaltningsrätten i Viken", "Box 7, 870 11 Viken")
PARTY = replace(MAIL, party=True)


def said(paper: Paper) -> str:
    return plain(" ".join(paragraphs(paper.blocks)))


def in_docx(paper: Paper) -> str:
    """Every text of the .docx, in tables within tables too."""
    body = docx.Document(io.BytesIO(to_docx(paper))).element.body
    return plain(" ".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))))


def customs(view: MeetingView, **changes: object) -> MeetingView:
    wanted = replace(view.term.customs, **changes)  # type: ignore[arg-type]
    return replace(view, term=replace(view.term, customs=wanted))


def posted(view: MeetingView, day: date, *sections: str, down: date | None = None) -> MeetingView:
    notice = Notice(
        id=f"n{day}{sections}", meeting_id="meeting", sections=sections, posted=day, taken_down=down
    )
    return replace(view, notices=(*view.notices, notice))


def signatures(blocks: Sequence[Block]) -> list[Signatures]:
    inner = [b for block in blocks for b in (block.blocks if isinstance(block, Group) else (block,))]
    return [b for b in inner if isinstance(b, Signatures)]


# --- utdrag ------------------------------------------------------------------------------------------


def test_an_utdrag_holds_its_paragraph_as_the_protokoll_has_it_and_is_certified() -> None:
    view = justerat(MAIL)
    paper = extract_paper(view, {}, ("s1",))
    told = facts(paper)
    assert told["Sammanträdesdatum"] == ["2027-05-13 (torsdag)"]
    assert told["Utdraget avser"] == ["§ 1"]
    assert told["Beslutande"][:2] == ["Ada Berg (S), ordförande", "Bo Ceder (C), vice ordförande"]
    assert told["Justerat"] == ["2027-05-20"]
    whole = minutes_paper(view, {}).blocks
    begins = next(n for n, b in enumerate(whole) if isinstance(b, Heading) and b.label.endswith("1"))
    ends = next(n for n, b in enumerate(whole) if isinstance(b, Heading) and b.label.endswith("2"))
    part = whole[begins:ends]
    at = paper.blocks.index(part[0])
    assert paper.blocks[at : at + len(part)] == part
    assert "Färjetider" not in said(paper)
    assert [(line.role, line.name) for s in signatures(paper.blocks) for line in s.lines] == [
        ("Rätt utdraget intygar", "Ines Falk, nämndsekreterare")
    ]
    assert "Rätt utdraget intygar" in said(paper)
    assert paper.furniture.watermark == ""


def test_with_digital_signing_there_is_no_line_to_sign() -> None:
    paper = extract_paper(customs(justerat(MAIL), digital_signing=True), {}, ("s1",))
    assert signatures(paper.blocks) == []
    assert "Rätt utdraget intygar Ines Falk, nämndsekreterare" in said(paper)
    assert paper.furniture.foot_right == ""


def test_what_is_not_justerat_is_a_draft_that_nobody_certifies() -> None:
    draft = extract_paper(justerat(MAIL, state=MeetingState.CLOSED), {}, ("s1",))
    assert draft.furniture.watermark == "UTKAST – ej justerat"
    assert "intygar" not in said(draft)
    at_once = justerat(MAIL, state=MeetingState.OPEN, immediate=True, approved=DAY)
    assert extract_paper(at_once, {}, ("s1",)).furniture.watermark == ""
    assert extract_paper(at_once, {}, ("s1", "s2")).furniture.watermark != ""


def test_who_served_is_told_of_the_paragraphs_of_the_utdrag_only() -> None:
    from ..domain.test_findings import leaves

    view = justerat(MAIL)
    view = replace(view, events=(*view.events, leaves("Bo Ceder", "s2")))
    assert facts(extract_paper(view, {}, ("s1",)))["Beslutande"][1] == "Bo Ceder (C), vice ordförande"
    assert not any("Bo" in line for line in facts(extract_paper(view, {}, ("s2",)))["Beslutande"])
    both = facts(extract_paper(view, {}, ("s1", "s2")))["Beslutande"]
    assert both[1] == "Bo Ceder (C), vice ordförande, § 1"


def test_a_secret_paragraph_is_extracted_alone_and_says_so() -> None:
    view = secret(justerat(MAIL))
    with pytest.raises(RuleBroken, match="för sig"):
        extract_paper(view, {}, ("s1", "s2"))
    alone = extract_paper(view, {}, ("s1",))
    assert "Sekretess enligt OSL 25 kap. 1 §." in said(alone)
    assert "SEKRETESS" in alone.furniture.head_left
    of_all = extract_paper(view, {})
    assert "hamnen" not in said(of_all)
    assert "Färjetider" in said(of_all)


def test_a_party_is_told_of_laglighetsprovning_with_the_last_day_once_the_anslag_is_up() -> None:
    view = customs(justerat(PARTY), court=COURT)
    text = said(extract_paper(view, {}, ("s1",)))
    for words in ("13 kap. kommunallagen", *COURT, "inom tre veckor", "Tillväxtnämnden den 13 maj 2027, § 1"):
        assert words in text
    assert "27RG1" in text
    assert "senast" not in text
    up = said(extract_paper(posted(view, JUSTERAT), {}, ("s1",)))
    assert (
        "Det tillkännagavs den 20 maj 2027. Överklagandet ska därför ha kommit in senast den 10 juni 2027."
        in up
    )
    assert "överklagar" not in said(extract_paper(view, {}, ("s1",), party=False))
    assert "överklagar" not in said(extract_paper(justerat(MAIL), {}, ("s1",)))
    assert "överklagar" in said(extract_paper(justerat(MAIL), {}, ("s1",), party=True))


def test_a_party_is_told_of_forvaltningsbesvar_and_of_avvikande_mening() -> None:
    view = customs(
        justerat(PARTY, appeal=Appeal.ADMINISTRATIVE),
        court=COURT,
        letterhead=Letterhead(organisation="Region Viken", address=("Box 1, 870 10 Viken",)),
    )
    against = Reservation(id="r", section_id="s1", position=1, persons=("bo",))
    view = replace(view, deliberations={"s1": Deliberation(reservations=(against,))})
    paper = extract_paper(posted(view, JUSTERAT), {}, ("s1",))
    text = said(paper)
    for words in (
        "förvaltningslagen (2017:900)",
        "Ställ överklagandet till Förvaltningsrätten i Viken, men skicka eller lämna det till",
        "Region Viken Box 1, 870 10 Viken",
        "tre veckor från den dag då du fick del av beslutet",
        "Avvikande mening",
    ):
        assert words in text
    assert text.count("Bo Ceder (C) reserverar sig") == 2
    assert "senast den" not in text
    assert "laglighetsprövning" not in text


def test_what_cannot_be_appealed_says_so_to_a_party() -> None:
    view = justerat(PARTY, appeal=Appeal.NONE)
    text = said(extract_paper(view, {}, ("s1",)))
    assert "Beslutet i § 1 kan inte överklagas. Det är av rent förberedande" in text
    assert "Hur man överklagar" not in text
    both = said(extract_paper(view, {}, ("s1", "s2")))
    assert "Beslutet i § 1 kan inte överklagas" in both
    assert "Hur man överklagar § 2" in both


# --- anslagsbevis ------------------------------------------------------------------------------------


def certificate(paper: Paper) -> dict[str, list[str]]:
    group = next(b for b in paper.blocks if isinstance(b, Group))
    return facts(replace(paper, blocks=group.blocks))


def test_the_anslagsbevis_tells_what_is_noted_and_leaves_the_rest_to_fill_in() -> None:
    view = customs(justerat(), storage_place="Regionens hus")
    blank = certificate(notice_paper(view, {}))
    assert blank["Paragrafer"] == ["§§ 1–2"]
    assert blank["Datum för anslags uppsättande"] == [""]
    assert blank["Förvaringsplats för protokollet"] == ["Regionens hus"]
    up = certificate(notice_paper(posted(view, JUSTERAT), {}))
    assert up["Datum för anslags uppsättande"] == ["2027-05-20"]
    assert up["Datum för anslags nedtagande"] == ["tidigast 2027-06-11"]
    assert up["Sista dag att överklaga"] == ["2027-06-10"]
    down = certificate(notice_paper(posted(view, JUSTERAT, down=date(2027, 6, 14)), {}))
    assert down["Datum för anslags nedtagande"] == ["2027-06-14"]


def test_paragraphs_justerade_at_once_have_an_anslagsbevis_of_their_own() -> None:
    view = posted(justerat(immediate=True, approved=DAY), JUSTERAT)
    view = posted(view, DAY + timedelta(1), "s1")
    own, rest = certificate(notice_paper(view, {}, ("s1",))), certificate(notice_paper(view, {}, ("s2",)))
    assert (own["Paragrafer"], own["Datum för anslags uppsättande"]) == (["§ 1"], ["2027-05-14"])
    assert (rest["Paragrafer"], rest["Datum för anslags uppsättande"]) == (["§ 2"], ["2027-05-20"])
    assert certificate(notice_paper(view, {})) == rest
    assert notice_paper(justerat(state=MeetingState.CLOSED), {}).furniture.watermark != ""


# --- expedieringslista -------------------------------------------------------------------------------


def test_the_list_tells_who_got_what_how_when_and_by_whom() -> None:
    ledger = (sent("Hamnbolaget", manner="e-post"), sent("Revisorerna", "s2", party=True))
    view = justerat(MAIL, recipient("Länsstyrelsen"), dispatches=ledger)
    table = rows(dispatches_paper(view, {}))
    assert table == [
        ["§", "Beslut", "Mottagare", "Sätt", "Datum", "Sign."],
        ["§ 1", "Medel till hamnen (27RG1)", "Hamnbolaget", "e-post", "2027-05-20", "IF"],
        ["Länsstyrelsen", "", "", ""],
        ["§ 2", "Färjetider (27RG2)", "Revisorerna (part)", "post", "2027-05-20", "IF"],
    ]
    assert "2 av 3 expedieringar är gjorda." in said(dispatches_paper(view, {}))
    assert len(rows(dispatches_paper(view, {}, ("s2",)))) == 2
    assert "Personärende" in said(dispatches_paper(secret(view), {}))
    assert "hamnen" not in said(dispatches_paper(secret(view), {}))
    assert "Inga beslut har någon mottagare." in said(dispatches_paper(justerat(), {}))


def test_a_long_list_is_drawn_over_its_pages_and_all_papers_are_in_word_too() -> None:
    many = tuple(replace(recipient(f"Mottagare {n}"), id=f"r{n}") for n in range(70))
    view = posted(customs(justerat(PARTY, *many), court=COURT), JUSTERAT)
    listed = dispatches_paper(view, {})
    pages = page_texts(draw(listed).pdf)
    assert len(pages) > 1
    assert all("Sign." in page for page in pages)
    assert all(f"Mottagare {n}" in plain(" ".join(pages)) for n in range(70))
    for paper in (listed, extract_paper(view, {}, ("s1",)), notice_paper(view, {})):
        on_paper, in_word = plain(" ".join(page_texts(draw(paper).pdf))), in_docx(paper)
        for words in paragraphs(paper.blocks):
            for line in words.split("\n"):
                assert plain(line).replace(" ", "") in on_paper.replace(" ", "")
                assert plain(line) in in_word
    assert any(isinstance(b, Table) for b in listed.blocks)
