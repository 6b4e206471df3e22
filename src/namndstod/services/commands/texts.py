"""Writing the texts of items and §§."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from namndstod.domain.comparing import compare, with_taken
from namndstod.domain.errors import NotFound
from namndstod.domain.marks import SECRECY, passages, remarked
from namndstod.domain.records import LostMark, TextBlock, TextRole, new_id
from namndstod.domain.texts import Draft, Part, Source, drafts_of, fingerprint, is_blank, punctuated
from namndstod.services.reading import section_parts

from .base import Command, Desk


@dataclass(frozen=True)
class WriteText(Command):
    """Store a text as a person left it. Exactly one of `item_id` and `section_id` is given."""

    label: ClassVar[str] = "ändra text"
    role: TextRole
    drafts: tuple[Draft, ...]
    item_id: str | None = None
    section_id: str | None = None

    def run(self, desk: Desk) -> None:
        """Replace the blocks; what the program wrote is kept beside a hand change."""
        if self.section_id is None:
            store_text(desk, self.drafts, self.role, item_id=self.item_id)
        else:
            written = section_part(desk, self.section_id, self.role)
            if written.source is Source.GENERATED and _same(written.drafts, self.drafts):
                return
            store_section_text(desk, self.section_id, self.role, self.drafts, written)

    def coalesce(self) -> str | None:
        """Typing in one text is one step."""
        return f"text:{self.item_id or self.section_id}:{self.role}"


@dataclass(frozen=True)
class TakeGenerated(Command):
    """Let the program's text stand again instead of the hand change."""

    label: ClassVar[str] = "ta programmets text"
    section_id: str
    role: TextRole

    def run(self, desk: Desk) -> None:
        """Drop what is stored; a decision is stored anew, since it is fixed at the klubba."""
        written = section_part(desk, self.section_id, self.role)
        lift_marks(desk, self.section_id, self.role, written.drafts)
        store_text(desk, (), self.role, section_id=self.section_id)
        put_back(desk, self.section_id, self.role, written.generated, always=self.role is TextRole.DECISION)


@dataclass(frozen=True)
class TakeParagraph(Command):
    """Let one paragraph stand as the program would write it now, and the others as the person left them.

    `number` counts the pairs of `domain.comparing.compare`, from 0. When nothing differs any more the text is
    the program's again.
    """

    label: ClassVar[str] = "ta programmets stycke"
    section_id: str
    role: TextRole
    number: int

    def run(self, desk: Desk) -> None:
        """Store the text with the paragraph in it. Raises NotFound when the texts have changed meanwhile."""
        written = section_part(desk, self.section_id, self.role)
        pairs = compare(written.drafts, written.generated)
        if not 0 <= self.number < len(pairs):
            raise NotFound("Texten har ändrats sedan dess: jämför igen.")
        lift_marks(desk, self.section_id, self.role, written.drafts)
        drafts = marked_again(desk, self.section_id, self.role, with_taken(pairs, self.number))
        if any(p.differs for p in compare(drafts, written.generated)):
            store_section_text(desk, self.section_id, self.role, drafts, written)
        else:
            TakeGenerated(self.section_id, self.role).run(desk)


@dataclass(frozen=True)
class KeepEdited(Command):
    """The hand-changed text stands although the facts have changed since."""

    label: ClassVar[str] = "behåll texten"
    section_id: str
    role: TextRole

    def run(self, desk: Desk) -> None:
        """Note that the text was compared with today's facts."""
        mark = fingerprint(section_part(desk, self.section_id, self.role).generated)
        for block in desk.work.find(TextBlock, section_id=self.section_id, role=self.role):
            desk.work.change(block, fingerprint=mark)


@dataclass(frozen=True)
class Punctuate(Command):
    """Set commas, «samt» and full stop of an item's clauses."""

    label: ClassVar[str] = "sätt skiljetecken"
    item_id: str

    def run(self, desk: Desk) -> None:
        """Rewrite the endings of the proposal's clauses."""
        blocks = desk.work.find(TextBlock, item_id=self.item_id, role=TextRole.PROPOSAL)
        store_text(desk, punctuated(drafts_of(blocks)), TextRole.PROPOSAL, item_id=self.item_id)


def lift_marks(desk: Desk, section_id: str, role: TextRole, drafts: tuple[Draft, ...]) -> None:
    """Note the words that are marked in a part which is about to be rewritten, as lost until found again."""
    for kind in sorted(SECRECY):
        for words in dict.fromkeys(w for draft in drafts for w in passages(draft, {kind})):
            known = desk.work.first(LostMark, section_id=section_id, role=role, kind=kind, words=words)
            if known is None and words.strip():
                desk.work.add(LostMark(id=new_id(), section_id=section_id, role=role, kind=kind, words=words))


def marked_again(desk: Desk, section_id: str, role: TextRole, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Return the drafts with all words marked that had lost their marks in this part; these are found."""
    waiting = desk.work.find(LostMark, section_id=section_id, role=role)
    drafts, lost = remarked(drafts, [(w.kind, w.words) for w in waiting])
    for mark in waiting:
        if (mark.kind, mark.words) not in lost:
            desk.work.remove(mark)
    return drafts


def put_back(desk: Desk, section_id: str, role: TextRole, drafts: tuple[Draft, ...], *, always: bool) -> None:
    """Store what the program wrote, where it holds words to be marked, or `always`."""
    again = marked_again(desk, section_id, role, drafts)
    if always or again != drafts:
        store_generated(desk, section_id, role, again)


def section_part(desk: Desk, section_id: str, role: TextRole) -> Part:
    """Return a part of a § as it stands now, with what the program would write."""
    return section_parts(desk.work, section_id)[role]


def store_text(
    desk: Desk,
    drafts: tuple[Draft, ...],
    role: TextRole,
    *,
    item_id: str | None = None,
    section_id: str | None = None,
) -> None:
    """Replace a text that belongs to a person alone. Blocks keep their ids; an empty text stores nothing."""
    if is_blank(drafts):
        drafts = ()
    _store(desk, drafts, role, item_id, section_id, {}, None)


def store_generated(desk: Desk, section_id: str, role: TextRole, drafts: tuple[Draft, ...]) -> None:
    """Store what the program wrote, so that it stands from now on (the decision at the klubba)."""
    texts: dict[int, str | None] = {n: d.text for n, d in enumerate(drafts)}
    _store(desk, drafts, role, None, section_id, texts, fingerprint(drafts))


def store_section_text(
    desk: Desk, section_id: str, role: TextRole, drafts: tuple[Draft, ...], written: Part
) -> None:
    """Store a hand change of a § beside what the program wrote for the same place."""
    if not written.generated:
        store_text(desk, drafts, role, section_id=section_id)
        return
    stored = desk.work.find(TextBlock, section_id=section_id, role=role)
    mark = next((b.fingerprint for b in stored if b.fingerprint), fingerprint(written.generated))
    originals = {b.id: b.generated for b in stored}
    # The n:th block of the editor stands for the n:th generated one until it gets a row of its own.
    texts = {
        n: originals[d.id]
        if d.id in originals
        else (written.generated[n].text if n < len(written.generated) else None)
        for n, d in enumerate(drafts)
    }
    _store(desk, drafts or (Draft(written.generated[0].kind, ""),), role, None, section_id, texts, mark)


def _store(
    desk: Desk,
    drafts: tuple[Draft, ...],
    role: TextRole,
    item_id: str | None,
    section_id: str | None,
    generated: dict[int, str | None],
    mark: str | None,
) -> None:
    owner = {"item_id": item_id} if item_id else {"section_id": section_id}
    stored = {b.id: b for b in desk.work.find(TextBlock, role=role, **owner)}
    parents: list[str | None] = []
    kept: set[str] = set()
    for position, draft in enumerate(drafts, 1):
        del parents[draft.depth :]
        parents.extend([None] * (draft.depth - len(parents)))
        parent = next((p for p in reversed(parents) if p is not None), None)
        original = generated.get(position - 1)
        values: dict[str, Any] = {
            "kind": draft.kind,
            "position": position,
            "parent_id": parent,
            "generated": original,
            "edited": None if draft.text == original else draft.text,
            "fingerprint": mark,
            "marks": draft.marks,
            "rows": draft.rows,
        }
        known = stored.get(draft.id or "")
        if known is not None and known.id not in kept:
            block = desk.work.change(known, **values)
        else:
            block = desk.work.add(
                TextBlock(id=new_id(), role=role, item_id=item_id, section_id=section_id, **values)
            )
        kept.add(block.id)
        parents.append(block.id)
    _remove_children_first(desk, [b for b in stored.values() if b.id not in kept])


def _remove_children_first(desk: Desk, blocks: list[TextBlock]) -> None:
    waiting = {b.id: b for b in blocks}
    while waiting:
        parents = {b.parent_id for b in waiting.values()}
        for block in [b for b in waiting.values() if b.id not in parents]:
            desk.work.remove(block)
            del waiting[block.id]


def _same(one: tuple[Draft, ...], other: tuple[Draft, ...]) -> bool:
    same_marks = [d.marks for d in one] == [d.marks for d in other]
    return same_marks and fingerprint(one) == fingerprint(other)
