"""Odd and hostile workbooks given back: marked, or refused with a Swedish reason."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from namndstod.domain.intake.cell_marks import MOST_MARKS, CellMark
from namndstod.exchange.problems import CannotShow
from namndstod.exchange.workbooks.marking import mark

from .full_workbook import changed, full_workbook, part, with_parts
from .looking import AMBER, LIST, MARKS, ONE, RED, marked_cells, members, opened, plain, sound

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


def test_a_thread_of_comments_is_left_as_it_is() -> None:
    data = changed(full_workbook(), "xl/comments1.xml", "<author>Åsa</author>", "<author>tc={1-2}</author>")
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
