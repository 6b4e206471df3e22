"""What a decision settles: amounts, the share of the costs, the time it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..swedish import MONTHS, plain
from .found import Doubt, FoundPeriod
from .values import amounts_in, percents_in, period_in, share_in

_OF_MONEY: Final = re.compile(
    r"kostnad|finansier|budget|bidrag|stöd|medel|bevilj|utgift|investering|insats", re.IGNORECASE
)
_LASTS: Final = re.compile(r"påbörj|avslut|pågå|genomför|löp|projekt|gäll|period|start|bedriv", re.IGNORECASE)
_REPORTED: Final = re.compile(
    r"redovis|återrapport|rapporter|återkom|inkom|anmäl|slutredovis|lämna", re.IGNORECASE
)
_YEARS: Final = re.compile(
    r"\b(?:under\s+)?(?:perioden|åren|tiden|projektperioden|mandatperioden|under|för)\s+(?:åren\s+|perioden\s+)?"
    r"(?P<first>(?:19|20)\d\d)\s*(?:[-\u2010-\u2015\u2212]|till(?:\s+och\s+med)?|t\.?o\.?m\.?|och)\s*(?P<last>(?:19|20)\d\d)"
    r"(?![-\d])",
    re.IGNORECASE,
)
_LONGEST: Final = 4000  # letters of a clause that are read
_MONTH: Final = "|".join(MONTHS)
_MONTHS: Final = re.compile(
    rf"(?<!\d )(?P<m1>{_MONTH})(?:\s+(?P<y1>(?:19|20)\d\d))?\s*"
    rf"(?:[-\u2010-\u2015]|till(?:\s+och\s+med)?|t\.?o\.?m\.?)\s*(?P<m2>{_MONTH})\s+(?P<y2>(?:19|20)\d\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What the clauses of a decision settle. What they do not say, or say in two ways, is None."""

    amounts: tuple[int, ...] = ()
    share_percent: float | None = None
    period: FoundPeriod | None = None
    doubts: tuple[Doubt, ...] = ()


def settled_in(clauses: Sequence[str]) -> Settled:
    """Read the clauses."""
    texts = [plain(c)[:_LONGEST] for c in clauses]
    amounts = tuple(a for text in dict.fromkeys(texts) for a in amounts_in(text))
    doubts: list[Doubt] = []
    of_money = [text for text in texts if _OF_MONEY.search(text)]
    shares = {share for text in of_money if (share := share_in(text)) is not None}
    said = {p for text in of_money for p in percents_in(text)}
    share = next(iter(shares)) if len(shares) == 1 else None
    if share is None and shares:
        words = ", ".join(f"{p:g}".replace(".", ",") + " %" for p in sorted(said))
        doubts.append(Doubt(field="share_percent", message="Beslutet anger flera andelar.", words=words))
    periods = list(dict.fromkeys(p for text in texts if (p := _period(text)) is not None))
    both = [p for p in periods if p.start and p.end]
    chosen = both or periods
    if len(chosen) > 1:
        doubts.append(Doubt(field="period", message="Beslutet anger flera perioder."))
    period = chosen[0] if len(chosen) == 1 else None
    if period is not None and period.start and period.end and period.start > period.end:
        doubts.append(Doubt(field="period", message="Perioden slutar innan den börjar."))
    return Settled(amounts, share, period, tuple(doubts))


def _period(text: str) -> FoundPeriod | None:
    found = period_in(text)
    if found is not None and found.start is not None and found.end is not None:
        return found
    if found is not None:
        return found if _LASTS.search(text) and not _REPORTED.search(text) else None
    months = {span for m in _MONTHS.finditer(text) if (span := _of_months(m)) is not None}
    spans = months or {
        FoundPeriod(start=date(int(m["first"]), 1, 1), end=date(int(m["last"]), 12, 31))
        for m in _YEARS.finditer(text)
    }
    return spans.pop() if len(spans) == 1 else None


def _of_months(found: re.Match[str]) -> FoundPeriod | None:
    """«maj 2024 – juni 2025»: from the first day of the one to the last of the other."""
    first, last = MONTHS.index(found["m1"].casefold()) + 1, MONTHS.index(found["m2"].casefold()) + 1
    year, last_year = int(found["y1"] or found["y2"]), int(found["y2"])
    after = date(last_year + last // 12, last % 12 + 1, 1)
    return FoundPeriod(start=date(year, first, 1), end=date.fromordinal(after.toordinal() - 1))
