"""Removes kept files that nothing refers to: what gallring leaves, and what a crash left unattached."""

from __future__ import annotations

import time
from datetime import timedelta

from .binder import Binder
from .check import mentioned_files
from .journal import Operation

YOUNG = timedelta(days=1)


def collect(binder: Binder, *, younger_stay: timedelta = YOUNG) -> list[str]:
    """Remove and return the files that no record, paper or journal image mentions.

    A file is kept before the record that refers to it is stored, so young files stay. Backups are not asked:
    what gallring erased shall be gone, even though an older backup still names it.
    """
    removed = []
    oldest = time.time() - younger_stay.total_seconds()
    # Nobody can begin to refer to a file while we hold the write transaction.
    with binder.work(Operation(name="collect", label="Ta bort filer som inget hänvisar till")) as work:
        mentioned = mentioned_files(work)
        for sha256 in list(binder.files.all()):
            if sha256 not in mentioned and binder.files.path(sha256).stat().st_mtime <= oldest:
                binder.files.remove(sha256)
                removed.append(sha256)
    return removed
