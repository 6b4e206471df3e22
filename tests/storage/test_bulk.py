"""Many records in one act: as if they had been stored one by one, and taken back as one step."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.records import Appeal, Body, BodyKind, Meeting, Person, new_id
from namndstod.storage.binder import Binder
from namndstod.storage.bulk import MANY, bulk
from namndstod.storage.changes import Change
from namndstod.storage.codec import canonical, codec
from namndstod.storage.images import LONG, images, recorded
from namndstod.storage.store import Work

from .helpers import facts, op, person
from .test_undo import redo, undo

NUMBER = LONG + 40


def body(binder: Binder) -> str:
    with binder.work(op("nämnd")) as work:
        return work.add(Body(id=new_id(), kind=BodyKind.COMMITTEE)).id


def decisions(body_id: str, number: int = NUMBER) -> list[DelegatedDecision]:
    """Decisions that differ in every way a field can."""
    return [
        DelegatedDecision(
            id=new_id(),
            body_id=body_id,
            position=n,
            diary_number=f"27RG{n}",
            recipient='Åsas "bageri" 100 % AB',
            personal=n % 2 == 0,
            amount=None if n % 3 else n * 1000,
            decided_on=date(2027, 1, 1 + n % 28) if n % 5 else None,
            appeal=Appeal.LEGALITY if n % 4 else Appeal.ADMINISTRATIVE,
            extra=(("Löpande", f"rad\t{n}\n"),) if n % 2 else (),
            source_row=n,
        )
        for n in range(1, number + 1)
    ]


def stored(binder: Binder) -> list[DelegatedDecision]:
    with binder.read() as reader:
        return reader.find(DelegatedDecision)


def test_rows_and_images_are_those_of_single_records() -> None:
    made = decisions("b")
    one, many = codec(DelegatedDecision), bulk(DelegatedDecision)
    columns = many.encode(made)
    assert [dict(zip(one.names, row, strict=True)) for row in zip(*columns, strict=True)] == [
        one.encode(d) for d in made
    ]
    assert many.decode(columns) == made
    assert many.read(many.written(columns)) == made


def test_many_changes_alike_have_one_image_and_few_have_one_each() -> None:
    few, many = decisions("b", LONG - 1), decisions("b", LONG)
    added = [Change(DelegatedDecision, d.id, None, d) for d in few]
    removed = [Change(DelegatedDecision, d.id, d, None) for d in many]
    made = list(images([*added, *removed]))
    assert [image.position for image in made] == list(range(1, LONG + 1))
    assert [image.record_id for image in made] == [*(d.id for d in few), f"*{LONG}"]
    assert (made[0].before, made[-1].after) == (None, None)
    assert recorded([(i.kind, i.record_id, i.before, i.after) for i in made]) == [*added, *removed]


def test_what_all_have_is_written_once() -> None:
    """Half of what a list of 100,000 writes: most fields of most lists are empty."""
    written = json.loads(bulk(DelegatedDecision).written(bulk(DelegatedDecision).encode(decisions("b"))))
    assert {"kind", "serial", "urgent", "body_id", "recipient"} <= written["same"].keys()
    assert {"id", "amount", "appeal", "extra"} <= written["own"].keys()


def test_rows_with_an_unknown_field_or_without_a_needed_one_are_refused() -> None:
    many = bulk(DelegatedDecision)
    rows = json.loads(many.written(many.encode(decisions("b"))))
    with pytest.raises(ValueError, match="unknown"):
        many.read(canonical({**rows, "same": {**rows["same"], "ny": 1}}))
    del rows["same"]["note"]  # younger than these rows
    assert {d.note for d in many.read(canonical(rows))} == {""}
    del rows["same"]["body_id"]
    with pytest.raises(ValueError, match="missing"):
        many.read(canonical(rows))


def test_an_image_of_each_as_earlier_versions_wrote_them_is_read() -> None:
    made = decisions("b")
    rows = [("delegated_decision", d.id, None, canonical(codec(DelegatedDecision).encode(d))) for d in made]
    assert [change.after for change in recorded(rows)] == made


def test_a_wrong_value_is_refused_as_by_the_codec() -> None:
    wrong = replace(decisions("b", 1)[0], position="1")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="position"):
        bulk(DelegatedDecision).encode([wrong])


def test_many_are_stored_undone_and_done_again_as_one_step(binder: Binder) -> None:
    body_id = body(binder)
    made = decisions(body_id)
    before = facts(binder)
    with binder.work(op("många")) as work:
        work.add_all(made)
    after = facts(binder)
    assert stored(binder) == made
    assert len(binder.journal.entries()) == 2
    assert undo(binder) is not None
    assert facts(binder) == before
    assert redo(binder) is not None
    assert facts(binder) == after
    assert {d.version for d in stored(binder)} == {1}  # never a version it had before
    assert undo(binder) is not None
    assert redo(binder) is not None
    assert facts(binder) == after
    assert binder.journal.verify() == []


def test_undo_is_refused_whole_when_one_was_changed_or_removed(binder: Binder) -> None:
    body_id = body(binder)
    with binder.work(op("många")) as work:
        work.add_all(decisions(body_id))
    with binder.work(op("ändra", person="Bo")) as work:
        changed = work.change(work.find(DelegatedDecision)[7], kind="Annat")
    with pytest.raises(Refused):
        undo(binder)
    assert len(stored(binder)) == NUMBER
    with binder.work(op("tillbaka", person="Bo")) as work:
        back = work.change(changed, kind="")
    assert undo(binder) is not None  # the same but for its version
    assert stored(binder) == []
    assert redo(binder) is not None
    with binder.work(op("ta bort", person="Bo")) as work:
        work.remove(work.get(DelegatedDecision, back.id))
    with pytest.raises(Refused):
        undo(binder)


def test_what_cannot_be_stored_leaves_nothing(binder: Binder) -> None:
    body_id = body(binder)
    twice = decisions(body_id)
    for records, problem in (
        ([*twice, twice[0]], Refused),
        ([*twice, replace(twice[0], id=new_id(), body_id="ingen")], NotFound),
        ([*twice, person()], TypeError),
    ):
        with pytest.raises(problem), binder.work(op("många")) as work:
            work.add_all(records)
    assert stored(binder) == []


def test_many_are_changed_and_removed_as_one_by_one(binder: Binder) -> None:
    body_id = body(binder)
    made = decisions(body_id)
    with binder.work(op("många")) as work:
        work.add_all(made)
    before = facts(binder)
    wanted = [replace(d, kind="Stöd", amount=5 if d.position == 3 else d.amount) for d in made]
    wanted[7] = made[7]
    with binder.work(op("ändra")) as work:
        work.change_all(made, wanted)
        assert [c.id for c in work.changes] == [d.id for d in made if d.position != 8]
    after = facts(binder)
    with binder.read() as reader:
        assert reader.get_all(DelegatedDecision, [d.id for d in made]) == [
            d if d.position == 8 else replace(d, version=1) for d in wanted
        ]
        now = reader.find(DelegatedDecision)
    with binder.work(op("ta bort")) as work:
        work.remove_all(now)
    gone = facts(binder)
    assert stored(binder) == []
    for expected in (after, before):
        assert undo(binder) is not None
        assert facts(binder) == expected
    for expected in (after, gone):
        assert redo(binder) is not None
        assert facts(binder) == expected
    assert binder.journal.verify() == []


def test_many_are_not_changed_or_removed_when_one_is_not_as_given(binder: Binder) -> None:
    made = decisions(body(binder))
    with binder.work(op("många")) as work:
        work.add_all(made)
    with binder.work(op("en", person="Bo")) as work:
        work.change(made[7], kind="Annat")
    kinds = [replace(d, kind="Stöd") for d in made]
    refused: tuple[tuple[type[Exception], Callable[[Work], object]], ...] = (
        (Refused, lambda work: work.change_all(made, kinds)),
        (Refused, lambda work: work.remove_all(made)),
        (NotFound, lambda work: work.remove_all([*made[:3], replace(made[3], id="ingen")])),
        (NotFound, lambda work: work.get_all(DelegatedDecision, [made[0].id, "ingen"])),
        (NotFound, lambda work: work.change_all(made[:1], [replace(made[0], body_id="ingen")])),
        (TypeError, lambda work: work.change_all(made[:1], made[1:2])),
    )
    for problem, act in refused:
        with pytest.raises(problem), binder.work(op("många")) as work:
            act(work)
    assert [d.kind for d in stored(binder)] == ["", "", "", "", "", "", "", "Annat", *[""] * (NUMBER - 8)]


def test_one_that_was_changed_many_times_in_a_step_is_taken_back(binder: Binder) -> None:
    body_id = body(binder)
    with binder.work(op("en")) as work:
        one = work.add(decisions(body_id, 1)[0])
    before = facts(binder)
    with binder.work(op("skriv")) as work:
        for n in range(MANY + 1):
            one = work.change(one, note="a" * n)
    assert undo(binder) is not None
    assert facts(binder) == before


def test_redo_is_refused_when_one_is_there_again(binder: Binder) -> None:
    made = decisions(body(binder))
    with binder.work(op("många")) as work:
        work.add_all(made)
    step = undo(binder)
    with binder.work(op("igen", person="Bo")) as work:
        work.add(made[3])
    assert step is not None
    with pytest.raises(Refused), binder.work(op("gör om")) as work:
        binder.journal.repeat(work, step)


def test_the_image_that_holds_many_can_be_erased_for_one_of_them(binder: Binder) -> None:
    body_id = body(binder)
    made, others = decisions(body_id), decisions(body_id)
    for records in (made, others):
        with binder.work(op("många")) as work:
            work.add_all(records)
    found = binder.journal.images_of(DelegatedDecision, [made[4].id])
    assert [(ref.number, ref.position) for ref in found] == [(2, 0), (2, 1)]
    with binder.work(op("gallra")) as work:
        binder.journal.erase(work, found)
    assert binder.journal.verify() == []
    step = binder.journal.step(2)
    assert step is not None
    assert step.length() == 0
    with pytest.raises(Refused, match="gallrats"):
        step.changes()
    untouched = binder.journal.step(3)
    assert untouched is not None
    assert untouched.length() == len(untouched.changes()) == NUMBER


def test_images_of_a_thousand_and_of_none_can_be_asked_for(binder: Binder) -> None:
    made = decisions(body(binder))
    with binder.work(op("många")) as work:
        work.add_all(made)
    asked = [*(new_id() for _ in range(1200)), made[4].id]
    found = binder.journal.images_of(DelegatedDecision, asked)
    assert [(ref.number, ref.position) for ref in found] == [(2, 0), (2, 1)]
    assert binder.journal.images_of(DelegatedDecision, []) == []


def test_many_of_other_kinds_are_found_as_few_are(binder: Binder) -> None:
    with binder.work(op("personer")) as work:
        work.add_all([person(f"Ek{n}") for n in range(NUMBER)])
        body_id = work.add(Body(id=new_id(), kind=BodyKind.COMMITTEE)).id
        work.add_all([Meeting(id=new_id(), body_id=body_id, day=date(2027, 1, 1)) for _ in range(NUMBER)])
    with binder.read() as reader:
        assert [reader.get(Person, p.id) for p in reader.find(Person)] == reader.find(Person)
        assert [reader.get(Meeting, m.id) for m in reader.find(Meeting)] == reader.find(Meeting)
        assert len(reader.find(Meeting)) == NUMBER
