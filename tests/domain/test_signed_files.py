"""Who has signed in a signed file of the minutes, and what Kontroll says of such files."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from namndstod.domain import findings, signed_files, signing
from namndstod.domain.proceedings import Signature
from namndstod.domain.records import Approver, Signer
from namndstod.domain.view import MeetingView

from .after_the_decision import SENT, out, signed
from .factory import NAMES, key

LATE = SENT.date() + timedelta(days=6)
WHEN = "2027-05-20T22:30:00+00:00"


def person(name: str, problem: str = "") -> Signer:
    return Signer(name=name, signed_at=WHEN, problem=problem)


def codes(view: MeetingView) -> set[str]:
    return {f.code for f in findings.check(view, LATE)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Karin Ek", "Karin Maria Ek", True),
        ("Karin Ek", "EK, KARIN", True),
        ("Anna-Karin Öberg", "Anna Karin Öberg", True),
        ("Karin Ek", "Karin Ekman", False),
        ("Karin Ek", "Ek", False),
        ("Karin Ek", "", False),
        ("Karin Ek", "Tjänsten AB", False),
    ],
)
def test_names_of_certificates(one: str, other: str, same: bool) -> None:
    assert signed_files.same_name(one, other) == signed_files.same_name(other, one) == same


def test_who_has_signed_and_who_is_missing() -> None:
    view = out()
    chair = view.chair_id
    assert chair is not None
    approver = Approver(
        id="a", meeting_id="meeting", position=1, person_id=key(NAMES[3]), substitute_id=key(NAMES[4])
    )
    meeting = replace(view.meeting, secretary="Ines Falk")
    view = replace(view, approvers=(approver,), meeting=meeting)
    assert signing.signers(view) == ((chair,), (key(NAMES[3]), key(NAMES[4])))
    file = signed(person(view.people[key(NAMES[4])].name), person("Falk, Ines Maria"), person("Okänd Person"))
    known = signed_files.recognised(view, file)
    assert [(k.person_id, k.secretary) for k in known] == [
        (key(NAMES[4]), False),
        (None, True),
        (None, False),
    ]
    assert signed_files.missing(view, file) == ((chair,),)
    assert signed_files.to_note(view, file).keys() == {key(NAMES[4])}
    noted = Signature(id="s", meeting_id="meeting", person_id=key(NAMES[3]), signed=LATE)
    assert signed_files.to_note(replace(view, signatures=(noted,)), file) == {}  # the other of two has signed


def test_what_does_not_hold_does_not_count() -> None:
    view = replace(out(), approvers=())
    chair = view.chair_id
    assert chair is not None
    name = view.people[chair].name
    assert signed_files.missing(view, signed(person(name))) == ()
    for file in (
        signed(person(name, problem="Filen har ändrats efter underskriften.")),
        signed(person(name), problem="Det är en annan handling."),
        signed(replace(person(name), signed_at="")),
    ):
        assert signed_files.signed_by(view, file) == {}
        assert signed_files.missing(view, file) == ((chair,),)


def test_a_name_that_two_have_is_nobodys() -> None:
    view = out()
    chair = view.people[view.chair_id or ""]
    twin = replace(view.people[key(NAMES[3])], given_name=chair.given_name, surname=chair.surname)
    view = replace(view, people={**view.people, twin.id: twin})
    view = replace(view, approvers=(Approver(id="a", meeting_id="meeting", position=1, person_id=twin.id),))
    assert signed_files.recognised(view, signed(person(chair.name)))[0].person_id is None


def test_files_of_a_protokoll_that_was_taken_back_do_not_count() -> None:
    earlier, first, second = signed(paper_id="p0"), signed(after=2), signed(after=3)
    view = out(earlier, first, second)
    assert signed_files.files(view) == (second, first)
    draft = replace(view, meeting=replace(view.meeting, sent_for_signing=None))
    assert signed_files.files(draft) == ()


def test_kontroll_waits_for_the_file_where_signing_is_digital() -> None:
    assert "no_signed_file" in codes(out(digital_signing=True))
    assert "no_signed_file" not in codes(out())
    assert "no_signed_file" not in codes(out(signed(), digital_signing=True))
    (said,) = (f for f in findings.check(out(digital_signing=True), LATE) if f.code == "no_signed_file")
    assert "Underskrift väntas från" in said.message
    early = findings.check(out(digital_signing=True), SENT.date() + timedelta(days=5))
    assert "no_signed_file" not in {f.code for f in early}


def test_kontroll_refuses_another_document_until_it_is_removed() -> None:
    assert "not_the_frozen_document" in codes(out(signed(problem="Det är en annan handling.")))
    assert "not_the_frozen_document" not in codes(out(signed()))
