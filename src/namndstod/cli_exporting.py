"""The command that writes what the binder holds as a workbook."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .services.session import Session


def add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    day: Callable[[str], date],
    person: Callable[[], str],
) -> None:
    """Add «export» to the command line; `day` reads a date, `person` says who runs the program."""
    from .domain.exports import ExportKind  # not for the process that reads papers

    kinds = tuple(str(kind) for kind in ExportKind)
    export = commands.add_parser("export", help="skriv en Excel-arbetsbok av det som står i pärmen")
    export.add_argument("kind", choices=kinds, metavar="|".join(kinds))
    export.add_argument("binder", type=Path, metavar="PÄRM")
    export.add_argument(
        "--namnd", metavar="NAMN", help="behövs för delegationsbeslut i en pärm med flera nämnder"
    )
    export.add_argument("--from", dest="first", type=day, metavar="ÅÅÅÅ-MM-DD", help="första dag")
    export.add_argument("--to", dest="last", type=day, metavar="ÅÅÅÅ-MM-DD", help="sista dag")
    export.add_argument(
        "--datum", type=day, metavar="ÅÅÅÅ-MM-DD", help="sammanträdets dag (delegationslista)"
    )
    export.add_argument(
        "--utgava",
        choices=("intern", "webb"),
        default="intern",
        help="webb: utan sekretess och personuppgifter",
    )
    export.add_argument("-o", "--output", type=Path, required=True, metavar="UT.xlsx")
    export.set_defaults(command=_run, person=person)


def _run(options: argparse.Namespace) -> int:
    wrong = _wrong_use(options)
    if wrong:
        print(f"namndstod: {wrong}", file=sys.stderr)
        return 2
    from .services.workplace import open_workplace
    from .services.writing import write_file

    workplace = open_workplace(options.binder, options.person(), read_only=True)
    try:
        write_file(options.output, _made(workplace.session, options))
        return 0
    finally:
        workplace.close()


def _wrong_use(options: argparse.Namespace) -> str:
    from .domain.exports import WITH_EDITIONS

    if options.output.suffix.casefold() != ".xlsx":
        return f"{options.output.name} ska sluta på .xlsx."
    if options.utgava == "webb" and options.kind not in WITH_EDITIONS:
        return f"{options.kind} finns bara i en utgåva: utelämna --utgava."
    if options.kind == "delegationslista" and (options.first or options.last):
        return "delegationslista gäller ett sammanträde: skriv --datum i stället för --from och --to."
    if options.datum and options.kind != "delegationslista":
        return "--datum gäller bara delegationslista: skriv --from och --to."
    if options.first and options.last and options.first > options.last:
        return "--from ska inte vara efter --to."
    return ""


def _made(session: Session, options: argparse.Namespace) -> bytes:
    from .domain.exports import OF_ONE_BODY, ExportKind
    from .services.exporting import make_export, make_list, report_period
    from .services.reading import choose_meeting, meeting_view

    kind, public = ExportKind(options.kind), options.utgava == "webb"
    if kind is ExportKind.LIST:
        meeting = session.ask(choose_meeting, session.today, options.namnd, options.datum, False)
        return make_list(session, session.ask(meeting_view, meeting.id), public=public)
    body_id = _body(session, options.namnd, one=kind in OF_ONE_BODY)
    first, last = options.first, options.last
    if kind is ExportKind.YEAR and body_id and not (first or last):
        first, last = session.ask(report_period, body_id, session.today)
    return make_export(session, kind, body_id, first, last, public=public)


def _body(session: Session, name: str | None, *, one: bool) -> str | None:
    """Return the id of the body that is meant; None for all. Raises NotFound."""
    from .services.reading import bodies, choose_body

    if name is None and not one and len(session.ask(bodies, session.today)) != 1:
        return None
    return session.ask(choose_body, session.today, name)
