"""How long it takes to judge rows of delegated decisions by rules 35–38.

python -m benchmarks.delegation_rules [ROWS]

A list of 100,000 rows by 15 delegates and 20 points, one row in twenty without delegation, held against a
register of as many decisions: at most 0.5 s of processor time for the rows, best of three, and 0.5 s for the
list as a whole (gaps in the series).
"""

from __future__ import annotations

import random
import sys
import time as clock
from collections.abc import Callable
from datetime import date, timedelta

from namndstod.domain.delegation import Delegate, DelegateKind, DelegationPoint
from namndstod.domain.delegation_order import Order
from namndstod.domain.findings.delegated import Known, KnownDecision, judge_list, judge_rows
from namndstod.domain.intake.found_delegated import FoundDecision

BAR = 0.5  # s
ROWS, POINTS, DELEGATES, REPETITIONS = 100_000, 20, 15, 3
SINCE, TODAY = date(2027, 1, 1), date(2027, 12, 31)
KINDS = ("Mikrobidrag", "Konsultstöd", "Såddbidrag", "Projektmedel")


def main(rows: int) -> int:
    """Measure, print, and return 1 when the bar is missed."""
    found, order, known = _list(rows), _order(), _known(rows)
    judged = judge_rows(found, order, known, TODAY)
    each = _best(lambda: judge_rows(found, order, known, TODAY))
    whole = _best(lambda: judge_list(found, order, known, TODAY))
    print(f"{rows:,} rows, {sum(map(bool, judged)):,} with something to say of them")
    print(f"rows judged in {each:.2f} s, the list as a whole in {whole:.2f} s, bar {BAR} s each")
    return 0 if max(each, whole) <= BAR else 1


def _list(rows: int) -> list[FoundDecision]:
    chance = random.Random(35)
    return [
        FoundDecision(
            source_row=number + 1,
            serial=f"D {number}/2027",
            diary_number=f"27RG{number}",
            kind=chance.choice(KINDS),
            recipient=f"Företag {number} AB",
            amount=chance.randrange(100_000),
            decided_by=f"Karin Ek{chance.randrange(DELEGATES)}" if number % 20 else "Bo Al",
            decided_by_title="Områdeschef",
            decided_on=SINCE + timedelta(chance.randrange(364)),
            point=f"3.{chance.randrange(POINTS)}",
        )
        for number in range(1, rows + 1)
    ]


def _order() -> Order:
    points = [
        DelegationPoint(
            id=f"{n}",
            body_id="b",
            number=f"3.{n}",
            position=n,
            text="Stöd.",
            valid_from=SINCE,
            max_amount=100_000,
        )
        for n in range(POINTS)
    ]
    delegates = [
        Delegate(
            id=f"{p.id}-{n}",
            point_id=p.id,
            position=n,
            kind=DelegateKind.EMPLOYEE,
            title="Områdeschef",
            name=f"Karin Ek{n}",
            valid_from=SINCE,
        )
        for p in points
        for n in range(DELEGATES)
    ]
    return Order(points, delegates)


def _known(rows: int) -> Known:
    stored = (
        KnownDecision(f"{n}", f"26RG{n}", "Mikrobidrag", "3.2", n, "Företag AB", SINCE, f"D {n}/2026")
        for n in range(1, rows + 1)
    )
    return Known(decisions=tuple(stored), meetings=(SINCE, date(2028, 1, 20)), notice_days=7)


def _best(act: Callable[[], object]) -> float:
    times = []
    for _ in range(REPETITIONS):
        start = clock.process_time()
        act()
        times.append(clock.process_time() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
