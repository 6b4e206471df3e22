"""From a plan and what a person has chosen of it to the command that takes it in."""

from __future__ import annotations

from collections.abc import Collection

from namndstod.services.commands.delegation_import import ChangedDecision, TakeInDecisions
from namndstod.services.commands.supporting import IncomingFile
from namndstod.storage.store import Reader

from .mappings import to_remember
from .planning import DelegationPlan, changed_fields


def taking(
    reader: Reader,
    plan: DelegationPlan,
    chosen: Collection[int],
    file: IncomingFile,
    meeting_id: str | None = None,
) -> TakeInDecisions:
    """Return the command that takes in the rows at the places `chosen`, with what the columns mean.

    `file` is the list as it came; with `meeting_id` the new decisions are put on that meeting's list.
    """
    rows = [row for place, row in enumerate(plan.rows) if place in chosen and row.takes]
    return TakeInDecisions(
        body_id=plan.body_id,
        file=file,
        sender=plan.sender,
        seen=plan.seen,
        new=tuple(row.found for row in rows if row.stored is None),
        changed=tuple(
            ChangedDecision(row.stored, tuple(changed_fields(row).items()), row.found.source_row)
            for row in rows
            if row.stored is not None
        ),
        title=plan.title,
        period=plan.period,
        mappings=to_remember(reader, plan.body_id, plan.sender, plan.found.tables),
        meeting_id=meeting_id,
    )
