"""The tables of the delegationsordning, of decisions made by delegation and of what belongs to them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql

from .columns import flag, later_text, number, record, ref, swedish, text

record(
    "delegation_point",
    ref("body_id", "body"),
    text("number"),
    number("position"),
    text("text"),
    text("valid_from"),
    text("valid_to", null=True),
    text("kinds"),
    number("max_amount", null=True),
    text("terms"),
    text("law"),
    flag("urgent"),
    text("appeal"),
    flag("reported"),
    text("waived"),
)
record(
    "delegate",
    ref("point_id", "delegation_point"),
    number("position"),
    text("kind"),
    swedish("title"),
    text("valid_from"),
    swedish("name"),
    text("valid_to", null=True),
    number("max_amount", null=True),
    ref("given_by", "delegate", null=True),
    CheckConstraint("given_by <> id", "not_its_own"),
)
record(
    "delegation_import",
    ref("body_id", "body"),
    ref("file_id", "stored_file"),
    text("name"),
    swedish("sender"),
    text("taken_in_at"),
    text("title"),
    text("period_from", null=True),
    text("period_to", null=True),
)
record(
    "column_mapping",
    ref("body_id", "body"),
    swedish("sender"),
    text("headings"),
    text("fields"),
)
record(
    "delegated_decision",
    ref("body_id", "body", index=False),
    number("position"),
    swedish("diary_number"),
    swedish("kind"),
    swedish("recipient"),
    flag("personal"),
    swedish("branch"),
    text("gender"),
    swedish("municipality"),
    number("amount", null=True),
    swedish("decided_by"),
    text("decided_by_title"),
    text("decided_on", null=True),
    text("point"),
    ref("item_id", "agenda_item", null=True, index=False),
    later_text("serial", ""),
    flag("urgent"),
    later_text("appeal", "legality"),
    text("recorded_on", null=True),
    text("announced_on", null=True),
    later_text("note", ""),
    later_text("extra", "[]"),
    ref("import_id", "delegation_import", null=True, index=False),
    number("source_row", null=True),
    # Each index costs a tenth of the time that a list of 100,000 takes to store.
    Index(None, "body_id", "item_id"),  # what is not reported, among 100,000
    Index(None, "item_id", sqlite_where=sql("item_id IS NOT NULL")),
)
record(
    "decision_letter",
    ref("decision_id", "delegated_decision"),
    text("day", null=True),
    text("unit"),
    text("officer"),
    text("recipient"),
    text("heading"),
    text("applied_for"),
    text("decision"),
    number("share_percent", null=True),
    number("max_amount", null=True),
    text("period_from", null=True),
    text("period_to", null=True),
    text("conditions"),
    text("summary"),
    text("reasons"),
    text("description"),
    text("costs"),
    text("financing"),
    text("signers"),
    later_text("financed_by", ""),
    UniqueConstraint("decision_id"),
)
record(
    "decision_document",
    ref("decision_id", "delegated_decision"),
    ref("file_id", "stored_file"),
    number("position"),
    text("title"),
    text("original_name"),
    text("added_by"),
    text("added_at"),
)
