"""The house style in which a vote is told by its numbers, with the omröstningslista as a table."""

from __future__ import annotations

from .deliberation import VoteView
from .proceedings import REJECTION, TODAY, Proposition, PropositionKind
from .records import BlockKind
from .swedish import capitalised, listed
from .texts import Draft
from .vote_style import Told, vote_table


class ByTable:
    """Tells of propositions and votes by numbers."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.names = told.names

    def question(self, proposition: Proposition, adverb: str) -> list[Draft]:
        """«Ordföranden ställer proposition på A och på B, var för sig, och finner att nämnden … enligt A.»"""
        carried, body = proposition.carried or "", self.told.body
        if proposition.kind is PropositionKind.TODAY:
            key = next(k for k in proposition.options if k != TODAY)
            word = "återremitteras" if self.told.remits(key) else "bordläggas"
            asked = f"om ärendet ska avgöras i dag eller {word}{self._which(key)}"
            found = f"ärendet ska {'avgöras i dag' if carried == TODAY else word}"
        elif proposition.kind is PropositionKind.ADDITION:
            asked = f"bifall respektive avslag på {self.names.definite(proposition.options[0])}"
            found = f"{body} {'avslår' if carried == REJECTION else 'bifaller'} det"
        else:
            put = [f"på {self._option(key)}" for key in proposition.options]
            asked = f"{listed(put)[3:]}{', var för sig,' if len(put) > 1 else ''}"
            found = f"{body} {self._decides(carried)}"
        text = f"Ordföranden ställer{adverb} proposition på {asked} och finner att {found}."
        return [_paragraph(f"{text}{self._requested(proposition)}")]

    def counter(self, outer: Proposition, proposition: Proposition, *, inner: bool) -> list[Draft]:
        """«Till huvudförslag utses A; som motförslag ställs B mot C.»"""
        rivals = " mot ".join(self._option(key) for key in proposition.options)
        main = self._option(outer.carried or "")
        chosen = self._option(proposition.carried or "")
        what = "förslag i omröstningen om motförslag" if inner else "huvudförslag"
        text = f"Till {what} utses {main}; som motförslag ställs {rivals}."
        return [
            _paragraph(
                f"{text} Ordföranden finner att {chosen} utses till motförslag.{self._requested(proposition)}"
            )
        ]

    def vote(self, view: VoteView, rounds: list[Proposition], depth: int) -> list[Draft]:
        """What Ja and Nej stand for, the numbers, what is decided, and the list."""
        vote, tally = view.vote, self.told.tally(view)
        drafts = [
            _paragraph(
                f"{capitalised(self.told.body)} godkänner följande omröstningsordning: "
                f"Ja-röst för {self.side(vote.yes)}. Nej-röst för {self.side(vote.no)}."
            )
        ]
        won = self.told.won(rounds[depth])
        if won is not None:
            drafts.append(_paragraph(self.result(view, won, rounds[depth].kind)))
        drafts.append(_paragraph(f"Hur var och en röstat framgår av omröstningslista nr\u00a0{view.number}."))
        return [*drafts, Draft(BlockKind.TABLE, "", rows=vote_table(self.told.facts, self.told.here, tally))]

    def result(self, view: VoteView, won: str, kind: PropositionKind) -> str:
        """«Med 6 ja-röster mot 5 nej-röster beslutar nämnden enligt förslaget.»"""
        tally = self.told.tally(view)
        numbers = f"{_votes(len(tally.yes), 'ja')} mot {_votes(len(tally.no), 'nej')}"
        aside = [f"{len(tally.abstain)} avstår från att rösta"] if tally.abstain else []
        aside += [f"{len(tally.no_part)} inte deltar"] if tally.no_part else []
        numbers += f", medan {listed(aside)}," if aside else ""
        if kind is PropositionKind.COUNTER:
            decided = f"utses {self._option(won)} till motförslag"
        else:
            verb, _, rest = self._outcome(won, kind).partition(" ")
            decided = f"{verb} {self.told.body} {rest}"
        text = f"Med {numbers} {decided}."
        if not tally.tied:
            return text
        how = "lotten" if self.told.by_lot else "ordförandens utslagsröst"
        return f"Vid lika röstetal avgör {how}. {text}"

    def _outcome(self, key: str, kind: PropositionKind) -> str:
        if kind is PropositionKind.TODAY:
            if key == TODAY:
                return "beslutar att ärendet ska avgöras i dag"
            return f"beslutar att ärendet ska {'återremitteras' if self.told.remits(key) else 'bordläggas'}"
        if kind is PropositionKind.ADDITION and key != REJECTION:
            return f"beslutar att bifalla {self.names.definite(key)}"
        return self._decides(key)

    def _decides(self, key: str) -> str:
        return "beslutar om avslag" if key == REJECTION else f"beslutar enligt {self._option(key)}"

    def _option(self, key: str) -> str:
        return self.names.definite(key)

    def side(self, key: str) -> str:
        """What a Ja or Nej stands for, after «Ja-röst för»."""
        if key in self.names.options.formal:
            return f"{'återremiss' if self.told.remits(key) else 'bordläggning'}{self._which(key)}"
        return self._option(key)

    def _which(self, key: str) -> str:
        """« enligt återremissyrkandet från M», where there is more than one formal yrkande."""
        return f" enligt {self.names.definite(key)}" if len(self.names.options.formal) > 1 else ""

    def _requested(self, proposition: Proposition) -> str:
        if not proposition.vote_requested or proposition.after_gavel:
            return ""
        by = f" av {self.told.facts.label(proposition.requested_by)}" if proposition.requested_by else ""
        return f" Omröstning begärs{by} och ska genomföras."


def _votes(number: int, side: str) -> str:
    return f"{number} {side}-röst{'' if number == 1 else 'er'}"


def _paragraph(text: str) -> Draft:
    return Draft(BlockKind.PARAGRAPH, text)
