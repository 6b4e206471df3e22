"""Workbooks whose cells are odd: amounts, days, deciders and points in every way people write them."""

from __future__ import annotations

from .made import House, Page, days, row

_AMOUNTS = (
    ("70 063", 70063, ()),
    ("70.063,00", 70063, ()),
    ("70 063 kr", 70063, ()),
    ("70 063:-", 70063, ()),
    ("70063,00 kr", 70063, ()),
    ("SEK 70,063.50", 70064, ("amount",)),  # öre are told
    ("1,2 mkr", 1_200_000, ()),
    ("50 tkr", 50_000, ()),
    ("70\u00a0063", 70063, ()),
    ("70\u2009063\u202fSEK", 70063, ()),
    ("'70063", 70063, ()),
    ("70063,-", 70063, ()),
    ("kr 70 063", 70063, ()),
    ("500-", -500, ("amount",)),
    ("(500)", -500, ("amount",)),
    ("−500", -500, ()),
    ("-", None, ()),
    ("–", None, ()),
    ("n/a", None, ()),
    ("saknas", None, ()),
    ("", None, ()),
    ("#0", 0, ()),
    ("avslag", None, ("amount",)),
    ("ca 50 000", None, ("amount",)),
    ("30 000 + 5 000", None, ("amount",)),
    ("500 EUR", None, ("amount",)),
    ("#23333.333", 23333, ("amount",)),
    ("#70062.9999999999", 70063, ()),
)

AMOUNTS = House(
    name="belopp.xlsx",
    pages=(
        Page(
            text="Dnr | Belopp | Kommun\n"
            + "\n".join(f"27SK{n} | {text} | Ejderö" for n, (text, _, _) in enumerate(_AMOUNTS, 1)),
        ),
    ),
    rows=tuple(
        row(n + 1, *doubted, dnr=f"27SK{n}", amount=amount, place="Ejderö")
        for n, (_, amount, doubted) in enumerate(_AMOUNTS, 1)
    ),
)

_DAYS = (
    ("@2027-12-03", "2027-12-03", ()),
    ("@2027-12-03T10:30:00", "2027-12-03", ()),
    ("3/12-27", "2027-12-03", ()),
    ("3/12 2027", "2027-12-03", ()),
    ("2027-12-03", "2027-12-03", ()),
    ("3 dec 2027", "2027-12-03", ()),
    ("den 3 december 2027", "2027-12-03", ()),
    ("271203", "2027-12-03", ()),
    ("#20271203", "2027-12-03", ()),
    ("27-12-03", "2027-12-03", ()),
    ("3.12.2027", "2027-12-03", ()),
    ("13/12/2027", "2027-12-13", ()),
    ("3/12", "2027-12-03", ()),
    ("3 dec", "2027-12-03", ()),
    ("v. 49", None, ("decided_on",)),
    ("2027-12-32", None, ("decided_on",)),
    ("2027-12-03, 2027-12-04", None, ("decided_on",)),
    ("2026-12-03", "2026-12-03", ("decided_on",)),  # not in the period
    ("-", None, ()),
)

DAYS = House(
    name="dagar.xlsx",
    pages=(
        Page(
            text="Beslut i december 2027\nDnr | Beslutsdatum | Belopp\n"
            + "\n".join(f"27SK{n} | {text} | #100" for n, (text, _, _) in enumerate(_DAYS, 1)),
        ),
    ),
    title="Beslut i december 2027",
    period=days("2027-12-01", "2027-12-31"),
    rows=tuple(
        row(n + 2, *doubted, dnr=f"27SK{n}", amount=100, **({"day": day} if day else {}))
        for n, (_, day, doubted) in enumerate(_DAYS, 1)
    ),
)

UNCLEAR_DAYS = House(
    name="oklart.xlsx",
    pages=(
        Page(
            text="""
Dnr | Beslutsdatum | Belopp
27SK1 | 12/3/2027 | #100
27SK2 | 3/12 | #100
27SK3 | 7/7/2027 | #100
""",
        ),
    ),
    period=days("2027-07-07", "2027-07-07"),
    rows=(
        row(2, "decided_on", dnr="27SK1", amount=100),
        row(3, "decided_on", dnr="27SK2", amount=100),
        row(4, dnr="27SK3", amount=100, day="2027-07-07"),
    ),
)

_DECIDERS = (
    ("Områdeschef Karin Ek", "Karin Ek", "Områdeschef"),
    ("Karin Ek, områdeschef", "Karin Ek", "Områdeschef"),
    ("K. Ek (områdeschef)", "K. Ek", "Områdeschef"),
    ("Karin Ek - områdeschef", "Karin Ek", "Områdeschef"),
    ("Tf. enhetschef Karin von Ek", "Karin von Ek", "Tf. enhetschef"),
    ("Områdeschef", "", "Områdeschef"),
    ("Ek, Karin", "Karin Ek", ""),
    ("Ek, Karin, områdeschef", "Karin Ek", "Områdeschef"),
    ("KEK", "KEK", ""),
    ("Delegat: Karin Ek", "Karin Ek", ""),
    ("Regional utvecklingsdirektör Karin Ek-Berg", "Karin Ek-Berg", "Regional utvecklingsdirektör"),
    ("saknas", "", ""),
)

DECIDERS = House(
    name="delegater.xlsx",
    pages=(
        Page(
            text="Dnr | Beslutsfattare | Kommun\n"
            + "\n".join(f"27SK{n} | {text} | Ejderö" for n, (text, _, _) in enumerate(_DECIDERS, 1)),
        ),
    ),
    rows=tuple(
        row(n + 1, dnr=f"27SK{n}", by=by, title=title, place="Ejderö")
        for n, (_, by, title) in enumerate(_DECIDERS, 1)
    ),
)

POINTS = House(
    name="punkter.xlsx",
    pages=(
        Page(
            text="""
Dnr | Delegationspunkt | Mottagare
27SK1 | 3.2 Mikrobidrag | Fyrens Bageri AB
27SK2 | punkt 3.2 | Fyrens Bageri AB
27SK3 | A 1.4 | Fyrens Bageri AB
27SK4 | 3:2 | Fyrens Bageri AB
27SK5 | #3.2 | Fyrens Bageri AB
27SK6 | #3.12 | Fyrens Bageri AB
27SK7 | Enligt p. 3.3 i delegationsordningen | Fyrens Bageri AB
27SK8 | @2027-02-03 | Fyrens Bageri AB
27SK9 | § 12 | Fyrens Bageri AB
""",
        ),
    ),
    rows=(
        row(2, dnr="27SK1", to="Fyrens Bageri AB", point="3.2", kind="Mikrobidrag"),
        row(3, dnr="27SK2", to="Fyrens Bageri AB", point="3.2"),
        row(4, dnr="27SK3", to="Fyrens Bageri AB", point="A 1.4"),
        row(5, dnr="27SK4", to="Fyrens Bageri AB", point="3:2"),
        row(6, "point", dnr="27SK5", to="Fyrens Bageri AB", point=""),  # 3.2 or 3.20: there is a 3.12
        row(7, dnr="27SK6", to="Fyrens Bageri AB", point="3.12"),
        row(8, dnr="27SK7", to="Fyrens Bageri AB", point="3.3"),
        row(9, "point", dnr="27SK8", to="Fyrens Bageri AB"),
        row(10, dnr="27SK9", to="Fyrens Bageri AB", point="12"),
    ),
)

_NUMBERS = (
    "27SK12",
    "SK 2027/00123",
    "KS2027/12",
    "RUN/430/2027",
    "00322/2027",
    "2027-000123 BYG",
    "SOC.2027.14",
    "2027:14",
    "KSKF-2027-00014",
)

NUMBERS = House(
    name="diarienummer.csv",
    pages=(
        Page(
            text="Ärendebeteckning | Kön | Företag\n"
            + "\n".join(f"{number} | Kvinna | Fyrens Bageri AB" for number in _NUMBERS)
            + "\nDnr 27SK9 | Man | Fyrens Bageri AB\n | Jämn | Fyrens Bageri AB"
            + "\n#20271234 | J | Fyrens Bageri AB",
        ),
    ),
    rows=(
        *(row(n, dnr=number, gender="K", to="Fyrens Bageri AB") for n, number in enumerate(_NUMBERS, 2)),
        row(11, dnr="27SK9", gender="M", to="Fyrens Bageri AB"),
        row(12, "diary_number", gender="J", to="Fyrens Bageri AB"),
        row(13, dnr="20271234", gender="J", to="Fyrens Bageri AB"),
    ),
)

DITTO = House(
    name="dito.csv",
    pages=(
        Page(
            text="""
Dnr;| Stöd | Företag | Belopp | Beslutat av
27SK1 | Mikrobidrag | Fyrens Bageri AB | 100 kr | Karin Ek
27SK2 | ” | Vågens Båtar AB | 200 kr | - ” -
27SK3 | d:o | Alms Rederi AB | 300 kr | dito
""".replace(";", ""),
        ),
    ),
    rows=(
        row(2, dnr="27SK1", kind="Mikrobidrag", to="Fyrens Bageri AB", amount=100, by="Karin Ek"),
        row(3, dnr="27SK2", kind="Mikrobidrag", to="Vågens Båtar AB", amount=200, by="Karin Ek"),
        row(4, dnr="27SK3", kind="Mikrobidrag", to="Alms Rederi AB", amount=300, by="Karin Ek"),
    ),
)

HOUSES = {
    "amounts": AMOUNTS,
    "days": DAYS,
    "unclear_days": UNCLEAR_DAYS,
    "deciders": DECIDERS,
    "points": POINTS,
    "numbers": NUMBERS,
    "ditto": DITTO,
}
