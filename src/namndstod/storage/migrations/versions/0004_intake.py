"""Intake: kinds of ärende with their clock, items carried over, read memoranda, phrase bank, archive.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ADDED = {
    "matter": ("kind TEXT DEFAULT 'ordinary' NOT NULL", "received TEXT", "answer_by TEXT"),
    "agenda_item": ("carried_from TEXT CONSTRAINT fk_agenda_item_carried_from REFERENCES agenda_item (id)",),
    "memorandum": (
        "document_id TEXT CONSTRAINT fk_memorandum_document_id REFERENCES supporting_document (id)",
    ),
}


def upgrade() -> None:
    for table, columns in ADDED.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    op.create_index("ix_matter_kind", "matter", ["kind"])
    op.create_index("ix_agenda_item_carried_from", "agenda_item", ["carried_from"])
    op.create_index("ix_memorandum_document_id", "memorandum", ["document_id"])
    make_tables()


def make_tables() -> None:
    op.create_table(
        "phrase",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(collation="swedish"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("body_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_phrase_body_id"),
        sa.PrimaryKeyConstraint("id", name="pk_phrase"),
    )
    op.create_index("ix_phrase_body_id", "phrase", ["body_id"])
    op.create_table(
        "archived_minutes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_name", sa.Text(collation="swedish"), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("body_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_archived_minutes_body_id"),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name="fk_archived_minutes_file_id"),
        sa.PrimaryKeyConstraint("id", name="pk_archived_minutes"),
    )
    op.create_index("ix_archived_minutes_body_id", "archived_minutes", ["body_id"])
    op.create_index("ix_archived_minutes_file_id", "archived_minutes", ["file_id"])
    op.create_table(
        "archived_section",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("minutes_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(collation="swedish"), nullable=False),
        sa.Column("diary_number", sa.Text(collation="swedish"), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("secret", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["minutes_id"], ["archived_minutes.id"], name="fk_archived_section_minutes_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_archived_section"),
    )
    op.create_index("ix_archived_section_diary_number", "archived_section", ["diary_number"])
    op.create_index("ix_archived_section_minutes_id", "archived_section", ["minutes_id"])
