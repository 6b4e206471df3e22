"""Papers of several houses are told apart by what stands in them."""

import pytest

from namndstod.domain.intake.kinds import PaperType, paper_kind
from namndstod.domain.intake.source import Source, SourceLine


def source(text: str, pages: int = 1, furniture: str = "") -> Source:
    lines = tuple(SourceLine(text=line.strip()) for line in text.strip().splitlines() if line.strip())
    foot = tuple(SourceLine(text=line) for line in furniture.splitlines())
    return Source(name="papper", lines=lines, furniture=foot, pages=pages)


MEMORANDA = (
    """Tjänsteställe, handläggare Sammanträdesdatum FöredragningsPM
    Teknik, Ines Falk 2026-03-12 Dnr: SKN 2026/1
    Bidrag till bryggor
    Förslag till beslut
    Skärgårdsnämnden beslutar
    att bevilja bidraget.
    Sammanfattning
    Två bryggor rustas.""",
    """Kommunledningskontoret
    Tjänsteutlåtande
    Svar på motion om fler bänkar
    Kommunstyrelsens förslag till beslut
    1. Motionen anses besvarad.
    Ärendet
    En ledamot har väckt en motion.
    Handlingar i ärendet
    Motionen
    Expedieras till: motionären""",
    """Miljökontoret
    Nya taxor
    Beslutsförslag
    Taxan antas.
    Bakgrund
    Den gamla är gammal.
    Bedömning
    Den nya är ny.
    Beslutet skickas till: ekonomi""",
)
CALLS = (
    """KALLELSE
    Sammanträde med: Skärgårdsnämnden
    Tid: 10.00–12.00
    Plats: Sal Fyren
    Ledamöter kallas Ersättare underrättas
    Karin Ek (S) ordförande Tova Lind (S)
    1. Protokollsjustering
    2. Bidrag till bryggor
    Diarienummer: SKN 2026/1 Föredragande: Ines Falk
    Förslag till beslut
    att bevilja bidraget.
    Sammanfattning
    Beslutsunderlag""",
    """Kallelse till sammanträde med kommunstyrelsen
    Tid: kl. 13.00
    Plats: Rådhuset
    Meddela förhinder till nämndsekreteraren
    Föredragningslista
    1. Upprop
    2. Val av justerare
    3. Nya taxor""",
)
LETTER = """Tjänsteställe, handläggare Datum Beteckning
Teknik, Ines Falk 2026-02-03 SKN 2026/88
Hamnbolaget AB
Kajvägen 1
123 45 Hamnstad
Medfinansiering av kajen
Hamnbolaget ansöker om 40 000 kr.
Beslutet
Hamnbolaget beviljas 50 % av kostnaderna, dock högst 40 000 kr.
Sammanfattning
Kajen rustas.
Skäl till beslut
Den behövs."""
MINUTES = """Skärgårdsnämnden 2026-03-12
§ 4 Bidrag till bryggor
Sammanfattning
Två bryggor rustas.
Förslag till beslut
att bevilja bidraget.
Yrkanden
Karin Ek (S) yrkar bifall.
§ 5 Färjetider
Beslutsunderlag"""
OTHERS = (
    "Verksamhetsberättelse 2026\nBakgrund\nVi har arbetat.\nSammanfattning\nDet gick bra.",
    "Hej!\nHär kommer kartan som vi talade om, inför mötet.\nHälsningar\nIda",
    "Protokoll från besiktning av bryggan\nBryggan är hel.",
    "Indkaldelse\nDagsorden\nForvaltningen indstiller, at udvalget godkender regnskabet.",
    "",
)


@pytest.mark.parametrize("text", MEMORANDA)
def test_memoranda_of_several_houses(text: str) -> None:
    assert paper_kind(source(text)) is PaperType.MEMORANDUM


@pytest.mark.parametrize("text", CALLS)
def test_a_kallelse_is_no_memorandum_though_its_list_proposes_decisions(text: str) -> None:
    assert paper_kind(source(text)) is PaperType.CALL


def test_a_letter_and_minutes() -> None:
    assert paper_kind(source(LETTER)) is PaperType.LETTER
    assert paper_kind(source(MINUTES, furniture="Justerandes sign Utdragsbestyrkande")) is PaperType.MINUTES


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_something_else_is_only_attached(text: str) -> None:
    assert paper_kind(source(text)) is None


def test_a_whole_packet_is_no_memorandum() -> None:
    assert paper_kind(source("\n".join(MEMORANDA * 4), pages=303)) is PaperType.PACKET
