"""What changed since handlingar went out, told from a manifest; the numbers of late pages."""

from dataclasses import replace
from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.items import ItemView
from namndstod.domain.late_papers import (
    Changes,
    DocumentChangeKind,
    Numbers,
    after_supplement,
    changes,
    letter,
    marked_words,
    number_span,
    page_before,
)
from namndstod.domain.manifest import Manifest, Span, from_json, manifest, to_json
from namndstod.domain.records import BlockKind, ConversionState, Memorandum, TextRole
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView

from .factory import block, item, meeting

DONE = ConversionState.DONE


def packet() -> tuple[MeetingView, Manifest]:
    """Three ärenden; the first stands on pages 4–8, the second on 9–12, the third has no pages."""
    first = item(
        1, "Bryggan i Lillvik", dnr="TN 2027/1", clauses=["bevilja bidraget."], documents=[DONE, DONE]
    )
    second = item(2, "Färjetider", clauses=["godkänna tiderna."], documents=[DONE])
    view = meeting(first, second, item(3, "Fyrens skötsel"))
    spans = {
        "item1": Span(4, 5),
        "docitem11": Span(5, 2),
        "docitem12": Span(7, 2),
        "item2": Span(9, 4),
        "docitem21": Span(10, 3),
    }
    return view, manifest(view, 12, spans)


def with_item(view: MeetingView, changed: ItemView) -> MeetingView:
    return replace(view, items=tuple(changed if i.item.id == changed.item.id else i for i in view.items))


def test_nothing_has_changed_right_after_sending() -> None:
    view, sent = packet()
    assert not changes(sent, view)
    assert changes(sent, view) == Changes((), ())


def test_a_manifest_survives_being_stored() -> None:
    _, sent = packet()
    again = from_json(to_json(replace(sent, letters={8: 2})))
    assert again == replace(sent, letters={8: 2})
    assert [i.last_page for i in again.items] == [8, 12, 12]


def test_changed_words_are_found_paragraph_by_paragraph() -> None:
    view, sent = packet()
    now = with_item(
        view, replace(item(2, "Färjetider", clauses=["godkänna de nya tiderna."], documents=[DONE]))
    )
    (change,) = changes(sent, now).items
    (text,) = change.texts
    assert text.role is TextRole.PROPOSAL
    (pair,) = text.pairs
    before, after = marked_words(pair.own, pair.new)
    assert before == [("att godkänna ", False), ("tiderna.", False)]
    assert after == [("att godkänna ", False), ("de nya ", True), ("tiderna.", False)]
    assert not change.late_documents
    assert not change.late_memorandum


def test_marked_words_together_are_both_texts() -> None:
    old, new = (
        Draft(BlockKind.PARAGRAPH, "Bryggan  ska lagas."),
        Draft(BlockKind.PARAGRAPH, "Bryggan ska rivas."),
    )
    before, after = marked_words(old, new)
    assert "".join(t for t, _ in before) == old.text
    assert "".join(t for t, _ in after) == new.text
    assert ("lagas.", True) in before
    assert marked_words(None, new)[0] == []


def test_documents_added_replaced_renamed_and_removed() -> None:
    view, sent = packet()
    first = view.items[0]
    kept, second = first.documents
    added = item(1, "", documents=[DONE, DONE, DONE]).documents[2]
    replaced = replace(second, file=replace(second.file, sha256="f" * 64))
    renamed = replace(kept, document=replace(kept.document, title="Ritning"))
    found = changes(sent, with_item(view, replace(first, documents=(renamed, replaced, added)))).items[0]
    kinds = [(d.kind, d.now.document.id if d.now else "") for d in found.documents]
    assert kinds == [
        (DocumentChangeKind.RENAMED, "docitem11"),
        (DocumentChangeKind.REPLACED, "docitem12"),
        (DocumentChangeKind.ADDED, "docitem13"),
    ]
    assert [d.document.id for d in found.late_documents] == ["docitem12", "docitem13"]
    gone = changes(sent, with_item(view, replace(first, documents=(kept,)))).items[0]
    assert [(d.kind, d.sent.title if d.sent else "") for d in gone.documents] == [
        (DocumentChangeKind.REMOVED, "Bilaga 2")
    ]


def test_a_new_heading_or_diary_number_is_a_change() -> None:
    view, sent = packet()
    third = view.items[2]
    renamed = replace(third, item=replace(third.item, title="Fyrens underhåll"))
    assert [c.heading for c in changes(sent, with_item(view, renamed)).items] == ["Fyrens underhåll"]


def test_ärenden_added_and_taken_off() -> None:
    view, sent = packet()
    new = item(2, "Extra ärende", documents=[DONE])
    new = replace(new, item=replace(new.item, id="item9"))
    now = replace(view, items=(view.items[0], new, view.items[2]))
    added, gone = changes(sent, now).items
    assert added.sent is None
    assert [d.kind for d in added.documents] == [DocumentChangeKind.ADDED]
    assert gone.now is None
    assert gone.heading == "Färjetider"
    assert page_before(sent, now, added, None) == 8


def test_another_time_or_place_is_told() -> None:
    view, sent = packet()
    moved = replace(view, meeting=replace(view.meeting, starts=time(13), place="Sal Eken"))
    assert changes(sent, moved).facts == (
        ("Tid", "kl.\u00a010.00", "kl.\u00a013.00"),
        ("Plats", "Sal Linden", "Sal Eken"),
    )


def test_a_memorandum_goes_out_when_it_is_new_or_rewritten() -> None:
    view, sent = packet()
    second = view.items[1]
    memo = Memorandum(id="pm", item_id="item2", officer="Ivar Ny")
    written = with_item(view, replace(second, memorandum=memo))
    (change,) = changes(sent, written).items
    assert change.late_memorandum
    again = manifest(written, 12, {"item2": Span(9, 4)})
    assert not changes(again, written)
    text = block("Tiderna håller inte.", TextRole.ASSESSMENT)
    rewritten = with_item(view, replace(second, memorandum=memo, blocks=(*second.blocks, text)))
    assert changes(again, rewritten).items[0].late_memorandum


def test_late_pages_follow_what_they_replace_or_the_ärende() -> None:
    view, sent = packet()
    first = view.items[0]
    replaced = replace(first.documents[0], file=replace(first.documents[0].file, sha256="e" * 64))
    added = item(1, "", documents=[DONE, DONE, DONE]).documents[2]
    now = with_item(view, replace(first, documents=(replaced, first.documents[1], added)))
    (change,) = changes(sent, now).items
    assert page_before(sent, now, change, replaced) == 6
    assert page_before(sent, now, change, added) == 8


def test_a_second_supplement_tells_only_what_came_after_the_first_and_counts_on() -> None:
    view, sent = packet()
    first = view.items[0]
    added = item(1, "", documents=[DONE, DONE, DONE]).documents[2]
    now = with_item(view, replace(first, documents=(*first.documents, added)))
    numbers = Numbers(sent.letters)
    late = {added.document.id: number_span(numbers.after(8, 2))}
    known = after_supplement(sent, now, numbers.used, late, {})
    assert not changes(known, now)
    assert known.items[0].documents[2].late == "8a–8b"
    assert Numbers(from_json(to_json(known)).letters).after(8, 1) == ["8c"]
    removed = changes(known, view).items[0].documents
    assert [(d.kind, d.sent.late if d.sent else "") for d in removed] == [
        (DocumentChangeKind.REMOVED, "8a–8b")
    ]


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        "a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa",
    ]  # fmt: skip


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 40)), max_size=12))
def test_no_late_number_is_given_twice(wanted: list[tuple[int, int]]) -> None:
    numbers = Numbers({})
    given_out = [n for page, count in wanted for n in numbers.after(page, count)]
    assert len(given_out) == len(set(given_out)) == sum(count for _, count in wanted)


def test_a_delegationslista_that_grew_goes_out_again() -> None:
    view, sent = packet()
    decision = DelegatedDecision(id="d1", body_id="body", position=1, diary_number="TN 2027/9", amount=9000)
    reported = with_item(view, replace(view.items[2], delegated=(decision,)))
    (change,) = changes(sent, reported).items
    assert change.late_delegated
    known = from_json(to_json(manifest(reported, 12, {})))
    assert not changes(known, reported)
    more = replace(decision, id="d2", position=2, diary_number="TN 2027/10")
    grown = with_item(view, replace(view.items[2], delegated=(decision, more)))
    assert changes(known, grown).items[0].late_delegated
    (gone,) = changes(known, view).items
    assert not gone.late_delegated


def test_ärenden_that_a_new_one_moves_are_told_by_both_numbers() -> None:
    view, sent = packet()
    first, second, third = view.items
    moved = (replace(i, item=replace(i.item, number=i.item.number + 1)) for i in (second, third))
    new = item(9, "Bredband")
    new = replace(new, item=replace(new.item, number=2))
    found = changes(sent, replace(view, items=(first, new, *moved)))
    assert found.renumbered == (("Färjetider", 2, 3), ("Fyrens skötsel", 3, 4))
    assert [i.heading for i in found.items] == ["Bredband"]
