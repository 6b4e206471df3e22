"""An item of the föredragningslista with everything that hangs on it, as read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .delegation import DelegatedDecision
from .frozen import frozen
from .origin import Origin
from .records import (
    AgendaItem,
    Conversion,
    Matter,
    Memorandum,
    Recipient,
    StoredFile,
    SupportingDocument,
    TextBlock,
    TextRole,
)
from .texts import Draft, drafts_of


@frozen
class DocumentView:
    """A supporting document with its file and the pages made of it (None = not yet converted).

    `withheld`: the edition leaves it out whole, and a page says so. `page_texts` are what its pages say,
    where somebody has asked for them.
    """

    document: SupportingDocument
    file: StoredFile
    conversion: Conversion | None = None
    withheld: bool = False
    left_out: tuple[int, ...] = ()  # pages (from 1) that the edition leaves out; a page says so for each
    page_texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ItemView:
    """An item of the list with everything that hangs on it."""

    item: AgendaItem
    matter: Matter | None = None
    blocks: tuple[TextBlock, ...] = ()
    documents: tuple[DocumentView, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    memorandum: Memorandum | None = None
    delegated: tuple[DelegatedDecision, ...] = ()  # the decisions that are reported here
    origin: Origin | None = None  # where it was carried over from

    @property
    def diary_number(self) -> str:
        """The ärende's diarienummer, verbatim, or nothing."""
        return self.matter.diary_number if self.matter else ""

    @property
    def printed_memorandum(self) -> Memorandum | None:
        """The FöredragningsPM as the program prints it; none where its attached original goes out instead."""
        if self.memorandum is None or self.memorandum.document_id in {d.document.id for d in self.documents}:
            return None
        return self.memorandum

    @property
    def has_papers(self) -> bool:
        """Whether the packet has pages of it besides the list."""
        return bool(self.documents or self.delegated or self.memorandum)

    @cached_property
    def _texts(self) -> dict[TextRole, tuple[Draft, ...]]:
        roles = {b.role for b in self.blocks}
        return {role: drafts_of(b for b in self.blocks if b.role is role) for role in roles}

    def text(self, role: TextRole) -> tuple[Draft, ...]:
        """Return the item's own text of that role."""
        return self._texts.get(role, ())
