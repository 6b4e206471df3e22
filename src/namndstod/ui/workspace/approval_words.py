"""How the justering of a protokoll stands, as the stages of a list and in sentences. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from namndstod.domain import signing
from namndstod.domain.deadlines import (
    Limit,
    appeal_period,
    approval_limit,
    came_down_early,
    notice_limit,
    unposted,
)
from namndstod.domain.proceedings import Notice
from namndstod.domain.records import Appeal, MeetingState, Outcome
from namndstod.domain.swedish import at_clock, counted, listed, long_date, section_range
from namndstod.domain.view import MeetingView, SectionView
from namndstod.ui.kit.tokens import Tone

_NOTHING_DECIDED = (None, Outcome.WITHDRAWN, Outcome.NOTED)


def is_locked(view: MeetingView, section: SectionView | None = None) -> bool:
    """Whether nothing can be changed: justerat, out for signing, or a § that was justerad at once."""
    if view.meeting.state is MeetingState.APPROVED or view.meeting.sent_for_signing is not None:
        return True
    return section is not None and section.section.approved is not None


def why_locked(view: MeetingView, section: SectionView | None = None) -> str:
    """Say why nothing can be changed, and what can be done instead; nothing where it can."""
    if view.meeting.state is MeetingState.APPROVED:
        return "Protokollet är justerat. En ändring görs som en synlig rättelse."
    if view.meeting.sent_for_signing is not None:
        return "Protokollet är sänt för justering och låst. Återkalla det i steget Justering för att ändra."
    if section is not None and section.section.approved is not None:
        day = long_date(section.section.approved)
        return f"Paragrafen justerades omedelbart {day}. En ändring görs som en synlig rättelse."
    return ""


def limit_words(limit: Limit) -> str:
    """«senast den 22 maj 2027»; both days where the last one is shifted (lag 1930:173)."""
    if not limit.moved:
        return f"senast {long_date(limit.planned)}"
    return f"senast {long_date(limit.planned)}; fristen går ut {long_date(limit.last)}"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of justering: its name, what there is to say of it, and how it stands.

    `tone` is DONE, INFO (this is next), LOOK or MEND (this is next and presses), NEUTRAL (later).
    """

    key: str
    title: str
    detail: str
    tone: Tone = Tone.NEUTRAL


def stages(view: MeetingView, blocked: str, today: date) -> tuple[Stage, ...]:
    """Return what is done and what is next, in order. `blocked`: what must be mended or answered first."""
    found = [_approvers(view), _sent(view, blocked), _signed(view, today), _posted(view, today)]
    found += [_taken_down(view, today), _legal_force(view, today)]
    waits = next((s.key for s in found if s.tone is not Tone.DONE), "")
    if view.meeting.state not in (MeetingState.CLOSED, MeetingState.APPROVED):
        waits = "approvers"
    return tuple(
        s if s.tone is Tone.DONE or s.key == waits else Stage(s.key, s.title, s.detail) for s in found
    )


def _approvers(view: MeetingView) -> Stage:
    if not view.approvers:
        return Stage("approvers", "Välj justerare", "", Tone.LOOK)
    names = listed([view.label(a.person_id) for a in view.approvers])
    return Stage("approvers", "Justerare", names, Tone.DONE)


def _sent(view: MeetingView, blocked: str) -> Stage:
    meeting = view.meeting
    if meeting.state is MeetingState.APPROVED and meeting.sent_for_signing is None:
        return Stage("send", "Sänt för justering", "justerat på papper, på en gång", Tone.DONE)
    if meeting.sent_for_signing is not None:
        sent = meeting.sent_for_signing.astimezone()
        at = at_clock(sent.time(), view.customs.time_separator)
        return Stage("send", "Sänt för justering", f"{long_date(sent.date())} {at}", Tone.DONE)
    if blocked:
        return Stage("send", "Sänd för justering", blocked, Tone.MEND)
    back = f"Återkallat: {meeting.withdrawn_because}" if meeting.withdrawn_because else ""
    return Stage("send", "Sänd för justering", back, Tone.INFO)


def _signed(view: MeetingView, today: date) -> Stage:
    meeting = view.meeting
    if meeting.state is MeetingState.APPROVED and meeting.approval_date is not None:
        return Stage("sign", "Justerat", long_date(meeting.approval_date), Tone.DONE)
    until = approval_limit(meeting.end_day or meeting.day, view.customs.approval_days)
    left = [view.label(who[0]) for who in signing.waiting_for(view)]
    waits = f"väntar på {listed(left)}, " if meeting.sent_for_signing is not None and left else ""
    if today > until.last:
        passed = f"fristen passerade {long_date(until.last)}; justera och anslå ändå"
        return Stage("sign", "Underskrifter", f"{waits}{passed}", Tone.MEND)
    near = (until.planned - today).days <= 3
    return Stage("sign", "Underskrifter", f"{waits}{limit_words(until)}", Tone.LOOK if near else Tone.INFO)


def main_notice(view: MeetingView) -> Notice | None:
    """Return the latest anslag of the whole protokoll."""
    of_all = [n for n in view.notices if not n.sections and n.posted is not None]
    return max(of_all, key=lambda n: n.posted or date.min, default=None)


def _posted(view: MeetingView, today: date) -> Stage:
    notice, approved = main_notice(view), view.meeting.approval_date
    if notice is not None and notice.posted is not None and not came_down_early(notice):
        return Stage("post", "Anslag uppsatt", long_date(notice.posted), Tone.DONE)
    if view.meeting.state is not MeetingState.APPROVED or approved is None:
        return Stage("post", "Sätt upp anslaget", "senast andra dagen efter justeringen")
    until = notice_limit(approved)
    again = "togs ned för tidigt, anslå på nytt; " if notice is not None else ""
    tone = Tone.MEND if today > until.last or again else Tone.LOOK
    return Stage("post", "Sätt upp anslaget", f"{again}{limit_words(until)}", tone)


def _taken_down(view: MeetingView, today: date) -> Stage:
    notice = main_notice(view)
    if notice is None or notice.posted is None or came_down_early(notice):
        return Stage("down", "Ta ned anslaget", "dagen efter överklagandetidens sista dag")
    if notice.taken_down is not None:
        return Stage("down", "Anslag nedtaget", long_date(notice.taken_down), Tone.DONE)
    earliest = appeal_period(notice.posted).may_come_down
    tone = Tone.LOOK if today >= earliest else Tone.INFO
    return Stage("down", "Ta ned anslaget", f"tidigast {long_date(earliest)}", tone)


def _legal_force(view: MeetingView, today: date) -> Stage:
    notice = main_notice(view)
    if notice is None or notice.posted is None or came_down_early(notice):
        return Stage("force", "Laga kraft", "om ingen överklagar")
    force = appeal_period(notice.posted).legal_force
    over = today >= force and notice.taken_down is not None
    detail = f"{long_date(force)}, om ingen överklagat"
    return Stage("force", "Laga kraft", detail, Tone.DONE if over else Tone.INFO)


# --- anslag ----------------------------------------------------------------------------------------------


def numbers_of(view: MeetingView, sections: tuple[str, ...]) -> str:
    """«§§ 44–45», or «Hela protokollet»."""
    numbers = [s.number for s in view.sections if s.section.id in sections and s.number is not None]
    return section_range(numbers) if numbers else "Hela protokollet"


def to_post(view: MeetingView) -> tuple[tuple[tuple[str, ...], date, str], ...]:
    """Return what has no valid anslag: the ids of its §§ (none: all), the day of justering, what to say."""
    immediate = [(s.section.id, s.section.approved) for s in view.sections if s.section.approved is not None]
    known = [(id_, day) for id_, day in immediate if day is not None]
    return tuple(
        (sections, day, f"Justerat {long_date(day)}. Anslås {limit_words(notice_limit(day))}.")
        for sections, day in unposted(view.meeting, known, view.notices)
    )


def notice_words(view: MeetingView, notice: Notice) -> str:
    """When an anslag went up, when it may come down or did, until when its decisions can be appealed."""
    if notice.posted is None:
        return "Inte uppsatt."
    period = appeal_period(notice.posted)
    lines = [f"Uppsatt {long_date(notice.posted)}."]
    if notice.taken_down is not None:
        lines.append(f"Nedtaget {long_date(notice.taken_down)}.")
    if came_down_early(notice):
        lines.append("Överklagandetiden hade inte löpt ut (KL 13 kap. 5 § andra stycket): anslå på nytt.")
        return " ".join(lines)
    if notice.taken_down is None:
        lines.append(f"Får tas ned tidigast {long_date(period.may_come_down)}.")
    return " ".join((*lines, *_force_words(view, notice)))


def _force_words(view: MeetingView, notice: Notice) -> list[str]:
    """Laga kraft by kind: computed for laglighetsprövning only (KL 13:2–3, FL 33 and 44 §§)."""
    period = appeal_period(notice.posted or view.meeting.day)
    found = []
    legality = _sections(view, notice, Appeal.LEGALITY)
    if legality:
        where = "" if len(legality) == len(_covered(view, notice)) else f" ({_range(legality)})"
        found.append(
            f"Sista dag att överklaga {long_date(period.last)}, laga kraft {long_date(period.legal_force)} "
            f"om inget överklagande kommit in{where}."
        )
    if others := _sections(view, notice, Appeal.ADMINISTRATIVE):
        found.append(
            f"{_range(others)}: förvaltningsbesvär, tre veckor från att parten fick del av beslutet."
        )
    if none := _sections(view, notice, Appeal.NONE):
        found.append(f"{_range(none)}: {'beslutet' if len(none) == 1 else 'besluten'} kan inte överklagas.")
    return found


def _covered(view: MeetingView, notice: Notice) -> list[SectionView]:
    """The §§ with a decision that an anslag is of."""
    return [
        s
        for s in view.sections
        if s.section.outcome not in _NOTHING_DECIDED
        and (s.section.id in notice.sections if notice.sections else s.section.approved is None)
    ]


def _sections(view: MeetingView, notice: Notice, kind: Appeal) -> list[SectionView]:
    return [s for s in _covered(view, notice) if s.section.appeal is kind]


def _range(sections: list[SectionView]) -> str:
    return section_range(s.number for s in sections if s.number is not None)


def paper_words(pages: int, sha: str, shown: int = 12) -> str:
    """«4 sidor · SHA-256 0a1b2c…»."""
    return f"{counted(pages, 'sida', 'sidor')} · SHA-256 {sha[:shown]}…"
