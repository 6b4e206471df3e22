"""A signed file of the minutes from the signing service's answer to the justering, and trusted issuers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from namndstod.domain import signed_files, signing
from namndstod.domain.errors import FileVanished, RuleBroken
from namndstod.domain.proceedings import Signature
from namndstod.domain.records import Meeting, MeetingState, PaperKind, SignedFile
from namndstod.exchange import signed_pdf
from namndstod.services.commands.signed_files import RemoveSigned, SignByFile, TakeInSigned
from namndstod.services.commands.signing import SendForSigning, WithdrawFromSigning
from namndstod.services.signed_files import (
    SignedFiles,
    distrust_issuer,
    trust_issuers,
    trusted_issuers,
)
from namndstod.services.worker_client import WorkerClient

from ..signed_files import SERVICE, Service, identity, plain_pdf
from .cases_after import SIGNED, taken_in, waive_all
from .helpers import House, made

FROZEN = plain_pdf()
AT_SIX = Service(when=Service().when.replace(year=SIGNED.year, month=SIGNED.month, day=SIGNED.day))


@pytest.fixture
def sent(house: House, meeting: str) -> str:
    """Minutes that are out for signing; the chair and a justerare sign."""
    house.approvers(meeting)
    house.hold(meeting)
    waive_all(house, meeting)
    house.session.do(SendForSigning(meeting, house.paper(PaperKind.MINUTES, FROZEN)))
    return meeting


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerClient]:
    client = WorkerClient()
    yield client
    client.close()


def chair_and_approver(house: House, meeting: str) -> list[str]:
    view = house.view(meeting)
    return [view.people[who[0]].name for who in signing.signers(view)]


def test_a_signed_file_from_the_service_to_the_justering(
    house: House, sent: str, worker: WorkerClient, tmp_path: Path
) -> None:
    desk = SignedFiles(house.session, worker)
    chair, approver = chair_and_approver(house, sent)
    once = AT_SIX.sign(FROZEN, identity(chair, serial="197001012383"))
    path = tmp_path / "undertecknat.pdf"
    path.write_bytes(once)
    desk.take_in(sent, path)
    (file,) = signed_files.files(house.view(sent))
    assert file.same_document
    assert [(s.name, s.identity, s.trusted) for s in file.signers] == [(chair, "19700101-••••", False)]
    assert house.session.binder.files.read(file.file_sha) == once
    assert len(signed_files.missing(house.view(sent), file)) == 1
    house.session.do(SignByFile(file.id))
    assert house.get(Meeting, sent).state is MeetingState.CLOSED
    with pytest.raises(RuleBroken, match="inte redan är antecknad"):
        house.session.do(SignByFile(file.id))
    with pytest.raises(RuleBroken, match="redan mottagen"):
        desk.take_in(sent, path)

    (tmp_path / "rot.pem").write_bytes(identity().pem)
    trust_issuers(house.session, tmp_path / "rot.pem")
    path.write_bytes(AT_SIX.sign(once, identity(approver)))
    desk.take_in(sent, path)
    whole = signed_files.files(house.view(sent))[0]
    assert [s.trusted for s in whole.signers] == [True, True]
    assert signed_files.missing(house.view(sent), whole) == ()
    house.session.do(SignByFile(whole.id))
    meeting = house.get(Meeting, sent)
    assert (meeting.state, meeting.approval_date) == (MeetingState.APPROVED, SIGNED)
    assert {s.signed for s in house.find(Signature, meeting_id=sent)} == {SIGNED}

    desk.verify_again(file)  # also after justering: the issuer is trusted now
    assert house.get(SignedFile, file.id).signers[0].trusted
    with pytest.raises(RuleBroken, match="hör till det"):
        house.session.do(RemoveSigned(file.id))


def test_what_is_no_signed_file_is_refused_and_not_kept(
    house: House, sent: str, worker: WorkerClient, tmp_path: Path
) -> None:
    desk = SignedFiles(house.session, worker)
    path = tmp_path / "namnteckning.pdf"
    kept = len(list(house.session.binder.files.all()))
    for data, words in (
        (plain_pdf("med en bild av en namnteckning"), signed_pdf.UNSIGNED),
        (FROZEN, signed_pdf.STILL_FROZEN),
        (b"PK\3\4", signed_pdf.NO_PDF),
    ):
        path.write_bytes(data)
        with pytest.raises(RuleBroken) as refused:
            desk.take_in(sent, path)
        assert str(refused.value) == words
    with pytest.raises(FileVanished):
        desk.take_in(sent, tmp_path / "saknas.pdf")
    assert signed_files.files(house.view(sent)) == ()
    assert len(list(house.session.binder.files.all())) == kept


def test_another_document_is_kept_with_its_verdict_until_it_is_removed(
    house: House, sent: str, worker: WorkerClient, tmp_path: Path
) -> None:
    path = tmp_path / "annat.pdf"
    path.write_bytes(AT_SIX.sign(plain_pdf("Annat"), identity(chair_and_approver(house, sent)[0])))
    SignedFiles(house.session, worker).take_in(sent, path)
    (file,) = signed_files.files(house.view(sent))
    assert (file.same_document, file.problem) == (False, signed_pdf.REWRITTEN)
    with pytest.raises(RuleBroken, match="annan handling"):
        house.session.do(SignByFile(file.id))
    house.session.do(RemoveSigned(file.id))
    assert signed_files.files(house.view(sent)) == ()


def test_signatures_are_noted_of_the_protokoll_that_is_out(house: House, sent: str) -> None:
    file = taken_in(house, sent, "Ekdal")
    house.session.do(WithdrawFromSigning(sent, "Fel bilaga."))
    with pytest.raises(RuleBroken, match="inte skickat"):
        house.session.do(TakeInSigned(sent, file.file_sha, True, "", file.signers))
    waive_all(house, sent)
    house.session.do(SendForSigning(sent, house.paper(PaperKind.MINUTES, b"%PDF-nytt")))
    with pytest.raises(RuleBroken, match="har återkallats"):
        house.session.do(SignByFile(file.id))


def test_another_document_is_not_taken_in_after_justering(house: House, meeting: str) -> None:
    house.approvers(meeting)
    house.hold(meeting)
    house.approve(meeting)
    made(house.session.do(TakeInSigned(meeting, "a" * 64, True, "", ())).result)
    with pytest.raises(RuleBroken, match="är justerat"):
        house.session.do(TakeInSigned(meeting, "b" * 64, False, "Det är en annan handling.", ()))


def test_trusted_issuers_of_the_binder(house: House, tmp_path: Path) -> None:
    path = tmp_path / "rot.cer"
    path.write_bytes(identity().der)
    (added,) = trust_issuers(house.session, path)
    assert (added.name, added.valid_to.year) == (SERVICE, 2040)
    assert trusted_issuers(house.session) == (added,)
    with pytest.raises(RuleBroken, match="redan betrodd"):
        trust_issuers(house.session, path)
    distrust_issuer(house.session, added)
    assert trusted_issuers(house.session) == ()
    house.session.undo()
    assert trusted_issuers(house.session) == (added,)
