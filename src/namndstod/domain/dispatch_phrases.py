"""What the program writes when decisions go out: the mail to a recipient, and the names of the files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from .editions import shown_heading
from .papers import speaking_name
from .records import Appeal
from .swedish import EN_DASH, NBSP, genitive, long_date, plain, section_range
from .view import MeetingView, SectionView

_LONGEST: Final = 120
"""Characters of a file name without ending: paths of Windows end at 260."""


def numbers(sections: Iterable[SectionView]) -> str:
    """«§ 92», «§§ 92–94»."""
    return section_range(s.number for s in sections if s.number is not None) or f"§{NBSP}{EN_DASH}"


def subject(view: MeetingView, sections: Sequence[SectionView]) -> str:
    """«Protokollsutdrag § 92, Regional tillväxtnämnd 2027-05-14»."""
    return plain(f"Protokollsutdrag {numbers(sections)}, {view.term.name} {view.meeting.day.isoformat()}")


def extract_name(view: MeetingView, sections: Sequence[SectionView]) -> str:
    """The file name of an utdrag: «Utdrag § 92 Regional tillväxtnämnd 2027-05-14.pdf»."""
    return f"{_stem(f'Utdrag {numbers(sections)} {view.term.name} {view.meeting.day.isoformat()}')}.pdf"


def sending_name(view: MeetingView, sections: Sequence[SectionView], recipient: str, ending: str) -> str:
    """The file name of what goes to one recipient: «2027-05-14 § 92 till Kommunstyrelsen.eml»."""
    return f"{_stem(f'{view.meeting.day.isoformat()} {numbers(sections)} till {recipient}')}{ending}"


def _stem(text: str) -> str:
    return speaking_name(plain(text))[:_LONGEST].strip(" .")


def mail(view: MeetingView, sections: Sequence[SectionView], *, party: bool) -> str:
    """Return the body of the mail: what is enclosed, and to a party that it says how to appeal."""
    meeting = view.meeting
    body = genitive(view.term.name)
    what = "utdrag" if len(sections) > 1 else "ett utdrag"
    told = [
        f"Hej!\n\nHär kommer {what} ur protokollet från {body} sammanträde {long_date(meeting.day)}:\n",
        *(f"{numbers([s])} {_heading(s)}" for s in sections),
        "",
    ]
    if party and any(s.section.appeal is not Appeal.NONE for s in sections):
        told.append("I utdraget står hur beslutet kan överklagas.\n")
    sender = (
        meeting.secretary,
        meeting.secretary_title if meeting.secretary else "",
        view.term.name,
        view.customs.letterhead.organisation,
        meeting.secretary_email,
        meeting.secretary_phone,
    )
    told += ["Med vänlig hälsning\n", *(line for line in sender if line)]
    return plain("\n".join(told)) + "\n"


def _heading(section: SectionView) -> str:
    diary = f" ({section.diary_number})" if section.diary_number else ""
    return shown_heading(section) if section.secret else f"{section.heading}{diary}"
