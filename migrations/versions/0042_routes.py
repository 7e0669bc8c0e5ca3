"""routes: somebody's way into social work, what took place on it, and its pauses

Revision: 0042, after 0041
"""

import sqlalchemy as sa
from alembic import op

revision = '0042'
down_revision = '0041'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('route',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('template_key', sa.String(), nullable=False),
    sa.Column('template_version', sa.String(), nullable=False),
    sa.Column('fte', sa.Numeric(precision=4, scale=3), nullable=False),
    sa.Column('study_weekday', sa.Integer(), nullable=True),
    sa.Column('ended_as', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("ended_as IN ('', 'completed', 'ended early')", name=op.f('ck_route_ended_as_known')),
    sa.CheckConstraint("(ended_on IS NULL) = (ended_as = '')", name=op.f('ck_route_end_says_how')),
    sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_route_period_in_order')),
    sa.CheckConstraint('fte > 0 AND fte <= 1', name=op.f('ck_route_fte_share')),
    sa.CheckConstraint('study_weekday BETWEEN 0 AND 4', name=op.f('ck_route_study_on_a_weekday')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_route_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_route_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_route')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_route_id_organisation_id'))
    )
    with op.batch_alter_table('route', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_route_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_route_person_id'), ['person_id'], unique=False)
        batch_op.create_index('uq_route_open', ['person_id'], unique=True, sqlite_where=sa.text('ended_on IS NULL'), postgresql_where=sa.text('ended_on IS NULL'))

    op.create_table('route_step',
    sa.Column('route_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('recorded_by_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_route_step_organisation_id')),
    sa.ForeignKeyConstraint(['recorded_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_route_step_recorded_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['route_id', 'organisation_id'], ['route.id', 'route.organisation_id'], name=op.f('fk_route_step_route_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_route_step')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_route_step_id_organisation_id')),
    sa.UniqueConstraint('route_id', 'code', name=op.f('uq_route_step_route_id_code'))
    )
    with op.batch_alter_table('route_step', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_route_step_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('route_pause',
    sa.Column('route_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_route_pause_period_in_order')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_route_pause_organisation_id')),
    sa.ForeignKeyConstraint(['route_id', 'organisation_id'], ['route.id', 'route.organisation_id'], name=op.f('fk_route_pause_route_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_route_pause')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_route_pause_id_organisation_id'))
    )
    with op.batch_alter_table('route_pause', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_route_pause_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_route_pause_route_id'), ['route_id'], unique=False)
