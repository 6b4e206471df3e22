"""Who a file says made it: a person or a unit, and no program."""

from __future__ import annotations

import re
from typing import Final

from ..plain import one_line

_PROGRAM: Final = re.compile(
    r"(?:open\W?pyxl|xlsx\W?writer|(?:microsoft )?(?:office )?excel|"
    r"microsoft(?: corporation| office(?: user)?)?|libreoffice|openoffice|apache poi|exceljs|sheetjs|"
    r"phpspreadsheet|phpexcel|epplus|closedxml|unknown(?: creator)?|okänd|user|användare|administrator|admin)"
    r"(?:[\s/].*\d.*)?",
    re.IGNORECASE,
)


def made_by(*names: str | None) -> str:
    """Return the first name that is not a program's, or nothing."""
    told = (one_line(name or "") for name in names)
    return next((name for name in told if name and not _PROGRAM.fullmatch(name)), "")
