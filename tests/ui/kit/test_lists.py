"""ItemList and DataTable: models that hold, moves asked for, Swedish order, dropped files."""

from collections.abc import Callable, Sequence
from itertools import permutations

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from namndstod.ui.kit.data_table import Column, DataTable, TableModel, TableRole
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.item_model import ItemModel, ItemRole, ItemRow, PillSpec
from namndstod.ui.kit.theme import Theme
from namndstod.ui.kit.tokens import Tone

ALT = Qt.KeyboardModifier.AltModifier
ROWS = (
    ItemRow("a", "1", "Upprop"),
    ItemRow("b", "2", "Svar på remiss om kollektivtrafikplan", pills=(PillSpec("jäv anmält", Tone.LOOK),)),
    ItemRow("c", "3", "Övriga frågor"),
)


@pytest.fixture
def items(theme: Theme, qtbot: QtBot) -> ItemList:
    made = ItemList("Ärenden", ROWS, reorder=True, takes_files=True)
    qtbot.addWidget(made)
    made.resize(280, 300)
    made.show()
    return made


def ids(model: QAbstractItemModel, role: int) -> list[str]:
    return [str(model.index(i, 0).data(role)) for i in range(model.rowCount())]


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_model_goes_from_any_rows_to_any_rows(theme: Theme) -> None:
    model = ItemModel(ROWS)
    tester = watched(model)
    for count in range(4):
        for wanted in permutations((*ROWS, ItemRow("d", "4", "Ny")), count):
            model.set_rows(wanted)
            assert ids(model, ItemRole.ID) == [row.id for row in wanted]
    assert tester.model() is model


def test_only_what_differs_is_announced(theme: Theme) -> None:
    model = ItemModel(ROWS)
    tester = watched(model)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.rowsInserted.connect(lambda *_: changed.append(-1))
    model.rowsMoved.connect(lambda *_: changed.append(-2))
    model.set_rows((ROWS[0], ItemRow("b", "2", "Ny rubrik"), ROWS[2]))
    assert changed == [1]
    changed.clear()
    model.set_rows((ROWS[2], ROWS[0], ItemRow("b", "2", "Ny rubrik")))
    assert changed == [-2]
    assert tester.model() is model


def test_screen_reader_hears_the_whole_row(items: ItemList) -> None:
    text = items.item_model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "2 Svar på remiss om kollektivtrafikplan, jäv anmält"


def test_current_row_stays_when_rows_change_place(items: ItemList) -> None:
    items.set_current_id("b")
    items.set_rows((ROWS[1], ROWS[2], ROWS[0]))
    assert items.current_id() == "b"
    assert items.currentIndex().row() == 0


def test_current_row_is_told(items: ItemList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(items.currentIdChanged, timeout=0) as signal:
        items.set_current_id("c")
    assert signal.args == ["c"]


def test_alt_and_arrows_ask_for_a_move(items: ItemList, qtbot: QtBot) -> None:
    items.set_current_id("b")
    with qtbot.waitSignal(items.moveRequested, timeout=0) as up:
        QTest.keyClick(items, Qt.Key.Key_Up, ALT)
    with qtbot.waitSignal(items.moveRequested, timeout=0) as down:
        QTest.keyClick(items, Qt.Key.Key_Down, ALT)
    assert (up.args, down.args) == (["b", 0], ["b", 2])
    assert ids(items.item_model(), ItemRole.ID) == ["a", "b", "c"]  # asked for, not done
    items.set_current_id("a")
    with qtbot.assertNotEmitted(items.moveRequested):
        QTest.keyClick(items, Qt.Key.Key_Up, ALT)


def test_enter_and_delete_are_asked_for(items: ItemList, qtbot: QtBot) -> None:
    items.set_current_id("b")
    with qtbot.waitSignals([items.activatedId, items.removeRequested], timeout=0):
        QTest.keyClick(items, Qt.Key.Key_Return)
        QTest.keyClick(items, Qt.Key.Key_Delete)


def drag_to(items: ItemList, mime: QMimeData, place: QPoint) -> None:
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    rest = (actions, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (
        QDragEnterEvent(QPointF(place), *rest),
        QDragMoveEvent(QPointF(place), *rest),
        QDropEvent(QPointF(place), *rest),
    ):
        QApplication.sendEvent(items.viewport(), event)


def test_files_dropped_on_a_row_are_handed_on(items: ItemList, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/bilaga å.pdf"), QUrl("https://exempel.se/x.pdf")])
    place = items.visualRect(items.item_model().index(1)).center()
    with qtbot.waitSignal(items.filesDropped, timeout=0) as signal:
        drag_to(items, mime, place)
    assert signal.args == ["b", ["/tmp/bilaga å.pdf"]]


def test_files_dropped_beside_the_rows_are_of_no_row(items: ItemList, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/bilaga.pdf")])
    with qtbot.waitSignal(items.filesDropped) as told:
        drag_to(items, mime, QPoint(20, 290))
    assert told.args == ["", ["/tmp/bilaga.pdf"]]


def test_dragged_row_asks_for_its_new_place(
    items: ItemList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A drag of the platform runs a loop of its own; its last event is what counts here.
    monkeypatch.setattr(QDropEvent, "source", lambda _: items)
    model = items.item_model()
    mime = model.mimeData([model.index(0)])
    bottom = items.visualRect(model.index(2)).bottomLeft() + QPoint(10, -2)
    event = QDropEvent(
        QPointF(bottom),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(items.moveRequested, timeout=0) as signal:
        items.dropEvent(event)
    assert signal.args == ["a", 2]
    assert event.dropAction() == Qt.DropAction.CopyAction  # Qt must not remove the row by itself


def test_long_titles_make_the_row_higher_and_pills_go_below(items: ItemList) -> None:
    low = items.visualRect(items.item_model().index(0)).height()
    wrapped = items.visualRect(items.item_model().index(1)).height()
    assert wrapped > low
    items.resize(190, 300)
    QTest.qWait(0)
    items.doItemsLayout()
    assert items.visualRect(items.item_model().index(1)).height() > wrapped


Person = tuple[str, int]
COLUMNS: Sequence[Column[Person]] = (
    Column("name", "Namn", lambda p: p[0], stretch=True),
    Column("votes", "Röster", lambda p: str(p[1]), sort_key=lambda p: p[1], number=True),
    Column("state", "", lambda p: "vald", pill=lambda p: PillSpec("vald", Tone.DONE) if p[1] > 5 else None),
)
PEOPLE: tuple[Person, ...] = (("Öberg", 9), ("Åkerö", 12), ("Äng", 3), ("Zetterlund", 100))


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> DataTable[Person]:
    made: DataTable[Person] = DataTable("Personer", COLUMNS, lambda p: p[0])
    qtbot.addWidget(made)
    made.set_rows(PEOPLE)
    return made


def test_table_sorts_the_swedish_way_and_numbers_as_numbers(table: DataTable[Person]) -> None:
    tester = watched(table.table_model())
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert ids(table.table_model(), TableRole.ID) == ["Zetterlund", "Åkerö", "Äng", "Öberg"]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert ids(table.table_model(), TableRole.ID) == ["Zetterlund", "Åkerö", "Öberg", "Äng"]
    assert tester.model() is table.table_model()


def test_table_keeps_order_and_current_row_when_rows_change(table: DataTable[Person]) -> None:
    tester = watched(table.table_model())
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.set_current_id("Öberg")
    table.set_rows((*PEOPLE, ("Ask", 1)))
    assert ids(table.table_model(), TableRole.ID) == ["Ask", "Zetterlund", "Åkerö", "Äng", "Öberg"]
    assert table.current_id() == "Öberg"
    assert tester.model() is table.table_model()


def test_table_cells(table: DataTable[Person]) -> None:
    model: TableModel[Person] = table.table_model()
    votes = model.index(0, 1)
    assert votes.data(TableRole.ROW) == ("Öberg", 9)
    assert votes.data(Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    assert votes.data(Qt.ItemDataRole.AccessibleTextRole) == "Röster: 9"
    pill: Callable[[int], object] = lambda row: model.index(row, 2).data(TableRole.PILL)  # noqa: E731
    assert pill(0) == PillSpec("vald", Tone.DONE)
    assert pill(2) is None


def test_enter_in_the_table_activates(table: DataTable[Person], qtbot: QtBot) -> None:
    table.set_current_id("Äng")
    with qtbot.waitSignal(table.activatedId, timeout=0) as signal:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert signal.args == ["Äng"]


def test_a_narrow_table_gives_up_air_and_then_what_is_spare(theme: Theme, qtbot: QtBot) -> None:
    columns: Sequence[Column[Person]] = (
        Column("name", "Namn", lambda p: p[0], stretch=True),
        Column("votes", "Röster", lambda p: str(p[1]), width=200),
        Column("weekday", "Dag", lambda p: "torsdag", width=120, spare=True),
    )
    made: DataTable[Person] = DataTable("Personer", columns, lambda p: p[0])
    qtbot.addWidget(made)
    made.set_rows([("Anna-Karin Sandström Lindqvist", 9)])
    seen = []
    for width in (700, 480, 320):
        made.resize(width, 200)
        made.show()
        assert made.columnWidth(0) >= made.sizeHintForColumn(0)
        seen.append((made.columnWidth(1) == 200, made.isColumnHidden(2)))
    assert seen == [(True, False), (False, False), (False, True)]
    made.resize(700, 200)
    assert not made.isColumnHidden(2)
    made.resize(320, 201)
    made.resize(320, 202)
    assert made.isColumnHidden(
        2
    )  # nor does what was away come back squeezed when the width is shared out again


def test_a_table_that_is_not_shown_is_laid_out_by_few_of_its_rows(theme: Theme, qtbot: QtBot) -> None:
    asked: set[int] = set()

    def text(person: Person) -> str:
        asked.add(person[1])
        return person[0]

    made: DataTable[Person] = DataTable("Personer", [Column("name", "Namn", text)], lambda p: str(p[1]))
    qtbot.addWidget(made)
    made.set_rows([("Ek", number) for number in range(500)])
    asked.clear()  # all were put in order
    made._fit_columns()
    assert 0 < len(asked) < 100
    asked.clear()
    made.resize(300, 200)
    made.show()
    assert 0 < len(asked) < 100
