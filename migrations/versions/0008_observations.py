"""observations and feedback

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('feedback_request',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('way', sa.String(), nullable=False),
    sa.Column('asked_by_id', sa.Uuid(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('last_on', sa.Date(), nullable=False),
    sa.Column('reminded_on', sa.Date(), nullable=True),
    sa.Column('used_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("kind IN ('professional', 'family')", name=op.f('ck_feedback_request_kind_known')),
    sa.CheckConstraint("way IN ('link', 'code', 'paper')", name=op.f('ck_feedback_request_way_known')),
    sa.ForeignKeyConstraint(['asked_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_feedback_request_asked_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_feedback_request_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_feedback_request_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback_request')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_feedback_request_id_organisation_id'))
    )
    with op.batch_alter_table('feedback_request', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_request_induction_id_asked_on'), ['induction_id', 'asked_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_request_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('feedback',
    sa.Column('request_id', sa.Uuid(), nullable=False),
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('item_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('read_by', sa.Date(), nullable=False),
    sa.Column('read_by_id', sa.Uuid(), nullable=True),
    sa.Column('read_on', sa.Date(), nullable=True),
    sa.Column('typed_in_by_id', sa.Uuid(), nullable=True),
    sa.Column('is_counted', sa.Boolean(), nullable=False),
    sa.Column('listened', sa.String(), nullable=False),
    sa.Column('explained', sa.String(), nullable=False),
    sa.Column('reliable', sa.String(), nullable=False),
    sa.Column('role_in_words', sa.String(), nullable=False),
    sa.Column('connection', sa.String(), nullable=False),
    sa.Column('went_well', sa.String(), nullable=False),
    sa.Column('to_work_on', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("explained IN ('', 'yes', 'sometimes', 'no')", name=op.f('ck_feedback_explained_known')),
    sa.CheckConstraint("kind IN ('professional', 'family')", name=op.f('ck_feedback_kind_known')),
    sa.CheckConstraint("listened IN ('', 'yes', 'sometimes', 'no')", name=op.f('ck_feedback_listened_known')),
    sa.CheckConstraint("reliable IN ('', 'yes', 'sometimes', 'no')", name=op.f('ck_feedback_reliable_known')),
    sa.CheckConstraint("state IN ('to read', 'passed on', 'safety', 'kept back')", name=op.f('ck_feedback_state_known')),
    sa.CheckConstraint('(read_by_id IS NULL) = (read_on IS NULL)', name=op.f('ck_feedback_read_by_somebody')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_feedback_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['item_id', 'organisation_id'], ['induction_item.id', 'induction_item.organisation_id'], name=op.f('fk_feedback_item_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_feedback_organisation_id')),
    sa.ForeignKeyConstraint(['read_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_feedback_read_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['request_id', 'organisation_id'], ['feedback_request.id', 'feedback_request.organisation_id'], name=op.f('fk_feedback_request_id_organisation_id')),
    sa.ForeignKeyConstraint(['typed_in_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_feedback_typed_in_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_feedback_id_organisation_id')),
    sa.UniqueConstraint('request_id', name=op.f('uq_feedback_request_id'))
    )
    with op.batch_alter_table('feedback', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_induction_id_received_on'), ['induction_id', 'received_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_is_counted_received_on'), ['is_counted', 'received_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_item_id'), ['item_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_feedback_organisation_id_state_read_by'), ['organisation_id', 'state', 'read_by'], unique=False)

    op.create_table('observation',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('item_id', sa.Uuid(), nullable=True),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('observer_id', sa.Uuid(), nullable=False),
    sa.Column('planned_by_id', sa.Uuid(), nullable=False),
    sa.Column('planned_on', sa.Date(), nullable=False),
    sa.Column('setting', sa.String(), nullable=False),
    sa.Column('focus', sa.String(), nullable=False),
    sa.Column('consent', sa.String(), nullable=False),
    sa.Column('consent_on', sa.Date(), nullable=True),
    sa.Column('consent_how', sa.String(), nullable=False),
    sa.Column('observer_finished_on', sa.Date(), nullable=True),
    sa.Column('worker_finished_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(consent = '') = (consent_on IS NULL)", name=op.f('ck_observation_consent_has_a_day')),
    sa.CheckConstraint("consent IN ('', 'yes', 'no', 'withdrawn', 'not needed')", name=op.f('ck_observation_consent_known')),
    sa.CheckConstraint("consent_how IN ('', 'spoken', 'signed', 'carer', 'easy read')", name=op.f('ck_observation_consent_how_known')),
    sa.CheckConstraint("setting IN ('home visit', 'family meeting', 'direct work', 'review', 'professionals', 'call')", name=op.f('ck_observation_setting_known')),
    sa.CheckConstraint('number > 0', name=op.f('ck_observation_number_from_one')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_observation_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['item_id', 'organisation_id'], ['induction_item.id', 'induction_item.organisation_id'], name=op.f('fk_observation_item_id_organisation_id')),
    sa.ForeignKeyConstraint(['observer_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_observation_observer_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_observation_organisation_id')),
    sa.ForeignKeyConstraint(['planned_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_observation_planned_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_observation')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_observation_id_organisation_id')),
    sa.UniqueConstraint('induction_id', 'number', name=op.f('uq_observation_induction_id_number')),
    sa.UniqueConstraint('item_id', name=op.f('uq_observation_item_id'))
    )
    with op.batch_alter_table('observation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_observation_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_observation_organisation_id_observer_id_planned_on'), ['organisation_id', 'observer_id', 'planned_on'], unique=False)

    op.create_table('observation_move',
    sa.Column('observation_id', sa.Uuid(), nullable=False),
    sa.Column('was_on', sa.Date(), nullable=False),
    sa.Column('moved_to', sa.Date(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('recorded_by_id', sa.Uuid(), nullable=False),
    sa.Column('recorded_on', sa.Date(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("reason IN ('family', 'worker', 'observer', 'work', 'other')", name=op.f('ck_observation_move_reason_known')),
    sa.ForeignKeyConstraint(['observation_id', 'organisation_id'], ['observation.id', 'observation.organisation_id'], name=op.f('fk_observation_move_observation_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_observation_move_organisation_id')),
    sa.ForeignKeyConstraint(['recorded_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_observation_move_recorded_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_observation_move')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_observation_move_id_organisation_id'))
    )
    with op.batch_alter_table('observation_move', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_observation_move_observation_id'), ['observation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_observation_move_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('observation_section',
    sa.Column('observation_id', sa.Uuid(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('saved_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("key IN ('context', 'seen', 'feedback', 'actions', 'reflection')", name=op.f('ck_observation_section_key_known')),
    sa.ForeignKeyConstraint(['observation_id', 'organisation_id'], ['observation.id', 'observation.organisation_id'], name=op.f('fk_observation_section_observation_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_observation_section_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_observation_section')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_observation_section_id_organisation_id')),
    sa.UniqueConstraint('observation_id', 'key', name=op.f('uq_observation_section_observation_id_key'))
    )
    with op.batch_alter_table('observation_section', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_observation_section_organisation_id'), ['organisation_id'], unique=False)
