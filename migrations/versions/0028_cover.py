"""cover: a pairing in which somebody stands in for the coach or mentor of another

Revision: 0028, after 0027
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("pairing", schema=None) as batch_op:
        batch_op.add_column(sa.Column("in_place_of_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_pairing_in_place_of_id_organisation_id"),
            "pairing",
            ["in_place_of_id", "organisation_id"],
            ["id", "organisation_id"],
        )
        batch_op.create_check_constraint(
            op.f("ck_pairing_cover_has_end"), "in_place_of_id IS NULL OR ended_on IS NOT NULL"
        )
    op.create_index(
        op.f("ix_pairing_in_place_of_id_started_on"), "pairing", ["in_place_of_id", "started_on"]
    )
