"""The tables of a binder: one per record type, then those of the binder itself and of its journal.

A record's columns stand in the order of its fields; the codec reads rows by position. Names and titles
are compared in Swedish order. `REVISION` is the migration that makes exactly these tables; a test
compares the two.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Table, Text, UniqueConstraint

from namndstod.domain.records import Record

from . import delegation_tables, journal_tables  # noqa: F401 (they belong to the same metadata)
from .columns import SWEDISH, flag, later_text, metadata, number, record, ref, secrecy, sha, swedish, text
from .kinds import NAMES

# --- bodies and people -------------------------------------------------------------------------------

record(
    "body",
    text("kind"),
    ref("parent_id", "body", null=True),
    CheckConstraint("parent_id <> id", "not_its_own_parent"),
)
record(
    "body_term",
    ref("body_id", "body"),
    text("valid_from"),
    swedish("name"),
    number("seats"),
    swedish("short_name"),
    text("customs"),
    CheckConstraint("seats >= 0", "seats"),
)
record("person", swedish("given_name"), swedish("surname"), text("email"), text("phone"))
record(
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

record(
    "matter",
    swedish("title"),
    swedish("diary_number"),
    swedish("external_diary_number"),
    Column("kind", Text, nullable=False, server_default="ordinary", index=True),
    text("received", null=True),
    text("answer_by", null=True),
)
record(
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
record(
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
record(
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

record(
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
record("lost_mark", ref("section_id", "section"), text("role"), text("kind"), text("words"))

# --- presence, documents, papers ---------------------------------------------------------------------

record(
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
record(
    "stored_file",
    text("sha256"),
    number("size"),
    text("media_type"),
    UniqueConstraint("sha256"),
    sha("sha256"),
    CheckConstraint("size >= 0", "size"),
)
record(
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
record(
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
record(
    "recipient",
    ref("item_id", "agenda_item"),
    number("position"),
    swedish("name"),
    text("manner"),
    later_text("address", ""),
    flag("party"),
)
record(
    "approver",
    ref("meeting_id", "meeting"),
    number("position"),
    ref("person_id", "person"),
    ref("substitute_id", "person", null=True),
)
record(
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
record(
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
record(
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

record(
    "adjournment",
    ref("meeting_id", "meeting"),
    text("began"),
    text("ended", null=True),
    ref("section_id", "section", null=True),
    text("anchor"),
    text("purpose"),
)
record(
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
record(
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
record(
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
record(
    "ballot",
    ref("section_id", "section"),
    ref("vote_id", "vote"),
    ref("person_id", "person"),
    text("choice"),
    number("position"),
)
record(
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
record(
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
record("non_participation", ref("section_id", "section"), ref("person_id", "person"))
record(
    "assignment",
    ref("section_id", "section"),
    number("position"),
    text("to"),
    text("what"),
    text("due", null=True),
    text("done", null=True),
)
record(
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
record(
    "draft_note",
    ref("meeting_id", "meeting"),
    ref("section_id", "section"),
    ref("person_id", "person"),
    text("words"),
    flag("settled"),
)
record(
    "signature",
    ref("meeting_id", "meeting"),
    ref("person_id", "person"),
    text("signed", null=True),
    text("refused"),
    text("reason"),
    UniqueConstraint("meeting_id", "person_id"),
)
record(
    "notice",
    ref("meeting_id", "meeting"),
    text("sections"),
    text("approved", null=True),
    text("posted", null=True),
    text("taken_down", null=True),
)
record(
    "correction",
    ref("meeting_id", "meeting"),
    ref("section_id", "section", null=True),
    text("day"),
    text("wrong"),
    text("right"),
    text("person"),
)
record(
    "waiver",
    ref("meeting_id", "meeting"),
    text("code"),
    text("subject"),
    text("reason"),
    UniqueConstraint("meeting_id", "code", "subject"),
)

# --- phrase bank and archive -------------------------------------------------------------------------

record(
    "phrase",
    swedish("text"),
    number("position"),
    text("role", null=True),
    ref("body_id", "body", null=True),
)
record(
    "archived_minutes",
    swedish("body_name"),
    ref("file_id", "stored_file"),
    text("name"),
    text("day", null=True),
    ref("body_id", "body", null=True),
)
record(
    "archived_section",
    ref("minutes_id", "archived_minutes"),
    number("number"),
    swedish("title"),
    Column("diary_number", Text(collation=SWEDISH), nullable=False, index=True),
    text("decision"),
    text("text"),
    flag("secret"),
)

record("setting", text("key"), text("value"), UniqueConstraint("key"))

# --- derived: can be made again, never journalled -----------------------------------------------------

record(
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

TABLES: Final[dict[type[Record], Table]] = {kind: metadata.tables[name] for kind, name in NAMES.items()}


def every_table() -> list[Table]:
    """Return the tables of the records, of the binder itself and of its journal."""
    return metadata.sorted_tables
