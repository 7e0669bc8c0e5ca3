"""totals: an index that holds all that the figures of a scheme add up, so that no session is read

Revision: 0033, after 0032
"""

from alembic import op

revision = '0033'
down_revision = '0032'
branch_labels = None
depends_on = None

WHOLE = ['organisation_id', 'held_on', 'kind', 'minutes', 'pairing_id']


def upgrade():
    op.drop_index(op.f('ix_mentoring_session_organisation_id_held_on'), 'mentoring_session')
    op.create_index('ix_mentoring_session_totals', 'mentoring_session', WHOLE)


def downgrade():
    op.drop_index('ix_mentoring_session_totals', 'mentoring_session')
    op.create_index(
        op.f('ix_mentoring_session_organisation_id_held_on'),
        'mentoring_session', ['organisation_id', 'held_on'],
    )
