"""Papers: memoranda, dispatches, signed files, delegated decisions and their letters; what is secret.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_SECRECY = (
    "secret INTEGER DEFAULT '0' NOT NULL",
    "secrecy_ground TEXT DEFAULT '' NOT NULL",
    "neutral_heading TEXT DEFAULT '' NOT NULL",
)
ADDED = {
    "agenda_item": _SECRECY,
    "section": _SECRECY,
    "supporting_document": (
        "personal INTEGER DEFAULT '0' NOT NULL",
        "withheld_pages TEXT DEFAULT '[]' NOT NULL",
    ),
    "recipient": ("address TEXT DEFAULT '' NOT NULL", "party INTEGER DEFAULT '0' NOT NULL"),
    "paper": ("\"of\" TEXT DEFAULT '[]' NOT NULL", "edition TEXT DEFAULT '' NOT NULL", "manifest_sha TEXT"),
    "conversion": ("inaccessible TEXT",),
}


def upgrade() -> None:
    for table, columns in ADDED.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    make_tables()


def make_tables() -> None:
    op.create_table(
        "lost_mark",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_lost_mark_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lost_mark"),
    )
    op.create_index("ix_lost_mark_section_id", "lost_mark", ["section_id"])
    op.create_table(
        "memorandum",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("signatory", sa.Text(), nullable=False),
        sa.Column("signatory_title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_memorandum_item_id"),
        sa.PrimaryKeyConstraint("id", name="pk_memorandum"),
        sa.UniqueConstraint("item_id", name="uq_memorandum_item_id"),
    )
    op.create_index("ix_memorandum_item_id", "memorandum", ["item_id"])
    op.create_table(
        "dispatch",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(collation="swedish"), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("sent", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("paper_id", sa.Text(), nullable=True),
        sa.Column("party", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_dispatch_meeting_id"),
        sa.ForeignKeyConstraint(["paper_id"], ["paper.id"], name="fk_dispatch_paper_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_dispatch_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_dispatch"),
    )
    op.create_index("ix_dispatch_meeting_id", "dispatch", ["meeting_id"])
    op.create_index("ix_dispatch_paper_id", "dispatch", ["paper_id"])
    op.create_index("ix_dispatch_section_id", "dispatch", ["section_id"])
    op.create_table(
        "signed_file",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("paper_id", sa.Text(), nullable=False),
        sa.Column("file_sha", sa.Text(), nullable=False),
        sa.Column("taken_in_at", sa.Text(), nullable=False),
        sa.Column("same_document", sa.Integer(), server_default="0", nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("signers", sa.Text(), nullable=False),
        sa.CheckConstraint("length(file_sha) = 64", name="ck_signed_file_file_sha_is_sha256"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_signed_file_meeting_id"),
        sa.ForeignKeyConstraint(["paper_id"], ["paper.id"], name="fk_signed_file_paper_id"),
        sa.PrimaryKeyConstraint("id", name="pk_signed_file"),
    )
    op.create_index("ix_signed_file_meeting_id", "signed_file", ["meeting_id"])
    op.create_index("ix_signed_file_paper_id", "signed_file", ["paper_id"])
    op.create_table(
        "delegated_decision",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("diary_number", sa.Text(collation="swedish"), nullable=False),
        sa.Column("kind", sa.Text(collation="swedish"), nullable=False),
        sa.Column("recipient", sa.Text(collation="swedish"), nullable=False),
        sa.Column("personal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("branch", sa.Text(collation="swedish"), nullable=False),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("municipality", sa.Text(collation="swedish"), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("decided_by", sa.Text(collation="swedish"), nullable=False),
        sa.Column("decided_by_title", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Text(), nullable=True),
        sa.Column("point", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_delegated_decision_body_id"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_delegated_decision_item_id"),
        sa.PrimaryKeyConstraint("id", name="pk_delegated_decision"),
    )
    op.create_index("ix_delegated_decision_body_id", "delegated_decision", ["body_id"])
    op.create_index("ix_delegated_decision_item_id", "delegated_decision", ["item_id"])
    op.create_table(
        "decision_letter",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("applied_for", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("share_percent", sa.Integer(), nullable=True),
        sa.Column("max_amount", sa.Integer(), nullable=True),
        sa.Column("period_from", sa.Text(), nullable=True),
        sa.Column("period_to", sa.Text(), nullable=True),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("costs", sa.Text(), nullable=False),
        sa.Column("financing", sa.Text(), nullable=False),
        sa.Column("signers", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["delegated_decision.id"], name="fk_decision_letter_decision_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_decision_letter"),
        sa.UniqueConstraint("decision_id", name="uq_decision_letter_decision_id"),
    )
    op.create_index("ix_decision_letter_decision_id", "decision_letter", ["decision_id"])
