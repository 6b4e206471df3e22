"""Rules 9, 17–20, 25–34, 39 and 40: what they say, and where they are quiet; waivers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from namndstod.domain import findings
from namndstod.domain.decision_changes import changed_words, editorial
from namndstod.domain.deliberation import Deliberation
from namndstod.domain.findings import Finding, Severity, hindrances
from namndstod.domain.proceedings import (
    Choice,
    Motion,
    MotionKind,
    Proposition,
    PropositionKind,
    Waiver,
)
from namndstod.domain.records import (
    Appeal,
    BlockKind,
    MeetingState,
    Outcome,
    PresenceEvent,
    PresenceKind,
    TextBlock,
    TextRole,
)
from namndstod.domain.view import MeetingView

from .after_the_decision import (
    AFTER,
    BO,
    POSTED,
    SPOILED,
    decided,
    held,
    justerat,
    notice,
    remitted,
    reserves,
    says,
    voted,
)
from .factory import DAY, NAMES, key, meeting

ALL_YES = {key(name): Choice.YES for name in NAMES}


def found(view: MeetingView, code: str, today: date = AFTER) -> list[Finding]:
    return [f for f in findings.check(view, today) if f.code == code]


def told(view: MeetingView, code: str, today: date = AFTER) -> list[str]:
    return [f.message.replace("\u00a0", " ").replace("\u2011", "-") for f in found(view, code, today)]


def with_customs(view: MeetingView, **changes: object) -> MeetingView:
    customs = replace(view.customs, **changes)  # type: ignore[arg-type]
    return replace(view, term=replace(view.term, customs=customs))


# --- 9: myndighetsutövning ---------------------------------------------------------------------------


def test_who_handles_a_matter_of_authority_decides_it() -> None:
    abstains = Deliberation(votes=(voted(**{**ALL_YES, "eva": Choice.ABSTAINS}),))
    assert told(held(abstains, authority=True), "authority_must_decide") == [
        "I ärende om myndighetsutövning måste Eva Fors (KD) delta i avgörandet."
    ]
    assert found(held(abstains), "authority_must_decide") == []
    assert found(held(Deliberation(votes=(voted(**ALL_YES),)), authority=True), "authority_must_decide") == []


# --- 17: återremiss ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "återremittera ärendet till förvaltningen för ny beräkning av kostnaden.",
        "Ärendet återremitteras till förvaltningen med motiveringen att kostnaden är okänd.",
    ],
)
def test_an_aterremiss_with_whom_and_why_is_quiet(text: str) -> None:
    assert found(remitted(text), "remit_incomplete") == []


@pytest.mark.parametrize(
    "text",
    [
        "återremittera ärendet till … för ….",
        "återremittera ärendet till förvaltningen.",
        "återremittera ärendet för ny beräkning.",
    ],
)
def test_an_aterremiss_without_whom_or_why_is_seen(text: str) -> None:
    assert told(remitted(text), "remit_incomplete") == [
        "§ 1: Ange varför och till vem ärendet återremitteras."
    ]


# --- 18: initiative ----------------------------------------------------------------------------------


def test_an_initiative_is_told_until_it_is_decided() -> None:
    raised = held(outcome=None, state=MeetingState.OPEN, initiative_by="eva")
    assert told(raised, "initiative", DAY) == [
        "Initiativ av Eva Fors (KD) (KL 4 kap. 20 §): anteckna om det avgörs i dag, bereds eller bordläggs."
    ]
    assert told(raised, "list_changed", DAY) == [
        "Föredragningslistan godkänns med ändringen: Medel till hamnen."
    ]
    assert found(held(initiative_by="eva"), "initiative") == []


# --- 19, 20: reservations and remarks ----------------------------------------------------------------


def test_who_did_not_take_part_cannot_reserve() -> None:
    view = held(Deliberation(reservations=(reserves("Eva Fors", "Frida Gran"),)))
    (finding,) = found(view, "may_not_reserve")
    assert finding.message.replace("\u00a0", " ") == (
        "Frida Gran (S) tjänstgjorde inte, var jävig eller deltog inte i beslutet i § 1 "
        "och kan inte reservera sig."
    )
    assert finding.mends[0].label == "Ta bort Frida Gran ur reservationen"
    assert finding.mends[0].arguments == ("r", "frida")


def test_who_takes_no_part_in_the_decision_cannot_reserve() -> None:
    aside = Deliberation(reservations=(reserves("Eva Fors"),), not_taking_part=frozenset({"eva"}))
    assert len(found(held(aside), "may_not_reserve")) == 1
    away = Deliberation(reservations=(reserves("Eva Fors"),), votes=(voted(eva=Choice.ABSENT),))
    assert len(found(held(away), "may_not_reserve")) == 1


def test_a_javig_person_cannot_reserve() -> None:
    view = held(Deliberation(reservations=(reserves("Eva Fors"),)))
    recused = PresenceEvent(
        id="j",
        meeting_id="meeting",
        person_id="eva",
        kind=PresenceKind.RECUSED,
        position=90,
        section_id="s1",
    )
    assert len(found(replace(view, events=(*view.events, recused)), "may_not_reserve")) == 1


def test_having_abstained_never_blocks_a_reservation() -> None:
    said = Deliberation(reservations=(reserves("Eva Fors"),), votes=(voted(eva=Choice.ABSTAINS),))
    assert found(held(said), "may_not_reserve") == []


def test_a_reservation_after_the_meeting_is_too_late() -> None:
    view = held(Deliberation(reservations=(reserves("Eva Fors", late=True),)))
    assert [f.severity for f in found(view, "may_not_reserve")] == [Severity.BLOCK]
    assert view.sections[0].parts[TextRole.RESERVATIONS].blank


def test_written_reasons_are_waited_for_until_they_come() -> None:
    waiting = held(Deliberation(reservations=(reserves("Eva Fors", written=True),)))
    assert told(waiting, "reasons_missing") == [
        "§ 1: Motiveringen ska lämnas före justeringen den 27 maj 2027."
    ]
    come = held(Deliberation(reservations=(reserves("Eva Fors", written=True, received=DAY, appendix=1),)))
    assert found(come, "reasons_missing") == []


def test_the_chair_permits_a_remark() -> None:
    asked = held(Deliberation(remarks=(says("Eva Fors", permitted=None),)))
    assert told(asked, "remark_not_permitted") == ["§ 1: Har ordföranden medgett anteckningen?"]
    assert found(held(Deliberation(remarks=(says("Eva Fors"),))), "remark_not_permitted") == []
    refused = held(Deliberation(remarks=(says("Eva Fors", permitted=False),)))
    assert found(refused, "remark_not_permitted") == []
    assert refused.sections[0].parts[TextRole.REMARKS].blank


def test_the_settings_say_who_else_may_have_a_remark() -> None:
    view = held(Deliberation(remarks=(says("Frida Gran"),)))
    assert told(view, "remark_by_outsider") == [
        "Frida Gran (S) tjänstgör inte i § 1 och får enligt nämndens regler inte sin mening antecknad."
    ]
    assert found(with_customs(view, substitutes_may_speak=True), "remark_by_outsider") == []
    assert found(held(Deliberation(remarks=(says("Eva Fors"),))), "remark_by_outsider") == []


# --- 25: kallelse ------------------------------------------------------------------------------------


def test_a_late_call_says_how_late() -> None:
    view = meeting(state=MeetingState.CALLED)
    sent = datetime.combine(DAY - timedelta(days=4), datetime.min.time(), UTC)
    late = replace(view, meeting=replace(view.meeting, called_at=sent))
    assert told(late, "late_call", DAY) == ["Kallelsen går ut 4 dagar före; regeln är 7."]
    assert found(view, "late_call", DAY) == []
    planned = meeting()
    assert told(planned, "late_call", DAY - timedelta(days=5)) == [
        "Kallelsen går ut 5 dagar före; regeln är 7."
    ]
    assert found(planned, "late_call", DAY + timedelta(days=1)) == []


# --- 26: what the minutes state ----------------------------------------------------------------------

AVSLAG = Motion(id="y", section_id="s1", position=1, kind=MotionKind.REJECTION, movers=("eva",))
PUT = Proposition(
    id="p",
    section_id="s1",
    position=1,
    kind=PropositionKind.MATTER,
    options=("proposal", "rejection"),
    carried="proposal",
)


def emptied(view: MeetingView, role: TextRole) -> MeetingView:
    """The view with the program's text of a part struck out by hand."""
    struck = TextBlock(
        id=f"x{role}",
        role=role,
        kind=BlockKind.PARAGRAPH,
        position=1,
        section_id="s1",
        generated="?",
        edited="",
        fingerprint="x",
    )
    return replace(view, section_blocks=(*view.section_blocks, struck))


@pytest.mark.parametrize(
    ("role", "field"),
    [
        (TextRole.MOTIONS, "yrkanden"),
        (TextRole.PROCEDURE, "propositionsordning"),
        (TextRole.RESERVATIONS, "reservationer"),
    ],
)
def test_a_part_that_is_struck_out_is_missed(role: TextRole, field: str) -> None:
    whole = held(Deliberation(motions=(AVSLAG,), propositions=(PUT,), reservations=(reserves("Eva Fors"),)))
    assert found(whole, "incomplete") == []
    assert told(emptied(whole, role), "incomplete") == [f"§ 1: {field} saknas."]


def test_what_kl_5_66_asks_for_is_missed() -> None:
    assert told(held(text=decided(" ")), "incomplete") == ["§ 1: beslut saknas."]
    asked = Deliberation(motions=(AVSLAG,), propositions=(replace(PUT, carried=None, vote_requested=True),))
    assert "§ 1: omröstning saknas." in told(held(asked), "incomplete")
    empty = Deliberation(motions=(AVSLAG,), propositions=(PUT,), votes=(voted(),))
    assert "§ 1: uppgift om hur var och en röstat saknas." in told(held(empty), "incomplete")
    view = held()
    assert told(replace(view, events=()), "incomplete") == ["§ 1: uppgift om vilka som deltagit saknas."]
    bare = replace(view, items=(replace(view.items[0], blocks=()),))
    assert told(bare, "incomplete") == ["§ 1: förslag saknas."]


def test_nothing_is_missed_before_the_klubba_or_where_a_matter_utgar() -> None:
    assert found(held(outcome=None, state=MeetingState.OPEN, text=decided(" ")), "incomplete", DAY) == []
    assert found(held(outcome=Outcome.WITHDRAWN, text=decided(" ")), "incomplete") == []


# --- 27: the decision's words ------------------------------------------------------------------------


def test_a_changed_decision_shows_what_was_changed() -> None:
    view = held(text=decided("Nämnden beviljar ca 100 kr.", "Nämnden beviljar ca 200 kr."))
    assert told(view, "decision_changed") == [
        "§ 1: beslutets text är ändrad efter klubbslaget: ”100” → ”200”. Ange skäl."
    ]


@pytest.mark.parametrize(
    "edited",
    [
        "Nämnden beviljar cirka 100 kronor, med mera.",
        "Nämnden  beviljar ca\u00a0100 kr, mm",
        "Nämnden beviljar ca 100 kr, m.m.,",
    ],
)
def test_an_accepted_language_hint_is_no_change(edited: str) -> None:
    assert found(held(text=decided("Nämnden beviljar ca 100 kr, mm.", edited)), "decision_changed") == []


def test_a_paragraph_taken_away_or_added_is_a_change() -> None:
    view = held()
    added = replace(decided("x"), id="d2", position=2, generated=None, edited="Också detta.")
    more = replace(view, section_blocks=(*view.section_blocks, added))
    assert told(more, "decision_changed") == [
        "§ 1: beslutets text är ändrad efter klubbslaget: ”” → ”Också detta.”. Ange skäl."
    ]
    less = replace(view, section_blocks=(replace(view.section_blocks[0], fingerprint="av flera stycken"),))
    assert "stycken har tagits bort" in told(less, "decision_changed")[0]


def test_other_parts_and_a_text_of_ones_own_are_free() -> None:
    view = held(Deliberation(motions=(AVSLAG,), propositions=(PUT,)))
    assert found(emptied(view, TextRole.MOTIONS), "decision_changed") == []
    own = replace(decided("x"), generated=None, edited="Helt eget.", fingerprint=None)
    assert found(held(text=own), "decision_changed") == []
    changed = decided("Nämnden beviljar medel.", "Nämnden beviljar hälften.")
    assert found(held(outcome=Outcome.CHANGED, text=changed), "decision_changed") == []


def test_words_that_differ() -> None:
    assert changed_words("a b c d", "a x c d") == ("b", "x")
    assert changed_words("a b", "a b c") == ("", "c")
    assert changed_words("a a", "a") == ("a", "")
    assert editorial('säger "nej" samt') == editorial("säger ”nej”.")


# --- 28–30: justering --------------------------------------------------------------------------------


def gone(view: MeetingView, name: str) -> MeetingView:
    leaves = PresenceEvent(
        id="go",
        meeting_id="meeting",
        person_id=key(name),
        kind=PresenceKind.LEAVES,
        position=90,
        section_id="s1",
    )
    return replace(view, events=(*view.events, leaves))


def test_a_justerare_has_served_or_their_ersattare_has() -> None:
    view = gone(held(), "Bo Ceder")
    assert told(view, "approver_did_not_serve") == [
        "Bo Ceder (C) tjänstgjorde inte i § 1. Välj annan justerare för paragrafen."
    ]
    stands_in = replace(view, approvers=(replace(view.approvers[0], substitute_id="eva"),))
    assert found(stands_in, "approver_did_not_serve") == []
    another = replace(view.approvers[0], id="a2", position=2, person_id="eva")
    assert found(replace(view, approvers=(*view.approvers, another)), "approver_did_not_serve") == []


def test_a_body_with_two_justerare_misses_the_second() -> None:
    assert told(with_customs(held(), approvers=2), "no_approver") == ["Nämnden har 2 justerare; 1 är vald."]
    assert found(held(), "no_approver") == []


@pytest.mark.parametrize(
    ("days", "severity", "message"),
    [
        (5, Severity.INFORM, "Justeras senast den 27 maj 2027."),
        (11, Severity.WARN, "Justeras senast den 27 maj 2027."),
        (15, Severity.WARN, "Fristen passerade den 27 maj 2027; justera och anslå ändå."),
    ],
)
def test_the_time_for_justering(days: int, severity: Severity, message: str) -> None:
    (finding,) = found(held(), "approval_deadline", DAY + timedelta(days=days))
    assert (finding.severity, finding.message.replace("\u00a0", " ")) == (severity, message)


def test_a_moved_last_day_is_shown_beside_the_planned_one() -> None:
    view = held()
    december = replace(view, meeting=replace(view.meeting, day=date(2025, 12, 12)))
    assert told(december, "approval_deadline", date(2025, 12, 24)) == [
        "Justeras senast den 26 december 2025 (fristen flyttas till den 29 december 2025)."
    ]
    assert "Fristen passerade den 29" in told(december, "approval_deadline", date(2025, 12, 30))[0]
    assert "Fristen passerade" not in told(december, "approval_deadline", date(2025, 12, 29))[0]


def test_an_immediate_section_is_justerad_now() -> None:
    assert told(held(immediate=True), "immediate_unfinished") == [
        "§ 1: Paragrafen måste finnas färdig i skrift och justeras nu."
    ]
    assert found(held(immediate=True, approved=DAY), "immediate_unfinished") == []
    still = held(outcome=None, state=MeetingState.OPEN, immediate=True)
    assert found(still, "immediate_unfinished", DAY) == []


def test_a_note_on_the_draft_is_shown_until_it_is_settled() -> None:
    assert told(replace(held(), draft_notes=(BO,)), "draft_note") == ["§ 1, Bo Ceder (C): stavfel på rad 2."]
    assert found(replace(held(), draft_notes=(replace(BO, settled=True),)), "draft_note") == []


# --- 31–33, 39: anslag and appeal --------------------------------------------------------------------


def test_the_anslag_is_missed_until_it_is_up() -> None:
    assert told(justerat(), "notice_due", POSTED) == [
        "Anslå senast den 24 maj 2027 (andra dagen efter justeringen är den 22 maj 2027)."
    ]
    assert found(justerat(notice(POSTED)), "notice_due", POSTED) == []
    assert found(held(), "notice_due") == []


def test_the_last_day_to_appeal_and_laga_kraft() -> None:
    up = justerat(notice(POSTED))
    assert told(up, "appeal_period", POSTED) == [
        "Sista dag att överklaga den 11 juni 2027; laga kraft den 12 juni 2027 om inget överklagande kommit "
        "in. Kontrollera med förvaltningsrätten."
    ]
    assert told(up, "notice_up", POSTED) == ["Får tas ned tidigast den 12 juni 2027."]
    assert [f.severity for f in found(up, "notice_up", date(2027, 6, 12))] == [Severity.INFORM]
    assert found(up, "appeal_period", date(2027, 6, 13)) == []
    assert told(up, "carried_out", POSTED) == [
        "§ 1: Kan verkställas nu – går det att rätta om beslutet upphävs?"
    ]
    assert found(up, "carried_out", date(2027, 6, 12)) == []


def test_laga_kraft_is_shown_for_laglighetsprovning_only() -> None:
    up = justerat(notice(POSTED))

    def appealed(kind: Appeal) -> MeetingView:
        return replace(up, stored_sections=(replace(up.stored_sections[0], appeal=kind),))

    assert told(appealed(Appeal.ADMINISTRATIVE), "appeal_period", POSTED) == [
        "§ 1: förvaltningsbesvär, tre veckor från det att parten fick del av beslutet. Dagen beräknas inte."
    ]
    assert found(appealed(Appeal.NONE), "appeal_period", POSTED) == []
    assert found(appealed(Appeal.NONE), "carried_out", POSTED) == []


def test_an_anslag_taken_down_early_is_put_up_again() -> None:
    early = notice(POSTED, date(2027, 6, 11))
    assert told(justerat(early), "notice_early", date(2027, 6, 11)) == [
        "Anslaget togs ned den 11 juni 2027: överklagandetiden har inte löpt ut "
        "(KL 13 kap. 5 § andra stycket). Anslå på nytt."
    ]
    assert len(found(justerat(early), "notice_due", date(2027, 6, 11))) == 1
    assert found(justerat(early, notice(date(2027, 6, 14))), "notice_early", date(2027, 6, 15)) == []
    assert found(justerat(notice(POSTED, date(2027, 6, 12))), "notice_early", date(2027, 6, 12)) == []


def test_a_section_justerad_at_once_has_its_own_anslag() -> None:
    view = held(state=MeetingState.OPEN, immediate=True, approved=DAY)
    assert told(view, "notice_due", DAY) == ["§ 1: Anslå senast den 17 maj 2027 (andra dagen efter "
        "justeringen är den 15 maj 2027)."]  # fmt: skip
    assert found(replace(view, notices=(notice(DAY, None, "s1"),)), "notice_due", DAY) == []


# --- waivers -----------------------------------------------------------------------------------------


def waived(view: MeetingView, finding: Finding, reason: str = "ordföranden sade så") -> MeetingView:
    known = Waiver(id="w", meeting_id="meeting", code=finding.code, subject=finding.key, reason=reason)
    return replace(view, waivers=(*view.waivers, known))


def test_a_waived_warning_informs_with_its_reason() -> None:
    view = held(text=decided("Nämnden beviljar medel.", "Nämnden nekar medel."))
    (finding,) = found(view, "decision_changed")
    (quiet,) = found(waived(view, finding), "decision_changed")
    assert (quiet.severity, quiet.waived) == (Severity.INFORM, "ordföranden sade så")
    assert quiet.message.endswith("(godtaget: ordföranden sade så)")
    assert finding in hindrances(findings.check(view, AFTER))
    assert quiet not in hindrances(findings.check(waived(view, finding), AFTER))


def test_what_must_be_mended_is_never_waived() -> None:
    view = held(Deliberation(reservations=(reserves("Frida Gran"),)))
    (finding,) = found(view, "may_not_reserve")
    (still,) = found(waived(view, finding), "may_not_reserve")
    assert still == finding
    assert still in hindrances(findings.check(view, AFTER))


def test_a_waiver_is_of_one_subject() -> None:
    said = Deliberation(not_taking_part=frozenset({"eva", "dag"}))
    view = held(said, authority=True)
    first, second = found(view, "authority_must_decide")
    left = [f for f in found(waived(view, first), "authority_must_decide") if not f.waived]
    assert left == [second]


def test_clocks_and_what_lies_behind_do_not_stand_in_the_way_of_justering() -> None:
    late = DAY + timedelta(days=20)
    view = held()
    assert found(view, "approval_deadline", late)[0].severity is Severity.WARN
    no_place = replace(view, meeting=replace(view.meeting, place=""))
    assert found(no_place, "no_time_or_place", late)[0].severity is Severity.WARN
    hindering = {f.code for f in hindrances(findings.check(no_place, late))}
    assert hindering.isdisjoint({"approval_deadline", "no_time_or_place"})


def test_each_finding_can_be_told_from_the_others() -> None:
    for spoil, today, _ in SPOILED.values():
        keys = [(f.code, f.key) for f in findings.check(spoil(), today)]
        assert len(keys) == len(set(keys))
