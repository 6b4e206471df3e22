"""A full disk and a write protection: each time a clear message, nothing lost, and a way on that works."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from namndstod.domain.errors import (
    DiskFull,
    ReadOnly,
)
from namndstod.domain.records import (
    Conversion,
    Meeting,
    MeetingState,
)
from namndstod.services.commands.agenda import AddItem
from namndstod.services.workplace import create_workplace, open_workplace

from ..services.helpers import Clock, facts
from .binders import TEXT, Make, again, attach, command_line, content, document, refused
from .helpers import require_whole
from .obstacles import Disk, Protection

# --- a full disk -------------------------------------------------------------------------------------


def test_full_disk_an_action_is_refused_whole(disk: Disk, found: Make) -> None:
    workplace, house, meeting = found(disk.place / "pärm")
    big = AddItem(meeting, "Ä" * 60_000)  # more than the free pages of the database hold
    disk.fill()
    refused(lambda: workplace.session.do(big), DiskFull, "Disken är full", house)
    disk.free()
    workplace.session.do(big)
    require_whole(workplace.session)


def test_full_disk_an_attachment_is_not_half_kept(disk: Disk, found: Make) -> None:
    workplace, house, meeting = found(disk.place / "pärm")
    disk.fill()
    refused(lambda: attach(workplace, house, meeting), DiskFull, "Disken är full", house)
    assert list(workplace.session.binder.files.all()) == []
    disk.free()
    kept = attach(workplace, house, meeting)
    assert workplace.session.binder.files.read(kept, verify=True) == TEXT[1]


def test_full_disk_pages_are_made_when_there_is_room(disk: Disk, found: Make) -> None:
    workplace, house, meeting = found(disk.place / "pärm")
    kept = attach(workplace, house, meeting)
    disk.fill()
    refused(lambda: workplace.conversions.convert(kept, TEXT[0]), DiskFull, "Disken är full", house)
    assert house.find(Conversion) == []
    disk.free()
    workplace.conversions.convert(kept, TEXT[0])
    assert workplace.conversions.pages(document(house, meeting)).startswith(b"%PDF-")


def test_full_disk_nothing_is_sent_or_justerat(disk: Disk, found: Make) -> None:
    workplace, house, meeting = found(disk.place / "pärm")
    disk.fill()
    refused(lambda: workplace.sending.call(meeting), DiskFull, "Disken är full", house)
    disk.free()
    workplace.sending.call(meeting)
    house.approvers(meeting)
    house.hold(meeting)
    day = house.get(Meeting, meeting).day + timedelta(days=7)
    disk.fill()
    refused(lambda: workplace.papers.approve(meeting, day), DiskFull, "Disken är full", house)
    disk.free()
    workplace.papers.approve(meeting, day)
    assert house.get(Meeting, meeting).state is MeetingState.APPROVED
    require_whole(workplace.session)


def test_full_disk_older_backups_stay(disk: Disk, found: Make) -> None:
    workplace, house, _ = found(disk.place / "pärm")
    backups = workplace.session.binder.backups
    first = backups.make()
    disk.fill()
    refused(backups.make, DiskFull, "Disken är full", house)
    assert backups.list() == [first]
    disk.free()
    assert backups.make().path.exists()


def test_full_disk_the_binder_is_closed_all_the_same(disk: Disk, found: Make) -> None:
    workplace, house, meeting = found(disk.place / "pärm")
    house.item(meeting, "Isvägar")  # what is done is backed up when the binder is closed
    before = facts(workplace.session)
    disk.fill()
    with pytest.raises(DiskFull, match="Det som redan är sparat finns kvar"):
        workplace.close()
    disk.free()
    reopened = again(disk.place / "pärm")
    assert facts(reopened.session) == before
    reopened.close()


def test_full_disk_no_new_binder_and_no_half_one(disk: Disk) -> None:
    disk.fill()
    with pytest.raises(DiskFull, match="Disken är full"):
        create_workplace(disk.place / "ny", "Ny", "Ada", Clock())
    disk.free()
    create_workplace(disk.place / "ny", "Ny", "Ada", Clock()).close()


def test_full_disk_a_paper_is_written_whole_or_not_at_all(
    disk: Disk, found: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workplace, _, _ = found(tmp_path / "pärm")
    output = disk.place / "kallelse.pdf"
    output.write_bytes(b"den som fanns")
    disk.fill()
    assert command_line("make", "kallelse", workplace.session.binder.path, "-o", output) == 1
    assert "Disken är full" in capsys.readouterr().err
    assert output.read_bytes() == b"den som fanns"
    assert [p.name for p in disk.place.iterdir() if p.suffix == ".tmp"] == []
    disk.free()
    assert command_line("make", "kallelse", workplace.session.binder.path, "-o", output) == 0
    assert output.read_bytes().startswith(b"%PDF-")


# --- write protection --------------------------------------------------------------------------------


def test_protected_while_open_nothing_is_stored(protection: Protection, found: Make, tmp_path: Path) -> None:
    workplace, house, meeting = found(tmp_path / "pärm")
    kept = attach(workplace, house, meeting)
    command = AddItem(meeting, "Isvägar")
    protection.put(tmp_path / "pärm")
    for act in (
        lambda: workplace.session.do(command),
        lambda: workplace.session.undo(),
        lambda: attach(workplace, house, meeting, ("Ny.txt", b"ny")),
        lambda: workplace.conversions.convert(kept, TEXT[0]),
        lambda: workplace.sending.call(meeting),
        workplace.session.binder.backups.make,
    ):
        refused(act, ReadOnly, "skrivskyddad", house)
    protection.take_off()
    workplace.session.do(command)
    workplace.sending.call(meeting)
    require_whole(workplace.session)


def test_a_protected_binder_is_read_and_not_written(
    protection: Protection, found: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pärm"
    workplace, house, meeting = found(folder)
    before = facts(house.session)
    workplace.close()
    files = content(folder)
    protection.put(folder)
    reading = open_workplace(folder, "Bo", Clock(), read_only=True)
    assert facts(reading.session) == before
    with pytest.raises(ReadOnly, match="skrivskyddad"):
        reading.session.do(AddItem(meeting, "Isvägar"))
    reading.close()
    assert command_line("check", folder) == 0
    assert command_line("make", "kallelse", folder, "-o", folder / "kallelse.pdf") == 1
    told = capsys.readouterr().err
    assert "skrivskyddad" in told
    assert "Kopiera pärmen" in told or "annan mapp" in told
    assert content(folder) == files
    protection.take_off()
    again(folder).close()


def test_a_protected_folder_opens_for_reading_only(
    protection: Protection, found: Make, tmp_path: Path
) -> None:
    folder = tmp_path / "pärm"
    workplace, _, _ = found(folder)
    workplace.close()
    files = content(folder)
    protection.put(folder)
    with pytest.raises(ReadOnly, match="skrivskyddad") as raised:
        again(folder)
    assert "skrivskyddad" in raised.value.way_on
    protection.take_off()
    assert content(folder) == files
    again(folder).close()
