"""What is not loaded before the window can be used."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from namndstod.domain.records import BodyKind, Role
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import CreateBody, MemberRow, TakeInMembers
from namndstod.services.session import Session
from namndstod.storage.binder import Binder

PROGRAM = '''
import json, linecache, sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from namndstod.ui.application import Application, make_qt
from namndstod.ui.memory import Memory

def compiled():
    """The frozen classes with slots of ours whose methods dataclass itself has compiled."""
    for name, module in list(sys.modules.items()):
        for thing in list(vars(module).values()) if name.startswith("namndstod") else ():
            if isinstance(thing, type) and thing.__module__ == name and "__slots__" in vars(thing):
                if vars(thing).get("__dataclass_params__") and thing.__dataclass_params__.frozen:
                    yield thing.__name__

def look():
    shell = application.shell
    if shell is None or shell.main is None or not shell.main.isVisible():
        QTimer.singleShot(5, look)
        return
    shell.main.repaint()
    read = [name for name in linecache.cache if "namndstod" in name]
    print(json.dumps([sorted(sys.modules), read, sorted(compiled())]))
    application.frame.close()
    qt.exit()

qt = make_qt()
memory = Memory(QSettings(sys.argv[2], QSettings.Format.IniFormat))
application = Application(qt, memory, Path(sys.argv[1]))
application.frame.show()
look()
qt.exec()
'''
WITH_FIELDS = {"Options", "Procedure", "Step"}  # frozen dataclasses that need field(), which @frozen has not
LATER = (
    "alembic",
    "sqlalchemy.orm",
    "namndstod.documents",
    "namndstod.exchange",
    "namndstod.domain.carrying",
    "namndstod.domain.delegation_lists",
    "namndstod.domain.findings.publishing",
    "namndstod.domain.intake",
    "namndstod.domain.language",
    "namndstod.domain.personal_data",
    "namndstod.domain.phrase_data",
    "namndstod.domain.vote_phrases",
    "namndstod.services.commands.editing",
    "namndstod.services.commands.supporting",
    "namndstod.services.conversions",
    "namndstod.services.handbook",
    "namndstod.services.worker_client",
    "namndstod.storage.delegation_tables",
    "namndstod.storage.schema",
    "namndstod.ui.handbook.pane",
    "namndstod.ui.workspace.workspace",
)


def test_a_binder_with_a_coming_meeting_is_shown_without(tmp_path: Path) -> None:
    binder = Binder.create(tmp_path / "p", "Skärnämnden", actor="Ada", clock=lambda: datetime.now(UTC))
    session = Session(binder, "Ada", lambda: datetime.now(UTC))
    body = session.do(CreateBody("Skärnämnden", BodyKind.COMMITTEE, 1, date(2020, 1, 1))).result or ""
    session.do(TakeInMembers(body, (MemberRow("Karin", "Ek", "S", Role.CHAIR),), date(2020, 1, 1)))
    session.do(PlanMeeting(body, date(9000, 1, 1), time(10)))
    session.close()

    shown = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(binder.path), str(tmp_path / "memory.ini")],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    loaded, read, compiled = json.loads(shown.stdout)

    assert "namndstod.services.overview" in loaded
    assert [name for name in LATER if name in loaded] == []
    assert {Path(name).name for name in read} <= {"steady.py"}, "PySide reads no source of ours but this"
    assert set(compiled) <= WITH_FIELDS, (
        "what the start loads is @frozen (domain/frozen.py), at a third of the price"
    )
