"""Binders to work in, and what is asked of them when the world is in the way."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from namndstod.cli import main
from namndstod.domain.errors import EnvironmentProblem
from namndstod.domain.records import AgendaItem
from namndstod.domain.view import DocumentView
from namndstod.services.commands.supporting import AttachFiles
from namndstod.services.workplace import Workplace, open_workplace
from namndstod.storage.check import check

from ..services.helpers import Clock, House, facts

Found = tuple[Workplace, House, str]
Make = Callable[[Path], Found]

TEXT = ("Underlag.txt", "Bryggan är från 1931.\n".encode() * 2000)


def content(folder: Path) -> dict[str, str]:
    """Every file of the binder by its path, with its hash; without the lock and what can be made again."""
    files = [p for p in folder.rglob("*") if p.is_file() and "cache" not in p.relative_to(folder).parts]
    return {
        str(p.relative_to(folder)): sha256(p.read_bytes()).hexdigest()
        for p in files
        if not p.name.endswith((".lock", "-journal"))
    }


def refused(act: Callable[[], Any], kind: type[EnvironmentProblem], said: str, house: House) -> None:
    """It fails with that error, message and a way on; the facts and the journal are what they were."""
    before = facts(house.session), len(house.session.binder.journal.entries())
    with pytest.raises(kind, match=said) as raised:
        act()
    assert raised.value.way_on.endswith((".", "?"))
    assert (facts(house.session), len(house.session.binder.journal.entries())) == before
    assert check(house.session.binder) == []


def attach(workplace: Workplace, house: House, meeting: str, source: tuple[str, bytes] = TEXT) -> str:
    """Attach a text to the first item; return its SHA-256."""
    files = workplace.conversions.take_in([source])
    workplace.session.do(AttachFiles(house.find(AgendaItem, meeting_id=meeting)[0].id, files))
    return files[0].sha256


def document(house: House, meeting: str) -> DocumentView:
    return house.view(meeting).items[0].documents[0]


def command_line(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def again(folder: Path, person: str = "Ada") -> Workplace:
    """Open a binder once more."""
    return open_workplace(folder, person, Clock())
