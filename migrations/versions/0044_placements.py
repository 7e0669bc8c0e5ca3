"""placements: days of assessed practice on a route, week by week

Revision: 0044, after 0043
"""

import sqlalchemy as sa
from alembic import op

revision = '0044'
down_revision = '0043'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('placement',
    sa.Column('route_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('days_wanted', sa.Integer(), nullable=False),
    sa.Column('workplace', sa.String(), nullable=False),
    sa.Column('educator_id', sa.Uuid(), nullable=True),
    sa.Column('backfill_id', sa.Uuid(), nullable=True),
    sa.Column('backfill_days', sa.Integer(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("kind IN ('first', 'last', 'contrast')", name=op.f('ck_placement_kind_known')),
    sa.CheckConstraint('backfill_days BETWEEN 0 AND 5', name=op.f('ck_placement_backfill_days')),
    sa.CheckConstraint('days_wanted > 0', name=op.f('ck_placement_days_wanted')),
    sa.CheckConstraint('ended_on IS NOT NULL', name=op.f('ck_placement_has_a_last_day')),
    sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_placement_period_in_order')),
    sa.ForeignKeyConstraint(['backfill_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_placement_backfill_id_organisation_id')),
    sa.ForeignKeyConstraint(['educator_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_placement_educator_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_placement_organisation_id')),
    sa.ForeignKeyConstraint(['route_id', 'organisation_id'], ['route.id', 'route.organisation_id'], name=op.f('fk_placement_route_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_placement')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_placement_id_organisation_id')),
    sa.UniqueConstraint('route_id', 'kind', name=op.f('uq_placement_route_id_kind'))
    )
    with op.batch_alter_table('placement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_placement_educator_id'), ['educator_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_placement_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('placement_week',
    sa.Column('placement_id', sa.Uuid(), nullable=False),
    sa.Column('week_on', sa.Date(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('days BETWEEN 0 AND 5', name=op.f('ck_placement_week_days_of_a_week')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_placement_week_organisation_id')),
    sa.ForeignKeyConstraint(['placement_id', 'organisation_id'], ['placement.id', 'placement.organisation_id'], name=op.f('fk_placement_week_placement_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_placement_week')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_placement_week_id_organisation_id')),
    sa.UniqueConstraint('placement_id', 'week_on', name=op.f('uq_placement_week_placement_id_week_on'))
    )
    with op.batch_alter_table('placement_week', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_placement_week_organisation_id'), ['organisation_id'], unique=False)
