"""Rules 36 and 37 for the delegationsordning itself: points that keep them and points that break them."""

from __future__ import annotations

from datetime import date

import pytest

from namndstod.domain.delegation import Delegate, DelegateKind, DelegationPoint
from namndstod.domain.delegation_order import Order
from namndstod.domain.findings import Severity
from namndstod.domain.findings.delegated_order import ORDER_RULES, judge_order

from .delegating import delegate, point

MANAGER = delegate("1.1", "Förvaltningschef", kind=DelegateKind.MANAGER)
PASSED = delegate("1.1", "Enhetschef", given_by="1.1-Förvaltningschef")
GIVEN_ON = delegate("1.1", "Strateg", given_by="1.1-Enhetschef")
Broken = tuple[DelegationPoint, tuple[Delegate, ...], Severity, str]

BROKEN: dict[str, Broken] = {
    "not_delegable goals": (
        point("1.1", text="Fastställa verksamhetens mål och inriktning."),
        (MANAGER,),
        Severity.WARN,
        "”verksamhetens mål” låter som verksamhetens mål, inriktning, omfattning eller kvalitet.",
    ),
    "not_delegable statement": (
        point("1.1", text="Avge yttranden i budgetfrågor till regionfullmäktige."),
        (MANAGER,),
        Severity.WARN,
        "”yttranden i budgetfrågor till regionfullmäktige” låter som framställningar eller",
    ),
    "not_delegable principle": (
        point("1.1", text="Myndighetsutövning även av principiell beskaffenhet."),
        (MANAGER,),
        Severity.WARN,
        "”principiell” låter som myndighetsutövning av principiell",
    ),
    "not_delegable proposal": (
        point("1.1", text="Besvara medborgarförslag."),
        (MANAGER,),
        Severity.WARN,
        "”medborgarförslag” låter som ärenden som väckts genom medborgarförslag.",
    ),
    "group_delegate": (
        point("1.1"),
        (delegate("1.1", "Handläggarna", kind=DelegateKind.GROUP),),
        Severity.BLOCK,
        "Handläggarna är en grupp anställda.",
    ),
    "group_delegate by its words": (
        point("1.1"),
        (delegate("1.1", "Ledningsgruppen"),),
        Severity.WARN,
        "Ledningsgruppen låter som en grupp anställda.",
    ),
    "urgent_delegate": (
        point("1.1", urgent=True),
        (MANAGER,),
        Severity.BLOCK,
        "I brådskande ärenden beslutar ordföranden eller en ledamot",
    ),
    "chain": (
        point("1.1"),
        (MANAGER, PASSED, GIVEN_ON),
        Severity.BLOCK,
        "Strateg: vidaredelegering får göras",
    ),
    "own_limit": (
        point("1.1", max_amount=10_000),
        (delegate("1.1", "Enhetschef", max_amount=20_000),),
        Severity.WARN,
        "Enhetschef kan inte besluta om mer än 10\u00a0000\u00a0kronor, som gränsen är.",
    ),
    "no_delegate": (point("1.1"), (), Severity.WARN, "Punkt 1.1 har ingen delegat."),
}
KEPT: tuple[tuple[DelegationPoint, tuple[Delegate, ...]], ...] = (
    (point("1.1"), (MANAGER, PASSED)),
    (point("1.1", text="Bidrag med inriktning på kultur, av god kvalitet."), (MANAGER,)),
    (point("1.1", text="Myndighetsutövning som inte är av principiell beskaffenhet."), (MANAGER,)),
    (point("1.1", text="Yttranden till förvaltningsrätten i ärenden om bidrag."), (MANAGER,)),
    (point("1.1", text="Besvara synpunkter, utom medborgarförslag."), (MANAGER,)),
    (point("1.1", urgent=True), (delegate("1.1", "Ordförande", kind=DelegateKind.CHAIR),)),
    (
        point("1.1"),
        (
            delegate("1.1", "Arbetsutskottet", kind=DelegateKind.SUBCOMMITTEE),
            delegate("1.1", "Ersättare", kind=DelegateKind.SUBSTITUTE),
            delegate("1.1", "E-tjänsten", kind=DelegateKind.AUTOMATED),
        ),
    ),
)


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_rule_is_told(case: str) -> None:
    one, delegates, severity, words = BROKEN[case]
    (found,) = judge_order(Order((one,), delegates), date(2027, 1, 1))
    assert (found.code, found.severity, found.point_id) == (case.split()[0], severity, "1.1")
    assert words in found.message
    assert found.source
    assert found.field


def test_every_rule_is_broken_above() -> None:
    told = {case.split()[0] for case in BROKEN} | {"point_twice"}
    assert {rule.code for rule in ORDER_RULES} == told


@pytest.mark.parametrize("number", range(len(KEPT)))
def test_a_kept_rule_is_quiet(number: int) -> None:
    one, delegates = KEPT[number]
    assert [f.message for f in judge_order(Order((one,), delegates))] == []


def test_a_point_reads_in_one_way_each_day() -> None:
    twice = (point("3.2", id="a"), point("3,2", id="b", valid_from=date(2026, 5, 1)))
    delegates = (delegate("a", "Chef"), delegate("b", "Chef"))
    (found,) = judge_order(Order(twice, delegates))
    assert (found.code, found.point_id) == ("point_twice", "b")
    after = (point("3.2", id="a", valid_to=date(2026, 4, 30)), twice[1])
    assert judge_order(Order(after, delegates)) == ()


def test_words_that_only_sound_so_can_be_let_stand_with_a_reason() -> None:
    waived = point("1.1", text="Besvara medborgarförslag.", waived="bara om mottagandet")
    (found,) = judge_order(Order((waived,), (MANAGER,)))
    assert found.severity is Severity.INFORM
    assert found.message.endswith("(godtaget: bara om mottagandet)")


def test_what_the_order_itself_says_cannot_be_let_stand() -> None:
    waived = point("1.1", waived="det blir bra")
    (found,) = judge_order(Order((waived,), (delegate("1.1", "Handläggarna", kind=DelegateKind.GROUP),)))
    assert found.severity is Severity.BLOCK
