"""The tables of a binder: one per record type, then those of the binder itself and of its journal.

A record's columns stand in the order of its fields; the codec reads rows by position. Names and titles
are compared in Swedish order. `REVISION` is the migration that makes exactly these tables; a test
compares the two.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from namndstod.domain import delegation as d
from namndstod.domain import proceedings as p
from namndstod.domain import records as r
from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.phrase_bank import Phrase

REVISIONS: Final = ("0001", "0002", "0003", "0004")  # every revision that ever was, oldest first
REVISION: Final = REVISIONS[-1]

SWEDISH: Final = "swedish"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=null)


def _swedish(name: str) -> Column[Any]:
    return Column(name, Text(collation=SWEDISH), nullable=False)


def _number(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=null)


def _flag(name: str) -> Column[Any]:
    """A yes or no; no where an older row says nothing."""
    return Column(name, Integer, nullable=False, server_default="0")


def _later_text(name: str, value: str) -> Column[Any]:
    """A text that came with a later revision, with what older rows mean."""
    return Column(name, Text, nullable=False, server_default=value)


def _secrecy() -> tuple[Column[Any], ...]:
    """What keeps an item or a § out of public editions."""
    return _flag("secret"), _later_text("secrecy_ground", ""), _later_text("neutral_heading", "")


def _ref(name: str, table: str, *, null: bool = False) -> Column[Any]:
    """A reference to another record. Nothing cascades: what hangs on a record is removed by name."""
    return Column(name, Text, ForeignKey(f"{table}.id"), nullable=null, index=True)


def _record(name: str, *parts: Any) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True, nullable=False),
        Column("version", Integer, nullable=False),
        *parts,
    )


def _sha(column: str) -> CheckConstraint:
    return CheckConstraint(f"length({column}) = 64", f"{column}_is_sha256")


# --- bodies and people -------------------------------------------------------------------------------

body = _record(
    "body",
    _text("kind"),
    _ref("parent_id", "body", null=True),
    CheckConstraint("parent_id <> id", "not_its_own_parent"),
)
body_term = _record(
    "body_term",
    _ref("body_id", "body"),
    _text("valid_from"),
    _swedish("name"),
    _number("seats"),
    _swedish("short_name"),
    _text("customs"),
    CheckConstraint("seats >= 0", "seats"),
)
person = _record("person", _swedish("given_name"), _swedish("surname"), _text("email"), _text("phone"))
mandate = _record(
    "mandate",
    _ref("person_id", "person"),
    _ref("body_id", "body"),
    _text("role"),
    _swedish("party"),
    _text("valid_from"),
    _text("valid_to", null=True),
    _number("seat", null=True),
    _number("elected_order"),
    _ref("personal_for", "person", null=True),
    CheckConstraint("valid_to >= valid_from", "from_before_to"),
)

# --- matters and meetings ----------------------------------------------------------------------------

matter = _record(
    "matter",
    _swedish("title"),
    _swedish("diary_number"),
    _swedish("external_diary_number"),
    Column("kind", Text, nullable=False, server_default="ordinary", index=True),
    _text("received", null=True),
    _text("answer_by", null=True),
)
meeting = _record(
    "meeting",
    _ref("body_id", "body"),
    Column("day", Text, nullable=False, index=True),
    _text("end_day", null=True),
    _text("starts", null=True),
    _text("ends", null=True),
    _swedish("place"),
    _text("state"),
    _swedish("secretary"),
    _text("secretary_title"),
    _text("secretary_email"),
    _text("secretary_phone"),
    _text("group_meetings"),
    _text("notices"),
    _text("others_present"),
    _text("called_at", null=True),
    _text("opened_at", null=True),
    _text("closed_at", null=True),
    _text("approval_place"),
    _text("approval_date", null=True),
    _text("sent_for_signing", null=True),
    _later_text("withdrawn_because", ""),
    CheckConstraint("end_day >= day", "ends_after_it_begins"),
)
agenda_item = _record(
    "agenda_item",
    _ref("meeting_id", "meeting"),
    _number("number"),
    _text("kind"),
    _swedish("title"),
    _text("purpose", null=True),
    _ref("matter_id", "matter", null=True),
    _text("presenters"),
    _flag("authority"),
    _flag("staff_excluded"),
    *_secrecy(),
    _ref("carried_from", "agenda_item", null=True),
)
section = _record(
    "section",
    _ref("meeting_id", "meeting"),
    _ref("body_id", "body"),
    _number("year"),
    _number("position"),
    _swedish("heading"),
    _ref("item_id", "agenda_item", null=True),
    _number("number", null=True),
    _text("state"),
    _text("outcome", null=True),
    _ref("initiative_by", "person", null=True),
    _flag("closed_doors"),
    _flag("immediate"),
    _text("approved", null=True),
    _later_text("appeal", "legality"),
    *_secrecy(),
    UniqueConstraint("body_id", "year", "number"),
    CheckConstraint("number > 0", "number_is_positive"),
)

# --- texts -------------------------------------------------------------------------------------------

text_block = _record(
    "text_block",
    _text("role"),
    _text("kind"),
    _number("position"),
    _ref("item_id", "agenda_item", null=True),
    _ref("section_id", "section", null=True),
    _ref("parent_id", "text_block", null=True),
    _text("generated", null=True),
    _text("edited", null=True),
    _text("fingerprint", null=True),
    _text("marks"),
    _text("rows"),
    CheckConstraint("(item_id IS NULL) <> (section_id IS NULL)", "of_an_item_or_of_a_section"),
    CheckConstraint("parent_id <> id", "not_its_own_parent"),
)
lost_mark = _record("lost_mark", _ref("section_id", "section"), _text("role"), _text("kind"), _text("words"))

# --- presence, documents, papers ---------------------------------------------------------------------

presence_event = _record(
    "presence_event",
    _ref("meeting_id", "meeting"),
    _ref("person_id", "person"),
    _text("kind"),
    _number("position"),
    _ref("serves_for_id", "person", null=True),
    _text("anchor"),
    _ref("section_id", "section", null=True),
    _text("at", null=True),
    _later_text("reason", ""),
    CheckConstraint("serves_for_id IS NULL OR kind = 'serves_for'", "only_who_serves_takes_a_seat"),
)
stored_file = _record(
    "stored_file",
    _text("sha256"),
    _number("size"),
    _text("media_type"),
    UniqueConstraint("sha256"),
    _sha("sha256"),
    CheckConstraint("size >= 0", "size"),
)
supporting_document = _record(
    "supporting_document",
    _ref("item_id", "agenda_item"),
    _ref("file_id", "stored_file"),
    _number("position"),
    _swedish("title"),
    _text("original_name"),
    _text("added_by"),
    _text("added_at"),
    _text("secrecy_ground", null=True),
    _flag("personal"),
    _later_text("withheld_pages", "[]"),
)
memorandum = _record(
    "memorandum",
    _ref("item_id", "agenda_item"),
    _text("unit"),
    _text("officer"),
    _text("day", null=True),
    _text("signatory"),
    _text("signatory_title"),
    _ref("document_id", "supporting_document", null=True),
    UniqueConstraint("item_id"),
)
recipient = _record(
    "recipient",
    _ref("item_id", "agenda_item"),
    _number("position"),
    _swedish("name"),
    _text("manner"),
    _later_text("address", ""),
    _flag("party"),
)
approver = _record(
    "approver",
    _ref("meeting_id", "meeting"),
    _number("position"),
    _ref("person_id", "person"),
    _ref("substitute_id", "person", null=True),
)
paper = _record(
    "paper",
    _ref("meeting_id", "meeting"),
    _text("kind"),
    _text("pdf_sha"),
    _number("pages"),
    _text("made_at"),
    _text("tree_sha", null=True),
    _later_text("of", "[]"),
    _later_text("edition", ""),
    _text("manifest_sha", null=True),
    _sha("pdf_sha"),
    _sha("tree_sha"),
    CheckConstraint("pages >= 0", "pages"),
)
dispatch = _record(
    "dispatch",
    _ref("meeting_id", "meeting"),
    _ref("section_id", "section"),
    _swedish("recipient"),
    _text("manner"),
    _text("address"),
    _text("sent", null=True),
    _text("by"),
    _ref("paper_id", "paper", null=True),
    _flag("party"),
)
signed_file = _record(
    "signed_file",
    _ref("meeting_id", "meeting"),
    _ref("paper_id", "paper"),
    _text("file_sha"),
    _text("taken_in_at"),
    _flag("same_document"),
    _text("problem"),
    _text("signers"),
    _sha("file_sha"),
)

# --- delegation --------------------------------------------------------------------------------------

delegated_decision = _record(
    "delegated_decision",
    _ref("body_id", "body"),
    _number("position"),
    _swedish("diary_number"),
    _swedish("kind"),
    _swedish("recipient"),
    _flag("personal"),
    _swedish("branch"),
    _text("gender"),
    _swedish("municipality"),
    _number("amount", null=True),
    _swedish("decided_by"),
    _text("decided_by_title"),
    _text("decided_on", null=True),
    _text("point"),
    _ref("item_id", "agenda_item", null=True),
)
decision_letter = _record(
    "decision_letter",
    _ref("decision_id", "delegated_decision"),
    _text("day", null=True),
    _text("unit"),
    _text("officer"),
    _text("recipient"),
    _text("heading"),
    _text("applied_for"),
    _text("decision"),
    _number("share_percent", null=True),
    _number("max_amount", null=True),
    _text("period_from", null=True),
    _text("period_to", null=True),
    _text("conditions"),
    _text("summary"),
    _text("reasons"),
    _text("description"),
    _text("costs"),
    _text("financing"),
    _text("signers"),
    UniqueConstraint("decision_id"),
)

# --- proceedings -------------------------------------------------------------------------------------

adjournment = _record(
    "adjournment",
    _ref("meeting_id", "meeting"),
    _text("began"),
    _text("ended", null=True),
    _ref("section_id", "section", null=True),
    _text("anchor"),
    _text("purpose"),
)
motion = _record(
    "motion",
    _ref("section_id", "section"),
    _number("position"),
    _text("kind"),
    _text("movers"),
    _text("supporters"),
    _text("on"),
    _text("clauses"),
    _text("authors"),
    _text("handed_in", null=True),
    _ref("document_id", "supporting_document", null=True),
    _ref("second_hand_of", "motion", null=True),
    _flag("withdrawn"),
)
proposition = _record(
    "proposition",
    _ref("section_id", "section"),
    _number("position"),
    _text("kind"),
    _text("options"),
    _text("carried", null=True),
    _flag("vote_requested"),
    _ref("requested_by", "person", null=True),
    _flag("after_gavel"),
)
vote = _record(
    "vote",
    _ref("section_id", "section"),
    _ref("proposition_id", "proposition", null=True),
    _text("yes"),
    _text("no"),
    _flag("closed"),
    _text("counts"),
    _number("blank"),
    _number("invalid"),
    _text("casting", null=True),
    _text("lot", null=True),
    _flag("minority"),
    CheckConstraint("blank >= 0 AND invalid >= 0", "counts"),
)
ballot = _record(
    "ballot",
    _ref("section_id", "section"),
    _ref("vote_id", "vote"),
    _ref("person_id", "person"),
    _text("choice"),
    _number("position"),
)
reservation = _record(
    "reservation",
    _ref("section_id", "section"),
    _number("position"),
    _text("persons"),
    _text("option", null=True),
    _text("words"),
    _flag("written"),
    _number("appendix", null=True),
    _text("received", null=True),
    _flag("late"),
)
remark = _record(
    "remark",
    _ref("section_id", "section"),
    _number("position"),
    _text("kind"),
    _text("persons"),
    _text("parties"),
    _text("words"),
    _text("dated", null=True),
    _number("appendix", null=True),
    _number("permitted", null=True),
)
non_participation = _record("non_participation", _ref("section_id", "section"), _ref("person_id", "person"))
assignment = _record(
    "assignment",
    _ref("section_id", "section"),
    _number("position"),
    _text("to"),
    _text("what"),
    _text("due", null=True),
    _text("done", null=True),
)
reply = _record(
    "reply",
    _ref("meeting_id", "meeting"),
    _ref("person_id", "person"),
    _flag("absent"),
    _text("from_at", null=True),
    _text("until_at", null=True),
    _text("summons"),
    _ref("serves_for_id", "person", null=True),
    _flag("remote"),
    _text("diet"),
    _text("note"),
    UniqueConstraint("meeting_id", "person_id"),
)
draft_note = _record(
    "draft_note",
    _ref("meeting_id", "meeting"),
    _ref("section_id", "section"),
    _ref("person_id", "person"),
    _text("words"),
    _flag("settled"),
)
signature = _record(
    "signature",
    _ref("meeting_id", "meeting"),
    _ref("person_id", "person"),
    _text("signed", null=True),
    _text("refused"),
    _text("reason"),
    UniqueConstraint("meeting_id", "person_id"),
)
notice = _record(
    "notice",
    _ref("meeting_id", "meeting"),
    _text("sections"),
    _text("approved", null=True),
    _text("posted", null=True),
    _text("taken_down", null=True),
)
correction = _record(
    "correction",
    _ref("meeting_id", "meeting"),
    _ref("section_id", "section", null=True),
    _text("day"),
    _text("wrong"),
    _text("right"),
    _text("person"),
)
waiver = _record(
    "waiver",
    _ref("meeting_id", "meeting"),
    _text("code"),
    _text("subject"),
    _text("reason"),
    UniqueConstraint("meeting_id", "code", "subject"),
)

# --- phrase bank and archive -------------------------------------------------------------------------

phrase = _record(
    "phrase",
    _swedish("text"),
    _number("position"),
    _text("role", null=True),
    _ref("body_id", "body", null=True),
)
archived_minutes = _record(
    "archived_minutes",
    _swedish("body_name"),
    _ref("file_id", "stored_file"),
    _text("name"),
    _text("day", null=True),
    _ref("body_id", "body", null=True),
)
archived_section = _record(
    "archived_section",
    _ref("minutes_id", "archived_minutes"),
    _number("number"),
    _swedish("title"),
    Column("diary_number", Text(collation=SWEDISH), nullable=False, index=True),
    _text("decision"),
    _text("text"),
    _flag("secret"),
)

setting = _record("setting", _text("key"), _text("value"), UniqueConstraint("key"))

# --- derived: can be made again, never journalled -----------------------------------------------------

conversion = _record(
    "conversion",
    Column("sha256", Text, nullable=False, index=True),
    _text("state"),
    _text("converter"),
    _text("converter_version"),
    _number("pages"),
    _text("pdf_sha", null=True),
    _text("message"),
    _text("inaccessible", null=True),
    _sha("sha256"),
    CheckConstraint("pages >= 0", "pages"),
)

# --- the binder and its journal ----------------------------------------------------------------------

binder = Table(
    "binder",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    _swedish("name"),
    _text("created_at"),
    Column("copy_id", Text, ForeignKey("binder_copy.id"), nullable=False),  # which copy this one is
)
binder_copy = Table(
    "binder_copy",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    _text("label"),
    _text("created_at"),
)
journal_entry = Table(
    "journal_entry",
    metadata,
    Column("sequence", Integer, primary_key=True, nullable=False),  # order of arrival in this copy
    Column("copy_id", Text, ForeignKey("binder_copy.id"), nullable=False),
    _number("number"),  # 1, 2, 3 … within the copy that made the entry
    _text("operation"),
    _text("label"),
    _text("person"),
    _text("at"),
    _text("scopes"),
    _text("kind"),
    _text("refers_to"),
    _text("coalesce", null=True),
    _number("barrier"),
    _text("erases"),
    _text("digests"),
    _text("previous"),
    _text("hash"),
    UniqueConstraint("copy_id", "number"),
    CheckConstraint("kind IN ('do', 'undo', 'redo')", "kind"),
    Index(None, "copy_id", "person", "number"),
    Index(None, "barrier", "sequence"),
)
journal_image = Table(
    "journal_image",
    metadata,
    Column("copy_id", Text, primary_key=True, nullable=False),
    Column("number", Integer, primary_key=True, nullable=False),
    Column("position", Integer, primary_key=True, nullable=False),  # 0: the operation's arguments
    _text("kind"),
    _text("record_id"),
    _text("before", null=True),
    _text("after", null=True),
    _text("salt"),
    ForeignKeyConstraint(["copy_id", "number"], ["journal_entry.copy_id", "journal_entry.number"]),
    Index(None, "kind", "record_id"),
)

# --- which table keeps which record ------------------------------------------------------------------

TABLES: Final[dict[type[r.Record], Table]] = {
    r.Body: body,
    r.BodyTerm: body_term,
    r.Person: person,
    r.Mandate: mandate,
    r.Matter: matter,
    r.Meeting: meeting,
    r.AgendaItem: agenda_item,
    r.Section: section,
    r.TextBlock: text_block,
    r.LostMark: lost_mark,
    r.PresenceEvent: presence_event,
    r.StoredFile: stored_file,
    r.SupportingDocument: supporting_document,
    r.Memorandum: memorandum,
    r.Recipient: recipient,
    r.Approver: approver,
    r.Paper: paper,
    r.Dispatch: dispatch,
    r.SignedFile: signed_file,
    d.DelegatedDecision: delegated_decision,
    d.DecisionLetter: decision_letter,
    p.Adjournment: adjournment,
    p.Motion: motion,
    p.Proposition: proposition,
    p.Vote: vote,
    p.Ballot: ballot,
    p.Reservation: reservation,
    p.Remark: remark,
    p.NonParticipation: non_participation,
    p.Assignment: assignment,
    p.Reply: reply,
    p.DraftNote: draft_note,
    p.Signature: signature,
    p.Notice: notice,
    p.Correction: correction,
    p.Waiver: waiver,
    Phrase: phrase,
    ArchivedMinutes: archived_minutes,
    ArchivedSection: archived_section,
    r.Setting: setting,
    r.Conversion: conversion,
}
DERIVED: Final[frozenset[type[r.Record]]] = frozenset({r.Conversion})
KINDS: Final[dict[str, type[r.Record]]] = {table.name: kind for kind, table in TABLES.items()}

# The order in which a list of records comes; `id` settles what is left, so that it never changes by itself.
ORDER: Final[dict[type[r.Record], tuple[str, ...]]] = {
    r.Body: ("parent_id",),
    r.BodyTerm: ("body_id", "valid_from"),
    r.Person: ("surname", "given_name"),
    r.Mandate: ("body_id", "elected_order", "valid_from"),
    r.Matter: ("diary_number", "title"),
    r.Meeting: ("day", "starts"),
    r.AgendaItem: ("meeting_id", "number"),
    r.Section: ("year", "meeting_id", "position"),
    r.TextBlock: ("item_id", "section_id", "position"),
    r.LostMark: ("section_id", "role"),
    r.PresenceEvent: ("meeting_id", "position"),
    r.StoredFile: ("sha256",),
    r.SupportingDocument: ("item_id", "position"),
    r.Memorandum: ("item_id",),
    r.Recipient: ("item_id", "position"),
    r.Approver: ("meeting_id", "position"),
    r.Paper: ("meeting_id", "made_at"),
    r.Dispatch: ("meeting_id", "section_id", "recipient"),
    r.SignedFile: ("meeting_id", "taken_in_at"),
    d.DelegatedDecision: ("body_id", "item_id", "position"),
    d.DecisionLetter: ("decision_id",),
    p.Adjournment: ("meeting_id", "began"),
    p.Motion: ("section_id", "position"),
    p.Proposition: ("section_id", "position"),
    p.Vote: ("section_id", "proposition_id"),
    p.Ballot: ("vote_id", "position"),
    p.Reservation: ("section_id", "position"),
    p.Remark: ("section_id", "position"),
    p.NonParticipation: ("section_id", "person_id"),
    p.Assignment: ("section_id", "position"),
    p.Reply: ("meeting_id", "person_id"),
    p.DraftNote: ("meeting_id", "section_id"),
    p.Signature: ("meeting_id", "person_id"),
    p.Notice: ("meeting_id", "approved"),
    p.Correction: ("meeting_id", "day"),
    p.Waiver: ("meeting_id", "code"),
    Phrase: ("position",),
    ArchivedMinutes: ("day", "body_name"),
    ArchivedSection: ("minutes_id", "number"),
    r.Setting: ("key",),
    r.Conversion: ("sha256", "converter"),
}
