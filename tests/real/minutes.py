"""Reads §§ of minutes in the house style by names: real ones, and what the program writes of the same §."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from namndstod.domain.swedish import MONTHS

from .names_style import ReadVote, Voter, flat, read_votes, untitled, voters

PROPOSAL, REJECTION, TODAY = "förslaget", "avslag", "idag"
_HEADINGS = {
    "Beslut": "decision",
    "Handlingar": "papers",
    "Handling": "papers",
    "Yrkanden": "motions",
    "Propositionsordning": "procedure",
    "Omröstning": "procedure",
    "Huvudvotering": "procedure",
    "Omröstning om motförslag i huvudvoteringen": "procedure",
    "Protokollsanteckning": "remarks",
    "Protokollsanteckningar": "remarks",
    "Reservation": "reservations",
    "Reservationer": "reservations",
    "Jäv": "recusal",
    "Justering": "rest",
    "Tidigare behandling": "rest",
    "Protokollsutdrag skickas till": "rest",
}
_FURNITURE = re.compile(r"^(Kommunstyrelsen|Protokoll nr \d+|Sammanträdesdatum: .*|=+)$")
_DAY = r"den (\d+) (\w+) (\d{4})"
_PARTIES = r"[A-ZÅÄÖ]+(?:(?:, | och )[A-ZÅÄÖ]+)*"
_OBJECT = re.compile(
    rf"(stadsledningskontorets förslag)|(samtliga|övriga) yrkanden|(\w*)yrkande från ({_PARTIES}) {_DAY}",
    re.IGNORECASE,
)
_PAPER = re.compile(
    rf"(\w*)yrkande från ({_PARTIES})(?: särskilt yttrande(?: från)? \w+)? {_DAY}", re.IGNORECASE
)
_ASKED = re.compile(
    r"Ordföranden(?: [^.]*?)? ställer(?: först| härefter| slutligen)? propositione?r? på (.+?)"
    r" och finner att (.+?)\."
    r"( Omröstning begärs\.)?"
)
_NO_YRKANDE = re.compile("inte deltar i beslutet|ärendet bordläggs")
_TABLED = re.compile(r"På förslag av (.+? \(\w+\)): Ärendet bordläggs till (.+?)\.")
_TO_TABLE = re.compile(r"^(.+? \(\w+\)) yrkar att ärendet bordläggs till (.+?)\.$")
_AVSLAG = re.compile(r"\bavslag på ")


def day_of(day: str, month: str, year: str) -> date:
    return date(int(year), MONTHS.index(month) + 1, int(day))


@dataclass(frozen=True)
class Paper:
    """A yrkande handed in before the meeting."""

    kind: str  # "", "tilläggs" or "återremiss"
    parties: tuple[str, ...]
    day: date

    @property
    def label(self) -> str:
        return f"yrkande från {', '.join(self.parties)} {self.day}"


@dataclass(frozen=True)
class Said:
    """What one group of people yrkar: labels of what they would have carried, and of what refused."""

    movers: tuple[str, ...]
    approves: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    first_hand: bool = True


@dataclass(frozen=True)
class Question:
    """What the chair put: what stood against what, what was found, and if a vote was requested."""

    kind: str  # "today", "matter", "counter", "addition"
    options: frozenset[str]
    carried: str
    requested: bool


@dataclass
class ReadSection:
    """A § as read."""

    number: int
    title: str
    parts: dict[str, str]
    papers: list[Paper] = field(default_factory=list)
    has_proposal: bool = False
    chair: str = ""

    @property
    def recused(self) -> list[Voter]:
        return [v for s in _sentences(self.parts.get("recusal", "")) if "jäv" in s for v in _people(s)]

    @property
    def votes(self) -> list[ReadVote]:
        return read_votes(self.parts.get("procedure", ""))

    @property
    def no_part(self) -> list[Voter]:
        said = (s for s in _sentences(self.parts.get("remarks", "")) if s.endswith("deltar inte i beslutet."))
        return [v for s in said for v in voters(s.removesuffix(" deltar inte i beslutet."))]

    @property
    def notes(self) -> list[str]:
        return [s for s in _sentences(self.parts.get("remarks", "")) if "antecknar" in s]

    @property
    def reservations(self) -> list[tuple[tuple[str, ...], str]]:
        """Who reserves, and what follows «mot beslutet»."""
        found = []
        for sentence in _sentences(self.parts.get("reservations", "")):
            who, _, rest = sentence.partition(" reserverar sig mot beslutet")
            words = rest.strip(" .").replace("det egna yrkandet", "eget yrkande")
            found.append((tuple(v.name for v in voters(who)), words))
        return found

    @property
    def said(self) -> list[Said]:
        """The yrkanden, in the order of the text. ValueError where a sentence is not understood."""
        found: list[Said] = []
        for sentence in _sentences(self.parts.get("motions", "")):
            if not _NO_YRKANDE.search(sentence):
                found += self._read(sentence)
        return found

    @property
    def tabled(self) -> tuple[str, str] | None:
        """On whose proposal the ärende is tabled, and until when."""
        said = _TO_TABLE.match(flat(self.parts.get("motions", "")))
        said = said or _TABLED.match(flat(self.parts.get("decision", "")))
        return (voters(_lower(said[1]))[0].name, said[2]) if said else None

    def _read(self, sentence: str) -> Iterator[Said]:
        if sentence.startswith("Vidare yrkar "):
            who, what = re.fullmatch(r"Vidare yrkar (.+?) ((?:bifall|avslag) .+)", sentence).groups()  # type: ignore[union-attr]
        else:
            who, _, what = sentence.partition(" yrkar ")
        movers = tuple(v.name for v in voters(who))
        first, _, second = what.removeprefix("i första hand ").partition(" och i andra hand ")
        for place, text in enumerate([first, second] if second else [first]):
            bifall, avslag = [*_AVSLAG.split(text, 1), ""][:2]
            if not (_OBJECT.search(bifall) or _OBJECT.search(avslag)):
                raise ValueError(sentence)
            approves = self._objects(bifall, ())
            yield Said(movers, approves, self._objects(avslag, approves), first_hand=place == 0)

    def _objects(self, text: str, but: tuple[str, ...]) -> tuple[str, ...]:
        found: list[str] = []
        for match in _OBJECT.finditer(text):
            if match[1]:
                found.append(PROPOSAL)
            elif match[2]:
                found += [label for label in self.everything if label not in but]
            else:
                parties, day = tuple(re.split(", | och ", match[4])), day_of(*match.groups()[4:7])
                found.append(next(p.label for p in self.papers if (p.parties, p.day) == (parties, day)))
        return tuple(found)

    @property
    def everything(self) -> list[str]:
        return [*([PROPOSAL] if self.has_proposal else []), *(p.label for p in self.papers)]

    def paper(self, label: str) -> Paper | None:
        return next((p for p in self.papers if p.label == label), None)

    def _kind(self, label: str) -> str:
        paper = self.paper(label)
        return paper.kind.casefold() if paper else ""

    def holders(self, label: str) -> tuple[str, ...]:
        """Who yrkar that, in the order of the text."""
        if label == REJECTION:
            return tuple(
                dict.fromkeys(n for s in self.said if s.rejects for n in s.movers if self._only_rejects(n))
            )
        return tuple(dict.fromkeys(n for s in self.said if label in s.approves for n in s.movers))

    def _only_rejects(self, name: str) -> bool:
        held = (a for s in self.said if name in s.movers for a in s.approves)
        return not any(self._kind(label) == "" for label in held)

    @property
    def matter(self) -> frozenset[str]:
        """What stands against each other in the matter itself."""
        held = [label for label in self.everything if self._kind(label) == "" and self.holders(label)]
        return frozenset([*held, *([REJECTION] if self.holders(REJECTION) else [])])

    @property
    def questions(self) -> list[Question]:
        found: list[Question] = []
        for match in _ASKED.finditer(flat(self.parts.get("procedure", ""))):
            subject, result, requested = match[1], match[2], bool(match[3])
            if subject.startswith("dels"):
                label = next(p.label for p in self.papers if p.kind.casefold() == "återremiss")
                carried = TODAY if "avgöra ärendet" in result else label
                found.append(Question("today", frozenset([TODAY, label]), carried, requested))
            elif subject.startswith("bifall respektive avslag på "):
                label = self._definite(subject.removeprefix("bifall respektive avslag på "))
                carried = label if result.endswith("bifallits") else REJECTION
                kind = "addition" if self._kind(label) == "tilläggs" else "matter"
                found.append(Question(kind, frozenset([label, REJECTION]), carried, requested))
            elif subject.startswith("återstående"):
                rest = found[-1].options - {found[-1].carried}
                found.append(Question("counter", rest, self._owned(result, rest), requested))
            else:
                found.append(Question("matter", self.matter, self._owned(result, self.matter), requested))
        return found

    def _definite(self, words: str) -> str:
        if words == "stadsledningskontorets förslag":
            return PROPOSAL
        kind, parties = re.fullmatch(rf"(\w*)yrkandet från ({_PARTIES})", words).groups()  # type: ignore[union-attr]
        wanted = (kind, tuple(re.split(", | och ", parties)))
        return next(p.label for p in self.papers if (p.kind.casefold(), p.parties) == wanted)

    def _owned(self, result: str, options: frozenset[str]) -> str:
        """«det egna yrkandet», «Axel Eks yrkande», «stadsledningskontorets förslag» → the label."""
        if result.startswith("stadsledningskontorets förslag"):
            return PROPOSAL
        if result.startswith("det egna"):
            return next(label for label in options if self.chair in self.holders(label))
        words = set(re.split(", | och ", result.partition(" yrkande")[0]))
        return next(
            k for k in options if {n.rstrip("s") for n in self.holders(k)} == {w.rstrip("s") for w in words}
        )


def _sentences(text: str) -> list[str]:
    """Split at full stops that end a sentence."""
    return [s for s in re.split(r"(?<=\.) (?=[A-ZÅÄÖ])", flat(text)) if s]


def _lower(words: str) -> str:
    return words[:1].casefold() + words[1:] if words.startswith("Ordföranden") else words


def _people(sentence: str) -> tuple[Voter, ...]:
    named = re.match(r"(.+? \([A-ZÅÄÖ]+\)) (?:deltar|anmäler)", sentence)
    return voters(named[1]) if named else ()


def read(number: int, title: str, parts: dict[str, str], papers: str, chair: str) -> ReadSection:
    """Return a § with its papers understood."""
    found = [
        Paper(m[1].casefold(), tuple(re.split(", | och ", m[2])), day_of(*m.groups()[2:5]))
        for m in _PAPER.finditer(flat(papers))
        if m[1].casefold() in ("", "tilläggs", "återremiss")
    ]
    return ReadSection(number, title, parts, found, "tjänsteutlåtande" in papers, chair)


def read_minutes(text: str) -> list[ReadSection]:
    """Return the §§ of real minutes, in order."""
    named = re.search(r"[Oo]rdföranden\s+(\w+\s+\w+) \(", text)
    chair = untitled(flat(named[1]), "").name if named else ""
    found = []
    pieces = re.split(r"(?m)^§ (\d+) Ärendenummer \S+$", text)
    for number, body in zip(pieces[1::2], pieces[2::2], strict=True):
        parts: dict[str, str] = {}
        under = "title"
        for line in body.splitlines():
            if _FURNITURE.match(line):
                continue
            under = _HEADINGS.get(line.strip(), under)
            if line.strip() not in _HEADINGS:
                parts[under] = f"{parts.get(under, '')}\n{line}".strip()
        found.append(read(int(number), flat(parts["title"]), parts, parts.get("papers", ""), chair))
    return found
