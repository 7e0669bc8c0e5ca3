"""catalogue: versions of the career catalogue that an organisation keeps itself

Revision: 0041, after 0040
"""

import sqlalchemy as sa
from alembic import op

revision = '0041'
down_revision = '0040'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('catalogue_version',
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('begun_on', sa.Date(), nullable=False),
    sa.Column('effective_from', sa.Date(), nullable=True),
    sa.Column('published_on', sa.Date(), nullable=True),
    sa.Column('published_by_id', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('organisation_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('published_on IS NULL OR effective_from IS NOT NULL', name=op.f('ck_catalogue_version_published_from_a_day')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_catalogue_version_organisation_id')),
    sa.ForeignKeyConstraint(['published_by_id', 'organisation_id'], ['person.id', 'person.organisation_id'], name=op.f('fk_catalogue_version_published_by_id_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_catalogue_version')),
    sa.UniqueConstraint('id', 'organisation_id', name=op.f('uq_catalogue_version_id_organisation_id')),
    sa.UniqueConstraint('organisation_id', 'number', name=op.f('uq_catalogue_version_organisation_id_number'))
    )
    with op.batch_alter_table('catalogue_version', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_catalogue_version_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_catalogue_version_organisation_id_effective_from'), ['organisation_id', 'effective_from'], unique=False)
        batch_op.create_index('uq_catalogue_version_draft', ['organisation_id'], unique=True, sqlite_where=sa.text('published_on IS NULL'), postgresql_where=sa.text('published_on IS NULL'))

    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('catalogues', sa.JSON(), nullable=True))

    organisation = sa.table('organisation', sa.column('catalogues', sa.JSON()))
    op.execute(organisation.update().values(catalogues=[]))
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.alter_column('catalogues', existing_type=sa.JSON(), nullable=False)
