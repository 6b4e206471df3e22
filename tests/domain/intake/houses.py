"""Memoranda as other houses write them. Places, persons and matters are made up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class House:
    """A paper and what a careful reader gets out of it; what is not named here is not compared."""

    name: str
    paper: str
    expected: dict[str, object] = field(default_factory=dict)


LABELS_AND_VALUES = House(
    "label: value lines, att-satser, two deciders' heading",
    """
Datum: 2024-03-05
Diarienummer: KS 2024/123
Handläggare: Sara Lindmark
Förvaltning: Kommunledningskontoret
Till kommunstyrelsen

# Svar på motion om solceller på kommunens tak

## Förslag till beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta

att anse motionen besvarad.

## Ärendet
Motionärerna vill att kommunen utreder solceller på de tak som kommunen äger. Kommunen har\\
i dag fyra anläggningar.

## Bedömning
Kontoret ser positivt på förslaget men menar att utredningen redan görs inom den nya\\
energiplanen, som beräknas vara klar under hösten.

## Ekonomi
Förslaget har inga ekonomiska konsekvenser.

## Handlingar
Motion om solceller på kommunens tak, 2023-10-12
Energiplan för Storlunda kommun

Kristoffer Wallgren
Kommundirektör

## Beslutet skickas till
Motionärerna
Tekniska förvaltningen
""",
    {
        "title": "Svar på motion om solceller på kommunens tak",
        "diary_number": "KS 2024/123",
        "officer": "Sara Lindmark",
        "unit": "Kommunledningskontoret",
        "day": date(2024, 3, 5),
        "body": "Kommunstyrelsen",
        "decider": "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "clauses": ("att anse motionen besvarad.",),
        "headings": ("Ärendet", "Bedömning", "Ekonomi"),
        "supporting_documents": (
            "Motion om solceller på kommunens tak, 2023-10-12",
            "Energiplan för Storlunda kommun",
        ),
        "recipients": ("Motionärerna", "Tekniska förvaltningen"),
        "signer": ("Kristoffer Wallgren", "Kommundirektör"),
    },
)

TWO_COLUMN_TABLE = House(
    "a table of two columns, numbered sentences",
    """
| Datum | 14 februari 2025 |
| Ärendenummer | 2025-000123 |
| Handläggare | Per-Olof Zetterblad, utredare |
| Enhet | Utbildningskontoret |

# Ny skolskjutsplan för läsåret 2025/2026

## Sammanfattning
Kontoret har tagit fram en ny plan för skolskjuts. Planen ersätter den från 2019.

## Förslag till beslut i barn- och utbildningsnämnden
1. Barn- och utbildningsnämnden antar skolskjutsplanen för läsåret 2025/2026.
2. Barn- och utbildningsnämnden ger utbildningschefen i uppdrag att informera\\
vårdnadshavarna senast den 1 maj 2025.

## Barnkonsekvensanalys
Planen innebär kortare väntetider för de yngsta barnen.

## Underlag för beslut
1. Tjänsteskrivelse den 14 februari 2025
2. Skolskjutsplan

## Expedieras till
Utbildningschefen
Samtliga rektorer

Annika Hellqvist
Utbildningschef
""",
    {
        "title": "Ny skolskjutsplan för läsåret 2025/2026",
        "diary_number": "2025-000123",
        "officer": "Per-Olof Zetterblad",
        "unit": "Utbildningskontoret",
        "day": date(2025, 2, 14),
        "decider": "",
        "clauses": (
            "Barn- och utbildningsnämnden antar skolskjutsplanen för läsåret 2025/2026.",
            "Barn- och utbildningsnämnden ger utbildningschefen i uppdrag att informera "
            "vårdnadshavarna senast den 1 maj 2025.",
        ),
        "headings": ("Sammanfattning", "Barnkonsekvensanalys"),
        "supporting_documents": ("Tjänsteskrivelse den 14 februari 2025", "Skolskjutsplan"),
        "recipients": ("Utbildningschefen", "Samtliga rektorer"),
        "signer": ("Annika Hellqvist", "Utbildningschef"),
        "period": None,
        "amounts": (),
    },
)

LABELS_OVER_VALUES = House(
    "labels in a row above their values, kind of paper in capitals",
    """
SAMHÄLLSBYGGNADSFÖRVALTNINGEN
TJÄNSTESKRIVELSE 1 (2)
| Handläggare | Datum | Diarienummer |
| Eva-Lena Skoog | 2024-11-18 | SBN-2024/00871 |

Till Samhällsbyggnadsnämnden

# Avgifter för felparkering från och med den 1 januari 2025

## Beslutsförslag
Samhällsbyggnadsnämnden beslutar
att höja avgiften för felparkering med 10 procent till 550 kronor, samt
att avgiften gäller från och med den 1 januari 2025.

## Ärendet i korthet
Avgiften har varit oförändrad sedan 2018.

## Bakgrund
Avgifterna ska täcka kostnaden för övervakningen. Sedan 2018 har kostnaden ökat varje år och\\
intäkterna minskat.

## Ekonomiska konsekvenser
Intäkterna beräknas öka med 400 tkr om året.

## Beslutsunderlag
Tjänsteskrivelse, 2024-11-18
Jämförelse mellan kommuner, 2024-10-02

SAMHÄLLSBYGGNADSFÖRVALTNINGEN

Mats Törnroos
Samhällsbyggnadschef

Eva-Lena Skoog
Trafikingenjör

## Kopia till
Kommunstyrelsen
""",
    {
        "title": "Avgifter för felparkering från och med den 1 januari 2025",
        "diary_number": "SBN-2024/00871",
        "officer": "Eva-Lena Skoog",
        "unit": "SAMHÄLLSBYGGNADSFÖRVALTNINGEN",
        "body": "Samhällsbyggnadsnämnden",
        "day": date(2024, 11, 18),
        "decider": "Samhällsbyggnadsnämnden beslutar",
        "clauses": (
            "att höja avgiften för felparkering med 10 procent till 550 kronor, samt",
            "att avgiften gäller från och med den 1 januari 2025.",
        ),
        "headings": ("Ärendet i korthet", "Bakgrund", "Ekonomiska konsekvenser"),
        "supporting_documents": (
            "Tjänsteskrivelse, 2024-11-18",
            "Jämförelse mellan kommuner, 2024-10-02",
        ),
        "recipients": ("Kommunstyrelsen",),
        "signer": ("Mats Törnroos", "Samhällsbyggnadschef"),
        "others": (("Eva-Lena Skoog", "Trafikingenjör"),),
        "amounts": (550,),
        "share_percent": None,
    },
)

TWO_DECIDERS = House(
    "the committee proposes to the assembly and decides on its own part",
    """
Vår beteckning: RUN/430/2023
Sammanträdesdatum: 2023-09-21
Handläggare: Ingemar Qvarnström
Organ: Regionala utvecklingsnämnden

# Kulturplan för Region Västanland 2024–2027

## Förslag till beslut
Regionala utvecklingsnämnden föreslår regionfullmäktige besluta

att anta kulturplanen för 2024–2027.

Regionala utvecklingsnämnden beslutar för egen del, under förutsättning av regionfullmäktiges beslut,

att avsätta 1,5 mnkr för genomförandet under 2024, samt
att uppdra åt kulturchefen att återkomma med en handlingsplan senast den 1 mars 2024.

## Sammanfattning
Kulturplanen anger hur de statliga medlen ska fördelas.

## Tidplan
Planen träder i kraft den 1 januari 2024 och redovisas varje år i samband med bokslutet.

## Bilagor
Kulturplan 2024–2027
Remissammanställning

## Sändlista
Kulturrådet
""",
    {
        "title": "Kulturplan för Region Västanland 2024–2027",
        "diary_number": "RUN/430/2023",
        "body": "Regionala utvecklingsnämnden",
        "day": date(2023, 9, 21),
        "decider": "Regionala utvecklingsnämnden föreslår regionfullmäktige besluta",
        "clauses": (
            "att anta kulturplanen för 2024–2027.",
            "att avsätta 1,5 mnkr för genomförandet under 2024, samt",
            "att uppdra åt kulturchefen att återkomma med en handlingsplan senast den 1 mars 2024.",
        ),
        "headings": ("Sammanfattning", "Tidplan"),
        "supporting_documents": ("Kulturplan 2024–2027", "Remissammanställning"),
        "recipients": ("Kulturrådet",),
        "amounts": (1_500_000,),
        "signer": None,
        "doubtful": ("decider",),
    },
)

ONE_SENTENCE = House(
    "a decision of one sentence, signed below «Enligt uppdrag»",
    """
# Delårsrapport per den 31 augusti

Handläggare: Gun Bergenholtz
Datum: den 20 sep 2024
Dnr: 24RS1234

## Ärende
Ekonomienheten har upprättat en delårsrapport för nämndens verksamhet.

## Finansiering
Ingen.

## Förslag
Nämnden godkänner delårsrapporten.

Enligt uppdrag

Gun Bergenholtz
Controller
""",
    {
        "title": "Delårsrapport per den 31 augusti",
        "diary_number": "24RS1234",
        "officer": "Gun Bergenholtz",
        "day": date(2024, 9, 20),
        "decider": "",
        "clauses": ("Nämnden godkänner delårsrapporten.",),
        "headings": ("Ärende", "Finansiering"),
        "signer": ("Gun Bergenholtz", "Controller"),
        "supporting_documents": (),
        "recipients": (),
    },
)

CONDITIONS = House(
    "conditions below the last clause, amounts in thousands, months as period",
    """
Dnr: 00322/2026
Datum: 2026-04-07
Tjänsteställe, handläggare: Näringslivsenheten, Fatima Almgren

# Medfinansiering av projektet
# Grön omställning i småföretag

## Förslag till beslut
Tillväxtutskottet beslutar
att bevilja Stiftelsen Framnäs 40 % av projektets kostnader, dock högst 2 000 tkr,
att projektet får pågå från och med den 1 maj 2026 till och med den 30 april 2028, samt
att följande villkor gäller:
• Stiftelsen ska redovisa projektet senast den 30 juni 2028.
• Medlen betalas ut i efterskott, sedan ansökan om utbetalning har kommit in och godkänts av\\
näringslivsenheten.
• Bidraget får inte användas till:
  a) representation
  b) inköp av fordon

## Beskrivning av ärendet
Stiftelsen har ansökt om medel.

## Jämställdhetsperspektiv
Projektet vänder sig till kvinnor och män.

## Beslutsunderlag
• Ansökan
• Projektplan

## Delges
Stiftelsen Framnäs
""",
    {
        "title": "Medfinansiering av projektet Grön omställning i småföretag",
        "diary_number": "00322/2026",
        "unit": "Näringslivsenheten",
        "officer": "Fatima Almgren",
        "day": date(2026, 4, 7),
        "decider": "Tillväxtutskottet beslutar",
        "clauses": (
            "att bevilja Stiftelsen Framnäs 40 % av projektets kostnader, dock högst 2 000 tkr,",
            "att projektet får pågå från och med den 1 maj 2026 till och med den 30 april 2028, samt",
            "att följande villkor gäller:",
        ),
        "conditions": (
            "Stiftelsen ska redovisa projektet senast den 30 juni 2028.",
            "Medlen betalas ut i efterskott, sedan ansökan om utbetalning har kommit in och godkänts av "
            "näringslivsenheten.",
            "Bidraget får inte användas till:",
            "representation",
            "inköp av fordon",
        ),
        "headings": ("Beskrivning av ärendet", "Jämställdhetsperspektiv"),
        "supporting_documents": ("Ansökan", "Projektplan"),
        "recipients": ("Stiftelsen Framnäs",),
        "amounts": (2_000_000,),
        "share_percent": 40.0,
        "period": (date(2026, 5, 1), date(2028, 4, 30)),
    },
)

DECIDER_WITH_ATT = House(
    "«beslutar att» above bullets, e.u., preparation that lists documents",
    """
| Förvaltning | Datum | Ärendenr |
| Kultur- och fritidsförvaltningen | 2024-05-02 | KU.2024.3 |

# Bidrag till Folkets hus i Hamnviken

## Bakgrund och syfte
Föreningen har ansökt om bidrag till ett nytt tak.

## Förslag till beslut
Kultur- och fritidsnämnden beslutar att
• bevilja föreningen ett bidrag på 1 500 000:- till ett nytt tak
• bidraget betalas ut i två delar

## Beredning
Ansökan från föreningen, 2024-01-15
Tjänsteskrivelse, 2024-05-02

Kultur- och fritidsförvaltningen

Yvonne Cederblom
Kulturchef e.u.
""",
    {
        "title": "Bidrag till Folkets hus i Hamnviken",
        "diary_number": "KU.2024.3",
        "unit": "Kultur- och fritidsförvaltningen",
        "day": date(2024, 5, 2),
        "decider": "Kultur- och fritidsnämnden beslutar att",
        "clauses": (
            "bevilja föreningen ett bidrag på 1 500 000:- till ett nytt tak",
            "bidraget betalas ut i två delar",
        ),
        "headings": ("Bakgrund och syfte",),
        "supporting_documents": (
            "Ansökan från föreningen, 2024-01-15",
            "Tjänsteskrivelse, 2024-05-02",
        ),
        "amounts": (1_500_000,),
        "signer": ("Yvonne Cederblom", "Kulturchef"),
        "doubtful": ("supporting_documents",),
    },
)

IN_ONE_LINE = House(
    "decider and clause in one sentence, the kommunstyrelse's proposal, no letterhead at all",
    """
# Ändrade öppettider på biblioteket

## Kommunstyrelsens förslag till beslut
Kommunfullmäktige beslutar att biblioteket håller öppet till kl. 20.00 på torsdagar.

## Sammanfattning av ärendet
Biblioteket har prövat längre öppettider. Utfallet är gott.

## Juridiska bedömningar
Beslutet ryms inom kommunens allmänna befogenhet.

## Beslutet ska skickas till
Bibliotekschefen; kultur- och fritidsnämnden
""",
    {
        "title": "Ändrade öppettider på biblioteket",
        "diary_number": "",
        "decider": "Kommunfullmäktige beslutar",
        "clauses": ("att biblioteket håller öppet till kl. 20.00 på torsdagar.",),
        "headings": ("Sammanfattning av ärendet", "Juridiska bedömningar"),
        "recipients": ("Bibliotekschefen", "kultur- och fritidsnämnden"),
        "doubtful": ("diary_number",),
    },
)

FOREIGN_NUMBER = House(
    "only somebody else's diary number, years as period, several spaces after att",
    """
Externt diarienummer: Ku2023/01234/KO
Datum 2023-06-01

# Yttrande över betänkandet Kultur i hela landet

## Förslag till beslut
Nämnden föreslås besluta
att   avge yttrande enligt förslaget, samt
att  avsätta 250 000 kronor under åren 2024–2025 för fortsatt utredning.

## Remissen
Regeringen har skickat betänkandet på remiss till kommuner och regioner i hela landet.

## Synpunkter
Nämnden tillstyrker förslagen.

## Expediering
Kulturdepartementet, ku.remissvar@regeringskansliet.example
""",
    {
        "title": "Yttrande över betänkandet Kultur i hela landet",
        "diary_number": "",
        "external_diary_number": "Ku2023/01234/KO",
        "day": date(2023, 6, 1),
        "decider": "Nämnden föreslås besluta",
        "clauses": (
            "att avge yttrande enligt förslaget, samt",
            "att avsätta 250 000 kronor under åren 2024–2025 för fortsatt utredning.",
        ),
        "headings": ("Remissen", "Synpunkter"),
        "recipients": ("Kulturdepartementet, ku.remissvar@regeringskansliet.example",),
        "amounts": (250_000,),
        "period": (date(2024, 1, 1), date(2025, 12, 31)),
        "doubtful": ("diary_number",),
    },
)

LABEL_THEN_VALUE = House(
    "each label above its value, contact details between, «Ärende» above the title",
    """
Handläggare
Nils Öfverström
Telefon: 0999-12 34 56
nils.ofverstrom@storlunda.example

Datum
2024-08-19

Diarienummer
SN 2024/0045

Mottagare
Socialnämnden

Ärende
Riktlinjer för ekonomiskt bistånd

## Förslag till beslut
Socialnämnden beslutar att anta de reviderade riktlinjerna.

## Beskrivning av ärendet
Riktlinjerna har setts över med anledning av ändrad lagstiftning.

## Barnrättsperspektiv
Barn i hushåll med bistånd får bättre stöd.

## Handlingar i ärendet
Riktlinjer för ekonomiskt bistånd, förslag
Lydelse med markerade ändringar
""",
    {
        "title": "Riktlinjer för ekonomiskt bistånd",
        "diary_number": "SN 2024/0045",
        "officer": "Nils Öfverström",
        "day": date(2024, 8, 19),
        "body": "Socialnämnden",
        "decider": "Socialnämnden beslutar",
        "clauses": ("att anta de reviderade riktlinjerna.",),
        "headings": ("Beskrivning av ärendet", "Barnrättsperspektiv"),
        "supporting_documents": (
            "Riktlinjer för ekonomiskt bistånd, förslag",
            "Lydelse med markerade ändringar",
        ),
    },
)

LONG_TITLE = House(
    "a long title of a kind that headings are made of, numbered headings, compact day",
    """
Tjänsteutlåtande
Dnr KS/2024:17
Datum: 240315
Handläggare: Mona Ek

# Uppföljning av handlingsplanen för trygghet i kollektivtrafiken och på hållplatser under\\
de år som planen har gällt

## 1. Förslag till beslut
Trafiknämnden godkänner uppföljningen och lägger den till handlingarna.

## 2. Bakgrund
Handlingsplanen antogs 2020.

## 2.1 Nuläge
Resandet har ökat. Otryggheten har minskat på fyra av fem hållplatser enligt den senaste\\
enkäten till resenärerna.

## 3. Ekonomisk bedömning
Åtgärderna ryms inom beslutad ram.

## 4. Beslutsunderlag
Tjänsteutlåtande 2024-03-15
Bilaga 1 – Enkät
""",
    {
        "title": "Uppföljning av handlingsplanen för trygghet i kollektivtrafiken och på hållplatser under "
        "de år som planen har gällt",
        "diary_number": "KS/2024:17",
        "day": date(2024, 3, 15),
        "officer": "Mona Ek",
        "clauses": ("Trafiknämnden godkänner uppföljningen och lägger den till handlingarna.",),
        "headings_without_numbers": ("Bakgrund", "Nuläge", "Ekonomisk bedömning"),
        "supporting_documents": ("Tjänsteutlåtande 2024-03-15", "Bilaga 1 – Enkät"),
    },
)

WRAPPED_ATT = House(
    "a line of running text and a line of a clause that begin with att",
    """
Diarienr: MBN 2022-77
Datum: 2022-10-03
Handläggare: Oskar Fjäll

# Tillsynsplan för miljöfarlig verksamhet

## Bakgrund
Nämnden ska varje år anta en plan. I planen redovisas vad som behövs för att tillsynen ska fungera\\
och för att de företag som berörs ska veta vad som väntar dem under året. Det är viktigt för nämnden\\
att planen hålls aktuell och för allmänheten att den går att förstå.

## Förslag till beslut
Miljö- och byggnämnden beslutar

att anta tillsynsplanen för 2023 med den ändringen att antalet besök på bensinstationer ökas och\\
att besöken görs oanmälda i minst hälften av fallen, samt

att uppdra åt miljöchefen att redovisa utfallet vid årets slut.

## Uppföljning och utvärdering
Planen följs upp vid årets slut.

## Protokollsutdrag till
Länsstyrelsen
""",
    {
        "title": "Tillsynsplan för miljöfarlig verksamhet",
        "diary_number": "MBN 2022-77",
        "decider": "Miljö- och byggnämnden beslutar",
        "headings": ("Bakgrund", "Uppföljning och utvärdering"),
        "recipients": ("Länsstyrelsen",),
        "share_percent": None,
        "period": None,
    },
)

OWN_HEADINGS = House(
    "headings that only this house has, signed by title and name on one line",
    """
Diarienummer: 2021/88
Handläggare: Lovisa Strömqvist
Datum: 2021-02-01

# Ombyggnad av Åkerskolan

## Varför behövs ombyggnaden
Skolan är byggd 1962 och uppfyller inte dagens krav på tillgänglighet. Antalet elever väntas öka.

## Så har vi arbetat
Förvaltningen har träffat elever och personal vid fyra tillfällen under hösten och vintern.

## Risker
Byggkostnaderna kan öka.

## Förslag till beslut
Nämnden beslutar
1. att godkänna förslaget till ombyggnad,
2. att begära 34,5 miljoner kronor i investeringsbudgeten för 2022, och
3. att paragrafen justeras omedelbart.

## Skickas för kännedom till
Kommunstyrelsen

Förvaltningschef Robert Nygårdh
""",
    {
        "title": "Ombyggnad av Åkerskolan",
        "diary_number": "2021/88",
        "headings": ("Varför behövs ombyggnaden", "Så har vi arbetat", "Risker"),
        "decider": "Nämnden beslutar",
        "clauses": (
            "att godkänna förslaget till ombyggnad,",
            "att begära 34,5 miljoner kronor i investeringsbudgeten för 2022, och",
            "att paragrafen justeras omedelbart.",
        ),
        "amounts": (34_500_000,),
        "recipients": ("Kommunstyrelsen",),
        "signer": ("Robert Nygårdh", "Förvaltningschef"),
    },
)

TWO_HEADED_PROPOSAL = House(
    "a heading for each body's decision, attachments below the documents",
    """
| Datum 2023-11-30 | Dnr KS 2023/0500 |
| Handläggare Ulla Brodin | Kommunstyrelsen |

# Försäljning av fastigheten Viken 3:14

## Förslag till beslut i kommunstyrelsen
Kommunstyrelsen föreslår kommunfullmäktige besluta att sälja fastigheten för 7 200 000 kronor.

## Förslag till beslut i kommunfullmäktige
Kommunfullmäktige beslutar att sälja fastigheten för 7 200 000 kronor.

## Finansiella konsekvenser
Försäljningen ger en reavinst.

## Beslutsunderlag
Köpekontrakt

## Bilagor
Köpekontrakt
Karta
""",
    {
        "title": "Försäljning av fastigheten Viken 3:14",
        "diary_number": "KS 2023/0500",
        "officer": "Ulla Brodin",
        "day": date(2023, 11, 30),
        "body": "Kommunstyrelsen",
        "decider": "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "clauses": (
            "att sälja fastigheten för 7 200 000 kronor.",
            "att sälja fastigheten för 7 200 000 kronor.",
        ),
        "headings": ("Finansiella konsekvenser",),
        "supporting_documents": ("Köpekontrakt", "Karta"),
        "amounts": (7_200_000,),
        "doubtful": ("decider",),
    },
)

RUN_IN = House(
    "headings on the line of their text, title with the diary number in it",
    """
Till Överförmyndarnämnden

# Arvoden till ställföreträdare (ÖFN 2024/9)

Förslag till beslut: Överförmyndarnämnden beslutar att anta riktlinjerna för arvoden.

Bakgrund: Riktlinjerna antogs senast 2015 och behöver anpassas till dagens förhållanden.

Beslutsunderlag: Riktlinjer för arvoden

Kopia till: Ekonomiavdelningen
""",
    {
        "title": "Arvoden till ställföreträdare",
        "diary_number": "ÖFN 2024/9",
        "body": "Överförmyndarnämnden",
        "decider": "Överförmyndarnämnden beslutar",
        "clauses": ("att anta riktlinjerna för arvoden.",),
        "headings": ("Bakgrund:",),
        "supporting_documents": ("Riktlinjer för arvoden",),
        "recipients": ("Ekonomiavdelningen",),
    },
)

BY_HAND = House(
    "headings in bold only, sentences one after another, an external reference and a period of months",
    """
Kansliet
Dnr: REG-2024-000451
Er beteckning: 2024-15-3
Sammanträde: 2024-12-10

** Samverkansavtal med Region Östanland

** Sammanfattning
Avtalet reglerar gemensam upphandling av fordon.

** Överväganden
Avtalet ger lägre priser.

** Förslag till beslut
Regionstyrelsen ingår samverkansavtalet med Region Östanland för tiden januari 2025 – juni 2027.
Paragrafen justeras omedelbart.

** Beslutsunderlag
Samverkansavtal, utkast den 2 december 2024

Birgitta Lagerlöv, regiondirektör

** Beslutet expedieras till
Region Östanland
Fordonsenheten
""",
    {
        "title": "Samverkansavtal med Region Östanland",
        "diary_number": "REG-2024-000451",
        "external_diary_number": "2024-15-3",
        "unit": "Kansliet",
        "day": date(2024, 12, 10),
        "headings": ("Sammanfattning", "Överväganden"),
        "supporting_documents": ("Samverkansavtal, utkast den 2 december 2024",),
        "recipients": ("Region Östanland", "Fordonsenheten"),
        "signer": ("Birgitta Lagerlöv", "regiondirektör"),
        "period": (date(2025, 1, 1), date(2027, 6, 30)),
    },
)

HOUSES = tuple(value for value in globals().values() if isinstance(value, House))
