"""Whatever is said and voted, undo returns exactly and the sums are right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namndstod.domain.errors import RuleBroken
from namndstod.domain.proceedings import (
    PROPOSAL,
    REJECTION,
    Choice,
    Motion,
    MotionKind,
    Proposition,
    Vote,
)
from namndstod.services.commands.base import Command
from namndstod.services.commands.motions import (
    AddMotion,
    TakeNoPart,
    WithdrawMotion,
)
from namndstod.services.commands.voting import (
    CancelVote,
    CastBallot,
    OpenVote,
    PutProposition,
    RequestVote,
)

from .conftest import open_copy
from .helpers import SEATED, Clock, facts, furnish, three_matters
from .sitting import Sitting

NO = Choice.NO

acts = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), st.sampled_from(list(Choice))), max_size=12)


@pytest.fixture(scope="module")
def open_sitting(tmp_path_factory: pytest.TempPathFactory, empty_binder: Path) -> Iterator[Sitting]:
    """One meeting for all examples: each leaves it as it was."""
    house = furnish(open_copy(empty_binder, tmp_path_factory.mktemp("ångra") / "pärm", Clock()))
    yield Sitting(house, three_matters(house))
    house.session.close()


@settings(max_examples=15, deadline=None)
@given(acts)
def test_undo_returns_exactly(open_sitting: Sitting, said: list[tuple[int, int, Choice]]) -> None:
    house = open_sitting.house
    before = facts(house.session)
    done = 0
    for act, person, choice in said:
        command = _act(open_sitting, act, SEATED[person], choice)
        try:
            done += command is not None and bool(house.session.do(command).changes)
        except RuleBroken:
            continue
        _sums_are_right(open_sitting)
    for _ in range(done):
        assert house.session.undo() is not None
    assert facts(house.session) == before


def _act(sitting: Sitting, act: int, name: str, choice: Choice) -> Command | None:
    """One of the things that are said and done in a §."""
    person = sitting.house.people[name]
    motions = [m.id for m in sitting.house.find(Motion, section_id=sitting.section)]
    put = [p.id for p in sitting.house.find(Proposition, section_id=sitting.section)]
    votes = [v.id for v in sitting.house.find(Vote, section_id=sitting.section)]
    carried = [PROPOSAL, REJECTION, *motions][len(name) % (2 + len(motions))]
    match act:
        case 0:
            return AddMotion(sitting.section, MotionKind.REJECTION, (person,))
        case 1:
            return AddMotion(sitting.section, MotionKind.OWN, (person,), clauses=("vänta",))
        case 2:
            return PutProposition(sitting.section, carried=carried)
        case 3 if put:
            return RequestVote(put[-1], person, after_gavel=choice is NO)
        case 4 if put:
            return OpenVote(put[-1])
        case 5 | 6 if votes:
            return CastBallot(votes[-1], person, choice)
        case 7 if motions:
            return WithdrawMotion(motions[-1])
        case 8 if put:
            return CancelVote(put[0])
        case 9:
            return TakeNoPart(sitting.section, (person,))
    return None


def _sums_are_right(sitting: Sitting) -> None:
    view = sitting.house.view(sitting.meeting)
    for course in view.courses.values():
        for tally in course.tallies.values():
            groups = (
                tally.yes,
                tally.no,
                tally.abstain,
                tally.no_part,
                tally.absent,
                tally.missing,
                tally.doubled,
            )
            assert sum(map(len, groups)) == len(view.sections[0].presence.serving)
