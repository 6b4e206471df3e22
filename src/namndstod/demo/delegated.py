"""Decisions that the made-up committee's delegates have made, and a letter about one of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.delegation import (
    Budget,
    BudgetRow,
    DecisionLetter,
    DelegatedDecision,
    LetterSigner,
)
from namndstod.domain.letters import first_letter
from namndstod.domain.records import Appeal

_HEAD = ("Tor Bergqvist", "Utvecklingschef")
_UNIT = ("Malin Sjögård", "Enhetschef")
_MICRO = ("Mikrobidrag", "3.2", _UNIT)
_CONSULTANT = ("Konsultstöd", "3.2", _UNIT)
_SEED = ("Såddbidrag", "3.3", _HEAD)
_SERVICE = ("Stöd till kommersiell service", "3.3", _HEAD)
_PROJECT = ("Projektmedel", "3.4", _HEAD)

# dnr, kind with point and delegate, recipient, branch, gender, municipality, kronor, days before the meeting
_Row = tuple[str, tuple[str, str, tuple[str, str]], str, str, str, str, int, int]

BEFORE_HELD: tuple[_Row, ...] = (
    ("26RG081", _MICRO, "Björkviks Bageri AB", "Livsmedel", "K", "Granköping", 30_000, 31),
    ("26RG085", _CONSULTANT, "Sjöbergs Mekaniska AB", "Tillverkning", "M", "Almnäs", 64_500, 24),
    ("26RG090", _SERVICE, "Lanthandeln i Ytterby", "Dagligvaror", "K", "Ytterby", 118_000, 17),
)
BEFORE_COMING: tuple[_Row, ...] = (
    ("26RG103", _MICRO, "Granens Snickeri AB", "Trävaror", "M", "Granköping", 25_000, 36),
    ("26RG106", _MICRO, "Elsa Marin Holmström", "Keramik", "K", "Ytterby", 30_000, 35),
    ("26RG107", _CONSULTANT, "Norrskens Digital AB", "Programvara", "K", "Granköping", 72_400, 33),
    ("26RG109", _SEED, "Tångräfsan AB", "Livsmedel", "M", "Almnäs", 190_000, 30),
    ("26RG111", _SERVICE, "Bryggans Livs AB", "Dagligvaror", "M", "Almnäs", 86_300, 29),
    ("26RG114", _MICRO, "Viltbacken Lamm och Ull", "Lantbruk", "K", "Lövåsen", 18_500, 28),
    ("26RG116", _CONSULTANT, "Plåtverkarna i Lövåsen AB", "Tillverkning", "M", "Lövåsen", 49_900, 24),
    ("26RG119", _MICRO, "Båtsmans Kajak och Led", "Besöksnäring", "K", "Ytterby", 27_600, 22),
    ("26RG122", _PROJECT, "Lövåsens kommun", "Besöksnäring", "–", "Lövåsen", 137_700, 20),
    ("26RG125", _SEED, "Solrosens Energi AB", "Energi", "K", "Granköping", 205_000, 18),
    ("26RG127", _SERVICE, "Lanthandeln i Ytterby", "Drivmedel", "K", "Ytterby", 54_000, 16),
    ("26RG129", _CONSULTANT, "Almnäs Textil ekonomisk förening", "Textil", "K", "Almnäs", 38_250, 15),
)
SINCE: tuple[_Row, ...] = (
    ("26RG136", _MICRO, "Skogsro Biodling", "Livsmedel", "M", "Lövåsen", 22_000, 4),
    ("26RG138", _CONSULTANT, "Granköpings Tryck AB", "Grafisk industri", "K", "Granköping", 58_700, 2),
)
LETTER_OF = "26RG122"
_PRIVATE = "Elsa Marin Holmström"
_CONDITIONS = (
    "Beslutet gäller under förutsättning att projektets budget är fullt finansierad.",
    "Det ska framgå av allt material om projektet att Region Granbygden medfinansierar det.",
    "I övrigt gäller Region Granbygdens allmänna villkor för medfinansiering.",
)
_SUMMARY = (
    "Projektet tar fram en plan för en 64 kilometer lång cykelled runt Lövåsen, tillsammans med "
    "markägare, föreningar och besöksnäringens företag."
)
_REASONS = (
    "Projektet bidrar till målen i den regionala utvecklingsstrategin om ett besöksår som varar "
    "hela året. Det är prioriterat enligt nämndens inriktning för regionala utvecklingsmedel.\n"
    "Projektet finansieras också av kommunen och av byalagen längs leden."
)
_DESCRIPTION = (
    "Bakgrund\n"
    "Delar av leden finns redan som skogsbilvägar, men sträckorna hänger inte ihop och är inte "
    "skyltade. Företagen längs leden efterfrågar en gemensam plan.\n"
    "Projektets mål\n"
    "Projektet ska ge:\n"
    "– en karta över ledens sträckning med avtal om marken,\n"
    "– en kostnadsberäkning för skyltar, broar och rastplatser,\n"
    "– en modell för hur leden sköts när projektet är slut.\n"
    "Uppföljning\n"
    "Kommunen lämnar en lägesrapport varje halvår och en slutrapport senast tre månader efter "
    "projektets slut."
)
_COSTS = (
    ("Egen personal", 96_000, 214_000),
    ("Externa tjänster", 120_000, 385_000),
    ("Resor och möten", 11_000, 52_000),
    ("Skyltar, prov", None, 40_000),
)
_FINANCING = (
    ("Region Granbygden", 34_050, 103_650),
    ("Lövåsens kommun", 160_000, 445_000),
    ("Byalagen längs leden", 32_950, 142_350),
)


def decisions(rows: tuple[_Row, ...], meeting: date) -> tuple[DelegatedDecision, ...]:
    """Return the decisions, made so many days before `meeting`."""
    return tuple(
        DelegatedDecision(
            id="",
            body_id="",
            position=0,
            diary_number=number,
            kind=kind,
            recipient=recipient,
            personal=recipient == _PRIVATE,
            branch=branch,
            gender=gender,
            municipality=municipality,
            amount=amount,
            decided_by=who,
            decided_by_title=title,
            decided_on=meeting - timedelta(days=days),
            point=point,
        )
        for number, (kind, point, (who, title)), recipient, branch, gender, municipality, amount, days in rows
    )


def hired(meeting: date) -> tuple[DelegatedDecision, ...]:
    """Return two decisions that are not to be reported, made before the decisions of `meeting`."""
    who, title = _HEAD
    first = DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number="26RG064",
        kind="Anställning av projektledare",
        recipient="Projektet Led runt Lövåsen",
        decided_by=who,
        decided_by_title=title,
        decided_on=meeting - timedelta(days=36),
        point="4.1",
    )
    second = replace(
        first,
        diary_number="26RG065",
        kind="Anställning av näringslivsutvecklare",
        recipient="",
        decided_on=meeting - timedelta(days=35),
    )
    return first, second


def by_the_chair(today: date) -> DelegatedDecision:
    """Return an ordförandebeslut that could not wait for the meeting."""
    return DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number="26RG141",
        kind="Yttrande över ändrade turer i skärgårdstrafiken",
        recipient="Granbygdens länstrafik",
        decided_by="Karin Ekvall",
        decided_by_title="Ordförande",
        decided_on=today - timedelta(days=3),
        point="1.1",
        urgent=True,
        appeal=Appeal.NONE,
        note="Svaret skulle lämnas två veckor före nämndens sammanträde.",
    )


def letter(decision: DelegatedDecision) -> DecisionLetter:
    """Return the letter of the decision about a trail for cyclists."""
    day = decision.decided_on or date.min
    until = date(day.year + 1, 10, 31)
    return replace(
        first_letter(decision, day),
        unit="Utvecklingsförvaltningen",
        officer="Malin Sjögård",
        recipient=("Lövåsens kommun", "Näringslivsenheten", "Torget 2", "870 45 Lövåsen"),
        heading="Medfinansiering av projektet Led runt Lövåsen",
        applied_for=(
            "Lövåsens kommun ansöker om 137 700 kronor för projektet Led runt Lövåsen. "
            f"Ansökan avser perioden {day.isoformat()} – {until.isoformat()}."
        ),
        decision=(
            "Lövåsens kommun beviljas 15 procent av projektets bokförda kostnader, dock högst "
            "137 700 kronor, för projektet Led runt Lövåsen.",
            f"Projektet får påbörjas tidigast {day.isoformat()} och avslutas senast {until.isoformat()}.",
            "Finansieringen sker inom ramen för regionala utvecklingsmedel.",
        ),
        financed_by="regionala utvecklingsmedel",
        share_percent=15,
        max_amount=137_700,
        period_from=day,
        period_to=until,
        conditions=_CONDITIONS,
        summary=_SUMMARY,
        reasons=_REASONS,
        description=_DESCRIPTION,
        costs=_budget(day.year, _COSTS),
        financing=_budget(day.year, _FINANCING),
        signers=(
            LetterSigner(name="Tor Bergqvist", title="Utvecklingschef"),
            LetterSigner(name="Malin Sjögård", title="Handläggare"),
        ),
    )


def _budget(year: int, rows: tuple[tuple[str, int | None, int], ...]) -> Budget:
    """Return a budget of a year and the next."""
    return Budget(
        years=(str(year), str(year + 1)),
        rows=tuple(BudgetRow(name=name, amounts=(first, second)) for name, first, second in rows),
    )
