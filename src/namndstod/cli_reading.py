"""The commands that read papers of others: what an import would take in, changing nothing."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .domain.intake.source import Source

    Answer = tuple[dict[str, object], str]  # as JSON, and as a Swedish report


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the reading commands to those of the command line."""
    for name, told, read in (
        ("read-pm", "läs ett FöredragningsPM eller en tjänsteskrivelse", _memorandum),
        ("read-kallelse", "läs en kallelse med föredragningslista", _call),
        ("read-letter", "läs ett beslutsbrev", _letter),
        ("read-protokoll", "läs ett protokoll", _minutes),
    ):
        command = commands.add_parser(name, help=f"{told} (.docx, .pdf eller .txt); inget ändras")
        command.add_argument("file", type=Path, metavar="FIL")
        command.add_argument("--json", action="store_true", help="skriv JSON")
        command.set_defaults(command=_reading(read))


def _reading(read: Callable[[Source], Answer]) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        found, report = read(_source(options.file))
        print(json.dumps(found, ensure_ascii=False, indent=1) if options.json else report)
        return 0

    return run


def _source(path: Path) -> Source:
    """Return the lines of a file. Raises NamndstodError when there is none, or nothing in it to read."""
    from .domain.errors import NotFound
    from .exchange.sources import read_source

    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotFound(f"{path} går inte att öppna: {error.strerror or error}.") from error
    return read_source(data, path.name)


def _memorandum(source: Source) -> Answer:
    from .domain.intake.as_json import memorandum_json
    from .domain.intake.as_text import memorandum_text
    from .domain.intake.memoranda import read_memorandum

    found = read_memorandum(source)
    return memorandum_json(found), memorandum_text(found)


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
