"""Queries about decisions made by delegation: the register of a body, what is not reported, the letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from namndstod.domain.delegation import (
    NOTHING_REPORTED,
    DecisionDocument,
    DecisionLetter,
    DelegatedDecision,
)
from namndstod.domain.delegation_standing import Place, Standing, Stood, place_of, stood_of
from namndstod.domain.errors import NotFound
from namndstod.domain.frozen import frozen
from namndstod.domain.proceedings import Notice
from namndstod.domain.records import (
    AgendaItem,
    ItemPurpose,
    Meeting,
    MeetingState,
    Section,
    StoredFile,
)
from namndstod.domain.states import is_frozen
from namndstod.domain.swedish_sort import swedish_key
from namndstod.storage.store import Reader

from ..terms import term_on

if TYPE_CHECKING:
    from namndstod.domain.letters import LetterView

_AT_ONCE = 900  # ids in one question; a register has more decisions than SQLite takes


@frozen
class DelegatedRow:
    """A decision of the register: where it stands, and whether it has a letter."""

    decision: DelegatedDecision
    stood: Stood
    letter_id: str | None = None

    @property
    def standing(self) -> Standing:
        """How far it has come."""
        return self.stood.standing

    @property
    def standing_text(self) -> str:
        """«ej anmäld», «anmäls 2027-05-14», «anmäld § 34 2027-05-14», «laga kraft 2027-06-12» …"""
        return self.stood.text

    @property
    def meeting(self) -> Meeting | None:
        """The meeting at which it is reported."""
        return self.stood.place.meeting if self.stood.place is not None else None

    @property
    def section(self) -> int | None:
        """The § in which it was reported."""
        return self.stood.place.section if self.stood.place is not None else None


def delegated(reader: Reader, body_id: str, today: date) -> tuple[DelegatedRow, ...]:
    """Return the delegated decisions of a body, as they were entered."""
    return _rows(reader, reader.find(DelegatedDecision, body_id=body_id), today)


def unreported(reader: Reader, body_id: str) -> tuple[DelegatedDecision, ...]:
    """Return the decisions of a body that stand on no list, or whose § told nothing."""
    rows = delegated(reader, body_id, date.min)
    return tuple(r.decision for r in rows if r.standing is Standing.UNREPORTED)


def delegated_at(reader: Reader, item_id: str, today: date) -> tuple[DelegatedRow, ...]:
    """Return the decisions that are reported at an item."""
    return _rows(reader, reader.find(DelegatedDecision, item_id=item_id), today)


def standing_of(reader: Reader, decisions: Sequence[DelegatedDecision]) -> dict[str, Standing]:
    """Return where each decision stands, by its id; laga kraft is not told from the anslag."""
    places = places_of(reader, {d.item_id for d in decisions if d.item_id is not None})
    return {d.id: stood_of(d, places.get(d.item_id or ""), date.min).standing for d in decisions}


def places_of(reader: Reader, item_ids: Collection[str]) -> dict[str, Place]:
    """Return where the decisions of each item stand; nothing for items where nothing was reported."""
    items = [i for ids in _parts(sorted(item_ids)) for i in reader.find(AgendaItem, id=ids)]
    meeting_ids = sorted({i.meeting_id for i in items})
    meetings = {m.id: m for ids in _parts(meeting_ids) for m in reader.find(Meeting, id=ids)}
    sections = {s.item_id: s for ids in _parts(sorted(item_ids)) for s in reader.find(Section, item_id=ids)}
    notices: dict[str, list[Notice]] = defaultdict(list)
    for ids in _parts(meeting_ids):
        for notice in reader.find(Notice, meeting_id=ids):
            notices[notice.meeting_id].append(notice)
    places = {
        i.id: place_of(meetings[i.meeting_id], sections.get(i.id), notices[i.meeting_id]) for i in items
    }
    return {id: place for id, place in places.items() if place is not None}


def locked_items(reader: Reader, item_ids: Collection[str]) -> set[str]:
    """Return the items whose § told nothing (it was bordlagd), in minutes that are locked."""
    untold = {
        s.item_id: s
        for ids in _parts(sorted(item_ids))
        for s in reader.find(Section, item_id=ids, outcome=NOTHING_REPORTED)
        if s.item_id is not None
    }
    meetings = {
        m.id: m
        for ids in _parts(sorted({s.meeting_id for s in untold.values()}))
        for m in reader.find(Meeting, id=ids)
    }
    return {id for id, s in untold.items() if s.approved is not None or is_frozen(meetings[s.meeting_id])}


def files_of(reader: Reader, decision_id: str) -> tuple[tuple[DecisionDocument, StoredFile], ...]:
    """Return the files that are kept with a decision, in order."""
    documents = reader.find(DecisionDocument, decision_id=decision_id)
    stored = {f.id: f for f in reader.find(StoredFile, id=[d.file_id for d in documents])}
    return tuple((d, stored[d.file_id]) for d in documents)


def next_meeting(reader: Reader, body_id: str, today: date) -> Meeting | None:
    """Return the meeting at which decisions are reported next: the first that is still to come."""
    found = reader.find(Meeting, body_id=body_id, state=(MeetingState.CALLED, MeetingState.PLANNED))
    return min((m for m in found if m.day >= today), key=lambda m: m.day, default=None)


def report_item(reader: Reader, meeting_id: str) -> AgendaItem | None:
    """Return the meeting's item where delegated decisions are reported."""
    return reader.first(AgendaItem, meeting_id=meeting_id, purpose=ItemPurpose.DELEGATED)


def letter_view(reader: Reader, decision_id: str) -> LetterView:
    """Return the letter of a decision with what it needs. Raises NotFound when there is none."""
    from namndstod.domain.letters import LetterView  # not before a letter is looked at

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


def _rows(reader: Reader, decisions: Iterable[DelegatedDecision], today: date) -> tuple[DelegatedRow, ...]:
    known = sorted(decisions, key=lambda d: d.position)
    places = places_of(reader, {d.item_id for d in known if d.item_id is not None})
    letters = {
        letter.decision_id: letter.id
        for ids in _parts([d.id for d in known])
        for letter in reader.find(DecisionLetter, decision_id=ids)
    }
    return tuple(
        DelegatedRow(d, stood_of(d, places.get(d.item_id or ""), today), letters.get(d.id)) for d in known
    )


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield ids, as many at once as fit into one question."""
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
