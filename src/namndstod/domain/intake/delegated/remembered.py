"""What a person has told before about the columns of lists with the same headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...delegation import ColumnMapping
from ...swedish_sort import fold
from ..found_delegated import DelegatedField

_FIELDS: Final = {field.value: field for field in DelegatedField}

Fields = tuple[DelegatedField | None, ...]


class Remembered:
    """Kolumnernas betydelse, by the headings that say something; the first that is given counts."""

    def __init__(self, mappings: Sequence[ColumnMapping] = ()) -> None:
        self._known: dict[tuple[str, ...], ColumnMapping] = {}
        self._headless: dict[int, ColumnMapping] = {}  # by the number of columns
        for mapping in mappings:
            said = _said(mapping.headings)
            if said:
                self._known.setdefault(said, mapping)
            else:
                self._headless.setdefault(len(mapping.fields), mapping)

    def knows(self, headings: Sequence[str]) -> bool:
        """Whether these are the headings of a list that was told about; none are none."""
        return bool(self._known) and _said(headings) in self._known

    def fields(self, headings: Sequence[str], filled: Sequence[bool]) -> Fields | None:
        """Return the field of each column, None when nothing was told; `filled`: where anything stands.

        A column without heading is known by its place between those with one.
        """
        said = _said(headings)
        mapping = self._known.get(said) if said else self._headless.get(sum(filled))
        if mapping is None:
            return None
        told = list(zip(mapping.headings, mapping.fields, strict=False))
        fields: list[DelegatedField | None] = []
        for text, stands in zip(headings, filled, strict=True):
            named = bool(_folded(text))
            while named and told and not _folded(told[0][0]):
                told.pop(0)
            if told and (named or (stands and not _folded(told[0][0]))):
                fields.append(_FIELDS.get(told.pop(0)[1]))
            else:
                fields.append(None)
        return tuple(fields)


def _said(headings: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for text in map(_folded, headings) if text)


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
