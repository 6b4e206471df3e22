"""Lines of a file as plain values for JSON and back, to be sent between processes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from .source import Source, SourceLine

_DEFAULTS = {field.name: field.default for field in dataclasses.fields(SourceLine)}


def source_to_values(source: Source) -> dict[str, Any]:
    """Return a source as values that JSON holds; what a line does not have is left out."""
    return {
        "name": source.name,
        "lines": [_line_to_values(line) for line in source.lines],
        "furniture": [_line_to_values(line) for line in source.furniture],
        "pages": source.pages,
        "doubts": list(source.doubts),
    }


def source_from_values(values: Mapping[str, Any]) -> Source:
    """Return the source that these values were made of."""
    return Source(
        name=values["name"],
        lines=_lines(values["lines"]),
        furniture=_lines(values["furniture"]),
        pages=values["pages"],
        doubts=tuple(values["doubts"]),
    )


def _line_to_values(line: SourceLine) -> dict[str, Any]:
    values = ((name, getattr(line, name)) for name in _DEFAULTS)
    return {name: value for name, value in values if value != _DEFAULTS[name]}


def _lines(many: Iterable[Mapping[str, Any]]) -> tuple[SourceLine, ...]:
    return tuple(SourceLine(**{**one, "cells": tuple(one.get("cells", ()))}) for one in many)
