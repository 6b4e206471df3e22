"""The lines of files that others wrote, for the readers of domain/intake."""

from __future__ import annotations

from .reading import read_source as read_source
