"""Delegation: the delegationsordning, lists that were taken in, files kept with decisions.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ADDED = {
    "delegated_decision": (
        "serial TEXT DEFAULT '' NOT NULL",
        "urgent INTEGER DEFAULT '0' NOT NULL",
        "appeal TEXT DEFAULT 'legality' NOT NULL",
        "recorded_on TEXT",
        "announced_on TEXT",
        "note TEXT DEFAULT '' NOT NULL",
        "extra TEXT DEFAULT '[]' NOT NULL",
        "import_id TEXT CONSTRAINT fk_delegated_decision_import_id REFERENCES delegation_import (id)",
        "source_row INTEGER",
    ),
    "decision_letter": ("financed_by TEXT DEFAULT '' NOT NULL",),
}


def upgrade() -> None:
    make_tables()
    for table, columns in ADDED.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    index_again()


def index_again() -> None:
    """Make the indexes of delegated_decision anew: few, since lists of 100,000 are taken in."""
    op.drop_index("ix_delegated_decision_body_id", "delegated_decision")
    op.drop_index("ix_delegated_decision_item_id", "delegated_decision")
    op.create_index("ix_delegated_decision_body_id_item_id", "delegated_decision", ["body_id", "item_id"])
    reported = sa.text("item_id IS NOT NULL")
    op.create_index("ix_delegated_decision_item_id", "delegated_decision", ["item_id"], sqlite_where=reported)


def make_tables() -> None:
    make(
        "delegation_point",
        reference("body_id", "body"),
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
    make(
        "delegate",
        reference("point_id", "delegation_point"),
        number("position"),
        text("kind"),
        swedish("title"),
        text("valid_from"),
        swedish("name"),
        text("valid_to", null=True),
        number("max_amount", null=True),
        reference("given_by", "delegate", null=True),
        checks=(sa.CheckConstraint("given_by <> id", name="ck_delegate_not_its_own"),),
    )
    make(
        "delegation_import",
        reference("body_id", "body"),
        reference("file_id", "stored_file"),
        text("name"),
        swedish("sender"),
        text("taken_in_at"),
        text("title"),
        text("period_from", null=True),
        text("period_to", null=True),
    )
    make(
        "column_mapping",
        reference("body_id", "body"),
        swedish("sender"),
        text("headings"),
        text("fields"),
    )
    make(
        "decision_document",
        reference("decision_id", "delegated_decision"),
        reference("file_id", "stored_file"),
        number("position"),
        text("title"),
        text("original_name"),
        text("added_by"),
        text("added_at"),
    )


def make(
    table: str,
    *columns: sa.Column[object],
    checks: tuple[sa.CheckConstraint, ...] = (),
) -> None:
    """Make the table of a record, with its references and their indexes."""
    references = [c for c in columns if "table" in c.info]
    op.create_table(
        table,
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
        *checks,
        *(
            sa.ForeignKeyConstraint([c.name], [f"{c.info['table']}.id"], name=f"fk_{table}_{c.name}")
            for c in references
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    for column in references:
        op.create_index(f"ix_{table}_{column.name}", table, [column.name])


def text(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=null)


def swedish(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text(collation="swedish"), nullable=False)


def number(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=null)


def flag(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)


def reference(name: str, to: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=null, info={"table": to})
