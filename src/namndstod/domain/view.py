"""The frozen read model of a meeting: what findings, builders of papers and the window look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from . import presence as presence_of
from .attendance_phrases import leading
from .delegation_order import NO_DELEGATION, DelegationFacts
from .deliberation import NOTHING_SAID, Deliberation
from .facts import SectionFacts
from .items import DocumentView, ItemView
from .marks import following
from .phrases import SectionWriter
from .presence import SectionPresence
from .procedure import Procedure, procedure
from .proceedings import Adjournment, Correction, DraftNote, Notice, Reply, Signature, Waiver
from .records import (
    SECTION_ROLES,
    Approver,
    Body,
    BodyTerm,
    Customs,
    Dispatch,
    ItemKind,
    LostMark,
    Mandate,
    Meeting,
    MeetingState,
    Outcome,
    Paper,
    Person,
    PresenceEvent,
    Role,
    Section,
    SignedFile,
    TextBlock,
    TextRole,
)
from .references import Reference
from .swedish import with_party
from .swedish_sort import swedish_key
from .texts import Draft, Part, part

__all__ = [
    "DocumentView",
    "ItemView",
    "MeetingView",
    "Parts",
    "SectionView",
    "plan_sections",
    "provisional_numbers",
]

_ROLE_ORDER = {
    Role.CHAIR: 0,
    Role.VICE_CHAIR: 1,
    Role.SECOND_VICE_CHAIR: 2,
    Role.MEMBER: 3,
    Role.SUBSTITUTE: 4,
    Role.OBSERVER: 5,
    Role.STAFF: 6,
}


REMOTE_LAW_CHANGED = date(2026, 7, 1)
"""From this day KL 5:16 and 6:24 may read otherwise (prop. 2025/26:164; rule 24)."""


class Parts(Mapping[TextRole, Part]):
    """The parts of a §, one for each role; each is worked out when it is first looked at."""

    def __init__(self, stored: Iterable[TextBlock], write: Callable[[TextRole], Sequence[Draft]]) -> None:
        self._stored: dict[TextRole, list[TextBlock]] = {}
        for block in stored:
            self._stored.setdefault(block.role, []).append(block)
        self._write = write
        self._known: dict[TextRole, Part] = {}

    @property
    def stored(self) -> tuple[TextRole, ...]:
        """The roles for which something is stored; the others are as the program writes them."""
        return tuple(self._stored)

    def __getitem__(self, role: TextRole) -> Part:
        if role not in self._known:
            stored = self._stored.get(role, ())
            self._known[role] = following(part(role, stored, self._write(role)))
        return self._known[role]

    def __iter__(self) -> Iterator[TextRole]:
        return iter(SECTION_ROLES)

    def __len__(self) -> int:
        return len(SECTION_ROLES)


@dataclass(frozen=True)
class SectionView:
    """A § with its number (fixed or provisional), its parts and who served."""

    section: Section
    number: int | None
    item: ItemView | None
    parts: Parts
    presence: SectionPresence
    events: tuple[PresenceEvent, ...] = ()
    deliberation: Deliberation = NOTHING_SAID
    facts: SectionFacts = field(kw_only=True)

    @property
    def heading(self) -> str:
        """The heading of the §: its own, or the item's."""
        return self.section.heading or (self.item.item.title if self.item else "")

    @property
    def provisional(self) -> bool:
        """Whether the number may still change."""
        return self.section.number is None

    @property
    def diary_number(self) -> str:
        """The ärende's diarienummer or nothing."""
        return self.item.diary_number if self.item else ""

    @property
    def secret(self) -> bool:
        """Whether the § stands in the secret part of the minutes (rule 42)."""
        return self.item.item.secret if self.item else self.section.secret

    @property
    def neutral_heading(self) -> str:
        """What public editions call the §; empty where its own heading can be shown."""
        return self.item.item.neutral_heading if self.item else self.section.neutral_heading

    @property
    def wants_decision(self) -> bool:
        """Whether a § of this kind is expected to state a decision."""
        if self.section.outcome in (Outcome.WITHDRAWN, Outcome.NOTED):
            return False
        return self.item is not None and self.item.item.kind in (ItemKind.DECISION, ItemKind.ELECTION)


@dataclass(frozen=True)
class MeetingView:
    """Everything about one meeting, as of now, frozen. Shapes: ids are UUIDs of the records."""

    meeting: Meeting
    body: Body
    term: BodyTerm
    mandates: tuple[Mandate, ...]  # those in force on the day of the meeting
    people: Mapping[str, Person]
    items: tuple[ItemView, ...]
    stored_sections: tuple[Section, ...]
    section_blocks: tuple[TextBlock, ...]
    events: tuple[PresenceEvent, ...]
    approvers: tuple[Approver, ...]
    deliberations: Mapping[str, Deliberation] = field(default_factory=dict)  # by section id
    adjournments: tuple[Adjournment, ...] = ()
    replies: tuple[Reply, ...] = ()
    draft_notes: tuple[DraftNote, ...] = ()
    signatures: tuple[Signature, ...] = ()
    notices: tuple[Notice, ...] = ()
    corrections: tuple[Correction, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    papers: tuple[Paper, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()
    signed_files: tuple[SignedFile, ...] = ()
    lost_marks: tuple[LostMark, ...] = ()
    first_number: int = 1  # the first § number of this meeting while it is provisional
    waits_for: Meeting | None = None  # an earlier meeting of the year that is still open
    delegation: DelegationFacts = NO_DELEGATION
    unfound: frozenset[Reference] = frozenset()  # references to §§ that minutes in the binder do not have
    # what an edition takes out wherever it stands; told nowhere
    withheld_words: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def customs(self) -> Customs:
        """The body's customs on the day of the meeting."""
        return self.term.customs

    @property
    def held(self) -> bool:
        """Whether the meeting has been opened."""
        return self.meeting.state in (MeetingState.OPEN, MeetingState.CLOSED, MeetingState.APPROVED)

    @cached_property
    def members(self) -> tuple[Mandate, ...]:
        """Ledamöter: presidium first, then in elected order."""
        return self._ranked(substitutes=False)

    @cached_property
    def substitutes(self) -> tuple[Mandate, ...]:
        """Ersättare in elected order."""
        return self._ranked(substitutes=True)

    def _ranked(self, *, substitutes: bool) -> tuple[Mandate, ...]:
        chosen = [m for m in self.mandates if (m.role is Role.SUBSTITUTE if substitutes else m.role.has_seat)]
        return tuple(
            sorted(
                chosen,
                key=lambda m: (
                    _ROLE_ORDER[m.role],
                    m.elected_order,
                    swedish_key(self.people[m.person_id].surname),
                ),
            )
        )

    @cached_property
    def _parties(self) -> dict[str, str]:
        return {m.person_id: m.party for m in self.mandates}

    def label(self, person_id: str) -> str:
        """Return «Karin Ek (S)», or the bare name for somebody without a mandate."""
        person = self.people[person_id]
        if person_id not in self._parties:
            return person.name
        return with_party(person.name, self._parties[person_id])

    @cached_property
    def sections(self) -> tuple[SectionView, ...]:
        """The §§ in the order in which they are handled; planned ones while the meeting is not opened."""
        sections = self.stored_sections if self.held else plan_sections(self)
        ordered = sorted(sections, key=lambda s: s.position)
        who = self._derive([s.id for s in ordered])
        numbers = provisional_numbers(ordered, self.first_number, self.customs)
        chairs = [who[s.id].chair for s in ordered]
        leads = leading(who[None].chair, chairs, [numbers[s.id] for s in ordered])
        items = {i.item.id: i for i in self.items}
        blocks: dict[str, list[TextBlock]] = {}
        for block in self.section_blocks:
            blocks.setdefault(block.section_id or "", []).append(block)
        views = []
        for section, change in zip(ordered, leads, strict=True):
            here = tuple(e for e in self.events if e.section_id == section.id)
            item = items.get(section.item_id or "")
            stored = blocks.get(section.id, [])
            said = self.deliberations.get(section.id, NOTHING_SAID)
            there = who[section.id]
            pauses = tuple(a for a in self.adjournments if a.section_id == section.id)
            known = SectionFacts(section, item, there, pauses, change, self.leader(there), said)
            parts = Parts(stored, SectionWriter(self, known, partial(self._course, known)).write)
            views.append(
                SectionView(section, numbers[section.id], item, parts, there, here, said, facts=known)
            )
        return tuple(views)

    @cached_property
    def courses(self) -> Mapping[str, Procedure]:
        """How it went in each § where something was put forward or voted on, by section id."""
        spoken = [s for s in self.sections if s.deliberation != NOTHING_SAID]
        return {s.section.id: self._course(s.facts) for s in spoken}

    def _course(self, known: SectionFacts) -> Procedure:
        key = known.section.id
        if key not in self._courses:
            self._courses[key] = procedure(known, self.customs)
        return self._courses[key]

    @cached_property
    def _courses(self) -> dict[str, Procedure]:
        return {}

    @cached_property
    def opening_presence(self) -> SectionPresence:
        """Who serves at the upprop."""
        return self._derive([])[None]

    def _derive(self, section_ids: Sequence[str]) -> dict[str | None, SectionPresence]:
        return presence_of.derive(
            [m.person_id for m in self.members],
            self.events,
            section_ids,
            presidium=self._presidium,
            remote_counts=self.customs.remote_allowed or self.meeting.day >= REMOTE_LAW_CHANGED,
        )

    @cached_property
    def _presidium(self) -> tuple[str, ...]:
        return tuple(m.person_id for m in self.members if m.role is not Role.MEMBER)

    def section(self, section_id: str) -> SectionView | None:
        """Return the § with that id."""
        return next((s for s in self.sections if s.section.id == section_id), None)

    def item(self, item_id: str) -> ItemView | None:
        """Return the item with that id."""
        return next((i for i in self.items if i.item.id == item_id), None)

    @cached_property
    def chair_id(self) -> str | None:
        """Who leads at the upprop, or who would (KL 6:21–22)."""
        return self.leader(self.opening_presence)

    def leader(self, presence: SectionPresence) -> str | None:
        """Return who leads, or (before the meeting) who would: the first of the presidium (KL 6:21–22)."""
        return presence.chair if self.held else next(iter(self._presidium), None)


def plan_sections(view: MeetingView) -> tuple[Section, ...]:
    """Return the §§ that a meeting would get if it were opened now; ids are derived from the items'."""
    meeting, customs = view.meeting, view.customs
    sections: list[Section] = []

    def add(key: str, heading: str, item_id: str | None) -> None:
        sections.append(
            Section(
                id=key,
                meeting_id=meeting.id,
                body_id=meeting.body_id,
                year=meeting.day.year,
                position=len(sections) + 1,
                heading=heading,
                item_id=item_id,
            )
        )

    if customs.opening_section:
        add(f"opening:{meeting.id}", "Sammanträdets öppnande", None)
    for item in sorted((i.item for i in view.items), key=lambda i: i.number):
        if item.kind is not ItemKind.FORMAL or customs.formal_sections:
            add(f"planned:{item.id}", "", item.id)
    return tuple(sections)


def provisional_numbers(sections: Sequence[Section], first: int, customs: Customs) -> dict[str, int | None]:
    """Return the § number of each section: the fixed one, else counted on from `first` without gaps.

    An item that utgår gets none where that is the custom.
    """
    numbers: dict[str, int | None] = {}
    following = first
    for section in sections:
        if section.number is not None:
            numbers[section.id] = section.number
            following = section.number + 1
        elif section.outcome is Outcome.WITHDRAWN and not customs.withdrawn_sections:
            numbers[section.id] = None
        else:
            numbers[section.id] = following
            following += 1
    return numbers
