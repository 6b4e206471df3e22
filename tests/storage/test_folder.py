"""Files below the binder's folder: complete or not there, kept once, and checked."""

import errno
import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from namndstod.domain.errors import BinderDamaged, DiskFull, EnvironmentProblem, FileVanished
from namndstod.storage import folder as folders
from namndstod.storage.binder import Binder
from namndstod.storage.folder import FileProblem, Kept, patiently, write_whole, written_whole

PDF = b"%PDF-1.7 made up"
SHA = hashlib.sha256(PDF).hexdigest()


def test_a_file_lies_under_its_hash(binder: Binder) -> None:
    assert binder.files.keep(PDF) == Kept(SHA, len(PDF))
    assert binder.files.path(SHA) == binder.path / "bilagor" / SHA[:2] / SHA
    assert binder.files.read(SHA, verify=True) == PDF
    with binder.files.open(SHA) as file:
        assert file.read(4) == b"%PDF"
    assert list(binder.files.all()) == [SHA]


def test_a_large_file_is_copied_and_an_empty_one_is_a_file(binder: Binder, tmp_path: Path) -> None:
    source = tmp_path / "stor.pdf"
    source.write_bytes(os.urandom((1 << 20) + 17))
    kept = binder.files.keep(source)
    assert kept == binder.files.keep(source.read_bytes())
    assert binder.files.read(kept.sha256) == source.read_bytes()
    assert binder.files.keep(b"").size == 0
    assert len(list(binder.files.all())) == 2


def test_the_same_file_is_stored_once(binder: Binder) -> None:
    binder.files.keep(PDF)
    inode = binder.files.path(SHA).stat().st_ino
    binder.files.keep(PDF)
    assert binder.files.path(SHA).stat().st_ino == inode


def test_a_damaged_file_is_seen_and_mended_by_keeping_it_again(binder: Binder) -> None:
    binder.files.keep(PDF)
    binder.files.path(SHA).write_bytes(b"annat")
    assert binder.files.read(SHA) == b"annat"
    with pytest.raises(BinderDamaged, match="inte längre"):
        binder.files.read(SHA, verify=True)
    with pytest.raises(BinderDamaged):
        binder.files.verify(SHA)
    assert binder.files.check(iter([SHA])) == [FileProblem(SHA, missing=False)]
    binder.files.keep(PDF)
    binder.files.verify(SHA)
    assert binder.files.check(iter([SHA])) == []


def test_a_missing_file(binder: Binder, tmp_path: Path) -> None:
    assert not binder.files.exists(SHA)
    assert binder.files.check(iter([SHA])) == [FileProblem(SHA, missing=True)]
    with pytest.raises(FileVanished, match="finns inte längre"):
        binder.files.read(SHA)
    with pytest.raises(FileVanished):
        binder.files.keep(tmp_path / "flyttad.pdf")


def test_nothing_half_written_has_a_name(tmp_path: Path) -> None:
    target = tmp_path / "protokoll.pdf"
    target.write_bytes(b"gammal")

    class Broken(Exception):
        pass

    def write_and_fail() -> None:
        with written_whole(target) as file:
            file.write(b"ny")
            raise Broken

    with pytest.raises(Broken):
        write_and_fail()
    assert target.read_bytes() == b"gammal"
    assert list(tmp_path.iterdir()) == [target]
    write_whole(target, b"ny")
    assert target.read_bytes() == b"ny"


@pytest.mark.parametrize("below", ["kallelse.pdf", "möten/kallelse.pdf"])
def test_a_file_where_a_folder_should_be(tmp_path: Path, below: str) -> None:
    file = tmp_path / "papper"
    file.write_bytes(b"kvar")
    with pytest.raises(EnvironmentProblem, match="det är en fil, ingen mapp") as caught:
        write_whole(file / below, b"ny")
    assert str(file) in str(caught.value)
    assert "annan mapp" in caught.value.way_on
    with pytest.raises(EnvironmentProblem, match="det är en fil, ingen mapp"):
        Binder.create(file / below, "Pärm")
    assert file.read_bytes() == b"kvar"
    (tmp_path / "pärm").mkdir()
    (tmp_path / "pärm" / "bilagor").write_bytes(b"kvar")
    with pytest.raises(EnvironmentProblem, match="bilagor: det är en fil, ingen mapp"):
        Binder.create(tmp_path / "pärm", "Pärm")


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    target = tmp_path / "kallelse.pdf"
    target.mkdir()
    with pytest.raises(EnvironmentProblem, match="det är en mapp, ingen fil") as caught:
        write_whole(target, b"ny")
    assert "annat namn" in caught.value.way_on
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="för långt") as caught:
        write_whole(tmp_path / f"{'å' * 300}.pdf", b"ny")
    assert "kortare" in caught.value.way_on
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_is_full_at_the_last_moment(
    binder: Binder, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        with pytest.raises(DiskFull):
            binder.files.keep(PDF)
        with pytest.raises(DiskFull):
            binder.cache.put("k", b"v")
    assert list(binder.files.all()) == []
    assert binder.cache.get("k") is None
    assert list((binder.path / "cache" / "tmp").iterdir()) == []


def test_content_is_flushed_before_it_gets_its_name(binder: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def noted(name: str, call: Callable[..., None]) -> Callable[..., None]:
        def act(*arguments: object) -> None:
            calls.append(name)
            call(*arguments)

        return act

    monkeypatch.setattr(os, "fsync", noted("fsync", os.fsync))
    monkeypatch.setattr(os, "replace", noted("replace", os.replace))
    binder.files.path(SHA).parent.mkdir()
    binder.files.keep(PDF)
    assert calls == ["fsync", "replace", "fsync"]  # content, name, folder


class InUse(OSError):
    winerror: Any = 32  # ERROR_SHARING_VIOLATION


def test_a_file_in_use_on_windows_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    tries = iter([InUse(), InUse(), None])

    def act() -> str:
        error = next(tries)
        if error:
            raise error
        return "done"

    assert patiently(act) == "done"
    assert pauses == list(folders._PATIENCE[:2])


def test_but_not_for_ever(binder: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_use(*_: object) -> None:
        raise InUse(errno.EACCES, "in use")

    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(os, "replace", in_use)
    with pytest.raises(EnvironmentProblem, match="annat program") as caught:
        binder.files.keep(PDF)
    assert "Stäng filen" in caught.value.way_on


def test_other_errors_are_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def act() -> None:
        tries.append(1)
        raise PermissionError(errno.EACCES, "no")

    with pytest.raises(PermissionError):
        patiently(act)
    assert len(tries) == 1


def test_the_cache_keeps_what_it_was_given(binder: Binder) -> None:
    assert binder.cache.get("../../utanför") is None
    path = binder.cache.put("../../utanför", b"v1")
    assert path.is_relative_to(binder.path / "cache")
    assert path == binder.cache.path("../../utanför")
    binder.cache.put("../../utanför", b"v2")
    assert binder.cache.get("../../utanför") == b"v2"
    binder.cache.discard("../../utanför")
    binder.cache.discard("../../utanför")
    assert binder.cache.get("../../utanför") is None
