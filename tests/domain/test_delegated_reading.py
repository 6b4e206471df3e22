"""Reading lists of delegated decisions: what was told before, sums, what is shown; nothing breaks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.delegation import ColumnMapping
from namndstod.domain.intake.delegated.amounts import read_amount
from namndstod.domain.intake.delegated.days import DayReader
from namndstod.domain.intake.delegated.periods import period_of
from namndstod.domain.intake.delegated.report import delegated_json, delegated_text
from namndstod.domain.intake.delegated.understanding import read_delegated
from namndstod.domain.intake.found_delegated import DelegatedField, FoundDelegated, FoundTable
from namndstod.domain.intake.sheets import Cell, Sheet, Workbook
from namndstod.domain.swedish import kronor, whole_number
from namndstod.exchange.found_rows import packed, unpacked

HEAD = "Dnr|Stöd|Företag|Kommun|Belopp|Beslutsfattare"


def read(*lines: str, mapping: ColumnMapping | None = None, name: str = "lista.csv") -> FoundDelegated:
    rows: list[list[Cell]] = [list(line.split("|")) for line in lines]
    width = max(map(len, rows))
    sheet = Sheet(name="Blad1", rows=[row + [""] * (width - len(row)) for row in rows])
    return read_delegated(Workbook(name=name, kind="csv", sheets=(sheet,)), [mapping] if mapping else [])


def table(*lines: str, name: str = "lista.csv") -> FoundTable:
    (only,) = read(*lines, name=name).tables
    return only


def told(headings: str, *fields: str) -> ColumnMapping:
    return ColumnMapping(id="m", body_id="b", sender="", headings=tuple(headings.split("|")), fields=fields)


def test_what_was_told_about_columns_wins_over_their_words() -> None:
    lines = ("Dnr|Sak|Namn|Kr", "27SK1|Yttrande|Fyren AB|100")
    (row,) = read(*lines).tables[0].rows
    assert (row.recipient, row.kind) == ("Fyren AB", "Yttrande")
    mapping = told("DNR|sak|Namn|Kr", "diary_number", "recipient", "kind", "")
    (row,) = read(*lines, mapping=mapping).tables[0].rows
    assert (row.recipient, row.kind, row.amount, row.extra) == (
        "Yttrande",
        "Fyren AB",
        None,
        (("Kr", "100"),),
    )


def test_headings_in_words_of_nobody_are_known_once_they_were_told() -> None:
    lines = ("Brev från byrån", "Kod 1|Kod 2|Kod 3", "abc|Ada Berg|bra", "abd|Fyren|dåligt")
    assert read(*lines).tables == ()
    found = read(*lines, mapping=told("Kod 1|Kod 2|Kod 3", "serial", "recipient", "note"))
    assert [(r.source_row, r.serial, r.recipient, r.note) for r in found.tables[0].rows] == [
        (3, "abc", "Ada Berg", "bra"),
        (4, "abd", "Fyren", "dåligt"),
    ]
    assert all(column.sure for column in found.tables[0].columns)


@pytest.mark.parametrize(
    ("line", "sender"),
    [
        ("Från: Näringslivsenheten", "Näringslivsenheten"),
        ("Från|Näringslivsenheten", "Näringslivsenheten"),
        ("Avsändare:|Enheten för stöd", "Enheten för stöd"),
        ("Inlämnad av: Vera Sund", "Vera Sund"),
        ("Från: 2027-12-01", ""),
        ("Från: december 2027", ""),
        ("Till: Skärnämnden", ""),
    ],
)
def test_who_sent_a_list_stands_above_it(line: str, sender: str) -> None:
    book = read("Beviljade bidrag", line, HEAD, "27SK1|Mikrobidrag|Fyren AB|Ejderö|100|Karin Ek")
    assert [t.sender for t in book.tables] == [sender]
    assert book.tables[0].title == "Beviljade bidrag"
    assert replace(book, author="Ines Falk").sender == (sender or "Ines Falk")
    packed_again = unpacked(*packed(book))
    assert packed_again.sender == sender


def test_columns_by_content_are_told_as_not_sure() -> None:
    columns = table("Dnr|X|Y", "27SK1|Karin Ek|30 000 kr", "27SK2|Per Alm|100 kr").columns
    assert [(c.heading, c.field, c.sure) for c in columns] == [
        ("Dnr", DelegatedField.DIARY_NUMBER, True),
        ("X", DelegatedField.DECIDED_BY, False),
        ("Y", DelegatedField.AMOUNT, False),
    ]


@pytest.mark.parametrize(
    ("ending", "stated", "words"),
    [
        (("Summa||||300|",), 300, ""),
        (("||||300|",), 300, ""),  # nothing but the sum
        (("TOTALT 2 st||||300 kr|",), 300, ""),
        (("Summa||||250|",), 250, "Rad 4: Summan i listan är 250 kronor, men besluten blir 300 kronor."),
        (("Totalt 3 beslut||||300|",), 300, "Rad 4: Listan säger 3 beslut, men 2 står i den."),
        (("Ett ord på vägen|||||",), None, "Rad 4: ”Ett ord på vägen” hör inte till något beslut."),
        (("Sida 1 av 1|||||",), None, ""),
    ],
)
def test_the_sum_is_held_against_the_decisions(
    ending: tuple[str, ...], stated: int | None, words: str
) -> None:
    first = "27SK1|Mikrobidrag|Fyren AB|Ejderö|100|Karin Ek"
    found = table(HEAD, first, "27SK2|Mikrobidrag|Vågen AB|Ejderö|200|Karin Ek", *ending)
    assert len(found.rows) == 2
    assert found.stated_total == stated
    assert [d.message.replace("\u00a0", " ") for d in found.doubts] == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Perioden: 2027-12-04 – 2027-12-31", "2027-12-04", "2027-12-31"),
        ("december 2027", "2027-12-01", "2027-12-31"),
        ("Beslut nov–dec 2027", "2027-11-01", "2027-12-31"),
        ("foretagsstod-2027-12", "2027-12-01", "2027-12-31"),
        ("lista_2027_02", "2027-02-01", "2027-02-28"),
        ("Kvartal 4 2027", "2027-10-01", "2027-12-31"),
        ("1–15 april 2027", "2027-04-01", "2027-04-15"),
        ("1/4–15/4 2027", "2027-04-01", "2027-04-15"),
        ("271204-271231", "2027-12-04", "2027-12-31"),
        ("tertial 1 2028", "2028-01-01", "2028-04-30"),
        ("andra halvåret 2027", "2027-07-01", "2027-12-31"),
    ],
)
def test_periods_in_every_way_people_write_them(text: str, first: str, last: str) -> None:
    assert period_of(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["Företagsstöd", "Utskrivet 2028-01-07", "Dnr 27SK123", "Nämnden 4 maj", ""])
def test_what_is_no_period(text: str) -> None:
    assert period_of(text) is None


@given(st.integers(-(10**12), 10**12))
def test_amounts_that_we_write_are_read(amount: int) -> None:
    for cell in (whole_number(amount), kronor(amount), str(amount), amount, float(amount)):
        assert read_amount(cell) == (amount, None)


def test_the_json_has_status_and_findings_of_each_row() -> None:
    found = read(
        "Stöd i april 2027",
        HEAD + "|Dag",
        "27SK1|A|Fyren AB|Ejderö|100|Karin Ek|2027-04-02",
        "27SK2|A|Vågen AB|Ejderö|många|Karin Ek|2027-05-02",
        "|A|Vågen AB|Ejderö|5|Karin Ek|",
    )
    shown = delegated_json(found)
    assert (shown["title"], shown["total"]) == ("Stöd i april 2027", 105)
    assert shown["period"] == {"from": "2027-04-01", "to": "2027-04-30"}
    rows = shown["rows"]
    assert isinstance(rows, list)
    assert [(row["source_row"], row["status"]) for row in rows] == [(3, "ok"), (4, "error"), (5, "warning")]
    assert rows[1]["amount"] is None
    assert rows[1]["findings"] == [
        "Rad 4: ”många” är inget belopp i kronor.",
        "Rad 4: 2027-05-02 ligger inte i listans period, 2027-04-01 – 2027-04-30.",
    ]
    report = delegated_text(found)
    assert "E: ”Belopp” → belopp" in report
    assert "Rad 5: Diarienumret saknas." in report


CELLS = st.one_of(
    st.sampled_from(
        ["", "", "Dnr", "Belopp", "Företag", "Beslutsdatum", "Summa", "Mikrobidrag", "27SK1", "”", "-"]
    ),
    st.sampled_from(["1 000 kr", "3/12", "Karin Ek", "2027-04-02", "3.2", "Beslutsfattare", "Områdeschef"]),
    st.text(max_size=12),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.just(time(1, 2)),
    st.just(timedelta(days=1)),
)
RANGES = st.tuples(*[st.integers(1, 9)] * 4).map(
    lambda r: (min(r[0], r[2]), min(r[1], r[3]), max(r[0], r[2]), max(r[1], r[3]))
)


@given(st.lists(st.lists(CELLS, max_size=7), max_size=9), st.lists(RANGES, max_size=3), st.booleans())
def test_no_cells_break_it_and_rows_are_where_they_stand(
    rows: list[list[Cell]], merged: list[tuple[int, int, int, int]], headed: bool
) -> None:
    if headed:
        rows = [["Dnr", "Företag", "Belopp", "Datum", "Punkt", "Delegat"], *rows]
    width = max(map(len, rows), default=0)
    whole = [row + [""] * (width - len(row)) for row in rows]
    sheet = Sheet(name="S", rows=whole, merged=tuple(merged), hidden_rows=frozenset({2}))
    found = read_delegated(Workbook(name="w", kind="xlsx", sheets=(sheet,)))
    for each in found.tables:
        places = [row.source_row for row in each.rows]
        assert places == sorted(set(places))
        assert all(1 <= place <= len(rows) for place in places)
        assert not set(places) & set(each.heading_rows)
    delegated_json(found)
    delegated_text(found)


@given(st.lists(st.sampled_from(["skräp", "tomt", "beslut", "summa", "rubrik"]), min_size=1, max_size=12))
def test_every_decision_is_found_in_its_row_among_other_things(kinds: list[str]) -> None:
    lines = {
        "skräp": "Ett ord.|||",
        "tomt": "|||",
        "summa": "Summa||900|",
        "rubrik": "Dnr|Företag|Belopp|Dag",
    }
    rows = [lines.get(kind, f"27SK{n}|Fyren AB|{n}00|2027-04-02") for n, kind in enumerate(kinds, 1)]
    found = read("Dnr|Företag|Belopp|Dag", *rows)
    got = [(row.source_row, row.diary_number) for each in found.tables for row in each.rows]
    assert got == [(n + 1, f"27SK{n}") for n, kind in enumerate(kinds, 1) if kind == "beslut"]


def test_long_cells_wide_sheets_and_many_rows_of_nothing_are_bounded() -> None:
    wide: list[list[Cell]] = [["Dnr", "Företag", *["x"] * 10_000], ["27SK1", "Fyren AB", *["y"] * 10_000]]
    junk: list[list[Cell]] = [["ord " * 8000, "1" * 30_000, "3.2 " * 5000]] * 40
    nothing: list[list[Cell]] = [["", "", ""]] * 50_000
    sheets = (
        Sheet(name="brett", rows=wide),
        Sheet(name="långt", rows=[["Dnr", "Belopp", "Punkt"], *junk]),
        Sheet(name="tomt", rows=[["Dnr", "Företag", "Belopp"], *nothing, ["27SK2", "Vågen AB", 5.0]]),
    )
    found = read_delegated(Workbook(name="w.xlsx", kind="xlsx", sheets=sheets))
    rows = [(row.source_row, row.diary_number) for each in found.tables for row in each.rows]
    assert (2, "27SK1") in rows
    assert (50_002, "27SK2") in rows
    assert any("bredare än 256 kolumner" in doubt.message for doubt in found.doubts)


def test_an_empty_workbook_and_one_without_list_say_so() -> None:
    assert "känns igen" in read_delegated(Workbook(name="", kind="csv", sheets=())).doubts[0].message
    found = read("Namn|Telefon|E-post", "Ada Berg|0999-602 63|ada@sjovik.example")
    assert (found.tables, len(found.doubts)) == ((), 1)


def test_a_moment_is_its_day() -> None:
    rows: list[list[Cell]] = [["Dnr", "Företag", "Dag"], ["27SK1", "Fyren AB", datetime(2027, 4, 2, 23, 59)]]
    found = read_delegated(Workbook(name="", kind="xlsx", sheets=(Sheet(name="", rows=rows),)))
    assert found.tables[0].rows[0].decided_on == date(2027, 4, 2)


def test_a_day_that_is_none_is_not_said_to_lack_its_year() -> None:
    reader = DayReader(None)
    said = [doubt.message if doubt else "" for _, doubt in map(reader.read, ("31 februari 2027", "3 maj"))]
    assert said == ["”31 februari 2027” är inget datum.", "”3 maj” saknar år."]


@pytest.mark.parametrize("heading", ["Deleg.pkt", "Del. pkt", "Delegationspkt"])
def test_a_shortened_heading_of_the_point_is_sure(heading: str) -> None:
    (*_, column) = table(f"Dnr|Mottagare|Belopp|{heading}", "27SK1|Viken AB|500|3.2").columns
    assert (column.field, column.sure) == (DelegatedField.POINT, True)
