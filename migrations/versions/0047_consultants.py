"""consultants: times at which they can be booked, questions to them, and answers that are shared

Revision: 0047, after 0046
"""

import json

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0047'
down_revision = '0046'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('consultation_slot',
    sa.Column('consultant_id', sa.Uuid(), nullable=False),
    sa.Column('meets_on', sa.Date(), nullable=False),
    sa.Column('from_time', sa.Time(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('place', sa.String(), nullable=False),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('minutes > 0 AND minutes <= 240', name=op.f('ck_consultation_slot_minutes_counted')),
    sa.ForeignKeyConstraint(['consultant_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_consultation_slot_consultant_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_consultation_slot_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation_slot')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_consultation_slot_id_organisation_id'))
    )
    with op.batch_alter_table('consultation_slot', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consultation_slot_consultant_id'), ['consultant_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultation_slot_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultation_slot_organisation_id_meets_on'), ['organisation_id', 'meets_on'], unique=False)
        batch_op.create_index('uq_consultation_slot_offered', ['consultant_id', 'meets_on', 'from_time'], unique=True, sqlite_where=sa.text('withdrawn_on IS NULL'), postgresql_where=sa.text('withdrawn_on IS NULL'))

    op.create_table('question',
    sa.Column('asker_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('urgency', sa.String(), nullable=False),
    sa.Column('consultant_id', sa.Uuid(), nullable=True),
    sa.Column('asked_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('awaits_answer', sa.Boolean(), nullable=False),
    sa.Column('taken_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('answered_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('last_written_on', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('thanked_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('closed_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('words_until', sa.Date(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('(closed_at IS NULL) = (words_until IS NULL)', name=op.f('ck_question_closed_is_dated')),
    sa.CheckConstraint('minutes >= 0', name=op.f('ck_question_minutes_counted')),
    sa.CheckConstraint('taken_at IS NULL OR consultant_id IS NOT NULL', name=op.f('ck_question_taken_by_somebody')),
    sa.ForeignKeyConstraint(['asker_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_question_asker_id_organisation_id')),
    sa.ForeignKeyConstraint(['consultant_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_question_consultant_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_question_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_question_id_organisation_id'))
    )
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_question_asker_id_asked_at'), ['asker_id', 'asked_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_question_consultant_id'), ['consultant_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_question_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_question_organisation_id_closed_at_consultant_id_due_on'), ['organisation_id', 'closed_at', 'consultant_id', 'due_on'], unique=False)

    op.create_table('consultation',
    sa.Column('slot_id', sa.Uuid(), nullable=False),
    sa.Column('booker_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('booked_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('settled_by_id', sa.Uuid(), nullable=True),
    sa.Column('settled_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(state = 'booked') = (settled_at IS NULL)", name=op.f('ck_consultation_settled_at')),
    sa.CheckConstraint("state IN ('booked', 'held', 'cancelled')", name=op.f('ck_consultation_state_known')),
    sa.CheckConstraint('(settled_by_id IS NULL) = (settled_at IS NULL)', name=op.f('ck_consultation_settled_whole')),
    sa.ForeignKeyConstraint(['booker_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_consultation_booker_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_consultation_organisation_id')),
    sa.ForeignKeyConstraint(['settled_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_consultation_settled_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['slot_id', 'organisation_id'], ['consultation_slot.id', 'consultation_slot.organisation_id'], name=op.f('fk_consultation_slot_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultation')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_consultation_id_organisation_id'))
    )
    with op.batch_alter_table('consultation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consultation_booker_id'), ['booker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultation_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultation_slot_id'), ['slot_id'], unique=False)
        batch_op.create_index('uq_consultation_of_slot', ['slot_id'], unique=True, sqlite_where=sa.text("state <> 'cancelled'"), postgresql_where=sa.text("state <> 'cancelled'"))

    op.create_table('question_words',
    sa.Column('question_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('part', sa.String(), nullable=False),
    sa.Column('written_by_id', sa.Uuid(), nullable=False),
    sa.Column('written_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=True),
    sa.CheckConstraint("part IN ('question', 'answer', 'follow-up')", name=op.f('ck_question_words_part_known')),
    sa.CheckConstraint('sealed IS NOT NULL', name=op.f('ck_question_words_has_words')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_question_words_organisation_id')),
    sa.ForeignKeyConstraint(['question_id', 'organisation_id'], ['question.id', 'question.organisation_id'], name=op.f('fk_question_words_question_id_organisation_id')),
    sa.ForeignKeyConstraint(['written_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_question_words_written_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question_words')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_question_words_id_organisation_id')),
    sa.UniqueConstraint('question_id', 'number', name=op.f('uq_question_words_question_id_number'))
    )
    with op.batch_alter_table('question_words', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_question_words_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('shared_answer',
    sa.Column('question_id', sa.Uuid(), nullable=False),
    sa.Column('asker_id', sa.Uuid(), nullable=False),
    sa.Column('consultant_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('asker_agreed', sa.Integer(), nullable=True),
    sa.Column('consultant_agreed', sa.Integer(), nullable=True),
    sa.Column('proposed_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('published_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('withdrawn_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('asked', sa.String(), nullable=False),
    sa.Column('answered', sa.String(), nullable=False),
    sa.Column('folded', sa.String(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("published_at IS NOT NULL OR asked = ''", name=op.f('ck_shared_answer_sealed_before')),
    sa.CheckConstraint('number >= 1', name=op.f('ck_shared_answer_number_counted')),
    sa.CheckConstraint('published_at IS NULL OR withdrawn_at IS NOT NULL OR (asker_agreed = number AND consultant_agreed = number)', name=op.f('ck_shared_answer_published_by_both')),
    sa.ForeignKeyConstraint(['asker_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_shared_answer_asker_id_organisation_id')),
    sa.ForeignKeyConstraint(['consultant_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_shared_answer_consultant_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_shared_answer_organisation_id')),
    sa.ForeignKeyConstraint(['question_id', 'organisation_id'], ['question.id', 'question.organisation_id'], name=op.f('fk_shared_answer_question_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shared_answer')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_shared_answer_id_organisation_id'))
    )
    with op.batch_alter_table('shared_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shared_answer_asker_id'), ['asker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_shared_answer_consultant_id'), ['consultant_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_shared_answer_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_shared_answer_organisation_id_published_at'), ['organisation_id', 'published_at'], unique=False)
        batch_op.create_index('uq_shared_answer_of_question', ['question_id'], unique=True, sqlite_where=sa.text('withdrawn_at IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL'))
    _switch_on("support")


def _switch_on(area):
    """Let every organisation have the area, as it is on at first."""
    bind = op.get_bind()
    organisation = sa.table("organisation", sa.column("id", sa.Uuid()), sa.column("areas", sa.JSON()))
    for row in bind.execute(sa.select(organisation.c.id, organisation.c.areas)).all():
        areas = json.loads(row.areas) if isinstance(row.areas, str) else list(row.areas)
        if area not in areas:
            changed = organisation.update().where(organisation.c.id == row.id)
            bind.execute(changed.values(areas=[*areas, area]))
