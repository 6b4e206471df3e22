"""How expediering is put into words for the window. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from namndstod.domain.editions import shown_heading
from namndstod.domain.expediting import Line, can_be_expedited, holds_secrets, lines, progress
from namndstod.domain.notices import approved_day, is_final, period_of, posted_day
from namndstod.domain.records import Appeal, Outcome
from namndstod.domain.swedish import counted, long_date
from namndstod.domain.view import MeetingView, SectionView
from namndstod.ui.kit.item_model import ItemRow, PillSpec
from namndstod.ui.kit.tokens import Tone
from namndstod.ui.presenting import short_day

from .presenting import section_label

Pill = tuple[str, Tone]


def expediting_row(view: MeetingView, section: SectionView) -> ItemRow:
    """A § in the list: when it was justerad and anslagen, and how much of it has gone out."""
    pill = section_standing(view, section)
    return ItemRow(
        id=section.section.id,
        number=section_label(section),
        title=shown_heading(section) or "Utan rubrik",
        note=_note(view, section),
        pills=(PillSpec(*pill),) if pill else (),
        muted=section.section.outcome is Outcome.WITHDRAWN,
    )


def section_standing(view: MeetingView, section: SectionView) -> Pill | None:
    """«expedierad», «2 av 3», «3 väntar»; nothing where there is nobody to send to."""
    if not can_be_expedited(section):
        return None
    told = progress(lines(view, section))
    if not told.total:
        return None
    if told.done:
        return "expedierad", Tone.DONE
    if told.sent:
        return f"{told.sent} av {told.total}", Tone.LOOK
    final = is_final(view, section)
    return (f"{told.total} väntar", Tone.LOOK) if final else (f"{told.total} mottagare", Tone.NEUTRAL)


def _note(view: MeetingView, section: SectionView) -> str:
    approved = approved_day(view, section)
    if approved is None:
        return "utgår" if section.section.outcome is Outcome.WITHDRAWN else "inte justerad"
    posted = posted_day(view.notices, section.section)
    return f"anslagen {short_day(posted)}" if posted else f"justerad {short_day(approved)}, inte anslagen"


def legal_words(view: MeetingView, section: SectionView) -> str:
    """Say how the § is appealed and, where it can be reckoned, when its decision gets laga kraft."""
    if not is_final(view, section):
        return "Paragrafen är inte justerad. Utdraget är ett utkast, och inget kan expedieras än."
    if not can_be_expedited(section):
        return "Här finns inget beslut att expediera."
    if section.section.appeal is Appeal.NONE:
        return "Beslutet kan inte överklagas."
    if section.section.appeal is Appeal.ADMINISTRATIVE:
        return "Förvaltningsbesvär: tre veckor från det att parten fick del av beslutet. Dagen beräknas inte."
    period = period_of(view, section)
    if period is None:
        noted = section.section.outcome is Outcome.NOTED
        return "" if noted else "Laga kraft räknas från anslaget, som inte är uppsatt än."
    return (
        f"Sista dag att överklaga {long_date(period.last)}. Laga kraft {long_date(period.legal_force)}, om "
        "inget överklagande har kommit in."
    )


def hindrance(view: MeetingView, section: SectionView, line: Line, *, whole: bool = False) -> Pill | None:
    """Say why a line cannot be sent as it stands, in two words; `whole`: with what is marked as secret."""
    if not is_final(view, section):
        return "inte justerad", Tone.NEUTRAL
    if line.by_mail and (section.secret or (whole and holds_secrets(section))):
        return "inte e-post: sekretess", Tone.MEND
    if not line.manner:
        return "välj sätt", Tone.LOOK
    return ("adress saknas", Tone.LOOK) if line.lacks_address else None


def line_pill(view: MeetingView, section: SectionView, line: Line, *, whole: bool = False) -> Pill | None:
    """«sänd 21 maj, IF», or what hinders the line."""
    if line.sent is not None:
        by = line.dispatch.by if line.dispatch is not None else ""
        return f"sänd {short_day(line.sent)}{f', {by}' if by else ''}", Tone.DONE
    return hindrance(view, section, line, whole=whole)


def summary(chosen: Sequence[Line]) -> str:
    """«7 utskick till 5 mottagare: 5 med e-post, 2 att skriva ut.»"""
    if not chosen:
        return "Ingen mottagare är vald."
    names = {line.name.casefold() for line in chosen}
    mails = sum(line.by_mail for line in chosen)
    ways = [f"{mails} med e-post"] if mails else []
    if len(chosen) > mails:
        ways.append(f"{len(chosen) - mails} att skriva ut")
    sections = counted(len({line.section_id for line in chosen}), "paragraf", "paragrafer")
    return f"{sections} till {counted(len(names), 'mottagare', 'mottagare')}: {', '.join(ways)}."


def outcome_words(drafts: int, prints: int, folder: str) -> str:
    """«3 utkast till e-post och 1 utdrag att skriva ut ligger i mappen Utskick.»"""
    told = [counted(drafts, "utkast till e-post", "utkast till e-post")] if drafts else []
    told += [counted(prints, "utdrag att skriva ut", "utdrag att skriva ut")] if prints else []
    return f"{' och '.join(told)} ligger i mappen {folder}."
