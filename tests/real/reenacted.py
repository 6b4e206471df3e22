"""A real meeting held again through the commands of the window, from what its minutes say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from namndstod.domain import proceedings
from namndstod.domain.proceedings import MotionKind, RemarkKind
from namndstod.domain.records import Outcome, TextRole
from namndstod.domain.view import SectionView
from namndstod.services.commands.motions import AddMotion, TableItems, TakeNoPart
from namndstod.services.commands.presence import (
    AnnounceRecusal,
    RecordPresence,
    ServeFor,
    TakeOutRecused,
)
from namndstod.services.commands.remarks import AddRemark, Reserve
from namndstod.services.commands.sitting import Decide
from namndstod.services.commands.voting import OpenVote, PutProposition, RequestVote
from namndstod.services.session import Session

from .council import Council, Seats, assemble, seating
from .minutes import PROPOSAL, REJECTION, TODAY, Question, ReadSection, day_of, read
from .names_style import Voter, flat, untitled, voters

KINDS = {"": MotionKind.OWN, "tilläggs": MotionKind.ADDITION, "återremiss": MotionKind.REMIT}
_ANNOUNCED = re.compile(r"(?m)^(.+?) \(\w+\) anmäler jäv under paragraf (\d+)")
_KEYS = {PROPOSAL: proceedings.PROPOSAL, REJECTION: proceedings.REJECTION, TODAY: proceedings.TODAY}
_PARTS = {
    "recusal": TextRole.ATTENDANCE,
    "motions": TextRole.MOTIONS,
    "procedure": TextRole.PROCEDURE,
    "decision": TextRole.DECISION,
    "reservations": TextRole.RESERVATIONS,
    "remarks": TextRole.REMARKS,
}


def register(sections: list[ReadSection]) -> Seats:
    """Make the register of everybody named: who votes has a seat, the others are ersättare."""
    sides = [list(side) for s in sections for v in s.votes for side in v.sides.values()]
    everybody = {v.name: v for side in sides for v in side}
    chair = next(v for v in everybody.values() if v.title == "ordföranden")
    standing_in = {v.name for v in everybody.values() if "ersättar" in v.title}
    apart = {chair.name, *standing_in}
    order = seating([[v.name for v in side if v.name not in apart] for side in sides])
    outside = {v.name: v for v in everybody.values() if v.name in standing_in}
    for note in (n for s in sections for n in s.notes if not n.startswith("Representanterna")):
        for voter in voters(note.partition(" antecknar")[0]):
            if voter.name not in everybody:
                outside[voter.name] = voter
    return Seats([everybody[name] for name in order], [], chair, False, list(outside.values()))


def proposed(section: ReadSection) -> str:
    """Return the words of the förslag where the decision followed it; else only that there is one."""
    followed = re.match(
        r"(?:Enligt|.+? tillstyrker) stadsledningskontorets förslag.*?:\s+(.+)",
        section.parts.get("decision", ""),
        re.DOTALL,
    )
    return flat(followed[1]) if followed else "Förslaget godkänns."


@dataclass
class Meeting:
    """The meeting, and which § of it stands for which of the real one."""

    council: Council
    sections: dict[int, str]  # real number → section id
    keys: dict[int, dict[str, str]]  # real number → label → key

    def shown(self, number: int) -> SectionView:
        found = self.council.view.section(self.sections[number])
        assert found is not None
        return found

    def reread(self, real: ReadSection) -> ReadSection:
        """Read what the program wrote of a §, with the reader of the real ones."""
        shown = self.shown(real.number)
        parts = {name: self.council.text(shown, role) for name, role in _PARTS.items()}
        parts["motions"] = parts["motions"].replace("återremissyrkande från", "yrkande från")
        return read(real.number, shown.heading, parts, real.parts.get("papers", ""), real.chair)

    def labels(self, number: int) -> dict[str, str]:
        """Return the labels of the reader by the keys of the program."""
        return {key: label for label, key in self.keys[number].items()}


def hold(session: Session, sections: list[ReadSection], day: date) -> Meeting:
    """Hold the meeting again."""
    items = [(s.title, proposed(s) if s.has_proposal else "") for s in sections]
    council = assemble(session, "Kommunstyrelsen", day, register(sections), items)
    ids = {s.number: v.section.id for s, v in zip(sections, council.view.sections, strict=True)}
    meeting = Meeting(council, ids, {})
    _Again(meeting, sections).run()
    return meeting


class _Again:
    def __init__(self, meeting: Meeting, sections: list[ReadSection]) -> None:
        self.meeting = meeting
        self.council = meeting.council
        self.do = meeting.council.do
        self.sections = sections

    def person(self, name: str) -> str:
        return self.council.people[name]

    def persons(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self.person, names))

    def run(self) -> None:
        self.announce()
        for real in self.sections:
            section = self.meeting.sections[real.number]
            self.keys = {
                PROPOSAL: proceedings.PROPOSAL,
                REJECTION: proceedings.REJECTION,
                TODAY: proceedings.TODAY,
            }
            self.meeting.keys[real.number] = self.keys
            self.presence(real, section)
            if real.tabled is not None:
                mover, until = real.tabled
                self.do(TableItems((section,), until, self.person(mover)))
                continue
            self.motions(real, section)
            self.propositions(real, section)
            if real.no_part:
                self.do(TakeNoPart(section, tuple(self.person(v.name) for v in real.no_part)))
            self.do(Decide(section, None if real.said else Outcome.APPROVED))
            self.afterwards(real, section)

    def announce(self) -> None:
        said: dict[str, list[str]] = {}
        for real in self.sections:
            for name, number in _ANNOUNCED.findall(real.parts.get("decision", "")):
                said.setdefault(untitled(flat(name), "").name, []).append(self.meeting.sections[int(number)])
        for name, sections in said.items():
            self.do(AnnounceRecusal(self.council.meeting_id, self.person(name), tuple(sections)))

    def presence(self, real: ReadSection, section: str) -> None:
        """Let those who vote in the § serve from it on, and those who don't leave; the jävige go out."""
        if real.recused:
            self.do(TakeOutRecused(section))
        if not real.votes:
            return
        voted = {v.name for v in real.votes[0].voters}
        here = self.meeting.shown(real.number).presence
        names = {id: name for name, id in self.council.people.items()}
        serving = {names[s.person_id]: names[s.seat_of] for s in here.serving}
        left = [name for name in serving if name not in voted]
        for name in left:
            self.do(RecordPresence(self.council.meeting_id, self.person(name), False, section))
        for name, seat in zip([n for n in voted if n not in serving], left, strict=True):
            self.do(ServeFor(self.council.meeting_id, self.person(name), self.person(seat), section))

    def motions(self, real: ReadSection, section: str) -> None:
        for paper in real.papers:
            made = AddMotion(section, KINDS[paper.kind], authors=paper.parties, handed_in=paper.day)
            self.keys[paper.label] = self.do(made)
        first = ""
        for said in real.said:
            movers = self.persons(said.movers)
            for kind, labels in ((MotionKind.APPROVAL, said.approves), (MotionKind.REJECTION, said.rejects)):
                if labels:
                    on = tuple(self.keys[label] for label in labels)
                    after = None if said.first_hand else first
                    key = self.do(AddMotion(section, kind, movers, on, second_hand_of=after))
                    first = key if said.first_hand else first

    def propositions(self, real: ReadSection, section: str) -> None:
        """Put what the chair put, each as the program proposes it, and take the votes."""
        votes = list(real.votes)
        waiting: list[str] = []
        for question in real.questions:
            put = self.do(PutProposition(section, carried=self.keys[question.carried]))
            if question.requested:
                self.do(RequestVote(put))
                waiting.append(put)
            if not self._goes_on(real, question):
                for proposition in reversed(waiting):
                    vote = self.do(OpenVote(proposition))
                    told = votes.pop(0)
                    self.council.roll_call(vote, told.sides, f"{real.number} {len(votes)}")
                waiting = []
        assert not votes

    def _goes_on(self, real: ReadSection, question: Question) -> bool:
        """Whether the motförslag is still to be found."""
        return question.requested and len(question.options) > 2

    def afterwards(self, real: ReadSection, section: str) -> None:
        for names, words in real.reservations:
            own = words.endswith("eget yrkande")
            option = next((k for k in real.everything if own and names[0] in real.holders(k)), None)
            key = self.keys[option] if option else None
            self.do(Reserve(section, self.persons(names), key, "" if own else words))
        for note in real.notes:
            who, _, words = note.partition(" antecknar som yttrande en skrivelse från ")
            dated = re.fullmatch(r"den (\d+) (\w+) (\d{4})\.", words)
            assert dated, note
            parties = re.findall(r"[A-ZÅÄÖ]{1,2}(?=,| och |$)", who) if who.startswith("Repr") else []
            named: tuple[Voter, ...] = () if parties else voters(who)
            persons = tuple(self.person(v.name) for v in named)
            day = day_of(*dated.groups())
            self.do(AddRemark(section, RemarkKind.NOTE, persons, tuple(parties), dated=day, permitted=True))
