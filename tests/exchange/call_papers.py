"""Kallelser of made-up houses, each in its own way: as text files, Word documents and a printed PDF."""

from __future__ import annotations

from pathlib import Path

import docx
from reportlab.pdfgen.canvas import Canvas

from namndstod.domain.intake.calls import read_call
from namndstod.domain.intake.found import FoundCall
from namndstod.exchange.sources import read_source

from .source_files import MARGIN, pdf_of
from .word_files import saved

TEXTS = Path(__file__).parent / "calls"


def text_call(name: str) -> FoundCall:
    """Return what is read of one of the text files."""
    return read_call(read_source((TEXTS / name).read_bytes(), name))


def tables_call() -> FoundCall:
    """Return what is read of a Word document where all is in tables."""
    document = docx.Document()
    document.add_paragraph("Teknik- och fritidsnämnden")
    document.add_heading("Kallelse", 1)
    _table(
        document, [["Datum", "Tid", "Plats"], ["2027-04-14", "15.00–18.00", "Fritidsgården,\nstora salen"]]
    )
    _table(
        document,
        [
            ["Namn", "Parti", "Uppdrag"],
            ["Vera Ståhl", "MP", "Ordförande"],
            ["Isak Ör", "S", "Ledamot"],
            ["Eva af Skog", "M", "Ersättare"],
        ],
    )
    document.add_paragraph("Meddela förhinder till nämndens sekreterare Ulf Spång, tfn 0220-123 45.")
    _table(
        document,
        [
            ["§", "Ärende", "Diarienr", "Föredragande", "Handlingar"],
            ["1", "Upprop", "", "", ""],
            ["2", "Information\n• Isläget i hamnen\n• Nya simhallen", "", "Mona Tång\nAlf Bro", ""],
            ["3", "Avgifter för båtplatser 2028", "TFN 2027:31", "Mona Tång", "Tjänsteskrivelse\nTaxa 2028"],
        ],
    )
    return _read(saved(document), "kallelse.docx")


def headings_call() -> FoundCall:
    """Return what is read of a Word document whose items are numbered headings with text below."""
    document = docx.Document()
    document.add_paragraph("Välkommen till sammanträde med kulturnämnden")
    document.add_paragraph("Måndag 7 juni 2027 kl 17, Biblioteket, läsesalen")
    document.add_paragraph("Ledamöter: Pia Hed (C), ordf., Sten Ask (S), vice ordf., Åke Ny (V)")
    document.add_paragraph("Ersättare: Ally Berg (C), Kim Dahl (S)")
    document.add_heading("Dagordning", 1)
    for heading, below in (
        ("1. Sammanträdet öppnas", ()),
        (
            "2. Kulturstipendium 2027 (KUN 2027/19)",
            (
                "Förslag till beslut",
                "Kulturnämnden beslutar att utse årets stipendiat enligt bilaga 1.",
                "Ärendet",
                "Nämnden delar varje år ut ett stipendium på 20 000 kronor.",
                "1. Tre sökande har varit på intervju.",
                "2. Juryn är enig.",
                "3. Priset delas ut i augusti.",
                "Beslutsunderlag",
                "Juryns förslag, bilaga 1",
            ),
        ),
        ("3. Rapporter", ("Chefens rapport",)),
    ):
        document.add_heading(heading, 2)
        for text in below:
            document.add_paragraph(text)
    return _read(saved(document), "dagordning.docx")


def printed_call() -> FoundCall:
    """Return what is read of a PDF of two pages with furniture, where the left column is the shorter."""

    def first(canvas: Canvas) -> None:
        _furniture(canvas, 1)
        y = _lines(
            canvas, 760, ["Gatu- och parknämnden", "Tid: 2027-10-05 klockan 13:15", "Plats: Parkhuset"]
        )
        left = ["Ledamöter kallas", "Moa Berg (S), ordförande", "Jan Ask (M), vice ordförande"]
        right = ["Ersättare underrättas", "Lo Holm (S)", "Per Rot (M)", "Eva Gran (V)"]
        for x, column in ((MARGIN, left), (330, right)):
            _lines(canvas, y - 20, column, x)
        y = _lines(canvas, y - 110, ["§ 87 Protokollets justering"], bold=True)
        y = _lines(canvas, y - 4, ["Ordföranden föreslår Jan Ask (M)."])
        y = _lines(canvas, y - 14, ["§ 88 Ombyggnad av Torggatan mellan stationen och"], bold=True)
        y = _lines(canvas, y, ["hamnen (GPN 2027/205)"], bold=True)
        y = _lines(canvas, y - 4, ["Föredragande: Ebba Lind"])
        _lines(
            canvas, y - 4, ["Gatu- och parknämnden beslutar", "att bygga om Torggatan för högst 4 500 000"]
        )

    def second(canvas: Canvas) -> None:
        _furniture(canvas, 2)
        y = _lines(canvas, 760, ["kronor, samt", "att arbetet får börja tidigast i mars 2028."])
        _lines(canvas, y - 14, ["§ 89 Anmälningsärenden"], bold=True)

    return _read(pdf_of(first, second), "kallelse.pdf")


def _furniture(canvas: Canvas, page: int) -> None:
    _lines(canvas, 815, ["Sundvalls stad · Kallelse och föredragningslista"], size=8)
    _lines(canvas, 30, [f"Sida {page} av 2"], x=500, size=8)


def _lines(
    canvas: Canvas, y: float, lines: list[str], x: float = MARGIN, *, bold: bool = False, size: float = 11
) -> float:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= 1.25 * size
    return y


def _table(document: docx.document.Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _read(data: bytes, name: str) -> FoundCall:
    return read_call(read_source(data, name))
