"""The ärende as a thread: what happened to it, meeting by meeting, and what changed in its att-satser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.comparing import compare
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.editions import heading_of, matter_title
from namndstod.domain.marks import SECRECY
from namndstod.domain.masking import masked
from namndstod.domain.proceedings import Assignment
from namndstod.domain.records import (
    AgendaItem,
    BlockKind,
    Body,
    BodyTerm,
    Dispatch,
    Matter,
    Meeting,
    Outcome,
    Record,
    Section,
    SupportingDocument,
    TextBlock,
    TextRole,
)
from namndstod.domain.texts import Draft, drafts_of, strip_connective
from namndstod.storage.store import Reader

from .reading import by_id, grouped
from .terms import all_terms

MADE_OF: frozenset[type[Record]] = frozenset(
    {
        *(AgendaItem, ArchivedMinutes, ArchivedSection, Assignment, Body, BodyTerm, DelegatedDecision),
        *(Dispatch, Matter, Meeting, Section, SupportingDocument, TextBlock),
    }
)
"""The records whose change may show in a thread."""
_SAID = (BlockKind.DECIDER, BlockKind.CLAUSE, BlockKind.NUMBERED, BlockKind.CONDITION)
_ENDED = (Outcome.APPROVED, Outcome.CHANGED, Outcome.REJECTED)


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph at one step: as it stands `now` (None: it is gone), and `before` where that was another.

    `new`: the step before said something, and nothing that answers to this.
    """

    now: Draft | None
    before: Draft | None = None
    new: bool = False


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """An ärende at one meeting. `said` is what was decided, else what is proposed; nothing where secret."""

    meeting: Meeting
    body_name: str
    item: AgendaItem
    section: Section | None
    heading: str
    decided: bool = False
    decider: str = ""
    said: tuple[Said, ...] = ()
    documents: tuple[str, ...] = ()
    hidden_documents: int = 0  # secret or personal: only counted here
    assignments: tuple[Assignment, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Archived:
    """A § of archived minutes with the same diarienummer."""

    section: ArchivedSection
    minutes: ArchivedMinutes


@dataclass(frozen=True, slots=True)
class Thread:
    """An ärende through meetings and bodies, earliest first."""

    matter: Matter
    title: str
    secret: bool
    steps: tuple[ThreadStep, ...]
    delegated: tuple[DelegatedDecision, ...] = ()
    archived: tuple[Archived, ...] = ()


def thread(reader: Reader, matter_id: str) -> Thread:
    """Return the thread of an ärende. Raises NotFound."""
    matter = reader.get(Matter, matter_id)
    items = reader.find(AgendaItem, matter_id=matter_id)
    meetings = by_id(reader.find(Meeting, id=sorted({i.meeting_id for i in items})))
    items.sort(key=lambda i: (meetings[i.meeting_id].day, str(meetings[i.meeting_id].starts or ""), i.number))
    number = matter.diary_number
    return Thread(
        matter=matter,
        title=matter_title(matter, items),
        secret=any(item.secret for item in items),
        steps=_with_changes(_steps(reader, items, meetings)),
        delegated=tuple(reader.find(DelegatedDecision, diary_number=number)) if number else (),
        archived=_archived(reader, number) if number else (),
    )


def _steps(reader: Reader, items: Sequence[AgendaItem], meetings: dict[str, Meeting]) -> list[ThreadStep]:
    ids = [i.id for i in items]
    sections = grouped(reader.find(Section, item_id=ids), "item_id")
    section_ids = [s.id for each in sections.values() for s in each]
    proposals = grouped(reader.find(TextBlock, item_id=ids, role=TextRole.PROPOSAL), "item_id")
    decisions = grouped(reader.find(TextBlock, section_id=section_ids, role=TextRole.DECISION), "section_id")
    documents = grouped(reader.find(SupportingDocument, item_id=ids), "item_id")
    assignments = grouped(reader.find(Assignment, section_id=section_ids), "section_id")
    dispatches = grouped(reader.find(Dispatch, section_id=section_ids), "section_id")
    term_of = all_terms(reader)
    found = []
    for item in items:
        meeting = meetings[item.meeting_id]
        stood: list[Section | None] = [*sections[item.id]]
        for section in stood or [None]:
            key = section.id if section is not None else ""
            decided = section is not None and section.outcome in _ENDED
            blocks = decisions[key] if decided else proposals[item.id]
            shown = [d for d in documents[item.id] if not (d.secrecy_ground or d.personal or item.secret)]
            clauses = () if item.secret else _clauses(blocks)
            found.append(
                ThreadStep(
                    meeting=meeting,
                    body_name=term_of(meeting.body_id, meeting.day).name,
                    item=item,
                    section=section,
                    heading=heading_of(section, item) if section is not None else "",
                    decided=decided,
                    decider=next((d.text for d in clauses if d.kind is BlockKind.DECIDER), ""),
                    said=tuple(Said(d) for d in clauses if d.kind is not BlockKind.DECIDER),
                    documents=tuple(d.title for d in shown),
                    hidden_documents=len(documents[item.id]) - len(shown),
                    assignments=() if item.secret else tuple(assignments[key]),
                    dispatches=() if item.secret else tuple(dispatches[key]),
                )
            )
    return found


def _clauses(blocks: Sequence[TextBlock]) -> tuple[Draft, ...]:
    """Return what is decided or proposed, marked words taken out; the paragraphs where it has no clauses."""
    drafts = tuple(masked(replace(d, id=None), SECRECY) for d in drafts_of(blocks))
    said = tuple(d for d in drafts if d.kind in _SAID and d.text.strip())
    return said or tuple(d for d in drafts if d.text.strip())


def _with_changes(steps: list[ThreadStep]) -> tuple[ThreadStep, ...]:
    """Return the steps, each compared with the latest one before it that says anything."""
    found: list[ThreadStep] = []
    before: tuple[Draft, ...] = ()
    for step in steps:
        here = tuple(each.now for each in step.said if each.now is not None)
        found.append(replace(step, said=_compared(before, here)) if before and here else step)
        before = here or before
    return tuple(found)


def _compared(before: tuple[Draft, ...], here: tuple[Draft, ...]) -> tuple[Said, ...]:
    """Return the paragraphs beside each other; a comma instead of a full stop is no change."""
    then, now = iter(before), iter(here)
    found = []
    for pair in compare([_bare(d) for d in before], [_bare(d) for d in here]):
        old = next(then) if pair.own is not None else None
        new = next(now) if pair.new is not None else None
        found.append(Said(new, old if pair.differs else None, old is None))
    return tuple(found)


def _bare(draft: Draft) -> Draft:
    """Return the words alone."""
    return replace(draft, text=strip_connective(draft.text), marks=())


def _archived(reader: Reader, number: str) -> tuple[Archived, ...]:
    sections = reader.find(ArchivedSection, diary_number=number)
    minutes = by_id(reader.find(ArchivedMinutes, id=sorted({s.minutes_id for s in sections})))
    found = [Archived(s, minutes[s.minutes_id]) for s in sections]
    return tuple(sorted(found, key=lambda a: a.minutes.day or date.min))
