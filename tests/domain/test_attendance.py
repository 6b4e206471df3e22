from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from namndstod.domain.attendance import AttendanceRow, attendance_rows, fee_rows
from namndstod.domain.attendance_phrases import event_line
from namndstod.domain.proceedings import Adjournment
from namndstod.domain.records import Anchor, Customs, GroupMeeting, PresenceEvent, TextRole
from namndstod.domain.view import MeetingView

from .who_serves import BEFORE_THE_CHANGE, STAFF, K, event, recused, serves, sitting, there, without


def lines(view: MeetingView, number: int) -> list[str]:
    drafts = view.sections[number - 1].parts[TextRole.ATTENDANCE].drafts
    return [d.text.replace("\u00a0", " ") for d in drafts]


def row(view: MeetingView, person: str) -> AttendanceRow:
    return next(r for r in attendance_rows(view) if r.person_id == person)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_jav_of_the_chair_is_told_with_who_sits_in_and_who_leads() -> None:
    events = [there("frida"), recused("Ada Berg", "s2"), serves("Frida Gran", "Ada Berg", "s2")]
    view = sitting(*events)
    assert lines(view, 2) == [
        "Ada Berg (S) anmäler jäv och deltar inte i handläggning eller beslut i ärendet.",
        "Frida Gran (S) ersätter Ada Berg (S).",
        "Under § 2 leder vice ordföranden Bo Ceder (C) sammanträdet.",
    ]
    assert lines(view, 1) == lines(view, 3) == []
    assert view.chair_id == "ada"
    assert view.leader(view.sections[1].presence) == "bo"


def test_several_javiga_stand_in_one_sentence() -> None:
    view = sitting(recused("Dag Ek", "s2"), recused("Eva Fors", "s2"), recused("Dag Ek", "s2"))
    assert lines(view, 2) == [
        "Dag Ek (S) och Eva Fors (KD) anmäler jäv och deltar inte i handläggning eller beslut i ärendet."
    ]


def test_who_leads_from_a_section_on_is_told_once() -> None:
    gone = event(K.LEAVES, "Ada Berg", "s2", at=time(11, 5))
    view = sitting(gone)
    assert lines(view, 2) == [
        "Ada Berg (S) lämnar sammanträdet kl. 11.05.",
        "Från och med § 2 leder vice ordföranden Bo Ceder (C) sammanträdet.",
    ]
    assert lines(view, 3) == []
    both = sitting(recused("Ada Berg", "s1"), recused("Ada Berg", "s2"))
    assert lines(both, 1)[-1] == "Under §§ 1–2 leder vice ordföranden Bo Ceder (C) sammanträdet."
    assert [len(lines(both, n)) for n in (1, 2, 3)] == [2, 1, 0]


def test_pauses_stand_in_their_section_in_the_order_of_the_clock() -> None:
    gone = event(K.LEAVES, "Eva Fors", "s2", anchor=Anchor.DURING, at=time(11, 20))
    pause = Adjournment(
        id="a",
        meeting_id="meeting",
        began=time(11),
        ended=time(11, 15),
        section_id="s2",
        purpose="för gruppöverläggningar",
    )
    view = replace(sitting(gone), adjournments=(pause,))
    assert lines(view, 2) == [
        "Sammanträdet ajourneras kl. 11.00–11.15 för gruppöverläggningar.",
        "Eva Fors (KD) lämnar sammanträdet kl. 11.20.",
    ]
    running = replace(view, adjournments=(replace(pause, ended=None, purpose=""),))
    assert lines(running, 2)[0] == "Sammanträdet ajourneras kl. 11.00."


def test_what_makes_no_difference_is_not_told() -> None:
    assert lines(sitting(serves("Frida Gran", "Ada Berg", "s2")), 2) == []
    assert lines(sitting(event(K.ARRIVES, "Ada Berg", "s2")), 2) == []
    assert lines(sitting(event(K.ANNOUNCES_RECUSAL, "Dag Ek", "s2")), 2) == []
    on_distance = event(K.REMOTE, "Dag Ek", "s2")
    assert lines(sitting(on_distance, day=BEFORE_THE_CHANGE), 2) == []  # fullmäktige has not allowed it
    assert lines(sitting(on_distance), 2) == ["Dag Ek (S) deltar på distans genom ljud- och bildöverföring."]


@pytest.mark.parametrize("kind", list(K))
def test_every_kind_of_event_has_words(kind: K) -> None:
    view = sitting()
    seat = "Dag Ek" if kind is K.SERVES_FOR else None
    words = event_line(view, event(kind, "Frida Gran", "s2", seat, at=time(11)))
    assert words.startswith("Frida Gran\u00a0(S)")
    assert words.endswith(".")


def busy() -> MeetingView:
    """Dag comes late, Frida sits for him and in Ada's jäv; Eva goes, Göte sits for her; Bo on distance."""
    events: list[PresenceEvent] = [
        there("frida"),
        there("göte"),
        there("pia"),
        serves("Frida Gran", "Dag Ek"),
        event(K.REMOTE, "Bo Ceder"),
        event(K.ARRIVES, "Dag Ek", "s2", at=time(10, 30)),
        recused("Ada Berg", "s4"),
        serves("Frida Gran", "Ada Berg", "s4"),
        event(K.LEAVES, "Eva Fors", "s5", at=time(11, 40)),
        serves("Göte Hav", "Eva Fors", "s5"),
    ]
    customs = Customs(remote_allowed=True)
    view = sitting(*events, present=without("Dag Ek"), customs=customs, sections=6, more=[STAFF])
    group = GroupMeeting(parties=("S",), room="Sal Alm")
    return replace(view, meeting=replace(view.meeting, group_meetings=(group,)))


def test_the_list_tells_for_whom_and_in_which_sections() -> None:
    view = busy()
    frida = row(view, "frida")
    assert plain(frida.serves_for) == "ersätter Dag Ek (S) § 1 och Ada Berg (S) § 4"
    assert frida.served == (1, 4)
    assert frida.presence == "Närvarande"
    assert plain(row(view, "göte").serves_for) == "ersätter Eva Fors (KD) §§ 5–6"
    dag, eva, ada = row(view, "dag"), row(view, "eva"), row(view, "ada")
    assert plain(dag.presence) == "Närvarande §§ 2–6"
    assert dag.spans == ((time(10, 30), time(12)),)
    assert plain(eva.presence) == "Närvarande §§ 1–4"
    assert eva.spans == ((time(10), time(11, 40)),)
    assert [plain(r) for r in ada.remarks] == ["jäv § 4"]
    assert ada.always
    assert ada.served == (1, 2, 3, 5, 6)
    assert [plain(r) for r in row(view, "bo").remarks] == ["på distans", "leder § 4"]


def test_a_substitute_throughout_and_somebody_absent() -> None:
    view = sitting(there("frida"), serves("Frida Gran", "Dag Ek"), present=without("Dag Ek"))
    assert plain(row(view, "frida").serves_for) == "ersätter Dag Ek (S)"
    assert row(view, "dag").presence == "Frånvarande"
    assert row(view, "dag").spans == ()


def test_who_goes_after_the_last_section_was_not_there_to_the_end() -> None:
    view = sitting(event(K.LEAVES, "Eva Fors", "s3", anchor=Anchor.AFTER, at=time(11, 50)))
    assert plain(row(view, "eva").presence) == "Närvarande §§ 1–3"
    assert row(view, "eva").spans == ((time(10), time(11, 50)),)


def test_the_ground_for_arvoden() -> None:
    fees = {r.person_id: r for r in fee_rows(busy())}
    assert set(fees) == {"ada", "bo", "cilla", "dag", "eva", "frida", "göte"}  # the staff have their wages
    assert fees["ada"].approves
    assert fees["bo"].approves
    assert [p for p, r in fees.items() if r.remote] == ["bo"]
    assert {p for p, r in fees.items() if r.group_meeting} == {"ada", "dag", "frida"}
    assert fees["cilla"].all_sections
    assert not fees["ada"].all_sections
    watching = {r.person_id: r for r in fee_rows(sitting(there("göte")))}
    assert not watching["göte"].served
