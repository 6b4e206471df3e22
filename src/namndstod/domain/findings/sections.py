"""What rules about §§ have in common."""

from __future__ import annotations

from collections.abc import Iterator

from ..editions import shown_heading
from ..swedish import section_range
from ..view import MeetingView, SectionView


def held_sections(view: MeetingView) -> Iterator[SectionView]:
    """Give the §§ of a meeting that has been opened; before that nothing has happened in them."""
    if view.held:
        yield from view.sections


def named(section: SectionView) -> str:
    """«§ 92», or the heading of a § that gets no number."""
    return section_range([section.number]) if section.number is not None else shown_heading(section)
