"""Workbooks whose rows are odd: sums, groups, merged cells, hidden rows, footnotes, page breaks."""

from __future__ import annotations

from .made import House, Page, days, row

GROUPS = House(
    name="grupper.xlsx",
    pages=(
        Page(
            text="""
Stöd till företag, april 2027
Dnr | Företag | Kommun | Beslutsdatum | Belopp
Mikrobidrag
27SK1 | Fyrens Bageri AB | Ejderö | 2027-04-02 | 30 000
27SK2 | Vågens Båtar AB | Öboden | 2027-04-06 | 20 000
Delsumma mikrobidrag | | | | 50 000

Såddbidrag
27SK3 | Alms Rederi AB | Ejderö | 2027-04-09 | 100 000
Delsumma såddbidrag | | | | 100 000
Totalt | | | | 150 000
""",
            merged=((3, 1, 3, 5), (8, 1, 8, 5)),
        ),
    ),
    title="Stöd till företag, april 2027",
    period=days("2027-04-01", "2027-04-30"),
    stated=150_000,
    rows=(
        row(
            4,
            dnr="27SK1",
            to="Fyrens Bageri AB",
            place="Ejderö",
            day="2027-04-02",
            amount=30000,
            kind="Mikrobidrag",
        ),
        row(
            5,
            dnr="27SK2",
            to="Vågens Båtar AB",
            place="Öboden",
            day="2027-04-06",
            amount=20000,
            kind="Mikrobidrag",
        ),
        row(
            9,
            dnr="27SK3",
            to="Alms Rederi AB",
            place="Ejderö",
            day="2027-04-09",
            amount=100000,
            kind="Såddbidrag",
        ),
    ),
)

WRONG_TOTAL = House(
    name="summa.xlsx",
    pages=(
        Page(
            text="""
Diarienummer | Mottagare | Beviljat | Delegat
27SK1 | Fyrens Bageri AB | #30000 | Karin Ek
27SK2 | Vågens Båtar AB | #20000 | Karin Ek
Summa: 2 st | | ¤SUM(C2:C2)=30000 |

* Bidragen betalas ut i juni.
Sida 1 av 1
""",
        ),
    ),
    stated=30000,
    doubts=("30\u00a0000", "Bidragen betalas ut i juni"),
    rows=(
        row(2, dnr="27SK1", to="Fyrens Bageri AB", amount=30000, by="Karin Ek"),
        row(3, dnr="27SK2", to="Vågens Båtar AB", amount=20000, by="Karin Ek"),
    ),
)

MERGED = House(
    name="hopslaget.xlsx",
    pages=(
        Page(
            text="""
Kommun | Dnr | Företag | Belopp | Beslutsfattare
Ejderö | 27SK1 | Fyrens Bageri AB | #30000 | Områdeschef Karin Ek
 | 27SK2 | Vågens Båtar AB | #20000 |
Öboden | 27SK3 | Alms Rederi AB | #9000 |
 | 27SK4 | Öbodens byalag | |
""",
            merged=((2, 1, 3, 1), (4, 1, 5, 1), (2, 5, 5, 5), (4, 4, 5, 4)),
        ),
    ),
    rows=(
        row(
            2,
            place="Ejderö",
            dnr="27SK1",
            to="Fyrens Bageri AB",
            amount=30000,
            by="Karin Ek",
            title="Områdeschef",
        ),
        row(
            3,
            place="Ejderö",
            dnr="27SK2",
            to="Vågens Båtar AB",
            amount=20000,
            by="Karin Ek",
            title="Områdeschef",
        ),
        row(
            4,
            "amount",
            place="Öboden",
            dnr="27SK3",
            to="Alms Rederi AB",
            amount=9000,
            by="Karin Ek",
            title="Områdeschef",
        ),
        row(
            5, "amount", place="Öboden", dnr="27SK4", to="Öbodens byalag", by="Karin Ek", title="Områdeschef"
        ),
    ),
)

HIDDEN = House(
    name="dolt.xlsx",
    pages=(
        Page(
            name="April",
            text="""
Dnr | Företag | Belopp
27SK1 | Fyrens Bageri AB | #30000
27SK2 | Vågens Båtar AB | #20000
""",
            hidden_rows=frozenset({3}),
        ),
        Page(
            name="gammalt",
            text="""
Dnr | Företag | Belopp
25SK1 | Fyrens Bageri AB | #1
25SK2 | Fyrens Bageri AB | #1
""",
            hidden=True,
        ),
    ),
    doubts=("dolda bladet ”gammalt”",),
    rows=(
        row(2, dnr="27SK1", to="Fyrens Bageri AB", amount=30000),
        row(3, "", dnr="27SK2", to="Vågens Båtar AB", amount=20000, hidden=True),
    ),
)

PAGE_BREAKS = House(
    name="utskrift.xls",
    pages=(
        Page(
            text="""
Dnr | Företag | Belopp
27SK1 | Fyrens Bageri AB | #30000

Sida 1 (2)
Dnr | Företag | Belopp
27SK2 | Vågens Båtar AB | #20000
Sida 2 (2)
""",
        ),
    ),
    rows=(
        row(2, dnr="27SK1", to="Fyrens Bageri AB", amount=30000),
        row(6, dnr="27SK2", to="Vågens Båtar AB", amount=20000),
    ),
)

BELOW = House(
    name="två under.xlsx",
    pages=(
        Page(
            text="""
Mikrobidrag
Dnr | Företag | Belopp
27SK1 | Fyrens Bageri AB | #30000
Summa | | #30000

Ordförandebeslut
Datum | Diarienr | Ärende | Delegat
2027-04-02 | 27SK9 | Yttrande om färjan | Ordförande Ada Berg
""",
        ),
    ),
    title="Mikrobidrag",
    stated=30000,
    rows=(
        row(3, dnr="27SK1", to="Fyrens Bageri AB", amount=30000, kind="Mikrobidrag"),
        row(
            8,
            dnr="27SK9",
            day="2027-04-02",
            kind="Yttrande om färjan",
            by="Ada Berg",
            title="Ordförande",
            urgent=True,
        ),
    ),
)

BESIDE = House(
    name="två bredvid.xlsx",
    pages=(
        Page(
            text="""
Mikrobidrag | | | | Såddbidrag
Dnr | Företag | Belopp | | Dnr | Företag | Belopp
27SK1 | Fyrens Bageri AB | #30000 | | 27SK5 | Alms Rederi AB | #90000
27SK2 | Vågens Båtar AB | #20000 | | 27SK6 | Öbodens byalag | #80000
27SK3 | Ejderö taxi AB | #10000
Summa | | #60000 | | Summa | | #170000
""",
        ),
    ),
    title="Mikrobidrag",
    stated=60000,
    rows=(
        row(3, dnr="27SK1", to="Fyrens Bageri AB", amount=30000, kind="Mikrobidrag"),
        row(4, dnr="27SK2", to="Vågens Båtar AB", amount=20000, kind="Mikrobidrag"),
        row(5, dnr="27SK3", to="Ejderö taxi AB", amount=10000, kind="Mikrobidrag"),
        row(3, dnr="27SK5", to="Alms Rederi AB", amount=90000, kind="Såddbidrag"),
        row(4, dnr="27SK6", to="Öbodens byalag", amount=80000, kind="Såddbidrag"),
    ),
)

SHEETS = House(
    name="Delegationsbeslut 2027.xlsx",
    pages=(
        Page(name="Läs mig", text="Hej!\nFyll i ett blad för varje månad.\nFrågor: Lena, 0999-602 63"),
        Page(name="Januari", text="Dnr | Företag | Dag | Belopp\n27SK1 | Fyrens Bageri AB | 7/1 | #30000"),
        Page(name="Februari", text="Dnr | Företag | Dag | Belopp\n27SK2 | Vågens Båtar AB | 3 feb | #20000"),
        Page(name="Ordförandebeslut", text="Dnr | Ärende | Dag\n27SK3 | Yttrande | 4/3 2027"),
        Page(name="Koder", text="Stöd | Förklaring\nMB | Mikrobidrag\nSB | Såddbidrag"),
        Page(name="Summering", text="Kommun | Antal | Belopp\nEjderö | #1 | #30000\nÖboden | #1 | #20000"),
    ),
    period=days("2027-01-01", "2027-01-31"),
    rows=(
        row(2, dnr="27SK1", to="Fyrens Bageri AB", day="2027-01-07", amount=30000),
        row(2, dnr="27SK2", to="Vågens Båtar AB", day="2027-02-03", amount=20000),
        row(2, dnr="27SK3", kind="Yttrande", day="2027-03-04", urgent=True),
    ),
)

SERIES = House(
    name="personal.xlsx",
    pages=(
        Page(
            text="""
Löpnr | Datum | Beslut | Avser | Delegat | Delegationspunkt | Ordförandebeslut
D 1/2027 | @2027-04-02 | Anställning | Tomas Lind 19800101-1234 | Enhetschef Per Alm | punkt 3.2 | Nej
D 2/2027 | @2027-04-03 | Yttrande | Polisen | Ordförande Ada Berg | A 1.4 | Ja
D 3/2027 | @2027-04-04 | Avtal | Båtklubben | Enhetschef Per Alm | 3:2 |
""",
        ),
    ),
    period=days("2027-04-02", "2027-04-04"),
    rows=(
        row(
            2,
            "recipient",
            serial="D 1/2027",
            day="2027-04-02",
            kind="Anställning",
            to="Tomas Lind 19800101-1234",
            by="Per Alm",
            title="Enhetschef",
            point="3.2",
        ),
        row(
            3,
            serial="D 2/2027",
            day="2027-04-03",
            kind="Yttrande",
            to="Polisen",
            by="Ada Berg",
            title="Ordförande",
            point="A 1.4",
            urgent=True,
        ),
        row(
            4,
            serial="D 3/2027",
            day="2027-04-04",
            kind="Avtal",
            to="Båtklubben",
            by="Per Alm",
            title="Enhetschef",
            point="3:2",
        ),
    ),
)

HOUSES = {
    "groups": GROUPS,
    "wrong_total": WRONG_TOTAL,
    "merged": MERGED,
    "hidden": HIDDEN,
    "page_breaks": PAGE_BREAKS,
    "below": BELOW,
    "beside": BESIDE,
    "sheets": SHEETS,
    "series": SERIES,
}
