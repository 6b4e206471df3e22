"""Registers of members in files: workbooks, comma-separated values and kallelser, hostile ones too."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO

import docx
import pytest
from openpyxl import Workbook

from namndstod.domain.records import Role
from namndstod.exchange.member_files import MOST_ROWS, member_text
from namndstod.exchange.pasted_members import PastedMember, PastedMembers, read_members
from namndstod.exchange.problems import CannotShow

from .word_files import saved


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def members(data: bytes, name: str) -> PastedMembers:
    return read_members(member_text(data, name))


def test_a_workbook_whose_columns_have_names() -> None:
    found = members(
        workbook(
            Blad=[
                ["Kulturnämnden 2027–2030"],
                ["Efternamn", "Förnamn", "Parti", "Uppdrag", "E-post", "Mobil", "Fr.o.m.", "T.o.m.", "Ort"],
                [
                    "Åkerö",
                    "Ada",
                    "Centerpartiet",
                    "Ordförande",
                    "ada@a.example",
                    "070-123 45 67",
                    date(2027, 1, 1),
                ],
                ["af Asp", "Tove", "S", "Ersättare", None, None, date(2027, 3, 1), date(2030, 12, 31), "Ås"],
            ]
        ),
        "register.xlsx",
    )
    assert found.members == (
        PastedMember(
            "Ada",
            "Åkerö",
            "C",
            Role.CHAIR,
            1,
            email="ada@a.example",
            phone="070-123 45 67",
            valid_from=date(2027, 1, 1),
        ),
        PastedMember(
            "Tove",
            "af Asp",
            "S",
            Role.SUBSTITUTE,
            1,
            valid_from=date(2027, 3, 1),
            valid_to=date(2030, 12, 31),
        ),
    )
    assert found.unclear == (
        "Raden ”Kulturnämnden 2027–2030” gick inte att tolka: ett för- och ett efternamn behövs.",
        "Kolumner som inte togs med: Ort.",
    )


def test_sheets_named_by_group_and_a_column_of_ordinary_and_substitutes() -> None:
    parted = workbook(
        Ledamöter=[["Namn", "Parti"], ["Bo Ek", "M"]], Ersättare=[["Namn", "Parti"], ["Eva Al", "S"]]
    )
    assert [(m.surname, m.role) for m in members(parted, "a.xlsx").members] == [
        ("Ek", Role.MEMBER),
        ("Al", Role.SUBSTITUTE),
    ]
    typed = workbook(Alla=[["Namn", "Typ"], ["Bo Ek (M)", "Ordinarie"], ["Eva Al (S)", "Ersättare"]])
    assert [(m.surname, m.party, m.role) for m in members(typed, "b.xlsx").members] == [
        ("Ek", "M", Role.MEMBER),
        ("Al", "S", Role.SUBSTITUTE),
    ]


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_separated_values(mark: str, encoding: str) -> None:
    rows = [
        ["Namn", "Parti", "Roll", "Telefon"],
        ["Åsa Öberg", "L", "1:e vice ordförande", "0700 11 22 33"],
        ["Bo Ek", "M", "Ledamot", ""],
    ]
    data = "\r\n".join(mark.join(row) for row in rows).encode(encoding)
    found = members(data, "register.csv")
    assert [(m.given_name, m.surname, m.party, m.role, m.phone) for m in found.members] == [
        ("Åsa", "Öberg", "L", Role.VICE_CHAIR, "0700 11 22 33"),
        ("Bo", "Ek", "M", Role.MEMBER, ""),
    ]
    assert found.unclear == ()


def test_columns_without_names_are_told_by_what_they_hold() -> None:
    data = b"Ada Ek;S;ada@a.example;070-123 45 67;2027-01-01;2030-12-31\nBo Al;M;;;;\n"
    ada, bo = members(data, "x.csv").members
    assert (ada.party, ada.email, ada.phone) == ("S", "ada@a.example", "070-123 45 67")
    assert (ada.valid_from, ada.valid_to) == (date(2027, 1, 1), date(2030, 12, 31))
    assert (bo.party, bo.email) == ("M", "")


def test_lines_of_text_and_an_old_kallelse() -> None:
    text = "Ledamöter\nAda Ek (S), ordförande\nBo Al (M), ledamot\n\nErsättare\nEva Dal (C), ersättare\n"
    assert [m.role for m in members(text.encode(), "lista.txt").members] == [
        Role.CHAIR,
        Role.MEMBER,
        Role.SUBSTITUTE,
    ]
    call = docx.Document()
    call.add_paragraph("Sammanträde med: Kulturnämnden")
    table = call.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ledamöter kallas", "Ersättare underrättas"
    table.cell(1, 0).text, table.cell(1, 1).text = "Ada Ek (S), ordförande\nBo Al (–)", "Eva Dal (C)"
    found = members(saved(call), "kallelse.docx")
    assert [(m.surname, m.party, m.role) for m in found.members] == [
        ("Ek", "S", Role.CHAIR),
        ("Al", "", Role.MEMBER),
        ("Dal", "C", Role.SUBSTITUTE),
    ]


def test_unclear_values_are_said() -> None:
    data = "Namn;Parti;Uppdrag;Från\nAda Ek;S;Ledamot, gruppledare;i våras\nBo Al;M;Kassör;\n".encode()
    found = members(data, "x.csv")
    assert found.members[0].role is Role.MEMBER
    assert found.unclear == (
        "”i våras” för Ada Ek är inget datum.",
        "Uppdraget ”Kassör” för Bo Al känns inte igen; raden blev ledamot.",
    )


def bomb() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 40_000_000)
    return out.getvalue()


def with_entities() -> bytes:
    out = BytesIO(workbook(A=[["Namn", "Parti"], ["Ada Ek", "S"]]))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/evil.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "tom.xlsx", "Filen är tom."),
        (bomb(), "bomb.xlsx", "orimligt stor"),
        (with_entities(), "elak.xlsx", "skadad"),
        (workbook(A=[]), "tomt.xlsx", "Filen har inga rader."),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 40, "bild.png", "läses ur"),
    ],
)
def test_files_that_are_refused(data: bytes, name: str, why: str) -> None:
    with pytest.raises(CannotShow, match=why):
        member_text(data, name)


def test_an_endless_sheet_is_read_to_a_limit() -> None:
    rows = "Namn;Parti\n" + "Ada Ek;S\n" * (MOST_ROWS + 500)
    assert member_text(rows.encode(), "x.csv").count("\n") < MOST_ROWS
