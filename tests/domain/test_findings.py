"""Each rule: one meeting that keeps it and one that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from namndstod.domain import findings
from namndstod.domain.findings import Finding, Place, Severity, Step
from namndstod.domain.findings.catalogue import RULES
from namndstod.domain.findings.engine import Rule, judge_all
from namndstod.domain.records import (
    BlockKind,
    BodyKind,
    ConversionState,
    ItemKind,
    MatterKind,
    MeetingState,
    Outcome,
    PresenceEvent,
    PresenceKind,
    TextBlock,
    TextRole,
)
from namndstod.domain.texts import drafts_of, fingerprint
from namndstod.domain.view import MeetingView

from .after_the_decision import SPOILED as AFTER_THE_DECISION
from .expedited import SPOILED as EXPEDITED
from .factory import DAY, NAMES, item, key, mandates, meeting, section
from .ill_worded import SPOILED as ILL_WORDED
from .ill_written import SPOILED as ILL_WRITTEN
from .reported_wrongly import SPOILED as REPORTED_WRONGLY
from .secrecy import SPOILED as SECRECY
from .who_serves import SPOILED as WHO_SERVES
from .with_clocks import SPOILED as WITH_CLOCKS
from .with_clocks import clocked
from .wrongly_decided import SPOILED as WRONGLY_DECIDED

GOOD = item(
    1, "Medel till hamnen", dnr="27RG1", clauses=("bevilja medel.",), documents=(ConversionState.DONE,)
)
BEFORE, AFTER = DAY - timedelta(days=30), DAY + timedelta(days=2)


def decision(text: str, **fields: object) -> TextBlock:
    values = {
        "id": "d",
        "role": TextRole.DECISION,
        "kind": BlockKind.PARAGRAPH,
        "position": 1,
        "section_id": "s1",
    }
    return TextBlock(**{**values, "edited": text, **fields})  # type: ignore[arg-type]


def held(**fields: object) -> MeetingView:
    given: dict[str, object] = {
        "state": MeetingState.CLOSED,
        "sections": [section(1, 1, "item1", Outcome.APPROVED)],
        "section_blocks": [decision("Nämnden beviljar medel.")],
    }
    return meeting(GOOD, **{**given, **fields})  # type: ignore[arg-type]


def found(view: MeetingView, code: str, today: date) -> list[Finding]:
    return [f for f in findings.check(view, today) if f.code == code]


def leaves(name: str, section_id: str) -> PresenceEvent:
    return PresenceEvent(
        id="go",
        meeting_id="meeting",
        person_id=key(name),
        kind=PresenceKind.LEAVES,
        position=90,
        section_id=section_id,
    )


def stale() -> MeetingView:
    written = decision("Gammalt", generated="Gammalt", edited="Ändrat", fingerprint="annat underlag")
    return held(section_blocks=[written])


SPOILED: dict[str, tuple[Callable[[], MeetingView], date, Severity]] = {
    "seats_unfilled": (lambda: meeting(GOOD, seats=7), BEFORE, Severity.WARN),
    "no_time_or_place": (lambda: _without_place(), BEFORE, Severity.WARN),
    "empty_list": (lambda: meeting(), BEFORE, Severity.WARN),
    "late_call": (lambda: meeting(GOOD), DAY - timedelta(days=2), Severity.WARN),
    "no_proposal": (lambda: meeting(item(1, "Medel", dnr="27RG1")), BEFORE, Severity.WARN),
    "no_diary_number": (lambda: meeting(item(1, "Medel", clauses=("bevilja.",))), BEFORE, Severity.INFORM),
    "same_diary_number": (lambda: meeting(GOOD, item(2, "Medel igen", dnr="27RG1")), BEFORE, Severity.WARN),
    "clause_ends": (
        lambda: meeting(item(1, "Medel", dnr="1", clauses=("bevilja medel", "meddela"))),
        BEFORE,
        Severity.INFORM,
    ),
    "no_documents": (
        lambda: meeting(item(1, "Medel", dnr="1", clauses=("bevilja.",))),
        BEFORE,
        Severity.WARN,
    ),
    "not_turned_into_pages": (
        lambda: meeting(item(1, "Medel", documents=(ConversionState.DAMAGED,))),
        BEFORE,
        Severity.WARN,
    ),
    "pages_leave_out": (lambda: _with_remark(), BEFORE, Severity.INFORM),
    "not_accessible": (lambda: _read_by_nobody(), BEFORE, Severity.INFORM),
    "incomplete": (lambda: held(section_blocks=[decision(" ")]), AFTER, Severity.BLOCK),
    "undecided": (lambda: held(sections=[section(1, 1, "item1")]), AFTER, Severity.WARN),
    "to_fill_in": (lambda: held(section_blocks=[decision("återremittera till …")]), AFTER, Severity.WARN),
    "facts_changed": (stale, AFTER, Severity.WARN),
    "number_gap": (
        lambda: held(sections=[section(1, 1, "item1", Outcome.APPROVED), section(3, 2, None)]),
        AFTER,
        Severity.BLOCK,
    ),
    "waits_for_earlier": (
        lambda: replace(held(state=MeetingState.OPEN), waits_for=replace(meeting().meeting, id="earlier")),
        AFTER,
        Severity.INFORM,
    ),
    "no_approver": (lambda: held(approvers=()), AFTER, Severity.BLOCK),
    "approver_did_not_serve": (lambda: held(events=[leaves("Bo Ceder", "s1")]), AFTER, Severity.WARN),
    "approval_deadline": (held, DAY + timedelta(days=20), Severity.WARN),
}

SPOILED |= ILL_WORDED | REPORTED_WRONGLY
SPOILED |= WITH_CLOCKS | ILL_WRITTEN | AFTER_THE_DECISION | EXPEDITED | SECRECY | WHO_SERVES | WRONGLY_DECIDED


def _without_place() -> MeetingView:
    view = meeting(GOOD)
    return replace(view, meeting=replace(view.meeting, place=""))


def _with_remark() -> MeetingView:
    document = GOOD.documents[0]
    assert document.conversion is not None
    remark = replace(document.conversion, message="Ett ritat objekt kan inte visas.")
    return meeting(replace(GOOD, documents=(replace(document, conversion=remark),)))


def _read_by_nobody(reason: str | None = "saknar taggar") -> MeetingView:
    document = GOOD.documents[0]
    assert document.conversion is not None
    looked_at = replace(document.conversion, inaccessible=reason)
    return meeting(replace(GOOD, documents=(replace(document, conversion=looked_at),)))


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_a_broken_rule_is_found(code: str) -> None:
    spoil, today, severity = SPOILED[code]
    hits = found(spoil(), code, today)
    assert [f.severity for f in hits][:1] == [severity]
    assert hits[0].message.endswith((".", "?"))
    assert hits[0].source


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_a_kept_rule_is_quiet(code: str) -> None:
    assert found(meeting(GOOD), code, BEFORE) == []
    graver = [f for f in found(held(), code, AFTER) if f.severity is not Severity.INFORM]
    assert graver == []


def test_findings_come_gravest_first() -> None:
    view = held(present=NAMES[1:2], approvers=())
    order = [f.severity for f in findings.check(view, AFTER)]
    assert order == sorted(order, key=[Severity.BLOCK, Severity.WARN, Severity.INFORM].index)


def test_a_rule_is_judged_by_kind_of_body_and_day() -> None:
    calls: list[str] = []

    def judge(view: MeetingView, today: date) -> list[Finding]:
        calls.append("judged")
        return []

    view = meeting(GOOD)
    judge_all(view, BEFORE, [Rule("a", judge, frozenset({BodyKind.ASSEMBLY}))])
    judge_all(view, BEFORE, [Rule("b", judge, valid_from=DAY + timedelta(days=1))])
    judge_all(view, BEFORE, [Rule("c", judge, valid_to=DAY - timedelta(days=1))])
    assert calls == []
    judge_all(view, BEFORE, [Rule("d", judge, frozenset({BodyKind.COMMITTEE}), DAY, DAY)])
    assert calls == ["judged"]


def test_quorum_counts_each_section() -> None:
    sections = [section(4, 1, "item1", Outcome.APPROVED), section(5, 2, None)]
    view = held(sections=sections, present=NAMES[:3], events=[leaves("Bo Ceder", "s2")])
    assert [f.message for f in found(view, "quorum", AFTER)] == [
        "Nämnden är inte beslutsför i §\u00a05: 2 av 5 tjänstgör, minst 3 krävs (KL 6 kap. 27 §)."
    ]


def test_what_pages_leave_out_is_told_at_the_document() -> None:
    finding = found(_with_remark(), "pages_leave_out", BEFORE)[0]
    assert finding.place == Place(Step.PAPERS, item_id="item1", document_id="docitem11")
    assert finding.message == "”bilaga1.pdf”: Ett ritat objekt kan inte visas."


def test_a_document_that_no_screen_reader_reads_is_named_with_the_reason() -> None:
    (finding,) = found(_read_by_nobody(), "not_accessible", BEFORE)
    assert finding.place == Place(Step.PAPERS, item_id="item1", document_id="docitem11")
    assert finding.message == "”bilaga1.pdf” kan inte läsas med skärmläsare: saknar taggar."
    assert not found(_read_by_nobody(""), "not_accessible", BEFORE)
    assert not found(_read_by_nobody(None), "not_accessible", BEFORE)


def test_an_arende_that_is_in_time_is_not_late() -> None:
    in_time = (
        clocked(MatterKind.REFERRAL, answer_by=DAY),
        clocked(MatterKind.BILL, received=DAY.replace(year=DAY.year - 1)),
        clocked(MatterKind.ORDINARY, answer_by=BEFORE, received=BEFORE.replace(year=2020)),
    )
    assert all(not found(view, "matter_late", BEFORE) for view in in_time)
    late = clocked(MatterKind.CITIZEN_PROPOSAL, received=DAY.replace(year=DAY.year - 2))
    (finding,) = found(late, "matter_late", BEFORE)
    assert "året sedan medborgarförslaget väcktes gick ut" in finding.message
    assert not found(replace(late, meeting=held().meeting), "matter_late", AFTER)


def test_information_needs_neither_proposal_nor_decision() -> None:
    told = item(1, "Läget i länet", ItemKind.INFORMATION)
    view = meeting(
        told, state=MeetingState.CLOSED, sections=[section(1, 1, "item1", Outcome.NOTED)], members=mandates()
    )
    codes = {f.code for f in findings.check(view, AFTER)}
    assert codes.isdisjoint({"incomplete", "undecided", "no_proposal"})


def test_the_decision_is_not_stale_while_the_proposal_stands() -> None:
    text = drafts_of(b for b in GOOD.blocks if b.role is TextRole.PROPOSAL)
    mark = fingerprint(text)
    rows = [
        decision(d.text, id=str(n), kind=d.kind, position=n, generated=d.text, edited=None, fingerprint=mark)
        for n, d in enumerate(text, 1)
    ]
    assert found(held(section_blocks=rows), "facts_changed", AFTER) == []
