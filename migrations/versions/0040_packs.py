"""packs: evidence in an application is kept as it was when it was sent

Revision: 0040, after 0039
"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

KEPT = ("title", "note", "kind", "dated_on")
WHOLE = (
    "(title IS NULL) = (note IS NULL) AND (title IS NULL) = (kind IS NULL)"
    " AND (title IS NULL) = (dated_on IS NULL)"
)


def upgrade():
    with op.batch_alter_table("item_evidence", schema=None) as batch_op:
        for name in KEPT:
            kind = sa.Date() if name == "dated_on" else sa.String()
            batch_op.add_column(sa.Column(name, kind, nullable=True))
    now_is = ", ".join(
        f"{name} = (SELECT evidence.{name} FROM evidence"
        " WHERE evidence.id = item_evidence.evidence_id)"
        for name in KEPT
    )
    op.execute(
        f"UPDATE item_evidence SET {now_is} WHERE item_id IN (SELECT application_item.id"
        " FROM application_item JOIN application ON application.id = application_item.application_id"
        " WHERE application.sent_on IS NOT NULL)"
    )
    with op.batch_alter_table("item_evidence", schema=None) as batch_op:
        batch_op.create_check_constraint(op.f("ck_item_evidence_kept_whole"), WHOLE)


def downgrade():
    with op.batch_alter_table("item_evidence", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_item_evidence_kept_whole"), type_="check")
        for name in reversed(KEPT):
            batch_op.drop_column(name)
