"""Rules 35–38 for rows of delegated decisions: for each, rows that keep it and rows that break it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from namndstod.domain.delegation import DelegateKind
from namndstod.domain.delegation_order import Order, point_key
from namndstod.domain.findings import Severity
from namndstod.domain.findings.delegated import Known, KnownDecision, RowFinding, judge_rows
from namndstod.domain.findings.delegated_rules import CASE_RULES
from namndstod.domain.findings.delegated_who import name_fits
from namndstod.domain.records import Appeal

from .delegating import (
    DAY,
    DELEGATES,
    KNOWN,
    MEETINGS,
    ORDER,
    POINTS,
    TODAY,
    about,
    about_list,
    delegate,
    point,
    row,
    said,
    stored,
)

LATER = date(2027, 5, 1)
Found = Callable[[], list[RowFinding]]
W, B, I = Severity.WARN, Severity.BLOCK, Severity.INFORM  # noqa: E741

BROKEN: dict[str, tuple[Found, Severity, str, str]] = {
    "point_unknown": (
        lambda: about(row(point="3.7")),
        B,
        "point",
        "Punkt 3.7 finns inte i delegationsordningen 2027-03-02.",
    ),
    "point_unknown that day": (
        lambda: about(row(point="3.4")),
        B,
        "point",
        "Punkt 3.4 finns inte i delegationsordningen 2027-03-02: den gäller från 2027-04-01.",
    ),
    "no_delegation": (
        lambda: about(row(decided_by="Bo Al", decided_by_title="Enhetschef")),
        B,
        "decided_by",
        "Bo Al saknar delegation enligt punkt 3.2 2027-03-02.",
    ),
    "group_decided": (
        lambda: about(row(point="5.1", decided_by="Bidragsgruppen", decided_by_title="")),
        B,
        "decided_by",
        "Får inte delegeras. Punkt 5.1 ger delegation till en grupp anställda: bidragsgruppen.",
    ),
    "chain_invalid": (
        lambda: about(row(point="3.3", decided_by="Ulla Berg", decided_by_title="Enhetschef")),
        B,
        "decided_by",
        "Ogiltig delegationskedja. Punkt 3.3, enhetschef: bara förvaltningschefen får vidaredelegera.",
    ),
    "kind_outside": (
        lambda: about(row(kind="Såddbidrag")),
        B,
        "kind",
        "Punkt 3.2 omfattar inte Såddbidrag, bara Mikrobidrag eller Konsultstöd.",
    ),
    "not_for_urgent": (
        lambda: about(row(urgent=True), known=Known()),
        W,
        "point",
        "Punkt 3.2 gäller inte brådskande ärenden.",
    ),
    "title_unknown": (
        lambda: about(row(decided_by="Bo Al", decided_by_title="")),
        W,
        "decided_by_title",
        "Titel saknas: det går inte att se om Bo Al är områdeschef (punkt 3.2).",
    ),
    "over_limit": (
        lambda: about(row(amount=250_000)),
        B,
        "amount",
        "Beloppet 250\u00a0000\u00a0kronor är över gränsen 200\u00a0000\u00a0kronor i punkt 3.2.",
    ),
    "over_limit of one's own": (
        lambda: about(row(amount=60_000, decided_by="Malin Sjögård", decided_by_title="")),
        B,
        "amount",
        "Beloppet 60\u00a0000\u00a0kronor är över gränsen 50\u00a0000\u00a0kronor för handläggare "
        "Malin Sjögård i punkt 3.2.",
    ),
    "amount_missing": (
        lambda: about(row(amount=None)),
        W,
        "amount",
        "Belopp saknas: gränsen 200\u00a0000\u00a0kronor i punkt 3.2 kan inte prövas.",
    ),
    "missing_diary_number": (
        lambda: about(row(diary_number="")),
        W,
        "diary_number",
        "Diarienummer saknas.",
    ),
    "missing_day": (lambda: about(row(decided_on=None)), W, "decided_on", "Beslutsdatum saknas."),
    "missing_decider": (
        lambda: about(row(decided_by="", decided_by_title="")),
        W,
        "decided_by",
        "Beslutsfattare saknas.",
    ),
    "missing_point": (lambda: about(row(point="")), W, "point", "Punkt i delegationsordningen saknas."),
    "in_future": (
        lambda: about(row(decided_on=date(2027, 4, 2))),
        W,
        "decided_on",
        "Beslutsdatum 2027-04-02 har inte varit än.",
    ),
    "reported_late": (
        lambda: about(row(), today=LATER),
        W,
        "decided_on",
        "Beslutet skulle ha anmälts 2027-04-15.",
    ),
    "urgent_due": (
        lambda: about(stored(point="1.1", decided_by_title="Ordförande", urgent=True)),
        W,
        "decided_on",
        "Ordförandebeslut 27RG1 ska anmälas 2027-04-15.",
    ),
    "twice": (lambda: about(row(1), row(1)), W, "diary_number", "Beslutet 27RG1 står också på rad 4."),
    "twice in the register": (
        lambda: about(row(1), known=register(KnownDecision("x", "27RG 1", "mikrobidrag", "3,2", 30_000))),
        W,
        "diary_number",
        "Beslutet 27RG1 finns redan i registret.",
    ),
    "number_shared": (
        lambda: about(row(1), row(1, amount=5_000)),
        I,
        "diary_number",
        "Diarienummer 27RG1 har också ett annat beslut på rad 4.",
    ),
    "same_serial": (
        lambda: about(row(1, serial="D 4/2027"), row(2, serial="D 4/2027")),
        W,
        "serial",
        "Löpnummer D 4/2027 står också på rad 4.",
    ),
    "series_gap": (
        lambda: about_list(row(1, serial="D 14/2027"), row(2, serial="D 17/2027")),
        W,
        "serial",
        "Nummer 15–16 saknas i serien D …/2027.",
    ),
    "missing_day in every row": (
        lambda: about_list(row(1, decided_on=None), row(2, decided_on=None)),
        W,
        "decided_on",
        "Beslutsdatum saknas på alla rader.",
    ),
    "not_recorded": (
        lambda: about_list(stored(1), stored(2), stored(3, item_id="item"), known=held(), today=LATER),
        W,
        "",
        "2\u00a0delegationsbeslut är varken anmälda eller särskilt protokollförda.",
    ),
}


def register(*decisions: KnownDecision) -> Known:
    return replace(KNOWN, decisions=decisions)


def held() -> Known:
    return replace(KNOWN, reported={"item": MEETINGS[1]})


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_rule_is_told(case: str) -> None:
    spoil, severity, field, message = BROKEN[case]
    (found,) = spoil()
    assert found.code == case.split()[0]
    assert (found.severity, found.field, found.message) == (severity, field, message)
    assert found.source


def test_every_rule_about_who_decides_is_broken_above() -> None:
    assert {rule.code for rule in CASE_RULES} <= {case.split()[0] for case in BROKEN}


KEPT: dict[str, Found] = {
    "all is well": lambda: about(row()),
    "within one's own limit": lambda: about(row(amount=50_000, decided_by="Malin Sjögård")),
    "at the limit": lambda: about(row(amount=200_000)),
    "without a limit": lambda: about(row(point="3.3", amount=None)),
    "a kind that goes on": lambda: about(row(kind="Mikrobidrag start")),
    "point written otherwise": lambda: about(row(point="punkt 3,2")),
    "acting": lambda: about(row(decided_by="Bo Al", decided_by_title="tf områdeschef")),
    "title of the register": lambda: about(row(decided_by="Karin Ek", decided_by_title="")),
    "title in the name": lambda: about(row(decided_by="Bo Al, områdeschefen", decided_by_title="")),
    "nothing but a title": lambda: about(row(decided_by="", decided_by_title="Områdeschef")),
    "in force from that day": lambda: about(row(point="3.4", decided_on=date(2027, 4, 1)), order=later()),
    "in time": lambda: about(stored(item_id="item"), known=held(), today=LATER),
    "too late for the list of that meeting": lambda: about(row(decided_on=date(2027, 4, 10)), today=LATER),
    "recorded instead": lambda: about(stored(recorded_on=DAY), today=LATER),
    "urgent, reported at the next meeting": lambda: about(
        stored(point="1.1", decided_by_title="Ordförande", urgent=True, item_id="item"),
        known=held(),
        today=LATER,
    ),
    "urgent, reported the day it was decided": lambda: about(
        stored(
            point="1.1", decided_by_title="Ordförande", urgent=True, item_id="item", decided_on=MEETINGS[1]
        ),
        known=replace(held(), meetings=(*MEETINGS, LATER)),
        today=LATER,
    ),
    "two with numbers of their own": lambda: about(row(1), row(2)),
    "a series": lambda: about_list(row(1, serial="D 14/2027"), row(2, serial="D 15/2027")),
    "a series that goes on": lambda: about_list(
        row(1, serial="D 15/2027"), known=register(KnownDecision("x", "27RG9", serial="D 14/2027"))
    ),
    "all are reported": lambda: about_list(stored(1, item_id="item"), known=held(), today=LATER),
    "cannot be appealed": lambda: about_list(stored(appeal=Appeal.NONE), known=held(), today=LATER),
    "its own in the register": lambda: about(
        stored(1), known=register(KnownDecision("d1", "27RG1", "Mikrobidrag", "3.2", 30_000))
    ),
}


def later() -> Order:
    return Order((*POINTS, point("3.4b")), (*DELEGATES, delegate("3.4", "Områdeschef")))


@pytest.mark.parametrize("case", KEPT)
def test_a_kept_rule_is_quiet(case: str) -> None:
    assert said(KEPT[case]()) == []


def test_an_urgent_decision_is_by_the_point_about_those() -> None:
    urgent = row(point="", urgent=True, decided_by="Ada Berg", decided_by_title="Nämndens ordförande")
    (due,) = about(urgent)
    assert (due.code, due.severity) == ("urgent_due", Severity.INFORM)  # it goes to that meeting
    assert [f.code for f in about(urgent._replace(decided_by_title="Vice ordförande"))] == [
        "no_delegation",
        "urgent_due",
    ]


def test_without_a_delegationsordning_only_that_is_told_once() -> None:
    rows = [row(1), row(2, point="9.9")]
    assert judge_rows(rows, Order(), KNOWN, TODAY) == [(), ()]


@pytest.mark.parametrize(
    "written",
    [
        "Karin Ek",
        "Ek, Karin",
        "KARIN EK",
        "K. Ek",
        "Karin Maria Ek",
        "områdeschef Karin Ek",
        "Ek",
        "Karin  Ék",
    ],
)
def test_a_name_is_known_however_it_is_written(written: str) -> None:
    assert name_fits(written, "Karin Maria Ek")


@pytest.mark.parametrize("other", ["Karin Al", "B. Ek", "Bo Ek", "Karin", "Ekberg"])
def test_another_name_is_another(other: str) -> None:
    assert not name_fits(other, "Karin Maria Ek")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("punkt 3.2", "3.2"),
        ("3,2", "3.2"),
        ("P. 3.2 Företagsstöd", "3.2"),
        ("§ 3.2 a", "3.2a"),
        ("A 12", "a12"),
        ("3.20", "3.20"),
        ("Övrigt", "övrigt"),
    ],
)
def test_the_number_of_a_point_is_compared_in_one_form(written: str, key: str) -> None:
    assert point_key(written) == key


def test_a_day_has_the_point_and_the_delegates_of_that_day() -> None:
    first = point("3.2", id="old", text="Förut.", valid_to=date(2026, 12, 31))
    order = Order(
        (first, point("3.2", id="new", valid_from=date(2027, 1, 1))),
        (delegate("old", "Chef"), delegate("new", "Chef", valid_from=date(2027, 2, 1))),
    )
    on = order.point("3.2", date(2026, 12, 31))
    assert on is not None
    assert on.id == "old"
    assert [len(p.delegates) for p in order.on(date(2027, 1, 15))] == [0]
    assert [len(p.delegates) for p in order.on(date(2027, 2, 1))] == [1]
    assert [p.id for p in order.history("3.2")] == ["old", "new"]


@pytest.mark.parametrize(
    ("giver", "given"),
    [
        ({"kind": DelegateKind.MANAGER, "given_by": "9.1-Direktör"}, {}),  # two steps
        ({"kind": DelegateKind.CHAIR}, {}),  # not the förvaltningschef
        ({"kind": DelegateKind.MANAGER, "valid_to": date(2027, 1, 1)}, {}),  # no longer in force
        ({"kind": DelegateKind.MANAGER}, {"kind": DelegateKind.AUTOMATED}),  # not to an employee
        ({"kind": DelegateKind.MANAGER, "point_id": "3.3"}, {}),  # not by this point
    ],
)
def test_a_chain_is_broken_in_many_ways(giver: dict[str, object], given: dict[str, object]) -> None:
    order = Order(
        (*POINTS, point("9.1")),
        (
            delegate("9.1", "Direktör", kind=DelegateKind.MANAGER),
            replace(delegate("9.1", "Chef"), **giver),  # type: ignore[arg-type]
            delegate("9.1", "Strateg", given_by="9.1-Chef", **given),
        ),
    )
    (found,) = about(row(point="9.1", decided_by_title="Strateg"), order=order)
    assert found.message.startswith("Ogiltig delegationskedja.")
    assert not about(row(point="9.1", decided_by_title="Direktör"), order=order)
    assert ORDER.chain_is_valid(DELEGATES[1], DAY)
