"""Made-up content of the gallery."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter

from namndstod.domain.records import BlockKind, Mark, MarkKind
from namndstod.domain.texts import Draft, Source

from .findings import FindingRow
from .header import Step
from .item_model import ItemRow, PillSpec
from .tokens import Tone


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of the table."""

    dnr: str
    title: str
    pages: int
    amount: int
    state: str
    tone: Tone


ITEMS = (
    ItemRow("41", "§ 41", "Protokollsjustering", pills=(PillSpec("klubbad", Tone.DONE),)),
    ItemRow("42", "§ 42", "Information", pills=(PillSpec("klar", Tone.DONE),)),
    ItemRow("43", "§ 43", "Verksamhetsberättelse", pills=(PillSpec("klubbad", Tone.DONE),)),
    ItemRow("44", "§ 44", "Medfinansiering av projekt Grön hamn", pills=(PillSpec("klar", Tone.DONE),)),
    ItemRow("45", "§ 45", "Utökat verksamhetsbidrag, Skogsskolan", icons=("pdf",)),
    ItemRow(
        "46", "§ 46", "Svar på remiss om kollektivtrafikplan", pills=(PillSpec("jäv anmält", Tone.LOOK),)
    ),
    ItemRow("47", "§ 47", "Anmälan av delegationsbeslut", note="12 beslut"),
    ItemRow("48", "§ 48", "Övriga frågor", pills=(PillSpec("utgår"),), muted=True),
    ItemRow("49", "§ 49", "Samhällsplaneringsberedningens småbåtshamnsutvecklingsstrategi för Storsjöbygden"),
)
STEPS = (
    Step("kallelse", "Kallelse", done=True),
    Step("handlingar", "Handlingar", done=True),
    Step("sammantrade", "Sammanträde", done=True),
    Step("protokoll", "Protokoll", findings=2),
    Step("justering", "Justering"),
    Step("expediering", "Expediering", findings=1, tone=Tone.MEND),
)
FINDINGS = (
    FindingRow(
        "jav",
        Tone.LOOK,
        "§ 46: Åsa Öberg (KD) är jävig; ersättaren Bo Lind (KD) är närvarande men inte insatt.",
        "KL 6 kap. 30 §",
        mends=("Sätt in Bo Lind", "Låt platsen vara tom"),
        go_to=False,
    ),
    FindingRow("tid", Tone.INFO, "Justeras senast 28 maj 2027."),
    FindingRow(
        "justerare", Tone.MEND, "Ingen justerare är vald.", "KL 5 kap. 69 §", mends=("Välj justerare",)
    ),
)
MATTERS = tuple(
    Matter(f"27RT{118 + 7 * i}", title, pages, amount, state, tone)
    for i, (title, pages, amount, state, tone) in enumerate(
        (
            ("Medfinansiering av projekt Grön hamn", 42, 480_000, "klar", Tone.DONE),
            ("Ändrad taxa för småbåtshamnar", 7, 0, "1 fråga", Tone.LOOK),
            ("Översyn av delegationsordningen", 118, 1_240_000, "saknar underlag", Tone.MEND),
            ("Årsredovisning 2026", 96, 1_064_126, "på gång", Tone.INFO),
        )
    )
)


def sample_texts() -> tuple[tuple[str, tuple[Draft, ...], Source], ...]:
    """The texts of a §, with all kinds of block."""
    summary = (
        "Projektet ska göra småbåtshamnarna i Storsjöbygden klimatneutrala. Föreningen söker 50 procent "
        "av projektets bokförda kostnader."
    )
    order = (
        "Ordföranden ställer proposition på Karin Eks (S) yrkande och på Jan Rasks (M) yrkande, var för sig, "
        "och finner att nämnden beslutar enligt Karin Eks yrkande. Omröstning begärs."
    )
    start = order.index("Omröstning")
    decision = (
        Draft(BlockKind.DECIDER, "Tillväxtnämnden beslutar"),
        Draft(BlockKind.CLAUSE, "bevilja Hamnföreningen högst 480 000 kronor för projekt Grön hamn, samt", 1),
        Draft(BlockKind.CLAUSE, "följande villkor gäller:", 1),
        Draft(BlockKind.CONDITION, "stödet betalas ut mot redovisade kostnader,", 2),
        Draft(BlockKind.CONDITION, "slutrapport lämnas senast den 31 mars 2028.", 2),
    )
    table = (
        Draft(
            BlockKind.TABLE,
            "",
            rows=(
                ("Finansiering", "2027", "2028"),
                ("Regionen", "240 000", "240 000"),
                ("Föreningen", "250 000", "230 000"),
            ),
        ),
        Draft(BlockKind.NUMBERED, "Rusta bryggorna."),
        Draft(BlockKind.NUMBERED, "Byt belysning."),
        Draft(BlockKind.BULLET, "Energi från land."),
    )
    mark = Mark(kind=MarkKind.STRONG, start=start, end=len(order))
    return (
        ("Sammanfattning", (Draft(BlockKind.PARAGRAPH, summary),), Source.OWN),
        ("Propositionsordning", (Draft(BlockKind.PARAGRAPH, order, 0, (mark,)),), Source.GENERATED),
        ("Beslut", decision, Source.EDITED),
        ("Underlag", table, Source.OWN),
        ("Reservationer", (), Source.OWN),
    )


def sample_pdf(pages: int = 4, words: str = "Tillväxtnämnden beslutar att bevilja stöd.") -> bytes:
    """A PDF of A4 pages with some lines on each."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    body = QFont("Charis SIL", 11)
    heading = QFont("Inter")
    heading.setPixelSize(14)
    heading.setBold(True)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.setFont(heading)
        painter.drawText(
            QRectF(70, 70, 450, 20), f"§ {43 + page} Medfinansiering av projekt Grön hamn (27RT118)"
        )
        painter.setFont(body)
        text = "\n\n".join([words + " " + "Karin Ek (S) yrkar bifall till förvaltningens förslag. " * 3] * 6)
        painter.drawText(QRectF(70, 110, 450, 600), int(Qt.TextFlag.TextWordWrap), text)
        painter.drawText(QRectF(70, 780, 450, 20), f"Justerandes sign        {page + 1} ({pages})")
    painter.end()
    return bytes(data.data())
