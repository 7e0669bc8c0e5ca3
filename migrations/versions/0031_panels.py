"""panels: the days of panels, applications to progress, scores, outcomes and appeals

Revision: 0031, after 0030
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0031'
down_revision = '0030'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('letter_text',
    sa.Column('decision', sa.String(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('approved_by_id', sa.Uuid(), nullable=False),
    sa.Column('approved_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("decision IN ('progress', 'conditions', 'deferred', 'not yet')", name=op.f('ck_letter_text_decision_known')),
    sa.ForeignKeyConstraint(['approved_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_letter_text_approved_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_letter_text_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letter_text')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_letter_text_id_organisation_id')),
    sa.UniqueConstraint('organisation_id', 'decision', 'number', name=op.f('uq_letter_text_organisation_id_decision_number'))
    )
    with op.batch_alter_table('letter_text', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_letter_text_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('panel',
    sa.Column('meets_on', sa.Date(), nullable=False),
    sa.Column('send_by', sa.Date(), nullable=False),
    sa.Column('places', sa.Integer(), nullable=False),
    sa.Column('quorum', sa.Integer(), nullable=False),
    sa.Column('chair_id', sa.Uuid(), nullable=False),
    sa.Column('made_by_id', sa.Uuid(), nullable=False),
    sa.Column('made_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('places BETWEEN 1 AND 60', name=op.f('ck_panel_places_possible')),
    sa.CheckConstraint('quorum BETWEEN 1 AND 30', name=op.f('ck_panel_quorum_possible')),
    sa.CheckConstraint('send_by < meets_on', name=op.f('ck_panel_sent_before')),
    sa.ForeignKeyConstraint(['chair_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_panel_chair_id_organisation_id')),
    sa.ForeignKeyConstraint(['made_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_panel_made_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_panel_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_panel')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_panel_id_organisation_id')),
    sa.UniqueConstraint('organisation_id', 'meets_on', name=op.f('uq_panel_organisation_id_meets_on'))
    )
    with op.batch_alter_table('panel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_panel_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('progression_rule',
    sa.Column('paid_from', sa.String(), nullable=False),
    sa.Column('said_by_id', sa.Uuid(), nullable=False),
    sa.Column('said_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("paid_from IN ('panel', 'sending', 'next month')", name=op.f('ck_progression_rule_paid_from_known')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_progression_rule_organisation_id')),
    sa.ForeignKeyConstraint(['said_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_progression_rule_said_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_progression_rule')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_progression_rule_id_organisation_id')),
    sa.UniqueConstraint('organisation_id', name=op.f('uq_progression_rule_organisation_id'))
    )
    with op.batch_alter_table('progression_rule', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_progression_rule_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('application',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('place_key', sa.String(), nullable=False),
    sa.Column('place_title', sa.String(), nullable=False),
    sa.Column('from_title', sa.String(), nullable=False),
    sa.Column('catalogue_version', sa.String(), nullable=False),
    sa.Column('statement', sa.String(), nullable=False),
    sa.Column('begun_on', sa.Date(), nullable=False),
    sa.Column('panel_id', sa.Uuid(), nullable=True),
    sa.Column('sent_on', sa.Date(), nullable=True),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('settled_on', sa.Date(), nullable=True),
    sa.Column('scoring_closed_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('scoring_closed_by_id', sa.Uuid(), nullable=True),
    sa.Column('scores_opened_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('sent_on IS NULL OR panel_id IS NOT NULL', name=op.f('ck_application_sent_to_a_panel')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_application_organisation_id')),
    sa.ForeignKeyConstraint(['panel_id', 'organisation_id'], ['panel.id', 'panel.organisation_id'], name=op.f('fk_application_panel_id_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_application_person_id_organisation_id')),
    sa.ForeignKeyConstraint(['scoring_closed_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_application_scoring_closed_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_application')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_application_id_organisation_id'))
    )
    with op.batch_alter_table('application', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_application_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_application_organisation_id_person_id_begun_on'), ['organisation_id', 'person_id', 'begun_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_application_panel_id_person_id'), ['panel_id', 'person_id'], unique=False)
        batch_op.create_index('uq_application_still_open', ['person_id'], unique=True, sqlite_where=sa.text('settled_on IS NULL'), postgresql_where=sa.text('settled_on IS NULL'))

    op.create_table('panel_member',
    sa.Column('panel_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('named_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_panel_member_organisation_id')),
    sa.ForeignKeyConstraint(['panel_id', 'organisation_id'], ['panel.id', 'panel.organisation_id'], name=op.f('fk_panel_member_panel_id_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_panel_member_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_panel_member')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_panel_member_id_organisation_id')),
    sa.UniqueConstraint('panel_id', 'person_id', name=op.f('uq_panel_member_panel_id_person_id'))
    )
    with op.batch_alter_table('panel_member', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_panel_member_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_panel_member_person_id'), ['person_id'], unique=False)

    op.create_table('application_item',
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('next_step', sa.String(), nullable=False),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['application_id', 'organisation_id'], ['application.id', 'application.organisation_id'], name=op.f('fk_application_item_application_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_application_item_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_application_item')),
    sa.UniqueConstraint('application_id', 'key', name=op.f('uq_application_item_application_id_key')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_application_item_id_organisation_id'))
    )
    with op.batch_alter_table('application_item', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_application_item_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('manager_statement',
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('asked_id', sa.Uuid(), nullable=True),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('view', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('said_on', sa.Date(), nullable=True),
    sa.Column('said_by_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(view = '') = (said_on IS NULL)", name=op.f('ck_manager_statement_said_whole')),
    sa.CheckConstraint("view IN ('', 'supports', 'not yet')", name=op.f('ck_manager_statement_view_known')),
    sa.ForeignKeyConstraint(['application_id', 'organisation_id'], ['application.id', 'application.organisation_id'], name=op.f('fk_manager_statement_application_id_organisation_id')),
    sa.ForeignKeyConstraint(['asked_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_manager_statement_asked_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_manager_statement_organisation_id')),
    sa.ForeignKeyConstraint(['said_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_manager_statement_said_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_manager_statement')),
    sa.UniqueConstraint('application_id', name=op.f('uq_manager_statement_application_id')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_manager_statement_id_organisation_id'))
    )
    with op.batch_alter_table('manager_statement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_manager_statement_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('outcome',
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('decision', sa.String(), nullable=False),
    sa.Column('agreed', sa.JSON(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('feedback', sa.String(), nullable=False),
    sa.Column('conditions', sa.String(), nullable=False),
    sa.Column('again_on', sa.Date(), nullable=True),
    sa.Column('pay_rule', sa.String(), nullable=False),
    sa.Column('paid_from_on', sa.Date(), nullable=True),
    sa.Column('superseding_reason', sa.String(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.Column('decided_by_id', sa.Uuid(), nullable=False),
    sa.Column('appeal_by', sa.Date(), nullable=False),
    sa.Column('letter', sa.String(), nullable=False),
    sa.Column('letter_number', sa.Integer(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("(number = 1) = (superseding_reason = '')", name=op.f('ck_outcome_superseding_has_reason')),
    sa.CheckConstraint("(paid_from_on IS NULL) = (pay_rule = '')", name=op.f('ck_outcome_paid_by_a_rule')),
    sa.CheckConstraint("decision IN ('progress', 'conditions', 'deferred', 'not yet')", name=op.f('ck_outcome_decision_known')),
    sa.CheckConstraint("pay_rule IN ('', 'panel', 'sending', 'next month')", name=op.f('ck_outcome_pay_rule_known')),
    sa.ForeignKeyConstraint(['application_id', 'organisation_id'], ['application.id', 'application.organisation_id'], name=op.f('fk_outcome_application_id_organisation_id')),
    sa.ForeignKeyConstraint(['decided_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_outcome_decided_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_outcome_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outcome')),
    sa.UniqueConstraint('application_id', 'number', name=op.f('uq_outcome_application_id_number')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_outcome_id_organisation_id'))
    )
    with op.batch_alter_table('outcome', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outcome_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_outcome_organisation_id_decided_on'), ['organisation_id', 'decided_on'], unique=False)

    op.create_table('panel_conflict',
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('declared_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("kind IN ('manages', 'close', 'supports', 'other')", name=op.f('ck_panel_conflict_kind_known')),
    sa.ForeignKeyConstraint(['application_id', 'organisation_id'], ['application.id', 'application.organisation_id'], name=op.f('fk_panel_conflict_application_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_panel_conflict_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_panel_conflict_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_panel_conflict')),
    sa.UniqueConstraint('application_id', 'person_id', name=op.f('uq_panel_conflict_application_id_person_id')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_panel_conflict_id_organisation_id'))
    )
    with op.batch_alter_table('panel_conflict', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_panel_conflict_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('score_sheet',
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('scores', sa.JSON(), nullable=False),
    sa.Column('comments', sa.JSON(), nullable=False),
    sa.Column('handed_in_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['application_id', 'organisation_id'], ['application.id', 'application.organisation_id'], name=op.f('fk_score_sheet_application_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_score_sheet_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_score_sheet_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_score_sheet')),
    sa.UniqueConstraint('application_id', 'person_id', name=op.f('uq_score_sheet_application_id_person_id')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_score_sheet_id_organisation_id'))
    )
    with op.batch_alter_table('score_sheet', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_score_sheet_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('to_chair',
    sa.Column('application_id', sa.Uuid(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('taken_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('answer_words', sa.String(), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('answered_by_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(answer = '') = (answered_on IS NULL)", name=op.f('ck_to_chair_answered_whole')),
    sa.CheckConstraint("answer IN ('', 'goes on', 'later')", name=op.f('ck_to_chair_answer_known')),
    sa.ForeignKeyConstraint(['answered_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_to_chair_answered_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['application_id', 'organisation_id'], ['application.id', 'application.organisation_id'], name=op.f('fk_to_chair_application_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_to_chair_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_to_chair')),
    sa.UniqueConstraint('application_id', name=op.f('uq_to_chair_application_id')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_to_chair_id_organisation_id'))
    )
    with op.batch_alter_table('to_chair', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_to_chair_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('appeal',
    sa.Column('outcome_id', sa.Uuid(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('answer_by', sa.Date(), nullable=False),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('answer_words', sa.String(), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('answered_by_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(answer = '') = (answered_on IS NULL)", name=op.f('ck_appeal_answered_whole')),
    sa.CheckConstraint("answer IN ('', 'looked at again', 'stands')", name=op.f('ck_appeal_answer_known')),
    sa.ForeignKeyConstraint(['answered_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_appeal_answered_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_appeal_organisation_id')),
    sa.ForeignKeyConstraint(['outcome_id', 'organisation_id'], ['outcome.id', 'outcome.organisation_id'], name=op.f('fk_appeal_outcome_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appeal')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_appeal_id_organisation_id')),
    sa.UniqueConstraint('outcome_id', name=op.f('uq_appeal_outcome_id'))
    )
    with op.batch_alter_table('appeal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_appeal_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_appeal_organisation_id_answer_by'), ['organisation_id', 'answer_by'], unique=False)

    op.create_table('item_evidence',
    sa.Column('item_id', sa.Uuid(), nullable=False),
    sa.Column('evidence_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['evidence_id', 'organisation_id'], ['evidence.id', 'evidence.organisation_id'], name=op.f('fk_item_evidence_evidence_id_organisation_id')),
    sa.ForeignKeyConstraint(['item_id', 'organisation_id'], ['application_item.id', 'application_item.organisation_id'], name=op.f('fk_item_evidence_item_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_item_evidence_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_evidence')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_item_evidence_id_organisation_id')),
    sa.UniqueConstraint('item_id', 'evidence_id', name=op.f('uq_item_evidence_item_id_evidence_id'))
    )
    with op.batch_alter_table('item_evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_evidence_evidence_id'), ['evidence_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_item_evidence_organisation_id'), ['organisation_id'], unique=False)

