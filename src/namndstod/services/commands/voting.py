"""Propositions and omröstning: what is put and found, roll call, tie, lot, closed ballot (KL 5:53–56).

During the meeting nothing is refused for being against a rule: a vote after the klubba, or of somebody who
does not serve, is stored, marked in Kontroll and counted nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from namndstod.domain.errors import RuleBroken
from namndstod.domain.procedure import NextStep, Procedure, Stage, procedure
from namndstod.domain.proceedings import (
    Ballot,
    Choice,
    Count,
    Proposition,
    PropositionKind,
    Vote,
)
from namndstod.domain.records import Section, new_id
from namndstod.domain.script import WAITS
from namndstod.services.reading import section_in_view

from .base import Command, Desk


@dataclass(frozen=True)
class PutProposition(Command):
    """The chair puts a question; with `carried` the chair also says what is found. The program proposes both.

    Without `options` it is the question that comes next in the order of rule 14.
    """

    label: ClassVar[str] = "ställ proposition"
    section_id: str
    kind: PropositionKind | None = None
    options: tuple[str, ...] = ()
    carried: str | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the proposition. Raises RuleBroken where there is nothing to put."""
        kind, options = self.kind, self.options
        if kind is None or not options:
            step = _course(desk, self.section_id).next
            if step.stage is not Stage.PUT or step.kind is None or not step.options:
                waits = "" if step.stage is Stage.PUT else WAITS.get(step.stage, "")
                raise RuleBroken(waits or "Det finns inget att ställa proposition på.")
            kind, options = step.kind, step.options
        last = desk.work.maximum(Proposition, "position", section_id=self.section_id) or 0
        proposition = Proposition(
            id=new_id(),
            section_id=self.section_id,
            position=last + 1,
            kind=kind,
            options=tuple(dict.fromkeys(options)),
            carried=self.carried,
        )
        return desk.work.add(proposition).id


@dataclass(frozen=True)
class FindCarried(Command):
    """The chair finds what is carried (by acclamation); None takes it back."""

    label: ClassVar[str] = "ordföranden finner"
    proposition_id: str
    carried: str | None

    def run(self, desk: Desk) -> None:
        """Note it. A vote that was taken on it stands for what its Ja and Nej say."""
        desk.work.change(desk.work.get(Proposition, self.proposition_id), carried=self.carried)


@dataclass(frozen=True)
class RequestVote(Command):
    """One ledamot is enough to request omröstning, before the klubba (KL 5:53)."""

    label: ClassVar[str] = "begär omröstning"
    proposition_id: str
    requested_by: str | None = None
    after_gavel: bool = False  # as the secretary states it

    def run(self, desk: Desk) -> None:
        """Note the request."""
        proposition = desk.work.get(Proposition, self.proposition_id)
        desk.work.change(
            proposition, vote_requested=True, requested_by=self.requested_by, after_gavel=self.after_gavel
        )


@dataclass(frozen=True)
class RemoveProposition(Command):
    """Take away a proposition entered by mistake, with the rounds and votes that rest on it."""

    label: ClassVar[str] = "ta bort proposition"
    proposition_id: str

    def run(self, desk: Desk) -> None:
        """Remove it and what follows from it."""
        proposition = desk.work.get(Proposition, self.proposition_id)
        _remove_rounds_within(desk, proposition)
        _remove_votes_on(desk, proposition.id)
        desk.work.remove(proposition)


@dataclass(frozen=True)
class CancelVote(Command):
    """No omröstning after all: the request goes with the rounds and votes; what is found stands."""

    label: ClassVar[str] = "avbryt omröstning"
    proposition_id: str

    def run(self, desk: Desk) -> None:
        """Take back the request and remove what rests on it."""
        proposition = desk.work.get(Proposition, self.proposition_id)
        _remove_rounds_within(desk, proposition)
        _remove_votes_on(desk, proposition.id)
        desk.work.change(proposition, vote_requested=False, requested_by=None, after_gavel=False)


@dataclass(frozen=True)
class OpenVote(Command):
    """The vote begins, with what Ja and Nej stand for; without them the carried proposal is Ja (rule 15)."""

    label: ClassVar[str] = "börja omröstning"
    proposition_id: str
    yes: str = ""
    no: str = ""

    def run(self, desk: Desk) -> str:
        """Return the id of the vote. Raises RuleBroken where the motförslag is not found yet."""
        proposition = desk.work.get(Proposition, self.proposition_id)
        if desk.work.first(Vote, proposition_id=proposition.id) is not None:
            raise RuleBroken("Omröstningen är redan påbörjad.")
        yes, no = self.yes, self.no
        if not yes or not no:
            yes, no = _sides(_course(desk, proposition.section_id).next, proposition)
        vote = Vote(
            id=new_id(),
            section_id=proposition.section_id,
            proposition_id=proposition.id,
            yes=yes,
            no=no,
        )
        return desk.work.add(vote).id


@dataclass(frozen=True)
class ClaimMinority(Command):
    """One third is claimed to be enough for återremiss or bordläggning (KL 5:50); in a nämnd it never is."""

    label: ClassVar[str] = "minoritetsåterremiss"
    vote_id: str
    claimed: bool = True

    def run(self, desk: Desk) -> None:
        """Note the claim, or drop it."""
        desk.work.change(desk.work.get(Vote, self.vote_id), minority=self.claimed)


@dataclass(frozen=True)
class CastBallot(Command):
    """One person's vote: one key of the roll call. A second key for the same person changes the first."""

    label: ClassVar[str] = "röst"
    vote_id: str
    person_id: str
    choice: Choice

    def run(self, desk: Desk) -> None:
        """Store the vote."""
        vote = desk.work.get(Vote, self.vote_id)
        _cast(desk, vote, self.person_id, self.choice)


@dataclass(frozen=True)
class CastParty(Command):
    """A whole party votes alike, with one key: all of it who serve and, unless `over`, have not voted yet."""

    label: ClassVar[str] = "partiets röster"
    vote_id: str
    party: str
    choice: Choice
    over: bool = False  # changes votes that were given already

    def run(self, desk: Desk) -> None:
        """Store the votes. Raises RuleBroken where nobody of the party serves."""
        vote = desk.work.get(Vote, self.vote_id)
        view, section = section_in_view(desk.work, vote.section_id)
        parties = {m.person_id: m.party for m in view.mandates}
        serving = [s.person_id for s in section.presence.serving if parties[s.person_id] == self.party]
        if not serving:
            raise RuleBroken(f"Ingen från {self.party or 'de partilösa'} tjänstgör i paragrafen.")
        voted = {b.person_id for b in desk.work.find(Ballot, vote_id=vote.id)}
        for person_id in serving:
            if self.over or person_id not in voted:
                _cast(desk, vote, person_id, self.choice)


@dataclass(frozen=True)
class RemoveBallot(Command):
    """Take away a vote that was given, so that it can be given anew."""

    label: ClassVar[str] = "ta bort röst"
    ballot_id: str

    def run(self, desk: Desk) -> None:
        """Remove the vote."""
        desk.work.remove(desk.work.get(Ballot, self.ballot_id))


@dataclass(frozen=True)
class BreakTie(Command):
    """As many ja as nej: the utslagsröst of a chair who abstained, or what the lot fell on (KL 5:55–56)."""

    label: ClassVar[str] = "avgör vid lika röstetal"
    vote_id: str
    key: str | None  # of an option, or a name at a closed ballot; None takes it back
    by_lot: bool = False

    def run(self, desk: Desk) -> None:
        """Note it."""
        vote = desk.work.get(Vote, self.vote_id)
        possible = (vote.yes, vote.no, *(c.name for c in vote.counts))
        if self.key is not None and self.key not in possible:
            raise RuleBroken("Välj något av det som röstningen gällde.", field="key")
        if self.by_lot:
            desk.work.change(vote, lot=self.key)
        else:
            desk.work.change(vote, casting=self.key)


@dataclass(frozen=True)
class CountClosedBallot(Command):
    """A vote with closed ballots: numbers alone (KL 5:54). Given again, it changes the earlier numbers."""

    label: ClassVar[str] = "sluten omröstning"
    section_id: str
    counts: tuple[Count, ...]
    blank: int = 0
    invalid: int = 0
    proposition_id: str | None = None
    vote_id: str | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the vote."""
        if min((self.blank, self.invalid, *(c.votes for c in self.counts))) < 0:
            raise RuleBroken("Ett antal röster kan inte vara mindre än noll.", field="counts")
        if self.vote_id is not None:
            stored = desk.work.get(Vote, self.vote_id)
            kept = stored.lot if stored.lot in {c.name for c in self.counts} else None
            desk.work.change(stored, counts=self.counts, blank=self.blank, invalid=self.invalid, lot=kept)
            return stored.id
        section = desk.work.get(Section, self.section_id)
        vote = Vote(
            id=new_id(),
            section_id=section.id,
            proposition_id=self.proposition_id,
            closed=True,
            counts=self.counts,
            blank=self.blank,
            invalid=self.invalid,
        )
        return desk.work.add(vote).id


@dataclass(frozen=True)
class RemoveVote(Command):
    """Take away a vote with all ballots, such as a closed one that was not allowed; the request stands."""

    label: ClassVar[str] = "ta bort omröstning"
    vote_id: str

    def run(self, desk: Desk) -> None:
        """Remove the ballots and the vote."""
        _remove_vote(desk, desk.work.get(Vote, self.vote_id))


def _sides(step: NextStep, proposition: Proposition) -> tuple[str, str]:
    """Return what Ja and Nej stand for by the procedure. Raises RuleBroken while that is not clear."""
    if step.stage is Stage.OPEN and step.proposition_id == proposition.id:
        return step.options[0], step.options[1]
    if step.kind is PropositionKind.COUNTER:
        raise RuleBroken("Utse först motförslaget till huvudförslaget.", source="KL 5 kap. 53 §")
    raise RuleBroken(
        "Omröstning är inte begärd om det, eller så är det redan avgjort.", source="KL 5 kap. 53 §"
    )


def _cast(desk: Desk, vote: Vote, person_id: str, choice: Choice) -> None:
    known = desk.work.first(Ballot, vote_id=vote.id, person_id=person_id)
    if known is not None:
        desk.work.change(known, choice=choice)
        return
    last = desk.work.maximum(Ballot, "position", vote_id=vote.id) or 0
    desk.work.add(
        Ballot(
            id=new_id(),
            section_id=vote.section_id,
            vote_id=vote.id,
            person_id=person_id,
            choice=choice,
            position=last + 1,
        )
    )


def _remove_rounds_within(desk: Desk, proposition: Proposition) -> None:
    """Remove the rounds of motförslag that rest on the request for a vote on `proposition`."""
    if proposition.kind not in (PropositionKind.MATTER, PropositionKind.COUNTER):
        return
    for other in desk.work.find(Proposition, section_id=proposition.section_id):
        if other.kind is PropositionKind.COUNTER and other.position > proposition.position:
            _remove_votes_on(desk, other.id)
            desk.work.remove(other)


def _remove_votes_on(desk: Desk, proposition_id: str) -> None:
    for vote in desk.work.find(Vote, proposition_id=proposition_id):
        _remove_vote(desk, vote)


def _remove_vote(desk: Desk, vote: Vote) -> None:
    for ballot in desk.work.find(Ballot, vote_id=vote.id):
        desk.work.remove(ballot)
    desk.work.remove(vote)


def _course(desk: Desk, section_id: str) -> Procedure:
    view, section = section_in_view(desk.work, section_id)
    return procedure(section.facts, view.customs)
