"""Sample documents of the demonstration, in the kinds that secretaries receive."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

from namndstod.domain.content import (
    Align,
    Block,
    Cell,
    Fields,
    Furniture,
    Heading,
    ListBlock,
    ListItem,
    ListKind,
    Masthead,
    Paper,
    Paragraph,
    ParagraphRole,
    Table,
    inline,
)
from namndstod.domain.swedish import whole_number

from .matters import DemoMatter
from .people import ADDRESS, COMMITTEE, ORGANISATION
from .reports import CHAPTERS, GOALS

CALENDAR = (
    ("Tillväxtnämnden", "Regionstyrelsen", "Regionfullmäktige"),
    ("11 februari", "24 februari", "16 mars"),
    ("22 april", "5 maj", "25 maj"),
    ("10 juni", "23 juni", "21 september"),
    ("23 september", "6 oktober", "26 oktober"),
    ("25 november", "8 december", "1 februari 2028"),
)
BUDGET = (("Personal", 310_000, 290_000), ("Extern tjänst", 120_000, 95_000), ("Material", 85_000, 60_000))


def _text(words: str, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    return Paragraph(inline(words), role)


def officer_memo(matter: DemoMatter) -> Paper:
    """Return the tjänsteskrivelse (FöredragningsPM) of a matter."""
    clauses = tuple(ListItem("att", (_text(c),)) for c in matter.clauses)
    blocks: list[Block] = [
        Heading(1, matter.title),
        Fields((("Diarienummer", (_text(matter.diary_number),)), ("Organ", (_text(COMMITTEE),)))),
        Heading(2, "Förslag till beslut"),
        _text(f"{COMMITTEE} beslutar", ParagraphRole.DECIDER),
        ListBlock(ListKind.CLAUSES, clauses),
    ]
    if matter.conditions:
        points = tuple(ListItem("•", (_text(c),)) for c in matter.conditions)
        blocks.append(ListBlock(ListKind.BULLETS, points))
    blocks += [Heading(2, "Sammanfattning"), *(_text(s) for s in matter.summary)]
    blocks += [
        Heading(2, "Ärendebeskrivning"),
        _text(
            "Ärendet har beretts av förvaltningen tillsammans med berörda kommuner. Underlaget har varit "
            "tillgängligt för synpunkter under tre veckor, och de synpunkter som kom in har arbetats in."
        ),
        Heading(2, "Konsekvenser för miljö, barn och jämställdhet"),
        _text("Förslaget bedöms vara bra för miljön. I övrigt har det inga särskilda följder."),
        Heading(2, "Ekonomiska konsekvenser"),
        _text("Kostnaden ryms inom nämndens budgetram."),
    ]
    if matter.recipients:
        blocks += [
            Heading(2, "Skickas till"),
            ListBlock(ListKind.BULLETS, tuple(ListItem("•", (_text(r),)) for r in matter.recipients)),
        ]
    return Paper(
        title=matter.title,
        blocks=tuple(blocks),
        masthead=Masthead(ORGANISATION, ADDRESS[1:], name="Tjänsteskrivelse"),
        furniture=Furniture(head_left=ORGANISATION, head_right=matter.diary_number),
    )


def report(matter: DemoMatter) -> Paper:
    """Return a report of some pages with headings and a table."""
    rows = [tuple(Cell((_text(t),)) for t in row) for row in (("Mål", "Utfall", "Bedömning"), *GOALS)]
    blocks: list[Block] = [Heading(1, matter.title)]
    for chapter, texts in CHAPTERS.items():
        blocks.append(Heading(2, chapter))
        blocks += map(_text, texts)
        if chapter == "Mål":
            aligns = (Align.LEFT, Align.RIGHT, Align.LEFT)
            blocks.append(Table(tuple(rows), head_rows=1, aligns=aligns, caption="Nämndens mål"))
    return Paper(title=matter.title, blocks=tuple(blocks), masthead=Masthead(ORGANISATION, name="Rapport"))


def letter(matter: DemoMatter) -> Paper:
    """Return an application letter."""
    return Paper(
        title="Ansökan",
        blocks=(
            Heading(1, f"Ansökan: {matter.title}"),
            _text(f"Till {COMMITTEE}, {ORGANISATION}"),
            _text(
                "Vi ansöker härmed om medel enligt bifogad budget. Styrelsen har behandlat ansökan den 3 maj."
            ),
            _text("Kontaktperson finns tillgänglig för frågor under hela handläggningstiden."),
            _text("Med vänlig hälsning"),
            _text("Styrelsen"),
        ),
    )


def calendar(matter: DemoMatter) -> Paper:
    """Return the days of the bodies that the committee's matters go on to."""
    rows = tuple(tuple(Cell((_text(words),)) for words in row) for row in CALENDAR)
    return Paper(
        title="Regionens sammanträden 2027",
        blocks=(
            Heading(1, "Regionens sammanträden 2027"),
            _text(
                "Tabellen visar när ett ärende som nämnden bereder tidigast kan tas upp i regionstyrelsen "
                "och i regionfullmäktige. Mellan nämnden och styrelsen behövs minst tolv dagar, så att "
                "protokollet hinner justeras och handlingarna skickas i tid."
            ),
            Table(rows, head_rows=1, caption="Från nämnd till fullmäktige"),
            _text("Nämnden sammanträder på torsdagar, styrelsen på onsdagar och fullmäktige på tisdagar."),
        ),
        masthead=Masthead(ORGANISATION, name="Kalender"),
        furniture=Furniture(head_left=ORGANISATION, head_right=matter.diary_number),
    )


def opinions(matter: DemoMatter) -> bytes:
    """Return a summary of what was answered on a draft, as plain text."""
    return (
        f"Synpunkter på utkastet\n{matter.title}\nDiarienummer {matter.diary_number}\n\n"
        "Utkastet var ute på samråd i sex veckor. Länets fyra kommuner, elva företag och två föreningar "
        "svarade.\n\n"
        "Kommunerna ställer sig bakom de fyra insatsområdena. Två av dem vill att regionen tar ett "
        "större ansvar för leder som går över kommungränserna. Det har arbetats in i avsnittet om "
        "hållbara resor.\n\n"
        "Företagen lyfter framför allt bristen på personal under högsäsong och önskar en gemensam utbildning "
        "tillsammans med folkhögskolan. Insatsen finns nu med under kompetens.\n\n"
        "Föreningarna vill att friluftslivet nämns som ett eget område. Förvaltningen föreslår att det i "
        "stället får genomsyra alla fyra.\n"
    ).encode()


def budget() -> bytes:
    """Return a workbook with costs per year, totals as values."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Budget"
    sheet.append(["Kostnad", "2026", "2027", "Summa"])
    for name, first, second in BUDGET:
        sheet.append([name, first, second, first + second])
    first_total, second_total = sum(row[1] for row in BUDGET), sum(row[2] for row in BUDGET)
    sheet.append(["Summa", first_total, second_total, first_total + second_total])
    for cell in (*sheet[1], *sheet[sheet.max_row]):
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(min_row=2, min_col=2):
        for cell in row:
            cell.number_format = "# ##0"
    sheet.column_dimensions["A"].width = 28
    return _bytes(book.save)


def mail(matter: DemoMatter, sent: datetime) -> bytes:
    """Return an e-mail with a small text attached."""
    message = EmailMessage()
    message["From"] = "Sekreteraren <post@granbygden.example>"
    message["To"] = "Ines Falkman <ines.falkman@granbygden.example>"
    message["Subject"] = f"Komplettering: {matter.title}"
    message["Date"] = format_datetime(sent.astimezone(UTC))
    message.set_content(
        "Hej!\n\nHär kommer kompletteringen som ni bad om. Styrelsen har godkänt den.\n\n"
        "Vänliga hälsningar\nFöreningens sekreterare\n"
    )
    note = f"Komplettering i ärende {matter.diary_number}.\nBelopp: {whole_number(480_000)} kronor.\n"
    message.add_attachment(note.encode(), maintype="text", subtype="plain", filename="komplettering.txt")
    return bytes(message)


def picture() -> bytes:
    """Return a small drawn map as PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (1200, 800), "#F2F5EE")
    draw = ImageDraw.Draw(image)
    draw.polygon([(100, 120), (560, 60), (1080, 220), (980, 700), (380, 740), (140, 480)], fill="#DCE7D2")
    draw.line([(140, 480), (420, 420), (700, 300), (1040, 260)], fill="#1F5FAE", width=10)
    for x, y in ((420, 420), (700, 300), (560, 600)):
        draw.ellipse((x - 16, y - 16, x + 16, y + 16), fill="#B3261E")
    return _bytes(lambda out: image.save(out, "PNG"))


def _bytes(save: object) -> bytes:
    buffer = io.BytesIO()
    assert callable(save)
    save(buffer)
    return buffer.getvalue()
