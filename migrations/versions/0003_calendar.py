"""the calendar of a year moves

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade():
    pass
