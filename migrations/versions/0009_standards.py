"""standards and evidence

Revision: 0009, after 0008
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('evidence',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('dated_on', sa.Date(), nullable=False),
    sa.Column('subject_type', sa.String(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=True),
    sa.Column('added_by_id', sa.Uuid(), nullable=False),
    sa.Column('added_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('mapped_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('removed_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(subject_type = '') = (subject_id IS NULL)", name=op.f('ck_evidence_points_whole')),
    sa.CheckConstraint("kind IN ('writing', 'observation', 'feedback', 'document', 'learning', 'other')", name=op.f('ck_evidence_kind_known')),
    sa.ForeignKeyConstraint(['added_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_evidence_added_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_evidence_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_evidence_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_evidence')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_evidence_id_organisation_id')),
    sa.UniqueConstraint('person_id', 'subject_type', 'subject_id', name=op.f('uq_evidence_person_id_subject_type_subject_id'))
    )
    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.create_index('ix_evidence_listed', ['person_id', 'dated_on', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_evidence_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('rating_set',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('framework_key', sa.String(), nullable=False),
    sa.Column('point', sa.String(), nullable=False),
    sa.Column('view', sa.String(), nullable=False),
    sa.Column('words', sa.JSON(), nullable=False),
    sa.Column('finished_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('shared_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("point IN ('beginning', 'middle', 'end')", name=op.f('ck_rating_set_point_known')),
    sa.CheckConstraint("view IN ('own', 'assessor', 'looking back')", name=op.f('ck_rating_set_view_known')),
    sa.CheckConstraint('shared_at IS NULL OR finished_at IS NOT NULL', name=op.f('ck_rating_set_shared_is_finished')),
    sa.ForeignKeyConstraint(['by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_rating_set_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_rating_set_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_rating_set_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rating_set')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_rating_set_id_organisation_id')),
    sa.UniqueConstraint('person_id', 'framework_key', 'point', 'view', name=op.f('uq_rating_set_person_id_framework_key_point_view'))
    )
    with op.batch_alter_table('rating_set', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rating_set_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('standards_move',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('from_key', sa.String(), nullable=False),
    sa.Column('to_key', sa.String(), nullable=False),
    sa.Column('moved_by_id', sa.Uuid(), nullable=False),
    sa.Column('moved_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('undone_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('from_key <> to_key', name=op.f('ck_standards_move_somewhere_else')),
    sa.ForeignKeyConstraint(['moved_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_standards_move_moved_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_standards_move_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_standards_move_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standards_move')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_standards_move_id_organisation_id'))
    )
    with op.batch_alter_table('standards_move', schema=None) as batch_op:
        batch_op.create_index('ix_standards_move_last', ['person_id', 'moved_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_standards_move_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('standard_shown',
    sa.Column('evidence_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('framework_key', sa.String(), nullable=False),
    sa.Column('standard_key', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('move_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("state IN ('chosen', 'suggested')", name=op.f('ck_standard_shown_state_known')),
    sa.ForeignKeyConstraint(['by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_standard_shown_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['evidence_id', 'organisation_id'], ['evidence.id', 'evidence.organisation_id'], name=op.f('fk_standard_shown_evidence_id_organisation_id')),
    sa.ForeignKeyConstraint(['move_id', 'organisation_id'], ['standards_move.id', 'standards_move.organisation_id'], name=op.f('fk_standard_shown_move_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_standard_shown_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_standard_shown_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standard_shown')),
    sa.UniqueConstraint('evidence_id', 'framework_key', 'standard_key', name=op.f('uq_standard_shown_evidence_id_framework_key_standard_key')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_standard_shown_id_organisation_id'))
    )
    with op.batch_alter_table('standard_shown', schema=None) as batch_op:
        batch_op.create_index('ix_standard_shown_counted', ['person_id', 'framework_key', 'standard_key', 'state'], unique=False)
        batch_op.create_index(batch_op.f('ix_standard_shown_move_id'), ['move_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_standard_shown_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('verification',
    sa.Column('induction_id', sa.Uuid(), nullable=False),
    sa.Column('item_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('seen_on', sa.Date(), nullable=False),
    sa.Column('seen_by_id', sa.Uuid(), nullable=False),
    sa.Column('description', sa.String(), nullable=False),
    sa.Column('feedback', sa.String(), nullable=False),
    sa.Column('confirmed_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("kind IN ('assessment', 'plan', 'court', 'conference', 'review', 'chronology', 'visit', 'letter', 'other')", name=op.f('ck_verification_kind_known')),
    sa.CheckConstraint('length(description) > 0', name=op.f('ck_verification_described')),
    sa.ForeignKeyConstraint(['induction_id', 'organisation_id'], ['induction.id', 'induction.organisation_id'], name=op.f('fk_verification_induction_id_organisation_id')),
    sa.ForeignKeyConstraint(['item_id', 'organisation_id'], ['induction_item.id', 'induction_item.organisation_id'], name=op.f('fk_verification_item_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_verification_organisation_id')),
    sa.ForeignKeyConstraint(['seen_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_verification_seen_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_verification')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_verification_id_organisation_id')),
    sa.UniqueConstraint('item_id', name=op.f('uq_verification_item_id'))
    )
    with op.batch_alter_table('verification', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_verification_induction_id'), ['induction_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_verification_organisation_id'), ['organisation_id'], unique=False)
