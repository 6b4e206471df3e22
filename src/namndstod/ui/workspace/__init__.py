"""The workspace of a meeting: Kallelse, Handlingar, Sammanträde, Protokoll, Justering, Expediering.

Loaded when the first meeting is opened: `Workspace` is heavy, and what else lies here is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .workspace import Workspace

__all__ = ["Workspace"]


def __getattr__(name: str) -> object:
    if name == "Workspace":
        from .workspace import Workspace

        return Workspace
    raise AttributeError(name)
