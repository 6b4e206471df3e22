"""The workspace of a meeting: Kallelse, Handlingar, Sammanträde, Protokoll and Justering."""

from .workspace import Workspace

__all__ = ["Workspace"]
