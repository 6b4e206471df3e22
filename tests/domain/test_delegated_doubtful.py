"""What a list of delegated decisions says only half: never guessed, told where a person must look."""

from __future__ import annotations

import pytest

from namndstod.domain.intake.delegated.surroundings import is_signature
from namndstod.domain.intake.found_delegated import DelegatedField

from .test_delegated_reading import read, table


@pytest.mark.parametrize(
    ("who", "field", "sure"),
    [
        ("Nils Ek, ordförande", DelegatedField.DECIDED_BY, True),
        ("Nils Ek", DelegatedField.RECIPIENT, False),  # who decided, or for whom?
        ("Fyrens Bageri AB", DelegatedField.RECIPIENT, True),
    ],
)
def test_what_vem_means_is_shown_by_what_stands_below(who: str, field: DelegatedField, sure: bool) -> None:
    column = table("Datum|Dnr|Vad|Vem", f"2027-02-03|27SK1|Yttrande|{who}").columns[-1]
    assert (column.field, column.sure) == (field, sure)


@pytest.mark.parametrize(
    ("words", "name", "title"),
    [
        ("Karin Dal (Head of unit)", "Karin Dal", "Head of unit"),
        ("Karin Dal, områdesansvarig", "Karin Dal", "Områdesansvarig"),
        ("Miljöinsp. Karin Dal", "Karin Dal", "Miljöinsp."),
        ("Karin Dal (S)", "Karin Dal (S)", ""),  # a party
        ("Karin Dal (MP)", "Karin Dal (MP)", ""),
        ("Karin Dal (Alens kommun)", "Karin Dal (Alens kommun)", ""),
        ("Karin Dal (för Per Alm)", "Karin Dal (för Per Alm)", ""),
        ("Karin Dal, Per Alm", "Karin Dal, Per Alm", ""),
    ],
)
def test_a_title_of_no_list_of_titles(words: str, name: str, title: str) -> None:
    (row,) = table("Dnr|Ärende|Beslutsfattare", f"27SK1|Yttrande|{words}").rows
    assert (row.decided_by, row.decided_by_title) == (name, title)


def test_who_prepared_is_who_decided_only_when_nothing_else_says() -> None:
    rows = ("Dnr|Ärende|Handläggare", "27SK1|Yttrande|Karin Ek, områdeschef")
    column = table(*rows).columns[-1]
    assert (column.field, column.sure) == (DelegatedField.DECIDED_BY, False)
    (row,) = table("Beslut fattade av enhetschef Per Alm", *rows).rows
    assert (row.decided_by, row.extra) == ("Per Alm", (("Handläggare", "Karin Ek, områdeschef"),))


@pytest.mark.parametrize(("title", "kind"), [("Sammanställning stöd", ""), ("Mikrobidrag", "Mikrobidrag")])
def test_the_title_of_a_list_is_what_is_decided_on_only_when_it_names_a_kind(title: str, kind: str) -> None:
    (row,) = table(title, "Dnr|Företag|Belopp", "27SK1|Fyren AB|100").rows
    assert row.kind == kind


def test_a_heading_that_is_a_title_names_who_decided() -> None:
    rows = ("Beslutsdag|Objekt|Ärende|Dnr|Inspektör", "2027-03-02|Krog Fyren|Registrering|27SK1|Moa Järv")
    column = table(*rows).columns[-1]
    assert (column.field, column.sure) == (DelegatedField.DECIDED_BY, False)


def test_signatures_of_titles_are_explained() -> None:
    lines = ("Dnr|Datum|Ärende|Delegat", "27SK1|2027-03-02|Köp|EC", "* EC = Enhetschef, KC = Kommunchef")
    found = table(*lines)
    assert [(row.decided_by, row.decided_by_title) for row in found.rows] == [("", "Enhetschef")]
    assert found.doubts == ()


def test_one_empty_cell_in_the_first_column_is_not_filled() -> None:
    rows = [f"{place}|27SK{n}|100" for n, place in enumerate(("Ek", "Alm", "", "Ask", "Asp", "Gran"), 1)]
    found = table("Kommun|Dnr|Belopp", *rows)
    assert (found.rows[2].municipality, found.rows[2].doubts) == ("", ())


@pytest.mark.parametrize("text", ["Alen 2027-04-02", "Alen den 3 april 2027", "Karin Ek", "_________"])
def test_the_end_of_a_letter_is_no_footnote(text: str) -> None:
    assert is_signature(text)
    assert table("Dnr|Företag|Belopp", "27SK1|Fyren AB|100", text).doubts == ()


@pytest.mark.parametrize("text", ["Bidragen betalas ut 2027-05-01", "Alen 27SK9", "Utan belopp"])
def test_what_is_no_end_of_a_letter_is_told(text: str) -> None:
    (doubt,) = table("Dnr|Företag|Belopp", "27SK1|Fyren AB|100", text).doubts
    assert text in doubt.message


def test_a_sign_that_parts_a_cell_of_a_text_file_is_told() -> None:
    rows = ("27SK1|Fyren|100", '27SK2|"Torp| hembygd"|200', "27SK3|Vågen|300")
    found = table("Dnr|Mottagare|Belopp", *rows)
    assert [[d.message for d in row.doubts if "fler celler" in d.message] != [] for row in found.rows] == [
        False,
        True,
        False,
    ]


def test_personnummer_are_told_and_left_out() -> None:
    found = table("Namn|Personnr|Dnr|Insats", "Sven Ask|19500101-1234|27SK1|Hemtjänst")
    assert [d.message[:43] for d in found.doubts] == ["Kolumnen ”Personnr” innehåller personnummer"]
    assert (found.rows[0].personal, found.rows[0].extra) == (True, ())
    mixed = table("Namn|Pers.nr/org.nr|Dnr", "Sven Ask|500101-1234|27SK1", "Fyren AB|556012-3456|27SK2").rows
    assert [(row.personal, row.extra) for row in mixed] == [
        (True, ()),
        (False, (("Pers.nr/org.nr", "556012-3456"),)),
    ]
    (row,) = table("Namn|Org.nr|Dnr", "Fyren AB|556012-3456|27SK1").rows
    assert (row.personal, row.extra) == (False, (("Org.nr", "556012-3456"),))


def test_very_many_odd_rows_are_not_looked_at_one_by_one() -> None:
    odd = [f"|Fyren {n}|100" for n in range(21_000)]
    found = read("Dnr|Företag|Belopp", *odd).tables[0]
    assert len(found.rows) == len(odd)
    assert ["oregelbundna" in doubt.message for doubt in found.doubts] == [True]
