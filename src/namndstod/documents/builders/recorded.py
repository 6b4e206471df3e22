"""Särskilt protokollförda delegationsbeslut: their record with anslagsbevis (KL 8:10 p. 3)."""

from __future__ import annotations

from namndstod.domain.content import Block, Fields, Heading, Paper, Signature, Signatures
from namndstod.domain.deadlines import appeal_period
from namndstod.domain.delegation import called
from namndstod.domain.delegation_lists import group_text, groups
from namndstod.domain.recorded import RecordedView
from namndstod.domain.records import BlockKind
from namndstod.domain.swedish import genitive, iso_date, listed
from namndstod.domain.texts import Draft

from .common import Images, blocks_of, paragraph, sheet_of_body
from .delegated import listed_table
from .front_page import certificate

_NAME = "Delegationsbeslut"
_TITLE = "Särskilt protokollförda delegationsbeslut"


def recorded_paper(view: RecordedView, images: Images) -> Paper:
    """Return the record of a day with its anslagsbevis. Days not known are left to be filled in."""
    term, day = view.term, iso_date(view.day)
    lines = tuple(Draft(BlockKind.NUMBERED, f"{group_text(g)}.", 0) for g in groups(view.decisions))
    blocks: list[Block] = [
        Heading(1, _TITLE, anchor="delegationsbeslut", in_contents=True),
        paragraph(
            f"Följande beslut är fattade på {genitive(term.short_name)} vägnar med stöd av delegation. "
            f"De kan överklagas och anmäls inte till {term.short_name}. De protokollförs därför särskilt och "
            "tillkännages på den digitala anslagstavlan (8 kap. 10 § kommunallagen)."
        ),
        *blocks_of(lines),
        listed_table(view.decisions),
        Fields((("Nämnd", (paragraph(term.name),)), ("Protokollfört", (paragraph(day),)))),
        Signatures((Signature("Vid protokollet", ""),)),
        certificate("De protokollförda besluten har tillkännagivits genom anslag.", _facts(view)),
    ]
    return sheet_of_body(term, images, _NAME, f"{_TITLE} {term.name} {day}", blocks, f"{_NAME} {day}")


def _facts(view: RecordedView) -> tuple[tuple[str, str], ...]:
    posted = view.announced_on
    down = f"tidigast {iso_date(appeal_period(posted).may_come_down)}" if posted is not None else ""
    facts = [
        ("Organ, protokollfört", f"{view.term.name}, {iso_date(view.day)}"),
        ("Datum för anslags uppsättande", iso_date(posted) if posted is not None else ""),
        ("Datum för anslags nedtagande", down),
        ("Förvaringsplats för protokollet", view.term.customs.storage_place),
    ]
    if view.last_day is not None:
        facts.append(("Sista dag att överklaga", iso_date(view.last_day)))
    if view.administrative:
        which = listed([called(d) for d in view.administrative])
        facts.append(
            ("Förvaltningsbesvär", f"{which}: tre veckor från den dag då parten fick del av beslutet")
        )
    return tuple(facts)
