"""Undo and redo: what can be taken back, in which order, and when it is refused."""

from pathlib import Path

import pytest

from namndstod.domain.errors import Refused
from namndstod.domain.records import AgendaItem, BlockKind, Meeting, Person, TextBlock, TextRole, new_id
from namndstod.storage.binder import Binder
from namndstod.storage.journal import EntryKind, Step
from namndstod.storage.journal_tables import journal_entry

from .helpers import Clock, add_person, facts, meeting_with_item, op, person, rename, rows


def undo(binder: Binder, who: str = "Ada") -> Step | None:
    step = binder.journal.undoable(who)
    if step is not None:
        with binder.work(op("ångra", person=who)) as work:
            binder.journal.revert(work, step)
    return step


def redo(binder: Binder, who: str = "Ada") -> Step | None:
    step = binder.journal.redoable(who)
    if step is not None:
        with binder.work(op("gör om", person=who)) as work:
            binder.journal.repeat(work, step)
    return step


def surnames(binder: Binder) -> list[str]:
    with binder.read() as reader:
        return [p.surname for p in reader.find(Person)]


def test_nothing_to_undo_in_a_new_binder(binder: Binder) -> None:
    assert binder.journal.undoable("Ada") is None
    assert binder.journal.redoable("Ada") is None


def test_undo_and_redo_are_exact_and_linear(binder: Binder) -> None:
    states = [facts(binder)]
    with binder.work(op("möte")) as work:
        item = meeting_with_item(work)
    states.append(facts(binder))
    with binder.work(op("texter")) as work:
        decider = work.add(
            TextBlock(
                id=new_id(),
                role=TextRole.PROPOSAL,
                kind=BlockKind.DECIDER,
                position=1,
                item_id=item.id,
                generated="a",
            )
        )
        work.add(
            TextBlock(
                id=new_id(), role=TextRole.PROPOSAL, kind=BlockKind.CLAUSE, position=2, item_id=item.id,
                parent_id=decider.id,
            )
        )  # fmt: skip
        work.change(work.change(item, title="Ett bidrag"), number=4)
    states.append(facts(binder))
    with binder.work(op("ta bort")) as work:
        for block in reversed(work.find(TextBlock)):
            work.remove(block)
        work.remove(work.get(AgendaItem, item.id))
    states.append(facts(binder))
    for expected in reversed(states[:-1]):
        assert undo(binder) is not None
        assert facts(binder) == expected
    assert undo(binder) is None
    for expected in states[1:]:
        assert redo(binder) is not None
        assert facts(binder) == expected
    assert redo(binder) is None
    assert binder.journal.verify() == []
    kinds = [e.kind for e in binder.journal.entries()]
    assert kinds == [EntryKind.REDO] * 3 + [EntryKind.UNDO] * 3 + [EntryKind.DO] * 3


def test_undo_and_redo_survive_a_restart(binder: Binder, clock: Clock) -> None:
    known = add_person(binder, "Alm")
    rename(binder, known, "Ek")
    undo(binder)
    binder.close()
    with Binder.open(binder.path, actor="Ada", clock=clock) as again:
        assert surnames(again) == ["Alm"]
        redone = redo(again)
        assert redone is not None
        assert redone.label == "Gör rename"
        assert surnames(again) == ["Ek"]
    with Binder.open(binder.path, actor="Ada", clock=clock) as again:
        undo(again)
        undo(again)
        assert surnames(again) == []


def test_a_new_act_forgets_what_could_be_redone(binder: Binder) -> None:
    known = add_person(binder, "Alm")
    rename(binder, known, "Ek")
    undo(binder)
    rename(binder, known, "Öman")
    assert binder.journal.redoable("Ada") is None
    undo(binder)
    assert surnames(binder) == ["Alm"]
    undo(binder)
    assert surnames(binder) == []
    redo(binder)
    redo(binder)
    assert surnames(binder) == ["Öman"]


def test_back_and_forth_many_times(binder: Binder) -> None:
    for surname in ("Alm", "Ek", "Gran"):
        add_person(binder, surname)
    for _ in range(3):
        undo(binder)
        undo(binder)
        redo(binder)
        undo(binder)
        redo(binder)
        assert surnames(binder) == ["Alm", "Ek"]
        redo(binder)
        assert surnames(binder) == ["Alm", "Ek", "Gran"]
    undo(binder)
    undo(binder)
    undo(binder)
    assert surnames(binder) == []


def test_typing_is_one_step(binder: Binder) -> None:
    known = add_person(binder, "A")
    for surname in ("Al", "Alm", "Alme"):
        rename(binder, known, surname, coalesce="person 1")
    rename(binder, known, "Alm", coalesce="person 2")
    undo(binder)
    assert surnames(binder) == ["Alme"]
    step = undo(binder)
    assert step is not None
    assert len(step.entries) == 3
    assert surnames(binder) == ["A"]
    redo(binder)
    assert surnames(binder) == ["Alme"]
    rename(binder, known, "Almer", coalesce="person 1")  # after a redo a new step begins
    undo(binder)
    assert surnames(binder) == ["Alme"]


def test_a_barrier_does_not_melt_into_a_step(binder: Binder) -> None:
    known = add_person(binder, "A")
    rename(binder, known, "Al", coalesce="k")
    rename(binder, known, "Alm", coalesce="k", barrier=True)
    step = binder.journal.undoable("Ada")
    assert step is not None
    assert step.barrier
    assert len(step.entries) == 1


def test_one_undoes_only_ones_own(binder: Binder) -> None:
    add_person(binder, "Alm")
    add_person(binder, "Ek", person="Bo")
    undo(binder)
    assert surnames(binder) == ["Ek"]
    assert binder.journal.undoable("Ada") is None
    undo(binder, "Bo")
    assert surnames(binder) == []


def test_refused_when_somebody_else_changed_it(binder: Binder) -> None:
    known = add_person(binder, "Alm")
    rename(binder, known, "Ek", person="Bo")
    before = facts(binder)
    with pytest.raises(Refused, match="någon annan"):
        undo(binder)
    assert facts(binder) == before
    undo(binder, "Bo")
    undo(binder)  # the content is again what was left, whatever its version
    assert surnames(binder) == []


def test_refused_when_somebody_else_removed_it(binder: Binder) -> None:
    known = add_person(binder, "Alm")
    rename(binder, known, "Ek")
    with binder.work(op("ta bort", person="Bo")) as work:
        work.remove(work.get(Person, known.id))
    with pytest.raises(Refused, match="tagits bort"):
        undo(binder)


def test_refused_when_something_else_hangs_on_it(binder: Binder) -> None:
    with binder.work(op("möte")) as work:
        item = meeting_with_item(work)
    with binder.work(op("text", person="Bo")) as work:
        work.add(
            TextBlock(
                id=new_id(),
                role=TextRole.POINTS,
                kind=BlockKind.BULLET,
                position=1,
                item_id=item.id,
                edited="x",
            )
        )
    before = facts(binder)
    with pytest.raises(Refused, match="används"):
        undo(binder)
    assert facts(binder) == before


def test_refused_when_what_it_belongs_to_is_gone(binder: Binder) -> None:
    with binder.work(op("möte", person="Bo")) as work:
        item = meeting_with_item(work)
    with binder.work(op("ta bort punkten")) as work:
        work.remove(item)
    with binder.work(op("ta bort mötet", person="Bo")) as work:
        work.remove(work.get(Meeting, item.meeting_id))
    with pytest.raises(Refused, match="hör till"):
        undo(binder)


def test_a_step_can_be_undone_only_once(binder: Binder) -> None:
    add_person(binder, "Alm")
    step = undo(binder)
    assert step is not None
    with pytest.raises(Refused), binder.work(op("ångra")) as work:
        binder.journal.revert(work, step)


def test_a_skipped_step_does_not_block_earlier_ones(binder: Binder) -> None:
    add_person(binder, "Alm")
    add_person(binder, "Ek")
    step = binder.journal.undoable("Ada", skipping=lambda s: "Ek" in str(s.changes()))
    assert step is not None
    with binder.work(op("ångra")) as work:
        binder.journal.revert(work, step)
    assert surnames(binder) == ["Ek"]
    left = binder.journal.undoable("Ada")
    assert left is not None
    assert "Ek" in str(left.changes())
    redo(binder)
    assert surnames(binder) == ["Alm", "Ek"]


def test_barriers_block_what_shares_a_scope(binder: Binder) -> None:
    for surname, scope, barrier in (("Alm", "m1", False), ("Ek", "m2", False), ("Gran", "m1", True)):
        with binder.work(op(surname, barrier=barrier)) as work:
            work.scopes.add(scope)
            work.add(person(surname))
    steps = {}
    for _ in range(3):
        step = binder.journal.undoable("Ada", skipping=lambda s: s.entries[0].operation in steps)
        assert step is not None
        steps[step.entries[0].operation] = step
    assert [e.operation for e in binder.journal.blocked_by(steps["Alm"])] == ["Gran"]
    assert binder.journal.blocked_by(steps["Ek"]) == []
    assert binder.journal.blocked_by(steps["Gran"]) == []


def test_an_undo_carries_the_scopes_of_its_step(binder: Binder) -> None:
    with binder.work(op()) as work:
        work.scopes.add("m1")
        meeting_with_item(work)
    undo(binder)
    (latest,) = binder.journal.entries(limit=1)
    assert (latest.scopes, latest.refers_to, latest.kind) == (frozenset({"m1"}), (1,), EntryKind.UNDO)


def test_undo_restores_what_a_work_changed_several_times(binder: Binder) -> None:
    with binder.work(op()) as work:
        item = meeting_with_item(work)
    before = facts(binder)
    with binder.work(op()) as work:
        first = work.change(work.get(Meeting, item.meeting_id), place="A")
        work.change(first, place="B", secretary="Alva Ek")
        short_lived = work.add(person("Snabb"))
        work.remove(short_lived)
    undo(binder)
    assert facts(binder) == before
    redo(binder)
    with binder.read() as reader:
        assert reader.get(Meeting, item.meeting_id).place == "B"


def test_undo_state_is_read_lazily(binder: Binder, tmp_path: Path) -> None:
    known = add_person(binder)
    for number in range(300):
        rename(binder, known, f"Alm {number}")
    statements: list[str] = []
    with binder.read() as reader:
        raw = reader.connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(statements.append)
    assert binder.journal.undoable("Ada") is not None
    raw.set_trace_callback(None)
    read = [s for s in statements if "FROM journal" in s]
    assert len(read) == 1
    assert "LIMIT" in read[0]
    assert rows(binder, journal_entry) == 301
