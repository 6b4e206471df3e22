"""Builders: from the view of a meeting to the content trees of its papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from namndstod.domain.content import Paper
from namndstod.domain.records import PaperKind
from namndstod.domain.view import MeetingView

from .agenda import agenda_paper
from .attendance import attendance_paper
from .call import call_blocks, call_paper
from .common import Images
from .delegated import delegated_paper
from .dispatches import dispatches_paper
from .extract import extract_paper
from .letter import letter_paper
from .memorandum import memorandum_paper
from .minutes import immediate_paper, minutes_paper
from .notice import notice_paper
from .packet import divider_paper, packet_contents, withheld_paper
from .recorded import recorded_paper
from .secret_minutes import secret_minutes_paper
from .supplement import delegated_key, supplement_paper
from .votes import votes_paper

__all__ = [
    "BUILDERS",
    "agenda_paper",
    "attendance_paper",
    "call_blocks",
    "call_paper",
    "delegated_key",
    "delegated_paper",
    "dispatches_paper",
    "divider_paper",
    "extract_paper",
    "immediate_paper",
    "letter_paper",
    "memorandum_paper",
    "minutes_paper",
    "notice_paper",
    "packet_contents",
    "recorded_paper",
    "secret_minutes_paper",
    "supplement_paper",
    "votes_paper",
    "withheld_paper",
]

Of = tuple[str, ...]
"""Ids of what a paper is of (§§, items …); empty: of the whole meeting."""

BUILDERS: Mapping[PaperKind, Callable[[MeetingView, Images, Of], Paper]] = {
    PaperKind.CALL: lambda view, images, _: call_paper(view, images),
    PaperKind.AGENDA: lambda view, images, _: agenda_paper(view, images),
    PaperKind.MINUTES: lambda view, images, _: minutes_paper(view, images),
    PaperKind.SECRET_MINUTES: lambda view, images, _: secret_minutes_paper(view, images),
    PaperKind.ATTENDANCE: lambda view, images, _: attendance_paper(view, images),
    PaperKind.VOTES: votes_paper,
    PaperKind.EXTRACT: extract_paper,
    PaperKind.NOTICE: notice_paper,
    PaperKind.DISPATCHES: dispatches_paper,
    PaperKind.MEMORANDUM: memorandum_paper,
    PaperKind.DELEGATED: delegated_paper,
}
"""How each paper of text is built; packets, workbooks and letters (of a decision) are made otherwise."""
