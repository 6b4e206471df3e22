"""Letters of decisions as six made-up houses write them, as text taken out of their files."""

from __future__ import annotations

from namndstod.domain.intake.source import Source
from namndstod.exchange.sources.text import read_text


def letter(text: str) -> Source:
    """Return the lines of a letter."""
    return read_text(text.encode(), "brev.txt")


REGION = """
Sjöviks region
Regional utveckling

Hamnvägen 1, 999 17 Sjövik
Tel: 0999-602 63 00

E-post: regionen@sjovik.example

Tjänsteställe, handläggare Datum Beteckning
Regional utveckling, Lena Strand 2027-12-09 27RU955

Ångbåtsbolaget Vågen AB
Kajen 4
999 80 Sjövik

Medfinansiering av projekt Ångbåtsled – en modell
Skärgårdens trafik efter sommaren
Ångbåtsbolaget Vågen ansöker om 232 000 kr för projekt Ångbåtsled – en modell
för skärgårdens trafik. Ansökan avser perioden 2027-11-20—2028-05-30.

Beslutet
• Ångbåtsbolaget Vågen beviljas 48 % av projektets bokförda kostnader,

dock högst 232 000 kr, för genomförande av projekt Ångbåtsled.

• Projektet får påbörjas tidigast 2027-11-20 och avslutas senast 2028-05-30.
• Finansiering sker inom ramen för:

o Regionalt utvecklingsstöd - statligt stöd 132 000 kr
o Regional utveckling rambudgetmedel 100 000 kr

Följande villkor gäller för Sjöviks regions beslut:
• Beslutet gäller under förutsättning att projektets budget är fullt finansierad.
• I samband med genomförandet av projektet ska det framgå att Sjöviks

region medfinansierar projektet.
• regions allmänna villkor för medfinansiering.

Sammanfattning
Förstudien ska ta fram en modell för trafiken efter sommaren och pröva den på två
öar under ett år.

Skäl till beslut
Projektet bidrar till att nå målet om en levande skärgård.

Kostnads- och finansieringsbudget

Bokförda kostnader 2027 2028 Totalt
Egen personal 10 000 10 000 20 000
Externa tjänster 40 000 388 000 428 000
Resor och logi 13 000 23 000 36 000
Summa bokförda kostnader 63 000 421 000 484 000

Finansiär 2027 2028 Totalt
Offentlig finansiär
Sjöviks region 1:1 35 000 197 000 232 000
Sjöviks kommun  16 000 16 000
Ångbåtsbolaget Vågen 28 000 280 000 236 000
Summa finansiering 63 000 421 000 484 000

För Sjöviks region



Per Alm    Eva Gran
Regional utvecklingsdirektör   T.f. enhetschef
"""

REFUSED = """
Mälarsunds kommun
Kultur- och fritidsförvaltningen

Datum: 12 april 2027
Vår beteckning: KUN 2027/117
Handläggare: Maja Lind, kultursekreterare

Föreningen Dragspelets vänner
Box 12
999 33 Mälarsund

Ansökan om arrangörsbidrag
Föreningen Dragspelets vänner har ansökt om 80 000 kronor för en konsertserie under hösten 2027.

Beslut
Ansökan om arrangörsbidrag på 80 000 kronor avslås.

Motivering
Bidragets medel för 2027 är fördelade. Kultur- och fritidsnämnden fördelade dem den 3 februari 2027.

Hur man överklagar
Beslutet kan prövas enligt kommunallagen.

Med vänlig hälsning

Maja Lind
Kultursekreterare
"""

BUILDING = """
BESLUT
Sida 1 (2)
Datum 2027-05-04
Dnr BYGG 2027-000123

Sökande
Karin Ek
Ekvägen 7
999 41 Björkfors

Bygglov för nybyggnad av båthus på fastigheten Björken 1:14

Vi beslutar
1. Bygglov beviljas för nybyggnad av båthus.
2. Åtgärden får inte påbörjas förrän startbesked har getts.
3. Avgiften är 14 520 kronor. Faktura skickas separat.

Villkor
• Sökanden ska anmäla kontrollansvarig.
• Byggnaden ska ha röd slamfärg på
fasaderna mot sjön.

Motivering
Åtgärden följer detaljplanen. Grannarna har fått yttra sig och har inte haft något att invända.

Per Björk
Byggnadsinspektör
"""

STIPEND = """
Nordviks kommun
Kulturnämnden

Datum 2027-03-01
Diarienummer KN/27/0042
Handläggare Ida Berg

Mottagare: Anna Ljung

Kulturstipendium 2027

Kulturnämnden har glädjen att meddela att du tilldelas kulturstipendiet för 2027. Stipendiet är på
25 000 kronor och delas ut den 6 juni 2027.

Vi ser fram emot att träffa dig på torget.

På kulturnämndens vägnar

Ida Berg
"""

CLAUSES = """
Tjänsteställe Handläggare Datum Dnr
Kulturförvaltningen Bo Ask 2027-09-15 KU.2027.31

Sjöviks teaterförening, Storgatan 3, 999 80 Sjövik

Verksamhetsbidrag 2028
Teaterföreningen söker bidrag för sin verksamhet under 2028.

Beslut

Kulturnämnden beslutar

att bevilja Sjöviks teaterförening 150 000 kronor i verksamhetsbidrag för perioden
1 januari – 31 december 2028,

att bidraget betalas ut i två delar, samt

att föreningen ska redovisa bidraget senast den 28 februari 2029.

Skäl för beslutet
Föreningen når en stor publik.

Karin Sjö    Bo Ask    Lars Dahl
Ordförande   Kulturchef   Ekonom
"""

NESTED = """
Bergslövs stad
Fritidskontoret

Ärendenummer: FN-2027-01234
Beslutsdatum: 2027-02-11
Handläggare: Sara Ny

Till:
Bergslövs roddklubb
Sjövägen 2
999 50 Bergslöv

Anläggningsbidrag till brygga

Beslut i ärendet
1. Bergslövs roddklubb beviljas bidrag med upp till 120 000 kronor, dock högst 60 procent av kostnaderna.
2. Bidraget beviljas på följande villkor:
   a) Bryggan ska vara öppen för allmänheten.
   b) Arbetet ska vara klart senast 2027-10-31.
3. Bidraget betalas ut när redovisningen är godkänd.

Budget
Kostnader Belopp
Material 150 000 kr
Arbete 50 000 kr
Summa kostnader 200 000 kr

Finansiering Belopp
Egen insats 80 000 kr
Anläggningsbidrag 120 000 kr
Summa finansiering 200 000 kr

Enligt delegation

Sara Ny, fritidschef
"""
