"""Old minutes become an archive that is searched, and never twice."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.errors import RuleBroken
from namndstod.domain.intake.found import Doubt, FoundMinutes, FoundParagraph
from namndstod.domain.intake.understanding import Understood
from namndstod.domain.records import ConversionState, StoredFile
from namndstod.exchange.problems import CannotShow
from namndstod.services.archive import archived, archived_view
from namndstod.services.commands.archive import (
    MarkArchivedSecret,
    OldMinutes,
    OldSection,
    RemoveArchived,
    TakeInMinutes,
)
from namndstod.services.intake.old_minutes import (
    OldFile,
    OldRow,
    OldState,
    as_minutes,
    plan_old,
    read_old,
    understood,
    understood_as,
)
from namndstod.services.searching import HitKind, everything, search
from namndstod.storage.collect import collect

from .helpers import DAY, NAME, House, facts, three_matters

OLD = date(2018, 11, 28)
SECRET = "Ansökan från Bo Granlund"


def paragraph(number: int, title: str, text: str = "Nämnden beslutar att godkänna.") -> FoundParagraph:
    return FoundParagraph(
        number=number, title=title, diary_number=f"18SK{number}", decision=("att godkänna.",), text=(text,)
    )


def file(
    name: str = "protokoll.pdf",
    *paragraphs: FoundParagraph,
    body: str = NAME,
    day: date | None = OLD,
    sha: str = "",
) -> OldFile:
    doubts = () if day else (Doubt(field="date", message="Dag saknas."),)
    found = FoundMinutes(body=body, day=day, paragraphs=paragraphs, doubts=doubts)
    return understood(Path("/gamla") / name, sha or name.ljust(64, "0"), found)


def planned(house: House, *files: OldFile) -> tuple[OldRow, ...]:
    return house.session.ask(plan_old, files)


def take_in(house: House, *files: OldFile) -> None:
    rows = planned(house, *files)
    stored = [as_minutes(r, house.incoming(r.file.path.name.encode(), r.file.path.name)) for r in rows]
    house.session.do(TakeInMinutes(tuple(stored)))


MINUTES = file(
    "2018-11-28.pdf",
    paragraph(82, "Färjor i skärgården"),
    paragraph(83, "Bidrag till bryggan"),
    paragraph(84, SECRET, "Uppgifterna omfattas av sekretess enligt OSL 25 kap. 1 §."),
)


def test_minutes_are_kept_with_their_file_and_found_by_heading_number_and_diary_number(house: House) -> None:
    before = facts(house.session)
    take_in(house, MINUTES)
    ((summary,),) = (house.session.ask(archived),)
    assert (summary.minutes.body_id, summary.minutes.day, summary.sections) == (house.body_id, OLD, 3)
    view = house.session.ask(archived_view, summary.minutes.id)
    assert house.session.binder.files.read(view.file.sha256) == b"2018-11-28.pdf"
    assert view.sections[1].decision == "att godkänna."

    hits = house.session.ask(everything, DAY)
    (hit,) = search(hits, "§ 83 bryggan")
    assert (hit.kind, hit.archived_id, hit.chosen) == (
        HitKind.ARCHIVED,
        summary.minutes.id,
        view.sections[1].id,
    )
    assert hit.note.replace("\u00a0", " ") == f"{NAME}, 28 november 2018, arkiv"
    assert search(hits, "18SK82")[0].text == "§ 82 Färjor i skärgården"
    assert len(search(hits, "2018-11-28")) >= 1
    assert {h.chosen for h in search(hits, "att godkänna.")} >= {view.sections[1].id}, "words of the decision"

    assert collect(house.session.binder, younger_stay=timedelta(-1)) == []  # the file is referred to
    house.session.undo()
    assert facts(house.session) == before


def test_the_search_says_nothing_of_what_is_secret(house: House) -> None:
    (row,) = planned(house, MINUTES)
    assert "§\u00a084 nämner sekretess: rubriken visas inte i listor och sökning." in row.file.doubts
    take_in(house, MINUTES)
    hits = house.session.ask(everything, DAY)
    assert search(hits, "Granlund") == []
    (hit,) = search(hits, "§ 84")
    assert hit.text == "§ 84 Ärende med sekretess"
    house.session.do(MarkArchivedSecret(hit.chosen, secret=False))
    assert search(house.session.ask(everything, DAY), "Granlund")[0].chosen == hit.chosen


def test_nothing_comes_in_twice(house: House) -> None:
    take_in(house, MINUTES)
    before = facts(house.session)
    copy = file("kopia.pdf", paragraph(83, "Bidrag till bryggan"))
    (same_file,) = planned(house, file("annat namn.pdf", sha=house.find(StoredFile)[0].sha256, day=None))
    assert same_file.state is OldState.THERE
    assert same_file.reason == "filen finns redan i arkivet, som ”2018-11-28.pdf”."
    (same_day,) = planned(house, copy)
    assert same_day.state is OldState.THERE
    assert same_day.reason.replace("\u00a0", " ") == (
        "§ 83 från den 28 november 2018 finns redan i arkivet, i ”2018-11-28.pdf”."
    )
    again = OldMinutes(
        house.incoming(b"kopia", "kopia.pdf"), NAME, OLD, house.body_id, (OldSection(83, "Bryggan"),)
    )
    new = OldMinutes(house.incoming(b"ny", "ny.pdf"), NAME, DAY, house.body_id)
    with pytest.raises(RuleBroken, match="finns redan i arkivet"):
        house.session.do(TakeInMinutes((new, again)))
    assert facts(house.session) == before


def test_paragraphs_approved_at_once_have_minutes_of_their_own(house: House) -> None:
    take_in(house, MINUTES)
    (row,) = planned(house, file("omedelbart.pdf", paragraph(85, "Lokal")))
    assert row.state is OldState.NEW


def test_a_meeting_of_the_binder_is_not_archived_too(house: House) -> None:
    meeting = three_matters(house)
    minutes = file("protokoll.pdf", paragraph(1, "Bidrag till bryggor"), day=DAY)
    assert planned(house, minutes)[0].state is OldState.NEW  # it has not been held
    house.hold(meeting)
    (row,) = planned(house, minutes)
    assert row.reason.replace("\u00a0", " ") == "sammanträdet den 12 mars 2026 finns i pärmen."


def test_what_is_unclear_is_asked_of_a_person(house: House) -> None:
    rows = planned(
        house,
        file("a.pdf", paragraph(3, "A"), paragraph(5, "B"), paragraph(5, "C"), body="", day=None),
        file("b.pdf", sha="a.pdf".ljust(64, "0")),
        OldFile(Path("/gamla/c.docx"), "c" * 64, doubts=("Filen är skyddad med lösenord.",)),
    )
    first, broken, twin = sorted(rows, key=lambda r: (r.state is OldState.THERE, r.file.path.name))
    assert first.state is broken.state is OldState.UNCLEAR
    assert [d.replace("\u00a0", " ") for d in first.file.doubts] == ["Dag saknas.", "§ 5 står två gånger."]
    assert broken.file.doubts[0] == "Filen är skyddad med lösenord."
    assert (twin.state, twin.reason) == (OldState.THERE, "samma fil som ”a.pdf”.")
    mended = house.session.ask(understood_as, first, house.body_id, "", OLD)
    assert (mended.state, mended.body_name) == (OldState.NEW, NAME)
    other = house.session.ask(understood_as, first, None, " Hamnstyrelsen ", OLD)
    assert (other.state, other.body_id, other.body_name) == (OldState.NEW, None, "Hamnstyrelsen")
    with pytest.raises(ValueError, match=r"c\.docx"):
        as_minutes(broken, house.incoming(b"c", "c.docx"))


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    def never(data: bytes, name: str) -> Understood:
        raise CannotShow(ConversionState.PROTECTED, "Filen är skyddad med lösenord.")

    (tmp_path / "tom.pdf").touch()
    (tmp_path / "låst.pdf").write_bytes(b"%PDF")
    (tmp_path / "bild.png").write_bytes(b"PNG")
    said = {p.name: read_old(p, never).doubts[0] for p in tmp_path.iterdir()}
    assert said == {
        "tom.pdf": "Filen är tom.",
        "låst.pdf": "Filen är skyddad med lösenord.",
        "bild.png": "Det är varken PDF, Word eller text.",
    }
    assert "går inte att läsa" in read_old(tmp_path / "borta.pdf", never).doubts[0]


def test_minutes_can_be_taken_out_again(house: House) -> None:
    take_in(house, MINUTES)
    house.session.do(RemoveArchived(house.find(ArchivedMinutes)[0].id))
    assert house.find(ArchivedSection) == []
    take_in(house, MINUTES)
    assert len(house.find(ArchivedMinutes)) == 1
