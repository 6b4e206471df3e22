"""The archive in the window: old minutes on their way in, and as they are kept."""

from .intake import OldMinutesView
from .page import ArchivedView

__all__ = ["ArchivedView", "OldMinutesView"]
