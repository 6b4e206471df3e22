"""97 real votes by name: taken with one key a name, counted, written out and read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from namndstod.domain.findings import Severity, check
from namndstod.domain.proceedings import (
    Ballot,
    Choice,
)
from namndstod.domain.records import ItemKind, TextRole
from namndstod.domain.tally import count
from namndstod.domain.view import MeetingView
from namndstod.services.commands.base import Command
from namndstod.services.commands.voting import (
    CastBallot,
    RemoveBallot,
)

from .council import open_session
from .names_style import read_votes
from .place import FULL, REAL, needs_real_input
from .votes_retaken import Retaken, Taking, Truth, load

pytestmark = needs_real_input


@pytest.fixture(scope="module")
def retaken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Retaken]]:
    """All votes, taken in one binder; the votes of a § together. Ordinary runs take every third §.

    Those of the meeting whose minutes are there word for word are always among them.
    """
    truths = load()
    assert len(truths) == 97
    groups: dict[tuple[str, str], list[Truth]] = {}
    for truth in truths:
        groups.setdefault((truth.meeting, truth.section), []).append(truth)
    if not FULL:
        kept = {key for n, key in enumerate(groups) if n % 3 == 0 or key[0].endswith("2025-03-26")}
        groups = {key: group for key, group in groups.items() if key in kept}
    session = open_session(tmp_path_factory.mktemp("verkliga") / "pärm")
    try:
        yield [
            Taking(session, group, [t for t in truths if t.meeting == meeting]).take()
            for (meeting, _), group in groups.items()
        ]
    finally:
        session.close()


def test_every_vote_counts_as_it_did(retaken: list[Retaken]) -> None:
    compared = 0
    for section in retaken:
        course = section.council.view.courses[section.shown.section.id]
        names = {id: name for name, id in section.council.people.items()}
        for number, truth in enumerate(section.truths):
            vote = section.vote(number).vote
            tally = course.tallies[vote.id]
            counted = {"ja": tally.yes, "nej": tally.no, "avstår": tally.abstain}
            for side, people in counted.items():
                assert {names[p] for p in people} == {v.name for v in truth.vote.sides.get(side, ())}
            assert tally.complete
            assert not tally.foreign
            won = vote.yes if truth.won == "ja" else vote.no
            assert course.winners[vote.proposition_id or ""] == won
            compared += 1
        assert course.settled
    assert compared == (97 if FULL else sum(len(s.truths) for s in retaken))


def test_the_text_of_every_vote_says_the_same_when_it_is_read_back(retaken: list[Retaken]) -> None:
    compared = 0
    for section in retaken:
        shown = section.shown
        texts = read_votes(section.council.text(shown, TextRole.PROCEDURE))
        order = [v.vote.id for v in shown.deliberation.votes]
        for number, truth in enumerate(section.truths):
            told = texts[order.index(section.vote_ids[number])]
            if truth.known:
                assert (told.yes, told.no) == (truth.vote.yes, truth.vote.no)
            assert set(told.sides) == set(truth.vote.sides)
            for side, people in truth.vote.sides.items():
                assert set(told.sides[side]) == set(people), (truth.meeting, truth.section, side)
            compared += 1
    assert compared == (97 if FULL else sum(len(s.truths) for s in retaken))


def test_the_votes_that_stand_in_the_minutes_agree_word_for_word(retaken: list[Retaken]) -> None:
    minutes = (REAL / "text" / "ks-protokoll-2025-03-26.txt").read_text(encoding="utf-8")
    sections = re.split(r"(?m)^§ (\d+) Ärendenummer", minutes)
    real = {sections[n]: read_votes(sections[n + 1]) for n in range(1, len(sections), 2)}
    compared = 0
    for section in retaken:
        if not section.truths[0].meeting.endswith("2025-03-26"):
            continue
        own = read_votes(section.council.text(section.shown, TextRole.PROCEDURE))
        assert [v.words for v in own] == [v.words for v in real[section.truths[0].section]]
        compared += len(own)
    assert compared == 8


def spoiled(section: Retaken, number: int) -> Iterator[tuple[str, MeetingView, set[str]]]:
    """Three ways in which a roll call goes wrong, and the rules that must see it."""
    council, vote = section.council, section.vote_ids[number]
    ballots = section.vote(number).ballots
    first, second = ballots[0], ballots[1]
    stranger = council.people[council.seats.outsiders[0].name]

    def after(*commands: Command) -> MeetingView:
        for command in commands:
            council.do(command)
        view = council.view
        for _ in commands:
            council.session.undo()
        return view

    dropped = RemoveBallot(first.id)
    again = CastBallot(vote, second.person_id, Choice.NO if second.choice is Choice.YES else Choice.YES)
    yield "one dropped", after(dropped), {"vote_sums"}
    yield "one twice instead of another", after(dropped, again), {"vote_sums"}
    yield "one who does not serve", after(CastBallot(vote, stranger, first.choice)), {"not_serving"}
    yield (
        "one who does not serve instead of another",
        after(dropped, CastBallot(vote, stranger, first.choice)),
        {"not_serving", "vote_sums"},
    )
    doubled = replace(first, id="another", choice=again.choice, position=len(ballots) + 1)
    yield "one stored twice", with_ballots(section, number, (*ballots, doubled)), {"vote_sums"}


def with_ballots(section: Retaken, number: int, ballots: tuple[Ballot, ...]) -> MeetingView:
    """Return the view with other ballots in one vote."""
    view, shown = section.council.view, section.shown
    votes = tuple(
        replace(v, ballots=ballots) if v.vote.id == section.vote_ids[number] else v
        for v in shown.deliberation.votes
    )
    said = replace(shown.deliberation, votes=votes)
    return replace(view, deliberations={shown.section.id: said})


def blocking(view: MeetingView) -> set[str]:
    found = check(view, view.meeting.day)
    return {f.code for f in found if f.severity is Severity.BLOCK and f.code in ("vote_sums", "not_serving")}


def test_spoiled_copies_are_caught_and_nothing_sound_is(retaken: list[Retaken]) -> None:
    spoilt = 0
    for section in retaken:
        assert blocking(section.council.view) == set()
        for number in range(len(section.truths)):
            for what, view, codes in spoiled(section, number):
                assert blocking(view) == codes, (section.truths[number].section, what)
                shown = view.sections[0]
                vote = next(v for v in shown.deliberation.votes if v.vote.id == section.vote_ids[number])
                tally = count(vote, shown.facts)
                counted = {*tally.yes, *tally.no, *tally.abstain}
                assert all(map(shown.presence.serves, counted))
                spoilt += 1
    assert spoilt == 5 * (97 if FULL else sum(len(s.truths) for s in retaken))


def tied(section: Retaken, number: int, leader: Choice) -> tuple[Ballot, ...]:
    """Return the ballots of a vote changed so that there are as many ja as nej."""
    leads = section.council.people[section.council.seats.leader.name]
    ballots = section.vote(number).ballots
    others = [b for b in ballots if b.person_id != leads]
    half = len(others) // 2 if leader is Choice.ABSTAINS else (len(others) - 1) // 2
    wanted = [Choice.YES] * half + [Choice.NO] * (half + (leader is Choice.YES) - (leader is Choice.NO))
    wanted += [Choice.ABSTAINS] * (len(others) - len(wanted))
    changed = {b.id: choice for b, choice in zip(others, wanted, strict=True)}
    return tuple(replace(b, choice=changed.get(b.id, leader)) for b in ballots)


def test_ties_made_of_them_are_broken_by_the_chair_or_by_lot(retaken: list[Retaken]) -> None:
    made = 0
    for section in retaken:
        if len(section.truths) > 1:
            continue  # a vote of several in a § would decide on the others
        for leader in (Choice.YES, Choice.NO, Choice.ABSTAINS):
            view = with_ballots(section, 0, tied(section, 0, leader))
            shown = view.sections[0]
            vote = shown.deliberation.votes[0].vote
            put = vote.proposition_id or ""
            tally = view.courses[shown.section.id].tallies[vote.id]
            assert tally.tied
            own = {Choice.YES: vote.yes, Choice.NO: vote.no}.get(leader)
            assert view.courses[shown.section.id].winners.get(put) == own
            codes = {f.code for f in check(view, view.meeting.day)}
            assert "tie" in codes
            assert ("tie_not_broken" in codes) == (own is None)
            for key in (vote.yes, vote.no):
                cast = marked(view, casting=key)
                assert cast.courses[shown.section.id].winners.get(put) == (own or key)
                assert "tie_not_broken" not in {f.code for f in check(cast, view.meeting.day)}
                drawn = marked(election(view), lot=key)
                assert drawn.courses[shown.section.id].winners[put] == key
            assert "tie_not_broken" in {f.code for f in check(election(view), view.meeting.day)}
            made += 1
    assert made > (270 if FULL else 70)


def marked(view: MeetingView, **marks: str) -> MeetingView:
    """Return the view with something noted on its one vote."""
    section = view.sections[0]
    first = section.deliberation.votes[0]
    said = replace(section.deliberation, votes=(replace(first, vote=replace(first.vote, **marks)),))  # type: ignore[arg-type]
    return replace(view, deliberations={section.section.id: said})


def election(view: MeetingView) -> MeetingView:
    """Return the view with the item as an election."""
    item = view.items[0]
    return replace(view, items=(replace(item, item=replace(item.item, kind=ItemKind.ELECTION)),))
