"""equity: the figures of a year about progression, worked out once and kept

Revision: 0043, after 0042
"""

import sqlalchemy as sa
from alembic import op

revision = '0043'
down_revision = '0042'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('equity_year',
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('worked_out_on', sa.Date(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_equity_year_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_equity_year')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_equity_year_id_organisation_id')),
    sa.UniqueConstraint('organisation_id', 'from_on', name=op.f('uq_equity_year_organisation_id_from_on'))
    )
    with op.batch_alter_table('equity_year', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_equity_year_organisation_id'), ['organisation_id'], unique=False)
