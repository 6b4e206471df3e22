"""The 97 real votes by name, and the taking of them again through the commands of the window."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from namndstod.domain.deliberation import VoteView
from namndstod.domain.proceedings import PROPOSAL, REJECTION, TODAY, MotionKind, PropositionKind
from namndstod.domain.swedish import genitive
from namndstod.domain.view import SectionView
from namndstod.services.commands.motions import AddMotion
from namndstod.services.commands.sitting import Decide
from namndstod.services.commands.voting import OpenVote, PutProposition, RequestVote
from namndstod.services.session import Session

from .council import Council, Seats, assemble, seating
from .names_style import ReadVote, Voter, flat, meaning, untitled
from .place import REAL

SIDES = {"ja": "ja", "nej": "nej", "avstar": "avstår"}
_KINDS = {"": MotionKind.OWN, "tilläggs": MotionKind.ADDITION, "återremiss": MotionKind.REMIT}
_FROM = re.compile(r"^(?:bifall till|avslag på) (tilläggs|återremiss|)yrkandet? från (.+)$")


@dataclass(frozen=True)
class Truth:
    """One vote as the source has it."""

    meeting: str
    section: str
    heading: str
    vote: ReadVote
    known: bool  # whether it says what Ja and Nej stand for

    @property
    def day(self) -> date:
        return date.fromisoformat(self.meeting[-10:])

    @property
    def counter(self) -> bool:
        return "motförslag" in self.heading

    @property
    def won(self) -> str:
        return "ja" if len(self.vote.sides["ja"]) > len(self.vote.sides["nej"]) else "nej"


def load() -> list[Truth]:
    raw: list[dict[str, Any]] = json.loads((REAL / "truth" / "named_votes.json").read_text(encoding="utf-8"))
    parties = {p["name"]: p["party"] for v in raw for k in SIDES for p in v[k] if "name" in p}

    def voter(person: dict[str, Any]) -> Voter:
        if "unparsed" in person:
            told = untitled(person["unparsed"], "")
            return replace(told, party=parties[told.name])
        told = untitled(person["name"], person["party"])
        return replace(told, title=told.title or person["role"] or "")

    found = []
    for entry in raw:
        sides = {side: tuple(map(voter, entry[key])) for key, side in SIDES.items() if entry[key]}
        words = flat(entry["proposition"] or "")
        yes, no = meaning(words.removeprefix("Ja för "))
        vote = ReadVote(yes, no.replace("tilläggsyrkande från", "tilläggsyrkandet från"), sides, "")
        found.append(Truth(entry["meeting"], entry["paragraf"], entry["heading"], vote, bool(words)))
        assert [len(entry[k]) for k in SIDES] == [entry[f"count_{k}"] for k in SIDES]
    return found


def seats_of(group: list[Truth], same_day: list[Truth]) -> Seats:
    """Work out who is ledamot, ersättare and leader in a §, and an order of seats in which all lists run."""
    voters = {v.name: v for t in group for v in t.vote.voters}
    leading = {v.name for v in voters.values() if v.title.endswith("ordföranden")}
    assert len(leading) == 1
    standing_in: list[str] = []
    for truth in group:
        for people in truth.vote.sides.values():
            first = next((n for n, v in enumerate(people) if "ersättar" in v.title), len(people))
            several = first < len(people) and people[first].title.endswith("ersättarna")
            found = people[first:] if several else people[first : first + 1]
            standing_in += [v.name for v in found if v.name not in leading and v.name not in standing_in]
    apart = leading.union(standing_in)
    lists = [[v.name for v in side] for t in same_day for side in t.vote.sides.values()]
    order = seating([[name for name in names if name not in apart] for names in lists])
    leader = next(voters[name] for name in leading)
    outsider = Voter("Utan Stol", leader.party)
    return Seats(
        [voters[name] for name in order if name in voters],
        [voters[name] for name in standing_in],
        leader,
        leader.title.startswith("tjänstgörande"),
        [outsider],
    )


@dataclass
class Retaken:
    """A § with its votes taken again."""

    council: Council
    truths: list[Truth]
    vote_ids: list[str]

    @property
    def shown(self) -> SectionView:
        return self.council.section()

    def vote(self, number: int) -> VoteView:
        return next(v for v in self.shown.deliberation.votes if v.vote.id == self.vote_ids[number])


class Taking:
    """Puts forward what the votes of a § were about, and takes them."""

    def __init__(self, session: Session, group: list[Truth], same_day: list[Truth]) -> None:
        self.group = group
        asked = [text for t in group for text in (t.vote.yes, t.vote.no)]
        brings = any(re.search("förslag|tilläggs|ärendets|återremiss", text) for text in asked)
        proposal = "Förslaget godkänns." if brings else ""
        title = f"{group[0].meeting} § {group[0].section}"
        self.council = assemble(session, title, group[0].day, seats_of(group, same_day), [(title, proposal)])
        self.section = self.council.section().section.id
        self.keys: dict[str, str] = {}
        self.idle = [v.name for v in self.council.seats.members]

    def take(self) -> Retaken:
        pairs = [(self.option(t, "ja"), self.option(t, "nej")) for t in self.group]
        formal = any(TODAY in pair for pair in pairs)
        main = [n for n, t in enumerate(self.group) if not t.counter]
        votes: dict[int, str] = {}
        for number in main:
            inner = [n for n, t in enumerate(self.group) if t.counter]
            votes |= self.one(number, pairs, inner)
        if formal and self.council.view.courses[self.section].result.formal is None:
            self.council.do(PutProposition(self.section, carried=PROPOSAL))
        self.council.do(Decide(self.section))
        return Retaken(self.council, self.group, [votes[n] for n in range(len(self.group))])

    def kind(self, pair: tuple[str, str]) -> PropositionKind:
        if TODAY in pair:
            return PropositionKind.TODAY
        motions = self.council.section().deliberation.motions
        added = any(m.id in pair and m.kind is MotionKind.ADDITION for m in motions)
        return PropositionKind.ADDITION if added else PropositionKind.MATTER

    def one(self, number: int, pairs: list[tuple[str, str]], inner: list[int]) -> dict[int, str]:
        """Take one vote, with the round of motförslag before it where the source has one."""
        do, (yes, no) = self.council.do, pairs[number]
        kind = self.kind((yes, no))
        if kind is PropositionKind.ADDITION:
            step = self.council.view.courses[self.section].next
            if step.kind is PropositionKind.MATTER:
                do(PutProposition(self.section, carried=step.options[0]))
        if "uvudvotering" in self.group[number].heading and not inner:
            self.third(pairs[number])
        put = do(PutProposition(self.section, carried=yes))
        do(RequestVote(put))
        votes: dict[int, str] = {}
        step = self.council.view.courses[self.section].next
        if step.kind is PropositionKind.COUNTER:
            counter = do(PutProposition(self.section, carried=pairs[inner[0]][0] if inner else no))
            for n in inner:
                do(RequestVote(counter))
                votes[n] = self.call(counter, n, pairs[n])
        votes[number] = self.call(put, number, (yes, no))
        return votes

    def call(self, proposition: str, number: int, pair: tuple[str, str]) -> str:
        vote = self.council.do(OpenVote(proposition))
        opened = next(v.vote for v in self.council.section().deliberation.votes if v.vote.id == vote)
        assert (opened.yes, opened.no) == pair
        truth = self.group[number]
        self.council.roll_call(vote, truth.vote.sides, f"{truth.meeting} {truth.section} {number}")
        return vote

    def third(self, pair: tuple[str, str]) -> None:
        """A huvudvotering had at least one proposal more, which lost by acclamation."""
        author = self.council.people[
            self.council.seats.leader.name if pair[0] != REJECTION else self.idle[-1]
        ]
        self.council.do(AddMotion(self.section, MotionKind.OWN, (author,), clauses=("göra på annat sätt",)))

    def option(self, truth: Truth, side: str) -> str:
        """Return the key of what Ja or Nej stands for, moved by those who voted so."""
        vote = truth.vote
        text, against = (vote.yes, vote.no) if side == "ja" else (vote.no, vote.yes)
        if not truth.known:
            return self.moved(f"{side}-sidans yrkande", MotionKind.OWN, (truth.vote.sides[side][0].name,))
        if text == "ärendets avgörande idag":
            return TODAY
        if text == "ärendets återremiss":
            return self.moved(text, MotionKind.REMIT, (vote.sides[side][0].name,))
        if text.startswith("avslag"):
            return self.rejected(truth, side, text if text != "avslag" else against)
        subject = text if text != "bifall" else against
        if "stadsledningskontorets" in subject:
            return self.approved(truth, side, PROPOSAL)
        handed = _FROM.match(subject)
        if handed:
            key = self.handed_in(_KINDS[handed[1]], handed[2])
            return self.approved(truth, side, key)
        return self.moved(text, MotionKind.OWN, self.owners(text))

    def owners(self, text: str) -> tuple[str, ...]:
        """«bifall till Axel Eks och Tuva Lunds yrkande» → the names."""
        told = re.fullmatch(r"bifall till (.+) yrkande", text)
        assert told, text
        everybody = {genitive(name): name for name in self.council.people}
        return tuple(everybody[word] for word in re.split(", | och ", told[1]))

    def moved(self, subject: str, kind: MotionKind, names: tuple[str, ...]) -> str:
        if subject not in self.keys:
            who = tuple(self.council.people[n] for n in names)
            self.idle = [n for n in self.idle if n not in names]
            words = ("göra så",) if kind is MotionKind.OWN else ("kontoret", "komplettering")
            self.keys[subject] = self.council.do(AddMotion(self.section, kind, who, clauses=words))
        return self.keys[subject]

    def handed_in(self, kind: MotionKind, parties: str) -> str:
        if parties not in self.keys:
            authors = tuple(re.split(", | och ", parties))
            self.keys[parties] = self.council.do(AddMotion(self.section, kind, authors=authors))
        return self.keys[parties]

    def approved(self, truth: Truth, side: str, key: str) -> str:
        name = next(v.name for v in truth.vote.sides[side])
        self.idle = [n for n in self.idle if n != name]
        self.council.do(AddMotion(self.section, MotionKind.APPROVAL, (self.council.people[name],), on=(key,)))
        return key

    def rejected(self, truth: Truth, side: str, subject: str) -> str:
        """Somebody yrkar avslag on what the other side stands for."""
        handed = _FROM.match(subject)
        key = self.handed_in(_KINDS[handed[1]], handed[2]) if handed else PROPOSAL
        leader = self.council.seats.leader.name
        name = next(
            (v.name for v in truth.vote.sides[side] if v.name == leader), truth.vote.sides[side][0].name
        )
        self.council.do(
            AddMotion(self.section, MotionKind.REJECTION, (self.council.people[name],), on=(key,))
        )
        return TODAY if handed and handed[1] == "återremiss" else REJECTION
