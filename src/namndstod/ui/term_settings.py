"""Settings of a body as data: what each is called, where in the term it stands, and how it is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import (
    BodyTerm,
    Customs,
    Letterhead,
    PartyOrder,
    RecipientGroup,
    SectionOrder,
    VoteStyle,
)


class Kind(StrEnum):
    """How a setting is edited."""

    TEXT = "text"
    NUMBER = "number"
    LINES = "lines"
    CHOICE = "choice"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: `get` reads it from a term, `put` returns a term that has it."""

    key: str
    label: str
    kind: Kind
    get: Callable[[BodyTerm], Any]
    put: Callable[[BodyTerm, Any], BodyTerm]
    help: str = ""
    choices: tuple[tuple[object, str], ...] = ()
    width: int = 0


def _custom(name: str) -> tuple[Callable[[BodyTerm], Any], Callable[[BodyTerm, Any], BodyTerm]]:
    def put(term: BodyTerm, value: Any) -> BodyTerm:
        changed: Customs = replace(term.customs, **{name: value})
        return replace(term, customs=changed)

    return lambda term: getattr(term.customs, name), put


def _head(name: str) -> tuple[Callable[[BodyTerm], Any], Callable[[BodyTerm, Any], BodyTerm]]:
    def put(term: BodyTerm, value: Any) -> BodyTerm:
        head: Letterhead = replace(term.customs.letterhead, **{name: value})
        return replace(term, customs=replace(term.customs, letterhead=head))

    return lambda term: getattr(term.customs.letterhead, name), put


_WITH_SECRETS = "(med sekretess)"


def _groups(term: BodyTerm) -> tuple[str, ...]:
    """Return the recipient groups as lines: «Ledamöter (med sekretess): namn@region.example»."""
    lines = []
    for group in term.customs.recipient_groups:
        addresses = f": {', '.join(group.addresses)}" if group.addresses else ""
        lines.append(f"{group.name}{f' {_WITH_SECRETS}' if group.secret else ''}{addresses}")
    return tuple(lines)


def _put_groups(term: BodyTerm, lines: tuple[str, ...]) -> BodyTerm:
    """Return a term with the recipient groups of the lines. Raises RuleBroken on one that cannot be read."""
    groups: list[RecipientGroup] = []
    for line in lines:
        head, _, rest = line.partition(":")
        secret = head.rstrip().endswith(_WITH_SECRETS)
        name = head.rstrip().removesuffix(_WITH_SECRETS).strip()
        addresses = tuple(dict.fromkeys(a.strip() for a in rest.split(",") if a.strip()))
        wrong = next((a for a in addresses if "@" not in a or " " in a), "")
        if not name or wrong or name in {g.name for g in groups}:
            why = f"”{wrong}” är ingen e-postadress" if wrong else f"”{line}” går inte att läsa"
            raise RuleBroken(
                f"{why}. Skriv gruppens namn, kolon och e-postadresserna: "
                f"Ledamöter {_WITH_SECRETS}: namn@region.example, annan@region.example"
            )
        groups.append(RecipientGroup(name=name, secret=secret, addresses=addresses))
    return replace(term, customs=replace(term.customs, recipient_groups=tuple(groups)))


BODY = (
    Field(
        "name",
        "Namn",
        Kind.TEXT,
        lambda t: t.name,
        lambda t, v: replace(t, name=v),
        "Så som det ska stå överallt: i kallelse, protokoll och beslut.",
    ),
    Field(
        "short_name",
        "I löpande text",
        Kind.TEXT,
        lambda t: t.short_name,
        lambda t, v: replace(t, short_name=v or t.short_name),
        width=240,
    ),
    Field(
        "seats",
        "Antal ledamöter",
        Kind.NUMBER,
        lambda t: t.seats,
        lambda t, v: replace(t, seats=v),
        "Så många som fullmäktige har bestämt, också om någon plats är vakant. Avgör när nämnden är "
        "beslutsför.",
        width=100,
    ),
)
ORDER = (
    Field(
        "section_order",
        "Delarnas ordning i en paragraf",
        Kind.CHOICE,
        *_custom("section_order"),
        choices=(
            (SectionOrder.PROPOSAL_FIRST, "Sammanfattning och förslag först, beslutet sist"),
            (SectionOrder.DECISION_FIRST, "Beslutet först, sedan hur det kom till"),
        ),
    ),
)
MINUTES = (
    Field(
        "first_section",
        "Årets första paragraf",
        Kind.NUMBER,
        *_custom("first_section"),
        "Högre än 1 bara när pärmen börjar mitt i ett år.",
        width=100,
    ),
    Field("formal_sections", "Formalia får egna paragrafer", Kind.CHECK, *_custom("formal_sections")),
    Field(
        "withdrawn_sections",
        "Ett ärende som utgår får en paragraf",
        Kind.CHECK,
        *_custom("withdrawn_sections"),
    ),
    Field(
        "opening_section",
        "Protokollet börjar med paragrafen ”Sammanträdets öppnande”",
        Kind.CHECK,
        *_custom("opening_section"),
    ),
    Field(
        "approval_days",
        "Dagar till justering",
        Kind.NUMBER,
        *_custom("approval_days"),
        "Senast så många dagar efter sammanträdet, högst 14 (KL 5 kap. 69 §).",
        width=100,
    ),
    Field(
        "approvers",
        "Justerare utöver ordföranden",
        Kind.CHOICE,
        *_custom("approvers"),
        "Programmet föreslår dem i tur och ordning (KL 5 kap. 69 §).",
        choices=((1, "En"), (2, "Två")),
        width=160,
    ),
    Field(
        "digital_signing",
        "Protokollet undertecknas digitalt",
        Kind.CHECK,
        *_custom("digital_signing"),
        "Då utgår raderna för underskrift och ”Justerandes sign” nederst på sidorna.",
    ),
    Field(
        "storage_place",
        "Protokollet förvaras",
        Kind.TEXT,
        *_custom("storage_place"),
        "Står på anslagsbeviset, till exempel Regionhuset, plan 3.",
    ),
    Field(
        "court",
        "Förvaltningsrätt",
        Kind.LINES,
        *_custom("court"),
        "Dit besluten överklagas: namnet på den första raden, sedan adressen. Står i utdrag till en part "
        "(33 § förvaltningslagen).",
    ),
)
CALL = (
    Field(
        "notice_days",
        "Kallelsen går ut",
        Kind.NUMBER,
        *_custom("notice_days"),
        "Senast så många dagar före sammanträdet.",
        width=100,
    ),
    Field(
        "time_separator",
        "Klockslag skrivs",
        Kind.CHOICE,
        *_custom("time_separator"),
        choices=((".", "10.00"), (":", "10:00")),
    ),
    Field(
        "notices",
        "Stående meddelanden i kallelsen",
        Kind.LINES,
        *_custom("notices"),
        "Ett på varje rad. Hamnar i varje ny kallelse och kan ändras där.",
    ),
    Field(
        "recipient_groups",
        "Mottagargrupper",
        Kind.LINES,
        _groups,
        _put_groups,
        "De som får handlingarna. En grupp på varje rad: Massmedia. Den som också ska ha sekretessärenden "
        f"får det efter namnet, och e-postadresser efter kolon: Ledamöter {_WITH_SECRETS}: "
        "namn@region.example, annan@region.example",
    ),
)
LETTERHEAD = (
    Field(
        "organisation", "Organisation", Kind.TEXT, *_head("organisation"), "Till exempel Region Exempelbygd."
    ),
    Field("address", "Adress", Kind.LINES, *_head("address"), "En rad för varje rad i brevhuvudet."),
    Field("website", "Webbplats", Kind.TEXT, *_head("website")),
)


def _orders(term: BodyTerm) -> tuple[str, ...]:
    """Return the order of service between parties as lines: «MP: S, C»."""
    return tuple(f"{order.party}: {', '.join(order.then)}" for order in term.customs.service_order)


def _put_orders(term: BodyTerm, lines: tuple[str, ...]) -> BodyTerm:
    """Return a term with the order of service of the lines. Raises RuleBroken on a line that has none."""
    orders = []
    for line in lines:
        party, _, rest = line.partition(":")
        then = tuple(dict.fromkeys(p.strip() for p in rest.split(",") if p.strip()))
        if not party.strip() or not then:
            raise RuleBroken(
                f"”{line}” går inte att läsa. Skriv partiet, kolon och partierna i tur och ordning: MP: S, C",
                source="KL 6 kap. 17 §",
            )
        orders.append(PartyOrder(party=party.strip(), then=then))
    return replace(term, customs=replace(term.customs, service_order=tuple(orders)))


SITTING = (
    Field(
        "service_order",
        "Inkallelseordning mellan partier",
        Kind.LINES,
        _orders,
        _put_orders,
        "När partiets egna ersättare inte räcker. Ett parti på varje rad, till exempel MP: S, C "
        "(KL 6 kap. 16–17 §§).",
    ),
    Field(
        "personal_substitutes",
        "Personliga ersättare",
        Kind.CHECK,
        *_custom("personal_substitutes"),
        "Varje ledamot har egna ersättare, som går före partiets övriga.",
    ),
    Field(
        "keeps_balance",
        "Styrkebalansen återställs",
        Kind.CHECK,
        *_custom("keeps_balance"),
        "En ersättare av den frånvarandes parti som kommer tar över från en ersättare av ett annat parti.",
    ),
    Field(
        "remote_allowed",
        "Deltagande på distans är tillåtet",
        Kind.CHECK,
        *_custom("remote_allowed"),
        "Bara om fullmäktige har beslutat det (KL 6 kap. 24 §).",
    ),
    Field(
        "substitutes_may_speak",
        "Ersättare som inte tjänstgör får ha sin mening antecknad",
        Kind.CHECK,
        *_custom("substitutes_may_speak"),
        "Om reglementet säger det (KL 6 kap. 17 §). Yrka och rösta får de aldrig.",
    ),
    Field(
        "observers_may_speak",
        "Den som har insynsplats får ha sin mening antecknad",
        Kind.CHECK,
        *_custom("observers_may_speak"),
        "Om fullmäktige har beslutat det (KL 4 kap. 28 §).",
    ),
    Field(
        "proposal_name",
        "Ärendets eget förslag kallas",
        Kind.TEXT,
        _custom("proposal_name")[0],
        lambda t, v: replace(t, customs=replace(t.customs, proposal_name=v or Customs().proposal_name)),
        "I yrkanden och propositioner: förslaget, eller till exempel förvaltningens förslag.",
        width=320,
    ),
    Field(
        "proposal_always_put",
        "Förslaget ställs alltid under proposition",
        Kind.CHECK,
        *_custom("proposal_always_put"),
        "Också när ingen yrkar bifall till det men någon yrkar något annat.",
    ),
    Field(
        "vote_style",
        "En omröstning redovisas",
        Kind.CHOICE,
        *_custom("vote_style"),
        "I paragrafen. Omröstningslistan finns alltid också som egen handling (KL 5 kap. 67 §).",
        choices=(
            (VoteStyle.TABLE, "Med antal röster och omröstningslistan som tabell"),
            (VoteStyle.NAMES, "Med namn i löpande text"),
        ),
    ),
)
