"""The preview of a paper that changes: what is read stays where it is, and only what is in sight is drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from namndstod.domain.findings import Step
from namndstod.domain.records import PaperKind
from namndstod.domain.view import MeetingView
from namndstod.services.commands.editing import Edit
from namndstod.services.worker_client import DrawnPages, _Place

from .conftest import Room, blank_pdf


class Growing:
    """Stands in for what draws: the § that is read moves on with every drawing."""

    def __init__(self) -> None:
        self.glimpses: list[tuple[str, int]] = []
        self.wholes = 0

    def pdf(self, kind: PaperKind, view: MeetingView, of: tuple[str, ...] = ()) -> DrawnPages:
        self.wholes += 1
        return self._drawn(None)

    def glimpse(
        self, kind: PaperKind, view: MeetingView, of: tuple[str, ...], anchor: str, further: int
    ) -> DrawnPages:
        self.glimpses.append((anchor, further))
        return self._drawn(range(2, 7))

    def _drawn(self, shown: range | None) -> DrawnPages:
        grown = len(self.glimpses)
        anchors = {
            "lista": _Place(0, 800.0),
            "rubrik:7": _Place(3, 420.0),  # only counted: says nothing of the next version
            "lästa": _Place(3 + grown, 500.0 - 30 * grown),
            "nästa": _Place(6 + grown, 700.0),
        }
        pages = 10 + grown
        held = pages if shown is None else len(shown)
        return DrawnPages(blank_pdf(held), pages, anchors, shown, [(595.0, 842.0)] * pages)


def test_text_that_grows_above_does_not_move_what_is_read(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.idle()
    papers = Growing()
    monkeypatch.setattr(room.papers, "pdf", papers.pdf)
    monkeypatch.setattr(room.papers, "glimpse", papers.glimpse)
    room.space.show_step(Step.CALL, by_person=True)
    preview = room.space.call.preview
    preview.show_kind(PaperKind.AGENDA)
    room.qtbot.waitUntil(lambda: preview.canvas.page_count() == 10)
    preview.go_to(4, 300)
    before = preview.canvas.scroll_place()
    assert before is not None
    for times in (1, 2):
        item = room.item("Remiss om färjor").item if times == 1 else room.item("Färjor").item
        room.session.do(Edit(replace(item, title="Färjor" * times)))
        room.qtbot.waitUntil(lambda times=times: preview.canvas.page_count() == 10 + times)  # type: ignore[misc]
        place = preview.canvas.scroll_place()
        assert place is not None
        assert place[0] == before[0] + times
        assert place[1] == pytest.approx(before[1] + 30 * times, abs=2)
    assert papers.glimpses == [("lästa", 0), ("lästa", 0)]
    assert papers.wholes == 1  # at first; the rest waits until there is time
