"""Signed files that come back: the frozen document and who signed it, or what is wrong with them."""

from __future__ import annotations

import io
import socket
from collections.abc import Callable
from datetime import UTC, datetime

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from namndstod.domain.errors import RuleBroken
from namndstod.exchange import signed_pdf
from namndstod.exchange.certificates import masked, read_issuers
from namndstod.exchange.signed_pdf import Verdict, verify

from ..signed_files import SERVICE, SIGNED_AT, Service, identity, plain_pdf
from .tools import pdf

FROZEN = plain_pdf()
KARIN = identity("Karin Ek", serial="198001012389")


@pytest.fixture(scope="module")
def signed() -> bytes:
    return Service().sign(FROZEN, KARIN)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks the network for a certificate or a list of revoked ones fails."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def appended(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Return a file with a change appended to it, as a tool for PDF does that keeps what was there."""
    out = io.BytesIO(data)
    writer = IncrementalPdfFileWriter(out)
    change(writer)
    writer.write_in_place()
    return out.getvalue()


def note(writer: IncrementalPdfFileWriter) -> None:
    """Put a comment on the first page."""
    page = writer.root["/Pages"]["/Kids"][0]
    box = generic.ArrayObject(generic.NumberObject(n) for n in (10, 10, 90, 30))
    page["/Annots"] = generic.ArrayObject(
        [
            generic.DictionaryObject(
                {
                    generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
                    generic.pdf_name("/Subtype"): generic.pdf_name("/Text"),
                    generic.pdf_name("/Rect"): box,
                    generic.pdf_name("/Contents"): generic.TextStringObject("tillägg"),
                }
            )
        ]
    )
    writer.update_container(page)


def other_words(writer: IncrementalPdfFileWriter) -> None:
    """Let the first page say something else."""
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"% annat"))
    writer.update_container(page)


def test_the_frozen_document_with_one_signature(signed: bytes) -> None:
    verdict = verify(signed, FROZEN)
    assert verdict.same_document
    assert verdict.problem == verdict.refusal == ""
    (signer,) = verdict.signers
    assert (signer.name, signer.issuer, signer.problem) == ("Karin Ek", SERVICE, "")
    assert signer.identity == "19800101-••••"
    assert datetime.fromisoformat(signer.signed_at) == SIGNED_AT
    assert not signer.stamped
    assert not signer.trusted  # no issuer is known unless a person says so


def test_an_issuer_that_a_person_trusts(signed: bytes) -> None:
    (signer,) = verify(signed, FROZEN, [identity().der]).signers
    assert signer.trusted
    stranger = identity("Någon annan utfärdare")
    assert not verify(signed, FROZEN, [stranger.der]).signers[0].trusted


def test_each_signs_after_the_other() -> None:
    service = Service(stamps=True, stamped_at=datetime(2027, 5, 21, 8, tzinfo=UTC))
    once = service.sign(FROZEN, KARIN)
    twice = service.sign(once, identity("Sand, Olle", given="Olle", surname="Sand"))
    verdict = verify(twice, FROZEN)
    assert verdict.same_document
    assert [(s.name, s.stamped, s.problem) for s in verdict.signers] == [
        ("Karin Ek", True, ""),
        ("Olle Sand", True, ""),
    ]
    assert verdict.signers[0].signed_at == "2027-05-21T08:00:00+00:00"  # not what the signer's clock says


def test_a_byte_that_was_changed(signed: bytes) -> None:
    at = len(FROZEN) + 40
    within = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    words = signed.replace(b"% Protokoll 1", b"% Protokall 1")
    assert words != signed
    verdict = verify(words, FROZEN)
    assert (verdict.same_document, verdict.problem) == (False, signed_pdf.REWRITTEN)
    assert verdict.signers[0].problem == "Filen har ändrats efter underskriften."
    broken = verify(within, FROZEN)
    assert broken.refusal or not broken.same_document or broken.signers[0].problem


@pytest.mark.parametrize("change", [note, other_words])
def test_what_is_added_after_a_signature(
    signed: bytes, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    verdict = verify(appended(signed, change), FROZEN)
    assert (verdict.same_document, verdict.problem) == (False, signed_pdf.ADDED_TO)
    assert verdict.signers[0].problem.startswith("Filen har ändrats efter underskriften, på annat sätt")


@pytest.mark.parametrize("change", [note, other_words])
def test_what_is_added_before_the_signature(change: Callable[[IncrementalPdfFileWriter], None]) -> None:
    """The signature holds, but what was signed is not what was frozen."""
    verdict = verify(Service().sign(appended(FROZEN, change), KARIN), FROZEN)
    assert (verdict.same_document, verdict.problem) == (False, signed_pdf.ADDED_TO)
    assert verdict.signers[0].problem == ""


def test_another_document_and_one_that_the_service_made_anew() -> None:
    other = verify(Service().sign(plain_pdf("Kallelse"), KARIN), FROZEN)
    with pikepdf.open(io.BytesIO(FROZEN)) as source:
        source.add_blank_page()  # the service's page with a log
        out = io.BytesIO()
        source.save(out)
    anew = verify(Service().sign(out.getvalue(), KARIN), FROZEN)
    for verdict in (other, anew):
        assert (verdict.same_document, verdict.problem) == (False, signed_pdf.REWRITTEN)
        assert [(s.name, s.problem) for s in verdict.signers] == [("Karin Ek", "")]


def test_a_drawn_picture_is_no_signature(signed: bytes) -> None:
    drawn = appended(FROZEN, other_words)
    refusals = {
        drawn: signed_pdf.UNSIGNED,
        FROZEN: signed_pdf.STILL_FROZEN,
        b"": signed_pdf.NO_PDF,
        b"PK\3\4 word/document.xml": signed_pdf.NO_PDF,
        b"%PDF-1.7\n%%EOF": signed_pdf.DAMAGED,
        signed[: len(signed) - 300]: signed_pdf.DAMAGED,
        pdf(password="hemligt"): signed_pdf.PROTECTED,
        pdf(password="", owner="ägare"): signed_pdf.PROTECTED,
    }
    for data, words in refusals.items():
        assert verify(data, FROZEN) == Verdict(refusal=words)


def test_a_signature_that_cannot_be_read(signed: bytes) -> None:
    start = signed.index(b"/Contents <", len(FROZEN)) + len(b"/Contents <")
    damaged = signed[:start] + b"00" * 40 + signed[start + 80 :]
    (signer,) = verify(damaged, FROZEN).signers
    assert signer.problem == "Underskriften är skadad och kan inte läsas."


def test_a_certificate_that_had_run_out() -> None:
    signed = Service().sign(FROZEN, identity("Gamla Ek", valid=(2021, 2026)))
    verdict = verify(signed, FROZEN, [identity().der])
    assert verdict.same_document
    assert verdict.signers[0].problem == "Certifikatet gällde inte när underskriften gjordes."
    assert not verdict.signers[0].trusted
    in_time = Service(when=datetime(2025, 3, 1, tzinfo=UTC)).sign(
        FROZEN, identity("Gamla Ek", valid=(2021, 2026))
    )
    assert verify(in_time, FROZEN, [identity().der]).signers[0].trusted  # although it has run out since


def test_the_day_of_birth_alone_is_left_of_a_personnummer() -> None:
    assert masked("PNOSE-19800101-2389") == "PNOSE-19800101-••••"
    assert masked("Karin Ek 800161+2389") == "Karin Ek 800161-••••"  # samordningsnummer
    assert masked("SE2321000016-1A2B") == "SE2321000016-1A2B"  # an organisationsnummer is no person's


def test_files_of_certificates() -> None:
    both = identity().pem + identity("Någon annan utfärdare").pem
    assert [i.name for i in read_issuers(both)] == [SERVICE, "Någon annan utfärdare"]
    assert read_issuers(identity().der)[0].valid_to.year == 2040
    for wrong in (b"", b"hej", FROZEN, b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"):
        with pytest.raises(RuleBroken, match="certifikat"):
            read_issuers(wrong)
