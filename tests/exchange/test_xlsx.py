"""Workbooks: what Excel would print, every cell of it."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from namndstod.domain.content import Align, Figure, Heading, PageBreak, Paper, Paragraph, Table
from namndstod.domain.records import ConversionState
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.xlsx_reader import read_xlsx

from .tools import picture
from .trees import grid, lines, tables, text


def book() -> tuple[openpyxl.Workbook, Worksheet]:
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    return made, sheet


def saved(made: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def read(made: openpyxl.Workbook) -> tuple[Paper, list[str]]:
    return read_xlsx(saved(made), "bok.xlsx")


def filled(rows: list[list[Any]]) -> tuple[openpyxl.Workbook, Worksheet]:
    made, sheet = book()
    for row in rows:
        sheet.append(row)
    return made, sheet


def test_values_as_displayed_numbers_to_the_right() -> None:
    made, sheet = filled([["Post", "Belopp", "Datum"], ["Hyra", 12500.5, date(2027, 3, 1)], ["El", 99, None]])
    sheet["B2"].number_format = sheet["B3"].number_format = "#,##0.00"
    sheet["A1"].font = Font(bold=True)
    paper, remarks = read(made)
    (table,) = tables(paper)
    assert grid(table) == [
        ["Post", "Belopp", "Datum"],
        ["Hyra", "12\u00a0500,50", "2027-03-01"],
        ["El", "99,00", ""],
    ]
    assert table.aligns == (Align.LEFT, Align.RIGHT, Align.LEFT)
    head = table.rows[0][0].blocks[0]
    assert isinstance(head, Paragraph)
    assert head.runs[0].strong
    assert remarks == []


def test_merged_cells_span() -> None:
    made, sheet = filled([["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]])
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C2:C3")
    (table,) = tables(read(made)[0])
    assert grid(table) == [["a", "c"], ["d", "e", "f"], ["g", "h"]]
    assert (table.rows[0][0].columns, table.rows[1][2].rows) == (2, 2)


def test_print_area_and_print_titles() -> None:
    made, sheet = filled([[f"{column}{row}" for column in "ABCD"] for row in range(1, 6)])
    sheet.print_area = "B1:C4"
    sheet.print_title_rows = "1:1"
    (table,) = tables(read(made)[0])
    assert grid(table) == [[f"B{row}", f"C{row}"] for row in range(1, 5)]
    assert table.head_rows == 1


def test_frozen_rows_are_the_head() -> None:
    made, sheet = filled([["Namn", "Parti"], ["Ada", "A"], ["Bo", "B"]])
    sheet.freeze_panes = "A2"
    assert tables(read(made)[0])[0].head_rows == 1


def test_hidden_rows_columns_and_sheets_are_left_out_and_stated() -> None:
    made, sheet = filled([["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]])
    sheet.title = "Budget"
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    made.create_sheet("Gömt").sheet_state = "hidden"
    paper, remarks = read(made)
    assert grid(tables(paper)[0]) == [["a", "c"], ["g", "i"]]
    assert remarks == [
        "Blad ”Budget”: 1 rad och 1 kolumn är dolda och visas inte.",
        "Dolda blad visas inte: Gömt.",
    ]
    assert all(remark in text(paper) for remark in remarks)


def test_a_formula_shows_its_stored_value_or_itself() -> None:
    made, sheet = filled([[2, 3, "=A1+B1"]])
    data = saved(made)
    assert grid(tables(read_xlsx(data, "x")[0])[0]) == [["2", "3", "=A1+B1"]]
    stored = _edited(
        data,
        "xl/worksheets/sheet1.xml",
        lambda x: x.replace("<v></v>", "<v>5</v>").replace("<v/>", "<v>5</v>").replace("<v />", "<v>5</v>"),
    )
    assert grid(tables(read_xlsx(stored, "x")[0])[0]) == [["2", "3", "5"]]
    assert sheet.title == "Sheet"


def test_several_sheets_have_headings_and_pages_of_their_own() -> None:
    made, sheet = filled([["ett"]])
    sheet.title = "Första"
    made.create_sheet("Andra").append(["två"])
    made.create_sheet("Tomt")
    paper, remarks = read(made)
    assert [b.text for b in paper.blocks if isinstance(b, Heading)] == ["Första", "Andra"]
    assert sum(isinstance(b, PageBreak) for b in paper.blocks) == 1
    assert remarks == ["Bladet ”Tomt” är tomt."]


def test_a_wide_sheet_is_split_by_columns_with_row_titles_repeated() -> None:
    made, _ = filled(
        [["Konto", *[f"Kolumn{at:02d}xxxxxx" for at in range(30)]], ["4010", *range(1000000, 1000030)]]
    )
    paper, _ = read(made)
    found = tables(paper)
    assert len(found) > 1
    assert all(grid(table)[1][0] == "4010" for table in found)
    assert {cell for table in found for row in grid(table) for cell in row} == {
        "Konto",
        "4010",
        *(f"Kolumn{at:02d}xxxxxx" for at in range(30)),
        *(str(value) for value in range(1000000, 1000030)),
    }
    assert "Kolumn B–" in text(paper)


def test_text_flows_over_empty_cells_but_not_over_filled_or_when_wrapped() -> None:
    long = "En rubrik som är mycket bredare än sin kolumn i bladet"
    made, sheet = filled([[long, None, None], [long, "x", None], [long, None, None]])
    sheet["A3"].alignment = Alignment(wrap_text=True)
    (table,) = tables(read(made)[0])
    sheet_rows = [[cell.columns for cell in row] for row in table.rows]
    assert sheet_rows[0][0] > 1 or len(table.widths) == 2
    assert sheet_rows[1][0] == sheet_rows[2][0] == 1


def test_widths_follow_the_sheet_but_never_break_a_number() -> None:
    made, sheet = filled([["text", 123456789012]])
    sheet.column_dimensions["A"].width = 40
    sheet.column_dimensions["B"].width = 2
    (table,) = tables(read(made)[0])
    assert table.widths[0] > 2 * table.widths[1]
    assert table.widths[1] > 12 * 5


def test_pictures_are_shown_and_charts_and_comments_stated() -> None:
    made, sheet = filled([["a", 1], ["b", 2]])
    sheet.title = "Blad"
    sheet.add_image(SheetImage(BytesIO(picture())), "D1")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2))
    sheet.add_chart(chart, "F1")
    sheet["A1"].comment = Comment("Kolla", "Bo")
    paper, remarks = read(made)
    assert sum(isinstance(block, Figure) for block in paper.blocks) == 1
    assert remarks == ["Blad ”Blad”: diagram (1) kan inte visas.", "Blad ”Blad”: kommentarer (1) visas inte."]


def test_page_header_and_footer_without_their_codes() -> None:
    made, sheet = filled([["a"]])
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None
    assert footer is not None
    header.left.text = "Bygderegionen"
    footer.center.text = "Sida &P av &N"
    footer.right.text = "Utskrivet &D"
    assert list(lines(read(made)[0].blocks)) == ["Bygderegionen", "a", "Utskrivet"]


def test_far_away_formatting_makes_no_rows() -> None:
    made, sheet = filled([["a"]])
    sheet["XFD1048576"].font = Font(bold=True)
    assert grid(tables(read(made)[0])[0]) == [["a"]]


def test_too_many_cells_are_refused_in_words() -> None:
    made, sheet = filled([["a"]])
    sheet["CV9999"] = "z"
    with pytest.raises(CannotShow, match="för många celler") as caught:
        read(made)
    assert caught.value.state is ConversionState.UNSUPPORTED


def test_an_empty_workbook_says_so() -> None:
    assert "inga synliga celler" in text(read(book()[0])[0])


def test_broken_xml_is_damaged() -> None:
    made, _ = filled([["a"]])
    data = _edited(saved(made), "xl/workbook.xml", lambda xml: xml[:200])
    with pytest.raises(CannotShow) as caught:
        read_xlsx(data, "x")
    assert caught.value.state is ConversionState.DAMAGED


def test_every_cell_of_the_sheet_is_in_the_tree() -> None:
    made, sheet = book()
    for row in range(1, 60):
        for column in range(1, 8):
            if (row * column) % 3:
                sheet.cell(row, column, f"r{row}k{column}")
    data = saved(made)
    with zipfile.ZipFile(BytesIO(data)) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
    expected = set(re.findall(r"<t[^>]*>([^<]+)</t>", xml))
    found = {cell for table in tables(read_xlsx(data, "x")[0]) for row_ in grid(table) for cell in row_}
    assert len(expected) >= 200
    assert expected <= found
    assert all(isinstance(table, Table) for table in tables(read_xlsx(data, "x")[0]))


def _edited(data: bytes, name: str, edit: Any) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, edit(content.decode()).encode() if info.filename == name else content)
    return out.getvalue()
