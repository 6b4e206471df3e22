"""Proceedings: motions, propositions, votes, what is said of decisions, and what follows a meeting.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ADDED = {
    "agenda_item": ("authority INTEGER DEFAULT '0' NOT NULL", "staff_excluded INTEGER DEFAULT '0' NOT NULL"),
    "mandate": ("personal_for TEXT CONSTRAINT fk_mandate_personal_for REFERENCES person (id)",),
    "meeting": ("sent_for_signing TEXT", "withdrawn_because TEXT DEFAULT '' NOT NULL"),
    "presence_event": ("reason TEXT DEFAULT '' NOT NULL",),
    "section": (
        "initiative_by TEXT CONSTRAINT fk_section_initiative_by REFERENCES person (id)",
        "closed_doors INTEGER DEFAULT '0' NOT NULL",
        "immediate INTEGER DEFAULT '0' NOT NULL",
        "approved TEXT",
        "appeal TEXT DEFAULT 'legality' NOT NULL",
    ),
}


def upgrade() -> None:
    for table, columns in ADDED.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    op.create_index("ix_mandate_personal_for", "mandate", ["personal_for"])
    op.create_index("ix_section_initiative_by", "section", ["initiative_by"])
    make_tables()


def make_tables() -> None:
    op.create_table(
        "notice",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("sections", sa.Text(), nullable=False),
        sa.Column("approved", sa.Text(), nullable=True),
        sa.Column("posted", sa.Text(), nullable=True),
        sa.Column("taken_down", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_notice_meeting_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
    )
    op.create_index("ix_notice_meeting_id", "notice", ["meeting_id"])
    op.create_table(
        "reply",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("absent", sa.Integer(), server_default="0", nullable=False),
        sa.Column("from_at", sa.Text(), nullable=True),
        sa.Column("until_at", sa.Text(), nullable=True),
        sa.Column("summons", sa.Text(), nullable=False),
        sa.Column("serves_for_id", sa.Text(), nullable=True),
        sa.Column("remote", sa.Integer(), server_default="0", nullable=False),
        sa.Column("diet", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_reply_meeting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_reply_person_id"),
        sa.ForeignKeyConstraint(["serves_for_id"], ["person.id"], name="fk_reply_serves_for_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reply"),
        sa.UniqueConstraint("meeting_id", "person_id", name="uq_reply_meeting_id_person_id"),
    )
    op.create_index("ix_reply_meeting_id", "reply", ["meeting_id"])
    op.create_index("ix_reply_person_id", "reply", ["person_id"])
    op.create_index("ix_reply_serves_for_id", "reply", ["serves_for_id"])
    op.create_table(
        "signature",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("signed", sa.Text(), nullable=True),
        sa.Column("refused", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_signature_meeting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_signature_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_signature"),
        sa.UniqueConstraint("meeting_id", "person_id", name="uq_signature_meeting_id_person_id"),
    )
    op.create_index("ix_signature_meeting_id", "signature", ["meeting_id"])
    op.create_index("ix_signature_person_id", "signature", ["person_id"])
    op.create_table(
        "waiver",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_waiver_meeting_id"),
        sa.PrimaryKeyConstraint("id", name="pk_waiver"),
        sa.UniqueConstraint("meeting_id", "code", "subject", name="uq_waiver_meeting_id_code_subject"),
    )
    op.create_index("ix_waiver_meeting_id", "waiver", ["meeting_id"])
    op.create_table(
        "adjournment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("began", sa.Text(), nullable=False),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.Column("section_id", sa.Text(), nullable=True),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_adjournment_meeting_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_adjournment_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_adjournment"),
    )
    op.create_index("ix_adjournment_meeting_id", "adjournment", ["meeting_id"])
    op.create_index("ix_adjournment_section_id", "adjournment", ["section_id"])
    op.create_table(
        "assignment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("to", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("done", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_assignment_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_assignment"),
    )
    op.create_index("ix_assignment_section_id", "assignment", ["section_id"])
    op.create_table(
        "correction",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("wrong", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_correction_meeting_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_correction_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
    )
    op.create_index("ix_correction_meeting_id", "correction", ["meeting_id"])
    op.create_index("ix_correction_section_id", "correction", ["section_id"])
    op.create_table(
        "draft_note",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Text(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("settled", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_draft_note_meeting_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_draft_note_section_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_draft_note_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_draft_note"),
    )
    op.create_index("ix_draft_note_meeting_id", "draft_note", ["meeting_id"])
    op.create_index("ix_draft_note_section_id", "draft_note", ["section_id"])
    op.create_index("ix_draft_note_person_id", "draft_note", ["person_id"])
    op.create_table(
        "motion",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("movers", sa.Text(), nullable=False),
        sa.Column("supporters", sa.Text(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("clauses", sa.Text(), nullable=False),
        sa.Column("authors", sa.Text(), nullable=False),
        sa.Column("handed_in", sa.Text(), nullable=True),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("second_hand_of", sa.Text(), nullable=True),
        sa.Column("withdrawn", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["supporting_document.id"], name="fk_motion_document_id"),
        sa.ForeignKeyConstraint(["second_hand_of"], ["motion.id"], name="fk_motion_second_hand_of"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_motion_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_motion"),
    )
    op.create_index("ix_motion_document_id", "motion", ["document_id"])
    op.create_index("ix_motion_second_hand_of", "motion", ["second_hand_of"])
    op.create_index("ix_motion_section_id", "motion", ["section_id"])
    op.create_table(
        "non_participation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_non_participation_person_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_non_participation_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_non_participation"),
    )
    op.create_index("ix_non_participation_person_id", "non_participation", ["person_id"])
    op.create_index("ix_non_participation_section_id", "non_participation", ["section_id"])
    op.create_table(
        "proposition",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("carried", sa.Text(), nullable=True),
        sa.Column("vote_requested", sa.Integer(), server_default="0", nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=True),
        sa.Column("after_gavel", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["requested_by"], ["person.id"], name="fk_proposition_requested_by"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_proposition_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_proposition"),
    )
    op.create_index("ix_proposition_requested_by", "proposition", ["requested_by"])
    op.create_index("ix_proposition_section_id", "proposition", ["section_id"])
    op.create_table(
        "remark",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("persons", sa.Text(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("dated", sa.Text(), nullable=True),
        sa.Column("appendix", sa.Integer(), nullable=True),
        sa.Column("permitted", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_remark_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_remark"),
    )
    op.create_index("ix_remark_section_id", "remark", ["section_id"])
    op.create_table(
        "reservation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("persons", sa.Text(), nullable=False),
        sa.Column("option", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("written", sa.Integer(), server_default="0", nullable=False),
        sa.Column("appendix", sa.Integer(), nullable=True),
        sa.Column("received", sa.Text(), nullable=True),
        sa.Column("late", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_reservation_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reservation"),
    )
    op.create_index("ix_reservation_section_id", "reservation", ["section_id"])
    op.create_table(
        "vote",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("proposition_id", sa.Text(), nullable=True),
        sa.Column("yes", sa.Text(), nullable=False),
        sa.Column("no", sa.Text(), nullable=False),
        sa.Column("closed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("blank", sa.Integer(), nullable=False),
        sa.Column("invalid", sa.Integer(), nullable=False),
        sa.Column("casting", sa.Text(), nullable=True),
        sa.Column("lot", sa.Text(), nullable=True),
        sa.Column("minority", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("blank >= 0 AND invalid >= 0", name="ck_vote_counts"),
        sa.ForeignKeyConstraint(["proposition_id"], ["proposition.id"], name="fk_vote_proposition_id"),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_vote_section_id"),
        sa.PrimaryKeyConstraint("id", name="pk_vote"),
    )
    op.create_index("ix_vote_proposition_id", "vote", ["proposition_id"])
    op.create_index("ix_vote_section_id", "vote", ["section_id"])
    op.create_table(
        "ballot",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Text(), nullable=False),
        sa.Column("vote_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["section_id"], ["section.id"], name="fk_ballot_section_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_ballot_person_id"),
        sa.ForeignKeyConstraint(["vote_id"], ["vote.id"], name="fk_ballot_vote_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ballot"),
    )
    op.create_index("ix_ballot_section_id", "ballot", ["section_id"])
    op.create_index("ix_ballot_person_id", "ballot", ["person_id"])
    op.create_index("ix_ballot_vote_id", "ballot", ["vote_id"])
