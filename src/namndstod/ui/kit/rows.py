"""Bringing a model from old rows to new ones with the narrowest signals, so that views keep their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QModelIndex

Row = TypeVar("Row")


class RowModel(Protocol):
    """What `sync` needs of a model: Qt's own announcements."""

    def beginInsertRows(self, parent: QModelIndex, first: int, last: int, /) -> None: ...  # noqa: D102
    def endInsertRows(self) -> None: ...  # noqa: D102
    def beginRemoveRows(self, parent: QModelIndex, first: int, last: int, /) -> None: ...  # noqa: D102
    def endRemoveRows(self) -> None: ...  # noqa: D102
    def beginMoveRows(  # noqa: D102
        self, parent: QModelIndex, first: int, last: int, to_parent: QModelIndex, to: int, /
    ) -> bool: ...
    def endMoveRows(self) -> None: ...  # noqa: D102


def sync(
    model: RowModel,
    rows: list[Row],
    wanted: Sequence[Row],
    id_of: Callable[[Row], str],
    changed: Callable[[int], None],
) -> None:
    """Change `rows`, the list behind `model`, in place to `wanted`, announcing each step.

    Rows are the same when their ids are; `changed(index)` announces one whose content is another.
    """
    none = QModelIndex()
    ids = [id_of(row) for row in wanted]
    keep = set(ids)
    last = len(rows) - 1
    while last >= 0:  # runs of rows that go, from the end
        first = last
        while first >= 0 and id_of(rows[first]) not in keep:
            first -= 1
        if first < last:
            model.beginRemoveRows(none, first + 1, last)
            del rows[first + 1 : last + 1]
            model.endRemoveRows()
        last = first - 1
    known = {id_of(row) for row in rows}
    index = 0
    while index < len(wanted):
        if ids[index] not in known:  # a run of new rows
            end = index
            while end < len(wanted) and ids[end] not in known:
                end += 1
            model.beginInsertRows(none, index, end - 1)
            rows[index:index] = wanted[index:end]
            model.endInsertRows()
            index = end
            continue
        at = next(i for i in range(index, len(rows)) if id_of(rows[i]) == ids[index])
        if at != index:
            model.beginMoveRows(none, at, at, none, index)
            rows.insert(index, rows.pop(at))
            model.endMoveRows()
        if rows[index] != wanted[index]:
            rows[index] = wanted[index]
            changed(index)
        index += 1
