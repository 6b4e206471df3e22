"""Workbooks whose headings are odd: other words, other places, two rows, merged, other languages, none."""

from __future__ import annotations

from .made import House, Page, days, row

PLAIN = House(
    name="stod.xlsx",
    pages=(
        Page(
            text="""
Företagsstöd
Perioden: 2027-12-04 – 2027-12-31

Dnr | Stöd | Företag | Bransch/Prioritering | Kön | Kommun | Belopp | Beslutsfattare
 | | | | | | | Områdeschef
27SK98 | Mikrobidrag | Sten & Berg\\nAB | Musik | M | Ejderö | #30000 | Karin Ek
27SK99 | Konsulttjänst | Öbodens kommun | Färjor | - | Öboden | #13600 | Karin Ek
"""
        ),
    ),
    title="Företagsstöd",
    period=days("2027-12-04", "2027-12-31"),
    rows=(
        row(
            6,
            dnr="27SK98",
            kind="Mikrobidrag",
            to="Sten & Berg AB",
            branch="Musik",
            gender="M",
            place="Ejderö",
            amount=30000,
            by="Karin Ek",
            title="Områdeschef",
        ),
        row(
            7,
            dnr="27SK99",
            kind="Konsulttjänst",
            to="Öbodens kommun",
            branch="Färjor",
            place="Öboden",
            amount=13600,
            by="Karin Ek",
            title="Områdeschef",
        ),
    ),
)

LETTERHEAD = House(
    name="Lista till nämnden.xlsx",
    pages=(
        Page(
            text="""
Sjöviks region
Regional utveckling | | | Utskrivet 2028-01-07

Delegationsbeslut december 2027
Här kommer månadens beslut. Hör av er till Lena om något är oklart!
Beslutsfattare: Områdeschef Karin Ek | | | Punkt 3.2
Beviljat belopp (kr) | Sökt belopp | Mottagare | Ärendenr | Beslutsdag
#50000 | #90000 | Vågens Båtar AB | SK 2027/00123 | @2027-12-03
#12000 | #12000 | Fyrens Bageri HB | SK 2027/00124 | @2027-12-17
"""
        ),
    ),
    title="Delegationsbeslut december 2027",
    period=days("2027-12-01", "2027-12-31"),
    rows=(
        row(
            8,
            dnr="SK 2027/00123",
            to="Vågens Båtar AB",
            amount=50000,
            day="2027-12-03",
            by="Karin Ek",
            title="Områdeschef",
            point="3.2",
            extra=(("Sökt belopp", "90000"),),
        ),
        row(
            9,
            dnr="SK 2027/00124",
            to="Fyrens Bageri HB",
            amount=12000,
            day="2027-12-17",
            by="Karin Ek",
            title="Områdeschef",
            point="3.2",
            extra=(("Sökt belopp", "12000"),),
        ),
    ),
)

TWO_ROWS = House(
    name="beslut 2027-04.xlsx",
    pages=(
        Page(
            text="""
Ärende | | Beslut | | | Beviljat
Diarie-\\nnummer | Sökande | Datum | Punkt i del.ordn. | Fattat av | belopp, tkr
RU/430/2027 | Ada Berg | @2027-04-02 | 3.2 | Karin Ek, områdeschef | #50
RU/431/2027 | Alms Rederi AB | @2027-04-05 | 3.12 | Karin Ek, områdeschef | #1.5
""",
            merged=((1, 1, 1, 2), (1, 3, 1, 5)),
        ),
    ),
    period=days("2027-04-01", "2027-04-30"),
    rows=(
        row(
            3,
            dnr="RU/430/2027",
            to="Ada Berg",
            day="2027-04-02",
            point="3.2",
            by="Karin Ek",
            title="Områdeschef",
            amount=50000,
        ),
        row(
            4,
            dnr="RU/431/2027",
            to="Alms Rederi AB",
            day="2027-04-05",
            point="3.12",
            by="Karin Ek",
            title="Områdeschef",
            amount=1500,
        ),
    ),
)

ENGLISH = House(
    name="grants.ods",
    pages=(
        Page(
            name="Sheet1",
            text="""
Decision date | Case no. | Company | Type of support | Municipality | Granted (SEK) | Decided by | Title|Note
2027-12-03 | 27SK1 | Fyrens Bageri AB | Micro grant | Ejderö | SEK 70,063.00 | Ines Falk | Head of unit | late
""",
        ),
    ),
    period=days("2027-12-03", "2027-12-03"),
    rows=(
        row(
            2,
            day="2027-12-03",
            dnr="27SK1",
            to="Fyrens Bageri AB",
            kind="Micro grant",
            place="Ejderö",
            amount=70063,
            by="Ines Falk",
            title="Head of unit",
            note="late",
        ),
    ),
)

NYNORSK = House(
    name="vedtak.xlsx",
    pages=(
        Page(
            text="""
Saksnr | Tilskot | Mottakar | Bransje | Kjønn | Kommune | Beløp | Vedteke av | Vedtaksdato
2027/12 | Mikrotilskot | Havbris AS | Reiseliv | K | Ejderø | 30 000 | Ines Falk | 3.12.2027
""",
        ),
    ),
    period=days("2027-12-03", "2027-12-03"),
    rows=(
        row(
            2,
            dnr="2027/12",
            kind="Mikrotilskot",
            to="Havbris AS",
            branch="Reiseliv",
            gender="K",
            place="Ejderø",
            amount=30000,
            by="Ines Falk",
            day="2027-12-03",
        ),
    ),
)

ABBREVIATED = House(
    name="lista.xls",
    pages=(
        Page(
            text="""
Lnr | D.nr | Bel. kr | Besl.datum | Besl.fattare | Komm. | Mott. | Delp. | Anm
#1 | KS 27/14 | 1 000 kr | 27-04-02 | Per Alm (enhetschef) | Öboden | Öbodens byalag | #3.2 | –
#2 | KS 27/15 | 2 000 kr | 27-04-06 | Per Alm (enhetschef) | Öboden | Fyrklubben | #4 | sent in
""",
        ),
    ),
    period=days("2027-04-02", "2027-04-06"),
    rows=(
        row(
            2,
            serial="1",
            dnr="KS 27/14",
            amount=1000,
            day="2027-04-02",
            by="Per Alm",
            title="Enhetschef",
            place="Öboden",
            to="Öbodens byalag",
            point="3.2",
        ),
        row(
            3,
            serial="2",
            dnr="KS 27/15",
            amount=2000,
            day="2027-04-06",
            by="Per Alm",
            title="Enhetschef",
            place="Öboden",
            to="Fyrklubben",
            point="4",
            note="sent in",
        ),
    ),
)

NO_HEADING = House(
    name="utan.csv",
    pages=(
        Page(
            text="""
27SK1 | 2027-04-02 | Mikrobidrag | Fyrens Bageri AB | K | 30 000 | Karin Ek
27SK2 | 2027-04-03 | Mikrobidrag | Vågens Båtar AB | M | 25 000 | Karin Ek
27SK3 | 2027-04-09 | Såddbidrag | Alms Rederi HB | M | 125 500 | Per Alm
27SK4 | 2027-04-12 | Såddbidrag | Öbodens byalag | K | 90 000 | Per Alm
""",
        ),
    ),
    period=days("2027-04-02", "2027-04-12"),
    doubts=("Rubrikraden saknas",),
    rows=(
        row(
            1,
            dnr="27SK1",
            day="2027-04-02",
            kind="Mikrobidrag",
            to="Fyrens Bageri AB",
            gender="K",
            amount=30000,
            by="Karin Ek",
        ),
        row(
            2,
            dnr="27SK2",
            day="2027-04-03",
            kind="Mikrobidrag",
            to="Vågens Båtar AB",
            gender="M",
            amount=25000,
            by="Karin Ek",
        ),
        row(
            3,
            dnr="27SK3",
            day="2027-04-09",
            kind="Såddbidrag",
            to="Alms Rederi HB",
            gender="M",
            amount=125500,
            by="Per Alm",
        ),
        row(
            4,
            dnr="27SK4",
            day="2027-04-12",
            kind="Såddbidrag",
            to="Öbodens byalag",
            gender="K",
            amount=90000,
            by="Per Alm",
        ),
    ),
)

UNKNOWN_WORDS = House(
    name="egen.xlsx",
    pages=(
        Page(
            text="""
Akt | Vem har bestämt | Gick till | Pengar ut | Kod
27SK1 | Karin Ek | Fyrens Bageri AB | 30 000 kr | x7
27SK2 | Per Alm | Vågens Båtar AB | 5 000 kr | x8
27SK3 | Karin Ek | Öbodens byalag | 7 000 kr | x9
""",
        ),
    ),
    rows=(
        row(2, dnr="27SK1", by="Karin Ek", to="Fyrens Bageri AB", amount=30000, extra=(("Kod", "x7"),)),
        row(3, dnr="27SK2", by="Per Alm", to="Vågens Båtar AB", amount=5000, extra=(("Kod", "x8"),)),
        row(4, dnr="27SK3", by="Karin Ek", to="Öbodens byalag", amount=7000, extra=(("Kod", "x9"),)),
    ),
)

HOUSES = {
    "plain": PLAIN,
    "letterhead": LETTERHEAD,
    "two_rows": TWO_ROWS,
    "english": ENGLISH,
    "nynorsk": NYNORSK,
    "abbreviated": ABBREVIATED,
    "no_heading": NO_HEADING,
    "unknown_words": UNKNOWN_WORDS,
}
