"""What a paper would do to a meeting, and that exactly what was chosen of it is taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from namndstod.domain.delegation import DecisionLetter, DelegatedDecision
from namndstod.domain.errors import RuleBroken
from namndstod.domain.intake.found import (
    Doubt,
    FoundCall,
    FoundItem,
    FoundLetter,
    FoundMember,
    FoundMemorandum,
    FoundSecretary,
    FoundSection,
    FoundSigner,
)
from namndstod.domain.intake.kinds import PaperType
from namndstod.domain.intake.understanding import Found
from namndstod.domain.memoranda import supporting_titles
from namndstod.domain.records import (
    BlockKind,
    BodyTerm,
    ItemKind,
    Mandate,
    Memorandum,
    Role,
    TextRole,
)
from namndstod.domain.texts import Draft
from namndstod.services.commands.agenda import SetRecipients
from namndstod.services.commands.intake import TakeInPapers
from namndstod.services.commands.supporting import RemoveDocument
from namndstod.services.intake.calls import CallPlan, plan_call, taken_call
from namndstod.services.intake.matching import matched
from namndstod.services.intake.papers import IncomingPaper, gathered, read_paper
from namndstod.services.intake.planning import NEW, Choice, Mode, PaperPlan, command, plan
from namndstod.services.intake.rows import RowState

from .helpers import NAME, House, facts, paragraphs

FOLDER = Path("/inkommet")
BRYGGOR = FoundMemorandum(
    title="Bidrag till bryggor i skärgården",
    diary_number="SKN 2026/1",
    unit="Teknik",
    officer="Ines Falk",
    day=date(2026, 3, 2),
    body=NAME,
    decider=f"{NAME} beslutar",
    clauses=("att bevilja bidrag med 40 000 kronor, samt", "att följande villkor gäller för beslutet:"),
    conditions=("Bryggan ska vara klar i maj.",),
    sections=(
        FoundSection(
            heading="Sammanfattning", role=TextRole.SUMMARY, drafts=paragraphs("Två bryggor rustas.")
        ),
        FoundSection(heading="Bakgrund", role=TextRole.BACKGROUND, drafts=paragraphs("De är gamla.")),
        FoundSection(
            heading="Ärendet", role=TextRole.BACKGROUND, drafts=paragraphs("Ansökan kom i januari.")
        ),
        FoundSection(heading="Tidsplan", role=None, drafts=paragraphs("Våren 2026.")),
    ),
    supporting_documents=("Tjänsteskrivelse 2026-03-02", "Ansökan från Bryggföreningen", "Karta över sundet"),
    recipients=("Bryggföreningen", "Hamnkontoret"),
    signatory=FoundSigner(name="Ragna Holm", title="förvaltningschef"),
)


def paper(
    name: str, found: Found | None = None, kind: PaperType | None = PaperType.MEMORANDUM
) -> IncomingPaper:
    return IncomingPaper(FOLDER / name, f"sha-{name}", kind if found else None, found)


def planned(
    house: House,
    meeting: str,
    *papers: IncomingPaper,
    on: str = "",
    choices: Mapping[str, Choice] | None = None,
) -> tuple[PaperPlan, ...]:
    return house.session.ask(plan, meeting, papers, choices or {}, on)


def take(
    house: House, meeting: str, plans: tuple[PaperPlan, ...], *more: str, without: tuple[str, ...] = ()
) -> TakeInPapers:
    """Make the command of what is proposed, with some rows more and some less."""
    chosen = {
        p.key: {r.key for r in p.rows if (r.chosen or r.key in more) and r.key not in without} for p in plans
    }
    files = {p.paper.path: house.incoming(p.key.encode(), p.paper.name) for p in plans}
    return house.session.ask(command, meeting, plans, chosen, files)


def states(found: PaperPlan) -> dict[str, RowState]:
    return {r.key: r.state for r in found.rows}


def said(found: PaperPlan | CallPlan, key: str) -> str:
    return "\n".join(d.text for r in found.rows if r.key == key for d in r.paper)


def test_a_pm_finds_its_arende_by_diary_number_and_shows_what_differs(house: House, meeting: str) -> None:
    item = house.view(meeting).items[0]
    house.session.do(SetRecipients(item.item.id, ("Bryggföreningen", "Hamnkontoret")))
    (found,) = planned(house, meeting, paper("pm.docx", replace(BRYGGOR, diary_number="skn 2026 / 1")))
    assert found.target == item.item.id
    assert states(found) == {
        "title": RowState.CHANGED,
        "diary_number": RowState.CHANGED,  # written in another way: shown, not chosen
        "unit": RowState.NEW,
        "officer": RowState.NEW,
        "date": RowState.NEW,
        "signatory": RowState.NEW,
        "signatory_title": RowState.NEW,
        "proposal": RowState.CHANGED,
        "summary": RowState.NEW,
        "background": RowState.NEW,
        "recipients": RowState.SAME,
        "supporting": RowState.UNCLEAR,
    }
    assert said(found, "background").split("\n") == [
        "De är gamla.",
        "Ärendet",
        "Ansökan kom i januari.",
        "Tidsplan",  # a heading that the program has not: nothing of the text is lost
        "Våren 2026.",
    ]
    missing = next(r for r in found.rows if r.key == "supporting")
    assert [d.message for d in missing.doubts] == [
        "”Ansökan från Bryggföreningen” finns inte bland ärendets handlingar.",
        "”Karta över sundet” finns inte bland ärendets handlingar.",
    ]
    assert not missing.takes


def test_only_what_is_chosen_is_taken_and_one_undo_takes_it_back(house: House, meeting: str) -> None:
    before = facts(house.session)
    item = house.view(meeting).items[0]
    plans = planned(house, meeting, paper("pm.docx", BRYGGOR))
    house.session.do(take(house, meeting, plans, "proposal", without=("officer",)))
    now = house.view(meeting).items[0]
    assert now.item.title == "Bidrag till bryggor"  # it differed and was not chosen
    assert [(d.kind, d.text, d.depth) for d in now.text(TextRole.PROPOSAL)] == [
        (BlockKind.DECIDER, f"{NAME} beslutar", 0),
        (BlockKind.CLAUSE, "bevilja bidrag med 40 000 kronor, samt", 1),
        (BlockKind.CLAUSE, "följande villkor gäller för beslutet:", 1),
        (BlockKind.CONDITION, "Bryggan ska vara klar i maj.", 2),
    ]
    assert [d.text for d in now.text(TextRole.BACKGROUND)][-2:] == ["Tidsplan", "Våren 2026."]
    head = now.memorandum
    assert head is not None
    assert (head.unit, head.officer, head.day) == ("Teknik", "", date(2026, 3, 2))
    assert head.signatory == "Ragna Holm"
    assert [r.name for r in now.recipients] == ["Bryggföreningen", "Hamnkontoret"]
    original = now.documents[0].document
    assert (original.id, original.original_name) == (head.document_id, "pm.docx")
    assert now.item.id == item.item.id
    house.session.undo()
    assert facts(house.session) == before


def test_a_pm_read_again_is_the_same_and_the_original_is_attached_once(house: House, meeting: str) -> None:
    plans = planned(house, meeting, paper("pm.docx", BRYGGOR))
    house.session.do(take(house, meeting, plans, "proposal", "title"))
    (again,) = planned(house, meeting, paper("pm.docx", BRYGGOR))
    assert {k for k, s in states(again).items() if s is not RowState.SAME} == {"supporting"}
    house.session.do(take(house, meeting, (again,), "title"))
    assert len(house.view(meeting).items[0].documents) == 1
    assert len(house.find(Memorandum)) == 1


def test_a_pm_without_diary_number_finds_its_arende_by_its_title(house: House, meeting: str) -> None:
    bare = replace(BRYGGOR, title="Färjetider 2026", diary_number="")
    other = replace(BRYGGOR, title="Båtplatser", diary_number="")
    one, two = planned(house, meeting, paper("a.docx", bare), paper("b.docx", other))
    assert house.view(meeting).items[1].item.id == one.target
    assert two.target == NEW


def test_a_pm_dropped_on_a_bare_heading_is_its_pm_and_several_are_dropped_on_the_meeting(
    house: House, meeting: str
) -> None:
    isvagar, boforrad = (
        paper(f"{title}.docx", replace(BRYGGOR, title=title, diary_number=""))
        for title in ("Isvägar", "Boförråd")
    )
    heading = house.item(meeting, "Vintern")
    assert [p.target for p in planned(house, meeting, isvagar, on=heading)] == [heading]
    several = planned(house, meeting, isvagar, boforrad, paper("b/ritning.pdf"), on=heading)
    assert [(p.mode, p.target) for p in several] == [(Mode.READ, NEW), (Mode.READ, NEW), (Mode.ATTACH, "")]
    reported = house.item(meeting, "Anmälningsärenden", kind=ItemKind.REPORT)
    assert [p.target for p in planned(house, meeting, isvagar, on=reported)] == [NEW]


def test_new_arenden_come_after_those_to_decide_in_the_order_of_the_papers(
    house: House, meeting: str
) -> None:
    house.item(meeting, "Anmälningsärenden", kind=ItemKind.REPORT)
    papers = [
        paper(f"{title}.docx", replace(BRYGGOR, title=title, diary_number=""))
        for title in ("Isvägar", "Boförråd")
    ]
    house.session.do(take(house, meeting, planned(house, meeting, *papers)))
    assert house.titles(meeting)[3:] == ["Isvägar", "Boförråd", "Anmälningsärenden"]
    house.session.undo()
    assert house.titles(meeting)[3:] == ["Anmälningsärenden"]


def test_a_person_says_that_it_is_another_arende_or_only_a_handling(house: House, meeting: str) -> None:
    pm = paper("pm.docx", BRYGGOR)
    second = house.view(meeting).items[1].item.id
    (moved,) = planned(house, meeting, pm, choices={str(pm.path): Choice(target=second)})
    assert (moved.target, states(moved)["diary_number"]) == (second, RowState.CHANGED)
    (only,) = planned(house, meeting, pm, choices={str(pm.path): Choice(Mode.ATTACH, second)})
    house.session.do(take(house, meeting, (only,)))
    item = house.view(meeting).items[1]
    assert [d.document.title for d in item.documents] == ["Bidrag till bryggor i skärgården"]
    assert item.memorandum is None


def test_handlingar_go_with_the_pm_that_names_them(house: House, meeting: str) -> None:
    pm = paper("03/pm.docx", BRYGGOR)
    beside = paper("03/01-ansokan-bryggforeningen.pdf")
    elsewhere = paper("karta-over-sundet.pdf")
    unknown = paper("ritning.pdf")
    plans = planned(house, meeting, pm, beside, elsewhere, unknown)
    assert [p.mode for p in plans] == [Mode.READ, *[Mode.ATTACH] * 3]
    assert (plans[3].target, plans[3].asks) == ("", True)
    house.session.do(take(house, meeting, plans))
    titles = [d.document.title for d in house.view(meeting).items[0].documents]
    assert titles[1:] == ["Ansökan från Bryggföreningen", "Karta över sundet"]


def test_handlingar_of_a_new_arende_come_with_it(house: House, meeting: str) -> None:
    pm = paper("07/pm.docx", replace(BRYGGOR, title="Isvägar", diary_number="SKN 2026/70"))
    plans = planned(house, meeting, pm, paper("07/02-budget.xlsx"))
    house.session.do(take(house, meeting, plans))
    item = house.view(meeting).items[3]
    assert (item.item.title, item.diary_number, len(item.documents)) == ("Isvägar", "SKN 2026/70", 2)


def test_files_above_the_folders_of_several_pms_belong_to_none_of_them(house: House, meeting: str) -> None:
    vagar = paper("pm.docx", replace(BRYGGOR, title="Isvägar", diary_number=""))
    below = paper("07/pm.docx", replace(BRYGGOR, title="Boförråd", diary_number=""))
    files = paper("ritning.pdf"), paper("07/02-budget.xlsx")
    *_, loose, budget = planned(house, meeting, vagar, below, *files)
    assert (loose.target, loose.asks, budget.target) == ("", True, str(below.path))


def test_the_same_pm_as_word_and_pdf_is_read_once_from_word(house: House, meeting: str) -> None:
    pdf, word = planned(house, meeting, paper("pm.pdf", BRYGGOR), paper("pm.docx", BRYGGOR))
    assert (pdf.mode, word.mode) == (Mode.LEAVE, Mode.READ)
    assert "”pm.docx”" in pdf.doubts[0]


def test_what_the_reader_doubts_is_asked_and_said_once(house: House, meeting: str) -> None:
    doubts = (
        Doubt(field="officer", message="Två namn står som handläggare.", words="Ines Falk / Bo Ek"),
        Doubt(field="style", message="Brevhuvudet saknas."),
    )
    (found,) = planned(
        house, meeting, paper("pm.docx", replace(BRYGGOR, doubts=doubts, body="Fritidsnämnden"))
    )
    officer = next(r for r in found.rows if r.key == "officer")
    assert (officer.state, officer.chosen) == (RowState.UNCLEAR, False)
    assert "Brevhuvudet saknas." in found.doubts
    assert any("Fritidsnämnden" in told for told in found.doubts)
    assert sum(d.message == "Två namn står som handläggare." for r in found.rows for d in r.doubts) == 1


def test_nothing_is_read_into_minutes_that_are_justerade(house: House, meeting: str) -> None:
    plans = planned(house, meeting, paper("pm.docx", BRYGGOR))
    incoming = take(house, meeting, plans)
    house.approvers(meeting)
    house.hold(meeting)
    house.approve(meeting)
    with pytest.raises(RuleBroken, match="justerat"):
        house.session.do(incoming)


def test_names_of_documents_find_files_that_have_lost_their_letters() -> None:
    files = {
        "a": "01-remissvar.pdf",
        "b": "02-protokollsutdrag-p-205-regionala-utveckl.pdf",
        "c": "07-ris3.pdf",
    }
    names = ("Remissvar", "Protokollsutdrag § 205 Regionala utvecklingsnämnden", "Budget 2026")
    assert matched(names, files) == {names[0]: "a", names[1]: "b"}


# --- kallelse --------------------------------------------------------------------------------------

CALL = FoundCall(
    committee="Fritidsnämnden",
    day=date(2026, 5, 7),
    start=time(13),
    end=time(16),
    place="Sal Kobben",
    secretary=FoundSecretary(name="Ada Berg", email="ada@region.example"),
    members=(
        FoundMember(name="Karin af Ek", party="S", role="ordförande"),
        FoundMember(name="Olle Sand", party="C"),
    ),
    substitutes=(FoundMember(name="Tova Lind", party="S"),),
    items=(
        FoundItem(number=1, title="Protokollsjustering", kind=ItemKind.FORMAL),
        FoundItem(
            number=2,
            title="Bad i sjön",
            kind=ItemKind.DECISION,
            diary_number="FN 2026/3",
            presenters=("Ines Falk",),
            decider="Fritidsnämnden beslutar",
            clauses=("att öppna badet.",),
            summary=("Vattnet är bra.",),
        ),
    ),
)


def call_plan(house: House, found: FoundCall) -> CallPlan:
    return house.session.ask(
        plan_call, IncomingPaper(FOLDER / "kallelse.docx", "sha", PaperType.CALL, found), found
    )


def test_an_old_kallelse_gives_the_body_its_people_the_meeting_and_its_list(house: House) -> None:
    before = facts(house.session)
    found = call_plan(house, CALL)
    assert (found.body_id, found.meeting_id, found.refused) == (None, None, "")
    chosen = {r.key for r in found.rows if r.chosen}
    meeting = house.session.do(taken_call(found, CALL, chosen)).result
    view = house.view(str(meeting))
    assert (view.term.name, view.term.seats, view.meeting.place) == ("Fritidsnämnden", 2, "Sal Kobben")
    assert [view.label(m.person_id) for m in view.members] == ["Karin af Ek\u00a0(S)", "Olle Sand\u00a0(C)"]
    assert view.members[0].role is Role.CHAIR
    assert view.people[view.members[0].person_id].surname == "af Ek"
    assert [i.item.title for i in view.items] == ["Protokollsjustering", "Bad i sjön"]
    assert [d.text for d in view.items[1].text(TextRole.PROPOSAL)] == [
        "Fritidsnämnden beslutar",
        "öppna badet.",
    ]
    assert (view.items[1].diary_number, view.meeting.secretary_email) == ("FN 2026/3", "ada@region.example")
    again = call_plan(house, CALL)
    assert {r.state for r in again.rows} == {RowState.SAME}
    house.session.undo()
    assert facts(house.session) == before


def test_a_kallelse_of_a_known_body_shows_how_it_differs_from_the_register(house: House) -> None:
    members = (
        FoundMember(name="Saga Ekdal", party="S", role="ordförande"),
        FoundMember(name="Otto Holmsjö", party="L"),
        FoundMember(name="Liv Mars", party="C"),
    )
    found = call_plan(house, replace(CALL, committee=NAME.upper(), members=members, substitutes=()))
    people = {r.name: r.state for r in found.rows if r.group == "Förtroendevalda"}
    assert people["Saga Ekdal"] is RowState.SAME
    assert people["Otto Holmsjö"] is RowState.CHANGED
    assert people["Liv Mars"] is RowState.NEW
    assert people["Åke Fyrmark"] is RowState.UNCLEAR  # not in the kallelse: nobody is taken away unasked
    rows = {r.name: r.key for r in found.rows}
    chosen = {rows["Liv Mars"], rows["Otto Holmsjö"], rows["Åke Fyrmark"]}
    house.session.do(taken_call(found, replace(CALL, committee=NAME, members=members), chosen))
    ended = house.find(Mandate, person_id=house.people["Fyrmark"])[0]
    assert ended.valid_to == date(2026, 5, 6)
    assert [m.party for m in house.find(Mandate, person_id=house.people["Holmsjö"])] == ["C", "L"]


def test_an_older_kallelse_lets_those_who_are_known_begin_earlier(house: House) -> None:
    found = call_plan(house, CALL)
    house.session.do(taken_call(found, CALL, {r.key for r in found.rows}))
    earlier = replace(CALL, day=date(2026, 2, 5))
    older = call_plan(house, earlier)
    house.session.do(taken_call(older, earlier, {r.key for r in older.rows if r.chosen}))
    body = house.find(BodyTerm, name="Fritidsnämnden")[0].body_id
    assert {m.valid_from for m in house.find(Mandate, body_id=body)} == {date(2026, 2, 5)}


def test_a_kallelse_that_does_not_say_whose_or_when_is_refused(house: House) -> None:
    assert "organ" in call_plan(house, replace(CALL, committee="")).refused
    assert "dag" in call_plan(house, replace(CALL, day=None)).refused


# --- letters, files --------------------------------------------------------------------------------


def test_a_letter_becomes_a_decision_that_is_reported_at_the_meeting(house: House, meeting: str) -> None:
    told = FoundLetter(
        diary_number="SKN 2026/88",
        day=date(2026, 2, 3),
        recipient="Hamnbolaget",
        address=("Kajen 1",),
        title="Bidrag till kajen",
        decision=("Hamnbolaget beviljas högst 40 000 kronor.",),
        share_percent=50.0,
        max_amount=40_000,
        sections=(
            FoundSection(heading="Skäl", role=TextRole.ASSESSMENT, drafts=paragraphs("Kajen behövs.")),
        ),
        signatories=(
            FoundSigner(name="Ragna Holm", title="chef"),
            FoundSigner(name="Ines Falk", title="jurist"),
        ),
    )
    before = facts(house.session)
    plans = planned(house, meeting, paper("brev.pdf", told, PaperType.LETTER))
    house.session.do(take(house, meeting, plans))
    decision = house.find(DelegatedDecision)[0]
    letter = house.find(DecisionLetter)[0]
    assert (decision.amount, decision.recipient, decision.decided_by) == (
        40_000,
        "Hamnbolaget",
        "",
    )  # two signed
    assert (letter.share_percent, letter.reasons, letter.recipient) == (
        50,
        "Kajen behövs.",
        ("Hamnbolaget", "Kajen 1"),
    )
    item = next(i for i in house.view(meeting).items if i.item.id == decision.item_id)
    assert [d.document.original_name for d in item.documents] == ["brev.pdf"]
    (again,) = planned(house, meeting, paper("brev.pdf", told, PaperType.LETTER))
    assert set(states(again).values()) == {RowState.SAME}
    house.session.undo()
    assert facts(house.session) == before


def test_a_folder_is_its_files_without_what_systems_leave_there(tmp_path: Path) -> None:
    for name in ("03/pm.docx", "03/~$pm.docx", "03/.gomd", "Thumbs.db", "01-karta.pdf"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    assert [f.name for f in gathered([tmp_path, tmp_path / "01-karta.pdf"])] == ["01-karta.pdf", "pm.docx"]


def test_a_file_that_cannot_be_read_says_why_and_may_be_attached(
    house: House, meeting: str, tmp_path: Path
) -> None:
    from namndstod.exchange.sources.understanding import understand_file

    empty, noise, gone = tmp_path / "tom.docx", tmp_path / "brus.pdf", tmp_path / "borta.docx"
    empty.touch()
    noise.write_bytes(b"%PDF-1.4 trasig")
    papers = [read_paper(p, understand_file) for p in (empty, noise, gone)]
    assert all(p.problem for p in papers)
    first = house.view(meeting).items[0].item.id
    plans = planned(house, meeting, *papers, on=first)
    assert [p.mode for p in plans] == [Mode.ATTACH, Mode.ATTACH, Mode.LEAVE]  # the last one is not there
    pm = IncomingPaper(tmp_path / "pm.docx", "sha", PaperType.MEMORANDUM, BRYGGOR)
    beside = planned(house, meeting, pm, *papers)[1:]
    assert [p.problem for p in papers] == [p.doubts[0] for p in beside]


def test_texts_keep_what_is_marked_as_secret(house: House, meeting: str) -> None:
    from namndstod.domain.records import Mark, MarkKind
    from namndstod.services.commands.texts import WriteText

    item = house.view(meeting).items[0].item.id
    mark = Mark(kind=MarkKind.SECRET, start=0, end=3)
    drafts = (Draft(BlockKind.PARAGRAPH, "Två gamla.", 0, (mark,)),)
    house.session.do(WriteText(TextRole.SUMMARY, drafts, item))
    plans = planned(house, meeting, paper("pm.docx", BRYGGOR))
    house.session.do(take(house, meeting, plans, "summary"))
    (summary,) = house.view(meeting).items[0].text(TextRole.SUMMARY)
    assert summary.text == "Två bryggor rustas."
    assert [(m.kind, m.start, m.end) for m in summary.marks] == [(MarkKind.SECRET, 0, 3)]


def test_the_original_goes_out_in_the_place_of_a_pm_that_the_program_would_print(
    house: House, meeting: str
) -> None:
    house.session.do(take(house, meeting, planned(house, meeting, paper("pm.docx", BRYGGOR))))
    item = house.view(meeting).items[0]
    assert item.printed_memorandum is None
    name = f"FöredragningsPM till {NAME} den 12 mars 2026"
    assert [t.replace("\u00a0", " ") for t in supporting_titles(house.view(meeting), item)] == [name]
    house.session.do(RemoveDocument(item.documents[0].document.id))
    assert house.view(meeting).items[0].printed_memorandum is not None
