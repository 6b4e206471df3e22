"""Saying what is secret or personal: marked words, pages of documents, and marks that were lost.

Marks change no word, so they can be set after justering too: the web version is made of justerade minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.marks import SECRECY, places, readable, with_mark
from namndstod.domain.records import LostMark, Mark, MarkKind, SupportingDocument, TextBlock, TextRole
from namndstod.domain.texts import Draft, drafts_of, fingerprint

from .base import Command, Desk
from .texts import section_part, store_section_text, store_text


@dataclass(frozen=True)
class MarkText(Command):
    """Mark words of a text as secret or personal, or take marks away; the words stay as they are.

    `drafts` are the text with its marks. Exactly one of `item_id` and `section_id` is given.
    """

    label: ClassVar[str] = "markera för maskering"
    role: TextRole
    drafts: tuple[Draft, ...]
    item_id: str | None = None
    section_id: str | None = None

    def run(self, desk: Desk) -> None:
        """Store the marks. Raises RuleBroken when the text reads otherwise by now."""
        stands = _text(desk, self.role, self.item_id, self.section_id)
        if fingerprint(stands) != fingerprint(self.drafts):
            raise RuleBroken("Texten har ändrats sedan dess: markera igen.")
        wanted = tuple(
            replace(old, marks=_marks(old, new)) for old, new in zip(stands, self.drafts, strict=True)
        )
        _store(desk, self.role, stands, wanted, self.item_id, self.section_id)


@dataclass(frozen=True)
class MarkWords(Command):
    """Mark certain words wherever they stand in a text («Maskera» of Kontroll)."""

    label: ClassVar[str] = "markera för maskering"
    role: TextRole
    words: str
    kind: MarkKind
    item_id: str | None = None
    section_id: str | None = None

    def run(self, desk: Desk) -> None:
        """Store the marks. Raises RuleBroken when the words are gone."""
        stands = _text(desk, self.role, self.item_id, self.section_id)
        wanted = tuple(with_mark(d, self.kind, places(readable(d), self.words)) for d in stands)
        if wanted == stands:
            raise RuleBroken("Orden finns inte längre i texten.")
        _store(desk, self.role, stands, wanted, self.item_id, self.section_id)


@dataclass(frozen=True)
class WithholdPages(Command):
    """Leave pages of a document out of the web version (or of what they are secret for)."""

    label: ClassVar[str] = "undanta sidor"
    document_id: str
    pages: tuple[int, ...]  # from 1

    def run(self, desk: Desk) -> None:
        """Add the pages. A document that was secret or personal as a whole stays so."""
        document = desk.work.get(SupportingDocument, self.document_id)
        whole = (bool(document.secrecy_ground) or document.personal) and not document.withheld_pages
        if not whole:
            pages = tuple(sorted({*document.withheld_pages, *self.pages}))
            desk.work.change(document, withheld_pages=pages)


@dataclass(frozen=True)
class DropLostMark(Command):
    """The rewritten text has been read: what the lost marks said needs no mark in it."""

    label: ClassVar[str] = "texten är genomläst"
    section_id: str
    role: TextRole

    def run(self, desk: Desk) -> None:
        """Remove the notes of lost marks."""
        for mark in desk.work.find(LostMark, section_id=self.section_id, role=self.role):
            desk.work.remove(mark)


def _marks(old: Draft, new: Draft) -> tuple[Mark, ...]:
    """Return the emphasis that stands, and what is secret or personal as it is wanted."""
    kept = [m for m in old.marks if m.kind not in SECRECY]
    marks = [*kept, *(m for m in new.marks if m.kind in SECRECY)]
    return tuple(sorted(marks, key=lambda m: (m.start, m.end, m.kind)))


def _text(desk: Desk, role: TextRole, item_id: str | None, section_id: str | None) -> tuple[Draft, ...]:
    if section_id is not None:
        return section_part(desk, section_id, role).drafts
    return drafts_of(desk.work.find(TextBlock, item_id=item_id, role=role))


def _store(
    desk: Desk,
    role: TextRole,
    stands: tuple[Draft, ...],
    wanted: tuple[Draft, ...],
    item_id: str | None,
    section_id: str | None,
) -> None:
    """Store the marks of `wanted`: on the blocks that there are, or on the program's text, now stored."""
    if all(draft.id is not None for draft in stands):
        for old, new in zip(stands, wanted, strict=True):
            if old.marks != new.marks:
                desk.work.change(desk.work.get(TextBlock, old.id or ""), marks=new.marks)
    elif section_id is not None:
        store_section_text(desk, section_id, role, wanted, section_part(desk, section_id, role))
    else:
        store_text(desk, wanted, role, item_id=item_id)
