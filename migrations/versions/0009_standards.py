"""standards and evidence

Revision: 0009, after 0008
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade():
    pass
