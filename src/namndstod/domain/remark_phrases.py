"""What the program writes of reservations, särskilda yttranden and notes (phrases of documents.md)."""

from __future__ import annotations

from .facts import Facts, SectionFacts
from .option_names import Names
from .options import Options
from .participation import entered, may_reserve, standing_aside
from .proceedings import Remark, RemarkKind, Reservation
from .records import BlockKind
from .swedish import listed, long_date
from .texts import Draft


def reservation_lines(facts: Facts, here: SectionFacts, options: Options) -> tuple[Draft, ...]:
    """Return one sentence for each reservation; nothing of those who may not make it (rule 19)."""
    names = Names(facts, here, options)
    lines = []
    for reservation in here.said.reservations:
        persons = may_reserve(reservation, here.presence, here.said)
        if persons:
            who = listed([facts.label(p) for p in persons])
            lines.append(f"{who} {_reserves(reservation, _held(reservation, persons, names))}.")
    return _paragraphs(lines)


def remark_lines(facts: Facts, here: SectionFacts) -> tuple[Draft, ...]:
    """Return who takes no part in the decision, then one sentence for each note and statement."""
    lines = []
    aside = standing_aside(here.presence, here.said)
    if aside:
        lines.append(f"{listed([facts.label(p) for p in aside])} deltar inte i beslutet.")
    for remark in entered(here.said.remarks):
        who = [facts.label(p) for p in remark.persons]
        if remark.parties:
            first = "Representanterna" if not who else "representanterna"
            who.append(f"{first} från {listed(remark.parties)}")
        if who:
            lines.append(f"{listed(who)} {_remarks(remark)}.")
    return _paragraphs(lines)


def _held(reservation: Reservation, persons: tuple[str, ...], names: Names) -> str:
    """What they hold by instead: «eget yrkande» where all of them yrkar it, else the option's name."""
    key = reservation.option
    if key is None:
        return ""
    holders = names.options.holders(key)
    return "eget yrkande" if set(persons) <= set(holders) else names.definite(key)


def _reserves(reservation: Reservation, held: str) -> str:
    favour = f" till förmån för {held}" if held else ""
    words = f" {reservation.words.strip().rstrip('.')}" if reservation.words.strip() else ""
    if not reservation.written:
        return f"reserverar sig mot beslutet{favour}{words}"
    appendix = f", bilaga {reservation.appendix}" if reservation.appendix is not None else ""
    against = " mot beslutet" if favour or words else ""
    return f"reserverar sig skriftligt{against}{favour}{words}{appendix}"


def _remarks(remark: Remark) -> str:
    words = remark.words.strip().rstrip(".")
    dated = f" från {long_date(remark.dated)}" if remark.dated else ""
    appendix = f", bilaga {remark.appendix}" if remark.appendix is not None else ""
    if remark.kind is RemarkKind.STATEMENT:
        return f"lämnar ett särskilt yttrande{dated}{appendix}"
    if words:
        return f"får till protokollet antecknat att {words}{appendix}"
    return f"antecknar som yttrande en skrivelse{dated}{appendix}"


def _paragraphs(lines: list[str]) -> tuple[Draft, ...]:
    return tuple(Draft(BlockKind.PARAGRAPH, line) for line in lines)
