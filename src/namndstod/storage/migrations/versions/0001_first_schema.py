"""The first schema: bodies, people, matters, meetings, texts, papers, and the journal.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# What was written in the journal stays as it was. Images may be deleted (gallring), never rewritten.
SEALS = {
    "journal_entry_is_not_changed": "BEFORE UPDATE ON journal_entry",
    "journal_entry_is_not_deleted": "BEFORE DELETE ON journal_entry",
    "journal_image_is_not_changed": "BEFORE UPDATE ON journal_image",
}


def upgrade() -> None:
    make_tables()
    for name, event in SEALS.items():
        op.execute(f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE(ABORT, '{name}'); END")


def make_tables() -> None:
    op.create_table(
        "binder_copy",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_binder_copy"),
    )
    op.create_table(
        "body",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.CheckConstraint("parent_id <> id", name="ck_body_not_its_own_parent"),
        sa.ForeignKeyConstraint(["parent_id"], ["body.id"], name="fk_body_parent_id"),
        sa.PrimaryKeyConstraint("id", name="pk_body"),
    )
    op.create_index("ix_body_parent_id", "body", ["parent_id"])
    op.create_table(
        "conversion",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("converter", sa.Text(), nullable=False),
        sa.Column("converter_version", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("pdf_sha", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name="ck_conversion_sha256_is_sha256"),
        sa.CheckConstraint("pages >= 0", name="ck_conversion_pages"),
        sa.PrimaryKeyConstraint("id", name="pk_conversion"),
    )
    op.create_index("ix_conversion_sha256", "conversion", ["sha256"])
    op.create_table(
        "matter",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(collation="swedish"), nullable=False),
        sa.Column("diary_number", sa.Text(collation="swedish"), nullable=False),
        sa.Column("external_diary_number", sa.Text(collation="swedish"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_matter"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("given_name", sa.Text(collation="swedish"), nullable=False),
        sa.Column("surname", sa.Text(collation="swedish"), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.UniqueConstraint("key", name="uq_setting_key"),
    )
    op.create_table(
        "stored_file",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64", name="ck_stored_file_sha256_is_sha256"),
        sa.CheckConstraint("size >= 0", name="ck_stored_file_size"),
        sa.PrimaryKeyConstraint("id", name="pk_stored_file"),
        sa.UniqueConstraint("sha256", name="uq_stored_file_sha256"),
    )
    op.create_table(
        "binder",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(collation="swedish"), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("copy_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["copy_id"], ["binder_copy.id"], name="fk_binder_copy_id"),
        sa.PrimaryKeyConstraint("id", name="pk_binder"),
    )
    op.create_table(
        "body_term",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(collation="swedish"), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("short_name", sa.Text(collation="swedish"), nullable=False),
        sa.Column("customs", sa.Text(), nullable=False),
        sa.CheckConstraint("seats >= 0", name="ck_body_term_seats"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_body_term_body_id"),
        sa.PrimaryKeyConstraint("id", name="pk_body_term"),
    )
    op.create_index("ix_body_term_body_id", "body_term", ["body_id"])
    op.create_table(
        "journal_entry",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("copy_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("refers_to", sa.Text(), nullable=False),
        sa.Column("coalesce", sa.Text(), nullable=True),
        sa.Column("barrier", sa.Integer(), nullable=False),
        sa.Column("erases", sa.Text(), nullable=False),
        sa.Column("digests", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('do', 'undo', 'redo')", name="ck_journal_entry_kind"),
        sa.ForeignKeyConstraint(["copy_id"], ["binder_copy.id"], name="fk_journal_entry_copy_id"),
        sa.PrimaryKeyConstraint("sequence", name="pk_journal_entry"),
        sa.UniqueConstraint("copy_id", "number", name="uq_journal_entry_copy_id_number"),
    )
    op.create_index("ix_journal_entry_barrier_sequence", "journal_entry", ["barrier", "sequence"])
    op.create_index(
        "ix_journal_entry_copy_id_person_number", "journal_entry", ["copy_id", "person", "number"]
    )
    op.create_table(
        "mandate",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("body_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(collation="swedish"), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("valid_to", sa.Text(), nullable=True),
        sa.Column("seat", sa.Integer(), nullable=True),
        sa.Column("elected_order", sa.Integer(), nullable=False),
        sa.CheckConstraint("valid_to >= valid_from", name="ck_mandate_from_before_to"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_mandate_body_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_mandate_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mandate"),
    )
    op.create_index("ix_mandate_body_id", "mandate", ["body_id"])
    op.create_index("ix_mandate_person_id", "mandate", ["person_id"])
    op.create_table(
        "meeting",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("end_day", sa.Text(), nullable=True),
        sa.Column("starts", sa.Text(), nullable=True),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(collation="swedish"), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("secretary", sa.Text(collation="swedish"), nullable=False),
        sa.Column("secretary_title", sa.Text(), nullable=False),
        sa.Column("secretary_email", sa.Text(), nullable=False),
        sa.Column("secretary_phone", sa.Text(), nullable=False),
        sa.Column("group_meetings", sa.Text(), nullable=False),
        sa.Column("notices", sa.Text(), nullable=False),
        sa.Column("others_present", sa.Text(), nullable=False),
        sa.Column("called_at", sa.Text(), nullable=True),
        sa.Column("opened_at", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("approval_place", sa.Text(), nullable=False),
        sa.Column("approval_date", sa.Text(), nullable=True),
        sa.CheckConstraint("end_day >= day", name="ck_meeting_ends_after_it_begins"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_meeting_body_id"),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
    )
    op.create_index("ix_meeting_body_id", "meeting", ["body_id"])
    op.create_index("ix_meeting_day", "meeting", ["day"])
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(collation="swedish"), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("matter_id", sa.Text(), nullable=True),
        sa.Column("presenters", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name="fk_agenda_item_matter_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_agenda_item_meeting_id"),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_item"),
    )
    op.create_index("ix_agenda_item_matter_id", "agenda_item", ["matter_id"])
    op.create_index("ix_agenda_item_meeting_id", "agenda_item", ["meeting_id"])
    op.create_table(
        "approver",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("substitute_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_approver_meeting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_approver_person_id"),
        sa.ForeignKeyConstraint(["substitute_id"], ["person.id"], name="fk_approver_substitute_id"),
        sa.PrimaryKeyConstraint("id", name="pk_approver"),
    )
    op.create_index("ix_approver_meeting_id", "approver", ["meeting_id"])
    op.create_index("ix_approver_person_id", "approver", ["person_id"])
    op.create_index("ix_approver_substitute_id", "approver", ["substitute_id"])
    op.create_table(
        "journal_image",
        sa.Column("copy_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["copy_id", "number"],
            ["journal_entry.copy_id", "journal_entry.number"],
            name="fk_journal_image_copy_id_number",
        ),
        sa.PrimaryKeyConstraint("copy_id", "number", "position", name="pk_journal_image"),
    )
    op.create_index("ix_journal_image_kind_record_id", "journal_image", ["kind", "record_id"])
    op.create_table(
        "paper",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("pdf_sha", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("tree_sha", sa.Text(), nullable=True),
        sa.CheckConstraint("length(pdf_sha) = 64", name="ck_paper_pdf_sha_is_sha256"),
        sa.CheckConstraint("length(tree_sha) = 64", name="ck_paper_tree_sha_is_sha256"),
        sa.CheckConstraint("pages >= 0", name="ck_paper_pages"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_paper_meeting_id"),
        sa.PrimaryKeyConstraint("id", name="pk_paper"),
    )
    op.create_index("ix_paper_meeting_id", "paper", ["meeting_id"])
    op.create_table(
        "recipient",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(collation="swedish"), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_recipient_item_id"),
        sa.PrimaryKeyConstraint("id", name="pk_recipient"),
    )
    op.create_index("ix_recipient_item_id", "recipient", ["item_id"])
    op.create_table(
        "section",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("body_id", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("heading", sa.Text(collation="swedish"), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.CheckConstraint("number > 0", name="ck_section_number_is_positive"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_section_body_id"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_section_item_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_section_meeting_id"),
        sa.PrimaryKeyConstraint("id", name="pk_section"),
        sa.UniqueConstraint("body_id", "year", "number", name="uq_section_body_id_year_number"),
    )
    op.create_index("ix_section_body_id", "section", ["body_id"])
    op.create_index("ix_section_item_id", "section", ["item_id"])
    op.create_index("ix_section_meeting_id", "section", ["meeting_id"])
    op.create_table(
        "supporting_document",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(collation="swedish"), nullable=False),
        sa.Column("original_name", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("secrecy_ground", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name="fk_supporting_document_file_id"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_supporting_document_item_id"),
        sa.PrimaryKeyConstraint("id", name="pk_supporting_document"),
    )
    op.create_index("ix_supporting_document_file_id", "supporting_document", ["file_id"])
    op.create_index("ix_supporting_document_item_id", "supporting_document", ["item_id"])
    op.create_table(
        "presence_event",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("serves_for_id", sa.Text(), nullable=True),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "serves_for_id IS NULL OR kind = 'serves_for'",
            name="ck_presence_event_only_who_serves_takes_a_seat",
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_presence_event_meeting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_presence_event_person_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_presence_event_section_id"),
        sa.ForeignKeyConstraint(["serves_for_id"], ["person.id"], name="fk_presence_event_serves_for_id"),
        sa.PrimaryKeyConstraint("id", name="pk_presence_event"),
    )
    op.create_index("ix_presence_event_meeting_id", "presence_event", ["meeting_id"])
    op.create_index("ix_presence_event_person_id", "presence_event", ["person_id"])
    op.create_index("ix_presence_event_section_id", "presence_event", ["section_id"])
    op.create_index("ix_presence_event_serves_for_id", "presence_event", ["serves_for_id"])
    op.create_table(
        "text_block",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=True),
        sa.Column("section_id", sa.Text(), nullable=True),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("generated", sa.Text(), nullable=True),
        sa.Column("edited", sa.Text(), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=True),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(item_id IS NULL) <> (section_id IS NULL)", name="ck_text_block_of_an_item_or_of_a_section"
        ),
        sa.CheckConstraint("parent_id <> id", name="ck_text_block_not_its_own_parent"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_text_block_item_id"),
        sa.ForeignKeyConstraint(["parent_id"], ["text_block.id"], name="fk_text_block_parent_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_text_block_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_text_block"),
    )
    op.create_index("ix_text_block_item_id", "text_block", ["item_id"])
    op.create_index("ix_text_block_parent_id", "text_block", ["parent_id"])
    op.create_index("ix_text_block_section_id", "text_block", ["section_id"])
