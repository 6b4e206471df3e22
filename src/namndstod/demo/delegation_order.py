"""The made-up committee's delegationsordning: it fits the decisions of `delegated`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from namndstod.domain.delegation import Delegate, DelegateKind, DelegationPoint
from namndstod.domain.records import Appeal

SINCE = date(2023, 1, 1)
RAISED = date(2025, 1, 1)
"""From this day point 3.2 reads as it does now: the limit was raised."""


def _point(number: str, text: str, **fields: object) -> DelegationPoint:
    blank = DelegationPoint(id="", body_id="", number=number, position=0, text=text, valid_from=SINCE)
    return replace(blank, **fields)  # type: ignore[arg-type]


def _delegate(kind: DelegateKind, title: str, name: str = "", **fields: object) -> Delegate:
    blank = Delegate(id="", point_id="", position=0, kind=kind, title=title, name=name, valid_from=SINCE)
    return replace(blank, **fields)  # type: ignore[arg-type]


_CHAIR = _delegate(DelegateKind.CHAIR, "Ordförande")
_HEAD = _delegate(DelegateKind.MANAGER, "Utvecklingschef", "Tor Bergqvist", id="head")
_UNIT = _delegate(DelegateKind.EMPLOYEE, "Enhetschef", given_by="head")
_OFFICER = _delegate(DelegateKind.EMPLOYEE, "Handläggare", given_by="head", max_amount=30_000)

POINTS: tuple[tuple[DelegationPoint, tuple[Delegate, ...]], ...] = (
    (
        _point(
            "1.1",
            "Besluta på nämndens vägnar i ärenden som är så brådskande att nämndens avgörande inte kan "
            "avvaktas.",
            urgent=True,
            law="6 kap. 39 § kommunallagen",
        ),
        (_CHAIR,),
    ),
    (
        _point(
            "2.1",
            "Avge yttranden över remisser som inte är av principiell betydelse eller annars av större vikt.",
            appeal=Appeal.NONE,
        ),
        (_CHAIR, _HEAD),
    ),
    (
        _point(
            "3.2",
            "Bevilja mikrobidrag och konsultstöd till företag.",
            kinds=("Mikrobidrag", "Konsultstöd"),
            max_amount=50_000,
            terms="Stödet ryms i nämndens budget för företagsstöd.",
        ),
        (_HEAD, _UNIT, _OFFICER),
    ),
    (
        _point(
            "3.3",
            "Bevilja såddbidrag och stöd till kommersiell service.",
            kinds=("Såddbidrag", "Stöd till kommersiell service"),
            max_amount=250_000,
        ),
        (_HEAD,),
    ),
    (
        _point(
            "3.4",
            "Bevilja medel till projekt för regional utveckling.",
            kinds=("Projektmedel",),
            max_amount=300_000,
            terms="Högst hälften av projektets kostnader.",
        ),
        (_HEAD,),
    ),
    (
        _point(
            "4.1",
            "Anställa medarbetare på förvaltningen.",
            law="Lagen (1982:80) om anställningsskydd",
            reported=False,
        ),
        (_HEAD, _delegate(DelegateKind.EMPLOYEE, "Enhetschef", given_by="head")),
    ),
)
RAISED_TO = 100_000
