"""Rules about names and forms that are the same throughout a meeting: of bodies, people, diary numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from ..body_names import other_names
from ..facts import decider
from ..records import BlockKind, TextRole
from ..references import references_in
from ..swedish import listed, section_range
from ..view import ItemView, MeetingView
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .written import item_name, step_of, written

_ENOUGH = 4  # diary numbers of a list that show a form
_MOST = 0.75  # of them that have it


def body_name(view: MeetingView, today: date) -> Iterator[Finding]:
    """The body has one name everywhere (documents.md)."""
    name = view.term.name
    for text in written(view):
        found = tuple(dict.fromkeys(n for d in text.drafts for n in other_names(d.text, name)))
        if not found:
            continue
        marked = all(d.marks for d in text.drafts if other_names(d.text, name))
        where = (text.place.item_id or "", text.place.section_id or "", text.role.value)
        yield Finding(
            "body_name",
            Severity.INFORM,
            text.place,
            f"{text.name}: {listed([f'”{n}”' for n in found])} heter {name}.",
            "praxis",
            () if marked else (Mend(f"Skriv {name}", MendKind.USE_BODY_NAME, where),),
        )


def reference_missing(view: MeetingView, today: date) -> Iterator[Finding]:
    """An earlier decision that is referred to stands in its minutes, where the binder has them."""
    if not view.unfound:
        return
    said: set[tuple[str, str]] = set()
    for text in written(view):
        for reference in (r for t in text.texts if "§" in t for r in references_in(t) if r in view.unfound):
            if (text.owner, reference.words) in said:
                continue
            said.add((text.owner, reference.words))
            of = reference.day.isoformat() if reference.day else str(reference.year)
            yield Finding(
                "reference_missing",
                Severity.INFORM if view.held else Severity.WARN,
                text.place,
                f"{text.name}: ”{reference.words}” finns inte. "
                f"Protokollet {of} finns i pärmen men saknar {section_range([reference.number])}.",
                "praxis",
                subject=f"{text.owner}:{reference.words}",
            )


def diary_number_form(view: MeetingView, today: date) -> Iterator[Finding]:
    """Most diary numbers of a list have one form; one that has another may be mistyped or somebody else's."""
    if view.held:
        return
    forms = Counter(_form(i.diary_number) for i in view.items if i.diary_number)
    if forms.total() < _ENOUGH:
        return
    usual, count = forms.most_common(1)[0]
    if count < _MOST * forms.total():
        return
    example = next(i.diary_number for i in view.items if _form(i.diary_number) == usual)
    for item in view.items:
        if item.diary_number and _form(item.diary_number) != usual:
            yield Finding(
                "diary_number_form",
                Severity.INFORM,
                Place(Step.CALL, item_id=item.item.id, field="diary_number"),
                f"{item_name(item)}: diarienumret {item.diary_number} ser inte ut som de andra, "
                f"till exempel {example}.",
                "praxis",
            )


def signatory_titles(view: MeetingView, today: date) -> Iterator[Finding]:
    """Who signs has one title in the papers of a meeting."""
    if view.held:
        return
    first: dict[str, ItemView] = {}
    told: set[str] = set()
    for item in view.items:
        head = item.memorandum
        if head is None or not head.signatory or not head.signatory_title:
            continue
        name = " ".join(head.signatory.split())
        before = first.setdefault(name, item)
        other = before.memorandum.signatory_title if before.memorandum is not None else ""
        if other.casefold() == head.signatory_title.casefold() or name in told:
            continue
        told.add(name)
        yield Finding(
            "signatory_titles",
            Severity.INFORM,
            Place(Step.PAPERS, item_id=item.item.id, field="signatory_title"),
            f"{name} är ”{head.signatory_title}” i ärende {item.item.number} men ”{other}” "
            f"i ärende {before.item.number}.",
            "praxis",
        )


def no_decider(view: MeetingView, today: date) -> Iterator[Finding]:
    """Above att-satser stands who decides."""
    if view.held:
        return
    for item in view.items:
        kinds = [d.kind for d in item.text(TextRole.PROPOSAL)]
        if BlockKind.CLAUSE in kinds and BlockKind.DECIDER not in kinds[: kinds.index(BlockKind.CLAUSE)]:
            yield Finding(
                "no_decider",
                Severity.INFORM,
                Place(step_of(item, TextRole.PROPOSAL), item_id=item.item.id, role=TextRole.PROPOSAL),
                f"{item_name(item)}: före att-satserna ska det stå vem som beslutar.",
                "praxis",
                (Mend(f"Skriv ”{decider(view.term)}”", MendKind.ADD_DECIDER, (item.item.id,)),),
            )


def _form(number: str) -> str:
    """«20RS263» is of the form 9RS9."""
    return re.sub(r"\d+", "9", number.strip())
