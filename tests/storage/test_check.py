"""The check of a whole binder, and the clean-up of files that nothing refers to."""

import dataclasses
import hashlib
import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from namndstod.domain.errors import BinderDamaged
from namndstod.domain.records import (
    Body,
    BodyKind,
    BodyTerm,
    Customs,
    Letterhead,
    Paper,
    PaperKind,
    StoredFile,
    SupportingDocument,
    new_id,
)
from namndstod.storage import sqlite
from namndstod.storage.binder import Binder
from namndstod.storage.check import DamageKind, check
from namndstod.storage.collect import collect

from .helpers import add_person, meeting_with_item, op

NOW = datetime(2031, 3, 4, tzinfo=UTC)
ALL = timedelta(seconds=-5)  # however young


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def attach(binder: Binder, data: bytes) -> SupportingDocument:
    kept = binder.files.keep(data)
    with binder.work(op("bifoga")) as work:
        item = meeting_with_item(work)
        stored = work.add(
            StoredFile(id=new_id(), sha256=kept.sha256, size=kept.size, media_type="text/plain")
        )
        return work.add(
            SupportingDocument(
                id=new_id(), item_id=item.id, file_id=stored.id, position=1, title="Bilaga",
                original_name="bilaga.txt", added_by="Ada", added_at=NOW,
            )
        )  # fmt: skip


def send(binder: Binder, pdf: bytes, tree: bytes) -> Paper:
    shas = [binder.files.keep(data).sha256 for data in (pdf, tree)]
    with binder.work(op("skicka")) as work:
        meeting = meeting_with_item(work).meeting_id
        return work.add(
            Paper(
                id=new_id(), meeting_id=meeting, kind=PaperKind.CALL, pdf_sha=shas[0], tree_sha=shas[1],
                pages=1, made_at=NOW,
            )
        )  # fmt: skip


def test_a_whole_binder_has_no_damages(binder: Binder) -> None:
    attach(binder, b"bilaga")
    send(binder, b"pdf", b"tree")
    assert check(binder) == []


@pytest.mark.parametrize("data", [b"bilaga", b"pdf", b"tree", b"logo"])
def test_missing_and_changed_files_are_found(binder: Binder, data: bytes) -> None:
    attach(binder, b"bilaga")
    send(binder, b"pdf", b"tree")
    logo = binder.files.keep(b"logo").sha256
    with binder.work(op()) as work:
        body = work.add(Body(id=new_id(), kind=BodyKind.COMMITTEE))
        customs = Customs(letterhead=Letterhead(logo=logo))
        work.add(
            BodyTerm(
                id=new_id(),
                body_id=body.id,
                valid_from=date(2031, 1, 1),
                name="Nämnd",
                seats=9,
                customs=customs,
            )
        )
    path = binder.files.path(sha(data))
    path.write_bytes(b"x")
    assert [(d.kind, d.detail) for d in check(binder)] == [(DamageKind.FILE_CHANGED, sha(data))]
    path.unlink()
    assert [(d.kind, d.detail) for d in check(binder)] == [(DamageKind.FILE_MISSING, sha(data))]


def test_a_broken_reference_is_found(binder: Binder) -> None:
    document = attach(binder, b"bilaga")
    raw = sqlite.connect(binder.database)
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("UPDATE supporting_document SET item_id = 'borta' WHERE id = ?", (document.id,))
    raw.close()
    (damage,) = check(binder)
    assert (damage.kind, damage.detail) == (DamageKind.REFERENCE, "supporting_document → agenda_item")


def test_a_changed_journal_is_found(binder: Binder) -> None:
    add_person(binder)
    raw = sqlite.connect(binder.database)
    raw.execute("DELETE FROM journal_image WHERE position = 1")
    raw.close()
    assert [d.kind for d in check(binder)] == [DamageKind.JOURNAL]


def test_a_damaged_database_is_found(binder: Binder) -> None:
    add_person(binder)
    raw = sqlite.connect(binder.database)
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'ix_mandate_body_id'")
    raw.close()
    binder._engine.dispose()
    found = check(binder)
    assert found
    assert {d.kind for d in found} == {DamageKind.DATABASE}
    with pytest.raises(BinderDamaged):
        binder.close()  # a damaged database is never made a backup of


def test_what_anything_refers_to_is_never_removed(binder: Binder) -> None:
    document = attach(binder, b"bilaga")
    paper = send(binder, b"pdf", b"tree")
    loose = binder.files.keep(b"loose").sha256
    with binder.work(op("ta bort")) as work:
        file = work.get(StoredFile, document.file_id)
        work.remove(document)
        work.remove(file)  # the journal still refers to it: undo brings it back
        work.remove(paper)
    assert collect(binder, younger_stay=ALL) == [loose]
    assert sorted(binder.files.all()) == sorted(map(sha, (b"bilaga", b"pdf", b"tree")))
    assert len(binder.journal.entries()) == 3  # removing what nobody refers to is no fact


def test_what_gallring_erased_is_removed(binder: Binder) -> None:
    document = attach(binder, b"hemlig")
    with binder.work(op("ta bort")) as work:
        file = work.get(StoredFile, document.file_id)
        work.remove(document)
        work.remove(file)
    with binder.work(op("gallra", barrier=True)) as work:
        binder.journal.erase(work, binder.journal.images_of(StoredFile, [file.id]))
    assert collect(binder, younger_stay=ALL) == [sha(b"hemlig")]
    assert check(binder) == []


def test_young_files_stay_because_somebody_may_be_about_to_refer_to_them(binder: Binder) -> None:
    kept = binder.files.keep(b"loose").sha256
    assert collect(binder) == []
    old = time.time() - 2 * 86400
    os.utime(binder.files.path(kept), (old, old))
    binder.files.keep(b"loose")  # kept again: young again
    assert collect(binder) == []
    os.utime(binder.files.path(kept), (old, old))
    assert collect(binder) == [kept]


def test_a_hash_in_a_text_protects_the_file(binder: Binder) -> None:
    kept = binder.files.keep(b"loose").sha256
    known = add_person(binder)
    with binder.work(op()) as work:
        work.change(known, email=f"se {kept}.")
    assert collect(binder, younger_stay=ALL) == []
    assert dataclasses.replace(known).email == ""
