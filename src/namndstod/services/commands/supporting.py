"""Supporting documents (beslutsunderlag) of an item. The files themselves are stored before the command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain.records import AgendaItem, Memorandum, StoredFile, SupportingDocument, new_id

from .base import Command, Desk, moved


@dataclass(frozen=True)
class IncomingFile:
    """A file that lies among the binder's files: SHA-256, size in bytes, type, and its name as it came."""

    sha256: str
    size: int
    media_type: str
    original_name: str
    title: str = ""


@dataclass(frozen=True)
class AttachFiles(Command):
    """Attach files to an item, last in its list and in the order given."""

    label: ClassVar[str] = "bifoga handlingar"
    item_id: str
    files: tuple[IncomingFile, ...]

    def run(self, desk: Desk) -> None:
        """Link the files; the same content is stored once whatever its names."""
        desk.work.get(AgendaItem, self.item_id)
        position = len(desk.work.find(SupportingDocument, item_id=self.item_id))
        for incoming in self.files:
            stored = stored_file(desk, incoming)
            position += 1
            desk.work.add(
                SupportingDocument(
                    id=new_id(),
                    item_id=self.item_id,
                    file_id=stored.id,
                    position=position,
                    title=incoming.title or speaking_title(incoming.original_name),
                    original_name=incoming.original_name,
                    added_by=desk.person,
                    added_at=desk.now,
                )
            )


def stored_file(desk: Desk, incoming: IncomingFile) -> StoredFile:
    """Return the record of a file, which is made when its content is new to the binder."""
    known = desk.work.first(StoredFile, sha256=incoming.sha256)
    return known or desk.work.add(
        StoredFile(id=new_id(), sha256=incoming.sha256, size=incoming.size, media_type=incoming.media_type)
    )


@dataclass(frozen=True)
class MoveDocument(Command):
    """Move a document to another place (1, 2 …) in its item, or to another item."""

    label: ClassVar[str] = "flytta handling"
    document_id: str
    position: int
    item_id: str | None = None

    def run(self, desk: Desk) -> None:
        """Give the documents their new places."""
        document = desk.work.get(SupportingDocument, self.document_id)
        target = self.item_id or document.item_id
        if target != document.item_id:
            siblings = desk.work.find(SupportingDocument, item_id=document.item_id)
            document = desk.work.change(document, item_id=target)
            _place(desk, [d for d in siblings if d.id != document.id])
        there = [d for d in desk.work.find(SupportingDocument, item_id=target) if d.id != document.id]
        _place(desk, moved([*there, document], document.id, self.position - 1))


@dataclass(frozen=True)
class RemoveDocument(Command):
    """Take a document off its item; the file stays as long as the journal refers to it."""

    label: ClassVar[str] = "ta bort handling"
    document_id: str

    def run(self, desk: Desk) -> None:
        """Remove the link and close the gap."""
        document = desk.work.get(SupportingDocument, self.document_id)
        siblings = desk.work.find(SupportingDocument, item_id=document.item_id)
        for memorandum in desk.work.find(Memorandum, document_id=document.id):
            desk.work.change(memorandum, document_id=None)
        desk.work.remove(document)
        _place(desk, [d for d in siblings if d.id != document.id])


def _place(desk: Desk, documents: list[SupportingDocument]) -> None:
    for position, document in enumerate(documents, 1):
        current = desk.work.get(SupportingDocument, document.id)
        if current.position != position:
            desk.work.change(current, position=position)


def speaking_title(name: str) -> str:
    """Return a title from a file name: without suffix and leading number, with spaces between words."""
    stem = name.rsplit(".", 1)[0] if "." in name else name
    words = stem.replace("_", " ").strip()
    if " " not in words:
        words = words.replace("-", " ")
    bare = words.lstrip("0123456789").lstrip(" -.")
    return (bare or words)[:1].upper() + (bare or words)[1:]
