"""The tables of a binder: one per record type, then those of the binder itself and of its journal.

A record's columns stand in the order of its fields; the codec reads rows by position. Names and titles
are compared in Swedish order. `REVISION` is the migration that makes exactly these tables; a test
compares the two.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from namndstod.domain import delegation as d
from namndstod.domain import proceedings as p
from namndstod.domain import records as r
from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.phrase_bank import Phrase

from .columns import SWEDISH, flag, later_text, metadata, number, record, ref, secrecy, sha, swedish, text
from .delegation_tables import (
    column_mapping,
    decision_document,
    decision_letter,
    delegate,
    delegated_decision,
    delegation_import,
    delegation_point,
)

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005")  # every revision that ever was, oldest first
REVISION: Final = REVISIONS[-1]

# --- bodies and people -------------------------------------------------------------------------------

body = record(
    "body",
    text("kind"),
    ref("parent_id", "body", null=True),
    CheckConstraint("parent_id <> id", "not_its_own_parent"),
)
body_term = record(
    "body_term",
    ref("body_id", "body"),
    text("valid_from"),
    swedish("name"),
    number("seats"),
    swedish("short_name"),
    text("customs"),
    CheckConstraint("seats >= 0", "seats"),
)
person = record("person", swedish("given_name"), swedish("surname"), text("email"), text("phone"))
mandate = record(
    "mandate",
    ref("person_id", "person"),
    ref("body_id", "body"),
    text("role"),
    swedish("party"),
    text("valid_from"),
    text("valid_to", null=True),
    number("seat", null=True),
    number("elected_order"),
    ref("personal_for", "person", null=True),
    CheckConstraint("valid_to >= valid_from", "from_before_to"),
)

# --- matters and meetings ----------------------------------------------------------------------------

matter = record(
    "matter",
    swedish("title"),
    swedish("diary_number"),
    swedish("external_diary_number"),
    Column("kind", Text, nullable=False, server_default="ordinary", index=True),
    text("received", null=True),
    text("answer_by", null=True),
)
meeting = record(
    "meeting",
    ref("body_id", "body"),
    Column("day", Text, nullable=False, index=True),
    text("end_day", null=True),
    text("starts", null=True),
    text("ends", null=True),
    swedish("place"),
    text("state"),
    swedish("secretary"),
    text("secretary_title"),
    text("secretary_email"),
    text("secretary_phone"),
    text("group_meetings"),
    text("notices"),
    text("others_present"),
    text("called_at", null=True),
    text("opened_at", null=True),
    text("closed_at", null=True),
    text("approval_place"),
    text("approval_date", null=True),
    text("sent_for_signing", null=True),
    later_text("withdrawn_because", ""),
    CheckConstraint("end_day >= day", "ends_after_it_begins"),
)
agenda_item = record(
    "agenda_item",
    ref("meeting_id", "meeting"),
    number("number"),
    text("kind"),
    swedish("title"),
    text("purpose", null=True),
    ref("matter_id", "matter", null=True),
    text("presenters"),
    flag("authority"),
    flag("staff_excluded"),
    *secrecy(),
    ref("carried_from", "agenda_item", null=True),
)
section = record(
    "section",
    ref("meeting_id", "meeting"),
    ref("body_id", "body"),
    number("year"),
    number("position"),
    swedish("heading"),
    ref("item_id", "agenda_item", null=True),
    number("number", null=True),
    text("state"),
    text("outcome", null=True),
    ref("initiative_by", "person", null=True),
    flag("closed_doors"),
    flag("immediate"),
    text("approved", null=True),
    later_text("appeal", "legality"),
    *secrecy(),
    UniqueConstraint("body_id", "year", "number"),
    CheckConstraint("number > 0", "number_is_positive"),
)

# --- texts -------------------------------------------------------------------------------------------

text_block = record(
    "text_block",
    text("role"),
    text("kind"),
    number("position"),
    ref("item_id", "agenda_item", null=True),
    ref("section_id", "section", null=True),
    ref("parent_id", "text_block", null=True),
    text("generated", null=True),
    text("edited", null=True),
    text("fingerprint", null=True),
    text("marks"),
    text("rows"),
    CheckConstraint("(item_id IS NULL) <> (section_id IS NULL)", "of_an_item_or_of_a_section"),
    CheckConstraint("parent_id <> id", "not_its_own_parent"),
)
lost_mark = record("lost_mark", ref("section_id", "section"), text("role"), text("kind"), text("words"))

# --- presence, documents, papers ---------------------------------------------------------------------

presence_event = record(
    "presence_event",
    ref("meeting_id", "meeting"),
    ref("person_id", "person"),
    text("kind"),
    number("position"),
    ref("serves_for_id", "person", null=True),
    text("anchor"),
    ref("section_id", "section", null=True),
    text("at", null=True),
    later_text("reason", ""),
    CheckConstraint("serves_for_id IS NULL OR kind = 'serves_for'", "only_who_serves_takes_a_seat"),
)
stored_file = record(
    "stored_file",
    text("sha256"),
    number("size"),
    text("media_type"),
    UniqueConstraint("sha256"),
    sha("sha256"),
    CheckConstraint("size >= 0", "size"),
)
supporting_document = record(
    "supporting_document",
    ref("item_id", "agenda_item"),
    ref("file_id", "stored_file"),
    number("position"),
    swedish("title"),
    text("original_name"),
    text("added_by"),
    text("added_at"),
    text("secrecy_ground", null=True),
    flag("personal"),
    later_text("withheld_pages", "[]"),
)
memorandum = record(
    "memorandum",
    ref("item_id", "agenda_item"),
    text("unit"),
    text("officer"),
    text("day", null=True),
    text("signatory"),
    text("signatory_title"),
    ref("document_id", "supporting_document", null=True),
    UniqueConstraint("item_id"),
)
recipient = record(
    "recipient",
    ref("item_id", "agenda_item"),
    number("position"),
    swedish("name"),
    text("manner"),
    later_text("address", ""),
    flag("party"),
)
approver = record(
    "approver",
    ref("meeting_id", "meeting"),
    number("position"),
    ref("person_id", "person"),
    ref("substitute_id", "person", null=True),
)
paper = record(
    "paper",
    ref("meeting_id", "meeting"),
    text("kind"),
    text("pdf_sha"),
    number("pages"),
    text("made_at"),
    text("tree_sha", null=True),
    later_text("of", "[]"),
    later_text("edition", ""),
    text("manifest_sha", null=True),
    sha("pdf_sha"),
    sha("tree_sha"),
    CheckConstraint("pages >= 0", "pages"),
)
dispatch = record(
    "dispatch",
    ref("meeting_id", "meeting"),
    ref("section_id", "section"),
    swedish("recipient"),
    text("manner"),
    text("address"),
    text("sent", null=True),
    text("by"),
    ref("paper_id", "paper", null=True),
    flag("party"),
)
signed_file = record(
    "signed_file",
    ref("meeting_id", "meeting"),
    ref("paper_id", "paper"),
    text("file_sha"),
    text("taken_in_at"),
    flag("same_document"),
    text("problem"),
    text("signers"),
    sha("file_sha"),
)

# --- proceedings -------------------------------------------------------------------------------------

adjournment = record(
    "adjournment",
    ref("meeting_id", "meeting"),
    text("began"),
    text("ended", null=True),
    ref("section_id", "section", null=True),
    text("anchor"),
    text("purpose"),
)
motion = record(
    "motion",
    ref("section_id", "section"),
    number("position"),
    text("kind"),
    text("movers"),
    text("supporters"),
    text("on"),
    text("clauses"),
    text("authors"),
    text("handed_in", null=True),
    ref("document_id", "supporting_document", null=True),
    ref("second_hand_of", "motion", null=True),
    flag("withdrawn"),
)
proposition = record(
    "proposition",
    ref("section_id", "section"),
    number("position"),
    text("kind"),
    text("options"),
    text("carried", null=True),
    flag("vote_requested"),
    ref("requested_by", "person", null=True),
    flag("after_gavel"),
)
vote = record(
    "vote",
    ref("section_id", "section"),
    ref("proposition_id", "proposition", null=True),
    text("yes"),
    text("no"),
    flag("closed"),
    text("counts"),
    number("blank"),
    number("invalid"),
    text("casting", null=True),
    text("lot", null=True),
    flag("minority"),
    CheckConstraint("blank >= 0 AND invalid >= 0", "counts"),
)
ballot = record(
    "ballot",
    ref("section_id", "section"),
    ref("vote_id", "vote"),
    ref("person_id", "person"),
    text("choice"),
    number("position"),
)
reservation = record(
    "reservation",
    ref("section_id", "section"),
    number("position"),
    text("persons"),
    text("option", null=True),
    text("words"),
    flag("written"),
    number("appendix", null=True),
    text("received", null=True),
    flag("late"),
)
remark = record(
    "remark",
    ref("section_id", "section"),
    number("position"),
    text("kind"),
    text("persons"),
    text("parties"),
    text("words"),
    text("dated", null=True),
    number("appendix", null=True),
    number("permitted", null=True),
)
non_participation = record("non_participation", ref("section_id", "section"), ref("person_id", "person"))
assignment = record(
    "assignment",
    ref("section_id", "section"),
    number("position"),
    text("to"),
    text("what"),
    text("due", null=True),
    text("done", null=True),
)
reply = record(
    "reply",
    ref("meeting_id", "meeting"),
    ref("person_id", "person"),
    flag("absent"),
    text("from_at", null=True),
    text("until_at", null=True),
    text("summons"),
    ref("serves_for_id", "person", null=True),
    flag("remote"),
    text("diet"),
    text("note"),
    UniqueConstraint("meeting_id", "person_id"),
)
draft_note = record(
    "draft_note",
    ref("meeting_id", "meeting"),
    ref("section_id", "section"),
    ref("person_id", "person"),
    text("words"),
    flag("settled"),
)
signature = record(
    "signature",
    ref("meeting_id", "meeting"),
    ref("person_id", "person"),
    text("signed", null=True),
    text("refused"),
    text("reason"),
    UniqueConstraint("meeting_id", "person_id"),
)
notice = record(
    "notice",
    ref("meeting_id", "meeting"),
    text("sections"),
    text("approved", null=True),
    text("posted", null=True),
    text("taken_down", null=True),
)
correction = record(
    "correction",
    ref("meeting_id", "meeting"),
    ref("section_id", "section", null=True),
    text("day"),
    text("wrong"),
    text("right"),
    text("person"),
)
waiver = record(
    "waiver",
    ref("meeting_id", "meeting"),
    text("code"),
    text("subject"),
    text("reason"),
    UniqueConstraint("meeting_id", "code", "subject"),
)

# --- phrase bank and archive -------------------------------------------------------------------------

phrase = record(
    "phrase",
    swedish("text"),
    number("position"),
    text("role", null=True),
    ref("body_id", "body", null=True),
)
archived_minutes = record(
    "archived_minutes",
    swedish("body_name"),
    ref("file_id", "stored_file"),
    text("name"),
    text("day", null=True),
    ref("body_id", "body", null=True),
)
archived_section = record(
    "archived_section",
    ref("minutes_id", "archived_minutes"),
    number("number"),
    swedish("title"),
    Column("diary_number", Text(collation=SWEDISH), nullable=False, index=True),
    text("decision"),
    text("text"),
    flag("secret"),
)

setting = record("setting", text("key"), text("value"), UniqueConstraint("key"))

# --- derived: can be made again, never journalled -----------------------------------------------------

conversion = record(
    "conversion",
    Column("sha256", Text, nullable=False, index=True),
    text("state"),
    text("converter"),
    text("converter_version"),
    number("pages"),
    text("pdf_sha", null=True),
    text("message"),
    text("inaccessible", null=True),
    sha("sha256"),
    CheckConstraint("pages >= 0", "pages"),
)

# --- the binder and its journal ----------------------------------------------------------------------

binder = Table(
    "binder",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    swedish("name"),
    text("created_at"),
    Column("copy_id", Text, ForeignKey("binder_copy.id"), nullable=False),  # which copy this one is
)
binder_copy = Table(
    "binder_copy",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    text("label"),
    text("created_at"),
)
journal_entry = Table(
    "journal_entry",
    metadata,
    Column("sequence", Integer, primary_key=True, nullable=False),  # order of arrival in this copy
    Column("copy_id", Text, ForeignKey("binder_copy.id"), nullable=False),
    number("number"),  # 1, 2, 3 … within the copy that made the entry
    text("operation"),
    text("label"),
    text("person"),
    text("at"),
    text("scopes"),
    text("kind"),
    text("refers_to"),
    text("coalesce", null=True),
    number("barrier"),
    text("erases"),
    text("digests"),
    text("previous"),
    text("hash"),
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
    text("kind"),
    text("record_id"),
    text("before", null=True),
    text("after", null=True),
    text("salt"),
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
    d.DelegationPoint: delegation_point,
    d.Delegate: delegate,
    d.DelegationImport: delegation_import,
    d.ColumnMapping: column_mapping,
    d.DelegatedDecision: delegated_decision,
    d.DecisionLetter: decision_letter,
    d.DecisionDocument: decision_document,
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
    d.DelegationPoint: ("body_id", "position", "valid_from"),
    d.Delegate: ("point_id", "position", "valid_from"),
    d.DelegationImport: ("body_id", "taken_in_at"),
    d.ColumnMapping: ("body_id", "sender"),
    d.DelegatedDecision: ("body_id", "item_id", "position"),
    d.DecisionLetter: ("decision_id",),
    d.DecisionDocument: ("decision_id", "position"),
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
