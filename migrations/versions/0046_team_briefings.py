"""team briefings: a team has talked about a published review

Revision: 0046, after 0045
"""

import sqlalchemy as sa
from alembic import op

revision = '0046'
down_revision = '0045'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('team_briefing',
    sa.Column('review_id', sa.Uuid(), nullable=False),
    sa.Column('unit_id', sa.Uuid(), nullable=False),
    sa.Column('briefed_on', sa.Date(), nullable=False),
    sa.Column('briefed_by_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['briefed_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_team_briefing_briefed_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_team_briefing_organisation_id')),
    sa.ForeignKeyConstraint(['review_id', 'organisation_id'], ['published_review.id', 'published_review.organisation_id'], name=op.f('fk_team_briefing_review_id_organisation_id')),
    sa.ForeignKeyConstraint(['unit_id', 'organisation_id'], ['unit.id', 'unit.organisation_id'], name=op.f('fk_team_briefing_unit_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team_briefing')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_team_briefing_id_organisation_id')),
    sa.UniqueConstraint('review_id', 'unit_id', name=op.f('uq_team_briefing_review_id_unit_id'))
    )
    with op.batch_alter_table('team_briefing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_team_briefing_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_team_briefing_unit_id'), ['unit_id'], unique=False)

