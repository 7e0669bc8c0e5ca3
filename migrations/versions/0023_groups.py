"""groups: a coach for a whole team, its aims and know-how, relief, and the forms of group sessions

Revision: 0023, after 0022
"""

import sqlalchemy as sa
from alembic import op

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None

FORMS = "'', 'team session', 'corridor conversation', 'group session', 'peer circle', 'group supervision', 'circle of coaches'"


def upgrade():
    with op.batch_alter_table('mentoring_session', schema=None) as batch_op:
        batch_op.add_column(sa.Column('form', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('unit_id', sa.Uuid(), nullable=True))
    # What was logged for a group so far was the group day of a programme.
    op.execute("UPDATE mentoring_session SET form = CASE kind WHEN 'group' THEN 'group session' ELSE '' END")
    with op.batch_alter_table('mentoring_session', schema=None) as batch_op:
        batch_op.alter_column('form', existing_type=sa.String(), nullable=False)
        batch_op.create_check_constraint(op.f('ck_mentoring_session_form_known'), f'form IN ({FORMS})')
        batch_op.create_check_constraint(op.f('ck_mentoring_session_groups_have_form'), "(kind = 'group') = (form <> '')")
        batch_op.create_check_constraint(op.f('ck_mentoring_session_team_of_a_group'), "unit_id IS NULL OR form <> ''")
        batch_op.create_foreign_key(op.f('fk_mentoring_session_unit_id_organisation_id'), 'unit', ['unit_id', 'organisation_id'], ['id', 'organisation_id'])
    op.create_index(op.f('ix_mentoring_session_unit_id_held_on'), 'mentoring_session', ['unit_id', 'held_on'])
    op.create_table(
        'coach_relief',
        sa.Column('coach_id', sa.Uuid(), nullable=False),
        sa.Column('measure', sa.String(), nullable=False),
        sa.Column('amount', sa.Integer(), nullable=False),
        sa.Column('planned_by_id', sa.Uuid(), nullable=False),
        sa.Column('agreed_by_id', sa.Uuid(), nullable=True),
        sa.Column('agreed_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('started_on', sa.Date(), nullable=False),
        sa.Column('ended_on', sa.Date(), nullable=True),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint("measure IN ('points', 'hours')", name=op.f('ck_coach_relief_measure_known')),
        sa.CheckConstraint('(agreed_by_id IS NULL) = (agreed_on IS NULL)', name=op.f('ck_coach_relief_agreed_whole')),
        sa.CheckConstraint('agreed_by_id <> coach_id', name=op.f('ck_coach_relief_agreed_by_another')),
        sa.CheckConstraint('amount BETWEEN 1 AND 100', name=op.f('ck_coach_relief_amount_possible')),
        sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_coach_relief_period_in_order')),
        sa.ForeignKeyConstraint(['agreed_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_coach_relief_agreed_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['coach_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_coach_relief_coach_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_coach_relief_organisation_id')),
        sa.ForeignKeyConstraint(['planned_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_coach_relief_planned_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coach_relief')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_coach_relief_id_organisation_id')),
    )
    op.create_index(op.f('ix_coach_relief_coach_id_started_on'), 'coach_relief', ['coach_id', 'started_on'])
    op.create_index(op.f('ix_coach_relief_organisation_id'), 'coach_relief', ['organisation_id'])
    op.create_index('uq_coach_relief_still_open', 'coach_relief', ['coach_id'], unique=True, sqlite_where=sa.text('ended_on IS NULL'), postgresql_where=sa.text('ended_on IS NULL'))
    op.create_table(
        'know_how',
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('words', sa.String(), nullable=False),
        sa.Column('written_by_id', sa.Uuid(), nullable=False),
        sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('withdrawn_on', sa.Date(), nullable=True),
        sa.Column('withdrawn_by_id', sa.Uuid(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('unit_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint('(withdrawn_by_id IS NULL) = (withdrawn_on IS NULL)', name=op.f('ck_know_how_taken_whole')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_know_how_organisation_id')),
        sa.ForeignKeyConstraint(['unit_id', 'organisation_id'], ['unit.id', 'unit.organisation_id'], name=op.f('fk_know_how_unit_id_organisation_id')),
        sa.ForeignKeyConstraint(['withdrawn_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_know_how_withdrawn_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['written_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_know_how_written_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_know_how')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_know_how_id_organisation_id')),
    )
    op.create_index(op.f('ix_know_how_organisation_id'), 'know_how', ['organisation_id'])
    op.create_index(op.f('ix_know_how_unit_id_written_at_id'), 'know_how', ['unit_id', 'written_at', 'id'])
    op.create_table(
        'team_aim',
        sa.Column('words', sa.String(), nullable=False),
        sa.Column('owner_id', sa.Uuid(), nullable=True),
        sa.Column('due_on', sa.Date(), nullable=False),
        sa.Column('written_by_id', sa.Uuid(), nullable=False),
        sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('settled_as', sa.String(), nullable=True),
        sa.Column('settled_on', sa.Date(), nullable=True),
        sa.Column('settled_by_id', sa.Uuid(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('unit_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint("settled_as IN ('met', 'set aside')", name=op.f('ck_team_aim_settled_as_known')),
        sa.CheckConstraint('(settled_as IS NULL) = (settled_on IS NULL)', name=op.f('ck_team_aim_settled_whole')),
        sa.CheckConstraint('(settled_by_id IS NULL) = (settled_on IS NULL)', name=op.f('ck_team_aim_settled_by_whom')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_team_aim_organisation_id')),
        sa.ForeignKeyConstraint(['owner_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_team_aim_owner_id_organisation_id')),
        sa.ForeignKeyConstraint(['settled_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_team_aim_settled_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['unit_id', 'organisation_id'], ['unit.id', 'unit.organisation_id'], name=op.f('fk_team_aim_unit_id_organisation_id')),
        sa.ForeignKeyConstraint(['written_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_team_aim_written_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_team_aim')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_team_aim_id_organisation_id')),
    )
    op.create_index(op.f('ix_team_aim_organisation_id'), 'team_aim', ['organisation_id'])
    op.create_index(op.f('ix_team_aim_unit_id_due_on_id'), 'team_aim', ['unit_id', 'due_on', 'id'])
    op.create_table(
        'team_coach',
        sa.Column('coach_id', sa.Uuid(), nullable=False),
        sa.Column('named_by_id', sa.Uuid(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('unit_id', sa.Uuid(), nullable=False),
        sa.Column('started_on', sa.Date(), nullable=False),
        sa.Column('ended_on', sa.Date(), nullable=True),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_team_coach_period_in_order')),
        sa.ForeignKeyConstraint(['coach_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_team_coach_coach_id_organisation_id')),
        sa.ForeignKeyConstraint(['named_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_team_coach_named_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_team_coach_organisation_id')),
        sa.ForeignKeyConstraint(['unit_id', 'organisation_id'], ['unit.id', 'unit.organisation_id'], name=op.f('fk_team_coach_unit_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_team_coach')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_team_coach_id_organisation_id')),
    )
    op.create_index(op.f('ix_team_coach_coach_id_started_on'), 'team_coach', ['coach_id', 'started_on'])
    op.create_index(op.f('ix_team_coach_organisation_id'), 'team_coach', ['organisation_id'])
    op.create_index(op.f('ix_team_coach_organisation_id_started_on_id'), 'team_coach', ['organisation_id', 'started_on', 'id'])
    op.create_index(op.f('ix_team_coach_unit_id_started_on'), 'team_coach', ['unit_id', 'started_on'])
    op.create_index('uq_team_coach_still_open', 'team_coach', ['unit_id', 'coach_id'], unique=True, sqlite_where=sa.text('ended_on IS NULL'), postgresql_where=sa.text('ended_on IS NULL'))
    op.create_table(
        'relief_month',
        sa.Column('relief_id', sa.Uuid(), nullable=False),
        sa.Column('month_on', sa.Date(), nullable=False),
        sa.Column('became', sa.String(), nullable=False),
        sa.Column('reason', sa.String(), nullable=False),
        sa.Column('said_by_id', sa.Uuid(), nullable=False),
        sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.CheckConstraint("(became = 'not given') = (reason <> '')", name=op.f('ck_relief_month_not_given_has_reason')),
        sa.CheckConstraint("became IN ('given', 'not given')", name=op.f('ck_relief_month_became_known')),
        sa.CheckConstraint("reason IN ('', 'urgent work', 'somebody away', 'no time found', 'no room', 'not arranged', 'other')", name=op.f('ck_relief_month_reason_known')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_relief_month_organisation_id')),
        sa.ForeignKeyConstraint(['relief_id', 'organisation_id'], ['coach_relief.id', 'coach_relief.organisation_id'], name=op.f('fk_relief_month_relief_id_organisation_id')),
        sa.ForeignKeyConstraint(['said_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_relief_month_said_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_relief_month')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_relief_month_id_organisation_id')),
        sa.UniqueConstraint('relief_id', 'month_on', name=op.f('uq_relief_month_relief_id_month_on')),
    )
    op.create_index(op.f('ix_relief_month_organisation_id'), 'relief_month', ['organisation_id'])
