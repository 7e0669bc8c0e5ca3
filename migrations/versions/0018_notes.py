"""notes: what a pair keeps for itself, sealed, and what the two agreed to do

Revision: 0018, after 0017
"""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('mentoring_session', schema=None) as batch_op:
        batch_op.add_column(sa.Column('notes_kept', sa.Integer(), nullable=True))
    op.execute('UPDATE mentoring_session SET notes_kept = 0')
    with op.batch_alter_table('mentoring_session', schema=None) as batch_op:
        batch_op.alter_column('notes_kept', existing_type=sa.Integer(), nullable=False)
    op.create_table(
        'session_note',
        sa.Column('session_id', sa.Uuid(), nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('written_by_id', sa.Uuid(), nullable=False),
        sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('sealed', sa.LargeBinary(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.CheckConstraint('number >= 1', name=op.f('ck_session_note_number_counted')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_session_note_organisation_id')),
        sa.ForeignKeyConstraint(['session_id', 'organisation_id'], ['mentoring_session.id', 'mentoring_session.organisation_id'], name=op.f('fk_session_note_session_id_organisation_id')),
        sa.ForeignKeyConstraint(['written_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_session_note_written_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_session_note')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_session_note_id_organisation_id')),
        sa.UniqueConstraint('session_id', 'number', name=op.f('uq_session_note_session_id_number')),
    )
    op.create_index(op.f('ix_session_note_organisation_id'), 'session_note', ['organisation_id'])
    op.create_table(
        'agreed_action',
        sa.Column('pairing_id', sa.Uuid(), nullable=False),
        sa.Column('owner_id', sa.Uuid(), nullable=False),
        sa.Column('made_by_id', sa.Uuid(), nullable=False),
        sa.Column('made_on', sa.Date(), nullable=False),
        sa.Column('due_on', sa.Date(), nullable=True),
        sa.Column('done_on', sa.Date(), nullable=True),
        sa.Column('sealed', sa.LargeBinary(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['made_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_agreed_action_made_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_agreed_action_organisation_id')),
        sa.ForeignKeyConstraint(['owner_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_agreed_action_owner_id_organisation_id')),
        sa.ForeignKeyConstraint(['pairing_id', 'organisation_id'], ['pairing.id', 'pairing.organisation_id'], name=op.f('fk_agreed_action_pairing_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_agreed_action')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_agreed_action_id_organisation_id')),
    )
    op.create_index(op.f('ix_agreed_action_organisation_id'), 'agreed_action', ['organisation_id'])
    op.create_index(op.f('ix_agreed_action_pairing_id_done_on'), 'agreed_action', ['pairing_id', 'done_on'])
