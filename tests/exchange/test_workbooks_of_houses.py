"""The lists of made-up houses, written as files and read from them again, say what they say."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from namndstod.domain.intake.delegated.understanding import read_delegated
from namndstod.exchange.workbooks.reading import read_workbook

from ..domain.delegated_lists import bodies, cells, heads, later
from ..domain.delegated_lists.made import House, Page, cell, compare

HOUSES = heads.HOUSES | bodies.HOUSES | cells.HOUSES | later.HOUSES


def as_xlsx(house: House) -> bytes:
    """Return a workbook with its formulas, merged cells, hidden rows and sheets."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for page in house.pages:
            _write(book.add_worksheet(page.name), page, day, moment)
    return out.getvalue()


def _write(
    sheet: xlsxwriter.workbook.Worksheet,
    page: Page,
    day: xlsxwriter.workbook.Format,
    moment: xlsxwriter.workbook.Format,
) -> None:
    for top, left, bottom, right in page.merged:
        sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
    for at, row in enumerate(page.rows):
        for column, written in enumerate(row):
            value = cell(written)
            if written.startswith("¤"):
                sheet.write_formula(at, column, written[1:].rpartition("=")[0], None, value)
            elif isinstance(value, str):
                if value:
                    sheet.write_string(at, column, value)
            elif isinstance(value, float):
                sheet.write_number(at, column, value)
            else:
                sheet.write_datetime(at, column, value, moment if "T" in written else day)
    for hidden in page.hidden_rows:
        sheet.set_row(hidden - 1, None, None, {"hidden": True})
    if page.hidden:
        sheet.hide()


@pytest.mark.parametrize("house", HOUSES.values(), ids=HOUSES.keys())
def test_a_list_is_understood_from_its_file(house: House) -> None:
    name = f"{house.name.rpartition('.')[0]}.xlsx"
    compare(house, read_delegated(read_workbook(as_xlsx(house), name)))


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig"])
def test_a_list_is_understood_from_text_with_semicolons(encoding: str) -> None:
    house = cells.HOUSES["ditto"]
    lines = [";".join(row) for row in house.pages[0].rows]
    compare(house, read_delegated(read_workbook("\r\n".join(lines).encode(encoding), "dito.csv")))
