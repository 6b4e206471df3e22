"""The texts that rules about wording look through: of the items before the meeting, of the §§ after it."""

from __future__ import annotations

from collections.abc import Iterator

from ..editions import shown_title
from ..frozen import frozen
from ..records import MEMORANDUM_ROLES, MeetingState, TextRole
from ..texts import Draft
from ..view import ItemView, MeetingView
from .finding import Place, Step
from .sections import held_sections, named
from .writing import PART_NAMES, part_name

ITEM_ROLES = (TextRole.POINTS, TextRole.PROPOSAL, TextRole.SUMMARY, *MEMORANDUM_ROLES)
_SECTION_ROLES = (TextRole.SUMMARY, TextRole.POINTS, TextRole.PROPOSAL, TextRole.DECISION)


@frozen
class Written:
    """A text: where it stands, what that is called in messages, whose it is (the item's or the §'s id)."""

    place: Place
    name: str
    role: TextRole
    drafts: tuple[Draft, ...]
    owner: str

    @property
    def texts(self) -> Iterator[str]:
        """All its texts, the cells of tables too."""
        for draft in self.drafts:
            yield draft.text
            for row in draft.rows:
                yield from row


def item_name(item: ItemView) -> str:
    """«Ärende 7, Medel till hamnen»."""
    return f"Ärende {item.item.number}, {shown_title(item) or 'utan rubrik'}"


def step_of(item: ItemView, role: TextRole) -> Step:
    """Where an item's text is mended: in its FöredragningsPM, or on the list."""
    return Step.PAPERS if item.memorandum is not None and role is not TextRole.POINTS else Step.CALL


def written(view: MeetingView) -> Iterator[Written]:
    """Yield what can still be mended: the items' own texts, or those of the §§ that are not justerade."""
    if view.held:
        yield from written_in_minutes(view)
        return
    if view.meeting.state is MeetingState.APPROVED:
        return
    for item in view.items:
        for role in ITEM_ROLES:
            drafts = item.text(role)
            if drafts:
                place = Place(step_of(item, role), item_id=item.item.id, role=role)
                yield Written(place, f"{item_name(item)}, {PART_NAMES[role]}", role, drafts, item.item.id)


def written_in_minutes(view: MeetingView) -> Iterator[Written]:
    """Yield the parts of the §§ that are not justerade."""
    if view.meeting.state is MeetingState.APPROVED:
        return
    for section in held_sections(view):
        if section.section.approved is not None:
            continue
        for role in dict.fromkeys((*_SECTION_ROLES, *section.parts.stored)):
            drafts = section.parts[role].drafts
            if drafts:
                place = Place(Step.MINUTES, section_id=section.section.id, role=role)
                name = f"{named(section)}, {part_name(role, view.customs.section_order)}"
                yield Written(place, name, role, drafts, section.section.id)
