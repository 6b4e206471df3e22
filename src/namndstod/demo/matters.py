"""What the made-up committee handles: two lists with their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from namndstod.domain.records import ItemKind

from .memoranda import DAYS, WORKSHOP, DemoMemorandum


@dataclass(frozen=True)
class DemoMatter:
    """An item with its texts, and which sample documents it has."""

    title: str
    kind: ItemKind = ItemKind.DECISION
    diary_number: str = ""
    presenters: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()  # kinds: pm, letter, budget, mail, report, map, opinions, calendar
    memorandum: DemoMemorandum | None = None


REPORT = "Verksamhetsberättelse för tillväxtnämnden"
HARBOUR = "Medfinansiering av projektet Grön hamn"
SCHOOL = "Utökat verksamhetsbidrag till Skogsskolan"

PARTIES = ("Hamnföreningen i Granköping", "Granköpings folkhögskola")
"""Recipients who applied for what is decided, and are told how to appeal."""
REACHED: Mapping[str, tuple[str, str]] = {
    "Regionstyrelsen": ("e-post", "regionstyrelsen@granbygden.example"),
    "Ekonomistaben": ("internpost", ""),
    "Hamnföreningen i Granköping": ("e-post", "styrelsen@gronhamn.example"),
    "Kollektivtrafiknämnden": ("e-post", "kollektivtrafik@granbygden.example"),
    "Den valda": ("post", "Lena Askling, Åsgränd 4, 870 12 Granköping"),
    "Samverkansrådet för landsbygd": ("e-post", "radet@landsbygd.example"),
    "Granköpings folkhögskola": ("e-post", "rektor@folkhogskolan.example"),
}
"""How the recipients get the decisions: manner and address."""

INFORMATION = (
    "Lägesbild för länets näringsliv – Ines Falkman",
    "Arbetet med regional serviceplan, diarienummer 26RG031 – Tor Bergqvist",
    "Kommande utlysningar inom de europeiska fonderna – Malin Sjögård",
)

HELD: tuple[DemoMatter, ...] = (
    DemoMatter(
        REPORT,
        diary_number="26RG012",
        presenters=("Tor Bergqvist",),
        clauses=(
            "godkänna verksamhetsberättelsen för tillväxtnämnden, samt",
            "överlämna den till regionstyrelsen för sammanställning av årsredovisningen.",
        ),
        summary=(
            "Förvaltningen har tagit fram ett förslag till verksamhetsberättelse. Den visar att sju av "
            "nämndens nio mål är uppfyllda, att ett är delvis uppfyllt och att ett inte har kunnat mätas.",
            "Resultatet är ett överskott om 412 000 kronor, vilket främst beror på att två projekt har "
            "kommit i gång senare än beräknat.",
        ),
        recipients=("Regionstyrelsen", "Ekonomistaben"),
        documents=("pm", "report", "budget"),
    ),
    DemoMatter(
        HARBOUR,
        diary_number="26RG118",
        presenters=("Malin Sjögård",),
        clauses=(
            "bevilja Hamnföreningen i Granköping medfinansiering om högst 480 000 kronor för projektet Grön "
            "hamn under perioden 2026-09-01 – 2028-08-31,",
            "finansieringen sker inom ramen för regionala utvecklingsmedel, samt",
            "följande villkor gäller för beslutet:",
        ),
        conditions=(
            "medlen betalas ut i efterskott mot redovisade kostnader,",
            "en lägesrapport lämnas senast den 31 mars varje år, och",
            "regionens medverkan framgår av allt material om projektet.",
        ),
        summary=(
            "Projektet ska göra småbåtshamnarna i Granbygden klimatneutrala genom solel, gemensamma "
            "laddplatser och bättre hantering av båtbottnar. Föreningen söker 50 procent av de bokförda "
            "kostnaderna.",
        ),
        recipients=("Hamnföreningen i Granköping", "Ekonomistaben"),
        documents=("pm", "letter", "budget", "mail"),
    ),
    DemoMatter(
        "Svar på remiss om ny kollektivtrafikplan",
        diary_number="26RG097",
        presenters=("Tor Bergqvist",),
        clauses=("avge yttrande enligt förvaltningens förslag.",),
        summary=(
            "Kollektivtrafiknämnden har skickat förslaget till kollektivtrafikplan på remiss. Förvaltningen "
            "föreslår att nämnden ställer sig bakom planens mål men påpekar att arbetspendlingen över "
            "länsgränsen behöver belysas bättre.",
        ),
        recipients=("Kollektivtrafiknämnden",),
        documents=("pm", "map"),
    ),
    DemoMatter(
        SCHOOL,
        diary_number="26RG104",
        presenters=("Malin Sjögård",),
        clauses=("bevilja Skogsskolan ett utökat verksamhetsbidrag om 150 000 kronor för 2027.",),
        summary=(
            "Skogsskolan ansöker om ett utökat verksamhetsbidrag för att kunna ta emot skolklasser "
            "från hela länet.",
        ),
        documents=("pm", "mail"),
    ),
    DemoMatter(
        "Val av ledamot till samverkansrådet för landsbygd",
        ItemKind.ELECTION,
        diary_number="26RG121",
        clauses=("utse Lena Askling (S) till nämndens ledamot i samverkansrådet för landsbygd.",),
        recipients=("Den valda", "Samverkansrådet för landsbygd"),
    ),
)

COMING: tuple[DemoMatter, ...] = (
    DemoMatter(
        SCHOOL,
        diary_number="26RG104",
        presenters=("Malin Sjögård",),
        clauses=("bevilja Skogsskolan ett utökat verksamhetsbidrag om 150 000 kronor för 2027.",),
        summary=(
            "Ärendet bordlades vid nämndens förra sammanträde. Skogsskolan ansöker om ett utökat "
            "verksamhetsbidrag för att kunna ta emot skolklasser från hela länet.",
        ),
        documents=("pm", "letter"),
    ),
    DemoMatter(
        "Handlingsplan för besöksnäringen 2027–2030",
        diary_number="26RG066",
        presenters=("Tor Bergqvist", "Malin Sjögård"),
        clauses=(
            "anta handlingsplanen för besöksnäringen 2027–2030, samt",
            "ge förvaltningen i uppdrag att redovisa en första uppföljning senast i december 2028.",
        ),
        summary=(
            "Handlingsplanen har tagits fram tillsammans med kommunerna och besöksnäringens företag. Den "
            "samlar fyra insatsområden: året-runt-säsong, hållbara resor, kompetens och gemensam statistik.",
        ),
        documents=("pm", "report", "opinions", "map"),
    ),
    DemoMatter(
        "Projektmedel till Digital verkstad",
        diary_number="26RG133",
        presenters=("Malin Sjögård",),
        clauses=(
            "bevilja Granköpings folkhögskola högst 265 000 kronor för projektet Digital verkstad, samt",
            "följande villkor gäller för beslutet:",
        ),
        conditions=(
            "bidraget betalas ut i efterskott, med högst 50 procent av redovisade kostnader,",
            "en lägesrapport lämnas efter ett år, och",
            "minst 40 företag får pröva verkstaden under projektet.",
        ),
        summary=(
            "Folkhögskolan vill ge små tillverkande företag möjlighet att pröva ny teknik innan de köper. "
            "Projektet pågår i två år och kostar 530 000 kronor, varav regionen föreslås stå för hälften.",
        ),
        recipients=("Granköpings folkhögskola", "Ekonomistaben"),
        documents=("letter", "budget"),
        memorandum=WORKSHOP,
    ),
    DemoMatter(
        "Sammanträdesdagar 2027",
        diary_number="26RG140",
        clauses=("fastställa sammanträdesdagarna för 2027.",),
        summary=("Nämnden föreslås sammanträda fem gånger under 2027, alltid på en torsdag.",),
        recipients=("Nämndens ledamöter och ersättare", "Regionkansliet"),
        documents=("calendar",),
        memorandum=DAYS,
    ),
)
