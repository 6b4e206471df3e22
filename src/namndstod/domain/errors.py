"""Known errors. Each message is Swedish and meant for the secretary.

A bug is any other exception: it gives a report and rolls back.
"""

from __future__ import annotations


class NamndstodError(Exception):
    """An error that the program knows and can explain; `str(error)` is the Swedish message."""


class RuleBroken(NamndstodError):
    """What was asked breaks a rule. Shown at its field; `source` is the law («KL 6 kap. 27 §»)."""

    def __init__(self, message: str, *, source: str = "", field: str = "") -> None:
        super().__init__(message)
        self.source = source
        self.field = field


class Refused(RuleBroken):
    """What was asked touches something frozen, sent or changed by somebody else."""


class NotFound(NamndstodError):
    """A fact that was referred to does not exist (any more)."""


class EnvironmentProblem(NamndstodError):
    """Disk, lock or file: not the program's fault and not the secretary's. `way_on` says what to do."""

    def __init__(self, message: str, *, way_on: str = "") -> None:
        super().__init__(message)
        self.way_on = way_on


class DiskFull(EnvironmentProblem):
    """There is no room left where the binder lies."""


class ReadOnly(EnvironmentProblem):
    """The binder may not be written to."""


class BinderBusy(EnvironmentProblem):
    """Another program has the binder open."""


class BinderTooNew(EnvironmentProblem):
    """The binder was last used by a newer version of the program."""


class UpgradeFailed(EnvironmentProblem):
    """An older binder could not be brought to this version; it is as it was."""


class BinderDamaged(EnvironmentProblem):
    """The binder or one of its files is not what it should be."""


class FileVanished(EnvironmentProblem):
    """A stored or chosen file is no longer there."""
