"""Workbooks of still other houses, made up when the reader was there already."""

from __future__ import annotations

from .made import House, Page, days, row

SOCIAL = House(
    name="Delegeringsbeslut 2027.xlsx",
    pages=(
        Page(
            text="""
SOCIALNÄMNDEN
Lista över delegerade beslut
Nr | Beslutsdatum | Ärende/rubrik | Dnr | Delegat | Delegeringspunkt | Enhet
1 | 2027-03-02 | Bifall hemtjänst enl. 4 kap. | SN 2027-0012 | Anna Storm, biståndshandläggare | 4.2.1 | Äldre
2 | 2027-03-05 | Avskrivning | SN 2027-0014 | Enhetschef | 4.3 | IFO
Antal beslut: 3
"""
        ),
    ),
    title="Lista över delegerade beslut",
    period=days("2027-01-01", "2027-12-31"),
    doubts=("Listan säger 3 beslut, men 2 står i den",),
    rows=(
        row(
            4,
            serial="1",
            day="2027-03-02",
            kind="Bifall hemtjänst enl. 4 kap.",
            dnr="SN 2027-0012",
            by="Anna Storm",
            title="Biståndshandläggare",
            point="4.2.1",
            extra=(("Enhet", "Äldre"),),
        ),
        row(
            5,
            serial="2",
            day="2027-03-05",
            kind="Avskrivning",
            dnr="SN 2027-0014",
            title="Enhetschef",
            point="4.3",
            extra=(("Enhet", "IFO"),),
        ),
    ),
)

EMPLOYED = House(
    name="mars.xlsx",
    pages=(
        Page(
            text="""
Anställningar mars 2027
Namn | Befattning | Fr.o.m. | Beslutsfattare | Beslutsdatum | Delegationspunkt
Olle Holm | Lärare | 2027-04-01 | Eva Lind | 2027-03-10 | 2.1
"""
        ),
    ),
    title="Anställningar mars 2027",
    period=days("2027-03-01", "2027-03-31"),
    rows=(
        row(
            3,
            to="Olle Holm",
            by="Eva Lind",
            day="2027-03-10",
            point="2.1",
            extra=(("Befattning", "Lärare"), ("Fr.o.m.", "2027-04-01")),
        ),
    ),
)

IN_ONE_CELL = House(
    name="v2 (slutlig).xlsx",
    pages=(
        Page(
            text="""
Delegationsbeslut
Period: | 2027-01-01 | 2027-01-31
Delegat: | Områdeschef Karin Ek
 |
Dnr och ärende | Sökande (org.nr) | Beslut | Belopp kr | Datum
27SK12 Mikrobidrag | Fyren AB (556677-8899) | Beviljas | 30 000:- | 8/1
27SK13 Konsultcheck | Vågen AB | Avslås | 0:- | 9/1
"""
        ),
    ),
    title="Delegationsbeslut",
    period=days("2027-01-01", "2027-01-31"),
    rows=(
        row(
            6,
            dnr="27SK12",
            kind="Mikrobidrag",
            to="Fyren AB (556677-8899)",
            amount=30000,
            day="2027-01-08",
            by="Karin Ek",
            title="Områdeschef",
            extra=(("Beslut", "Beviljas"),),
        ),
        row(
            7,
            dnr="27SK13",
            kind="Konsultcheck",
            to="Vågen AB",
            amount=0,
            day="2027-01-09",
            by="Karin Ek",
            title="Områdeschef",
            extra=(("Beslut", "Avslås"),),
        ),
    ),
)

BROKEN = House(
    name="brutet.xlsx",
    pages=(
        Page(
            text="""
Löp-\\nnr | Diarie-\\nnr | Mottag-\\nare | Belopp\\n(tkr) | Besluts-\\ndatum
1 | 27SK1 | Fyrens Bageri och | 30 | 27.04.02
 | | Konditori AB | |
2 | 27SK2 | Vågen AB | 12,5 | 27.04.03
"""
        ),
    ),
    period=days("2027-04-02", "2027-04-03"),
    headings=("Löpnr", "Diarienr", "Mottagare", "Belopp (tkr)", "Beslutsdatum"),
    rows=(
        row(
            2,
            "recipient",
            serial="1",
            dnr="27SK1",
            to="Fyrens Bageri och Konditori AB",
            amount=30000,
            day="2027-04-02",
        ),
        row(4, serial="2", dnr="27SK2", to="Vågen AB", amount=12500, day="2027-04-03"),
    ),
)

BY_MUNICIPALITY = House(
    name="kommunvis.xlsx",
    pages=(
        Page(
            text="""
Beviljade stöd första kvartalet 2027
Ärende | Företag | Stödform | Belopp (tkr) | Beslut
Öbodens kommun
27SK1 | Fyren AB | Mikrobidrag | 30 | 2027-01-10
27SK2 | Masten AB | Mikrobidrag | 12,5 | 2027-01-11
Summa Öbodens kommun | | | 42,5
Ejderö kommun
27SK3 | Vågen AB | Såddbidrag | 200 | 2027-02-10
Summa Ejderö kommun | | | 200
Totalsumma | | | 242,5
"""
        ),
    ),
    title="Beviljade stöd första kvartalet 2027",
    period=days("2027-01-01", "2027-03-31"),
    stated=242_500,
    rows=tuple(
        row(at, dnr=dnr, to=to, kind=kind, amount=amount, day=day, place=place)
        for at, dnr, to, kind, amount, day, place in (
            (4, "27SK1", "Fyren AB", "Mikrobidrag", 30000, "2027-01-10", "Öbodens kommun"),
            (5, "27SK2", "Masten AB", "Mikrobidrag", 12500, "2027-01-11", "Öbodens kommun"),
            (8, "27SK3", "Vågen AB", "Såddbidrag", 200000, "2027-02-10", "Ejderö kommun"),
        )
    ),
)

BY_DELEGATE = House(
    name="delegatvis.xlsx",
    pages=(
        Page(
            text="""
Dnr | Ärende | Datum | Belopp
Områdeschef Karin Ek
27SK1 | Mikrobidrag Fyren AB | 2027-03-02 | 30 000
Enhetschef Per Alm
27SK3 | Inköp av projektor | 2027-03-09 | 9 900
Ordförandebeslut
27SK4 | Yttrande till polisen | 2027-03-10 | -
"""
        ),
    ),
    period=days("2027-03-02", "2027-03-10"),
    rows=(
        row(
            3,
            dnr="27SK1",
            kind="Mikrobidrag Fyren AB",
            day="2027-03-02",
            amount=30000,
            by="Karin Ek",
            title="Områdeschef",
        ),
        row(
            5,
            dnr="27SK3",
            kind="Inköp av projektor",
            day="2027-03-09",
            amount=9900,
            by="Per Alm",
            title="Enhetschef",
        ),
        row(7, dnr="27SK4", kind="Yttrande till polisen", day="2027-03-10", urgent=True),
    ),
)

SIDE_BY_SIDE = House(
    name="tätt.xlsx",
    pages=(
        Page(
            text="""
Mikrobidrag | | | Konsultcheckar
Dnr | Företag | Belopp | Dnr | Företag | Belopp
27SK1 | Fyren AB | #100 | 27SK5 | Vågen AB | #500
27SK2 | Masten AB | #200
Summa | | #300 | Summa | | #500
"""
        ),
    ),
    title="Mikrobidrag",
    stated=300,
    rows=(
        row(3, dnr="27SK1", to="Fyren AB", amount=100, kind="Mikrobidrag"),
        row(4, dnr="27SK2", to="Masten AB", amount=200, kind="Mikrobidrag"),
        row(3, dnr="27SK5", to="Vågen AB", amount=500, kind="Konsultcheckar"),
    ),
)

OTHER_MONEY = House(
    name="grants.xlsx",
    pages=(
        Page(
            text="""
No. | Reference | Grantee | Granted (EUR) | Approved by | Approval date
1 | X-2027-1 | Foo Ltd | 1000 | J. Smith | 3 Dec 2027
2 | X-2027-2 | Bar Ltd | 2000 | J. Smith | 4 Dec 2027
"""
        ),
    ),
    period=days("2027-12-03", "2027-12-04"),
    rows=tuple(
        row(
            n + 1,
            serial=str(n),
            dnr=f"X-2027-{n}",
            to=to,
            by="J. Smith",
            day=day,
            extra=(("Granted (EUR)", money),),
        )
        for n, to, day, money in ((1, "Foo Ltd", "2027-12-03", "1000"), (2, "Bar Ltd", "2027-12-04", "2000"))
    ),
)

SIGNED = House(
    name="kultur.xlsx",
    pages=(
        Page(
            text="""
 | | | |
 | KULTURNÄMNDEN
 | Beslut enligt delegation
 | Förening | Bidrag | Sökt | Beviljat
 | Teaterföreningen Masken | Arrangemang | 25 000 | 15 000
 | Ungdomsklubben | Start | 5 000 | -
 | SUMMA | | 30 000 | 15 000
 |
 | Ejderö 2027-05-02
 | Per Alm, kulturchef
"""
        ),
    ),
    title="Beslut enligt delegation",
    stated=15000,
    rows=(
        row(5, to="Teaterföreningen Masken", kind="Arrangemang", amount=15000, extra=(("Sökt", "25 000"),)),
        row(6, to="Ungdomsklubben", kind="Start", extra=(("Sökt", "5 000"),)),
    ),
)

THREE_COLUMNS = House(
    name="delat datum.xlsx",
    pages=(
        Page(
            text="""
Beviljade bidrag
 | | Beslutsdatum | | | |
Dnr | Företag | År | Månad | Dag | Belopp | Delegat
27SK1 | Fyren AB | #2027 | #4 | #12 | #100 | Karin Ek
27SK2 | Vågen AB | 2027 | april | 13 | #200 | Karin Ek
27SK3 | Masten AB | #2027 | #4 | #31 | #300 | Karin Ek
Summa | | | | | #600 |
""",
            merged=((2, 3, 2, 5),),
        ),
    ),
    title="Beviljade bidrag",
    period=days("2027-04-12", "2027-04-13"),
    stated=600,
    rows=(
        row(4, dnr="27SK1", to="Fyren AB", day="2027-04-12", amount=100, by="Karin Ek"),
        row(5, dnr="27SK2", to="Vågen AB", day="2027-04-13", amount=200, by="Karin Ek"),
        row(6, "decided_on", dnr="27SK3", to="Masten AB", amount=300, by="Karin Ek"),
    ),
)

DAY_FIRST = House(
    name="dag först.csv",
    pages=(
        Page(
            text="""
Dag | Mån. | År | Dnr | Sökande | Beviljat
3 | 12 | 27 | 27SK1 | Fyren AB | 1 000
4 | 12 | 27 | 27SK2 | Vågen AB | 2 000
"""
        ),
    ),
    period=days("2027-12-03", "2027-12-04"),
    rows=(
        row(2, dnr="27SK1", to="Fyren AB", day="2027-12-03", amount=1000),
        row(3, dnr="27SK2", to="Vågen AB", day="2027-12-04", amount=2000),
    ),
)

HOUSES = {
    "three_columns": THREE_COLUMNS,
    "day_first": DAY_FIRST,
    "social": SOCIAL,
    "employed": EMPLOYED,
    "in_one_cell": IN_ONE_CELL,
    "broken": BROKEN,
    "by_municipality": BY_MUNICIPALITY,
    "by_delegate": BY_DELEGATE,
    "side_by_side": SIDE_BY_SIDE,
    "other_money": OTHER_MONEY,
    "signed": SIGNED,
}
