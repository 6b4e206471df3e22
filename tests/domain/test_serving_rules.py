"""Rules 1, 2, 4–7 and 21–24, each in the cases that tell it from its neighbours."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from namndstod.domain import findings
from namndstod.domain.deliberation import Deliberation
from namndstod.domain.findings import Finding, MendKind
from namndstod.domain.proceedings import Motion, MotionKind
from namndstod.domain.records import Anchor, BodyKind, Customs, MeetingState, PresenceEvent, Role
from namndstod.domain.view import MeetingView

from .factory import NAMES
from .who_serves import (
    AFTER,
    BEFORE_THE_CHANGE,
    CROSSING,
    HUGO,
    SPOILED,
    STAFF,
    K,
    balanced,
    event,
    mandate,
    recused,
    serves,
    sitting,
    there,
    with_item,
    without,
)


def found(view: MeetingView, code: str) -> list[Finding]:
    return [f for f in findings.check(view, AFTER) if f.code == code]


def said(view: MeetingView, code: str) -> list[str]:
    return [f.message.replace("\u00a0", " ") for f in found(view, code)]


@pytest.mark.parametrize("code", SPOILED)
def test_a_well_held_meeting_breaks_none_of_them(code: str) -> None:
    assert found(sitting(), code) == []
    assert found(sitting(day=BEFORE_THE_CHANGE, customs=Customs(remote_allowed=True)), code) == []


def test_too_few_are_told_with_numbers_and_the_law() -> None:
    assert said(sitting(present=NAMES[:2]), "quorum") == [
        "Nämnden är inte beslutsför i §§ 1–3: 2 av 5 tjänstgör, minst 3 krävs (KL 6 kap. 27 §)."
    ]
    assert said(sitting(present=NAMES[:2], kind=BodyKind.SUBCOMMITTEE), "quorum")[0].startswith(
        "Utskottet är inte beslutsfört i §§ 1–3"
    )


def test_after_jav_another_rule_speaks_and_only_of_that_section() -> None:
    view = sitting(recused("Bo Ceder", "s2"), present=NAMES[:3])
    assert said(view, "quorum") == []
    (finding,) = found(view, "quorum_after_recusal")
    assert finding.place.section_id == "s2"
    assert finding.message == (
        "Efter jäv återstår 2 av minst 3. Kalla in ersättare eller ta upp ärendet vid ett senare sammanträde."
    )
    filled = [recused("Dag Ek", "s2"), there("frida"), serves("Frida Gran", "Dag Ek", "s2")]
    assert found(sitting(*filled, present=["Ada Berg", "Bo Ceder", "Dag Ek"]), "quorum_after_recusal") == []


def test_in_fullmaktige_jav_takes_nothing_from_the_quorum() -> None:
    view = sitting(recused("Bo Ceder"), present=NAMES[:3], kind=BodyKind.ASSEMBLY)
    assert found(view, "quorum_assembly") == found(view, "quorum_after_recusal") == []


def test_the_empty_seat_is_offered_to_the_next_in_turn_of_the_own_party() -> None:
    view = sitting(there("frida"), there("göte"), present=without("Dag Ek"))
    (finding,) = found(view, "empty_seat")
    assert (
        finding.message == "Platsen efter Dag Ek\u00a0(S) är tom trots att Frida Gran\u00a0(S) är närvarande."
    )
    (mend,) = finding.mends
    assert mend.label == "Sätt in Frida Gran från §\u00a01"
    assert (mend.kind, mend.arguments) == (MendKind.SERVE, ("frida", "dag", "s1"))
    alone = sitting(there("göte"), present=without("Dag Ek"))
    assert found(alone, "empty_seat") == []  # KD is not in the order of service for S
    assert len(found(sitting(there("göte"), present=without("Dag Ek"), customs=CROSSING), "empty_seat")) == 1


def test_the_seat_of_a_javig_is_offered_in_that_section_alone() -> None:
    (finding,) = found(sitting(there("frida"), recused("Ada Berg", "s2")), "empty_seat")
    assert finding.mends[0].label == "Sätt in Frida Gran i §\u00a02"


def out_of_turn(reason: str = "") -> MeetingView:
    events: list[PresenceEvent] = [there("frida"), there("hugo"), serves("Hugo", "Dag Ek", reason=reason)]
    return sitting(*events, present=without("Dag Ek"), more=[HUGO])


def test_out_of_turn_is_told_with_both_names_until_there_is_a_reason() -> None:
    (finding,) = found(out_of_turn(), "order_of_service")
    text = "Frida Gran (S) står på tur före Hugo Ny (S). Ange skäl för avvikelsen."
    assert finding.message.replace("\u00a0", " ") == text
    assert {m.kind for m in finding.mends} == {MendKind.SERVE, MendKind.GIVE_REASON}
    assert found(out_of_turn("Frida Gran avstår"), "order_of_service") == []


def test_who_comes_later_was_not_next_in_turn() -> None:
    late = event(K.ARRIVES, "Frida Gran", "s2")
    view = sitting(there("hugo"), serves("Hugo", "Dag Ek"), late, present=without("Dag Ek"), more=[HUGO])
    assert found(view, "order_of_service") == []


def test_from_another_party_only_by_the_committees_list() -> None:
    events = [there("göte"), there("frida"), serves("Göte Hav", "Dag Ek")]
    view = sitting(*events, present=without("Dag Ek"), customs=CROSSING)
    assert said(view, "order_of_service") == [
        "Frida Gran (S) står på tur före Göte Hav (KD). Ange skäl för avvikelsen."
    ]


def test_who_went_does_not_come_back_but_a_javig_does() -> None:
    view = sitting(event(K.LEAVES, "Dag Ek", "s2"), event(K.ARRIVES, "Dag Ek", "s3"))
    (finding,) = found(view, "came_back")
    assert finding.place.section_id == "s3"
    assert "Dag Ek\u00a0(S) har avbrutit tjänstgöringen" in finding.message
    assert found(sitting(recused("Dag Ek", "s2")), "came_back") == []
    between = sitting(
        event(K.LEAVES, "Dag Ek", "s1", anchor=Anchor.AFTER), event(K.ARRIVES, "Dag Ek", "s2", at=time(11))
    )
    assert found(between, "came_back") == []  # nothing was missed


def test_an_ersattare_is_not_bumped_but_by_a_reason_or_for_the_balance() -> None:
    swap = [there("göte"), serves("Göte Hav", "Ada Berg"), there("frida")]
    change = serves("Frida Gran", "Ada Berg", "s2")
    free = sitting(*swap, change, present=without("Ada Berg"), customs=CROSSING)
    assert len(found(free, "bumped")) == 1
    kept = replace(CROSSING, keeps_balance=True)
    assert found(sitting(*swap, change, present=without("Ada Berg"), customs=kept), "bumped") == []
    explained = replace(change, reason="Göte Hav avstår")
    assert found(sitting(*swap, explained, present=without("Ada Berg"), customs=CROSSING), "bumped") == []
    gone = event(K.LEAVES, "Göte Hav", "s2")
    assert found(sitting(*swap, gone, change, present=without("Ada Berg"), customs=CROSSING), "bumped") == []


def test_the_balance_is_offered_in_the_section_that_is_up() -> None:
    (finding,) = found(balanced(), "balance")
    assert finding.place.section_id == "s2"
    assert finding.mends[0].arguments == ("frida", "ada", "s2")
    assert found(balanced(MeetingState.CLOSED), "balance") == []


def test_a_chair_whom_fullmaktige_has_appointed_may_lead() -> None:
    both = [recused("Ada Berg", "s2"), recused("Bo Ceder", "s2")]
    assert [f.place.section_id for f in found(sitting(*both), "no_chair")] == ["s2"]
    appointed = event(K.CHAIRS, "Eva Fors", "s2")
    assert found(sitting(*both, appointed), "no_chair") == []


def test_announced_jav_must_be_carried_out_when_the_section_is_up() -> None:
    announced = event(K.ANNOUNCES_RECUSAL, "Dag Ek", "s3")
    view = sitting(announced, state=MeetingState.OPEN)
    waiting = tuple(replace(s, state=type(s.state)("open"), outcome=None) for s in view.stored_sections)
    assert found(replace(view, stored_sections=waiting), "recusal") == []
    (finding,) = found(view, "recusal")  # §§ 1 and 2 are done
    assert finding.message.replace("\u00a0", " ") == (
        "Dag Ek (S) är jävig i § 3: ta bort från närvarande, anteckna ersättare och ny ordförande vid behov."
    )
    assert finding.mends[0].arguments == ("s3", "dag")
    assert found(sitting(announced, recused("Dag Ek", "s3")), "recusal") == []


def test_a_javig_who_puts_a_yrkande_does_not_serve() -> None:
    moved = Motion(id="y", section_id="s1", position=1, kind=MotionKind.APPROVAL, movers=("dag",))
    view = replace(sitting(recused("Dag Ek")), deliberations={"s1": Deliberation(motions=(moved,))})
    assert len(found(view, "not_serving")) == 1


def test_closed_doors_say_who_must_leave() -> None:
    observer = mandate("olga", Role.OBSERVER, "MP")
    events = [there("pia"), there("olga")]
    view = with_item(sitting(*events, more=[STAFF, observer]), authority=True)
    assert said(view, "closed_doors") == [
        "Ärendet kräver stängda dörrar. Dessa ska lämna: Pia Ny (–) och Olga Ny (MP)."
    ]
    closed = tuple(replace(s, closed_doors=True) for s in view.stored_sections)
    gone = [event(K.LEAVES, "Pia", "s1"), event(K.LEAVES, "Olga", "s1")]
    emptied = replace(view, stored_sections=closed, events=(*view.events, *gone))
    assert found(emptied, "closed_doors") == []


@pytest.mark.parametrize(
    ("kind", "name", "how_many", "told"),
    [
        (BodyKind.COMMITTEE, "Tillväxtnämnden", 3, 0),
        (BodyKind.COMMITTEE, "Tillväxtnämnden", 4, 1),
        (BodyKind.BOARD, "Regionstyrelsen", 1, 1),
        (BodyKind.COMMITTEE, "Regionens valnämnd", 1, 1),
    ],
)
def test_personalforetradare_in_a_body(kind: BodyKind, name: str, how_many: int, told: int) -> None:
    staff = [mandate(f"pia{n}", Role.STAFF) for n in range(how_many)]
    view = sitting(*(there(m.person_id) for m in staff), more=staff, kind=kind)
    view = replace(view, term=replace(view.term, name=name))
    assert len(found(view, "staff")) == told


def test_without_a_decision_nobody_on_distance_is_counted() -> None:
    view = sitting(event(K.REMOTE, "Dag Ek"), day=BEFORE_THE_CHANGE)
    assert not view.sections[0].presence.serves("dag")
    assert len(found(view, "remote_not_allowed")) == 1
    allowed = replace(view, term=replace(view.term, customs=Customs(remote_allowed=True)))
    assert allowed.sections[0].presence.serves("dag")
    assert said(allowed, "remote_to_confirm") == [
        "Bekräfta: ljud och bild, identitet, att Dag Ek (S) kan följa och delta."
    ]
    confirmed = tuple(replace(e, reason="bekräftat") if e.kind is K.REMOTE else e for e in view.events)
    assert found(replace(allowed, events=confirmed), "remote_to_confirm") == []
    later = sitting(event(K.REMOTE, "Dag Ek"))
    assert later.sections[0].presence.serves("dag")
    codes = {f.code for f in findings.check(later, AFTER)}
    assert "remote_law_changed" in codes
    assert not codes & {"remote_not_allowed", "remote_to_confirm"}
