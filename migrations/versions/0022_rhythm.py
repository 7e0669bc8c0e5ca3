"""rhythm: how often pairs of a scheme mean to meet, and who heard that one has gone quiet

Revision: 0022, after 0021
"""

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'scheme_rhythm',
        sa.Column('coaching_weeks', sa.Integer(), nullable=False),
        sa.Column('coaching_more', sa.Integer(), nullable=False),
        sa.Column('mentoring_weeks', sa.Integer(), nullable=False),
        sa.Column('mentoring_more', sa.Integer(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint('coaching_weeks BETWEEN 1 AND 26', name=op.f('ck_scheme_rhythm_coaching_weeks_possible')),
        sa.CheckConstraint('coaching_more BETWEEN 1 AND 12', name=op.f('ck_scheme_rhythm_coaching_more_possible')),
        sa.CheckConstraint('mentoring_weeks BETWEEN 1 AND 26', name=op.f('ck_scheme_rhythm_mentoring_weeks_possible')),
        sa.CheckConstraint('mentoring_more BETWEEN 1 AND 12', name=op.f('ck_scheme_rhythm_mentoring_more_possible')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_scheme_rhythm_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_scheme_rhythm')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_scheme_rhythm_id_organisation_id')),
        sa.UniqueConstraint('organisation_id', name=op.f('uq_scheme_rhythm_organisation_id')),
    )
    op.create_index(op.f('ix_scheme_rhythm_organisation_id'), 'scheme_rhythm', ['organisation_id'])
    op.create_table(
        'quiet_spell',
        sa.Column('pairing_id', sa.Uuid(), nullable=False),
        sa.Column('since_on', sa.Date(), nullable=False),
        sa.Column('told_on', sa.Date(), nullable=False),
        sa.Column('coordinator_told_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.CheckConstraint('coordinator_told_on IS NULL OR coordinator_told_on > told_on', name=op.f('ck_quiet_spell_the_two_first')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_quiet_spell_organisation_id')),
        sa.ForeignKeyConstraint(['pairing_id', 'organisation_id'], ['pairing.id', 'pairing.organisation_id'], name=op.f('fk_quiet_spell_pairing_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_quiet_spell')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_quiet_spell_id_organisation_id')),
        sa.UniqueConstraint('pairing_id', 'since_on', name=op.f('uq_quiet_spell_pairing_id_since_on')),
    )
    op.create_index(op.f('ix_quiet_spell_organisation_id'), 'quiet_spell', ['organisation_id'])
    op.create_index(op.f('ix_mentoring_session_organisation_id_held_on'), 'mentoring_session', ['organisation_id', 'held_on'])
