"""Rules about the supporting documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..editions import shown_title
from ..records import ConversionState, ItemKind
from ..view import MeetingView
from .finding import Finding, Mend, MendKind, Place, Severity, Step


def no_documents(view: MeetingView, today: date) -> Iterator[Finding]:
    """A matter to decide has beslutsunderlag."""
    if view.held:
        return
    for item in view.items:
        if item.item.kind is ItemKind.DECISION and not item.documents and item.memorandum is None:
            yield Finding(
                "no_documents",
                Severity.WARN,
                Place(Step.PAPERS, item_id=item.item.id),
                f"Ärende {item.item.number}, {shown_title(item)}: inga handlingar är bifogade.",
                "praxis",
            )


def not_turned_into_pages(view: MeetingView, today: date) -> Iterator[Finding]:
    """Every document has pages in the packet, or a page that says why not."""
    for item in view.items:
        for document in item.documents:
            conversion = document.conversion
            if conversion is None or conversion.state is ConversionState.DONE:
                continue
            yield Finding(
                "not_turned_into_pages",
                Severity.WARN,
                Place(Step.PAPERS, item_id=item.item.id, document_id=document.document.id),
                f"”{document.document.original_name}”: {conversion.message}",
                "handlingen finns kvar i pärmen",
                (Mend("Försök igen", MendKind.CONVERT_AGAIN, (document.file.sha256,)),),
            )


def pages_leave_out(view: MeetingView, today: date) -> Iterator[Finding]:
    """What the pages of a document leave out is told: a drawn object, a comment, a hidden sheet."""
    for item in view.items:
        for document in item.documents:
            conversion = document.conversion
            if conversion is None or conversion.state is not ConversionState.DONE or not conversion.message:
                continue
            yield Finding(
                "pages_leave_out",
                Severity.INFORM,
                Place(Step.PAPERS, item_id=item.item.id, document_id=document.document.id),
                f"”{document.document.original_name}”: {conversion.message}",
                "handlingen finns kvar i pärmen",
            )


def not_accessible(view: MeetingView, today: date) -> Iterator[Finding]:
    """What is published can be read with a screen reader; a document that cannot is named with the reason."""
    for item in view.items:
        for document in item.documents:
            conversion = document.conversion
            if (
                conversion is None
                or conversion.state is not ConversionState.DONE
                or not conversion.inaccessible
            ):
                continue
            yield Finding(
                "not_accessible",
                Severity.INFORM,
                Place(Step.PAPERS, item_id=item.item.id, document_id=document.document.id),
                f"”{document.document.original_name}” kan inte läsas med skärmläsare: "
                f"{conversion.inaccessible}.",
                "lag (2018:1937) om tillgänglighet till digital offentlig service",
            )
