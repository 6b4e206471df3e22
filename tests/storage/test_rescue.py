"""A damaged database is replaced by a backup; the damaged one is kept."""

import os
from pathlib import Path

import pytest

from namndstod.domain.errors import BinderBusy, BinderDamaged, FileVanished
from namndstod.domain.records import Person
from namndstod.storage.backup import Backup
from namndstod.storage.binder import Binder
from namndstod.storage.check import check
from namndstod.storage.rescue import backups_of, rescue

from .helpers import Clock, add_person


@pytest.fixture
def damaged(binder: Binder, clock: Clock) -> Path:
    """A binder with a backup, damaged afterwards."""
    add_person(binder, "Alm")
    binder.close()
    content = binder.database.read_bytes()
    binder.database.write_bytes(os.urandom(4096) + content[4096:])
    return binder.path


def test_a_backup_takes_the_place_of_the_damaged_file(damaged: Path, binder: Binder, clock: Clock) -> None:
    with pytest.raises(BinderDamaged):
        Binder.open(damaged)
    content = binder.database.read_bytes()
    (backup,) = backups_of(damaged)
    aside = rescue(damaged, backup, clock=clock)
    assert aside.read_bytes() == content
    with Binder.open(damaged, clock=clock) as again:
        assert check(again) == []
        assert (again.id, again.copy_id == binder.copy_id) == (binder.id, False)
        with again.read() as reader:
            assert [p.surname for p in reader.find(Person)] == ["Alm"]
        assert backup in again.backups.list()


def test_a_journal_left_by_a_crash_does_not_spoil_the_backup(damaged: Path, binder: Binder) -> None:
    hot = binder.database.with_name(f"{binder.database.name}-journal")
    hot.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + os.urandom(8192))
    (backup,) = backups_of(damaged)
    aside = rescue(damaged, backup)
    assert not hot.exists()
    assert aside.with_name(f"{aside.name}-journal").exists()
    with Binder.open(damaged) as again:
        assert check(again) == []


def test_an_unfit_backup_touches_nothing(damaged: Path, binder: Binder, clock: Clock) -> None:
    content = binder.database.read_bytes()
    (backup,) = backups_of(damaged)
    backup.path.write_bytes(b"x" * 9000)
    with pytest.raises(BinderDamaged):
        rescue(damaged, backup, clock=clock)
    with pytest.raises(FileVanished):
        rescue(damaged, Backup(damaged / "borta.kopia", clock.now, backup.reason, 0), clock=clock)
    assert binder.database.read_bytes() == content
    assert [p.name for p in damaged.glob("*skadad*")] == []


def test_not_while_somebody_has_it_open(binder: Binder) -> None:
    backup = binder.backups.make()
    with pytest.raises(BinderBusy):
        rescue(binder.path, backup)
