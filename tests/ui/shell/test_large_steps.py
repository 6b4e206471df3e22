"""A step of many changes is taken back beside the window, which says so and takes no second one meanwhile."""

import threading
from collections.abc import Callable

import pytest

from namndstod.domain.delegation import DelegatedDecision
from namndstod.services.commands.delegation import AddDelegated, ChangeTogether
from namndstod.services.reading import bodies
from namndstod.services.session import Session
from namndstod.storage.journal import Operation
from namndstod.ui import undoing
from namndstod.ui.workspace import actions

from .conftest import House

MANY = 5


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (undoing, actions):
        monkeypatch.setattr(module, "MANY", MANY)


def decisions(house: House) -> list[DelegatedDecision]:
    with house.session.reading() as reader:
        return reader.find(DelegatedDecision)


def add(house: House, number: int = MANY) -> AddDelegated:
    body = house.session.ask(bodies, house.session.today)[0].body.id
    made = (DelegatedDecision(id="", body_id="", position=0, diary_number=f"27SK{n}") for n in range(number))
    return AddDelegated(body, tuple(made))


class Held:
    """Lets what a session does wait until the test has looked, and notes in which thread it was done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        self.go = threading.Event()
        self.threads: list[int] = []
        whole: Callable[..., object] = getattr(Session, name)

        def held(session: Session, *args: object) -> object:
            self.threads.append(threading.get_ident())
            if threading.current_thread() is not threading.main_thread():
                assert self.go.wait(10)
            return whole(session, *args)

        monkeypatch.setattr(Session, name, held)


def test_a_large_step_is_undone_and_done_again_beside_the_window(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.session.do(add(house))
    for name, act, said, left in (
        ("undo", house.main.undoing.undo, "Ångra", 0),
        ("redo", house.main.undoing.redo, "Gjorde om", MANY),
    ):
        held = Held(monkeypatch, name)
        act()
        assert "Det tar en stund" in house.shell.toast.text()
        act()  # pressed twice
        assert "Det tar en stund" in house.shell.toast.text()
        held.go.set()
        house.idle()
        assert len(held.threads) == 1
        assert held.threads[0] != threading.get_ident()
        assert house.shell.toast.text().startswith(said)
        assert "Det tar en stund" not in house.shell.toast.text()
        assert len(decisions(house)) == left


def test_a_small_step_is_undone_at_once(house: House) -> None:
    house.session.do(add(house, MANY - 1))
    house.main.undoing.undo()
    assert decisions(house) == []
    assert house.shell.toast.text() == "Ångrade: nya delegationsbeslut"


def test_why_a_large_step_stays_is_said(house: House) -> None:
    house.session.do(add(house))
    one = decisions(house)[0]
    with house.session.binder.work(Operation(name="other", label="annat", person="Bo")) as work:
        work.change(one, kind="Annat")
    house.main.undoing.undo()
    house.idle()
    assert len(decisions(house)) == MANY
    assert "ändrats" in house.shell.toast.text()


def test_the_answer_to_a_message_takes_much_back_beside_the_window(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = house.session.do(add(house))
    ids = tuple(d.id for d in decisions(house))
    house.main.actions_.do_with_undo(ChangeTogether(ids, "kind", "Stöd"), "Fem beslut är ändrade.")
    for name, act, kinds in (
        ("undo", house.shell.toast._action.click, {""}),
        ("undo_of", lambda: house.main.actions_.take_back(outcome), set[str]()),
    ):
        held = Held(monkeypatch, name)
        held.go.set()
        act()
        house.idle()
        assert held.threads[0] != threading.get_ident()
        assert {d.kind for d in decisions(house)} == kinds
        assert house.shell.toast.text().startswith("Ångrade")
