"""Ärenden with a clock that is near or over and that no body has settled: for the board of what is due."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from namndstod.domain.clocks import CLOCKED, reminds_on, settles
from namndstod.domain.deadlines import Running
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.editions import matter_title
from namndstod.domain.records import (
    AgendaItem,
    Body,
    BodyKind,
    BodyTerm,
    Matter,
    MatterKind,
    Meeting,
    MeetingState,
    Record,
    Section,
    SectionState,
    TextBlock,
    TextRole,
)
from namndstod.domain.texts import drafts_of
from namndstod.storage.store import Reader

from .reading import by_id, grouped
from .terms import all_terms

MADE_OF: frozenset[type[Record]] = frozenset(
    {AgendaItem, Body, BodyTerm, DelegatedDecision, Matter, Meeting, Section, TextBlock}
)
"""The records whose change may start or stop a clock."""


def running(reader: Reader, today: date) -> tuple[Running, ...]:
    """Return the ärenden whose last day is near or over, as of `today`, and that are not settled."""
    near = [m for m in reader.find(Matter, kind=CLOCKED) if reminds_on(m, today)]
    if not near:
        return ()
    stood: dict[str, list[tuple[Meeting, AgendaItem]]] = defaultdict(list)
    items = reader.find(AgendaItem, matter_id=[m.id for m in near])
    meetings = by_id(reader.find(Meeting, id=sorted({i.meeting_id for i in items})))
    for item in items:
        if meetings[item.meeting_id].state is not MeetingState.CANCELLED:
            stood[item.matter_id or ""].append((meetings[item.meeting_id], item))
    done = _settled(reader, near, items)
    term_of = all_terms(reader)
    found = []
    for matter in near:
        if matter.id in done:
            continue
        latest = max((meeting for meeting, _ in stood[matter.id]), key=lambda m: m.day, default=None)
        title = matter_title(matter, (item for _, item in sorted(stood[matter.id], key=lambda s: s[0].day)))
        name = term_of(latest.body_id, latest.day).name if latest is not None else ""
        found.append(Running(matter, title, latest, name))
    return tuple(found)


def _settled(reader: Reader, matters: list[Matter], items: list[AgendaItem]) -> set[str]:
    """Return the ids of the ärenden that a § or a delegated decision has ended."""
    kinds = {m.id: m.kind for m in matters}
    matter_of = {i.id: i.matter_id or "" for i in items}
    sections = reader.find(Section, item_id=sorted(matter_of), state=SectionState.DECIDED)
    blocks = grouped(
        reader.find(TextBlock, section_id=[s.id for s in sections], role=TextRole.DECISION), "section_id"
    )
    bodies = by_id(reader.find(Body))
    assembly = any(body.kind is BodyKind.ASSEMBLY for body in bodies.values())
    done = set()
    for section in sections:
        matter = matter_of[section.item_id or ""]
        decision = drafts_of(blocks[section.id])
        if settles(kinds[matter], bodies[section.body_id], section.outcome, decision, assembly=assembly):
            done.add(matter)
    answers = {m.diary_number: m.id for m in matters if m.kind is MatterKind.REFERRAL and m.diary_number}
    decided = reader.find(DelegatedDecision, diary_number=sorted(answers))
    return done | {answers[d.diary_number] for d in decided if d.decided_on is not None}
