"""Who is to get which decision, what has gone out, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from namndstod.domain import findings
from namndstod.domain.dispatch_phrases import extract_name, mail, sending_name, subject
from namndstod.domain.expediting import (
    Progress,
    all_lines,
    e_mails,
    holds_secrets,
    initials,
    lines,
    progress,
    waiting,
)
from namndstod.domain.findings.catalogue import hindrances
from namndstod.domain.notices import period_of
from namndstod.domain.proceedings import Notice
from namndstod.domain.records import Appeal, Mark, MarkKind, MeetingState, Outcome
from namndstod.domain.view import MeetingView

from .expedited import JUSTERAT, LATE, MAIL, justerat, recipient, secret, sent
from .factory import DAY

HARBOUR, POST = MAIL, recipient("Länsstyrelsen", manner="post")


def told(view: MeetingView, code: str, today: object = JUSTERAT) -> list[str]:
    found = findings.check(view, today)  # type: ignore[arg-type]
    return [f.message.replace("\u00a0", " ") for f in found if f.code == code]


def test_the_lines_are_the_recipients_with_what_the_ledger_holds_and_those_added_by_hand() -> None:
    ledger = (sent("länsstyrelsen"), sent("Revisorerna", day=None, address="rev@o.example"))
    view = justerat(HARBOUR, POST, dispatches=ledger)
    found = lines(view, view.sections[0])
    assert [(line.name, line.manner, line.sent) for line in found] == [
        ("Hamnbolaget", "e-post", None),
        ("länsstyrelsen", "post", JUSTERAT),
        ("Revisorerna", "", None),
    ]
    assert progress(found) == Progress(1, 3)
    assert not progress(found).done
    assert len({line.key for line in found}) == 3
    assert lines(view, view.sections[1]) == ()


def test_what_was_sent_twice_stands_twice() -> None:
    again = replace(sent("Hamnbolaget", day=JUSTERAT + timedelta(3)), id="again")
    view = justerat(HARBOUR, dispatches=(again, sent("Hamnbolaget")))
    assert [line.sent for line in lines(view, view.sections[0])] == [JUSTERAT, JUSTERAT + timedelta(3)]


def test_nothing_waits_before_justering_but_what_was_justerat_at_once() -> None:
    assert waiting(justerat(HARBOUR, state=MeetingState.CLOSED)) == ()
    at_once = justerat(HARBOUR, state=MeetingState.OPEN, immediate=True, approved=DAY)
    assert [s.number for s, _ in waiting(at_once)] == [1]
    assert waiting(justerat(HARBOUR, dispatches=(sent("Hamnbolaget"),))) == ()
    fell = justerat(HARBOUR, outcome=Outcome.WITHDRAWN)
    assert (waiting(fell), all_lines(fell)) == ((), ())


def test_an_address_speaks_for_e_mail() -> None:
    view = justerat(recipient("Kommunen", "info@kommunen.example"), recipient("Bolaget", "Kajen 1, Viken"))
    assert [(line.manner, line.lacks_address) for line in all_lines(view)] == [
        ("e-post", False),
        ("", False),
    ]
    assert e_mails("a@b.example; c@d.example, a@b.example") == ("a@b.example", "c@d.example")
    for wrong in (
        "",
        "a@b",
        "a b@c.example",
        "åsa@b.example",
        "a@b.example\nBcc: c@d.example",
        "a@@b.example",
    ):
        assert e_mails(wrong) == ()


def test_the_sign_of_a_person() -> None:
    assert initials("Ines Falk") == "IF"
    assert initials("Åsa-Märta Öhr") == "ÅMÖ"
    assert (initials("falk01"), initials("")) == ("falk01", "")


def test_a_marked_passage_makes_the_paragraph_secret_and_a_personal_one_does_not() -> None:
    view = justerat(HARBOUR)
    for kind, secret_ in ((MarkKind.SECRET, True), (MarkKind.PERSONAL, False)):
        first = replace(view.section_blocks[0], marks=(Mark(kind=kind, start=0, end=7),))
        marked = replace(view, section_blocks=(first, *view.section_blocks[1:]))
        assert holds_secrets(marked.sections[0]) is secret_
    assert holds_secrets(secret(view).sections[0])
    assert not holds_secrets(view.sections[1])


def test_what_is_left_is_told_and_after_a_week_warned_of() -> None:
    view = justerat(HARBOUR, POST)
    assert told(view, "not_expedited") == ["§ 1: 2 mottagare har inte fått sitt utdrag."]
    assert told(view, "not_expedited", LATE)[0].endswith("De justerades den 20 maj 2027.")
    assert told(justerat(HARBOUR, dispatches=(sent("Hamnbolaget"),)), "not_expedited", LATE) == []
    assert told(justerat(HARBOUR, state=MeetingState.CLOSED), "not_expedited", LATE) == []


def test_addresses_courts_and_secrets_are_asked_for_only_where_they_matter() -> None:
    wrong = justerat(recipient("Hamnbolaget", "hamn.bolaget", "e-post"))
    assert "ingen e-postadress" in told(wrong, "no_address")[0]
    assert told(justerat(recipient("Hamnbolaget", "Kajen 1", "post")), "no_address") == []
    assert told(secret(justerat(POST)), "secret_by_mail") == []
    done = justerat(replace(HARBOUR, address=""), dispatches=(sent("Hamnbolaget"),))
    assert told(done, "no_address") == []
    party = justerat(replace(HARBOUR, party=True))
    assert len(told(party, "no_court")) == 1
    known = replace(party.term, customs=replace(party.customs, court=("Förvaltningsrätten i Viken",)))
    assert told(replace(party, term=known), "no_court") == []
    assert told(justerat(replace(HARBOUR, party=True), appeal=Appeal.NONE), "no_court") == []


def test_expediering_hinders_no_justering() -> None:
    view = justerat(recipient("Hamnbolaget", "", "e-post", party=True), state=MeetingState.CLOSED)
    codes = {f.code for f in findings.check(view, JUSTERAT)}
    assert {"no_address", "no_court"} <= codes
    assert {"no_address", "no_court"}.isdisjoint({f.code for f in hindrances(findings.check(view, JUSTERAT))})


def test_laga_kraft_is_counted_for_laglighetsprovning_from_the_anslag_of_the_paragraph() -> None:
    up = Notice(id="n", meeting_id="meeting", approved=JUSTERAT, posted=JUSTERAT)
    view = replace(justerat(HARBOUR), notices=(up,))
    period = period_of(view, view.sections[0])
    assert period is not None
    assert (period.last - JUSTERAT).days == 21
    besvär = replace(justerat(HARBOUR, appeal=Appeal.ADMINISTRATIVE), notices=(up,))
    assert period_of(besvär, besvär.sections[0]) is None
    early = replace(view, notices=(replace(up, taken_down=JUSTERAT + timedelta(2)),))
    assert period_of(early, early.sections[0]) is None


@pytest.mark.parametrize("party", [True, False])
def test_the_mail_says_what_it_brings_and_to_a_party_that_it_can_be_appealed(party: bool) -> None:
    view = justerat(HARBOUR)
    assert subject(view, view.sections) == "Protokollsutdrag §§ 1–2, Tillväxtnämnden 2027-05-13"
    body = mail(view, view.sections, party=party)
    assert "Här kommer utdrag ur protokollet från Tillväxtnämndens sammanträde den 13 maj 2027:" in body
    assert "§ 1 Medel till hamnen (27RG1)\n§ 2 Färjetider (27RG2)\n" in body
    assert body.endswith("Med vänlig hälsning\n\nInes Falk\nnämndsekreterare\nTillväxtnämnden\n")
    assert ("överklagas" in body) is party


def test_mail_and_file_names_hold_no_secret_heading_and_no_forbidden_sign() -> None:
    view = secret(justerat(HARBOUR))
    first = view.sections[:1]
    assert "Medel" not in subject(view, first) + mail(view, first, party=True) + extract_name(view, first)
    assert "Personärende" in mail(view, first, party=False)
    name = sending_name(view, first, 'AB "Kajen": ' + "lång " * 60, ".eml")
    assert name.startswith("2027-05-13 § 1 till AB -Kajen- lång")
    assert len(name) <= 124
    assert name.endswith(".eml")
