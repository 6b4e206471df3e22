"""More memoranda as other houses write them. Places, persons and matters are made up."""

from __future__ import annotations

from datetime import date

from .houses import House

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
