"""programmes of an organisation's own, and first weeks

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade():
    pass
