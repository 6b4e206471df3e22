"""The ärende as a thread: what happened to it, meeting by meeting, and what changed in its att-satser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.comparing import Pair, compare
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
class ThreadStep:
    """An ärende at one meeting. `clauses` is what was decided, else what is proposed; nothing where secret.

    `changes` holds the att-satser that differ from the step before (`own` there, `new` here).
    """

    meeting: Meeting
    body_name: str
    item: AgendaItem
    section: Section | None
    heading: str
    decided: bool = False
    clauses: tuple[Draft, ...] = ()
    changes: tuple[Pair, ...] = ()
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
        for section in sections[item.id] or [None]:
            key = section.id if section is not None else ""
            decided = section is not None and section.outcome in _ENDED
            blocks = decisions[key] if decided else proposals[item.id]
            shown = [d for d in documents[item.id] if not (d.secrecy_ground or d.personal or item.secret)]
            found.append(
                ThreadStep(
                    meeting=meeting,
                    body_name=term_of(meeting.body_id, meeting.day).name,
                    item=item,
                    section=section,
                    heading=heading_of(section, item) if section is not None else "",
                    decided=decided,
                    clauses=() if item.secret else _clauses(blocks),
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
    """Return the steps, each with what differs from the latest one before it that says anything."""
    found: list[ThreadStep] = []
    before: tuple[Draft, ...] | None = None
    for step in steps:
        here = tuple(_bare(d) for d in step.clauses if d.kind is not BlockKind.DECIDER)
        if here and before is not None:
            step = replace(step, changes=tuple(pair for pair in compare(before, here) if pair.differs))
        before = here or before
        found.append(step)
    return tuple(found)


def _bare(draft: Draft) -> Draft:
    """Return the words alone: a comma instead of a full stop is no change."""
    return replace(draft, text=strip_connective(draft.text), marks=())


def _archived(reader: Reader, number: str) -> tuple[Archived, ...]:
    sections = reader.find(ArchivedSection, diary_number=number)
    minutes = by_id(reader.find(ArchivedMinutes, id=sorted({s.minutes_id for s in sections})))
    found = [Archived(s, minutes[s.minutes_id]) for s in sections]
    return tuple(sorted(found, key=lambda a: a.minutes.day or date.min))
