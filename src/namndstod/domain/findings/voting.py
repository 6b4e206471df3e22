"""Rules about omröstning (law.md 8, 10–13, 16)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..deliberation import VoteView
from ..procedure import Procedure, Stage, is_election
from ..proceedings import PropositionKind
from ..records import MeetingState, SectionState, TextRole
from ..swedish import EN_DASH, listed
from ..tally import Tally
from ..view import MeetingView, SectionView
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .sections import held_sections, named

_Voted = tuple[SectionView, Procedure, VoteView, Tally]


def _place(section: SectionView) -> Place:
    return Place(Step.MEETING, section_id=section.section.id, field="votes")


def _open_votes(view: MeetingView) -> Iterator[_Voted]:
    for section in held_sections(view):
        course = view.courses.get(section.section.id)
        for vote in section.deliberation.votes if course is not None else ():
            if course is not None and not vote.vote.closed:
                yield section, course, vote, course.tallies[vote.vote.id]


def _over(view: MeetingView, section: SectionView) -> bool:
    """Whether the roll call must be complete by now: the klubba has fallen, or the meeting is over."""
    decided = section.section.state is SectionState.DECIDED
    return decided or view.meeting.state is not MeetingState.OPEN


def after_gavel(view: MeetingView, today: date) -> Iterator[Finding]:
    """Omröstning is requested before the klubba; one requested after it counts nowhere (KL 5:53)."""
    for section in held_sections(view):
        late = [p for p in section.deliberation.propositions if p.vote_requested and p.after_gavel]
        if not late:
            continue
        yield Finding(
            "vote_after_gavel",
            Severity.BLOCK,
            _place(section),
            f"Beslutet i {named(section)} är klubbat. Omröstning måste begäras före klubbslaget.",
            "KL 5 kap. 53 §",
            (
                Mend("Ångra klubban", MendKind.REOPEN, (section.section.id,)),
                Mend("Stryk begäran", MendKind.DROP_REQUEST, (late[0].id,)),
            ),
        )


def closed_vote(view: MeetingView, today: date) -> Iterator[Finding]:
    """Votes are open, except in elections and appointments of staff (KL 5:54)."""
    for section in held_sections(view):
        closed = [v for v in section.deliberation.votes if v.vote.closed]
        if closed and not is_election(section.facts):
            yield Finding(
                "closed_vote",
                Severity.BLOCK,
                _place(section),
                f"{named(section)}: Sluten omröstning är bara tillåten vid val eller anställning "
                "av personal.",
                "KL 5 kap. 54 §",
                (Mend("Ta bort den slutna omröstningen", MendKind.DROP_VOTE, (closed[0].vote.id,)),),
            )


def tie(view: MeetingView, today: date) -> Iterator[Finding]:
    """At a tie the chair's vote decides; in elections and appointments lots are drawn (KL 5:55–56)."""
    for section, _, vote, tally in _open_votes(view):
        if tally.tied:
            by_lot = is_election(section.facts)
            how = " avgörs genom lottning" if by_lot else ": ordförandens utslagsröst avgör"
            yield Finding(
                "tie",
                Severity.INFORM,
                _place(section),
                f"{named(section)}: Lika röstetal {len(tally.yes)}{EN_DASH}{len(tally.no)}{how}.",
                "KL 5 kap. 55–56 §§",
                subject=vote.vote.id,
            )


def tie_not_broken(view: MeetingView, today: date) -> Iterator[Finding]:
    """The chair votes where that is needed to decide (KL 4:25); an election waits for the lot (KL 5:56)."""
    for section in held_sections(view):
        course = view.courses.get(section.section.id)
        if course is None or course.next.stage not in (Stage.CASTING, Stage.LOT):
            continue
        by_lot = course.next.stage is Stage.LOT
        asked = (
            "ange vad lotten faller på"
            if by_lot
            else "ordföranden har inte röstat och måste avgöra med sin utslagsröst"
        )
        yield Finding(
            "tie_not_broken",
            Severity.BLOCK if _over(view, section) else Severity.INFORM,
            _place(section),
            f"{named(section)}: lika röstetal, {asked}.",
            "KL 5 kap. 56 §" if by_lot else "KL 4 kap. 25 § och 5 kap. 55 §",
        )


def sums(view: MeetingView, today: date) -> Iterator[Finding]:
    """Each one's vote is recorded once, and the sums match those who serve (KL 5:67)."""
    for section, _, vote, tally in _open_votes(view):
        if tally.complete or not (tally.doubled or _over(view, section)):
            continue
        groups = (tally.yes, tally.no, tally.abstain, (*tally.no_part, *tally.absent))
        ja, nej, abstain, outside = (len(group) for group in groups)
        serving = len(section.presence.serving)
        yield Finding(
            "vote_sums",
            Severity.BLOCK,
            _place(section),
            f"{named(section)}: {ja} ja, {nej} nej, {abstain} avstår och {outside} som inte deltar blir inte "
            f"{serving} tjänstgörande.{_whose(view, tally)}",
            "KL 5 kap. 67 §",
            subject=vote.vote.id,
        )


def _whose(view: MeetingView, tally: Tally) -> str:
    missing = listed([view.label(p) for p in tally.missing])
    doubled = listed([view.label(p) for p in tally.doubled])
    said = f" Röst saknas för {missing}." if missing else ""
    return f"{said} {doubled} har mer än en röst." if doubled else said


def chair_votes_last(view: MeetingView, today: date) -> Iterator[Finding]:
    """The one who leads votes last (practice)."""
    for section, _, vote, tally in _open_votes(view):
        leads = section.facts.leads
        order = [b.person_id for b in vote.ballots]
        if tally.complete and leads in order and order[-1] != leads:
            yield Finding(
                "chair_votes_last",
                Severity.INFORM,
                _place(section),
                f"{named(section)}: {view.label(leads or '')} ledde sammanträdet och brukar rösta sist.",
                "praxis",
                subject=vote.vote.id,
            )


def minority(view: MeetingView, today: date) -> Iterator[Finding]:
    """One third is enough for återremiss or bordläggning in fullmäktige only (KL 5:50, 6:33)."""
    for section in held_sections(view):
        claimed = [v.vote.id for v in section.deliberation.votes if v.vote.minority]
        if claimed:
            yield Finding(
                "minority_vote",
                Severity.BLOCK,
                _place(section),
                f"{named(section)}: I nämnd krävs enkel majoritet; minoritetsregeln gäller bara fullmäktige.",
                "KL 5 kap. 50 § och 6 kap. 33 §",
                (Mend("Räkna med enkel majoritet", MendKind.PLAIN_MAJORITY, (claimed[0],)),),
            )


def vote_unfinished(view: MeetingView, today: date) -> Iterator[Finding]:
    """A vote that was requested in time is taken before the klubba (KL 5:53)."""
    for section in held_sections(view):
        course = view.courses.get(section.section.id)
        if course is None or not _over(view, section):
            continue
        step = course.next
        if step.stage is Stage.OPEN or step.kind is PropositionKind.COUNTER:
            yield Finding(
                "vote_unfinished",
                Severity.BLOCK,
                Place(Step.MEETING, section_id=section.section.id, role=TextRole.PROCEDURE),
                f"{named(section)}: omröstning begärdes men är inte genomförd.",
                "KL 5 kap. 53 §",
                (Mend("Ångra klubban", MendKind.REOPEN, (section.section.id,)),),
            )
