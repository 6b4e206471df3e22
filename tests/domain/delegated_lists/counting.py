"""Lists whose amounts are counted in thousands, computed, or summed without words."""

from __future__ import annotations

from .made import House, Page, days, row

THOUSANDS = House(
    name="tkr.xlsx",
    pages=(
        Page(
            text="""
Region Norrvik
Näringslivsenheten

Beviljade stöd kvartal 4 2027


Sökt, tkr | Beviljat, tkr | Ansökan inkom | Beslut | Sökande | Diarienr | Stödform | Delegat
#90 | #70.5 | @2027-09-01 | @2027-10-04 | Fyrbaks Bageri AB | 27NV401 | Mikrobidrag | Åsa Lindfors
#300 | #150 | @2027-09-15 | @2027-11-08 | Vågbaks Båtar AB | 27NV402 | Investeringsstöd \
| Åsa Lindfors
#40 | #0 | @2027-10-02 | @2027-12-03 | Albaks Rederi AB | 27NV403 | Mikrobidrag | Åsa Lindfors
#430 | #220.5 | | | | | |
"""
        ),
    ),
    rows=(
        row(
            8,
            dnr="27NV401",
            kind="Mikrobidrag",
            to="Fyrbaks Bageri AB",
            amount=70500,
            by="Åsa Lindfors",
            day="2027-10-04",
            extra=(("Sökt, tkr", "90"), ("Ansökan inkom", "2027-09-01")),
        ),
        row(
            9,
            dnr="27NV402",
            kind="Investeringsstöd",
            to="Vågbaks Båtar AB",
            amount=150000,
            by="Åsa Lindfors",
            day="2027-11-08",
            extra=(("Sökt, tkr", "300"), ("Ansökan inkom", "2027-09-15")),
        ),
        row(
            10,
            dnr="27NV403",
            kind="Mikrobidrag",
            to="Albaks Rederi AB",
            amount=0,
            by="Åsa Lindfors",
            day="2027-12-03",
            extra=(("Sökt, tkr", "40"), ("Ansökan inkom", "2027-10-02")),
        ),
    ),
    title="Beviljade stöd kvartal 4 2027",
    period=days("2027-10-01", "2027-12-31"),
    stated=220500,
)

COMPUTED = House(
    name="formler.xlsx",
    pages=(
        Page(
            text="""
Beslut i oktober 2027
Löpnr | Dnr | Beslutsdag | Kostnad | Andel | Bidrag | Företag
¤ROW()-2=1 | 27NV801 | @2027-10-05 | #200000 | #0.35 | ¤D3*E3=70000 | Fyrbaks Bageri AB
¤A3+1=2 | 27NV802 | @2027-10-12 | #70000 | #0.5 | ¤D4*E4=35000 | Vågbaks Båtar AB
 | | | | | ¤SUM(F3:F4)=105000 |
"""
        ),
    ),
    rows=(
        row(
            3,
            serial="1",
            dnr="27NV801",
            to="Fyrbaks Bageri AB",
            amount=70000,
            day="2027-10-05",
            extra=(("Kostnad", "200000"), ("Andel", "0,35")),
        ),
        row(
            4,
            serial="2",
            dnr="27NV802",
            to="Vågbaks Båtar AB",
            amount=35000,
            day="2027-10-12",
            extra=(("Kostnad", "70000"), ("Andel", "0,5")),
        ),
    ),
    title="Beslut i oktober 2027",
    period=days("2027-10-01", "2027-10-31"),
    stated=105000,
)

MILLIONS = House(
    name="stora.ods",
    pages=(
        Page(
            text="""
Strukturfondsmedel
Beslut 2027



Belopp i mkr
Projekt | Projektägare | Diarienr | Regional medfinansiering | Beslut fattat | Delegat
Grön omställning | Norrviks högskola | RN2027/2201 | #1.2 | @2027-05-03 | Regiondirektör Eva Storm
Nya båtar | Sörviks varv AB | RN2027/2202 | #0.85 | @2027-06-14 | Regiondirektör Eva Storm
Summa | | | #2.05 | |
"""
        ),
    ),
    rows=(
        row(
            8,
            dnr="RN2027/2201",
            kind="Grön omställning",
            to="Norrviks högskola",
            amount=1200000,
            by="Eva Storm",
            title="Regiondirektör",
            day="2027-05-03",
        ),
        row(
            9,
            dnr="RN2027/2202",
            kind="Nya båtar",
            to="Sörviks varv AB",
            amount=850000,
            by="Eva Storm",
            title="Regiondirektör",
            day="2027-06-14",
        ),
    ),
    title="Beslut 2027",
    period=days("2027-01-01", "2027-12-31"),
    stated=2050000,
)

UNIT_ABOVE = House(
    name="tusental.xlsx",
    pages=(
        Page(
            text="""
Utbetalda och beviljade bidrag, belopp i tkr
Sökande | Ort | Sökt | Bifall | Datum | Ärende nr | Beslut fattades av
Fyrbaks IF | Norrvik | 40 | 25 | 2027-10-05 | 27NV1 | Fritidschef Åsa Lindfors
Vågbaks IK | Sörvik | 100 | 62,5 | 2027-10-06 | 27NV2 | Fritidschef Åsa Lindfors
Summa | | 140 | 87,5 | | |
"""
        ),
    ),
    rows=(
        row(
            3,
            dnr="27NV1",
            to="Fyrbaks IF",
            place="Norrvik",
            amount=25000,
            by="Åsa Lindfors",
            title="Fritidschef",
            day="2027-10-05",
            extra=(("Sökt", "40"),),
        ),
        row(
            4,
            dnr="27NV2",
            to="Vågbaks IK",
            place="Sörvik",
            amount=62500,
            by="Åsa Lindfors",
            title="Fritidschef",
            day="2027-10-06",
            extra=(("Sökt", "100"),),
        ),
    ),
    title="Utbetalda och beviljade bidrag, belopp i tkr",
    period=days("2027-10-05", "2027-10-06"),
    stated=87500,
)

HOUSES = {"thousands": THOUSANDS, "computed": COMPUTED, "millions": MILLIONS, "unit_above": UNIT_ABOVE}
