"""Protokoll of houses that write them in other ways than we do."""

from __future__ import annotations

from datetime import date

from namndstod.domain.intake.found import FoundMinutes
from namndstod.domain.intake.minutes import read_minutes
from namndstod.exchange.sources import read_source

DECISION_FIRST = """\
Tallviks kommun                 SAMMANTRÄDESPROTOKOLL                    1 (3)
Kommunstyrelsen                 2027-03-09

Plats och tid       Kommunhuset, tisdagen den 9 mars 2027 kl. 13.00–15.40
Beslutande          Berit Almlund (S), ordförande
                    Egil Strand (M)
Utses att justera   Egil Strand (M)
Justeringens plats och tid   Kommunkansliet den 15 mars 2027
Paragrafer          §§ 22–26

Innehåll
§ 22  Val av justerare .......................................... 2
§ 23  Årsredovisning 2026 för Tallviks kommun och
      dess bolag ................................................ 2
§ 24  Belysta gångvägar ......................................... 3
§ 26  Meddelanden ............................................... 3
\f\
Tallviks kommun                 SAMMANTRÄDESPROTOKOLL                    2 (3)
Kommunstyrelsen                 2027-03-09

§ 22
Val av justerare

Kommunstyrelsens beslut

Egil Strand (M) utses att justera protokollet.

§ 23                                   Dnr KS 2027/14

Årsredovisning 2026 för Tallviks kommun och
dess bolag

Kommunstyrelsens beslut

1. Årsredovisningen överlämnas till revisorerna.
2. Överskottet om 4 120 000 kronor förs till det egna
kapitalet.

Kommunstyrelsens förslag till kommunfullmäktige

Årsredovisningen för 2026 godkänns.

Reservationer

Egil Strand (M) reserverar sig mot beslutet.

Sammanfattning

Ärendet har behandlats av arbetsutskottet den 2 mars 2027,
§ 118. Kommunens resultat är bättre än budget, vilket nämnden
noterade den 12 januari 2027, § 4, och
Justerandes sign                                   Utdragsbestyrkande
\f\
Tallviks kommun                 SAMMANTRÄDESPROTOKOLL                    3 (3)
Kommunstyrelsen                 2027-03-09

senast i februari.

§ 24 Svar på motion om belysta gångvägar (KS 2026/201)

Kommunstyrelsens beslut

Ärendet återremitteras.

§ 26 Meddelanden

Kommunstyrelsens beslut

Meddelandena läggs till handlingarna.

Justerandes sign                                   Utdragsbestyrkande

ANSLAG/BEVIS

Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
"""

WITHOUT_HEADING = """\
Utdrag ur protokoll

Nämnden för hälsa och vård                Sammanträdesdatum 2027-11-11

Paragraf 7

Dnr RBM-2027-00377

Verksamhetsplan med budget 2028

Ordföranden redogör för ärendet.

Nämnden för hälsa och vård beslutar

att fastställa verksamhetsplanen,
att ge hälso- och sjukvårdsdirektören i uppdrag att redovisa en hand-
lingsplan senast 2028-03-
31.

Paragraf 9
Svar på remiss – ny ambulansstation (dnr RBM-2027-00412)

Förslag till beslut
Nämnden för hälsa och vård beslutar att avstyrka förslaget.

Nämnden för hälsa och vård beslutar att tillstyrka förslaget.

Vid protokollet
Elsa Bark
"""


def minutes(text: str) -> FoundMinutes:
    return read_minutes(read_source(text.encode(), "protokoll.txt"))


def test_decision_first_with_contents_furniture_and_signatures() -> None:
    found = minutes(DECISION_FIRST)
    assert (found.body, found.day) == ("Kommunstyrelsen", date(2027, 3, 9))
    assert [(p.number, p.title, p.diary_number) for p in found.paragraphs] == [
        (22, "Val av justerare", ""),
        (23, "Årsredovisning 2026 för Tallviks kommun och dess bolag", "KS 2027/14"),
        (24, "Svar på motion om belysta gångvägar", "KS 2026/201"),
        (26, "Meddelanden", ""),
    ]
    assert found.paragraphs[1].decision == (
        "Årsredovisningen överlämnas till revisorerna.",
        "Överskottet om 4 120 000 kronor förs till det egna kapitalet.",
        "Årsredovisningen för 2026 godkänns.",
    )
    assert found.paragraphs[1].text[-1] == (
        "Ärendet har behandlats av arbetsutskottet den 2 mars 2027, § 118. Kommunens resultat är bättre än "
        "budget, vilket nämnden noterade den 12 januari 2027, § 4, och senast i februari."
    )
    assert found.paragraphs[3].text == ("Kommunstyrelsens beslut", "Meddelandena läggs till handlingarna.")
    assert [doubt.message.replace("\u00a0", " ") for doubt in found.doubts] == [
        "§ 25 hittades inte i protokollet."
    ]


def test_an_extract_without_a_heading_over_the_decision() -> None:
    found = minutes(WITHOUT_HEADING)
    assert (found.body, found.day) == ("Nämnden för hälsa och vård", date(2027, 11, 11))
    first, second = found.paragraphs
    assert (first.number, first.title, first.diary_number) == (
        7,
        "Verksamhetsplan med budget 2028",
        "RBM-2027-00377",
    )
    assert first.decision == (
        "Nämnden för hälsa och vård beslutar",
        "att fastställa verksamhetsplanen,",
        "att ge hälso- och sjukvårdsdirektören i uppdrag att redovisa en handlingsplan senast 2028-03-31.",
    )
    assert (second.title, second.diary_number) == (
        "Svar på remiss – ny ambulansstation",
        "RBM-2027-00412",
    )
    assert second.text[-1] == "Nämnden för hälsa och vård beslutar att tillstyrka förslaget."
    assert found.doubts == ()  # an extract need not have every §
