"""hours of work change within a year, and who agreed to a change is kept by name

Revision: 0011, after 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KINDS = "'pause', 'extension', 'hours', 'deferral', 'withdrawal', 'transfer out'"
REASONS = (
    "'sickness', 'bereavement', 'parental leave', 'missing support', 'time lost', "
    "'few opportunities', 'career break', 'left the profession', 'moved employer', 'other', 'hours'"
)


def upgrade():
    with op.batch_alter_table("induction") as batch_op:
        batch_op.add_column(sa.Column("hours", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("induction") as batch_op:
        batch_op.alter_column("hours", existing_type=sa.JSON(), server_default=None)
    with op.batch_alter_table("induction_change") as batch_op:
        batch_op.add_column(sa.Column("fte", sa.Numeric(precision=4, scale=3), nullable=True))
        batch_op.add_column(sa.Column("settled_on", sa.Date(), nullable=True))
        batch_op.drop_constraint(op.f("ck_induction_change_kind_known"), type_="check")
        batch_op.drop_constraint(op.f("ck_induction_change_reason_known"), type_="check")
        batch_op.create_check_constraint("kind_known", f"kind IN ({KINDS})")
        batch_op.create_check_constraint("reason_known", f"reason IN ({REASONS})")
        batch_op.create_check_constraint("hours_share", "(kind = 'hours') = (fte IS NOT NULL)")
        batch_op.create_check_constraint("fte_share", "fte IS NULL OR (fte > 0 AND fte <= 1)")
    with op.batch_alter_table("change_agreement") as batch_op:
        batch_op.add_column(sa.Column("person_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_change_agreement_person_id_organisation_id"),
            "person",
            ["person_id", "organisation_id"],
            ["id", "organisation_id"],
        )
