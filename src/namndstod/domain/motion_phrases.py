"""The part Yrkanden of a §: who put what forward, in full sentences (phrases of documents.md)."""

from __future__ import annotations

from collections.abc import Sequence

from .facts import TO_FILL_IN, Facts, SectionFacts
from .option_names import Names
from .options import Options, has_proposal
from .proceedings import PROPOSAL, Motion, MotionKind
from .records import BlockKind
from .swedish import listed
from .texts import Draft, strip_connective

_SPEAKING = (MotionKind.APPROVAL, MotionKind.REJECTION)
_HOW = {MotionKind.AMENDMENT: "som ändring ", MotionKind.ADDITION: "som tillägg "}


def motion_lines(facts: Facts, here: SectionFacts, options: Options) -> tuple[Draft, ...]:
    """Return one sentence for each group of movers and what they yrkar, in the order in which it fell.

    A yrkande of somebody who does not serve stands nowhere until that is mended (rule 3).
    """
    writer = _Writer(facts, here, options)
    return tuple(Draft(BlockKind.PARAGRAPH, line) for line in writer.lines())


def with_title(facts: Facts, here: SectionFacts, person_id: str, title: str) -> str:
    """«ordföranden Karin Ek (S)» for who leads the §, «Åke Lund (M)» for the others."""
    label = facts.label(person_id)
    return f"{title} {label}" if person_id == here.leads else label


def asked(motion: Motion, body: str) -> str:
    """Return what a motion with words of its own asks for: «att nämnden beslutar att …»."""
    said = [strip_connective(text) for text in motion.clauses if text.strip()]
    if motion.kind is MotionKind.REMIT:
        return "att ärendet återremitteras" + "".join(
            f" {word} {text}" for word, text in zip(("till", "för"), said, strict=False)
        )
    if motion.kind is MotionKind.TABLE:
        return f"att ärendet bordläggs{f' till {said[0]}' if said else ''}"
    wanted = listed([f"att {text}" for text in said or [TO_FILL_IN]], "samt")
    return f"{_HOW.get(motion.kind, '')}att {body} beslutar {wanted}"


class _Writer:
    def __init__(self, facts: Facts, here: SectionFacts, options: Options) -> None:
        self.facts = facts
        self.here = here
        self.options = options
        self.names = Names(facts, here, options)
        self.proposal = has_proposal(here)

    def lines(self) -> list[str]:
        spoken = [m for m in self._shown() if m.movers]
        second = {m.second_hand_of: m for m in spoken if m.second_hand_of is not None}
        first = {m.id for m in spoken}
        lines: list[str] = []
        group: list[Motion] = []
        for motion in spoken:
            if motion.second_hand_of in first:
                continue  # stands with the one in the first place
            apart = motion.id in second or motion.kind not in _SPEAKING or motion.withdrawn
            if group and (apart or _sayers(group[0]) != _sayers(motion)):
                lines.append(self._sentence(group, None))
                group = []
            if apart:
                lines.append(self._sentence([motion], second.get(motion.id)))
                lines += [self._withdrawn(motion)] if motion.withdrawn else []
            else:
                group.append(motion)
        return [*lines, self._sentence(group, None)] if group else lines

    def _shown(self) -> list[Motion]:
        """The motions that count and those that were taken back, in order."""
        effective = self.options.motions
        return [
            effective.get(m.id, m)
            for m in self.here.said.motions
            if m.id in effective or (m.withdrawn and all(map(self.here.presence.serves, m.movers)))
        ]

    def _sentence(self, motions: Sequence[Motion], otherwise: Motion | None) -> str:
        who = listed([self._who(p) for p in motions[0].movers])
        joined = [self._who(p) for p in motions[0].supporters]
        who = f"{who[0].upper()}{who[1:]} yrkar" + (
            f", med instämmande av {listed(joined)}," if joined else ""
        )
        if otherwise is not None:
            return f"{who} i första hand {self._asks(motions)} och i andra hand {self._asks([otherwise])}."
        return f"{who} {self._asks(motions)}."

    def _withdrawn(self, motion: Motion) -> str:
        who = listed([self._who(p) for p in motion.movers])
        return f"{who[0].upper()}{who[1:]} återtar sitt yrkande."

    def _who(self, person_id: str) -> str:
        return with_title(self.facts, self.here, person_id, "ordföranden")

    def _asks(self, motions: Sequence[Motion]) -> str:
        if motions[0].kind not in _SPEAKING:
            return asked(motions[0], self.facts.term.short_name)
        bifall = [self._on(m) for m in motions if m.kind is MotionKind.APPROVAL]
        avslag = [self._on(m) for m in motions if m.kind is MotionKind.REJECTION]
        parts = [f"bifall till {listed(bifall)}"] if bifall else []
        return listed([*parts, *([f"avslag på {listed(avslag)}"] if avslag else [])])

    def _on(self, motion: Motion) -> str:
        """What bifall or avslag speaks of: «förslaget», «yrkande från M», «samtliga yrkanden»."""
        others = [k for k in self._everything() if not self._holds(motion, k)]
        if not motion.on:
            return self.names.proposal if self.proposal else "samtliga yrkanden"
        if motion.kind is MotionKind.REJECTION and len(motion.on) > 1 and set(motion.on) == set(others):
            return "samtliga yrkanden" if len(others) == len(self._everything()) else "övriga yrkanden"
        found = [self.names.motions.get(key) for key in motion.on]
        return listed(
            [
                self.names.indefinite(m) if m is not None else self.names.definite(key)
                for key, m in zip(motion.on, found, strict=True)
            ]
        )

    def _everything(self) -> list[str]:
        """What can be spoken of: the proposal, where there is one, and motions with words of their own."""
        put = [m.id for m in self.here.said.motions if m.kind not in _SPEAKING and not m.withdrawn]
        return [*([PROPOSAL] if self.proposal else []), *put]

    def _holds(self, motion: Motion, key: str) -> bool:
        return any(p in self.options.holders(key) for p in motion.movers)


def _sayers(motion: Motion) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return motion.movers, motion.supporters
