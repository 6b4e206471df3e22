import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from namndstod.domain.errors import BinderDamaged, DiskFull, FileVanished, ReadOnly
from namndstod.domain.records import Person
from namndstod.storage import backup as backups
from namndstod.storage import migrate, sqlite
from namndstod.storage.backup import Backup, Reason
from namndstod.storage.binder import Binder
from namndstod.storage.check import check

from .helpers import Clock, add_person, facts, op


def surnames(binder: Binder) -> list[str]:
    with binder.read() as reader:
        return [p.surname for p in reader.find(Person)]


def reasons(binder: Binder) -> list[Reason]:
    return [b.reason for b in binder.backups.list()]


def test_a_backup_is_the_whole_database(binder: Binder) -> None:
    add_person(binder, "Alm")
    made = binder.backups.make()
    assert made.path.parent == binder.path / "backup"
    assert made.reason is Reason.MANUAL
    assert made.size == made.path.stat().st_size > 0
    assert migrate.examine(made.path) == migrate.REVISION
    assert binder.backups.list() == [made]


def test_made_at_the_first_opening_of_a_day_and_at_closing_when_changed(binder: Binder, clock: Clock) -> None:
    assert reasons(binder) == []
    binder.close()
    with Binder.open(binder.path, clock=clock) as again:
        assert reasons(again) == [Reason.DAILY]
    with Binder.open(binder.path, clock=clock) as again:
        assert reasons(again) == [Reason.DAILY]
        add_person(again)
    clock.now += timedelta(days=1)
    with Binder.open(binder.path, clock=clock, backup=False) as again:
        assert reasons(again) == [Reason.CLOSE]  # the newest of yesterday; the daily one is pruned
        assert again.backups.daily() is not None
        assert again.backups.daily() is None
        assert reasons(again) == [Reason.DAILY, Reason.CLOSE]
    with Binder.open(binder.path, clock=clock, read_only=True) as again:
        assert reasons(again) == [Reason.DAILY, Reason.CLOSE]


def test_pruned_to_days_and_months(binder: Binder, clock: Clock) -> None:
    first = clock.now = datetime(2031, 1, 1, 12, tzinfo=UTC)
    while clock.now < first + timedelta(days=450):
        binder.backups.make(Reason.DAILY)
        clock.now += timedelta(days=3)
    left = [b.made_at for b in binder.backups.list()]
    days = [m for m in left if m > clock.now - timedelta(days=14 * 3 + 1)]
    assert len(days) == 14
    months = {f"{m:%Y-%m}" for m in left}
    assert len(months) == 12
    assert len(left) <= 14 + 12


def test_those_before_something_risky_stay_longer(binder: Binder, clock: Clock) -> None:
    risky = [binder.backups.make(Reason.MIGRATION) for _ in range(4)]
    binder.backups.make(Reason.CLOSE)
    assert [b.path for b in binder.backups.list()][1:] == [b.path for b in reversed(risky[1:])]


def test_two_backups_in_one_second(binder: Binder, clock: Clock) -> None:
    binder.backups._clock = lambda: clock.now
    paths = {binder.backups.make(Reason.MIGRATION).path for _ in range(3)}
    assert len(paths) == 3
    assert len(binder.backups.list()) == 3


def test_foreign_files_among_the_backups_are_left_alone(binder: Binder) -> None:
    foreign = binder.path / "backup" / "läsmig.txt"
    foreign.write_text("hej")
    binder.backups.make()
    assert len(binder.backups.list()) == 1
    assert foreign.exists()


def test_restore_brings_the_state_back_and_keeps_the_present_one(binder: Binder) -> None:
    known = add_person(binder, "Alm")
    earlier = facts(binder)
    made = binder.backups.make()
    with binder.work(op()) as work:
        work.remove(work.get(Person, known.id))
    add_person(binder, "Ek")
    later = facts(binder)
    old_copy = binder.copy_id
    binder.restore(made)
    assert facts(binder) == earlier
    assert binder.copy_id != old_copy
    assert binder.journal.undoable("Ada") is None
    add_person(binder, "Gran")
    assert surnames(binder) == ["Alm", "Gran"]
    assert check(binder) == []
    present = next(b for b in binder.backups.list() if b.reason is Reason.RESTORE)
    binder.restore(present)
    assert facts(binder) == later
    assert check(binder) == []


def test_files_are_still_there_after_restoring(binder: Binder) -> None:
    kept = binder.files.keep(b"bilaga")
    made = binder.backups.make()
    add_person(binder)
    binder.restore(made)
    assert binder.files.read(kept.sha256) == b"bilaga"


def test_an_unfit_backup_changes_nothing(binder: Binder, tmp_path: Path, clock: Clock) -> None:
    add_person(binder, "Alm")
    before = facts(binder)
    broken = binder.backups.make(Reason.RESTORE)
    content = bytearray(broken.path.read_bytes())
    content[8192:40960] = bytes(40960 - 8192)
    broken.path.write_bytes(content)
    with Binder.create(tmp_path / "annan", "Annan nämnd", clock=clock) as other:
        foreign = other.backups.make()
    gone = Backup(tmp_path / "borta.kopia", clock.now, Reason.MANUAL, 0)
    with pytest.raises(BinderDamaged, match="skadad"):
        binder.restore(broken)
    with pytest.raises(BinderDamaged, match="en annan pärm"):
        binder.restore(foreign)
    with pytest.raises(FileVanished):
        binder.restore(gone)
    assert facts(binder) == before
    assert binder.journal.verify() == []
    assert list((binder.path / "cache" / "tmp").iterdir()) == []


def test_a_damaged_binder_does_not_push_out_whole_backups(
    binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = binder.backups.make()
    monkeypatch.setattr(sqlite, "is_sound", lambda raw: False)
    with pytest.raises(BinderDamaged):
        binder.backups.make()
    assert binder.backups.list() == [whole]


def test_a_failing_backup_keeps_nobody_out(
    binder: Binder, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_person(binder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(backups, "settle", full)
        with pytest.raises(DiskFull):
            binder.close()
        again = Binder.open(binder.path, clock=clock)
        assert isinstance(again.backup_problem, DiskFull)
        again.close()
    with Binder.open(binder.path, clock=clock) as again:
        assert again.backup_problem is None


def test_a_migration_runs_on_a_backup_first(
    binder: Binder, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older database is made by taking the stamp back; the migration itself puts it right."""
    add_person(binder, "Alm")
    binder.close()
    raw = sqlite.connect(binder.database)
    raw.execute("UPDATE alembic_version SET version_num = '0000'")
    raw.close()
    monkeypatch.setattr(migrate, "REVISIONS", ("0000", "0001"))

    def stamp(database: Path) -> None:
        raw = sqlite.connect(database)
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
        raw.close()

    monkeypatch.setattr(migrate, "upgrade", stamp)
    with pytest.raises(ReadOnly, match="äldre version"):
        Binder.open(binder.path, read_only=True)
    with Binder.open(binder.path, clock=clock) as again:
        assert surnames(again) == ["Alm"]
        (made,) = (b for b in again.backups.list() if b.reason is Reason.MIGRATION)
        assert migrate.examine(made.path) == "0000"
        again.restore(made)  # a backup of an older version is brought up to date as well
        assert surnames(again) == ["Alm"]


def test_a_backup_does_not_open_as_a_binder(binder: Binder) -> None:
    binder.backups.make()
    with pytest.raises(FileVanished, match="ingen pärm"):
        Binder.open(binder.path / "backup")


def test_a_copied_folder_is_a_working_binder(binder: Binder, tmp_path: Path) -> None:
    add_person(binder, "Alm")
    binder.close()
    shutil.copytree(binder.path, tmp_path / "kopia")
    with Binder.open(tmp_path / "kopia") as copy:
        assert surnames(copy) == ["Alm"]
        assert check(copy) == []
