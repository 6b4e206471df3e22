"""Editions: what is secret or personal is not there, whatever is built of the meeting (rules 41, 42)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from namndstod.documents.builders import agenda_paper, minutes_paper
from namndstod.domain.content import Run, to_json
from namndstod.domain.editions import Edition, edition_of, open_part
from namndstod.domain.marks import with_mark
from namndstod.domain.masking import MASKED, Words, cleaned, masked
from namndstod.domain.proceedings import Correction, MotionKind, Remark, RemarkKind
from namndstod.domain.records import (
    BlockKind,
    ConversionState,
    Mark,
    MarkKind,
    MeetingState,
    Outcome,
    TextBlock,
    TextRole,
)
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView

from .factory import DAY, block, item, meeting, section
from .proceeding import held, motion

SECRET, PERSONAL = MarkKind.SECRET, MarkKind.PERSONAL
BOTH = (SECRET, PERSONAL)


def mark(text: TextBlock, words: str, kind: MarkKind) -> TextBlock:
    at = text.text.index(words)
    return replace(text, marks=(*text.marks, Mark(kind=kind, start=at, end=at + len(words))))


def printed(view: MeetingView) -> str:
    return to_json(minutes_paper(view, {})) + to_json(agenda_paper(view, {}))


def with_marks() -> MeetingView:
    """One § with a proposal in which a company is secret and a person is personuppgift."""
    view = meeting(
        item(1, "Stöd till brygga", dnr="1/27", clauses=("bevilja Båtbolaget AB och Rut Alm stöd.",)),
        item(2, "Val", clauses=("utse någon.",)),
        state=MeetingState.OPEN,
        sections=(section(None, 1, "item1", Outcome.APPROVED), section(None, 2, "item2", Outcome.APPROVED)),
    )
    first = view.items[0]
    blocks = tuple(
        mark(mark(b, "Båtbolaget AB", SECRET), "Rut Alm", PERSONAL) if "Båt" in b.text else b
        for b in first.blocks
    )
    return replace(view, items=(replace(first, blocks=blocks), view.items[1]))


# --- marks on words ----------------------------------------------------------------------------------


def test_marked_words_go_and_emphasis_stays_on_the_rest() -> None:
    bold = Mark(kind=MarkKind.STRONG, start=8, end=11)
    draft = Draft(BlockKind.PARAGRAPH, "Rut Alm får stöd.", 0, (bold,))
    left = masked(with_mark(draft, PERSONAL, [(0, 7)]), BOTH)
    assert left.text == f"{MASKED} får stöd."
    assert [left.text[m.start : m.end] for m in left.marks] == ["får"]


def test_marks_that_touch_are_masked_once() -> None:
    draft = Draft(BlockKind.PARAGRAPH, "Rut Alm, Storgatan 1, får stöd.")
    draft = with_mark(with_mark(draft, PERSONAL, [(0, 9)]), SECRET, [(7, 20)])
    assert masked(draft, BOTH).text == f"{MASKED}, får stöd."


def test_cells_of_a_table_are_marked_by_their_characters() -> None:
    table = Draft(BlockKind.TABLE, "", rows=(("Namn", "Ort"), ("Rut Alm", "Vik")))
    at = len("Namn\tOrt\n")
    assert masked(with_mark(table, PERSONAL, [(at, at + 7)]), BOTH).rows == (("Namn", "Ort"), (MASKED, "Vik"))
    whole = masked(with_mark(table, SECRET, [(0, 99)]), BOTH)
    assert whole.rows == ((MASKED, MASKED), (MASKED, MASKED))


words = st.text(st.sampled_from("abåé -10§\n\U0001f600"), min_size=1, max_size=30)


@given(words, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_nothing_marked_is_left_and_nothing_else_goes(text: str, spans: list[tuple[int, int]]) -> None:
    draft = with_mark(Draft(BlockKind.PARAGRAPH, text), SECRET, spans)
    marked = {n for m in draft.marks for n in range(m.start, m.end)}
    kept = "".join(c for n, c in enumerate(text) if n not in marked)
    assert masked(draft, BOTH).text.replace(MASKED, "") == kept


def test_the_same_words_are_found_however_they_are_set() -> None:
    found = Words.of(["betala 4 111 981 kronor till Rut Alm den 2027-05-13,"])
    text = "Att Betala 4\u00a0111\u00a0981\u00a0kronor till Rut\nAlm den 2027\u201105\u201113!"
    assert found.clean(text) == f"Att {MASKED}!"


def test_short_words_are_taken_out_as_words_only() -> None:
    assert Words.of(["Alm"]).clean("Alm i Almdal, Alm.") == f"{MASKED} i Almdal, {MASKED}."
    assert Words.of(["av", "§"]).phrases == frozenset()


def test_words_are_found_across_runs() -> None:
    runs = (Run("Stöd till Rut "), Run("Alm Persson", strong=True), Run(" i Vik."))
    clean = cleaned(runs, Words.of(["Rut Alm Persson"]))
    assert "".join(r.text for r in clean) == f"Stöd till {MASKED} i Vik."


# --- editions of a meeting ---------------------------------------------------------------------------


def test_the_public_edition_has_no_marked_words_and_each_edition_takes_out_its_own() -> None:
    view = with_marks()
    assert edition_of(view, Edition.COMPLETE) is view
    assert "Båtbolaget" in printed(view)
    for_group, public = (printed(edition_of(view, e)) for e in (Edition.WITHOUT_SECRET, Edition.PUBLIC))
    assert "Båtbolaget" not in for_group
    assert "Rut Alm" in for_group
    assert "Båtbolaget" not in public
    assert "Rut Alm" not in public
    assert f"bevilja {MASKED} och {MASKED} stöd" in public


def test_marks_of_the_proposal_follow_into_a_decision_that_stands_fixed_without_them() -> None:
    view = with_marks()
    fixed = replace(
        block("bevilja Båtbolaget AB och Rut Alm stöd.", TextRole.DECISION), item_id=None, section_id="s1"
    )
    public = edition_of(replace(view, section_blocks=(fixed,)), Edition.PUBLIC)
    decision = public.sections[0].parts[TextRole.DECISION]
    assert [d.text for d in decision.drafts] == [f"bevilja {MASKED} och {MASKED} stöd."]


def test_marked_words_are_gone_from_facts_too() -> None:
    view = held(motion(MotionKind.OWN, "Bo Ceder", clauses=("köpa Rut Alms brygga",)), outcome=None)
    said = view.deliberations["s1"]
    note = Remark(
        id="r", section_id="s1", position=1, kind=RemarkKind.NOTE, persons=("bo",), words="Rut Alms"
    )
    view = replace(view, deliberations={"s1": replace(said, remarks=(replace(note, permitted=True),))})
    correction = Correction(
        id="c", meeting_id="meeting", section_id="s1", day=DAY, wrong="Rut Alms", right="någons", person="Ada"
    )
    drafts = view.sections[0].parts[TextRole.MOTIONS].drafts
    stored = replace(
        mark(block(drafts[0].text, TextRole.MOTIONS), "Rut Alms", PERSONAL), item_id=None, section_id="s1"
    )
    view = replace(view, section_blocks=(stored,), corrections=(correction,))
    assert printed(view).count("Rut Alms") >= 3
    public = edition_of(view, Edition.PUBLIC)
    assert "Rut Alms" not in printed(public)
    assert "Rut Alms" not in repr(public)


def secret_meeting(heading: str = "") -> MeetingView:
    view = held(motion(MotionKind.REJECTION, "Bo Ceder"), outcome=Outcome.APPROVED)
    first = view.items[0]
    record = replace(
        first.item,
        title="Uppsägning av Rut Alm",
        secret=True,
        secrecy_ground="OSL 39 kap. 1 §",
        neutral_heading=heading,
        presenters=("Kim Ask",),
    )
    documents = item(1, "", documents=[ConversionState.DONE]).documents
    matter = replace(first.matter, title=record.title, external_diary_number="X 7") if first.matter else None
    return replace(view, items=(replace(first, item=record, documents=documents, matter=matter),))


def test_a_secret_item_is_a_neutral_heading_and_nothing_else() -> None:
    view = secret_meeting()
    for edition in (Edition.WITHOUT_SECRET, Edition.PUBLIC):
        left = edition_of(view, edition)
        everything = printed(left) + repr(left)
        for words in ("Rut Alm", "bryggan", "Kim Ask", "X 7", "Bilaga 1", "bilaga1", "Bo Ceder (C) yrkar"):
            assert words not in everything.replace("\u00a0", " "), words
        assert "Ärende med sekretess" in printed(left)
        assert "omfattas av sekretess enligt OSL 39 kap." in printed(left).replace("\u00a0", " ")
        document = left.items[0].documents[0]
        assert document.withheld
        assert (document.document.title, document.file.sha256) == ("Handling med sekretess", "")
        assert left.sections[0].section.outcome is None
        assert left.deliberations == {}
    assert edition_of(view, Edition.SECRET_ONLY).items == view.items
    assert edition_of(with_marks(), Edition.SECRET_ONLY).items == ()


def test_the_neutral_heading_of_a_secret_item_is_the_one_that_was_given() -> None:
    public = edition_of(secret_meeting("Personalärende"), Edition.PUBLIC)
    assert public.sections[0].heading == "Personalärende"
    assert edition_of(public, Edition.PUBLIC).items == public.items


def test_a_title_with_a_name_is_neutral_on_the_web_alone() -> None:
    view = with_marks()
    first = view.items[0]
    named = replace(first.item, title="Stöd till Rut Alms brygga", neutral_heading="Stöd till brygga i Vik")
    view = replace(view, items=(replace(first, item=named), view.items[1]))
    assert "Rut Alms" in printed(edition_of(view, Edition.WITHOUT_SECRET))
    public = printed(edition_of(view, Edition.PUBLIC))
    assert "Rut Alms" not in public
    assert "Stöd till brygga i Vik" in public


def test_a_section_without_an_item_can_be_secret() -> None:
    view = with_marks()
    record = replace(
        section(None, 3, None), heading="Samtal om Rut Alm", secret=True, neutral_heading="Överläggning"
    )
    view = replace(view, stored_sections=(*view.stored_sections, record))
    public = edition_of(view, Edition.PUBLIC)
    assert public.sections[2].heading == "Överläggning"
    assert "Samtal om" not in repr(public)


def test_documents_are_left_out_whole_or_by_page() -> None:
    documents = item(1, "", documents=[ConversionState.DONE] * 4).documents
    told: tuple[dict[str, Any], ...] = (
        {"secrecy_ground": "OSL 21"},
        {"personal": True},
        {"personal": True, "withheld_pages": (2,)},
        {},
    )
    marked = tuple(
        replace(d, document=replace(d.document, **fields)) for d, fields in zip(documents, told, strict=True)
    )
    first, second = with_marks().items
    view = replace(with_marks(), items=(replace(first, documents=marked), second))
    for_group, public = (
        [(d.withheld, d.document.withheld_pages) for d in edition_of(view, edition).items[0].documents]
        for edition in (Edition.WITHOUT_SECRET, Edition.PUBLIC)
    )
    assert for_group == [(True, ()), (False, ()), (False, ()), (False, ())]
    assert public == [(True, ()), (True, ()), (False, (2,)), (False, ())]
    assert "bilaga" not in repr(edition_of(view, Edition.PUBLIC))


def test_kept_papers_are_no_part_of_an_edition() -> None:
    """A justerat protokoll is shown as it was kept: its edition never may be."""
    public = edition_of(with_marks(), Edition.PUBLIC)
    assert [*public.papers, *public.signed_files, *public.draft_notes] == []


def test_the_ordinary_minutes_lead_to_the_secret_part() -> None:
    view = secret_meeting()
    minutes = to_json(minutes_paper(view, {}))
    assert "Se protokollets sekretessdel." in minutes
    assert "Rut Alm" not in minutes
    assert open_part(with_marks()).items == with_marks().items
