"""supervision and what was promised

Revision: 0005, after 0004
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade():
    pass
