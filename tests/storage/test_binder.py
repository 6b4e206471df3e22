"""Making, opening, sharing and closing a binder, and what happens when the surroundings fail."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

import namndstod
from namndstod.domain.errors import (
    BinderBusy,
    BinderDamaged,
    BinderTooNew,
    DiskFull,
    EnvironmentProblem,
    FileVanished,
    ReadOnly,
    Refused,
)
from namndstod.domain.records import Person
from namndstod.storage import migrate, sqlite
from namndstod.storage.binder import Binder, file_name
from namndstod.storage.check import check
from namndstod.storage.folder import write_whole

from .helpers import Clock, add_person, op, person


def snapshot(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() if p.is_file() else "folder"
        for p in folder.rglob("*")
    }


def test_a_new_binder_has_its_folders_and_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "pärm"
    with Binder.create(folder, "Nämnd: A/B") as binder:
        assert binder.name == "Nämnd: A/B"
        assert binder.database == folder / "Nämnd- A-B.namndstod"
        assert {p.name for p in folder.iterdir() if p.is_dir()} == {"bilagor", "backup", "cache"}
        assert sqlite.connect(binder.database).execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert check(binder) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tillväxt ", "Tillväxt"),
        ("CON", "CON-"),
        ("lpt1.x", "lpt1.x-"),
        ("a.", "a"),
        ("...", "Pärm"),
        ("", "Pärm"),
    ],
)
def test_file_names_that_windows_takes(name: str, expected: str) -> None:
    assert file_name(name) == expected
    assert len(file_name("lång " * 100)) <= 80


def test_opened_by_folder_or_by_file(binder: Binder, clock: Clock) -> None:
    added = add_person(binder)
    binder.close()
    for path in (binder.path, binder.database):
        with Binder.open(path, clock=clock) as again, again.read() as reader:
            assert reader.find(Person) == [added]
            assert (again.id, again.copy_id, again.name) == (binder.id, binder.copy_id, binder.name)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (
            PureWindowsPath("D:\\Pärm\\Åsa Ek\\a#b.namndstod"),
            "file:///D%3A/P%C3%A4rm/%C3%85sa%20Ek/a%23b.namndstod",
        ),
        (PureWindowsPath("\\\\server\\namnd\\x.namndstod"), "file:////server/namnd/x.namndstod"),
        (PureWindowsPath("\\\\?\\C:\\lång\\x.namndstod"), "file:////%3F/C%3A/l%C3%A5ng/x.namndstod"),
        (PurePosixPath("/hem/å ö?/x.namndstod"), "file:///hem/%C3%A5%20%C3%B6%3F/x.namndstod"),
    ],
)
def test_paths_of_every_kind_are_told_to_the_database(path: PurePath, uri: str) -> None:
    assert sqlite.uri(path) == uri


def test_a_folder_holds_one_binder(binder: Binder) -> None:
    with pytest.raises(Refused, match="redan en pärm"):
        Binder.create(binder.path, "En till")


def test_what_is_no_binder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileVanished):
        Binder.open(tmp_path / "borta")
    with pytest.raises(FileVanished, match="ingen pärm"):
        Binder.open(tmp_path)
    text = tmp_path / "brev.namndstod"
    text.write_text("Detta är inte en databas, men lång nog för att se ut som något. " * 20)
    with pytest.raises(BinderDamaged):
        Binder.open(text)
    other = tmp_path / "annan.namndstod"
    raw = sqlite.connect(other, create=True)
    raw.execute("CREATE TABLE katt (namn TEXT)")
    raw.close()
    with pytest.raises(BinderDamaged, match="ingen pärm"):
        Binder.open(other)
    with pytest.raises(EnvironmentProblem, match="flera"):
        Binder.open(tmp_path)


def test_a_failed_creation_leaves_no_binder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, *, create: bool) -> None:
        path.write_bytes(b"halv")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError):  # noqa: PT012
        patch.setattr(migrate, "upgrade", broken)
        Binder.create(tmp_path, "Nämnd")
    assert list(tmp_path.rglob("*.namndstod")) == []
    Binder.create(tmp_path, "Nämnd").close()


def test_a_second_opening_is_refused_politely(binder: Binder, clock: Clock) -> None:
    with pytest.raises(BinderBusy, match=r"Ada på datorn .+ sedan 2031-03-04 kl\. \d\d\.\d\d") as caught:
        Binder.open(binder.path, actor="Bo", clock=clock)
    assert "skrivskyddad" in caught.value.way_on
    with Binder.open(binder.path, read_only=True, clock=clock) as reading:
        assert reading.name == binder.name
    add_person(binder)


HOLD = """
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from namndstod.storage.binder import Binder
binder = Binder.open(Path(sys.argv[1]), actor="Cecilia")
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(binder: Binder) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the binder open."""
    binder.close()
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(binder.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.communicate()


def test_another_process_holds_the_binder_until_it_is_killed(
    binder: Binder, holder: "subprocess.Popen[str]"
) -> None:
    with pytest.raises(BinderBusy, match="Cecilia"):
        Binder.open(binder.path)
    holder.kill()
    holder.wait()
    with Binder.open(binder.path) as mine:
        add_person(mine)


def test_an_unreadable_lock_file_still_refuses(binder: Binder) -> None:
    binder.database.with_name(binder.database.name + ".lock").write_bytes(b"\xff")
    with pytest.raises(BinderBusy, match="annat program"):
        Binder.open(binder.path)


def test_a_binder_from_a_newer_version_is_not_touched(binder: Binder) -> None:
    add_person(binder)
    binder.close()
    raw = sqlite.connect(binder.database)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    lock = binder.database.with_name(f"{binder.database.name}.lock")
    told = json.loads(lock.read_bytes())
    assert told["program"] == namndstod.__version__
    lock.write_text(json.dumps(told | {"program": "9.1.0"}))
    before = snapshot(binder.path)
    for read_only in (False, True):
        with pytest.raises(BinderTooNew, match=r"nyare version av Nämndstöd \(9\.1\.0\)") as caught:
            Binder.open(binder.path, read_only=read_only)
        assert "Uppdatera programmet på den här datorn till version 9.1.0 eller senare" in caught.value.way_on
    assert snapshot(binder.path) == before
    lock.unlink()  # the binder was copied without it
    with pytest.raises(BinderTooNew, match=rf"Nämndstöd än den här \({namndstod.__version__}\)"):
        Binder.open(binder.path)
    lock.write_text(json.dumps(told))  # this version tried, where it could not be read without the lock
    with pytest.raises(BinderTooNew, match=rf"Nämndstöd än den här \({namndstod.__version__}\)"):
        Binder.open(binder.path)


def test_reading_only(binder: Binder) -> None:
    added = add_person(binder)
    binder.close()
    before = snapshot(binder.path)
    with Binder.open(binder.path, read_only=True) as reading:
        with reading.read() as reader:
            assert reader.find(Person) == [added]
        with pytest.raises(ReadOnly), reading.work(op()):
            pass
        assert reading.journal.undoable("Ada") is not None
        assert check(reading) == []
    assert snapshot(binder.path) == before


def test_a_transaction_inside_another_is_a_bug(binder: Binder) -> None:
    with binder.work(op()), pytest.raises(RuntimeError, match="already"), binder.work(op()):
        pass


def test_what_is_being_written_is_written_before_anybody_else_is_let_in(binder: Binder) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def write() -> None:
        with binder.work(op()) as work:
            work.add(Person(id="p", surname="Sen", given_name="Ada"))
            begun.set()
            go_on.wait(10)

    writer, closer = threading.Thread(target=write), threading.Thread(target=binder.close)
    writer.start()
    assert begun.wait(10)
    closer.start()
    closer.join(0.1)  # as it would, if it did not wait
    with pytest.raises(BinderBusy):
        Binder.open(binder.path)
    go_on.set()
    for thread in (writer, closer):
        thread.join(10)
    with Binder.open(binder.path) as again, again.read() as reader:
        assert reader.get(Person, "p").surname == "Sen"


def test_a_binder_can_be_read_while_a_large_step_is_written(binder: Binder) -> None:
    long = "Å" * 500_000
    with binder.work(op()) as work:
        for number in range(24):  # more than the cache holds
            work.add(person(f"{number} {long}"))
        with binder.read() as reader:
            assert reader.count(Person) == 0


def test_threads_write_one_after_the_other(binder: Binder) -> None:
    def write(number: int) -> None:
        for turn in range(5):
            add_person(binder, f"Tråd {number}-{turn}")

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with binder.read() as reader:
        assert reader.count(Person) == 20
    assert binder.journal.verify() == []


def test_crash_leftovers_are_removed_at_the_next_opening(binder: Binder) -> None:
    binder.close()
    leftover = binder.path / "cache" / "tmp" / "halvfärdig"
    leftover.write_bytes(b"x")
    kept = binder.path / "cache" / "ab" / "klar"
    kept.parent.mkdir()
    kept.write_bytes(b"x")
    Binder.open(binder.path).close()
    assert not leftover.exists()
    assert kept.exists()


def test_the_cache_may_be_deleted_while_open(binder: Binder) -> None:
    shutil.rmtree(binder.path / "cache")
    binder.cache.put("k", b"v")
    assert binder.cache.get("k") == b"v"
    shutil.rmtree(binder.path / "cache")
    assert binder.cache.get("k") is None
    assert binder.files.read(binder.files.keep(b"bilaga").sha256) == b"bilaga"
    binder.backups.make()


def test_damage_in_the_middle_of_the_file_is_explained(binder: Binder) -> None:
    for number in range(200):
        add_person(binder, f"Alm {number}")
    binder.close()
    content = bytearray(binder.database.read_bytes())
    content[4096 * 8 :] = os.urandom(len(content) - 4096 * 8)
    binder.database.write_bytes(content)

    def use() -> None:
        with Binder.open(binder.path, read_only=True) as broken, broken.read() as reader:
            reader.find(Person)

    with pytest.raises(BinderDamaged, match="skadad") as caught:
        use()
    assert "säkerhetskopia" in caught.value.way_on


def test_a_binder_that_vanishes_while_open(binder: Binder) -> None:
    binder.read_only = True  # so that closing does not try to back up what is gone
    binder._engine.dispose()
    binder.database.unlink()
    with pytest.raises(FileVanished), binder.read() as reader:
        reader.find(Person)


# --- full and read-only disks ------------------------------------------------------------------------


def fill(binder: Binder) -> None:
    for number in range(10_000):
        with binder.work(op()) as work:
            work.add(person(f"Alm {number}", "Alva " * 400))


def assert_whole(folder: Path, at_least: int) -> None:
    with Binder.open(folder, read_only=True) as reading:
        assert check(reading) == []
        with reading.read() as reader:
            assert reader.count(Person) >= at_least


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("only root may mount; the test with a limited file size covers a full disk")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_loses_nothing(small_disk: Path) -> None:
    binder = Binder.create(small_disk / "pärm", "Nämnd")
    add_person(binder)
    with pytest.raises(DiskFull, match="full"):
        fill(binder)
    with pytest.raises(DiskFull):
        binder.files.keep(os.urandom(1 << 21))
    with pytest.raises(DiskFull):
        write_whole(small_disk / "ut.pdf", os.urandom(1 << 21))
    with pytest.raises(DiskFull):
        binder.close()  # no room for the backup; closed all the same
    assert_whole(small_disk / "pärm", 2)
    again = Binder.open(small_disk / "pärm")
    assert isinstance(again.backup_problem, DiskFull)
    again.close()
    assert not list((small_disk / "pärm").rglob("*.tmp"))
    assert list((small_disk / "pärm" / "bilagor").rglob("*")) == []


LIMITED = """
import resource, sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from namndstod.domain.errors import DiskFull, EnvironmentProblem
from namndstod.domain.records import Person, new_id
from namndstod.storage.binder import Binder
from namndstod.storage.journal import Operation

binder = Binder.open(Path(sys.argv[1]), backup=False)
size = binder.database.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 65536, size + 65536))
done = 0
try:
    while True:
        with binder.work(Operation(name="add", label="add")) as work:
            work.add(Person(id=new_id(), given_name="Alva " * 400, surname=str(done)))
        done += 1
except EnvironmentProblem as error:
    print(type(error).__name__, done)
try:
    binder.files.keep(bytes(size + 200_000))
except DiskFull as error:
    print("DiskFull")
"""


def test_a_file_that_may_not_grow(binder: Binder) -> None:
    add_person(binder)
    binder.close()
    shown = subprocess.run(
        [sys.executable, "-c", LIMITED, str(binder.path)], capture_output=True, text=True, check=True
    )
    (first, done), (second,) = (line.split() for line in shown.stdout.splitlines())
    assert (first, second) == ("DiskFull", "DiskFull")
    Binder.open(binder.path).close()  # rolls back what was left
    assert_whole(binder.path, 1 + int(done))


@pytest.fixture
def read_only_disk(binder: Binder) -> Iterator[Path]:
    add_person(binder)
    binder.close()
    place = binder.path
    if subprocess.run(["mount", "--bind", place, place], capture_output=True).returncode:
        pytest.skip("only root may mount; the test with an injected error covers a read-only disk")
    subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_read_only_disk(read_only_disk: Path) -> None:
    with pytest.raises(ReadOnly, match="skrivskyddad") as caught:
        Binder.open(read_only_disk)
    assert "skrivskyddad" in caught.value.way_on
    with pytest.raises(ReadOnly):
        Binder.create(read_only_disk / "ny", "Nämnd")
    assert_whole(read_only_disk, 1)


def test_a_disk_that_becomes_read_only(binder: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(ReadOnly):
        binder.files.keep(b"bilaga")
    with pytest.raises(ReadOnly):
        binder.cache.put("k", b"v")
    with pytest.raises(ReadOnly):
        binder.backups.make()
    assert list((binder.path / "cache" / "tmp").iterdir()) == []


def test_a_crash_in_the_middle_of_a_transaction(binder: Binder) -> None:
    add_person(binder, "Alm")
    binder.close()
    crash = HOLD.replace("sys.stdin.read()", "")
    # As where the cache is full: part of the transaction is in the file already.
    crash = (
        "from namndstod.storage import sqlite\n"
        "sqlite._PRAGMAS = tuple(p for p in sqlite._PRAGMAS if 'spill' not in p)\n"
    ) + crash
    crash = crash.replace("print(", "from namndstod.domain.records import *\nprint(") + (
        "import os\n"
        "from namndstod.storage.journal import Operation\n"
        "with binder.work(Operation(name='x', label='x')) as work:\n"
        "    work.connection.exec_driver_sql('PRAGMA cache_size = 1')\n"
        "    work.connection.exec_driver_sql('PRAGMA cache_spill = 1')\n"
        "    for n in range(300): work.add(Person(id=new_id(), given_name='x' * 4000, surname=str(n)))\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    died = subprocess.run([sys.executable, "-c", crash, str(binder.path)], capture_output=True, text=True)
    assert died.returncode == -9, died.stderr
    assert binder.database.with_name(binder.database.name + "-journal").exists()
    with pytest.raises(ReadOnly, match="stängdes inte som den skulle"):
        Binder.open(binder.path, read_only=True)
    with Binder.open(binder.path) as again:
        assert check(again) == []
        with again.read() as reader:
            assert [p.surname for p in reader.find(Person)] == ["Alm"]


def test_opening_imports_no_migration_tool(binder: Binder) -> None:
    binder.close()
    program = (
        "import sys\nfrom pathlib import Path\nfrom namndstod.storage.binder import Binder\n"
        "Binder.open(Path(sys.argv[1])).close()\n"
        "print('alembic' in sys.modules, 'sqlalchemy.orm' in sys.modules)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program, str(binder.path)], capture_output=True, text=True, check=True
    )
    assert shown.stdout == "False False\n"


def test_who_holds_the_binder_is_a_courtesy(binder: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    binder.close()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("namndstod.storage.lock.Lock._write", full)
    with Binder.open(binder.path, backup=False), pytest.raises(BinderBusy):
        Binder.open(binder.path)
