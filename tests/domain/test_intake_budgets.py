"""Budget tables as they come out of papers: cells lost or kept, and what does not add up named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.delegation import Budget, BudgetRow
from namndstod.domain.intake.budget_tables import budget_of
from namndstod.domain.intake.found import FoundBudget
from namndstod.domain.intake.source import SourceLine
from namndstod.domain.swedish import plain, whole_number


def printed(text: str) -> list[SourceLine]:
    return [SourceLine(text=" ".join(line.split())) for line in text.splitlines() if line.strip()]


def table(*rows: tuple[str, ...]) -> list[SourceLine]:
    return [SourceLine(text=" ".join(filter(None, cells)), cells=cells, table=1) for cells in rows]


def read(text: str) -> FoundBudget:
    found = budget_of(printed(text))
    assert found is not None
    return found


def shown(budget: Budget) -> list[tuple[object, ...]]:
    return [(row.name, *row.amounts, row.stated) for row in budget.rows]


BOATS = """
    Kostnads- och finansieringsbudget
    Bokförda kostnader 2027 2028 Totalt
    Egen personal 16 013 96 075 112 088
    Externa tjänster 90 000 555 000 645 000
    Brygga 22 200 22 200
    Summa bokförda kostnader 106 013 673 275 779 288
    Finansiär 2027 2028 Totalt
    Offentlig finansiär
    Sjöviks region 1:1-medel 12 403 25 155 37 558
    Staten 93 610 648 120 741 730
    Summa finansiering 106 013 673 275 779 288
"""


def test_lost_cells_are_found_by_years_groups_and_sums() -> None:
    found = read(BOATS)
    assert found.costs.years == found.financing.years == ("2027", "2028")
    assert shown(found.costs) == [
        ("Egen personal", 16_013, 96_075, 112_088),
        ("Externa tjänster", 90_000, 555_000, 645_000),
        ("Brygga", None, 22_200, 22_200),
    ]
    assert shown(found.financing)[0] == ("Sjöviks region 1:1-medel", 12_403, 25_155, 37_558)
    assert found.financing.stated == (106_013, 673_275, 779_288)
    assert found.problems == ()


def test_swapped_digits_are_read_as_printed_and_named() -> None:
    found = read(BOATS.replace("648 120", "684 120"))
    assert shown(found.financing)[1] == ("Staten", 93_610, 684_120, 741_730)
    assert [plain(p) for p in found.problems] == [
        "Finansieringsbudgeten, Staten 2028: 684 120 kr ska troligen vara 648 120 kr "
        "(två siffror har bytt plats). Då stämmer både radens och årets summa."
    ]


@given(st.integers(0, 4), st.integers(0, 1), st.integers(1, 99_999))
def test_no_number_is_changed_whatever_is_wrong(row: int, column: int, off: int) -> None:
    amounts = [[16_013, 96_075], [90_000, 555_000], [1_500, 22_200], [7, 800], [3_000_000, 12]]
    totals = [sum(r) for r in amounts]
    years = [sum(c) for c in zip(*amounts, strict=True)]
    amounts[row][column] += off
    lines = [" ".join(("Post", *map(whole_number, (*r, t)))) for r, t in zip(amounts, totals, strict=True)]
    text = "\n".join(("Kostnader 2027 2028 Totalt", *lines))
    found = read(f"{text}\nSumma kostnader {' '.join(map(whole_number, (*years, sum(years))))}")
    for (_, *got), right in zip(shown(found.costs), amounts, strict=True):
        assert got[:2] == right or got[:2] == [None, None]
    assert found.problems


def test_a_row_that_can_be_read_in_two_ways_is_left_open() -> None:
    found = read("Kostnader 2027 2028\nLön 5 000\nResor 10 000 20 000")
    assert shown(found.costs) == [("Lön", None, None, None), ("Resor", 10_000, 20_000, None)]
    assert [plain(p) for p in found.problems] == [
        "Kostnadsbudgeten: det går inte att se vilka belopp som hör till vilken kolumn på raden ”Lön”."
    ]
    settled = read("Kostnader 2027 2028\nLön 5 000\nResor 10 000 20 000\nSumma 10 000 25 000")
    assert shown(settled.costs)[0] == ("Lön", None, 5_000, None)
    assert settled.problems == ()


def test_cells_that_are_kept_are_taken_as_they_stand() -> None:
    found = budget_of(
        table(
            ("Kostnader (kr)", "2027", "2028", "Totalt"),
            ("Delprojekt 2", "10 000", "", "10 000"),
            ("Drift", "-", "5 000 kr", "5 000"),
            ("Summa", "10 000", "5 000", "15 000"),
        )
    )
    assert found is not None
    assert shown(found.costs) == [("Delprojekt 2", 10_000, None, 10_000), ("Drift", None, 5_000, 5_000)]
    assert found.problems == ()


def test_a_head_on_several_lines_and_costs_outside_the_sums() -> None:
    found = read(
        BOATS
        + """
    Direktfinansierade kostnader (in
    natura)
    2027 2028
    Totalt
    Båtklubben 20 000 40 000 60 000
    För regionen
    """
    )
    assert shown(found.in_kind) == [("Båtklubben", 20_000, 40_000, 60_000)]
    assert found.problems == ()


def test_two_tables_side_by_side() -> None:
    found = read(
        """
    Kostnader 2027 Finansiär 2027
    Bokförda kostnader Offentlig finansiär
    Egen personal 600 000 Sjöviks region 1:1 200 000
    Resor och logi
    20 000 Ångbåtsbolaget
    Mälarsund AB
    270 000
    Avgifter 150 000
    Summa kostnader 620 000 Summa finansiering 620 000
    """
    )
    assert [r[:2] for r in shown(found.costs)] == [("Egen personal", 600_000), ("Resor och logi", 20_000)]
    assert [r[:2] for r in shown(found.financing)] == [
        ("Sjöviks region 1:1", 200_000),
        ("Ångbåtsbolaget Mälarsund AB", 270_000),
        ("Avgifter", 150_000),
    ]
    assert found.problems == ()


def test_one_table_with_both_parts_in_thousands_and_shares() -> None:
    found = read(
        """
    Budget 2027 2028 Totalt Andel
    Kostnader (se bilaga)
    Lön 10 20 30 75 %
    Lokal, OH 15 % av lön 5 5 10 25 %
    Summa kostnader 15 25 40 100 %
    Finansiering
    Kommunen 15 25 40 100 %
    Summa finansiering 15 25 40 100 %
    """.replace("Andel", "Andel %").replace("Budget", "Kostnader och finansiering (tkr)")
    )
    assert shown(found.costs) == [
        ("Lön", 10_000, 20_000, 30_000),
        ("Lokal, OH 15 % av lön", 5_000, 5_000, 10_000),
    ]
    assert shown(found.financing) == [("Kommunen", 15_000, 25_000, 40_000)]
    assert found.problems == ()


def test_sums_of_parts_are_checked_too() -> None:
    text = """
    Finansiering 2027 2028
    Staten 10 000 20 000
    Regionen 1 000 2 000
    Summa offentlig finansiering 11 000 23 000
    Bolaget 500 500
    Summa finansiering 11 500 22 500
    """
    assert [plain(p) for p in read(text).problems] == [
        "Finansieringsbudgeten: Summa offentlig finansiering 2028 är skriven 23 000 kr "
        "men raderna ovanför blir 22 000 kr."
    ]
    assert read(text.replace("23 000", "22 000")).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Projektets kostnader ökade under 2027",
        "Kostnader 2027\nTexten går vidare här.\nVi såg 3 000 fåglar",
        "Nästa möte är 2027",
        "Kostnader 2027 2028\n1 2 3 4 5 6 7 8 9",
    ],
)
def test_prose_is_no_budget(text: str) -> None:
    assert budget_of(printed(text)) is None


def test_stated_and_decided_shares_meet() -> None:
    assert budget_of(printed(BOATS), share_percent=15, max_amount=116_893) == read(BOATS)
    found = budget_of(printed(BOATS), share_percent=50, max_amount=116_893)
    assert found is not None
    assert len(found.problems) == 1


def test_a_budget_row_keeps_what_was_written() -> None:
    found = read("Kostnader Belopp\nLön 1 200,50 kr\nHyra 300:-\nSumma 1 501 kr")
    assert found.costs == Budget(
        years=("Belopp",),
        rows=(BudgetRow(name="Lön", amounts=(1_201,)), BudgetRow(name="Hyra", amounts=(300,))),
        stated=(1_501, None),
    )


KINDS = (
    "Kostnader",
    "Finansiär",
    "Summa",
    "2027",
    "2028",
    "Totalt",
    "Andel",
    "%",
    "(in",
    "natura)",
    "Lön",
    ".",
)
WORDS = st.sampled_from((*KINDS, "-", "0", "00", "1", "22", "333", "4", "444", "555", "666,50", "kr", "–10"))


@given(st.lists(st.lists(WORDS, max_size=24), max_size=10))
def test_no_lines_whatever_raise_or_change_a_number(rows: list[list[str]]) -> None:
    lines = [SourceLine(text="Kostnader 2027 2028 Totalt"), *(SourceLine(text=" ".join(r)) for r in rows)]
    found = budget_of(lines)
    printed_digits = {"".join(c for c in line.text if c.isdigit()) for line in lines}
    for row in found.costs.rows if found is not None else ():
        for amount in row.amounts:
            assert amount is None or any(str(abs(amount))[:-1] in digits for digits in printed_digits)
