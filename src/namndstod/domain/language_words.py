"""The words of the språkförslag: abbreviations, amounts, and words that have a better one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation: its letters, what it stands for, and whether it is met without spaces and stops.

    `before` and `after` are patterns around it, for letters that are a word or a unit too.
    """

    letters: str
    words: tuple[str, ...]
    closed: bool = False
    before: str = ""
    after: str = ""


def _of(letters: str, *words: str, closed: bool = False, before: str = "", after: str = "") -> Abbreviation:
    return Abbreviation(letters, words, closed, before, after)


_DAY = r"(?=[ \u00a0](?:den[ \u00a0])?\d)"

LEADING: Final = (
    _of("ca", "cirka"),
    _of("c:a", "cirka"),
    _of("t ex", "till exempel", closed=True),
    _of("bl a", "bland annat"),
    _of("bla", "bland annat"),
    _of("ev", "eventuell", "eventuellt", "eventuella"),
    _of("fr o m", "från och med"),
    _of("f o m", "från och med", closed=True),
    _of("from", "från och med", after=_DAY),
    _of("t o m", "till och med"),
    _of("tom", "till och med", after=_DAY),
    _of("f n", "för närvarande"),
    _of("f ö", "för övrigt"),
    _of("f d", "före detta"),
    _of("p g a", "på grund av", closed=True),
    _of("d v s", "det vill säga", closed=True),
    _of("s k", "så kallad", "så kallat", "så kallade", closed=True),
    _of("m a p", "med avseende på"),
    _of("m h t", "med hänsyn till", closed=True),
    _of("m h a", "med hjälp av", closed=True),
    _of("i o m", "i och med", closed=True),
    _of("i s f", "i stället för"),
    _of("resp", "respektive"),
    _of("inkl", "inklusive"),
    _of("exkl", "exklusive"),
    _of("enl", "enligt"),
    _of("ang", "angående"),
    _of("avs", "avseende"),
    _of("jfr", "jämför"),
)
"""Abbreviations that something follows: their last stop never ends a sentence."""

TRAILING: Final = (
    _of("m m", "med mera"),
    _of("mm", "med mera", before=r"(?<!\d[ \u00a0])"),
    _of("m fl", "med flera", closed=True),
    _of("o s v", "och så vidare", closed=True),
    _of("etc", "och så vidare"),
    _of("o dyl", "och dylikt"),
    _of("o d", "och dylikt"),
    _of("t v", "tills vidare"),
)
"""Abbreviations that may end a sentence, whose full stop is then also its."""

MONEY: Final = {
    "kr": "kronor",
    "SEK": "kronor",
    "tkr": "tusen kronor",
    "kkr": "tusen kronor",
    "tSEK": "tusen kronor",
    "mkr": "miljoner kronor",
    "Mkr": "miljoner kronor",
    "MKR": "miljoner kronor",
    "mnkr": "miljoner kronor",
    "Mnkr": "miljoner kronor",
    "MSEK": "miljoner kronor",
    "mdkr": "miljarder kronor",
    "mdr": "miljarder kronor",
}
"""What stands after a number, and how it is written in running text."""


def _inflected(old: str, new: str, endings: str) -> dict[str, str]:
    """Return «old + a» → «new + b» for each «a:b» of `endings`; «a» alone stands for «a:a»."""
    pairs = (pair.partition(":") for pair in endings.split())
    return {old + a: new + (b if colon else a) for a, colon, b in pairs}


_MAN = "man:{0} mans:{0}s mannen:{1} mannens:{1}s män:{2} mäns:{2}s männen:{3} männens:{3}s"

WORDS: Final = {
    **_inflected("justerings", "", _MAN.format("justerare", "justeraren", "justerare", "justerarna")),
    **_inflected(
        "tjänste",
        "",
        _MAN.format("tjänsteperson", "tjänstepersonen", "tjänstepersoner", "tjänstepersonerna"),
    ),
    **_inflected(
        "suppleant", "ersätt", ":are s:ares en:aren ens:arens er:are ers:ares erna:arna ernas:arnas"
    ),
    **_inflected(
        "votering",
        "omröstning",
        ": s en ens ar ars arna arnas slista slistan slistor slistorna sordning sordningen "
        "sproposition spropositionen",
    ),
    **_inflected("voter", "röst", "a ar ade at as ades ats ande"),
    "skall": "ska",
    "protokollsjusterare": "justerare",
    "protokollsjusteraren": "justeraren",
}
"""Words that have a better one (documents.md: justerare, tjänsteperson, omröstning)."""
