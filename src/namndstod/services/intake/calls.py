"""A kallelse that was made elsewhere against the binder: the body, its people, the meeting and its list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from namndstod.domain.intake.found import Doubt, FoundCall, FoundItem, FoundMember
from namndstod.domain.records import (
    BlockKind,
    BodyKind,
    BodyTerm,
    GroupMeeting,
    ItemKind,
    ItemPurpose,
    Meeting,
    Role,
    TextRole,
)
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.domain.states import NAMES
from namndstod.domain.swedish import clock_span, with_party
from namndstod.domain.swedish_sort import fold
from namndstod.domain.texts import Draft
from namndstod.domain.view import ItemView, MeetingView
from namndstod.services.commands.intake import IncomingItem, IncomingText
from namndstod.services.commands.intake_calls import (
    IncomingBody,
    IncomingMandate,
    IncomingMeeting,
    TakeInCall,
)
from namndstod.services.commands.register import MemberRow
from namndstod.services.importing import read_members
from namndstod.services.reading import MandateView, mandates, meeting_view
from namndstod.storage.store import Reader

from .matching import item_of, same_body
from .memoranda import proposal_drafts
from .papers import IncomingPaper
from .rows import Doubts, Row, RowState, line, lines, present, row

_MEETING: Final = "Sammanträdet"


@dataclass(frozen=True, slots=True)
class CallPlan:
    """What a kallelse would do. `refused` says why nothing of it can be taken in, if so."""

    title: str
    body_id: str | None
    meeting_id: str | None
    rows: tuple[Row, ...]
    doubts: tuple[str, ...]
    people: tuple[tuple[str, IncomingMandate], ...] = ()  # by the key of their row
    items: tuple[tuple[str, str | None], ...] = ()  # key of the row → the item that is there already
    refused: str = ""


def plan_call(reader: Reader, paper: IncomingPaper, found: FoundCall) -> CallPlan:
    """Compare a kallelse with the bodies, people and meetings of the binder."""
    doubts = Doubts(found.doubts, paper.doubts)
    term = body_named(reader, found.committee)
    body_id = term.body_id if term else None
    meeting = reader.first(Meeting, body_id=body_id, day=found.day) if body_id and found.day else None
    view = meeting_view(reader, meeting.id) if meeting is not None else None
    named = row(
        "body",
        "Organ",
        line(term.name if term else ""),
        line(found.committee),
        doubts.take("committee"),
        _MEETING,
    )
    day = row(
        "day",
        "Dag",
        line(view.meeting.day.isoformat() if view else ""),
        line(found.day.isoformat() if found.day else ""),
        doubts.take("day", "date"),
        _MEETING,
    )
    fixed = [
        Row(r.key, r.name, r.now, r.paper, r.state, r.doubts, r.group, takes=False) for r in (named, day) if r
    ]
    people = tuple(_people(reader, found, body_id))
    items = tuple(_items(found, view, doubts))
    rows = (*fixed, *_meeting_rows(found, view, doubts), *(r for r, _ in people), *(r for r, _ in items))
    title = " ".join(filter(None, (found.committee, found.day.isoformat() if found.day else "")))
    told = (*paper.doubts, *(d.message for d in doubts.rest()))
    return CallPlan(
        title or paper.name,
        body_id,
        meeting.id if meeting else None,
        present(rows),
        told,
        tuple((r.key, m) for r, m in people if m is not None),
        tuple((r.key, item.item.id if item else None) for r, item in items),
        _refused(found, view),
    )


def _refused(found: FoundCall, view: MeetingView | None) -> str:
    if not found.committee:
        return "Det framgår inte vilket organ kallelsen gäller."
    if found.day is None:
        return "Det framgår inte vilken dag kallelsen gäller."
    if view is not None and view.held:
        return f"Sammanträdet är {NAMES[view.meeting.state]}: kallelsen kan inte läsas in längre."
    return ""


def body_named(reader: Reader, name: str) -> BodyTerm | None:
    """Return the term of the body that a paper names; forms of the same name count as that."""
    terms = reader.find(BodyTerm)
    same = [t for t in terms if fold(t.name) == fold(name.strip())]
    if same or not name.strip():
        return same[-1] if same else None
    forms = {t.body_id: t for t in terms if same_body(name, t.name)}
    return next(iter(forms.values())) if len(forms) == 1 else None


# --- the meeting -----------------------------------------------------------------------------------


def _meeting_rows(found: FoundCall, view: MeetingView | None, doubts: Doubts) -> Iterator[Row | None]:
    meeting = view.meeting if view else None
    secretary = found.secretary
    groups = tuple(map(_group, found.group_meetings))
    stored = tuple(map(_group, meeting.group_meetings)) if meeting else ()
    facts = (
        (
            "time",
            "Tid",
            clock_span(meeting.starts, meeting.ends) if meeting else "",
            clock_span(found.start, found.end),
            ("start", "end"),
        ),
        ("place", "Plats", meeting.place if meeting else "", found.place, ()),
        ("secretary", "Sekreterare", meeting.secretary if meeting else "", secretary.name, ()),
        (
            "secretary_title",
            "Sekreterarens titel",
            meeting.secretary_title if meeting else "",
            secretary.title,
            (),
        ),
        ("secretary_email", "E-post", meeting.secretary_email if meeting else "", secretary.email, ()),
        ("secretary_phone", "Telefon", meeting.secretary_phone if meeting else "", secretary.phone, ()),
    )
    for key, name, now, said, more in facts:
        yield row(key, name, line(now), line(said), doubts.take(key, *more), _MEETING)
    yield row(
        "group_meetings", "Gruppmöten", lines(stored), lines(groups), doubts.take("group_meetings"), _MEETING
    )
    notices = lines(meeting.notices) if meeting else ()
    yield row("notices", "Meddelanden", notices, lines(found.notices), doubts.take("notices"), _MEETING)


def _group(meeting: GroupMeeting) -> str:
    return " · ".join(filter(None, (", ".join(meeting.parties), meeting.room, meeting.time, meeting.comment)))


# --- the people ------------------------------------------------------------------------------------


def _people(
    reader: Reader, found: FoundCall, body_id: str | None
) -> Iterator[tuple[Row, IncomingMandate | None]]:
    """Yield each person of the kallelse against the register, then those whom it does not name."""
    known = {}
    if body_id and found.day:
        known = {fold(m.person.name): m for m in mandates(reader, body_id, found.day)}
    for substitute, members in ((False, found.members), (True, found.substitutes)):
        for number, member in enumerate(members):
            key = f"{'substitute' if substitute else 'member'}:{number}"
            yield _person(key, member, known.pop(fold(member.name), None), substitute=substitute)
    if not (found.members or found.substitutes):
        return
    for number, left in enumerate(known.values()):
        if left.mandate.role in (Role.OBSERVER, Role.STAFF):
            continue
        told = Doubt(
            field="members", message="Står inte i kallelsen. Väljs raden slutar uppdraget dagen före."
        )
        now = line(_told(left.person.name, left.mandate.party, left.mandate.role))
        gone = Row(
            f"gone:{number}",
            left.person.name,
            now,
            line("inget uppdrag"),
            RowState.UNCLEAR,
            (told,),
            "Förtroendevalda",
        )
        yield gone, IncomingMandate(mandate_id=left.mandate.id, ends=True)


def _person(
    key: str, member: FoundMember, known: MandateView | None, *, substitute: bool
) -> tuple[Row, IncomingMandate | None]:
    read = read_members(
        f"{member.name} ({member.party or '-'})" + (f", {member.role}" if member.role else "")
    )
    taken = read.rows[0] if len(read.rows) == 1 else None
    role = Role.SUBSTITUTE if substitute else (taken.role if taken else Role.MEMBER)
    doubts = (
        ()
        if taken
        else (
            Doubt(
                field="members",
                message="Namn och parti kan inte skiljas åt. Lägg in personen för hand.",
                words=member.name,
            ),
        )
    )
    now = line(_told(known.person.name, known.mandate.party, known.mandate.role)) if known else ()
    found = row(
        key, member.name, now, line(_told(member.name, member.party, role)), doubts, "Förtroendevalda"
    )
    assert found is not None
    if taken is None:
        return Row(
            found.key, found.name, found.now, found.paper, found.state, doubts, found.group, takes=False
        ), None
    new = MemberRow(taken.given_name, taken.surname, member.party, role)
    return found, IncomingMandate(new, known.mandate.id if known else None)


def _told(name: str, party: str, role: Role) -> str:
    return f"{with_party(name, party)}, {ROLE_NAMES[role]}"


# --- the list --------------------------------------------------------------------------------------


def _items(
    found: FoundCall, view: MeetingView | None, doubts: Doubts
) -> Iterator[tuple[Row, ItemView | None]]:
    waiting = list(view.items) if view else []
    for number, item in enumerate(found.items, 1):
        there = item_of(waiting, item.diary_number, "", item.title) or _same_title(waiting, item.title)
        waiting = [i for i in waiting if there is None or i.item.id != there.item.id]
        told = doubts.take(f"items:{number}", f"items[{number - 1}]")
        name = f"{item.number}. {item.title}" if item.number else item.title
        made = row(
            f"item:{number - 1}",
            name,
            _item_text(there) if there else (),
            _said(item),
            told,
            "Föredragningslista",
        )
        if made is not None:
            yield made, there


def _same_title(items: list[ItemView], title: str) -> ItemView | None:
    return next((i for i in items if fold(i.item.title) == fold(title)), None)


def _item_text(item: ItemView) -> tuple[Draft, ...]:
    head = lines((item.item.title, item.diary_number, ", ".join(item.item.presenters)))
    texts = (item.text(r) for r in (TextRole.PROPOSAL, TextRole.SUMMARY, TextRole.POINTS))
    return (*head, *(d for text in texts for d in text))


def _said(item: FoundItem) -> tuple[Draft, ...]:
    head = lines((item.title, item.diary_number, ", ".join(item.presenters)))
    return (*head, *_proposal(item), *lines(item.summary), *_points(item))


def _proposal(item: FoundItem) -> tuple[Draft, ...]:
    return (*proposal_drafts(item.decider, item.clauses, item.conditions), *lines(item.after_clauses))


def _points(item: FoundItem) -> tuple[Draft, ...]:
    return tuple(Draft(BlockKind.BULLET, point) for point in item.points)


# --- what is taken ---------------------------------------------------------------------------------


def taken_call(plan: CallPlan, found: FoundCall, chosen: Collection[str]) -> TakeInCall:
    """Return the command that takes the rows chosen by their keys. The plan is not one that is refused."""
    assert found.day is not None
    new = (
        IncomingBody(found.committee, _kind(found.committee), len(found.members))
        if plan.body_id is None
        else None
    )
    return TakeInCall(
        _meeting(found, set(chosen)),
        plan.body_id,
        new,
        plan.meeting_id,
        tuple(mandate for key, mandate in plan.people if key in chosen),
        tuple(
            _taken_item(found.items[int(key.partition(":")[2])], there)
            for key, there in plan.items
            if key in chosen
        ),
    )


def _meeting(found: FoundCall, chosen: set[str]) -> IncomingMeeting:
    assert found.day is not None
    secretary = found.secretary
    return IncomingMeeting(
        day=found.day,
        starts=found.start if "time" in chosen else None,
        ends=found.end if "time" in chosen else None,
        place=found.place if "place" in chosen else None,
        group_meetings=found.group_meetings if "group_meetings" in chosen else None,
        notices=found.notices if "notices" in chosen else None,
        secretary=secretary.name if "secretary" in chosen else None,
        secretary_title=secretary.title if "secretary_title" in chosen else None,
        secretary_email=secretary.email if "secretary_email" in chosen else None,
        secretary_phone=secretary.phone if "secretary_phone" in chosen else None,
    )


def _taken_item(item: FoundItem, there: str | None) -> IncomingItem:
    texts = (
        (TextRole.PROPOSAL, _proposal(item)),
        (TextRole.SUMMARY, lines(item.summary)),
        (TextRole.POINTS, _points(item)),
    )
    return IncomingItem(
        item_id=there,
        number=None if there else _LAST,
        kind=item.kind or ItemKind.DECISION,
        purpose=_purpose(item),
        title=item.title,
        diary_number=item.diary_number or None,
        presenters=item.presenters or None,
        texts=tuple(IncomingText(role, drafts) for role, drafts in texts if drafts),
    )


def _purpose(item: FoundItem) -> ItemPurpose | None:
    """Return what the program does in an item, where its heading leaves no doubt."""
    title = fold(item.title)
    if item.kind is ItemKind.FORMAL and re.search(r"juster(ing|are)", title):
        return ItemPurpose.APPROVAL
    return ItemPurpose.DELEGATED if item.kind is ItemKind.REPORT and "delegationsbeslut" in title else None


_LAST: Final = 10_000
"""A place after all others: a new list keeps the order of the paper."""


def _kind(name: str) -> BodyKind:
    """Return what a body is by its name; a nämnd unless the name says otherwise."""
    folded = fold(name)
    if "fullmäktige" in folded:
        return BodyKind.ASSEMBLY
    if "utskott" in folded or "beredning" in folded:
        return BodyKind.SUBCOMMITTEE
    return (
        BodyKind.BOARD if folded.endswith("styrelse") or folded.endswith("styrelsen") else BodyKind.COMMITTEE
    )
