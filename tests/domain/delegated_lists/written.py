"""Cells that are written in rarer ways: days, deciders, genders, points."""

from __future__ import annotations

from .made import House, Page, days, row

DAYS = House(
    name="dagar.xlsx",
    pages=(
        Page(
            text="""
Delegationsbeslut december 2027
Dnr | Beslutsdatum | Mottagare
27NV1200 | 3 dec 2027 | Fyrbaks Bageri AB
27NV1201 | #20271203 | Fyrbaks Bageri AB
27NV1202 | 20271203 | Fyrbaks Bageri AB
27NV1203 | 3/12-27 | Fyrbaks Bageri AB
27NV1204 | #46724 | Fyrbaks Bageri AB
27NV1205 | fredag 3 december 2027 | Fyrbaks Bageri AB
27NV1206 | fre 3 dec | Fyrbaks Bageri AB
27NV1207 | 2027.12.03 | Fyrbaks Bageri AB
27NV1208 | 03.12.27 | Fyrbaks Bageri AB
27NV1209 | 2027-12-03 kl. 14.30 | Fyrbaks Bageri AB
27NV1210 | 2027-12-03T14:30:00 | Fyrbaks Bageri AB
27NV1211 | 2027-W48-5 | Fyrbaks Bageri AB
27NV1212 | 3.12. | Fyrbaks Bageri AB
27NV1213 | 3:e december | Fyrbaks Bageri AB
27NV1214 | 2027/12/03 | Fyrbaks Bageri AB
27NV1215 | 3-dec-27 | Fyrbaks Bageri AB
27NV1216 | '2027-12-03 | Fyrbaks Bageri AB
27NV1217 | 2027 12 03 | Fyrbaks Bageri AB
27NV1218 | 3. desember 2027 | Fyrbaks Bageri AB
27NV1219 | Dec 3, 2027 | Fyrbaks Bageri AB
27NV1220 | 3 joulukuuta 2027 | Fyrbaks Bageri AB
27NV1221 | 2027–12–03 | Fyrbaks Bageri AB
"""
        ),
    ),
    rows=(
        row(3, dnr="27NV1200", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(4, dnr="27NV1201", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(5, dnr="27NV1202", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(6, dnr="27NV1203", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(7, "decided_on", dnr="27NV1204", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(8, dnr="27NV1205", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(9, dnr="27NV1206", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(10, dnr="27NV1207", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(11, dnr="27NV1208", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(12, dnr="27NV1209", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(13, dnr="27NV1210", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(14, dnr="27NV1211", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(15, dnr="27NV1212", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(16, dnr="27NV1213", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(17, dnr="27NV1214", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(18, dnr="27NV1215", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(19, dnr="27NV1216", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(20, dnr="27NV1217", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(21, dnr="27NV1218", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(22, dnr="27NV1219", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(23, dnr="27NV1220", to="Fyrbaks Bageri AB", day="2027-12-03"),
        row(24, dnr="27NV1221", to="Fyrbaks Bageri AB", day="2027-12-03"),
    ),
    title="Delegationsbeslut december 2027",
    period=days("2027-12-01", "2027-12-31"),
)

DECIDERS = House(
    name="namn.xlsx",
    pages=(
        Page(
            text="""
Datum | Dnr | Sökande | Delegat
2027-10-01 | 27NV1300 | Storm, Eva | Lindfors, Åsa (enhetschef)
2027-10-02 | 27NV1301 | Storm, Eva | Enhetschef, Åsa Lindfors
2027-10-03 | 27NV1302 | Storm, Eva | Åsa Lindfors\\nEnhetschef
2027-10-04 | 27NV1303 | Storm, Eva | Lindfors Åsa, enhetschef
2027-10-05 | 27NV1304 | Storm, Eva | Åsa Lindfors / enhetschef
2027-10-06 | 27NV1305 | Storm, Eva | VD Per-Olof af Ahlbom
2027-10-07 | 27NV1306 | Storm, Eva | Ordf. Eva Storm
2027-10-08 | 27NV1307 | Storm, Eva | ÅSA LINDFORS
2027-10-09 | 27NV1308 | Storm, Eva | Åsa L
2027-10-10 | 27NV1309 | Storm, Eva | Områdeschef näringsliv Åsa Lindfors
2027-10-11 | 27NV1310 | Storm, Eva | Chef för tillväxtavdelningen: Per Ahlbom
2027-10-12 | 27NV1311 | Storm, Eva | Åsa Lindfors, t.f. enhetschef
2027-10-13 | 27NV1312 | Storm, Eva | von Storm, Eva
2027-10-14 | 27NV1313 | Storm, Eva | rektor Eva Storm
2027-10-15 | 27NV1314 | Storm, Eva | Kommunikationsansvarig Eva Storm
"""
        ),
    ),
    rows=(
        row(2, dnr="27NV1300", to="Storm, Eva", by="Åsa Lindfors", title="Enhetschef", day="2027-10-01"),
        row(3, dnr="27NV1301", to="Storm, Eva", by="Åsa Lindfors", title="Enhetschef", day="2027-10-02"),
        row(4, dnr="27NV1302", to="Storm, Eva", by="Åsa Lindfors", title="Enhetschef", day="2027-10-03"),
        row(5, dnr="27NV1303", to="Storm, Eva", by="Lindfors Åsa", title="Enhetschef", day="2027-10-04"),
        row(6, dnr="27NV1304", to="Storm, Eva", by="Åsa Lindfors", title="Enhetschef", day="2027-10-05"),
        row(7, dnr="27NV1305", to="Storm, Eva", by="Per-Olof af Ahlbom", title="VD", day="2027-10-06"),
        row(8, dnr="27NV1306", to="Storm, Eva", by="Eva Storm", title="Ordf.", day="2027-10-07"),
        row(9, dnr="27NV1307", to="Storm, Eva", by="ÅSA LINDFORS", day="2027-10-08"),
        row(10, dnr="27NV1308", to="Storm, Eva", by="Åsa L", day="2027-10-09"),
        row(
            11,
            dnr="27NV1309",
            to="Storm, Eva",
            by="Åsa Lindfors",
            title="Områdeschef näringsliv",
            day="2027-10-10",
        ),
        row(
            12,
            dnr="27NV1310",
            to="Storm, Eva",
            by="Per Ahlbom",
            title="Chef för tillväxtavdelningen",
            day="2027-10-11",
        ),
        row(
            13, dnr="27NV1311", to="Storm, Eva", by="Åsa Lindfors", title="T.f. enhetschef", day="2027-10-12"
        ),
        row(14, dnr="27NV1312", to="Storm, Eva", by="Eva von Storm", day="2027-10-13"),
        row(15, dnr="27NV1313", to="Storm, Eva", by="Eva Storm", title="Rektor", day="2027-10-14"),
        row(
            16,
            dnr="27NV1314",
            to="Storm, Eva",
            by="Eva Storm",
            title="Kommunikationsansvarig",
            day="2027-10-15",
        ),
    ),
    period=days("2027-10-01", "2027-10-15"),
)

GENDERS = House(
    name="kön.xlsx",
    pages=(
        Page(
            text="""
Kön (ägare) | Dnr | Företag | Stöd kr
♀ | 27NV1500 | Fyrbaks Bageri AB | #1000
♂ | 27NV1501 | Fyrbaks Bageri AB | #1000
Kvinna | 27NV1502 | Fyrbaks Bageri AB | #1000
man | 27NV1503 | Fyrbaks Bageri AB | #1000
K | 27NV1504 | Fyrbaks Bageri AB | #1000
m | 27NV1505 | Fyrbaks Bageri AB | #1000
Kv. | 27NV1506 | Fyrbaks Bageri AB | #1000
Kvinnor | 27NV1507 | Fyrbaks Bageri AB | #1000
M/K | 27NV1508 | Fyrbaks Bageri AB | #1000
Jämn | 27NV1509 | Fyrbaks Bageri AB | #1000
- | 27NV1510 | Fyrbaks Bageri AB | #1000
Nainen | 27NV1511 | Fyrbaks Bageri AB | #1000
Mies | 27NV1512 | Fyrbaks Bageri AB | #1000
Female | 27NV1513 | Fyrbaks Bageri AB | #1000
male | 27NV1514 | Fyrbaks Bageri AB | #1000
kvinne | 27NV1515 | Fyrbaks Bageri AB | #1000
Mand | 27NV1516 | Fyrbaks Bageri AB | #1000
F | 27NV1517 | Fyrbaks Bageri AB | #1000
Blandat | 27NV1518 | Fyrbaks Bageri AB | #1000
50/50 | 27NV1519 | Fyrbaks Bageri AB | #1000
"""
        ),
    ),
    rows=(
        row(2, dnr="27NV1500", to="Fyrbaks Bageri AB", gender="K", amount=1000),
        row(3, dnr="27NV1501", to="Fyrbaks Bageri AB", gender="M", amount=1000),
        row(4, dnr="27NV1502", to="Fyrbaks Bageri AB", gender="K", amount=1000),
        row(5, dnr="27NV1503", to="Fyrbaks Bageri AB", gender="M", amount=1000),
        row(6, dnr="27NV1504", to="Fyrbaks Bageri AB", gender="K", amount=1000),
        row(7, dnr="27NV1505", to="Fyrbaks Bageri AB", gender="M", amount=1000),
        row(8, dnr="27NV1506", to="Fyrbaks Bageri AB", gender="K", amount=1000),
        row(9, dnr="27NV1507", to="Fyrbaks Bageri AB", gender="K", amount=1000),
        row(10, dnr="27NV1508", to="Fyrbaks Bageri AB", gender="J", amount=1000),
        row(11, dnr="27NV1509", to="Fyrbaks Bageri AB", gender="J", amount=1000),
        row(12, dnr="27NV1510", to="Fyrbaks Bageri AB", amount=1000),
        row(13, dnr="27NV1511", to="Fyrbaks Bageri AB", gender="K", amount=1000),
        row(14, dnr="27NV1512", to="Fyrbaks Bageri AB", gender="M", amount=1000),
        row(15, dnr="27NV1513", to="Fyrbaks Bageri AB", gender="K", amount=1000),
        row(16, dnr="27NV1514", to="Fyrbaks Bageri AB", gender="M", amount=1000),
        row(17, dnr="27NV1515", to="Fyrbaks Bageri AB", gender="K", amount=1000),
        row(18, dnr="27NV1516", to="Fyrbaks Bageri AB", gender="M", amount=1000),
        row(19, dnr="27NV1517", to="Fyrbaks Bageri AB", gender="K", amount=1000),
        row(20, dnr="27NV1518", to="Fyrbaks Bageri AB", gender="J", amount=1000),
        row(21, dnr="27NV1519", to="Fyrbaks Bageri AB", gender="J", amount=1000),
    ),
)

POINTS = House(
    name="punkter.xlsx",
    pages=(
        Page(
            text="""
Punkt i delegationsordningen | Diarienummer | Beslut | Datum för beslut
p. 3.2 | 27NV1700 | Yttrande över remiss | 2027-10-05
Delegationsordning 3:2 | 27NV1701 | Yttrande över remiss | 2027-10-05
A.4 | 27NV1702 | Yttrande över remiss | 2027-10-05
3.2 b | 27NV1703 | Yttrande över remiss | 2027-10-05
pkt 4.10 | 27NV1704 | Yttrande över remiss | 2027-10-05
Delegationsordningen punkt 3.2.1 | 27NV1705 | Yttrande över remiss | 2027-10-05
B 2.3 | 27NV1706 | Yttrande över remiss | 2027-10-05
3.2) | 27NV1707 | Yttrande över remiss | 2027-10-05
nr 14 | 27NV1708 | Yttrande över remiss | 2027-10-05
DO 3.2 | 27NV1709 | Yttrande över remiss | 2027-10-05
Del.ordn. p 3.3 | 27NV1710 | Yttrande över remiss | 2027-10-05
Punkt A4 | 27NV1711 | Yttrande över remiss | 2027-10-05
3.2a | 27NV1712 | Yttrande över remiss | 2027-10-05
C12 | 27NV1713 | Yttrande över remiss | 2027-10-05
"""
        ),
    ),
    rows=(
        row(2, dnr="27NV1700", kind="Yttrande över remiss", day="2027-10-05", point="3.2"),
        row(3, dnr="27NV1701", kind="Yttrande över remiss", day="2027-10-05", point="3:2"),
        row(4, dnr="27NV1702", kind="Yttrande över remiss", day="2027-10-05", point="A.4"),
        row(5, dnr="27NV1703", kind="Yttrande över remiss", day="2027-10-05", point="3.2 b"),
        row(6, dnr="27NV1704", kind="Yttrande över remiss", day="2027-10-05", point="4.10"),
        row(7, dnr="27NV1705", kind="Yttrande över remiss", day="2027-10-05", point="3.2.1"),
        row(8, dnr="27NV1706", kind="Yttrande över remiss", day="2027-10-05", point="B 2.3"),
        row(9, dnr="27NV1707", kind="Yttrande över remiss", day="2027-10-05", point="3.2"),
        row(10, dnr="27NV1708", kind="Yttrande över remiss", day="2027-10-05", point="14"),
        row(11, dnr="27NV1709", kind="Yttrande över remiss", day="2027-10-05", point="3.2"),
        row(12, dnr="27NV1710", kind="Yttrande över remiss", day="2027-10-05", point="3.3"),
        row(13, dnr="27NV1711", kind="Yttrande över remiss", day="2027-10-05", point="A4"),
        row(14, dnr="27NV1712", kind="Yttrande över remiss", day="2027-10-05", point="3.2a"),
        row(15, dnr="27NV1713", kind="Yttrande över remiss", day="2027-10-05", point="C12"),
    ),
    period=days("2027-10-05", "2027-10-05"),
)

HOUSES = {"days": DAYS, "deciders": DECIDERS, "genders": GENDERS, "points": POINTS}
