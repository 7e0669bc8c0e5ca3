"""writing, thoughts and comments

Revision: 0006, after 0005
"""

import json

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('piece',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('model_key', sa.String(), nullable=False),
    sa.Column('subject_type', sa.String(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=True),
    sa.Column('words_asked', sa.Integer(), nullable=True),
    sa.Column('minutes_asked', sa.Integer(), nullable=True),
    sa.Column('started_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('worked_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('kept_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('shared_number', sa.Integer(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(subject_type = '') = (subject_id IS NULL)", name=op.f('ck_piece_points_whole')),
    sa.CheckConstraint("kind IN ('reflection', 'plan', 'self_assessment', 'learning_note', 'other')", name=op.f('ck_piece_kind_known')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_piece_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_piece_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_piece')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_piece_id_organisation_id')),
    sa.UniqueConstraint('person_id', 'subject_type', 'subject_id', name=op.f('uq_piece_person_id_subject_type_subject_id'))
    )
    with op.batch_alter_table('piece', schema=None) as batch_op:
        batch_op.create_index('ix_piece_listed', ['person_id', 'worked_at', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_piece_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('writing_choice',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('shows_prompts', sa.Boolean(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_writing_choice_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_writing_choice_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_writing_choice')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_writing_choice_id_organisation_id')),
    sa.UniqueConstraint('person_id', name=op.f('uq_writing_choice_person_id'))
    )
    with op.batch_alter_table('writing_choice', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_writing_choice_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('piece_comment',
    sa.Column('piece_id', sa.Uuid(), nullable=False),
    sa.Column('by_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('passage', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('said_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('settled_as', sa.String(), nullable=False),
    sa.Column('settled_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("settled_as IN ('', 'accepted', 'resolved')", name=op.f('ck_piece_comment_settled_as_known')),
    sa.ForeignKeyConstraint(['by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_piece_comment_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_piece_comment_organisation_id')),
    sa.ForeignKeyConstraint(['piece_id', 'organisation_id'], ['piece.id', 'piece.organisation_id'], name=op.f('fk_piece_comment_piece_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_piece_comment')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_piece_comment_id_organisation_id'))
    )
    with op.batch_alter_table('piece_comment', schema=None) as batch_op:
        batch_op.create_index('ix_piece_comment_listed', ['piece_id', 'said_at', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_piece_comment_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('piece_reader',
    sa.Column('piece_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('named_as', sa.String(), nullable=False),
    sa.Column('named_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('ended_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_piece_reader_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_piece_reader_person_id_organisation_id')),
    sa.ForeignKeyConstraint(['piece_id', 'organisation_id'], ['piece.id', 'piece.organisation_id'], name=op.f('fk_piece_reader_piece_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_piece_reader')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_piece_reader_id_organisation_id'))
    )
    with op.batch_alter_table('piece_reader', schema=None) as batch_op:
        batch_op.create_index('ix_piece_reader_listed', ['person_id', 'named_at', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_piece_reader_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_piece_reader_piece_id'), ['piece_id'], unique=False)

    op.create_table('piece_revision',
    sa.Column('piece_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('kept_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint("reason IN ('saved', 'shared', 'writing', 'other window')", name=op.f('ck_piece_revision_reason_known')),
    sa.CheckConstraint('number > 0', name=op.f('ck_piece_revision_number_counts')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_piece_revision_organisation_id')),
    sa.ForeignKeyConstraint(['piece_id', 'organisation_id'], ['piece.id', 'piece.organisation_id'], name=op.f('fk_piece_revision_piece_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_piece_revision')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_piece_revision_id_organisation_id')),
    sa.UniqueConstraint('piece_id', 'number', name=op.f('uq_piece_revision_piece_id_number'))
    )
    with op.batch_alter_table('piece_revision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_piece_revision_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('thought',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('goes_to', sa.String(), nullable=False),
    sa.Column('caught_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.Column('taken_up_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('piece_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("goes_to IN ('', 'supervision', 'coaching', 'reflection')", name=op.f('ck_thought_goes_to_known')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_thought_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_thought_person_id_organisation_id')),
    sa.ForeignKeyConstraint(['piece_id', 'organisation_id'], ['piece.id', 'piece.organisation_id'], name=op.f('fk_thought_piece_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_thought')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_thought_id_organisation_id'))
    )
    with op.batch_alter_table('thought', schema=None) as batch_op:
        batch_op.create_index('ix_thought_listed', ['person_id', 'is_open', 'caught_at', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_thought_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_thought_piece_id'), ['piece_id'], unique=False)
    _switch_on('standards')


def _switch_on(area):
    """An organisation of before gets the area as a new one does."""
    organisation = sa.table('organisation', sa.column('id', sa.Uuid()), sa.column('areas', sa.JSON()))
    bind = op.get_bind()
    for row in bind.execute(sa.select(organisation.c.id, organisation.c.areas)).all():
        areas = json.loads(row.areas) if isinstance(row.areas, str) else list(row.areas)
        if area not in areas:
            changed = sa.update(organisation).where(organisation.c.id == row.id)
            bind.execute(changed.values(areas=[*areas, area]))
