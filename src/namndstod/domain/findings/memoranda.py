"""Rules about the FöredragningsPM written in the program, and about what a template leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..editions import shown_title
from ..memoranda import leftovers
from ..phrases import proposal
from ..records import MEMORANDUM_ROLES, ItemKind, TextRole
from ..swedish import listed
from ..texts import is_blank
from ..view import ItemView, MeetingView
from .finding import Finding, Place, Severity, Step
from .writing import PART_NAMES

_WANTED_ANYWAY = (ItemKind.DECISION, ItemKind.ELECTION)  # rule no_proposal asks for theirs
_ROLES = (TextRole.POINTS, TextRole.PROPOSAL, TextRole.SUMMARY, *MEMORANDUM_ROLES)


def _named(item: ItemView) -> str:
    return f"Ärende {item.item.number}, {shown_title(item) or 'utan rubrik'}"


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
                f"{_named(item)}: FöredragningsPM saknar förslag till beslut.",
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
                f"{_named(item)}: FöredragningsPM saknar sammanfattning.",
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
                f"{_named(item)}: FöredragningsPM saknar {listed([name for name, _ in missing])}.",
                "praxis",
            )


def left_of_template(view: MeetingView, today: date) -> Iterator[Finding]:
    """Nothing of a template is left in a text: «Klicka här för att ange text», «xxx», «[…]»."""
    if view.held:
        return
    for item in view.items:
        for role in _ROLES:
            drafts = item.text(role)
            words = [t for d in drafts for t in (d.text, *(cell for row in d.rows for cell in row))]
            found = leftovers("\n".join(words))
            if found:
                yield Finding(
                    "template_text",
                    Severity.WARN,
                    Place(_step(item, role), item_id=item.item.id, role=role),
                    f"{_named(item)}, {PART_NAMES[role]}: ”{found[0]}” står kvar från mallen.",
                    "praxis",
                )


def _step(item: ItemView, role: TextRole) -> Step:
    return Step.PAPERS if item.memorandum is not None and role is not TextRole.POINTS else Step.CALL
