"""What was said of a decision, and what follows from it, as rows of the window. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from namndstod.domain.deliberation import Deliberation
from namndstod.domain.losers import Losers, fallen, voted_against
from namndstod.domain.option_names import Names
from namndstod.domain.options import Options, options
from namndstod.domain.participation import may_reserve, standing_aside
from namndstod.domain.proceedings import (
    REJECTION,
    Assignment,
    PropositionKind,
    Remark,
    RemarkKind,
    Reservation,
)
from namndstod.domain.records import ItemKind
from namndstod.domain.remark_phrases import remark_lines, reservation_lines
from namndstod.domain.swedish import capitalised, day_month, listed
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.base import Command
from namndstod.services.commands.remarks import ReserveFallen, ReserveVotersAgainst
from namndstod.ui.kit.names_field import Name
from namndstod.ui.kit.tokens import Tone

PARTY = "party:"
"""Before the party, where a name stands for its representatives."""

_NOTHING = ("", Tone.NEUTRAL)


class Said(StrEnum):
    """What can be noted of a decision."""

    RESERVATION = "reservation"
    STATEMENT = "statement"  # särskilt yttrande
    NOTE = "note"  # protokollsanteckning
    NO_PART = "no_part"  # deltar inte i beslutet
    ASSIGNMENT = "assignment"  # uppdrag


KINDS: tuple[tuple[Said, str], ...] = (
    (Said.RESERVATION, "Reservation"),
    (Said.STATEMENT, "Särskilt yttrande"),
    (Said.NOTE, "Protokollsanteckning"),
    (Said.NO_PART, "Deltar inte i beslutet"),
    (Said.ASSIGNMENT, "Uppdrag"),
)


class Act(StrEnum):
    """What can be done with a row besides changing it and taking it away."""

    PERMIT = "Medge"
    REFUSE = "Medge inte"
    REASONS = "Motiveringen har kommit"
    TEXT = "Texten har kommit"
    DONE = "Fullgjort"
    NOT_DONE = "Inte fullgjort"


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A row: what it is, the id of its record (of the § for those who take no part), and its words."""

    kind: Said
    id: str
    text: str
    pill: tuple[str, Tone] = _NOTHING
    acts: tuple[Act, ...] = ()
    changes: bool = True  # whether it is changed in the form


def said_rows(view: MeetingView, section: SectionView, *, frozen: bool) -> tuple[SaidRow, ...]:
    """Return everything noted of the decision, in the words of the minutes."""
    said = section.deliberation
    rows = [_reservation(view, section, r) for r in said.reservations]
    if said.not_taking_part:
        rows.append(_no_part(view, section))
    rows += [_remark(view, section, r) for r in said.remarks]
    rows = [replace(row, acts=()) for row in rows] if frozen else rows
    return (*rows, *(_assignment(task, frozen=frozen) for task in said.assignments))


def _reservation(view: MeetingView, section: SectionView, reservation: Reservation) -> SaidRow:
    here = replace(section.facts, said=replace(section.deliberation, reservations=(reservation,)))
    lines = reservation_lines(view, here, _options(view, section))
    counts = may_reserve(reservation, section.presence, section.deliberation)
    if not lines:
        who = listed([view.label(p) for p in reservation.persons])
        return SaidRow(Said.RESERVATION, reservation.id, f"{who} reserverar sig.", ("räknas inte", Tone.MEND))
    if len(counts) < len(reservation.persons):
        pill = ("alla räknas inte", Tone.MEND)
    elif reservation.written and reservation.received is None:
        pill = ("motivering väntas", Tone.LOOK)
    else:
        pill = _NOTHING
    acts = (Act.REASONS,) if reservation.written and reservation.received is None else ()
    return SaidRow(Said.RESERVATION, reservation.id, lines[0].text, pill, acts)


def _no_part(view: MeetingView, section: SectionView) -> SaidRow:
    serving = standing_aside(section.presence, section.deliberation)
    all_ = (*serving, *sorted(section.deliberation.not_taking_part - set(serving)))
    text = f"{listed([view.label(p) for p in all_])} deltar inte i beslutet."
    pill = _NOTHING if len(serving) == len(all_) else ("tjänstgör inte", Tone.LOOK)
    return SaidRow(Said.NO_PART, section.section.id, text, pill)


def _remark(view: MeetingView, section: SectionView, remark: Remark) -> SaidRow:
    alone = Deliberation(remarks=(replace(remark, permitted=True),))
    lines = remark_lines(view, replace(section.facts, said=alone))
    kind = Said.STATEMENT if remark.kind is RemarkKind.STATEMENT else Said.NOTE
    text = lines[0].text if lines else ""
    if remark.permitted is None:
        return SaidRow(kind, remark.id, text, ("medges den?", Tone.LOOK), (Act.PERMIT, Act.REFUSE))
    if not remark.permitted:
        return SaidRow(kind, remark.id, text, ("inte medgiven", Tone.NEUTRAL), (Act.PERMIT,))
    waits = remark.appendix is None and (kind is Said.STATEMENT or not remark.words.strip())
    return SaidRow(kind, remark.id, text, _NOTHING, (Act.TEXT,) if waits else ())


def _assignment(task: Assignment, *, frozen: bool) -> SaidRow:
    """An uppdrag is fullgjort after justering too."""
    to = f"{task.to}: " if task.to else ""
    if task.done is not None:
        pill, acts = (f"fullgjort {day_month(task.done)}", Tone.DONE), (Act.NOT_DONE,)
    else:
        pill = (f"åter {day_month(task.due)}", Tone.INFO) if task.due else ("bevakas", Tone.INFO)
        acts = (Act.DONE,)
    return SaidRow(Said.ASSIGNMENT, task.id, f"Uppdrag. {to}{task.what}", pill, acts, changes=not frozen)


# --- what there is to choose from ----------------------------------------------------------------------


def names_of(view: MeetingView, section: SectionView) -> tuple[Name, ...]:
    """Return whom a form of the § can name: who serves, then the others, then the groups of parties."""
    serving = [s.person_id for s in section.presence.serving]
    others = [m.person_id for m in view.mandates if m.person_id not in serving]
    groups: dict[str, list[str]] = {}
    for mandate in view.mandates:
        if mandate.person_id in serving and mandate.party:
            groups.setdefault(mandate.party, []).append(mandate.person_id)
    names = [Name(view.label(p), (p,)) for p in dict.fromkeys((*serving, *others))]
    return (*names, *(Name(f"Alla {party}", tuple(who)) for party, who in groups.items() if len(who) > 1))


def speakers_of(view: MeetingView, section: SectionView) -> tuple[Name, ...]:
    """Return who can have something taken in: persons, and «Representanterna från M»."""
    people = tuple(n for n in names_of(view, section) if len(n.ids) == 1)
    parties = dict.fromkeys(m.party for m in view.mandates if m.party)
    return (*people, *(Name(f"Representanterna från {p}", (f"{PARTY}{p}",)) for p in parties))


def held_by(view: MeetingView, section: SectionView) -> tuple[tuple[str, str], ...]:
    """Return what a reservation can be in favour of: (key, «Karin Eks yrkande»)."""
    choices = _options(view, section)
    names = Names(view, section.facts, choices)
    keys = dict.fromkeys((*choices.matter, *choices.additions, *choices.formal, REJECTION))
    lost = [key for key, _ in losers(view, section)]
    ordered = sorted(keys, key=lambda key: (key not in lost, key == REJECTION))
    return (("", "sägs inte"), *((key, capitalised(names.definite(key))) for key in ordered))


def losers(view: MeetingView, section: SectionView) -> tuple[Losers, ...]:
    """Return what lost and who held by it: by the latest omröstning, else whose yrkanden fell."""
    course = view.courses.get(section.section.id)
    if course is None:
        return ()
    vote = _latest_vote(section)
    if vote is not None:
        found = next(v for v in section.deliberation.votes if v.vote.id == vote)
        lost = voted_against(found, section.facts)
        return (lost,) if lost is not None else ()
    return fallen(course, section.facts)


def reserve_all(view: MeetingView, section: SectionView) -> tuple[Command, str] | None:
    """Return the command that lets all who lost reserve, and what it says; None where nobody is left to."""
    already = {p for r in section.deliberation.reservations for p in r.persons}
    who = [p for _, persons in losers(view, section) for p in persons if p not in already]
    if not who:
        return None
    vote = _latest_vote(section)
    command = ReserveVotersAgainst(vote) if vote is not None else ReserveFallen(section.section.id)
    names = listed([view.label(p) for p in who]) if len(who) <= 3 else f"{len(who)} ledamöter"
    return command, f"Reservation: {names}."


def _latest_vote(section: SectionView) -> str | None:
    """The latest open vote on a decision; one on which motförslag to put against it decides nothing yet."""
    counter = {p.id for p in section.deliberation.propositions if p.kind is PropositionKind.COUNTER}
    votes = [
        v for v in section.deliberation.votes if not v.vote.closed and v.vote.proposition_id not in counter
    ]
    decided = [v for v in votes if voted_against(v, section.facts) is not None]
    return decided[-1].vote.id if decided else None


def _options(view: MeetingView, section: SectionView) -> Options:
    course = view.courses.get(section.section.id)
    return course.options if course is not None else options(section.facts, view.customs)


def is_told_of(section: SectionView) -> bool:
    """Whether a § is such that something is said of it: all but formalia without a word."""
    formal = section.item is not None and section.item.item.kind is ItemKind.FORMAL
    said = section.deliberation
    noted = said.reservations or said.remarks or said.not_taking_part or said.assignments
    return not formal or bool(noted)
