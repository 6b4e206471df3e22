"""A FöredragningsPM against the meeting's list: which ärende it is about, and what differs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from namndstod.domain.findings.writing import PART_NAMES
from namndstod.domain.intake.found import Doubt, FoundMemorandum, FoundSection
from namndstod.domain.intake.item_kinds import kind_of_item
from namndstod.domain.memoranda import memorandum_title
from namndstod.domain.records import (
    BlockKind,
    ItemKind,
    Mark,
    MarkKind,
    TextRole,
)
from namndstod.domain.swedish import iso_date, long_date
from namndstod.domain.swedish_sort import fold
from namndstod.domain.texts import Draft
from namndstod.domain.view import ItemView, MeetingView
from namndstod.services.commands.intake import IncomingHead, IncomingItem, IncomingText
from namndstod.services.commands.supporting import IncomingFile, speaking_title

from .matching import is_the_paper_itself, item_of, matched, same_body
from .papers import IncomingPaper
from .rows import Doubts, Row, RowState, line, lines, present, row

_ITEM: Final = "Ärendet"
_PAPER: Final = "FöredragningsPM"
_TEXTS: Final = (
    TextRole.SUMMARY,
    TextRole.BACKGROUND,
    TextRole.ASSESSMENT,
    TextRole.IMPACT,
    TextRole.ECONOMY,
    TextRole.FOLLOW_UP,
)
_PLAIN: Final = {
    "title": "Rubrik",
    "diary_number": "Diarienummer",
    "external_diary_number": "Motpartens diarienummer",
    "unit": "Tjänsteställe",
    "officer": "Handläggare",
    "date": "Datum",
    "signatory": "Undertecknas av",
    "signatory_title": "Titel",
}
_OF_ITEM: Final = ("title", "diary_number", "external_diary_number")
_PROPOSAL: Final = frozenset({"proposal", "clauses", "conditions", "amounts", "share_percent", "period"})


@dataclass(frozen=True, slots=True)
class MemorandumPlan:
    """What an incoming PM would do to the list: to an item, or as a new one at place `number`."""

    item_id: str | None
    number: int | None
    title: str
    rows: tuple[Row, ...]
    doubts: tuple[str, ...]
    supporting: tuple[str, ...]  # the names of its supporting documents, without the paper itself


def plan_memorandum(
    view: MeetingView, paper: IncomingPaper, found: FoundMemorandum, item: ItemView | None
) -> MemorandumPlan:
    """Compare a PM with `item`, or plan a new item where there is none."""
    doubts = Doubts(found.doubts, paper.doubts)
    head = {r.key: r for r in _head_rows(paper, found, item, doubts) if r is not None}
    texts = [r for r in _text_rows(found, item, doubts) if r is not None]
    rows = present(
        (
            *(head.get(key) for key in _OF_ITEM),
            row(
                "proposal",
                PART_NAMES[TextRole.PROPOSAL],
                item.text(TextRole.PROPOSAL) if item else (),
                found.proposal or proposal_drafts(found.decider, found.clauses, found.conditions),
                doubts.take(*_PROPOSAL),
                _ITEM,
                doubts.take("decider"),
            ),
            *(r for r in texts if r.group == _ITEM),
            row(
                "recipients",
                "Skickas till",
                lines(r.name for r in item.recipients) if item else (),
                lines(found.recipients),
                doubts.take("recipients"),
                _ITEM,
            ),
            *(head.get(key) for key in ("unit", "officer", "date")),
            *(r for r in texts if r.group == _PAPER),
            _supporting_row(found, item, doubts),
            *(head.get(key) for key in ("signatory", "signatory_title")),
        )
    )
    title = found.title or (item.item.title if item else "") or speaking_title(paper.name)
    names = tuple(n for n in found.supporting_documents if not is_the_paper_itself(n))
    told = (*paper.doubts, *_told(view, found), *(d.message for d in doubts.rest()))
    number = None if item is not None else place_of(view)
    return MemorandumPlan(item.item.id if item else None, number, title, rows, told, names)


def find_item(view: MeetingView, found: FoundMemorandum) -> ItemView | None:
    """Return the item of the list that a PM is about."""
    return item_of(view.items, found.diary_number, found.external_diary_number, found.title)


def place_of(view: MeetingView) -> int | None:
    """Return where a new ärende to decide comes: after the last such; None: before the standing last ones."""
    decided = [i.item.number for i in view.items if i.item.kind in (ItemKind.DECISION, ItemKind.ELECTION)]
    return decided[-1] + 1 if decided else None


def _head_rows(
    paper: IncomingPaper, found: FoundMemorandum, item: ItemView | None, doubts: Doubts
) -> Iterator[Row | None]:
    head = item.memorandum if item else None
    signer = found.signatory
    now = {
        "title": item.item.title if item else "",
        "diary_number": item.diary_number if item else "",
        "external_diary_number": item.matter.external_diary_number if item and item.matter else "",
        "unit": head.unit if head else "",
        "officer": head.officer if head else "",
        "date": iso_date(head.day) if head and head.day else "",
        "signatory": head.signatory if head else "",
        "signatory_title": head.signatory_title if head else "",
    }
    says = {
        "title": found.title,
        "diary_number": found.diary_number,
        "external_diary_number": found.external_diary_number,
        "unit": found.unit,
        "officer": found.officer,
        "date": iso_date(found.day) if found.day else "",
        "signatory": signer.name if signer else "",
        "signatory_title": signer.title if signer else "",
    }
    if not says["title"] and item is None:
        says["title"] = speaking_title(paper.name)
        doubts.add(Doubt(field="title", message="Rubriken hittades inte. Filens namn står i stället."))
    group = dict.fromkeys(_OF_ITEM, _ITEM)
    for key, name in _PLAIN.items():
        fields = (key, "day") if key == "date" else (key,)
        yield row(key, name, line(now[key]), line(says[key]), doubts.take(*fields), group.get(key, _PAPER))


def proposal_drafts(decider: str, clauses: Sequence[str], conditions: Sequence[str]) -> tuple[Draft, ...]:
    """Return Förslag till beslut as blocks; conditions stand below the clause that ends with a colon."""
    depth = 1 if decider else 0
    drafts = [Draft(BlockKind.DECIDER, decider)] if decider else []
    opens = [n for n, clause in enumerate(clauses) if clause.rstrip().endswith(":")]
    below = opens[-1] if opens else len(clauses) - 1
    for number, clause in enumerate(clauses):
        bare = clause.strip()
        is_clause = fold(bare[:4]).startswith("att ") or fold(bare) == "att"
        kind = BlockKind.CLAUSE if is_clause else BlockKind.NUMBERED
        drafts.append(Draft(kind, bare[4:].lstrip() if is_clause else bare, depth))
        if number == below:
            drafts += [Draft(BlockKind.CONDITION, c, depth + 1) for c in conditions]
    if not clauses:
        drafts += [Draft(BlockKind.CONDITION, c, depth) for c in conditions]
    return tuple(drafts)


def _text_rows(found: FoundMemorandum, item: ItemView | None, doubts: Doubts) -> Iterator[Row | None]:
    """Yield the parts of the text; what stands under headings of another house comes last in the first."""
    others = [s for s in found.sections if s.role not in _TEXTS]
    for role in _TEXTS:
        own = [s for s in found.sections if s.role is role]
        notes: list[Doubt] = []
        if role is TextRole.ECONOMY and found.budget is not None:
            notes = [Doubt(field="budget", message=p) for p in found.budget.problems]
        if role is TextRole.BACKGROUND:
            own, notes = own + others, [_strange(s) for s in others]
        now = item.text(role) if item else ()
        told = doubts.take(role.value, *(s.heading for s in own))
        group = _ITEM if role is TextRole.SUMMARY else _PAPER
        yield row(role.value, PART_NAMES[role], now, _joined(own), told, group, notes)


def _strange(section: FoundSection) -> Doubt:
    name = section.heading or "Utan rubrik"
    return Doubt(field=section.heading, message=f"Mallen har ingen rubrik ”{name}”. Texten står här.")


def _joined(sections: Sequence[FoundSection]) -> tuple[Draft, ...]:
    """Return sections as one text; headings stand from the second on, and where they are none of ours."""
    drafts: tuple[Draft, ...] = ()
    for section in sections:
        headed = bool(drafts) or section.role is None
        drafts = (*drafts, *(_heading(section.heading) if headed else ()), *section.drafts)
    return drafts


def _heading(text: str) -> tuple[Draft, ...]:
    mark = Mark(kind=MarkKind.STRONG, start=0, end=len(text))
    return (Draft(BlockKind.PARAGRAPH, text, 0, (mark,)),) if text else ()


def _supporting_row(found: FoundMemorandum, item: ItemView | None, doubts: Doubts) -> Row | None:
    """Compare the names of the supporting documents with what is attached."""
    names = [n for n in found.supporting_documents if not is_the_paper_itself(n)]
    attached = {d.document.id: d.document.title for d in item.documents} if item else {}
    known = matched(names, attached)
    missing = [
        Doubt(field="supporting_documents", message=f"”{n}” finns inte bland ärendets handlingar.")
        for n in names
        if n not in known
    ]
    told = doubts.take("supporting_documents")
    if not known:
        told = (*told, *missing)
        state = RowState.UNCLEAR
        return (
            Row("supporting", "Beslutsunderlag", (), lines(names), state, told, _PAPER, takes=False)
            if told
            else None
        )
    now = lines(attached[i] for i in known.values())
    return row("supporting", "Beslutsunderlag", now, lines(known), told, _PAPER, missing)


def _told(view: MeetingView, found: FoundMemorandum) -> Iterator[str]:
    """Yield what does not go together with this meeting."""
    if found.body and not same_body(found.body, view.term.name):
        yield f"PM:et är skrivet till {found.body}, men sammanträdet är med {view.term.name}."
    if found.day is not None and found.day > view.meeting.day:
        yield f"PM:et är daterat {long_date(found.day)}, efter sammanträdet {long_date(view.meeting.day)}."


def taken_item(
    view: MeetingView,
    plan: MemorandumPlan,
    found: FoundMemorandum,
    chosen: Collection[str],
    original: IncomingFile | None,
) -> IncomingItem:
    """Return what a command takes of a PM: the rows chosen by their keys, and the original."""
    rows = {r.key: r for r in plan.rows if r.key in chosen and r.takes}

    def said(key: str) -> str | None:
        return rows[key].paper[0].text if key in rows else None

    item = view.item(plan.item_id) if plan.item_id else None
    renamed = _renamed(rows["supporting"], item) if "supporting" in rows and item else ()
    return IncomingItem(
        item_id=plan.item_id,
        number=plan.number,
        kind=_kind(found, plan.title),
        title=said("title") or (plan.title if plan.item_id is None else None),
        diary_number=said("diary_number"),
        external_diary_number=said("external_diary_number"),
        texts=tuple(_texts(rows)),
        recipients=tuple(d.text for d in rows["recipients"].paper) if "recipients" in rows else None,
        head=IncomingHead(
            said("unit"),
            said("officer"),
            found.day if "date" in rows else None,
            said("signatory"),
            said("signatory_title"),
        ),
        original=_named(original, memorandum_title(view)),
        renamed=renamed,
    )


def _texts(rows: dict[str, Row]) -> Iterator[IncomingText]:
    if "proposal" in rows:
        yield IncomingText(TextRole.PROPOSAL, rows["proposal"].paper)
    for role in _TEXTS:
        if role.value in rows:
            yield IncomingText(role, rows[role.value].paper)


def _renamed(row: Row, item: ItemView) -> tuple[tuple[str, str], ...]:
    ids = {d.document.title: d.document.id for d in item.documents}
    pairs = zip((d.text for d in row.now), (d.text for d in row.paper), strict=True)
    return tuple((ids[now], name) for now, name in pairs if now != name and now in ids)


def _named(file: IncomingFile | None, title: str) -> IncomingFile | None:
    if file is None:
        return None
    return IncomingFile(file.sha256, file.size, file.media_type, file.original_name, title)


def _kind(found: FoundMemorandum, title: str) -> ItemKind:
    """Return what kind of item a PM makes: one to decide, unless its heading says otherwise."""
    return kind_of_item(title, decides=bool(found.clauses), points=()) or ItemKind.DECISION
