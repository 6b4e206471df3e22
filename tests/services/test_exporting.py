"""Workbooks out of the binder: nothing of it is missing, nothing secret is in what goes out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from namndstod.cli import main
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.editions import Edition, removed_passages
from namndstod.domain.errors import NotFound
from namndstod.domain.exports import WITH_EDITIONS, ExportKind
from namndstod.domain.intake.delegated.understanding import read_delegated
from namndstod.domain.records import AgendaItem, GroupMeeting, Meeting, MeetingState
from namndstod.domain.swedish import plain
from namndstod.exchange.workbooks.reading import read_workbook
from namndstod.services.commands.delegation import AddDelegated, ChangeTogether, ReportDelegated
from namndstod.services.commands.delegation_records import RecordDelegated
from namndstod.services.commands.editing import Edit
from namndstod.services.delegation.planning import PlanState, plan
from namndstod.services.exporting import make_export, make_list, report_years
from namndstod.services.reading import bodies, mandates, meeting_view, meetings
from namndstod.services.workplace import Workplace, open_workplace

from .cases_delegation import NUMBERS, decided
from .helpers import DAY, NAME, House


@pytest.fixture
def workplace(demonstration: Path) -> Iterator[Workplace]:
    opened = open_workplace(demonstration, "Ada", read_only=True)
    yield opened
    opened.close()


def sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """The stored values of each sheet, row by row."""
    book = load_workbook(io.BytesIO(data), data_only=True)
    return {s.title: list(s.iter_rows(values_only=True)) for s in book.worksheets}


def records(rows: list[tuple[Any, ...]], head: str) -> list[dict[str, Any]]:
    """The rows below the head that holds a heading, up to an empty row."""
    at = next(n for n, row in enumerate(rows) if head in row)
    below = rows[at + 1 :]
    end = next((n for n, row in enumerate(below) if not any(v is not None for v in row)), len(below))
    return [dict(zip(rows[at], row, strict=True)) for row in below[:end]]


def words(data: bytes) -> str:
    return plain(
        "\n".join(str(v) for rows in sheets(data).values() for row in rows for v in row if v is not None)
    )


# --- delegated decisions ------------------------------------------------------------------------------


def test_the_register_has_every_decision_with_where_it_stands_and_the_sum(workplace: Workplace) -> None:
    session = workplace.session
    body = session.ask(bodies, session.today)[0].body.id
    with session.reading() as reader:
        stored = sorted(reader.find(DelegatedDecision), key=lambda d: d.position)
    rows = sheets(make_export(session, ExportKind.REGISTER, body))["Register"]
    shown = records(rows, "Dnr")
    assert [r["Dnr"] for r in shown] == [d.diary_number for d in stored]
    assert [r["Belopp, kr"] for r in shown] == [d.amount for d in stored]
    assert [r["Beslutsdatum"].date() for r in shown] == [d.decided_on for d in stored]
    assert rows[3][rows[4].index("Belopp, kr")] == sum(d.amount or 0 for d in stored)
    assert rows[3][0] == len(stored)
    told = {r["Läge"].split()[0] for r in shown}
    assert {"ej", "anmäls"} < told
    reported = [r for r in shown if r["Anmäld §"]]
    assert reported
    assert all(r["Laga kraft"] > r["Sista dag att överklaga"] > r["Anslaget"] for r in reported)


def test_our_own_register_brought_back_as_a_list_changes_nothing(workplace: Workplace) -> None:
    session = workplace.session
    body = session.ask(bodies, session.today)[0].body.id
    data = make_export(session, ExportKind.REGISTER, body)
    found = read_delegated(read_workbook(data, "register.xlsx"))
    planned = session.ask(plan, body, found, session.today).rows
    assert planned
    assert {(row.state, row.differs) for row in planned} == {(PlanState.DUPLICATE, ())}


def test_a_period_and_a_choice_narrow_the_register(house: House) -> None:
    house.session.do(AddDelegated(house.body_id, tuple(decided(n) for n in NUMBERS)))
    with house.session.reading() as reader:
        known = {d.diary_number: d for d in reader.find(DelegatedDecision)}
    day = known[NUMBERS[1]].decided_on
    made = make_export(house.session, ExportKind.REGISTER, house.body_id, day, day)
    inside = [n for n in NUMBERS if known[n].decided_on == day]
    assert [r["Dnr"] for r in records(sheets(made)["Register"], "Dnr")] == inside
    only = (known[NUMBERS[2]].id, known[NUMBERS[0]].id, "borttaget")
    made = make_export(house.session, ExportKind.REGISTER, house.body_id, only=only)
    assert [r["Dnr"] for r in records(sheets(made)["Register"], "Dnr")] == [NUMBERS[2], NUMBERS[0]]
    assert "2 valda beslut" in words(made)


def test_the_public_register_names_no_private_person(house: House) -> None:
    person = DelegatedDecision(
        id="",
        body_id="",
        position=0,
        diary_number="26SK9",
        recipient="Ada Privat",
        personal=True,
        gender="K",
        note="ring Ada",
        amount=100,
        extra=(("Handläggare", "Bo Sekret"),),
    )
    house.session.do(AddDelegated(house.body_id, (person, decided("26SK10"))))
    inside = make_export(house.session, ExportKind.REGISTER, house.body_id)
    outside = make_export(house.session, ExportKind.REGISTER, house.body_id, public=True)
    (row, _) = records(sheets(inside)["Register"], "Dnr")
    assert (row["Mottagare"], row["Privatperson"], row["Handläggare"]) == ("Ada Privat", "Ja", "Bo Sekret")
    (row, _) = records(sheets(outside)["Register"], "Dnr")
    assert (row["Mottagare"], row["Kön"], row["Belopp, kr"]) == ("Privatperson", None, 100)
    for word in ("Ada Privat", "ring Ada", "Bo Sekret", "Handläggare"):
        assert word in words(inside)
        assert word not in words(outside)


def test_the_list_of_a_meeting_stands_as_its_paper_does(house: House, meeting: str) -> None:
    house.session.do(AddDelegated(house.body_id, tuple(decided(n) for n in NUMBERS)))
    with house.session.reading() as reader:
        ids = tuple(d.id for d in reader.find(DelegatedDecision))
    house.session.do(ReportDelegated(meeting, ids))
    rows = sheets(make_list(house.session, house.view(meeting)))["Delegationslista"]
    shown = records(rows, "Dnr")
    assert {r["Dnr"] for r in shown[:-1]} == set(NUMBERS)
    assert shown[-1]["Belopp, kr"] == sum(r["Belopp, kr"] or 0 for r in shown[:-1])
    assert f"sammanträdet {DAY.isoformat()}" in rows[1][0]
    assert "Kommun" not in rows[4] or any(r["Kommun"] for r in shown)  # no empty columns
    assert "Stöd" in rows[4]
    house.session.do(ChangeTogether(ids, "kind", "Avtal"))
    rows = sheets(make_list(house.session, house.view(meeting)))["Delegationslista"]
    assert {"Gäller", "Mottagare"} <= set(rows[4])  # no aid to companies


def test_the_yearly_report_sums_in_every_way_to_the_same(workplace: Workplace) -> None:
    session = workplace.session
    body = session.ask(bodies, session.today)[0].body.id
    year = session.ask(report_years, body)[0]
    found = sheets(make_export(session, ExportKind.YEAR, body, date(year, 1, 1), date(year, 12, 31)))
    data = records(found["Data"], "Dnr")
    whole = sum(r["Belopp, kr"] or 0 for r in data)
    groups = [name for name in found if name.startswith("Per ")]
    assert groups == [
        "Per månad",
        "Per vad det gäller",
        "Per kommun",
        "Per kön",
        "Per beslutsfattare",
        "Per punkt",
    ]
    for name in groups:
        *lines, total = records(found[name], "Antal")
        assert sum(line["Antal"] for line in lines) == total["Antal"] == len(data)
        assert sum(line["Summa, kr"] for line in lines) == total["Summa, kr"] == whole
    assert len(records(found["Per månad"], "Månad")) == 13
    checks = records(found["Översikt"], "Skillnad, kr")
    assert {(c["Antal"], c["Summa, kr"], c["Skillnad, antal"], c["Skillnad, kr"]) for c in checks} == {
        (len(data), whole, 0, 0)
    }
    late = records(found["Avvikelser"], "Avvikelse")
    counted = {r["Dnr"]: r["Avvikelser"] for r in data if r["Avvikelser"]}
    assert late
    assert counted == {d: sum(r["Dnr"] == d for r in late) for d in {r["Dnr"] for r in late} - {None}}
    assert "Så är rapporten gjord" in found


def test_the_yearly_report_has_one_group_for_all_ways_of_writing_and_tells_who_was_told(
    house: House,
) -> None:
    made = [decided(n) for n in NUMBERS]
    written = (("Mikrobidrag", "3.2"), ("mikrobidrag ", "3,2"), ("MIKROBIDRAG", "punkt 3.2"))
    house.session.do(
        AddDelegated(
            house.body_id,
            tuple(replace(d, kind=k, point=p) for d, (k, p) in zip(made, written, strict=True)),
        )
    )
    first = house.find(DelegatedDecision)[0].id
    house.session.do(RecordDelegated((first,), date(2026, 2, 9), date(2026, 2, 10)))
    year = make_export(house.session, ExportKind.YEAR, house.body_id, date(2026, 1, 1), date(2026, 12, 31))
    found = sheets(year)
    for name in ("Per vad det gäller", "Per punkt"):
        assert [r["Antal"] for r in records(found[name], "Antal")] == [3, 3]  # the group, and the sum
    facts = {r["Uppgift"]: r["Antal"] for r in records(found["Översikt"], "Uppgift")}
    assert facts["varav särskilt protokollförda"] == 1
    assert facts["varav anmälda för nämnden"] == 0


def test_what_has_no_day_is_in_no_period_and_told(house: House) -> None:
    undated = DelegatedDecision(id="", body_id="", position=0, diary_number="26SK1", amount=5)
    house.session.do(AddDelegated(house.body_id, (undated,)))
    found = sheets(
        make_export(house.session, ExportKind.YEAR, house.body_id, date(2026, 1, 1), date(2026, 12, 31))
    )
    facts = {row[0]: row[1] for row in found["Översikt"] if row[0]}
    assert facts["Beslut i perioden"] == 0
    assert facts["Beslut utan datum, inte med i rapporten"] == 1


# --- members, meetings, decisions ---------------------------------------------------------------------


def test_every_uppdrag_is_there_and_the_public_one_has_no_addresses(house: House) -> None:
    known = house.session.ask(mandates, house.body_id)
    inside = make_export(house.session, ExportKind.MEMBERS, house.body_id)
    shown = records(sheets(inside)["Förtroendevalda"], "Efternamn")
    assert [(r["Förnamn"], r["Efternamn"], r["Parti"]) for r in shown] == [
        (v.person.given_name, v.person.surname, v.mandate.party) for v in known
    ]
    assert "saga@region.example" in words(inside)
    assert "saga@" not in words(make_export(house.session, ExportKind.MEMBERS, house.body_id, public=True))
    later = make_export(house.session, ExportKind.MEMBERS, house.body_id, None, date(2020, 1, 1))
    assert records(sheets(later)["Förtroendevalda"], "Efternamn") == []


def test_meetings_have_their_days_and_numbers(workplace: Workplace) -> None:
    session = workplace.session
    found = sorted(session.ask(meetings), key=lambda s: s.meeting.day)
    rows = records(sheets(make_export(session, ExportKind.MEETINGS, None))["Sammanträden"], "Dag")
    assert [r["Dag"].date() for r in rows] == [s.meeting.day for s in found]
    assert [r["Ärenden"] for r in rows] == [s.items for s in found]
    approved = next(r for r in rows if r["Läge"] == "justerat")
    assert approved["Laga kraft"] > approved["Anslaget"] >= approved["Justerat"]
    assert approved["Sista §"] - approved["Första §"] + 1 == approved["Paragrafer"]


def test_what_is_kept_of_a_meeting_is_there_and_for_others_without_how_to_reach_people(
    house: House, meeting: str
) -> None:
    stored = house.get(Meeting, meeting)
    told = replace(
        stored,
        end_day=DAY + timedelta(1),
        group_meetings=(GroupMeeting(parties=("S", "V"), room="Sal Fyren", time="08.30", comment="kaffe"),),
        others_present=("Ines Falk, utvecklingschef",),
        notices=("Ta med kallelsen",),
        secretary_email="sekr@region.example",
        approval_place="Kansliet",
    )
    house.session.do(Edit(told))
    inside, outside = (
        records(
            sheets(make_export(house.session, ExportKind.MEETINGS, house.body_id, public=p))["Sammanträden"],
            "Dag",
        )[0]
        for p in (False, True)
    )
    assert inside["Gruppmöten"] == "S, V: Sal Fyren 08.30 (kaffe)"
    assert (inside["Sista dagen"].date(), inside["Plats för justering"]) == (DAY + timedelta(1), "Kansliet")
    private = ("Övriga närvarande", "Meddelanden", "Sekreterarens e-post")
    assert [inside[name] for name in private] == [
        "Ines Falk, utvecklingschef",
        "Ta med kallelsen",
        "sekr@region.example",
    ]
    assert [outside[name] for name in private] == [None] * 3


def test_decisions_have_texts_votes_and_reservations(workplace: Workplace) -> None:
    rows = sheets(make_export(workplace.session, ExportKind.DECISIONS, None))["Beslut"]
    shown = records(rows, "Rubrik")
    voted = next(r for r in shown if r["Omröstning"])
    assert voted["Omröstning"].startswith("Ja ")
    assert "reserverar sig" in voted["Reservationer"]
    assert "\natt " in voted["Beslut"]
    assert voted["Propositionsordning"]
    assert voted["Överklagas genom"] == "laglighetsprövning"
    assert any(r["Förslag till beslut"] for r in shown)
    assert any(r["Sammanfattning"] for r in shown)
    assert "För internt bruk" in rows[1][0]


def test_the_public_decisions_hold_nothing_that_was_marked(workplace: Workplace) -> None:
    session = workplace.session
    held = [s.meeting for s in session.ask(meetings) if s.meeting.state is MeetingState.APPROVED]
    data = words(make_export(session, ExportKind.DECISIONS, None, public=True))
    assert "Utan sekretess och personuppgifter" in data
    for meeting in held:
        view = session.ask(meeting_view, meeting.id)
        for removed in removed_passages(view, Edition.PUBLIC):
            assert len(removed.words) < 4 or plain(removed.words) not in data


def test_a_secret_section_has_a_neutral_heading_and_no_content(house: House) -> None:
    meeting = house.plan()
    secret = house.item(meeting, "Uppsägning av Fyrens avtal", "26SK7")
    house.write(secret, "avtalet med Fyren sägs upp")
    item = house.get(AgendaItem, secret)
    hidden = replace(item, secret=True, secrecy_ground="OSL 19 kap. 3 §", neutral_heading="Avtalsfråga")
    house.session.do(Edit(hidden))
    house.hold(meeting)
    inside, outside = (
        make_export(house.session, ExportKind.DECISIONS, house.body_id, public=p) for p in (False, True)
    )
    assert "avtalet med Fyren sägs upp" in words(inside)
    assert "Uppsägning av Fyrens avtal" in words(inside)
    assert "Fyren" not in words(outside)
    assert "26SK7" not in words(outside)
    row = next(r for r in records(sheets(outside)["Beslut"], "Rubrik") if r["Rubrik"] == "Avtalsfråga")
    assert (row["Beslut"], row["Utfall"], row["Sekretess"]) == (None, None, "OSL 19 kap. 3 §")
    assert (row["Förslag till beslut"], row["Sammanfattning"], row["Närvaro"]) == (None, None, None)


# --- the command --------------------------------------------------------------------------------------


def test_the_command_writes_each_kind(demonstration: Path, tmp_path: Path) -> None:
    for kind in ExportKind:
        out = tmp_path / f"{kind}.xlsx"
        edition = ["--utgava", "webb"] if kind in WITH_EDITIONS else []
        for more in ([], edition):
            assert main(["export", kind, str(demonstration), *more, "-o", str(out)]) == 0
        assert load_workbook(out).worksheets


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["register", "-o", "ut.csv"], 2, "ska sluta på .xlsx"),
        (["arsrapport", "--utgava", "webb", "-o", "ut.xlsx"], 2, "bara i en utgåva"),
        (["delegationslista", "--from", "2027-01-01", "-o", "ut.xlsx"], 2, "skriv --datum"),
        (["register", "--datum", "2027-01-01", "-o", "ut.xlsx"], 2, "skriv --from och --to"),
        (["beslut", "--from", "2027-02-01", "--to", "2027-01-01", "-o", "ut.xlsx"], 2, "inte vara efter"),
        (["register", "--namnd", "Fyrnämnden", "-o", "ut.xlsx"], 1, "ingen nämnd som heter Fyrnämnden"),
    ],
)
def test_wrong_use_is_told(
    arguments: list[str], code: int, said: str, demonstration: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kind, *rest = arguments
    assert main(["export", kind, str(demonstration), *rest]) == code
    assert said in plain(capsys.readouterr().err)


def test_what_belongs_to_one_body_needs_one(house: House) -> None:
    with pytest.raises(NotFound):
        make_export(house.session, ExportKind.REGISTER, None)
    with pytest.raises(NotFound):
        make_export(house.session, ExportKind.MEMBERS, "ingen")
    for kind in set(ExportKind) - WITH_EDITIONS:  # nothing says that it is without what it is not without
        with pytest.raises(NotFound, match="bara i en utgåva"):
            make_export(house.session, kind, house.body_id, public=True)
    assert NAME in words(make_export(house.session, ExportKind.MEETINGS, None))
