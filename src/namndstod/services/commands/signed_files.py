"""Signed files of the minutes: taken in, verified again, removed, and their signatures noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain import signed_files
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.records import Meeting, MeetingState, SignedFile, Signer, new_id
from namndstod.services.reading import meeting_view

from .base import Command, Desk
from .signing import Sign


@dataclass(frozen=True)
class TakeInSigned(Command):
    """A signed file of the frozen minutes has come back; `file_sha` is a kept file."""

    label: ClassVar[str] = "ta emot undertecknad fil"
    meeting_id: str
    file_sha: str
    same_document: bool
    problem: str
    signers: tuple[Signer, ...]

    def run(self, desk: Desk) -> str:
        """Return the id of the signed file. Refused unless the minutes are frozen and it is a new one."""
        view = meeting_view(desk.work, self.meeting_id)
        paper = signed_files.frozen_minutes(view)
        if paper is None:
            raise RuleBroken(
                "Protokollet är inte skickat för underskrift: det finns inget låst protokoll att jämföra med."
            )
        if any(f.file_sha == self.file_sha for f in signed_files.files(view)):
            raise RuleBroken("Filen är redan mottagen.", field="signed_file")
        if view.meeting.state is MeetingState.APPROVED and not self.same_document:
            raise Refused(f"Protokollet är justerat. {self.problem}", source="KL 5 kap. 69 §")
        taken = SignedFile(
            id=new_id(),
            meeting_id=self.meeting_id,
            paper_id=paper.id,
            file_sha=self.file_sha,
            taken_in_at=desk.now,
            same_document=self.same_document,
            problem=self.problem,
            signers=self.signers,
        )
        return desk.work.add(taken).id


@dataclass(frozen=True)
class JudgeSigned(Command):
    """A signed file was verified again: trusted issuers may have been added since."""

    label: ClassVar[str] = "verifiera undertecknad fil"
    signed_file_id: str
    same_document: bool
    problem: str
    signers: tuple[Signer, ...]

    def run(self, desk: Desk) -> None:
        """Store what the verification gave now."""
        file = desk.work.get(SignedFile, self.signed_file_id)
        desk.work.change(file, same_document=self.same_document, problem=self.problem, signers=self.signers)


@dataclass(frozen=True)
class RemoveSigned(Command):
    """A signed file is taken away again: it was the wrong one."""

    label: ClassVar[str] = "ta bort undertecknad fil"
    signed_file_id: str

    def run(self, desk: Desk) -> None:
        """Remove it. Refused after justering, which it may be the ground of."""
        file = desk.work.get(SignedFile, self.signed_file_id)
        if desk.work.get(Meeting, file.meeting_id).state is MeetingState.APPROVED and file.same_document:
            raise Refused(
                "Protokollet är justerat. Den undertecknade filen hör till det och tas inte bort.",
                source="KL 5 kap. 69 §",
            )
        desk.work.remove(file)


@dataclass(frozen=True)
class SignByFile(Command):
    """The signatures of a signed file are noted, each with its day; the last one's is that of justering."""

    label: ClassVar[str] = "anteckna underskrifterna i filen"
    signed_file_id: str

    def run(self, desk: Desk) -> None:
        """Note those that hold and are recognised. Refused when there is none that is not noted yet."""
        file = desk.work.get(SignedFile, self.signed_file_id)
        view = meeting_view(desk.work, file.meeting_id)
        if file not in signed_files.files(view):
            raise RuleBroken("Filen hör till ett protokoll som har återkallats.", field="signed_file")
        if not file.same_document:
            raise RuleBroken(file.problem, field="signed_file")
        found = signed_files.to_note(view, file)
        if not found:
            raise RuleBroken("Filen har ingen underskrift som inte redan är antecknad.", field="signed_file")
        for person_id, day in found.items():
            Sign(file.meeting_id, person_id, day).run(desk)
