"""The course of the meeting that has been held: who came late, was jävig, yrkade, voted and reserved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from namndstod.domain.proceedings import PROPOSAL, Choice, MotionKind, RemarkKind
from namndstod.domain.records import ItemKind, Outcome
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.motions import AddMotion, TableItems
from namndstod.services.commands.pauses import Adjourn, Resume
from namndstod.services.commands.presence import RecordPresence, TakeOutRecused
from namndstod.services.commands.remarks import AddRemark, PermitRemark, ReserveVotersAgainst
from namndstod.services.commands.sitting import CloseMeeting, Decide, OpenMeeting
from namndstod.services.commands.voting import (
    CastBallot,
    CastParty,
    OpenVote,
    PutProposition,
    RequestVote,
)
from namndstod.services.reading import meeting_view
from namndstod.services.session import Session

from .matters import HARBOUR, REPORT, SCHOOL
from .people import MEMBERS

_LATE, _ABSENT = "Öberger", "Nymark"
_NOTE = (
    "Vänsterpartiet hade önskat att verksamhetsberättelsen även redovisar hur medlen har fördelats mellan "
    "länets kommuner"
)


class Sitting:
    """Holds the meeting through the commands of the window."""

    def __init__(self, session: Session, meeting_id: str, people: Mapping[str, str]) -> None:
        self._do = session.do
        self._session = session
        self._meeting = meeting_id
        self._people = people  # surname → person id

    def hold(self) -> None:
        """Open, go through the §§, close."""
        who = self._people
        members = [row.surname for row in MEMBERS if row.surname not in (_LATE, _ABSENT)]
        present = tuple(who[name] for name in (*members, "Lindros", "Häll", "Winge"))
        serving = ((who["Lindros"], who[_ABSENT]), (who["Winge"], who[_LATE]))
        self._do(OpenMeeting(self._meeting, present, serving, time(10, 2)))
        for section in self._view().sections:
            self._handle(section)
        last = self._view().sections[-1].section.id
        leaves = RecordPresence(self._meeting, who["Åkerö"], False, last, at=time(14, 10), fill=True)
        self._do(leaves)
        self._do(CloseMeeting(self._meeting, time(14, 35)))

    def _view(self) -> MeetingView:
        return self._session.ask(meeting_view, self._meeting)

    def _handle(self, section: SectionView) -> None:
        section_id = section.section.id
        if section.item is not None and section.item.item.kind is ItemKind.INFORMATION:
            self._do(Decide(section_id, Outcome.NOTED))
        elif section.heading == SCHOOL:
            self._do(TableItems((section_id,), mover=self._people["Sandell"]))
        else:
            if section.heading == REPORT:
                self._arrive_late(section_id)
                self._note(section_id)
            elif section.heading == HARBOUR:
                self._dispute(section_id)
            self._do(Decide(section_id))

    def _arrive_late(self, section_id: str) -> None:
        self._do(RecordPresence(self._meeting, self._people[_LATE], True, section_id, at=time(10, 25)))

    def _note(self, section_id: str) -> None:
        who = (self._people["Strömvall"],)
        added = self._do(AddRemark(section_id, RemarkKind.NOTE, who, words=_NOTE))
        self._do(PermitRemark(added.result or ""))

    def _dispute(self, section_id: str) -> None:
        """Take the § with jäv, two proposals, a pause, an omröstning and reservations."""
        do, who = self._do, self._people
        do(TakeOutRecused(section_id, (who["Demirel"],), at=time(10, 41)))
        do(AddMotion(section_id, MotionKind.APPROVAL, (who["Ekvall"],), supporters=(who["Sandell"],)))
        against = (who["Dahlin"], who["Fridner"], who["Raskare"])
        do(AddMotion(section_id, MotionKind.REJECTION, against))
        do(Adjourn(self._meeting, time(10, 55), section_id, purpose="för gruppöverläggningar"))
        do(Resume(self._meeting, time(11, 10)))
        put = do(PutProposition(section_id, carried=PROPOSAL)).result or ""
        do(RequestVote(put, who["Dahlin"]))
        vote = do(OpenVote(put)).result or ""
        for party in ("M", "SD"):
            do(CastParty(vote, party, Choice.NO))
        do(CastBallot(vote, who[_LATE], Choice.ABSTAINS))
        for party in ("C", "MP", "V"):
            do(CastParty(vote, party, Choice.YES))
        for name in ("Askling", "Lindros", "Häll", "Ekvall"):  # the chair last
            do(CastBallot(vote, who[name], Choice.YES))
        do(ReserveVotersAgainst(vote))
