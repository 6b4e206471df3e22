"""The roll call of a §: the pane with its commands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from namndstod.domain.proceedings import Choice
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.voting import (
    BreakTie,
    CancelVote,
    CastBallot,
    CastParty,
    RemoveBallot,
)

from .actions import Actions
from .course_words import roll_call
from .deliberation_card import DeliberationCard, vote_of
from .vote_pane import VotePane


class Voting(QObject):
    """Opens the pane when a vote is wanted, sends what is keyed, and lets go when it is done."""

    began = Signal()
    ended = Signal()

    def __init__(self, actions: Actions, card: DeliberationCard) -> None:
        super().__init__(card)
        self._actions = actions
        self._view: MeetingView | None = None
        self._section: SectionView | None = None
        self._frozen = False
        self._vote_id = ""
        self.pane = VotePane()
        card.voteWanted.connect(self._begin)
        self.pane.cast.connect(self._cast)
        self.pane.takenBack.connect(self._rub_out)
        self.pane.answered.connect(self._break_tie)
        self.pane.cancelRequested.connect(self._cancel)
        self.pane.finished.connect(self._finish)

    def show_section(self, view: MeetingView, section: SectionView, *, frozen: bool) -> None:
        """Show the vote as it is now; it ends when another § is shown, or when it was taken away."""
        self._view, self._section, self._frozen = view, section, frozen
        if not self._vote_id:
            return
        vote = vote_of(section, self._vote_id)
        if vote is None:
            self._finish()
        else:
            self.pane.show_vote(roll_call(view, section, vote), frozen=frozen)

    def _begin(self, vote_id: str) -> None:
        self._vote_id = vote_id
        if self._view is not None and self._section is not None:
            self.show_section(self._view, self._section, frozen=self._frozen)
            if self._vote_id:
                self.began.emit()
                self.pane.focus_list()

    def _cast(self, person_id: str, choice: Choice, whole_party: bool) -> None:
        if not whole_party:
            self._actions.do(CastBallot(self._vote_id, person_id, choice))
            return
        parties = {m.person_id: m.party for m in self._view.mandates} if self._view else {}
        self._actions.do(CastParty(self._vote_id, parties.get(person_id, ""), choice, over=True))

    def _rub_out(self, person_id: str) -> None:
        vote = vote_of(self._section, self._vote_id) if self._section else None
        ballot = next((b for b in vote.ballots if b.person_id == person_id), None) if vote else None
        if ballot is not None:
            self._actions.do(RemoveBallot(ballot.id))

    def _break_tie(self, key: str, by_lot: bool) -> None:
        self._actions.do(BreakTie(self._vote_id, key, by_lot=by_lot))

    def _cancel(self) -> None:
        vote = vote_of(self._section, self._vote_id) if self._section else None
        if vote is not None and vote.vote.proposition_id is not None:
            self._actions.do_with_undo(CancelVote(vote.vote.proposition_id), "Omröstningen avbröts.")

    def _finish(self) -> None:
        self._vote_id = ""
        self.ended.emit()
