"""The register of delegated decisions in the window: narrowed, grouped, drawn, chosen together, files."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetrics, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from namndstod.domain.delegation import DecisionDocument, DelegatedDecision
from namndstod.domain.delegation_standing import Standing
from namndstod.domain.records import Appeal, Meeting
from namndstod.domain.swedish import plain
from namndstod.services.commands.delegation import AddDelegated
from namndstod.services.commands.meetings import CancelMeeting
from namndstod.services.delegation.facets import Facet
from namndstod.services.reading import bodies
from namndstod.ui.delegation.register import DelegatedView
from namndstod.ui.kit.data_table import TableRole
from namndstod.ui.kit.item_model import PillSpec
from namndstod.ui.kit.paint import pill_width
from namndstod.ui.kit.table_head import SortHead
from namndstod.ui.kit.tokens import Tone

from .conftest import House
from .test_small_screens import AT_150_PER_CENT, outside

TOWNS = ("Ejderö", "Storvik", "")


def decision(number: int) -> DelegatedDecision:
    return DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number=f"27SK{number:02d}",
        kind=("Mikrobidrag", "Konsultstöd")[number % 2],
        recipient=f"Åkeriet {number} AB",
        municipality=TOWNS[number % 3],
        amount=number * 1000,
        decided_by="Ines Falk",
        decided_on=date(2027, 4, 1) + timedelta(days=number),
        point="3.2",
        urgent=number == 7,
    )


@pytest.fixture
def view(house: House) -> DelegatedView:
    body = house.session.ask(bodies, date(2027, 5, 7))[0].body.id
    house.session.do(AddDelegated(body, tuple(decision(n) for n in range(1, 10))))
    shown = house.main.show_view("delegated")
    assert isinstance(shown, DelegatedView)
    house.idle()
    return shown


def press(widget: QWidget, key: Qt.Key) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def rows(view: DelegatedView) -> list[str]:
    model = view.table.register_model()
    number = next(n for n, c in enumerate(model.columns) if c.name == "number")
    return [
        str(model.index(n, number).data() or plain(str(model.index(n, 0).data())))
        for n in range(model.rowCount())
    ]


def test_groups_have_sums_and_close_and_a_choice_becomes_a_chip(house: House, view: DelegatedView) -> None:
    view.bar.group_by(Facet.MUNICIPALITY)
    assert rows(view)[:2] == ["Ejderö, 3 beslut, 18 000 kr, öppen", "27SK09"]
    view.table.setCurrentIndex(view.table.register_model().index(0, 0))
    press(view.table, Qt.Key.Key_Space)
    assert rows(view)[:2] == ["Ejderö, 3 beslut, 18 000 kr, stängd", "Storvik, 3 beslut, 12 000 kr, öppen"]
    press(view.table, Qt.Key.Key_Right)
    assert rows(view)[1] == "27SK09"
    view.bar.choose(Facet.KIND, "konsultstöd")
    assert (plain(view.count.text()), plain(view.sum.text())) == ("5 av 9 beslut", "Summa 25 000 kr")
    assert view.bar._chip_row.count() == 2
    view.filter.setText("finns inte")
    assert view._no_hits.isVisible()
    assert view.pane.isHidden()
    view._find_all()
    assert plain(view.count.text()) == "9 beslut"
    assert view.filter.text() == ""


def test_a_column_orders_and_an_ordforandebeslut_shows_its_own_deadline(
    house: House, view: DelegatedView
) -> None:
    names = [c.name for c in view.table.register_model().columns]
    view.table.sortByColumn(names.index("amount"), Qt.SortOrder.AscendingOrder)
    house.idle()
    assert rows(view)[0] == "27SK01"
    at = rows(view).index("27SK07")
    pill = view.table.register_model().index(at, names.index("standing")).data(TableRole.PILL)
    assert pill == PillSpec("ska anmälas 2027-05-14", Tone.LOOK)
    assert "ordförandebeslut" in view.table.register_model().index(at, 0).data()
    assert view.shown.register.of(view.shown.waiting())[0].diary_number == "27SK07"


def test_what_changes_while_a_large_register_is_put_in_order_is_not_lost(
    house: House, view: DelegatedView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("namndstod.services.delegation.register.AT_ONCE", 5)  # nine are many
    waiting: list[Callable[[], object]] = []

    def later(work: Callable[[], object], *, done: Callable[[object], object], **_: object) -> None:
        waiting.append(lambda: done(work()))

    with monkeypatch.context() as held:
        held.setattr(view.actions_.background, "run", later)
        view.keeper.sort("amount", descending=False)
        body = view.shown.register.body_id
        view.keeper.follow(house.session.do(AddDelegated(body, (decision(0),))))
        view.keeper.sort("recipient", descending=False)
        while waiting:
            waiting.pop()()  # the last that was begun is ready first
    assert view.shown.column == "recipient"
    assert [view.shown.register.decisions[slot].amount for slot in view.shown.slots[:2]] == [0, 1000]


def test_several_are_changed_and_removed_together(house: House, view: DelegatedView) -> None:
    model, flag = view.table.register_model(), QItemSelectionModel.SelectionFlag
    for row in (2, 3):
        view.table.selectionModel().select(model.index(row, 0), flag.Select | flag.Rows)
    assert plain(view.chosen.text()) == "3 valda, 22 000 kr"
    view.pane.together.click()
    form = view._together
    assert form is not None
    form.field.set_value("appeal")
    form.appeal.set_value(str(Appeal.NONE))
    form.accept()
    found = {d.diary_number: d.appeal for d in view.shown.register.of(view.shown.register.live)}
    assert [number for number, appeal in found.items() if appeal is Appeal.NONE] == [
        "27SK09",
        "27SK07",
        "27SK06",
    ]
    assert form.isHidden()
    view.remove.click()
    assert plain(view.count.text()) == "6 beslut"
    house.session.undo()
    house.idle()
    assert plain(view.count.text()) == "9 beslut"


def test_diagrams_say_what_is_shown_and_choose_from_it(house: House, view: DelegatedView) -> None:
    view.bar.charts.click()
    charts = view._charts
    assert charts is not None
    house.qtbot.waitUntil(lambda: bool(charts.charts[Facet.GENDER].bars()))
    towns = charts.charts[Facet.MUNICIPALITY]
    assert [(b.label, plain(b.text)) for b in towns.bars()] == [
        ("Ejderö", "18 000 kr"),
        ("Utan kommun", "15 000 kr"),
        ("Storvik", "12 000 kr"),
    ]
    assert "Storvik: 12 000 kr, 3 beslut" in plain(towns.accessibleDescription())
    towns.setFocus()
    press(towns, Qt.Key.Key_End)
    press(towns, Qt.Key.Key_Return)
    assert plain(view.count.text()) == "3 av 9 beslut"
    charts.measure.setCurrentIndex(1)
    house.qtbot.waitUntil(lambda: [plain(b.text) for b in towns.bars()] == ["3 beslut"])
    assert towns.bars()[0].chosen
    press(towns, Qt.Key.Key_Space)  # once more: all again
    assert plain(view.count.text()) == "9 beslut"


def test_files_are_kept_with_a_decision_and_findings_told_beside_it(
    house: House, view: DelegatedView, tmp_path: Path
) -> None:
    letter = tmp_path / "Beslut 27SK09.pdf"
    letter.write_bytes(b"%PDF-1.7\n%%EOF\n")
    house.qtbot.waitUntil(lambda: view.pane.heading.text() == "27SK09")
    view.pane.files.keep([letter])
    house.idle()
    with house.session.reading() as reader:
        (kept,) = reader.find(DecisionDocument)
    assert (kept.title, kept.original_name) == ("Beslut 27SK09", "Beslut 27SK09.pdf")
    column = next(n for n, c in enumerate(view.table.register_model().columns) if c.name == "enclosed")
    assert plain(str(view.table.register_model().index(0, column).data())) == "1 fil"
    view.pane.files.rename(kept, "Undertecknat beslut")
    with house.session.reading() as reader:
        renamed = reader.get(DecisionDocument, kept.id)
    view.pane.files.drop(renamed)
    house.idle()
    assert view.shown.register.files[kept.decision_id] == 0
    view.table.set_current_id(view.shown.register.of([view.shown.slots[2]])[0].id)
    house.qtbot.waitUntil(lambda: view.pane.heading.text() == "27SK07")


def test_a_file_is_kept_with_the_decision_that_it_is_dropped_on(
    house: House, view: DelegatedView, tmp_path: Path
) -> None:
    letter, brought = tmp_path / "Undertecknat.pdf", tmp_path / "mars.CSV"
    letter.write_bytes(b"%PDF-1.7\n%%EOF\n")
    lists: list[str] = []
    view.listBrought.disconnect()
    view.listBrought.connect(lambda path, _: lists.append(path))

    def drop(path: Path, row: int) -> None:
        cell = view.table.visualRect(view.table.register_model().index(row, 1))
        place = cell.center() if row >= 0 else view.table.viewport().rect().bottomRight()
        at = QPointF(view.table.viewport().mapTo(view, place))
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
        view.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, mime, *none))
        house.idle()

    drop(letter, -1)
    with house.session.reading() as reader:
        assert reader.find(DecisionDocument) == []
    drop(letter, 3)
    with house.session.reading() as reader:
        (kept,) = reader.find(DecisionDocument)
    assert kept.decision_id == view.table.current_id()
    assert view.shown.register.of(view.table.chosen_slots())[0].diary_number == rows(view)[3]
    assert lists == []
    drop(brought, 3)
    assert lists == [str(brought)]


def column(view: DelegatedView, name: str) -> int:
    return next(n for n, c in enumerate(view.table.register_model().columns) if c.name == name)


def test_where_nothing_fits_in_one_stands_at_the_way_back(house: House, view: DelegatedView) -> None:
    view.table.setFocus()
    view.filter.setText("finns inte")  # as a filter chosen from a menu does: the focus stays in the table
    button = view._no_hits.button
    assert button is not None
    assert QApplication.focusWidget() is button
    heard: list[str] = []  # by the cross in the field, which goes when it is empty
    view.filter.textChanged.connect(heard.append)
    button.click()
    assert heard == [""]
    assert QApplication.focusWidget() is view.table


def test_esc_shows_all_from_the_foot_too(house: House, view: DelegatedView) -> None:
    for button in (view.details, view.paste, view.workbooks.button):
        view.bar.choose(Facet.KIND, "konsultstöd")
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Escape)
        assert plain(view.count.text()) == "9 beslut"
        assert QApplication.focusWidget() is view.table


def test_f11_names_no_private_persons_until_it_is_pressed_again(house: House, view: DelegatedView) -> None:
    private = replace(decision(20), recipient="Siv Bergkvist", gender="K", note="Siv Bergkvist ringde")
    house.session.do(AddDelegated(view.shown.register.body_id, (private,)))
    house.idle()
    model = view.table.register_model()
    view.table.set_current_id(str(model.index(0, 0).data(TableRole.ID)))
    view.table.setFocus()
    house.idle()

    def read() -> str:
        view.pane.show_chosen(view.table.chosen_slots())
        QApplication.processEvents()  # what is new is laid out
        labels = (w.text() for w in view.pane.findChildren(QLabel) if w.isVisible())
        cells = (str(model.index(0, n).data()) for n in range(len(model.columns)))
        return " ".join((*labels, *cells))

    assert "Siv Bergkvist" in read()
    assert "Kön" in read()
    assert view.pane.files.isVisible()

    def press_f11() -> None:
        QTest.keyClick(view.table, Qt.Key.Key_F11)

    press_f11()
    assert view.cover.text() == "Visa namn"
    assert "Siv" not in read()
    assert "Kön" not in read()
    assert "Privatperson" in read()
    assert "Personuppgift" not in read()  # nobody has said so: it is only taken for a person's name
    assert not view.pane.files.isVisible()
    view.table.set_current_id(str(model.index(1, 0).data(TableRole.ID)))
    assert "Åkeriet 9 AB" in read()
    assert view.pane.files.isVisible()
    press_f11()
    view.table.set_current_id(str(model.index(0, 0).data(TableRole.ID)))
    assert "Siv Bergkvist" in read()


def test_the_foot_has_room_for_what_is_chosen_at_150_per_cent(house: House, view: DelegatedView) -> None:
    house.frame.resize(AT_150_PER_CENT)
    view.table.selectAll()
    view.chosen.setText("120 valda, 11 118 950 kr")
    view.sum.setText("Summa 1 227 850 000 kr")
    house.qtbot.waitUntil(lambda: outside(house.main, house.frame) == [])
    for label in (view.chosen, view.sum):
        assert label.width() >= label.sizeHint().width()
    assert view.cover.accessibleName() == "Dölj namn"


def test_after_anmal_one_stands_at_the_next_row(house: House, view: DelegatedView) -> None:
    view.bar.want_standing(Standing.UNREPORTED)
    for button, numbers in (
        (view.pane.report, ["27SK09", "27SK08", "27SK07"]),
        (view.remove, ["27SK08", "27SK07", "27SK06"]),
    ):
        assert rows(view)[:3] == numbers
        view.table.set_current_id(view.shown.register.decisions[view.shown.slots[0]].id)
        button.setFocus()
        button.click()
        house.idle()
        assert QApplication.focusWidget() is view.table
        assert view.table.currentIndex().row() == 0
        assert rows(view)[0] == numbers[1]
    view.table.set_current_id(view.shown.register.decisions[view.shown.slots[-1]].id)
    view.pane.report.click()  # the last one: the row above
    house.idle()
    assert view.table.currentIndex().row() == len(rows(view)) - 1
    view.report.setFocus()
    view.report.click()
    house.idle()
    assert rows(view) == []
    assert QApplication.focusWidget() is view._no_hits.button


def test_a_pill_is_whole_also_when_the_widths_were_shared_out_without_it(
    house: House, view: DelegatedView
) -> None:
    view.filter.setText("27SK01")  # not the ordförandebeslut
    standing = column(view, "standing")
    assert view.table.sizeHintForColumn(standing) >= pill_width("ska anmälas 2027-05-14") + 16


def test_the_arrow_of_a_sorted_number_does_not_stand_on_its_heading(
    house: House, view: DelegatedView
) -> None:
    head = view.table.horizontalHeader()
    assert isinstance(head, SortHead)
    for name in ("amount", "number"):
        at = column(view, name)
        wide = QRect(0, 0, head.sectionSizeHint(at), 30)  # as narrow as it may be
        text = QFontMetrics(head.font()).horizontalAdvance(view.table.register_model().columns[at].title)
        arrow = head.arrow_place(at, wide)
        begins = wide.width() - 8 - text if name == "amount" else 8
        assert arrow.right() <= begins or arrow.left() >= begins + text


def test_an_ordforandebeslut_with_no_later_meeting_is_told_and_leads_to_the_register(
    house: House, view: DelegatedView
) -> None:
    with house.session.reading() as reader:
        (meeting,) = reader.find(Meeting)
    house.session.do(CancelMeeting(meeting.id))
    shown = house.main.show_view("overview")
    house.idle()
    said = "Ordförandebeslut 27SK07 ska anmälas, men inget sammanträde är planerat"
    line = next(b for b in shown.findChildren(QAbstractButton) if said in plain(b.accessibleName()))
    line.click()
    house.idle()
    assert view.isVisible()
    assert view.table.current_id() == next(d.id for d in view.shown.register.decisions if d.urgent)
