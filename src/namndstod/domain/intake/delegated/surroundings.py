"""What stands above a table and above its groups, and is valid for all rows below: title, delegate, point."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..found_delegated import DelegatedField as F
from ..namely import is_person, is_title
from .bodies import Line
from .content import is_compound_kind, is_kind, profile
from .days import DayReader
from .headings import heading
from .municipalities import is_municipality
from .names import URGENT, read_decider, read_point
from .periods import period_of

_LONGEST_TITLE: Final = 120
_ABOUT: Final = re.compile(
    r"deleg|beslut|stöd|bidrag|lista|förteckning|redovisning|grant|decision|vedtak|tilskot|tilskud|afgørelse|päätö|avustu",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"(?P<label>[^:\d]{2,40}):\s*(?P<value>.*)")
_PERIOD_LABEL: Final = re.compile(r"period(?:en)?\b|avser\b|tid(?:en)?\b|månad\b", re.IGNORECASE)
_SENDER: Final = re.compile(
    r"från|avsändare|uppgiftslämnare|(?:rapporterande |lämnande )?enhet|"
    r"(?:in)?(?:lämna[dts]|rapportera[dts]) av",
    re.IGNORECASE,
)
_POINT: Final = re.compile(
    r"(?:enligt\s+)?(?:delegations?\w*\s+)?(?:delegations)?punkt\s+\S*\d.*|\d{1,2}[.:]\d{1,2}(?:[.:]\d{1,2})*\s+\D.*|"
    r"[A-ZÅÄÖ]\s?\d{1,2}[.:]\d{1,2}.*",
    re.IGNORECASE,
)
_PLACE_AND_DAY: Final = re.compile(
    r"[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?,?\s+(?:den\s+)?(?P<day>\d.{3,24})", re.IGNORECASE
)
_SIGNED: Final = re.compile(
    r"_{4,}|\.{8,}|(?:underskrift|namnteckning|namnförtydligande|vid (?:protokollet|pennan|tangenterna)|"
    r"ort och datum|enligt uppdrag|för kännedom)\W*",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"(?:beslut(?:en|ade)?\s+(?:är\s+)?fattade?\s+av|beslutad[et]?\s+av|delegat|fattade av)\b\s*:?\s*"
    r"(?P<who>.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Common:
    """What holds for every row that does not say otherwise. `section`: a group's words that are no field."""

    kind: str = ""
    point: str = ""
    decided_by: str = ""
    decided_by_title: str = ""
    municipality: str = ""
    urgent: bool = False
    section: str = ""


def common_to_table(lines: Sequence[Line], sheet: str, title: str, fields: Iterable[F]) -> Common:
    """Return what the lines above a table and the names of sheet and list say of all its decisions."""
    known = set(fields)
    common = Common(
        urgent=any(map(URGENT.search, (sheet, title, *(line.text for line in lines[-2:])))) is True
    )
    for line in lines:
        for text in _parts(line):
            common = _labelled(text, common, known)
    if F.KIND not in known and not common.kind:
        kind = next(
            (text for text in (title, sheet) if is_compound_kind(text) and not URGENT.search(text)), ""
        )
        common = replace(common, kind=kind)
    return common


def _parts(line: Line) -> Iterator[str]:
    """Yield the cells of a row, a label that ends with a colon together with the cell beside it."""
    texts = list(line.texts)
    while texts:
        text = texts.pop(0)
        if text.endswith(":") and texts:
            text = f"{text} {texts.pop(0)}"
        yield text


def _labelled(text: str, common: Common, known: set[F]) -> Common:
    if len(text) > 200:
        return common
    if found := _LABEL.fullmatch(text):
        field, value = heading(found["label"].strip()).field, found["value"].strip()
        if field is F.DECIDED_BY and value:
            return _decided(value, common)
        if field is F.DECIDED_BY_TITLE and value:
            return replace(common, decided_by_title=value)
        if field is F.POINT and value:
            return _pointed(value, common, known)
        if field is F.KIND and is_kind(value):
            return replace(common, kind=value)
    if found := _BY.search(text):
        decided = _decided(found["who"].strip(" ."), common)
        return decided if decided.decided_by_title or len(found["who"].split()) <= 3 else common
    return _pointed(text, common, known) if _POINT.fullmatch(text) else common


def _decided(value: str, common: Common) -> Common:
    (name, title), _ = read_decider(value)
    return replace(common, decided_by=name, decided_by_title=title or common.decided_by_title)


def _pointed(value: str, common: Common, known: set[F]) -> Common:
    (point, rest), doubt = read_point(value)
    if doubt is not None or not point:
        return common
    common = replace(common, point=point)
    return replace(common, kind=rest) if rest and F.KIND not in known else common


def common_to_group(text: str, now: Common, base: Common, fields: Iterable[F]) -> Common:
    """Return what holds below the heading of a group: «Mikrobidrag», «Områdeschef Karin Ek».

    `now` is what holds above it, `base` for the whole table: ordförandebeslut are those of no group above.
    """
    known = set(fields)
    now = replace(now, urgent=base.urgent)
    labelled = _labelled(text, now, known)
    if labelled != now:
        return labelled
    if URGENT.search(text):
        return replace(base, urgent=True)
    if period_of(text, whole_year=True) is not None:
        return now
    (name, title), _ = read_decider(text)
    if F.DECIDED_BY not in known and title:
        return replace(now, decided_by=name, decided_by_title=title)
    if F.DECIDED_BY not in known and profile([text]).persons:
        return replace(now, decided_by=text, decided_by_title="")
    if F.MUNICIPALITY not in known and is_municipality(text):
        return replace(now, municipality=text)
    if F.KIND not in known:
        return replace(now, kind=text)
    return replace(now, section=text)


def sender_of(lines: Sequence[Line]) -> str:
    """Return who the lines above a table say that it comes from: «Från: Näringslivsenheten»."""
    for line in lines:
        beside = [f"{line.texts[0]}: {line.texts[1]}"] if len(line.texts) == 2 else []
        for text in (*_parts(line), *beside):
            found = _LABEL.fullmatch(text) if len(text) <= _LONGEST_TITLE else None
            if found is None or not _SENDER.fullmatch(found["label"].strip()):
                continue
            value = found["value"].strip()
            if value[:1].isalpha() and period_of(text, whole_year=True) is None:
                return value
    return ""


def is_signature(text: str) -> bool:
    """Whether a line below a table is the end of a letter: place and day, who signed, «Vid tangenterna»."""
    found = _PLACE_AND_DAY.fullmatch(text) if len(text) < _LONGEST_TITLE else None
    if found is not None:
        return DayReader(None).read(found["day"])[0] is not None
    (name, title), _ = read_decider(text)
    return bool(name and title) or is_person(text) or is_title(text) or _SIGNED.fullmatch(text) is not None


def title_of(lines: Sequence[Line]) -> str:
    """Return the line above a table that says what it is; else the last that is no label or sentence."""
    texts = [text for line in lines for text in line.texts[:1] if _may_be_title(text)]
    about = [text for text in texts if _ABOUT.search(text)]
    return next(iter(about or texts[-1:] or ()), "")


def _may_be_title(text: str) -> bool:
    found = _LABEL.fullmatch(text)
    if found is not None and (
        heading(found["label"]).field
        or _PERIOD_LABEL.match(found["label"])
        or _SENDER.fullmatch(found["label"].strip())
    ):
        return False
    return (
        2 < len(text) <= _LONGEST_TITLE
        and not text.endswith((".", "!", "?", ":"))
        and any(map(str.isalpha, text))
    )
