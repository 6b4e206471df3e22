"""Workbooks as still other municipalities and their systems write them."""

from __future__ import annotations

from .made import House, Page, days, row

EXPORT = House(
    name="soc-export.csv",
    pages=(
        Page(
            text="""
CaseNumber | DecisionDate | DecisionText | DecisionMakerName | DecisionMakerTitle | Point | Client | SSN
SN-12 | 2027-03-02 | Bifall kontaktperson | Ida Öst | Enhetschef | 3.2.1 | Rut Alm | 19500101-1234
SN-13 | 2027-03-03 | Avslag försörjningsstöd | Ida Öst | Enhetschef | 3.4 | Sven Ask | 390212-5678
""",
        ),
    ),
    period=days("2027-03-02", "2027-03-03"),
    doubts=("Kolumnen ”SSN” innehåller personnummer",),
    rows=(
        row(
            2,
            dnr="SN-12",
            kind="Bifall kontaktperson",
            to="Rut Alm",
            by="Ida Öst",
            title="Enhetschef",
            day="2027-03-02",
            point="3.2.1",
            personal=True,
        ),
        row(
            3,
            dnr="SN-13",
            kind="Avslag försörjningsstöd",
            to="Sven Ask",
            by="Ida Öst",
            title="Enhetschef",
            day="2027-03-03",
            point="3.4",
            personal=True,
        ),
    ),
)

PUPILS = House(
    name="skolskjuts.xlsx",
    pages=(
        Page(
            text="""
Skolskjuts läsåret 27/28 – delegationsbeslut
Elev | Skola | Beslut | Datum | Ansvarig handläggare | Delegation
Elsa Ask | Alens skola | Beviljas | 2027-08-01 | Karin Ek, skolskjutshandläggare | 4.7
Ivar Alm | Öns skola | Avslås | 2027-08-02 | Karin Ek, skolskjutshandläggare | 4.7
""",
        ),
    ),
    title="Skolskjuts läsåret 27/28 – delegationsbeslut",
    period=days("2027-08-01", "2027-08-02"),
    rows=(
        row(
            3,
            to="Elsa Ask",
            by="Karin Ek",
            title="Skolskjutshandläggare",
            day="2027-08-01",
            point="4.7",
            extra=(("Skola", "Alens skola"), ("Beslut", "Beviljas")),
        ),
        row(
            4,
            to="Ivar Alm",
            by="Karin Ek",
            title="Skolskjutshandläggare",
            day="2027-08-02",
            point="4.7",
            extra=(("Skola", "Öns skola"), ("Beslut", "Avslås")),
        ),
    ),
)

PARAGRAPHS = House(
    name="mark.xlsx",
    pages=(
        Page(
            text="""
§ | Ärende | Sökande | Plats | Beslut | Datum | Delegat
§ 14 | Torghandel | Fyrens Bageri AB | Stortorget | Tillstånd | 2027-06-01 | Gatuchef Ove Sten
§ 15 | Uteservering | Vågens Krog AB | Hamnen | Avslag | 2027-06-02 | Gatuchef Ove Sten
§ 16 | Container | Alms Bygg AB | Ågatan 3 | Tillstånd | 2027-06-02 | Gatuchef Ove Sten
""",
        ),
    ),
    period=days("2027-06-01", "2027-06-02"),
    rows=(
        row(
            2,
            serial="§ 14",
            kind="Torghandel",
            to="Fyrens Bageri AB",
            by="Ove Sten",
            title="Gatuchef",
            day="2027-06-01",
            extra=(("Plats", "Stortorget"), ("Beslut", "Tillstånd")),
        ),
        row(
            3,
            serial="§ 15",
            kind="Uteservering",
            to="Vågens Krog AB",
            by="Ove Sten",
            title="Gatuchef",
            day="2027-06-02",
            extra=(("Plats", "Hamnen"), ("Beslut", "Avslag")),
        ),
        row(
            4,
            serial="§ 16",
            kind="Container",
            to="Alms Bygg AB",
            by="Ove Sten",
            title="Gatuchef",
            day="2027-06-02",
            extra=(("Plats", "Ågatan 3"), ("Beslut", "Tillstånd")),
        ),
    ),
)

TWO_ROWS = House(
    name="tva-rader.xlsx",
    pages=(
        Page(
            text="""
Dnr | Beslutsdatum | Delegat | Punkt
KS 2027/1 | 2027-03-02 | Karin Ek | 3.2
Bidrag till Fyrens förening för sommarläger
KS 2027/2 | 2027-03-03 | Karin Ek | 3.2
Bidrag till Vågens förening för segelskola
""",
        ),
    ),
    period=days("2027-03-02", "2027-03-03"),
    rows=(
        row(
            2,
            dnr="KS 2027/1",
            kind="Bidrag till Fyrens förening för sommarläger",
            by="Karin Ek",
            day="2027-03-02",
            point="3.2",
        ),
        row(
            4,
            dnr="KS 2027/2",
            kind="Bidrag till Vågens förening för segelskola",
            by="Karin Ek",
            day="2027-03-03",
            point="3.2",
        ),
    ),
)

PIVOT = House(
    name="pivot.xlsx",
    pages=(
        Page(
            text="""
Delegat | Stödform | Dnr | Mottagare | Summa av Belopp
Karin Ek | Mikrobidrag | 27AB1 | Fyrens Bageri AB | #1000
 | | 27AB2 | Vågens Båtar AB | #2000
 | Såddbidrag | 27AB3 | Alms Rederi AB | #3000
Karin Ek Summa | | | | #6000
Per Alm | Mikrobidrag | 27AB4 | Ö-kiosken HB | #4000
Per Alm Summa | | | | #4000
Totalsumma | | | | #10000
""",
        ),
    ),
    stated=10000,
    rows=(
        row(2, dnr="27AB1", kind="Mikrobidrag", to="Fyrens Bageri AB", amount=1000, by="Karin Ek"),
        row(
            3,
            "decided_by",
            "kind",
            dnr="27AB2",
            kind="Mikrobidrag",
            to="Vågens Båtar AB",
            amount=2000,
            by="Karin Ek",
        ),
        row(4, "decided_by", dnr="27AB3", kind="Såddbidrag", to="Alms Rederi AB", amount=3000, by="Karin Ek"),
        row(6, dnr="27AB4", kind="Mikrobidrag", to="Ö-kiosken HB", amount=4000, by="Per Alm"),
    ),
)

SUM_ABOVE = House(
    name="summa-ovan.xlsx",
    pages=(
        Page(
            text="""
Beviljade bidrag mars 2027
Antal beslut: | #2
Totalt beviljat: | #11000
Dnr | Mottagare | Beviljat | Datum
27AB1 | Fyrens Bageri AB | #5000 | 2027-03-03
27AB2 | Alms Rederi AB | #6000 | 2027-03-04
""",
        ),
    ),
    title="Beviljade bidrag mars 2027",
    period=days("2027-03-01", "2027-03-31"),
    stated=11000,
    rows=(
        row(5, dnr="27AB1", to="Fyrens Bageri AB", amount=5000, day="2027-03-03"),
        row(6, dnr="27AB2", to="Alms Rederi AB", amount=6000, day="2027-03-04"),
    ),
)

BROKEN_HEADINGS = House(
    name="brutna-rubriker.xlsx",
    pages=(
        Page(
            text="""
Beslut\\nfattat av: | Belopp\\n(SEK): | Diarie-\\nnummer: | Besluts-\\ndatum: | Bidrags-\\nmottagare:
Karin Ek (Områdesansvarig) | 5000 | 27AB1 | 3/3-27 | Fyrens Bageri AB
Per Alm (S) | 6000 | 27AB2 | 4/3-27 | Alms Rederi AB
""",
        ),
    ),
    period=days("2027-03-03", "2027-03-04"),
    rows=(
        row(
            2,
            dnr="27AB1",
            to="Fyrens Bageri AB",
            amount=5000,
            by="Karin Ek",
            title="Områdesansvarig",
            day="2027-03-03",
        ),
        row(3, dnr="27AB2", to="Alms Rederi AB", amount=6000, by="Per Alm (S)", day="2027-03-04"),
    ),
)

COLUMN_NAMES = House(
    name="system.csv",
    pages=(
        Page(
            text="""
arende_dnr | arende_mening | beslut_datum | beslut_typ | handlaggare_namn | beslutsfattare | belopp | motpart
KS 2027/1 | Ansökan om bidrag | 2027-03-02 | Bidrag | Eva Ros | Karin Ek | 5000.00 | Fyrens Bageri AB
KS 2027/2 | Ansökan om stöd | 2027-03-03 | Bidrag | Eva Ros | Karin Ek | 6000.00 | Alms Rederi AB
""",
        ),
    ),
    period=days("2027-03-02", "2027-03-03"),
    rows=(
        row(
            2,
            dnr="KS 2027/1",
            kind="Ansökan om bidrag",
            to="Fyrens Bageri AB",
            amount=5000,
            by="Karin Ek",
            day="2027-03-02",
            extra=(("beslut_typ", "Bidrag"), ("handlaggare_namn", "Eva Ros")),
        ),
        row(
            3,
            dnr="KS 2027/2",
            kind="Ansökan om stöd",
            to="Alms Rederi AB",
            amount=6000,
            by="Karin Ek",
            day="2027-03-03",
            extra=(("beslut_typ", "Bidrag"), ("handlaggare_namn", "Eva Ros")),
        ),
    ),
)

REMARKS = House(
    name="kommentarer.xlsx",
    pages=(
        Page(
            text="""
OBS! Listan är preliminär, hör av er till Lena.
Delegationslista gymnasienämnden
Beslut nr | Ärende | Beslut på delegation av | Dat. | Noteringar
DB-14 | Avstängning | Rektor Eva Lind | 2027-03-03 | Muntligt först
DB-15 | Tilläggsbelopp | Rektor Eva Lind | 2027-03-04 |
Lena: kolla nästa rad!
DB-16 | Antagning | Biträdande rektor Bo Sund | 2027-03-05 |

Bodil Rask
Nämndsekreterare
""",
        ),
    ),
    title="Delegationslista gymnasienämnden",
    period=days("2027-03-03", "2027-03-05"),
    doubts=("Lena: kolla",),
    rows=(
        row(
            4,
            serial="DB-14",
            kind="Avstängning",
            by="Eva Lind",
            title="Rektor",
            day="2027-03-03",
            note="Muntligt först",
        ),
        row(5, serial="DB-15", kind="Tilläggsbelopp", by="Eva Lind", title="Rektor", day="2027-03-04"),
        row(7, serial="DB-16", kind="Antagning", by="Bo Sund", title="Biträdande rektor", day="2027-03-05"),
    ),
)

SIGNATURES = House(
    name="initialer.xlsx",
    pages=(
        Page(
            text="""
Delegationsbeslut kvartal 2 2027
Nr | Ärende | Mottagare | Datum | Sign
14/27 | Bidrag | Fyrens förening | 2/4 | KEK
15/27 | Bidrag | Vågens förening | 3/4 | PAL
Sign: KEK = Karin Ek, områdeschef; PAL = Per Alm, enhetschef
""",
        ),
    ),
    title="Delegationsbeslut kvartal 2 2027",
    period=days("2027-04-01", "2027-06-30"),
    rows=(
        row(
            3,
            dnr="14/27",
            kind="Bidrag",
            to="Fyrens förening",
            by="Karin Ek",
            title="Områdeschef",
            day="2027-04-02",
        ),
        row(
            4,
            dnr="15/27",
            kind="Bidrag",
            to="Vågens förening",
            by="Per Alm",
            title="Enhetschef",
            day="2027-04-03",
        ),
    ),
)

HOUSES = {
    "export": EXPORT,
    "pupils": PUPILS,
    "paragraphs": PARAGRAPHS,
    "two_rows": TWO_ROWS,
    "pivot": PIVOT,
    "sum_above": SUM_ABOVE,
    "broken_headings": BROKEN_HEADINGS,
    "column_names": COLUMN_NAMES,
    "remarks": REMARKS,
    "signatures": SIGNATURES,
}
