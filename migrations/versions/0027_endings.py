"""endings: what became of a pair's goals, and a hand-over note for the next coach or mentor

Revision: 0027, after 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade():
    # The goals of a pair are deleted with its notes; that the two had agreed stays.
    with op.batch_alter_table("pair_agreement", schema=None) as batch_op:
        batch_op.alter_column("sealed", existing_type=sa.LargeBinary(), nullable=True)
    op.create_table(
        "look_back",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id", "organisation_id"],
            ["pair_agreement.id", "pair_agreement.organisation_id"],
            name=op.f("fk_look_back_agreement_id_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_look_back_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id", "organisation_id"],
            ["pairing.id", "pairing.organisation_id"],
            name=op.f("fk_look_back_pairing_id_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id", "organisation_id"],
            ["person.id", "person.organisation_id"],
            name=op.f("fk_look_back_written_by_id_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_back")),
        sa.UniqueConstraint("id", "organisation_id", name=op.f("uq_look_back_id_organisation_id")),
        sa.UniqueConstraint("pairing_id", name=op.f("uq_look_back_pairing_id")),
    )
    op.create_index(op.f("ix_look_back_organisation_id"), "look_back", ["organisation_id"])
    op.create_table(
        "hand_over_note",
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_hand_over_note_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id", "organisation_id"],
            ["pairing.id", "pairing.organisation_id"],
            name=op.f("fk_hand_over_note_pairing_id_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over_note")),
        sa.UniqueConstraint(
            "id", "organisation_id", name=op.f("uq_hand_over_note_id_organisation_id")
        ),
        sa.UniqueConstraint("pairing_id", name=op.f("uq_hand_over_note_pairing_id")),
    )
    op.create_index(
        op.f("ix_hand_over_note_organisation_id"), "hand_over_note", ["organisation_id"]
    )
    op.create_table(
        "hand_over_choice",
        sa.Column("note_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=True),
        sa.Column("chosen_by_id", sa.Uuid(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chosen_by_id", "organisation_id"],
            ["person.id", "person.organisation_id"],
            name=op.f("fk_hand_over_choice_chosen_by_id_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["note_id", "organisation_id"],
            ["hand_over_note.id", "hand_over_note.organisation_id"],
            name=op.f("fk_hand_over_choice_note_id_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_hand_over_choice_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id", "organisation_id"],
            ["pairing.id", "pairing.organisation_id"],
            name=op.f("fk_hand_over_choice_pairing_id_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over_choice")),
        sa.UniqueConstraint(
            "id", "organisation_id", name=op.f("uq_hand_over_choice_id_organisation_id")
        ),
        sa.UniqueConstraint("note_id", name=op.f("uq_hand_over_choice_note_id")),
    )
    op.create_index(
        op.f("ix_hand_over_choice_organisation_id"), "hand_over_choice", ["organisation_id"]
    )
    op.create_index(op.f("ix_hand_over_choice_pairing_id"), "hand_over_choice", ["pairing_id"])
