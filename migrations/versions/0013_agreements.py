"""agreements: what a plan said before it was corrected; records from before the portal

Revision: 0013, after 0011
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0013'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade():
    _support_plan_wording()
    _earlier_record()


def _support_plan_wording():
    op.create_table('support_plan_wording',
    sa.Column('plan_id', sa.Uuid(), nullable=False),
    sa.Column('support', sa.String(), nullable=False),
    sa.Column('good', sa.String(), nullable=False),
    sa.Column('corrected_by_id', sa.Uuid(), nullable=False),
    sa.Column('corrected_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['corrected_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_support_plan_wording_corrected_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_support_plan_wording_organisation_id')),
    sa.ForeignKeyConstraint(['plan_id', 'organisation_id'], ['support_plan.id', 'support_plan.organisation_id'], name=op.f('fk_support_plan_wording_plan_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_support_plan_wording')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_support_plan_wording_id_organisation_id'))
    )
    with op.batch_alter_table('support_plan_wording', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_support_plan_wording_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_support_plan_wording_plan_id'), ['plan_id'], unique=False)


def _earlier_record():
    op.create_table('earlier_record',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('item_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('by_whom', sa.String(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('brought_in_by_id', sa.Uuid(), nullable=False),
    sa.Column('brought_in_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['brought_in_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_earlier_record_brought_in_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_earlier_record_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['item_id', 'organisation_id'], ['induction_item.id', 'induction_item.organisation_id'], name=op.f('fk_earlier_record_item_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_earlier_record_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_earlier_record')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_earlier_record_id_organisation_id')),
    sa.UniqueConstraint('induction_id', 'kind', 'held_on', name=op.f('uq_earlier_record_induction_id_kind_held_on'))
    )
    with op.batch_alter_table('earlier_record', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_earlier_record_item_id'), ['item_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_earlier_record_organisation_id'), ['organisation_id'], unique=False)
