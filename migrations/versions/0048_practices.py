"""contracts with practices: totals, outcomes and payment across the wall

Revision: 0048, after 0047
"""

import sqlalchemy as sa
from alembic import op

revision = '0048'
down_revision = '0047'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('contract',
    sa.Column('addressed_to', sa.String(), nullable=False),
    sa.Column('practice_id', sa.Uuid(), nullable=True),
    sa.Column('ownership', sa.String(), nullable=False),
    sa.Column('functions_kept', sa.JSON(), nullable=False),
    sa.Column('children_for', sa.Integer(), nullable=False),
    sa.Column('paid_by', sa.String(), nullable=False),
    sa.Column('proposed_by_id', sa.Uuid(), nullable=False),
    sa.Column('proposed_on', sa.Date(), nullable=False),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('ended_by', sa.String(), nullable=False),
    sa.Column('end_reason', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("answer <> 'agreed' OR practice_id IS NOT NULL", name=op.f('ck_contract_agreed_by_somebody')),
    sa.CheckConstraint("answer IN ('', 'agreed', 'declined', 'withdrawn')", name=op.f('ck_contract_answer_known')),
    sa.CheckConstraint("ended_by = '' OR answer = 'agreed'", name=op.f('ck_contract_ended_after_agreed')),
    sa.CheckConstraint("ended_by IN ('', 'council', 'practice')", name=op.f('ck_contract_ended_by_known')),
    sa.CheckConstraint("ownership IN ('partnership', 'third-sector', 'private')", name=op.f('ck_contract_ownership_known')),
    sa.CheckConstraint('children_for BETWEEN 1 AND 9999', name=op.f('ck_contract_children_possible')),
    sa.CheckConstraint('ended_on IS NOT NULL', name=op.f('ck_contract_has_a_last_day')),
    sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_contract_period_in_order')),
    sa.CheckConstraint('practice_id IS NULL OR practice_id <> organisation_id', name=op.f('ck_contract_of_two')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_contract_organisation_id')),
    sa.ForeignKeyConstraint(['practice_id'], ['organisation.id'], name=op.f('fk_contract_practice_id')),
    sa.ForeignKeyConstraint(['proposed_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_contract_proposed_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contract')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_contract_id_organisation_id'))
    )
    with op.batch_alter_table('contract', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contract_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_contract_practice_id'), ['practice_id'], unique=False)

    op.create_table('payment_decision',
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('half_on', sa.Date(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('decision', sa.String(), nullable=False),
    sa.Column('amount', sa.Numeric(precision=11, scale=2), nullable=True),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('decided_by_id', sa.Uuid(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("(decision = 'part') = (amount IS NOT NULL)", name=op.f('ck_payment_decision_part_says_amount')),
    sa.CheckConstraint("decision IN ('whole', 'part', 'held')", name=op.f('ck_payment_decision_decision_known')),
    sa.CheckConstraint("reason <> ''", name=op.f('ck_payment_decision_says_why')),
    sa.CheckConstraint('amount IS NULL OR amount > 0', name=op.f('ck_payment_decision_amount_possible')),
    sa.ForeignKeyConstraint(['contract_id', 'organisation_id'], ['contract.id', 'contract.organisation_id'], name=op.f('fk_payment_decision_contract_id_organisation_id')),
    sa.ForeignKeyConstraint(['decided_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_payment_decision_decided_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_payment_decision_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment_decision')),
    sa.UniqueConstraint('contract_id', 'half_on', 'number', name=op.f('uq_payment_decision_contract_id_half_on_number')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_payment_decision_id_organisation_id'))
    )
    with op.batch_alter_table('payment_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_payment_decision_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('practice_assessment',
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('half_on', sa.Date(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['contract_id', 'organisation_id'], ['contract.id', 'contract.organisation_id'], name=op.f('fk_practice_assessment_contract_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_practice_assessment_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_practice_assessment')),
    sa.UniqueConstraint('contract_id', 'half_on', name=op.f('uq_practice_assessment_contract_id_half_on')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_practice_assessment_id_organisation_id'))
    )
    with op.batch_alter_table('practice_assessment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_practice_assessment_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('practice_totals',
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('council_id', sa.Uuid(), nullable=False),
    sa.Column('quarter_on', sa.Date(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('sent_on', sa.Date(), nullable=True),
    sa.Column('children', sa.Integer(), nullable=True),
    sa.Column('one_lead', sa.Integer(), nullable=True),
    sa.Column('two_leads', sa.Integer(), nullable=True),
    sa.Column('more_leads', sa.Integer(), nullable=True),
    sa.Column('same_12', sa.Integer(), nullable=True),
    sa.Column('same_24', sa.Integer(), nullable=True),
    sa.Column('leaving_care', sa.Integer(), nullable=True),
    sa.Column('after_care', sa.Integer(), nullable=True),
    sa.Column('lasting', sa.Integer(), nullable=True),
    sa.Column('moved_once', sa.Integer(), nullable=True),
    sa.Column('moved_more', sa.Integer(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(number = 1) = (reason = '')", name=op.f('ck_practice_totals_correction_says_why')),
    sa.CheckConstraint('(children IS NULL OR children BETWEEN 0 AND 9999) AND (one_lead IS NULL OR one_lead BETWEEN 0 AND 9999) AND (two_leads IS NULL OR two_leads BETWEEN 0 AND 9999) AND (more_leads IS NULL OR more_leads BETWEEN 0 AND 9999) AND (same_12 IS NULL OR same_12 BETWEEN 0 AND 9999) AND (same_24 IS NULL OR same_24 BETWEEN 0 AND 9999) AND (leaving_care IS NULL OR leaving_care BETWEEN 0 AND 9999) AND (after_care IS NULL OR after_care BETWEEN 0 AND 9999) AND (lasting IS NULL OR lasting BETWEEN 0 AND 9999) AND (moved_once IS NULL OR moved_once BETWEEN 0 AND 9999) AND (moved_more IS NULL OR moved_more BETWEEN 0 AND 9999)', name=op.f('ck_practice_totals_counts_possible')),
    sa.CheckConstraint('sent_on IS NULL OR (children IS NOT NULL AND one_lead IS NOT NULL AND two_leads IS NOT NULL AND more_leads IS NOT NULL AND same_12 IS NOT NULL AND same_24 IS NOT NULL AND leaving_care IS NOT NULL AND after_care IS NOT NULL AND lasting IS NOT NULL AND moved_once IS NOT NULL AND moved_more IS NOT NULL)', name=op.f('ck_practice_totals_sent_whole')),
    sa.ForeignKeyConstraint(['contract_id', 'council_id'], ['contract.id', 'contract.organisation_id'], name=op.f('fk_practice_totals_contract_id_council_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_practice_totals_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_practice_totals')),
    sa.UniqueConstraint('contract_id', 'quarter_on', 'number', name=op.f('uq_practice_totals_contract_id_quarter_on_number')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_practice_totals_id_organisation_id'))
    )
    with op.batch_alter_table('practice_totals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_practice_totals_contract_id'), ['contract_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_practice_totals_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('team_exchange',
    sa.Column('contract_id', sa.Uuid(), nullable=False),
    sa.Column('quarter_on', sa.Date(), nullable=False),
    sa.Column('staff_moved', sa.Integer(), nullable=False),
    sa.Column('posts_given_up', sa.Integer(), nullable=False),
    sa.Column('handed_back', sa.Integer(), nullable=False),
    sa.Column('said', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('staff_moved BETWEEN 0 AND 9999 AND posts_given_up BETWEEN 0 AND 9999 AND handed_back BETWEEN 0 AND 9999', name=op.f('ck_team_exchange_numbers_possible')),
    sa.ForeignKeyConstraint(['contract_id', 'organisation_id'], ['contract.id', 'contract.organisation_id'], name=op.f('fk_team_exchange_contract_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_team_exchange_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team_exchange')),
    sa.UniqueConstraint('contract_id', 'quarter_on', name=op.f('uq_team_exchange_contract_id_quarter_on')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_team_exchange_id_organisation_id'))
    )
    with op.batch_alter_table('team_exchange', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_team_exchange_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('outcome_rating',
    sa.Column('assessment_id', sa.Uuid(), nullable=False),
    sa.Column('outcome', sa.String(), nullable=False),
    sa.Column('rating', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('view', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("outcome IN ('healthy', 'safe', 'achieve', 'contribution', 'wellbeing', 'stability')", name=op.f('ck_outcome_rating_outcome_known')),
    sa.CheckConstraint("rating IN ('above', 'as-agreed', 'below', 'unknown')", name=op.f('ck_outcome_rating_rating_known')),
    sa.CheckConstraint("reason <> ''", name=op.f('ck_outcome_rating_says_why')),
    sa.ForeignKeyConstraint(['assessment_id', 'organisation_id'], ['practice_assessment.id', 'practice_assessment.organisation_id'], name=op.f('fk_outcome_rating_assessment_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_outcome_rating_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outcome_rating')),
    sa.UniqueConstraint('assessment_id', 'outcome', name=op.f('uq_outcome_rating_assessment_id_outcome')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_outcome_rating_id_organisation_id'))
    )
    with op.batch_alter_table('outcome_rating', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outcome_rating_organisation_id'), ['organisation_id'], unique=False)

