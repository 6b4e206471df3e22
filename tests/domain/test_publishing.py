"""What is looked for before a public edition is made: each rule broken and kept (law.md 41, 42)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from namndstod.domain.findings import Finding, MendKind, Severity
from namndstod.domain.findings.publishing import PUBLISHING, check_publishing, refusing
from namndstod.domain.items import ItemView
from namndstod.domain.marks import with_mark
from namndstod.domain.personal_data import Official, PersonalKind, find_personal, phone_digits
from namndstod.domain.records import BlockKind, ConversionState, MarkKind, Meeting, TextRole
from namndstod.domain.texts import Draft
from namndstod.domain.view import MeetingView

from .factory import DAY, block, item, meeting
from .secrecy import held, with_lost_mark

NUMBER = "640823-3234"  # of nobody: the example of SKV 704
COORDINATION = "701063-2391"  # likewise


def saying(text: str) -> MeetingView:
    bare = item(1, "Medel", dnr="27RG1", clauses=("bevilja medel.",))
    return meeting(replace(bare, blocks=(*bare.blocks, block(text, TextRole.SUMMARY))))


def attached(*pages: str, **document: object) -> MeetingView:
    bare = item(1, "Medel", dnr="27RG1", clauses=("bevilja medel.",), documents=(ConversionState.DONE,))
    shown = bare.documents[0]
    fields: dict[str, object] = document
    record = replace(shown.document, **fields)  # type: ignore[arg-type]
    return meeting(replace(bare, documents=(replace(shown, document=record, page_texts=pages),)))


def masked_but_attached(*pages: str) -> MeetingView:
    view = attached(*pages)
    shown = view.items[0]
    draft = with_mark(Draft(BlockKind.PARAGRAPH, "Stöd till Rut Alm i Vik."), MarkKind.PERSONAL, [(10, 23)])
    told = replace(block(draft.text, TextRole.SUMMARY), marks=draft.marks)
    return replace(view, items=(replace(shown, blocks=(*shown.blocks, told)),))


def found(view: MeetingView, code: str) -> list[Finding]:
    return [f for f in check_publishing(view, DAY) if f.code == code]


Case = tuple[Callable[[], MeetingView], Callable[[], MeetingView], Severity]
CASES: dict[str, Case] = {
    "personal_number": (
        lambda: saying(f"Stöd till {NUMBER}."),
        lambda: saying("Dnr 20RS263"),
        Severity.BLOCK,
    ),
    "masked_elsewhere": (
        lambda: masked_but_attached("Stöd till Rut\nAlm i Vik"),
        lambda: masked_but_attached("Stöd till någon"),
        Severity.BLOCK,
    ),
    "mark_lost": (with_lost_mark, held, Severity.BLOCK),
    "secret_left_out": (lambda: held(secret=True), held, Severity.BLOCK),
    "protected_person": (lambda: saying("Hon har skyddad identitet."), lambda: saying("Hon"), Severity.WARN),
    "private_contact": (
        lambda: saying("Svara till rut@mejl.example."),
        lambda: saying("Svara oss på 010-123 45 67."),
        Severity.WARN,
    ),
    "gender_column": (lambda: attached("Dnr\nKön\nOrt"), lambda: attached("Könsfördelning"), Severity.WARN),
    "pages_not_searched": (lambda: attached("Text", " "), lambda: attached("Text", "Mer"), Severity.WARN),
}


@pytest.mark.parametrize("code", [rule.code for rule in PUBLISHING])
def test_each_rule_is_broken_and_kept(code: str) -> None:
    broken, kept, severity = CASES[code]
    hits = found(broken(), code)
    assert [f.severity for f in hits] == [severity]
    assert hits[0].source
    assert found(kept(), code) == []


def test_a_personnummer_on_a_page_is_told_by_its_page_and_the_page_can_be_left_out() -> None:
    (finding,) = found(attached("Ingenting.", f"Sökande: 19{NUMBER}"), "personal_number")
    assert finding.message.replace("\u00a0", " ").endswith("Möjligt personnummer på s. 2. Maskera.")
    assert NUMBER not in finding.message
    assert finding.mends[0].kind is MendKind.WITHHOLD_PAGES
    assert found(attached("", f"Sökande: {NUMBER}", withheld_pages=(2,)), "personal_number") == []
    assert found(attached(f"Sökande: {NUMBER}", personal=True), "personal_number") == []


def test_what_is_masked_is_no_longer_found() -> None:
    view = saying(f"Stöd till {NUMBER}.")
    shown: ItemView = view.items[0]
    marked = tuple(
        replace(b, marks=with_mark(Draft(b.kind, b.text), MarkKind.PERSONAL, [(10, 21)]).marks)
        if NUMBER in b.text
        else b
        for b in shown.blocks
    )
    assert found(replace(view, items=(replace(shown, blocks=marked),)), "personal_number") == []


def test_only_what_must_be_mended_refuses_and_a_secret_section_does_not() -> None:
    assert [
        f.code for f in refusing(check_publishing(saying(f"Till {NUMBER}, ring 070-123 45 67"), DAY))
    ] == ["personal_number"]
    assert refusing(check_publishing(held(secret=True), DAY)) == ()


def test_the_secretarys_own_address_is_no_private_one() -> None:
    view = saying("Frågor: ines@granbygden.example, 0480-12 34 56")
    official: Meeting = replace(
        view.meeting, secretary_email="ines@granbygden.example", secretary_phone="0480-123 456"
    )
    assert len(found(view, "private_contact")) == 2
    assert found(replace(view, meeting=official), "private_contact") == []


# --- what counts as personuppgifter --------------------------------------------------------------------


NOBODY = Official()


def kinds(text: str, official: Official = NOBODY) -> list[str]:
    return [f.kind.value for f in find_personal(text, date(2027, 5, 13), official)]


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        NUMBER.replace("-", ""),
        f"19{NUMBER}",
        f"19{NUMBER}".replace("-", ""),
        NUMBER.replace("-", "+"),
        NUMBER.replace("-", "\u2011"),
        f"19{NUMBER}".replace("-", " "),
        f"Personnr.{NUMBER}",
        f"({NUMBER})",
        f"{NUMBER},",
        COORDINATION,
        "640823-\n3234",
    ],
)
def test_personnummer_and_samordningsnummer_are_found(text: str) -> None:
    assert kinds(text) == ["identity_number"]


@pytest.mark.parametrize(
    "text",
    [
        "20RS263",
        "RUN/430/2018",
        "KU.2017.3",
        "00322/2026",
        "4 111 981 kronor",
        "640823-3235",  # the check digit is wrong
        "641323-3234",
        "20990823-3236",
        "556036-0793",  # an organisationsnummer: its third digit is 2 or more
        "2020-02-14",
        "den 14 februari 2020 kl. 10.00–15.00",
        "2021-09-01 – 2024-08-31",
        "bankgiro 5050-1055",
        f"A{NUMBER}",
        f"{NUMBER}7",
        "1 200 000 2 050 000",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_a_sole_traders_number_is_shown_as_such() -> None:
    assert kinds(f"org.nr {NUMBER}") == ["sole_trader"]
    assert kinds("Organisationsnummer: 556036-0793") == []


@pytest.mark.parametrize("text", ["070-123 45 67", "0701234567", "+46 70 123 45 67", "0480-12 34 56"])
def test_phone_numbers_are_found(text: str) -> None:
    assert kinds(text) == [PersonalKind.PHONE]
    assert kinds(text, Official(phones=frozenset({phone_digits(text)}))) == []


def test_addresses_of_the_authority_are_its_own() -> None:
    own = Official(frozenset({"granbygden.example"}))
    assert kinds("a@post.granbygden.example", own) == []
    assert kinds("a@ickegranbygden.example", own) == ["email"]
