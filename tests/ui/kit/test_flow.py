"""FlowLayout: lines of widgets."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from namndstod.ui.kit.flow import FlowLayout


def test_a_flow_keeps_its_margins(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    flow = FlowLayout(pane, spacing=6)
    flow.setContentsMargins(8, 10, 8, 10)
    boxes = [QWidget() for _ in range(2)]
    for box in boxes:
        box.setFixedSize(60, 20)
        flow.addWidget(box)
    assert (flow.sizeHint().width(), flow.heightForWidth(142)) == (142, 40)
    pane.resize(141, flow.heightForWidth(141))
    pane.show()
    assert [box.pos().toTuple() for box in boxes] == [(8, 10), (8, 33)]
    assert pane.height() == 63
