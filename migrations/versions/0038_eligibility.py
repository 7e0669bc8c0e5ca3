"""eligibility: how leave counts as time in a role, and who does not want to be told again

Revision: 0038, after 0037
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "published_leave_rule",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("published_by_id", sa.Uuid(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        *_own("published_leave_rule", "published_by_id"),
        sa.CheckConstraint(
            "months BETWEEN 1 AND 24", name=op.f("ck_published_leave_rule_months_possible")
        ),
        sa.CheckConstraint(
            "months IS NULL OR words <> ''", name=op.f("ck_published_leave_rule_said_in_words")
        ),
        sa.UniqueConstraint(
            "organisation_id",
            "number",
            name=op.f("uq_published_leave_rule_organisation_id_number"),
        ),
    )
    op.create_table(
        "not_now",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        *_own("not_now", "person_id"),
        sa.UniqueConstraint("person_id", name=op.f("uq_not_now_person_id")),
    )
    for table in ("published_leave_rule", "not_now"):
        op.create_index(op.f(f"ix_{table}_organisation_id"), table, ["organisation_id"])


def _own(table: str, person: str):
    """What every row of an organisation has that names a person."""
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f(f"fk_{table}_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            [person, "organisation_id"],
            ["person.id", "person.organisation_id"],
            name=op.f(f"fk_{table}_{person}_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("id", "organisation_id", name=op.f(f"uq_{table}_id_organisation_id")),
    )
