"""Kontroll: what is missing or wrong in a meeting. Computed from the view each time, never stored."""

from .catalogue import check, hindrances
from .finding import Finding, Mend, MendKind, Place, Severity, Step

__all__ = [
    "Finding",
    "Mend",
    "MendKind",
    "Place",
    "Severity",
    "Step",
    "check",
    "hindrances",
]
