"""A workbook given back: marks in the right cells, everything else byte for byte as it was."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import warnings
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string
from python_calamine import CalamineWorkbook

from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake.cell_marks import MOST_MARKS, CellMark
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.workbooks.marking import mark
from namndstod.exchange.workbooks.sheet_xml import ORDER

from .full_workbook import changed, full_workbook, part, with_parts

RED, AMBER = "FFF8B4AE", "FFFFDF8E"
MARKS = (
    CellMark(sheet="Beslut", row=4, column=3, message="Över gränsen.", source="Punkt 3.2", heading="Belopp"),
    CellMark(sheet="Beslut", row=5, column=2, message="Är det rätt?", severity=Severity.WARN),
    CellMark(sheet="Beslut", row=6, column=6, message="<Saknas> & mer\n” ”", heading="Anm"),
    CellMark(sheet="Beslut", row=6, message="Raden finns redan."),
    CellMark(sheet="Beslut", row=10, column=1, message="Sammanslagen."),
    CellMark(sheet="Beslut", row=14, column=30, message="Bortom allt."),
    CellMark(sheet="Gömt & sparat", row=1, column=1, message="Dolt blad."),
    CellMark(message="Serien har en lucka.", severity=Severity.WARN),
)
STRICT = (
    (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)


@pytest.fixture(scope="module")
def full() -> bytes:
    return full_workbook()


@pytest.fixture(scope="module")
def done(full: bytes) -> bytes:
    return mark(full, MARKS)


def plain(**sheets: list[list[Any]]) -> bytes:
    """Return a small workbook: rows by name of the sheet."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return file.getvalue()


LIST: list[list[Any]] = [["Nr", "Belopp"], [1, 500], [2, "600 kr"]]
ONE = (CellMark(sheet="Blad", row=2, column=2, message="Fel."),)


def opened(data: bytes) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(BytesIO(data), keep_vba=True)


def marked_cells(book: openpyxl.Workbook, sheet: str) -> dict[str, tuple[str, str]]:
    """Return the colour and the comment of each cell that has a comment or one of our colours."""
    return {
        cell.coordinate: (cell.fill.fgColor.rgb, cell.comment.text if cell.comment else "")
        for row in book[sheet].iter_rows()
        for cell in row
        if cell.comment or cell.fill.fgColor.rgb in (RED, AMBER)
    }


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def sound(data: bytes) -> None:
    """Fail unless every part is XML that opens, known by type, related to what is there, and in order."""
    parts = members(data)
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    named = [node.get("PartName", "") for node in types if node.tag.endswith("Override")]
    endings = [node.get("Extension", "") for node in types if node.tag.endswith("Default")]
    assert len(set(named)) == len(named)
    assert len(set(endings)) == len(endings)
    assert {name[1:] for name in named} <= set(parts)
    for name, content in parts.items():
        assert f"/{name}" in named or name.rpartition(".")[2] in endings or name.endswith("].xml"), name
        if name.endswith((".xml", ".rels", ".vml")):
            ElementTree.fromstring(content)
        if name.endswith(".rels"):
            nodes = [*ElementTree.fromstring(content)]
            assert len({node.get("Id") for node in nodes}) == len(nodes)
            owner = name.replace("_rels/", "").removesuffix(".rels")
            folder = owner.rpartition("/")[0]
            inside = [n.get("Target", "") for n in nodes if n.get("TargetMode") != "External"]
            for target in inside:
                path = target[1:] if target.startswith("/") else os.path.normpath(f"{folder}/{target}")
                assert path.lstrip("/") in parts, (name, target)
        if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
            in_schema_order(content)


def in_schema_order(sheet: bytes) -> None:
    root = ElementTree.fromstring(sheet)
    plain = [child[0][0] if child.tag.endswith("}AlternateContent") else child for child in root]
    places = [ORDER.index(node.tag.rpartition("}")[2]) for node in plain]
    assert places == sorted(places)
    (cells_of,) = (node for node in plain if node.tag.endswith("}sheetData"))
    rows = [int(row.get("r", "0")) for row in cells_of]
    assert rows == sorted(set(rows))
    for row in cells_of:
        cells = [coordinate_from_string(cell.get("r", ""))[0] for cell in row]
        columns = [column_index_from_string(letters) for letters in cells]
        assert columns == sorted(set(columns))


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


# --- odd workbooks -----------------------------------------------------------------------------------


def test_a_workbook_without_comments_gets_them() -> None:
    made = mark(plain(Blad=LIST), ONE)
    sound(made)
    assert marked_cells(opened(made), "Blad") == {"B2": (RED, "Nämndstöd:\nFel.")}
    anchor = re.search(r"<x:Anchor>([^<]*)", part(made, "xl/drawings/vmlDrawing1.vml"))
    assert anchor is not None
    left, _, top, _, right, _, bottom, _ = (int(number) for number in anchor[1].split(","))
    assert left == 2 < right  # beside the cell
    assert 0 <= top < bottom


def test_strict_workbooks() -> None:
    data = plain(Blad=LIST)
    for ordinary, strict in STRICT:
        data = with_parts(
            data,
            {
                n: c.replace(ordinary.encode(), strict.encode())
                for n, c in members(data).items()
                if c.count(b"<")
            },
        )
    made = mark(data, ONE)
    sound(made)
    assert STRICT[0][0].encode() not in b"".join(members(made).values())
    assert 'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"' in part(
        made, "xl/worksheets/_rels/sheet1.xml.rels"
    )
    rows = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_name("Blad").to_python()
    assert rows == [["Nr", "Belopp"], [1.0, 500.0], [2.0, "600 kr"]]


def test_prefixes_inline_strings_and_rows_without_numbers() -> None:
    sheet = (
        '<?xml version="1.0"?><!-- <sheetData> --><x:worksheet xmlns:x="http://schemas.openxmlformats.org/'
        'spreadsheetml/2006/main"><x:sheetData><!-- <x:row r="9"> --><x:row><x:c t="inlineStr"><x:is><x:t>'
        "a &gt; b</x:t></x:is></x:c><x:c t='n' s='0'><x:v>5</x:v></x:c></x:row><x:row r='4' spans='1:1'>"
        '<x:c r="A4"><x:v><![CDATA[7]]></x:v></x:c></x:row></x:sheetData><x:pageMargins left="1" right="1"'
        ' top="1" bottom="1" header="1" footer="1"/></x:worksheet>'
    )
    data = with_parts(plain(Blad=[]), {"xl/worksheets/sheet1.xml": sheet.encode()})
    marks = [
        CellMark(sheet="Blad", row=r, column=c, message=f"{r}") for r, c in ((1, 2), (3, 1), (4, 3), (9, 9))
    ]
    made = mark(data, marks)
    text = part(made, "xl/worksheets/sheet1.xml")
    assert '<x:c t=\'n\' s="1"><x:v>5</x:v></x:c></x:row><x:row r="3"><x:c r="A3" s="1"/></x:row>' in text
    assert '<x:row r=\'4\' spans="1:3"><x:c r="A4"><x:v><![CDATA[7]]></x:v></x:c><x:c r="C4" s="1"/>' in text
    assert '<x:row r="9"><x:c r="I9" s="1"/></x:row></x:sheetData>' in text
    assert re.search(r'/><x:legacyDrawing xmlns:nsr="[^"]*" nsr:id="rId2"/></x:worksheet>', text)
    assert {*marked_cells(opened(made), "Blad")} == {"A3", "C4", "I9", "B1"}


def test_new_cells_take_the_style_of_their_row_or_column() -> None:
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Blad")
    sheet.set_column("D:E", 12, book.add_format({"num_format": "0.00"}))
    sheet.set_row(6, 20, book.add_format({"bold": True}))
    sheet.write("A8", 1)
    book.close()
    made = mark(file.getvalue(), [CellMark(sheet="Blad", row=r, column=5, message="x") for r in (7, 8)])
    cells = opened(made)["Blad"]
    assert (cells["E7"].font.b, cells["E8"].font.b) == (True, False)
    assert (cells["E7"].number_format, cells["E8"].number_format) == ("General", "0.00")


def test_a_workbook_without_styles_gets_some() -> None:
    data = plain(Blad=LIST)
    data = changed(data, "xl/_rels/workbook.xml.rels", r"<Relationship [^>]*styles\.xml\"/>", "")
    data = changed(data, "[Content_Types].xml", r"<Override PartName=\"/xl/styles\.xml\"[^>]*>", "")
    parts = members(data)
    del parts["xl/styles.xml"]
    made = mark(with_parts(_empty(), parts), ONE)
    sound(made)
    assert marked_cells(opened(made), "Blad") == {"B2": (RED, "Nämndstöd:\nFel.")}
    assert opened(made)["Blad"]["A1"].fill.fill_type is None


def _empty() -> bytes:
    file = BytesIO()
    zipfile.ZipFile(file, "w").close()
    return file.getvalue()


@pytest.mark.parametrize("emptied", ["cellXfs", "fills", "both"])
def test_lists_of_styles_that_are_not_there_begin_as_they_must(emptied: str) -> None:
    data = plain(Blad=LIST)
    for name in ("cellXfs", "fills") if emptied == "both" else (emptied,):
        data = changed(
            data, "xl/styles.xml", rf"<{name} .*?</{name}>", f'<{name} count="0"/>' * (name != "fills")
        )
    cells = opened(mark(data, ONE))["Blad"]
    assert (cells["A1"].fill.fill_type, cells["B2"].fill.fgColor.rgb) == (None, RED)


def test_a_list_with_somebodys_formulas_is_left() -> None:
    once = mark(plain(Blad=LIST), ONE)
    kept = changed(
        once, "xl/worksheets/sheet2.xml", r"</row></sheetData>", '<c r="H2"><f>1+1</f></c></row></sheetData>'
    )
    again = opened(mark(kept, ONE))
    assert again.sheetnames == ["Blad", "Att rätta", "Att rätta (2)"]
    assert again["Att rätta"]["H2"].value == "=1+1"


def test_a_sheet_that_has_the_name_already() -> None:
    made = mark(plain(Blad=LIST, **{"ATT RÄTTA": []}), ONE)
    assert opened(made).sheetnames == ["Blad", "ATT RÄTTA", "Att rätta (2)"]


def test_a_thread_of_comments_is_left_as_it_is(full: bytes) -> None:
    data = changed(full, "xl/comments1.xml", "<author>Åsa</author>", "<author>tc={1-2}</author>")
    made = mark(data, MARKS)
    assert marked_cells(opened(made), "Beslut")["B5"] == (AMBER, "Är det rätt mottagare?")
    assert opened(made)["Att rätta"]["D4"].value == "Kontrollera: Är det rätt?"


def test_a_digital_signature_is_taken_away_and_told() -> None:
    data = plain(Blad=LIST)
    origin = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
        'digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    )
    data = changed(data, "_rels/.rels", "</Relationships>", origin)
    data = with_parts(data, {"_xmlsignatures/origin.sigs": b"x", "_xmlsignatures/sig1.xml": b"<x/>"})
    made = mark(data, ONE)
    assert not [name for name in members(made) if "sign" in name]
    assert "signature" not in part(made, "_rels/.rels")
    assert "digitalt undertecknad" in str(opened(made)["Att rätta"]["D2"].value)


def test_the_same_twice_is_said_once_and_too_much_is_cut() -> None:
    many = [CellMark(sheet="Blad", row=n, column=1, message="Fel.") for n in range(1, MOST_MARKS + 3)]
    made = mark(plain(Blad=LIST), [*many, *many])
    sheet = part(made, "xl/worksheets/sheet2.xml")
    assert sheet.count("<row ") == MOST_MARKS + 2
    assert "har 2 rättningar till" in sheet


def test_no_words_are_ever_a_formula_and_no_character_breaks_the_file() -> None:
    words = "=1+1 \x00\x0b\ud800 ]]> <b>"
    made = mark(plain(Blad=LIST), [CellMark(sheet="Blad", row=2, column=1, message=words, heading="@x\n=y")])
    sound(made)
    row = next(iter(opened(made)["Att rätta"].iter_rows(min_row=2)))
    assert [cell.data_type for cell in row] == ["n", "s", "s", "s", "n"]
    assert row[3].value == "=1+1  ]]> <b>"


def test_wide_characters_in_a_part() -> None:
    data = plain(Blad=LIST)
    sheet = part(data, "xl/worksheets/sheet1.xml").replace("UTF-8", "UTF-16").encode("utf-16")
    made = mark(with_parts(data, {"xl/worksheets/sheet1.xml": sheet}), ONE)
    assert marked_cells(opened(made), "Blad") == {"B2": (RED, "Nämndstöd:\nFel.")}


class _OneWay(BytesIO):
    """A stream that cannot go back: sizes then stand after each member."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError

    def seek(self, *_: int) -> int:
        raise OSError


@pytest.mark.parametrize("before", [b"", b"MZ something in front"])
def test_packages_written_as_a_stream_and_with_odd_members(before: bytes) -> None:
    out = _OneWay()
    out.write(before)
    parts = members(plain(Blad=LIST)) | {"docProps/ö.xml": b"<a/>", "xl/media/stored.bin": bytes(range(256))}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.comment = "kvar å".encode()
        for name, content in parts.items():
            with package.open(name, "w", force_zip64=True) as member:
                member.write(content)
    made = mark(out.getvalue(), ONE)
    kept = members(made)
    assert {name for name in parts if parts[name] != kept[name]} < set(parts) - {"docProps/ö.xml"}
    assert kept["xl/media/stored.bin"] == bytes(range(256))
    assert marked_cells(opened(made), "Blad") == {"B2": (RED, "Nämndstöd:\nFel.")}
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert package.comment == "kvar å".encode()


# --- hostile workbooks -------------------------------------------------------------------------------

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "pattern", "by"),
    [
        ("xl/workbook.xml", r"<workbook ", BOMB + "<workbook "),
        ("xl/worksheets/sheet1.xml", r"<worksheet ", BOMB + "<worksheet "),
        ("xl/styles.xml", r"<styleSheet ", BOMB + "<styleSheet "),
        ("xl/worksheets/sheet1.xml", r"</sheetData>", ""),
        ("xl/worksheets/sheet1.xml", r'<row r="2"', '<row r="1"'),
        ("xl/worksheets/sheet1.xml", r'r="B2"', 'r="A2"'),
        ("xl/worksheets/sheet1.xml", r"<worksheet.*", "<!-- --><?x ?>" * 200 + "<dialogsheet/>"),
        ("xl/workbook.xml", r"<sheets>.*</sheets>", "<sheets/>"),
        ("[Content_Types].xml", r"<Types.*", "<x/>"),
    ],
)
def test_hostile_parts_are_refused_in_swedish(name: str, pattern: str, by: str) -> None:
    with pytest.raises(CannotShow, match=r"Arbetsboken|Filen"):
        mark(changed(plain(Blad=LIST), name, pattern, by), ONE)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"Nr;Belopp\n1;2\n", full_workbook()[:9000], _empty()])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(CannotShow):
        mark(data, ONE)


def test_a_zip_bomb_is_refused() -> None:
    data = with_parts(plain(Blad=LIST), {"xl/media/big.bin": bytes(50_000_000)})
    with pytest.raises(CannotShow, match="orimligt stor"):
        mark(data, ONE)
