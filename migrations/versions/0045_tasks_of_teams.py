"""tasks of teams: which kind is done by whom under whose direction; what a team works on

Revision: 0045, after 0044
"""

import sqlalchemy as sa
from alembic import op

revision = '0045'
down_revision = '0044'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('team_strand',
    sa.Column('unit_id', sa.Uuid(), nullable=False),
    sa.Column('strand', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_team_strand_organisation_id')),
    sa.ForeignKeyConstraint(['unit_id', 'organisation_id'], ['unit.id', 'unit.organisation_id'], name=op.f('fk_team_strand_unit_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team_strand')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_team_strand_id_organisation_id')),
    sa.UniqueConstraint('unit_id', 'strand', name=op.f('uq_team_strand_unit_id_strand'))
    )
    with op.batch_alter_table('team_strand', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_team_strand_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_team_strand_organisation_id_strand_unit_id'), ['organisation_id', 'strand', 'unit_id'], unique=False)

    op.create_table('team_task',
    sa.Column('unit_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('done_by_id', sa.Uuid(), nullable=False),
    sa.Column('directed_by_id', sa.Uuid(), nullable=False),
    sa.Column('hours', sa.Numeric(precision=4, scale=2), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('done_by_id <> directed_by_id', name=op.f('ck_team_task_directed_by_another')),
    sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_team_task_period_in_order')),
    sa.CheckConstraint('hours > 0 AND hours <= 37', name=op.f('ck_team_task_hours_of_a_week')),
    sa.ForeignKeyConstraint(['directed_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_team_task_directed_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['done_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_team_task_done_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_team_task_organisation_id')),
    sa.ForeignKeyConstraint(['unit_id', 'organisation_id'], ['unit.id', 'unit.organisation_id'], name=op.f('fk_team_task_unit_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team_task')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_team_task_id_organisation_id'))
    )
    with op.batch_alter_table('team_task', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_team_task_directed_by_id'), ['directed_by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_team_task_done_by_id'), ['done_by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_team_task_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_team_task_unit_id'), ['unit_id'], unique=False)

