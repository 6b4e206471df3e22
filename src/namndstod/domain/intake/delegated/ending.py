"""Sums of a table as somebody wrote them, against those of its decisions."""

from __future__ import annotations

from collections.abc import Sequence

from ...swedish import NBSP, whole_number
from ..found_delegated import DelegatedField, FoundDecision, RowDoubt
from .bodies import Total


def stated_total(
    totals: Sequence[Total], kept: Sequence[int], decisions: Sequence[FoundDecision]
) -> tuple[int | None, tuple[RowDoubt, ...]]:
    """Return the sum of the whole table as written, and doubts where a sum is not that of its decisions.

    A sum is right when it is that of all decisions above it, of those since the last sum, or of those that
    are not hidden.
    """
    stated: int | None = None
    doubts: list[RowDoubt] = []
    begins = 0  # of the decisions since the last sum
    grand = 0
    for total in totals:
        ends = sum(row < total.row for row in kept)
        everything = decisions if ends == 0 and begins == 0 else decisions[:ends]
        if total.decisions is not None and total.decisions not in (len(everything), ends - begins):
            doubts.append(_count_doubt(total, len(everything)))
        if total.amount is None:
            begins = ends
            continue
        group, whole = _sum(everything[begins:]), _sum(everything)
        shown = _sum([d for d in everything if not d.hidden])
        if total.amount == whole or (total.amount not in (group, shown) and ends == begins):
            stated, grand = total.amount, ends
        if total.amount == shown != whole:
            doubts.append(_hidden_doubt(total, whole))
            stated, grand = total.amount, ends
        elif total.amount not in (group, whole):
            doubts.append(_doubt(total, group if begins and len(totals) > 1 else whole))
            stated, grand = total.amount, ends
        begins = ends
    if grand < len(decisions) and len(totals) > 1:  # sums of groups alone
        stated = None
    return stated, tuple(doubts)


def _sum(decisions: Sequence[FoundDecision]) -> int:
    return sum(d.amount for d in decisions if d.amount is not None)


def _doubt(total: Total, computed: int) -> RowDoubt:
    assert total.amount is not None
    words = f"Summan i listan är {_kronor(total.amount)}, men besluten blir {_kronor(computed)}."
    return RowDoubt(DelegatedField.AMOUNT, f"Rad {total.row + 1}: {words}", total.words)


def _hidden_doubt(total: Total, computed: int) -> RowDoubt:
    assert total.amount is not None
    words = (
        f"Summan {_kronor(total.amount)} gäller bara rader som syns; "
        f"med de dolda blir den {_kronor(computed)}."
    )
    return RowDoubt(DelegatedField.AMOUNT, f"Rad {total.row + 1}: {words}", total.words)


def _count_doubt(total: Total, count: int) -> RowDoubt:
    words = f"Listan säger {total.decisions} beslut, men {count} står i den."
    return RowDoubt("", f"Rad {total.row + 1}: {words}", total.words)


def _kronor(amount: int) -> str:
    return f"{whole_number(amount)}{NBSP}kronor"
