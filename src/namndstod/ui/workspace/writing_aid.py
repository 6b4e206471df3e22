"""What the texts of a meeting are looked at with, and what may be written in them next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from namndstod.domain.deadlines import approval_deadline
from namndstod.domain.language import hints
from namndstod.domain.phrase_bank import Offer, Phrase, offers, phrases_for
from namndstod.domain.records import (
    AgendaItem,
    BodyTerm,
    Meeting,
    Memorandum,
    Person,
    Record,
    TextRole,
)
from namndstod.domain.spelling import words_in
from namndstod.domain.swedish import long_date
from namndstod.domain.view import MeetingView
from namndstod.services.aiding import known_texts
from namndstod.services.aiding import phrases as stored_phrases
from namndstod.services.session import Outcome, Session
from namndstod.ui.kit.text_aid import Note, NoteKind

if TYPE_CHECKING:
    from namndstod.ui.spelling import Spelling

_NAMED: tuple[type[Record], ...] = (Person, BodyTerm, Meeting, AgendaItem, Memorandum)
_OF_OTHERS = (TextRole.RESERVATIONS, TextRole.REMARKS)
_MISSPELT = "Ordet finns inte i ordlistan"


class WritingAids(QObject):
    """What the aids of all texts share: the meeting, the phrases of the binder, the spelling."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._spelling: Spelling | None = None
        self._phrases: list[Phrase] | None = None
        self._names_stale = True
        self.view: MeetingView | None = None
        session.listen(self._stored)

    def use(self, spelling: Spelling) -> None:
        """Look at spelling too from now on."""
        self._spelling = spelling
        spelling.changed.connect(self.changed)
        self.changed.emit()

    @property
    def spelling(self) -> Spelling | None:
        """The spelling, told the names of the binder when they are others than before."""
        if self._spelling is not None and self._names_stale:
            self._names_stale = False
            self._spelling.know(self._session.ask(known_texts))
        return self._spelling

    def show_view(self, view: MeetingView) -> None:
        """Speak of this meeting from now on."""
        self.view = view

    def phrases(self, role: TextRole) -> tuple[str, ...]:
        """The phrases for a text of the meeting."""
        if self.view is None:
            return ()
        if self._phrases is None:
            self._phrases = self._session.ask(stored_phrases)
        return phrases_for(role, self.view.term, self._phrases)

    def _stored(self, outcome: Outcome) -> None:
        kinds = {change.kind for change in outcome.changes}
        if Phrase in kinds:
            self._phrases = None
        if not kinds.isdisjoint(_NAMED):
            self._names_stale = True


class TextAid(QObject):
    """The aid of one text: phrases for its role, and in the minutes språkförslag."""

    changed = Signal()

    def __init__(self, shared: WritingAids, role: TextRole, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._role = role
        self.in_minutes = False
        shared.changed.connect(self.changed)

    def notes(self, text: str) -> Sequence[Note]:
        """Return språkförslag and misspellings of a paragraph."""
        found = [
            Note(h.start, h.end, NoteKind.HINT, h.message, h.replacements)
            for h in (hints(text) if self.in_minutes and self._role not in _OF_OTHERS else ())
        ]
        spelling = self._shared.spelling
        if spelling is not None:
            words = words_in(text)
            wrong = spelling.wrong(w.text for w in words)
            hinted = [(n.start, n.end) for n in found]
            found += [
                Note(w.start, w.end, NoteKind.SPELLING, _MISSPELT)
                for w in words
                if w.text in wrong and not any(a < w.end and w.start < b for a, b in hinted)
            ]
        return found

    def suggest(self, word: str, tell: Callable[[Sequence[str]], object]) -> None:
        """Tell what may be meant by a wrong word."""
        if (spelling := self._shared.spelling) is not None:
            spelling.suggest(word, tell)

    def learn(self, word: str) -> None:
        """Keep a word among the person's own."""
        if (spelling := self._shared.spelling) is not None:
            spelling.learn(word)

    def offers(self, before: str, *, asked: bool, clause: bool) -> Sequence[Offer]:
        """Return the phrases that what stands before the cursor begins."""
        bank = self._shared.phrases(self._role)
        return offers(before, bank, self.values("NN (P)"), asked=asked, clause=clause)

    def values(self, name: str) -> Sequence[str]:
        """Return who or when may be meant at a place of a phrase."""
        view = self._shared.view
        if view is None:
            return ()
        if name == "NN (P)":
            return [view.label(m.person_id) for m in (*view.members, *view.substitutes)]
        if name == "NN":
            return [view.people[m.person_id].name for m in (*view.members, *view.substitutes)]
        if name == "datum":
            return _dates(view)
        return ["förslaget", "eget yrkande"] if name == "förslaget" else ()


def _dates(view: MeetingView) -> list[str]:
    """The dates of a meeting, as they stand after «den»: by when it is justerat first."""
    meeting = view.meeting
    days = (
        meeting.approval_date,
        approval_deadline(meeting.day, view.customs.approval_days),
        meeting.day,
        meeting.end_day,
    )
    return list(dict.fromkeys(long_date(d).partition("\u00a0")[2] for d in days if d is not None))
