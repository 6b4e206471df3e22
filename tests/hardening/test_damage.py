"""Files that vanish or change, other versions and other programs: a clear message, nothing lost, a way on."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from namndstod.domain.errors import (
    BinderBusy,
    BinderDamaged,
    BinderTooNew,
    FileVanished,
    ReadOnly,
)
from namndstod.domain.records import (
    Conversion,
    PaperKind,
    StoredFile,
    SupportingDocument,
)
from namndstod.services.commands.agenda import AddItem
from namndstod.services.workplace import open_workplace
from namndstod.storage.check import DamageKind, check

from ..services.helpers import Clock, facts
from .binders import TEXT, Make, again, attach, command_line, content, document, refused
from .helpers import require_whole

# --- attachments -------------------------------------------------------------------------------------


def test_a_vanished_attachment_is_named_and_mended_by_the_original(
    found: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workplace, house, meeting = found(tmp_path / "pärm")
    binder = workplace.session.binder
    kept = attach(workplace, house, meeting)
    before = facts(house.session)
    binder.files.path(kept).unlink()
    for act in (
        lambda: workplace.conversions.convert(kept, TEXT[0]),
        lambda: workplace.papers.packet(house.view(meeting)),
        lambda: workplace.sending.call(meeting),
    ):
        with pytest.raises(FileVanished, match=r"”Underlag\.txt”: Filen finns inte längre") as raised:
            act()
        assert raised.value.way_on
    assert facts(house.session) == before
    assert [d.kind for d in check(binder)] == [DamageKind.FILE_MISSING]
    assert command_line("check", tmp_path / "pärm") == 1
    assert "En bilaga saknas i mappen bilagor" in capsys.readouterr().out
    assert command_line("make", "handlingar", tmp_path / "pärm", "-o", tmp_path / "h.pdf") == 1
    assert "”Underlag.txt”" in capsys.readouterr().err
    assert not (tmp_path / "h.pdf").exists()

    workplace.conversions.take_in([TEXT])
    assert check(binder) == []
    workplace.sending.call(meeting)


def test_a_changed_attachment_is_never_shown_as_the_original(
    found: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workplace, house, meeting = found(tmp_path / "pärm")
    binder = workplace.session.binder
    kept = attach(workplace, house, meeting)
    binder.files.path(kept).write_bytes(b"nagot annat")
    with pytest.raises(BinderDamaged, match=r"”Underlag\.txt”: .*inte längre den som lades in") as raised:
        workplace.conversions.convert(kept, TEXT[0])
    assert "originalfilen" in raised.value.way_on
    assert house.find(Conversion) == []
    assert [d.kind for d in check(binder)] == [DamageKind.FILE_CHANGED]
    assert command_line("check", tmp_path / "pärm") == 1
    assert "har ändrats eller skadats" in capsys.readouterr().out
    attach(workplace, house, meeting)
    assert check(binder) == []
    assert workplace.conversions.convert(kept, TEXT[0]).pages > 0


def test_pages_that_were_sent_are_not_replaced_in_silence(found: Make, tmp_path: Path) -> None:
    workplace, house, meeting = found(tmp_path / "pärm")
    attach(workplace, house, meeting)
    workplace.sending.call(meeting)
    pages = document(house, meeting).conversion
    assert pages is not None
    assert pages.pdf_sha is not None
    path = workplace.session.binder.files.path(pages.pdf_sha)
    path.write_bytes(path.read_bytes() + b"tillagt")
    with pytest.raises(BinderDamaged, match="inte längre den som lades in"):
        workplace.conversions.pages(document(house, meeting))


def test_a_source_that_cannot_be_read_is_named(found: Make, tmp_path: Path) -> None:
    workplace, house, _ = found(tmp_path / "pärm")
    gone = tmp_path / "borta.docx"
    refused(
        lambda: workplace.conversions.take_in([gone]), FileVanished, "”borta.docx” går inte att läsa", house
    )
    assert house.find(StoredFile) == []


# --- versions, programs, folders ---------------------------------------------------------------------


def test_a_binder_of_a_newer_version_is_left_alone(
    found: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pärm"
    workplace, _, _ = found(folder)
    workplace.close()
    database = workplace.session.binder.database
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    before = content(folder)
    for read_only in (False, True):
        with pytest.raises(BinderTooNew, match="nyare version av Nämndstöd") as raised:
            open_workplace(folder, "Ada", Clock(), read_only=read_only)
        assert "Uppdatera programmet" in raised.value.way_on
    for arguments in (("check", folder), ("make", "protokoll", database, "-o", tmp_path / "p.pdf")):
        assert command_line(*arguments) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert "nyare version" in told.err
        assert "Uppdatera programmet" in told.err
    assert content(folder) == before


def test_a_second_program_is_refused_politely_and_may_read(
    found: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pärm"
    workplace, house, meeting = found(folder)
    with pytest.raises(BinderBusy, match="redan öppen: Ada på datorn") as raised:
        again(folder, "Bo")
    assert "skrivskyddad" in raised.value.way_on
    workplace.session.do(AddItem(meeting, "Isvägar"))
    assert command_line("check", folder) == 0
    assert "Pärmen är hel" in capsys.readouterr().out
    reading = open_workplace(folder, "Bo", Clock(), read_only=True)
    assert facts(reading.session) == facts(house.session)
    reading.close()
    workplace.close()
    again(folder, "Bo").close()


def test_the_cache_may_go_at_any_time(found: Make, tmp_path: Path) -> None:
    workplace, house, meeting = found(tmp_path / "pärm")
    kept = attach(workplace, house, meeting)
    workplace.conversions.convert(kept, TEXT[0])
    cache = tmp_path / "pärm" / "cache"
    shutil.rmtree(cache)
    assert workplace.conversions.pages(document(house, meeting)).startswith(b"%PDF-")
    for act in (
        lambda: workplace.session.do(AddItem(meeting, "Isvägar")),
        lambda: attach(workplace, house, meeting, ("Ny.txt", b"ny")),
        workplace.session.binder.backups.make,
        lambda: workplace.sending.call(meeting),
    ):
        shutil.rmtree(cache, ignore_errors=True)
        act()
    require_whole(workplace.session)
    assert len(house.find(SupportingDocument)) == 2


def test_a_backup_that_cannot_be_written_keeps_nobody_out(
    found: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pärm"
    workplace, _, meeting = found(folder)
    workplace.close()
    real = os.replace

    def no_backups(source: Any, target: Any) -> None:
        if Path(target).parent.name == "backup":
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        real(source, target)

    monkeypatch.setattr(os, "replace", no_backups)
    clock = Clock()
    clock.now += timedelta(days=30)
    opened = open_workplace(folder, "Ada", clock)
    assert isinstance(opened.session.binder.backup_problem, ReadOnly)
    opened.session.do(AddItem(meeting, "Isvägar"))
    after = facts(opened.session)
    with pytest.raises(ReadOnly, match="skrivskyddad"):
        opened.close()
    monkeypatch.undo()
    reopened = open_workplace(folder, "Ada", clock)
    assert facts(reopened.session) == after
    assert reopened.session.binder.backup_problem is None
    reopened.close()


def test_a_paper_that_was_kept_and_is_gone_is_said(found: Make, tmp_path: Path) -> None:
    workplace, house, meeting = found(tmp_path / "pärm")
    workplace.sending.call(meeting)
    view = house.view(meeting)
    call = next(p for p in view.papers if p.kind is PaperKind.CALL)
    workplace.session.binder.files.path(call.pdf_sha).unlink()
    with pytest.raises(FileVanished, match="finns inte längre"):
        workplace.papers.kept(PaperKind.CALL, view)
    assert [d.message for d in check(workplace.session.binder)] == [
        "En sparad handling (kallelse) saknas i mappen bilagor."
    ]


def test_a_damaged_database_is_said_and_a_backup_is_whole(
    found: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pärm"
    workplace, _, _ = found(folder)
    before = facts(workplace.session)
    workplace.close()
    database = workplace.session.binder.database
    latest = workplace.session.binder.backups.list()[0]
    data = bytearray(database.read_bytes())
    data[4096 : len(data)] = os.urandom(len(data) - 4096)
    database.write_bytes(data)
    assert command_line("check", folder) == 1
    told = capsys.readouterr()
    assert "skadad" in told.out + told.err
    shutil.copyfile(latest.path, database)
    restored = again(folder)
    assert facts(restored.session) == before
    restored.close()
