"""Överklagandehänvisning: how, where and when a decision is appealed (KL 13 kap.; FL 33, 42–47 §§)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from namndstod.domain.content import Block, Heading, ListBlock, ListItem, ListKind
from namndstod.domain.notices import NOTHING_DECIDED, period_of
from namndstod.domain.records import Appeal, TextRole
from namndstod.domain.swedish import long_date, section_range
from namndstod.domain.view import MeetingView, SectionView

from .common import blocks_of, bullets, paragraph

_COURT = "förvaltningsrätten"


def appealable(sections: Sequence[SectionView], kind: Appeal) -> list[SectionView]:
    """Return the §§ with a decision that is appealed in that way."""
    return [s for s in sections if s.section.appeal is kind and s.section.outcome not in NOTHING_DECIDED]


def not_appealable(sections: Sequence[SectionView]) -> Iterator[Block]:
    """Yield that a decision cannot be appealed, and why (KL 13:2), where there is such a one."""
    found = appealable(sections, Appeal.NONE)
    if found:
        they = "Det" if len(found) == 1 else "De"
        yield paragraph(
            f"{_subject(found)} kan inte överklagas. {they} är av rent förberedande eller rent verkställande "
            "art (13 kap. 2 § kommunallagen (2017:725))."
        )


def how_to_appeal(view: MeetingView, sections: Sequence[SectionView]) -> list[Block]:
    """Return how the decisions are appealed, one part for each way; nothing where none can be."""
    blocks: list[Block] = []
    for kind, write in ((Appeal.LEGALITY, _legality), (Appeal.ADMINISTRATIVE, _administrative)):
        found = appealable(sections, kind)
        if found:
            blocks.append(Heading(1, f"Hur man överklagar {_numbers(found)}"))
            blocks += write(view, found)
            blocks += _dissenting(found)
    return blocks


def _legality(view: MeetingView, sections: Sequence[SectionView]) -> Iterator[Block]:
    yield paragraph(
        f"{_subject(sections)} kan överklagas genom laglighetsprövning enligt 13 kap. kommunallagen "
        "(2017:725). Domstolen prövar om beslutet är lagligt, inte om det är lämpligt. Den kan upphäva "
        "beslutet men inte sätta något annat i dess ställe."
    )
    yield Heading(2, "Vem som får överklaga")
    yield paragraph(
        "Den som är medlem av kommunen eller regionen, det vill säga den som är folkbokförd där, äger fast "
        "egendom där eller ska betala kommunalskatt där."
    )
    yield Heading(2, "Vart överklagandet ska skickas, och när")
    yield from _to_court(view)
    yield paragraph(
        f"Överklagandet ska ha kommit in till {_COURT} inom tre veckor från den dag då det tillkännagavs på "
        f"anslagstavlan att protokollet är justerat.{_last_day(view, sections)}"
    )
    yield Heading(2, "Vad överklagandet ska innehålla")
    yield bullets(
        (
            _which(view, sections),
            "Varför du anser att beslutet inte är lagligt. Ange alla omständigheter inom de tre veckorna; "
            "domstolen får inte ta hänsyn till sådana som kommer senare.",
            _WHO,
        )
    )
    yield paragraph(
        "Domstolen upphäver ett beslut som inte har kommit till i laga ordning, som rör något som inte är en "
        "angelägenhet för kommunen eller regionen, som det organ som fattade det inte hade rätt att fatta, "
        "eller som på annat sätt strider mot lag eller annan författning (13 kap. 8 § kommunallagen)."
    )


def _administrative(view: MeetingView, sections: Sequence[SectionView]) -> Iterator[Block]:
    yield paragraph(f"{_subject(sections)} kan överklagas enligt förvaltningslagen (2017:900).")
    yield Heading(2, "Vem som får överklaga")
    yield paragraph("Den som beslutet angår, om det har gått honom eller henne emot.")
    yield Heading(2, "Vart överklagandet ska skickas, och när")
    yield paragraph(
        f"Överklaga skriftligt. Ställ överklagandet till {_court(view)}, men skicka eller lämna det till "
        f"{view.term.name}, som har fattat beslutet:"
    )
    yield paragraph("\n".join(_own_address(view)))
    yield paragraph(
        f"Överklagandet ska ha kommit in till {view.term.name} inom tre veckor från den dag då du fick del "
        "av beslutet. För en part som företräder det allmänna räknas tiden i stället från den dag då "
        "beslutet meddelades."
    )
    yield Heading(2, "Vad överklagandet ska innehålla")
    yield bullets(
        (
            _which(view, sections),
            "Hur du vill att beslutet ska ändras, och varför.",
            _WHO,
            "Den som har ett ombud skickar med en fullmakt.",
        )
    )
    yield paragraph(
        f"{view.term.name} prövar om överklagandet har kommit in i rätt tid och lämnar det vidare till "
        f"{_COURT}, om inte beslutet ändras så som du vill."
    )


_WHO = "Ditt namn, din adress, din e-postadress och ditt telefonnummer, och de handlingar du vill åberopa."


def _dissenting(sections: Sequence[SectionView]) -> Iterator[Block]:
    """Yield the avvikande meningar that were recorded, which a party is told of (FL 33 §)."""
    told = [s for s in sections if not s.parts[TextRole.RESERVATIONS].blank]
    if not told:
        return
    yield Heading(2, "Avvikande mening")
    yield paragraph("Följande avvikande mening har antecknats till protokollet.")
    for section in told:
        words = blocks_of(section.parts[TextRole.RESERVATIONS].drafts)
        if len(sections) == 1:
            yield from words
        else:
            yield ListBlock(ListKind.BULLETS, (ListItem(_numbers([section]), words),))


def _numbers(sections: Sequence[SectionView]) -> str:
    return section_range(s.number for s in sections if s.number is not None) or "beslutet"


def _subject(sections: Sequence[SectionView]) -> str:
    return f"Beslutet i {_numbers(sections)}" if len(sections) == 1 else f"Besluten i {_numbers(sections)}"


def _which(view: MeetingView, sections: Sequence[SectionView]) -> str:
    diaries = ", ".join(dict.fromkeys(s.diary_number for s in sections if s.diary_number))
    case = f", diarienummer {diaries}" if diaries else ""
    day = long_date(view.meeting.day)
    return f"Vilket beslut du överklagar: {view.term.name} {day}, {_numbers(sections)}{case}."


def _court(view: MeetingView) -> str:
    return next(iter(view.customs.court), _COURT)


def _to_court(view: MeetingView) -> Iterator[Block]:
    if len(view.customs.court) > 1:
        yield paragraph("Överklaga skriftligt till:")
        yield paragraph("\n".join(view.customs.court))
    else:
        yield paragraph(f"Överklaga skriftligt till {_court(view)}.")


def _own_address(view: MeetingView) -> list[str]:
    head = view.customs.letterhead
    own = [view.term.name, head.organisation, *head.address, view.meeting.secretary_email]
    return list(dict.fromkeys(line for line in own if line))


def _last_day(view: MeetingView, sections: Sequence[SectionView]) -> str:
    """Say the last day, where the anslag is up and it is the same one for all the §§."""
    periods = {period_of(view, s) for s in sections}
    if len(periods) != 1 or (period := periods.pop()) is None:
        return ""
    return (
        f" Det tillkännagavs {long_date(period.posted)}. Överklagandet ska därför ha kommit in senast "
        f"{long_date(period.last)}."
    )
