"""Which field each column of a table is: as remembered, by its heading, else by what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ..found_delegated import DelegatedField as F
from ..namely import is_title
from ..sheets import Cell
from .content import Profile, profile, says
from .headings import Heading, heading, heading_words, names_funding, names_officer
from .remembered import Remembered
from .texts import is_blank
from .vocabulary import ORDINARY, WEAK

_SURE_SHARE: Final = 0.7
_IDENTITY: Final = frozenset([F.DIARY_NUMBER, F.RECIPIENT, F.DECIDED_ON, F.SERIAL])
_WEIGHTS: Final = {
    F.DIARY_NUMBER: 3,
    F.RECIPIENT: 2,
    F.DECIDED_ON: 2,
    F.SERIAL: 1,
    F.DECIDED_BY: 2,
    F.POINT: 2,
    F.NOTE: 0,
}
_ENOUGH: Final = 4
_SAMPLE, _SMALL_SAMPLE, _MANY = 60, 8, 40  # cells that show what a column is; fewer where there are many
_SECOND: Final = {"avser": F.KIND, "sak": F.KIND, "case": F.KIND, "vem": F.DECIDED_BY}
"""What headings mean that would be a field which another column is."""
_NO_FIELD: Final[tuple[F | None, bool]] = (None, True)
_OURS: Final = (
    F.SERIAL,
    F.DIARY_NUMBER,
    F.DECIDED_ON,
    F.POINT,
    F.KIND,
    F.RECIPIENT,
    F.BRANCH,
    F.GENDER,
    F.MUNICIPALITY,
    F.AMOUNT,
    F.DECIDED_BY,
    F.DECIDED_BY_TITLE,
    F.NOTE,
)
"""The order in which lists have their columns as a rule."""
_TEXTS: Final = (F.KIND, F.RECIPIENT, F.BRANCH, F.MUNICIPALITY)
_TYPED: Final = frozenset([F.DECIDED_ON, F.DIARY_NUMBER, F.GENDER, F.AMOUNT, F.POINT, F.DECIDED_BY, F.SERIAL])


class Column(NamedTuple):
    """A column: its place in the table from 0, its heading as it stands, what it holds."""

    place: int
    heading: str
    field: F | None = None
    sure: bool = True
    factor: int = 1  # kronor that its amounts count in


def is_list(fields: Sequence[F | None]) -> bool:
    """Whether columns with these fields can be a list of decisions, and not a register or a sum."""
    known = {field for field in fields if field is not None}
    weight = sum(_WEIGHTS.get(field, 1) for field in known)
    return bool(known & _IDENTITY) and len(known) >= 2 and weight >= _ENOUGH


def columns_of(
    headings: Sequence[str], cells: Sequence[Sequence[Cell]], remembered: Remembered
) -> tuple[Column, ...]:
    """Return the columns of a table; `cells` are the first of each column."""
    known = remembered.fields(headings, [not all(map(is_blank, column)) for column in cells])
    if known is not None:
        return tuple(
            Column(n, text, field, True, heading(text).factor)
            for n, (text, field) in enumerate(zip(headings, known, strict=True))
        )
    sample = _SAMPLE if len(cells) <= _MANY else _SMALL_SAMPLE
    profiles = [profile(column, sample) for column in cells]
    told = [_by_words(heading(text), found) for text, found in zip(headings, profiles, strict=True)]
    chosen = _settled(told, profiles, headings)
    _officer(chosen, profiles, headings)
    _funding(chosen, profiles, headings)
    _by_content(chosen, told, profiles, headings)
    return tuple(
        Column(n, text, field, sure, heading(text).factor)
        for n, text in enumerate(headings)
        for field, sure in (chosen.get(n, _NO_FIELD),)
    )


def _by_words(word: Heading, found: Profile) -> Heading:
    """Return what a heading says, held against what stands below where the word may mean more than one."""
    field, content = word.field, says(found) if found.filled else None
    if field is F.KIND and word.strength <= WEAK and found.outcomes >= _SURE_SHARE:
        return Heading(other=True)  # «Beviljas», «Avslås»
    if field is F.AMOUNT and word.strength <= WEAK and found.outcomes >= _SURE_SHARE:
        return Heading(other=True)  # «Bifall»: ja
    if field is F.POINT and word.strength <= ORDINARY and found.counted and not found.points:
        return word._replace(field=F.SERIAL)  # «§ 14», «§ 15»: the decisions' own
    if field is None or content is None or content is field:
        return word
    if field is F.RECIPIENT and content is F.DECIDED_BY and word.strength <= WEAK:
        return word._replace(field=content) if found.deciders >= _SURE_SHARE else word  # «Vem»
    if field is F.SERIAL and content is F.DIARY_NUMBER and word.strength <= WEAK:
        return word._replace(field=F.DIARY_NUMBER)
    if field is F.DECIDED_BY_TITLE and found.titles < _SURE_SHARE and word.strength <= ORDINARY:
        return word._replace(field=F.DECIDED_BY if content is F.DECIDED_BY else F.KIND, strength=WEAK)
    if field is F.DECIDED_BY and content is F.DECIDED_BY_TITLE:
        return word  # «Områdeschef»: who decides, by title
    if field is F.KIND and content is F.AMOUNT:
        strength = ORDINARY if word.strength > ORDINARY else WEAK
        return word._replace(field=content, strength=strength)  # «Bidrag», «Stöd (tkr)»
    if word.strength <= WEAK and content in _TYPED:
        return word._replace(field=content)
    if field in (F.POINT, F.DECIDED_BY, F.KIND) and content in (
        F.DECIDED_BY,
        F.POINT,
        F.DECIDED_ON,
        F.AMOUNT,
        F.DIARY_NUMBER,
    ):
        return word._replace(field=content, strength=WEAK) if word.strength <= ORDINARY else word
    if field is F.DECIDED_ON and word.strength <= ORDINARY and content is not F.SERIAL and not found.days:
        return word._replace(field=content, strength=WEAK)
    return word


def _settled(
    told: Sequence[Heading], profiles: Sequence[Profile], headings: Sequence[str]
) -> dict[int, tuple[F, bool]]:
    """Give each field to one column: that whose heading says most, then whose cells fit, then the first."""
    chosen: dict[int, tuple[F, bool]] = {}
    by_field: dict[F, list[int]] = {}
    for n, word in enumerate(told):
        if word.field is not None:
            by_field.setdefault(word.field, []).append(n)
    for field, places in by_field.items():
        best = max(
            places,
            key=lambda n: (
                profiles[n].filled > 0,
                told[n].strength,
                says(profiles[n]) is field,
                profiles[n].filled,
                -n,
            ),
        )
        rivals = [
            n for n in places if n != best and told[n].strength >= told[best].strength and profiles[n].filled
        ]
        sure = told[best].strength > WEAK or says(profiles[best]) is field
        chosen[best] = (field, sure and not rivals)
    _second_choice(chosen, told, by_field, headings)
    _not_of_recipients(chosen)
    if F.DECIDED_BY_TITLE in by_field and F.DECIDED_BY not in by_field:
        place = next(n for n, (field, _) in chosen.items() if field is F.DECIDED_BY_TITLE)
        if profiles[place].deciders >= _SURE_SHARE and profiles[place].titles < _SURE_SHARE:
            chosen[place] = (F.DECIDED_BY, False)
    return chosen


def _second_choice(
    chosen: dict[int, tuple[F, bool]],
    told: Sequence[Heading],
    by_field: dict[F, list[int]],
    headings: Sequence[str],
) -> None:
    """Let «Avser» and «Sak» be what is decided on where other columns are recipient and number."""
    for n, word in enumerate(told):
        field = _SECOND.get(heading_words(headings[n]))
        if n not in chosen and word.field is not None and field is not None and field not in by_field:
            chosen[n] = (field, False)
            by_field[field] = [n]


def _not_of_recipients(chosen: dict[int, tuple[F, bool]]) -> None:
    """Leave a title that stands beside the one who is employed, and not beside the one who decides."""
    places = {field: n for n, (field, _) in chosen.items()}
    title, decider, recipient = (places.get(f) for f in (F.DECIDED_BY_TITLE, F.DECIDED_BY, F.RECIPIENT))
    if title is None or decider is None or recipient is None:
        return
    if abs(title - recipient) < abs(title - decider):
        del chosen[title]


def names_one(text: str) -> bool:
    """Whether a heading names one who may be who decided: «Handläggare», «Inspektör»."""
    return names_officer(text) or is_title(text.strip(" :."))


def _officer(chosen: dict[int, tuple[F, bool]], profiles: Sequence[Profile], headings: Sequence[str]) -> None:
    """Let who prepared the decisions be who took them where no column says that; never sure."""
    if any(field in (F.DECIDED_BY, F.DECIDED_BY_TITLE) for field, _ in chosen.values()):
        return
    places = [
        n for n, text in enumerate(headings) if n not in chosen and profiles[n].filled and names_one(text)
    ]
    if len(places) == 1 and says(profiles[places[0]]) in (F.DECIDED_BY, F.DECIDED_BY_TITLE):
        chosen[places[0]] = (F.DECIDED_BY, False)


def _funding(chosen: dict[int, tuple[F, bool]], profiles: Sequence[Profile], headings: Sequence[str]) -> None:
    """Let the only financing be what was granted where no other column holds amounts; never sure."""
    if any(field is F.AMOUNT for field, _ in chosen.values()):
        return
    numbers = [n for n, p in enumerate(profiles) if n not in chosen and p.amounts >= _SURE_SHARE > p.days]
    if len(numbers) == 1 and names_funding(headings[numbers[0]]):
        chosen[numbers[0]] = (F.AMOUNT, False)


def _by_content(
    chosen: dict[int, tuple[F, bool]],
    told: Sequence[Heading],
    profiles: Sequence[Profile],
    headings: Sequence[str],
) -> None:
    """Add the columns whose headings say nothing, where what stands in them shows one field; never sure."""
    taken = {field for field, _ in chosen.values()}
    open_to = [n for n in range(len(told)) if n not in chosen and not told[n].other and profiles[n].filled]
    amounts = [n for n in open_to if says(profiles[n]) is F.AMOUNT]
    for n in open_to:
        field = says(profiles[n])
        if field is F.AMOUNT and profiles[n].excel_days and (F.AMOUNT in taken or len(amounts) > 1):
            field = F.DECIDED_ON  # days that Excel shows as numbers, beside a column of amounts
        if field is None or field in taken or (field is F.SERIAL and headings[n]):
            continue
        if told[n].field is None or field in _TYPED:
            chosen[n] = (field, False)
            taken.add(field)
    if not any(headings):
        _by_place(chosen, [n for n in open_to if n not in chosen], profiles)


def _by_place(chosen: dict[int, tuple[F, bool]], left: Sequence[int], profiles: Sequence[Profile]) -> None:
    """Give the texts of a list without headings the fields that stand between their neighbours as a rule."""
    taken = {field for field, _ in chosen.values()}
    for n in left:
        before = max(
            (_OURS.index(field) for place, (field, _) in chosen.items() if place < n and field in _OURS),
            default=-1,
        )
        after = min(
            (_OURS.index(field) for place, (field, _) in chosen.items() if place > n and field in _OURS),
            default=len(_OURS),
        )
        fits = [field for field in _TEXTS if field not in taken and before < _OURS.index(field) < after]
        if profiles[n].kinds >= _SURE_SHARE and F.KIND not in taken:
            fits = [F.KIND]
        elif len(fits) > 1 and F.KIND in fits and profiles[n].distinct > 0.5 and F.RECIPIENT in fits:
            fits = [F.RECIPIENT]
        if len(fits) == 1:
            chosen[n] = (fits[0], False)
            taken.add(fits[0])
