"""What the options of a § are called in Swedish, in the minutes and in the chair's mouth."""

from __future__ import annotations

from collections import Counter

from .facts import Facts, SectionFacts
from .options import Options
from .proceedings import PROPOSAL, REJECTION, TODAY, Motion, MotionKind
from .records import VoteStyle
from .swedish import genitive, listed, long_date

WORDS = {
    MotionKind.OWN: "yrkande",
    MotionKind.AMENDMENT: "ändringsyrkande",
    MotionKind.ADDITION: "tilläggsyrkande",
    MotionKind.REMIT: "återremissyrkande",
    MotionKind.TABLE: "bordläggningsyrkande",
}
_FORMAL = {MotionKind.REMIT: "ärendets återremiss", MotionKind.TABLE: "ärendets bordläggning"}


class Names:
    """The names of the options of one §."""

    def __init__(self, facts: Facts, here: SectionFacts, options: Options) -> None:
        self.facts = facts
        self.here = here
        self.options = options
        self.motions = {m.id: m for m in here.said.motions}
        self.proposal = facts.term.customs.proposal_name
        self.by_names = facts.term.customs.vote_style is VoteStyle.NAMES

    def owners(self, persons: tuple[str, ...]) -> str:
        """«Axel Eks och Tuva Lunds»."""
        return listed([genitive(self.facts.people[p].name) for p in persons])

    def definite(self, key: str) -> str:
        """«förslaget», «yrkandet från M och D», «Karin Eks yrkande», «avslag», «att ärendet avgörs i dag»."""
        if key == PROPOSAL:
            return self.proposal
        if key == REJECTION:
            return "avslag"
        if key == TODAY:
            return "att ärendet avgörs i dag"
        motion = self.motions.get(key)
        if motion is None:
            return key  # a name at an election
        word = WORDS.get(motion.kind, "yrkande")
        if not motion.authors:
            return f"{self.owners(self.options.holders(key) or motion.movers)} {word}"
        same = Counter((m.kind, m.authors) for m in self.motions.values())
        when = f" {long_date(motion.handed_in)}" if motion.handed_in else ""
        return f"{word}t från {listed(motion.authors)}{when if same[motion.kind, motion.authors] > 1 else ''}"

    def indefinite(self, motion: Motion) -> str:
        """«yrkande från M, D och L den 21 mars 2025», «Karin Eks yrkande»."""
        word = WORDS.get(motion.kind, "yrkande")
        if not motion.authors:
            return f"{self.owners(motion.movers)} {word}"
        when = f" {long_date(motion.handed_in)}" if motion.handed_in else ""
        return f"{word} från {listed(motion.authors)}{when}"

    def spoken(self, key: str) -> str:
        """«Axel Eks och Tuva Lunds yrkande»: by those who hold it where names are the custom."""
        holders = self.options.holders(key)
        if not self.by_names or key in (REJECTION, TODAY) or not holders:
            return self.definite(key)
        return f"{self.owners(holders)} yrkande"

    def meaning(self, yes: str, no: str) -> tuple[str, str]:
        """What Ja and Nej stand for: («bifall till Karin Eks yrkande», «bifall till Åke Lunds yrkande»)."""
        pair = (yes, no)
        if TODAY in pair:
            motion = self.motions.get(no if yes == TODAY else yes)
            if motion is not None and not self._one_of_several(motion):
                formal = _FORMAL.get(motion.kind, "ärendets återremiss")
                today = "ärendets avgörande idag"
                return (today, formal) if yes == TODAY else (formal, today)
            return self._for_or_against(REJECTION if yes == TODAY else yes, REJECTION if no == TODAY else no)
        if REJECTION in pair:
            return self._for_or_against(yes, no)
        if yes not in (PROPOSAL, *self.motions) and no not in (PROPOSAL, *self.motions):
            return yes, no  # names at an election
        return f"bifall till {self.spoken(yes)}", f"bifall till {self.spoken(no)}"

    def _for_or_against(self, yes: str, no: str) -> tuple[str, str]:
        """«bifall … avslag på tilläggsyrkandet», «avslag … bifall till yrkandet från M»."""
        if yes == REJECTION:
            return "avslag", f"bifall till {self.definite(no)}"
        return "bifall", f"avslag på {self.definite(yes)}"

    def _one_of_several(self, motion: Motion) -> bool:
        """Whether there are more formal motions of its kind, so that it must be told which is meant."""
        kinds = [self.motions[key].kind for key in self.options.formal]
        return kinds.count(motion.kind) > 1

    def question(self, yes: str, no: str) -> str:
        """«Ja för … och Nej för …»."""
        ja, nej = self.meaning(yes, no)
        return f"Ja för {ja} och Nej för {nej}"
