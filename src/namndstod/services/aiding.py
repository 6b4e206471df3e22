"""What a binder gives to who writes in it: names that no dictionary has, and its own phrases."""

from __future__ import annotations

from collections.abc import Iterator

from namndstod.domain.phrase_bank import Phrase
from namndstod.domain.records import AgendaItem, BodyTerm, Meeting, Memorandum, Person
from namndstod.storage.store import Reader


def known_texts(reader: Reader) -> tuple[str, ...]:
    """Return the names that stand in a binder: people, bodies, places, who presents and writes."""
    return tuple(dict.fromkeys(text for text in _texts(reader) if text))


def _texts(reader: Reader) -> Iterator[str]:
    for person in reader.find(Person):
        yield person.name
    for term in reader.find(BodyTerm):
        yield from (term.name, term.short_name, term.customs.letterhead.organisation)
    for meeting in reader.find(Meeting):
        yield from (meeting.place, meeting.secretary, *meeting.others_present)
    for item in reader.find(AgendaItem):
        yield from item.presenters
    for memorandum in reader.find(Memorandum):
        yield from (memorandum.officer, memorandum.signatory)


def phrases(reader: Reader) -> list[Phrase]:
    """Return the phrases that a house keeps in its binder, in their order."""
    return sorted(reader.find(Phrase), key=lambda p: p.position)
