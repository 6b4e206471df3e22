"""The house style in which a vote is told by names in running text («A (V), B (S) … röstar Ja (7).»)."""

from __future__ import annotations

from collections.abc import Sequence

from .deliberation import VoteView
from .proceedings import REJECTION, TODAY, Proposition, PropositionKind
from .records import BlockKind, Mark, MarkKind, Role
from .swedish import listed
from .texts import Draft
from .vote_style import Told


class ByNames:
    """Tells of propositions and votes by names."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.names = told.names

    def question(self, proposition: Proposition, adverb: str) -> list[Draft]:
        """«Ordföranden ställer propositioner på yrkandena och finner att … bifallits. Omröstning begärs.»"""
        put, carried = proposition.kind, proposition.carried or ""
        single = self.told.against(proposition)
        if put is PropositionKind.TODAY:
            asked = self._today(proposition)
        elif put is PropositionKind.ADDITION or single is not None:
            subject = self.names.definite(single or proposition.options[0])
            done = "avslagits" if carried == REJECTION else "bifallits"
            asked = f"propositioner på bifall respektive avslag på {subject} och finner att det {done}"
        elif len(proposition.options) == 1:
            asked = f"proposition på {self.names.definite(carried)} och finner att det bifallits"
        else:
            asked = (
                f"propositioner på yrkandena{self._except()} och finner att {self._own(carried)} bifallits"
            )
        return [_paragraph(f"Ordföranden ställer{adverb} {asked}.{self._requested(proposition)}")]

    def counter(self, outer: Proposition, proposition: Proposition, *, inner: bool) -> list[Draft]:
        """How the motförslag is found among the others."""
        where = "omröstningen om motförslag" if inner else "huvudvoteringen"
        return [
            _paragraph(
                f"Ordföranden antecknar {self._own(outer.carried or '')} som Ja-proposition i {where}."
            ),
            _paragraph(
                "Ordföranden ställer härefter propositioner på återstående yrkanden och finner att "
                f"{self._own(proposition.carried or '')} antagits som motförslag i {where}."
                f"{self._requested(proposition)}"
            ),
        ]

    def vote(self, view: VoteView, rounds: list[Proposition], depth: int) -> list[Draft]:
        """A heading, what Ja and Nej stand for, and each side by names."""
        heading = "Omröstning om motförslag i huvudvoteringen" if depth else "Huvudvotering"
        heading = heading if len(rounds) > 1 else "Omröstning"
        vote, tally = view.vote, self.told.tally(view)
        sides = (
            (tally.yes, "röstar Ja"),
            (tally.no, "röstar Nej"),
            (tally.abstain, "avstår från att rösta"),
            (tally.no_part, "deltar inte i omröstningen"),
            (tally.absent, "är frånvarande"),
        )
        return [
            Draft(
                BlockKind.PARAGRAPH, heading, marks=(Mark(kind=MarkKind.STRONG, start=0, end=len(heading)),)
            ),
            _paragraph(f"Godkänd voteringsproposition: ”{self.names.question(vote.yes, vote.no)}.”"),
            *(_paragraph(f"{self.by_name(who)} {does} ({len(who)}).") for who, does in sides if who),
            *self._tie(view, rounds[depth]),
        ]

    def by_name(self, persons: Sequence[str]) -> str:
        """«A (V), tjänstgörande ersättaren B (M) och ordföranden C (S)»."""
        substitutes = {s.person_id for s in self.told.here.presence.serving if s.is_substitute}
        standing_in = [p for p in persons if p in substitutes and p != self.told.here.leads]
        words = []
        for person in persons:
            label = self.told.facts.label(person)
            if person == self.told.here.leads:
                label = f"{self._leading(person)} {label}"
            elif person in standing_in[:1]:
                label = f"tjänstgörande {'ersättaren' if len(standing_in) == 1 else 'ersättarna'} {label}"
            words.append(label)
        found = listed(words)
        return f"{found[:1].upper()}{found[1:]}"

    def _leading(self, person: str) -> str:
        chairs = any(m.person_id == person and m.role is Role.CHAIR for m in self.told.facts.members)
        return "ordföranden" if chairs else "tjänstgörande ordföranden"

    def _today(self, proposition: Proposition) -> str:
        key = next(k for k in proposition.options if k != TODAY)
        if self.names.meaning(TODAY, key)[0] == "avslag":  # one of several formal yrkanden
            done = "avslagits" if proposition.carried == TODAY else "bifallits"
            subject = self.names.definite(key)
            return f"propositioner på bifall respektive avslag på {subject} och finner att det {done}"
        word, does = (
            ("återremiss", "återremittera") if self.told.remits(key) else ("bordläggning", "bordlägga")
        )
        decided = "avgöra ärendet vid dagens sammanträde"
        decided = decided if proposition.carried == TODAY else f"{does} ärendet"
        return (
            f"propositioner på dels ärendets {word} och dels ärendets avgörande idag "
            f"och finner att {self.told.body} beslutat {decided}"
        )

    def _own(self, key: str) -> str:
        """«det egna yrkandet» of the one who leads, «Karin Eks yrkande» of others."""
        own = self.names.options.holders(key) == (self.told.here.leads,)
        if key == REJECTION:
            return "det egna yrkandet om avslag" if own else "yrkandet om avslag"
        return "det egna yrkandet" if own else self.names.spoken(key)

    def _except(self) -> str:
        additions = len(self.names.options.additions)
        if not additions:
            return ""
        return f" med undantag av tilläggsyrkande{'t' if additions == 1 else 'na'}"

    def _requested(self, proposition: Proposition) -> str:
        if not proposition.vote_requested or proposition.after_gavel:
            return ""
        by = f" av {self.told.facts.label(proposition.requested_by)}" if proposition.requested_by else ""
        return f" Omröstning begärs{by}."

    def _tie(self, view: VoteView, proposition: Proposition) -> list[Draft]:
        won = self.told.won(proposition)
        if won is None or not self.told.tally(view).tied:
            return []
        how = "avgör lotten" if self.told.by_lot else "avgör ordförandens utslagsröst"
        decided = self.names.meaning(view.vote.yes, view.vote.no)[won != view.vote.yes]
        return [_paragraph(f"Vid lika röstetal {how}, som utfaller för {decided}.")]


def _paragraph(text: str) -> Draft:
    return Draft(BlockKind.PARAGRAPH, text)
