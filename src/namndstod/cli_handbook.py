"""The command that writes the handbook as a file to print."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add «handbok» to the command line."""
    command = commands.add_parser("handbok", help="skriv handboken som PDF")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="UT.pdf")
    command.set_defaults(command=_run)


def _run(options: argparse.Namespace) -> int:
    if options.output.suffix.casefold() != ".pdf":
        print(f"namndstod: {options.output.name} ska sluta på .pdf.", file=sys.stderr)
        return 2
    from .documents.layout import draw
    from .services.handbook import handbook
    from .services.handbook_paper import handbook_paper
    from .services.writing import write_file

    write_file(options.output, draw(handbook_paper(handbook())).pdf)
    return 0
