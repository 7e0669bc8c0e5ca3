"""people over time

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

READING = {
    'reading_font': "'', 'hyperlegible'",
    'reading_spacing': "'', 'wide'",
    'reading_background': "'', 'cream', 'blue', 'dark'",
}
STATUSES = "'', 'registered', 'not registered', 'not found', 'another name'"
BASES = "'', 'acting up', 'secondment'"


def upgrade():
    op.create_table('staff_list_source',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('headings', sa.JSON(), nullable=False),
    sa.Column('seen', sa.JSON(), nullable=False),
    sa.Column('used_at', portal.database.Moment(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_staff_list_source_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_staff_list_source')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_staff_list_source_id_organisation_id')),
    sa.UniqueConstraint('organisation_id', 'name', name=op.f('uq_staff_list_source_organisation_id_name'))
    )
    with op.batch_alter_table('staff_list_source', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_staff_list_source_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('days_away',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_days_away_period_in_order')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_days_away_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_days_away_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_days_away')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_days_away_id_organisation_id'))
    )
    with op.batch_alter_table('days_away', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_days_away_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_days_away_organisation_id_person_id_started_on'), ['organisation_id', 'person_id', 'started_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_days_away_person_id'), ['person_id'], unique=False)

    op.create_table('leaving',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('last_on', sa.Date(), nullable=False),
    sa.Column('decided_by_id', sa.Uuid(), nullable=False),
    sa.Column('ended', sa.JSON(), nullable=False),
    sa.Column('vacancies', sa.JSON(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['decided_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_leaving_decided_by_id_organisation_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_leaving_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_leaving_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_leaving')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_leaving_id_organisation_id')),
    sa.UniqueConstraint('person_id', name=op.f('uq_leaving_person_id'))
    )
    with op.batch_alter_table('leaving', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_leaving_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('person_strength',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('strength', sa.String(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_person_strength_person_id_organisation_id')),
    sa.PrimaryKeyConstraint('person_id', 'strength', name=op.f('pk_person_strength'))
    )
    with op.batch_alter_table('person_strength', schema=None) as batch_op:
        batch_op.create_index('ix_person_strength_search', ['organisation_id', 'strength', 'person_id'], unique=False)

    op.create_table('cover',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('post_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('ended_on IS NOT NULL', name=op.f('ck_cover_returns_by_itself')),
    sa.CheckConstraint('ended_on IS NULL OR ended_on >= started_on', name=op.f('ck_cover_period_in_order')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_cover_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_cover_person_id_organisation_id')),
    sa.ForeignKeyConstraint(['post_id', 'organisation_id'], ['post.id', 'post.organisation_id'], name=op.f('fk_cover_post_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cover')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_cover_id_organisation_id'))
    )
    with op.batch_alter_table('cover', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cover_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_cover_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_cover_post_id'), ['post_id'], unique=False)

    op.create_table('staff_list_entry',
    sa.Column('upload_id', sa.Uuid(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('folded', sa.String(), nullable=False),
    sa.Column('sentences', sa.JSON(), nullable=False),
    sa.Column('changes', sa.JSON(), nullable=False),
    sa.Column('notes', sa.JSON(), nullable=False),
    sa.Column('is_noted', sa.Boolean(), nullable=False),
    sa.Column('cells', sa.JSON(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_staff_list_entry_organisation_id')),
    sa.ForeignKeyConstraint(['upload_id', 'organisation_id'], ['staff_list_upload.id', 'staff_list_upload.organisation_id'], name=op.f('fk_staff_list_entry_upload_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_staff_list_entry')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_staff_list_entry_id_organisation_id')),
    sa.UniqueConstraint('upload_id', 'place', name=op.f('uq_staff_list_entry_upload_id_place'))
    )
    with op.batch_alter_table('staff_list_entry', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_staff_list_entry_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_staff_list_entry_upload_id_kind_place'), ['upload_id', 'kind', 'place'], unique=False)

    _add('account', _text('reading_font'), _text('reading_spacing'), _text('reading_background'))
    with op.batch_alter_table('account') as batch_op:
        for column, words in READING.items():
            batch_op.create_check_constraint(f'{column}_known', f"{column} IN ({words})")
    _add('organisation', sa.Column('portal_owns', sa.JSON(), nullable=False,
                                   server_default='["known_as", "email", "base", "working_days"]'))
    _add('person',
         sa.Column('claimed_email', sa.String(), nullable=True),
         _text('phone'),
         _text('reach_me'),
         _text('registration_status'),
         sa.Column('registered_until', sa.Date(), nullable=True),
         sa.Column('registration_checked_on', sa.Date(), nullable=True),
         sa.Column('qualified_confirmed_on', sa.Date(), nullable=True))
    with op.batch_alter_table('person') as batch_op:
        batch_op.create_check_constraint(
            'registration_status_known', f"registration_status IN ({STATUSES})")
        batch_op.create_index(batch_op.f('ix_person_organisation_id_claimed_email'), ['organisation_id', 'claimed_email'])
        batch_op.create_index(batch_op.f('ix_person_organisation_id_qualified_on'), ['organisation_id', 'qualified_on'])
        batch_op.drop_index('ix_person_directory')
        batch_op.create_index('ix_person_directory', ['organisation_id', 'sort_key', 'id', 'left_on'])
        batch_op.create_index('ix_person_base', ['organisation_id', 'base', 'sort_key', 'id', 'left_on'])
        batch_op.create_index(batch_op.f('ix_person_organisation_id_working_days'), ['organisation_id', 'working_days'])
    _add('post', sa.Column('began_on', sa.Date(), nullable=True), _text('basis'))
    op.execute('UPDATE post SET began_on = started_on')
    with op.batch_alter_table('post') as batch_op:
        batch_op.create_check_constraint('basis_known', f"basis IN ({BASES})")
        batch_op.create_check_constraint('began_before', 'began_on IS NULL OR began_on <= started_on')
        batch_op.create_index(batch_op.f('ix_post_organisation_id_job_title_ended_on'), ['organisation_id', 'job_title', 'ended_on'])
    with op.batch_alter_table('role_held') as batch_op:
        batch_op.add_column(sa.Column('post_id', sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column('cover_id', sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f('ix_role_held_cover_id'), ['cover_id'])
        batch_op.create_index(batch_op.f('ix_role_held_post_id'), ['post_id'])
        batch_op.create_foreign_key(batch_op.f('fk_role_held_cover_id_organisation_id'), 'cover', ['cover_id', 'organisation_id'], ['id', 'organisation_id'])
        batch_op.create_foreign_key(batch_op.f('fk_role_held_post_id_organisation_id'), 'post', ['post_id', 'organisation_id'], ['id', 'organisation_id'])
    _add('role_held', sa.Column('version', sa.Integer(), nullable=False, server_default='1'))
    _add('staff_list_upload',
         sa.Column('headings', sa.JSON(), nullable=False, server_default='[]'),
         sa.Column('samples', sa.JSON(), nullable=False, server_default='[]'),
         sa.Column('reading_notes', sa.JSON(), nullable=False, server_default='[]'),
         sa.Column('rows_read', sa.Integer(), nullable=False, server_default='0'),
         _text('source_name'),
         sa.Column('as_at', sa.Date(), nullable=False, server_default='2026-11-22'),
         sa.Column('is_everyone', sa.Boolean(), nullable=False, server_default=sa.false()),
         sa.Column('is_correction', sa.Boolean(), nullable=False, server_default=sa.false()),
         sa.Column('plan', sa.LargeBinary(), nullable=False, server_default=''),
         _text('plan_digest'),
         sa.Column('planned_after', sa.Integer(), nullable=False, server_default='0'))
    _add('unit',
         sa.Column('closed_on', sa.Date(), nullable=True),
         sa.Column('version', sa.Integer(), nullable=False, server_default='1'))


def _text(name):
    return sa.Column(name, sa.String(), nullable=False, server_default='')


def _add(table, *columns):
    """Add columns that the rows of today need a value for; the default goes once they have it."""
    with op.batch_alter_table(table) as batch_op:
        for column in columns:
            batch_op.add_column(column)
    with op.batch_alter_table(table) as batch_op:
        for column in columns:
            if not column.nullable:
                batch_op.alter_column(column.name, existing_type=column.type, server_default=None)
