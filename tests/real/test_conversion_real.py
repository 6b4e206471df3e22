"""Every paragraph and cell of the real attachments is found again in the text of the pages made of them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from namndstod.domain.records import ConversionState
from namndstod.exchange.convert import OWN, Converted, convert
from namndstod.exchange.office import OfficeConverter, find_office
from namndstod.worker import join

from .extraction import docx_texts, mail_parts, pdf_texts, squeezed, xlsx_cells
from .place import FULL, REAL, needs_real_input

FILES = sorted(
    path for path in (REAL / "meeting-2020-02-14").rglob("*") if path.suffix in (".docx", ".xlsx", ".eml")
)
NAMES = [str(path.relative_to(REAL)) for path in FILES]


def made(path: Path, office: OfficeConverter | None) -> Converted:
    from namndstod.documents.layout import draw

    return convert(path.read_bytes(), path.name, draw=lambda paper: draw(paper).pdf, join=join, office=office)


def expected(name: str, data: bytes) -> list[list[str]]:
    """Return for each paragraph, cell and line of a file the forms in which it may be shown."""
    if name.endswith(".docx"):
        return [[squeezed(text)] for text in docx_texts(data)]
    if name.endswith(".xlsx"):
        return xlsx_cells(data)
    lines, attachments = mail_parts(data)
    inner = [forms for attached, content in attachments for forms in expected(attached, content)]
    return [[squeezed(line)] for line in lines] + inner


def furniture(name: str, data: bytes) -> list[str]:
    """Return the texts that may stand on every page: those of a document's headers and footers."""
    if name.endswith(".eml"):
        return [text for attached, content in mail_parts(data)[1] for text in furniture(attached, content)]
    if not name.endswith(".docx"):
        return []
    body = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(body, "w") as new:
        for part in old.namelist():
            if re.fullmatch(r"word/(header|footer)\d*\.xml", part):
                new.writestr(part, old.read(part))
    return [squeezed(text) for text in docx_texts(body.getvalue())]


def missing(path: Path, found: Converted) -> list[str]:
    """Return what the file says and its pages do not; a paragraph may be cut by the end of a page."""
    data = path.read_bytes()
    pages = [squeezed(text) for text in pdf_texts(found.pdf)]
    whole = "".join(pages)
    for repeated in sorted(furniture(path.name, data), key=len, reverse=True):
        pages = [page.replace(repeated, "") for page in pages]
    within = "".join(pages)
    return [
        f[0]
        for f in expected(path.name, data)
        if not any(s in whole or s in within for s in map(squeezed, f))
    ]


@needs_real_input
@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_our_own_pages_say_everything(path: Path) -> None:
    found = made(path, None)
    assert found.state is ConversionState.DONE
    assert found.converter.split("+")[0] == OWN
    assert missing(path, found) == []


@needs_real_input
@pytest.mark.slow
@pytest.mark.parametrize("path", FILES if FULL else FILES[::4], ids=NAMES if FULL else NAMES[::4])
def test_the_pages_of_an_office_program_say_everything(path: Path) -> None:
    office = find_office()
    if office is None:
        pytest.skip("no office program on this machine")
    found = made(path, office)
    assert found.state is ConversionState.DONE
    assert missing(path, found) == []


def test_what_is_missing_would_be_noticed(tmp_path: Path) -> None:
    import docx

    from namndstod.documents.layout import draw
    from namndstod.domain.content import Paper, Paragraph, inline

    document = docx.Document()
    for text in ("Detta syns.", "Detta saknas."):
        document.add_paragraph(text)
    document.save(str(tmp_path / "x.docx"))
    pdf = draw(Paper("x", (Paragraph(inline("Detta syns.")),))).pdf
    found = Converted(ConversionState.DONE, pdf, 1, OWN, "1", "", "")
    assert missing(tmp_path / "x.docx", found) == ["Dettasaknas."]
