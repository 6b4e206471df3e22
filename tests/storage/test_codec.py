"""Every record type goes into its table and comes back the same."""

import dataclasses
import types
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select

from namndstod.domain.records import (
    BodyTerm,
    Customs,
    GroupMeeting,
    Letterhead,
    Meeting,
    Person,
    Record,
    Role,
    Setting,
    new_id,
)
from namndstod.storage.binder import Binder
from namndstod.storage.codec import Codec, codec
from namndstod.storage.schema import TABLES

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value that a field with this type hint may have."""
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of(*(values(part) for part in get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if dataclasses.is_dataclass(hint):
        return records(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        type(None): st.none(),
        str: st.text(st.characters(codec="utf-8")),
        int: st.integers(-(2**63), 2**63 - 1),
        bool: st.booleans(),
        date: st.dates(),
        time: st.times(),
        datetime: st.datetimes(
            min_value=datetime(2, 1, 1),
            max_value=datetime(9998, 1, 1),
            timezones=st.sampled_from([UTC, timezone(timedelta(hours=2))]),
        ),
        Any: JSON,
    }
    return simple[hint]


def records(kind: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: values(hints[f.name]) for f in dataclasses.fields(kind)})


@pytest.fixture
def connection(binder: Binder) -> Any:
    with binder._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        yield connection
        connection.rollback()
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_round_trip_through_the_database(
    kind: type[Record], connection: Connection, data: st.DataObject
) -> None:
    record = data.draw(records(kind))
    table = TABLES[kind]
    connection.exec_driver_sql("BEGIN")
    connection.execute(insert(table), codec(kind).encode(record))
    row = connection.execute(select(*table.c)).one()
    connection.rollback()
    assert codec(kind).decode(row) == record
    assert type(codec(kind).decode(row)) is kind


def test_moments_are_kept_in_utc_and_sorted_as_text() -> None:
    meeting = Meeting(
        id="1", body_id="2", day=date(2031, 3, 4), called_at=datetime(2031, 3, 4, 1, tzinfo=UTC)
    )
    summer = timezone(timedelta(hours=2))
    same = dataclasses.replace(meeting, called_at=datetime(2031, 3, 4, 3, tzinfo=summer))
    assert codec(Meeting).encode(meeting)["called_at"] == "2031-03-04T01:00:00.000000+00:00"
    assert codec(Meeting).encode(same) == codec(Meeting).encode(meeting)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Person, {"given_name": None}),
        (Person, {"given_name": 7}),
        (Person, {"version": True}),
        (Meeting, {"day": "2031-03-04"}),
        (Meeting, {"day": datetime(2031, 3, 4, tzinfo=UTC)}),
        (Meeting, {"called_at": datetime(2031, 3, 4)}),
        (Meeting, {"starts": time(9, tzinfo=UTC)}),
        (Meeting, {"state": "asleep"}),
        (Meeting, {"group_meetings": (Letterhead(),)}),
        (Meeting, {"notices": "en sträng"}),
        (Setting, {"value": float("nan")}),
        (Setting, {"value": {1, 2}}),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(kind: type[Record], fields: dict[str, Any]) -> None:
    good: dict[type[Record], Record] = {
        Person: Person(id="1", given_name="Alva", surname="Ek"),
        Meeting: Meeting(id="1", body_id="2", day=date(2031, 3, 4)),
        Setting: Setting(id="1", key="k", value=1),
    }
    codec(kind).encode(good[kind])
    with pytest.raises((TypeError, ValueError)):
        codec(kind).encode(dataclasses.replace(good[kind], **fields))


def test_a_nested_field_that_is_missing_takes_its_default() -> None:
    term = BodyTerm(id=new_id(), body_id=new_id(), valid_from=date(2031, 1, 1), name="Nämnd", seats=15)
    row = codec(BodyTerm).encode(term) | {"customs": '{"notice_days":9}'}
    assert codec(BodyTerm).decode([*row.values()]).customs == Customs(notice_days=9)


def test_an_older_image_lacks_fields_and_a_foreign_one_is_refused() -> None:
    row = codec(Person).encode(Person(id="1", given_name="Alva", surname="Ek"))
    del row["phone"]
    assert codec(Person).decode_mapping(row) == Person(id="1", given_name="Alva", surname="Ek")
    with pytest.raises(ValueError, match="unknown"):
        codec(Person).decode_mapping(row | {"shoe_size": 41})
    del row["surname"]
    with pytest.raises(ValueError, match="missing"):
        codec(Person).decode_mapping(row)


def test_only_types_that_can_be_read_back_are_taken() -> None:
    @dataclasses.dataclass(frozen=True)
    class Odd:
        pair: tuple[int, str]

    with pytest.raises(TypeError, match="cannot store"):
        Codec(Odd)


def test_enumerations_come_back_as_enumerations_even_inside_json() -> None:
    group = Meeting(
        id="1", body_id="2", day=date(2031, 3, 4), group_meetings=(GroupMeeting(parties=("S",), room="A"),)
    )
    row = codec(Meeting).encode(group)
    assert codec(Meeting).decode([*row.values()]).group_meetings[0].parties == ("S",)
    assert isinstance(Role("chair"), Role)
