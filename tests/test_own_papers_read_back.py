"""What the program prints itself it reads back: kallelse and protokoll of the demonstration."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from namndstod.cli import main
from namndstod.domain.records import BlockKind, TextRole
from namndstod.domain.swedish import plain
from namndstod.domain.view import MeetingView
from namndstod.services.reading import meeting_view, meetings
from namndstod.services.workplace import open_workplace


@pytest.fixture(scope="module")
def binder(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "p"
    shutil.copytree(demonstration, folder)
    return folder


@pytest.fixture(scope="module")
def views(binder: Path) -> Iterator[list[MeetingView]]:
    """The meetings of the demonstration, the held one first."""
    workplace = open_workplace(binder, "Ada", read_only=True)
    found = sorted(workplace.session.ask(meetings), key=lambda s: s.meeting.day)
    yield [workplace.session.ask(meeting_view, each.meeting.id) for each in found]
    workplace.close()


def read_back(paper: str, binder: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["make", paper, str(binder), "-o", str(out)]) == 0
    capsys.readouterr()
    assert main([f"read-{paper}", str(out), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_every_paragraph_of_a_protokoll(
    ending: str, binder: Path, views: list[MeetingView], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = views[0]
    found = read_back("protokoll", binder, tmp_path / f"protokoll{ending}", capsys)
    assert (found["body"], found["date"]) == (held.term.name, held.meeting.day.isoformat())
    assert found["findings"] == []
    assert [(p["number"], p["title"], p["diary_number"] or "") for p in found["paragraphs"]] == [
        (s.number, s.heading, s.diary_number) for s in held.sections
    ]
    clauses = 0
    for section, read in zip(held.sections, found["paragraphs"], strict=True):
        decided = section.parts[TextRole.DECISION].drafts
        said = [f"att {d.text}" if d.kind is BlockKind.CLAUSE else d.text for d in decided]
        assert [plain(text) for text in read["decision"][: len(said)]] == [plain(text) for text in said]
        clauses += sum(d.kind is BlockKind.CLAUSE for d in decided)
    assert clauses >= 8


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_every_item_of_a_kallelse(
    ending: str, binder: Path, views: list[MeetingView], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coming = views[-1]
    found = read_back("kallelse", binder, tmp_path / f"kallelse{ending}", capsys)
    assert (found["committee"], found["date"]) == (coming.term.name, coming.meeting.day.isoformat())
    assert found["start"] == coming.meeting.starts.strftime("%H:%M") if coming.meeting.starts else True
    assert found["place"] == coming.meeting.place
    assert [m["name"] for m in found["members"]] == [
        coming.people[mandate.person_id].name for mandate in coming.members
    ]
    assert len(found["substitutes"]) == len(coming.substitutes)
    assert [(i["number"], i["title"], i["diary_number"] or "") for i in found["items"]] == [
        (i.item.number, i.item.title, i.diary_number) for i in coming.items
    ]
    assert [tuple(i["presenters"]) for i in found["items"]] == [i.item.presenters for i in coming.items]
    assert found["findings"] == []


def test_the_report_is_for_people(binder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "kallelse.pdf"
    assert main(["make", "kallelse", str(binder), "-o", str(out)]) == 0
    capsys.readouterr()
    assert main(["read-kallelse", str(out)]) == 0
    report = capsys.readouterr().out
    assert "Kallelse: Tillväxtnämnden, 2026-12-03 kl. 10.00–15.00" in report
    assert "1. Protokollsjustering" in report


@pytest.mark.parametrize("command", ["read-kallelse", "read-protokoll"])
def test_a_file_that_cannot_be_read_is_an_error(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "tom.pdf"
    empty.write_bytes(b"")
    assert main([command, str(empty), "--json"]) == 1
    assert "Filen är tom." in capsys.readouterr().err
    assert main([command, str(tmp_path / "finns-inte.pdf"), "--json"]) == 1
