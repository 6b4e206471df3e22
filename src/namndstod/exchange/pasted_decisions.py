"""Delegated decisions copied from a spreadsheet: rows of the clipboard, by the words of their heading."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from namndstod.domain.amounts import parse_kronor
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_lists import looks_private
from namndstod.domain.swedish_sort import fold

_FIELDS: dict[str, tuple[str, ...]] = {
    "diary_number": ("dnr", "diarienummer", "diarienr", "arendenummer", "beteckning"),
    "decided_on": ("beslutsdatum", "datum", "beslutsdag"),
    "point": ("punkt", "delegationspunkt", "delegation"),
    "kind": ("stöd", "stödform", "beslut", "ärendetyp", "typ"),
    "recipient": ("företag", "mottagare", "sökande", "namn", "organisation"),
    "branch": ("bransch/prioritering", "bransch", "prioritering"),
    "gender": ("kön",),
    "municipality": ("kommun", "ort"),
    "amount": ("belopp", "belopp, kr", "belopp (kr)", "beviljat belopp", "beviljat", "summa", "kr"),
    "decided_by": ("beslutsfattare", "beslutad av", "delegat"),
    "decided_by_title": ("titel", "befattning"),
}
_OURS = tuple(_FIELDS)[:10]
_WITHOUT_DAY_AND_POINT = tuple(f for f in _OURS if f not in ("decided_on", "point"))
_SWEDISH_ORDER = re.compile(r"(\d{1,2})[/.](\d{1,2})[- /.](\d{4})")
_TOTAL = ("summa", "totalt", "total", "summa totalt")


@dataclass(frozen=True, slots=True)
class PastedDecisions:
    """The decisions in order, and Swedish sentences on what was not understood."""

    decisions: tuple[DelegatedDecision, ...]
    unclear: tuple[str, ...]


def read_decisions(text: str) -> PastedDecisions:
    """Return the decisions of copied rows; without a heading the columns stand as in our own list."""
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), dialect="excel-tab")]
    except csv.Error:  # a cell larger than any that a list has
        return PastedDecisions((), ("Det som kopierades är inga rader ur en lista.",))
    rows = [row for row in rows if any(row)]
    if not rows:
        return PastedDecisions((), ())
    fields, first = _columns(rows)
    if fields is None:
        return PastedDecisions((), ("Kolumnerna känns inte igen. Kopiera raderna med rubrikraden överst.",))
    decisions: list[DelegatedDecision] = []
    unclear: list[str] = []
    for number, row in enumerate(rows[first:], first + 1):
        if fold(row[0]) in _TOTAL or (not row[0] and fold("".join(row)).startswith(_TOTAL)):
            continue  # the sum is our own
        made, problems = _decision(dict(zip(fields, row, strict=False)))
        unclear += [f"Rad {number}: {problem}" for problem in problems]
        decisions.append(made)
    return PastedDecisions(tuple(decisions), tuple(unclear))


def _columns(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...] | None, int]:
    """Return the field of each column, and the row at which the decisions begin."""
    known = {fold(word): name for name, words in _FIELDS.items() for word in words}
    found = tuple(known.get(fold(cell), "") for cell in rows[0])
    if sum(bool(name) for name in found) >= 2:
        return found, 1
    widest = max(len(row) for row in rows)
    by_width = {len(order): order for order in (_OURS, _WITHOUT_DAY_AND_POINT)}
    return by_width.get(widest), 0


def _decision(cells: dict[str, str]) -> tuple[DelegatedDecision, list[str]]:
    problems: list[str] = []
    amount: int | None = None
    try:
        amount = parse_kronor(cells.get("amount", ""))
    except ValueError:
        problems.append(f"”{cells['amount']}” är inget belopp.")
    day, written = None, cells.get("decided_on", "")
    if written:
        day = _day(written)
        if day is None:
            problems.append(f"”{written}” är inget datum.")
    gender = cells.get("gender", "")
    made = DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number=cells.get("diary_number", ""),
        kind=cells.get("kind", ""),
        recipient=cells.get("recipient", ""),
        personal=looks_private(cells.get("recipient", "")),
        branch=cells.get("branch", ""),
        gender="" if gender in ("-", "–") else gender,
        municipality=cells.get("municipality", ""),
        amount=amount,
        decided_by=cells.get("decided_by", ""),
        decided_by_title=cells.get("decided_by_title", ""),
        decided_on=day,
        point=cells.get("point", ""),
    )
    return made, problems


def _day(text: str) -> date | None:
    found = _SWEDISH_ORDER.fullmatch(text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text.replace("\u2011", "-")[:10])
    except ValueError:
        return None
