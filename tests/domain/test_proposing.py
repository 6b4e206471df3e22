"""What one body proposes to another, and how that one says it."""

from datetime import date

import pytest

from namndstod.domain.clocks import a_year_after, last_day, reminds_on, settles
from namndstod.domain.proposing import as_proposal, proposed, proposes
from namndstod.domain.records import (
    BlockKind,
    Body,
    BodyKind,
    BodyTerm,
    Mark,
    MarkKind,
    Matter,
    MatterKind,
    Outcome,
)
from namndstod.domain.texts import Draft

NAMND = Body(id="n", kind=BodyKind.COMMITTEE, parent_id="s")
STYRELSE = Body(id="s", kind=BodyKind.BOARD, parent_id="f")
FULLMAKTIGE = Body(id="f", kind=BodyKind.ASSEMBLY)


def term(name: str, short: str = "nämnden") -> BodyTerm:
    return BodyTerm(id="t", body_id="b", valid_from=date(2023, 1, 1), name=name, seats=5, short_name=short)


def decided(line: str, *clauses: str) -> tuple[Draft, ...]:
    return (Draft(BlockKind.DECIDER, line), *(Draft(BlockKind.CLAUSE, text, 1) for text in clauses))


def texts(drafts: tuple[Draft, ...]) -> list[str]:
    return [d.text for d in drafts]


@pytest.mark.parametrize(
    "line",
    [
        "Arbetsutskottet föreslår nämnden besluta",
        "Arbetsutskottet föreslår nämnden besluta:",
        "Arbetsutskottet föreslår att nämnden beslutar",
        "Arbetsutskottet beslutar föreslå nämnden besluta för egen del",
        "Arbetsutskottet beslutar föreslå nämnden att",
        "Arbetsutskottet föreslår Skärnämnden",
    ],
)
def test_a_line_that_proposes_becomes_the_bodys_own(line: str) -> None:
    said = proposed(decided(line, "anta planen,", "anvisa medel."))
    assert said is not None
    assert texts(as_proposal(said, NAMND, term("Skärnämnden"))) == [
        "Skärnämnden beslutar", "anta planen, samt", "anvisa medel.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said", ["föreslå nämnden att", "föreslå nämnden besluta att", "föreslå nämnden att besluta att"]
)
def test_what_is_proposed_inside_an_att_sats_loses_the_words_of_proposing(said: str) -> None:
    found = proposed(decided("Arbetsutskottet beslutar", f"{said} anta planen."))
    assert found is not None
    assert texts(as_proposal(found, NAMND, term("Skärnämnden"))) == ["Skärnämnden beslutar", "anta planen."]


def test_what_a_body_decides_for_its_own_part_stays_behind() -> None:
    own = decided("Arbetsutskottet beslutar för egen del", "tacka förvaltningen.")
    further = (
        *decided("Arbetsutskottet föreslår nämnden besluta", "bevilja bidraget med villkoren"),
        Draft(BlockKind.CONDITION, "bryggan är klar i maj.", 2),
    )
    said = proposed((*own, *further))
    assert said is not None
    assert texts(said.drafts) == ["bevilja bidraget med villkoren.", "bryggan är klar i maj."]
    assert proposed(own) is None


def test_marked_words_keep_their_marks() -> None:
    secret = Mark(kind=MarkKind.SECRET, start=28, end=32)
    clause = Draft(BlockKind.CLAUSE, "föreslå nämnden att bevilja Olle bidrag.", 1, marks=(secret,))
    said = proposed((Draft(BlockKind.DECIDER, "Arbetsutskottet beslutar"), clause))
    assert said is not None
    (draft,) = said.drafts
    (mark,) = draft.marks
    assert draft.text[mark.start : mark.end] == "Olle"


def test_a_body_between_proposes_in_its_turn() -> None:
    said = proposed(decided("Skärnämnden föreslår regionfullmäktige besluta", "anta taxan."))
    assert said is not None
    between = as_proposal(said, STYRELSE, term("Regionstyrelsen", "styrelsen"))
    assert texts(between)[0] == "Regionstyrelsen föreslår regionfullmäktige besluta"
    last = as_proposal(said, FULLMAKTIGE, term("Regionfullmäktige", "fullmäktige"))
    assert texts(last)[0] == "Regionfullmäktige beslutar"


# --- clocks ------------------------------------------------------------------------------------------


def matter(kind: MatterKind, received: date | None = None, answer_by: date | None = None) -> Matter:
    return Matter(id="m", title="Bryggor", kind=kind, received=received, answer_by=answer_by)


def test_a_remiss_has_its_svarsdag_and_a_motion_a_year() -> None:
    day = date(2027, 5, 7)
    assert last_day(matter(MatterKind.REFERRAL, answer_by=day)) == day
    remiss = matter(MatterKind.REFERRAL, answer_by=day)
    reminded = [d for d in (22, 23, 30) if reminds_on(remiss, date(2027, 4, d))]
    assert reminded == [23, 30]
    assert reminds_on(remiss, date(2030, 5, 1))
    assert not reminds_on(remiss, date(2031, 5, 1))
    assert not reminds_on(matter(MatterKind.BILL), day)
    assert last_day(matter(MatterKind.BILL, received=day, answer_by=day)) == date(2028, 5, 7)
    assert last_day(matter(MatterKind.CITIZEN_PROPOSAL)) is None
    assert last_day(matter(MatterKind.ORDINARY, received=day, answer_by=day)) is None
    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("kind", "body", "line", "clause", "settled"),
    [
        (MatterKind.BILL, FULLMAKTIGE, "Regionfullmäktige beslutar", "avslå motionen.", True),
        (MatterKind.BILL, FULLMAKTIGE, "Regionfullmäktige beslutar",
         "remittera motionen till styrelsen.", False),
        (MatterKind.BILL, NAMND, "Skärnämnden föreslår fullmäktige besluta", "avslå motionen.", False),
        (MatterKind.REFERRAL, NAMND, "Skärnämnden beslutar", "avge yttrandet.", True),
        (MatterKind.REFERRAL, NAMND, "Skärnämnden föreslår styrelsen besluta", "avge yttrandet.", False),
        (MatterKind.CITIZEN_PROPOSAL, FULLMAKTIGE, "Regionfullmäktige beslutar",
         "överlåta till nämnden att besluta.", False),
        (MatterKind.CITIZEN_PROPOSAL, NAMND, "Skärnämnden beslutar", "bifalla förslaget.", True),
    ],
)  # fmt: skip
def test_the_right_body_settles(kind: MatterKind, body: Body, line: str, clause: str, settled: bool) -> None:
    drafts = decided(line, clause)
    assert settles(kind, body, Outcome.APPROVED, drafts, assembly=True) is settled
    assert not settles(kind, body, Outcome.TABLED, drafts, assembly=True)


def test_a_motion_ends_in_the_nämnd_where_the_binder_has_no_fullmaktige() -> None:
    drafts = decided("Skärnämnden föreslår fullmäktige besluta", "avslå motionen.")
    assert proposes(drafts)
    assert settles(MatterKind.BILL, NAMND, Outcome.APPROVED, drafts, assembly=False)
