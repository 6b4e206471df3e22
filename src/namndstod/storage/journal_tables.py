"""The tables of the binder itself and of its journal: what each opening and each act needs."""

from __future__ import annotations

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

from .columns import metadata, number, swedish, text

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
