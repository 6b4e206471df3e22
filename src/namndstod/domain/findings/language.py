"""Rules about the language of a protokoll, and about what a phrase left to fill in (documents.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..phrase_bank import placeholders
from ..records import TextRole
from ..swedish import listed
from ..view import MeetingView
from .finding import Finding, Mend, MendKind, Severity
from .written import written_in_minutes

_WORDS_OF_OTHERS = (TextRole.RESERVATIONS, TextRole.REMARKS)


def language(view: MeetingView, today: date) -> Iterator[Finding]:
    """What is written better in a protokoll than in a kallelse: one finding for each part of a §."""
    if not view.held:
        return
    from ..language import hints_in  # with its lists of words: not before there are minutes

    for text in written_in_minutes(view):
        found = hints_in(text.drafts) if text.role not in _WORDS_OF_OTHERS else ()
        if not found:
            continue
        certain = sum(h.certain for h in found)
        take = "Ta alla" if certain == len(found) else f"Ta {certain}"
        yield Finding(
            "language",
            Severity.INFORM,
            text.place,
            f"{text.name}: {len(found)} språkförslag.",
            "praxis",
            (Mend(take, MendKind.TAKE_HINTS, (text.owner, text.role.value)),) if certain else (),
        )


def to_fill_in(view: MeetingView, today: date) -> Iterator[Finding]:
    """A place that a phrase left open: «{datum}»."""
    for text in written_in_minutes(view):
        left = dict.fromkeys(p.text for d in text.drafts for p in placeholders(d.text))
        if left:
            yield Finding(
                "phrase_to_fill_in",
                Severity.WARN,
                text.place,
                f"{text.name}: Fyll i {listed(list(left))}.",
                "praxis",
            )
