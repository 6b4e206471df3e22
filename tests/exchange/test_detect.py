"""What a file is: by its bytes and its inside, whatever it is called."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest

from namndstod.exchange.detect import Kind, detect
from namndstod.exchange.package import MOST_RATIO, Package
from namndstod.exchange.problems import CannotShow

from .tools import compound, pdf, picture
from .word_files import saved


def workbook() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf(), Kind.PDF),
        (b"junk before\n" + pdf(), Kind.PDF),
        (saved(docx.Document()), Kind.DOCX),
        (workbook(), Kind.XLSX),
        (archive(xl__workbook_bin=b"x"), Kind.XLSX),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), Kind.ODT),
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), Kind.ODS),
        (archive(ppt__presentation=b"x"), Kind.PPTX),
        (archive(readme=b"x"), Kind.ZIP),
        (compound("WordDocument"), Kind.DOC),
        (compound("Workbook"), Kind.XLS),
        (compound("PowerPoint Document"), Kind.PPT),
        (compound("__properties_version1.0"), Kind.MSG),
        (compound("EncryptedPackage"), Kind.ENCRYPTED),
        (compound("Okänt"), Kind.UNKNOWN),
        (b"{\\rtf1 hej}", Kind.RTF),
        (b"From: a@example.org\r\nSubject: Hej\r\n\r\ntext", Kind.EML),
        (b"Received: x\n by y\nMIME-Version: 1.0\nDate: idag\n\n", Kind.EML),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", Kind.HTML),
        (b"<!-- x --><html><body>", Kind.HTML),
        ("Ärende: remiss\nFrån: någon".encode(), Kind.TEXT),
        ("räksmörgås".encode("cp1252"), Kind.TEXT),
        ("räksmörgås".encode("utf-16"), Kind.TEXT),
        ("räksmörgås åäö".encode("utf-16-le"), Kind.TEXT),
        (bytes(range(256)) * 4, Kind.UNKNOWN),
        (b"", Kind.EMPTY),
        (b"\0" * 500, Kind.EMPTY),
    ],
)
def test_kind_by_content(data: bytes, kind: Kind) -> None:
    assert detect(data, "fel.pdf").kind is kind


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("PNG", "image/png"),
        ("JPEG", "image/jpeg"),
        ("TIFF", "image/tiff"),
        ("GIF", "image/gif"),
        ("BMP", "image/bmp"),
    ],
)
def test_pictures(form: str, media_type: str) -> None:
    found = detect(picture(form), "bild.txt")
    assert (found.kind, found.media_type) == (Kind.IMAGE, media_type)


def test_a_table_in_text_form_needs_both_its_name_and_its_separators() -> None:
    rows = b"namn;parti\nAda;A\nBo;B\n"
    assert detect(rows, "lista.csv").kind is Kind.CSV
    assert detect(rows, "lista.txt").kind is Kind.TEXT
    assert detect(b"en mening utan tabell\nen till", "lista.csv").kind is Kind.TEXT


def test_a_broken_package_is_still_told_by_its_parts() -> None:
    assert detect(saved(docx.Document())[:5000]).kind is Kind.DOCX


def test_a_zip_bomb_is_not_opened() -> None:
    bomb = archive(word__document=b"\0" * 60_000_000)
    assert 60_000_000 / len(bomb) > MOST_RATIO
    with pytest.raises(CannotShow, match="orimligt stor"):
        Package(bomb)
    assert detect(bomb).kind is Kind.DOCX
