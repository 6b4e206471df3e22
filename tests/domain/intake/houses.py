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
