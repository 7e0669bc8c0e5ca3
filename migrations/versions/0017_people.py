"""people: two who look like one person, put aside

Revision: 0017, after 0016
"""

import sqlalchemy as sa
from alembic import op

import portal.database

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('two_people',
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('other_id', sa.Uuid(), nullable=False),
    sa.Column('told_apart_by_id', sa.Uuid(), nullable=False),
    sa.Column('told_apart_at', portal.database.Moment(timezone=True), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_two_people_organisation_id')),
    sa.ForeignKeyConstraint(['other_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_two_people_other_id_organisation_id')),
    sa.ForeignKeyConstraint(['person_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_two_people_person_id_organisation_id')),
    sa.ForeignKeyConstraint(['told_apart_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_two_people_told_apart_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_two_people')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_two_people_id_organisation_id')),
    sa.UniqueConstraint('person_id', 'other_id', name=op.f('uq_two_people_person_id_other_id'))
    )
    with op.batch_alter_table('two_people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_two_people_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_two_people_organisation_id_told_apart_at_id'), ['organisation_id', 'told_apart_at', 'id'], unique=False)
