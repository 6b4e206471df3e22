"""Rules about the language of a protokoll, and about what a phrase left to fill in (documents.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..language import hints_in
from ..phrase_bank import placeholders
from ..records import MeetingState, TextRole
from ..swedish import listed
from ..texts import Draft
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .sections import held_sections, named
from .writing import part_name

_ALWAYS = (TextRole.SUMMARY, TextRole.POINTS, TextRole.PROPOSAL, TextRole.DECISION)
_WORDS_OF_OTHERS = (TextRole.RESERVATIONS, TextRole.REMARKS)


def language(view: MeetingView, today: date) -> Iterator[Finding]:
    """What is written better in a protokoll than in a kallelse: one finding for each part of a §."""
    for section, role, drafts in _written(view):
        found = hints_in(drafts) if role not in _WORDS_OF_OTHERS else ()
        if not found:
            continue
        certain = sum(h.certain for h in found)
        where = (section.section.id, role.value)
        yield Finding(
            "language",
            Severity.INFORM,
            Place(Step.MINUTES, section_id=section.section.id, role=role),
            f"{named(section)}: {len(found)} språkförslag i {_part(view, role)}.",
            "praxis",
            (Mend("Ta alla" if certain == len(found) else f"Ta {certain}", MendKind.TAKE_HINTS, where),)
            if certain
            else (),
        )


def to_fill_in(view: MeetingView, today: date) -> Iterator[Finding]:
    """A place that a phrase left open: «{datum}»."""
    for section, role, drafts in _written(view):
        left = dict.fromkeys(p.text for d in drafts for p in placeholders(d.text))
        if left:
            yield Finding(
                "phrase_to_fill_in",
                Severity.WARN,
                Place(Step.MINUTES, section_id=section.section.id, role=role),
                f"{named(section)}, {_part(view, role)}: Fyll i {listed(list(left))}.",
                "praxis",
            )


def _written(view: MeetingView) -> Iterator[tuple[SectionView, TextRole, tuple[Draft, ...]]]:
    """Yield the parts that a person wrote or brought; the others are in the program's own language."""
    if view.meeting.state is MeetingState.APPROVED:
        return
    for section in held_sections(view):
        if section.section.approved is not None:
            continue
        for role in dict.fromkeys((*_ALWAYS, *section.parts.stored)):
            yield section, role, section.parts[role].drafts


def _part(view: MeetingView, role: TextRole) -> str:
    return part_name(role, view.customs.section_order)
