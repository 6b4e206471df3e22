"""A frozen class is the dataclass that it looks like."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from namndstod.domain.frozen import frozen


@frozen(kw_only=True)
class Base:
    id: str
    version: int = 0


@frozen(kw_only=True)
class Boat(Base):
    name: str
    crew: tuple[str, ...] = ()

    @property
    def loud(self) -> str:
        return self.name.upper()


@frozen
class Place:
    row: int
    column: int = 1


@frozen
class Nothing:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualBase:
    id: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualBoat(UsualBase):
    name: str
    crew: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UsualPlace:
    row: int
    column: int = 1


def _arguments(kind: type[Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(kind).parameters.values())


def _argument(given: inspect.Parameter) -> tuple[str, object, object]:
    return given.name, given.kind, given.default


BOAT = Boat(id="b", name="Ejdern", crew=("Ask", "Bok"))


@pytest.mark.parametrize(("ours", "usual"), [(Boat, UsualBoat), (Place, UsualPlace)])
def test_it_is_made_as_a_dataclass_is(ours: type[Any], usual: type[Any]) -> None:
    assert is_dataclass(ours)
    assert [_argument(p) for p in _arguments(ours)] == [_argument(p) for p in _arguments(usual)]
    assert [(f.name, f.default, f.kw_only) for f in fields(ours)] == [
        (f.name, f.default, f.kw_only) for f in fields(usual)
    ]
    for name in ("__match_args__", "__slots__"):
        assert getattr(ours, name) == getattr(usual, name)


def test_its_text_and_its_parts_are_those_of_a_dataclass() -> None:
    usual = UsualBoat(id="b", name="Ejdern", crew=("Ask", "Bok"))
    assert repr(BOAT) == repr(usual).removeprefix("Usual")
    assert asdict(BOAT) == asdict(usual)
    assert BOAT.loud == "EJDERN"
    assert repr(Nothing()) == "Nothing()"


def test_equal_is_what_has_the_same_values_and_the_same_class() -> None:
    same = Boat(id="b", name="Ejdern", crew=("Ask", "Bok"))
    assert (same, hash(same)) == (BOAT, hash(BOAT))
    assert replace(BOAT, version=1) != BOAT
    assert Base(id="b") != BOAT
    assert (Nothing(), hash(Nothing())) == (Nothing(), hash(Nothing()))
    assert len({Place(1), Place(1, 1), Place(2)}) == 2


def test_nothing_of_it_changes() -> None:
    for name in ("name", "another"):
        with pytest.raises(FrozenInstanceError):
            setattr(BOAT, name, "Viggen")
    with pytest.raises(FrozenInstanceError):
        del BOAT.name
    assert not hasattr(BOAT, "__dict__")


def test_arguments_that_are_missing_too_many_or_unknown_are_told_by_name() -> None:
    with pytest.raises(TypeError, match=r"Boat.__init__.*'name'"):
        Boat(id="b")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Boat("b", 0, "Ejdern")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="mast"):
        replace(BOAT, mast=1)  # type: ignore[call-arg]


def test_it_is_copied_and_sent_between_processes() -> None:
    assert pickle.loads(pickle.dumps(BOAT)) == BOAT
    assert copy.deepcopy(BOAT) == BOAT


def test_without_a_docstring_it_tells_its_name() -> None:
    assert (Nothing.__doc__, Place.__doc__) == ("Nothing", "Place")


def test_patterns_read_it() -> None:
    match Place(3):
        case Place(row, column):
            assert (row, column) == (3, 1)


def test_what_it_is_checked_for_is_checked_when_it_is_made() -> None:
    @frozen
    class Positive:
        value: int

        def __post_init__(self) -> None:
            if self.value < 0:
                raise ValueError("negative")

    with pytest.raises(ValueError, match="negative"):
        Positive(-1)


def test_a_method_of_its_own_stays() -> None:
    @frozen
    class Word:
        text: str

        def __repr__(self) -> str:
            return self.text

    assert repr(Word("ek")) == "ek"


def test_a_field_that_is_made_anew_each_time_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Bag\.things"):

        @frozen
        class Bag:
            things: list[str] = field(default_factory=list)
