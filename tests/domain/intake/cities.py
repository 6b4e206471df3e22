"""Memoranda in the manners of cities, a region and a small place; all that stands in them is made up."""

from __future__ import annotations

from datetime import date

from .houses import House

BIG_CITY = House(
    "a committee of a big city: signed below the proposal, a second line under the title",
    """
| Socialförvaltningen | Tjänsteutlåtande |
| Avdelningen för verksamhetsstöd | Sida 1 (5) |
|  | 2024-03-12 |

| Handläggare | Till |
| Karin Storm | Socialnämnden |
| Telefon: 0999-11 11 11 | 2024-04-16 |

# Anmälan mot äldreomsorgen
Svar på remiss från kommunstyrelsen, dnr KS 2024/123

## Förslag till beslut
1. Socialnämnden godkänner förvaltningens tjänsteutlåtande och\\
överlämnar det till kommunstyrelsen som svar på remissen.
2. Socialnämnden beslutar om omedelbar justering.

Veronika Blom
Förvaltningschef

Harald Lind
Avdelningschef

## Sammanfattning
Kommunstyrelsen har remitterat betänkandet. Förvaltningen är positiv till förslagen i stort.

## Bakgrund
Regeringen tillsatte en utredning år 2022.

## Ärendets beredning
Ärendet har beretts inom avdelningen för verksamhetsstöd.

## Jämställdhetsanalys
Fler kvinnor än män berörs.

## Bilagor
1. Remissen
2. Sammanfattning av betänkandet
""",
    {
        "officer": "Karin Storm",
        "unit": "Socialförvaltningen",
        "body": "Socialnämnden",
        "day": date(2024, 3, 12),
        "headings": ("Sammanfattning", "Bakgrund", "Ärendets beredning", "Jämställdhetsanalys"),
        "supporting_documents": ("Remissen", "Sammanfattning av betänkandet"),
        "signer": ("Veronika Blom", "Förvaltningschef"),
        "others": (("Harald Lind", "Avdelningschef"),),
        "doubtful": ("diary_number", "decider", "signatory"),
    },
)

BY_DIMENSION = House(
    "«I nämnden:» above numbered sentences, assessments by dimension, attachments in the middle",
    """
Tjänsteutlåtande
Utfärdat 2024-03-12
Diarienummer 0123/24
Handläggare
Anna Ek
Telefon: 0999-22 22 22
E-post: anna.ek@stad.example

# Redovisning av uppdrag om trygga skolvägar

## Förslag till beslut
I trafiknämnden:
1. Uppdraget att utreda trygga skolvägar förklaras fullgjort.
2. Trafiknämnden översänder tjänsteutlåtandet till kommunstyrelsen.

## Sammanfattning
Förvaltningen har utrett trygga skolvägar. Åtgärderna kostar 2,5 miljoner kronor.

## Bedömning ur ekonomisk dimension
Kostnaderna ryms i budget.

## Bedömning ur ekologisk dimension
Fler barn kan cykla.

## Bedömning ur social dimension
Otryggheten minskar.

## Samverkan
Information har lämnats i förvaltningens samverkansgrupp den 4 mars 2024.

## Bilagor
1. Kommunstyrelsens beslut 2023-05-10 § 311
2. Rapport

## Ärendet
Redovisning av uppdrag.

## Beskrivning av ärendet
Kommunfullmäktige gav nämnden i uppdrag att utreda frågan.

## Förvaltningens bedömning
Uppdraget bör förklaras fullgjort.

Eva Dahl
Avdelningschef

Jonas Hed
Förvaltningsdirektör
""",
    {
        "title": "Redovisning av uppdrag om trygga skolvägar",
        "diary_number": "0123/24",
        "officer": "Anna Ek",
        "day": date(2024, 3, 12),
        "decider": "I trafiknämnden:",
        "clauses": (
            "Uppdraget att utreda trygga skolvägar förklaras fullgjort.",
            "Trafiknämnden översänder tjänsteutlåtandet till kommunstyrelsen.",
        ),
        "supporting_documents": ("Kommunstyrelsens beslut 2023-05-10 § 311", "Rapport"),
        "signer": ("Eva Dahl", "Avdelningschef"),
        "others": (("Jonas Hed", "Förvaltningsdirektör"),),
    },
)

TEXTS_AFTER_RECIPIENTS = House(
    "diary number below the title, texts after the recipients, names with titles on one line",
    """
Granviks stad
Stadskontoret 1 (3)
Datum
2024-03-12
Handläggare
Sven Alm
Utredare
sven.alm@stad.example

Tjänsteskrivelse
# Svar på motion om fler offentliga toaletter
STK-2024-123

## Sammanfattning
Motionärerna föreslår fler toaletter.

## Förslag till beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta

1. att anse motionen besvarad.

## Beslutsunderlag
• Motion om fler offentliga toaletter
• Remissvar från tekniska nämnden

## Beslutsplanering
Kommunstyrelsens arbetsutskott 2024-04-08
Kommunstyrelsen 2024-04-24

## Beslutet skickas till
Tekniska nämnden

## Ärendet
Tekniska nämnden har yttrat sig över motionen och är positiv till den.

## Ansvariga
Maria Holm Avdelningschef
Per Sund Stadsdirektör
""",
    {
        "title": "Svar på motion om fler offentliga toaletter",
        "diary_number": "STK-2024-123",
        "officer": "Sven Alm",
        "day": date(2024, 3, 12),
        "decider": "Kommunstyrelsen föreslår kommunfullmäktige besluta",
        "clauses": ("att anse motionen besvarad.",),
        "recipients": ("Tekniska nämnden",),
        "signer": ("Maria Holm", "Avdelningschef"),
        "others": (("Per Sund", "Stadsdirektör"),),
    },
)

REGION = House(
    "a region: «föreslår att … beslutar följande:», several signers, lists with bullets",
    """
1 (2)
Tjänsteutlåtande
Datum 2024-03-01
Diarienummer RS 2024-00123

Koncernkontoret
Handläggare: Lotta Berg
Telefon: 070-123 45 67
E-post: lotta.berg@region.example

Till regionstyrelsen

# Investering i ny akutmottagning

## Förslag till beslut
Regionstyrelsen föreslår att regionfullmäktige beslutar följande:
1. Regionfullmäktige godkänner investeringen om högst 1,2 miljarder kronor.
2. Regionstyrelsen får i uppdrag att genomföra investeringen under perioden 2025-01-01 – 2027-12-31.

## Sammanfattning av ärendet
Akutmottagningen är för liten.

## Fördjupad beskrivning av ärendet
Den nuvarande mottagningen byggdes 1978. Antalet besök har fördubblats.

## Finansiering
Investeringen finansieras inom investeringsramen.

## Beredning
Ärendet har beretts av fastighetsnämnden.

Koncernkontoret

Ann Lund
Regiondirektör
Gösta Frid
Ekonomidirektör

## Bilaga
• Fastighetsnämndens beslut 2024-01-30 § 5

## Besluten skickas till
• Fastighetsnämnden, fastighet@region.example
• Sjukhusstyrelsen
""",
    {
        "title": "Investering i ny akutmottagning",
        "diary_number": "RS 2024-00123",
        "unit": "Koncernkontoret",
        "officer": "Lotta Berg",
        "body": "Regionstyrelsen",
        "day": date(2024, 3, 1),
        "decider": "Regionstyrelsen föreslår att regionfullmäktige beslutar följande:",
        "amounts": (1_200_000_000,),
        "period": (date(2025, 1, 1), date(2027, 12, 31)),
        "headings": (
            "Sammanfattning av ärendet",
            "Fördjupad beskrivning av ärendet",
            "Finansiering",
            "Beredning",
        ),
        "supporting_documents": ("Fastighetsnämndens beslut 2024-01-30 § 5",),
        "recipients": ("Fastighetsnämnden, fastighet@region.example", "Sjukhusstyrelsen"),
        "signer": ("Ann Lund", "Regiondirektör"),
        "others": (("Gösta Frid", "Ekonomidirektör"),),
    },
)

LABELS_ON_ONE_LINE = House(
    "two labels on one line, their values on the next, two officers, numbers before att",
    """
Kommunledningskontoret
Tjänsteskrivelse till kommunstyrelsen
Datum: Diarienummer:
2024-04-02 KSN-2024-00877
Handläggare:
Ola Ås, Mia Ros

# Detaljplan för kvarteret Eken

## Förslag till beslut
Kommunstyrelsen beslutar

1. att ge plan- och byggnadsnämnden i uppdrag att upprätta en detaljplan för kvarteret Eken, samt
2. att planavgiften tas ut i samband med bygglov.

## Ärendet
Fastighetsägaren har begärt planbesked.

## Beredning
Ärendet har beretts av stadsbyggnadsförvaltningen.

## Ekonomiska konsekvenser
Fastighetsägaren bekostar planarbetet.

## Beslutsunderlag
• Tjänsteskrivelse daterad 2 april 2024
• Bilaga 1, Översiktskarta

Kommunledningskontoret

Ulf Nord
Stadsdirektör

Tina Ask
Avdelningschef
""",
    {
        "title": "Detaljplan för kvarteret Eken",
        "diary_number": "KSN-2024-00877",
        "unit": "Kommunledningskontoret",
        "officer": "Ola Ås, Mia Ros",
        "body": "Kommunstyrelsen",
        "day": date(2024, 4, 2),
        "decider": "Kommunstyrelsen beslutar",
        "clauses": (
            "att ge plan- och byggnadsnämnden i uppdrag att upprätta en detaljplan för kvarteret Eken, samt",
            "att planavgiften tas ut i samband med bygglov.",
        ),
        "headings": ("Ärendet", "Beredning", "Ekonomiska konsekvenser"),
        "supporting_documents": (
            "Tjänsteskrivelse daterad 2 april 2024",
            "Bilaga 1, Översiktskarta",
        ),
        "signer": ("Ulf Nord", "Stadsdirektör"),
    },
)

SMALL_PLACE = House(
    "a small place: values without labels, headings in capitals, the proposal last, «Att» with a capital",
    """
Hamnvikens kommun
Kommunkansliet
Anna-Karin Bohm, 0123-456 78
anna-karin.bohm@hamnviken.example
2024-09-03 KS/2024:345

Kommunstyrelsens arbetsutskott

** Borgen för bredbandsförening

** ÄRENDEBESKRIVNING
Föreningen har ansökt om kommunal borgen för ett lån på 850 000 kr.

** EKONOMI
Borgen medför en risk.

** FÖRSLAG TILL BESLUT
Att kommunfullmäktige beviljar föreningen borgen intill 850 000 kr som säkerhet för lån.
Att en borgensavgift på 0,5 % tas ut.

Anna-Karin Bohm
Ekonomichef

** BILAGOR
1. Ansökan
2. Stadgar
""",
    {
        "title": "Borgen för bredbandsförening",
        "diary_number": "KS/2024:345",
        "unit": "Kommunkansliet",
        "officer": "",
        "body": "Kommunstyrelsens arbetsutskott",
        "day": date(2024, 9, 3),
        "clauses": (
            "Att kommunfullmäktige beviljar föreningen borgen intill 850 000 kr som säkerhet för lån.",
            "Att en borgensavgift på 0,5 % tas ut.",
        ),
        "headings": ("ÄRENDEBESKRIVNING", "EKONOMI"),
        "supporting_documents": ("Ansökan", "Stadgar"),
        "signer": ("Anna-Karin Bohm", "Ekonomichef"),
        "amounts": (850_000,),
        "doubtful": ("officer", "decider"),
    },
)
