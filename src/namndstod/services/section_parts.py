"""The order in which a body writes the parts of a §, for those who show a § otherwise than on paper."""

from __future__ import annotations

from namndstod.documents.builders.minutes import PART_ORDER
from namndstod.domain.records import TextRole
from namndstod.domain.view import MeetingView


def part_order(view: MeetingView) -> tuple[TextRole, ...]:
    """Return the parts of a § in the order in which the protokoll prints them."""
    return PART_ORDER[view.customs.section_order]
