"""goals: what somebody wants to become, the plan, and check-ins with one other person

Revision: 0039, after 0038
"""

import sqlalchemy as sa
from alembic import op

revision = '0039'
down_revision = '0038'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('pathway_goal',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('place_key', sa.String(), nullable=False),
    sa.Column('place_title', sa.String(), nullable=False),
    sa.Column('why', sa.String(), nullable=False),
    sa.Column('by_on', sa.Date(), nullable=True),
    sa.Column('set_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_as', sa.String(), nullable=False),
    sa.Column('shared_with_id', sa.Uuid(), nullable=True),
    sa.Column('shared_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("ended_as IN ('', 'reached', 'let go', 'replaced')", name=op.f('ck_pathway_goal_ended_as_known')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pathway_goal_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_pathway_goal_person_id_organisation_id')),
    sa.ForeignKeyConstraint(['shared_with_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_pathway_goal_shared_with_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pathway_goal')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_pathway_goal_id_organisation_id'))
    )
    with op.batch_alter_table('pathway_goal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pathway_goal_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pathway_goal_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pathway_goal_shared_with_id_ended_on'), ['shared_with_id', 'ended_on'], unique=False)
        batch_op.create_index('uq_pathway_goal_still_open', ['person_id'], unique=True, sqlite_where=sa.text('ended_on IS NULL'), postgresql_where=sa.text('ended_on IS NULL'))

    op.create_table('check_in',
    sa.Column('goal_id', sa.Uuid(), nullable=False),
    sa.Column('with_id', sa.Uuid(), nullable=False),
    sa.Column('asked', sa.JSON(), nullable=False),
    sa.Column('begun_on', sa.Date(), nullable=False),
    sa.Column('agreed', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['goal_id', 'organisation_id'], ['pathway_goal.id', 'pathway_goal.organisation_id'], name=op.f('fk_check_in_goal_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_check_in_organisation_id')),
    sa.ForeignKeyConstraint(['with_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_check_in_with_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_check_in')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_check_in_id_organisation_id'))
    )
    with op.batch_alter_table('check_in', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_check_in_goal_id_begun_on'), ['goal_id', 'begun_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_in_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_in_with_id'), ['with_id'], unique=False)

    op.create_table('goal_step',
    sa.Column('goal_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('requirement_key', sa.String(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['goal_id', 'organisation_id'], ['pathway_goal.id', 'pathway_goal.organisation_id'], name=op.f('fk_goal_step_goal_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_goal_step_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_goal_step')),
    sa.UniqueConstraint('goal_id', 'number', name=op.f('uq_goal_step_goal_id_number')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_goal_step_id_organisation_id'))
    )
    with op.batch_alter_table('goal_step', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_goal_step_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('check_in_view',
    sa.Column('check_in_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('answers', sa.JSON(), nullable=False),
    sa.Column('said_on', sa.Date(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['check_in_id', 'organisation_id'], ['check_in.id', 'check_in.organisation_id'], name=op.f('fk_check_in_view_check_in_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_check_in_view_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_check_in_view_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_check_in_view')),
    sa.UniqueConstraint('check_in_id', 'person_id', name=op.f('uq_check_in_view_check_in_id_person_id')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_check_in_view_id_organisation_id'))
    )
    with op.batch_alter_table('check_in_view', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_check_in_view_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_in_view_person_id'), ['person_id'], unique=False)
