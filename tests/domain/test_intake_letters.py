"""Letters of decisions of several houses, read to their facts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.intake.as_json import letter_json
from namndstod.domain.intake.found import FoundLetter, FoundPeriod, FoundSigner
from namndstod.domain.intake.letter_report import letter_report
from namndstod.domain.intake.letters import read_letter
from namndstod.domain.intake.source import Source, SourceLine
from namndstod.domain.records import TextRole
from namndstod.domain.swedish import plain

from . import letters_of_houses as houses


def read(text: str) -> FoundLetter:
    return read_letter(houses.letter(text))


def doubted(found: FoundLetter) -> set[str]:
    return {doubt.field for doubt in found.doubts}


def test_a_region_grants_a_share_with_conditions_and_a_budget() -> None:
    found = read(houses.REGION)
    assert (found.diary_number, found.unit, found.officer, found.day) == (
        "27RU955",
        "Regional utveckling",
        "Lena Strand",
        date(2027, 12, 9),
    )
    assert (found.recipient, *found.address) == ("Ångbåtsbolaget Vågen AB", "Kajen 4", "999 80 Sjövik")
    assert found.title == (
        "Medfinansiering av projekt Ångbåtsled – en modell Skärgårdens trafik efter sommaren"
    )
    assert found.decision == (
        "Ångbåtsbolaget Vågen beviljas 48 % av projektets bokförda kostnader, dock högst 232 000 kr, "
        "för genomförande av projekt Ångbåtsled.",
        "Projektet får påbörjas tidigast 2027-11-20 och avslutas senast 2028-05-30.",
        "Finansiering sker inom ramen för:",
        "Regionalt utvecklingsstöd - statligt stöd 132 000 kr",
        "Regional utveckling rambudgetmedel 100 000 kr",
    )
    assert (found.share_percent, found.max_amount) == (48, 232_000)
    assert found.period == FoundPeriod(start=date(2027, 11, 20), end=date(2028, 5, 30))
    assert found.conditions[1:] == (
        "I samband med genomförandet av projektet ska det framgå att Sjöviks region medfinansierar "
        "projektet.",
        "regions allmänna villkor för medfinansiering.",
    )
    assert found.budget is not None
    assert [plain(p) for p in found.budget.problems] == [
        "Finansieringsbudgeten, Ångbåtsbolaget Vågen 2028: 280 000 kr ska troligen vara 208 000 kr "
        "(två siffror har bytt plats). Då stämmer både radens och årets summa."
    ]
    assert found.signatories == (
        FoundSigner(name="Per Alm", title="Regional utvecklingsdirektör"),
        FoundSigner(name="Eva Gran", title="T.f. enhetschef"),
    )
    assert doubted(found) == {"conditions"}
    assert [(s.heading, s.role) for s in found.sections] == [
        ("", None),
        ("Sammanfattning", TextRole.SUMMARY),
        ("Skäl till beslut", TextRole.ASSESSMENT),
    ]


def test_signers_beside_each_other_are_told_apart_where_the_gap_is_lost() -> None:
    text = houses.REGION.replace("Per Alm    Eva Gran", "Per Alm Eva Gran")
    text = text.replace("utvecklingsdirektör   T.f.", "utvecklingsdirektör T.f.")
    assert read(text).signatories == read(houses.REGION).signatories


def test_a_refusal_grants_nothing() -> None:
    found = read(houses.REFUSED)
    assert found.decision == ("Ansökan om arrangörsbidrag på 80 000 kronor avslås.",)
    assert (found.max_amount, found.share_percent, found.period, found.budget) == (None, None, None, None)
    assert (found.officer, found.recipient) == ("Maja Lind", "Föreningen Dragspelets vänner")
    assert found.signatories == (FoundSigner(name="Maja Lind", title="Kultursekreterare"),)
    assert found.doubts == ()


def test_numbered_points_and_their_conditions_and_a_fee() -> None:
    found = read(houses.BUILDING)
    assert found.title == "Bygglov för nybyggnad av båthus på fastigheten Björken 1:14"
    assert (found.diary_number, found.recipient) == ("BYGG 2027-000123", "Karin Ek")
    assert [point.split()[0] for point in found.decision] == ["Bygglov", "Åtgärden", "Avgiften"]
    assert found.max_amount is None
    assert found.conditions == (
        "Sökanden ska anmäla kontrollansvarig.",
        "Byggnaden ska ha röd slamfärg på fasaderna mot sjön.",
    )


def test_a_letter_without_headings() -> None:
    found = read(houses.STIPEND)
    assert (found.recipient, found.officer, found.title) == (
        "Anna Ljung",
        "Ida Berg",
        "Kulturstipendium 2027",
    )
    assert len(found.decision) == 1
    assert found.max_amount == 25_000
    assert found.signatories == (FoundSigner(name="Ida Berg"),)


def test_clauses_and_three_who_sign() -> None:
    found = read(houses.CLAUSES)
    assert (found.unit, found.officer, found.diary_number) == ("Kulturförvaltningen", "Bo Ask", "KU.2027.31")
    assert (found.recipient, *found.address) == ("Sjöviks teaterförening", "Storgatan 3", "999 80 Sjövik")
    assert found.decision[:2] == (
        "Kulturnämnden beslutar",
        "att bevilja Sjöviks teaterförening 150 000 kronor i verksamhetsbidrag för perioden "
        "1 januari – 31 december 2028,",
    )
    assert found.period == FoundPeriod(start=date(2028, 1, 1), end=date(2028, 12, 31))
    assert [s.title for s in found.signatories] == ["Ordförande", "Kulturchef", "Ekonom"]


def test_conditions_below_a_point_and_points_after_them() -> None:
    found = read(houses.NESTED)
    assert len(found.decision) == 3
    assert found.decision[2] == "Bidraget betalas ut när redovisningen är godkänd."
    assert found.conditions == (
        "Bryggan ska vara öppen för allmänheten.",
        "Arbetet ska vara klart senast 2027-10-31.",
    )
    assert (found.max_amount, found.share_percent, found.day) == (120_000, 60, date(2027, 2, 11))
    assert found.budget is not None
    assert found.budget.costs.stated == (200_000, None)
    assert found.budget.problems == ()
    assert found.signatories == (FoundSigner(name="Sara Ny", title="fritidschef"),)


def test_an_amount_in_words_that_is_another_is_doubted() -> None:
    right = houses.CLAUSES.replace("150 000 kronor", "150 000 kronor, etthundrafemtio tusen kronor,")
    assert "max_amount" not in doubted(read(right))
    (doubt,) = [d for d in read(right.replace("etthundra", "tvåhundra")).doubts if d.field == "max_amount"]
    assert plain(doubt.message) == (
        "”tvåhundrafemtio tusen kronor” i beslutet är 250 000 kronor, men beloppet är 150 000 kronor."
    )


def test_a_word_file_with_tables() -> None:
    def line(text: str, **kept: object) -> SourceLine:
        return SourceLine(text=text, whole=True, **kept)  # type: ignore[arg-type]

    def row(*cells: str, table: int) -> SourceLine:
        return SourceLine(text=" ".join(filter(None, cells)), cells=cells, table=table, whole=True)

    lines = (
        row("Handläggare", "Datum", "Dnr", table=1),
        row("Ida Berg", "2027-05-02", "KS 2027/12", table=1),
        line("Bergslövs byalag"),
        line("Byvägen 1"),
        line("999 20 Bergslöv"),
        line("Bidrag till bygdegård", level=1),
        line("Bergslövs byalag har ansökt om bidrag."),
        line("Beslut", level=2),
        line("Bergslövs byalag beviljas 40 procent av kostnaderna, högst 20 000 kronor.", label="1."),
        line("Särskilda villkor", level=2),
        line("Gården ska vara öppen.", label="•"),
        line("Budget", level=2),
        row("Kostnader", "2027", "2028", "Totalt", table=2),
        row("Tak", "30 000", "", "30 000", table=2),
        row("Färg", "5 000", "15 000", "20 000", table=2),
        row("Summa", "35 000", "15 000", "50 000", table=2),
        row("Ida Berg", "Bo Ask", table=3),
        row("Kommunsekreterare", "Ekonomichef", table=3),
    )
    found = read_letter(Source(name="brev.docx", lines=lines))
    assert (found.recipient, found.title, found.officer) == (
        "Bergslövs byalag",
        "Bidrag till bygdegård",
        "Ida Berg",
    )
    assert (found.share_percent, found.max_amount) == (40, 20_000)
    assert found.conditions == ("Gården ska vara öppen.",)
    assert found.budget is not None
    assert found.budget.costs.rows[0].amounts == (30_000, None)
    assert found.budget.problems == ()
    assert [s.name for s in found.signatories] == ["Ida Berg", "Bo Ask"]


def test_an_empty_file_has_doubts_and_nothing_else() -> None:
    found = read_letter(Source(name="tom.txt"))
    assert found.decision == ()
    assert found.doubts
    assert letter_json(found)["title"] is None


LETTERS = (
    houses.REGION,
    houses.REFUSED,
    houses.BUILDING,
    houses.STIPEND,
    houses.CLAUSES,
    houses.NESTED,
)


@given(st.sampled_from(LETTERS), st.data())
def test_damaged_letters_are_read_all_the_same(text: str, data: st.DataObject) -> None:
    lines = text.splitlines()
    first = data.draw(st.integers(0, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    found = read("\n".join((*lines[:first], *lines[last:])))
    assert letter_report(found)
    assert all(point in " ".join(text.split()) or len(point) > 20 for point in found.decision)


@pytest.mark.parametrize("text", LETTERS)
def test_the_report_tells_who_and_what(text: str) -> None:
    found = read(text)
    report = letter_report(found)
    assert found.recipient in report
    assert plain(found.decision[0]) in report
