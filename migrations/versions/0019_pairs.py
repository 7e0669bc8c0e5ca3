"""pairs: what a pair agreed about working together, signed by both, its goals sealed

Revision: 0019, after 0018
"""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'pair_agreement',
        sa.Column('pairing_id', sa.Uuid(), nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('written_by_id', sa.Uuid(), nullable=False),
        sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('signed_by_id', sa.Uuid(), nullable=True),
        sa.Column('signed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('weeks_between', sa.Integer(), nullable=False),
        sa.Column('notice_hours', sa.Integer(), nullable=False),
        sa.Column('review_on', sa.Date(), nullable=False),
        sa.Column('sealed', sa.LargeBinary(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint('(signed_by_id IS NULL) = (signed_at IS NULL)', name=op.f('ck_pair_agreement_signed_whole')),
        sa.CheckConstraint('number >= 1', name=op.f('ck_pair_agreement_number_counted')),
        sa.CheckConstraint('signed_by_id <> written_by_id', name=op.f('ck_pair_agreement_signed_by_the_other')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_pair_agreement_organisation_id')),
        sa.ForeignKeyConstraint(['pairing_id', 'organisation_id'], ['pairing.id', 'pairing.organisation_id'], name=op.f('fk_pair_agreement_pairing_id_organisation_id')),
        sa.ForeignKeyConstraint(['signed_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_pair_agreement_signed_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['written_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_pair_agreement_written_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_agreement')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_pair_agreement_id_organisation_id')),
        sa.UniqueConstraint('pairing_id', 'number', name=op.f('uq_pair_agreement_pairing_id_number')),
    )
    op.create_index(op.f('ix_pair_agreement_organisation_id'), 'pair_agreement', ['organisation_id'])
