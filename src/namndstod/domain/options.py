"""What a § has to choose between, derived from its yrkanden (KL 5:53, 5:66; practice).

An option is named by a key: PROPOSAL, the id of a motion, REJECTION or TODAY. Only what is moved by somebody
who serves counts; the rest is stored and marked (rule 3), and stands nowhere here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from .facts import SectionFacts
from .proceedings import PROPOSAL, REJECTION, Motion, MotionKind
from .records import Customs, TextRole

FORMAL = (MotionKind.REMIT, MotionKind.TABLE)
_CONTENT = (MotionKind.AMENDMENT, MotionKind.ADDITION, MotionKind.OWN, *FORMAL)
"""Kinds that put something forward of their own; the others speak of what is put forward."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a §, each group in the order in which the chair puts them (rule 14)."""

    motions: Mapping[str, Motion]  # those that count, by id, with the movers and supporters who serve
    formal: tuple[str, ...] = ()  # each against TODAY
    matter: tuple[str, ...] = ()  # against each other: PROPOSAL, motions, REJECTION
    additions: tuple[str, ...] = ()  # each bifall or avslag
    movers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # key → who yrkar it

    @property
    def disputed(self) -> bool:
        """Whether there is anything but the proposal as it stands."""
        return bool(self.formal or self.additions or self.matter not in ((), (PROPOSAL,)))

    def holders(self, key: str) -> tuple[str, ...]:
        """Return the ids of those who yrkar the option, in the order in which they did."""
        return self.movers.get(key, ())


def has_proposal(here: SectionFacts) -> bool:
    """Whether the item brings a förslag till beslut of its own."""
    return here.item is not None and (
        here.item.item.purpose is not None or any(d.text for d in here.item.text(TextRole.PROPOSAL))
    )


def counted(here: SectionFacts) -> tuple[Motion, ...]:
    """Return the motions that count: not withdrawn, moved by somebody who serves in the § (KL 4:22).

    Those handed in before the meeting have no movers of their own; they are kept.
    """
    serving = {s.person_id for s in here.presence.serving}
    return tuple(
        motion if serving.issuperset((*motion.movers, *motion.supporters)) else _of(motion, serving)
        for motion in here.said.motions
        if not motion.withdrawn and (not motion.movers or not serving.isdisjoint(motion.movers))
    )


def _of(motion: Motion, serving: set[str]) -> Motion:
    """Return the motion as it is without those who don't serve."""
    movers = tuple(p for p in motion.movers if p in serving)
    return replace(motion, movers=movers, supporters=tuple(p for p in motion.supporters if p in serving))


def options(here: SectionFacts, customs: Customs) -> Options:
    """Return what the § has to choose between."""
    motions = counted(here)
    approved = _approvals(here, motions)
    movers: dict[str, tuple[str, ...]] = {
        m.id: _once((*m.movers, *approved.get(m.id, ()))) for m in motions if m.kind in _CONTENT
    }
    movers = {key: who for key, who in movers.items() if who}  # a paper nobody yrkar bifall to is no yrkande
    if PROPOSAL in approved:
        movers[PROPOSAL] = _once(approved[PROPOSAL])
    put = [m for m in motions if m.id in movers]
    rivals = [m.id for m in put if m.kind in (MotionKind.AMENDMENT, MotionKind.OWN)]
    rejecting = _rejecting(motions, {*rivals, PROPOSAL}, movers)
    if rejecting:
        movers[REJECTION] = rejecting
    own = has_proposal(here) and (PROPOSAL in movers or customs.proposal_always_put or not rivals)
    return Options(
        motions={m.id: m for m in motions},
        formal=tuple(m.id for m in put if m.kind in FORMAL),
        matter=(*((PROPOSAL,) if own else ()), *rivals, *((REJECTION,) if rejecting else ())),
        additions=tuple(m.id for m in put if m.kind is MotionKind.ADDITION),
        movers=movers,
    )


def spoken_of(motion: Motion, here: SectionFacts, motions: Iterable[Motion]) -> tuple[str, ...]:
    """Return the keys that bifall or avslag speaks of: `on`, else the proposal, else all that is put."""
    if motion.on:
        return motion.on
    return (PROPOSAL,) if has_proposal(here) else tuple(m.id for m in motions if m.kind in _CONTENT)


def _approvals(here: SectionFacts, motions: tuple[Motion, ...]) -> dict[str, tuple[str, ...]]:
    """Return who yrkar bifall to what."""
    found: dict[str, tuple[str, ...]] = {}
    for motion in motions:
        if motion.kind is MotionKind.APPROVAL:
            for key in spoken_of(motion, here, motions):
                found[key] = (*found.get(key, ()), *motion.movers)
    return found


def _rejecting(
    motions: tuple[Motion, ...], matter: set[str], movers: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return who yrkar avslag as such, and not only on the rivals of what they hold by themselves."""
    found: list[str] = []
    for motion in motions:
        if motion.kind is not MotionKind.REJECTION or (motion.on and not matter.intersection(motion.on)):
            continue
        for person in motion.movers:
            holds = any(person in movers.get(key, ()) for key in matter)
            if motion.second_hand_of is not None or not holds:
                found.append(person)
    return _once(found)


def _once(persons: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(persons))
