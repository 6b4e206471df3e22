"""Signed files of frozen minutes: verified by the worker, kept, and the issuers that the binder trusts."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from namndstod.domain import signed_files
from namndstod.domain.errors import FileVanished, RuleBroken
from namndstod.domain.records import Paper, Setting, SignedFile

from .commands.settings import SetSetting
from .commands.signed_files import JudgeSigned, TakeInSigned
from .reading import meeting_view
from .session import Outcome, Session
from .worker_client import VerifiedFile, WorkerClient

MOST_BYTES = 500_000_000
"""No signed file is larger."""

_KEY = "trusted_issuers"


class SignedFiles:
    """Takes in signed files. All of it is slow: call it off the UI thread."""

    def __init__(self, session: Session, worker: WorkerClient) -> None:
        self._session = session
        self._worker = worker

    def take_in(self, meeting_id: str, path: Path) -> Outcome:
        """Verify a signed file and keep it with what was found.

        Raises RuleBroken when it is no PDF with an electronic signature, and FileVanished.
        """
        try:
            large = path.stat().st_size > MOST_BYTES
            data = b"" if large else path.read_bytes()
        except OSError as error:
            raise FileVanished(f"”{path.name}” går inte att läsa.", way_on="Välj filen igen.") from error
        if large:
            raise RuleBroken("Filen är för stor för att vara protokollet.", field="signed_file")
        view = self._session.ask(meeting_view, meeting_id)
        paper = signed_files.frozen_minutes(view)
        if paper is None:
            raise RuleBroken("Protokollet är inte skickat för underskrift.", field="signed_file")
        found = self._verify(data, paper)
        kept = self._session.binder.files.keep(data)
        return self._session.do(
            TakeInSigned(meeting_id, kept.sha256, found.same_document, found.problem, found.signers)
        )

    def verify_again(self, file: SignedFile) -> Outcome:
        """Verify a kept signed file again, with the issuers that are trusted now."""
        with self._session.reading() as reader:
            paper = reader.get(Paper, file.paper_id)
        found = self._verify(self.read(file.file_sha), paper)
        return self._session.do(JudgeSigned(file.id, found.same_document, found.problem, found.signers))

    def read(self, sha256: str) -> bytes:
        """Return a kept file: the frozen protokoll, or one that came back. Raises FileVanished."""
        return self._session.binder.files.read(sha256, verify=True)

    def _verify(self, data: bytes, paper: Paper) -> VerifiedFile:
        frozen = self.read(paper.pdf_sha)
        found = self._worker.verify(data, frozen, [i.der for i in trusted_issuers(self._session)])
        if found.refusal:
            raise RuleBroken(found.refusal, field="signed_file")
        return found


@dataclass(frozen=True, slots=True)
class TrustedIssuer:
    """An issuer of certificates that the binder trusts (betrodd utfärdare); `der` is its certificate."""

    name: str
    valid_to: date
    der: bytes


def trusted_issuers(session: Session) -> tuple[TrustedIssuer, ...]:
    """Return the issuers that the binder trusts, as they were added. None are shipped with the program."""
    with session.reading() as reader:
        setting = reader.first(Setting, key=_KEY)
    rows = setting.value if setting is not None else []
    return tuple(
        TrustedIssuer(r["name"], date.fromisoformat(r["valid_to"]), base64.b64decode(r["der"])) for r in rows
    )


def trust_issuers(session: Session, path: Path) -> tuple[TrustedIssuer, ...]:
    """Trust the issuers whose certificates a file holds, and return them. Raises RuleBroken, FileVanished."""
    from namndstod.exchange.certificates import MOST_BYTES as LARGEST
    from namndstod.exchange.certificates import read_issuers  # not before one is chosen

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise FileVanished(f"”{path.name}” går inte att läsa.", way_on="Välj filen igen.") from error
    known = trusted_issuers(session)
    found = tuple(TrustedIssuer(i.name, i.valid_to.date(), i.der) for i in read_issuers(data))
    new = tuple(i for i in found if i.der not in {k.der for k in known})
    if not new:
        raise RuleBroken("Utfärdaren är redan betrodd.", field="issuers")
    _store(session, (*known, *new))
    return new


def distrust_issuer(session: Session, issuer: TrustedIssuer) -> None:
    """Trust an issuer no longer; what was verified stands until it is verified again."""
    _store(session, tuple(i for i in trusted_issuers(session) if i.der != issuer.der))


def _store(session: Session, issuers: tuple[TrustedIssuer, ...]) -> None:
    rows = [
        {
            "name": i.name,
            "valid_to": i.valid_to.isoformat(),
            "der": base64.b64encode(i.der).decode("ascii"),
        }
        for i in issuers
    ]
    session.do(SetSetting(_KEY, rows))
