"""planned: the next session that a pair has agreed on, and what its sessions were about

Revision: 0026, after 0024
"""

import sqlalchemy as sa
from alembic import op

revision = '0026'
down_revision = '0024'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'planned_session',
        sa.Column('pairing_id', sa.Uuid(), nullable=False),
        sa.Column('meets_on', sa.Date(), nullable=False),
        sa.Column('from_time', sa.Time(), nullable=True),
        sa.Column('medium', sa.String(), nullable=False),
        sa.Column('state', sa.String(), nullable=False),
        sa.Column('reason', sa.String(), nullable=False),
        sa.Column('moved_to_on', sa.Date(), nullable=True),
        sa.Column('planned_by_id', sa.Uuid(), nullable=False),
        sa.Column('planned_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('settled_by_id', sa.Uuid(), nullable=True),
        sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint("(state = 'missed') = (reason <> '')", name=op.f('ck_planned_session_missed_has_reason')),
        sa.CheckConstraint("(state = 'planned') = (settled_at IS NULL)", name=op.f('ck_planned_session_settled_at')),
        sa.CheckConstraint('(settled_by_id IS NULL) = (settled_at IS NULL)', name=op.f('ck_planned_session_settled_whole')),
        sa.CheckConstraint("(state = 'moved') = (moved_to_on IS NOT NULL)", name=op.f('ck_planned_session_moved_somewhere')),
        sa.CheckConstraint("medium IN ('in person', 'video', 'phone')", name=op.f('ck_planned_session_medium_known')),
        sa.CheckConstraint("reason IN ('', 'urgent work', 'somebody away', 'no time found', 'no room', 'not arranged', 'other')", name=op.f('ck_planned_session_reason_known')),
        sa.CheckConstraint("state IN ('planned', 'held', 'moved', 'missed')", name=op.f('ck_planned_session_state_known')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_planned_session_organisation_id')),
        sa.ForeignKeyConstraint(['pairing_id', 'organisation_id'], ['pairing.id', 'pairing.organisation_id'], name=op.f('fk_planned_session_pairing_id_organisation_id')),
        sa.ForeignKeyConstraint(['planned_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_planned_session_planned_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['settled_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_planned_session_settled_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_planned_session')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_planned_session_id_organisation_id')),
    )
    op.create_index(op.f('ix_planned_session_organisation_id'), 'planned_session', ['organisation_id'])
    op.create_index(op.f('ix_planned_session_pairing_id_meets_on'), 'planned_session', ['pairing_id', 'meets_on'])
    op.create_index('uq_planned_session_next', 'planned_session', ['pairing_id'], unique=True, sqlite_where=sa.text("state = 'planned'"), postgresql_where=sa.text("state = 'planned'"))
    op.create_table(
        'session_topic',
        sa.Column('session_id', sa.Uuid(), nullable=False),
        sa.Column('topic', sa.String(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_session_topic_organisation_id')),
        sa.ForeignKeyConstraint(['session_id', 'organisation_id'], ['mentoring_session.id', 'mentoring_session.organisation_id'], name=op.f('fk_session_topic_session_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_session_topic')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_session_topic_id_organisation_id')),
        sa.UniqueConstraint('session_id', 'topic', name=op.f('uq_session_topic_session_id_topic')),
    )
    op.create_index(op.f('ix_session_topic_organisation_id'), 'session_topic', ['organisation_id'])
