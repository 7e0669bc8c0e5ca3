"""narrow: indexes that hold all that the directory asks, so that only who is shown is read

Revision: 0029, after 0028
"""

from alembic import op

revision = '0029'
down_revision = '0028'
branch_labels = None
depends_on = None


def upgrade():
    op.drop_index(op.f('ix_post_person_id'), 'post')
    op.drop_index(op.f('ix_post_unit_id'), 'post')
    op.drop_index(op.f('ix_post_organisation_id_person_id'), 'post')
    op.drop_index(op.f('ix_post_organisation_id_job_title_ended_on'), 'post')
    op.drop_index(op.f('ix_role_held_organisation_id_role_person_id'), 'role_held')
    op.drop_index(op.f('ix_person_organisation_id_working_days'), 'person')
    op.create_index('ix_post_person', 'post', ['person_id', 'ended_on', 'started_on', 'unit_id', 'job_title'])
    op.create_index('ix_post_unit', 'post', ['unit_id', 'ended_on', 'started_on', 'person_id'])
    op.create_index('ix_post_held', 'post', ['organisation_id', 'person_id', 'ended_on', 'started_on'])
    op.create_index('ix_post_job', 'post', ['organisation_id', 'job_title', 'ended_on', 'started_on', 'person_id'])
    op.create_index('ix_role_held_directory', 'role_held', ['organisation_id', 'role', 'person_id', 'ended_on', 'started_on'])
    op.create_index('ix_person_week', 'person', ['organisation_id', 'working_days', 'id'])
    op.create_index('ix_person_placed', 'person', ['id', 'sort_key', 'left_on', 'base', 'working_days'])
