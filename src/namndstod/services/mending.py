"""«Åtgärda»: the command that mends a finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from namndstod.domain.findings import Mend, MendKind
from namndstod.domain.records import Anchor, MarkKind, TextRole
from namndstod.domain.view import MeetingView

from .commands.base import Command
from .commands.decided import TakeDecided
from .commands.delegation import ReportDelegated, WithdrawDelegated
from .commands.editing import Edit
from .commands.language import TakeHints
from .commands.presence import GiveReason, RecordPresence, RemovePresence, ServeFor, StepOut, TakeOutRecused
from .commands.remarks import PermitRemark, RemoveReservation
from .commands.secrecy import DropLostMark, MarkWords, WithholdPages
from .commands.signed_files import RemoveSigned
from .commands.sitting import Reopen
from .commands.texts import KeepEdited, Punctuate, TakeGenerated
from .commands.voting import CancelVote, ClaimMinority, RemoveBallot, RemoveVote
from .commands.wording import AddDecider, UseBodyName

_COMMANDS: dict[MendKind, Callable[..., Command]] = {
    MendKind.PUNCTUATE: lambda view, item: Punctuate(item),
    MendKind.SERVE: lambda view, person, seat, section, anchor=Anchor.BEFORE: ServeFor(
        view.meeting.id, person, seat, section or None, Anchor(anchor)
    ),
    MendKind.GIVE_REASON: lambda view, event, reason: GiveReason(event, reason),
    MendKind.REMOVE_PRESENCE: lambda view, event: RemovePresence(event),
    MendKind.TAKE_OUT: lambda view, section, *persons: TakeOutRecused(section, persons),
    MendKind.STEP_OUT: lambda view, section, *persons: StepOut(section, persons),
    MendKind.CLOSE_DOORS: lambda view, section: Edit(
        replace(next(s.section for s in view.sections if s.section.id == section), closed_doors=True)
    ),
    MendKind.TAKE_GENERATED: lambda view, section, role: TakeGenerated(section, TextRole(role)),
    MendKind.DROP_RESERVATION: lambda view, reservation, *person: RemoveReservation(reservation, *person),
    MendKind.PERMIT_REMARK: lambda view, remark: PermitRemark(remark),
    MendKind.TAKE_DECIDED: lambda view, section: TakeDecided(section),
    MendKind.ARRIVE: lambda view, person, section: RecordPresence(view.meeting.id, person, True, section),
    MendKind.REOPEN: lambda view, section: Reopen(section),
    MendKind.DROP_BALLOT: lambda view, ballot: RemoveBallot(ballot),
    MendKind.DROP_VOTE: lambda view, vote: RemoveVote(vote),
    MendKind.DROP_REQUEST: lambda view, proposition: CancelVote(proposition),
    MendKind.PLAIN_MAJORITY: lambda view, vote: ClaimMinority(vote, claimed=False),
    MendKind.REMOVE_SIGNED: lambda view, file: RemoveSigned(file),
    MendKind.MASK: lambda view, item, section, role, words, kind: MarkWords(
        TextRole(role), words, MarkKind(kind), item or None, section or None
    ),
    MendKind.WITHHOLD_PAGES: lambda view, document, *pages: WithholdPages(document, tuple(map(int, pages))),
    MendKind.DROP_LOST_MARK: lambda view, section, role: DropLostMark(section, TextRole(role)),
    MendKind.USE_BODY_NAME: lambda view, item, section, role: UseBodyName(TextRole(role), item, section),
    MendKind.ADD_DECIDER: lambda view, item: AddDecider(item),
    MendKind.TAKE_HINTS: lambda view, section, role: TakeHints(section, TextRole(role)),
    MendKind.WITHDRAW_DELEGATED: lambda view, *decisions: WithdrawDelegated(decisions),
    MendKind.REPORT_DELEGATED: lambda view, *decisions: ReportDelegated(view.meeting.id, decisions),
    MendKind.KEEP_EDITED: lambda view, section, role: KeepEdited(section, TextRole(role)),
}


def command_for(view: MeetingView, mend: Mend) -> Command | None:
    """Return the command that does the mend; None when it is no command (a conversion tried again)."""
    make = _COMMANDS.get(mend.kind)
    return make(view, *mend.arguments) if make else None
