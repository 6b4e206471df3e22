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
    keep = {id_of(row) for row in wanted}
    for index in range(len(rows) - 1, -1, -1):
        if id_of(rows[index]) not in keep:
            model.beginRemoveRows(none, index, index)
            del rows[index]
            model.endRemoveRows()
    for index, row in enumerate(wanted):
        at = next((i for i in range(index, len(rows)) if id_of(rows[i]) == id_of(row)), None)
        if at is None:
            model.beginInsertRows(none, index, index)
            rows.insert(index, row)
            model.endInsertRows()
            continue
        if at != index:
            model.beginMoveRows(none, at, at, none, index)
            rows.insert(index, rows.pop(at))
            model.endMoveRows()
        if rows[index] != row:
            rows[index] = row
            changed(index)
