"""A real protokoll with jäv, votes, kontraproposition, reservations: held again, compared § by §."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from namndstod.domain import proceedings
from namndstod.domain.proceedings import Choice, PropositionKind
from namndstod.domain.records import Outcome, TextRole
from namndstod.domain.view import SectionView

from .council import open_session
from .minutes import PROPOSAL, REJECTION, ReadSection, read_minutes
from .names_style import flat
from .place import REAL, needs_real_input
from .reenacted import Meeting, hold

pytestmark = needs_real_input

DAY = date(2025, 3, 26)


def real_sections() -> list[ReadSection]:
    text = (REAL / "text" / "ks-protokoll-2025-03-26.txt").read_text(encoding="utf-8")
    return [s for s in read_minutes(text) if understood(s)]


def understood(section: ReadSection) -> bool:
    """One § has yrkanden that are neither bifall nor avslag; it has nothing of what is compared."""
    try:
        return section.said is not None
    except ValueError:
        assert not any((section.votes, section.recused, section.reservations, section.no_part))
        return False


def wanted(section: ReadSection) -> bool:
    """Whether the § has jäv, yrkanden, omröstning, kontraproposition, reservation or somebody outside."""
    return bool(section.said or section.votes or section.recused or section.reservations or section.no_part)


@pytest.fixture(scope="module")
def real() -> list[ReadSection]:
    found = real_sections()
    assert len(found) > 35
    return found


@pytest.fixture(scope="module")
def held(real: list[ReadSection], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meeting]:
    session = open_session(tmp_path_factory.mktemp("igen") / "pärm")
    try:
        yield hold(session, real, DAY)
    finally:
        session.close()


def both(real: list[ReadSection], held: Meeting) -> Iterator[tuple[ReadSection, ReadSection, SectionView]]:
    for section in filter(wanted, real):
        yield section, held.reread(section), held.shown(section.number)


def test_enough_is_compared(real: list[ReadSection]) -> None:
    chosen = [s for s in real if wanted(s)]
    assert len(chosen) == 17
    assert sum(len(s.votes) for s in chosen) == 8
    assert sum(bool(s.recused) for s in chosen) == 3
    assert sum(any(q.kind == "counter" for q in s.questions) for s in chosen) == 2


def test_jav_and_who_serves(real: list[ReadSection], held: Meeting) -> None:
    for section, own, shown in both(real, held):
        assert [v.name for v in own.recused] == [v.name for v in section.recused], section.number
        out = {held.council.people[v.name] for v in section.recused}
        assert shown.presence.recused == out
        assert not any(map(shown.presence.serves, out))


def test_yrkanden_with_their_movers(real: list[ReadSection], held: Meeting) -> None:
    for section, own, _ in both(real, held):
        assert merged(own) == merged(section), section.number


def merged(section: ReadSection) -> list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]]:
    """The yrkanden in order; «Vidare yrkar …» of the same people is one with what they said before."""
    found: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool]] = []
    for said in section.said:
        entry = (said.movers, said.approves, said.rejects, said.first_hand)
        if found and found[-1][0] == said.movers and said.first_hand and not (said.approves or found[-1][2]):
            entry = (said.movers, found.pop()[1], said.rejects, True)
        found.append(entry)
    return found


def test_what_stood_against_what(real: list[ReadSection], held: Meeting) -> None:
    for section, own, shown in both(real, held):
        assert own.questions == section.questions, section.number
        labels = held.labels(section.number)
        put = [{labels[k] for k in p.options} for p in shown.deliberation.propositions]
        assert put == [set(q.options) for q in section.questions], section.number


def test_each_vote_and_its_meaning_word_for_word(real: list[ReadSection], held: Meeting) -> None:
    for section, own, _ in both(real, held):
        assert own.votes == section.votes, section.number


def test_the_outcome(real: list[ReadSection], held: Meeting) -> None:
    outcomes = {REJECTION: Outcome.REJECTED, PROPOSAL: Outcome.APPROVED}
    for section, _, shown in both(real, held):
        if section.tabled is not None:
            continue
        text = flat(section.parts.get("decision", ""))
        won, added = decided(section, text)
        course = held.council.view.courses.get(shown.section.id)
        if course is not None and section.said:
            labels = held.labels(section.number)
            assert labels[course.result.matter or ""] == won, section.number
            assert [labels[k] for k in course.result.additions] == added, section.number
        if won == PROPOSAL and not added:
            assert flat(held.council.text(shown, TextRole.DECISION)) in text, section.number
        assert shown.section.outcome is (Outcome.CHANGED if added else outcomes.get(won, Outcome.CHANGED))


def test_what_is_tabled_until_when_and_by_whom(real: list[ReadSection], held: Meeting) -> None:
    tabled = [s for s in real if s.tabled is not None]
    assert len(tabled) > 12
    for section in tabled:
        shown = held.shown(section.number)
        assert shown.section.outcome is Outcome.TABLED
        assert held.reread(section).tabled == section.tabled
        assert section.tabled is not None
        assert f"bordläggs till {section.tabled[1]}." in flat(held.council.text(shown, TextRole.DECISION))


def decided(section: ReadSection, text: str) -> tuple[str, list[str]]:
    """Return the label of what the real decision follows, and of what it adds."""
    if re.fullmatch(r"Yrkandet från .+ avslås\.", text):
        return REJECTION, []
    added = re.search(r"förslag med tillägg enligt yrkande från (.+?):", text)
    if added:
        parties = tuple(re.split(", | och ", added[1]))
        return PROPOSAL, [p.label for p in section.papers if p.kind == "tilläggs" and p.parties == parties]
    other = re.search(r"(?:tillstyrker|Enligt) yrkande från (.+?)(?: den .+?)?(?: och föreslår|:)", text)
    if other:
        parties = tuple(re.split(", | och ", other[1]))
        return next(p.label for p in section.papers if p.kind == "" and p.parties == parties), []
    assert "stadsledningskontorets förslag" in text, text
    return PROPOSAL, []


def test_reservations_notes_and_who_takes_no_part(real: list[ReadSection], held: Meeting) -> None:
    for section, own, shown in both(real, held):
        assert own.reservations == section.reservations, section.number
        assert own.notes == section.notes, section.number
        assert {v.name for v in own.no_part} == {v.name for v in section.no_part}, section.number
        outside = {held.council.people[v.name] for v in section.no_part}
        assert shown.deliberation.not_taking_part == outside


def test_who_abstains_may_also_take_no_part_and_is_counted_once(
    real: list[ReadSection], held: Meeting
) -> None:
    section = next(s for s in real if s.votes and s.no_part)
    shown = held.shown(section.number)
    outside = shown.deliberation.not_taking_part
    tally = next(iter(held.council.view.courses[shown.section.id].tallies.values()))
    assert len(outside) == 5
    assert set(tally.abstain) == outside
    assert all(tally.choice(p) is Choice.ABSTAINS for p in outside)
    assert tally.complete
    assert not tally.no_part


def test_three_proposals_are_settled_without_a_vote(real: list[ReadSection], held: Meeting) -> None:
    settled = []
    for section, _, shown in both(real, held):
        put = shown.deliberation.propositions
        if len(put) == 1 and len(put[0].options) == 3 and not put[0].vote_requested:
            course = held.council.view.courses[shown.section.id]
            assert put[0].kind is PropositionKind.MATTER
            assert not shown.deliberation.votes
            assert course.settled
            assert course.result.matter == proceedings.REJECTION
            settled.append(section.number)
    assert settled == [270, 272]
