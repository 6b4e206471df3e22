"""The FöredragningsPM that the program prints itself it reads back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from namndstod.cli import main
from namndstod.domain.records import BlockKind, MeetingState, TextRole
from namndstod.domain.swedish import plain
from namndstod.domain.view import ItemView
from namndstod.services.reading import meeting_view, meetings
from namndstod.services.workplace import open_workplace


def coming_items(binder: Path) -> tuple[str, tuple[ItemView, ...]]:
    """Return the name of the body, and the items of its coming meeting that have a FöredragningsPM."""
    workplace = open_workplace(binder, "Ada", read_only=True)
    try:
        summaries = workplace.session.ask(meetings)
        coming = next(s for s in summaries if s.meeting.state is MeetingState.PLANNED)
        view = workplace.session.ask(meeting_view, coming.meeting.id)
        return view.term.name, tuple(i for i in view.items if i.memorandum is not None)
    finally:
        workplace.close()


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_every_field_comes_back(
    ending: str, demonstration: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    binder = tmp_path / "p"
    shutil.copytree(demonstration, binder)
    body, items = coming_items(binder)
    assert len(items) >= 2
    for item in items:
        out = tmp_path / f"pm{item.item.number}{ending}"
        make = ["make", "foredragningspm", str(binder), "--arende", str(item.item.number), "-o", str(out)]
        assert main(make) == 0
        capsys.readouterr()
        assert main(["read-pm", str(out), "--json"]) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        memorandum = item.memorandum
        assert memorandum is not None
        assert (found["title"], found["diary_number"], found["body"]) == (
            item.item.title,
            item.diary_number,
            body,
        )
        assert (found["unit"], found["officer"]) == (memorandum.unit, memorandum.officer)
        drafts = item.text(TextRole.PROPOSAL)
        kinds = {BlockKind.CLAUSE: "clauses", BlockKind.CONDITION: "conditions"}
        for kind, field in kinds.items():
            before = "att " if kind is BlockKind.CLAUSE else ""
            want = [plain(f"{before}{d.text}") for d in drafts if d.kind is kind]
            assert [plain(text) for text in found[field]] == want
        assert found["findings"] == []


def test_a_file_that_is_not_there_or_empty_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read-pm", str(tmp_path / "finns-inte.docx"), "--json"]) == 1
    assert "går inte att öppna" in capsys.readouterr().err
    empty = tmp_path / "tom.pdf"
    empty.write_bytes(b"")
    assert main(["read-pm", str(empty)]) == 1
    assert "Filen är tom" in capsys.readouterr().err
