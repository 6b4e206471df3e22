"""What people type who look for something in the handbook, and what the handbook calls it."""

from __future__ import annotations

EMPTY = frozenset(
    (
        "att", "av", "de", "den", "det", "du", "en", "ett", "från", "för", "går", "gör", "hur", "i",
        "inte", "jag", "kan", "man", "med", "mig", "min", "mitt", "någon", "något", "när", "och", "om",
        "på", "ska", "som", "till", "ur", "vad", "var", "vem", "vi", "vid", "vill", "är",
    )
)  # fmt: skip
"""Words that say nothing of what is looked for."""

SAME: dict[str, tuple[str, ...]] = {
    "adjunger": ("närvarande",),
    "avgå": ("någon slutar",),
    "avsäg": ("någon slutar",),
    "byta": ("flytta",),
    "dagordning": ("föredragningslista",),
    "dataskydd": ("personuppgift",),
    "email": ("e-post",),
    "epost": ("e-post",),
    "gdpr": ("personuppgift",),
    "kvorum": ("beslutsför",),
    "ledam": ("ledam", "förtroendevald"),
    "mail": ("e-post",),
    "mejl": ("e-post",),
    "politiker": ("förtroendevald",),
    "radera": ("ta bort",),
    "signer": ("underskrift",),
    "teams": ("distans",),
    "uppdater": ("ny version",),
    "voter": ("omröstning",),
    "zoom": ("distans",),
}
"""How a word begins that is typed, and what is looked for as well."""
