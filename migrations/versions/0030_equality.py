"""equality: what people say about themselves so that fairness can be checked, sealed

Revision: 0030, after 0029
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "equality_answers",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_equality_answers_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id", "organisation_id"],
            ["person.id", "person.organisation_id"],
            name=op.f("fk_equality_answers_person_id_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equality_answers")),
        sa.UniqueConstraint("id", "organisation_id", name=op.f("uq_equality_answers_id_organisation_id")),
        sa.UniqueConstraint("person_id", name=op.f("uq_equality_answers_person_id")),
    )
    op.create_index(
        op.f("ix_equality_answers_organisation_id"), "equality_answers", ["organisation_id"]
    )
