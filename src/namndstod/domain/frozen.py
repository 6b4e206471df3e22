"""Frozen values: `@frozen` is `@dataclass(frozen=True, slots=True)` for the many classes of the start.

`dataclass` compiles comparison, hash, text form and refusal to change anew for each class, which is two
thirds of its price; here all classes share them and only `__init__` is their own. Everything else is the
dataclass it looks like: `fields`, `replace`, `asdict`, patterns, pickling and type checkers work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import Any, Final, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(kind: type[T]) -> type[T]: ...


@overload
def frozen(*, kw_only: bool = ...) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True)
def frozen(kind: type[T] | None = None, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class a dataclass with slots whose fields never change.

    A field that needs `field()` makes it an ordinary dataclass: a default here is a value.
    """
    if kind is None:
        return lambda kind: _made(kind, kw_only)
    return _made(kind, kw_only)


def _made(kind: type[T], kw_only: bool) -> type[T]:
    for name, method in _SHARED.items():
        if name not in vars(kind):
            setattr(kind, name, method)
    kind.__doc__ = kind.__doc__ or kind.__name__  # else dataclass makes one up, dearly, and wrongly here
    made = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
    setattr(made, "__init__", _initialiser(made))  # noqa: B010 (a method, to the type checker)
    return made


def _initialiser(kind: type[Any]) -> Callable[..., None]:
    """Return the `__init__` that dataclass would make, checks of its arguments and all."""
    known: dict[str, Any] = {"_set": object.__setattr__}
    given: list[str] = []
    named: list[str] = []
    lines: list[str] = []
    for each in fields(kind):
        if each.default_factory is not MISSING or not each.init:
            raise TypeError(f"{kind.__name__}.{each.name}: a frozen class takes plain defaults")
        argument = each.name
        if each.default is not MISSING:
            known[f"_{each.name}"] = each.default
            argument = f"{each.name}=_{each.name}"
        (named if each.kw_only else given).append(argument)
        lines.append(f"  _set(self, {each.name!r}, {each.name})")
    if hasattr(kind, "__post_init__"):
        lines.append("  self.__post_init__()")
    arguments = ", ".join(["self", *given, *(["*", *named] if named else [])])
    exec("\n".join([f"def __init__({arguments}):", *(lines or ["  pass"])]), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


_READERS: dict[type[Any], Callable[[Any], Any]] = {}


def _reader(kind: type[Any]) -> Callable[[Any], Any]:
    """Return what reads the values of all fields; made once for a class."""
    if kind not in _READERS:
        names = [each.name for each in fields(kind)]
        _READERS[kind] = attrgetter(*names) if names else lambda _: ()
    return _READERS[kind]


def _eq(self: Any, other: Any) -> Any:
    kind = type(self)
    if type(other) is not kind:
        return NotImplemented
    read = _reader(kind)
    return read(self) == read(other)


def _hash(self: Any) -> int:
    return hash(_reader(type(self))(self))


def _repr(self: Any) -> str:
    values = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({values})"


def _setattr(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _setstate(self: Any, state: Sequence[Any]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


_SHARED: Final = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
