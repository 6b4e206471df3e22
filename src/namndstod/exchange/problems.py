"""The one known way in which somebody else's file fails: it cannot be shown, and we say why."""

from __future__ import annotations

from ..domain.errors import NamndstodError
from ..domain.records import ConversionState


class CannotShow(NamndstodError):
    """A file that cannot be turned into pages. `str(error)` is a Swedish sentence."""

    def __init__(self, state: ConversionState, message: str) -> None:
        super().__init__(message)
        self.state = state


def damaged(message: str) -> CannotShow:
    """Return the error for a file whose content is broken."""
    return CannotShow(ConversionState.DAMAGED, message)


def protected(message: str) -> CannotShow:
    """Return the error for a file that needs a password."""
    return CannotShow(ConversionState.PROTECTED, message)


def unsupported(message: str) -> CannotShow:
    """Return the error for a file of a kind that the program cannot show."""
    return CannotShow(ConversionState.UNSUPPORTED, message)
