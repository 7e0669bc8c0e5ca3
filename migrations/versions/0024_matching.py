"""matching: to be written

Revision: 0024, after 0023
"""

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade():
    pass
