"""Queries: frozen read models of what the binder holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.deliberation import NOTHING_SAID, Deliberation, VoteView
from namndstod.domain.editions import matter_title
from namndstod.domain.errors import NotFound
from namndstod.domain.frozen import frozen
from namndstod.domain.procedure import in_voting_order
from namndstod.domain.proceedings import (
    Adjournment,
    Assignment,
    Ballot,
    Correction,
    DraftNote,
    Motion,
    NonParticipation,
    Notice,
    Proposition,
    Remark,
    Reply,
    Reservation,
    Signature,
    Vote,
    Waiver,
)
from namndstod.domain.records import (
    AgendaItem,
    Approver,
    Body,
    BodyTerm,
    Conversion,
    Dispatch,
    ItemKind,
    LostMark,
    Mandate,
    Matter,
    Meeting,
    MeetingState,
    Memorandum,
    Outcome,
    Paper,
    Person,
    PresenceEvent,
    Recipient,
    Record,
    Role,
    Section,
    SignedFile,
    StoredFile,
    SupportingDocument,
    TextBlock,
)
from namndstod.domain.swedish_sort import swedish_key
from namndstod.domain.view import DocumentView, ItemView, MeetingView, Parts, SectionView
from namndstod.storage.store import Reader

from .delegation.facts import delegation_facts
from .earlier import unfound
from .origins import origins
from .terms import term_on

R = TypeVar("R", bound=Record)

_COMING = (MeetingState.PLANNED, MeetingState.CALLED)
_NOT_DONE = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.OPEN)


@frozen
class BodyView:
    """A body as it is on a day."""

    body: Body
    term: BodyTerm


@frozen
class MandateView:
    """A mandate with its person."""

    mandate: Mandate
    person: Person


@frozen
class MeetingSummary:
    """A line of the list of meetings."""

    meeting: Meeting
    body_name: str
    items: int


@frozen
class MatterView:
    """An ärende and the meetings it has stood at, earliest first."""

    matter: Matter
    meetings: tuple[tuple[Meeting, AgendaItem], ...]

    @property
    def secret(self) -> bool:
        """Whether it was secret at any meeting."""
        return any(item.secret for _, item in self.meetings)

    @property
    def title(self) -> str:
        """What it is called in lists: neutrally where it is secret."""
        return matter_title(self.matter, (item for _, item in self.meetings))


def bodies(reader: Reader, day: date) -> tuple[BodyView, ...]:
    """Return all bodies with what holds on `day`, by name."""
    found = [BodyView(b, term_on(reader, b.id, day)) for b in reader.find(Body)]
    return tuple(sorted(found, key=lambda b: swedish_key(b.term.name)))


def mandates(reader: Reader, body_id: str, day: date | None = None) -> tuple[MandateView, ...]:
    """Return the mandates of a body (on a day, or all): ledamöter by rank and order, then ersättare."""
    chosen = [m for m in reader.find(Mandate, body_id=body_id) if day is None or in_force(m, day)]
    people = by_id(reader.find(Person, id=[m.person_id for m in chosen]))
    ranks = {role: rank for rank, role in enumerate(Role)}
    chosen.sort(key=lambda m: (ranks[m.role], m.elected_order, swedish_key(people[m.person_id].surname)))
    return tuple(MandateView(m, people[m.person_id]) for m in chosen)


def in_force(mandate: Mandate, day: date) -> bool:
    """Whether the mandate holds on `day`."""
    return mandate.valid_from <= day and (mandate.valid_to is None or day <= mandate.valid_to)


def meetings(reader: Reader, body_id: str | None = None) -> tuple[MeetingSummary, ...]:
    """Return all meetings (of one body), latest first."""
    found = reader.find(Meeting, body_id=body_id) if body_id else reader.find(Meeting)
    terms: dict[str, list[BodyTerm]] = defaultdict(list)
    for term in sorted(reader.find(BodyTerm), key=lambda t: t.valid_from):
        terms[term.body_id].append(term)
    counts = reader.tally(AgendaItem, "meeting_id")

    def name(meeting: Meeting) -> str:
        known = terms[meeting.body_id]
        return next((t for t in reversed(known) if t.valid_from <= meeting.day), known[0]).name

    found.sort(key=lambda m: (m.day, m.starts is not None, m.starts), reverse=True)
    return tuple(MeetingSummary(m, name(m), counts.get(m.id, 0)) for m in found)


def choose_body(reader: Reader, day: date, name: str | None) -> str:
    """Return the id of the committee with that name; without one there must be only one. Raises NotFound."""
    names = {b.term.name: b.body.id for b in bodies(reader, day)}
    if name is None and len(names) > 1:
        raise NotFound(f"Pärmen har flera nämnder. Ange en med --namnd: {', '.join(names)}.")
    wanted = {swedish_key(n)[0]: i for n, i in names.items()}
    body_id = wanted.get(swedish_key(name)[0]) if name else next(iter(names.values()), None)
    if body_id is None:
        raise NotFound(f"Pärmen har ingen nämnd som heter {name}." if name else "Pärmen är tom.")
    return body_id


def choose_meeting(
    reader: Reader, today: date, body_name: str | None, day: date | None, coming: bool
) -> Meeting:
    """Return the meeting meant by a committee's name and a day.

    Without a day: the next one not yet held when `coming`, else the last held. Raises NotFound with a reason.
    """
    body_id = choose_body(reader, day or today, body_name)
    found = [m for m in reader.find(Meeting, body_id=body_id) if m.state is not MeetingState.CANCELLED]
    if day is not None:
        chosen = [m for m in found if m.day == day]
    elif coming:
        chosen = [m for m in found if m.state in (MeetingState.PLANNED, MeetingState.CALLED)]
        chosen = [m for m in chosen if m.day >= today] or chosen[-1:]
    else:
        chosen = [m for m in found if m.state not in (MeetingState.PLANNED, MeetingState.CALLED)][-1:]
    if not chosen:
        when = f"den {day.isoformat()}" if day else "att göra dokumentet för"
        raise NotFound(f"Det finns inget sammanträde {when}.")
    return min(chosen, key=lambda m: m.day)


def matters(reader: Reader) -> tuple[MatterView, ...]:
    """Return all ärenden with the meetings they stood at; the latest touched first."""
    by_matter: dict[str, list[AgendaItem]] = defaultdict(list)
    items = [i for i in reader.find(AgendaItem) if i.matter_id is not None]
    for item in items:
        by_matter[item.matter_id or ""].append(item)
    held = by_id(reader.find(Meeting))
    found = []
    for matter in reader.find(Matter):
        stood = [(held[i.meeting_id], i) for i in by_matter[matter.id]]
        found.append(MatterView(matter, tuple(sorted(stood, key=lambda pair: pair[0].day))))
    return tuple(sorted(found, key=lambda v: v.meetings[-1][0].day if v.meetings else date.min, reverse=True))


def meeting_view(reader: Reader, meeting_id: str) -> MeetingView:
    """Return everything about one meeting. Raises NotFound."""
    meeting = reader.get(Meeting, meeting_id)
    view = _view(
        reader,
        meeting,
        reader.find(AgendaItem, meeting_id=meeting_id),
        reader.find(Section, meeting_id=meeting_id),
    )
    first, waits_for = _numbering(reader, meeting, view.term)
    return replace(
        view,
        papers=tuple(reader.find(Paper, meeting_id=meeting_id)),
        dispatches=tuple(reader.find(Dispatch, meeting_id=meeting_id)),
        signed_files=tuple(reader.find(SignedFile, meeting_id=meeting_id)),
        first_number=first,
        waits_for=waits_for,
        delegation=delegation_facts(reader, view),
        unfound=unfound(reader, view),
    )


def section_in_view(reader: Reader, section_id: str) -> tuple[MeetingView, SectionView]:
    """Return one § in a view of its meeting that holds the texts and proceedings of this § only.

    All §§ are there by their place, since who serves follows from what happened before. Raises NotFound.
    """
    section = reader.get(Section, section_id)
    items = reader.find(AgendaItem, id=section.item_id) if section.item_id else []
    every = reader.find(Section, meeting_id=section.meeting_id)
    view = _view(reader, reader.get(Meeting, section.meeting_id), items, every, [section])
    return view, next(s for s in view.sections if s.section.id == section.id)


def section_parts(reader: Reader, section_id: str) -> Parts:
    """Return the parts of one §, reading no more of the meeting than they need. Raises NotFound."""
    return section_in_view(reader, section_id)[1].parts


def _one_each(mandates: Iterable[Mandate]) -> tuple[Mandate, ...]:
    """Return one mandate for each person, the highest: nobody has two seats, whatever dates were typed."""
    ranks = {role: rank for rank, role in enumerate(Role)}
    chosen: dict[str, Mandate] = {}
    for mandate in sorted(mandates, key=lambda m: (ranks[m.role], m.elected_order)):
        chosen.setdefault(mandate.person_id, mandate)
    return tuple(chosen.values())


def _view(
    reader: Reader,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    sections: Sequence[Section],
    wholly: Sequence[Section] | None = None,
) -> MeetingView:
    """Return a view of the meeting with these items and §§, as yet without papers, expediering and § numbers.

    Texts and proceedings are read of the §§ in `wholly`, or of all.
    """
    read = sections if wholly is None else wholly
    body = reader.get(Body, meeting.body_id)
    mandates = _one_each(m for m in reader.find(Mandate, body_id=body.id) if in_force(m, meeting.day))
    events = tuple(reader.find(PresenceEvent, meeting_id=meeting.id))
    approvers = tuple(reader.find(Approver, meeting_id=meeting.id))
    replies = tuple(reader.find(Reply, meeting_id=meeting.id))
    deliberations = _deliberations(reader, read)
    wanted = {m.person_id for m in mandates} | {e.person_id for e in events}
    wanted |= {e.serves_for_id for e in events if e.serves_for_id}
    wanted |= {r.person_id for r in replies} | {p for d in deliberations.values() for p in d.persons}
    for approver in approvers:
        wanted |= {approver.person_id} | ({approver.substitute_id} if approver.substitute_id else set())
    return MeetingView(
        meeting=meeting,
        body=body,
        term=term_on(reader, body.id, meeting.day),
        mandates=mandates,
        people=by_id(reader.find(Person, id=sorted(wanted))),
        items=_items(reader, items),
        stored_sections=tuple(sections),
        section_blocks=tuple(reader.find(TextBlock, section_id=[s.id for s in read])),
        events=events,
        approvers=approvers,
        deliberations=deliberations,
        adjournments=tuple(reader.find(Adjournment, meeting_id=meeting.id)),
        replies=replies,
        draft_notes=tuple(reader.find(DraftNote, meeting_id=meeting.id)),
        signatures=tuple(reader.find(Signature, meeting_id=meeting.id)),
        notices=tuple(reader.find(Notice, meeting_id=meeting.id)),
        corrections=tuple(reader.find(Correction, meeting_id=meeting.id)),
        waivers=tuple(reader.find(Waiver, meeting_id=meeting.id)),
        lost_marks=tuple(reader.find(LostMark, section_id=[s.id for s in read])),
    )


def _deliberations(reader: Reader, sections: Sequence[Section]) -> dict[str, Deliberation]:
    """Return what was put forward and decided in each §, by its id; those with nothing are left out."""
    ids = [s.id for s in sections]
    motions = grouped(reader.find(Motion, section_id=ids), "section_id")
    propositions = grouped(reader.find(Proposition, section_id=ids), "section_id")
    ballots = grouped(reader.find(Ballot, section_id=ids), "vote_id")
    votes = grouped(reader.find(Vote, section_id=ids), "section_id")
    by_section = {i: in_voting_order(propositions[i], votes[i]) for i in ids}
    numbered = {v.id: n for n, v in enumerate((v for i in ids for v in by_section[i]), 1)}
    reservations = grouped(reader.find(Reservation, section_id=ids), "section_id")
    remarks = grouped(reader.find(Remark, section_id=ids), "section_id")
    outside = grouped(reader.find(NonParticipation, section_id=ids), "section_id")
    assignments = grouped(reader.find(Assignment, section_id=ids), "section_id")
    found = {
        section_id: Deliberation(
            motions=tuple(motions[section_id]),
            propositions=tuple(propositions[section_id]),
            votes=tuple(VoteView(v, tuple(ballots[v.id]), numbered[v.id]) for v in by_section[section_id]),
            reservations=tuple(reservations[section_id]),
            remarks=tuple(remarks[section_id]),
            not_taking_part=frozenset(n.person_id for n in outside[section_id]),
            assignments=tuple(assignments[section_id]),
        )
        for section_id in ids
    }
    return {section_id: said for section_id, said in found.items() if said != NOTHING_SAID}


def _items(reader: Reader, items: Sequence[AgendaItem]) -> tuple[ItemView, ...]:
    ids = [i.id for i in items]
    matters = by_id(reader.find(Matter, id=[i.matter_id for i in items if i.matter_id]))
    blocks = grouped(reader.find(TextBlock, item_id=ids), "item_id")
    documents = reader.find(SupportingDocument, item_id=ids)
    files = by_id(reader.find(StoredFile, id=sorted({d.file_id for d in documents})))
    conversions = {c.sha256: c for c in reader.find(Conversion, sha256=[f.sha256 for f in files.values()])}
    recipients = grouped(reader.find(Recipient, item_id=ids), "item_id")
    memoranda = {m.item_id: m for m in reader.find(Memorandum, item_id=ids)}
    delegated = grouped(reader.find(DelegatedDecision, item_id=ids), "item_id")
    carried = origins(reader, items)
    by_item: dict[str, list[DocumentView]] = defaultdict(list)
    for document in sorted(documents, key=lambda d: d.position):
        file = files[document.file_id]
        by_item[document.item_id].append(DocumentView(document, file, conversions.get(file.sha256)))
    return tuple(
        ItemView(
            item=item,
            matter=matters.get(item.matter_id or ""),
            blocks=tuple(blocks[item.id]),
            documents=tuple(by_item[item.id]),
            recipients=tuple(recipients[item.id]),
            memorandum=memoranda.get(item.id),
            delegated=tuple(delegated[item.id]),
            origin=carried.get(item.id),
        )
        for item in sorted(items, key=lambda i: i.number)
    )


def _numbering(reader: Reader, meeting: Meeting, term: BodyTerm) -> tuple[int, Meeting | None]:
    """Return the first provisional number, and the earlier meeting of the year that is still open."""
    year = meeting.day.year
    customs = term.customs
    start = customs.first_section if customs.first_section_year in (None, year) else 1
    fixed = reader.maximum(Section, "number", body_id=meeting.body_id, year=year)
    first = max(start, (fixed or 0) + 1)
    earlier = [
        m
        for m in reader.find(Meeting, body_id=meeting.body_id, state=_NOT_DONE)
        if m.day.year == year and m.day < meeting.day
    ]
    opened = [m for m in earlier if m.state is MeetingState.OPEN]
    if meeting.state in _COMING:
        first += sum(_expected(reader, m) for m in earlier)
    else:  # an earlier one that was not held by now will have to come after
        first += sum(_expected(reader, m) for m in opened)
    return first, min(opened, key=lambda m: m.day, default=None)


def _expected(reader: Reader, meeting: Meeting) -> int:
    """Return how many numbers a meeting that is not closed would take as it stands."""
    customs = term_on(reader, meeting.body_id, meeting.day).customs
    if meeting.state is MeetingState.OPEN:
        sections = reader.find(Section, meeting_id=meeting.id)
        return sum(customs.withdrawn_sections or s.outcome is not Outcome.WITHDRAWN for s in sections)
    items = reader.find(AgendaItem, meeting_id=meeting.id)
    with_section = sum(customs.formal_sections or i.kind is not ItemKind.FORMAL for i in items)
    return with_section + customs.opening_section


def by_id(records: Iterable[R]) -> dict[str, R]:
    """Return the records by their id."""
    return {r.id: r for r in records}


def grouped(records: Sequence[R], field: str) -> dict[str, list[R]]:
    """Return the records by the value of a field."""
    groups: dict[str, list[R]] = defaultdict(list)
    for record in records:
        groups[getattr(record, field)].append(record)
    return groups
