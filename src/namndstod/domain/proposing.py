"""What one body proposes to another («Arbetsutskottet föreslår nämnden besluta att …»), in that one's words.

An utskott prepares for its nämnd and a nämnd for fullmäktige (KL 5:26, 6:41); houses write it in the line
above the att-satser or inside them («att föreslå nämnden att …»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from .facts import decider
from .frozen import frozen
from .records import BlockKind, Body, BodyKind, BodyTerm
from .texts import Draft, punctuated

# «föreslår nämnden besluta», «föreslår att regionfullmäktige beslutar», «föreslår nämnden föreslå …».
_LINE: Final = re.compile(
    r"\bföreslår?\s+(?:att\s+)?(?P<to>\w[\w -]*?)(?:\s+(?:besluta|föreslå)r?\b.*)?(?:\s+att)?\s*:?\s*$",
    re.IGNORECASE | re.DOTALL,
)
# «att föreslå nämnden (besluta) att anta planen»
_INSIDE: Final = re.compile(
    r"föreslår?\s+(?P<to>\w[\w -]*?)\s+(?:att\s+)?(?:besluta\s+)?att\s+(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSES: Final = (BlockKind.CLAUSE, BlockKind.NUMBERED)
_WORDS: Final[dict[BodyKind, str]] = {
    BodyKind.ASSEMBLY: "fullmäktige",
    BodyKind.BOARD: "styrelse",
    BodyKind.COMMITTEE: "nämnd",
    BodyKind.SUBCOMMITTEE: "utskott",
}


@frozen
class Proposed:
    """What is proposed: to whom (as written), and the att-satser with their conditions, without the line."""

    to: str
    drafts: tuple[Draft, ...]


def proposes(decision: Iterable[Draft]) -> bool:
    """Whether a decision proposes anything to another body."""
    return proposed(tuple(decision)) is not None


def proposed(decision: Sequence[Draft]) -> Proposed | None:
    """Return what a decision proposes to another body; what it decides for its own part is left out."""
    to = ""
    found: list[Draft] = []
    listening = taking = False  # below a line that proposes; below an att-sats that is taken
    for draft in decision:
        if draft.kind is BlockKind.DECIDER:
            match = _LINE.search(draft.text)
            listening = taking = match is not None
            to = to or (match["to"] if match else "")
        elif draft.kind in _CLAUSES:
            inside = _INSIDE.match(draft.text.strip()) if not listening else None
            taking = listening or inside is not None
            if inside is not None:
                to = to or inside["to"]
                found.append(_without_marks(draft, inside["what"]))
            elif listening:
                found.append(replace(draft, id=None))
        elif taking and draft.depth > 0:
            found.append(replace(draft, id=None))
    return Proposed(to.strip(), punctuated(tuple(found))) if found else None


def _without_marks(draft: Draft, text: str) -> Draft:
    """Return the clause with its inner words; marks are kept where they still fit, counted from the end."""
    gone = len(draft.text.rstrip()) - len(text)
    marks = tuple(replace(m, start=m.start - gone, end=m.end - gone) for m in draft.marks if m.start >= gone)
    return replace(draft, text=text, marks=marks, id=None)


def as_proposal(said: Proposed, body: Body, term: BodyTerm) -> tuple[Draft, ...]:
    """Return what was proposed as the förslag till beslut of the body it came to.

    A body that stands between proposes in its turn: styrelsen to fullmäktige.
    """
    line = decider(term)
    if said.to and not _is_named(said.to, body, term):
        line = f"{term.name} föreslår {said.to} besluta"
    return (Draft(BlockKind.DECIDER, line), *said.drafts)


def is_below(lower: Body, upper: Body) -> bool:
    """Whether one body may propose to another: its own parent, or where none is said one of a higher kind."""
    if lower.parent_id is not None:
        return lower.parent_id == upper.id
    order = list(BodyKind)  # fullmäktige, styrelse, nämnd, utskott
    return order.index(upper.kind) < order.index(lower.kind)


def goes_to(said: Proposed, lower: Body, upper: Body, term: BodyTerm) -> bool:
    """Whether what a body proposes goes to `upper`: its parent, else the body that the words name."""
    if lower.parent_id is not None:
        return lower.parent_id == upper.id
    named = said.to.casefold()
    return is_below(lower, upper) and (named == term.name.casefold() or _WORDS[upper.kind] in named)


def _is_named(name: str, body: Body, term: BodyTerm) -> bool:
    """Whether «nämnden» or «Regionala tillväxtnämnden» is this body and not one further up."""
    named = name.casefold()
    if named in (term.name.casefold(), term.short_name.casefold()):
        return True
    kinds = [kind for kind, word in _WORDS.items() if word in named]
    return not kinds or body.kind in kinds
