"""agreements, reviews and extra support

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade():
    _who_assesses_next()
    _signed_text()
    _signature()
    _agreement()
    _agreement_part()
    _hand_over()
    _review()
    _review_comment()
    _review_reopening()
    _support_plan()


def _who_assesses_next():
    with op.batch_alter_table('induction') as batch_op:
        batch_op.add_column(sa.Column('next_assessor_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('next_assessor_from', sa.Date(), nullable=True))
    with op.batch_alter_table('induction') as batch_op:
        batch_op.create_index(batch_op.f('ix_induction_next_assessor_id'), ['next_assessor_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_induction_next_assessor_id_organisation_id'), 'person', ['next_assessor_id', 'organisation_id'], ['id', 'organisation_id'])
        batch_op.create_check_constraint('not_own_next', 'next_assessor_id IS NULL OR next_assessor_id <> person_id')
        batch_op.create_check_constraint('next_has_a_day', '(next_assessor_id IS NULL) = (next_assessor_from IS NULL)')


def _signed_text():
    op.create_table('signed_text',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('subject_type', sa.String(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('kept_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("subject_type IN ('agreement', 'hand_over', 'review')", name=op.f('ck_signed_text_subject_type_known')),
    sa.CheckConstraint('length(digest) = 64', name=op.f('ck_signed_text_digest_whole')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_signed_text_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_signed_text_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signed_text')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_signed_text_id_organisation_id')),
    sa.UniqueConstraint('subject_id', 'digest', name=op.f('uq_signed_text_subject_id_digest'))
    )
    with op.batch_alter_table('signed_text', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_signed_text_induction_id'), ['induction_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_signed_text_organisation_id'), ['organisation_id'], unique=False)


def _signature():
    op.create_table('signature',
    sa.Column('text_id', sa.Uuid(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('party', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('statement', sa.String(), nullable=False),
    sa.Column('signed_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('voided_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('voided_why', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("(voided_at IS NULL) = (voided_why = '')", name=op.f('ck_signature_void_has_a_reason')),
    sa.CheckConstraint("party IN ('nqsw', 'assessor', 'manager', 'next assessor')", name=op.f('ck_signature_party_known')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_signature_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_signature_person_id_organisation_id')),
    sa.ForeignKeyConstraint(['text_id', 'organisation_id'], ['signed_text.id', 'signed_text.organisation_id'], name=op.f('fk_signature_text_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signature')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_signature_id_organisation_id'))
    )
    with op.batch_alter_table('signature', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_signature_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_signature_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_signature_subject_id_signed_at'), ['subject_id', 'signed_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_signature_text_id'), ['text_id'], unique=False)
        batch_op.create_index('uq_signature_standing', ['subject_id', 'party'], unique=True, sqlite_where=sa.text('voided_at IS NULL'), postgresql_where=sa.text('voided_at IS NULL'))


def _agreement():
    op.create_table('agreement',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('assessor_id', sa.Uuid(), nullable=True),
    sa.Column('planned_end_on', sa.Date(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('begun_by_id', sa.Uuid(), nullable=False),
    sa.Column('begun_on', sa.Date(), nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("reason IN ('first', 'assessor', 'extension', 'change')", name=op.f('ck_agreement_reason_known')),
    sa.CheckConstraint('number > 0', name=op.f('ck_agreement_number_from_one')),
    sa.ForeignKeyConstraint(['assessor_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_agreement_assessor_id_organisation_id')),
    sa.ForeignKeyConstraint(['begun_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_agreement_begun_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_agreement_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_agreement_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_agreement_id_organisation_id')),
    sa.UniqueConstraint('induction_id', 'number', name=op.f('uq_agreement_induction_id_number'))
    )
    with op.batch_alter_table('agreement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreement_organisation_id'), ['organisation_id'], unique=False)


def _agreement_part():
    op.create_table('agreement_part',
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('saved_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("key IN ('people', 'promises', 'supervision', 'dates', 'workload', 'learning', 'adjustments', 'concerns')", name=op.f('ck_agreement_part_key_known')),
    sa.ForeignKeyConstraint(['agreement_id', 'organisation_id'], ['agreement.id', 'agreement.organisation_id'], name=op.f('fk_agreement_part_agreement_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_agreement_part_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement_part')),
    sa.UniqueConstraint('agreement_id', 'key', name=op.f('uq_agreement_part_agreement_id_key')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_agreement_part_id_organisation_id'))
    )
    with op.batch_alter_table('agreement_part', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreement_part_organisation_id'), ['organisation_id'], unique=False)


def _hand_over():
    op.create_table('hand_over',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('from_id', sa.Uuid(), nullable=True),
    sa.Column('to_id', sa.Uuid(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('actions', sa.String(), nullable=False),
    sa.Column('planned_by_id', sa.Uuid(), nullable=False),
    sa.Column('planned_on', sa.Date(), nullable=False),
    sa.Column('taken_back_on', sa.Date(), nullable=True),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('from_id IS NULL OR from_id <> to_id', name=op.f('ck_hand_over_to_another')),
    sa.ForeignKeyConstraint(['from_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_hand_over_from_id_organisation_id')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_hand_over_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_hand_over_organisation_id')),
    sa.ForeignKeyConstraint(['planned_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_hand_over_planned_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['to_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_hand_over_to_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hand_over')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_hand_over_id_organisation_id'))
    )
    with op.batch_alter_table('hand_over', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_hand_over_induction_id_from_on'), ['induction_id', 'from_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_hand_over_organisation_id'), ['organisation_id'], unique=False)


def _review():
    op.create_table('review',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('item_id', sa.Uuid(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('begun_by_id', sa.Uuid(), nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['begun_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_review_begun_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_review_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['item_id', 'organisation_id'], ['induction_item.id', 'induction_item.organisation_id'], name=op.f('fk_review_item_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_review_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_review_id_organisation_id')),
    sa.UniqueConstraint('item_id', name=op.f('uq_review_item_id'))
    )
    with op.batch_alter_table('review', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_induction_id'), ['induction_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_organisation_id'), ['organisation_id'], unique=False)


def _review_comment():
    op.create_table('review_comment',
    sa.Column('review_id', sa.Uuid(), nullable=False),
    sa.Column('party', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('draft', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=True),
    sa.Column('saved_on', sa.Date(), nullable=True),
    sa.Column('shared_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("party IN ('nqsw', 'assessor', 'manager')", name=op.f('ck_review_comment_party_known')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_review_comment_organisation_id')),
    sa.ForeignKeyConstraint(['review_id', 'organisation_id'], ['review.id', 'review.organisation_id'], name=op.f('fk_review_comment_review_id_organisation_id')),
    sa.ForeignKeyConstraint(['written_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_review_comment_written_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_comment')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_review_comment_id_organisation_id')),
    sa.UniqueConstraint('review_id', 'party', name=op.f('uq_review_comment_review_id_party'))
    )
    with op.batch_alter_table('review_comment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_comment_organisation_id'), ['organisation_id'], unique=False)


def _review_reopening():
    op.create_table('review_reopening',
    sa.Column('review_id', sa.Uuid(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_review_reopening_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_review_reopening_organisation_id')),
    sa.ForeignKeyConstraint(['review_id', 'organisation_id'], ['review.id', 'review.organisation_id'], name=op.f('fk_review_reopening_review_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_reopening')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_review_reopening_id_organisation_id'))
    )
    with op.batch_alter_table('review_reopening', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_reopening_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_reopening_review_id'), ['review_id'], unique=False)


def _support_plan():
    op.create_table('support_plan',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('started_by_id', sa.Uuid(), nullable=False),
    sa.Column('supporter_id', sa.Uuid(), nullable=False),
    sa.Column('support', sa.String(), nullable=False),
    sa.Column('good', sa.String(), nullable=False),
    sa.Column('first_review_on', sa.Date(), nullable=False),
    sa.Column('second_review_on', sa.Date(), nullable=True),
    sa.Column('first_end_on', sa.Date(), nullable=True),
    sa.Column('extended_why', sa.String(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_by_id', sa.Uuid(), nullable=True),
    sa.Column('ended_why', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('ended_on IS NULL OR ended_on <= ends_on', name=op.f('ck_support_plan_ended_early')),
    sa.CheckConstraint('ends_on >= started_on', name=op.f('ck_support_plan_plan_in_order')),
    sa.CheckConstraint('first_end_on IS NULL OR first_end_on < ends_on', name=op.f('ck_support_plan_extended_later')),
    sa.ForeignKeyConstraint(['ended_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_support_plan_ended_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_support_plan_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_support_plan_organisation_id')),
    sa.ForeignKeyConstraint(['started_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_support_plan_started_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['supporter_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_support_plan_supporter_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_support_plan')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_support_plan_id_organisation_id'))
    )
    with op.batch_alter_table('support_plan', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_support_plan_induction_id_started_on'), ['induction_id', 'started_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_support_plan_organisation_id'), ['organisation_id'], unique=False)
