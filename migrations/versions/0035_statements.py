"""statements: what people say themselves of what a role asks

Revision: 0035, after 0034
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "requirement_statement",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("place_key", sa.String(), nullable=False),
        sa.Column("requirement_key", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_requirement_statement_organisation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id", "organisation_id"],
            ["person.id", "person.organisation_id"],
            name=op.f("fk_requirement_statement_person_id_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requirement_statement")),
        sa.UniqueConstraint(
            "id", "organisation_id", name=op.f("uq_requirement_statement_id_organisation_id")
        ),
        sa.UniqueConstraint(
            "person_id",
            "place_key",
            "requirement_key",
            name=op.f("uq_requirement_statement_person_id_place_key_requirement_key"),
        ),
    )
    op.create_index(
        op.f("ix_requirement_statement_organisation_id"),
        "requirement_statement",
        ["organisation_id"],
    )
