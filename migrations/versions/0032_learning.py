"""learning: courses, their days, places at them, what people hold that expires,
drafts for the regulator, and what people learn from

Revision: 0032, after 0031
"""

import sqlalchemy as sa
from alembic import op

revision = '0032'
down_revision = '0031'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'course',
        sa.Column('key', sa.String(), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('about', sa.String(), nullable=False),
        sa.Column('months_valid', sa.Integer(), nullable=True),
        sa.Column('is_offered', sa.Boolean(), nullable=False),
        sa.Column('written_by_id', sa.Uuid(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint('months_valid BETWEEN 1 AND 120', name=op.f('ck_course_months_possible')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_course_organisation_id')),
        sa.ForeignKeyConstraint(['written_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_course_written_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_course')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_course_id_organisation_id')),
        sa.UniqueConstraint('organisation_id', 'key', name=op.f('uq_course_organisation_id_key'))
    )
    op.create_index(op.f('ix_course_organisation_id'), 'course', ['organisation_id'])

    op.create_table(
        'course_event',
        sa.Column('course_key', sa.String(), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('held_on', sa.Date(), nullable=False),
        sa.Column('from_time', sa.Time(), nullable=True),
        sa.Column('place', sa.String(), nullable=False),
        sa.Column('places', sa.Integer(), nullable=False),
        sa.Column('run_by_id', sa.Uuid(), nullable=False),
        sa.Column('planned_by_id', sa.Uuid(), nullable=False),
        sa.Column('cancelled_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint('places BETWEEN 1 AND 200', name=op.f('ck_course_event_places_possible')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_course_event_organisation_id')),
        sa.ForeignKeyConstraint(['planned_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_course_event_planned_by_id_organisation_id')),
        sa.ForeignKeyConstraint(['run_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_course_event_run_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_course_event')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_course_event_id_organisation_id'))
    )
    op.create_index(op.f('ix_course_event_organisation_id'), 'course_event', ['organisation_id'])
    op.create_index(op.f('ix_course_event_organisation_id_course_key_held_on'), 'course_event', ['organisation_id', 'course_key', 'held_on'])
    op.create_index(op.f('ix_course_event_organisation_id_held_on_id'), 'course_event', ['organisation_id', 'held_on', 'id'])
    op.create_index(op.f('ix_course_event_run_by_id_held_on'), 'course_event', ['run_by_id', 'held_on'])

    op.create_table(
        'expiry_told',
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('of', sa.String(), nullable=False),
        sa.Column('subject_id', sa.Uuid(), nullable=False),
        sa.Column('expires_on', sa.Date(), nullable=False),
        sa.Column('told', sa.String(), nullable=False),
        sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.CheckConstraint("of IN ('registration', 'qualification')", name=op.f('ck_expiry_told_of_known')),
        sa.CheckConstraint("told IN ('passed', '30', '60', '90')", name=op.f('ck_expiry_told_told_known')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_expiry_told_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_expiry_told_person_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_expiry_told')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_expiry_told_id_organisation_id')),
        sa.UniqueConstraint('subject_id', 'expires_on', 'told', name=op.f('uq_expiry_told_subject_id_expires_on_told'))
    )
    op.create_index(op.f('ix_expiry_told_organisation_id'), 'expiry_told', ['organisation_id'])
    op.create_index(op.f('ix_expiry_told_organisation_id_expires_on'), 'expiry_told', ['organisation_id', 'expires_on'])

    op.create_table(
        'booking',
        sa.Column('event_id', sa.Uuid(), nullable=False),
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('state', sa.String(), nullable=False),
        sa.Column('turn', sa.Integer(), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.CheckConstraint("state IN ('booked', 'waiting', 'given up', 'attended', 'missed')", name=op.f('ck_booking_state_known')),
        sa.ForeignKeyConstraint(['event_id', 'organisation_id'], ['course_event.id', 'course_event.organisation_id'], name=op.f('fk_booking_event_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_booking_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_booking_person_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_booking')),
        sa.UniqueConstraint('event_id', 'turn', name=op.f('uq_booking_event_id_turn')),
        sa.UniqueConstraint('event_id', 'person_id', name=op.f('uq_booking_event_id_person_id')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_booking_id_organisation_id'))
    )
    op.create_index(op.f('ix_booking_organisation_id'), 'booking', ['organisation_id'])
    op.create_index(op.f('ix_booking_person_id_event_id'), 'booking', ['person_id', 'event_id'])

    op.create_table(
        'qualification',
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('kind', sa.String(), nullable=False),
        sa.Column('key', sa.String(), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('awarded_on', sa.Date(), nullable=False),
        sa.Column('expires_on', sa.Date(), nullable=True),
        sa.Column('booking_id', sa.Uuid(), nullable=True),
        sa.Column('recorded_by_id', sa.Uuid(), nullable=False),
        sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('set_aside_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('practice educator', 'approval', 'training', 'other')", name=op.f('ck_qualification_kind_known')),
        sa.CheckConstraint('expires_on IS NULL OR expires_on >= awarded_on', name=op.f('ck_qualification_dates_in_order')),
        sa.ForeignKeyConstraint(['booking_id', 'organisation_id'], ['booking.id', 'booking.organisation_id'], name=op.f('fk_qualification_booking_id_organisation_id')),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_qualification_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_qualification_person_id_organisation_id')),
        sa.ForeignKeyConstraint(['recorded_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_qualification_recorded_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_qualification')),
        sa.UniqueConstraint('booking_id', name=op.f('uq_qualification_booking_id')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_qualification_id_organisation_id'))
    )
    op.create_index(op.f('ix_qualification_organisation_id'), 'qualification', ['organisation_id'])
    op.create_index(op.f('ix_qualification_organisation_id_expires_on_id'), 'qualification', ['organisation_id', 'expires_on', 'id'])
    op.create_index(op.f('ix_qualification_person_id_key_expires_on'), 'qualification', ['person_id', 'key', 'expires_on'])

    op.create_table(
        'cpd_draft',
        sa.Column('person_id', sa.Uuid(), nullable=False),
        sa.Column('year_ends_on', sa.Date(), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('words', sa.String(), nullable=False),
        sa.Column('has_peer_reflection', sa.Boolean(), nullable=False),
        sa.Column('from_id', sa.Uuid(), nullable=True),
        sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('recorded_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_cpd_draft_organisation_id')),
        sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_cpd_draft_person_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_cpd_draft')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_cpd_draft_id_organisation_id')),
    )
    op.create_index(op.f('ix_cpd_draft_organisation_id'), 'cpd_draft', ['organisation_id'])
    op.create_index(op.f('ix_cpd_draft_person_id_year_ends_on_begun_at'), 'cpd_draft', ['person_id', 'year_ends_on', 'begun_at'])

    op.create_table(
        'resource',
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('about', sa.String(), nullable=False),
        sa.Column('address', sa.String(), nullable=False),
        sa.Column('tags', sa.String(), nullable=False),
        sa.Column('found_by', sa.String(), nullable=False),
        sa.Column('added_by_id', sa.Uuid(), nullable=False),
        sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('withdrawn_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_resource_organisation_id')),
        sa.ForeignKeyConstraint(['added_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_resource_added_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_resource')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_resource_id_organisation_id')),
    )
    op.create_index(op.f('ix_resource_organisation_id'), 'resource', ['organisation_id'])
    op.create_index(op.f('ix_resource_organisation_id_added_at_id'), 'resource', ['organisation_id', 'added_at', 'id'])

    op.create_table(
        'practice_note',
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('words', sa.String(), nullable=False),
        sa.Column('team', sa.String(), nullable=False),
        sa.Column('written_by_id', sa.Uuid(), nullable=False),
        sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('withdrawn_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_practice_note_organisation_id')),
        sa.ForeignKeyConstraint(['written_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_practice_note_written_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_practice_note')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_practice_note_id_organisation_id')),
    )
    op.create_index(op.f('ix_practice_note_organisation_id'), 'practice_note', ['organisation_id'])
    op.create_index(op.f('ix_practice_note_organisation_id_written_at_id'), 'practice_note', ['organisation_id', 'written_at', 'id'])

    op.create_table(
        'published_review',
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('published_by', sa.String(), nullable=False),
        sa.Column('published_on', sa.Date(), nullable=False),
        sa.Column('address', sa.String(), nullable=False),
        sa.Column('summary', sa.String(), nullable=False),
        sa.Column('means_here', sa.String(), nullable=False),
        sa.Column('briefing', sa.String(), nullable=False),
        sa.Column('written_by_id', sa.Uuid(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_published_review_organisation_id')),
        sa.ForeignKeyConstraint(['written_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_published_review_written_by_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_published_review')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_published_review_id_organisation_id')),
    )
    op.create_index(op.f('ix_published_review_organisation_id'), 'published_review', ['organisation_id'])
    op.create_index(op.f('ix_published_review_organisation_id_published_on_id'), 'published_review', ['organisation_id', 'published_on', 'id'])

    op.create_table(
        'review_action',
        sa.Column('review_id', sa.Uuid(), nullable=False),
        sa.Column('words', sa.String(), nullable=False),
        sa.Column('owner_id', sa.Uuid(), nullable=False),
        sa.Column('due_on', sa.Date(), nullable=False),
        sa.Column('done_on', sa.Date(), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organisation_id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_review_action_organisation_id')),
        sa.ForeignKeyConstraint(['review_id', 'organisation_id'], ['published_review.id', 'published_review.organisation_id'], name=op.f('fk_review_action_review_id_organisation_id')),
        sa.ForeignKeyConstraint(['owner_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_review_action_owner_id_organisation_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_review_action')),
        sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_review_action_id_organisation_id')),
    )
    op.create_index(op.f('ix_review_action_organisation_id'), 'review_action', ['organisation_id'])
    op.create_index(op.f('ix_review_action_review_id_due_on'), 'review_action', ['review_id', 'due_on'])
    op.create_index(op.f('ix_review_action_owner_id_done_on'), 'review_action', ['owner_id', 'done_on'])
