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
    op.create_table('own_programme',
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('base_key', sa.String(), nullable=False),
    sa.Column('base_version', sa.String(), nullable=False),
    sa.Column('begun_by_id', sa.Uuid(), nullable=False),
    sa.Column('begun_on', sa.Date(), nullable=False),
    sa.Column('published_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('closed_on IS NULL OR published_on IS NOT NULL', name=op.f('ck_own_programme_only_published_close')),
    sa.CheckConstraint('number > 0', name=op.f('ck_own_programme_number_from_one')),
    sa.ForeignKeyConstraint(['begun_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_own_programme_begun_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_own_programme_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_own_programme')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_own_programme_id_organisation_id')),
    sa.UniqueConstraint('key', 'number', name=op.f('uq_own_programme_key_number'))
    )
    with op.batch_alter_table('own_programme', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_own_programme_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('programme_choice',
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('programme_version', sa.String(), nullable=False),
    sa.Column('is_offered', sa.Boolean(), nullable=False),
    sa.Column('chosen_by_id', sa.Uuid(), nullable=False),
    sa.Column('chosen_on', sa.Date(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['chosen_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_programme_choice_chosen_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_programme_choice_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_programme_choice')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_programme_choice_id_organisation_id')),
    sa.UniqueConstraint('organisation_id', 'key', 'programme_version', name=op.f('uq_programme_choice_organisation_id_key_programme_version'))
    )
    with op.batch_alter_table('programme_choice', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_programme_choice_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('first_weeks_answer',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('told', sa.String(), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("answer IN ('yes', 'partly', 'no')", name=op.f('ck_first_weeks_answer_answer_known')),
    sa.CheckConstraint("told IN ('nobody', 'coordinator')", name=op.f('ck_first_weeks_answer_told_known')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_first_weeks_answer_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_first_weeks_answer_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_first_weeks_answer')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_first_weeks_answer_id_organisation_id')),
    sa.UniqueConstraint('induction_id', name=op.f('uq_first_weeks_answer_induction_id'))
    )
    with op.batch_alter_table('first_weeks_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_first_weeks_answer_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('first_weeks_task',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('owner', sa.String(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('is_known', sa.Boolean(), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('recorded_by_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("owner IN ('nqsw', 'manager', 'it', 'hr', 'coach', 'coordinator', 'assessor')", name=op.f('ck_first_weeks_task_owner_known')),
    sa.CheckConstraint('(done_on IS NULL) = (recorded_by_id IS NULL)', name=op.f('ck_first_weeks_task_done_by_somebody')),
    sa.CheckConstraint('position > 0', name=op.f('ck_first_weeks_task_position_from_one')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_first_weeks_task_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_first_weeks_task_organisation_id')),
    sa.ForeignKeyConstraint(['recorded_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_first_weeks_task_recorded_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_first_weeks_task')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_first_weeks_task_id_organisation_id')),
    sa.UniqueConstraint('induction_id', 'key', name=op.f('uq_first_weeks_task_induction_id_key'))
    )
    with op.batch_alter_table('first_weeks_task', schema=None) as batch_op:
        batch_op.create_index('ix_first_weeks_task_open', ['organisation_id', 'done_on', 'owner', 'due_on', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_first_weeks_task_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('next_programme_wish',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('programme_key', sa.String(), nullable=False),
    sa.Column('programme_version', sa.String(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_next_programme_wish_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_next_programme_wish_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_next_programme_wish')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_next_programme_wish_id_organisation_id')),
    sa.UniqueConstraint('induction_id', name=op.f('uq_next_programme_wish_induction_id'))
    )
    with op.batch_alter_table('next_programme_wish', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_next_programme_wish_organisation_id'), ['organisation_id'], unique=False)

    with op.batch_alter_table('induction_item', schema=None) as batch_op:
        batch_op.add_column(sa.Column('fell_away_on', sa.Date(), nullable=True))

