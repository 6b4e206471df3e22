"""Rules about the FöredragningsPM written in the program, and about what a template leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts import TO_FILL_IN
from ..memoranda import leftovers
from ..phrases import proposal
from ..records import ItemKind, TextRole
from ..swedish import listed
from ..texts import is_blank
from ..view import ItemView, MeetingView
from .finding import Finding, Place, Severity, Step
from .written import item_name, written

_WANTED_ANYWAY = (ItemKind.DECISION, ItemKind.ELECTION)  # rule no_proposal asks for theirs
_HEAD = ("unit", "officer", "signatory", "signatory_title")


def _written(view: MeetingView) -> Iterator[ItemView]:
    """Yield the items with a FöredragningsPM, as long as the handlingar can still be mended."""
    if not view.held:
        yield from (i for i in view.items if i.memorandum is not None)


def no_proposal(view: MeetingView, today: date) -> Iterator[Finding]:
    """A FöredragningsPM proposes a decision."""
    for item in _written(view):
        if item.item.kind not in _WANTED_ANYWAY and is_blank(proposal(view, item)):
            yield Finding(
                "memorandum_no_proposal",
                Severity.WARN,
                Place(Step.PAPERS, item_id=item.item.id, role=TextRole.PROPOSAL),
                f"{item_name(item)}: FöredragningsPM saknar förslag till beslut.",
                "praxis",
            )


def no_summary(view: MeetingView, today: date) -> Iterator[Finding]:
    """A FöredragningsPM has a summary, which the föredragningslista and the protokoll show too."""
    for item in _written(view):
        if is_blank(item.text(TextRole.SUMMARY)):
            yield Finding(
                "memorandum_no_summary",
                Severity.WARN,
                Place(Step.PAPERS, item_id=item.item.id, role=TextRole.SUMMARY),
                f"{item_name(item)}: FöredragningsPM saknar sammanfattning.",
                "praxis",
            )


def no_officer(view: MeetingView, today: date) -> Iterator[Finding]:
    """A FöredragningsPM says who has written it and when (the head of documents.md)."""
    for item in _written(view):
        head = item.memorandum
        told = (("handläggare", "officer"), ("datum", "day"))
        missing = [(name, field) for name, field in told if not getattr(head, field)]
        if missing:
            yield Finding(
                "memorandum_head",
                Severity.INFORM,
                Place(Step.PAPERS, item_id=item.item.id, field=missing[0][1]),
                f"{item_name(item)}: FöredragningsPM saknar {listed([name for name, _ in missing])}.",
                "praxis",
            )


def left_of_template(view: MeetingView, today: date) -> Iterator[Finding]:
    """Nothing of a template is left: «Klicka här för att ange text», «xxx», «[…]»."""
    for item in () if view.held else view.items:
        head = item.memorandum
        fields = [(Step.CALL, "title", item.item.title)]
        fields += [(Step.PAPERS, f, getattr(head, f)) for f in _HEAD if head is not None]
        for step, field, text in fields:
            if found := leftovers(text):
                yield _left(Place(step, item_id=item.item.id, field=field), item_name(item), found[0])
    for part in written(view):
        found = tuple(words for text in part.texts for words in leftovers(text))
        if view.held:  # what is to be filled in in a decision has a rule of its own
            found = tuple(
                words for words in found if part.role is not TextRole.DECISION or TO_FILL_IN not in words
            )
        if found:
            yield _left(part.place, part.name, found[0])


def _left(place: Place, name: str, words: str) -> Finding:
    message = f"{name}: ”{words}” står kvar från mallen."
    return Finding("template_text", Severity.WARN, place, message, "praxis")
