"""FöredragningsPM of the coming meeting, as the made-up officers wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from namndstod.domain.records import BlockKind, TextRole
from namndstod.domain.texts import Draft

UNIT = "Regional utveckling"
SIGNATORY = ("Tor Bergqvist", "utvecklingschef")


@dataclass(frozen=True)
class DemoMemorandum:
    """Who wrote it, and the texts that only the FöredragningsPM has."""

    officer: str
    texts: Mapping[TextRole, tuple[Draft, ...]]
    external_diary_number: str = ""


def _text(*paragraphs: str) -> tuple[Draft, ...]:
    return tuple(Draft(BlockKind.PARAGRAPH, text) for text in paragraphs)


def _points(*points: str) -> tuple[Draft, ...]:
    return tuple(Draft(BlockKind.BULLET, text) for text in points)


def _table(*rows: tuple[str, ...]) -> Draft:
    return Draft(BlockKind.TABLE, "", rows=rows)


WORKSHOP = DemoMemorandum(
    "Malin Sjögård",
    {
        TextRole.BACKGROUND: (
            *_text(
                "Granköpings folkhögskola ansökte den 24 mars om medfinansiering av projektet Digital "
                "verkstad. Skolan har sedan 2022 en verkstad med enklare maskiner för sina egna kurser. Nu "
                "vill den öppna verkstaden för länets små tillverkande företag, som sällan har råd att "
                "pröva ny teknik på egen hand.",
                "Under två år ska minst 40 företag få hjälp att",
            ),
            *_points(
                "rita och skriva ut prototyper i plast och metall,",
                "mäta in befintliga delar med skanner, och",
                "räkna på vad en investering i egen utrustning skulle kosta och ge.",
            ),
            *_text(
                "Ansökan kompletterades den 11 maj med avsiktsförklaringar från tolv företag och med en "
                "budget där maskinhyran är fördelad på båda åren. Kommunerna i länet har fått tillfälle "
                "att yttra sig. Fyra har svarat, och alla är positiva."
            ),
        ),
        TextRole.ASSESSMENT: _text(
            "Projektet stämmer väl med den regionala utvecklingsstrategins mål om ett förnyat näringsliv. "
            "Det vänder sig till företag med färre än tio anställda, en grupp som de tidigare satsningarna "
            "inte har nått. Att verkstaden redan finns gör att medlen kan gå till företagen i stället för "
            "till lokaler.",
            "Risken är att för få företag hör av sig under det första året. Förvaltningen föreslår därför "
            "att beslutet förenas med villkor om lägesrapport, så att inriktningen kan ändras i tid. "
            "Bidraget ges som stöd av mindre betydelse, och sökanden har intygat att taket inte "
            "överskrids.",
        ),
        TextRole.IMPACT: _text(
            "Prototyper som görs i länet minskar antalet transporter. Projektet har ingen direkt påverkan "
            "på barn, men folkhögskolan bjuder in högstadieklasser till verkstaden två gånger per termin.",
            "Av de företag som har anmält intresse leds tre av tolv av kvinnor. Sökanden ska rikta "
            "informationen så att andelen ökar, och redovisar deltagandet uppdelat på kvinnor och män.",
        ),
        TextRole.ECONOMY: (
            *_text("Projektet kostar 530 000 kronor. Regionens del är hälften, fördelad på två år:"),
            _table(
                ("Finansiering, kr", "2026", "2027", "Summa"),
                ("Region Granbygden", "140 000", "125 000", "265 000"),
                ("Granköpings folkhögskola", "110 000", "95 000", "205 000"),
                ("Deltagande företag", "20 000", "40 000", "60 000"),
                ("Summa", "270 000", "260 000", "530 000"),
            ),
            *_text("Beslutet ryms inom anslaget för regionala utvecklingsmedel."),
        ),
        TextRole.FOLLOW_UP: _text(
            "Folkhögskolan lämnar en lägesrapport efter ett år och en slutrapport senast två månader efter "
            "projektets slut. Förvaltningen redovisar resultatet för nämnden."
        ),
    },
    "GF 2026-17",
)

DAYS = DemoMemorandum(
    "Ines Falkman",
    {
        TextRole.BACKGROUND: (
            *_text(
                "Nämnden fastställer varje år sina sammanträdesdagar. Förslaget följer regionfullmäktiges "
                "och regionstyrelsens kalender, så att ärenden som ska vidare hinner beredas:"
            ),
            _table(
                ("Sammanträde", "Handlingarna skickas"),
                ("torsdag 11 februari", "onsdag 3 februari"),
                ("torsdag 22 april", "onsdag 14 april"),
                ("torsdag 10 juni", "onsdag 2 juni"),
                ("torsdag 23 september", "onsdag 15 september"),
                ("torsdag 25 november", "onsdag 17 november"),
            ),
        ),
        TextRole.IMPACT: _text(
            "Sammanträdena läggs på dagtid, kl. 10.00–15.00, så att de går att förena med skol- och "
            "förskoletider och med kollektivtrafiken."
        ),
        TextRole.ECONOMY: _text("Beslutet har inga ekonomiska konsekvenser."),
    },
)
