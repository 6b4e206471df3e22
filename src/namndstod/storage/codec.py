"""Records as rows: dataclass fields are turned into columns and back by their type hints.

Columns hold text, whole numbers or NULL only: dates and times in ISO form, datetimes in UTC with
microseconds (so that text order is time order), enumerations by value, tuples, nested dataclasses and
free values as canonical JSON.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

from namndstod.domain.frozen import frozen

T = TypeVar("T")
Convert = Callable[[Any], Any]


def canonical(value: Any) -> str:
    """Return `value` as JSON that is the same whenever the value is (sorted keys, no spaces)."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


@frozen
class Field:
    """How one field is kept. `structured` fields are JSON and cannot be searched by value."""

    name: str
    encode: Convert
    decode: Convert | None  # None: the column's value is the field's value
    required: bool
    optional: bool
    structured: bool


class Codec(Generic[T]):
    """Turns records of one type into rows and back."""

    def __init__(self, kind: type[T]) -> None:
        hints = _hints(kind)
        self.kind = kind
        self.fields = tuple(_field(f, hints[f.name]) for f in dataclasses.fields(kind))  # type: ignore[arg-type]
        self.by_name = {f.name: f for f in self.fields}
        self.names = tuple(f.name for f in self.fields)
        self._decoders = [(i, f.decode) for i, f in enumerate(self.fields) if f.decode is not None]

    def encode(self, record: T) -> dict[str, Any]:
        """Return the row of `record`. Raises TypeError or ValueError when a value is not of its type."""
        return {f.name: _named(self.kind, f, f.encode, getattr(record, f.name)) for f in self.fields}

    def encode_value(self, name: str, value: Any) -> Any:
        """Return one field's value as its column holds it. Raises TypeError for an unknown field."""
        if name not in self.by_name:
            raise TypeError(f"{self.kind.__name__} has no field {name!r}")
        field = self.by_name[name]
        return _named(self.kind, field, field.encode, value)

    def decode(self, values: Sequence[Any]) -> T:
        """Read a row whose columns stand in the order of the fields."""
        decoded = list(values)
        for place, decode in self._decoders:
            decoded[place] = decode(decoded[place])
        return self.kind(**dict(zip(self.names, decoded, strict=True)))

    def decode_mapping(self, row: Mapping[str, Any]) -> T:
        """Read a row by name; a missing field takes its default. Raises ValueError on an unknown one.

        Images in the journal may be older than the record's latest field.
        """
        self.require_fields(row.keys())
        given = [f for f in self.fields if f.name in row]
        return self.kind(
            **{f.name: row[f.name] if f.decode is None else f.decode(row[f.name]) for f in given}
        )

    def require_fields(self, names: Set[str]) -> None:
        """Raise ValueError unless these are fields of the type, and all that have no default are there."""
        if unknown := names - self.by_name.keys():
            raise ValueError(f"unknown fields of {self.kind.__name__}: {sorted(unknown)}")
        if missing := [f.name for f in self.fields if f.required and f.name not in names]:
            raise ValueError(f"missing fields of {self.kind.__name__}: {missing}")


_CODECS: dict[type[Any], Codec[Any]] = {}


def codec(kind: type[T]) -> Codec[T]:
    """Return the codec of a record type (made once)."""
    if kind not in _CODECS:
        _CODECS[kind] = Codec(kind)
    return _CODECS[kind]


def _named(kind: type[Any], field: Field, convert: Convert, value: Any) -> Any:
    try:
        return convert(value)
    except (TypeError, ValueError) as error:
        raise type(error)(f"{kind.__name__}.{field.name}: {error}") from error


def _hints(kind: type[Any]) -> dict[str, Any]:
    """Return what `typing.get_type_hints` does, reading each annotation once: few stand in many records."""
    noted = ((base.__module__, vars(base).get("__annotations__", {})) for base in reversed(kind.__mro__))
    return {name: _hint(module, hint) for module, hints in noted for name, hint in hints.items()}


@cache
def _hint(module: str, hint: Any) -> Any:
    return eval(hint, vars(sys.modules[module])) if isinstance(hint, str) else hint


def _required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _field(field: dataclasses.Field[Any], hint: Any) -> Field:
    inner, optional = _optional(hint)
    simple = _scalar(inner)
    if simple is not None:
        encode, decode = simple
        structured = False
    else:
        to_json, from_json = _json(inner)
        encode, decode = _packed(to_json), _unpacked(from_json)
        if inner is not Any:  # all else is immutable, and the same few values come again and again
            decode = lru_cache(maxsize=1024)(decode)
        structured = True
    if optional:
        encode, decode = _or_none(encode), decode and _or_none(decode)
    return Field(field.name, encode, decode, _required(field), optional, structured)


def _packed(to_json: Convert) -> Convert:
    return lambda value: canonical(to_json(value))


def _unpacked(from_json: Convert) -> Convert:
    return lambda text: from_json(json.loads(text))


def _or_none(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _optional(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (types.UnionType, Union):
        rest = [a for a in get_args(hint) if a is not type(None)]
        if len(rest) != 1:
            raise TypeError(f"cannot store {hint}")
        return rest[0], True
    return hint, False


def _exactly(kind: type[Any]) -> Convert:
    def check(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return check


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return str(value)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    return value


def _date(value: Any) -> str:
    text: str = _exactly(date)(value).isoformat()
    return text


def _time(value: Any) -> str:
    clock: time = _exactly(time)(value)
    if clock.tzinfo is not None:
        raise ValueError("a clock time has no time zone")
    return clock.isoformat()


def _moment(value: Any) -> str:
    moment: datetime = _exactly(datetime)(value)
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _member_of(hint: type[StrEnum]) -> Convert:
    members: dict[Any, StrEnum] = {member.value: member for member in hint}

    def member(value: Any) -> StrEnum:
        return members[value] if value in members else hint(value)  # which says what is wrong

    return member


def _scalar(hint: Any) -> tuple[Convert, Convert | None] | None:
    """Return how a simple value is written and read, or None for what becomes JSON."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return (lambda value: hint(value).value), _member_of(hint)
    simple: dict[Any, tuple[Convert, Convert | None]] = {
        str: (_text, None),
        int: (_exactly(int), None),
        float: (_number, None),
        bool: (lambda value: int(_exactly(bool)(value)), bool),
        date: (_date, date.fromisoformat),
        time: (_time, time.fromisoformat),
        datetime: (_moment, datetime.fromisoformat),
    }
    return simple.get(hint)


def _json(hint: Any) -> tuple[Convert, Convert]:
    """Return how a value inside JSON is written and read."""
    inner, optional = _optional(hint)
    if optional:
        write, read = _json(inner)
        return _or_none(write), _or_none(read)
    if hint is Any:
        return (lambda value: value), (lambda value: value)
    if hint is bool:
        return _exactly(bool), _exactly(bool)
    if (simple := _scalar(hint)) is not None:
        return simple[0], simple[1] or (lambda value: value)
    if get_origin(hint) is tuple:
        element, *rest = get_args(hint)
        if rest != [...]:
            raise TypeError(f"cannot store {hint}")
        return _json_tuple(element)
    if dataclasses.is_dataclass(hint):
        return _json_dataclass(hint)
    raise TypeError(f"cannot store {hint}")


def _json_tuple(element: Any) -> tuple[Convert, Convert]:
    write, read = _json(element)

    def written(value: Any) -> list[Any]:
        if not isinstance(value, tuple | list):
            raise TypeError(f"{value!r} is no tuple")
        return [write(v) for v in value]

    return written, lambda value: tuple(read(v) for v in value)


def _json_dataclass(kind: Any) -> tuple[Convert, Convert]:
    hints = _hints(kind)
    parts = {f.name: _json(hints[f.name]) for f in dataclasses.fields(kind)}

    def written(value: Any) -> dict[str, Any]:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return {name: write(getattr(value, name)) for name, (write, _) in parts.items()}

    def read(value: Any) -> Any:
        # A part that is missing takes its default: a nested field may be younger than the row.
        return kind(**{name: parts[name][1](v) for name, v in value.items()})

    return written, read
