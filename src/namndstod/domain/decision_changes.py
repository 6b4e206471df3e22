"""What was changed in the text of a decision after the klubba (JO 3339-2013; rule 27)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .records import TextBlock
from .swedish import plain
from .texts import Draft, drafts_of, fingerprint

Change = tuple[str, str]
"""Words as they were decided, and as they stand now."""


def decision_changes(stored: Sequence[TextBlock]) -> tuple[Change, ...]:
    """Return what differs between a decision as it was fixed at the klubba and as it stands.

    `stored` are the blocks of the one decision. A text of a person's own, which the program never fixed, has
    nothing to compare with. Blocks that were taken away leave no words: they count as one change without any.
    """
    marks = {b.fingerprint for b in stored if b.fingerprint is not None}
    if not marks:
        return ()
    changes = [
        changed_words(b.generated or "", b.text)
        for b in stored
        if b.edited is not None and editorial(b.edited) != editorial(b.generated or "")
    ]
    if not changes and _shortened(stored, marks):
        changes.append(("", ""))
    return tuple(changes)


def changed_words(before: str, after: str) -> Change:
    """Return the words that differ, without those that both begin and end with."""
    old, new = plain(before).split(), plain(after).split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])


def editorial(text: str) -> str:
    """Return the text in a form that accepted språkförslag, spaces and signs at its end do not change."""
    from .language import (
        spelled_out,  # with its lists of words: not before a decision is held against its text
    )

    words = re.sub(r'["”“]', "”", spelled_out(plain(text))).split()
    return re.sub(r"(,? samt|[,.;])$", "", " ".join(words))


def _shortened(stored: Sequence[TextBlock], marks: set[str]) -> bool:
    """Whether blocks of what was decided are gone: what is left no longer gives the same fingerprint."""
    known = [b for b in stored if b.generated is not None]
    texts = {b.id: b.generated or "" for b in known}
    drafts = [Draft(d.kind, texts.get(d.id or "", d.text), d.depth, (), d.rows) for d in drafts_of(known)]
    return fingerprint(drafts) not in marks
