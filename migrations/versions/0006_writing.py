"""writing, thoughts and comments

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade():
    pass
