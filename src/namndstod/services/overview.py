"""What Översikt shows: the next meeting, what is due and what is unfinished, all derived."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from namndstod.domain import proceedings as p
from namndstod.domain.deadlines import LOOKS_BACK, Due, Running, Unreported, Watched, board, call_by
from namndstod.domain.delegation import Delegate, DelegatedDecision, DelegationPoint
from namndstod.domain.expediting import left_to_send
from namndstod.domain.findings import Finding, Severity, Step, check
from namndstod.domain.frozen import frozen
from namndstod.domain.records import (
    AgendaItem,
    Approver,
    Body,
    BodyTerm,
    Conversion,
    ConversionState,
    Dispatch,
    LostMark,
    Mandate,
    Matter,
    Meeting,
    MeetingState,
    Memorandum,
    Paper,
    Person,
    PresenceEvent,
    Recipient,
    Section,
    SectionState,
    SignedFile,
    SupportingDocument,
    TextBlock,
)
from namndstod.domain.records import Outcome as SectionOutcome
from namndstod.domain.replies import places_filled
from namndstod.domain.view import MeetingView
from namndstod.storage.changes import Change
from namndstod.storage.store import Reader

from .clocks import MADE_OF, running
from .delegation.waiting import MADE_OF as OF_DELEGATES
from .delegation.waiting import waiting
from .reading import grouped, meeting_view
from .session import Outcome
from .terms import all_terms

AT_MOST = 12  # unfinished meetings that are looked into; more would be a backlog, not an overview
LATEST = 4  # held meetings that are shown
# Records whose change shows in their own meeting only.
_OF_ONE_MEETING = frozenset(
    {
        AgendaItem, Approver, Dispatch, LostMark, Memorandum, Paper, PresenceEvent,
        Recipient, Section, SignedFile, SupportingDocument, TextBlock,
        p.Adjournment, p.Assignment, p.Ballot, p.Correction, p.DraftNote, p.Motion, p.NonParticipation,
        p.Notice, p.Proposition, p.Remark, p.Reply, p.Reservation, p.Signature, p.Vote, p.Waiver,
    }
)  # fmt: skip
# Records that the board of deadlines is made of.
_OF_THE_BOARD = frozenset({p.Assignment, Body, BodyTerm, Dispatch, Meeting, p.Notice, Recipient, Section})
# What rules 35–38 look at, at whichever meeting.
_OF_DELEGATION = frozenset({Delegate, DelegatedDecision, DelegationPoint})
SHOWN = _OF_ONE_MEETING | _OF_THE_BOARD | {Conversion, Mandate, Matter, Person, *_OF_DELEGATION}
"""The records whose change may show in the overview."""
Checked = tuple[MeetingView, tuple[Finding, ...]]
_HELD = (MeetingState.CLOSED, MeetingState.APPROVED)
_COMING = (MeetingState.PLANNED, MeetingState.CALLED)
_UNFINISHED = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.OPEN, MeetingState.CLOSED)


@frozen
class Unfinished:
    """A meeting with something left to do, by findings that must be mended or looked at."""

    view: MeetingView
    blocking: int
    warnings: int
    first: Finding | None


@frozen
class NextMeeting:
    """The meeting that is nearest, or goes on."""

    view: MeetingView
    filled: int  # seats with a ledamot who comes, or an ersättare who has said yes
    without_papers: int  # matters to decide without a supporting document
    pages: int  # of the supporting documents
    call_by: date


@frozen
class Held:
    """A meeting that has been held."""

    meeting: Meeting
    body_name: str


@frozen
class Overview:
    """Everything that Översikt shows."""

    has_body: bool
    has_members: bool
    has_meeting: bool
    next: NextMeeting | None
    due: tuple[Due, ...]
    unfinished: tuple[Unfinished, ...]
    recent: tuple[Held, ...]


@dataclass
class Known:
    """What was read for the last overview and still holds, so that an action is shown at once."""

    views: dict[str, MeetingView] = field(default_factory=dict)
    recent: tuple[Held, ...] | None = None
    watched: tuple[Watched, ...] | None = None
    running: tuple[Running, ...] | None = None
    unreported: tuple[Unreported, ...] | None = None

    def forget(self, outcome: Outcome) -> None:
        """Forget what an action may have changed."""
        if any(change.kind in _OF_THE_BOARD for change in outcome.changes):
            self.watched = None
        if any(change.kind in MADE_OF for change in outcome.changes):
            self.running = None
        if any(change.kind in OF_DELEGATES for change in outcome.changes):
            self.unreported = None
        if all(_of_one_meeting(change) for change in outcome.changes):
            for meeting_id in outcome.meetings:
                self.views.pop(meeting_id, None)
        else:
            self.views.clear()
            self.recent = None


def _of_one_meeting(change: Change) -> bool:
    """Say whether a change shows in its own meeting only: others wait for a meeting's day and state."""
    if change.kind in _OF_ONE_MEETING:
        return True
    before, after = change.before, change.after
    if not (isinstance(before, Meeting) and isinstance(after, Meeting)):
        return False
    return (before.state, before.day) == (after.state, after.day)


def overview(reader: Reader, today: date, known: Known | None = None) -> Overview:
    """Return what is coming, due and unfinished, as of `today`; reads only what is not `known`."""
    known = known or Known()
    open_meetings = sorted(
        reader.find(Meeting, state=_UNFINISHED), key=lambda m: (m.day, str(m.starts or ""))
    )
    late = [m for m in open_meetings if m.day < today and m.state is not MeetingState.OPEN][-AT_MOST:]
    near = [m for m in open_meetings if m.day >= today or m.state is MeetingState.OPEN][:AT_MOST]
    views = [known.views.get(m.id) or meeting_view(reader, m.id) for m in (*late, *near)]
    known.views = {view.meeting.id: view for view in views}
    known.recent = _recent(reader) if known.recent is None else known.recent
    known.watched = watched(reader, today) if known.watched is None else known.watched
    known.running = running(reader, today) if known.running is None else known.running
    known.unreported = waiting(reader, today) if known.unreported is None else known.unreported
    checked = [(view, check(view, today)) for view in views]
    return Overview(
        has_body=bool(views) or reader.first(Body) is not None,
        has_members=reader.first(Mandate) is not None,
        has_meeting=bool(views) or reader.first(Meeting) is not None,
        next=_next(checked, today),
        due=board(known.watched, today, known.running, known.unreported),
        unfinished=_unfinished(checked, today),
        recent=known.recent,
    )


def _recent(reader: Reader) -> tuple[Held, ...]:
    term_of = all_terms(reader)
    return tuple(Held(m, term_of(m.body_id, m.day).name) for m in reader.latest(Meeting, LATEST, state=_HELD))


def watched(reader: Reader, today: date) -> tuple[Watched, ...]:
    """Return what the board of deadlines needs: meetings not done with, anslag that are up, open uppdrag."""
    meetings = {m.id: m for m in reader.find(Meeting, state=_UNFINISHED)}
    lately = [today - timedelta(days=n) for n in range(LOOKS_BACK + 1)]  # not all that ever were justerade
    for meeting in reader.find(Meeting, approval_date=lately):
        meetings[meeting.id] = meeting
    notices = reader.find(p.Notice, taken_down=None)
    tasks = reader.find(p.Assignment, done=None)
    sections = {s.id: s for s in reader.find(Section, id=sorted({t.section_id for t in tasks}))}
    concerned = {n.meeting_id for n in notices} | {s.meeting_id for s in sections.values()}
    further = reader.find(Meeting, id=sorted(concerned - meetings.keys()))
    meetings |= {m.id: m for m in further}
    by_meeting = grouped(reader.find(p.Notice, meeting_id=sorted(meetings)), "meeting_id")
    given: dict[str, list[p.Assignment]] = defaultdict(list)
    for task in tasks:
        given[sections[task.section_id].meeting_id].append(task)
    immediate: dict[str, list[tuple[str, date]]] = defaultdict(list)
    for section in reader.find(Section, meeting_id=sorted(meetings), immediate=True):
        if section.approved is not None:
            immediate[section.meeting_id].append((section.id, section.approved))
    left = _left_to_send(reader, [m.id for m in meetings.values() if m.state is MeetingState.APPROVED])
    term_of = all_terms(reader)
    found = []
    for meeting in meetings.values():
        term = term_of(meeting.body_id, meeting.day)
        found.append(
            Watched(
                meeting=meeting,
                body_name=term.name,
                customs=term.customs,
                notices=tuple(by_meeting[meeting.id]),
                assignments=tuple(given[meeting.id]),
                immediate=tuple(immediate[meeting.id]),
                left=left.get(meeting.id, 0),
            )
        )
    return tuple(found)


def _left_to_send(reader: Reader, meeting_ids: list[str]) -> dict[str, int]:
    """Return how many utdrag of justerade minutes are still to be sent, by meeting."""
    sections = [
        s
        for s in reader.find(Section, meeting_id=sorted(meeting_ids), state=SectionState.DECIDED)
        if s.outcome is not SectionOutcome.WITHDRAWN
    ]
    asked = grouped(reader.find(Recipient, item_id=[s.item_id for s in sections if s.item_id]), "item_id")
    noted = grouped(reader.find(Dispatch, section_id=[s.id for s in sections]), "section_id")
    left: Counter[str] = Counter()
    for section in sections:
        left[section.meeting_id] += left_to_send(asked[section.item_id or ""], noted[section.id])
    return left


def _next(checked: list[Checked], today: date) -> NextMeeting | None:
    under_way = [c for c in checked if c[0].meeting.state is MeetingState.OPEN]
    coming = [c for c in checked if c[0].meeting.state in _COMING and c[0].meeting.day >= today]
    if not under_way and not coming:
        return None
    view, found = (under_way or coming)[0]
    documents = {d.file.sha256: d for item in view.items for d in item.documents}
    return NextMeeting(
        view=view,
        filled=places_filled(view).filled,
        without_papers=sum(f.code == "no_documents" for f in found),
        pages=sum(
            d.conversion.pages
            for d in documents.values()
            if d.conversion and d.conversion.state is ConversionState.DONE
        ),
        call_by=call_by(view.meeting.day, view.customs.notice_days),
    )


def _unfinished(checked: list[Checked], today: date) -> tuple[Unfinished, ...]:
    unfinished = []
    for view, found in checked:
        grave = [f for f in found if f.severity is not Severity.INFORM]
        left_behind = view.meeting.state in _COMING and view.meeting.day < today
        if grave or left_behind or view.meeting.state in (MeetingState.OPEN, MeetingState.CLOSED):
            blocking = sum(f.severity is Severity.BLOCK for f in grave)
            first = grave[0] if grave else None
            unfinished.append(Unfinished(view, blocking, len(grave) - blocking, first))
    return tuple(unfinished)


def step_of(view: MeetingView) -> Step:
    """Return the step in which the work on a meeting goes on."""
    return step_of_state(view.meeting.state)


def step_of_item(state: MeetingState) -> Step:
    """Return the step in which one item of a meeting is looked at; the minutes, once there are any."""
    return Step.MINUTES if state is MeetingState.APPROVED else step_of_state(state)


def step_of_state(state: MeetingState) -> Step:
    """Return the step in which the work on a meeting in that state goes on."""
    return {
        MeetingState.OPEN: Step.MEETING,
        MeetingState.CLOSED: Step.MINUTES,
        MeetingState.APPROVED: Step.APPROVAL,
    }.get(state, Step.CALL)
