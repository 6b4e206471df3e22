"""Reads omröstningar told by names in running text, in real minutes and in our own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from namndstod.domain.swedish import plain

SIDES = {
    "röstar Ja": "ja",
    "röstar Nej": "nej",
    "avstår från att rösta": "avstår",
    "deltar inte i omröstningen": "deltar inte",
    "är frånvarande": "frånvarande",
}
_TITLES = (
    "tjänstgörande ersättaren",
    "tjänstgörande ersättarna",
    "tjänstgörande ordföranden",
    "ordföranden",
)
_VOTER = re.compile(rf"(?:({'|'.join(_TITLES)}) )?([^,()]+?) \(([A-ZÅÄÖ]+|–)\)(?:, | och |$)", re.IGNORECASE)
_QUESTION = re.compile(r"Godkänd voteringsproposition: ”Ja för (.+?)\.?” ")
_GROUP = re.compile(rf"([^.”]+?) ({'|'.join(SIDES)}) \((\d+)\)\.(?: |$)")


@dataclass(frozen=True)
class Voter:
    """A person as named in a vote."""

    name: str
    party: str
    title: str = ""


@dataclass(frozen=True)
class ReadVote:
    """A vote as read: what Ja and Nej stand for, and who said what, in the order of the text."""

    yes: str
    no: str
    sides: dict[str, tuple[Voter, ...]]
    words: str  # the question and the sides, as they stand

    @property
    def voters(self) -> list[Voter]:
        return [v for side in self.sides.values() for v in side]


def untitled(words: str, party: str) -> Voter:
    """Return the person of «ordföranden Karin Ek», whichever way it begins."""
    for title in _TITLES:
        if words.casefold().startswith(title + " "):
            return Voter(words[len(title) + 1 :], party, title)
    return Voter(words, party)


def flat(text: str) -> str:
    """Return the text on one line, with plain spaces and one kind of quotes."""
    return " ".join(plain(text).replace('"', "”").split())


def voters(text: str) -> tuple[Voter, ...]:
    """Read «A (V), tjänstgörande ersättaren B (M) och ordföranden C (S)»; everything must be understood."""
    found, at = [], 0
    for match in _VOTER.finditer(text):
        assert match.start() == at, text
        at = match.end()
        found.append(Voter(match[2], match[3], (match[1] or "").casefold()))
    assert at == len(text), text
    return tuple(found)


def meaning(question: str) -> tuple[str, str]:
    """Return what Ja and Nej stand for in «bifall till A och Nej för bifall till B»."""
    yes, _, no = question.partition(" och Nej för ")
    return yes, no.rstrip(".")


def read_votes(text: str) -> list[ReadVote]:
    """Return the votes of a § in the order in which they stand."""
    line = flat(text)
    found = []
    for question in _QUESTION.finditer(line):
        sides: dict[str, tuple[Voter, ...]] = {}
        at = question.end()
        while group := _GROUP.match(line, at):
            people = voters(group[1])
            assert len(people) == int(group[3]), group[0]
            sides[SIDES[group[2]]] = people
            at = group.end()
        found.append(ReadVote(*meaning(question[1]), sides, line[question.start() : at].strip()))
    return found
