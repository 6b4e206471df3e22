"""The commands that read papers of others: what an import would take in, changing nothing."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .domain.intake.source import Source

    Answer = tuple[dict[str, object], str]  # as JSON, and as a Swedish report


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the reading commands to those of the command line."""
    for name, told, read in (
        ("read-kallelse", "läs en kallelse med föredragningslista", _call),
        ("read-letter", "läs ett beslutsbrev", _letter),
        ("read-protokoll", "läs ett protokoll", _minutes),
    ):
        command = commands.add_parser(name, help=f"{told} (.docx, .pdf eller .txt)")
        command.add_argument("file", type=Path, metavar="FIL")
        command.add_argument("--json", action="store_true", help="skriv JSON")
        command.set_defaults(command=_reading(read))


def _reading(read: Callable[[Source], Answer]) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        from .exchange.sources import read_source

        try:
            data = options.file.read_bytes()
        except OSError as error:
            print(f"namndstod: {options.file} går inte att läsa: {error.strerror}.", file=sys.stderr)
            return 1
        found, report = read(read_source(data, options.file.name))
        print(json.dumps(found, ensure_ascii=False, indent=1) if options.json else report)
        return 0

    return run


def _call(source: Source) -> Answer:
    from .domain.intake.as_json import call_json
    from .domain.intake.calls import read_call
    from .domain.intake.reports import call_report

    found = read_call(source)
    return call_json(found), call_report(found)


def _letter(source: Source) -> Answer:
    from .domain.intake.as_json import letter_json
    from .domain.intake.letter_report import letter_report
    from .domain.intake.letters import read_letter

    found = read_letter(source)
    return letter_json(found), letter_report(found)


def _minutes(source: Source) -> Answer:
    from .domain.intake.as_json import minutes_json
    from .domain.intake.minutes import read_minutes
    from .domain.intake.reports import minutes_report

    found = read_minutes(source)
    return minutes_json(found), minutes_report(found)
