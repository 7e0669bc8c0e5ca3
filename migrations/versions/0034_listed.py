"""listed: posts, roles and strengths carry where their person stands in lists

Revision: 0034, after 0033
"""

import sqlalchemy as sa
from alembic import op

revision = '0034'
down_revision = '0033'
branch_labels = None
depends_on = None

FOLDED = sa.String().with_variant(sa.String(collation='C'), 'postgresql')


def upgrade():
    for table in ('post', 'role_held', 'person_strength'):
        op.add_column(table, sa.Column('sort_key', FOLDED, nullable=False, server_default=''))
        op.execute(
            f'UPDATE {table} SET sort_key ='
            f' (SELECT person.sort_key FROM person WHERE person.id = {table}.person_id)'
            f' WHERE person_id IS NOT NULL'
        )
    op.drop_index('ix_post_unit', 'post')
    op.drop_index('ix_post_job', 'post')
    op.drop_index('ix_role_held_directory', 'role_held')
    op.drop_index('ix_person_strength_search', 'person_strength')
    op.drop_index('ix_person_week', 'person')
    op.create_index('ix_post_unit', 'post', ['unit_id', 'ended_on', 'started_on', 'person_id', 'sort_key'])
    op.create_index('ix_post_job', 'post', ['organisation_id', 'job_title', 'sort_key', 'person_id', 'ended_on', 'started_on'])
    op.create_index('ix_post_listed', 'post', ['organisation_id', 'sort_key', 'person_id', 'unit_id', 'ended_on', 'started_on'])
    op.create_index('ix_role_held_listed', 'role_held', ['organisation_id', 'role', 'sort_key', 'person_id', 'ended_on', 'started_on'])
    op.create_index('ix_person_strength_listed', 'person_strength', ['organisation_id', 'strength', 'sort_key', 'person_id'])
    op.create_index('ix_person_week', 'person', ['organisation_id', 'working_days', 'sort_key', 'id'])
