"""evidence

Revision: 0014, after 0013
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.add_column(sa.Column('withdrawn_at', portal.database.Moment(timezone=True), nullable=True))

    with op.batch_alter_table('feedback_request', schema=None) as batch_op:
        batch_op.add_column(sa.Column('nudged_on', sa.Date(), nullable=True))

    with op.batch_alter_table('feedback', schema=None) as batch_op:
        batch_op.add_column(sa.Column('late_told_on', sa.Date(), nullable=True))

    op.create_table('feedback_letter',
    sa.Column('request_id', sa.Uuid(), nullable=False),
    sa.Column('mail_to', sa.String(), nullable=False),
    sa.Column('is_reminder', sa.Boolean(), nullable=False),
    sa.Column('mail_state', sa.String(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('next_try_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("mail_state IN ('queued', 'sent', 'failed')", name=op.f('ck_feedback_letter_mail_state_known')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_feedback_letter_organisation_id')),
    sa.ForeignKeyConstraint(['request_id', 'organisation_id'], ['feedback_request.id', 'feedback_request.organisation_id'], name=op.f('fk_feedback_letter_request_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback_letter')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_feedback_letter_id_organisation_id')),
    sa.UniqueConstraint('request_id', name=op.f('uq_feedback_letter_request_id'))
    )
    with op.batch_alter_table('feedback_letter', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_letter_mail_state_next_try_at'), ['mail_state', 'next_try_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_letter_organisation_id'), ['organisation_id'], unique=False)
