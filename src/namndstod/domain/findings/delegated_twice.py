"""The same decision twice, in a list or already in the register; and numbers that stand for two decisions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from ..delegation_order import point_key
from .delegated_finding import Known, KnownDecision, Row, RowFinding
from .finding import Severity

_SOURCE: Final = "praxis"
_BETWEEN: Final = "\x1f"
_BLANKS: Final = {ord(c): None for c in " \t\n\r\u00a0\u202f\u2009"}


class Twice:
    """The rows that have a diary number or a serial in common with another row or with the register."""

    def __init__(self, rows: Sequence[Row], known: Known) -> None:
        self._rows = rows
        self._numbers = _keys([row.diary_number for row in rows])
        self._serials = _keys([row.serial for row in rows])
        self._by_number = _repeated(self._numbers)
        self._by_serial = _repeated(self._serials)
        self._stored = self._in_register(known)
        self.places = {p for each in (self._by_number, self._by_serial) for s in each.values() for p in s[1:]}
        """The places of the rows about which there may be something to say."""
        if self._stored:
            self.places |= {p for p, number in enumerate(self._numbers) if number in self._stored}

    def _in_register(self, known: Known) -> dict[str, list[KnownDecision]]:
        """Return the decisions of the register that have a diary number in common with a row."""
        found: dict[str, list[KnownDecision]] = defaultdict(list)
        stored = _keys([one.diary_number for one in known.decisions])
        both = set(self._numbers).intersection(stored) - {""}
        if both:
            for number, one in zip(stored, known.decisions, strict=True):
                if number in both:
                    found[number].append(one)
        return dict(found)

    def findings(self, place: int) -> Iterator[RowFinding]:
        """Tell whether a row repeats an earlier one, or a decision of the register."""
        row = self._rows[place]
        yield from self._number(place, row)
        if not row.serial:
            return
        earlier = [p for p in self._by_serial.get(self._serials[place], ()) if p < place]
        same = (p for p in earlier if self._numbers[p] == self._numbers[place])
        if earlier and not any(same_decision(row, self._rows[p]) for p in same):
            said = f"Löpnummer {row.serial.strip()} står också {self._where(earlier[0])}."
            yield RowFinding("same_serial", Severity.WARN, said, _SOURCE, "serial")

    def _number(self, place: int, row: Row) -> Iterator[RowFinding]:
        key = self._numbers[place]
        own = getattr(row, "id", "")
        stored = [one for one in self._stored.get(key, ()) if one.id != own]
        earlier = [p for p in self._by_number.get(key, ()) if p < place]
        number = row.diary_number.strip()
        for other in earlier:
            if same_decision(row, self._rows[other]):
                said = f"Beslutet {number} står också {self._where(other)}."
                yield RowFinding("twice", Severity.WARN, said, _SOURCE, "diary_number")
                return
        if any(same_decision(row, one) for one in stored):
            said = f"Beslutet {number} finns redan i registret."
            yield RowFinding("twice", Severity.WARN, said, _SOURCE, "diary_number")
        elif earlier:
            said = f"Diarienummer {number} har också ett annat beslut {self._where(earlier[0])}."
            yield RowFinding("number_shared", Severity.INFORM, said, _SOURCE, "diary_number")
        elif stored:
            said = f"Diarienummer {number} har också ett annat beslut i registret."
            yield RowFinding("number_shared", Severity.INFORM, said, _SOURCE, "diary_number")

    def _where(self, place: int) -> str:
        number = getattr(self._rows[place], "source_row", None)
        return f"på rad {number}" if number else "tidigare"


def same_decision(one: Row | KnownDecision, other: Row | KnownDecision) -> bool:
    """Whether two of one diary number agree in kind, point and amount, and, where known, recipient, day."""
    return (
        one.amount == other.amount
        and point_key(one.point) == point_key(other.point)
        and _key(one.kind) == _key(other.kind)
        and _agree(_key(one.recipient), _key(other.recipient))
        and _agree(one.decided_on, other.decided_on)
    )


def _agree(one: object, other: object) -> bool:
    return not one or not other or one == other


def _key(text: str) -> str:
    return _keys([text])[0]


def _keys(texts: Sequence[str]) -> list[str]:
    """Return the texts for comparing, without spaces: all at once, since there may be 100,000 of them."""
    folded = _BETWEEN.join(text.replace(_BETWEEN, "") for text in texts).casefold()
    return folded.translate(_BLANKS).split(_BETWEEN) if texts else []


def _repeated(keys: Sequence[str]) -> dict[str, list[int]]:
    """Return the places of keys that stand more than once."""
    if len(set(keys)) == len(keys):
        return {}
    found: dict[str, list[int]] = {key: [] for key, count in Counter(keys).items() if count > 1 and key}
    for place, key in enumerate(keys):
        if key in found:
            found[key].append(place)
    return found
