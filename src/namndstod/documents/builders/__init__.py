"""Builders: from the view of a meeting to the content trees of its papers."""

from .agenda import agenda_paper
from .attendance import attendance_paper
from .call import call_blocks, call_paper
from .minutes import immediate_paper, minutes_paper
from .packet import divider_paper, packet_contents
from .votes import votes_paper

__all__ = [
    "agenda_paper",
    "attendance_paper",
    "call_blocks",
    "call_paper",
    "divider_paper",
    "immediate_paper",
    "minutes_paper",
    "packet_contents",
    "votes_paper",
]
