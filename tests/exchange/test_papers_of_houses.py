"""PMs and letters of made-up houses as whole text files: page heads, columns and all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx

from namndstod.domain.intake.found import FoundPeriod, FoundSigner
from namndstod.domain.intake.letters import read_letter
from namndstod.domain.intake.memoranda import read_memorandum
from namndstod.domain.intake.source import Source, SourceLine
from namndstod.domain.swedish import plain
from namndstod.exchange.sources import read_source

from .word_files import saved

PAPERS = Path(__file__).parent / "papers"


def paper(name: str) -> Source:
    return read_source((PAPERS / name).read_bytes(), name)


def test_letters_below_a_clause_and_a_running_head_unlike_the_first_page() -> None:
    found = read_memorandum(paper("markanvisning.txt"))
    assert (found.officer, found.day) == ("Birgitta Ekvall", date(2027, 4, 12))
    assert found.clauses == (
        "godkänna upprättat förslag till markanvisningsavtal med Granbygg Syd AB för del av Kråkbäret 3:14,",
        "ge förvaltningschefen i uppdrag att a) underteckna avtalet, och b) återrapportera till nämnden "
        "senast i december 2027.",
        "försälja del av fastigheten Kråkbäret 3:14 för en köpeskilling om lägst 4 650 000 kronor.",
    )
    assert found.conditions == ()
    summary = found.sections[0].drafts
    assert len(summary) == 1  # the head of the second page stood in the middle of its second sentence
    assert "och att exploateringen kan påbörjas" in summary[0].text
    assert found.recipients == (
        "Granbygg Syd AB",
        "Mark- och exploateringsavdelningen",
        "Kommunrevisionen",
    )


def test_a_clause_goes_on_after_a_preposition_and_another_body_decides_below() -> None:
    found = read_memorandum(paper("intern_kontroll.txt"))
    assert found.clauses == (
        "att godkänna uppföljningen av intern kontroll 2026.",
        "att ge kommundirektören i uppdrag att till sammanträdet i maj återkomma med en plan för att minska "
        "riskerna i upphandlingen.",
        "att lägga informationen till handlingarna.",
    )
    assert "decider" in {doubt.field for doubt in found.doubts}


def test_labels_and_values_in_one_row_and_clauses_without_commas() -> None:
    found = read_letter(paper("stodbeslut.txt"))
    assert (found.officer, found.day, found.diary_number) == (
        "Theo Vallgren",
        date(2027, 6, 15),
        "RUN-2027-00155",
    )
    assert found.decision[1:] == (
        "att bevilja Föreningen Ljungvik Innovation (org.nr 802400-1234) stöd med 40 procent av "
        "stödgrundande kostnader, dock högst 480 000 kronor",
        "att projektet får pågå under tiden 1 juli 2027–30 juni 2029",
    )
    assert found.budget is not None
    assert [plain(text) for text in found.budget.problems] == [
        "Kostnadsbudgeten: summan totalt är skriven 1 210 000 kr men raderna blir 1 200 000 kr."
    ]


def test_a_decision_in_prose_that_refuses_the_rest() -> None:
    found = read_letter(paper("delvis_bifall.txt"))
    assert found.title == "Avslag och delvis bifall på ansökan om projektmedel, etapp 2"
    assert (found.max_amount, found.share_percent) == (225_000, 60)
    assert found.period == FoundPeriod(start=date(2027, 10, 1), end=date(2028, 9, 30))
    assert found.conditions == (
        "Medlen får bara användas till det som anges i ansökan.",
        "Föreningen ska lämna en lägesrapport senast 2028-03-15.",
        "Outnyttjade medel ska betalas tillbaka.",
    )
    assert found.budget is not None
    assert found.budget.costs.years == ("2027", "2028")
    assert [plain(text) for text in found.budget.problems] == [
        "Kostnadsbudgeten: summan 2028 är skriven 275 000 kr men raderna blir 285 000 kr."
    ]


def test_word_with_names_in_cells_a_list_in_a_list_and_a_run_in_heading() -> None:
    document = docx.Document()
    document.add_heading("Upphandling av vinterväghållning", 1)
    document.add_heading("Förslag till beslut", 2)
    document.add_paragraph("Tekniska nämnden beslutar att")
    document.add_paragraph("ge gatuchefen i uppdrag att", style="List Number")
    document.add_paragraph("fastställa underlaget", style="List Number 2")
    document.add_paragraph("teckna avtal", style="List Number 2")
    document.add_paragraph("paragrafen justeras omedelbart.", style="List Number")
    document.add_paragraph("Sammanfattning. Nuvarande avtal löper ut den 30 april 2027.")
    document.add_heading("Beslutet skickas till", 2)
    document.add_paragraph("Gatuenheten")
    names = document.add_table(rows=1, cols=2).rows[0].cells
    names[0].text, names[1].text = "Margareta Sundh\nTeknisk chef", "Sven-Erik Blomgren\nGatuchef"
    found = read_memorandum(read_source(saved(document), "pm.docx"))
    assert found.clauses == (
        "ge gatuchefen i uppdrag att a) fastställa underlaget b) teckna avtal",
        "paragrafen justeras omedelbart.",
    )
    assert [section.heading for section in found.sections] == ["Sammanfattning"]
    assert found.recipients == ("Gatuenheten",)
    assert found.signatory == FoundSigner(name="Margareta Sundh", title="Teknisk chef")
    assert found.other_signatories == (FoundSigner(name="Sven-Erik Blomgren", title="Gatuchef"),)


def test_a_unit_above_both_tables_holds_for_both() -> None:
    rows = (
        ("Kostnader", "2027", "2028", "Summa"),
        ("Personal", "1 000", "1 500", "2 500"),
        ("Summa", "1 000", "1 500", "2 500"),
        ("Finansiering", "2027", "2028", "Summa"),
        ("Region Norrvik", "1 000", "1 500", "2 500"),
        ("Summa", "1 000", "1 500", "2 500"),
    )
    lines = (
        SourceLine(text="Budget (tkr)", bold=True),
        *(SourceLine(text=" ".join(cells), cells=cells, table=1) for cells in rows),
    )
    budget = read_letter(Source(name="beslut.docx", lines=lines)).budget
    assert budget is not None
    assert budget.financing.rows[0].amounts == budget.costs.rows[0].amounts == (1_000_000, 1_500_000)
    assert budget.problems == ()
