"""May a part be shipped? Nothing under the GPL or AGPL alone; of a free choice one is chosen, here."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COPYLEFT = re.compile(
    r"(?<!L)\bA?GPL|\bGNU (?:Affero )?General Public|\bAffero|\bSSPL\b|\bCC-BY-(?:NC|ND)|\bEUPL\b",
    re.IGNORECASE,
)
# Mozilla's tri-licence, whose notice says «any one of» (license.hunspell); the slashes are choices.
_TRI_LICENCE = ("MPL 1.1/GPL 2.0/LGPL 2.1", "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later")
# What binds nobody who distributes a program with it inside: a compiler's run-time libraries, and the small
# program that starts one that PyInstaller froze.
_RUN_TIME = re.compile(r"GPL-\d\.0-or-later WITH (GCC-exception-3\.1|Bootloader-exception)")


def is_copyleft(licence: str) -> bool:
    """Does a licence statement bind us to the GPL or AGPL? One free choice of several is enough."""
    licence = _RUN_TIME.sub(r"\1", licence.replace(*_TRI_LICENCE))
    return all(_COPYLEFT.search(choice) for choice in re.split(r"\bOR\b", licence))


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several licences that a part may be used under, and why it is this one."""

    part: str
    declared: str
    chosen: str
    note: str


_QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
_EXCHANGEABLE = "Ligger som egna filer bredvid programmet och kan bytas mot en annan version."

CHOICES: tuple[Choice, ...] = (
    Choice("PySide6_Essentials", _QT, "LGPL-3.0-only", _EXCHANGEABLE),
    Choice("PySide6_Pdf", _QT, "LGPL-3.0-only", _EXCHANGEABLE),
    Choice("shiboken6", _QT, "LGPL-3.0-only", _EXCHANGEABLE),
    Choice("Qt", _QT, "LGPL-3.0-only", _EXCHANGEABLE),
    Choice(
        "chunspell", "MIT + MPL 1.1/GPL 2.0/LGPL 2.1", "MIT AND MPL-1.1",
        "Hunspell får användas under MPL, GPL eller LGPL; här används MPL.",
    ),
    Choice("Hunspell", "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later", "MPL-1.1", ""),
    Choice("self_cell", "Apache-2.0 OR GPL-2.0-only", "Apache-2.0", ""),
    Choice("FreeType", "FTL OR GPL-2.0-only", "FTL", ""),
)  # fmt: skip
"""Every part that may be had under the GPL among others; any other such part fails the build."""

ABSENT = {
    ("pillow", "libimagequant"): "Pillows egna hjul byggs utan libimagequant; bilden PIL._imaging prövas.",
}
"""What a wheel's SBOM mentions but its binaries lack: not shipped. `installer/inventory.py` proves it."""

SPELT_OUT = {
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "PSFL": "PSF-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "BSD license (see license.txt for details), Copyright (c) 2000-2025, ReportLab Inc.": "BSD-3-Clause",
}
"""Licences that parts spell in other ways than SPDX, with what they mean; read in their own texts."""


def choice_of(part: str, declared: str) -> Choice | None:
    """Return what was chosen for a part that leaves a choice."""
    return next((c for c in CHOICES if c.part.casefold() == part.casefold() and c.declared == declared), None)


def objection(part: str, licence: str, declared: str) -> str:
    """Say why a part may not be shipped; empty when it may."""
    told = declared or licence
    if not told:
        return f"{part} does not say its licence"
    if is_copyleft(told) or is_copyleft(licence):
        return f"{part} is under {told}"
    if _COPYLEFT.search(_RUN_TIME.sub(r"\1", told)) and choice_of(part, told) is None:
        return f"{part} leaves a choice that nobody made: {told}"
    return ""
