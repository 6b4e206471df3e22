"""A workbook given back: marks in the right cells, everything else byte for byte as it was."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from namndstod.domain.intake.cell_marks import CellMark
from namndstod.exchange.workbooks.marking import mark

from .full_workbook import full_workbook, part
from .looking import AMBER, MARKS, ONE, RED, marked_cells, members, opened, sound


@pytest.fixture(scope="module")
def full() -> bytes:
    return full_workbook()


@pytest.fixture(scope="module")
def done(full: bytes) -> bytes:
    return mark(full, MARKS)


# --- what is there -----------------------------------------------------------------------------------


def test_cells_have_their_colour_and_comment(done: bytes) -> None:
    book = opened(done)
    head = "Nämndstöd:\n"
    assert marked_cells(book, "Beslut") == {
        "C4": (RED, f"{head}Över gränsen."),
        "F4": ("00000000", "Kolla\nsedan"),
        "B5": (AMBER, f"Är det rätt mottagare?\n\n{head}Kontrollera: Är det rätt?"),
        "A6": (RED, f"{head}Raden finns redan."),
        "F6": (RED, f"{head}<Saknas> & mer\n” ”"),
        "A9": (RED, f"{head}Sammanslagen."),  # where the merged range shows it
        "AD14": (RED, f"{head}Bortom allt."),
    }
    assert marked_cells(book, "Gömt & sparat") == {"A1": (RED, f"{head}Dolt blad.")}
    authors = {c.coordinate: c.comment.author for row in book["Beslut"].iter_rows() for c in row if c.comment}
    assert (authors["C4"], authors["F4"], authors["B5"]) == ("Nämndstöd", "Bo", "Åsa")


def test_a_marked_cell_keeps_its_format(full: bytes, done: bytes) -> None:
    before, after = opened(full)["Beslut"]["C4"], opened(done)["Beslut"]["C4"]
    assert after.number_format == before.number_format == '# ##0" kr"'
    assert (after.font.i, after.border.left.style) == (True, "thin")
    untouched = opened(done)["Beslut"]["C5"]
    assert untouched.fill.fgColor.rgb == "00000000"


def test_the_sheet_of_what_to_mend(done: bytes) -> None:
    book = opened(done)
    assert book.sheetnames == ["Beslut", "Diagram", "Gömt & sparat", "Att rätta"]
    sheet = book["Att rätta"]
    assert [*sheet.values] == [
        ("Rad", "Kolumn", "Cell", "Vad som ska rättas", "Regel/lagrum"),
        (None, None, None, "Kontrollera: Serien har en lucka.", None),
        (4, "Belopp", "Beslut!C4", "Över gränsen.", "Punkt 3.2"),
        (5, "B", "Beslut!B5", "Kontrollera: Är det rätt?", None),
        (6, None, "Beslut!A6", "Raden finns redan.", None),
        (6, "Anm", "Beslut!F6", "<Saknas> & mer\n” ”", None),
        (10, "A", "Beslut!A10", "Sammanslagen.", None),
        (14, "AD", "Beslut!AD14", "Bortom allt.", None),
        (1, "A", "Gömt & sparat!A1", "Dolt blad.", None),
    ]
    assert sheet["C3"].hyperlink.location == "'Beslut'!C4"
    assert sheet["C9"].hyperlink.location == "'Gömt & sparat'!A1"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:E9")
    assert sheet.row_dimensions[6].height == 30


def test_every_other_part_is_byte_for_byte_as_it_was(full: bytes, done: bytes) -> None:
    before, after = members(full), members(done)
    concerned = {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml", "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }  # fmt: skip
    assert {name for name in before if before[name] != after[name]} == concerned
    assert set(after) - set(before) == {
        "xl/comments2.xml", "xl/drawings/vmlDrawing3.vml", "xl/worksheets/sheet4.xml",
        "xl/worksheets/_rels/sheet3.xml.rels",
    }  # fmt: skip
    assert [*after][: len(before)] == [*before]
    with zipfile.ZipFile(BytesIO(full)) as old, zipfile.ZipFile(BytesIO(done)) as new:
        for info in old.infolist():
            if info.filename not in concerned:
                copied = new.getinfo(info.filename)
                there = [
                    data[i.header_offset : i.header_offset + 30 + len(i.filename) + i.compress_size]
                    for data, i in ((full, info), (done, copied))
                ]
                assert there[0] == there[1]
                assert (copied.date_time, copied.external_attr) == (info.date_time, info.external_attr)


def test_in_changed_parts_what_is_not_concerned_stays(full: bytes, done: bytes) -> None:
    before, after = part(full, "xl/worksheets/sheet1.xml"), part(done, "xl/worksheets/sheet1.xml")
    assert before.partition("<sheetData>")[0] == after.partition("<sheetData>")[0]
    assert before.partition("</sheetData>")[2] == after.partition("</sheetData>")[2]
    for row in ("1", "3", "7"):
        whole = re.compile(rf'<row r="{row}".*?</row>')
        assert whole.findall(before) == whole.findall(after) != []
    assert "<f>SUM(C4:C6)</f><v>82068</v>" in after


def test_the_parts_hang_together(full: bytes, done: bytes) -> None:
    sound(done)


def test_a_corrected_workbook_that_comes_back_loses_the_marks_of_before(full: bytes, done: bytes) -> None:
    again = mark(done, MARKS)
    sound(again)
    assert opened(again).sheetnames == opened(done).sheetnames
    for sheet in ("Beslut", "Gömt & sparat"):
        assert marked_cells(opened(again), sheet) == marked_cells(opened(done), sheet)
    left = mark(again, [CellMark(sheet="Diagram", row=2, column=2, message="Kvar.")])
    sound(left)
    book = opened(left)
    assert marked_cells(book, "Beslut") == marked_cells(opened(full), "Beslut")
    assert marked_cells(book, "Diagram") == {"B2": (RED, "Nämndstöd:\nKvar.")}
    assert [row[3] for row in book["Att rätta"].values] == ["Vad som ska rättas", "Kvar."]
    assert book["Beslut"]["C4"].number_format == '# ##0" kr"'
    boxes = [
        re.sub("<x:Anchor>.*?</x:Anchor>", "", part(data, "xl/drawings/vmlDrawing1.vml"))
        for data in (left, full)
    ]
    assert boxes[0] == boxes[1]


def test_a_box_grows_with_what_is_written_after_somebodys_words(full: bytes, done: bytes) -> None:
    box = r"<x:Anchor>([^<]*)</x:Anchor>(?:(?!<v:shape ).)*<x:Row>4</x:Row>\s*<x:Column>1</x:Column>"
    anchors = []
    for data in (full, done):
        found = re.search(box, part(data, "xl/drawings/vmlDrawing1.vml"), re.DOTALL)
        assert found is not None
        anchors.append([int(number) for number in found[1].split(",")])
    assert anchors[0][:6] == anchors[1][:6]
    assert anchors[1][6] >= anchors[0][6] + 4


def test_values_are_read_as_before(full: bytes, done: bytes) -> None:
    before, after = (CalamineWorkbook.from_filelike(BytesIO(data)) for data in (full, done))
    assert after.sheet_names == [*before.sheet_names, "Att rätta"]
    for name in before.sheet_names:
        rows = before.get_sheet_by_name(name).to_python(skip_empty_area=False)
        now = after.get_sheet_by_name(name).to_python(skip_empty_area=False)
        assert [row[: len(rows[0])] for row in now[: len(rows)]] == rows if rows else now == rows


def test_libreoffice_opens_it_with_marks_and_comments(done: bytes, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    (tmp_path / "lista.xlsm").write_bytes(done)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
         str(tmp_path), str(tmp_path / "lista.xlsm")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    book = opened((tmp_path / "lista.xlsx").read_bytes())
    cells = marked_cells(book, "Beslut")
    assert {*cells} == {"C4", "F4", "B5", "A6", "F6", "A9", "AD14"}
    assert (cells["C4"][0], cells["B5"][0]) == (RED, AMBER)
    assert "Över gränsen." in cells["C4"][1]
    assert [cell.value for cell in book["Att rätta"]["D"]][2] == "Över gränsen."
    assert "Beslut" in book["Att rätta"]["C3"].hyperlink.location
    again = mark((tmp_path / "lista.xlsx").read_bytes(), ONE)  # corrected there, and sent back
    sound(again)
    cells = marked_cells(opened(again), "Beslut")
    assert {*cells} == {"F4", "B5"}
    assert "Nämndstöd" not in str(cells)
    assert opened(again).sheetnames == book.sheetnames
