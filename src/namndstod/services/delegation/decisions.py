"""Queries about decisions made by delegation: the register of a body, what is not reported, the letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from namndstod.domain.delegation import NOTHING_REPORTED, DecisionLetter, DelegatedDecision
from namndstod.domain.errors import NotFound
from namndstod.domain.letters import LetterView
from namndstod.domain.records import (
    AgendaItem,
    ItemPurpose,
    Meeting,
    MeetingState,
    Section,
    SectionState,
)
from namndstod.domain.swedish import NBSP
from namndstod.domain.swedish_sort import swedish_key
from namndstod.storage.store import Reader

from ..terms import term_on

_AT_ONCE = 900  # ids in one question; a register has more decisions than SQLite takes


class Standing(StrEnum):
    """How far a delegated decision has come towards nämnden (KL 6:40, 7:8)."""

    UNREPORTED = "unreported"  # ej anmäld
    LISTED = "listed"  # stands on the list of a meeting that has not come to it
    REPORTED = "reported"  # anmäld


@dataclass(frozen=True, slots=True)
class DelegatedRow:
    """A decision of the register: where it stands, at which meeting and §, and whether it has a letter."""

    decision: DelegatedDecision
    standing: Standing
    meeting: Meeting | None = None
    section: int | None = None
    letter_id: str | None = None

    @property
    def standing_text(self) -> str:
        """«ej anmäld», «anmäls 2027-05-14» or «anmäld § 34 2027-05-14»."""
        if self.standing is Standing.UNREPORTED or self.meeting is None:
            return "ej anmäld"
        day = self.meeting.day.isoformat()
        if self.standing is Standing.LISTED:
            return f"anmäls {day}"
        return f"anmäld §{NBSP}{self.section} {day}" if self.section is not None else f"anmäld {day}"


def delegated(reader: Reader, body_id: str) -> tuple[DelegatedRow, ...]:
    """Return the delegated decisions of a body, as they were entered."""
    return _rows(reader, reader.find(DelegatedDecision, body_id=body_id))


def unreported(reader: Reader, body_id: str) -> tuple[DelegatedDecision, ...]:
    """Return the decisions of a body that stand on no list, or whose § told nothing."""
    return tuple(r.decision for r in delegated(reader, body_id) if r.standing is Standing.UNREPORTED)


def delegated_at(reader: Reader, item_id: str) -> tuple[DelegatedRow, ...]:
    """Return the decisions that are reported at an item."""
    return _rows(reader, reader.find(DelegatedDecision, item_id=item_id))


def standing_of(reader: Reader, decisions: Sequence[DelegatedDecision]) -> dict[str, Standing]:
    """Return where each decision stands, by its id."""
    return {row.decision.id: row.standing for row in _rows(reader, decisions)}


def next_meeting(reader: Reader, body_id: str, today: date) -> Meeting | None:
    """Return the meeting at which decisions are reported next: the first that is still to come."""
    found = reader.find(Meeting, body_id=body_id, state=(MeetingState.CALLED, MeetingState.PLANNED))
    return min((m for m in found if m.day >= today), key=lambda m: m.day, default=None)


def report_item(reader: Reader, meeting_id: str) -> AgendaItem | None:
    """Return the meeting's item where delegated decisions are reported."""
    return reader.first(AgendaItem, meeting_id=meeting_id, purpose=ItemPurpose.DELEGATED)


def letter_view(reader: Reader, decision_id: str) -> LetterView:
    """Return the letter of a decision with what it needs. Raises NotFound when there is none."""
    decision = reader.get(DelegatedDecision, decision_id)
    letter = reader.first(DecisionLetter, decision_id=decision_id)
    if letter is None:
        raise NotFound(f"Beslutet {decision.diary_number} har inget beslutsbrev.".replace("  ", " "))
    day = decision.decided_on or letter.day
    return LetterView(letter, decision, term_on(reader, decision.body_id, day or date.max))


def letter_by_number(reader: Reader, diary_number: str) -> LetterView:
    """Return the letter of the decision with that diarienummer. Raises NotFound with a reason."""
    wanted = swedish_key(diary_number.strip())[0]
    found = [d for d in reader.find(DelegatedDecision) if swedish_key(d.diary_number.strip())[0] == wanted]
    if not found:
        raise NotFound(f"Det finns inget delegationsbeslut med diarienummer {diary_number}.")
    with_letter = reader.find(DecisionLetter, decision_id=[d.id for d in found])
    if not with_letter:
        raise NotFound(f"Delegationsbeslutet {diary_number} har inget beslutsbrev.")
    if len(with_letter) > 1:
        raise NotFound(f"Flera beslutsbrev har diarienummer {diary_number}.")
    return letter_view(reader, with_letter[0].decision_id)


def _rows(reader: Reader, decisions: Iterable[DelegatedDecision]) -> tuple[DelegatedRow, ...]:
    known = sorted(decisions, key=lambda d: d.position)
    item_ids = {d.item_id for d in known if d.item_id is not None}
    items = {i.id: i for i in reader.find(AgendaItem, id=sorted(item_ids))}
    meetings = {m.id: m for m in reader.find(Meeting, id=sorted({i.meeting_id for i in items.values()}))}
    sections = {s.item_id: s for s in reader.find(Section, item_id=sorted(item_ids))}
    ids = [d.id for d in known]
    letters = {
        letter.decision_id: letter.id
        for start in range(0, len(ids), _AT_ONCE)
        for letter in reader.find(DecisionLetter, decision_id=ids[start : start + _AT_ONCE])
    }

    def row(decision: DelegatedDecision) -> DelegatedRow:
        item = items.get(decision.item_id or "")
        meeting = meetings[item.meeting_id] if item is not None else None
        section = sections.get(decision.item_id)
        standing = _standing(meeting, section)
        number = section.number if section is not None else None
        return DelegatedRow(decision, standing, meeting, number, letters.get(decision.id))

    return tuple(row(d) for d in known)


def _standing(meeting: Meeting | None, section: Section | None) -> Standing:
    if meeting is None or meeting.state is MeetingState.CANCELLED:
        return Standing.UNREPORTED
    if section is not None and section.outcome in NOTHING_REPORTED:
        return Standing.UNREPORTED
    if section is not None and section.state is SectionState.DECIDED:
        return Standing.REPORTED
    return Standing.LISTED
