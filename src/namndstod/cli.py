"""The command line, and the entry points of the window.

Prints UTF-8. Exit code 1 for bad input or a damaged binder, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__, cli_handbook
from .cli_exporting import add_command
from .cli_reading import add_commands

if TYPE_CHECKING:
    from .domain.findings import Finding
    from .domain.records import MeetingState, PaperKind
    from .domain.view import MeetingView
    from .services.reading import MeetingSummary
    from .services.session import Session
    from .services.workplace import Workplace
    from .storage.check import Damage

    Report = Sequence[tuple[MeetingSummary, Sequence[Finding]]]

PAPERS = (
    "kallelse",
    "foredragningslista",
    "foredragningspm",
    "handlingar",
    "protokoll",
    "protokoll-sekretess",
    "narvarolista",
    "omrostningslista",
    "utdrag",
    "anslag",
    "expedieringslista",
    "delegationslista",
    "sarskilt-protokollforda",
    "beslutsbrev",
    "arvodesunderlag",
)
# Of the next meeting; the others are of the last held.
_BEFORE = ("kallelse", "foredragningslista", "foredragningspm", "handlingar")
_EDITIONS = ("utan-sekretess", "webb", "sekretess")
# Papers that no edition is made of: one of a decision, of fees, and what is secret as a whole.
_ONE_EDITION = ("beslutsbrev", "arvodesunderlag", "protokoll-sekretess")
_ENDINGS = {"handlingar": (".pdf",), "arvodesunderlag": (".xlsx",)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; without a command the window opens."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--worker"]:
        from .worker import serve

        return serve()
    _print_utf8()
    parser = _parser()
    options = parser.parse_args(given)
    if options.self_test:
        from .self_test import run_self_test

        return run_self_test(not options.no_window, options.report)
    if options.command is None:
        from .startup import start_window

        return start_window(options.binder)
    return _report_known_errors(options)


def main_window() -> int:
    """Open the window with no console (sys.stdout is None), on the binder that was double-clicked."""
    arguments = sys.argv[1:]
    if arguments and arguments[0].startswith("--"):
        return main(arguments)
    from .startup import start_window

    return start_window(Path(arguments[0]) if arguments else None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="namndstod",
        description="Från kallelse till justerat protokoll. Utan kommando öppnas fönstret.",
    )
    parser.add_argument("--version", action="version", version=f"Nämndstöd {__version__}")
    parser.add_argument("--self-test", action="store_true", help="pröva installationen")
    parser.add_argument("--no-window", action="store_true", help="pröva allt utom fönstret (--self-test)")
    parser.add_argument("--report", type=Path, metavar="FIL", help="skriv självtestet till en fil också")
    parser.set_defaults(command=None, binder=None)
    commands = parser.add_subparsers(metavar="KOMMANDO")

    window = commands.add_parser("open", help="öppna fönstret på en pärm")
    window.add_argument("binder", type=Path, metavar="PÄRM")

    demo = commands.add_parser("demo", help="gör en pärm med en påhittad region")
    demo.add_argument("binder", type=Path, metavar="PÄRM")
    demo.add_argument("--json", action="store_true", help="skriv JSON")
    demo.set_defaults(command=_demo)

    make = commands.add_parser("make", help="gör ett dokument")
    make.add_argument("paper", choices=PAPERS, metavar="|".join(PAPERS))
    make.add_argument("binder", type=Path, metavar="PÄRM")
    make.add_argument("--namnd", metavar="NAMN", help="behövs när pärmen har flera nämnder")
    make.add_argument("--datum", type=_date, metavar="ÅÅÅÅ-MM-DD")
    make.add_argument(
        "--paragraf",
        type=int,
        action="append",
        metavar="N",
        help="bara denna paragraf, flera gånger för flera (utdrag, anslag, omrostnings-, expedieringslista)",
    )
    make.add_argument("--arende", type=int, metavar="N", help="ärendets nummer på listan (foredragningspm)")
    make.add_argument(
        "-o", "--output", type=Path, required=True, metavar="UT.pdf", help=".pdf eller .docx; arvoden .xlsx"
    )
    make.add_argument(
        "--utgava", choices=_EDITIONS, help="utan det som är sekretessmarkerat, eller för webben"
    )
    make.add_argument("--dnr", metavar="DNR", help="delegationsbeslutets diarienummer (beslutsbrev)")
    make.set_defaults(command=_make)

    check = commands.add_parser("check", help="kontrollera pärmen och alla öppna sammanträden")
    check.add_argument("binder", type=Path, metavar="PÄRM")
    check.add_argument("--json", action="store_true", help="skriv JSON")
    check.set_defaults(command=_check)
    add_command(commands, _date, _person)
    add_commands(commands)
    cli_handbook.add_command(commands)
    return parser


def _report_known_errors(options: argparse.Namespace) -> int:
    from .domain.errors import EnvironmentProblem, NamndstodError

    try:
        return int(options.command(options))
    except NamndstodError as error:
        print(f"namndstod: {error}", file=sys.stderr)
        if isinstance(error, EnvironmentProblem) and error.way_on:
            print(error.way_on, file=sys.stderr)
        return 1


def _demo(options: argparse.Namespace) -> int:
    from .demo import make_demo
    from .domain.swedish import counted
    from .services.reading import meetings
    from .services.workplace import open_workplace

    database = make_demo(options.binder)
    workplace = open_workplace(database, _person(), read_only=True)
    try:
        found = sorted(workplace.session.ask(meetings), key=lambda s: s.meeting.day)
        if options.json:
            rows = [
                {"date": s.meeting.day.isoformat(), "committee": s.body_name, "state": s.meeting.state.value}
                for s in found
            ]
            print(json.dumps({"binder": str(database), "meetings": rows}, ensure_ascii=False, indent=1))
            return 0
        for summary in found:
            items = counted(summary.items, "ärende", "ärenden").replace("\u00a0", " ")
            day, state = summary.meeting.day.isoformat(), _state(summary.meeting.state)
            print(f"{day} {summary.body_name}, {state}, {items}")
        return 0
    finally:
        workplace.close()


def _make(options: argparse.Namespace) -> int:
    from .domain.records import PaperKind
    from .services.workplace import open_workplace

    kind = PaperKind(options.paper)
    unfit = _what_does_not_go_together(options, kind)
    if unfit:
        print(f"namndstod: {unfit}", file=sys.stderr)
        return 2
    make = {PaperKind.LETTER: _made_letter, PaperKind.RECORDED: _made_record}.get(kind, _made_of_meeting)
    workplace = open_workplace(options.binder, _person(), read_only=True)
    try:
        make(workplace, options)
        return 0
    finally:
        workplace.close()


def _what_does_not_go_together(options: argparse.Namespace, kind: PaperKind) -> str:
    """Return, in Swedish, why these choices make no paper; nothing when they do."""
    from .domain.records import PaperKind

    endings = _ENDINGS.get(options.paper, (".pdf", ".docx"))
    of_sections = (PaperKind.VOTES, PaperKind.EXTRACT, PaperKind.NOTICE, PaperKind.DISPATCHES)
    if options.output.suffix.casefold() not in endings:
        return f"{options.output.name} ska sluta på {' eller '.join(endings)}."
    if options.paragraf is not None and kind not in of_sections:
        return f"--paragraf gäller bara {', '.join(k.value for k in of_sections)}."
    if (options.arende is not None) != (kind is PaperKind.MEMORANDUM):
        return "--arende hör till foredragningspm, som behöver det."
    if (options.dnr is not None) != (kind is PaperKind.LETTER):
        return "--dnr hör till beslutsbrev, som behöver det."
    if options.utgava is not None and options.paper in _ONE_EDITION:
        return f"{options.paper} finns bara i en utgåva: utelämna --utgava."
    if options.utgava == "sekretess" and kind is not PaperKind.PACKET:
        return "--utgava sekretess gäller bara handlingar; för protokollet: protokoll-sekretess."
    if options.utgava == "utan-sekretess" and kind is PaperKind.RECORDED:
        return f"{options.paper} finns hel eller med --utgava webb."
    return ""


def _made_letter(workplace: Workplace, options: argparse.Namespace) -> None:
    from .services.delegation.decisions import letter_by_number
    from .services.writing import write_file

    letter, papers = workplace.session.ask(letter_by_number, options.dnr), workplace.papers
    write_file(options.output, papers.letter_word(letter) if _is_word(options) else papers.letter(letter).pdf)


def _made_record(workplace: Workplace, options: argparse.Namespace) -> None:
    from .services.delegation.recorded import record_of_day
    from .services.writing import write_file

    papers = workplace.papers
    record = workplace.session.ask(record_of_day, options.datum, options.namnd)
    tree = papers.recorded_tree(record.public() if options.utgava == "webb" else record)
    write_file(options.output, papers.as_word(tree) if _is_word(options) else papers.draw(tree).pdf)


def _made_of_meeting(workplace: Workplace, options: argparse.Namespace) -> None:
    from .domain.records import PaperKind
    from .services.writing import write_file

    kind, papers = PaperKind(options.paper), workplace.papers
    view = _meeting(workplace.session, options.paper, options.namnd, options.datum)
    of = tuple(_section(view, number) for number in options.paragraf or ())
    if options.arende is not None:
        of = (_item(view, options.arende),)
    if options.utgava is not None:
        view = _edition(workplace, view, options.utgava)
    if options.output.suffix.casefold() == ".xlsx":
        made = papers.fees(view)
    elif _is_word(options):
        made = papers.word(kind, view, of)
    else:
        made = papers.pdf(kind, view, of).pdf
    write_file(options.output, made)


def _is_word(options: argparse.Namespace) -> bool:
    return bool(options.output.suffix.casefold() == ".docx")


def _edition(workplace: Workplace, view: MeetingView, name: str) -> MeetingView:
    """Return the meeting as that edition shows it. Raises RuleBroken when it may not be published yet."""
    from .domain.editions import Edition, edition_of

    editions = (Edition.WITHOUT_SECRET, Edition.PUBLIC, Edition.SECRET_ONLY)
    edition = dict(zip(_EDITIONS, editions, strict=True))[name]
    if edition is Edition.PUBLIC:
        workplace.public_edition.require(view)
    return edition_of(view, edition)


def _section(view: MeetingView, number: int) -> str:
    """Return the id of the § with that number. Raises NotFound when the meeting has none."""
    from .domain.errors import NotFound

    found = next((s.section.id for s in view.sections if s.number == number), None)
    if found is None:
        raise NotFound(f"Sammanträdet {view.meeting.day.isoformat()} har ingen § {number}.")
    return found


def _item(view: MeetingView, number: int) -> str:
    """Return the id of the item with that number on the list. Raises NotFound when there is none."""
    from .domain.errors import NotFound

    found = next((i.item.id for i in view.items if i.item.number == number), None)
    if found is None:
        raise NotFound(f"Sammanträdet {view.meeting.day.isoformat()} har inget ärende {number}.")
    return found


def _check(options: argparse.Namespace) -> int:
    from .domain.findings import check
    from .services.reading import meeting_view, meetings
    from .services.workplace import open_workplace
    from .storage.check import check as check_binder

    workplace = open_workplace(options.binder, _person(), read_only=True)
    try:
        session = workplace.session
        damage = check_binder(session.binder)
        report = []
        for summary in sorted(session.ask(meetings), key=lambda s: s.meeting.day):
            view = session.ask(meeting_view, summary.meeting.id)
            found = check(view, session.today) if _unfinished(view) else ()
            report.append((summary, found))
        if options.json:
            print(json.dumps(_check_json(damage, report), ensure_ascii=False, indent=1))
        else:
            _print_check(damage, report)
        return 1 if damage else 0
    finally:
        workplace.close()


def _check_json(damage: Sequence[Damage], report: Report) -> dict[str, object]:
    return {
        "damage": [d.message for d in damage],
        "meetings": [
            {
                "date": summary.meeting.day.isoformat(),
                "committee": summary.body_name,
                "state": summary.meeting.state.value,
                "findings": [
                    {"code": f.code, "severity": f.severity.value, "message": f.message, "source": f.source}
                    for f in found
                ],
            }
            for summary, found in report
        ],
    }


def _print_check(damage: Sequence[Damage], report: Report) -> None:
    from .domain.swedish import counted, plain

    for problem in damage:
        print(f"SKADA {problem.message} {problem.detail}".rstrip())
    for summary, found in report:
        meeting = summary.meeting
        notes = counted(len(found), "anmärkning", "anmärkningar") if found else "inga anmärkningar"
        print(plain(f"{meeting.day.isoformat()} {summary.body_name}, {_state(meeting.state)}, {notes}"))
        for finding in found:
            source = f" ({finding.source})" if finding.source else ""
            print(plain(f"  {_SEVERITY[finding.severity.value]}: {finding.message}{source}"))
    print("Pärmen är skadad." if damage else "Pärmen är hel.")


def _unfinished(view: MeetingView) -> bool:
    from .domain.records import MeetingState

    return view.meeting.state not in (MeetingState.APPROVED, MeetingState.CANCELLED)


def _meeting(session: Session, paper: str, committee: str | None, day: date | None) -> MeetingView:
    """Return the meeting that the command means. Raises NotFound when there is none or more than one."""
    from .services.reading import choose_meeting, meeting_view

    chosen = session.ask(choose_meeting, session.today, committee, day, paper in _BEFORE)
    return session.ask(meeting_view, chosen.id)


def _state(state: MeetingState) -> str:
    from .domain.states import NAMES

    return NAMES[state]


_SEVERITY = {"block": "måste åtgärdas", "warn": "se över", "inform": "för kännedom"}


def _person() -> str:
    """Return the name of who runs the program, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "okänd"


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} är inget datum: skriv ÅÅÅÅ-MM-DD") from error


def _print_utf8() -> None:
    """Let consoles with another encoding (cp1252) show Swedish; there is no console under pythonw."""
    os.environ.setdefault("PYTHONUTF8", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
