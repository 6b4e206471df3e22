"""How much a decision grants at most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..swedish import plain
from .values import amounts_said

_REFUSED: Final = re.compile(
    r"\b(?:avsl[åa]\w*|avslag|avvisa\w*|inte beviljas|inte bevilja)\b", re.IGNORECASE
)
# A sentence that refuses the rest of what was asked for: «Ansökan avslås i övrigt.»
_OF_THE_REST: Final = re.compile(
    r"(?:^|(?<=[.!?] ))[^.!?]{0,60}\b(?:avslås|avslår)\b[^.!?]{0,20}\bi övrigt\.?$"
)
_AT_MOST: Final = re.compile(
    r"\b(?:högst|maximalt|max|upp till|som mest|ett högsta belopp om|ej överstigande)\s*$", re.IGNORECASE
)
_NEAR: Final = 60  # letters before an amount in which «högst» stands
_FEE: Final = re.compile(r"\b(?:avgift\w*|faktura\w*|debitera\w*|kostar)\b", re.IGNORECASE)
_GRANTED: Final = re.compile(
    r"\b(?:bevilj\w*|tilldel\w*|anslå\w*|utbetala\w*|lämnas|ges|får|erhåll\w*)\b", re.IGNORECASE
)


def max_amount(decision: Sequence[str]) -> int | None:
    """Return the amount that is granted at most; None for a refusal, or when several could be meant."""
    texts = [_OF_THE_REST.sub("", plain(text)) for text in decision]
    texts = [text for text in texts if not (_REFUSED.search(text) or _FEE.search(text))]
    most = {
        said.kronor
        for text in texts
        for said in amounts_said(text)
        if _AT_MOST.search(text, max(0, said.start - _NEAR), said.start)
    }
    if not most:
        most = {said.kronor for text in texts if _GRANTED.search(text) for said in amounts_said(text)}
    return most.pop() if len(most) == 1 else None
