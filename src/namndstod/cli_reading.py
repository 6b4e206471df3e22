"""The commands that read papers of others: what an import would take in, changing nothing."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .domain.intake.delegated.report import Judged
    from .domain.intake.sheets import Workbook
    from .domain.intake.source import Source
    from .services.delegation.planning import DelegationPlan

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
    delegation = commands.add_parser(
        "read-delegation",
        help="läs en lista över delegationsbeslut (.xlsx, .xlsm, .xls, .ods eller .csv); inget ändras",
    )
    delegation.add_argument("file", type=Path, metavar="FIL")
    delegation.add_argument("--json", action="store_true", help="skriv JSON")
    delegation.add_argument(
        "--parm", type=Path, metavar="PÄRM", help="pröva raderna mot pärmens delegationsordning"
    )
    delegation.add_argument("--namnd", metavar="NAMN", help="behövs när pärmen har flera nämnder")
    delegation.add_argument(
        "--att-ratta", type=Path, metavar="MAPP", help="lägg listan där med det som ska rättas (med --parm)"
    )
    delegation.set_defaults(command=_delegation)


def _reading(read: Callable[[Source], Answer]) -> Callable[[argparse.Namespace], int]:
    def run(options: argparse.Namespace) -> int:
        found, report = read(_source(options.file))
        print(json.dumps(found, ensure_ascii=False, indent=1) if options.json else report)
        return 0

    return run


def _source(path: Path) -> Source:
    """Return the lines of a file. Raises NamndstodError when there is none, or nothing in it to read."""
    from .exchange.sources import read_source

    return read_source(_bytes(path), path.name)


def _bytes(path: Path) -> bytes:
    from .domain.errors import NotFound

    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(f"{path} går inte att öppna: {error.strerror or error}.") from error


def _delegation(options: argparse.Namespace) -> int:
    """Print what is understood of a list; with a binder, what its delegationsordning says of each row too."""
    from .domain.intake.delegated.report import delegated_json, delegated_text
    from .domain.intake.delegated.understanding import read_delegated
    from .exchange.workbooks.reading import read_workbook

    data = _bytes(options.file)
    workbook = read_workbook(data, options.file.name)
    rules: tuple[Judged, ...] = ()
    if options.parm is None:
        if options.namnd is not None or options.att_ratta is not None:
            print("namndstod: --namnd och --att-ratta hör till --parm.", file=sys.stderr)
            return 2
        found = read_delegated(workbook)
    else:
        planned = _by_the_order(workbook, options.parm, options.namnd)
        found, rules = planned.found, _judged(planned)
        if options.att_ratta is not None:
            _to_be_mended(data, options.file.name, planned, options.att_ratta)
    if options.json:
        print(json.dumps(delegated_json(found, rules), ensure_ascii=False, indent=1))
    else:
        print(delegated_text(found, rules))
    return 0


def _by_the_order(workbook: Workbook, binder: Path, committee: str | None) -> DelegationPlan:
    """Return how a list stands to a binder: its columns are as remembered there."""
    from .domain.intake.delegated.understanding import read_delegated
    from .services.delegation.mappings import mappings_of
    from .services.delegation.planning import plan
    from .services.reading import choose_body
    from .services.workplace import open_workplace

    workplace = open_workplace(binder, "", read_only=True)
    try:
        session = workplace.session
        body_id = session.ask(choose_body, session.today, committee)
        found = read_delegated(workbook, session.ask(mappings_of, body_id, workbook.author))
        return session.ask(plan, body_id, found, session.today)
    finally:
        workplace.close()


def _judged(planned: DelegationPlan) -> tuple[Judged, ...]:
    from .domain.findings.finding import Severity
    from .domain.intake.delegated.report import ERROR, OK, WARNING, Judged

    status = {Severity.BLOCK: ERROR, Severity.WARN: WARNING, Severity.INFORM: OK}
    return tuple(
        Judged(
            max((status[f.severity] for f in row.findings), key=(OK, WARNING, ERROR).index, default=OK),
            tuple(f"Rad {row.found.source_row}: {f.message}" for f in row.findings),
        )
        for row in planned.rows
    )


def _to_be_mended(data: bytes, name: str, planned: DelegationPlan, folder: Path) -> None:
    """Write the list with what the sender is to mend into a folder, and say where."""
    from .services.delegation.marking import marked, marks_of
    from .services.writing import write_file

    made = marked(data, name, marks_of(planned))
    write_file(folder / made.name, made.data)
    print(" ".join(filter(None, (f"Skrev {folder / made.name}.", made.reason))), file=sys.stderr)


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
