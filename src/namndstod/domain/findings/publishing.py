"""Rules about what goes out to everybody: secrecy and personuppgifter (law.md 41, 42)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..editions import Edition, edition_of
from ..items import DocumentView
from ..masking import Words
from ..personal_data import Official, PersonalData, PersonalKind, find_personal, phone_digits
from ..records import SECTION_ROLES, MarkKind, TextRole
from ..swedish import NBSP, number_ranges
from ..view import MeetingView
from .engine import Rule, judge_all
from .finding import Finding, Mend, MendKind, Place, Severity, Step
from .secrecy import mark_lost
from .sections import named
from .writing import PART_NAMES

_SOURCE = "KL 8 kap. 10 § 4 p., dataskyddsförordningen"
_CONTACT = {
    PersonalKind.EMAIL: "en e-postadress",
    PersonalKind.PHONE: "ett telefonnummer",
    PersonalKind.SOLE_TRADER: "ett organisationsnummer som är någons personnummer",
}


@dataclass(frozen=True, slots=True)
class _Spot:
    """Words that the public edition shows: what is searched, and where a find is mended."""

    text: str
    where: str  # «§ 44, Beslut», «”Ansökan” s. 3»
    place: Place
    document: DocumentView | None = None
    page: int = 0


def personal_number(view: MeetingView, today: date) -> Iterator[Finding]:
    """A version for the web holds no personnummer (rule 41). `view` is the public edition."""
    for spot, found in _finds(view, today):
        if found.kind is PersonalKind.IDENTITY_NUMBER:
            message = f"Möjligt personnummer på s.{NBSP}{spot.page}. Maskera."
            if spot.document is None:
                message = f"Möjligt personnummer i {spot.where}. Maskera."
            else:
                message = f"”{spot.document.document.title}”: {message}"
            yield _finding("personal_number", Severity.BLOCK, spot, found, message)


def private_contact(view: MeetingView, today: date) -> Iterator[Finding]:
    """Addresses and numbers of private persons stand on the web only for a reason (rule 41)."""
    for spot, found in _finds(view, today):
        if found.kind in _CONTACT:
            message = f"{_CONTACT[found.kind].capitalize()} i {spot.where}: tillhör det en privatperson?"
            yield _finding("private_contact", Severity.WARN, spot, found, message)


def gender_column(view: MeetingView, today: date) -> Iterator[Finding]:
    """A column «Kön» says something of each person (rule 41)."""
    for spot, found in _finds(view, today):
        if found.kind is PersonalKind.GENDER:
            message = f"”Kön” i {spot.where}: ska det stå på webben?"
            yield _finding("gender_column", Severity.WARN, spot, found, message)


def protected_person(view: MeetingView, today: date) -> Iterator[Finding]:
    """Somebody has skyddade personuppgifter: everything about that person is looked at."""
    for spot, found in _finds(view, today):
        if found.kind is PersonalKind.PROTECTED:
            message = f"Skyddade personuppgifter nämns i {spot.where}. Granska allt om personen."
            yield _finding("protected_person", Severity.WARN, spot, found, message)


def masked_elsewhere(view: MeetingView, today: date) -> Iterator[Finding]:
    """Words that are taken out of our own texts stand in no attachment either."""
    words = Words(view.withheld_words)
    for spot in _pages(view):
        if spot.document is not None and words.spans(spot.text):
            yield Finding(
                "masked_elsewhere",
                Severity.BLOCK,
                spot.place,
                f"{spot.where}: där står ord som är maskerade i texterna. Undanta sidan.",
                "OSL; dataskyddsförordningen",
                (_withhold(spot),),
                subject=f"{spot.document.document.id}:{spot.page}",
            )


def pages_not_searched(view: MeetingView, today: date) -> Iterator[Finding]:
    """A page without text, a scanned one, can only be searched by eye."""
    for item in view.items:
        for document in item.documents:
            blind = [n for n, text in _shown_pages(document) if not text.strip()]
            if blind or (not document.page_texts and not document.withheld):
                pages = f"s.{NBSP}{number_ranges(blind)}" if blind else "sidorna"
                yield Finding(
                    "pages_not_searched",
                    Severity.WARN,
                    Place(Step.PAPERS, item_id=item.item.id, document_id=document.document.id),
                    f"”{document.document.title}”: {pages} har ingen text att söka i. Granska själv.",
                    _SOURCE,
                )


def secret_left_out(view: MeetingView, today: date) -> Iterator[Finding]:
    """A secret § keeps its number and a neutral heading in the public version, and nothing else (rule 42)."""
    for section in view.sections if view.held else ():
        if section.secret:
            yield Finding(
                "secret_left_out",
                Severity.BLOCK,
                Place(Step.MINUTES, section_id=section.section.id),
                f"{named(section)} är sekretessmarkerad och tas inte med i webbversionen.",
                "praxis",
            )


def lost_before_publishing(view: MeetingView, today: date) -> Iterator[Finding]:
    """As `mark_lost`, but nothing is published before it is mended."""
    yield from mark_lost(view, today, Severity.BLOCK)


# --- what is searched -----------------------------------------------------------------------------------


def _finds(view: MeetingView, today: date) -> Iterator[tuple[_Spot, PersonalData]]:
    official = _official(view)
    for spot in (*_texts(view), *_pages(view)):
        for found in find_personal(spot.text, today, official):
            yield spot, found


def _official(view: MeetingView) -> Official:
    """Return the addresses of the authority itself: the secretary's, and the letterhead's."""
    meeting, head = view.meeting, view.customs.letterhead
    domains = {meeting.secretary_email.rpartition("@")[2], head.website.removeprefix("www.")}
    phones = {phone_digits(meeting.secretary_phone)}
    return Official(frozenset(d.casefold() for d in domains if d), frozenset(p for p in phones if p))


def _texts(view: MeetingView) -> Iterator[_Spot]:
    """Everything that our own papers say; in a meeting that is held also what its §§ say."""
    for item in view.items:
        id, number = item.item.id, item.item.number
        for role in TextRole:
            for draft in item.text(role):
                text = "\n".join("\t".join(row) for row in draft.rows) or draft.text
                at = Place(Step.CALL, item_id=id, role=role)
                yield _Spot(text, f"ärende{NBSP}{number}, {PART_NAMES[role]}", at)
        at = Place(Step.CALL, item_id=id)
        named_here = (item.item.title, *item.item.presenters, *(r.name for r in item.recipients))
        told = (f"{d.diary_number} {d.kind} {d.recipient} {d.branch} {d.note}" for d in item.delegated)
        yield _Spot("\n".join((*named_here, *told)), f"uppgifterna om ärende{NBSP}{number}", at)
        for document in item.documents:
            at = Place(Step.PAPERS, item_id=id, document_id=document.document.id)
            yield _Spot(document.document.title, f"titeln på en handling i ärende{NBSP}{number}", at)
    for section in view.sections if view.held else ():
        for role in SECTION_ROLES:
            at = Place(Step.MINUTES, section_id=section.section.id, role=role)
            for draft in section.parts[role].drafts:
                text = "\n".join("\t".join(row) for row in draft.rows) or draft.text
                yield _Spot(text, f"{named(section)}, {PART_NAMES[role]}", at)
        heading = section.section.heading
        at = Place(Step.MINUTES, section_id=section.section.id)
        yield _Spot(heading, f"rubriken till {named(section)}", at)
    meeting = view.meeting
    around = (meeting.place, *meeting.notices, *meeting.others_present, *view.customs.notices)
    yield _Spot("\n".join(around), "uppgifterna om sammanträdet", Place(Step.CALL))
    for correction in view.corrections:
        at = Place(Step.APPROVAL, section_id=correction.section_id)
        yield _Spot(f"{correction.wrong}\n{correction.right}", "en rättelse", at)


def _pages(view: MeetingView) -> Iterator[_Spot]:
    for item in view.items:
        for document in item.documents:
            at = Place(Step.PAPERS, item_id=item.item.id, document_id=document.document.id)
            for number, text in _shown_pages(document):
                where = f"”{document.document.title}” s.{NBSP}{number}"
                yield _Spot(text, where, at, document, number)


def _shown_pages(document: DocumentView) -> Iterator[tuple[int, str]]:
    """Yield number and text of the pages that the edition shows."""
    if not document.withheld:
        yield from ((n, t) for n, t in enumerate(document.page_texts, 1) if n not in document.left_out)


def _finding(code: str, severity: Severity, spot: _Spot, found: PersonalData, message: str) -> Finding:
    subject = f"{spot.where}:{found.kind}:{found.start}"
    return Finding(code, severity, spot.place, message, _SOURCE, _mends(spot, found), subject)


def _mends(spot: _Spot, found: PersonalData) -> tuple[Mend, ...]:
    if spot.document is not None:
        return (_withhold(spot),)
    place = spot.place
    if place.role is None or found.kind is PersonalKind.GENDER:
        return ()
    words = spot.text[found.start : found.end]
    owner = (place.item_id or "", place.section_id or "")
    return (Mend("Maskera", MendKind.MASK, (*owner, place.role.value, words, MarkKind.PERSONAL.value)),)


def _withhold(spot: _Spot) -> Mend:
    document = spot.place.document_id or ""
    return Mend("Undanta sidan", MendKind.WITHHOLD_PAGES, (document, str(spot.page)))


# --- all of them ----------------------------------------------------------------------------------------

PUBLISHING: tuple[Rule, ...] = (
    Rule("personal_number", personal_number),
    Rule("masked_elsewhere", masked_elsewhere),
    Rule("mark_lost", lost_before_publishing),
    Rule("secret_left_out", secret_left_out),
    Rule("protected_person", protected_person),
    Rule("private_contact", private_contact),
    Rule("gender_column", gender_column),
    Rule("pages_not_searched", pages_not_searched),
)
"""What is looked for before a public edition is made (rules 41, 42)."""


def check_publishing(view: MeetingView, today: date) -> tuple[Finding, ...]:
    """Return what stands in the way of a public edition of a meeting, or is to be known of it.

    The documents' `page_texts` are searched where they have been read; marks that were lost are told too.
    """
    public = replace(edition_of(view, Edition.PUBLIC), lost_marks=view.lost_marks)
    return judge_all(public, today, PUBLISHING)


def refusing(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that must be mended before a public edition is made.

    That a secret § is left out stands in no way: it is what the edition does.
    """
    return tuple(f for f in found if f.severity is Severity.BLOCK and f.code != "secret_left_out")
