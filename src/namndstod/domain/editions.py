"""Editions of a meeting's papers: what each of them leaves out, taken away before any paper is built.

Secrecy is a matter of whole ärenden and §§ (OSL; rule 42) and of marked words; personuppgifter of marked
words (rule 41). An edition is a view of the meeting in which what is left out does not exist any more, so
that no builder can print it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Final, TypeVar

from .frozen import frozen
from .items import DocumentView, ItemView
from .marks import passages
from .masking import Words, cleaned, masked
from .records import (
    SECTION_ROLES,
    AgendaItem,
    BlockKind,
    MarkKind,
    Matter,
    Outcome,
    Section,
    StoredFile,
    TextBlock,
    TextRole,
)
from .texts import Draft
from .view import MeetingView, SectionView

T = TypeVar("T")

SECRET_HEADING: Final = "Ärende med sekretess"
"""What a secret ärende is called where it has no neutral heading of its own."""
SECRET_DOCUMENT: Final = "Handling med sekretess"
PERSONAL_DOCUMENT: Final = "Handling med personuppgifter"


class Edition(StrEnum):
    """For whom papers are made."""

    COMPLETE = "complete"
    WITHOUT_SECRET = "without_secret"  # for who may not see what is secret; personuppgifter stand
    PUBLIC = "public"  # for the web: neither what is secret nor personuppgifter
    SECRET_ONLY = "secret_only"  # the secret ärenden alone


def edition_of(view: MeetingView, edition: Edition) -> MeetingView:
    """Return the meeting as the edition shows it. All papers are built from that view as from any other."""
    match edition:
        case Edition.COMPLETE:
            return view
        case Edition.SECRET_ONLY:
            return replace(view, items=tuple(i for i in view.items if i.item.secret))
        case Edition.WITHOUT_SECRET:
            return _Redactor(view, frozenset({MarkKind.SECRET}), public=False).view()
        case Edition.PUBLIC:
            return _Redactor(view, frozenset({MarkKind.SECRET, MarkKind.PERSONAL}), public=True).view()


def open_part(view: MeetingView) -> MeetingView:
    """Return the meeting as the ordinary protokoll tells of it: secret §§ stand in a part of their own."""
    if not any(s.secret for s in view.sections):
        return view
    return _Redactor(view, frozenset(), public=False, leads_to="Se protokollets sekretessdel.").view()


def has_secret(view: MeetingView) -> bool:
    """Whether there is anything for a secret packet or a secret part of the protokoll."""
    return any(i.item.secret for i in view.items) or any(s.secret for s in view.stored_sections)


def shown_title(item: ItemView) -> str:
    """Return an item's heading for lists, window titles and file names: a secret one's is neutral."""
    return neutral(item.item.neutral_heading) if item.item.secret else item.item.title


def shown_heading(section: SectionView) -> str:
    """Return the heading of a §, as `shown_title` does."""
    return neutral(section.neutral_heading) if section.secret else section.heading


def heading_of(section: Section, item: AgendaItem | None) -> str:
    """Return what a § is called in lists, from its records alone."""
    if item.secret if item else section.secret:
        return neutral(item.neutral_heading if item else section.neutral_heading)
    return section.heading or (item.title if item else "")


def matter_title(matter: Matter, items: Iterable[AgendaItem]) -> str:
    """Return what an ärende is called in lists; `items` are those it has stood as, earliest first.

    It stays neutral where it was secret at any meeting: that it came back openly does not make its past open.
    """
    secret = [item for item in items if item.secret]
    return neutral(secret[-1].neutral_heading) if secret else matter.title


def neutral(heading: str) -> str:
    """Return a neutral heading, or what stands where none was given."""
    return heading.strip() or SECRET_HEADING


def swept(value: T, view: MeetingView) -> T:
    """Return a content tree (or part of a packet) without the words that the view's edition takes out.

    Builders join words that stand apart in the view, a name and a party for one.
    """
    return cleaned(value, Words(view.withheld_words))


@frozen
class Removed:
    """Words that an edition takes out: where they were marked, and what they are."""

    item_id: str | None
    section_id: str | None
    role: TextRole
    words: str


def removed_passages(view: MeetingView, edition: Edition) -> tuple[Removed, ...]:
    """Return the marked words that the edition takes out of texts that it shows otherwise."""
    kinds = {MarkKind.SECRET} if edition is Edition.WITHOUT_SECRET else {MarkKind.SECRET, MarkKind.PERSONAL}
    if edition in (Edition.COMPLETE, Edition.SECRET_ONLY):
        return ()
    return tuple(_removed(view, kinds))


def marked_words(view: MeetingView) -> Words:
    """Return all words that are marked anywhere in the meeting, as secret or personal."""
    return Words.of(removed.words for removed in removed_passages(view, Edition.PUBLIC))


def _removed(view: MeetingView, kinds: Collection[MarkKind]) -> Iterator[Removed]:
    for item in view.items:
        for role in TextRole:
            for draft in item.text(role):
                yield from (Removed(item.item.id, None, role, w) for w in passages(draft, kinds))
    for section in view.sections:
        item_id = section.section.item_id
        for role in SECTION_ROLES:
            for draft in section.parts[role].drafts:
                yield from (Removed(item_id, section.section.id, role, w) for w in passages(draft, kinds))


class _Redactor:
    """Takes out of a meeting what is marked with `kinds`, and the secret ärenden and §§ whole."""

    def __init__(
        self, view: MeetingView, kinds: frozenset[MarkKind], *, public: bool, leads_to: str = ""
    ) -> None:
        self.source = view
        self.kinds = kinds
        self.public = public
        self.leads_to = leads_to
        self.hidden = frozenset(s.section.id for s in view.sections if s.secret)

    def view(self) -> MeetingView:
        """Return what is left."""
        source = self.source
        shown = frozenset(s.section.id for s in source.sections) - self.hidden
        made = replace(
            source,
            items=tuple(self._item(item) for item in source.items),
            stored_sections=tuple(self._stored(s) for s in source.stored_sections),
            section_blocks=tuple(b for section in source.sections for b in self._blocks(section)),
            events=tuple(replace(e, reason="") if e.section_id in self.hidden else e for e in source.events),
            adjournments=tuple(
                replace(a, purpose="") if a.section_id in self.hidden else a for a in source.adjournments
            ),
            deliberations={i: said for i, said in source.deliberations.items() if i in shown},
            corrections=tuple(c for c in source.corrections if c.section_id not in self.hidden),
            dispatches=tuple(d for d in source.dispatches if d.section_id in shown),
        )
        if self.leads_to:
            return made
        made = replace(made, papers=(), signed_files=(), draft_notes=(), waivers=(), lost_marks=())
        return self._swept(self._for_everybody(made) if self.public else made)

    def _for_everybody(self, view: MeetingView) -> MeetingView:
        """Leave out what the program knows of people that no paper for the web needs."""
        return replace(
            view,
            replies=(),
            people={i: replace(p, email="", phone="") for i, p in view.people.items()},
            dispatches=tuple(replace(d, address="") for d in view.dispatches),
        )

    # --- the same words elsewhere --------------------------------------------------------------------

    def _swept(self, view: MeetingView) -> MeetingView:
        """Take marked words out wherever they stand: long ones anywhere, short ones in the same ärende."""
        by_owner: dict[str, list[str]] = {}
        for found in _removed(self.source, self.kinds):
            by_owner.setdefault(found.item_id or found.section_id or "", []).append(found.words)
        everywhere = Words.of([w for words in by_owner.values() for w in words] + list(self._names()))
        owners = {s.section.id: s.section.item_id or s.section.id for s in self.source.sections}
        words = {owner: Words.of(found) for owner, found in by_owner.items()}

        def here(value: T, section_id: str | None) -> T:
            return cleaned(value, words.get(owners.get(section_id or "", ""), Words()))

        swept = replace(
            view,
            items=tuple(cleaned(i, words.get(i.item.id, Words())) for i in view.items),
            stored_sections=tuple(here(s, s.id) for s in view.stored_sections),
            section_blocks=tuple(here(b, b.section_id) for b in view.section_blocks),
            deliberations={i: here(said, i) for i, said in view.deliberations.items()},
            corrections=tuple(here(c, c.section_id) for c in view.corrections),
            dispatches=tuple(here(d, d.section_id) for d in view.dispatches),
        )
        return replace(cleaned(swept, everywhere.long), withheld_words=everywhere.long.phrases)

    def _names(self) -> Iterator[str]:
        """The headings that are replaced, where they are more than one word that any text may hold."""
        headings = [i.item.title for i in self.source.items if self._neutral(i) is not None]
        headings += [s.section.heading for s in self.source.sections if s.section.id in self.hidden]
        kept = {self._neutral(i) for i in self.source.items} | {SECRET_HEADING}
        kept |= {neutral(s.neutral_heading) for s in self.source.sections}
        return (h for h in headings if len(h.split()) > 1 and h not in kept)

    # --- ärenden and their documents ---------------------------------------------------------------

    def _neutral(self, item: ItemView) -> str | None:
        """Return what the item is called instead of its own heading; None where that stands."""
        given = item.item.neutral_heading.strip()
        if item.item.secret:
            return given or SECRET_HEADING
        return given if given and self.public else None

    def _item(self, item: ItemView) -> ItemView:
        heading = self._neutral(item)
        if item.item.secret:
            return self._hidden_item(item, neutral(item.item.neutral_heading))
        record = item.item
        matter = item.matter
        if heading is not None:
            record = replace(record, title=heading)
            matter = replace(matter, title=heading) if matter else None
        delegated = item.delegated
        if self.public and delegated:
            from .delegation_lists import public_edition  # not before something is published

            delegated = tuple(public_edition(d) for d in delegated)
        return replace(
            item,
            item=record,
            matter=matter,
            blocks=tuple(_block(b, self.kinds) for b in item.blocks),
            documents=tuple(self._document(d) for d in item.documents),
            recipients=tuple(replace(r, address="") if self.public else r for r in item.recipients),
            delegated=delegated,
        )

    def _hidden_item(self, item: ItemView, heading: str) -> ItemView:
        record, matter = item.item, item.matter
        told = TextBlock(
            id=f"hidden:{record.id}",
            role=TextRole.POINTS,
            kind=BlockKind.PARAGRAPH,
            position=1,
            item_id=record.id,
            edited=self._why(record.secrecy_ground, "Ärendet"),
        )
        return ItemView(
            item=replace(record, title=heading, presenters=()),
            matter=replace(matter, title=heading, external_diary_number="") if matter else None,
            blocks=(told,),
            documents=tuple(withheld(d, SECRET_DOCUMENT) for d in item.documents),
        )

    def _document(self, view: DocumentView) -> DocumentView:
        """Return a document whole, with the pages that are left out, or as a page that says so."""
        document = view.document
        if self.leads_to:
            return view
        secret = bool(document.secrecy_ground)
        marked = secret or document.personal
        applies = secret or (self.public and (document.personal or bool(document.withheld_pages)))
        if view.withheld or (applies and marked and not document.withheld_pages):
            return withheld(view, SECRET_DOCUMENT if secret else PERSONAL_DOCUMENT)
        left_out = document.withheld_pages if applies else ()
        return replace(
            view,
            document=replace(document, withheld_pages=left_out, original_name=document.title),
            left_out=left_out,
        )

    # --- §§ ----------------------------------------------------------------------------------------

    def _stored(self, section: Section) -> Section:
        if section.id not in self.hidden:
            named = section.neutral_heading.strip() if self.public and section.item_id is None else ""
            own = self._own_heading(section)
            return replace(section, heading=named or own)
        outcome = section.outcome if section.outcome is Outcome.WITHDRAWN else None
        heading = "" if section.item_id else neutral(section.neutral_heading)
        return replace(section, heading=heading, outcome=outcome, initiative_by=None)

    def _own_heading(self, section: Section) -> str:
        """A § of an ärende with a neutral heading is called by that."""
        item = self.source.item(section.item_id or "")
        return "" if item is not None and self._neutral(item) is not None else section.heading

    def _blocks(self, section: SectionView) -> Iterable[TextBlock]:
        """Return every part of a § as fixed text: nothing is written anew from what was taken away."""
        section_id = section.section.id
        if section_id in self.hidden:
            ground = (
                section.item.item.secrecy_ground if section.item else section.section.secrecy_ground
            ).strip()
            told = Draft(BlockKind.PARAGRAPH, self._why(ground, "Paragrafen"))
            texts: dict[TextRole, tuple[Draft, ...]] = {TextRole.ATTENDANCE: (told,)}
        else:
            parts = section.parts
            texts = {r: tuple(masked(d, self.kinds) for d in parts[r].drafts) for r in SECTION_ROLES}
        for role in SECTION_ROLES:
            drafts = texts.get(role) or (Draft(BlockKind.PARAGRAPH, ""),)
            yield from _fixed(section_id, role, drafts)

    def _why(self, ground: str, what: str) -> str:
        source = f" enligt {ground}" if ground else ""
        told = f"{what} omfattas av sekretess{source}"
        return f"{told}. {self.leads_to}" if self.leads_to else f"{told} och ingår inte i den här utgåvan."


def withheld(view: DocumentView, title: str) -> DocumentView:
    """Return a document of which nothing is left but that there is one."""
    document = replace(view.document, title=title, original_name=title, file_id="", withheld_pages=())
    file = StoredFile(id="", sha256="", size=0, media_type="")
    return DocumentView(document, file, None, withheld=True)


def _block(block: TextBlock, kinds: Collection[MarkKind]) -> TextBlock:
    """Return a stored block of an item with its marked words taken out, and no other version beside it."""
    draft = masked(Draft(block.kind, block.text, 0, block.marks, block.rows), kinds)
    return replace(block, generated=None, edited=draft.text, marks=draft.marks, rows=draft.rows)


def _fixed(section_id: str, role: TextRole, drafts: Iterable[Draft]) -> Iterator[TextBlock]:
    """Yield drafts as blocks of a person's own, parents before children."""
    parents: list[str | None] = []
    for position, draft in enumerate(drafts, 1):
        del parents[draft.depth :]
        parents.extend([None] * (draft.depth - len(parents)))
        key = f"fixed:{section_id}:{role}:{position}"
        yield TextBlock(
            id=key,
            role=role,
            kind=draft.kind,
            position=position,
            section_id=section_id,
            parent_id=next((p for p in reversed(parents) if p is not None), None),
            edited=draft.text,
            marks=draft.marks,
            rows=draft.rows,
        )
        parents.append(key)
