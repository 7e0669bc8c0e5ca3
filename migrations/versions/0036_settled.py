"""settled notices: an index of what is asked of people; a word of feedback letters nobody used

Revision: 0036, after 0035
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

UNREAD = sa.text("read_at IS NULL")
KNOWN = "ck_feedback_letter_mail_state_known"


def upgrade():
    op.create_index(
        "ix_notice_asking", "notice", ["subject_id"], sqlite_where=UNREAD, postgresql_where=UNREAD
    )
    with op.batch_alter_table("feedback_letter") as batch:
        batch.drop_constraint(op.f(KNOWN), type_="check")
        batch.create_check_constraint(op.f(KNOWN), "mail_state IN ('queued', 'sent')")
