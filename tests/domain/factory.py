"""Small made-up meetings for tests of the domain, without a database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from namndstod.domain.records import (
    AgendaItem,
    Approver,
    BlockKind,
    Body,
    BodyKind,
    BodyTerm,
    Conversion,
    ConversionState,
    Customs,
    ItemKind,
    Mandate,
    Matter,
    Meeting,
    MeetingState,
    Outcome,
    Person,
    PresenceEvent,
    PresenceKind,
    Role,
    Section,
    SectionState,
    StoredFile,
    SupportingDocument,
    TextBlock,
    TextRole,
)
from namndstod.domain.view import DocumentView, ItemView, MeetingView

DAY = date(2027, 5, 13)
NAMES = ("Ada Berg", "Bo Ceder", "Cilla Dal", "Dag Ek", "Eva Fors")
SUBSTITUTES = ("Frida Gran", "Göte Hav")
PARTIES = {"Ada Berg": "S", "Bo Ceder": "C", "Cilla Dal": "M", "Dag Ek": "S", "Eva Fors": "KD"}
PARTIES |= {"Frida Gran": "S", "Göte Hav": "KD"}


def key(name: str) -> str:
    return name.split()[0].lower()


def mandates() -> tuple[Mandate, ...]:
    roles = (Role.CHAIR, Role.VICE_CHAIR, *[Role.MEMBER] * 3, Role.SUBSTITUTE, Role.SUBSTITUTE)
    return tuple(
        Mandate(
            id=f"m-{key(name)}",
            person_id=key(name),
            body_id="body",
            role=role,
            party=PARTIES[name],
            valid_from=date(2023, 1, 1),
            elected_order=order,
        )
        for order, (name, role) in enumerate(zip((*NAMES, *SUBSTITUTES), roles, strict=True), 1)
    )


def people() -> dict[str, Person]:
    return {
        key(name): Person(id=key(name), given_name=name.split()[0], surname=name.split()[1])
        for name in (*NAMES, *SUBSTITUTES)
    }


def block(text: str, role: TextRole, kind: BlockKind = BlockKind.PARAGRAPH, position: int = 1) -> TextBlock:
    return TextBlock(
        id=f"{role}-{position}-{text}", role=role, kind=kind, position=position, item_id="x", edited=text
    )


def item(
    number: int,
    title: str,
    kind: ItemKind = ItemKind.DECISION,
    dnr: str = "",
    clauses: Sequence[str] = (),
    documents: Sequence[ConversionState | None] = (),
) -> ItemView:
    blocks = [block("Nämnden beslutar", TextRole.PROPOSAL, BlockKind.DECIDER)] if clauses else []
    parent = blocks[0].id if blocks else None
    for position, text in enumerate(clauses, 2):
        clause = block(text, TextRole.PROPOSAL, BlockKind.CLAUSE, position)
        blocks.append(replace(clause, parent_id=parent))
    return ItemView(
        item=AgendaItem(id=f"item{number}", meeting_id="meeting", number=number, kind=kind, title=title),
        matter=Matter(id=f"matter{dnr}", title=title, diary_number=dnr) if dnr else None,
        blocks=tuple(blocks),
        documents=tuple(document(f"item{number}", n, state) for n, state in enumerate(documents, 1)),
    )


def document(item_id: str, position: int, state: ConversionState | None) -> DocumentView:
    sha = f"{position:064d}"
    stored = StoredFile(id=f"file{position}", sha256=sha, size=2048, media_type="application/pdf")
    link = SupportingDocument(
        id=f"doc{item_id}{position}",
        item_id=item_id,
        file_id=stored.id,
        position=position,
        title=f"Bilaga {position}",
        original_name=f"bilaga{position}.pdf",
        added_by="Ines",
        added_at=datetime(2027, 5, 1, tzinfo=UTC),
    )
    message = "" if state is ConversionState.DONE else "Filen går inte att visa."
    conversion = None
    if state is not None:
        conversion = Conversion(
            id="c", sha256=sha, state=state, converter="egen", converter_version="1", pages=2, message=message
        )
    return DocumentView(link, stored, conversion)


def arrives(name: str, position: int) -> PresenceEvent:
    return PresenceEvent(
        id=f"e{position}",
        meeting_id="meeting",
        person_id=key(name),
        kind=PresenceKind.ARRIVES,
        position=position,
    )


def section(
    number: int | None, position: int, item_id: str | None, outcome: Outcome | None = None
) -> Section:
    return Section(
        id=f"s{position}",
        meeting_id="meeting",
        body_id="body",
        year=DAY.year,
        position=position,
        heading="" if item_id else "Sammanträdets öppnande",
        item_id=item_id,
        number=number,
        state=SectionState.DECIDED if outcome else SectionState.OPEN,
        outcome=outcome,
    )


def meeting(
    *items: ItemView,
    state: MeetingState = MeetingState.PLANNED,
    sections: Sequence[Section] = (),
    section_blocks: Sequence[TextBlock] = (),
    present: Sequence[str] = NAMES,
    events: Sequence[PresenceEvent] = (),
    approvers: Sequence[str] = ("Bo Ceder",),
    customs: Customs | None = None,
    seats: int = 5,
    members: Sequence[Mandate] | None = None,
    first_number: int = 1,
) -> MeetingView:
    """Return a well-formed meeting; each test spoils one thing."""
    held = state in (MeetingState.OPEN, MeetingState.CLOSED, MeetingState.APPROVED)
    roll = [arrives(name, n) for n, name in enumerate(present, 1)] if held else []
    return MeetingView(
        meeting=Meeting(
            id="meeting",
            body_id="body",
            day=DAY,
            starts=time(10),
            place="Sal Linden",
            state=state,
            called_at=datetime(2027, 5, 3, 9, tzinfo=UTC),
            secretary="Ines Falk",
        ),
        body=Body(id="body", kind=BodyKind.COMMITTEE),
        term=BodyTerm(
            id="t",
            body_id="body",
            valid_from=date(2023, 1, 1),
            name="Tillväxtnämnden",
            seats=seats,
            customs=customs or Customs(),
        ),
        mandates=tuple(mandates() if members is None else members),
        people=people(),
        items=items,
        stored_sections=tuple(sections),
        section_blocks=tuple(section_blocks),
        events=(*roll, *events),
        approvers=tuple(
            Approver(id=f"a{n}", meeting_id="meeting", position=n, person_id=key(name))
            for n, name in enumerate(approvers, 1)
        ),
        first_number=first_number,
    )
