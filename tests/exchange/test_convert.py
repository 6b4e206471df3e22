"""Any file gives pages, or a page that says why it has none."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import EmailMessage
from io import BytesIO

import docx
import pikepdf
import pytest

from namndstod.domain.content import Paper
from namndstod.domain.records import ConversionState
from namndstod.exchange.convert import DEEPEST_MAIL, KEPT, OWN
from namndstod.exchange.detect import Kind
from namndstod.exchange.office import OfficeFailed
from namndstod.exchange.pdf_check import CheckedPdf

from .tools import Press, compound, pdf, picture
from .trees import text
from .word_files import body, paragraph, saved


def mail(*attachments: tuple[str, bytes], subject: str = "Remiss") -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "ada@example.org", subject
    made.set_content("Se bilagor.")
    for name, data in attachments:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


@dataclass
class Office:
    """An office program that gives three pages, or fails."""

    fails: bool = False
    asked: list[Kind] = field(default_factory=list)
    name: str = "kontor"
    version: str = "9.1"

    def accepts(self, kind: Kind) -> bool:
        return kind in (Kind.DOCX, Kind.DOC)

    def convert(self, data: bytes, kind: Kind) -> CheckedPdf:
        self.asked.append(kind)
        if self.fails:
            raise OfficeFailed("no")
        return CheckedPdf(pdf(3), 3)

    def stop(self) -> None:
        """Nothing runs."""


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (body(paragraph("Brev")), "brev.docx"),
        (picture(), "foto.png"),
        (b"text", "x.txt"),
        (b"a;b\n1;2\n", "x.csv"),
        (b"<html><p>x</p></html>", "x.html"),
    ],
)
def test_our_own_renderer_draws_what_it_reads(data: bytes, name: str) -> None:
    press = Press()
    made = press.convert(data, name)
    assert (made.state, made.pages, made.converter, made.message) == (ConversionState.DONE, 1, OWN, "")
    assert press.papers[0].title == name


def test_a_sound_pdf_is_kept_byte_for_byte() -> None:
    data = pdf(3)
    made = Press().convert(data, "x.pdf")
    assert (made.pdf, made.pages, made.converter) == (data, 3, KEPT)


def test_a_pdf_with_an_empty_password_is_opened() -> None:
    made = Press().convert(pdf(2, password="", owner="hemligt"), "x.pdf")
    assert (made.state, made.pages) == (ConversionState.DONE, 2)
    with pikepdf.open(BytesIO(made.pdf)) as opened:
        assert not opened.is_encrypted


def test_a_truncated_pdf_is_rescued_and_said_to_be_damaged() -> None:
    press = Press()
    made = press.convert(pdf(40)[:-300], "x.pdf")
    assert made.state is ConversionState.DAMAGED
    assert made.pages == 40
    assert "lagats" in made.message


@pytest.mark.parametrize(
    ("data", "state", "words"),
    [
        (pdf(1, password="hemligt"), ConversionState.PROTECTED, "lösenord"),
        (b"%PDF-1.7\nnothing here", ConversionState.DAMAGED, "skadad"),
        (saved(docx.Document())[:3000], ConversionState.DAMAGED, "skadad"),
        (compound("EncryptedPackage"), ConversionState.PROTECTED, "lösenord"),
        (compound("__properties_version1.0"), ConversionState.UNSUPPORTED, ".msg"),
        (compound("WordDocument"), ConversionState.UNSUPPORTED, "LibreOffice eller Word"),
        (b"{\\rtf1}", ConversionState.UNSUPPORTED, "RTF-dokument"),
        (b"", ConversionState.UNSUPPORTED, "tom"),
        (bytes(range(256)), ConversionState.UNSUPPORTED, "okänd"),
        (picture("JPEG", size=(400, 400))[:600], ConversionState.DAMAGED, "skadad"),
    ],
)
def test_what_cannot_be_shown_gives_a_page_that_says_so(
    data: bytes, state: ConversionState, words: str
) -> None:
    press = Press()
    made = press.convert(data, "Bilaga 7.bin")
    assert (made.state, made.pages) == (state, 1)
    assert words in made.message
    page = text(press.papers[0])
    assert made.message in page
    assert "Bilaga 7.bin" in page
    assert "Originalfilen är bevarad" in page


def test_an_office_program_is_preferred_and_recorded() -> None:
    made = Press().convert(body(paragraph("x")), "x.docx", Office())
    assert (made.pages, made.converter, made.converter_version) == (3, "kontor", "9.1")


def test_our_own_renderer_takes_over_when_the_office_program_fails() -> None:
    made = Press().convert(body(paragraph("x")), "x.docx", Office(fails=True))
    assert (made.state, made.pages, made.converter) == (ConversionState.DONE, 1, OWN)
    lost = Press().convert(compound("WordDocument"), "x.doc", Office(fails=True))
    assert lost.state is ConversionState.DAMAGED


def test_what_the_pages_leave_out_is_said_with_the_result() -> None:
    written = "<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:r><w:t>b</w:t></w:r></w:p>"
    made = Press().convert(body(written), "x.docx")
    assert made.state is ConversionState.DONE
    assert "spårade ändringar" in made.message


def test_a_mail_is_followed_by_its_attachments_each_after_its_own_page() -> None:
    press = Press()
    data = mail(
        ("förslag.pdf", pdf(4)),
        ("brev.docx", body(paragraph("Brev"))),
        ("anteckning.msg", compound("__properties_version1.0")),
    )
    made = press.convert(data, "remiss.eml", Office())
    assert made.pages == 1 + (1 + 4) + (1 + 3) + 1
    titles = [paper.title for paper in press.papers]
    assert titles == ["remiss.eml", "förslag.pdf", "brev.docx", "anteckning.msg"]
    assert "Bilaga 1 till e-postmeddelandet" in text(press.papers[1])
    assert made.state is ConversionState.DONE
    assert made.message.startswith("Bilagan ”anteckning.msg”: Outlook-meddelanden")
    assert made.converter == "egen+pdf+kontor"


def test_mails_within_mails_end_somewhere() -> None:
    press = Press()
    data = mail(subject="innerst")
    for at in range(DEEPEST_MAIL + 3):
        data = mail((f"vidare{at}.eml", data), subject=f"nivå {at}")
    made = press.convert(data, "x.eml")
    assert made.state is ConversionState.DONE
    assert "ligger för djupt" in made.message


def test_a_bug_in_a_reader_still_gives_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, name: str) -> tuple[Paper, list[str]]:
        raise ZeroDivisionError

    from namndstod.exchange import convert as module

    monkeypatch.setitem(module._READERS, Kind.DOCX, broken)
    made = Press().convert(body(paragraph("x")), "x.docx")
    assert (made.state, made.pages) == (ConversionState.DAMAGED, 1)


def test_embedded_files_and_dynamic_forms_are_said() -> None:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.attachments["bilaga.txt"] = b"x"
        made.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.Array())
        out = BytesIO()
        made.save(out)
    message = Press().convert(out.getvalue(), "x.pdf").message
    assert "inbäddade filer (1)" in message
    assert "XFA" in message
