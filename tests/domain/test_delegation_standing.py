"""How far a delegated decision has come: where it is reported, and when it can no longer be appealed."""

from datetime import date

from namndstod.domain.delegation_standing import Place, Standing, Stood, appeal_text, place_of, stood
from namndstod.domain.proceedings import Notice
from namndstod.domain.records import Appeal, Meeting, MeetingState, Outcome, Section, SectionState
from namndstod.domain.swedish import plain

MEETING = Meeting(id="m", body_id="b", day=date(2027, 5, 14), state=MeetingState.APPROVED)
TODAY = date(2027, 6, 1)
POSTED = date(2027, 5, 20)  # Thursday; three weeks later is 10 June


def section(**facts: object) -> Section:
    made: dict[str, object] = {
        "id": "s", "meeting_id": "m", "body_id": "b", "year": 2027, "position": 1, "heading": "",
        "number": 34, "state": SectionState.DECIDED, "outcome": Outcome.APPROVED,
    }  # fmt: skip
    return Section(**(made | facts))  # type: ignore[arg-type]


def notice(posted: date | None = POSTED, down: date | None = None, sections: tuple[str, ...] = ()) -> Notice:
    return Notice(id="n", meeting_id="m", posted=posted, taken_down=down, sections=sections)


def place(*notices: Notice, **facts: object) -> Place | None:
    return place_of(MEETING, section(**facts), notices)


def on(day: date, where: Place | None, appeal: Appeal = Appeal.LEGALITY) -> Stood:
    return stood(where, appeal, None, None, day)


def test_the_clock_runs_from_the_anslag_of_the_minutes_where_it_was_reported() -> None:
    assert plain(on(TODAY, place()).text) == "anmäld § 34 2027-05-14"
    waits = on(date(2027, 6, 10), place(notice()))
    assert (waits.standing, waits.text, waits.last) == (
        Standing.ANNOUNCED,
        "anslagen 2027-05-20",
        date(2027, 6, 10),
    )
    over = on(date(2027, 6, 11), place(notice()))
    assert (over.standing, over.text) == (Standing.LEGAL_FORCE, "laga kraft 2027-06-11")
    assert appeal_text(over, Appeal.LEGALITY) == "Kunde överklagas till och med 2027-06-10."


def test_an_anslag_that_came_down_early_or_is_of_other_paragraphs_does_not_count() -> None:
    assert on(TODAY, place(notice(down=date(2027, 5, 25)))).standing is Standing.REPORTED
    assert on(TODAY, place(notice(sections=("other",)))).standing is Standing.REPORTED
    at_once = {"immediate": True, "approved": date(2027, 5, 14)}
    assert on(TODAY, place(notice(), **at_once)).standing is Standing.REPORTED
    assert on(TODAY, place(notice(sections=("s",)), **at_once)).posted == POSTED
    assert on(TODAY, place(notice(), immediate=True)).posted == POSTED  # justerad with the others after all
    again = place(notice(down=date(2027, 5, 25)), notice(date(2027, 5, 27)))
    assert on(TODAY, again).posted == date(2027, 5, 27)


def test_no_day_is_computed_for_what_is_appealed_otherwise_or_not_at_all() -> None:
    for appeal in (Appeal.ADMINISTRATIVE, Appeal.NONE):
        found = on(date(2028, 1, 1), place(notice()), appeal)
        assert (found.standing, found.last) == (Standing.ANNOUNCED, None)
    assert "beräknas inte" in appeal_text(found, Appeal.ADMINISTRATIVE)
    assert appeal_text(found, Appeal.NONE) == "Kan inte överklagas."


def test_what_is_tabled_or_cancelled_was_not_reported_and_what_is_listed_waits() -> None:
    assert place(outcome=Outcome.TABLED) is None
    assert on(TODAY, place(outcome=Outcome.REMITTED)).text == "ej anmäld"
    cancelled = Meeting(id="m", body_id="b", day=MEETING.day, state=MeetingState.CANCELLED)
    assert place_of(cancelled, None, ()) is None
    assert on(TODAY, place_of(MEETING, None, ())).text == "anmäls 2027-05-14"


def test_what_is_recorded_separately_has_a_clock_of_its_own() -> None:
    recorded = stood(None, Appeal.LEGALITY, date(2027, 5, 3), None, TODAY)
    assert (recorded.standing, recorded.text) == (Standing.RECORDED, "särskilt protokollförd")
    announced = stood(None, Appeal.LEGALITY, date(2027, 5, 3), date(2027, 5, 4), TODAY)
    assert announced.text == "laga kraft 2027-05-26"
