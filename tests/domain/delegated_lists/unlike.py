"""Lists whose days and words stand where nobody looks first."""

from __future__ import annotations

from .made import House, Page, days, row

NOTES_WITHIN = House(
    name="anmärkning.xlsx",
    pages=(
        Page(
            text="""
Dnr | Bolag | Säte | Beslut den | Summa stöd | Beslutad av
27NV1101 | Fyrbaks Bageri AB | Norrvik | 1/10 2027 | 25 000:- | Åsa Lindfors
OBS! Nedanstående tre ärenden beslutades under Åsa Lindfors semester. | | | | |
27NV1102 | Vågbaks Båtar AB | Norrvik | 4/10 2027 | 30 000:- | Per Ahlbom
27NV1103 | Albaks Rederi AB | Sörvik | 5/10 2027 | 12 000:- | Per Ahlbom
27NV1104 | Tallbaks Kvarn AB | Östvik | 6/10 2027 | 0:- | Per Ahlbom

27NV1105 | Ekbaks Smide HB | Sörvik | 11/10 2027 | 9 000:- | Åsa Lindfors
Totalt 5 beslut | | | | 76 000:- |
Listan är framtagen ur ärendesystemet den 1 november 2027. | | | | |
""",
            merged=((3, 1, 3, 6),),
        ),
    ),
    rows=(
        row(
            2,
            dnr="27NV1101",
            to="Fyrbaks Bageri AB",
            place="Norrvik",
            amount=25000,
            by="Åsa Lindfors",
            day="2027-10-01",
        ),
        row(
            4,
            dnr="27NV1102",
            to="Vågbaks Båtar AB",
            place="Norrvik",
            amount=30000,
            by="Per Ahlbom",
            day="2027-10-04",
        ),
        row(
            5,
            dnr="27NV1103",
            to="Albaks Rederi AB",
            place="Sörvik",
            amount=12000,
            by="Per Ahlbom",
            day="2027-10-05",
        ),
        row(
            6,
            dnr="27NV1104",
            to="Tallbaks Kvarn AB",
            place="Östvik",
            amount=0,
            by="Per Ahlbom",
            day="2027-10-06",
        ),
        row(
            8,
            dnr="27NV1105",
            to="Ekbaks Smide HB",
            place="Sörvik",
            amount=9000,
            by="Åsa Lindfors",
            day="2027-10-11",
        ),
    ),
    period=days("2027-10-01", "2027-10-11"),
    stated=76000,
    doubts=("OBS! Nedanstående", "Listan är framtagen"),
)

DAYS_OF_MONTHS = House(
    name="flera blad.xlsx",
    pages=(
        Page(
            name="Innehåll",
            text="""
Delegationsbeslut 2027
Blad | Avser
Oktober | Beslut i oktober
November | Beslut i november
""",
        ),
        Page(
            name="Oktober",
            text="""
Anmälan av delegationsbeslut
Nr | Dag | Dnr | Avser | Den beslutet gäller | Beslutande | Beslutandes befattning | Kronor | Anm.
1 | 4 | NV27-2401 | Lönebidrag | Fyrbaks Bageri AB | Åsa Lindfors | enhetschef | 12 000 |
2 | 18 | NV27-2402 | Lönebidrag | Vågbaks Båtar AB | Åsa Lindfors | enhetschef | 8 000 | sen ansökan
""",
        ),
        Page(
            name="November",
            text="""
Anmälan av delegationsbeslut
Nr | Dag | Dnr | Avser | Den beslutet gäller | Beslutande | Beslutandes befattning | Kronor | Anm.
3 | 2 | NV27-2403 | Lönebidrag | Albaks Rederi AB | Per Ahlbom | direktör | 21 000 |
""",
        ),
        Page(
            name="Statistik",
            text="""
Befattning | Antal | Kronor
enhetschef | #2 | #20000
direktör | #1 | #21000
""",
        ),
    ),
    rows=(
        row(
            3,
            serial="1",
            dnr="NV27-2401",
            kind="Lönebidrag",
            to="Fyrbaks Bageri AB",
            amount=12000,
            by="Åsa Lindfors",
            title="Enhetschef",
            day="2027-10-04",
        ),
        row(
            4,
            serial="2",
            dnr="NV27-2402",
            kind="Lönebidrag",
            to="Vågbaks Båtar AB",
            amount=8000,
            by="Åsa Lindfors",
            title="Enhetschef",
            day="2027-10-18",
            note="sen ansökan",
        ),
        row(
            3,
            serial="3",
            dnr="NV27-2403",
            kind="Lönebidrag",
            to="Albaks Rederi AB",
            amount=21000,
            by="Per Ahlbom",
            title="Direktör",
            day="2027-11-02",
        ),
    ),
    title="Anmälan av delegationsbeslut",
    period=days("2027-10-01", "2027-10-31"),
)

ANSWERS = House(
    name="remisser.xlsx",
    pages=(
        Page(
            text="""
Inkommen | Besvarad | Avsändare | Remiss | Diarienummer | Svarat av
2027-09-01 | 2027-10-05 | Trafikverket | Ny vägplan Sörvik | NV 2027/31 | Lindfors, Åsa
2027-09-07 | 2027-10-19 | Länsstyrelsen | Vindpark Östvik | NV 2027/32 | Ahlbom, Per
"""
        ),
    ),
    rows=(
        row(
            2,
            dnr="NV 2027/31",
            kind="Ny vägplan Sörvik",
            by="Åsa Lindfors",
            day="2027-10-05",
            extra=(("Inkommen", "2027-09-01"), ("Avsändare", "Trafikverket")),
        ),
        row(
            3,
            dnr="NV 2027/32",
            kind="Vindpark Östvik",
            by="Per Ahlbom",
            day="2027-10-19",
            extra=(("Inkommen", "2027-09-07"), ("Avsändare", "Länsstyrelsen")),
        ),
    ),
    period=days("2027-10-05", "2027-10-19"),
)

MONTH_AND_YEAR = House(
    name="månad.xlsx",
    pages=(
        Page(
            text="""
Delegationsbeslut
Månad: | oktober
År: | 2027

Löpnr | Dag | Ärende | Dnr | Belopp | Beslutsfattare
1 | 4 | Bidrag till byalag | 27NV41 | 5 000 | Åsa Lindfors, Enhetschef
2 | 11 | Bidrag till byalag | 27NV42 | 7 000 | Åsa Lindfors, Enhetschef
 | | | Summa: | 12 000 |
 | | Norrvik den 1 november 2027 | | |
"""
        ),
    ),
    rows=(
        row(
            6,
            serial="1",
            dnr="27NV41",
            kind="Bidrag till byalag",
            amount=5000,
            by="Åsa Lindfors",
            title="Enhetschef",
            day="2027-10-04",
        ),
        row(
            7,
            serial="2",
            dnr="27NV42",
            kind="Bidrag till byalag",
            amount=7000,
            by="Åsa Lindfors",
            title="Enhetschef",
            day="2027-10-11",
        ),
    ),
    title="Delegationsbeslut",
    period=days("2027-10-01", "2027-10-31"),
    stated=12000,
)

CONTRACTS = House(
    name="avtal.xlsx",
    pages=(
        Page(
            text="""
Tecknade avtal | | | | | |
Avtalspart | Avtal avser | Avtalsvärde exkl. moms | Avtalstid | Tecknat | Tecknat av | Diariefört
Fyrbaks Städ AB | Lokalvård | 240 000 kr | 2027-11-01 – 2029-10-31 | 2027-10-20 \
| Åsa Lindfors, enhetschef | RN 27-71
Vågbaks El AB | Elarbeten | 1 100 000 kr | 2027-11-01 – 2028-10-31 | 2027-10-27 \
| Per Ahlbom, direktör | RN 27-72
""",
            merged=((1, 1, 1, 7),),
        ),
    ),
    rows=(
        row(
            3,
            dnr="RN 27-71",
            kind="Lokalvård",
            to="Fyrbaks Städ AB",
            amount=240000,
            by="Åsa Lindfors",
            title="Enhetschef",
            day="2027-10-20",
            extra=(("Avtalstid", "2027-11-01 – 2029-10-31"),),
        ),
        row(
            4,
            dnr="RN 27-72",
            kind="Elarbeten",
            to="Vågbaks El AB",
            amount=1100000,
            by="Per Ahlbom",
            title="Direktör",
            day="2027-10-27",
            extra=(("Avtalstid", "2027-11-01 – 2028-10-31"),),
        ),
    ),
    title="Tecknade avtal",
    period=days("2027-10-20", "2027-10-27"),
)

HOUSES = {
    "notes_within": NOTES_WITHIN,
    "days_of_months": DAYS_OF_MONTHS,
    "answers": ANSWERS,
    "month_and_year": MONTH_AND_YEAR,
    "contracts": CONTRACTS,
}
