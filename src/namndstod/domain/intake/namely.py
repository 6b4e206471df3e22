"""What a few words look like: a person's name, a title of office, a body, a workplace, a way to reach one."""

from __future__ import annotations

import re
from typing import Final

_PARTICLES: Final = ("von", "af", "de", "del", "da", "der", "van", "den", "el", "al", "bin", "ten")
_NAME_PART: Final = re.compile(r"[A-ZÅÄÖÉÜÆØ][\wåäöéüæøèáíóúçñ'’]*(?:-[A-ZÅÄÖÉ][\wåäöéü]*)?\.?")
_TITLE_END: Final = re.compile(
    r"(?:chef(?:en)?|direktör(?:en)?|utredare|handläggare|strateg|sekreterare|samordnare|controller|ekonom|jurist"
    r"|planerare|ledare|ordförande|ledamot|arkitekt|ingenjör|inspektör|konsult|koordinator|utvecklare|specialist"
    r"|administratör|assistent|registrator|föreståndare|rektor|intendent|kamrer|lantmätare|ombud|rådgivare|läkare"
    r"|samordnaren|expert|analytiker|redaktör|producent|pedagog|kurator|psykolog|sjuksköterska|vd|råd|curator"
    r"|revisor|ansvarig|sjef(?:en)?|direktør(?:en)?|\w{3}leder|rådgiver|sa[gk]sbehandler|johtaja|päällikkö|arkivarie|bibliotekarie|antikvarie|geolog|ekolog|agronom|kommunikatör|upphandlare|förvaltare)$",
    re.IGNORECASE,
)
_TITLE_START: Final = re.compile(
    r"^(?:t\.?\s?f\.?|bitr\.?|biträdande|vik\.?|vikarierande|ställföreträdande|stf\.?"
    r"|chef för|ansvarig för|vd)\b",
    re.IGNORECASE,
)
_BETWEEN: Final = r"(?:(?!(?:för|till|av|om|i|på|från|med|vid|angående|val|som)\b)[\wåäöé&-]+,?\s+)"
_BODY: Final = re.compile(
    rf"(?:{_BETWEEN}{{0,4}}[\wåäö-]*"
    r"(?:nämnd|nämnden|styrelse|styrelsen|fullmäktige|utskott|utskottet|beredning|beredningen|delegation"
    r"|delegationen|kommitté|kommittén|direktion|direktionen)"
    r"|nämnden för\s.+|styrelsen för\s.+|utskottet för\s.+)",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    rf"{_BETWEEN}{{0,5}}[\wåäö-]*"
    r"(?:förvaltning|förvaltningen|kontor|kontoret|avdelningen|enheten|kansli|kansliet|sektorn|staben)",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(
    r"(?:(?:post|besöks|faktura|leverans)?adress|e-?post|epost|telefon|tfn|tel|mobil|växel|fax|webb(?:plats)?|hemsida"
    r"|internet|org(?:anisations)?\.?\s?(?:nr|nummer)|bankgiro|plusgiro|www\.|https?:|sida|sid|box\s\d)\b.*"
    r"|[\w.+-]+@[\w.-]+|\+?[\d\s()/–-]{6,}|(?:sid(?:a|an)?\s*)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s\d{1,3})",
    re.IGNORECASE,
)
_PHONE_OR_MAIL: Final = re.compile(
    r"[\s,;]*(?:(?:tfn|tel(?:efon)?|mobil|e-?post)\b.?:?\s*)?(?:[\w.+-]+@[\w.-]+|(?<!\d)(?:\+|\(?0)\d[\d\s()–-]{5,}\d)",
    re.IGNORECASE,
)
_NO_NAMES: Final = frozenset(
    [
        "region",
        "regionen",
        "kommun",
        "kommunen",
        "länsstyrelsen",
        "trafikverket",
        "projekt",
        "bilaga",
        "enligt",
        "protokoll",
        "budget",
        "avtal",
        "remiss",
        "yttrande",
        "kommunstyrelsen",
        "stiftelsen",
        "föreningen",
        "ab",
        "tjänsteskrivelse",
        "ansökan",
        "rapport",
        "datum",
        "diarienummer",
        "till",
        "kopia",
        "beslut",
        "sektor",
        "regional",
        "regionala",
        "förvaltningen",
        "område",
        "enhet",
        "enheten",
        "avdelning",
        "för",
        "plan",
    ]
)
_DOCUMENT: Final = re.compile(
    r"\b(?:\w*pm|\w*skrivelse|\w*utlåtande|protokoll\w*|bilaga|\w*rapport|\w*utdrag|\w*yttrande|\w*missiv"
    r"|\w*ansökan|\w*plan|\w*beskrivning|\w*beslut|\w*svar|\w*budget|\w*avtal|\w*promemoria|\w*utredning|motion|\w*remiss)\b",
    re.IGNORECASE,
)
_NAME_WORDS: Final = (2, 4)


def is_person(text: str) -> bool:
    """Whether words may be the name of a person: two to four of them, with capitals."""
    words = text.split()
    capitals = [w for w in words if w.casefold() not in _PARTICLES or w[:1].isupper()]
    return (
        _NAME_WORDS[0] <= len(capitals) <= _NAME_WORDS[1]
        and all(_NAME_PART.fullmatch(w) and not w.isupper() for w in capitals)
        and not any(w.casefold() in _NO_NAMES for w in words)
        and not is_body(text)
        and not is_unit(text)
        and not is_title(text)
    )


def is_title(text: str) -> bool:
    """Whether words are a title of office: «Regional utvecklingsdirektör», «Tf. kommunchef»."""
    bare = text.strip(" ,.")
    if (
        not bare
        or len(bare) > 70
        or text.rstrip().endswith((".", ":", ";"))
        or any(c.isdigit() for c in bare)
    ):
        return False
    first = re.split(r",| - | – |/", bare)[0].strip()
    return bool(_TITLE_START.match(bare) or _TITLE_END.search(first) or _TITLE_END.search(bare))


def is_body(text: str) -> bool:
    """Whether words are the name of a body and nothing else: «Kommunstyrelsen», «Nämnden för kultur»."""
    bare = text.strip(" .:")
    return len(bare) <= 70 and bare[:1].isupper() and bool(_BODY.fullmatch(bare))


def is_unit(text: str) -> bool:
    """Whether words are the name of a workplace: «Samhällsbyggnadsförvaltningen»."""
    bare = text.strip(" .:")
    return len(bare) <= 80 and bare[:1].isupper() and bool(_UNIT.fullmatch(bare))


def is_document(text: str) -> bool:
    """Whether words name a document: «Projektbeskrivning 2024-04-03»."""
    return bool(_DOCUMENT.search(text))


def is_reached(text: str) -> bool:
    """Whether a line only tells how somebody is reached, or the number of the page."""
    return bool(_REACHED.fullmatch(text.strip()))


def without_reach(text: str) -> str:
    """Return the text without telephone numbers and e-mail addresses."""
    return _PHONE_OR_MAIL.sub("", text).strip(" ,;")
