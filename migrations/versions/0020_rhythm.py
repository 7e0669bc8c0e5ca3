"""rhythm: the local numbers to call when somebody may come to harm

Revision: 0020, after 0019
"""

import sqlalchemy as sa
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('safety_numbers', sa.JSON(), nullable=True))
    op.execute("UPDATE organisation SET safety_numbers = '[]'")
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.alter_column('safety_numbers', existing_type=sa.JSON(), nullable=False)
