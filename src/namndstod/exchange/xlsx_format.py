"""Cell values as a Swedish Excel displays them, by their number format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from .plain import clean

_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()  # noqa: SIM905
_DAYS = "måndag tisdag onsdag torsdag fredag lördag söndag".split()  # noqa: SIM905
_TOKEN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM/PM|A/P|General|yyyy|yy|y|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s'
    r"|\.0+(?=\])|0|#|\?|[.,%@/]|E[+-]|.",
    re.IGNORECASE | re.DOTALL,
)
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]")
_LOCALE_DATES = frozenset(
    ("mm-dd-yy", "m/d/yy", "m/d/yyyy", "mm/dd/yy", "d-mmm-yy", "[$-f800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy")
)
NARROW = "\u00a0"
_PLACES = frozenset("0#?")


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as displayed; numbers and dates stand to the right."""

    text: str
    numeric: bool = False


def shown(value: Any, code: str) -> Shown:
    """Return how Excel shows `value` under the number format `code`."""
    if value is None:
        return Shown("")
    if isinstance(value, bool):
        return Shown("SANT" if value else "FALSKT")
    if isinstance(value, (datetime, date, time, timedelta)):
        return Shown(_moment(value, _section(code, 1.0)), True)
    if isinstance(value, (int, float, Decimal)):
        return Shown(_number(float(value), value, code), True)
    return Shown(_text(clean(str(value)), code))


def _text(text: str, code: str) -> str:
    sections = _sections(code)
    if len(sections) < 4 or "@" not in sections[3]:
        return text
    return "".join(text if token == "@" else _literal(token) for token in _TOKEN.findall(sections[3]))


def _sections(code: str) -> list[str]:
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)


def _section(code: str, value: float) -> str:
    """Return the section of a format that applies to a number."""
    sections = _sections(code)
    for section in sections[:2]:
        if _CONDITION.search(section) is not None:
            return next((s for s in sections[:2] if _meets(s, value)), sections[min(2, len(sections) - 1)])
    if value < 0 and len(sections) > 1:
        return sections[1]
    if value == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _meets(section: str, value: float) -> bool:
    match = _CONDITION.search(section)
    if match is None:
        return False
    limit = float(match[2])
    signs = {"<": value < limit, ">": value > limit, "=": value == limit, "<>": value != limit}
    return signs.get(match[1], value <= limit if match[1] == "<=" else value >= limit)


def _literal(token: str) -> str:
    """Return what a token prints that stands for itself."""
    if token[0] == '"':
        return clean(token[1:-1])
    if token[0] == "\\":
        return clean(token[1:])
    if token[0] == "_":
        return " "
    if token[0] == "*":
        return ""
    if token[0] == "[":
        match = re.match(r"\[\$([^-\]]*)", token)
        return clean(match[1]) if match else ""
    return clean(token)


# --- numbers ------------------------------------------------------------------------------------------


def _number(value: float, exact: Any, code: str) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return "#OGILTIGT!"
    section = _section(code, value)
    bare = _QUOTED.sub("", section)
    if not section.strip() and len(_sections(code)) > 1:
        return ""  # a section left empty hides its numbers
    if "general" in bare.lower() or "@" in bare or not re.search(r"[0#?]", bare):
        if _DATE_LETTERS.search(bare) and "general" not in bare.lower():
            return _general(exact)  # a number outside the calendar
        sign = "-" if value < 0 and section is _sections(code)[0] else ""
        parts = [
            _general(abs(exact)) if token.lower() in ("general", "@") else _literal(token)
            for token in _TOKEN.findall(section)
        ]
        return sign + "".join(parts).strip()
    if "/" in bare and re.search(r"[?#0]\s*/\s*[?#0\d]", bare):
        return _general(exact)  # a fraction: its value as a decimal number says the same
    own_sign = section is not _sections(code)[0] and not _CONDITION.search(section)
    text = _patterned(abs(value), section)
    if own_sign:
        return re.sub("^-", "\u2212", text) if value < 0 else text
    return f"\u2212{text}" if value < 0 and re.search(r"[1-9]", text) else text


def _general(value: Any) -> str:
    """Return a number in the format General: at most eleven digits, decimal comma, no thousands."""
    if isinstance(value, int):
        return str(value).replace("-", "\u2212")
    text = f"{value:.10g}"
    if "e" in text:
        digits, _, power = text.partition("e")
        text = f"{digits}E{power}"
    return text.replace(".", ",").replace("-", "\u2212")


def _patterned(value: float, section: str) -> str:
    """Return a number not below zero by a pattern of 0, #, ? with grouping, percent and scaling."""
    tokens = _TOKEN.findall(section)
    places = [i for i, t in enumerate(tokens) if t in _PLACES]
    point = next((i for i, t in enumerate(tokens) if t == "." and i <= places[-1] + 1), None)
    power = next((i for i, t in enumerate(tokens) if t[0] in "Ee" and len(t) == 2), None)
    if power is not None:
        return _scientific(value, tokens, point, power)
    whole = [i for i in places if point is None or i < point]
    decimals = [tokens[i] for i in places if i not in whole]
    end = places[-1] + 1
    scaled = Decimal(repr(value)) * 100 ** tokens.count("%")
    while end < len(tokens) and tokens[end] == ",":
        scaled /= 1000
        end += 1
    rounded = str(scaled.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP))
    digits, _, fraction = rounded.partition(".")
    fraction = _trimmed(fraction, decimals)
    start = whole[0] if whole else places[0]
    text = _whole(digits, tokens[start : whole[-1] + 1] if whole else [])
    before = "".join(_sign(t) for t in tokens[:start])
    after = "".join(_sign(t) for t in tokens[end:])
    return (before + text + (f",{fraction}" if fraction else "") + after).strip()


def _whole(digits: str, pattern: list[str]) -> str:
    """Return the whole part of a number: padded to the zeros of the pattern, grouped or with its literals."""
    places = [token for token in pattern if token in _PLACES]
    digits = digits.lstrip("0").rjust(places.count("0"), "0")
    if "," in pattern:
        return _grouped(digits)
    text, left = "", len(places)
    for token in pattern:
        if token in _PLACES:
            # The first place takes whatever the others leave; optional places may stay empty.
            taken = len(digits) - left + 1
            text, digits = text + digits[: max(taken, 0)], digits[max(taken, 0) :]
            left -= 1
        else:
            text += _literal(token)
    return text


def _sign(token: str) -> str:
    if token == "%":
        return f"{NARROW}%"
    if token in (",", "."):
        return ""
    return _literal(token)


def _trimmed(fraction: str, pattern: list[str]) -> str:
    """Return decimals without zeros that the pattern makes optional."""
    while fraction and fraction[-1] == "0" and pattern[len(fraction) - 1] != "0":
        fraction = fraction[:-1]
    return fraction


def _grouped(digits: str) -> str:
    start = len(digits) % 3
    groups = ([digits[:start]] if start else []) + [digits[i : i + 3] for i in range(start, len(digits), 3)]
    return NARROW.join(groups)


def _scientific(value: float, tokens: list[str], point: int | None, power: int) -> str:
    decimals = sum(t in "0#?" for t in tokens[point:power]) if point is not None else 0
    digits, _, exponent = f"{value:.{decimals}e}".partition("e")
    return f"{digits.replace('.', ',')}E{exponent[0]}{exponent[1:].lstrip('0').rjust(2, '0')}"


# --- dates and times ----------------------------------------------------------------------------------


def _moment(value: datetime | date | time | timedelta, section: str) -> str:
    """Return a date or time: dates that Excel writes in the order of the country as ISO."""
    if isinstance(value, timedelta):
        return _elapsed(value, section)
    bare = _QUOTED.sub("", section).lower()
    if isinstance(value, time):
        value = datetime.combine(date(1900, 1, 1), value)
    elif not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if section.lower() in _LOCALE_DATES or not _DATE_LETTERS.search(bare):
        return f"{value:%Y-%m-%d}"
    if re.match(r"m/d/yy(yy)?\s+h", bare):
        return f"{value:%Y-%m-%d %H:%M}"
    return _composed(value, section)


def _composed(value: datetime, section: str) -> str:
    tokens = _TOKEN.findall(section)
    half = any(t.upper() in ("AM/PM", "A/P") for t in tokens)
    text = ""
    previous = ""  # the last date letter: after hours, m is minutes
    for at, token in enumerate(tokens):
        low = token.lower()
        if not _DATE_LETTERS.match(low[0]):
            text += ("fm" if value.hour < 12 else "em") if low in ("am/pm", "a/p") else _literal(token)
            continue
        following = next((t.lower()[0] for t in tokens[at + 1 :] if _DATE_LETTERS.match(t[0])), "")
        minutes = low in ("m", "mm") and (previous == "h" or following == "s")
        text += f"{value.minute:0{len(low)}d}" if minutes else _date_part(value, low, half=half)
        previous = low[0]
    return text.strip()


def _date_part(value: datetime, token: str, *, half: bool) -> str:
    match token[0], len(token):
        case "y", length:
            return f"{value.year:04d}" if length > 2 else f"{value.year % 100:02d}"
        case "m", 5:
            return _MONTHS[value.month - 1][0].upper()
        case "m", 4:
            return _MONTHS[value.month - 1]
        case "m", 3:
            return _MONTHS[value.month - 1][:3]
        case "m", length:
            return f"{value.month:0{length}d}"
        case "d", 4:
            return _DAYS[value.weekday()]
        case "d", 3:
            return _DAYS[value.weekday()][:3]
        case "d", length:
            return f"{value.day:0{length}d}"
        case "h", length:
            return f"{(value.hour - 1) % 12 + 1 if half else value.hour:0{length}d}"
        case _:
            return f"{value.second:0{len(token)}d}"


def _elapsed(value: timedelta, section: str) -> str:
    """Return a length of time in hours, minutes and, where the format has them, seconds."""
    seconds = round(abs(value.total_seconds()))
    sign = "\u2212" if value.total_seconds() < 0 else ""
    text = f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}"
    return f"{text}:{seconds % 60:02d}" if "s" in section.lower() else text
