"""An open meeting in which things are said and voted on."""

from __future__ import annotations

from namndstod.domain.findings import Finding, MendKind, check
from namndstod.domain.procedure import Procedure
from namndstod.domain.proceedings import (
    PROPOSAL,
    Choice,
    MotionKind,
)
from namndstod.domain.records import Outcome, TextRole
from namndstod.services.commands.base import Command
from namndstod.services.commands.motions import (
    AddMotion,
)
from namndstod.services.commands.voting import (
    CastBallot,
    OpenVote,
    PutProposition,
    RequestVote,
)
from namndstod.services.mending import command_for

from .helpers import House


class Sitting:
    """An open meeting, and short ways to say what happens in its first §."""

    def __init__(self, house: House, meeting: str, *present: str) -> None:
        house.open(meeting, *present)
        self.house, self.meeting = house, meeting
        self.section = house.sections(meeting)[0].id

    def do(self, command: Command) -> str:
        return self.house.session.do(command).result or ""

    def who(self, *names: str) -> tuple[str, ...]:
        return tuple(self.house.people[name] for name in names)

    def says(
        self, kind: MotionKind, *names: str, on: tuple[str, ...] = (), clauses: tuple[str, ...] = ()
    ) -> str:
        return self.do(AddMotion(self.section, kind, self.who(*names), on, clauses))

    def disputed(self) -> str:
        """Bifall against avslag; the chair finds bifall, and omröstning is requested."""
        self.says(MotionKind.APPROVAL, "Ekdal")
        self.says(MotionKind.REJECTION, "Holmsjö")
        put = self.do(PutProposition(self.section, carried=PROPOSAL))
        self.do(RequestVote(put, self.house.people["Holmsjö"]))
        return put

    def vote(self, put: str, **choices: Choice) -> str:
        vote = self.do(OpenVote(put))
        for name, choice in choices.items():
            self.do(CastBallot(vote, self.house.people[name], choice))
        return vote

    def ends(self) -> Outcome | None:
        return self.course.outcome

    def matter(self) -> tuple[str, ...]:
        return self.course.options.matter

    @property
    def course(self) -> Procedure:
        return self.house.view(self.meeting).courses[self.section]

    def found(self, code: str) -> list[Finding]:
        view = self.house.view(self.meeting)
        return [f for f in check(view, view.meeting.day) if f.code == code]

    def mend(self, kind: MendKind, code: str) -> None:
        (finding,) = self.found(code)
        mend = next(m for m in finding.mends if m.kind is kind)
        command = command_for(self.house.view(self.meeting), mend)
        assert command is not None
        self.do(command)

    @property
    def decision(self) -> list[str]:
        return self.house.texts(TextRole.DECISION, section_id=self.section)
