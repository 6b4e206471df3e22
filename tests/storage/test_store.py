import dataclasses
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.records import (
    AgendaItem,
    Body,
    BodyKind,
    BodyTerm,
    Conversion,
    ConversionState,
    Customs,
    ItemKind,
    Mandate,
    Matter,
    Meeting,
    Person,
    Role,
    Section,
    StoredFile,
    new_id,
)
from namndstod.storage.binder import Binder
from namndstod.storage.changes import Change
from namndstod.storage.journal_tables import journal_entry
from namndstod.storage.store import Work

from .helpers import add_person, meeting_with_item, op, person, rename, rows


def test_what_is_added_can_be_read(binder: Binder) -> None:
    with binder.work(op()) as work:
        added = work.add(person("Ek"))
        assert work.get(Person, added.id) == added
    with binder.read() as reader:
        assert reader.get(Person, added.id) == added
        assert reader.peek(Person, "okänd") is None
        with pytest.raises(NotFound, match="finns inte"):
            reader.get(Person, "okänd")


def test_find_takes_values_of_fields_and_keeps_the_natural_order(binder: Binder) -> None:
    with binder.work(op()) as work:
        item = meeting_with_item(work)
        second = work.add(dataclasses.replace(item, id=new_id(), number=2, kind=ItemKind.REPORT))
        tenth = work.add(dataclasses.replace(item, id=new_id(), number=10))
        meeting = work.get(Meeting, item.meeting_id)
        assert work.find(AgendaItem) == [item, second, tenth]
        assert work.find(AgendaItem, kind=ItemKind.DECISION) == [item, tenth]
        assert work.find(AgendaItem, number=(10, 2)) == [second, tenth]
        assert work.find(AgendaItem, number=[]) == []
        assert work.find(AgendaItem, matter_id=None, number=2) == [second]
        assert work.find(Meeting, day=date(2031, 3, 4)) == [meeting]
        assert work.find(Meeting, ends=(None,)) == [meeting]
        assert work.first(AgendaItem) == item
        assert work.first(AgendaItem, number=7) is None
        assert work.count(AgendaItem, kind=ItemKind.DECISION) == 2
        assert work.latest(AgendaItem, 2) == [tenth, second]
        assert work.latest(AgendaItem, 2, kind=ItemKind.DECISION) == [tenth, item]
        assert work.latest(AgendaItem, 2, number=[]) == []
        assert work.latest(AgendaItem, 9, matter_id=(None, "okänd")) == [tenth, second, item]
        assert work.count(AgendaItem, number=[]) == 0


@pytest.mark.parametrize(
    ("kind", "equals"),
    [
        (Person, {"shoe_size": 41}),
        (Person, {"surname": 41}),
        (BodyTerm, {"customs": Customs()}),
        (AgendaItem, {"presenters": ("Alva Ek",)}),
    ],
)
def test_a_search_that_could_never_hit_is_a_bug(binder: Binder, kind: Any, equals: dict[str, Any]) -> None:
    with binder.read() as reader, pytest.raises(TypeError):
        reader.find(kind, **equals)


def test_people_come_in_swedish_order_and_matters_by_number(binder: Binder) -> None:
    with binder.work(op()) as work:
        for surname in ("Östlund", "Zander", "Åkesson", "ek"):
            work.add(person(surname))
        for number in ("TN 2031/10", "TN 2031/9", ""):
            work.add(Matter(id=new_id(), title="Bidrag", diary_number=number))
        assert [p.surname for p in work.find(Person)] == ["ek", "Zander", "Åkesson", "Östlund"]
        assert [m.diary_number for m in work.find(Matter)] == ["", "TN 2031/9", "TN 2031/10"]


def test_search_pays_no_heed_to_case_and_accents(binder: Binder) -> None:
    with binder.work(op()) as work:
        asa = work.add(person("Öhrn", "Åsa"))
        rene = work.add(person("Renée", "Bo"))
        work.add(person("Asarsson", "Bo"))
        ek = work.add(person("Ek", "Bo"))
        ekman = work.add(person("Ekman", "Bo"))
        work.add(person("Björk", "Ekö"))

        def found(words: str, at_most: int = 9) -> list[Person]:
            return work.search(Person, words, "surname", "given_name", at_most=at_most)

        assert found("ÅS") == [asa]
        assert found("sa öHR") == [asa]
        assert found("rene") == [rene]
        assert found("asa öhrn") == found("100 %") == found("_k") == []
        # what is just that comes first, then what begins so, the last stored first
        assert found("ek", at_most=2)[0] == ek
        assert [p.surname for p in found("ek")] == ["Ek", "Björk", "Ekman"]
        assert found("bo ek", at_most=1) == [ekman]


def test_change_bumps_the_version_and_writes_only_what_differs(binder: Binder) -> None:
    known = add_person(binder)
    with binder.work(op()) as work:
        same = work.change(known, surname=known.surname)
        assert same == known
        assert work.changes == []
    assert rows(binder, journal_entry) == 1
    with binder.work(op()) as work:
        newer = work.change(known, surname="Ek")
        assert newer == dataclasses.replace(known, surname="Ek", version=known.version + 1)
        assert work.changes == [Change(Person, known.id, known, newer)]
        assert work.get(Person, known.id) == newer


def test_a_stale_record_is_refused(binder: Binder) -> None:
    known = add_person(binder)
    newer = rename(binder, known, "Ek")
    with pytest.raises(Refused, match="någon annan"), binder.work(op()) as work:
        work.change(known, surname="Alm")
    with pytest.raises(Refused, match="någon annan"), binder.work(op()) as work:
        work.remove(known)
    with binder.work(op()) as work:
        work.remove(newer)
    with pytest.raises(NotFound), binder.work(op()) as work:
        work.change(newer, surname="Alm")


def test_before_images_come_from_the_store_not_from_the_caller(binder: Binder) -> None:
    known = add_person(binder, "Ek")
    with binder.work(op()) as work:
        work.change(dataclasses.replace(known, surname="Påhittad"), email="alva@example.se")
        assert work.changes[0].before == known
        assert work.get(Person, known.id).surname == "Ek"


@pytest.mark.parametrize("fields", [{"id": "1"}, {"version": 9}, {"shoe_size": 41}, {"surname": None}])
def test_fields_that_cannot_be_changed(binder: Binder, fields: dict[str, Any]) -> None:
    known = add_person(binder)
    with pytest.raises(TypeError), binder.work(op()) as work:
        work.change(known, **fields)


def test_an_exception_takes_everything_back(binder: Binder) -> None:
    class Bug(Exception):
        pass

    added = person()

    def fail() -> None:
        with binder.work(op()) as work:
            work.add(added)
            raise Bug

    with pytest.raises(Bug):
        fail()
    with binder.read() as reader:
        assert reader.peek(Person, added.id) is None
    assert rows(binder, journal_entry) == 0
    add_person(binder)  # and the binder goes on working


def test_what_something_belongs_to_must_exist(binder: Binder) -> None:
    with pytest.raises(NotFound, match="hör till"), binder.work(op()) as work:
        work.add(Meeting(id=new_id(), body_id="okänd", day=date(2031, 3, 4)))
    with pytest.raises(NotFound), binder.work(op()) as work:
        work.change(meeting_with_item(work), matter_id="okänd")


def test_what_others_need_cannot_be_removed(binder: Binder) -> None:
    with binder.work(op()) as work:
        body = work.add(Body(id=new_id(), kind=BodyKind.COMMITTEE))
        someone = work.add(person())
        work.add(
            Mandate(
                id=new_id(), person_id=someone.id, body_id=body.id, role=Role.MEMBER, party="S",
                valid_from=date(2031, 1, 1),
            )
        )  # fmt: skip
    with pytest.raises(Refused, match="används"), binder.work(op()) as work:
        work.remove(someone)


def test_a_section_number_is_used_once_a_year(binder: Binder) -> None:
    with binder.work(op()) as work:
        meeting = work.get(Meeting, meeting_with_item(work).meeting_id)
        provisional = Section(
            id=new_id(),
            meeting_id=meeting.id,
            body_id=meeting.body_id,
            year=2031,
            position=1,
            heading="Upprop",
        )
        work.add(provisional)
        work.add(dataclasses.replace(provisional, id=new_id(), position=2))
        work.add(dataclasses.replace(provisional, id=new_id(), position=3, number=14))
        work.add(dataclasses.replace(provisional, id=new_id(), position=3, number=14, year=2032))
    with pytest.raises(Refused, match="två gånger"), binder.work(op()) as work:
        work.add(dataclasses.replace(provisional, id=new_id(), position=4, number=14))


def test_a_file_is_stored_once(binder: Binder) -> None:
    stored = StoredFile(id=new_id(), sha256="ab" * 32, size=3, media_type="text/plain")
    with binder.work(op()) as work:
        work.add(stored)
        with pytest.raises(Refused):
            work.add(dataclasses.replace(stored, id=new_id()))


def test_a_broken_check_is_a_bug_and_not_hidden(binder: Binder) -> None:
    with pytest.raises(IntegrityError), binder.work(op()) as work:
        work.add(StoredFile(id=new_id(), sha256="kort", size=3, media_type="text/plain"))


def test_derived_work_is_stored_but_not_journalled(binder: Binder) -> None:
    first = Conversion(
        id=new_id(),
        sha256="ab" * 32,
        state=ConversionState.DONE,
        converter="egen",
        converter_version="1",
        pages=3,
    )
    with binder.work(op()) as work:
        work.note(first)
        work.note(dataclasses.replace(first, pages=4))
    with binder.read() as reader:
        (kept,) = reader.find(Conversion, sha256=first.sha256)
        assert (kept.pages, kept.version) == (4, 1)
    assert rows(binder, journal_entry) == 0
    with binder.work(op()) as work:
        work.forget(kept)
        work.forget(kept)
        assert work.find(Conversion) == []


def test_facts_and_derived_work_are_not_mixed_up(binder: Binder) -> None:
    derived = Conversion(
        id=new_id(), sha256="ab" * 32, state=ConversionState.DONE, converter="egen", converter_version="1"
    )
    acts: list[Callable[[Work], object]] = [
        lambda w: w.add(derived),
        lambda w: w.change(derived, pages=1),
        lambda w: w.remove(derived),
        lambda w: w.note(person()),
        lambda w: w.forget(person()),
    ]
    for act in acts:
        with pytest.raises(TypeError), binder.work(op()) as work:
            act(work)


def test_a_reader_sees_one_moment(binder: Binder) -> None:
    add_person(binder, "Alm")
    with binder.read() as reader:
        assert [p.surname for p in reader.find(Person)] == ["Alm"]
    with binder.work(op()) as work:
        work.add(person("Ek"))
        with binder.read() as outside:
            assert [p.surname for p in outside.find(Person)] == ["Alm"]
    with binder.read() as reader:
        assert [p.surname for p in reader.find(Person)] == ["Alm", "Ek"]
