"""Labels typed before a text: «•», «–», «1.», «2.1», «a)». The word «att» is none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from ...domain.intake.source import SourceLine

_BULLETS = {"·": "•", "●": "•", "∙": "•", "‣": "•", "⁃": "•", "■": "▪", "\uf0a7": "▪", "\uf06f": "◦"}
_LONGEST_ITEM = 5  # lines
_LABEL = re.compile(
    r"(?P<bullet>[•·●∙‣⁃■▪▫◦\ue000-\uf8ff])\s*(?=\S)"
    r"|(?P<dash>[-–—*])(?:\s+(?=\S)|(?=[A-ZÅÄÖ]))"
    r"|(?P<ring>o)\s+(?=\S{3,})"
    r"|(?P<number>\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-ZÅÄÖ])|\(?[a-zåäö]\)|[ivx]{1,4}\))\s+(?=\S)"
)


def split_label(text: str) -> tuple[str, str]:
    """Return the label typed before a text, symbol fonts' bullets as plain ones, and the rest of the text."""
    match = _LABEL.match(text)
    if match is None:
        return "", text
    rest = text[match.end() :]
    if match["bullet"]:
        sign = match["bullet"]
        return _BULLETS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign), rest
    return ("◦" if match["ring"] else match["dash"] or match["number"]), rest


def with_lost_bullets(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Return lines with «•» where only the space after a bullet is left of it, in two items or more."""
    longest = max((len(line.text) for line in lines), default=0)
    lone = [
        at for at, line in enumerate(lines) if _is_lone(line) and not _is_carried_over(lines, at, longest)
    ]
    bullets: set[int] = set()
    for first, second in itertools.pairwise(lone):
        if second - first <= _LONGEST_ITEM and _goes_on(lines[first:second]):
            bullets |= {first, second}
    return tuple(replace(line, label="•") if at in bullets else line for at, line in enumerate(lines))


def _is_lone(line: SourceLine) -> bool:
    """Tell whether a line begins with a single space."""
    one_space = line.indent == 1 if not line.size else 0.1 * line.size < line.indent < 0.4 * line.size
    return one_space and not line.label and not line.whole and not line.cells


def _is_carried_over(lines: Sequence[SourceLine], at: int, longest: int) -> bool:
    """Tell whether a line, though it begins with a space, goes on with the full line above it."""
    above, line = lines[at - 1], lines[at]
    full = at > 0 and len(above.text) > 0.8 * longest and not above.text.endswith((".", ":", "!", "?"))
    return full and not line.gap and line.text[:1].islower()


def _goes_on(item: Sequence[SourceLine]) -> bool:
    """Tell whether the lines after the first go on with its sentence."""
    return all(line.text[:1].islower() or line.text[:1].isdigit() for line in item[1:])
